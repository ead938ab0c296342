// Keeps a record to colleagues who are named, opens it for a while to somebody of its teams who says why, and lifts that again.
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { finishTasksAt, writeTask } from '../../platform/tasks.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { endAccess, grantAccess } from '../access/actions.ts';
import type { Candidate, RestrictedWork, Restriction } from './model.ts';
import * as store from './store.ts';

const already: Problem = { status: 409, title: 'It is restricted already', detail: 'Here is how it is now. Nothing else was changed.' };
const changedSince: Problem = {
  status: 409,
  title: 'This has changed since you opened it',
  detail: 'Load the page again to see how it is now.',
};

/** Where somebody of its teams says why they open it. */
export const openingOf = (personId: string): string => `/restricted/${personId}`;

/** Restricted records that the visitor’s teams have, without names; 100 at most. */
export const restrictedWork = (context: SignedIn): Promise<RestrictedWork[]> =>
  context.asWorker('list restricted records without names', (tables) =>
    store.restrictedWork(tables, context.visitor.accountId, context.now),
  );

/** In how many of them a team of the visitor’s is waited for while they are closed to them, up to 100. */
export const closedRecords = (context: Context): Promise<number> => store.countClosed(context.tables);

/** What one of them is to the visitor; null where no team of theirs has it, or it is not restricted. Touches nobody: it says no name. */
export const restrictedWorkOn = async (context: SignedIn, personId: string): Promise<RestrictedWork | null> =>
  (await restrictedWork(context)).find((one) => one.personId === personId) ?? null;

/** Opens it to the visitor for the hours that the place says, with the reason in the audit and on the person’s own page. Touches the person. */
export async function openWithReason(context: SignedIn, personId: string, reason: string): Promise<Result<{ readonly until: Date }>> {
  const work = await restrictedWorkOn(context, personId);
  if (!work) return failure(notFound);
  context.touch(personId);
  context.because(reason);
  const { accountId } = context.visitor;
  const until = new Date(context.now.getTime() + context.place.blueprint.recordsStayOpen.restrictedHours * 3_600_000);
  const source = { kind: 'restricted_reason', id: context.identify() };
  const ways = await context.asWorker('open a restricted record', (tables) => store.reachByTeam(tables, accountId, personId, context.now));
  for (const { relationship, role } of ways)
    await grantAccess(context, { personId, accountId, relationship, role, reason, source, endsAt: until });
  return success({ until });
}

/** The restriction in force, where the visitor may know of it. */
export const restrictionOf = (context: Context, personId: string): Promise<Restriction | null> =>
  store.restrictionOf(context.tables, personId);

/** Whom a record could stay open to by name; those it is open to already are marked. For whoever may read the record. */
export async function candidatesFor(context: SignedIn, personId: string): Promise<readonly (Candidate & { readonly named: boolean })[]> {
  return context.asWorker('find whom a record could stay open to', async (tables) => {
    const named = new Set(await store.namedNow(tables, personId, context.now));
    return (await store.candidatesFor(tables, personId, context.now)).map((one) => ({ ...one, named: named.has(one.accountId) }));
  });
}

/** Restricts it to those named, of the teams that have it, and to whom it is open by name already. Touches the person. */
export async function restrictRecord(
  context: SignedIn,
  { personId, reason, names }: { readonly personId: string; readonly reason: string; readonly names: readonly string[] },
): Promise<Result<null>> {
  context.touch(personId);
  context.because(reason);
  const sourceId = context.identify();
  const by = context.visitor.accountId;
  const candidates = (await candidatesFor(context, personId)).filter(({ accountId }) => names.includes(accountId));
  const done = await context.asWorker('restrict a record', async (tables) => {
    if (!(await store.restrict(tables, { personId, reason, askedBy: 'worker', sourceId, now: context.now, by }))) return false;
    await finishTasksAt(tables, personId, openingOf(personId), { now: context.now, by });
    return true;
  });
  if (!done) return failure(already);
  await name(context, personId, sourceId, candidates);
  return success(null);
}

async function name(context: SignedIn, personId: string, sourceId: string, candidates: readonly Candidate[]): Promise<void> {
  for (const { accountId, relationship, role } of candidates)
    await grantAccess(context, { personId, accountId, relationship, role, source: { kind: 'restricted_record', id: sourceId } });
}

/** Opens a restricted record to more colleagues by name. Touches the person. */
export async function nameColleagues(context: SignedIn, personId: string, names: readonly string[]): Promise<Result<null>> {
  context.touch(personId);
  if (!(await restrictionOf(context, personId))) return failure(notFound);
  const sourceId = await context.asWorker('name colleagues', (tables) => store.sourceOf(tables, personId, context.identify()));
  if (!sourceId) return failure(notFound);
  const candidates = await candidatesFor(context, personId);
  await name(
    context,
    personId,
    sourceId,
    candidates.filter(({ accountId, named }) => !named && names.includes(accountId)),
  );
  await context.asWorker('finish what asked for names', (tables) =>
    finishTasksAt(tables, personId, openingOf(personId), { now: context.now, by: context.visitor.accountId }),
  );
  return success(null);
}

/** Opens it to its teams again; those who were named for it keep no more than their team has. Touches the person. */
export async function liftRestriction(
  context: SignedIn,
  { personId, version, because }: { readonly personId: string; readonly version: number; readonly because: string },
): Promise<Result<null>> {
  context.touch(personId);
  context.because(because);
  const restriction = await restrictionOf(context, personId);
  if (!restriction) return failure(notFound);
  const by = context.visitor.accountId;
  const lifted = await context.asWorker('lift a restriction', async (tables) => {
    if (!(await store.lift(tables, { personId, version, because, by, now: context.now }))) return false;
    await finishTasksAt(tables, personId, openingOf(personId), { now: context.now, by });
    return true;
  });
  if (!lifted) return failure(changedSince);
  if (restriction.sourceId) await endAccess(context, restriction.sourceId);
  return success(null);
}

/** Because they, or somebody close to them, work here: at once, and the managers of its teams are asked to name who goes on. Touches the person. */
export async function restrictOwn(context: SignedIn, personId: string): Promise<Result<null>> {
  context.touch(personId);
  return (await restrictAsAsked(context, personId)) ? success(null) : failure(already);
}

/** The same where they said it as they asked for help, before anybody has read it. False where it was restricted already. */
export function restrictAsAsked(context: Context, personId: string): Promise<boolean> {
  const by = context.visitor?.accountId ?? null;
  return context.asWorker('restrict a record', async (tables) => {
    const reason = 'They, or somebody close to them, work here.';
    const row = { personId, reason, askedBy: 'person', sourceId: context.identify(), now: context.now, by } as const;
    if (!(await store.restrict(tables, row))) return false;
    for (const accountId of await store.managersOf(tables, personId, context.now))
      await writeTask(
        tables,
        {
          personId,
          kind: 'restricted.name',
          words: 'Somebody asked to be seen only by colleagues who are named. Choose them.',
          leadsTo: openingOf(personId),
          accountId,
          teamId: null,
          dueAt: null,
        },
        { id: context.identify(), now: context.now, by },
      );
    return true;
  });
}
