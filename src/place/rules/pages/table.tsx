/** One table of rules in one of its agreed versions, with the versions before and after it. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Chip } from '../../../design/components/chip.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Table } from '../../../design/components/table.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RowView, VersionLine } from '../presenting.ts';
import { type Reading, ReadingChoice, RowsRead } from './rows.tsx';

export interface TableView {
  readonly address: string;
  readonly name: string;
  readonly asks: string;
  readonly service: string;
  readonly number: number;
  readonly standing: string;
  readonly by: string;
  readonly note: string;
  readonly policy: string;
  readonly reading: Reading;
  readonly rows: readonly RowView[];
  readonly versions: readonly VersionLine[];
  /** Versions made here, whatever became of them. */
  readonly made: readonly { readonly href: string; readonly words: string; readonly by: string; readonly why: string }[];
  readonly open: { readonly href: string; readonly words: string } | null;
  readonly mayWrite: boolean;
  readonly isPriority: boolean;
  readonly formKey: string;
}

export const TablePage = ({ shell, view }: { readonly shell: Shell; readonly view: TableView }) => (
  <StaffPage {...shell} title={view.name} shape="list">
    <BackLink href="/rules" text="All rules" />
    <PageTitle title={view.name} sentence={`${view.service}. ${view.asks}. Version ${view.number}. ${view.standing}.`} />
    <p>
      {view.by} {view.policy}. {view.note}
    </p>
    <Actions>
      {view.open ? (
        <ButtonLink href={view.open.href}>{view.open.words}</ButtonLink>
      ) : view.mayWrite ? (
        <form method="post" action={`${view.address}/begin`}>
          <HiddenValues values={{ form_key: view.formKey, from: String(view.number) }} />
          <Button>Begin a new version</Button>
        </form>
      ) : null}
      <ButtonLink look="secondary" href={`${view.address}/try?version=${view.number}`}>
        Try it
      </ButtonLink>
      {view.isPriority && view.mayWrite ? (
        <ButtonLink look="secondary" href={`${view.address}/reach`}>
          Whom it reaches
        </ButtonLink>
      ) : null}
      <ButtonLink look="link" href={`${view.address}/table.dmn?version=${view.number}`}>
        Save as DMN
      </ButtonLink>
    </Actions>
    <ReadingChoice reading={view.reading} href={(reading) => `${view.address}?version=${view.number}&as=${reading}`} />
    <SectionTitle title={`${view.rows.length} rows`} />
    <RowsRead rows={view.rows} reading={view.reading} caption={`Rows of ${view.name}`} />
    <SectionTitle title="Versions" />
    <Table
      caption="Versions that were agreed"
      captionHidden
      rows={view.versions}
      rowKey={(row) => String(row.number)}
      marked={(row) => row.inForce}
      columns={[
        {
          title: 'Version',
          cell: (row) => (
            <a href={`${view.address}?version=${row.number}`} aria-current={row.number === view.number ? 'page' : undefined}>
              Version {row.number}
            </a>
          ),
        },
        { title: 'When', cell: (row) => (row.inForce ? <Chip tone="ok">{row.words}</Chip> : row.words) },
        { title: 'Who', cell: (row) => row.by },
      ]}
    />
    {view.made.length > 0 ? (
      <>
        <SectionTitle title="Made here" />
        <Table
          caption="Versions written here, with what became of them"
          captionHidden
          rows={view.made}
          rowKey={(row) => row.href}
          columns={[
            { title: 'Version', cell: (row) => <a href={row.href}>{row.words}</a> },
            { title: 'Written by', cell: (row) => row.by },
            { title: 'Why', cell: (row) => row.why || 'Not said yet' },
          ]}
        />
      </>
    ) : null}
  </StaffPage>
);
