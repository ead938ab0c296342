/** The form of one step of a concern: only what the step asks for, and one button named by what it does. */
import type { ComponentChildren } from 'preact';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Radios } from '../../../design/components/choices.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { type FilledIn, filledIn } from '../../../design/components/filled-in.ts';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select, type SelectOption } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { codesOf, wordsFor } from '../../../platform/codes/codes.ts';
import type { WholeConcern } from '../model.ts';
import { toldWords } from '../raising.ts';
import { type StepName, steps, type TypedStep } from '../steps.ts';

export interface StepChoices {
  readonly levels: readonly SelectOption[];
  readonly owners: readonly SelectOption[];
  readonly bases: readonly SelectOption[];
  /** How a form begins: what is known, and the copy as it could be sent. */
  readonly begins: TypedStep;
}

interface Given {
  readonly concern: WholeConcern;
  readonly field: FilledIn<TypedStep>;
  readonly choices: StepChoices;
}

const threeAnswers = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not_sure', text: 'Not sure' },
];
const fourAnswers = [
  { value: 'yes', text: 'Yes' },
  { value: 'partly', text: 'Partly' },
  { value: 'no', text: 'No' },
  { value: 'not_asked', text: 'Not asked' },
];

const tests = {
  needs_care: 'Needs care or support',
  may_be_abused: 'Is or may be abused or neglected',
  cannot_protect: 'Cannot protect themselves because of those needs',
} as const;
const afterwards = {
  wishes_met: 'Did what they wanted happen?',
  feels_safer: 'Do they feel safer?',
  listened_to: 'Were they listened to?',
} as const;
const keys = <Key extends string>(of: Readonly<Record<Key, string>>): Key[] => Object.keys(of) as Key[]; // the keys of an object are strings to the compiler

const toChoose = (list: readonly SelectOption[]): readonly SelectOption[] => [{ value: '', text: 'Choose' }, ...list];
const decisions = (list: 'mashInitialDecision' | 'mashFinalDecision'): readonly SelectOption[] =>
  toChoose(codesOf(list).map((code) => ({ value: code, text: wordsFor(list, code) })));

const threeTests = ({ concern, field }: Given): ComponentChildren =>
  concern.route === 'child'
    ? null
    : keys(tests).map((name) => <Radios key={name} {...field(name)} label={tests[name]} choices={threeAnswers} inline small />);

const fields: Readonly<Record<StepName, (given: Given) => ComponentChildren>> = {
  read: () => <p>Then decide: the safeguarding hub, or help in another way.</p>,
  other: (given) => (
    <>
      {threeTests(given)}
      <TextArea
        {...given.field('reason')}
        label="Why it does not go to the safeguarding hub"
        hint="Whoever raised it hears what is done instead."
        rows={2}
      />
      <TextArea {...given.field('action')} label="What is done instead" rows={2} />
      <Select {...given.field('owner')} label="Who does that" options={toChoose(given.choices.owners)} />
    </>
  ),
  send: (given) => (
    <>
      <p>Send it in the safeguarding hub’s own way. Then keep here what was sent, and when.</p>
      {threeTests(given)}
      <Select {...given.field('level')} label="How soon it asks for a decision" options={toChoose(given.choices.levels)} />
      <Radios
        {...given.field('agreement')}
        label="Did they agree, or for a child their parents?"
        choices={[
          { value: 'agreed', text: 'Yes, they agreed' },
          { value: 'without_agreement', text: 'No: it goes on another lawful ground' },
        ]}
        inline
        small
      />
      <TextArea {...given.field('agreement_words')} label="How they agreed, or why it goes without" rows={2} />
      <Select {...given.field('basis')} label="The lawful ground, if without" options={toChoose(given.choices.bases)} />
      <Radios
        {...given.field('told')}
        label="Do they know that it is sent?"
        choices={(['told', 'not_yet', 'unsafe'] as const).map((value) => ({ value, text: toldWords[value] }))}
        inline
        small
      />
      <TextArea {...given.field('not_told_because')} label="If not, why" rows={2} />
      <TextArea
        {...given.field('copy')}
        label="A copy of what was sent"
        hint="Filled in from the concern. Change it to what you sent."
        rows={10}
      />
    </>
  ),
  receipt: () => <p>The safeguarding hub has said that it has this.</p>,
  returned: (given) => (
    <TextArea
      {...given.field('reason')}
      label="Why the safeguarding hub gave it back"
      hint="Such as no agreement, and not a matter of safeguarding. Whoever raised it hears this."
      rows={2}
    />
  ),
  first: (given) => (
    <>
      <Select {...given.field('decision')} label="What was decided" options={decisions('mashInitialDecision')} />
      <Select {...given.field('level')} label="The level it was given" options={toChoose(given.choices.levels)} />
      <TextArea {...given.field('level_because')} label="If the level changed, why" rows={2} />
    </>
  ),
  screen: (given) => <TextArea {...given.field('screening')} label="Who screens, and what they look at" rows={2} />,
  final: (given) => <Select {...given.field('decision')} label="What was decided" options={decisions('mashFinalDecision')} />,
  feedback: (given) => (
    <>
      <TextArea
        {...given.field('feedback')}
        label="What you tell whoever raised it"
        hint="In agreed words. It comes to them as a task, without a name."
        rows={3}
      />
      {given.concern.route === 'adult'
        ? keys(afterwards).map((name) => (
            <Radios key={name} {...given.field(name)} label={afterwards[name]} choices={fourAnswers} inline small />
          ))
        : null}
    </>
  ),
  close: (given) => (
    <>
      <TextArea {...given.field('closing')} label="The plan from here" rows={2} />
      <TextInput {...given.field('review_on')} label="Or a day to look again" type="date" width={10} />
    </>
  ),
};

const titles: Readonly<Record<StepName, string>> = {
  read: 'Read, and decide',
  other: 'Help in another way',
  send: 'Send to the safeguarding hub',
  receipt: 'Receipt',
  returned: 'It came back',
  first: 'First decision',
  screen: 'Screening',
  final: 'Final decision',
  feedback: 'Feedback',
  close: 'Close',
};
/** The usual way on is the green one. */
const first: ReadonlySet<StepName> = new Set(['read', 'send', 'receipt', 'first', 'screen', 'final', 'feedback', 'close']);

interface StepFormProps {
  readonly name: StepName;
  readonly concern: WholeConcern;
  readonly typed: TypedStep;
  readonly errors: readonly FieldError[];
  readonly choices: StepChoices;
  readonly formKey: () => string;
}

export const StepForm = ({ name, concern, typed, errors, choices, formKey }: StepFormProps) => (
  <Card title={titles[name]} level={2} id={name}>
    <form method="post" action={`/safeguarding/${concern.id}/steps`} novalidate>
      <HiddenValues values={{ form_key: formKey(), version: String(concern.version), step: name }} />
      {fields[name]({ concern, choices, field: filledIn(typed, errors, name) })}
      <Actions>
        <Button {...(first.has(name) ? {} : { look: 'secondary' as const })}>{steps[name].says}</Button>
      </Actions>
    </form>
  </Card>
);
