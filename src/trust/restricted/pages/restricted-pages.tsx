/** Restricted records without names, the reason that opens one for a day, and who sees one. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { NextSteps } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDay, saidDayAndTime, saidTime } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { relationshipWords } from '../../access/texts.ts';
import { longestReason, type RestrictedWork } from '../model.ts';

const workWords = ({ relationship, number, teamName }: RestrictedWork): string =>
  number === null ? `${teamName} ${relationshipWords[relationship]}` : `Referral R-${number}, with ${teamName}`;

const openWords = ({ named, openUntil }: RestrictedWork): string =>
  named ? 'To you, by name' : openUntil ? `To you, until ${saidTime(openUntil)}` : 'Not to you';

export const RestrictedPage = ({ shell, work }: { readonly shell: Shell; readonly work: readonly RestrictedWork[] }) => (
  <StaffPage {...shell} title="Restricted records" shape="list">
    <Stack>
      <PageTitle
        title="Restricted records"
        sentence="Records of colleagues and of people close to them, that your teams have. Names stay hidden until you say why you need one."
      />
      {work.length === 0 ? (
        <EmptyState>Your teams have no restricted record now.</EmptyState>
      ) : (
        <Table
          caption="Restricted records"
          captionHidden
          rows={work}
          rowKey={({ personId }) => personId}
          columns={[
            {
              title: 'What',
              cell: (row) => <a href={row.named ? `/people/${row.personId}` : `/restricted/${row.personId}`}>{workWords(row)}</a>,
            },
            { title: 'Asked', cell: ({ receivedAt }) => (receivedAt ? saidDay(receivedAt) : '–') },
            { title: 'Decide by', cell: ({ decideBy }) => (decideBy ? saidDayAndTime(decideBy) : '–') },
            { title: 'Open', cell: openWords },
          ]}
        />
      )}
    </Stack>
  </StaffPage>
);

export interface ReasonPageProps {
  readonly shell: Shell;
  readonly work: RestrictedWork;
  readonly hours: number;
  readonly typed: string;
  readonly formKey: string;
  readonly errors: readonly FieldError[];
}

export const ReasonPage = ({ shell, work, hours, typed, formKey, errors }: ReasonPageProps) => (
  <StaffPage {...shell} title="A restricted record" shape="record" identity={null} errors={errors}>
    <RecordMain>
      <BackLink href="/restricted" text="Restricted records" />
      <PageTitle title="A restricted record" sentence={`${workWords(work)}.`} />
      {work.openUntil || work.named ? (
        <Card
          title={work.named ? 'It is open to you by name' : `It is open to you until ${work.openUntil ? saidTime(work.openUntil) : ''}`}
          level={2}
        >
          <Actions>
            <ButtonLink href={`/people/${work.personId}`}>Open the record</ButtonLink>
            <a href={`/people/${work.personId}/restricted`}>Who sees it</a>
          </Actions>
        </Card>
      ) : (
        <Card title="Why do you need it?" level={2}>
          <form method="post" action={`/restricted/${work.personId}`} novalidate>
            <HiddenValues values={{ form_key: formKey }} />
            <TextArea
              name="reason"
              label="Your reason"
              hint="Such as “I am on the desk today, and it is due at 2pm”. The person reads it."
              value={typed}
              error={errorOf(errors, 'reason')}
              limit={longestReason}
              rows={3}
            />
            <Actions>
              <Button>Show me the record</Button>
              <a href="/restricted">Do not open it</a>
            </Actions>
          </form>
        </Card>
      )}
    </RecordMain>
    <RecordSide>
      <Card title="What happens" level={2} quiet>
        <NextSteps
          steps={[
            { title: `It opens to you for ${hours} hours`, detail: 'In your lists too, then it closes by itself' },
            { title: 'Your reason is kept', detail: 'The person sees it with everything you opened' },
          ]}
        />
      </Card>
      <Card title="Do you know this person?" level={2} quiet>
        <p>If somebody close to you may be behind this, leave it to a colleague.</p>
      </Card>
    </RecordSide>
  </StaffPage>
);
