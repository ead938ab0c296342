/** What waits for a team's yes: the list by the promise made, and one offer with its person, their words and two ways on. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Details } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { ErrorSummary, type FieldError } from '../../../design/components/error-summary.tsx';
import { type Fact, FactsList } from '../../../design/components/facts-list.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Options } from '../../../design/components/options.tsx';
import { OwnWords } from '../../../design/components/own-words.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { type SafeContact, SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';

export interface OfferRow {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly team: string;
  readonly from: string;
  readonly by: string;
  readonly late: boolean;
}

export const OffersPage = ({ shell, rows }: { readonly shell: Shell; readonly rows: readonly OfferRow[] }) => (
  <StaffPage {...shell} title="Offers" shape="list">
    <PageTitle
      title="Waiting for a yes"
      sentence={
        rows.length === 0
          ? 'Nobody waits for your teams.'
          : `${rows.length === 1 ? 'One person waits' : `${rows.length} people wait`}. Until somebody here says yes, whoever sent them still owns it.`
      }
    />
    {rows.length === 0 ? (
      <EmptyState action={<a href="/my-day">Go to my day</a>}>When triage offers your team to somebody, they appear here.</EmptyState>
    ) : (
      <Table
        caption="Offers, the promise that ends first on top"
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        marked={(row) => row.late}
        columns={[
          { title: 'Person', cell: (row: OfferRow) => <a href={`/offers/${row.id}`}>{row.name}</a> },
          { title: 'What is offered', cell: (row: OfferRow) => row.what },
          { title: 'Team', cell: (row: OfferRow) => row.team },
          { title: 'Owned by', cell: (row: OfferRow) => row.from },
          { title: 'Answer by', cell: (row: OfferRow) => (row.late ? <strong>{row.by}</strong> : row.by) },
        ]}
      />
    )}
  </StaffPage>
);

export interface PathwayChoice {
  readonly code: string;
  readonly name: string;
  readonly about: string;
}

export interface OfferView {
  readonly name: string;
  readonly firstName: string;
  readonly sentence: string;
  readonly safeContact: SafeContact;
  readonly account: { readonly words: string; readonly source: string; readonly language: string } | null;
  readonly safety: { readonly title: string; readonly detail: string } | null;
  readonly told: readonly Fact[];
  readonly offered: readonly Fact[];
  /** Null while it waits for an answer. */
  readonly settled: string | null;
  /** Whether a role of theirs may say yes; who only reads may still give it back. */
  readonly mayAccept: boolean;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly pathways: readonly PathwayChoice[];
  readonly strands: readonly { readonly value: string; readonly text: string; readonly hint: string }[];
  /** 'Planned for 2 to 6 months.' or ''. */
  readonly length: string;
  readonly hasEnd: boolean;
  readonly typed: {
    readonly pathway: string;
    readonly strands: readonly string[];
    readonly agreed_how: string;
    readonly starts_on: string;
    readonly ends_on: string;
    readonly reason: string;
  };
  readonly errors: readonly FieldError[];
}

export const OfferPage = ({ shell, view }: { readonly shell: Shell; readonly view: OfferView }) => {
  const field = filledIn(view.typed, view.errors);
  return (
    <StaffPage
      {...shell}
      title="An offer"
      shape="record"
      error={view.errors.length > 0}
      skipLinks={[{ text: 'Skip to the answer', target: 'answer' }]}
    >
      <RecordMain>
        <div>
          <BackLink href="/offers" text="All offers" />
          <ErrorSummary errors={view.errors} />
          <PageTitle title={view.name} sentence={view.sentence} />
        </div>
        <SafeContactLine contact={view.safeContact} />
        {view.account ? (
          <OwnWords {...view.account} />
        ) : (
          <AlertBlock kind="information" title={`${view.firstName}’s own words are not here`}>
            They would rather talk, or your role sees the short form. Ask when you speak, and write it once.
          </AlertBlock>
        )}
        {view.safety ? (
          <AlertBlock kind="danger" title={view.safety.title}>
            {view.safety.detail}
          </AlertBlock>
        ) : null}
        <Card title="What is offered, and why" id="offered">
          <FactsList facts={view.offered} />
        </Card>
        {view.told.length > 0 ? (
          <Card title={`What ${view.firstName} told us`} id="told">
            <FactsList facts={view.told} />
          </Card>
        ) : null}
      </RecordMain>
      <RecordSide>
        {view.settled ? (
          <AlertBlock kind="information" title="This offer has been answered">
            {view.settled}
          </AlertBlock>
        ) : (
          <>
            <Card title={`Say yes to ${view.firstName}`} id="answer">
              {view.mayAccept ? (
                <form method="post" action={`${view.action}/accept`} novalidate>
                  <HiddenValues values={view.hidden} />
                  {view.pathways.length === 1 ? (
                    <input type="hidden" name="pathway" value={view.pathways[0]?.code} />
                  ) : (
                    <Options
                      {...field('pathway')}
                      legend="Pathway"
                      options={view.pathways.map((pathway) => ({ value: pathway.code, text: pathway.name, consequence: pathway.about }))}
                    />
                  )}
                  <Checkboxes
                    {...field('strands')}
                    label="What starts now"
                    labelSize="s"
                    hint="One, or any mix. Each has its own start and end."
                    small
                    choices={view.strands}
                  />
                  <Radios
                    {...field('agreed_how')}
                    label={`How ${view.firstName} said yes`}
                    labelSize="s"
                    small
                    choices={[
                      { value: 'phone', text: 'On the phone' },
                      { value: 'in_person', text: 'Face to face' },
                      { value: 'message', text: 'By message' },
                    ]}
                  />
                  <TextInput {...field('starts_on')} type="date" label="Starts on" labelSize="s" />
                  {view.hasEnd ? (
                    <TextInput {...field('ends_on')} type="date" label="Planned until" labelSize="s" hint={view.length} />
                  ) : (
                    <p class="nhsuk-hint">This pathway has no end date. Nothing ends by time alone.</p>
                  )}
                  <p class="nhsuk-hint">
                    You become the one they know by name. {view.firstName} and whoever referred them are told who you are.
                  </p>
                  <Button>Accept and start support</Button>
                </form>
              ) : (
                <p>Somebody in the team who will work with {view.firstName} says yes. You can read this, and give it back.</p>
              )}
            </Card>
            <Details summary="Not the best fit" open={view.errors.some((error) => error.field === 'reason')}>
              <form method="post" action={`${view.action}/return`} novalidate>
                <HiddenValues values={view.hidden} />
                <TextArea
                  {...field('reason')}
                  label="Why, and what would fit better"
                  hint="It goes back to whoever sent it, who still owns it. Nobody starts again."
                  rows={4}
                />
                <Button look="secondary">Give it back</Button>
              </form>
            </Details>
          </>
        )}
      </RecordSide>
    </StaffPage>
  );
};
