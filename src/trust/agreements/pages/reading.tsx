/** One agreement: what it says, where it stands, what happened, and the steps that this reader may take with it. */
import type { ComponentChildren } from 'preact';
import { Details, Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Chips } from '../../../design/components/chip.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { PageTitle } from '../../../design/components/heading.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { Timeline } from '../../../design/components/timeline.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { isCode, wordsFor } from '../../../platform/codes/codes.ts';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { type Agreement, type AgreementState, type AgreementTrace, purposes, type Renewal, whatOf } from '../model.ts';
import { stateTones, stateWords } from './list.tsx';

/** States that the day brings. */
const byTheDay: ReadonlySet<AgreementState> = new Set(['active', 'review_due', 'expired']);

/** Which of the forms on the page was sent. */
export type Sent = 'sign' | 'renew' | 'back' | 'end';

export interface ReadingView {
  readonly agreement: Agreement;
  readonly traces: readonly AgreementTrace[];
  readonly steps: ReadonlySet<AgreementState>;
  /** Waits for somebody who wrote none of it, and the reader wrote some. */
  readonly waitsForAnother: boolean;
  readonly typed: Renewal & { readonly reason: string; readonly after_end: string };
  readonly sent: Sent | null;
  readonly formKey: () => string;
}

const StepForm = ({ view, to, children }: { readonly view: ReadingView; readonly to: string; readonly children: ComponentChildren }) => (
  <form method="post" action={`/agreements/${view.agreement.id}/${to}`} novalidate>
    <HiddenValues values={{ form_key: view.formKey(), version: String(view.agreement.edition) }} />
    {children}
  </form>
);

type Errors = readonly FieldError[];

/** Ids stand apart by the form, as a page may have several. */
const within = (view: ReadingView, form: Sent, errors: Errors) => filledIn(view.typed, view.sent === form ? errors : [], form);

const Signatures = ({ view, form, errors }: { readonly view: ReadingView; readonly form: 'sign' | 'renew'; readonly errors: Errors }) => {
  const field = within(view, form, errors);
  return (
    <>
      <TextInput {...field('signed_for_us')} label="Who signed for us?" hint="Name and job, as on the paper." />
      <TextInput {...field('signed_for_them')} label={`Who signed for ${view.agreement.organisation}?`} />
      <TextInput {...field('signed_on')} label="On which day?" type="date" hint="The last of the signatures." width={10} />
      <TextInput {...field('document')} label="Where is the signed paper?" hint="The reference by which anybody finds it again." />
    </>
  );
};

const NextStep = ({ view, errors }: { readonly view: ReadingView; readonly errors: Errors }) => {
  const { agreement, steps } = view;
  const again = within(view, 'renew', errors);
  switch (agreement.state) {
    case 'draft':
      return steps.has('in_review') ? (
        <Card title="The next step" level={2} id="step">
          <p>Is it all there? Then somebody else sees the signatures, and it begins.</p>
          <StepForm view={view} to="send">
            <Actions>
              <Button>Send it to be confirmed</Button>
              <a href={`/agreements/${agreement.id}/words`}>Write in it</a>
            </Actions>
          </StepForm>
        </Card>
      ) : null;
    case 'in_review':
      return (
        <Card title="Confirm it" level={2} id="step">
          {view.waitsForAnother ? (
            <p>You wrote some of it, so somebody else confirms it. Managers and information governance have it among their tasks.</p>
          ) : (
            <StepForm view={view} to="sign">
              <p>Compare it with the signed paper, then write down the signatures.</p>
              <Signatures view={view} form="sign" errors={errors} />
              <Actions>
                <Button>Confirm the signatures</Button>
              </Actions>
            </StepForm>
          )}
          <Details summary="Something is to be put right" open={view.sent === 'back'}>
            <StepForm view={view} to="back">
              <TextArea {...within(view, 'back', errors)('reason')} label="What is to be put right?" rows={2} />
              <Button look="secondary">Give it back</Button>
            </StepForm>
          </Details>
        </Card>
      );
    case 'review_due':
      return steps.has('active') ? (
        <Card title="Look at it again" level={2} id="step">
          <StepForm view={view} to="renew">
            <p>It goes on once all parties have signed again. Other terms are another agreement.</p>
            <Signatures view={view} form="renew" errors={errors} />
            <TextInput {...again('ends_on')} label="Until" type="date" width={10} />
            <TextInput {...again('review_on')} label="Look at it again by" type="date" width={10} />
            <Actions>
              <Button>It goes on</Button>
            </Actions>
          </StepForm>
        </Card>
      ) : (
        <Card title="Look at it again" level={2} id="step">
          <p>Information governance renews it once all parties have signed again. You can end it.</p>
        </Card>
      );
    default:
      return null;
  }
};

