// Gathers what a person's own page shows, as that person under row-level security, and says it in their words.
import { byCode } from '../../platform/blueprint/blueprint.ts';
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { wordsFor } from '../../platform/codes/codes.ts';
import { firstName, saidDay, saidDayAndTime } from '../../platform/said.ts';
import { sharingOf } from '../../trust/sharing/actions.ts';
import { helpAhead } from '../coming/actions.ts';
import { chosenSaid } from '../coming/model.ts';
import { askedForThem } from '../front-door/actions.ts';
import { doorTexts } from '../front-door/texts.ts';
import { resultsOf } from '../measures/actions.ts';
import { type MeasureSeries, seriesOf } from '../measures/series.ts';
import { enrolmentsOf, openDoorOf } from '../pathways/actions.ts';
import type { Enrolment } from '../pathways/model.ts';
import { identityOf } from '../people/actions.ts';
import { currentPlan, olderPlans } from '../plans/actions.ts';
import type { Goal, Plan } from '../plans/model.ts';
import { sessionsAhead } from '../sessions/actions.ts';
import type { SupportSession } from '../sessions/model.ts';
import { closed, type Themselves } from './actions.ts';
import { openedGently, planNow, saidNear, stepWords, whatNext } from './model.ts';
import type { AppointmentView, MeasureView, MyPageView, TeamView } from './pages/my-page.tsx';
import type { GoalView, PlanView } from './pages/plan-parts.tsx';
import { inTouchBy, jobsOf, lastAgreed, messagesTo, newestRequest } from './store.ts';

const messagesShown = 8;
const over = new Set(['ended', 'declined', 'transferred']);

const someone = 'Your worker';
const channelWords: Readonly<Record<string, string>> = {
  text: 'by text',
  email: 'by email',
  post: 'by letter',
  phone: 'by phone',
  page: 'on this page',
};

const appointment = (session: SupportSession, now: Date): AppointmentView => ({
  id: session.id,
  version: session.version,
  confirmed: session.state === 'confirmed',
  title: `${firstName(session.workerName)}, ${saidNear(session.startsAt, now)}`,
  where: `${session.place || wordsFor('consultationMechanism', session.channel)}, ${session.minutes} minutes`,
  interpreter: session.interpreter !== null,
});

const sentenceCase = (words: string): string => words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1);

const goalView = (goal: Goal, worker: string, today: LocalDate): GoalView => ({
  id: goal.id,
  words: goal.words,
  done: goal.steps.filter((step) => step.doneOn !== null).length,
  steps: goal.steps.map((step) => ({
    id: step.id,
    who: step.owner === 'person' ? 'You' : step.ownerName || (step.owner === 'worker' ? worker : wordsFor('actionOwner', step.owner)),
    what: stepWords(step, today),
    doneOn: step.doneOn ? saidDay(step.doneOn) : null,
    own: step.owner === 'person',
  })),
});

/** The plan in both voices; `worker` is who writes it with them, by first name. */
export function planView(plan: Plan, worker: string, today: LocalDate): PlanView {
  return {
    id: plan.id,
    version: plan.version,
    number: plan.number,
    worker,
    sentence: planNow(plan, worker, today),
    toAgree: plan.state === 'shared',
    /** Steps can be ticked while the plan is in use. */
    live: plan.state === 'agreed' || plan.state === 'agreed_with_differences' || plan.state === 'under_review',
    parts: plan.parts,
    goals: plan.state === 'not_wanted' ? [] : plan.goals.map((goal) => goalView(goal, worker, today)),
    voices: [
      ...(plan.personsDifference ? [{ who: 'You', words: plan.personsDifference }] : []),
      ...(plan.workersDifference ? [{ who: worker, words: plan.workersDifference }] : []),
    ],
  };
}

/** The worker of a plan, else whoever supports the person now. */
export const planWorker = (plan: Plan, support: Enrolment | null): string =>
  firstName(plan.workerName ?? support?.keyWorkerName ?? '') || someone;

function measureView(series: MeasureSeries, supports: readonly Enrolment[]): MeasureView {
  const first = series.readings[0]?.date;
  return {
    ...series,
    ...openedGently(series.finding),
    events: supports
      .flatMap((one) => (one.startsOn && first && one.startsOn >= first ? [{ date: one.startsOn, label: 'Support began' }] : []))
      .slice(0, 4),
  };
}

