/** A report while it is made, or why it was not. Once it is there, its address leads to it. */
import { WarningCallout } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { UnderWay } from '../../../design/components/under-way.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Work } from '../../../platform/jobs/work.ts';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';

export const MakingPage = ({ shell, work }: { readonly shell: Shell; readonly work: Work }) => (
  <StaffPage {...shell} title="Reports" shape="list">
    <BackLink href="/reports" text="All reports" />
    <PageTitle
      title={work.problem ? 'The report was not made' : 'Your report is being made'}
      sentence={`The twelve months to ${saidDate(work.about)}.`}
    />
    {work.problem ? (
      <WarningCallout title={work.problem.title} level={2}>
        <p>{work.problem.detail}</p>
      </WarningCallout>
    ) : (
      <UnderWay what="Making the report" done={work.done} of={work.steps} again={`/reports/being-made/${work.id}`}>
        <p>Everybody is counted once, which takes a minute or two in a large place. You can leave this page and come back.</p>
      </UnderWay>
    )}
  </StaffPage>
);