const Ending = ({ view, errors }: { readonly view: ReadingView; readonly errors: Errors }) => {
  const field = within(view, 'end', errors);
  return view.steps.has('ended') ? (
    <Details summary="End this agreement" open={view.sent === 'end'}>
      <StepForm view={view} to="end">
        <p>From then on they read nothing under it. What people said about sharing stays as it is.</p>
        <TextArea {...field('reason')} label="Why does it end?" rows={2} />
        <TextArea {...field('after_end')} label="What happens to what was shared before?" rows={2} />
        <Button look="warning">End it now</Button>
      </StepForm>
    </Details>
  ) : null;
};

const notYet = 'Not written down yet';
const ground = (code: string): string => (isCode('lawfulBasis', code) ? wordsFor('lawfulBasis', code) : code);

export const ReadingPage = ({ shell, view, errors }: { readonly shell: Shell; readonly view: ReadingView; readonly errors: Errors }) => {
  const { agreement, traces } = view;
  return (
    <StaffPage {...shell} title={agreement.name} shape="record" identity={null} errors={errors}>
      <RecordMain>
        <BackLink href="/agreements" text="Sharing agreements" />
        <PageTitle
          title={agreement.name}
          sentence={`With ${agreement.organisation}. ${purposes[agreement.purpose] ?? agreement.purpose}.`}
        />
        <Chips chips={[{ tone: stateTones[agreement.state], children: stateWords[agreement.state] }]} />
        {agreement.state === 'ended' && agreement.afterEnd ? (
          <Inset>
            <p>
              <strong>What happens to what was shared</strong>
            </p>
            <p>{agreement.afterEnd}</p>
          </Inset>
        ) : null}
        <NextStep view={view} errors={errors} />
        <Card title="What it says" level={2}>
          <FactsList
            facts={[
              { term: 'They may read', value: whatOf(agreement.categories) },
              { term: 'On what ground', value: ground(agreement.lawfulBasis) },
              { term: 'From', value: saidDate(agreement.startsOn) },
              { term: 'Until', value: saidDate(agreement.endsOn) },
              { term: 'Look at it again by', value: agreement.reviewOn ? saidDate(agreement.reviewOn) : notYet },
              { term: 'How they keep it safe', value: agreement.security || notYet },
              { term: 'How long they keep it', value: agreement.retention || notYet },
              { term: 'The paper', value: agreement.document || notYet },
              ...(agreement.signedOn
                ? [
                    {
                      term: 'Signed',
                      value: `${saidDate(agreement.signedOn)}, by ${agreement.signedForUs} for us and ${agreement.signedForThem} for them`,
                    },
                  ]
                : []),
              ...(agreement.confirmedBy ? [{ term: 'Confirmed', value: `by ${agreement.confirmedBy}` }] : []),
            ]}
          />
        </Card>
        <Ending view={view} errors={errors} />
      </RecordMain>
      <RecordSide>
        <Card title="What happened" level={2}>
          <Timeline
            days={[...Map.groupBy(traces.toReversed(), ({ at }) => saidDate(at))].map(([title, steps]) => ({
              title,
              entries: steps.map(({ to, at, by, words }) => ({
                key: `${to} ${at.toISOString()}`,
                icon: to === 'active' ? ('check' as const) : ('note' as const),
                title: stateWords[to],
                byline: by ?? (byTheDay.has(to) ? 'By its date' : ''),
                ...(words ? { note: words } : {}),
              })),
            }))}
          />
        </Card>
      </RecordSide>
    </StaffPage>
  );
};
