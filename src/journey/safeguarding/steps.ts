// The steps of a concern after it was raised: what each asks for, and every fault of what was typed. Pure.
import type { SafeguardingHub } from '../../platform/blueprint/blueprint.ts';
import { isLocalDate, type LocalDate } from '../../platform/clock.ts';
import { isCode } from '../../platform/codes/codes.ts';
import type { Fault } from '../../platform/problem.ts';
import { asksForScreening, type ConcernState, levelOf, type WholeConcern } from './model.ts';

export const stepNames = ['read', 'other', 'send', 'receipt', 'returned', 'first', 'screen', 'final', 'feedback', 'close'] as const;
export type StepName = (typeof stepNames)[number];

export interface TypedStep {
  readonly needs_care: string;
  readonly may_be_abused: string;
  readonly cannot_protect: string;
  readonly reason: string;
  readonly action: string;
  readonly owner: string;
  readonly level: string;
  readonly level_because: string;
  readonly agreement: string;
  readonly agreement_words: string;
  readonly basis: string;
  readonly told: string;
  readonly not_told_because: string;
  readonly copy: string;
  readonly decision: string;
  readonly screening: string;
  readonly feedback: string;
  readonly wishes_met: string;
  readonly feels_safer: string;
  readonly listened_to: string;
  readonly review_on: string;
  readonly closing: string;
}

export const nothingTyped: TypedStep = {
  needs_care: '',
  may_be_abused: '',
  cannot_protect: '',
  reason: '',
  action: '',
  owner: '',
  level: '',
  level_because: '',
  agreement: '',
  agreement_words: '',
  basis: '',
  told: '',
  not_told_because: '',
  copy: '',
  decision: '',
  screening: '',
  feedback: '',
  wishes_met: '',
  feels_safer: '',
  listened_to: '',
  review_on: '',
  closing: '',
};

export const longestText = 4000;

export interface Known {
  readonly concern: WholeConcern;
  readonly hub: SafeguardingHub | undefined;
  /** Ids of colleagues who may own another action. */
  readonly owners: readonly string[];
  readonly bases: readonly string[];
  readonly today: LocalDate;
}

const words = (field: keyof TypedStep, typed: TypedStep, ask: string): Fault[] =>
  typed[field] === ''
    ? [{ field, message: ask }]
    : typed[field].length > longestText
      ? [{ field, message: `Use at most ${longestText} characters. This has ${typed[field].length}.` }]
      : [];
const oneOf = (field: keyof TypedStep, typed: TypedStep, codes: readonly string[], ask: string): Fault[] =>
  codes.includes(typed[field]) ? [] : [{ field, message: ask }];

const tests = ['needs_care', 'may_be_abused', 'cannot_protect'] as const;
const threeTests = (typed: TypedStep, { concern }: Known): Fault[] =>
  concern.route === 'child'
    ? []
    : tests.flatMap((test) => oneOf(test, typed, ['yes', 'no', 'not_sure'], 'Answer each of the three tests.'));

const toldOrWhyNot = (typed: TypedStep): Fault[] => [
  ...oneOf('told', typed, ['told', 'not_yet', 'unsafe'], 'Say whether they know.'),
  ...(typed.told === 'told' || typed.told === '' ? [] : words('not_told_because', typed, 'Say why they have not been told.')),
];

const howItWas = ['wishes_met', 'feels_safer', 'listened_to'] as const;

export interface Step {
  readonly from: readonly ConcernState[];
  readonly to: ConcernState;
  /** As a button. */
  readonly says: string;
  readonly faults: (typed: TypedStep, known: Known) => Fault[];
}

