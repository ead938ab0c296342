/** A dark panel across the page for one sensitive question, or a warning before a page. The heading is the page's own. */
import type { ComponentChildren } from 'preact';

export interface InterruptionProps {
  readonly title: string;
  readonly text?: ComponentChildren;
  /** Large answers: a form of buttons, or links. */
  readonly children: ComponentChildren;
}

export const Interruption = ({ title, text, children }: InterruptionProps) => (
  <div class="nhsuk-panel nhsuk-panel--interruption">
    <h1 class="nhsuk-panel__heading nhsuk-panel__heading--l">{title}</h1>
    <div class="nhsuk-panel__body">
      {text ? <p>{text}</p> : null}
      {children}
    </div>
  </div>
);

/** Large answers, each a submit button of the form around them. */
export const LargeAnswers = ({
  name,
  answers,
}: {
  readonly name: string;
  readonly answers: readonly { readonly value: string; readonly text: string }[];
}) => (
  <div class="od-large-answers">
    {answers.map(({ value, text }) => (
      <button key={value} class="od-large-answer" type="submit" name={name} value={value}>
        {text}
      </button>
    ))}
  </div>
);
