/** What became of the referrals somebody sent: received, read by, decided, why in plain words, who owns it, by when. Never clinical detail. */
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { ErrorSummary } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { NextSteps } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import type { Advice } from '../advice/model.ts';
import { AskedList, Unread } from '../advice/pages/asked.tsx';
import { sent } from '../professional-texts.ts';
import { AsTyped } from './as-typed.tsx';
import { type Around, ReferFrame } from './refer.tsx';

export interface SentRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly received: string;
  readonly standing: string;
}

export const sentPage = ({
  around,
  rows,
  asked,
  older,
}: {
  readonly around: Around;
  readonly rows: readonly SentRow[];
  /** Advice they asked for; on the first page only. */
  readonly asked: readonly Advice[];
  readonly older: string | null;
}): string =>
  renderDocument(
    <ReferFrame around={around} title={sent.title}>
      <PageTitle
        title={sent.title}
        sentence={sent.lead}
        aside={
          <>
            <ButtonLink look="secondary" small href="/refer">
              {sent.refer}
            </ButtonLink>{' '}
            <ButtonLink look="secondary" small href="/refer/advice">
              {sent.ask}
            </ButtonLink>
          </>
        }
      />
      <Unread rows={asked} />
      {rows.length === 0 ? (
        <EmptyState>{sent.none}</EmptyState>
      ) : (
        <Table<SentRow>
          caption={sent.title}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { title: sent.person, cell: ({ id, name, number }) => <a href={`/sent/${id}`}>{name || `${sent.number} ${number}`}</a> },
            { title: sent.number, cell: ({ number }) => <bdi dir="ltr">{number}</bdi> },
            { title: sent.received, cell: ({ received }) => received },
            { title: sent.stands, cell: ({ standing }) => standing },
          ]}
        />
      )}
      {older ? (
        <p class="od-alone">
          <a href={older}>{sent.more}</a>
        </p>
      ) : null}
      <AskedList rows={asked} />
      <p class="nhsuk-hint">{sent.notYours}</p>
    </ReferFrame>,
  );

export interface TrackerView {
  readonly around: Around;
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly standing: string;
  readonly steps: readonly { readonly title: string; readonly detail: string }[];
  readonly next: readonly { readonly term: string; readonly value: string }[];
  /** What they are asked, until they answer; else ''. */
  readonly asked: string;
  readonly reason: string;
}

export const trackerPage = (view: TrackerView): string =>
  renderDocument(
    <ReferFrame around={view.around} title={`${sent.number} ${view.number}`} back={{ href: '/sent', text: sent.title }}>
      <PageTitle
        title={view.name ? `${view.name}, ${sent.number.toLowerCase()} ${view.number}` : `${sent.number} ${view.number}`}
        sentence={view.standing}
      />
      {view.reason ? (
        <p class="od-lead">
          <AsTyped text={view.reason} />
        </p>
      ) : null}
      {view.asked ? (
        <>
          <SectionTitle title={sent.weAsk} />
          <p class="od-lead">
            <AsTyped text={view.asked} />
          </p>
          <p>
            <a href={`/sent/${view.id}/add`}>{sent.answer}</a>
          </p>
        </>
      ) : null}
      <SectionTitle title={sent.nextStep} />
      <FactsList facts={view.next} />
      <SectionTitle title={sent.steps} />
      <NextSteps steps={view.steps} />
      <div class="od-actions">
        <ButtonLink look="secondary" href={`/sent/${view.id}/add`}>
          {sent.add}
        </ButtonLink>
        <ButtonLink look="link" href={`/sent/${view.id}/copy`}>
          {sent.copy}
        </ButtonLink>
      </div>
      <p class="nhsuk-hint">{sent.notYours}</p>
    </ReferFrame>,
  );

export interface SentCopyView {
  readonly around: Around;
  readonly id: string;
  readonly number: number;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
}

export const sentCopyPage = ({ around, id, number, facts }: SentCopyView): string =>
  renderDocument(
    <ReferFrame around={around} title={sent.copyTitle} back={{ href: `/sent/${id}`, text: `${sent.number} ${number}` }}>
      <PageTitle title={sent.copyTitle} sentence={`${sent.number} ${number}`} />
      <FactsList facts={facts.map(({ term, value }) => ({ term, value: <AsTyped text={value} /> }))} />
      <p class="od-alone">
        <a href={`/sent/${id}`}>{sent.title}</a>
      </p>
    </ReferFrame>,
  );

export interface SentAddView {
  readonly around: Around;
  readonly id: string;
  readonly number: number;
  readonly typed: string;
  readonly error?: string | undefined;
  readonly formKey: string;
}

export const sentAddPage = ({ around, id, number, typed, error, formKey }: SentAddView): string =>
  renderDocument(
    <ReferFrame
      around={around}
      title={sent.add}
      error={error !== undefined}
      back={{ href: `/sent/${id}`, text: `${sent.number} ${number}` }}
    >
      <ErrorSummary errors={error ? [{ text: error, field: 'added' }] : []} />
      <form method="post" action={`/sent/${id}/add`} novalidate>
        <HiddenValues values={{ form_key: formKey }} />
        <TextArea name="added" label={sent.addLabel} heading hint={sent.addWhy} value={typed} error={error} rows={6} direction="auto" />
        <div class="od-actions">
          <Button>{sent.addSend}</Button>
        </div>
      </form>
    </ReferFrame>,
  );

export const sentLinkPage = ({
  around,
  typed,
  error,
  asked,
  formKey,
}: {
  readonly around: Around;
  readonly typed: string;
  readonly error?: string | undefined;
  readonly asked: boolean;
  readonly formKey: string;
}): string =>
  renderDocument(
    <ReferFrame around={around} title={sent.linkTitle} error={error !== undefined}>
      <ErrorSummary errors={error ? [{ text: error, field: 'email' }] : []} />
      <PageTitle title={sent.linkTitle} sentence={asked ? sent.linkSent : sent.linkLead} />
      {asked ? null : (
        <form method="post" action="/sent/link" novalidate>
          <HiddenValues values={{ form_key: formKey }} />
          <TextInput
            name="email"
            label={sent.linkLabel}
            type="email"
            value={typed}
            error={error}
            direction="ltr"
            autocomplete="email"
            code
          />
          <div class="od-actions">
            <Button>{sent.linkSend}</Button>
          </div>
        </form>
      )}
    </ReferFrame>,
  );
