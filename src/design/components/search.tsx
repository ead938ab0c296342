/** A search box with its own button, in a GET form the page provides. */
import { classNames } from '../class-names.ts';
import { useTexts } from '../language.tsx';
import { type FieldProps, FormGroup, fieldDescription, fieldId } from './field.tsx';

export interface SearchProps extends FieldProps {
  readonly value?: string | undefined;
  readonly buttonText?: string | undefined;
}

export const Search = (props: SearchProps) => {
  const { search } = useTexts();
  return (
    <FormGroup field={props} class="nhsuk-search-input">
      <div class="nhsuk-input-wrapper nhsuk-search-input__wrapper">
        <input
          class={classNames('nhsuk-input', props.error && 'nhsuk-input--error', 'nhsuk-search-input__input')}
          id={fieldId(props)}
          name={props.name}
          type="search"
          value={props.value}
          disabled={Boolean(props.unavailable)}
          aria-describedby={fieldDescription(props)}
          autocomplete="off"
        />
        <button
          class="nhsuk-button nhsuk-button--small nhsuk-search-input__button"
          data-module="nhsuk-button"
          type="submit"
          disabled={Boolean(props.unavailable)}
        >
          {props.buttonText ?? search}
        </button>
      </div>
    </FormGroup>
  );
};
