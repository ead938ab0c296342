/** Every fault of a form at once, each a link to its field. It stands first in main and takes focus. */
import { useTexts } from '../language.tsx';

export interface FieldError {
  /** What happened and what to do, naming the field. */
  readonly text: string;
  /** Id of the field; none for a fault of the whole page. */
  readonly field?: string | undefined;
}

export const ErrorSummary = ({ errors, title }: { readonly errors: readonly FieldError[]; readonly title?: string | undefined }) => {
  const { problem } = useTexts();
  return errors.length === 0 ? null : (
    <div class="nhsuk-error-summary" data-module="nhsuk-error-summary" tabindex={-1} data-focus>
      <div role="alert">
        <h2 class="nhsuk-error-summary__heading">{title ?? problem}</h2>
        <div class="nhsuk-error-summary__body">
          <ul class="nhsuk-list nhsuk-error-summary__list">
            {errors.map(({ text, field }) => (
              <li key={`${field ?? ''} ${text}`}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
};

/** The error of one field, for the `error` of its control. */
export const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.text;
