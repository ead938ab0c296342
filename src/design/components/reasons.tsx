/** Why something is suggested: for, think about, not this because, what we do not know; last, what would change it. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons.tsx';
import { staffTexts } from '../texts.ts';

export interface Reason {
  readonly kind: 'for' | 'think' | 'not this' | 'not known';
  readonly text: ComponentChildren;
}

const marks = {
  for: { icon: 'check', word: 'For' },
  think: { icon: 'think', word: 'Think about' },
  'not this': { icon: 'cross', word: 'Not this' },
  'not known': { icon: 'think', word: 'Not known' },
} as const satisfies Record<Reason['kind'], { icon: IconName; word: string }>;

const look = {
  for: 'od-reasons__reason od-reasons__reason--for',
  think: 'od-reasons__reason od-reasons__reason--think',
  'not this': 'od-reasons__reason',
  'not known': 'od-reasons__reason od-reasons__reason--not-known',
} as const;

export interface ReasonsProps {
  /** By weight, at most five. */
  readonly reasons: readonly Reason[];
  readonly label?: string | undefined;
  /** What would change the suggestion. */
  readonly change?: ComponentChildren;
  /** Where all the rows that fired can be read. */
  readonly all?: { readonly text: string; readonly href: string } | undefined;
}

export const Reasons = ({ reasons, label = staffTexts.reasons, change, all }: ReasonsProps) => (
  <div class="od-reasons">
    <ul aria-label={label}>
      {reasons.map(({ kind, text }, index) => (
        <li key={index} class={look[kind]}>
          <Icon name={marks[kind].icon} />
          <span>
            <span class="nhsuk-u-visually-hidden">{marks[kind].word}: </span>
            {text}
          </span>
        </li>
      ))}
    </ul>
    {change || all ? (
      <p class="od-reasons__change">
        {change}
        {change && all ? ' ' : null}
        {all ? <a href={all.href}>{all.text}</a> : null}
      </p>
    ) : null}
  </div>
);
