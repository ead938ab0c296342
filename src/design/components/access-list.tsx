/** Who looked, in what role, why, when and at what, in plain words. Staff read a table, the person reads sentences. */
import type { ComponentChildren } from 'preact';
import { Chip } from './chip.tsx';
import { EmptyState } from './empty-state.tsx';
import { Table } from './table.tsx';

export interface AccessRow {
  readonly key: string;
  readonly who: string;
  readonly role: string;
  readonly why: string;
  readonly when: string;
  readonly what: string;
  /** Opened outside the usual rules, or otherwise worth a question. */
  readonly unusual?: string | undefined;
}

export const AccessList = ({
  rows,
  caption,
  empty,
}: {
  readonly rows: readonly AccessRow[];
  readonly caption: string;
  readonly empty: string;
}) =>
  rows.length === 0 ? (
    <EmptyState>{empty}</EmptyState>
  ) : (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.key}
      marked={(row) => row.unusual !== undefined}
      columns={[
        { title: 'Who', cell: (row) => row.who },
        { title: 'Role', cell: (row) => row.role },
        { title: 'When', cell: (row) => row.when },
        { title: 'What they saw', cell: (row) => row.what },
        {
          title: 'Why',
          cell: (row) => (
            <>
              {row.unusual ? <Chip tone="plum">{row.unusual}</Chip> : null} {row.why}
            </>
          ),
        },
      ]}
    />
  );

/** For the person's own page: `sentence` such as “Grace, your key worker, read your plan to get ready for Friday.” */
export const AccessSentences = ({
  entries,
  empty,
}: {
  readonly entries: readonly { readonly key: string; readonly sentence: ComponentChildren; readonly when: ComponentChildren }[];
  readonly empty: string;
}) =>
  entries.length === 0 ? (
    <EmptyState>{empty}</EmptyState>
  ) : (
    <ul class="od-access">
      {entries.map(({ key, sentence, when }) => (
        <li key={key}>
          <span>{sentence}</span>
          <span class="od-access__when">{when}</span>
        </li>
      ))}
    </ul>
  );
