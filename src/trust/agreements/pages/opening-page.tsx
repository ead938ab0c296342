/** To which teams of other organisations a record is open under an agreement, and to which it could be. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { NextSteps } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Table } from '../../../design/components/table.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { whatOf } from '../model.ts';
import type { Openable } from '../store-opening.ts';

export interface OpeningView {
  readonly personId: string;
  readonly name: string;
  readonly rows: readonly Openable[];
  readonly restricted: boolean;
  readonly formKey: () => string;
}

const Toggle = ({ view, row }: { readonly view: OpeningView; readonly row: Openable }) => (
  <form method="post" action={`/people/${view.personId}/sharing/partners`}>
    <HiddenValues
      values={{ form_key: view.formKey(), agreement: row.agreementId, team: row.teamId, to: row.openedBy ? 'close' : 'open' }}
    />
    <Button look="secondary" small>
      {row.openedBy ? 'Close' : 'Open'}
      <span class="nhsuk-u-visually-hidden">
        {' '}
        to {row.team}, {row.agreement}
      </span>
    </Button>
  </form>
);

export const OpeningPage = ({ shell, view }: { readonly shell: Shell; readonly view: OpeningView }) => (
  <StaffPage {...shell} title={`${view.name}: partner agencies`} shape="record" identity={null}>
    <RecordMain>
      <BackLink href={`/people/${view.personId}/sharing`} text={`${view.name}: sharing`} />
      <PageTitle
        title="Partner agencies"
        sentence={`Teams of other organisations that may read what ${view.name} said yes to, under an agreement that is in force.`}
      />
      <Card>
        {view.restricted ? (
          <EmptyState>This record is open to colleagues who are named, and to no other organisation.</EmptyState>
        ) : view.rows.length === 0 ? (
          <EmptyState>
            No agreement in force covers what {view.name} said yes to. Ask them first, or your service manager about an agreement.
          </EmptyState>
        ) : (
          <Table
            caption="Teams"
            captionHidden
            rows={view.rows}
            rowKey={({ agreementId, teamId }) => `${agreementId} ${teamId}`}
            columns={[
              { title: 'Team', cell: ({ team, organisation }) => `${team}, ${organisation}` },
              { title: 'Agreement', cell: ({ agreement }) => agreement },
              { title: 'They would read', cell: ({ categories }) => whatOf(categories) },
              { title: 'Until', cell: ({ until }) => saidDate(until) },
              { title: 'Now', cell: ({ openedBy }) => (openedBy ? 'Open' : 'Closed') },
              { title: 'Change', cell: (row) => <Toggle view={view} row={row} /> },
            ]}
          />
        )}
      </Card>
    </RecordMain>
    <RecordSide>
      <Card title="What happens with it" level={2} quiet>
        <NextSteps
          steps={[
            { title: `${view.name} reads it`, detail: 'Among those who can see them, with the agreement’s name' },
            { title: 'It follows what they say', detail: 'A yes that is taken back closes it at once' },
            { title: 'Appointments stay here', detail: 'And messages, and what they said about others' },
          ]}
        />
      </Card>
    </RecordSide>
  </StaffPage>
);
