/** The same fields several times: add, remove and reorder are buttons that POST, so every row is in the page. */
import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';

export interface RepeatingRowsProps {
  /** Sent as `NAME-add`, `NAME-remove`, `NAME-up` and `NAME-down`, the last three with the row's number from 0. */
  readonly name: string;
  /** “Action”; the row's number follows. */
  readonly rowName: string;
  readonly addText: string;
  readonly rows: readonly ComponentChildren[];
  readonly reorder?: boolean | undefined;
}

export const RepeatingRows = ({ name, rowName, addText, rows, reorder }: RepeatingRowsProps) => (
  <div class="od-repeat">
    {rows.map((row, index) => {
      const title = `${rowName} ${index + 1}`;
      return (
        <fieldset key={index} class="od-repeat__row">
          <legend class="od-repeat__title">{title}</legend>
          {row}
          {rows.length > 1 ? (
            <div class="od-repeat__acts">
              {reorder && index > 0 ? (
                <Button look="link" name={`${name}-up`} value={String(index)} formnovalidate>
                  Move up<span class="nhsuk-u-visually-hidden"> {title}</span>
                </Button>
              ) : null}
              {reorder && index < rows.length - 1 ? (
                <Button look="link" name={`${name}-down`} value={String(index)} formnovalidate>
                  Move down<span class="nhsuk-u-visually-hidden"> {title}</span>
                </Button>
              ) : null}
              <Button look="link" name={`${name}-remove`} value={String(index)} formnovalidate>
                Remove<span class="nhsuk-u-visually-hidden"> {title}</span>
              </Button>
            </div>
          ) : null}
        </fieldset>
      );
    })}
    <Button look="secondary" small name={`${name}-add`} value="yes" icon="plus" formnovalidate>
      {addText}
    </Button>
  </div>
);
