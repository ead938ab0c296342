/** Choices of a staff decision: rows with a title, one line of consequence, a number key, and what belongs under the chosen one. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { ErrorMessage, leadingChoice } from './field.tsx';

export interface OptionChoice {
  readonly value: string;
  readonly text: string;
  readonly consequence?: ComponentChildren;
  /** Why it cannot be chosen now. */
  readonly unavailable?: string | undefined;
  /** Shown while this option is chosen: reasons, a reason to type, a second clinician. Without script support it shows always. */
  readonly under?: ComponentChildren;
}

export interface OptionsProps {
  readonly name: string;
  readonly id?: string | undefined;
  readonly legend: string;
  /** Hides the legend when a heading beside it says the same. */
  readonly legendHidden?: boolean | undefined;
  readonly options: readonly OptionChoice[];
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  /** Puts focus on the chosen option when the page loads: only when the reader came from “next”. */
  readonly focusChosen?: boolean | undefined;
  readonly kind?: 'radio' | 'checkbox' | undefined;
}

/** Number keys 1 to 9 choose while the group has focus (`data-keys`). */
export const Options = ({ name, id = name, legend, legendHidden, options, value, error, focusChosen, kind = 'radio' }: OptionsProps) => (
  <fieldset class="od-options" data-keys={kind === 'radio' ? '' : undefined} aria-describedby={error ? `${id}-error` : undefined}>
    <legend class={legendHidden ? 'nhsuk-u-visually-hidden' : 'od-options__legend'}>{legend}</legend>
    {error ? <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage> : null}
    {options.map((option, index) => {
      const optionId = index === leadingChoice(options) ? id : `${id}-${index + 1}`;
      const note = option.unavailable ?? option.consequence;
      const chosen = option.value === value;
      return (
        <div key={option.value} class="od-options__item">
          <label class={classNames('od-option', option.unavailable && 'od-option--unavailable')}>
            <input
              class={classNames('od-control', kind === 'radio' ? 'od-control--radio' : 'od-control--checkbox')}
              id={optionId}
              name={name}
              type={kind}
              value={option.value}
              checked={chosen}
              disabled={Boolean(option.unavailable)}
              autofocus={focusChosen && chosen ? true : undefined}
              aria-describedby={note ? `${optionId}-note` : undefined}
            />
            <span class="od-option__text">{option.text}</span>
            {kind === 'radio' && index < 9 ? (
              <span class="od-key od-option__key" aria-hidden="true">
                {index + 1}
              </span>
            ) : null}
            {note ? (
              <span class="od-option__note" id={`${optionId}-note`}>
                {note}
              </span>
            ) : null}
          </label>
          {option.under ? <div class="od-options__under">{option.under}</div> : null}
        </div>
      );
    })}
  </fieldset>
);
