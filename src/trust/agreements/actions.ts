// Writes an agreement with another organisation, sends it to be read, confirms its signatures, renews and ends it; and what the day brings of its own.
import { z } from 'zod';
import { localDate } from '../../platform/clock.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { type Mover, moversOf, overtaken, permit } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { finishTasksOf, writeTask } from '../../platform/tasks.ts';
import type { SignedIn, Tables } from '../../platform/web/context.ts';
import {
  type Agreement,
  type AgreementState,
  type AgreementTrace,
  agreementLifecycle,
  type Ending,
  endingFaults,
  isAnothers,
  offered,
  type Renewal,
  reasonFaults,
  renewalFaults,
  type Signing,
  signingFaults,
  type Terms,
  termFaults,
} from './model.ts';
import * as store from './store.ts';

export const listAgreements = ({ tables }: SignedIn, after?: string) => store.listAgreements(tables, after);
export const findAgreement = ({ tables }: SignedIn, id: string): Promise<Agreement | null> => store.findAgreement(tables, id);
export const tracesOf = ({ tables }: SignedIn, id: string): Promise<AgreementTrace[]> => store.tracesOf(tables, id);
/** Organisations with which one can be made. */
export const parties = ({ tables }: SignedIn): Promise<{ id: string; name: string }[]> => store.organisations(tables);
/** How many wait for the visitor. */
export const agreementsWaiting = ({ tables, visitor }: SignedIn): Promise<number> => store.waitingFor(tables, visitor.accountId);

export const pathOf = (id: string): string => `/agreements/${id}`;

const fourEyes: Problem = {
  status: 403,
  title: 'Somebody who wrote none of it confirms it',
  detail: 'Ask another manager or the information-governance lead. They have it among their tasks.',
};

/** The steps that this visitor may take with it now. */
export function stepsFor(context: SignedIn, agreement: Agreement): ReadonlySet<AgreementState> {
  const by = moversOf(context);
  const may = (to: AgreementState): boolean => permit(agreementLifecycle, { from: agreement.state, to, by, reason: 'asked' }).ok;
  const steps = agreementLifecycle.states.filter(may);
  return new Set(steps.filter((to) => to !== 'signed' || isAnothers(agreement, context.visitor.accountId)));
}

const rowOf = (typed: Terms): store.TermsRow => ({
  name: typed.name,
  purpose: typed.purpose,
  categories: ['contact', ...offered.filter((category) => typed.categories.includes(category))],
  lawfulBasis: typed.basis,
  security: typed.security,
  retention: typed.retention,
  startsOn: typed.starts_on,
  endsOn: typed.ends_on,
  reviewOn: typed.review_on,
  document: typed.document,
});

const checked = async (tables: Tables, typed: Terms): Promise<Fault[]> =>
  termFaults(
    typed,
    (await store.organisations(tables)).map(({ id }) => id),
  );

/** A new draft. Returns its id. */
export async function beginAgreement(context: SignedIn, typed: Terms): Promise<Result<string>> {
  const faults = await checked(context.tables, typed);
  if (faults.length > 0) return failure(invalid(faults));
  const id = context.identify();
  await store.insertAgreement(context.tables, {
    ...rowOf(typed),
    id,
    organisationId: typed.organisation,
    createdAt: context.now,
    createdBy: context.visitor.accountId,
  });
  return success(id);
}

interface At {
  readonly id: string;
  readonly edition: number;
}

/** Writes in a draft. With whom it is stays: with somebody else it is another agreement. */
export async function writeAgreement(context: SignedIn, at: At, typed: Terms): Promise<Result<null>> {
  const agreement = await store.findAgreement(context.tables, at.id);
  if (agreement?.state !== 'draft') return failure(agreement ? overtaken : notFound);
  const faults = await checked(context.tables, { ...typed, organisation: agreement.organisationId });
  if (faults.length > 0) return failure(invalid(faults));
  return (await store.changeAgreement(context.tables, at, rowOf(typed))) ? success(null) : failure(overtaken);
}

