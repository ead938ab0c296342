// When a service is open, as people say it: whether it is now, and its week in lines. Pure; `opening.ts` works out the times.
import { addDays, type LocalDate } from '../../platform/clock.ts';
import { listed } from '../../platform/numbers.ts';
import { saidDate, saidDay } from '../../platform/said.ts';
import type { Schedule } from './model.ts';
import { isUnsureHoliday, isUsable, type Opening } from './opening.ts';

/** '09:00' → '9am', '13:30' → '1:30pm', '00:00' → 'midnight' */
export function saidClock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return '12 noon';
  return `${hour % 12 || 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
}

const isAllDay = ({ opensAt, closesAt }: Pick<Schedule, 'opensAt' | 'closesAt'>): boolean =>
  opensAt === '00:00' && (closesAt === '00:00' || closesAt === '23:59');
const always = (schedules: readonly Schedule[]): boolean =>
  week.every(({ code }) =>
    schedules.some((one) => isUsable(one) && one.frequency === 'WEEKLY' && one.interval === 1 && isAllDay(one) && one.days.includes(code)),
  );

export interface OpeningWords {
  readonly state: Opening['state'];
  /** 'Open now, until 5pm' */
  readonly text: string;
}

export function openingWords(opening: Opening, schedules: readonly Schedule[], today: LocalDate): OpeningWords {
  const { state } = opening;
  switch (state) {
    case 'open':
      if (always(schedules)) return { state, text: 'Open now, day and night' };
      if (isUnsureHoliday(schedules, today))
        return { state, text: `Usually open until ${saidClock(opening.closes.time)}. Today is a bank holiday: ring first` };
      return { state, text: `Open now, until ${saidClock(opening.closes.time)}` };
    case 'closed': {
      const { opens } = opening;
      if (!opens) return { state, text: 'Closed now' };
      const day = opens.date === today ? 'today' : opens.date === addDays(today, 1) ? 'tomorrow' : saidDay(opens.date);
      return { state, text: `Closed now. Opens ${day} at ${saidClock(opens.time)}` };
    }
    case 'not known':
      return { state, text: 'We do not know when it is open' };
  }
}

const week = [
  { code: 'MO', name: 'Monday' },
  { code: 'TU', name: 'Tuesday' },
  { code: 'WE', name: 'Wednesday' },
  { code: 'TH', name: 'Thursday' },
  { code: 'FR', name: 'Friday' },
  { code: 'SA', name: 'Saturday' },
  { code: 'SU', name: 'Sunday' },
] as const;

const ordinals: Readonly<Record<string, string>> = { '1': 'First', '2': 'Second', '3': 'Third', '4': 'Fourth', '5': 'Fifth', '-1': 'Last' };

export interface HoursLine {
  readonly days: string;
  readonly times: string;
}

/** Days beside each other as one, over the weekend too: 'Monday to Friday', 'Friday to Monday', 'Monday, Wednesday and Friday'. */
function saidDays(codes: ReadonlySet<string>): string {
  if (codes.size === 7) return 'Every day';
  const has = (at: number): boolean => codes.has(week[(at + 7) % 7]?.code ?? '');
  const runs: string[][] = [];
  week.forEach(({ name }, at) => {
    if (!has(at) || has(at - 1)) return;
    const run: string[] = [name];
    for (let next = at + 1; has(next); next++) run.push(week[next % 7]?.name ?? '');
    runs.push(run);
  });
  const parts = runs.flatMap((run) => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run));
  return listed(parts);
}

const times = ({ opensAt = '', closesAt = '' }: Pick<Schedule, 'opensAt' | 'closesAt'>): string =>
  isAllDay({ opensAt, closesAt }) ? 'All day' : `${saidClock(opensAt)} to ${saidClock(closesAt)}`;

const everyFew = (schedule: Schedule, unit: string): string => (schedule.interval > 1 ? `, every ${schedule.interval} ${unit}` : '');

function monthly(schedule: Schedule): string {
  const byDay = schedule.days.map((day) => {
    const name = week.find(({ code }) => day.endsWith(code))?.name ?? '';
    const ordinal = ordinals[day.slice(0, -2)];
    return ordinal ? `${ordinal} ${name} of the month` : `Every ${name}`;
  });
  const byDate = schedule.monthDays.map((day) => (day > 0 ? `Day ${day} of the month` : 'Last day of the month'));
  return [...byDay, ...byDate].join(', ') || 'Once a month';
}

/** Whether the schedule's rule has this day of the week. */
const hasDay = (schedule: Schedule, code: string): boolean =>
  schedule.days.length > 0 ? schedule.days.includes(code) : schedule.frequency === 'DAILY' || code === dayOfAnchor(schedule);

/** Schedules by week with the same times as one line, the earliest day first. */
function weeklyLines(schedules: readonly Schedule[], today: LocalDate): HoursLine[] {
  const kept = new Map<string, { readonly schedule: Schedule; readonly more: string; readonly days: Set<string> }>();
  for (const schedule of schedules) {
    const from = schedule.validFrom !== undefined && schedule.validFrom > today ? `, from ${saidDate(schedule.validFrom)}` : '';
    const more = `${everyFew(schedule, schedule.frequency === 'DAILY' ? 'days' : 'weeks')}${from}`;
    const key = `${times(schedule)} ${more}`;
    const there = kept.get(key) ?? { schedule, more, days: new Set<string>() };
    for (const { code } of week) if (hasDay(schedule, code)) there.days.add(code);
    kept.set(key, there);
  }
  const first = (codes: ReadonlySet<string>): number => week.findIndex(({ code }) => codes.has(code));
  return [...kept.values()]
    .sort((one, other) => first(one.days) - first(other.days))
    .map(({ schedule, more, days }) => ({ days: `${saidDays(days)}${more}`, times: times(schedule) }));
}

const saidDates = ({ validFrom = '', validTo }: Schedule): string =>
  validTo && validTo !== validFrom ? `${saidDate(validFrom)} to ${saidDate(validTo)}` : saidDate(validFrom);

/** What is said about bank holidays, as one line. */
function holidayLines(schedules: readonly Schedule[]): readonly HoursLine[] {
  const said = schedules.filter(({ onBankHolidays }) => onBankHolidays);
  if (said.length === 0) return [];
  const open = said.filter(({ shut, opensAt }) => !shut && opensAt !== undefined);
  const words = said.some(({ shut }) => shut) ? 'Closed' : open.length > 0 ? listed(open.map(times)) : 'As on other days';
  return [{ days: 'Bank holidays', times: words }];
}

/** The schedules that hold today or later, as lines of a table; what is not understood is shown in its publisher's words or left to asking. */
export function hoursLines(schedules: readonly Schedule[], today: LocalDate): readonly HoursLine[] {
  const holding = schedules.filter(({ validTo, until }) => (validTo ?? until ?? today) >= today);
  const plain = holding.filter(({ instead, onBankHolidays }) => !instead && !onBankHolidays);
  const usable = plain.filter((schedule) => !schedule.shut && isUsable(schedule));
  return [
    ...weeklyLines(
      usable.filter(({ frequency }) => frequency !== 'MONTHLY'),
      today,
    ),
    ...usable
      .filter(({ frequency }) => frequency === 'MONTHLY')
      .map((schedule) => ({ days: `${monthly(schedule)}${everyFew(schedule, 'months')}`, times: times(schedule) })),
    ...holidayLines(holding),
    ...plain
      .filter((schedule) => !schedule.shut && !isUsable(schedule))
      .map(({ description, notes }) => ({ days: 'In their words', times: [description, notes].filter(Boolean).join('. ') }))
      .filter((line) => line.times !== ''),
    ...holding
      .filter(({ shut, instead, onBankHolidays }) => (shut || instead) && !onBankHolidays)
      .toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? ''))
      .flatMap((schedule) =>
        schedule.validFrom === undefined ? [] : [{ days: saidDates(schedule), times: schedule.shut ? 'Closed' : times(schedule) }],
      ),
  ];
}

function dayOfAnchor(schedule: Schedule): string {
  const anchor = schedule.start ?? schedule.validFrom;
  if (anchor === undefined) return '';
  return week[(new Date(`${anchor}T00:00:00Z`).getUTCDay() + 6) % 7]?.code ?? '';
}
