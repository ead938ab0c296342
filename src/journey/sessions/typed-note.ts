// What somebody types into a session note, as it was typed: read from a form or a draft, and turned into the action's input once it can be.
import { instantOf } from '../../platform/due.ts';
import type { Fault } from '../../platform/problem.ts';
import { type AsTyped, asList, asText } from '../../platform/web/as-typed.ts';
import { timeOfDay } from '../../platform/web/fields.ts';
import type { Booking } from './booking.ts';

const texts = [
  'came',
  'welfare',
  'offer',
  'did',
  'agreed',
  'mood',
  'next_step',
  'measure_language',
  'measure_by',
  'concern',
  'met_on',
  'met_at',
  'met_minutes',
  'met_how',
  'next_date',
  'next_time',
  'next_minutes',
  'next_how',
  'next_place',
] as const;
const lists = ['interventions', 'measure_how', 'shared'] as const;

export type TypedNote = Readonly<Record<(typeof texts)[number], string>> &
  Readonly<Record<(typeof lists)[number], readonly string[]>> & {
    /** One for each item, '' where nothing was typed. */
    readonly items: readonly string[];
  };

/** Fields as they were sent over what the form begins with; a list that is missing was unticked. */
export function typedNote(sent: AsTyped | null, begin: Partial<TypedNote>, items: number): TypedNote {
  const note: Record<string, unknown> = {};
  for (const name of texts) note[name] = sent && sent[name] !== undefined ? asText(sent[name]) : (begin[name] ?? '');
  for (const name of lists) note[name] = sent ? asList(sent[name]) : (begin[name] ?? []);
  note.items = Array.from({ length: items }, (_, index) => asText(sent?.[`item_${index + 1}`]));
  return note as TypedNote; // every name of both lists was just filled
}

/** Items as numbers; null where nothing was typed. What is no number becomes NaN, which no measure takes. */
export const answersOf = (items: readonly string[]): (number | null)[] =>
  items.map((item) => (item.trim() === '' ? null : /^\d{1,3}$/.test(item.trim()) ? Number(item.trim()) : Number.NaN));

const time = timeOfDay('Write a time, such as 2pm or 14:30.');

export interface TypedTime {
  readonly date: string;
  readonly time: string;
  readonly minutes: string;
  readonly how: string;
  readonly place: string;
}

/** When, how long and how, from what was typed; the faults name their fields with `prefix` before them. */
export function readBooking(
  typed: TypedTime,
  prefix = '',
): { readonly booking: Omit<Booking, 'personId' | 'enrolmentId' | 'interpreter'> | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(typed.date) && new Date(`${typed.date}T00:00:00Z`).toJSON()?.slice(0, 10) === typed.date;
  if (!isDay) faults.push({ field: `${prefix}date`, message: 'Choose the day.' });
  const at = time.safeParse(typed.time);
  if (!at.success) faults.push({ field: `${prefix}time`, message: 'Write a time, such as 2pm or 14:30.' });
  const minutes = /^\d{1,3}$/.test(typed.minutes.trim()) ? Number(typed.minutes) : 0;
  if (minutes < 5 || minutes > 480) faults.push({ field: `${prefix}minutes`, message: 'Choose between 5 and 480 minutes.' });
  if (faults.length > 0 || !at.success) return { booking: null, faults };
  return {
    booking: { startsAt: instantOf(typed.date, at.data), minutes, channel: typed.how, place: typed.place.slice(0, 200) },
    faults: [],
  };
}
