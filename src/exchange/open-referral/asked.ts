// What may be asked of the open directory: the parameters of the Open Referral UK profile, each checked, and their meaning as SQL.
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { metresTo, type Origin, readPostcode } from '../../place/directory/nearness.ts';
import { prefixQuery } from '../../place/directory/searching.ts';
import { dayCode, dayCodes } from './values.ts';

const mostPerPage = 100;
const whole = (least: number, most: number, words: string) =>
  z
    .string({ error: words })
    .regex(/^\d{1,9}$/, { error: words })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error: words });
const years = z
  .string({ error: 'Give an age in years, such as 16.' })
  .regex(/^\d{1,3}(\.\d+)?$/, { error: 'Give an age in years, such as 16.' })
  .transform(Number);
const time = z
  .string({ error: 'Give a time such as 09:00.' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, { error: 'Give a time such as 09:00.' })
  .transform((value) => value.slice(0, 5));
const id = z.uuid({ error: 'Give an id as it stands in this directory.' });
const dayHelp = 'Give a day such as MO or Monday.';
const day = z
  .string({ error: dayHelp })
  .transform((value) => dayCode(value.trim()))
  .refine((value) => Object.values(dayCodes).includes(value), { error: dayHelp });

const paging = {
  page: whole(1, 1_000_000, 'Give the number of a page, from 1.').optional().default(1),
  per_page: whole(1, mostPerPage, `Give how many on a page, from 1 to ${mostPerPage}.`).optional().default(50),
};

export const askedPages = z.strictObject(paging);
const ofServices = {
  ...paging,
  search: z.string().trim().max(200, { error: 'Search with 200 letters or fewer.' }).optional(),
  taxonomy_term_id: id.optional(),
  taxonomy_id: id.optional(),
  minimum_age: years.optional(),
  maximum_age: years.optional(),
  start_time: time.optional(),
  end_time: time.optional(),
  day: day.optional(),
};
export const askedServices = z.strictObject(ofServices);
export const askedPlaces = z.strictObject({
  ...ofServices,
  postcode: z
    .string()
    .refine((value) => readPostcode(value) !== undefined, { error: 'Give a postcode such as TA6 3XX.' })
    .optional(),
  proximity: whole(1, 1_000_000, 'Give a distance in metres, such as 5000.').optional(),
});

export type AskedPages = z.output<typeof askedPages>;
export type AskedServices = z.output<typeof askedServices>;
export type AskedPlaces = z.output<typeof askedPlaces>;

const all = (conditions: readonly (RawBuilder<boolean> | undefined)[]): RawBuilder<boolean> => {
  const holding = conditions.filter((one) => one !== undefined);
  return holding.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(holding, sql` and `)}`;
};

/** Closing at midnight is the end of the day; past midnight no end on the day is late enough. */
const closes = sql`case when h.rule->>'closesAt' = '00:00' then '24:00' when h.rule->>'closesAt' <= h.rule->>'opensAt' then '48:00' else h.rule->>'closesAt' end`;

function hoursFit({ day: on, start_time, end_time }: AskedServices): RawBuilder<boolean> | undefined {
  if (on === undefined && start_time === undefined && end_time === undefined) return undefined;
  return sql<boolean>`exists (select from directory_hours h where h.service_id = s.id
    and (h.rule->>'shut')::boolean is not true and (h.rule->>'understood')::boolean is not false and ${all([
      on === undefined
        ? undefined
        : sql<boolean>`(exists (select from jsonb_array_elements_text(h.rule->'days') d where right(d, 2) = ${on})
            or h.rule->>'frequency' = 'DAILY' and jsonb_array_length(h.rule->'days') = 0)`,
      start_time === undefined ? undefined : sql<boolean>`h.rule->>'opensAt' >= ${start_time}`,
      end_time === undefined ? undefined : sql<boolean>`${closes} <= ${end_time}`,
    ])})`;
}

/** Conditions on a row of directory_service named `s`. What is published is listed, and its source may be published. */
export function servicesAsked(asked: AskedServices): RawBuilder<boolean> {
  const words = prefixQuery(asked.search ?? '');
  return all([
    sql<boolean>`s.listed and exists (select from directory_source source where source.id = s.source_id and source.shared)`,
    asked.search ? (words === '' ? sql<boolean>`false` : sql<boolean>`s.search @@ to_tsquery('english', ${words})`) : undefined,
    asked.taxonomy_term_id === undefined
      ? undefined
      : sql<boolean>`exists (select from directory_service_term given where given.service_id = s.id and given.term_id = ${asked.taxonomy_term_id})`,
    asked.taxonomy_id === undefined
      ? undefined
      : sql<boolean>`exists (select from directory_service_term given join directory_term term on term.id = given.term_id
          join directory_taxonomy taxonomy on taxonomy.source_id = term.source_id and taxonomy.name = term.taxonomy
          where given.service_id = s.id and taxonomy.id = ${asked.taxonomy_id})`,
    asked.minimum_age === undefined ? undefined : sql<boolean>`(s.eligibility->0->>'minimumAge')::numeric >= ${asked.minimum_age}`,
    asked.maximum_age === undefined ? undefined : sql<boolean>`(s.eligibility->0->>'maximumAge')::numeric <= ${asked.maximum_age}`,
    hoursFit(asked),
  ]);
}

/** The same, and conditions on a row of directory_location named `l`. Without a distance a postcode asks for places of its district. */
export function placesAsked(asked: AskedPlaces, origin: Origin | null): RawBuilder<boolean> {
  const postcode = readPostcode(asked.postcode ?? '');
  return all([
    servicesAsked(asked),
    postcode === undefined
      ? undefined
      : asked.proximity === undefined
        ? sql<boolean>`exists (select from jsonb_array_elements(l.addresses) a where split_part(upper(a->>'postcode'), ' ', 1) = ${postcode.district})`
        : origin === null
          ? sql<boolean>`false`
          : sql<boolean>`${metresTo(origin)} <= ${asked.proximity}`,
  ]);
}
