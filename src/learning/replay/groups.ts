// The groups by which a replay asks who would be treated differently: wide enough to print, and never what somebody wrote. Pure.
import { ageOn } from '../../journey/triage/facts.ts';
import type { LocalDate } from '../../platform/clock.ts';
import { areaOf, ethnicityOf } from '../reports/records.ts';
import type { Dimension } from './model.ts';

const bands: readonly (readonly [below: number, words: string])[] = [
  [18, 'Under 18'],
  [26, '18 to 25'],
  [40, '26 to 39'],
  [65, '40 to 64'],
  [Number.POSITIVE_INFINITY, '65 and over'],
];

export const ageBand = (age: number | undefined): string =>
  age === undefined ? 'Age not known' : (bands.find(([below]) => age < below)?.[1] ?? 'Age not known');

const genders: Readonly<Record<string, string>> = { 1: 'Men', 2: 'Women', 3: 'Non-binary people', 4: 'Another gender' };

export interface About {
  readonly born: string | null;
  readonly ethnicCategory: string | null;
  readonly genderIdentity: string | null;
  readonly area: string;
  readonly postcode: string | null;
}

/** `known` names areas that are wide enough to print; `day` is the day of the referral. */
export const groupsOf = (about: About, day: LocalDate, known: readonly string[]): Readonly<Record<Dimension, string>> => ({
  ethnicity: ethnicityOf(about.ethnicCategory),
  age: ageBand(ageOn(about.born, day)),
  gender: genders[about.genderIdentity ?? ''] ?? 'Gender not said',
  area: areaOf(about.area, about.postcode, known),
});

export const dimensionWords: Readonly<Record<Dimension, string>> = {
  ethnicity: 'Ethnic group',
  age: 'Age when referred',
  gender: 'Gender',
  area: 'Area',
};
