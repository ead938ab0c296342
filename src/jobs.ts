// Every job that comes round by itself or is put into the queue by an action.
import { sql } from 'kysely';
import { z } from 'zod';
import { importJobs } from './exchange/imports/actions.ts';
import { fetchDirectoryJob } from './exchange/open-referral/bringing-in.ts';
import { forgetEndedDrafts } from './journey/front-door/actions.ts';
import { learnIdentityJob } from './journey/people/actions.ts';
import { countEarlyJob } from './learning/early/actions.ts';
import { replayJobs } from './learning/replay/actions.ts';
import { reportJobs } from './learning/reports/actions.ts';
import { forgetEndedAnswers } from './place/developments/answering.ts';
import { nudgeDirectoryJob } from './place/directory/nudging.ts';
import { defineJob, type Job } from './platform/jobs/job.ts';
import { settleWork } from './platform/jobs/work.ts';
import { forgetOldDrafts } from './platform/web/drafts.ts';
import { agreementsByTheDayJob } from './trust/agreements/actions.ts';
import { sealAuditJob } from './trust/audit/seal.ts';

/** What was only kept for a while: drafts nobody came back to, sessions and links that ended, counts of tries, keys of old forms. */
const forget = defineJob({
  name: 'forget-what-ended',
  input: z.object({}),
  schedule: { cron: '17 4 * * *', input: {} },
  run: (_input, { act }) =>
    act(async (tables) => {
      const { rows } = await sql<{ now: Date }>`select current_moment() as now`.execute(tables);
      const now = rows[0]?.now ?? new Date();
      const dayAgo = new Date(now.getTime() - 86_400_000);
      await forgetOldDrafts(tables);
      await forgetEndedDrafts(tables, now);
      await forgetEndedAnswers(tables, now);
      await tables.deleteFrom('webSession').where('endsAt', '<', dayAgo).execute();
      await tables.deleteFrom('signInLink').where('endsAt', '<', dayAgo).execute();
      await tables.deleteFrom('attempt').where('windowStart', '<', dayAgo).execute();
      await tables.deleteFrom('repeatKey').where('at', '<', dayAgo).execute();
    }),
});

/** Long work that the queue gave up is told as failed to whoever waits for it. */
const settle = defineJob({
  name: 'settle-work',
  input: z.object({}),
  schedule: { cron: '*/5 * * * *', input: {} },
  run: (_input, { act }) => act(settleWork),
});

// Each job's input fits its own schema; the list forgets which.
export const jobs: readonly Job[] = [
  sealAuditJob,
  forget,
  settle,
  ...importJobs,
  ...reportJobs,
  ...replayJobs,
  countEarlyJob,
  nudgeDirectoryJob,
  agreementsByTheDayJob,
  fetchDirectoryJob,
  learnIdentityJob,
] as unknown as readonly Job[];
