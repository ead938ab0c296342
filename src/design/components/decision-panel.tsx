/** A staff decision: one form, one POST, options with their reasons, and the act always in sight in a bar that sticks. */
import type { ComponentChildren } from 'preact';
import { ErrorSummary, type FieldError } from './error-summary.tsx';
import { HiddenValues } from './question-page.tsx';

export interface DecisionPanelProps {
  readonly action: string;
  readonly title: string;
  /** Id of the title, where the skip link goes. */
  readonly id?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly draft?: string | undefined;
  /** The primary button, then at most two other actions. */
  readonly actions: ComponentChildren;
  /** Who owns the next step, what will be sent. */
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}

export const DecisionPanel = ({
  action,
  title,
  id = 'decision',
  errors = [],
  hidden,
  draft,
  actions,
  note,
  children,
}: DecisionPanelProps) => (
  <form class="od-decision" method="post" action={action} novalidate aria-labelledby={id} data-draft={draft}>
    <h2 class="od-decision__title" id={id} tabindex={-1}>
      {title}
    </h2>
    <ErrorSummary errors={errors} />
    <HiddenValues values={hidden} />
    <div class="od-decision__body">{children}</div>
    <DecisionBar note={note}>{actions}</DecisionBar>
  </form>
);

/** The bar of a decision that fills the page's foot. */
export const DecisionBar = ({ note, children }: { readonly note?: ComponentChildren; readonly children: ComponentChildren }) => (
  <div class="od-bar">
    <div class="od-bar__actions">{children}</div>
    {note ? <p class="od-bar__note">{note}</p> : null}
  </div>
);

/** Keys that do the same, for `note`: `<Keys keys={['Ctrl', 'Enter']} />`. */
export const Keys = ({ keys }: { readonly keys: readonly string[] }) => (
  <span class="od-keys" aria-hidden="true">
    {keys.map((key) => (
      <span key={key} class="od-key">
        {key}
      </span>
    ))}
  </span>
);
