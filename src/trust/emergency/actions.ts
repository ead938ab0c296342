// Opening a record outside the usual reasons: for a while, with a reason, told to whoever leads the team that has it, and looked at afterwards by somebody else.
import { wordsFor } from '../../platform/codes/codes.ts';
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { finishTasksAt, writeTask } from '../../platform/tasks.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { endAccess, grantAccess } from '../access/actions.ts';
import { type AskedToOpen, type Opening, reviewByAfter, reviewerRoles, roleFor } from './model.ts';
import * as store from './store.ts';

/** The same whether there is nobody or more than one, so that trying tells nothing. */
export const nobodyFits: Problem = {
  status: 422,
  title: 'Nobody fits that exactly',
  detail: 'Check each part, or use the NHS number alone. Nothing was opened.',
  faults: [{ field: 'given', message: 'Nobody fits exactly what you typed. Check each part, or use the NHS number.' }],
};
const mayNot: Problem = { status: 403, title: 'Your role cannot open a record for that reason', detail: 'Choose a reason that is yours.' };
const often: Problem = {
  status: 429,
  title: 'That was many tries',
  detail: 'Wait a quarter of an hour. In an emergency, call who has the record.',
};
const reviewed: Problem = {
  status: 409,
  title: 'Somebody has reviewed it already',
  detail: 'Their finding stands. Load the page again to read it.',
};
const byAnother: Problem = {
  status: 403,
  title: 'Somebody else reviews it',
  detail: 'Whoever opened a record does not review that. A colleague does.',
};

const pathOf = (openingId: string): string => `/emergency/openings/${openingId}`;

/**
 * Opens the record of whoever fits exactly, at once. There is no look before: who is found is opened, told and reviewed. Touches the person.
 * `opened` is null where the visitor could read the record anyway; then nothing was opened.
 */
export async function openInEmergency(
  context: SignedIn,
  asked: AskedToOpen,
): Promise<Result<{ readonly personId: string; readonly opened: { readonly id: string; readonly until: Date } | null }>> {
  const { visitor, now, tables } = context;
  const role = roleFor(visitor.roles, asked.reason);
  if (!role) return failure(mayNot);
  if (!(await context.mayTry('emergency', visitor.accountId, 10, 900))) return failure(often);
  const [personId, another] = await context.asWorker('find whose record to open', (worker) => store.whoFits(worker, asked.who));
  if (!personId || another) return failure(nobodyFits);
  context.touch(personId);
  const readable = await tables.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
  // Whoever has it open already may ask again, for more of it or for longer.
  if (readable && !(await openingNow(context, personId))) return success({ personId, opened: null });
  context.because(`${wordsFor('breakGlassReason', asked.reason)}: ${asked.words}`);
  const id = context.identify();
  const until = new Date(now.getTime() + asked.hours * 3_600_000);
  const reviewBy = reviewByAfter(now);
  await context.asWorker('open a record in an emergency', async (worker) => {
    const teamId = await store.teamWith(worker, personId, now);
    await store.insertOpening(worker, { id, personId, accountId: visitor.accountId, role, asked, now, until, teamId, reviewBy });
    for (const accountId of await store.whomToTell(worker, teamId, visitor.accountId))
      await writeTask(
        worker,
        {
          personId,
          kind: 'emergency.review',
          words: `${visitor.name} opened a record in an emergency. Look at why, and at what was read.`,
          leadsTo: pathOf(id),
          accountId,
          teamId: null,
          dueAt: reviewBy,
        },
        { id: context.identify(), now, by: visitor.accountId },
      );
  });
  await grantAccess(context, {
    personId,
    accountId: visitor.accountId,
    relationship: 'break_glass',
    role,
    categories: ['contact', ...asked.parts],
    reason: `${wordsFor('breakGlassReason', asked.reason)}: ${asked.words}`,
    source: { kind: 'emergency_opening', id },
    endsAt: until,
  });
  return success({ personId, opened: { id, until } });
}

/** What the visitor has open of this person now, for the line over the record. */
export const openingNow = (context: SignedIn, personId: string): Promise<Opening | null> =>
  store.openingNow(context.tables, context.visitor.accountId, personId, context.now);

/** By whoever opened it. Ending what has ended changes nothing. */
export async function endOpening(context: SignedIn, id: string): Promise<Result<Opening>> {
  const opening = await store.findOpening(context.tables, id);
  if (opening?.accountId !== context.visitor.accountId) return failure(notFound);
  context.touch(opening.personId);
  const ended = await context.asWorker('close a record again', (worker) => store.endOpening(worker, id, context.now));
  if (ended) await endAccess(context, id);
  return success(opening);
}

const reviews = (context: SignedIn, { accountId, teamId }: Opening): boolean =>
  accountId !== context.visitor.accountId &&
  context.visitor.roles.some((held) => held.access === 'IG' || (held.access === 'MGR' && held.teamId === teamId));

/** Null where it is nothing to the visitor: the database shows it to whoever opened it, information governance and the team’s managers. */
export async function readOpening(context: SignedIn, id: string): Promise<{ opening: Opening; mayReview: boolean } | null> {
  const opening = await store.findOpening(context.tables, id);
  if (!opening) return null;
  context.touch(opening.personId);
  return { opening, mayReview: !opening.reviewedAt && reviews(context, opening) };
}

/** Writes down what somebody else than the opener found, and takes it off everybody’s list. */
export async function reviewOpening(context: SignedIn, id: string, review: store.Review): Promise<Result<Opening>> {
  const opening = await store.findOpening(context.tables, id);
  if (!opening) return failure(notFound);
  context.touch(opening.personId);
  if (!reviews(context, opening)) return failure(byAnother);
  const by = context.visitor.accountId;
  const done = await context.asWorker('review an opening', async (worker) => {
    if (!(await store.reviewOpening(worker, id, review, { by, now: context.now }))) return false;
    await finishTasksAt(worker, opening.personId, pathOf(id), { now: context.now, by });
    return true;
  });
  return done ? success(opening) : failure(reviewed);
}

/** What waits for the visitor’s review, and since when it is late; nothing for whoever reviews none. */
export async function openingsToReview(context: Context): Promise<{ readonly waiting: number; readonly late: readonly Date[] }> {
  const { visitor, tables, now } = context;
  if (!visitor?.roles.some(({ access }) => reviewerRoles.includes(access))) return { waiting: 0, late: [] };
  return store.openingsToReview(tables, visitor.accountId, now);
}

const mostOnPage = 50;

/** `next` is the id to go on from; null at the end. Touches whom it lists. */
export async function openingsShown(
  context: SignedIn,
  show: Parameters<typeof store.listOpenings>[1]['show'],
  before: string | undefined,
): Promise<{ openings: readonly Opening[]; next: string | null }> {
  const found = await store.listOpenings(context.tables, { show, now: context.now, before, most: mostOnPage + 1 });
  const openings = found.slice(0, mostOnPage);
  context.touch(...openings.map(({ personId }) => personId));
  return { openings, next: found.length > mostOnPage ? (openings.at(-1)?.id ?? null) : null };
}
