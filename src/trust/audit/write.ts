// One entry for each request that touched people, naming whom. Nobody can change or remove it, and the person can read theirs.

import { sql } from 'kysely';
import { atOnce } from '../../platform/database/at-once.ts';
import type { AuditRecord } from '../../platform/web/attend.ts';
import type { Context, Tables, Visitor } from '../../platform/web/context.ts';

const actorOf = ({ name, job }: Visitor): string => [name, job].filter(Boolean).join(', ');
const rolesOf = ({ roles }: Visitor): string => [...new Set(roles.map((held) => held.access))].join(' ');

/** While a record is open for a reason that somebody gave, each look at it says so. The database shows nobody another’s reasons. */
const reasonHeld = (visitor: Visitor | null, [personId, ...others]: readonly string[]) =>
  visitor?.kind === 'staff' && personId && others.length === 0
    ? sql<string>`coalesce((select a.reason from access a where a.account_id = ${visitor.accountId} and a.person_id = ${personId}
        and a.reason <> '' and a.starts_at <= (select current_moment()) and (a.ends_at is null or a.ends_at > (select current_moment()))
        order by a.starts_at desc limit 1), '')`
    : '';

export async function writeAudit(context: Context, record: AuditRecord): Promise<void> {
  const id = context.identify();
  const { visitor } = record;
  const entry = context.tables.insertInto('auditEntry').values({
    id,
    at: context.now,
    accountId: visitor?.accountId ?? null,
    actor: visitor ? actorOf(visitor) : 'Somebody asking for help',
    role: visitor ? rolesOf(visitor) : '',
    route: record.route,
    kind: record.kind,
    outcome: record.outcome,
    why: record.why || reasonHeld(visitor, record.personIds),
    request: context.requestId,
  });
  // Answered in this order: whom an entry names is written after it.
  await atOnce(context.tables, [
    () => entry.execute(),
    () => namePeople(context.tables, { id, at: context.now, personIds: record.personIds }),
  ]);
}

/** One list, however many they are, so that the same statement names them all. */
const namePeople = (
  tables: Tables,
  { id, at, personIds }: { readonly id: string; readonly at: Date; readonly personIds: readonly string[] },
) =>
  sql`insert into audit_person (entry_id, person_id, at)
    select ${id}::uuid, person_id, ${at}::timestamptz from unnest(${[...personIds]}::uuid[]) person_id`.execute(tables);

interface Outside {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly personIds: readonly string[];
}

/** The same for a command on the command line, which is nobody’s request. Runs as the worker. */
export const writeCommandAudit = (tables: Tables, { command, ...entry }: Outside & { readonly command: string }): Promise<void> =>
  writeOutside(tables, { ...entry, accountId: null, actor: 'An administrator, on the command line', role: '', route: command });

/** The same for work that went on after its page, in the name of whoever asked for it; `route` is the one they asked at. Runs as the worker. */
export const writeWorkAudit = (
  tables: Tables,
  { visitor, ...entry }: Outside & { readonly visitor: Visitor; readonly route: string },
): Promise<void> => writeOutside(tables, { ...entry, accountId: visitor.accountId, actor: actorOf(visitor), role: rolesOf(visitor) });

async function writeOutside(
  tables: Tables,
  {
    personIds,
    ...entry
  }: Outside & { readonly accountId: string | null; readonly actor: string; readonly role: string; readonly route: string },
): Promise<void> {
  if (personIds.length === 0) return;
  await tables
    .insertInto('auditEntry')
    .values({ ...entry, outcome: 200, why: '', request: entry.id })
    .execute();
  await namePeople(tables, { ...entry, personIds });
}
