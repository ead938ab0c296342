/** Answers to check before sending, each with its way back; and sections of them. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';

export interface Summary {
  readonly key: string;
  readonly value: ComponentChildren;
  /** `about` completes the link for readers: “Change name”. */
  readonly change?: { readonly href: string; readonly text: string; readonly about: string } | undefined;
}

export const SummaryList = ({ items }: { readonly items: readonly Summary[] }) => {
  const withActions = items.some(({ change }) => change);
  return (
    <dl class="nhsuk-summary-list">
      {items.map(({ key, value, change }) => (
        <div key={key} class={classNames('nhsuk-summary-list__row', withActions && !change && 'nhsuk-summary-list__row--no-actions')}>
          <dt class="nhsuk-summary-list__key">{key}</dt>
          <dd class="nhsuk-summary-list__value">{value}</dd>
          {change ? (
            <dd class="nhsuk-summary-list__actions">
              <a class="nhsuk-link" href={change.href}>
                {change.text}
                <span class="nhsuk-u-visually-hidden"> {change.about}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
};

export interface CheckSection {
  readonly title: string;
  readonly items: readonly Summary[];
  /** Who these answers go to. */
  readonly shared?: ComponentChildren;
}

export const CheckAnswers = ({ sections }: { readonly sections: readonly CheckSection[] }) => (
  <>
    {sections.map(({ title, items, shared }) => (
      <section key={title} class="od-check">
        <h2 class="od-check__title">{title}</h2>
        <SummaryList items={items} />
        {shared ? <p class="od-check__shared">{shared}</p> : null}
      </section>
    ))}
  </>
);
