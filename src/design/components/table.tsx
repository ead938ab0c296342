/** A table with a caption; sorting is a link to the server, ticking rows is one form. On phones each row becomes labelled lines. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly numeric?: boolean | undefined;
  /** Address that sorts by this column, and how it is sorted now. */
  readonly sort?: { readonly href: string; readonly now?: 'ascending' | 'descending' | undefined } | undefined;
}

export interface TableProps<Row> {
  readonly caption: string;
  /** For readers only, when a heading beside it says the same. */
  readonly captionHidden?: boolean | undefined;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Said instead of rows when there are none. */
  readonly empty?: ComponentChildren;
  /** A first column of ticks, sent under `name` by the form around the table. */
  readonly select?:
    | { readonly name: string; readonly label: (row: Row) => string; readonly chosen?: readonly string[] | undefined }
    | undefined;
  /** A row set apart by tint and a start edge; its cells must say why in words. */
  readonly marked?: ((row: Row) => boolean) | undefined;
  /** Keeps columns on phones and scrolls inside a labelled region, for tables of figures. */
  readonly scrolls?: boolean | undefined;
}

export const Table = <Row,>({ caption, captionHidden, columns, rows, rowKey, empty, select, marked, scrolls }: TableProps<Row>) => {
  const table = (
    <table class={classNames('nhsuk-table', scrolls ? 'od-table' : 'od-table od-table--rows')}>
      <caption class={captionHidden ? 'nhsuk-table__caption nhsuk-u-visually-hidden' : 'nhsuk-table__caption nhsuk-table__caption--m'}>
        {caption}
      </caption>
      <thead class="nhsuk-table__head">
        <tr class="nhsuk-table__row">
          {select ? (
            <th class="nhsuk-table__header od-table__tick" scope="col">
              <span class="nhsuk-u-visually-hidden">Choose</span>
            </th>
          ) : null}
          {columns.map(({ title, numeric, sort }) => (
            <th
              key={title}
              class={classNames('nhsuk-table__header', numeric && 'nhsuk-table__header--numeric')}
              scope="col"
              aria-sort={sort ? (sort.now ?? 'none') : undefined}
            >
              {sort ? (
                <a class="od-table__sort" href={sort.href}>
                  {title}
                  <span class="od-table__arrow" aria-hidden="true">
                    {sort.now === 'ascending' ? '▲' : sort.now === 'descending' ? '▼' : '↕'}
                  </span>
                </a>
              ) : (
                title
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="nhsuk-table__body">
        {rows.length === 0 && empty ? (
          <tr class="nhsuk-table__row">
            <td class="nhsuk-table__cell" colspan={columns.length + (select ? 1 : 0)}>
              {empty}
            </td>
          </tr>
        ) : null}
        {rows.map((row) => {
          const key = rowKey(row);
          return (
            <tr key={key} class={classNames('nhsuk-table__row', marked?.(row) && 'od-table__marked')}>
              {select ? (
                <td class="nhsuk-table__cell od-table__tick">
                  <label class="od-table__label">
                    <input
                      class="od-control od-control--checkbox"
                      type="checkbox"
                      name={select.name}
                      value={key}
                      checked={select.chosen?.includes(key)}
                    />
                    <span class="nhsuk-u-visually-hidden">{select.label(row)}</span>
                  </label>
                </td>
              ) : null}
              {columns.map(({ title, cell, numeric }, index) =>
                index === 0 ? (
                  <th key={title} class="nhsuk-table__header" scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={title} class={classNames('nhsuk-table__cell', numeric && 'nhsuk-table__cell--numeric')} data-label={title}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
  return scrolls ? (
    <section class="od-scroll" aria-label={caption} tabindex={0}>
      {table}
    </section>
  ) : (
    table
  );
};
