/** The rows of a table, read as sentences or as a grid. */
import type { ComponentChildren } from 'preact';
import { Card } from '../../../design/components/card.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Segments } from '../../../design/components/segments.tsx';
import { Table } from '../../../design/components/table.tsx';
import { type RowView, whenWords } from '../presenting.ts';

export const readings = ['sentences', 'grid'] as const;
export type Reading = (typeof readings)[number];

export const ReadingChoice = ({ href, reading }: { readonly href: (reading: Reading) => string; readonly reading: Reading }) => (
  <Segments
    label="How to read it"
    segments={[
      { text: 'As sentences', href: href('sentences'), current: reading === 'sentences' },
      { text: 'As a grid', href: href('grid'), current: reading === 'grid' },
    ]}
  />
);

export const RowsRead = ({
  rows,
  reading,
  caption,
  controls,
}: {
  readonly rows: readonly RowView[];
  readonly reading: Reading;
  readonly caption: string;
  readonly controls?: (row: RowView) => ComponentChildren;
}) => (reading === 'grid' ? <Grid rows={rows} caption={caption} /> : <Sentences rows={rows} controls={controls} />);

const Sentences = ({
  rows,
  controls,
}: {
  readonly rows: readonly RowView[];
  readonly controls: ((row: RowView) => ComponentChildren) | undefined;
}) => (
  <Stack>
    {rows.map((row) => (
      <Card key={row.id} id={`row-${row.at}`} title={`${row.at}. ${row.sentence}`} level={3} aside={controls?.(row)}>
        <FactsList
          facts={[
            { term: 'When', value: whenWords(row) },
            { term: 'Then', value: row.results.map(({ label, words }) => `${label}: ${words}`).join('. ') },
            { term: 'Because', value: row.reason },
            { term: 'What would change it', value: row.changes },
          ]}
        />
      </Card>
    ))}
  </Stack>
);

const Grid = ({ rows, caption }: { readonly rows: readonly RowView[]; readonly caption: string }) => {
  const columns = [...new Map(rows.flatMap((row) => row.conditions.map(({ key, label }) => [key, label] as const)))];
  const results = [...new Map(rows.flatMap((row) => row.results.map(({ key, label }) => [key, label] as const)))];
  return (
    <Table
      caption={caption}
      captionHidden
      scrolls
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { title: 'Row', cell: (row) => `${row.at}. ${row.sentence}` },
        ...columns.map(([key, label]) => ({
          title: label,
          cell: (row: RowView) => {
            const found = row.conditions.find((condition) => condition.key === key);
            return found?.words ?? '–';
          },
        })),
        ...results.map(([key, label]) => ({
          title: label,
          cell: (row: RowView) => row.results.find((result) => result.key === key)?.words ?? '–',
        })),
      ]}
    />
  );
};
