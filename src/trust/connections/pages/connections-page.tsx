/** Other systems that may send referrals: add one, see its key once, end one. */
import { Details, Inset } from '../../../design/components/asides.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Prose, Stack } from '../../../design/components/layouts.tsx';
import { Select } from '../../../design/components/select.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDay } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { ConnectionRow } from '../store.ts';

export interface ConnectionsView {
  readonly rows: readonly (ConnectionRow & { readonly formKey: string })[];
  readonly doors: readonly { readonly code: string; readonly label: string }[];
  readonly typed: { readonly name: string; readonly door: string };
  readonly formKey: string;
  /** Of the system just added: shown this once. */
  readonly added: { readonly name: string; readonly key: string } | null;
}

/** In parts between which a narrow page may break the line; copied, it is one word. */
const breakable = (key: string): readonly string[] => key.match(/.{1,8}/g) ?? [];

export const ConnectionsPage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: ConnectionsView;
  readonly errors: readonly FieldError[];
}) => (
  <StaffPage {...shell} title="Connected systems" shape="list" errors={errors}>
    <PageTitle
      title="Connected systems"
      sentence="Systems of other organisations that send referrals as messages. Each sees where its own referrals stand, and nothing else."
    />
    {view.added ? (
      <Inset>
        <p>
          <strong>{view.added.name} is connected.</strong> Copy its key now. It is not shown again, and we keep no copy.
        </p>
        <p>
          <code>
            {breakable(view.added.key).map((part, at) => (
              <span key={at}>
                {part}
                <wbr />
              </span>
            ))}
          </code>
        </p>
        <p>Give it to them by a safe way, not by e-mail.</p>
      </Inset>
    ) : null}
    <Columns>
      <Card title="Connect a system" level={2}>
        <form method="post" action="/connections" novalidate>
          <input type="hidden" name="form_key" value={view.formKey} />
          <TextInput
            name="name"
            label="What is it called?"
            hint="The organisation and its system, such as “Riverside Hospital referrals”. People see this name."
            value={view.typed.name}
            error={errorOf(errors, 'name')}
          />
          <Select
            name="door"
            label="By which door do its referrals come?"
            value={view.typed.door}
            error={errorOf(errors, 'door')}
            options={view.doors.map(({ code, label }) => ({ value: code, text: label }))}
          />
          <Button>Connect it and show the key</Button>
        </form>
      </Card>
      <Stack>
        <Card title="For whoever sets it up" level={2} quiet>
          <Prose>
            <p>
              Messages go to <code>/fhir/$process-message</code> as FHIR R4, shaped like the NHS booking and referral standard.
            </p>
            <p>
              What can be asked is at <a href="/fhir/metadata">/fhir/metadata</a>. The key goes in the header{' '}
              <code>Authorization: Bearer</code>.
            </p>
            <p>A message sent twice is taken once. What is wrong is answered with its place in the message.</p>
          </Prose>
        </Card>
        <Details summary="What happens to a referral that comes this way">
          <p>
            It stands in the same queue as every other, with the same clocks. Nobody is contacted until somebody has checked how it is safe.
          </p>
        </Details>
      </Stack>
    </Columns>
    {view.rows.length === 0 ? (
      <EmptyState>No system is connected yet.</EmptyState>
    ) : (
      <Table
        caption="Systems"
        rows={view.rows}
        rowKey={({ id }) => id}
        columns={[
          { title: 'Name', cell: ({ name }) => name },
          { title: 'Connected', cell: ({ createdAt }) => saidDay(createdAt) },
          { title: 'Last used', cell: ({ lastUsedOn }) => (lastUsedOn ? saidDay(new Date(`${lastUsedOn}T12:00:00Z`)) : 'Never') },
          {
            title: 'Now',
            cell: (row) =>
              row.endedAt ? (
                `Ended ${saidDay(row.endedAt)}`
              ) : (
                <form method="post" action={`/connections/${row.id}/end`}>
                  <input type="hidden" name="form_key" value={row.formKey} />
                  <Button look="secondary" small>
                    End it<span class="nhsuk-u-visually-hidden"> for {row.name}</span>
                  </Button>
                </form>
              ),
          },
        ]}
      />
    )}
  </StaffPage>
);