async function teamView(context: Themselves, support: Enrolment | null): Promise<TeamView | null> {
  if (!support) return null;
  const jobs = await jobsOf(context.tables, support.keyWorkerId ? [support.keyWorkerId] : []);
  const service = byCode(context.place.blueprint.services, support.serviceCode);
  const job = support.keyWorkerId ? jobs.get(support.keyWorkerId) : undefined;
  return {
    team: support.teamName,
    service: service?.name ?? support.teamName,
    phone: service?.enquiries?.phone ?? null,
    people: [
      ...(support.keyWorkerName ? [{ name: firstName(support.keyWorkerName), does: sentenceCase(job || 'supports you') }] : []),
      ...support.strands
        .filter((strand) => strand.state !== 'ended' && strand.workerName && strand.workerName !== support.keyWorkerName)
        .map((strand) => ({ name: firstName(strand.workerName ?? ''), does: strand.name })),
    ],
    offers: support.strands.filter((strand) => strand.state !== 'ended').map((strand) => strand.name),
  };
}

/** The newest support that has not ended; null when there is none. */
export const supportNow = (supports: readonly Enrolment[]): Enrolment | null => supports.find((one) => !over.has(one.state)) ?? null;

export async function readMyPage(context: Themselves): Promise<MyPageView> {
  const { tables, now, visitor } = context;
  const { personId } = visitor;
  const who = await identityOf(context, personId);
  const supports = await enrolmentsOf(tables, personId);
  const support = supportNow(supports);
  const ahead = await sessionsAhead(tables, personId, now);
  const request = await newestRequest(tables, personId);
  const waiting = request && !closed.has(request.state) ? request : null;
  const due =
    support && ahead.length === 0 ? await context.asWorker('say by when we are in touch', (worker) => inTouchBy(worker, personId)) : null;
  const door = support || waiting ? null : await openDoorOf(tables, personId, localDate(now));
  const last = supports.find((one) => one.endedOn);
  const next = whatNext({
    now,
    ahead,
    support,
    request: waiting
      ? doorTexts('en').status[waiting.state]({ team: waiting.team, by: saidDay(waiting.decideBy), reader: firstName(waiting.reader) })
      : null,
    inTouchBy: due && due > now ? due : null,
    ended: last?.endedOn ? { on: last.endedOn, backUntil: door?.reEntryUntil ?? null } : null,
  });
  const plan = await currentPlan(tables, personId);
  const [series] = seriesOf(await resultsOf(tables, personId));
  const messages = await messagesTo(tables, personId, now, messagesShown);
  const coming = await helpAhead(tables, personId);
  const agreed = await lastAgreed(tables, personId);
  return {
    name: who?.firstName ?? firstName(visitor.name),
    worker: support?.keyWorkerName ? firstName(support.keyWorkerName) : null,
    next,
    appointments: ahead.map((session) => appointment(session, now)),
    agreed: agreed ? { ...agreed, when: saidDay(agreed.at), worker: firstName(agreed.worker) } : null,
    messages: messages.map(({ id, body, channel, at }) => ({
      key: id,
      sentence: body,
      when: [saidDayAndTime(at), channelWords[channel]].filter(Boolean).join(', '),
    })),
    plan: plan ? planView(plan, planWorker(plan, support), localDate(now)) : null,
    measure: series ? measureView(series, supports) : null,
    team: await teamView(context, support),
    coming: coming?.chosenAt ? chosenSaid(coming) : coming && '',
    askedFor: (await askedForThem(tables, personId)).length > 0,
    asksToUse: (await sharingOf(context, personId)).find(({ question }) => question !== null)?.organisation ?? null,
  };
}

/** Older versions for the list under the plan. */
export async function readOlder({ tables, visitor }: Themselves): Promise<{ id: string; title: string }[]> {
  const older = await olderPlans(tables, visitor.personId);
  return older.map(({ id, number, agreedOn }) => ({ id, title: `Version ${number}${agreedOn ? `, agreed on ${saidDay(agreedOn)}` : ''}` }));
}
