// Keeps an import from writing over what was changed here, and tells what it changes: rows as its publisher says them, beside ours.
import { sql } from 'kysely';
import type { Identify } from '../../platform/identifiers.ts';
import type { Tables } from '../../platform/web/context.ts';
import { bareHours, type Hours } from './editing-hours.ts';
import { type FieldEdit, publisherSays } from './edits.ts';
import type { DirectoryOrigin, FieldConflict, Schedule } from './model.ts';
import { sameText } from './same-text.ts';
import type { KnownRow } from './service-rows.ts';
import type { SourceRow } from './upsert.ts';

export async function editsByService(tables: Tables, ids: readonly string[]): Promise<ReadonlyMap<string, readonly FieldEdit[]>> {
  const rows = await tables
    .selectFrom('directoryEdit')
    .select(['serviceId', 'field', 'ours', 'theirs', 'theirsNow', 'editedAt', 'editedByName'])
    .where(sql<boolean>`service_id = any(${[...ids]}::uuid[])`)
    .execute();
  const found = new Map<string, FieldEdit[]>();
  for (const { serviceId, ...edit } of rows) found.set(serviceId, [...(found.get(serviceId) ?? []), edit as unknown as FieldEdit]); // the table allows these fields only
  return found;
}

const inJson = new Set(['eligibility', 'phones', 'capacity', 'contacts', 'cost']);
const said = (column: string, value: unknown): unknown => (inJson.has(column) && typeof value === 'string' ? JSON.parse(value) : value);
const asColumn = (column: string, value: unknown): unknown => (inJson.has(column) ? JSON.stringify(value) : value);

export function asPublished(row: KnownRow, edits: readonly FieldEdit[]): KnownRow {
  const theirs = edits
    .filter(({ field }) => field !== 'hours')
    .map(({ field, theirs, theirsNow }) => [field, asColumn(field, theirsNow ? theirsNow[0] : theirs)] as const);
  return { ...row, ...Object.fromEntries(theirs) };
}

interface Beside {
  readonly tables: Tables;
  readonly identify: Identify;
  readonly origin: DirectoryOrigin;
  readonly key: string;
  readonly before: KnownRow;
  readonly edits: readonly FieldEdit[];
  /** What is to choose is added. */
  readonly fields: FieldConflict[];
}

/** The row to write: its publisher’s, and ours where we changed it. */
export async function besideEdits({ tables, identify, origin, key, before, edits, fields }: Beside, row: SourceRow): Promise<SourceRow> {
  const kept: Record<string, unknown> = {};
  for (const edit of edits) {
    const { field, ours } = edit;
    if (field === 'hours') continue;
    const theirs = said(field, row[field]);
    const choice = origin.choices?.get(`${key} ${field}`);
    if (await publisherSays(tables, identify, before.id, edit, theirs, choice))
      fields.push({ key, name: String(row.name), field, ours, theirs });
    const settled = sameText(theirs) === sameText(ours) || (choice === 'theirs' && sameText(theirs) !== sameText(edit.theirs));
    if (!settled) kept[field] = asColumn(field, ours);
  }
  return { ...row, ...kept };
}

/** What its publisher says of each service’s own hours. */
export async function publishedHours(tables: Tables, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Hours[]>> {
  const { rows } = await sql<{ serviceId: string; rule: Schedule }>`
    select service_id as "serviceId", rule from directory_schedule where not here and service_id = any(${[...ids]}::uuid[])`.execute(
    tables,
  );
  const found = new Map<string, Schedule[]>(ids.map((id) => [id, []]));
  for (const { serviceId, rule } of rows) found.get(serviceId)?.push(rule);
  return new Map([...found].map(([id, rules]) => [id, bareHours(rules)]));
}

const parts: Readonly<Record<string, string>> = {
  name: 'name',
  alternate_name: 'other name',
  description: 'description',
  website: 'website',
  email: 'e-mail',
  status: 'status',
  alert: 'notice',
  accreditations: 'accreditations',
  how_to_use: 'how to use it',
  wait_time: 'waiting',
  languages: 'languages',
  areas: 'areas',
  funding: 'funding',
  phones: 'telephone',
  contacts: 'contacts',
  eligibility: 'who it is for',
  cost: 'cost',
  capacity: 'places free',
  organisation_id: 'organisation',
};

export const partsThatDiffer = (before: KnownRow, row: SourceRow): readonly string[] =>
  Object.entries(parts)
    .filter(([column]) => sameText(said(column, before[column])) !== sameText(said(column, row[column])))
    .map(([, words]) => words);
