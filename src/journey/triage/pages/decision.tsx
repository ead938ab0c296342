/** The decision on the desk: the suggested first step with its reasons and the others, how soon, why, what is offered because coming is hard, and what is sent. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Details } from '../../../design/components/asides.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Checkboxes } from '../../../design/components/choices.tsx';
import { DecisionPanel, Keys } from '../../../design/components/decision-panel.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { type OptionChoice, Options } from '../../../design/components/options.tsx';
import { Reasons } from '../../../design/components/reasons.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { saidDate } from '../../../platform/said.ts';
import { type Help, helps, helpWords } from '../../coming/model.ts';
import type { Messages } from '../messages.ts';
import type { FirstStep, QueueFilter, Suggestion } from '../model.ts';
import type { ReasonWords } from '../presenting.ts';
import { BothMessages } from './messages.tsx';

export interface StepView {
  readonly step: FirstStep;
  /** '4 of 25 caseload places free, 1 kept' */
  readonly places: string | null;
}

/** What the fields hold: as it was typed, or as it is offered at first. */
export interface TypedDecision {
  readonly step: string;
  readonly response: string;
  readonly reason: string;
  readonly personsView: string;
  readonly otherView: string;
  readonly coming: readonly Help[];
  readonly comingNot: string;
}

export interface DecisionView {
  readonly referralId: string;
  readonly mayAsk: boolean;
  /** Facts that may be written down here. */
  readonly mayWriteDown: readonly string[];
  readonly version: number;
  readonly firstName: string;
  readonly referrer: string;
  readonly suggestion: Suggestion;
  readonly suggested: readonly StepView[];
  readonly reasons: readonly ReasonWords[];
  readonly change: string | null;
  readonly alternatives: readonly StepView[];
  readonly responses: readonly { readonly code: string; readonly words: string }[];
  /** What is sent when it is saved as it stands; null while no first step is chosen. */
  readonly messages: Messages | null;
  /** They asked to read them: the page opens there. */
  readonly asked: boolean;
  /** The list they work through, in which the next is. */
  readonly filter: QueueFilter;
  /** What a second clinician said when they gave it back. */
  readonly givenBack: string | null;
  readonly nextName: string | null;
  readonly formKey: string;
  readonly typed: TypedDecision;
  /** Whether the step chosen is for somebody too anxious to come; perhaps when another of the steps is. */
  readonly comingHard: 'now' | 'perhaps' | 'no';
  readonly errors: readonly FieldError[];
  readonly fromNext: boolean;
}

const consequence = ({ step, places }: StepView): string => [step.responseWords, step.teamName, places].filter(Boolean).join('. ');

const ReasonToType = ({ whom, value, error }: { readonly whom: string; readonly value: string; readonly error: string | undefined }) => (
  <TextArea
    name="reason"
    label="Why this is the better first step"
    hint={`${whom} can read these words. A second clinician reads them where one must agree.`}
    rows={3}
    value={value}
    error={error}
  />
);

/** What we do not know leads to where it may be written down. */
const answerable = (view: DecisionView, { kind, text, fact }: ReasonWords) => ({
  kind,
  text: fact && view.mayWriteDown.includes(fact) ? <a href={`/triage/${view.referralId}/heard#of-${fact}`}>{text}</a> : text,
});

function optionsOf(view: DecisionView): OptionChoice[] {
  const { suggested } = view;
  const suggestion: OptionChoice[] =
    suggested.length > 0
      ? [
          {
            value: 'suggested',
            text: suggested.map(({ step }) => step.serviceName).join(', then '),
            consequence: `Suggested. ${suggested.map(consequence).join('. Then: ')}.`,
            under: (
              <Reasons
                label="Why this is suggested"
                reasons={view.reasons.map((reason) => answerable(view, reason))}
                change={view.change}
                all={{ text: `Rules of ${saidDate(view.suggestion.effectiveFrom)}, every row`, href: `/triage/${view.referralId}/rules` }}
              />
            ),
          },
        ]
      : [];
  return [
    ...suggestion,
    ...view.alternatives.map((alternative) => ({
      value: alternative.step.id,
      text: alternative.step.serviceName,
      consequence: suggested.length > 0 ? `${consequence(alternative)}. A second clinician must agree.` : consequence(alternative),
    })),
  ];
}

