/** The furniture of one question: the form, its help, and continue, skip, save — in that order, full width. */
import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { ErrorSummary, type FieldError } from './error-summary.tsx';

export interface QuestionFormProps {
  readonly action: string;
  readonly errors?: readonly FieldError[] | undefined;
  /** Hidden values that travel with the answer: version, idempotency key. */
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly continueText: string;
  /** Skipping sends the same form with `skip=yes`. */
  readonly skipText?: string | undefined;
  /** Saving and leaving sends it with `save=yes`. */
  readonly saveText?: string | undefined;
  /** Address that keeps the draft as it is typed. */
  readonly draft?: string | undefined;
  /** Answers nobody else's browser should offer. */
  readonly privateAnswers?: boolean | undefined;
  readonly children: ComponentChildren;
}

export const HiddenValues = ({ values = {} }: { readonly values?: Readonly<Record<string, string>> | undefined }) => (
  <>
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);

export const QuestionForm = (props: QuestionFormProps) => (
  <>
    <ErrorSummary errors={props.errors ?? []} />
    <form method="post" action={props.action} novalidate autocomplete={props.privateAnswers ? 'off' : undefined} data-draft={props.draft}>
      <HiddenValues values={props.hidden} />
      {props.children}
      <div class="od-actions od-actions--stack">
        <Button>{props.continueText}</Button>
        {props.skipText ? (
          <Button look="secondary" name="skip" value="yes" formnovalidate>
            {props.skipText}
          </Button>
        ) : null}
        {props.saveText ? (
          <Button look="link" name="save" value="yes" formnovalidate>
            {props.saveText}
          </Button>
        ) : null}
      </div>
    </form>
  </>
);

/** The heading of a question page whose controls carry legends of their own. */
export const QuestionTitle = ({ title, hint }: { readonly title: ComponentChildren; readonly hint?: ComponentChildren }) => (
  <div class="od-question-title">
    <h1 class="od-question-title__text">{title}</h1>
    {hint ? <p class="od-question-title__hint">{hint}</p> : null}
  </div>
);
