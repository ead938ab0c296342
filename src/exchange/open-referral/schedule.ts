// Reads one published schedule into the parts of RFC 5545 that are understood here. When it is open is worked out in `opening.ts`.
import type { Schedule } from '../../place/directory/model.ts';
import { exceptionSaid } from './exceptions.ts';
import { clockTime, day, dayCode, type FieldReader, identifier, oneOf, said, text, webAddress, wholeNumber } from './values.ts';

/** 'MO,WE', 'Monday' and '1MO' as codes; undefined when any part is not understood. */
function dayCodes(typed: string | undefined): readonly string[] | undefined {
  const codes = (typed ?? '')
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map((part) => dayCode(part));
  return codes.every((code) => /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(code))
    ? codes.map((code) => code.replace('+', ''))
    : undefined;
}

function dayNumbers(typed: string | undefined): readonly number[] | undefined {
  const numbers = (typed ?? '')
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map(Number);
  return numbers.every((number) => Number.isInteger(number) && number !== 0 && Math.abs(number) <= 31) ? numbers : undefined;
}

/** Parts of a rule that would change its meaning and are not read. */
const otherParts = ['byweekno', 'byyearday', 'bysetpos', 'byhour', 'rrule', 'exdate'];

export interface ScheduleOf {
  readonly serviceId?: string;
  readonly serviceAtLocationId?: string;
  readonly locationId?: string;
}

export function readSchedule(from: FieldReader, of: ScheduleOf, shut: boolean): Schedule | undefined {
  const id = from.required(identifier, 'id');
  if (id === undefined) return undefined;
  const frequency = from.optional(oneOf('DAILY', 'WEEKLY', 'MONTHLY'), 'freq');
  const days = dayCodes(from.optional(text, 'byday', 'weekday'));
  const monthDays = dayNumbers(from.optional(text, 'bymonthday'));
  const weekStart = from.optional(text, 'wkst');
  const interval = from.optional(wholeNumber, 'interval');
  // Read before deciding whether the schedule is understood, because a value with a fault reads as missing.
  const dates = {
    validFrom: from.optional(day, 'valid_from', 'start_date'),
    validTo: from.optional(day, 'valid_to', 'end_date'),
    start: from.optional(day, 'dtstart'),
    until: from.optional(day, 'until'),
    count: from.optional(wholeNumber, 'count'),
    opensAt: from.optional(clockTime, 'opens_at'),
    closesAt: from.optional(clockTime, 'closes_at'),
  };
  const lost =
    (from.has('freq') && frequency === undefined) ||
    days === undefined ||
    monthDays === undefined ||
    from.has(...otherParts) ||
    (weekStart !== undefined && weekStart.toUpperCase() !== 'MO') ||
    (from.has('interval') && (interval === undefined || interval < 1)) ||
    (from.has('valid_from') && dates.validFrom === undefined) ||
    (from.has('valid_to') && dates.validTo === undefined) ||
    (from.has('dtstart') && dates.start === undefined) ||
    (from.has('until') && dates.until === undefined) ||
    (from.has('count') && dates.count === undefined);
  const description = from.optional(text, 'description');
  const exception = shut || from.has('freq') ? undefined : exceptionSaid(description, dates.opensAt !== undefined);
  const dated = exception?.onBankHolidays || dates.validFrom !== undefined;
  return said({
    id,
    ...of,
    ...dates,
    frequency: frequency ?? ((days ?? []).length > 0 && !from.has('freq') ? ('WEEKLY' as const) : undefined),
    interval: interval === undefined || interval < 1 ? 1 : interval,
    days: days ?? [],
    monthDays: monthDays ?? [],
    shut,
    ...(exception && dated ? exception : {}),
    description: exception && dated ? undefined : description,
    link: from.optional(webAddress, 'schedule_link'),
    attending: from.optional(text, 'attending_type'),
    notes: from.optional(text, 'notes'),
    understood: !lost,
  });
}