export const steps: Readonly<Record<StepName, Step>> = {
  read: { from: ['raised'], to: 'with_manager', says: 'I have read it and will decide', faults: () => [] },
  other: {
    from: ['with_manager'],
    to: 'not_progressed',
    says: 'Help in another way',
    faults: (typed, known) => [
      ...threeTests(typed, known),
      ...(known.concern.route === 'adult' && tests.every((test) => typed[test] === 'yes')
        ? [{ field: 'needs_care', message: 'All three tests are met, so it goes to the safeguarding hub.' }]
        : []),
      ...words('reason', typed, 'Say why it does not go to the safeguarding hub.'),
      ...words('action', typed, 'Say what is done instead.'),
      ...oneOf('owner', typed, known.owners, 'Choose who does that.'),
    ],
  },
  send: {
    from: ['with_manager'],
    to: 'sent',
    says: 'Keep it as sent',
    faults: (typed, known) => [
      ...threeTests(typed, known),
      ...(known.hub && levelOf(known.hub, typed.level) ? [] : [{ field: 'level', message: 'Choose how soon it asks for a decision.' }]),
      ...oneOf('agreement', typed, ['agreed', 'without_agreement'], 'Say whether they agreed, or on what ground it goes without.'),
      ...words('agreement_words', typed, 'Say how they agreed, or why it goes without.'),
      ...(typed.agreement === 'without_agreement' ? oneOf('basis', typed, known.bases, 'Choose the lawful ground.') : []),
      ...toldOrWhyNot(typed),
      ...words('copy', typed, 'Keep a copy of what was sent.'),
    ],
  },
  receipt: { from: ['sent'], to: 'acknowledged', says: 'The receipt has come', faults: () => [] },
  returned: {
    from: ['sent'],
    to: 'with_manager',
    says: 'It came back',
    faults: (typed) => words('reason', typed, 'Say why the safeguarding hub gave it back.'),
  },
  first: {
    from: ['acknowledged'],
    to: 'initial_decision',
    says: 'Keep the first decision',
    faults: (typed, { concern, hub }) => [
      ...(isCode('mashInitialDecision', typed.decision) ? [] : [{ field: 'decision', message: 'Choose what was decided.' }]),
      ...(hub && levelOf(hub, typed.level) ? [] : [{ field: 'level', message: 'Choose the level it was given.' }]),
      ...(typed.level === concern.level ? [] : words('level_because', typed, 'Say why the level changed.')),
    ],
  },
  screen: {
    from: ['initial_decision'],
    to: 'screening',
    says: 'Screening has begun',
    faults: (typed) => words('screening', typed, 'Say who screens.'),
  },
  final: {
    from: ['screening'],
    to: 'final_decision',
    says: 'Keep the final decision',
    faults: (typed) => (isCode('mashFinalDecision', typed.decision) ? [] : [{ field: 'decision', message: 'Choose what was decided.' }]),
  },
  feedback: {
    from: ['initial_decision', 'final_decision'],
    to: 'feedback_given',
    says: 'Tell whoever raised it',
    faults: (typed, { concern }) => [
      ...words('feedback', typed, 'Write what you tell whoever raised it.'),
      ...(concern.route === 'adult'
        ? howItWas.flatMap((field) =>
            oneOf(field, typed, ['yes', 'partly', 'no', 'not_asked'], 'Say how it was for them, or that it was not asked.'),
          )
        : []),
    ],
  },
  close: {
    from: ['feedback_given'],
    to: 'closed',
    says: 'Close it',
    faults: (typed, { today }) =>
      typed.review_on
        ? isLocalDate(typed.review_on) && typed.review_on > today
          ? []
          : [{ field: 'review_on', message: 'Choose a day after today, such as 2026-12-18.' }]
        : words('closing', typed, 'Say the plan, or choose a day to look again.'),
  },
};

/** The steps that can follow now, in order. After a first decision that asks for screening, only that. */
export const stepsFrom = ({ state, initialDecision }: Pick<WholeConcern, 'state' | 'initialDecision'>): StepName[] =>
  stepNames.filter(
    (name) =>
      steps[name].from.includes(state) &&
      !(state === 'initial_decision' && (name === 'screen') !== asksForScreening.has(initialDecision ?? '')),
  );
