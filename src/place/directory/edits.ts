// What was changed here on an entry, kept beside what its publisher says: an import never writes over it, and where both changed, a person chooses.
import { sql } from 'kysely';
import { localDate } from '../../platform/clock.ts';
import type { Identify } from '../../platform/identifiers.ts';
import type { Tables } from '../../platform/web/context.ts';
import { changedFields, type Editable, type EntryValues } from './editing.ts';
import { bareHours, type Hours } from './editing-hours.ts';
import type { Schedule } from './model.ts';
import { sameText } from './same-text.ts';

const columns = ['eligibility', 'referral', 'howToUse', 'phones', 'email', 'website', 'alert', 'status', 'capacity'] as const;
/** Fields whose column holds JSON. */
const inJson: readonly string[] = ['eligibility', 'phones', 'capacity'];

const plainRule = ({ id: _, ...rule }: Schedule): Schedule => ({ ...rule, id: '' });

async function hoursOf(tables: Tables, serviceId: string, here: boolean): Promise<readonly Schedule[]> {
  const { rows } = await sql<{ rule: Schedule }>`
    select rule from directory_schedule where service_id = ${serviceId} and here = ${here} order by source_key`.execute(tables);
  return rows.map(({ rule }) => plainRule(rule));
}

export interface EditedEntry {
  readonly id: string;
  readonly name: string;
  readonly sourceId: string;
  readonly sourceKey: string;
  readonly own: boolean;
  readonly version: number;
  readonly values: EntryValues;
}

/** The entry with its values as they hold now; locked while `forUpdate`. */
export async function entryValues(tables: Tables, id: string, { forUpdate = false } = {}): Promise<EditedEntry | null> {
  const row = await tables
    .selectFrom('directoryService')
    .select(['id', 'name', 'sourceId', 'sourceKey', 'own', 'version', ...columns])
    .where('id', '=', id)
    .$if(forUpdate, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) return null;
  const { rows } = await sql<{ rule: Schedule }>`select rule from directory_hours where service_id = ${id}`.execute(tables);
  const { howToUse, eligibility, referral, phones, email, website, alert, status, capacity, ...entry } = row;
  const values = { eligibility, referral, how_to_use: howToUse, phones, email, website, alert, status, capacity };
  // Columns are checked by the table; JSON in them is written by the directory only.
  return { ...entry, values: { ...values, hours: bareHours(rows.map(({ rule }) => plainRule(rule))) } as unknown as EntryValues };
}

const toColumn = (field: Editable, value: unknown): unknown => (inJson.includes(field) ? JSON.stringify(value) : value);

async function writeHours(tables: Tables, identify: Identify, entry: EditedEntry, hours: readonly Hours[]): Promise<void> {
  await tables.deleteFrom('directorySchedule').where('serviceId', '=', entry.id).where('here', '=', true).execute();
  // Without any, its publisher’s would hold again: that nobody knows is said by a schedule that cannot be used.
  const unknown: Hours = { interval: 1, days: [], monthDays: [], shut: false, understood: false };
  for (const one of hours.length > 0 ? hours : [unknown]) {
    const id = identify();
    const rule = { ...one, id, serviceId: entry.sourceKey };
    await tables
      .insertInto('directorySchedule')
      .values({ id, sourceId: entry.sourceId, sourceKey: `here ${id}`, serviceId: entry.id, rule: JSON.stringify(rule), here: true })
      .execute();
  }
}

async function write(tables: Tables, identify: Identify, entry: EditedEntry, field: Editable, value: unknown): Promise<void> {
  if (field === 'hours') return writeHours(tables, identify, entry, value as readonly Hours[]); // the field says which value it is
  await sql`update directory_service set ${sql.ref(field)} = ${toColumn(field, value)} where id = ${entry.id}`.execute(tables);
}

export interface Editor {
  readonly accountId: string | null;
  readonly name: string;
}

export type Edited =
  | { readonly kind: 'changed'; readonly fields: readonly Editable[] }
  | { readonly kind: 'missing' }
  /** Somebody was quicker: these fields are not as they were read. */
  | { readonly kind: 'overtaken'; readonly now: EditedEntry };

