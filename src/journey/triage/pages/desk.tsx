/** The desk of triage: the queue, one person's own words largest, and the decision with its reasons beside them. */

import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Details } from '../../../design/components/asides.tsx';
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Checkboxes } from '../../../design/components/choices.tsx';
import { DecisionPanel, Keys } from '../../../design/components/decision-panel.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { type OptionChoice, Options } from '../../../design/components/options.tsx';
import { OwnWords } from '../../../design/components/own-words.tsx';
import { Presence, type Reader } from '../../../design/components/presence.tsx';
import { Reasons } from '../../../design/components/reasons.tsx';
import { type SafeContact, SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { DecisionPane, ItemPane } from '../../../design/layout/panes.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDate, saidDayAndTime } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { type Help, helps, helpWords } from '../../coming/model.ts';
import type { Messages } from '../messages.ts';
import type { FirstStep, Suggestion } from '../model.ts';
import type { OwnAccount, ReasonWords, ToldFact } from '../presenting.ts';
import { BothMessages } from './messages.tsx';
import { type QueueView, TriageQueue } from './queue.tsx';

export interface StepView {
  readonly step: FirstStep;
  /** '4 of 25 caseload places free, 1 kept' */
  readonly places: string | null;
}

export interface DecidedView {
  readonly by: string;
  readonly at: Date;
  readonly firstStep: string;
  readonly reason: string;
  readonly state: string;
  readonly because: readonly string[];
}

export interface DeskView {
  readonly referralId: string;
  readonly mayAsk: boolean;
  readonly version: number;
  readonly name: string;
  readonly firstName: string;
  /** '23, she/her. Bridgwater. Self-referral today 8:12am. Referral R-4821.' */
  readonly sentence: string;
  readonly readers: readonly Reader[];
  readonly safeContact: SafeContact;
  readonly account: OwnAccount | null;
  readonly safety: { readonly title: string; readonly detail: string } | null;
  readonly matches: readonly { readonly id: string; readonly sentence: string }[];
  readonly told: readonly ToldFact[];
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
  /** Set when it was decided already: then there is nothing to choose. */
  readonly decided: DecidedView | null;
  readonly nextName: string | null;
  readonly formKey: string;
  readonly typed: {
    readonly step: string;
    readonly response: string;
    readonly reason: string;
    readonly personsView: string;
    readonly otherView: string;
    readonly coming: readonly Help[];
    readonly comingNot: string;
  };
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

function optionsOf(view: DeskView): OptionChoice[] {
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
                reasons={view.reasons}
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

const errorOf = (view: DeskView, field: string): string | undefined => view.errors.find((one) => one.field === field)?.text;

/** What is offered because coming is hard. It counts with a first step for somebody too anxious to come, and is folded away until one is chosen. */
const Coming = ({ view }: { readonly view: DeskView }) => {
  const error = errorOf(view, 'coming');
  const errorNot = errorOf(view, 'coming_not');
  const questions = (
    <>
      <Checkboxes
        name="coming"
        label="Because coming is hard, they are offered"
        labelSize="s"
        hint="You see to it until the team says yes. Then whoever said yes does."
        small
        choices={helps.map((value) => ({ value, text: helpWords[value].offer }))}
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

const Decision = ({ view }: { readonly view: DeskView }) => (
  <DecisionPanel
    action={`/triage/${view.referralId}/decide`}
    title="Choose the first step"
    errors={view.errors}
    hidden={{ form_key: view.formKey, version: String(view.version) }}
    actions={
      <>
        <Button>{view.nextName ? 'Save and open next' : 'Save the decision'}</Button>
        <Button look="link" formaction={`/triage/${view.referralId}/messages#messages`}>
          Read the messages first
        </Button>
        {view.mayAsk ? <a href={`/triage/${view.referralId}/ask`}>Ask for one thing</a> : null}
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
      error={errorOf(view, 'step')}
      focusChosen={view.fromNext}
    />
    <Select
      name="response"
      label="How soon"
      hint="A promise of ours, counted from when they asked."
      options={view.responses.map((one) => ({ value: one.code, text: one.words }))}
      value={view.typed.response}
      error={errorOf(view, 'response')}
    />
    <ReasonToType
      whom={view.referrer ? `${view.firstName}, and whoever referred them,` : view.firstName}
      value={view.typed.reason}
      error={errorOf(view, 'reason')}
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

const Decided = ({ decided, firstName }: { readonly decided: DecidedView; readonly firstName: string }) => (
  <section class="od-decision" aria-labelledby="decision">
    <h2 class="od-decision__title" id="decision" tabindex={-1}>
      {decided.state === 'awaiting_countersign' ? 'Waits for a second clinician' : 'Decided'}
    </h2>
    <div class="od-decision__body">
      <FactsList
        facts={[
          { term: 'First step', value: decided.firstStep },
          { term: 'Why', value: decided.reason },
          { term: 'By', value: `${decided.by}, ${saidDayAndTime(decided.at)}` },
        ]}
      />
      {decided.because.length > 0 ? (
        <Reasons label="Why a second clinician must agree" reasons={decided.because.map((text) => ({ kind: 'think' as const, text }))} />
      ) : null}
      <p>
        {decided.state === 'awaiting_countersign'
          ? `Nothing has been sent. ${firstName} hears when a senior colleague agrees.`
          : `${firstName} was told. The team that was asked says yes by name.`}
      </p>
    </div>
  </section>
);

export const TriageDesk = ({
  shell,
  queue,
  view,
}: {
  readonly shell: Shell;
  readonly queue: QueueView;
  readonly view: DeskView | null;
}) => (
  <StaffPage
    {...shell}
    title={view ? 'A referral' : 'Triage'}
    shape="desk"
    showing={view ? 'item' : 'queue'}
    error={(view?.errors.length ?? 0) > 0}
    skipLinks={
      view
        ? [
            { text: 'Skip to this referral', target: 'item' },
            { text: 'Skip to the decision', target: 'decision' },
          ]
        : []
    }
  >
    <TriageQueue view={queue} />
    {view ? (
      <>
        <ItemPane label="This referral">
          <PageTitle
            level={2}
            id="item"
            title={view.name}
            sentence={view.sentence}
            aside={<Presence poll={`/triage/${view.referralId}/presence.json`} readers={view.readers} />}
          />
          <SafeContactLine contact={view.safeContact} />
          {view.account ? (
            <OwnWords
              words={view.account.words}
              source={view.account.source}
              lang={view.account.language === 'en' ? undefined : view.account.language}
              direction={view.account.language === 'ar' ? 'rtl' : undefined}
            />
          ) : (
            <AlertBlock kind="information" title={`${view.firstName} would rather talk than write.`}>
              Ask when you speak. They need not tell it twice: write it here.
            </AlertBlock>
          )}
          {view.safety ? (
            <AlertBlock kind="danger" title={view.safety.title}>
              {view.safety.detail}
            </AlertBlock>
          ) : null}
          {view.matches.map((match) => (
            <AlertBlock
              key={match.id}
              kind="identity"
              title="This may be somebody we already know"
              action={
                <ButtonLink href={`/identity/${match.id}`} look="secondary" small>
                  Compare records
                </ButtonLink>
              }
            >
              {match.sentence}
            </AlertBlock>
          ))}
          <div>
            <SectionTitle title={`What ${view.firstName} told us`} level={3} />
            <FactsList facts={[...view.told, ...(view.referrer ? [{ term: 'Referred by', value: view.referrer }] : [])]} />
          </div>
        </ItemPane>
        <DecisionPane>
          {view.decided ? <Decided decided={view.decided} firstName={view.firstName} /> : <Decision view={view} />}
        </DecisionPane>
      </>
    ) : (
      <>
        <ItemPane label="Nobody chosen">
          <PageTitle
            level={2}
            id="item"
            title={queue.items.length === 0 ? 'Nobody is waiting' : 'Open the first'}
            sentence={queue.items.length === 0 ? 'Everyone who asked has an answer.' : 'The list is in the order of the promises we made.'}
          />
          {queue.items[0] ? (
            <p>
              <ButtonLink href={`/triage/${queue.items[0].id}?from=next`}>Open {queue.items[0].name}</ButtonLink>
            </p>
          ) : null}
        </ItemPane>
        <DecisionPane>
          <p class="od-small">A decision has a first step, an owner and a time. Nobody is turned away.</p>
        </DecisionPane>
      </>
    )}
  </StaffPage>
);