/** What is offered because coming is hard. It counts with a first step for somebody too anxious to come, and is folded away until one is chosen. */
const Coming = ({ view }: { readonly view: DecisionView }) => {
  const error = errorOf(view.errors, 'coming');
  const errorNot = errorOf(view.errors, 'coming_not');
  const questions = (
    <>
      <Checkboxes
        name="coming"
        label="Because coming is hard, they are offered"
        labelSize="s"
        hint="You see to it until the team says yes. Then whoever said yes does."
        small
        choices={helps.map((value) => ({ value, text: helpWords[value] }))}
        values={view.typed.coming}
        error={error}
      />
      <TextInput
        name="coming_not"
        label="Or why none of these"
        labelSize="s"
        hint={`${view.firstName} can read these words.`}
        value={view.typed.comingNot}
        maxlength={1000}
        error={errorNot}
      />
    </>
  );
  return view.comingHard === 'now' || error || errorNot ? (
    questions
  ) : (
    <Details summary="When the step is for somebody too anxious to come">{questions}</Details>
  );
};

export const Decision = ({ view }: { readonly view: DecisionView }) => (
  <DecisionPanel
    action={`/triage/${view.referralId}/decide`}
    title="Choose the first step"
    errors={view.errors}
    hidden={{ form_key: view.formKey, version: String(view.version), show: view.filter }}
    actions={
      <>
        <Button>{view.nextName ? 'Save and open next' : 'Save the decision'}</Button>
        <Button look="link" formaction={`/triage/${view.referralId}/messages#messages`}>
          Read the messages first
        </Button>
        {view.mayAsk ? <a href={`/triage/${view.referralId}/ask`}>Ask for one thing</a> : null}
        {view.mayWriteDown.length > 0 ? <a href={`/triage/${view.referralId}/heard`}>Write down what you heard</a> : null}
        <a href={`/triage/${view.referralId}/reach`}>Reach them</a>
      </>
    }
    note={
      <>
        You own this until each team accepts.{' '}
        {view.messages && 'text' in view.messages.person ? `Tells ${view.firstName}` : 'Gives you a task to tell them'}
        {view.nextName ? `, then opens ${view.nextName}.` : '.'} <Keys keys={['Ctrl', 'Enter']} />
      </>
    }
  >
    {view.givenBack ? (
      <AlertBlock kind="information" title="A second clinician gave it back">
        {view.givenBack}
      </AlertBlock>
    ) : null}
    {view.suggestion.failed ? (
      <AlertBlock kind="information" title="There is no suggestion today">
        {view.suggestion.failed} Choose as you would without it, and say why.
      </AlertBlock>
    ) : null}
    <Options
      name="step"
      legend="First step"
      legendHidden
      options={optionsOf(view)}
      value={view.typed.step}
      error={errorOf(view.errors, 'step')}
      focusChosen={view.fromNext}
    />
    <Select
      name="response"
      label="How soon"
      hint="A promise of ours, counted from when they asked."
      options={view.responses.map((one) => ({ value: one.code, text: one.words }))}
      value={view.typed.response}
      error={errorOf(view.errors, 'response')}
    />
    <ReasonToType
      whom={view.referrer ? `${view.firstName}, and whoever referred them,` : view.firstName}
      value={view.typed.reason}
      error={errorOf(view.errors, 'reason')}
    />
    {view.comingHard === 'no' ? null : <Coming view={view} />}
    <TextArea
      name="persons_view"
      label={`What ${view.firstName} thinks of it`}
      hint="In their words, if you have spoken."
      rows={2}
      value={view.typed.personsView}
    />
    <Details summary="Social care or clinical colleagues see it differently" open={view.typed.otherView !== ''}>
      <TextArea
        name="other_view"
        label="How they see it"
        hint="A second clinician then reads both views, and nothing is sent before they agree."
        rows={2}
        value={view.typed.otherView}
      />
    </Details>
    {view.messages ? (
      <section id="messages" tabindex={-1} aria-label="What is sent" data-focus={view.asked ? '' : undefined}>
        <BothMessages messages={view.messages} firstName={view.firstName} />
      </section>
    ) : null}
  </DecisionPanel>
);
