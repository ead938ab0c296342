// From an entry to the form in which its keeper changes it, and back: faults that say how, and which fields then differ. Hours are in editing-hours.ts. Pure.
import type { Fault } from '../../platform/problem.ts';
import { type Hours, type HoursForm, hoursForm, otherHours, readHoursForm } from './editing-hours.ts';
import type { DirectoryPhone, Eligibility, PublishedCapacity, Referral, ServiceStatus } from './model.ts';
import { sameText } from './same-text.ts';

export const editable = [
  'hours',
  'eligibility',
  'referral',
  'how_to_use',
  'phones',
  'email',
  'website',
  'alert',
  'status',
  'capacity',
] as const;
export type Editable = (typeof editable)[number];

export const editableWords: Readonly<Record<Editable, string>> = {
  hours: 'When it is open',
  eligibility: 'Who it is for',
  referral: 'Whether one must be referred',
  how_to_use: 'How to use it',
  phones: 'Telephone',
  email: 'E-mail',
  website: 'Website',
  alert: 'Notice',
  status: 'Open or closed for now',
  capacity: 'Places free',
};

export interface EntryValues {
  readonly hours: readonly Hours[];
  readonly eligibility: readonly Omit<Eligibility, 'serviceId'>[];
  readonly referral: Referral;
  readonly how_to_use: string | null;
  readonly phones: readonly DirectoryPhone[];
  readonly email: string | null;
  readonly website: string | null;
  readonly alert: string | null;
  readonly status: ServiceStatus;
  readonly capacity: readonly Omit<PublishedCapacity, 'serviceId'>[];
}

/** What the form holds, as it is typed. */
export interface EntryForm extends HoursForm {
  readonly who: string;
  readonly from_age: string;
  readonly to_age: string;
  readonly referral: Referral;
  readonly how_to_use: string;
  readonly phones: string;
  readonly email: string;
  readonly website: string;
  readonly alert: string;
  readonly closed: boolean;
  /** One for each unit, in their order. */
  readonly free: readonly string[];
}

/** A unit whose free places its keeper tells. */
export interface ToldUnit {
  readonly unit: string;
  /** 'café seats an evening' */
  readonly words: string;
  readonly most: number | null;
}

export function formOf(values: EntryValues, units: readonly ToldUnit[]): EntryForm {
  const [who] = values.eligibility;
  return {
    ...hoursForm(values.hours),
    who: who?.words ?? '',
    from_age: who?.minimumAge === undefined ? '' : String(who.minimumAge),
    to_age: who?.maximumAge === undefined ? '' : String(who.maximumAge),
    referral: values.referral,
    how_to_use: values.how_to_use ?? '',
    phones: values.phones.map(({ number, description }) => [number, description].filter(Boolean).join(', ')).join('\n'),
    email: values.email ?? '',
    website: values.website ?? '',
    alert: values.alert ?? '',
    closed: values.status === 'temporarily closed',
    free: units.map(({ unit }) => String(values.capacity.find((one) => one.unit === unit)?.available ?? '')),
  };
}

const age = (typed: string): number | null | undefined =>
  typed.trim() === '' ? undefined : /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= 130 ? Number(typed) : null;

/** The values as the form has them, or every fault at once. What the form has no place for stays as it was. */
export function valuesOf(
  form: EntryForm,
  before: EntryValues,
  units: readonly ToldUnit[],
  now: Date,
): { readonly values: EntryValues } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fault = (field: string, message: string): void => {
    if (!faults.some((one) => one.field === field)) faults.push({ field, message });
  };
  const hours = readHoursForm(form, otherHours(before.hours), fault);
  const [from, to] = [age(form.from_age), age(form.to_age)];
  if (from === null) fault('from_age', 'Write the age in years, like 16, or leave it empty.');
  if (to === null) fault('to_age', 'Write the age in years, like 25, or leave it empty.');
  if (typeof from === 'number' && typeof to === 'number' && to < from) fault('to_age', 'The oldest age is less than the youngest.');
  const email = form.email.trim();
  if (email !== '' && !/^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/.test(email)) fault('email', 'Write it like hello@example.org.');
  const website =
    form.website.trim() === '' || /^https?:\/\//i.test(form.website.trim()) ? form.website.trim() : `https://${form.website.trim()}`;
  if (website !== '' && !(/^https?:\/\/[^\s<>"'.]+\.[^\s<>"']+$/i.test(website) && URL.canParse(website)))
    fault('website', 'Write it like www.example.org.');
  const phones = form.phones
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line): DirectoryPhone => {
      const [number = '', ...description] = line.split(',').map((part) => part.trim());
      if (!/^\+?[\d\s().-]{3,25}$/.test(number)) fault('phones', `“${line}” has no number. Write it like “01632 960001, reception”.`);
      return { number, ...(description.length > 0 ? { description: description.join(', ') } : {}) };
    });
  const capacity = [...before.capacity.filter((one) => !units.some(({ unit }) => unit === one.unit))];
  for (const [at, { unit, most }] of units.entries()) {
    const typed = (form.free[at] ?? '').trim();
    const known = before.capacity.find((one) => one.unit === unit);
    if (typed === '') continue;
    if (!/^\d{1,5}$/.test(typed)) fault(`free-${at}`, 'Write a number, or leave it empty.');
    if (most !== null && Number(typed) > most) fault(`free-${at}`, `There are ${most}. Write that or less.`);
    // Told again is told anew: the same number of a week ago is not the same news.
    capacity.push({
      ...(known ?? {}),
      unit,
      available: Number(typed),
      ...(most === null ? {} : { maximum: most }),
      updated: now.toISOString(),
    });
  }
  if (faults.length > 0) return { faults };
  const [, ...others] = before.eligibility;
  const first = {
    ...(typeof from === 'number' ? { minimumAge: from } : {}),
    ...(typeof to === 'number' ? { maximumAge: to } : {}),
    ...(form.who.trim() === '' ? {} : { words: form.who.trim() }),
  };
  const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
  return {
    values: {
      hours,
      eligibility: Object.keys(first).length > 0 ? [first, ...others] : others,
      referral: form.referral,
      how_to_use: orNull(form.how_to_use),
      phones,
      email: orNull(email),
      website: orNull(website),
      alert: orNull(form.alert),
      status: form.closed ? 'temporarily closed' : before.status === 'temporarily closed' ? 'active' : before.status,
      capacity,
    },
  };
}

/** Fields whose values differ. */
export const changedFields = (before: EntryValues, after: EntryValues): readonly Editable[] =>
  editable.filter((field) =>
    field === 'hours'
      ? sameText(before.hours.map(sameText).sort()) !== sameText(after.hours.map(sameText).sort())
      : sameText(before[field]) !== sameText(after[field]),
  );
