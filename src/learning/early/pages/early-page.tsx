/** How early help grows, by quarter: where it is offered, who gives it, whom it reaches, and how soon. */
import { Figure } from '../../../design/charts/figure.tsx';
import { Quarters, type QuartersProps, quartersTable } from '../../../design/charts/quarters.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { EarlyFigure } from '../findings.ts';

const Picture = ({ figure: { finding, line, caveat, source, ...chart } }: { readonly figure: EarlyFigure }) => {
  const props: QuartersProps = chart;
  return (
    <section aria-labelledby={`about-${props.id}`}>
      <SectionTitle id={`about-${props.id}`} title={props.title} />
      <Figure
        finding={finding}
        line={line}
        caveat={caveat}
        tableSummary="Show these numbers as a table"
        table={quartersTable(props)}
        source={source}
      >
        <Quarters {...props} />
      </Figure>
    </section>
  );
};

export const EarlyPage = ({
  shell,
  services,
  figures,
}: {
  readonly shell: Shell;
  /** Names of the services that count as early help here. */
  readonly services: string;
  readonly figures: readonly EarlyFigure[];
}) => (
  <StaffPage {...shell} title="Early help" shape="list">
    <BackLink href="/reports" text="All reports" />
    <Stack gap="l">
      <PageTitle
        title="Early help, quarter by quarter"
        sentence={
          services === ''
            ? 'No service here is described as early help.'
            : `Counted once, two weeks after each quarter. Here it means: ${services}.`
        }
      />
      {figures.length === 0 ? (
        <EmptyState>No quarter has been counted yet. The first is counted two weeks after it ends.</EmptyState>
      ) : (
        figures.map((figure) => <Picture key={figure.id} figure={figure} />)
      )}
    </Stack>
  </StaffPage>
);
