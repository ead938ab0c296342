// When a service is open, as people say it: whether it is now, and its week in lines. Pure; `opening.ts` works out the times.
import { addDays, type LocalDate } from '../../platform/clock.ts';
import type { Schedule } from './model.ts';
import { isUnsureHoliday, isUsable, type Opening } from './opening.ts';
import { clockIn, dateIn, dayIn, inEnglish, listIn, type Speech, weekdayIn } from './speech.ts';

const isAllDay = ({ opensAt, closesAt }: Pick<Schedule, 'opensAt' | 'closesAt'>): boolean =>
  opensAt === '00:00' && (closesAt === '00:00' || closesAt === '23:59');
const always = (schedules: readonly Schedule[]): boolean =>
  week.every((code) =>
    schedules.some((one) => isUsable(one) && one.frequency === 'WEEKLY' && one.interval === 1 && isAllDay(one) && one.days.includes(code)),
  );

export interface OpeningWords {
  readonly state: Opening['state'];
  /** 'Open now, until 5pm' */
  readonly text: string;
}

export function openingWords(opening: Opening, schedules: readonly Schedule[], today: LocalDate, speech = inEnglish): OpeningWords {
  const { state } = opening;
  const said = speech.texts.opening;
  switch (state) {
    case 'open': {
      const time = clockIn(speech, opening.closes.time);
      if (always(schedules)) return { state, text: said.always };
      return { state, text: isUnsureHoliday(schedules, today) ? said.holiday({ time }) : said.until({ time }) };
    }
    case 'closed': {
      const { opens } = opening;
      if (!opens) return { state, text: said.closed };
      const day = opens.date === today ? said.today : opens.date === addDays(today, 1) ? said.tomorrow : dayIn(speech, opens.date);
      return { state, text: said.opens({ day, time: clockIn(speech, opens.time) }) };
    }
    case 'not known':
      return { state, text: said.unknown };
  }
}

/** Monday first. */
const week = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const ordinals: Readonly<Record<string, keyof Speech['texts']['hours']['ofMonth']>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last',
};

export interface HoursLine {
  readonly days: string;
  readonly times: string;
  /** In the words of whoever publishes it. */
  readonly theirs?: true;
}

/** Days beside each other as one, over the weekend too: 'Monday to Friday', 'Friday to Monday', 'Monday, Wednesday and Friday'. */
function saidDays(codes: ReadonlySet<string>, speech: Speech): string {
  const { everyDay, range } = speech.texts.hours;
  if (codes.size === 7) return everyDay;
  const has = (at: number): boolean => codes.has(week[(at + 7) % 7] ?? '');
  const runs: string[][] = [];
  week.forEach((_, at) => {
    if (!has(at) || has(at - 1)) return;
    const run: string[] = [weekdayIn(speech, at)];
    for (let next = at + 1; has(next); next++) run.push(weekdayIn(speech, next % 7));
    runs.push(run);
  });
  const parts = runs.flatMap((run) => (run.length > 2 ? [range({ first: run[0] ?? '', last: run.at(-1) ?? '' })] : run));
  return listIn(speech, parts);
}

const times = ({ opensAt = '', closesAt = '' }: Pick<Schedule, 'opensAt' | 'closesAt'>, speech: Speech): string =>
  isAllDay({ opensAt, closesAt })
    ? speech.texts.hours.allDay
    : speech.texts.hours.times({ opens: clockIn(speech, opensAt), closes: clockIn(speech, closesAt) });

const everyFew = ({ interval }: Schedule, unit: 'days' | 'weeks' | 'months', { texts }: Speech): string =>
  interval > 1 ? `, ${texts.hours[unit]({ count: interval })}` : '';

function monthly(schedule: Schedule, speech: Speech): string {
  const { hours } = speech.texts;
  const byDay = schedule.days.map((code) => {
    const day = weekdayIn(
      speech,
      week.findIndex((one) => code.endsWith(one)),
    );
    const ordinal = ordinals[code.slice(0, -2)];
    return ordinal ? hours.ofMonth[ordinal]({ day }) : hours.every({ day });
  });
  const byDate = schedule.monthDays.map((number) => (number > 0 ? hours.date({ number }) : hours.lastDate));
  return [...byDay, ...byDate].join(', ') || hours.monthly;
}

