/** Filters of a list: a GET form in a drawer, and what is applied as chips that can be taken off one by one. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons.tsx';
import { Button } from './button.tsx';

export interface FilterPanelProps {
  readonly title?: string | undefined;
  readonly action: string;
  /** Filters in force; `remove` is the address without this one and with all the rest. */
  readonly applied: readonly { readonly text: string; readonly remove: string }[];
  /** Address without any filter. */
  readonly clear: string;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
}

export const FilterPanel = ({ title = 'Filter', action, applied, clear, open, children }: FilterPanelProps) => (
  <div class="od-filter">
    <details class="od-filter__drawer" open={open}>
      <summary class="od-filter__summary">{title}</summary>
      <form class="od-filter__form" method="get" action={action}>
        {children}
        <Button look="secondary" small>
          Show results
        </Button>
      </form>
    </details>
    {applied.length > 0 ? (
      <ul class="od-filter__applied" aria-label="Filters in force">
        {applied.map(({ text, remove }) => (
          <li key={remove}>
            <a class="od-filter__chip" href={remove}>
              <span class="nhsuk-u-visually-hidden">Remove </span>
              {text}
              <Icon name="cross" />
            </a>
          </li>
        ))}
        <li>
          <a class="od-filter__clear" href={clear}>
            Clear all
          </a>
        </li>
      </ul>
    ) : null}
  </div>
);
