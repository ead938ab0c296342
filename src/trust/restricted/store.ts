// The table `restricted_record`, and by which rows of access a team would reach such a record.
import { type SqlBool, sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import type { Relationship } from '../access/model.ts';
import type { Candidate, RestrictedWork, Restriction, TeamReach } from './model.ts';

const mostListed = 100;

/** A row of access by which a team reaches somebody now. */
const byTeam = (now: Date) => sql<SqlBool>`a.team_id is not null and a.agreement_id is null and a.role is null and a.starts_at <= ${now}
  and (a.ends_at is null or a.ends_at > ${now})`;
const today = sql<SqlBool>`m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day()) and r.acts_for_team`;

/** Restricted records that the account’s teams have, the soonest promise first, each once. Runs as the worker: nothing in it says who it is. */
export async function restrictedWork(tables: Tables, accountId: string, now: Date): Promise<RestrictedWork[]> {
  const { rows } = await sql<RestrictedWork>`
    with mine as (
      select m.team_id, t.name from membership m join access_role r on r.code = m.access join team t on t.id = m.team_id
      where m.account_id = ${accountId} and ${today}
    ), theirs as (
      select distinct on (x.person_id) x.person_id, mine.name as team_name, a.relationship, f.number, f.received_at,
        case when f.state in ('submitted', 'in_triage', 'waiting_info', 'unreachable') then f.decide_by end as decide_by
      from restricted_record x
      join access a on a.person_id = x.person_id and ${byTeam(now)}
      join mine on mine.team_id = a.team_id
      left join referral f on a.source_kind = 'referral' and f.id = a.source_id
      where x.lifted_at is null
      order by x.person_id, f.decide_by nulls last, a.starts_at desc
    )
    select theirs.*, own.until as open_until, own.named
    from theirs cross join lateral (
      select max(o.ends_at) filter (where o.source_kind = 'restricted_reason') as until, coalesce(bool_or(o.source_kind <> 'restricted_reason'), false) as named
      from access o where o.account_id = ${accountId} and o.person_id = theirs.person_id and o.starts_at <= ${now} and (o.ends_at is null or o.ends_at > ${now})
    ) own
    order by theirs.decide_by nulls last, theirs.received_at, theirs.person_id
    limit ${mostListed}`.execute(tables);
  return rows;
}

/** In how many of these somebody waits for a team of the visitor’s, closed to them, up to 100; one statement, for every page. */
export async function countClosed(tables: Tables): Promise<number> {
  const { rows } = await sql<{ count: number }>`select restricted_waiting() as count`.execute(tables);
  return rows[0]?.count ?? 0;
}

/** How the account’s teams have this record, one row for each way and role. Runs as the worker. */
export async function reachByTeam(tables: Tables, accountId: string, personId: string, now: Date): Promise<TeamReach[]> {
  const { rows } = await sql<TeamReach>`
    select distinct a.team_id, a.relationship, m.access as role
    from access a join membership m on m.team_id = a.team_id join access_role r on r.code = m.access
    where a.person_id = ${personId} and m.account_id = ${accountId} and ${byTeam(now)} and ${today}
    order by a.relationship, role, a.team_id`.execute(tables);
  return rows;
}

/** Everybody in the teams that have this record, by name. Runs as the worker. */
export async function candidatesFor(tables: Tables, personId: string, now: Date): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select distinct on (who.name, m.account_id) m.account_id, who.name, who.job, a.team_id, a.relationship, m.access as role
    from access a join membership m on m.team_id = a.team_id join access_role r on r.code = m.access join account who on who.id = m.account_id
    where a.person_id = ${personId} and ${byTeam(now)} and ${today} and (who.closed_on is null or who.closed_on > current_day())
    order by who.name, m.account_id, array_position(array['serves', 'holds_referral', 'offered'], a.relationship), role
    limit ${mostListed}`.execute(tables);
  return rows;
}

/** Accounts of staff to which the record is open by name. Runs as the worker. */
export async function namedNow(tables: Tables, personId: string, now: Date): Promise<string[]> {
  const rows = await tables
    .selectFrom('access as a')
    .innerJoin('account as who', 'who.id', 'a.accountId')
    .select('a.accountId')
    .distinct()
    .where('a.personId', '=', personId)
    .where('who.kind', '=', 'staff')
    .where('a.relationship', 'not in', ['break_glass', 'referrer'] satisfies Relationship[])
    .where('a.sourceKind', '<>', 'restricted_reason')
    .where('a.startsAt', '<=', now)
    .where((where) => where.or([where('a.endsAt', 'is', null), where('a.endsAt', '>', now)]))
    .execute();
  return rows.flatMap(({ accountId }) => accountId ?? []);
}

/** Who could say who goes on, as a list of roles of which the first that anybody holds is asked: managers, then leads, then whoever works with the person. */
const namers: readonly (readonly AccessRole[])[] = [['MGR'], ['SNR', 'SG'], ['TRI', 'KW']];

/** Those in the teams that have the record who are asked to name colleagues; nobody where no team of it has such a role. Runs as the worker. */
export async function namersOf(tables: Tables, personId: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ accountId: string; role: AccessRole }>`
    select distinct m.account_id, m.access as role
    from access a join membership m on m.team_id = a.team_id join access_role r on r.code = m.access join account who on who.id = m.account_id
    where a.person_id = ${personId} and m.access = any (${namers.flat()}::text[]) and ${byTeam(now)} and ${today}
      and (who.closed_on is null or who.closed_on > current_day())
    order by m.account_id limit ${mostListed}`.execute(tables);
  const first = namers.find((roles) => rows.some(({ role }) => roles.includes(role))) ?? [];
  return [...new Set(rows.filter(({ role }) => first.includes(role)).map(({ accountId }) => accountId))].slice(0, 20);
}

/** Managers of the place, or else whoever keeps information governance: for what no team answers for. Runs as the worker. */
export async function anyManagers(tables: Tables): Promise<string[]> {
  const { rows } = await sql<{ accountId: string; role: AccessRole }>`
    select distinct m.account_id, m.access as role from membership m join account who on who.id = m.account_id
    where m.access in ('MGR', 'IG') and m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day())
      and (who.closed_on is null or who.closed_on > current_day())
    order by m.account_id limit ${mostListed}`.execute(tables);
  const managers = rows.filter(({ role }) => role === 'MGR');
  return [...new Set((managers.length > 0 ? managers : rows).map(({ accountId }) => accountId))].slice(0, 20);
}

/** Whether somebody was asked this of a person, or of nobody, and has not done it. Runs as the worker. */
export const isAsked = async (tables: Tables, personId: string | null, kind: string): Promise<boolean> =>
  (await tables
    .selectFrom('task')
    .select('id')
    .where('personId', 'is not distinct from', personId)
    .where('kind', '=', kind)
    .where('doneAt', 'is', null)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** The restriction in force, where the visitor may know of it. */
export async function restrictionOf(tables: Tables, personId: string): Promise<Restriction | null> {
  const row = await tables
    .selectFrom('restrictedRecord')
    .select(['personId', 'reason', 'since', 'askedBy', 'sourceId', 'version'])
    .where('personId', '=', personId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst();
  // The table's own check keeps who asked to these.
  return row ? { ...row, askedBy: row.askedBy as Restriction['askedBy'] } : null;
}

/** False when it is restricted already. Runs as the worker. */
export async function restrict(
  tables: Tables,
  row: {
    readonly personId: string;
    readonly reason: string;
    readonly askedBy: Restriction['askedBy'];
    readonly sourceId: string;
    readonly now: Date;
    readonly by: string | null;
  },
): Promise<boolean> {
  const { personId, reason, askedBy, sourceId, now, by } = row;
  const { rows } = await sql<{ personId: string }>`
    insert into restricted_record (person_id, reason, since, asked_by, source_id, created_at, created_by)
    values (${personId}, ${reason}, ${now}, ${askedBy}, ${sourceId}, ${now}, ${by})
    on conflict (person_id) do update set reason = excluded.reason, since = excluded.since, asked_by = excluded.asked_by, source_id = excluded.source_id,
      lifted_at = null, lifted_by = null, lifted_because = '', version = restricted_record.version + 1
    where restricted_record.lifted_at is not null
    returning person_id`.execute(tables);
  return rows.length === 1;
}

/** The source of those named for it; a record restricted by an address has none yet. Runs as the worker. */
export async function sourceOf(tables: Tables, personId: string, fresh: string): Promise<string | null> {
  const row = await tables
    .updateTable('restrictedRecord')
    .set((row) => ({ sourceId: row.fn.coalesce('sourceId', sql<string>`${fresh}::uuid`) }))
    .where('personId', '=', personId)
    .where('liftedAt', 'is', null)
    .returning('sourceId')
    .executeTakeFirst();
  return row?.sourceId ?? null;
}

/** False when it is not restricted any more, or was changed since. Runs as the worker. */
export async function lift(
  tables: Tables,
  {
    personId,
    version,
    because,
    by,
    now,
  }: { readonly personId: string; readonly version: number; readonly because: string; readonly by: string | null; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('restrictedRecord')
    .set({ liftedAt: now, liftedBy: by, liftedBecause: because })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('personId', '=', personId)
    .where('version', '=', version)
    .where('liftedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Opens the other record by name to those of staff who have this one by name or by a reason, as they have it and for as long. Runs as the worker. */
export async function copyNames(
  tables: Tables,
  {
    from,
    to,
    sourceId,
    now,
    by,
  }: { readonly from: string; readonly to: string; readonly sourceId: string; readonly now: Date; readonly by: string | null },
  identify: () => string,
): Promise<string[]> {
  const rows = await tables
    .selectFrom('access as a')
    .innerJoin('account as who', 'who.id', 'a.accountId')
    .selectAll('a')
    .where('a.personId', '=', from)
    .where('who.kind', '=', 'staff')
    .where('a.relationship', 'in', ['holds_referral', 'offered', 'serves'] satisfies Relationship[])
    .where('a.startsAt', '<=', now)
    .where((where) => where.or([where('a.endsAt', 'is', null), where('a.endsAt', '>', now)]))
    .execute();
  const copies = rows.map((row) => ({ ...row, id: identify(), personId: to, sourceId, startsAt: now, createdBy: by }));
  if (copies.length > 0) await tables.insertInto('access').values(copies).execute();
  return copies.map(({ id }) => id);
}
