/** A finding and the picture that shows it, in the order people read: sentence, picture, key, caveat, table, source. */
import type { ComponentChildren } from 'preact';
import { Details } from '../components/asides.tsx';
import { Icon } from '../icons.tsx';
import { type ChartRole, colour } from '../tokens.ts';

/** The figures of a chart as a table; each row begins with its name. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** Only for what cannot be labelled where it is drawn. */
export interface KeyEntry {
  readonly words: string;
  readonly mark: 'line' | 'band' | 'circle' | 'ring' | 'diamond' | 'triangle' | 'square';
  readonly role: Pick<ChartRole, 'colour' | 'width' | 'dash'>;
}

export interface FigureProps {
  /** A sentence made from the numbers by a tested function. Left out where a section above the figure says it. */
  readonly finding?: ComponentChildren;
  readonly line?: ComponentChildren;
  /** The drawings; null where there are too few people for a picture, and the table opens instead. */
  readonly children: ComponentChildren;
  readonly keyEntries?: readonly KeyEntry[] | undefined;
  readonly caveat?: ComponentChildren;
  /** “Show the 9 scores as a table”. */
  readonly tableSummary: string;
  readonly table: FigureTable;
  /** Where the numbers come from, and the version of the rule. */
  readonly source: ComponentChildren;
}

export const Figure = ({ finding, line, children, keyEntries = [], caveat, tableSummary, table, source }: FigureProps) => (
  <div class="od-figure">
    {finding ? <p class="od-figure__finding">{finding}</p> : null}
    {line ? <p class="od-figure__line">{line}</p> : null}
    {children ? (
      <figure class="od-figure__picture">
        {children}
        {keyEntries.length > 0 ? (
          <figcaption class="od-chart-key">
            {keyEntries.map((entry) => (
              <span key={entry.words} class="od-chart-key__entry">
                <KeyMark {...entry} />
                {entry.words}
              </span>
            ))}
          </figcaption>
        ) : null}
      </figure>
    ) : null}
    {caveat ? (
      <p class="od-caveat">
        <Icon name="think" />
        <span>{caveat}</span>
      </p>
    ) : null}
    <Details summary={tableSummary} open={children ? undefined : true}>
      <FiguresTable {...table} />
    </Details>
    <p class="od-figure__source">{source}</p>
  </div>
);

const FiguresTable = ({ caption, columns, rows }: FigureTable) => (
  <table class="nhsuk-table od-figure__table">
    <caption class="nhsuk-table__caption nhsuk-u-visually-hidden">{caption}</caption>
    <thead class="nhsuk-table__head">
      <tr class="nhsuk-table__row">
        {columns.map(({ title, numeric }) => (
          <th key={title} scope="col" class={numeric ? 'nhsuk-table__header nhsuk-table__header--numeric' : 'nhsuk-table__header'}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="nhsuk-table__body">
      {rows.map((row) => (
        <tr key={row.join()} class="nhsuk-table__row">
          {row.map((cell, index) =>
            index === 0 ? (
              <th key={index} scope="row" class="nhsuk-table__header">
                {cell}
              </th>
            ) : (
              <td key={index} class={columns[index]?.numeric ? 'nhsuk-table__cell nhsuk-table__cell--numeric' : 'nhsuk-table__cell'}>
                {cell}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

const KeyMark = ({ mark, role }: KeyEntry) => (
  <svg
    class="od-chart-key__mark"
    width={mark === 'line' ? 34 : 18}
    height={16}
    viewBox={`0 0 ${mark === 'line' ? 34 : 18} 16`}
    aria-hidden="true"
    focusable="false"
  >
    {keyMarks[mark](role)}
  </svg>
);

const keyMarks: Readonly<Record<KeyEntry['mark'], (role: KeyEntry['role']) => ComponentChildren>> = {
  line: ({ colour: stroke, width, dash }) => <path d="M0 8h34" stroke={stroke} stroke-width={width} stroke-dasharray={dash} />,
  band: ({ colour: fill }) => <rect y="2" width="18" height="12" rx="2" fill={fill} stroke={colour.lineDark} />,
  circle: ({ colour: fill }) => <circle cx="9" cy="8" r="5.5" fill={fill} />,
  ring: ({ colour: stroke }) => <circle cx="9" cy="8" r="5.5" fill={colour.card} stroke={stroke} stroke-width="2.5" />,
  diamond: ({ colour: fill }) => <path d="M9 0.5L16.5 8L9 15.5L1.5 8Z" fill={fill} />,
  triangle: ({ colour: fill }) => <path d="M9 1L17.5 15.5H0.5Z" fill={fill} />,
  square: ({ colour: fill }) => <rect x="3.5" y="2.5" width="11" height="11" fill={fill} />,
};
