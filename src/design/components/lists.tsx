/** Plain lists with a shape: ticks, numbered next steps, and rows with an icon. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons.tsx';

/** Short promises, each with a tick: what to expect before starting. */
export const Ticks = ({ items }: { readonly items: readonly ComponentChildren[] }) => (
  <ul class="od-ticks">
    {items.map((item, index) => (
      <li key={index}>
        <Icon name="check" />
        <span>{item}</span>
      </li>
    ))}
  </ul>
);

export interface NextStep {
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren;
}

/** What happens next, in order, with a person at each step. */
export const NextSteps = ({ steps }: { readonly steps: readonly NextStep[] }) => (
  <ol class="od-next">
    {steps.map(({ title, detail }, index) => (
      <li key={index}>
        <span class="od-next__title">{title}</span>
        {detail ? <span class="od-next__detail">{detail}</span> : null}
      </li>
    ))}
  </ol>
);

export interface Row {
  readonly icon?: IconName | undefined;
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** Makes the title a link. */
  readonly href?: string | undefined;
}

/** Lines with an icon, a title and a detail: what is next, who can see this, what is not offered and why. */
export const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <ul class="od-rows">
    {rows.map(({ icon, title, detail, href }, index) => (
      <li key={index} class="od-rows__row">
        {icon ? <Icon name={icon} /> : null}
        <span class="od-rows__words">
          {href ? (
            <a class="od-rows__title" href={href}>
              {title}
            </a>
          ) : (
            <span class="od-rows__title">{title}</span>
          )}
          {detail ? <span class="od-rows__detail">{detail}</span> : null}
        </span>
      </li>
    ))}
  </ul>
);

/** Short ways in, as a column of link buttons. */
export const QuickLinks = ({
  links,
}: {
  readonly links: readonly { readonly icon: IconName; readonly text: string; readonly href: string }[];
}) => (
  <ul class="od-quick">
    {links.map(({ icon, text, href }) => (
      <li key={href}>
        <a class="od-quick__link" href={href}>
          <Icon name={icon} />
          {text}
        </a>
      </li>
    ))}
  </ul>
);
