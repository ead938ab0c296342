/** One line of typed text: a name, a number, an e-mail address. */
import { classNames } from '../class-names.ts';
import { type FieldProps, FormGroup, fieldDescription, fieldId } from './field.tsx';

/** Widths in characters, for answers whose length is known. */
const widths = {
  2: 'nhsuk-input--width-2',
  3: 'nhsuk-input--width-3',
  4: 'nhsuk-input--width-4',
  5: 'nhsuk-input--width-5',
  10: 'nhsuk-input--width-10',
  20: 'nhsuk-input--width-20',
  30: 'nhsuk-input--width-30',
} as const;

export interface TextInputProps extends FieldProps {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'tel' | 'email' | 'url' | 'password' | 'time' | 'date' | undefined;
  readonly width?: keyof typeof widths | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | undefined;
  /** A token such as `name`, `tel` or `off`. */
  readonly autocomplete?: string | undefined;
  readonly direction?: 'ltr' | 'rtl' | 'auto' | undefined;
  /** Numbers, codes and addresses that a dictionary should leave alone. */
  readonly code?: boolean | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** Suggestions from the server, as a native list. */
  readonly suggestions?: readonly string[] | undefined;
  readonly maxlength?: number | undefined;
  readonly required?: boolean | undefined;
}

export const TextInput = (props: TextInputProps) => {
  const id = fieldId(props);
  const shared = {
    class: classNames(
      'nhsuk-input',
      props.code && 'nhsuk-input--code',
      props.error && 'nhsuk-input--error',
      props.width && widths[props.width],
    ),
    id,
    name: props.name,
    value: props.value,
    spellcheck: props.code ? false : undefined,
    disabled: Boolean(props.unavailable),
    'aria-describedby': fieldDescription(props),
    autocomplete: props.autocomplete,
    inputmode: props.inputmode,
    dir: props.direction,
    maxlength: props.maxlength,
    required: props.required,
  };
  // Preact's types tie each type to its roles; this control sets no role, so any type will do.
  const type = (props.type ?? 'text') as 'text';
  const input = props.suggestions ? <input {...shared} type="text" list={`${id}-suggestions`} /> : <input {...shared} type={type} />;
  return (
    <FormGroup field={props}>
      {props.prefix || props.suffix ? (
        <div class="nhsuk-input-wrapper">
          {props.prefix ? (
            <div class="nhsuk-input-wrapper__prefix" aria-hidden="true">
              {props.prefix}
            </div>
          ) : null}
          {input}
          {props.suffix ? (
            <div class="nhsuk-input-wrapper__suffix" aria-hidden="true">
              {props.suffix}
            </div>
          ) : null}
        </div>
      ) : (
        input
      )}
      {props.suggestions ? (
        <datalist id={`${id}-suggestions`}>
          {props.suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
    </FormGroup>
  );
};
