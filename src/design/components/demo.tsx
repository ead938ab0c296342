/** What the demo adds to pages: its banner, the bar of the tour, and the people one may be. */
import type { ComponentChildren } from 'preact';
import { Avatar } from './avatar.tsx';

export interface DemoBannerProps {
  readonly text: ComponentChildren;
  readonly links?: readonly { readonly text: string; readonly href: string }[] | undefined;
}

export const DemoBanner = ({ text, links = [] }: DemoBannerProps) => (
  <section class="od-demo-banner" lang="en-GB" dir="ltr" aria-label="Demo">
    <p class="od-demo-banner__text">{text}</p>
    {links.map((link) => (
      <a key={link.href} class="od-demo-banner__link" href={link.href}>
        {link.text}
      </a>
    ))}
  </section>
);

export interface TourBarProps {
  readonly at: number;
  readonly of: number;
  /** Where we are and what to do. */
  readonly text: string;
  /** POST to go on as the next person. */
  readonly next?: { readonly text: string; readonly action: string } | undefined;
  readonly leave: { readonly text: string; readonly href: string };
}

export const TourBar = ({ at, of, text, next, leave }: TourBarProps) => (
  <aside class="od-tour" aria-label="Tour">
    <p class="od-tour__text">
      <strong>
        Step {at} of {of}.
      </strong>{' '}
      {text}
    </p>
    <div class="od-tour__acts">
      {next ? (
        <form method="post" action={next.action}>
          <button class="nhsuk-button nhsuk-button--small" data-module="nhsuk-button" type="submit">
            {next.text}
          </button>
        </form>
      ) : null}
      <a class="od-tour__leave" href={leave.href}>
        {leave.text}
      </a>
    </div>
  </aside>
);

export interface DemoPerson {
  readonly value: string;
  readonly initials: string;
  /** “Grace, key worker”. */
  readonly name: string;
  /** “Sees Jordan at 2pm”. */
  readonly task: string;
  /** “Note, measure, plan”. */
  readonly detail?: string | undefined;
}

/** Each person is a button of one POST form, sent as `person`. */
export const DemoPeople = ({ action, people }: { readonly action: string; readonly people: readonly DemoPerson[] }) => (
  <form class="od-demo-people" method="post" action={action}>
    <ul class="od-demo-people__list">
      {people.map(({ value, initials, name, task, detail }) => (
        <li key={value}>
          <button class="od-demo-person" type="submit" name="person" value={value}>
            <Avatar initials={initials} size="l" />
            <span class="od-demo-person__name">{name}</span>
            <span>{task}</span>
            {detail ? <span class="od-demo-person__detail">{detail}</span> : null}
          </button>
        </li>
      ))}
    </ul>
  </form>
);
