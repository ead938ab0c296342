/** Several lines of typed text. It grows with the words; the count is said only near the limit. */
import { classNames, describedBy } from '../class-names.ts';
import { useTexts } from '../language.tsx';
import { type FieldProps, FormGroup, fieldDescription, fieldId } from './field.tsx';

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly autocomplete?: string | undefined;
  readonly direction?: 'ltr' | 'rtl' | 'auto' | undefined;
  /** Most characters the server keeps. Adds the count. */
  readonly limit?: number | undefined;
  readonly required?: boolean | undefined;
  /** The larger voice type, for someone's own words. */
  readonly voice?: boolean | undefined;
}

export const TextArea = (props: TextAreaProps) => {
  const words = useTexts();
  const id = fieldId(props);
  const count = props.limit !== undefined;
  const area = (
    <textarea
      class={classNames(
        'nhsuk-textarea',
        props.error && 'nhsuk-textarea--error',
        count && 'nhsuk-js-character-count',
        props.voice && 'od-voice-input',
      )}
      id={id}
      name={props.name}
      rows={props.rows ?? 5}
      disabled={Boolean(props.unavailable)}
      aria-describedby={describedBy(count && `${id}-info`, fieldDescription(props))}
      autocomplete={props.autocomplete}
      dir={props.direction}
      required={props.required}
    >
      {props.value}
    </textarea>
  );
  if (props.limit === undefined) return <FormGroup field={props}>{area}</FormGroup>;
  const data = {
    'data-module': 'nhsuk-character-count',
    'data-maxlength': String(props.limit),
    'data-left': words.charactersLeft({ count: '%' }),
    'data-over': words.charactersOver({ count: '%' }),
  };
  return (
    <FormGroup field={props} class="nhsuk-character-count" data={data}>
      {area}
      <div class="nhsuk-hint nhsuk-character-count__message" id={`${id}-info`}>
        {words.charactersUpTo({ count: props.limit })}
      </div>
    </FormGroup>
  );
};
