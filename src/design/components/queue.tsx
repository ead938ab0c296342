/** A list of people who wait: one link each, with the time that is ours to keep. No offence facts and no diagnosis, ever. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons.tsx';
import { Chip, type ChipProps } from './chip.tsx';

export interface QueueItemProps {
  readonly href: string;
  readonly name: string;
  readonly age?: number | undefined;
  /** `now`: under two hours or late. `today`: due today. */
  readonly due?: { readonly text: string; readonly when: 'now' | 'today' | 'later' } | undefined;
  /** Source and time: “Self-referral, today 8:12am”. */
  readonly source?: string | undefined;
  /** Their words; two lines are shown. */
  readonly words?: string | undefined;
  /** Language of the words, where it is not the page's. */
  readonly wordsLang?: { readonly lang: string; readonly direction: 'ltr' | 'rtl' } | undefined;
  /** At most three. */
  readonly chips?: readonly ChipProps[] | undefined;
  readonly current?: boolean | undefined;
  /** “Priya is reading this”. */
  readonly reading?: string | undefined;
}

const dueLooks = { now: 'od-due od-due--now', today: 'od-due od-due--today', later: 'od-due' } as const;

/** A time that is ours to keep. */
export const Due = ({ text, when }: { readonly text: string; readonly when: keyof typeof dueLooks }) => (
  <span class={dueLooks[when]}>
    {when === 'now' ? <Icon name="clock" /> : null}
    {text}
  </span>
);

export const QueueItem = (item: QueueItemProps) => (
  <a class="od-queue__item" href={item.href} aria-current={item.current ? 'true' : undefined}>
    <span class="od-queue__top">
      <span class="od-queue__name">
        {item.name}
        {item.age === undefined ? null : `, ${item.age}`}
      </span>
      {item.due ? <Due {...item.due} /> : null}
    </span>
    {item.source ? <span class="od-queue__source">{item.source}</span> : null}
    {item.words ? (
      <span class="od-queue__words" lang={item.wordsLang?.lang} dir={item.wordsLang?.direction ?? 'auto'}>
        {item.words}
      </span>
    ) : null}
    {item.chips?.length ? (
      <span class="od-chips">
        {item.chips.map((chip, index) => (
          <Chip key={index} {...chip} href={undefined} />
        ))}
      </span>
    ) : null}
    {item.reading ? <span class="od-queue__reading">{item.reading}</span> : null}
  </a>
);

export interface QueueGroupProps {
  /** “Decide today”. */
  readonly title: string;
  readonly items: readonly QueueItemProps[];
  /** How many there are, where the list shows only some. */
  readonly count?: number | undefined;
  /** Said when the group is empty. */
  readonly empty?: ComponentChildren;
}

export const QueueGroup = ({ title, items, count = items.length, empty }: QueueGroupProps) => (
  <section>
    <h2 class="od-queue__title">
      <span>{title}</span> <span>{count}</span>
    </h2>
    {items.length === 0 ? (
      <p class="od-queue__empty">{empty}</p>
    ) : (
      <ol class="od-queue__list">
        {items.map((item) => (
          <li key={item.href}>
            <QueueItem {...item} />
          </li>
        ))}
      </ol>
    )}
  </section>
);
