/** A date people know by heart, typed into three fields: `NAME-day`, `NAME-month`, `NAME-year`. */
import { classNames } from '../class-names.ts';
import { useTexts } from '../language.tsx';
import { FieldGroup, type FieldProps, fieldId } from './field.tsx';

const parts = ['day', 'month', 'year'] as const;
export type DatePart = (typeof parts)[number];

export interface DateInputProps extends FieldProps {
  readonly value?: Partial<Readonly<Record<DatePart, string>>> | undefined;
  /** Parts that the error is about; all of them where it is left out. */
  readonly wrong?: readonly DatePart[] | undefined;
  /** Offers the browser's own record of a date of birth. */
  readonly birthday?: boolean | undefined;
}

const widths = { day: 'nhsuk-input--width-2', month: 'nhsuk-input--width-2', year: 'nhsuk-input--width-4' } as const;
const tokens = { day: 'bday-day', month: 'bday-month', year: 'bday-year' } as const;

export const DateInput = (props: DateInputProps) => {
  const words = useTexts();
  const id = fieldId(props);
  const wrong = props.error ? (props.wrong ?? parts) : [];
  return (
    <FieldGroup field={props} group>
      <div class="nhsuk-date-input" id={id}>
        {parts.map((part) => (
          <div key={part} class="nhsuk-date-input__item">
            <div class={classNames('nhsuk-form-group', props.wrong?.includes(part) && 'nhsuk-form-group--error')}>
              <label class="nhsuk-label nhsuk-date-input__label" for={`${id}-${part}`}>
                {words[part]}
              </label>
              <input
                class={classNames('nhsuk-input', wrong.includes(part) && 'nhsuk-input--error', widths[part], 'nhsuk-date-input__input')}
                id={`${id}-${part}`}
                name={`${props.name}-${part}`}
                type="text"
                value={props.value?.[part]}
                autocomplete={props.birthday ? tokens[part] : undefined}
                inputmode="numeric"
              />
            </div>
          </div>
        ))}
      </div>
    </FieldGroup>
  );
};
