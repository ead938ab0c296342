/** One answer from a list too long for radios. */
import { classNames } from '../class-names.ts';
import { type FieldProps, FormGroup, fieldDescription, fieldId } from './field.tsx';

export interface SelectOption {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps extends FieldProps {
  readonly options: readonly SelectOption[];
  readonly value?: string | undefined;
  readonly required?: boolean | undefined;
}

export const Select = (props: SelectProps) => (
  <FormGroup field={props}>
    <select
      class={classNames('nhsuk-select', props.error && 'nhsuk-select--error')}
      id={fieldId(props)}
      name={props.name}
      disabled={Boolean(props.unavailable)}
      aria-describedby={fieldDescription(props)}
      required={props.required}
    >
      {props.options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === props.value} disabled={option.disabled}>
          {option.text}
        </option>
      ))}
    </select>
  </FormGroup>
);
