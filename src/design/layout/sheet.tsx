/** A white sheet with its contents beside it: reports, plans, minutes, rules. Beside `SheetContents` in a `sheet` page. */
import type { ComponentChildren } from 'preact';
import { Headline } from '../components/finding.tsx';

export interface SheetProps {
  readonly title: string;
  /** Period, people, who agreed it. */
  readonly about?: ComponentChildren;
  /** The headline finding, in the largest type. */
  readonly headline?: ComponentChildren;
  readonly children: ComponentChildren;
}

export const Sheet = ({ title, about, headline, children }: SheetProps) => (
  <article class="od-sheet">
    <div class="od-sheet__head">
      <h1 class="od-sheet__title">{title}</h1>
      {about ? <p class="od-sheet__about">{about}</p> : null}
      {headline ? <Headline>{headline}</Headline> : null}
    </div>
    {children}
  </article>
);
