// What somebody does on their own page: answer an appointment, say yes to the plan in their own voice, tick a step of theirs, come back. Everybody else’s things do not exist here.
import { byCode } from '../../platform/blueprint/blueprint.ts';
import { addDays, type LocalDate, localDate } from '../../platform/clock.ts';
import { dueAt } from '../../platform/due.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import { firstName } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { comeBack } from '../pathways/actions.ts';
import { raiseTask } from '../people/actions.ts';
import { agreePlan, currentPlan, findPlan, tickStep } from '../plans/actions.ts';
import type { Plan } from '../plans/model.ts';
import { cancelSession, confirmSession, findSession } from '../sessions/actions.ts';
import type { SupportSession } from '../sessions/model.ts';
import { newestRequest } from './store.ts';

/** Somebody signed in to their own page. */
export type Themselves = SignedIn & { readonly visitor: { readonly personId: string } };

interface Version {
  readonly id: string;
  readonly version: number;
}

/** An appointment is answered by whose it is and nobody else, whatever else they may read. */
export async function answerAppointment(context: Themselves, at: Version, answer: 'coming' | 'cannot'): Promise<Result<SupportSession>> {
  const session = await findSession(context.tables, at.id);
  if (session?.personId !== context.visitor.personId) return failure(notFound);
  return answer === 'coming' ? confirmSession(context, at) : cancelSession(context, at, 'person');
}

const weeksUntilReview = 12;

/** The day already chosen, while it is to come; else the place's own time for looking again. */
function lookAgainOn({ place, now }: Themselves, plan: Plan): LocalDate {
  const today = localDate(now);
  if (plan.reviewOn && plan.reviewOn > today) return plan.reviewOn;
  const target = byCode(place.blueprint.clocks, 'REVIEW')?.target;
  const due = target ? dueAt(target, now) : null;
  const on = due ? localDate(due) : today;
  return on > today ? on : addDays(today, weeksUntilReview * 7);
}

/** Yes to a plan that was shared. What they see differently is kept in their voice, and their worker is asked to read it with them (MOS-11). */
export async function sayYesToPlan(context: Themselves, at: Version & { readonly differently: string }): Promise<Result<Plan>> {
  const plan = await findPlan(context.tables, at.id);
  if (plan?.personId !== context.visitor.personId) return failure(notFound);
  const agreed = await agreePlan(context, {
    id: at.id,
    version: at.version,
    agreedHow: at.differently ? 'agreed_differences' : 'agreed',
    reviewOn: lookAgainOn(context, plan),
    personsDifference: at.differently,
    workersDifference: plan.workersDifference,
  });
  if (agreed.ok && at.differently)
    await raiseTask(context, {
      personId: plan.personId,
      kind: 'plan.said_differently',
      words: `${firstName(context.visitor.name)} said yes to the plan, and what they see differently. Read it together.`,
      leadsTo: `/people/${plan.personId}/plan`,
      dueAt: new Date(context.now.getTime() + 7 * 24 * 3_600_000),
    });
  return agreed;
}

/** Only a step of their own, in the plan as it stands now. */
export async function tickOwnStep(
  context: Themselves,
  step: { readonly id: string; readonly done: boolean },
): Promise<Result<{ what: string }>> {
  const plan = await currentPlan(context.tables, context.visitor.personId);
  const own = plan?.goals.flatMap((goal) => goal.steps).find((one) => one.id === step.id && one.owner === 'person');
  if (!own) return failure(notFound);
  const ticked = await tickStep(context, step);
  return ticked.ok ? success({ what: own.what }) : ticked;
}

/** Back through the door that stayed open; once only, while nothing is under way. */
export async function returnThroughDoor(context: Themselves): Promise<Result<{ referralId: string }>> {
  const request = await newestRequest(context.tables, context.visitor.personId);
  if (request && !closed.has(request.state))
    return failure({ status: 409, title: 'You are back already', detail: 'We have it. Your page says what happens next.' });
  return comeBack(context, context.visitor.personId);
}

/** States of a request in which nothing is under way any more. */
export const closed: ReadonlySet<string> = new Set(['closed', 'withdrawn', 'merged']);
