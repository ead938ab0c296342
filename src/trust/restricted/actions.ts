// Keeps a record to colleagues who are named, opens it for a while to somebody of its teams who says why, and lifts that again.
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { finishTasksAt, writeTask } from '../../platform/tasks.ts';
import type { Context, SignedIn, Tables } from '../../platform/web/context.ts';
import { endAccess, grantAccess } from '../access/actions.ts';
import type { Candidate, RestrictedWork, Restriction } from './model.ts';
import * as store from './store.ts';

const already: Problem = { status: 409, title: 'It is restricted already', detail: 'Here is how it is now. Nothing else was changed.' };
const changedSince: Problem = {
  status: 409,
  title: 'This has changed since you opened it',
  detail: 'Load the page again to see how it is now.',
};

/** What managers are asked to do. Whatever else leads to where it is opened waits on, such as a word to whoever is on duty. */
const toName = 'restricted.name';
/** What the place’s managers are asked where a team has nobody who could name anybody. */
const toManage = 'restricted.nobody';

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

/** Those of these records that are restricted and that a team of the visitor’s has, closed to them: what leads to them leads to giving a reason. */
export async function openedByReason(context: SignedIn, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const work = await restrictedWork(context);
  return new Set(work.filter((one) => personIds.includes(one.personId)).map((one) => one.personId));
}

/** The restriction in force, where the visitor may know of it. */
export const restrictionOf = (context: Context, personId: string): Promise<Restriction | null> =>
  store.restrictionOf(context.tables, personId);

/** Whether it is restricted now, whoever asks: for where a task about it must lead. */
export const isRestricted = (context: Context, personId: string): Promise<boolean> =>
  context.asWorker('see whether a record is restricted', async (tables) => (await store.restrictionOf(tables, personId)) !== null);

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
    await finishTasksAt(tables, personId, openingOf(personId), { now: context.now, by }, toName);
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
    finishTasksAt(tables, personId, openingOf(personId), { now: context.now, by: context.visitor.accountId }, toName),
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
    await finishTasksAt(tables, personId, openingOf(personId), { now: context.now, by }, toName);
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
export const restrictAsAsked = (context: Context, personId: string): Promise<boolean> =>
  context.asWorker('restrict a record', (tables) =>
    restrictAndAsk(context, tables, {
      personId,
      reason: 'They, or somebody close to them, work here.',
      askedBy: 'person',
      sourceId: context.identify(),
    }),
  );

type Restricting = Pick<Restriction, 'personId' | 'reason' | 'askedBy'> & { readonly sourceId: string };

/** Restricts it, and asks who goes on. False where it was restricted already. */
async function restrictAndAsk(context: Context, tables: Tables, restricting: Restricting): Promise<boolean> {
  const { personId } = restricting;
  if (!(await store.restrict(tables, { ...restricting, now: context.now, by: context.visitor?.accountId ?? null }))) return false;
  await askForNames(context, tables, personId);
  return true;
}

/**
 * Asks whoever answers for its teams to name who goes on: their managers, else their leads, else those who work with the person. Where no team of it has any,
 * the place’s managers are told that a team needs one, and of nobody’s record. Runs as the worker.
 */
async function askForNames(context: Context, tables: Tables, personId: string): Promise<void> {
  const written = () => ({ id: context.identify(), now: context.now, by: context.visitor?.accountId ?? null });
  const accounts = await store.namersOf(tables, personId, context.now);
  const asked = { kind: toName, teamId: null, dueAt: null };
  const words = 'A record is to be seen only by colleagues who are named. Choose them.';
  for (const accountId of accounts)
    await writeTask(tables, { ...asked, personId, words, leadsTo: openingOf(personId), accountId }, written());
  if (accounts.length > 0 || (await store.isAsked(tables, null, toManage))) return;
  const nobody = 'A team has nobody who can name who sees a restricted record. Give each team a manager.';
  for (const accountId of await store.anyManagers(tables))
    await writeTask(tables, { ...asked, kind: toManage, personId: null, words: nobody, leadsTo: '/home', accountId }, written());
}

/** Asks for names where a record is restricted by an address of theirs, nobody is named, and nobody was asked yet. */
export const askWhoGoesOn = (context: Context, personId: string): Promise<void> =>
  context.asWorker('ask who goes on with a restricted record', async (tables) => {
    if (!(await store.restrictionOf(tables, personId))) return;
    if ((await store.namedNow(tables, personId, context.now)).length > 0 || (await store.isAsked(tables, personId, toName))) return;
    await askForNames(context, tables, personId);
  });

/** To whom a restricted record is open by name, or else who is asked to name them; for what somebody must look at in it. Runs as the worker. */
export async function keepersOf(tables: Tables, personId: string, now: Date): Promise<string[]> {
  const named = await store.namedNow(tables, personId, now);
  return named.length > 0 ? named.slice(0, 20) : store.namersOf(tables, personId, now);
}

/**
 * When two records turn out to be of one person, what hangs on the one that is kept to a few stays with a few: the other is restricted too, and is open by
 * name to whoever has this one by name or by a reason. Ids of the access given; none where this one is open to its teams. Runs as the worker.
 */
export async function carryRestriction(
  context: Context,
  tables: Tables,
  { from, to, sourceId }: { readonly from: string; readonly to: string; readonly sourceId: string },
): Promise<string[]> {
  const kept = await store.restrictionOf(tables, from);
  if (!kept) return [];
  if (!(await restrictAndAsk(context, tables, { personId: to, reason: kept.reason, askedBy: kept.askedBy, sourceId }))) return [];
  return store.copyNames(tables, { from, to, sourceId, now: context.now, by: context.visitor?.accountId ?? null }, context.identify);
}

/** Takes back what `carryRestriction` did, where it still stands as it was left, and ends what anybody was given by it. */
export async function takeBackRestriction(context: Context, personId: string, sourceId: string): Promise<void> {
  await context.asWorker('lift a restriction', async (tables) => {
    const standing = await store.restrictionOf(tables, personId);
    if (standing?.sourceId !== sourceId) return;
    const by = context.visitor?.accountId ?? null;
    const because = 'The two records are not of one person.';
    await store.lift(tables, { personId, version: standing.version, because, by, now: context.now });
    await finishTasksAt(tables, personId, openingOf(personId), { now: context.now, by }, toName);
  });
  await endAccess(context, sourceId);
}
