// The rows by which somebody reaches a person. Only the worker writes them; what a visitor may read of them the database decides.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import type { Rule } from './explain.ts';
import type { Grant, Relationship } from './model.ts';

/** Writes the row, unless the same holder already has it from the same source, still open; then gives that one's id. Runs as the worker. */
export async function insertReason(
  tables: Tables,
  grant: Grant,
  row: { id: string; startsAt: Date; createdBy: string | null },
): Promise<string> {
  const open = await tables
    .selectFrom('access')
    .select('id')
    .where('personId', '=', grant.personId)
    .where('relationship', '=', grant.relationship)
    .where('sourceId', '=', grant.source.id)
    .where('teamId', 'is not distinct from', grant.teamId ?? null)
    .where('accountId', 'is not distinct from', grant.accountId ?? null)
    .where('role', 'is not distinct from', grant.role ?? null)
    .where(sql<boolean>`categories is not distinct from ${grant.categories ? [...grant.categories] : null}::text[]`)
    .where('agreementId', 'is not distinct from', grant.agreementId ?? null)
    .where('endsAt', 'is not distinct from', grant.endsAt ?? null)
    .where((where) => where.or([where('endsAt', 'is', null), where('endsAt', '>', row.startsAt)]))
    .executeTakeFirst();
  if (open) return open.id;
  await tables
    .insertInto('access')
    .values({
      id: row.id,
      personId: grant.personId,
      teamId: grant.teamId ?? null,
      accountId: grant.accountId ?? null,
      relationship: grant.relationship,
      role: grant.role ?? null,
      categories: grant.categories ? [...grant.categories] : null,
      agreementId: grant.agreementId ?? null,
      reason: grant.reason ?? '',
      sourceKind: grant.source.kind,
      sourceId: grant.source.id,
      startsAt: row.startsAt,
      endsAt: grant.endsAt ?? null,
      createdBy: row.createdBy,
    })
    .execute();
  return row.id;
}

/** Ends what the source made and still holds or is yet to begin. Runs as the worker. */
export async function endReasonsOf(tables: Tables, sourceId: string, at: Date): Promise<void> {
  await tables
    .updateTable('access')
    .set({ endsAt: sql<Date>`greatest(starts_at, ${at})` })
    .where('sourceId', '=', sourceId)
    .where((where) => where.or([where('endsAt', 'is', null), where('endsAt', '>', at)]))
    .execute();
}

export interface LiveReason {
  readonly accessId: string;
  readonly teamId: string | null;
  readonly accountId: string | null;
  readonly role: AccessRole | null;
  readonly relationship: Relationship;
  readonly categories: readonly string[] | null;
  readonly agreement: string | null;
  readonly reason: string;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

/** Everything that holds now and that the visitor may know of, longest held first. */
export async function readReasons(tables: Tables, personId: string): Promise<readonly LiveReason[]> {
  const { rows } = await sql<LiveReason>`
    select a.access_id, a.team_id, a.account_id, a.role, a.relationship, a.categories, g.name as agreement, a.reason,
      a.source_kind, a.source_id, a.starts_at,
      least(a.ends_at, (g.ends_on + time '23:59') at time zone 'Europe/London') as ends_at
    from explain_access(${personId}) a left join sharing_agreement g on g.id = a.agreement_id
    order by a.starts_at, a.access_id
  `.execute(tables);
  return rows;
}

export interface Member {
  readonly teamId: string;
  readonly accountId: string;
  readonly role: AccessRole;
  readonly actsForTeam: boolean;
}

/** Who is in these teams today, with their matrix roles. */
export async function readMembers(tables: Tables, teamIds: readonly string[]): Promise<readonly Member[]> {
  const rows = await tables
    .selectFrom('membership as m')
    .innerJoin('accessRole as r', 'r.code', 'm.access')
    .select(['m.teamId', 'm.accountId', 'm.access as role', 'r.actsForTeam'])
    .where('m.teamId', 'in', [...teamIds, '00000000-0000-0000-0000-000000000000'])
    .where('m.startsOn', '<=', sql<string>`(select current_day())`)
    .where((where) => where.or([where('m.endsOn', 'is', null), where('m.endsOn', '>=', sql<string>`(select current_day())`)]))
    .orderBy('m.access')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as AccessRole })); // a foreign key keeps it to the matrix
}

/** What the matrix says of these roles, and of those that are held in these teams. */
export const readRules = (
  tables: Tables,
  of: { readonly teams: readonly string[]; readonly roles: readonly string[] },
): Promise<readonly Rule[]> =>
  tables
    .selectFrom('accessRule')
    .select(['role', 'category', 'reading'])
    .where(
      sql<boolean>`role = any (${[...of.roles]}::text[]) or role in (select access from membership where team_id = any (${[...of.teams]}::uuid[]))`,
    )
    .execute();

/** Names by id. Runs as the worker: the name of a referrer or carer is only asked for beside a reason the visitor may see. */
export async function readNames(
  tables: Tables,
  ids: { teams: readonly string[]; accounts: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from team where id = any (${[...ids.teams]}::uuid[])
    union all select id, name from account where id = any (${[...ids.accounts]}::uuid[])
  `.execute(tables);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
