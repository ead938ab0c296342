// The words of a plan: made together, agreed in two voices, with a stay-well part that outlasts support (lifecycle 4.6).
import type { LocalDate } from '../../platform/clock.ts';
import type { Lifecycle } from '../../platform/lifecycle.ts';

export const planStates = ['draft', 'shared', 'agreed', 'agreed_with_differences', 'under_review', 'superseded', 'not_wanted'] as const;
export type PlanState = (typeof planStates)[number];

const both = ['PER', 'KW', 'HOU', 'EMP'] as const;

export const planLifecycle: Lifecycle<PlanState> = {
  name: 'plan',
  states: planStates,
  transitions: [
    { from: null, to: 'draft', by: both, personSees: 'A draft you can change.' },
    {
      from: 'draft',
      to: 'shared',
      by: both,
      needs: 'at least one thing that matters to the person',
      personSees: 'Please check it says what you mean.',
    },
    {
      from: 'shared',
      to: 'agreed',
      by: both,
      needs: 'both names, the date and a date to look again',
      starts: ['REVIEW'],
      personSees: 'This is your plan.',
    },
    {
      from: 'shared',
      to: 'agreed_with_differences',
      by: both,
      needs: 'each difference in its own voice',
      starts: ['REVIEW'],
      personSees: 'This is your plan, with both voices.',
    },
    {
      from: 'agreed',
      to: 'under_review',
      by: [...both, 'SYS'],
      needs: 'the review is due or somebody asked',
      personSees: 'Time to look again.',
    },
    {
      from: 'agreed_with_differences',
      to: 'under_review',
      by: [...both, 'SYS'],
      needs: 'the review is due or somebody asked',
      personSees: 'Time to look again.',
    },
    {
      from: 'under_review',
      to: 'agreed',
      by: both,
      needs: 'a new version; the old one stays readable',
      starts: ['REVIEW'],
      personSees: 'Your new plan. The old one is still here.',
    },
    {
      from: 'under_review',
      to: 'agreed_with_differences',
      by: both,
      needs: 'a new version; the old one stays readable',
      starts: ['REVIEW'],
      personSees: 'Your new plan, with both voices.',
    },
    { from: 'under_review', to: 'superseded', by: ['SYS', 'KW', 'HOU', 'EMP'], needs: 'a new version took its place' },
    {
      from: 'draft',
      to: 'not_wanted',
      by: both,
      needs: 'what the worker will do anyway, and when to ask again',
      personSees: 'No plan for now.',
    },
    {
      from: 'shared',
      to: 'not_wanted',
      by: both,
      needs: 'what the worker will do anyway, and when to ask again',
      personSees: 'No plan for now.',
    },
  ],
};

/** The parts written as paragraphs, in the order in which they are asked; the first is what the person would like others to know. */
export const planParts = [
  { field: 'aboutMe', asks: 'About me', hint: 'What you would like people to know about you first.' },
  { field: 'whatMatters', asks: 'What matters to me', hint: 'People, places, things you would not want to lose.' },
  { field: 'howToSupportMe', asks: 'How to support me', hint: 'What helps, and what does not.' },
  { field: 'strengths', asks: 'What I am good at', hint: 'Skills, strengths and qualities to build on.' },
] as const;

export const stayWellParts = [
  { field: 'stayWell', asks: 'What keeps me well', hint: 'Things you do, people you see.' },
  { field: 'earlySigns', asks: 'Signs that I need more help', hint: 'What you or others notice first.' },
  { field: 'whoToCall', asks: 'Who I call', hint: 'People and places, with numbers.' },
] as const;

export type PlanPart = (typeof planParts)[number]['field'] | (typeof stayWellParts)[number]['field'];

export interface GoalStep {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly byOn: LocalDate | null;
  readonly doneOn: LocalDate | null;
}

export interface Goal {
  readonly id: string;
  readonly words: string;
  readonly strengthUsed: string;
  readonly baseline: number | null;
  readonly progress: number | null;
  readonly steps: readonly GoalStep[];
}

export interface Plan {
  readonly id: string;
  readonly personId: string;
  readonly enrolmentId: string | null;
  readonly number: number;
  readonly state: PlanState;
  readonly parts: Readonly<Record<PlanPart, string>>;
  readonly personsDifference: string;
  readonly workersDifference: string;
  readonly agreedOn: LocalDate | null;
  readonly workerName: string | null;
  readonly reviewOn: LocalDate | null;
  readonly changedAt: Date;
  readonly changedByName: string | null;
  readonly version: number;
  readonly goals: readonly Goal[];
}
