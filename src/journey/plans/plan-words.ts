// A plan in the words of those at work: where it is, its goals with what comes next, and whose each step is. Pure.
import { firstName, saidDate } from '../../platform/said.ts';
import type { Plan } from './model.ts';
import type { ReadView } from './pages/plan-page.tsx';

export const ownerName = (owner: string, name: string, worker: string): string =>
  owner === 'person'
    ? name
    : owner === 'worker'
      ? firstName(worker)
      : ({ supporter: 'Supporter', partner: 'Partner', family: 'Family or friend' }[owner] ?? owner);

export const goalsShown = (plan: Plan, name: string): ReadView['goals'] =>
  plan.goals.map((goal) => ({
    words: goal.words,
    done: goal.steps.filter((step) => step.doneOn).length,
    steps: goal.steps.length,
    next: goal.steps
      .filter((step) => !step.doneOn)
      .map((step) => ({
        who: step.ownerName || ownerName(step.owner, name, plan.workerName ?? 'Worker'),
        what: step.byOn ? `${step.what}, by ${saidDate(step.byOn)}` : step.what,
      })),
  }));

export const planSentence = (plan: Plan): string => {
  switch (plan.state) {
    case 'draft':
      return 'A draft that both can change.';
    case 'shared':
      return 'Shared, waiting for both to say yes.';
    case 'agreed':
    case 'agreed_with_differences':
    case 'under_review':
    case 'superseded':
      return [
        plan.agreedOn ? `Agreed on ${saidDate(plan.agreedOn)}${plan.workerName ? ` with ${plan.workerName}` : ''}.` : '',
        plan.state === 'superseded' ? 'A newer version took its place.' : plan.reviewOn ? `Look again by ${saidDate(plan.reviewOn)}.` : '',
      ]
        .filter(Boolean)
        .join(' ');
    case 'not_wanted':
      return 'No plan for now, and that is fine.';
  }
};