/** Changes what differs, keeps what its publisher said beside it, and confirms the entry for today. Runs as the worker. */
export async function editEntry(
  tables: Tables,
  identify: Identify,
  {
    id,
    version,
    values,
    by,
    now,
  }: { readonly id: string; readonly version: number; readonly values: EntryValues; readonly by: Editor; readonly now: Date },
): Promise<Edited> {
  const entry = await entryValues(tables, id, { forUpdate: true });
  if (!entry) return { kind: 'missing' };
  if (entry.version !== version) return { kind: 'overtaken', now: entry };
  const fields = changedFields(entry.values, values);
  for (const field of fields) {
    const known = await tables
      .selectFrom('directoryEdit')
      .select('theirs')
      .where('serviceId', '=', id)
      .where('field', '=', field)
      .executeTakeFirst();
    const theirs = known ? known.theirs : field === 'hours' ? bareHours(await hoursOf(tables, id, false)) : entry.values[field];
    const kept = { ours: JSON.stringify(values[field]), editedAt: now, editedBy: by.accountId, editedByName: by.name };
    if (sameText(theirs) === sameText(values[field])) await takeTheirs(tables, identify, entry, field, theirs);
    else {
      await tables
        .insertInto('directoryEdit')
        .values({ serviceId: id, field, theirs: JSON.stringify(theirs), ...kept })
        .onConflict((conflict) => conflict.columns(['serviceId', 'field']).doUpdateSet(kept))
        .execute();
      await write(tables, identify, entry, field, values[field]);
    }
  }
  await tables
    .updateTable('directoryService')
    .set({ version: entry.version + 1, confirmedOn: localDate(now), confirmedBy: by.accountId })
    .where('id', '=', id)
    .execute();
  return { kind: 'changed', fields };
}

async function takeTheirs(tables: Tables, identify: Identify, entry: EditedEntry, field: Editable, theirs: unknown): Promise<void> {
  await tables.deleteFrom('directoryEdit').where('serviceId', '=', entry.id).where('field', '=', field).execute();
  if (field === 'hours') await tables.deleteFrom('directorySchedule').where('serviceId', '=', entry.id).where('here', '=', true).execute();
  else await write(tables, identify, entry, field, theirs);
}

export interface FieldEdit {
  readonly field: Editable;
  readonly ours: unknown;
  readonly theirs: unknown;
  /** What its publisher says since, alone in a list because that may be nothing at all; null while it did not change. */
  readonly theirsNow: readonly [unknown] | null;
  readonly editedAt: Date;
  readonly editedByName: string;
}

export async function editsOf(tables: Tables, serviceId: string): Promise<readonly FieldEdit[]> {
  const rows = await tables
    .selectFrom('directoryEdit')
    .select(['field', 'ours', 'theirs', 'theirsNow', 'editedAt', 'editedByName'])
    .where('serviceId', '=', serviceId)
    .orderBy('field')
    .execute();
  return rows as unknown as readonly FieldEdit[]; // the table allows these fields only
}

/** Settles one field where both changed, or gives up what was changed here. False when there is nothing to choose. Runs as the worker. */
export async function chooseField(
  tables: Tables,
  identify: Identify,
  serviceId: string,
  field: Editable,
  take: 'ours' | 'theirs',
): Promise<boolean> {
  const entry = await entryValues(tables, serviceId, { forUpdate: true });
  const edit = (await editsOf(tables, serviceId)).find((one) => one.field === field);
  if (!entry || !edit) return false;
  const latest = edit.theirsNow ? edit.theirsNow[0] : edit.theirs;
  if (take === 'theirs') await takeTheirs(tables, identify, entry, field, latest);
  else
    await tables
      .updateTable('directoryEdit')
      .set({ theirs: JSON.stringify(latest), theirsNow: null })
      .where('serviceId', '=', serviceId)
      .where('field', '=', field)
      .execute();
  await tables
    .updateTable('directoryService')
    .set({ version: entry.version + 1 })
    .where('id', '=', serviceId)
    .execute();
  return true;
}

/** What a file says of a field that was changed here: settled where it says the same, else kept for a person to choose. True when it is to choose. */
export async function publisherSays(
  tables: Tables,
  identify: Identify,
  serviceId: string,
  edit: FieldEdit,
  says: unknown,
  choice: 'ours' | 'theirs' | undefined,
): Promise<boolean> {
  const same = sameText(says) === sameText(edit.theirs);
  const agreed = sameText(says) === sameText(edit.ours);
  if (same && edit.theirsNow === null && choice === undefined) return false;
  await tables
    .updateTable('directoryEdit')
    .set(same ? { theirsNow: null } : { theirsNow: JSON.stringify([says]) })
    .where('serviceId', '=', serviceId)
    .where('field', '=', edit.field)
    .execute();
  const settled = agreed ? 'theirs' : choice;
  if (!same && settled !== undefined) await chooseField(tables, identify, serviceId, edit.field, settled);
  return !same && settled === undefined;
}
