// From rows of the base tables to what reports count: codes become groups that are wide enough to print, and never what somebody wrote.
import { codeSets, wordsFor } from '../../platform/codes/codes.ts';
import type { Ended, Journey, Records, Served } from './model.ts';
import type { EndedRow, JourneyRow, ServedRow } from './store.ts';

const notSaid = 'Ethnic group not said';

const shortGroups: Readonly<Record<string, string>> = {
  'White or White British': 'White',
  Mixed: 'Mixed',
  'Asian or Asian British': 'Asian',
  'Black or Black British': 'Black',
  'Other ethnic groups': 'Another ethnic group',
};

const groupOfCode: ReadonlyMap<string, string> = new Map(
  Object.entries(codeSets.ethnicCategory.groups).flatMap(([group, codes]) =>
    codes.map((code): [string, string] => [code, shortGroups[group] ?? notSaid]),
  ),
);

/** One of the five national groups, or that it was not asked or not said. */
export const ethnicityOf = (code: string | null): string => groupOfCode.get(code ?? '') ?? notSaid;

/** A named area of the place, else the first half of the postcode. What is typed for somebody without a home is never printed. */
export function areaOf(area: string, postcode: string | null, known: readonly string[]): string {
  const typed = area.trim().toLowerCase();
  const named = typed
    ? known.find((name) => `${name.toLowerCase()} `.startsWith(`${typed} `) || typed.startsWith(`${name.toLowerCase()} `))
    : undefined;
  const district = /^[A-Z]{1,2}\d[A-Z\d]?(?=\s)/.exec(postcode?.toUpperCase() ?? '')?.[0];
  return named ?? (district ? `Postcode ${district}` : 'No address known');
}

export const doorOf = (door: string | null): string => (door ? wordsFor('door', door) : 'Before there was a front door');

export function recordsOf(
  rows: { readonly journeys: readonly JourneyRow[]; readonly served: readonly ServedRow[]; readonly ended: readonly EndedRow[] },
  areas: readonly string[],
): Records {
  const grouped = <Row extends { ethnicCategory: string | null; area: string; postcode: string | null; door: string | null }>({
    ethnicCategory,
    postcode,
    ...row
  }: Row) => ({ ...row, ethnicity: ethnicityOf(ethnicCategory), area: areaOf(row.area, postcode, areas), door: doorOf(row.door) });
  return {
    journeys: rows.journeys.map((row): Journey => grouped(row)),
    served: rows.served.map((row): Served => grouped(row)),
    ended: rows.ended.map((row): Ended => grouped(row)),
  };
}
