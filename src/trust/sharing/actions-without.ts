// Writes down sharing that does not rest on what the person chose, and what is found when it is looked at again.

import { localDate } from '../../platform/clock.ts';
import { instantOf } from '../../platform/due.ts';
import { failure, invalid, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { finishTasksAt, writeTask } from '../../platform/tasks.ts';
import type { Context, SignedIn, Tables } from '../../platform/web/context.ts';
import * as store from './store-without.ts';
import {
  faultsIn,
  type RecordedSharing,
  reviewFaults,
  type SharingReview,
  safety,
  type Told,
  type WithoutAgreement,
} from './without-agreement.ts';

const changedSince: Problem = {
  status: 409,
  title: 'This has changed since you opened it',
  detail: 'Load the page again to see how it is now.',
};

const toldColumns = ({ told, notToldBecause }: { readonly told: Told; readonly notToldBecause: string }) => ({
  told: told === 'told',
  notToldBecause: told === 'told' ? '' : notToldBecause,
  keptFromPerson: told === 'unsafe',
});

const pathOf = (personId: string, id: string): string => `/people/${personId}/sharing/without/${id}`;

const askToLookAgain = (
  context: SignedIn,
  tables: Tables,
  {
    personId,
    id,
    accountId,
    reviewOn,
  }: { readonly personId: string; readonly id: string; readonly accountId: string; readonly reviewOn: string },
): Promise<void> =>
  writeTask(
    tables,
    {
      personId,
      kind: 'sharing.review',
      words: 'Look again at what was shared without agreement.',
      leadsTo: pathOf(personId, id),
      accountId,
      teamId: null,
      dueAt: instantOf(reviewOn, '17:00'),
    },
    { id: context.identify(), now: context.now, by: context.visitor.accountId },
  );

/** Newest first; for the person without what it is unsafe to tell them. */
export const sharedWithoutAgreement = (context: Context, personId: string): Promise<RecordedSharing[]> =>
  store.sharedWithoutAgreement(context.tables, personId);

export const findSharing = (context: Context, personId: string, id: string): Promise<RecordedSharing | null> =>
  store.findSharing(context.tables, personId, id);

/** Whom it can be shared with, and who could have decided. For whoever may read the record. */
export async function choicesFor(
  context: SignedIn,
  personId: string,
): Promise<{
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly deciders: readonly { readonly id: string; readonly name: string; readonly job: string }[];
}> {
  const { visitor, now, tables } = context;
  return {
    organisations: await store.organisations(tables),
    deciders: await context.asWorker('find who could have decided', (worker) => store.deciders(worker, personId, now, visitor.accountId)),
  };
}

/** Keeps it and asks whoever decided to look at it again. Touches the person, with the reason. */
export async function recordSharing(context: SignedIn, personId: string, said: WithoutAgreement): Promise<Result<{ id: string }>> {
  const { organisations, deciders } = await choicesFor(context, personId);
  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
  const faults = faultsIn(said, { organisations: ids(organisations), deciders: ids(deciders), today: localDate(context.now) });
  if (faults.length > 0) return failure(invalid(faults));
  const id = context.identify();
  context.touch(personId);
  await context.asWorker('record sharing without agreement', async (tables) => {
    await store.insertSharing(tables, {
      id,
      personId,
      organisationId: said.organisationId,
      categories: [...said.categories],
      purpose: safety,
      what: said.what,
      lawfulBasis: said.basis,
      reason: said.reason,
      decidedBy: said.decidedBy,
      decidedAt: context.now,
      ...toldColumns(said),
      reviewOn: said.reviewOn,
      createdAt: context.now,
      createdBy: context.visitor.accountId,
    });
    await askToLookAgain(context, tables, { personId, id, accountId: said.decidedBy, reviewOn: said.reviewOn });
  });
  return success({ id });
}

/** Keeps what was found; it ends, or goes on until it is looked at once more. Touches the person. */
export async function reviewSharing(
  context: SignedIn,
  at: { readonly personId: string; readonly id: string; readonly version: number },
  review: SharingReview,
): Promise<Result<RecordedSharing>> {
  const sharing = await store.findSharing(context.tables, at.personId, at.id);
  if (!sharing || sharing.endedAt) return failure(notFound);
  const faults = reviewFaults(review, localDate(context.now));
  if (faults.length > 0) return failure(invalid(faults));
  context.touch(at.personId);
  const by = context.visitor.accountId;
  const { now } = context;
  const done = await context.asWorker('review sharing without agreement', async (tables) => {
    const change = { reviewedAt: now, reviewedBy: by, reviewWords: review.words, ...toldColumns(review) };
    const next = review.goesOn ? { reviewOn: review.reviewOn } : { endedAt: now };
    if (!(await store.reviewSharing(tables, at, { ...change, ...next }))) return false;
    await finishTasksAt(tables, at.personId, pathOf(at.personId, at.id), { now, by });
    if (review.goesOn) await askToLookAgain(context, tables, { ...at, accountId: sharing.decidedById, reviewOn: review.reviewOn });
    return true;
  });
  return done ? success(sharing) : failure(changedSince);
}
