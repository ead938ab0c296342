// The parts of a record as Open Referral UK 3.0 publishes them: telephones, contacts, addresses, schedules, places free and who it is for. Pure.
import { createHash } from 'node:crypto';
import type {
  DirectoryAddress,
  DirectoryContact,
  DirectoryPhone,
  Eligibility,
  PublishedCapacity,
  Schedule,
} from '../../place/directory/model.ts';
import { phraseOf } from './exceptions.ts';
import { type Json, said } from './values.ts';

/** The id of a part that has none of its own, such as a telephone: always the same for the same part. */
export function partId(...of: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(of.join('\u0000')).digest('hex');
  return [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `a${digest.slice(17, 20)}`, digest.slice(20, 32)].join('-');
}

export const phone =
  (of: string) =>
  ({ number, description }: DirectoryPhone, at: number): Json =>
    said({ id: partId(of, 'phone', at), number, description });

export const contact =
  (of: string) =>
  ({ name, title, email, phones }: DirectoryContact, at: number): Json => {
    const id = partId(of, 'contact', at);
    return said({ id, name, title, email, phones: phones.length > 0 ? phones.map(phone(id)) : undefined });
  };

const kindsOfPlace = ['physical', 'postal', 'virtual'];

export function address(of: string) {
  return ({ lines, town, county, postcode, country, kind }: DirectoryAddress, at: number): Json => {
    const [first = '', second, ...more] = lines.length > 2 ? lines.slice(1) : lines;
    return said({
      id: partId(of, 'address', at),
      location_id: of,
      attention: lines.length > 2 ? lines[0] : undefined,
      address_1: first,
      address_2: second === undefined ? undefined : [second, ...more].join(', '),
      city: town ?? '',
      state_province: county ?? '',
      postal_code: postcode ?? '',
      country: country ?? '',
      address_type: kind !== undefined && kindsOfPlace.includes(kind) ? kind : 'physical',
    });
  };
}

const codesOfWeek = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A schedule that was not understood, or cannot be said in this standard, keeps its words and loses its times: nobody is told a wrong hour. */
export function publishedSchedule(schedule: Schedule): Json {
  const { id, description, link: schedule_link, attending: attending_type, notes, validFrom: valid_from, validTo: valid_to } = schedule;
  const of = said({ service_id: schedule.serviceId, service_at_location_id: schedule.serviceAtLocationId });
  const phrase = phraseOf(schedule);
  const words = said({ id, ...of, valid_from, valid_to, description: phrase ?? description, schedule_link, attending_type, notes });
  const times = said({
    opens_at: schedule.opensAt === undefined ? undefined : `${schedule.opensAt}:00`,
    closes_at: schedule.closesAt === undefined ? undefined : `${schedule.closesAt}:00`,
  });
  if (phrase !== undefined) return schedule.shut ? words : { ...words, ...times };
  const daily = schedule.frequency === 'DAILY';
  if (!schedule.understood || schedule.frequency === undefined || (daily && schedule.interval > 1)) return words;
  const days = daily && schedule.days.length === 0 ? codesOfWeek : schedule.days;
  return said({
    ...words,
    dtstart: schedule.start,
    until: schedule.until,
    count: schedule.count,
    freq: daily ? 'WEEKLY' : schedule.frequency,
    interval: schedule.interval,
    byday: days.length > 0 ? days.join(',') : undefined,
    bymonthday: schedule.monthDays.length > 0 ? schedule.monthDays.join(',') : undefined,
    ...times,
  });
}

export const capacity = ({ serviceId, unit, available, maximum, updated, description }: PublishedCapacity): Json =>
  said({
    id: partId(serviceId, 'capacity', unit),
    service_id: serviceId,
    unit: { id: partId('unit', unit), name: unit },
    available,
    maximum,
    updated,
    description,
  });

export const eligibilityEntry = ({ serviceId, minimumAge, maximumAge, words }: Eligibility, at: number): Json =>
  said({ id: partId(serviceId, 'eligibility', at), minimum_age: minimumAge, maximum_age: maximumAge, eligibility: words });
