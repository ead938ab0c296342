/** What was decided, where there is nothing left to choose: how to decide again while no team has said yes, and what was decided before. */
import { Details } from '../../../design/components/asides.tsx';
import { Button } from '../../../design/components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { SectionTitle } from '../../../design/components/heading.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Reasons } from '../../../design/components/reasons.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { saidDayAndTime } from '../../../platform/said.ts';

export interface DecidedView {
  readonly by: string;
  readonly at: Date;
  readonly firstStep: string;
  readonly reason: string;
  readonly state: string;
  readonly because: readonly string[];
  /** By when somebody is in touch, as promised; absent where nothing was. */
  readonly respondBy: string | null;
  /** A message has gone; else somebody has a task to tell them. */
  readonly told: boolean;
  /** Set when this stands in the way of a decision that was just typed, which is then shown beside it. */
  readonly overtaken: OvertakenView | null;
  /** How to decide again; null once a team has said yes, or while a second clinician reads it. */
  readonly again: { readonly action: string; readonly hidden: Readonly<Record<string, string>> } | null;
}

/** What somebody was about to save when a colleague had decided already. */
export interface OvertakenView {
  readonly firstStep: string;
  readonly response: string;
  readonly reason: string;
  readonly personsView: string;
  readonly otherView: string;
}

export interface DecidedBefore {
  readonly id: string;
  readonly firstStep: string;
  readonly reason: string;
  /** Who and when. */
  readonly by: string;
}

export interface DecidedProps {
  readonly decided: DecidedView;
  readonly firstName: string;
  readonly errors: readonly FieldError[];
}

export const Decided = ({ decided, firstName, errors }: DecidedProps) => (
  <section class="od-decision" aria-labelledby="decision">
    <h2 class="od-decision__title" id="decision" tabindex={-1}>
      {decided.state === 'awaiting_countersign' ? 'Waits for a second clinician' : 'Decided'}
    </h2>
    {decided.overtaken ? (
      <ErrorSummary
        title={`${decided.by} decided first`}
        errors={[{ text: 'Yours was not saved, and nothing of it was sent. Your words are below.', field: 'overtaken' }]}
      />
    ) : null}
    <div class="od-decision__body">
      <FactsList
        facts={[
          { term: 'First step', value: decided.firstStep },
          { term: 'Why', value: decided.reason },
          ...(decided.respondBy ? [{ term: 'In touch by', value: decided.respondBy }] : []),
          { term: 'By', value: `${decided.by}, ${saidDayAndTime(decided.at)}` },
        ]}
      />
      {decided.because.length > 0 ? (
        <Reasons label="Why a second clinician must agree" reasons={decided.because.map((text) => ({ kind: 'think' as const, text }))} />
      ) : null}
      <p>
        {decided.state === 'awaiting_countersign'
          ? `Nothing has been sent. ${firstName} hears when a senior colleague agrees.`
          : `${decided.told ? `${firstName} was told.` : `No message to ${firstName} was safe: whoever decided has a task to tell them.`} The team that was asked says yes by name.`}
      </p>
      {decided.overtaken ? <Overtaken mine={decided.overtaken} firstName={firstName} /> : null}
      {decided.again ? (
        <Details summary="Decide again" open={errorOf(errors, 'because') !== undefined}>
          <p>The team that was asked no longer waits to answer. {firstName} hears when the new decision is made, and what changed.</p>
          <form method="post" action={decided.again.action} novalidate>
            <HiddenValues values={decided.again.hidden} />
            <TextArea
              name="because"
              label="Why decide again?"
              hint="Colleagues read it. This decision stays here to be read."
              rows={2}
              error={errorOf(errors, 'because')}
            />
            <Button look="secondary">Decide again</Button>
          </form>
        </Details>
      ) : null}
    </div>
  </section>
);

const Overtaken = ({ mine, firstName }: { readonly mine: OvertakenView; readonly firstName: string }) => (
  <section aria-labelledby="overtaken">
    <SectionTitle level={3} id="overtaken" title="What you were about to save" />
    <FactsList
      facts={[
        { term: 'First step', value: mine.firstStep },
        { term: 'How soon', value: mine.response },
        { term: 'Why', value: mine.reason },
        { term: `What ${firstName} thinks of it`, value: mine.personsView },
        { term: 'How colleagues see it', value: mine.otherView },
      ].filter(({ value }) => value !== '')}
    />
  </section>
);

export const Before = ({ decisions }: { readonly decisions: readonly DecidedBefore[] }) =>
  decisions.length > 0 ? (
    <Details summary="What was decided before">
      {decisions.map(({ id, firstStep, reason, by }) => (
        <FactsList
          key={id}
          facts={[
            { term: 'First step', value: firstStep },
            { term: 'Why', value: reason },
            { term: 'By', value: by },
          ]}
        />
      ))}
    </Details>
  ) : null;
