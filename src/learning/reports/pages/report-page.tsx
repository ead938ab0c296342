/** One release, as a sheet that reads and prints: headline, figures with how sure, findings with their pictures, and what we do not know. */

import { Inset } from '../../../design/components/asides.tsx';
import { ButtonLink } from '../../../design/components/button.tsx';
import { Figures } from '../../../design/components/figures.tsx';
import { Finding } from '../../../design/components/finding.tsx';
import { Columns, Stack } from '../../../design/components/layouts.tsx';
import { SheetContents } from '../../../design/components/sheet-contents.tsx';
import { Table } from '../../../design/components/table.tsx';
import { Sheet } from '../../../design/layout/sheet.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Release, ReportContent, ReportSection } from '../model.ts';
import { PictureOf } from './pictures.tsx';

const drawn: ReadonlySet<string> = new Set(['waiting', 'slope']);

/** A chart brings its own caveat and source; for tables the section says the caveat, and the foot of the report where they come from. Tables of counts stand side by side. */
const Section = ({ section }: { readonly section: ReportSection }) => {
  const withChart = section.pictures.some(({ kind }) => drawn.has(kind));
  const pictures = section.pictures.map((picture, index) => <PictureOf key={index} picture={picture} section={section} index={index} />);
  const figure = section.pictures.every(({ kind }) => kind === 'counts') ? (
    <Columns>{pictures}</Columns>
  ) : (
    <Stack gap="l">{pictures}</Stack>
  );
  return (
    <Finding
      id={section.id}
      label={section.label}
      finding={section.finding}
      line={section.line}
      figure={pictures.length > 0 ? figure : null}
      caveat={withChart ? undefined : section.caveat}
    />
  );
};

export interface ReportPageProps {
  readonly shell: Shell;
  readonly release: Release & { readonly content: ReportContent };
  /** With the words on how to print. */
  readonly forPaper: boolean;
}

export const ReportPage = ({ shell, release, forPaper }: ReportPageProps) => {
  const { content } = release;
  const here = `/reports/${release.id}`;
  return (
    <StaffPage {...shell} title={content.title} shape="sheet">
      <SheetContents
        title="In this report"
        links={[...content.sections.map(({ id, label }) => ({ text: label, href: `#${id}` })), { text: 'How sure we are', href: '#sure' }]}
        actions={
          <>
            <ButtonLink href={`${here}/print`} icon="print">
              Print or save as PDF
            </ButtonLink>
            <ButtonLink href={`${here}/figures.csv`} look="secondary" icon="download">
              Download the figures
            </ButtonLink>
          </>
        }
      />
      <Sheet title={content.title} about={content.about} headline={content.headline}>
        {forPaper ? <HowToPrint back={here} /> : null}
        <Figures label="Headline figures" figures={content.figures} />
        {content.sections.map((section) => (
          <Section key={section.id} section={section} />
        ))}
        <Finding
          id="sure"
          label="How sure we are"
          finding={content.sure.finding}
          figure={
            <Table
              caption="How sure we are"
              captionHidden
              rows={content.sure.rows}
              rowKey={([what]) => what}
              columns={[
                { title: 'What we know about these numbers', cell: ([what]) => what },
                { title: 'So', cell: ([, so]) => so },
              ]}
            />
          }
        />
        <p class="od-figure__source">
          Made {saidDate(release.madeAt)} by {release.madeBy}. Figures to {saidDate(release.to)}. Rules: {content.rules}.
        </p>
      </Sheet>
    </StaffPage>
  );
};

const HowToPrint = ({ back }: { readonly back: string }) => (
  <div class="od-screen">
    <Inset>
      <p>
        To print, press Ctrl and P, or ⌘ and P. On a phone, choose Share, then Print. To keep a file, choose “Save as PDF” as the printer.
      </p>
      <p>
        Paper is A4. Menus and buttons are left out. <a href={back}>Back to the report</a>
      </p>
    </Inset>
  </div>
);
