/** Where entries of others come from: what there is, asking for more, and what bringing it in would change. */
import { Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes } from '../../../design/components/choices.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { FileUpload } from '../../../design/components/file-upload.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { counted } from '../../../platform/numbers.ts';
import { saidDate, saidDayAndTime } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Fetch, Source } from '../bringing-in.ts';

export interface Asked {
  readonly address: string;
  readonly name: string;
  readonly licence: string;
  readonly terms: readonly string[];
}

const states: Readonly<Record<Fetch['state'], string>> = {
  asked: 'Being fetched',
  ready: 'Ready to look at',
  failed: 'Could not be read',
  'brought in': 'Brought in',
};

interface SourcesProps {
  readonly shell: Shell;
  readonly sources: readonly Source[];
  readonly fetches: readonly Fetch[];
  readonly asked: Asked;
  readonly errors: readonly FieldError[];
  readonly formKey: string;
}

export const SourcesPage = ({ shell, sources, fetches, asked, errors, formKey }: SourcesProps) => (
  <StaffPage {...shell} title="Where entries come from" shape="list" errors={errors}>
    <BackLink href="/services" text="All services" />
    <PageTitle
      title="Where entries come from"
      sentence="Each entry keeps who published it and under which terms. Ours are published for others too."
    />
    <Table
      caption="Sources"
      captionHidden
      rows={sources}
      rowKey={(row) => row.address}
      columns={[
        {
          title: 'Source',
          cell: (row) => (
            <>
              {row.own ? 'Our own services' : row.name}
              {row.own ? null : <SmallPrint>{row.address}</SmallPrint>}
            </>
          ),
        },
        { title: 'Terms', cell: (row) => row.licence },
        { title: 'Entries', numeric: true, cell: (row) => row.entries },
        { title: 'Last brought in', cell: (row) => saidDate(row.fetchedAt) },
        { title: 'We publish them', cell: (row) => (row.shared ? 'Yes' : 'No') },
      ]}
    />
    <Columns>
      <Card title="Bring in another directory" level={2}>
        <form method="post" action="/services/sources" enctype="multipart/form-data" novalidate>
          <HiddenValues values={{ form_key: formKey }} />
          <TextInput
            name="address"
            label="Address of its list of services"
            hint="An Open Referral UK interface, like https://directory.example.org/services"
            type="url"
            value={asked.address}
            maxlength={500}
            error={errorOf(errors, 'address')}
          />
          <FileUpload name="file" label="Or a file of one, as JSON" error={errorOf(errors, 'file')} />
          <TextInput name="name" label="Whose directory it is" value={asked.name} maxlength={100} error={errorOf(errors, 'name')} />
          <TextInput
            name="licence"
            label="Its terms"
            hint="Such as Open Government Licence"
            value={asked.licence}
            maxlength={200}
            error={errorOf(errors, 'licence')}
          />
          <Checkboxes
            name="terms"
            label="What holds for it"
            values={asked.terms}
            choices={[
              { value: 'shared', text: 'Its terms let us publish its entries again' },
              { value: 'complete', text: 'It is complete: entries no longer in it are taken off the list' },
            ]}
          />
          <Button look="secondary">Look what is in it</Button>
        </form>
      </Card>
      <Card title="Looked at lately" level={2}>
        {fetches.length === 0 ? <EmptyState>Nothing was looked at in the last week.</EmptyState> : null}
        <FactsList
          facts={fetches.map((one) => ({
            term: one.name,
            value: (
              <>
                <a href={`/services/sources/${one.id}`}>{states[one.state]}</a>
                <SmallPrint>{saidDayAndTime(one.askedAt)}</SmallPrint>
              </>
            ),
          }))}
        />
      </Card>
    </Columns>
  </StaffPage>
);

interface FetchProps {
  readonly shell: Shell;
  readonly fetch: Fetch;
  /** Parts of entries in words. */
  readonly said: (field: string, value: unknown) => string;
  readonly partName: (field: string) => string;
  readonly formKey: string;
}

const Choosing = ({ fetch, said, partName }: Pick<FetchProps, 'fetch' | 'said' | 'partName'>) =>
  (fetch.findings?.fields.length ?? 0) === 0 ? null : (
    <Card title="Changed here and there" level={2}>
      <Checkboxes
        name="theirs"
        label="Ours stay. Tick what to take from them instead."
        values={[]}
        choices={(fetch.findings?.fields ?? []).map(({ key, name, field, ours, theirs }) => ({
          value: `${key} ${field}`,
          text: `${name}: ${partName(field)}`,
          hint: `Ours: ${said(field, ours) || 'nothing'}. Theirs: ${said(field, theirs) || 'nothing'}.`,
        }))}
      />
    </Card>
  );

export const FetchPage = ({ shell, fetch, said, partName, formKey }: FetchProps) => (
  <StaffPage {...shell} title={fetch.name} shape="list">
    <BackLink href="/services/sources" text="Where entries come from" />
    <PageTitle title={fetch.name} sentence={`${fetch.address}. ${fetch.licence}.`} />
    {fetch.state === 'asked' ? (
      <Inset>
        <p>It is being fetched. This takes up to ten minutes.</p>
        <p>
          <a href={`/services/sources/${fetch.id}`}>Look again</a>
        </p>
      </Inset>
    ) : null}
    {fetch.state === 'failed' ? <Inset>{fetch.because}</Inset> : null}
    {fetch.state === 'brought in' ? <Inset>It was brought in.</Inset> : null}
    {fetch.findings ? (
      <form method="post" action={`/services/sources/${fetch.id}/bring-in`}>
        <HiddenValues values={{ form_key: formKey }} />
        <Stack>
          <FactsList
            facts={[
              { term: 'New', value: counted(fetch.findings.added, 'entry', 'entries') },
              { term: 'Changed', value: counted(fetch.findings.changed, 'entry', 'entries') },
              { term: 'As before', value: counted(fetch.findings.unchanged, 'entry', 'entries') },
              { term: 'Gone', value: counted(fetch.findings.withdrawn, 'entry', 'entries') },
              { term: 'Could not be read', value: counted(fetch.findings.unreadCount, 'part', 'parts') },
            ]}
          />
          {fetch.state === 'ready' ? <Choosing fetch={fetch} said={said} partName={partName} /> : null}
          {fetch.findings.changes.length > 0 ? (
            <Table
              caption={fetch.state === 'ready' ? 'What would change' : 'What was found'}
              rows={fetch.findings.changes}
              rowKey={(row) => `${row.kind} ${row.name}`}
              columns={[
                { title: 'Entry', cell: (row) => row.name },
                { title: 'What', cell: (row) => ({ new: 'New', changed: 'Changed', gone: 'No longer there' })[row.kind] },
                { title: 'Parts', cell: (row) => row.parts.join(', ') || 'All' },
              ]}
            />
          ) : null}
          {fetch.findings.conflicts.length > 0 ? (
            <Card title="To look at" level={2}>
              <FactsList facts={fetch.findings.conflicts.map(({ name, words }) => ({ term: name, value: words }))} />
            </Card>
          ) : null}
          {fetch.findings.unread.length > 0 ? (
            <Card title="Left out, because it does not fit" level={2}>
              <ul>
                {fetch.findings.unread.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </Card>
          ) : null}
          {fetch.state === 'ready' ? (
            <div class="od-actions">
              <Button>Bring it in</Button>
            </div>
          ) : null}
        </Stack>
      </form>
    ) : null}
  </StaffPage>
);
