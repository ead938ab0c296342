/** Two to six ways to show a list, as links with counts. */
import { staffTexts } from '../texts.ts';

export interface Segment {
  readonly text: string;
  readonly href: string;
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
}

export const Segments = ({
  segments,
  label = staffTexts.show,
}: {
  readonly segments: readonly Segment[];
  readonly label?: string | undefined;
}) => (
  <ul class="od-segments" aria-label={label}>
    {segments.map((segment) => (
      <li key={segment.href}>
        <a class="od-segments__link" href={segment.href} aria-current={segment.current ? 'true' : undefined}>
          {segment.text}
          {segment.count === undefined ? null : ` ${segment.count}`}
        </a>
      </li>
    ))}
  </ul>
);
