/** What has happened, newest first, under headings of days or weeks. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons.tsx';
import { staffTexts } from '../texts.ts';
import type { HeadingLevel } from './heading.tsx';

export type TimelineEntry =
  | {
      readonly key: string;
      readonly icon: IconName;
      /** A plum disc for new ties and people, amber for contact, teal for measures, plain for the rest. */
      readonly tone?: 'plain' | 'brand' | 'plum' | 'warn' | 'ok' | undefined;
      /** A sentence: “Met Malik at boxing, 1 hr 20 min”. */
      readonly title: ComponentChildren;
      /** When, and by whom recorded. */
      readonly byline: ComponentChildren;
      readonly note?: ComponentChildren;
      /** The earlier version, kept, with why it was changed. */
      readonly corrected?: { readonly earlier: ComponentChildren; readonly reason: string } | undefined;
      readonly action?: { readonly text: string; readonly href: string } | undefined;
    }
  | { readonly key: string; readonly hidden: true; readonly byline?: ComponentChildren };

export interface TimelineProps {
  readonly days: readonly { readonly title: string; readonly entries: readonly TimelineEntry[] }[];
  readonly level?: HeadingLevel | undefined;
}

const discs = {
  plain: 'od-timeline__disc',
  brand: 'od-timeline__disc od-timeline__disc--brand',
  plum: 'od-timeline__disc od-timeline__disc--plum',
  warn: 'od-timeline__disc od-timeline__disc--warn',
  ok: 'od-timeline__disc od-timeline__disc--ok',
} as const;

const Entry = ({ entry }: { readonly entry: TimelineEntry }) =>
  'hidden' in entry ? (
    <li class="od-timeline__entry">
      <span class={discs.plain}>
        <Icon name="lock" />
      </span>
      <div class="od-timeline__words">
        <p class="od-timeline__title od-absent">{staffTexts.hiddenEntry}</p>
        {entry.byline ? <p class="od-timeline__byline">{entry.byline}</p> : null}
      </div>
    </li>
  ) : (
    <li class="od-timeline__entry">
      <span class={discs[entry.tone ?? 'plain']}>
        <Icon name={entry.icon} />
      </span>
      <div class="od-timeline__words">
        <p class="od-timeline__title">{entry.title}</p>
        <p class="od-timeline__byline">{entry.byline}</p>
        {entry.note ? <div class="od-timeline__note">{entry.note}</div> : null}
        {entry.corrected ? (
          <details class="od-timeline__earlier">
            <summary>Corrected: {entry.corrected.reason}</summary>
            <del class="od-timeline__note">{entry.corrected.earlier}</del>
          </details>
        ) : null}
        {entry.action ? <a href={entry.action.href}>{entry.action.text}</a> : null}
      </div>
    </li>
  );

export const Timeline = ({ days, level = 3 }: TimelineProps) => {
  const Tag = `h${level}` as const;
  return (
    <div class="od-timeline">
      {days.map(({ title, entries }) => (
        <section key={title} class="od-timeline__day">
          <Tag class="od-timeline__date">{title}</Tag>
          <ol>
            {entries.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
};
