// Days that are different, in the words under which we publish them and know them again: the standard has hours, and nothing for a closed door.
import type { Schedule } from '../../place/directory/model.ts';

type Kind = Pick<Schedule, 'shut' | 'instead' | 'onBankHolidays'>;

const phrases: readonly { readonly words: string; readonly kind: Kind; readonly timed: boolean }[] = [
  { words: 'Closed on bank holidays', kind: { shut: true, onBankHolidays: true }, timed: false },
  { words: 'Open on bank holidays instead of the usual hours', kind: { shut: false, onBankHolidays: true }, timed: true },
  { words: 'Open as usual on bank holidays', kind: { shut: false, onBankHolidays: true }, timed: false },
  { words: 'Closed', kind: { shut: true }, timed: false },
  { words: 'Open on these days instead of the usual hours', kind: { shut: false, instead: true }, timed: true },
];

const same = (one: Kind, other: Kind): boolean =>
  one.shut === other.shut &&
  (one.instead ?? false) === (other.instead ?? false) &&
  (one.onBankHolidays ?? false) === (other.onBankHolidays ?? false);

/** The phrase for a schedule of different days; undefined for usual hours. */
export const phraseOf = (schedule: Schedule): string | undefined =>
  schedule.shut || schedule.instead || schedule.onBankHolidays
    ? phrases.find(({ kind, timed }) => same(kind, schedule) && timed === (schedule.opensAt !== undefined && !schedule.shut))?.words
    : undefined;

/** What kind of different days a published description names; undefined where it names none. */
export const exceptionSaid = (description: string | undefined, timed: boolean): Kind | undefined =>
  phrases.find((one) => one.timed === timed && one.words.toLowerCase() === description?.trim().toLowerCase())?.kind;
