/** The queue: by time left, nothing else. It stands beside a referral, and alone on phones. */

import { QueueGroup, type QueueItemProps } from '../../../design/components/queue.tsx';
import type { Segment } from '../../../design/components/segments.tsx';
import { QueuePane } from '../../../design/layout/panes.tsx';
import type { QueueFilter, QueueItem } from '../model.ts';
import { ageOf, deskAddress, grouped, sourceWords, timeLeft } from '../presenting.ts';

export interface QueueView {
  readonly items: readonly QueueItem[];
  readonly count: number;
  readonly filter: QueueFilter;
  readonly now: Date;
  /** Account of whoever looks. */
  readonly me: string;
  readonly current: string | null;
  /** Nobody waits who is not in it. */
  readonly isWhole: boolean;
  readonly nextPage: string | null;
  readonly languages: (tag: string) => string;
}

const chipsOf = (item: QueueItem, languages: QueueView['languages']): NonNullable<QueueItemProps['chips']> =>
  [
    item.awaitingCountersign ? ({ tone: 'brand', children: 'With a second clinician' } as const) : null,
    item.givenBack ? ({ tone: 'plum', children: 'Given back' } as const) : null,
    item.safetyAnswer ? ({ tone: 'risk', children: 'Safety answer' } as const) : null,
    item.mayNotKnow
      ? ({ tone: 'warn', children: 'May not know yet' } as const)
      : item.safeContact
        ? ({ tone: 'warn', children: 'Safe contact' } as const)
        : null,
    item.possibleMatch ? ({ tone: 'plum', children: 'Possible match' } as const) : null,
    item.interpreter ? ({ tone: 'brand', children: `Interpreter: ${languages(item.interpreter)}` } as const) : null,
  ]
    .filter((chip) => chip !== null)
    .slice(0, 3);

const readingOf = ({ readerName, readerId, state }: QueueItem, me: string): string | undefined =>
  !readerName || state !== 'in_triage' ? undefined : readerId === me ? 'You have begun this' : `${readerName} is reading this`;

const filters: readonly { readonly key: QueueFilter; readonly text: string }[] = [
  { key: 'everyone', text: 'Everyone' },
  { key: 'mine', text: 'Mine' },
  { key: 'safety', text: 'Safety answer' },
  { key: 'waiting', text: 'Waiting to hear' },
];

const segmentsOf = (view: QueueView): Segment[] =>
  filters.map(({ key, text }) => ({
    text,
    href: deskAddress('', key),
    current: view.filter === key,
    ...(key === 'everyone' ? { count: view.count } : {}),
  }));

export function longestWait(view: Pick<QueueView, 'items' | 'now'>): string {
  const oldest = Math.min(...view.items.map((item) => item.receivedAt.getTime()));
  const hours = Math.floor((view.now.getTime() - oldest) / 3_600_000);
  return hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : `${Math.floor(hours / 24)} days`;
}

/** How many, of whom. A list that leaves people out never says that nobody waits. */
function queueSentence(view: QueueView): string {
  const all = view.count > 99 ? 'More than 99' : String(view.count);
  const longest = view.isWhole && view.items.length > 0 ? ` Longest wait: ${longestWait(view)}.` : '';
  if (view.filter === 'everyone') return view.items.length === 0 ? 'Nobody is waiting.' : `${all} waiting.${longest}`;
  if (view.items.length === 0) return `Nobody in this list. ${all} waiting in all.`;
  return view.isWhole ? `${view.items.length} in this list, of ${all.toLowerCase()} waiting.${longest}` : `${all} waiting in all.`;
}

export const TriageQueue = ({ view }: { readonly view: QueueView }) => (
  <QueuePane
    title="Triage"
    sentence={queueSentence(view)}
    back={
      view.filter === 'everyone'
        ? { text: `Back to all ${view.count}`, href: '/triage' }
        : { text: 'Back to the list', href: deskAddress('', view.filter) }
    }
    segments={segmentsOf(view)}
  >
    {view.items.length === 0 ? (
      <p class="od-queue__empty">
        {view.filter === 'everyone'
          ? 'Everyone who asked has an answer. New requests appear here by themselves.'
          : 'Nobody is in this list now. Everyone is in the first list.'}
      </p>
    ) : (
      grouped(view.items, view.now).map((group) => (
        <QueueGroup
          key={group.title}
          title={group.title}
          items={group.items.map((item) => ({
            href: deskAddress(item.id, view.filter),
            name: item.name,
            age: ageOf(item.born, view.now),
            due: timeLeft(item.decideBy, view.now),
            source: sourceWords(item, view.now),
            words: item.ownWords || 'They would rather talk.',
            chips: chipsOf(item, view.languages),
            current: item.id === view.current,
            reading: readingOf(item, view.me),
          }))}
        />
      ))
    )}
    {view.nextPage ? (
      <p class="od-alone">
        <a href={view.nextPage}>{view.current === null ? 'The next 50' : 'Who comes after them'}</a>
      </p>
    ) : null}
  </QueuePane>
);
