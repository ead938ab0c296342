/** The form of one step of a concern: only what the step asks for, and one button named by what it does. */
import type { ComponentChildren } from 'preact';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Radios } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { codesOf, wordsFor } from '../../../platform/codes/codes.ts';
import type { WholeConcern } from '../model.ts';
import { toldWords } from '../raising.ts';
import { type StepName, steps, type TypedStep } from '../steps.ts';

export interface StepChoices {
  readonly levels: readonly { readonly value: string; readonly text: string }[];
  readonly owners: readonly { readonly value: string; readonly text: string }[];
  readonly bases: readonly { readonly value: string; readonly text: string }[];
  /** How a form begins: what is known, and the copy as it could be sent. */
  readonly begins: TypedStep;
}

interface Given {
  readonly concern: WholeConcern;
  readonly typed: TypedStep;
  readonly errors: readonly FieldError[];
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

const Chosen = ({
  name,
  label,
  list,
  step,
  typed,
  errors,
}: Given & {
  readonly name: keyof TypedStep;
  readonly label: string;
  readonly step: string;
  readonly list: readonly { readonly value: string; readonly text: string }[];
}) => (
  <Radios
    name={name}
    id={`${step}-${name}`}
    label={label}
    choices={list}
    value={typed[name]}
    error={errorOf(errors, `${step}-${name}`)}
    inline={list.length < 5}
    small
  />
);
const Words = ({
  name,
  label,
  hint,
  rows = 2,
  step,
  typed,
  errors,
}: Given & {
  readonly name: keyof TypedStep;
  readonly label: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly step: string;
}) => (
  <TextArea
    name={name}
    id={`${step}-${name}`}
    label={label}
    hint={hint}
    value={typed[name]}
    error={errorOf(errors, `${step}-${name}`)}
    rows={rows}
  />
);
const Listed = ({
  name,
  label,
  list,
  step,
  typed,
  errors,
}: Given & {
  readonly name: keyof TypedStep;
  readonly label: string;
  readonly step: string;
  readonly list: readonly { readonly value: string; readonly text: string }[];
}) => (
  <Select
    name={name}
    id={`${step}-${name}`}
    label={label}
    value={typed[name]}
    options={[{ value: '', text: 'Choose' }, ...list]}
    error={errorOf(errors, `${step}-${name}`)}
  />
);

const threeTests = (given: Given & { readonly step: string }): ComponentChildren =>
  given.concern.route === 'child'
    ? null
    : keys(tests).map((name) => <Chosen key={name} {...given} name={name} label={tests[name]} list={threeAnswers} />);

const fields: Readonly<Record<StepName, (given: Given & { readonly step: string }) => ComponentChildren>> = {
  read: () => <p>Then decide: the safeguarding hub, or help in another way.</p>,
  other: (given) => (
    <>
      {threeTests(given)}
      <Words
        {...given}
        name="reason"
        label="Why it does not go to the safeguarding hub"
        hint="Whoever raised it hears what is done instead."
      />
      <Words {...given} name="action" label="What is done instead" />
      <Listed {...given} name="owner" label="Who does that" list={given.choices.owners} />
    </>
  ),
  send: (given) => (
    <>
      <p>Send it in the safeguarding hub’s own way. Then keep here what was sent, and when.</p>
      {threeTests(given)}
      <Listed {...given} name="level" label="How soon it asks for a decision" list={given.choices.levels} />
      <Chosen
        {...given}
        name="agreement"
        label="Did they agree, or for a child their parents?"
        list={[
          { value: 'agreed', text: 'Yes, they agreed' },
          { value: 'without_agreement', text: 'No: it goes on another lawful ground' },
        ]}
      />
      <Words {...given} name="agreement_words" label="How they agreed, or why it goes without" />
      <Listed {...given} name="basis" label="The lawful ground, if without" list={given.choices.bases} />
      <Chosen
        {...given}
        name="told"
        label="Do they know that it is sent?"
        list={(['told', 'not_yet', 'unsafe'] as const).map((value) => ({ value, text: toldWords[value] }))}
      />
      <Words {...given} name="not_told_because" label="If not, why" />
      <Words
        {...given}
        name="copy"
        label="A copy of what was sent"
        hint="Filled in from the concern. Change it to what you sent."
        rows={10}
      />
    </>
  ),
  receipt: () => <p>The safeguarding hub has said that it has this.</p>,
  returned: (given) => (
    <Words
      {...given}
      name="reason"
      label="Why the safeguarding hub gave it back"
      hint="Such as no agreement, and not a matter of safeguarding. Whoever raised it hears this."
    />
  ),
  first: (given) => (
    <>
      <Listed
        {...given}
        name="decision"
        label="What was decided"
        list={codesOf('mashInitialDecision').map((code) => ({ value: code, text: wordsFor('mashInitialDecision', code) }))}
      />
      <Listed {...given} name="level" label="The level it was given" list={given.choices.levels} />
      <Words {...given} name="level_because" label="If the level changed, why" />
    </>
  ),
  screen: (given) => <Words {...given} name="screening" label="Who screens, and what they look at" />,
  final: (given) => (
    <Listed
      {...given}
      name="decision"
      label="What was decided"
      list={codesOf('mashFinalDecision').map((code) => ({ value: code, text: wordsFor('mashFinalDecision', code) }))}
    />
  ),
  feedback: (given) => (
    <>
      <Words
        {...given}
        name="feedback"
        label="What you tell whoever raised it"
        hint="In agreed words. It comes to them as a task, without a name."
        rows={3}
      />
      {given.concern.route === 'adult'
        ? keys(afterwards).map((name) => <Chosen key={name} {...given} name={name} label={afterwards[name]} list={fourAnswers} />)
        : null}
    </>
  ),
  close: (given) => (
    <>
      <Words {...given} name="closing" label="The plan from here" />
      <TextInput
        name="review_on"
        id={`${given.step}-review_on`}
        label="Or a day to look again"
        type="date"
        value={given.typed.review_on}
        error={errorOf(given.errors, `${given.step}-review_on`)}
        width={10}
      />
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

export const StepForm = ({ name, formKey, ...given }: Given & { readonly name: StepName; readonly formKey: () => string }) => (
  <Card title={titles[name]} level={2} id={name}>
    <form method="post" action={`/safeguarding/${given.concern.id}/steps`} novalidate>
      <HiddenValues values={{ form_key: formKey(), version: String(given.concern.version), step: name }} />
      {fields[name]({ ...given, step: name })}
      <Actions>
        <Button {...(first.has(name) ? {} : { look: 'secondary' as const })}>{steps[name].says}</Button>
      </Actions>
    </form>
  </Card>
);