/** Whether the schedule's rule has this day of the week. */
const hasDay = (schedule: Schedule, code: string): boolean =>
  schedule.days.length > 0 ? schedule.days.includes(code) : schedule.frequency === 'DAILY' || code === dayOfAnchor(schedule);

/** Schedules by week with the same times as one line, the earliest day first. */
function weeklyLines(schedules: readonly Schedule[], today: LocalDate, speech: Speech): HoursLine[] {
  const kept = new Map<string, { readonly schedule: Schedule; readonly more: string; readonly days: Set<string> }>();
  for (const schedule of schedules) {
    const { validFrom } = schedule;
    const from = validFrom !== undefined && validFrom > today ? `, ${speech.texts.hours.from({ date: dateIn(speech, validFrom) })}` : '';
    const more = `${everyFew(schedule, schedule.frequency === 'DAILY' ? 'days' : 'weeks', speech)}${from}`;
    const key = `${times(schedule, speech)} ${more}`;
    const there = kept.get(key) ?? { schedule, more, days: new Set<string>() };
    for (const code of week) if (hasDay(schedule, code)) there.days.add(code);
    kept.set(key, there);
  }
  const first = (codes: ReadonlySet<string>): number => week.findIndex((code) => codes.has(code));
  return [...kept.values()]
    .sort((one, other) => first(one.days) - first(other.days))
    .map(({ schedule, more, days }) => ({ days: `${saidDays(days, speech)}${more}`, times: times(schedule, speech) }));
}

const saidDates = ({ validFrom = '', validTo }: Schedule, speech: Speech): string =>
  validTo && validTo !== validFrom
    ? speech.texts.hours.range({ first: dateIn(speech, validFrom), last: dateIn(speech, validTo) })
    : dateIn(speech, validFrom);

/** What is said about bank holidays, as one line. */
function holidayLines(schedules: readonly Schedule[], speech: Speech): readonly HoursLine[] {
  const said = schedules.filter(({ onBankHolidays }) => onBankHolidays);
  if (said.length === 0) return [];
  const { closed, holidays, asUsual } = speech.texts.hours;
  const open = said.filter(({ shut, opensAt }) => !shut && opensAt !== undefined).map((one) => times(one, speech));
  return [{ days: holidays, times: said.some(({ shut }) => shut) ? closed : open.length > 0 ? listIn(speech, open) : asUsual }];
}

/** The schedules that hold today or later, as lines of a table; what is not understood is shown in its publisher's words or left to asking. */
export function hoursLines(schedules: readonly Schedule[], today: LocalDate, speech = inEnglish): readonly HoursLine[] {
  const { hours } = speech.texts;
  const holding = schedules.filter(({ validTo, until }) => (validTo ?? until ?? today) >= today);
  const plain = holding.filter(({ instead, onBankHolidays }) => !instead && !onBankHolidays);
  const usable = plain.filter((schedule) => !schedule.shut && isUsable(schedule));
  const byMonth = usable.filter(({ frequency }) => frequency === 'MONTHLY');
  const byWeek = usable.filter(({ frequency }) => frequency !== 'MONTHLY');
  return [
    ...weeklyLines(byWeek, today, speech),
    ...byMonth.map((one) => ({ days: `${monthly(one, speech)}${everyFew(one, 'months', speech)}`, times: times(one, speech) })),
    ...holidayLines(holding, speech),
    ...plain
      .filter((schedule) => !schedule.shut && !isUsable(schedule))
      .map(({ description, notes }) => ({
        days: hours.theirs,
        times: [description, notes].filter(Boolean).join('. '),
        theirs: true as const,
      }))
      .filter((line) => line.times !== ''),
    ...holding
      .filter(({ shut, instead, onBankHolidays }) => (shut || instead) && !onBankHolidays)
      .toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? ''))
      .flatMap((one) =>
        one.validFrom === undefined ? [] : [{ days: saidDates(one, speech), times: one.shut ? hours.closed : times(one, speech) }],
      ),
  ];
}

function dayOfAnchor(schedule: Schedule): string {
  const anchor = schedule.start ?? schedule.validFrom;
  if (anchor === undefined) return '';
  return week[(new Date(`${anchor}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '';
}