/** Finds it, asks the table for the step, and takes it where nothing is wrong. */
async function step(
  context: SignedIn,
  { id, edition }: At,
  to: AgreementState,
  {
    reason,
    faults,
    change,
  }: {
    readonly reason?: string;
    readonly faults: (agreement: Agreement) => readonly Fault[];
    readonly change: Parameters<typeof store.changeAgreement>[2];
  },
): Promise<Result<Agreement>> {
  const agreement = await store.findAgreement(context.tables, id);
  if (!agreement) return failure(notFound);
  const by: Mover[] = moversOf(context);
  // What is missing is said beside its field, not by the table alone.
  const permitted = permit(agreementLifecycle, { from: agreement.state, to, by, reason: reason === undefined ? '' : 'asked' });
  if (!permitted.ok) return permitted;
  if (to === 'signed' && !isAnothers(agreement, context.visitor.accountId)) return failure(fourEyes);
  const wrong = faults(agreement);
  if (wrong.length > 0) return failure(invalid([...wrong]));
  if (!(await store.changeAgreement(context.tables, { id, edition }, { ...change, state: to }))) return failure(overtaken);
  await context.asWorker('finish what an agreement waited for', (tables) =>
    finishTasksOf(tables, pathOf(id), { now: context.now, by: context.visitor.accountId }),
  );
  return success(agreement);
}

/** Asks everybody else who keeps agreements to see the signatures. */
export async function sendAgreement(context: SignedIn, at: At): Promise<Result<null>> {
  const sent = await step(context, at, 'in_review', { faults: () => [], change: {} });
  if (!sent.ok) return sent;
  const { authors } = sent.value;
  await context.asWorker('ask for an agreement to be confirmed', async (tables) => {
    for (const accountId of await store.keepersBut(tables, [...authors, context.visitor.accountId]))
      await writeTask(
        tables,
        {
          personId: null,
          kind: 'agreement.confirm',
          words: 'A sharing agreement waits for somebody who wrote none of it. See its signatures.',
          leadsTo: pathOf(at.id),
          accountId,
          teamId: null,
          dueAt: null,
        },
        { id: context.identify(), now: context.now, by: context.visitor.accountId },
      );
  });
  return success(null);
}

export const giveBack = (context: SignedIn, at: At, reason: string): Promise<Result<Agreement>> =>
  step(context, at, 'draft', { reason, faults: () => reasonFaults(reason), change: { comment: reason } });

const signed = (typed: Signing) => ({
  signedForUs: typed.signed_for_us,
  signedForThem: typed.signed_for_them,
  signedOn: typed.signed_on,
  document: typed.document,
});

/** By somebody who wrote none of it. It begins at once where its first day has come. */
export async function confirmAgreement(context: SignedIn, at: At, typed: Signing): Promise<Result<Agreement>> {
  const today = localDate(context.now);
  const done = await step(context, at, 'signed', { faults: () => signingFaults(typed, today), change: signed(typed) });
  if (done.ok) await context.asWorker('begin an agreement', (tables) => store.beginNow(tables, at.id));
  return done;
}

export const renewAgreement = (context: SignedIn, at: At, typed: Renewal): Promise<Result<Agreement>> =>
  step(context, at, 'active', {
    faults: ({ signedOn }) => renewalFaults(typed, localDate(context.now), signedOn),
    change: { ...signed(typed), endsOn: typed.ends_on, reviewOn: typed.review_on },
  });

/** What the other party read under it is closed to them from now on. */
export const endAgreement = (context: SignedIn, at: At, typed: Ending): Promise<Result<Agreement>> =>
  step(context, at, 'ended', {
    reason: typed.reason,
    faults: () => endingFaults(typed),
    change: { comment: typed.reason, afterEnd: typed.after_end },
  });

const said: Readonly<Partial<Record<AgreementState, string>>> = {
  review_due: 'A sharing agreement is due to be looked at again. Renew it or end it.',
  expired: 'A sharing agreement is over. What was read under it is closed. Say whether there is to be another.',
};

/** Early each day; what an agreement opens has stopped at midnight already, by its own dates. */
export const agreementsByTheDayJob = defineJob({
  name: 'move-agreements-by-the-day',
  input: z.object({}),
  schedule: { cron: '11 0 * * *', input: {} },
  run: (_input, { act, clock, identify }) =>
    act(async (tables) => {
      const now = clock.now();
      for (const { id, state } of await store.moveByTheDay(tables)) {
        const words = said[state];
        if (!words) continue;
        await finishTasksOf(tables, pathOf(id), { now, by: null });
        for (const accountId of await store.keepersBut(tables, []))
          await writeTask(
            tables,
            { personId: null, kind: `agreement.${state}`, words, leadsTo: pathOf(id), accountId, teamId: null, dueAt: null },
            { id: identify(), now, by: null },
          );
      }
    }),
});
