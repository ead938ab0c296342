// Files with many rows, after their page was answered: looked into and brought in as work of their own, on behalf of whoever asked, once or not at all.
import { z } from 'zod';
import { type Asked, defineJob, type JobContext } from '../../platform/jobs/job.ts';
import { overtaken } from '../../platform/lifecycle.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn, Tables } from '../../platform/web/context.ts';
import { contextWithoutRequest } from '../../platform/web/without-request.ts';
import { visitorOfAccount } from '../../trust/accounts/visitor.ts';
import { writeWorkAudit } from '../../trust/audit/write.ts';
import { checkFile, countRows, type Follow } from './bringing-in.ts';
import { bringInWaiting, gone, type WaitingRun } from './doing.ts';
import { importers, matchChoices, mostOnPage } from './model.ts';
import { findRun, takeContent, updateChecked } from './store.ts';

const about = { run: z.uuid(), version: z.int() };
/** Seconds. */
const longest = 3600;

const noLonger = failure({
  status: 422,
  title: 'Nothing was brought in',
  detail: 'Whoever asked for it may not bring in files any more.',
});

interface Opened extends WaitingRun {
  readonly context: SignedIn;
  readonly touched: ReadonlySet<string>;
}

/** The run as whoever asked left it, if they still may and nobody changed it since. */
async function open(tables: Tables, { accountId }: Asked, job: JobContext, id: string, version: number): Promise<Result<Opened>> {
  const visitor = await visitorOfAccount(tables, accountId);
  if (!visitor?.roles.some(({ access }) => importers.some((one) => one === access))) return noLonger;
  const run = await findRun(tables, id);
  if (!run) return failure(notFound);
  const kept = await takeContent(tables, id);
  if (!kept) return gone;
  if (kept.version !== version) return failure(overtaken);
  return success({ run, content: kept.content, ...contextWithoutRequest(tables, { ...job, visitor }) });
}

/** Tells how far it is, and lets go when the program stops. */
function following({ progress, signal }: JobContext, steps: number): Follow {
  let done = 0;
  return {
    onRow: () => {
      signal.throwIfAborted();
      progress(++done, steps);
    },
  };
}

async function rowsOf(content: Buffer): Promise<number> {
  const rows = await countRows({ content, most: mostOnPage });
  return rows.ok ? rows.value : 0;
}

export const lookJob = defineJob({
  name: 'look-into-a-file',
  input: z.strictObject(about),
  longest,
  firstDelay: 2,
  run: ({ run: id, version }, job) =>
    job.once(async (tables, asked) => {
      const opened = await open(tables, asked, job, id, version);
      if (!opened.ok) return opened;
      const { context, run, content } = opened.value;
      const file = { kind: run.kind, content, columns: run.columns, most: mostOnPage };
      const checked = await checkFile(context, file, following(job, await rowsOf(content)));
      if (!checked.ok) return checked;
      await updateChecked(tables, id, checked.value);
      return success({ rows: checked.value.findings.rows });
    }),
});

export const bringInJob = defineJob({
  name: 'bring-in-a-file',
  input: z.strictObject({ ...about, partly: z.boolean(), matches: z.enum(matchChoices) }),
  longest,
  firstDelay: 2,
  run: ({ run: id, version, ...how }, job) =>
    job.once(async (tables, asked) => {
      const opened = await open(tables, asked, job, id, version);
      if (!opened.ok) return opened;
      const { context, touched, ...waiting } = opened.value;
      // The file is read twice: to see that all of it is right, and to write it down.
      const brought = await bringInWaiting(context, waiting, how, following(job, 2 * (await rowsOf(waiting.content))));
      if (!brought.ok) return brought;
      await writeWorkAudit(tables, {
        id: context.identify(),
        at: context.now,
        visitor: context.visitor,
        route: 'POST /imports/:run/bring-in',
        kind: 'import.bring_in',
        personIds: [...touched],
      });
      return success({ added: brought.value.added, leftOut: brought.value.leftOut });
    }),
});
