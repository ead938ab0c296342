// Says a person's plan in their words: every goal with its steps, both voices, and older versions.
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { firstName } from '../../platform/said.ts';
import type { Enrolment } from '../pathways/model.ts';
import { olderPlans } from '../plans/actions.ts';
import type { Goal, Plan } from '../plans/model.ts';
import type { Themselves } from './actions.ts';
import { planNow, stepDay } from './model.ts';
import type { GoalView, PlanView } from './pages/plan-parts.tsx';
import type { OwnSpeech } from './texts.ts';

const goalView = (goal: Goal, worker: string, today: LocalDate, speech: OwnSpeech): GoalView => ({
  id: goal.id,
  words: goal.words,
  done: goal.steps.filter((step) => step.doneOn !== null).length,
  steps: goal.steps.map((step) => ({
    id: step.id,
    who: ownerOf(step, worker, speech),
    what: step.what,
    says: stepDay(step, today, speech),
    doneOn: step.doneOn ? speech.moments.day(step.doneOn) : null,
    own: step.owner === 'person',
  })),
});

function ownerOf({ owner, ownerName }: Goal['steps'][number], worker: string, { texts }: OwnSpeech): string {
  const { owners } = texts.plan.steps;
  if (owner === 'person') return owners.person;
  return ownerName || (owner === 'worker' ? worker : (Object.entries(owners).find(([code]) => code === owner)?.[1] ?? owner));
}

/** The plan in both voices; `worker` is who writes it with them, by first name. */
export function planView(plan: Plan, worker: string, now: Date, speech: OwnSpeech): PlanView {
  const today = localDate(now);
  const { voices } = speech.texts.plan;
  return {
    id: plan.id,
    version: plan.version,
    number: plan.number,
    worker,
    sentence: planNow(plan, worker, today, speech),
    toAgree: plan.state === 'shared',
    /** Steps can be ticked while the plan is in use. */
    live: plan.state === 'agreed' || plan.state === 'agreed_with_differences' || plan.state === 'under_review',
    parts: plan.parts,
    goals: plan.state === 'not_wanted' ? [] : plan.goals.map((goal) => goalView(goal, worker, today, speech)),
    voices: [
      ...(plan.personsDifference ? [{ source: voices.you, words: plan.personsDifference }] : []),
      ...(plan.workersDifference ? [{ source: voices.other({ who: worker }), words: plan.workersDifference }] : []),
    ],
  };
}

/** The worker of a plan, else whoever supports the person now. */
export const planWorker = (plan: Plan, support: Enrolment | null, { texts }: OwnSpeech): string =>
  firstName(plan.workerName ?? support?.keyWorkerName ?? '') || texts.plan.worker;

/** Older versions for the list under the plan. */
export async function readOlder({ tables, visitor }: Themselves, { texts, moments }: OwnSpeech): Promise<{ id: string; title: string }[]> {
  const older = await olderPlans(tables, visitor.personId);
  return older.map(({ id, number, agreedOn }) => ({
    id,
    title: agreedOn ? texts.plan.olderAgreed({ number, day: moments.day(agreedOn) }) : texts.plan.olderOne({ number }),
  }));
}
