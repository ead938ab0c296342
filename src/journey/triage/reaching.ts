// Reaching somebody who asked: every try is kept, and when enough was tried the door is kept open in safe words, the referrer told, and a manager looks. Nothing ends.
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { firstName } from '../../platform/said.ts';
import { finishTasksAt } from '../../platform/tasks.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { openingOf } from '../../trust/restricted/actions.ts';
import { notReached, referralLifecycle, toMakeContact } from '../front-door/model.ts';
import { contactPointsOf, knowsOf, raiseTask, tellPerson, tellReferrer } from '../people/actions.ts';
import { beginReading } from './considering.ts';
import { doubtsTheWay, leastTries, leastWays, routineOf, type TryChannel, type TryResult, triedAt } from './reaching-routine.ts';
import { doubtWays, insertTry, managingTeam, safePostPoint, triesOf } from './store-reaching.ts';
import { findReferral, moveReferral } from './store-referral.ts';

export interface NewTry {
  readonly referralId: string;
  readonly channel: TryChannel;
  readonly result: TryResult;
  readonly words: string;
}

const roleOf = (context: SignedIn): string => moversOf(context)[0] ?? '';

/** Keeps one try. Reaching somebody brings a referral that waited for them back to be read. */
export async function keepTry(context: SignedIn, made: NewTry): Promise<Result<{ reached: boolean }>> {
  const referral = await findReferral(context.tables, made.referralId);
  if (!referral) return failure(notFound);
  const { personId } = referral;
  context.touch(personId);
  await insertTry(context.tables, {
    id: context.identify(),
    referralId: referral.id,
    personId,
    at: context.now,
    channel: made.channel,
    result: made.result,
    note: made.words.trim(),
    createdAt: context.now,
    createdBy: context.visitor.accountId,
  });
  const reached = made.result === 'spoke' || made.result === 'asked_to_call_back';
  // Somebody they trust may have been told what they were not.
  if (reached && made.channel !== 'via_person')
    await context.asWorker('they were spoken with, and know', (tables) => knowsOf(tables, { kind: 'referral', id: referral.id }));
  if (made.result === 'spoke' && made.channel !== 'via_person') await contactWasMade(context, referral);
  if (reached && referral.state === 'unreachable') {
    const allowed = permit(referralLifecycle, { from: 'unreachable', to: 'in_triage', by: moversOf(context) });
    if (!allowed.ok) return allowed;
    await traced(context.tables, { role: roleOf(context), reason: 'They were reached.' });
    if (!(await moveReferral(context.tables, referral, 'in_triage'))) return failure(overtaken);
  }
  if (reached) await isLookedAtAgain(context, referral);
  if (doubtsTheWay(made.result)) {
    // Whoever answers there may be somebody else: no message, and no code to sign in, goes there by itself.
    await context.asWorker('doubt the way that was tried', async (tables) => {
      const kept = (await contactPointsOf(tables, [personId])).filter(({ replacedAt }) => replacedAt === null);
      const doubted = triedAt(made.channel, kept).map(({ id }) => id);
      await doubtWays(tables, doubted, context.now);
    });
    await raiseTask(context, {
      personId,
      kind: 'contact.doubted',
      words: `Ask how it is safe to reach the person of referral ${referral.number}, before anybody tries the same way again.`,
      leadsTo: `/people/${personId}/contact`,
      accountId: context.visitor.accountId,
    });
  }
  await record(context, {
    personId,
    category: 'contact',
    kind: 'referral.contact_tried',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { channel: made.channel, result: made.result },
  });
  return success({ reached });
}

/** S2.7: whoever was to make contact today need not any more. Whoever only asked to be called back, or was heard of by others, still waits for it. */
const contactWasMade = (context: SignedIn, { id, personId }: { readonly id: string; readonly personId: string }): Promise<void> =>
  context.asWorker('contact was made today', async (tables) => {
    const done = { now: context.now, by: context.visitor.accountId };
    for (const leadsTo of [`/triage/${id}`, openingOf(personId)]) await finishTasksAt(tables, personId, leadsTo, done, toMakeContact);
  });

/** The manager need not look at who could not be reached: they were. */
const isLookedAtAgain = (context: SignedIn, { id, personId }: { readonly id: string; readonly personId: string }): Promise<void> =>
  context.asWorker('they were reached', (tables) =>
    finishTasksAt(tables, personId, `/triage/${id}/reach`, { now: context.now, by: context.visitor.accountId }, notReached),
  );

const notEnough: Problem = {
  status: 409,
  title: 'There is more to try first',
  detail: `Try at least ${leastTries} times, by at least ${leastWays} different ways. Each try is kept here.`,
};

/** What was done: a letter or message in safe words, or a task to tell them in person. */
export interface DoorKeptOpen {
  readonly told: 'message' | 'task';
}

/** Says that they could not be reached yet. The clock runs on, and the door stays open. */
export async function keepDoorOpen(
  context: SignedIn,
  { referralId, version }: { readonly referralId: string; readonly version: number },
): Promise<Result<DoorKeptOpen>> {
  const referral = await findReferral(context.tables, referralId);
  if (!referral) return failure(notFound);
  const { personId } = referral;
  context.touch(personId);
  if (referral.version !== version) return failure(overtaken);
  if (!routineOf(await triesOf(context.tables, referralId)).enough) return failure(notEnough);
  const reading = await beginReading(context, referral);
  if (!reading.ok) return reading;
  const from = referral.state === 'submitted' ? 'in_triage' : referral.state;
  const allowed = permit(referralLifecycle, { from: from as 'in_triage', to: 'unreachable', by: moversOf(context) }); // the lifecycle refuses any other
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: roleOf(context), reason: 'They could not be reached yet.' });
  if (!(await moveReferral(context.tables, { id: referral.id, version: reading.value.version }, 'unreachable'))) return failure(overtaken);
  const letter = await context.asWorker('look for a safe address', (tables) => safePostPoint(tables, personId));
  const told = await tellPerson(context, {
    personId,
    purpose: 'unreachable',
    facts: { worker: firstName(context.visitor.name) },
    workerId: context.visitor.accountId,
    subject: { kind: 'referral', id: referral.id },
    ...(letter === undefined ? {} : { only: letter }),
  });
  if (referral.referrerAccountId) await tellReferrer(context, { referralId: referral.id, purpose: 'referrer_unreachable', facts: {} });
  const manager = await context.asWorker('find who manages the team', (tables) => managingTeam(tables, referral.teamId));
  await raiseTask(context, {
    personId,
    kind: notReached,
    words: `Look at referral ${referral.number}: nobody has reached the person yet. Decide with the team what is tried next. The door stays open.`,
    leadsTo: `/triage/${referral.id}/reach`,
    ...(manager ? { accountId: manager } : { teamId: referral.teamId }),
  });
  await record(context, {
    personId,
    category: 'contact',
    kind: 'referral.not_reached',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { told: 'messageId' in told ? 'message' : 'task' },
  });
  return success({ told: 'messageId' in told ? 'message' : 'task' });
}
