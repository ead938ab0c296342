// Writes invented rows in bulk, as the database's owner and with the lifecycles' triggers resting: the rows bring the traces that the triggers would leave.
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../platform/database/schema.ts';
import type { Rows } from './life.ts';

/** In the order in which they refer to one another. */
const order = [
  'person', 'account', 'contactPoint', 'contactPreference', 'equality', 'identityKey', 'access', 'referral', 'referralAnswer', 'clock', 'possibleMatch', 'triageDecision', 'offer', 'enrolment', 'strand',
  'safeguardingConcern', 'supportSession', 'sessionNote', 'measureRequest', 'measureResult', 'plan', 'goal', 'goalStep', 'transition', 'journeyEvent', 'message', 'task',
] as const satisfies readonly (keyof Schema)[]; // biome-ignore format: an order reads best in rows

const withLifecycle = [
  'referral',
  'triage_decision',
  'offer',
  'enrolment',
  'strand',
  'support_session',
  'measure_request',
  'plan',
  'safeguarding_concern',
] as const;

/** Columns that hold JSON: rows carry it as text, as every insert does. */
const json: ReadonlySet<string> = new Set(['suggestion', 'answers', 'subscores', 'data', 'evidence']);

/** Rows written by one statement. */
const atOnce = 5000;

/** Joins the rows of many lives by table. */
export function gather(lives: readonly Rows[]): Rows {
  const all: Record<string, unknown[]> = {};
  for (const rows of lives)
    for (const [table, list] of Object.entries(rows)) {
      all[table] ??= [];
      for (const row of list) all[table].push(row);
    }
  return all as Rows; // each list holds rows of its own table
}

const columnOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows that name the same columns go together, so that every other column keeps its default. */
function byColumns(list: readonly object[]): Map<string, object[]> {
  const groups = new Map<string, object[]>();
  for (const row of list) {
    const given = Object.entries(row).filter(([, value]) => value !== undefined);
    const names = given.map(([name]) => columnOf(name)).join(',');
    const group = groups.get(names) ?? [];
    groups.set(names, group);
    group.push(
      Object.fromEntries(
        given.map(([name, value]) => [columnOf(name), json.has(name) && typeof value === 'string' ? JSON.parse(value) : value]),
      ),
    );
  }
  return groups;
}

/** `transaction` runs as the owner of the tables, with no role set. */
export async function writeRows(transaction: Transaction<Schema>, rows: Rows): Promise<void> {
  for (const table of withLifecycle) await sql`alter table ${sql.table(table)} disable trigger follow_lifecycle`.execute(transaction);
  for (const name of order) {
    const table = columnOf(name);
    for (const [names, group] of byColumns(rows[name] ?? []))
      for (let start = 0; start < group.length; start += atOnce) {
        const columns = sql.join(names.split(',').map((column) => sql.ref(column)));
        await sql`insert into ${sql.table(table)} (${columns})
          select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(group.slice(start, start + atOnce))}::jsonb)`.execute(
          transaction,
        );
      }
  }
  for (const table of withLifecycle) await sql`alter table ${sql.table(table)} enable trigger follow_lifecycle`.execute(transaction);
}
