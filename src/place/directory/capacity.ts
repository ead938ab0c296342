// How much room a service has, in its own units: what the records themselves count, and what its people tell where no record does. Pure.

import type { Service } from '../../platform/blueprint/blueprint.ts';
import { counted } from '../../platform/numbers.ts';
import type { PublishedCapacity } from './model.ts';

type Unit = Service['capacity'][number];

/** People by where they stand, of one service, and workers who may take them on. */
export interface PeopleCounted {
  /** Supported now, pauses and endings among them. */
  readonly used: number;
  /** Said yes to or asked about, and not begun: their place is kept. */
  readonly reserved: number;
  readonly workers: number;
}

interface Of {
  readonly unit: string;
  /** 'a week'; '' when it is how many at once. */
  readonly per: string;
  readonly total: number;
}

export type Capacity =
  | (Of & { readonly kind: 'counted'; readonly used: number; readonly reserved: number; readonly free: number })
  | (Of & { readonly kind: 'told'; readonly free: number; readonly at: Date; readonly stale: boolean })
  | (Of & { readonly kind: 'not told' });

const perWords: Readonly<Record<NonNullable<Unit['per']>, string>> = {
  day: 'a day',
  week: 'a week',
  month: 'a month',
  meeting: 'a meeting',
  evening: 'an evening',
  worker: '',
};

/** Days for which what was told counts (demo); what is told for a day or an evening is old the next day. */
const toldFor: Readonly<Record<NonNullable<Unit['per']> | 'at once', number>> = {
  day: 1,
  evening: 1,
  week: 7,
  meeting: 7,
  month: 31,
  worker: 30,
  'at once': 30,
};

/** The unit that one person takes while they are supported. */
const taken = (units: readonly Unit[]): Unit | undefined => {
  const lasting = units.filter(({ per }) => per === undefined || per === 'worker');
  return lasting.find(({ unit }) => unit.includes('caseload')) ?? lasting[0];
};

/** One entry for each unit of the blueprint, in its order. */
export function capacities(
  units: readonly Unit[],
  people: PeopleCounted,
  told: readonly PublishedCapacity[],
  now: Date,
): readonly Capacity[] {
  const counts = taken(units);
  return units.map((one): Capacity => {
    const of = {
      unit: one.unit,
      per: one.per === undefined ? '' : perWords[one.per],
      total: one.per === 'worker' ? one.number * people.workers : one.number,
    };
    if (one === counts) {
      const { used, reserved } = people;
      return { ...of, kind: 'counted', used, reserved, free: Math.max(0, of.total - used - reserved) };
    }
    const said = told.find(({ unit }) => unit === one.unit);
    if (!said) return { ...of, kind: 'not told' };
    const at = new Date(said.updated);
    const stale = now.getTime() - at.getTime() > toldFor[one.per ?? 'at once'] * 86_400_000;
    return { ...of, kind: 'told', total: said.maximum ?? of.total, free: said.available, at, stale };
  });
}

export type Light = 'room' | 'filling' | 'full' | 'not confirmed';

/** The last tenth, or the last place of a few, is filling. */
export function lightOf(capacity: Capacity): Light {
  if (capacity.kind === 'not told' || (capacity.kind === 'told' && capacity.stale)) return 'not confirmed';
  if (capacity.free <= 0) return 'full';
  return capacity.free <= Math.max(1, Math.floor(capacity.total / 10)) ? 'filling' : 'room';
}

/** 'place' → 'places', 'café seat' → 'café seats' */
const many = (unit: string): string => (/(?:s|x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`);
export const saidUnits = (number: number, unit: string): string => counted(number, unit, many(unit));

const more = (words: string, number: number): string => (number > 0 ? `, ${number} ${words}` : '');

/** '30 of 120 caseload places free: 84 used, 6 kept for people who were asked' */
export function capacityWords(capacity: Capacity): string {
  const { unit, per, total } = capacity;
  const units = [many(unit), per].filter(Boolean).join(' ');
  switch (capacity.kind) {
    case 'counted': {
      const { used, reserved, free } = capacity;
      const over = used + reserved - total;
      const begun = `${used} used${more('kept for people who said yes or were asked', reserved)}`;
      return over > 0
        ? `Full: ${begun}, of ${total} ${units}. That is ${over} more than there are.`
        : free === 0
          ? `Full: ${begun}, of ${total} ${units}.`
          : `${free} of ${total} ${units} free: ${begun}.`;
    }
    case 'told':
      return `${capacity.free} of ${total} ${units} free.`;
    case 'not told':
      return `${total} ${units}. How many are free has not been said.`;
  }
}

/** For a line among others; null where nobody knows. */
export function roomInShort(capacity: Capacity): string | null {
  const light = lightOf(capacity);
  if (capacity.kind === 'not told' || light === 'not confirmed') return null;
  if (light === 'full') return 'Full now: they wait, and hear from us';
  const units = [many(capacity.unit), capacity.per].filter(Boolean).join(' ');
  return `${capacity.free} of ${capacity.total} ${units} free${capacity.kind === 'counted' ? more('kept', capacity.reserved) : ''}`;
}

/** Rounded down to fives, so that no change by one tells that somebody began or left; where there is any room, at least one place. */
const atLeast = (free: number): number => (free <= 0 ? 0 : Math.max(1, Math.floor(free / 5) * 5));

const hour = 3_600_000;

/** What everybody may know of what the records count. What a service tells of its own accord is published as it was told. */
export const publishedRoom = (serviceId: string, all: readonly Capacity[], now: Date): PublishedCapacity[] =>
  all.flatMap((one) =>
    one.kind === 'counted'
      ? [
          {
            serviceId,
            unit: one.unit,
            available: atLeast(one.free),
            maximum: one.total,
            // By the hour, so that what was published may be kept as long.
            updated: new Date(Math.floor(now.getTime() / hour) * hour).toISOString(),
            description: 'Counted from the records. At least this many are free.',
          },
        ]
      : [],
  );
