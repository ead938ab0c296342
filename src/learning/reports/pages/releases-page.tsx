/** The reports that were made, newest first, and for a manager the making of a new one. */
import { Inset } from '../../../design/components/asides.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { Select } from '../../../design/components/select.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { LocalDate } from '../../../platform/clock.ts';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Release } from '../model.ts';
import { saidPeriod } from '../period.ts';

export interface NewReport {
  readonly formKey: string;
  readonly periods: readonly { readonly value: string; readonly text: string; readonly made: boolean }[];
  /** Last days of the reports that are being made now. */
  readonly underWay?: readonly LocalDate[];
  readonly chosen?: string | undefined;
  readonly errors: readonly FieldError[];
}

export const ReleasesPage = ({
  shell,
  releases,
  next,
  making,
}: {
  readonly shell: Shell;
  readonly releases: readonly Release[];
  readonly next: string | undefined;
  readonly making: NewReport | null;
}) => (
  <StaffPage {...shell} title="Reports" shape="list" errors={making?.errors ?? []}>
    <Stack gap="l">
      <PageTitle
        title="Reports"
        sentence="Each report is counted once and never changes. Small numbers are hidden before it is kept, so nobody can be found in it."
      />
      {releases.length === 0 ? (
        <EmptyState>
          {making
            ? 'No report has been made yet. Make the first one below.'
            : 'No report has been made yet. Your service manager makes them.'}
        </EmptyState>
      ) : (
        <Table
          caption="Reports"
          captionHidden
          rows={releases}
          rowKey={({ id }) => id}
          columns={[
            { title: 'Report', cell: ({ id, title }) => <a href={`/reports/${id}`}>{title}</a> },
            { title: 'About', cell: ({ serviceCode }) => (serviceCode === null ? 'The whole place' : 'One service') },
            { title: 'Twelve months', cell: saidPeriod },
            { title: 'Made', cell: ({ madeAt, madeBy }) => `${saidDate(madeAt)}, ${madeBy}` },
          ]}
        />
      )}
      <Pager next={next} label="Older reports" />
      <p>
        How early help grows is drawn by itself: <a href="/reports/early-help">early help, quarter by quarter</a>.
      </p>
      {making ? <NewReportForm {...making} /> : null}
    </Stack>
  </StaffPage>
);

const NewReportForm = ({ formKey, periods, underWay = [], chosen, errors }: NewReport) => {
  const open = periods.filter(({ made }) => !made);
  return (
    <Card title="Make a new report" id="new">
      {underWay.map((lastDay) => (
        <Inset key={lastDay}>The report for the twelve months to {saidDate(lastDay)} is being made.</Inset>
      ))}
      {open.length === 0 ? (
        <p>Every period that can be chosen has its report. The next one can be made when this month has ended.</p>
      ) : (
        <form method="post" action="/reports" novalidate>
          <input type="hidden" name="form_key" value={formKey} />
          <Stack>
            <Select
              name="period"
              label="Which twelve months?"
              hint="Whole months that have ended. The twelve months before are counted beside them."
              value={chosen ?? open[0]?.value}
              options={open.map(({ value, text }) => ({ value, text }))}
              error={errorOf(errors, 'period')}
            />
            <div class="od-actions">
              <Button>Make the report</Button>
            </div>
          </Stack>
        </form>
      )}
    </Card>
  );
};
