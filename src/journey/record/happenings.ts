// From journey events to what a timeline says of them: sentences and groups of days. Pure. An event that the reader may not see is a date and nothing else.
import { daysBetween, type LocalDate, localDate } from '../../platform/clock.ts';
import { plainNumber } from '../../platform/numbers.ts';
import { firstName, saidDay, saidTime } from '../../platform/said.ts';
import type { MeasureResult } from '../measures/model.ts';
import { type Icon, kindOf, type Tone } from './happening-kinds.ts';
import type { At, EventRow } from './store.ts';

export interface Happening {
  readonly key: string;
  readonly icon: Icon;
  readonly tone: Tone;
  readonly title: string;
  readonly byline: string;
  readonly note?: string;
  readonly corrected?: { readonly earlier: string; readonly reason: string };
}
export interface Hidden {
  readonly key: string;
  readonly hidden: true;
  readonly byline: string;
}
export interface HappeningDay {
  readonly title: string;
  readonly entries: readonly (Happening | Hidden)[];
}

export interface NoteWords {
  readonly did: string;
  readonly corrected?: { readonly earlier: string; readonly reason: string };
}

/** Groups by week while it is near, then by month; hidden moments are dates alone. `notes` by session id; `results` are all that may be read, the earliest first. */
export function happenings(
  events: readonly EventRow[],
  hidden: readonly At[],
  {
    name,
    now,
    notes,
    results,
  }: {
    readonly name: string;
    readonly now: Date;
    readonly notes: ReadonlyMap<string, NoteWords>;
    readonly results: readonly MeasureResult[];
  },
): HappeningDay[] {
  const writtenUp = new Set(events.filter((event) => event.kind === 'session.written_up').map((event) => event.subjectId));
  const totals = previousTotals(results);
  const seen = events
    .filter((event) => event.kind !== 'session.attended' || !writtenUp.has(event.subjectId))
    .map((event) => ({ id: event.id, at: event.at, entry: happening(event, name, notes, totals) }));
  const all = [
    ...seen,
    ...hidden.map((moment) => ({ ...moment, entry: { key: moment.id, hidden: true as const, byline: saidDay(moment.at) } })),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? -1 : 1));
  const days: { title: string; entries: (Happening | Hidden)[] }[] = [];
  for (const { at, entry } of all) {
    const title = groupOf(localDate(at), localDate(now));
    const last = days.at(-1);
    if (last?.title === title) last.entries.push(entry);
    else days.push({ title, entries: [entry] });
  }
  return days;
}

/** What each measure was the time before in the same version and language, by the result, so that a line can say which way it went. */
function previousTotals(results: readonly MeasureResult[]): ReadonlyMap<string, number> {
  const before = new Map<string, number>();
  const last = new Map<string, number>();
  for (const { id, instrument, instrumentVersion, language, total } of results) {
    if (total === null) continue;
    const asked = `${instrument} ${instrumentVersion} ${language}`;
    const earlier = last.get(asked);
    if (earlier !== undefined) before.set(id, earlier);
    last.set(asked, total);
  }
  return before;
}

function happening(event: EventRow, name: string, notes: ReadonlyMap<string, NoteWords>, totals: ReadonlyMap<string, number>): Happening {
  const kind = kindOf(event.kind);
  const before = totals.get(event.subjectId);
  const total = event.data.total;
  const moved =
    before === undefined || typeof total !== 'number'
      ? ''
      : total === before
        ? ', the same as before'
        : `, ${total < before ? 'down' : 'up'} ${plainNumber(Math.abs(total - before), 1)}`;
  const words = event.kind === 'session.written_up' ? notes.get(event.subjectId) : undefined;
  return {
    key: event.id,
    icon: kind.icon,
    tone: kind.tone ?? 'plain',
    title: `${kind.title(event, name)}${moved}`,
    byline: `${saidDay(event.at)}, ${saidTime(event.at)}${event.byName ? `. ${firstName(event.byName) === name ? 'By them' : `Recorded by ${event.byName}`}` : ''}`,
    ...(words ? { note: words.did, ...(words.corrected ? { corrected: words.corrected } : {}) } : {}),
  };
}

const monthWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });

function groupOf(date: LocalDate, today: LocalDate): string {
  const monday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = daysBetween(date, today);
  if (days <= monday) return 'This week';
  if (days <= monday + 7) return 'Last week';
  return monthWords.format(new Date(`${date}T00:00:00Z`));
}
