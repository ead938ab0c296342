// Who an account is today: its name, its kind and the roles it holds. How somebody proves that it is theirs is the session's matter.
import { sql } from 'kysely';
import { isLanguage } from '../../platform/language/languages.ts';
import type { HeldRole, Tables, Visitor } from '../../platform/web/context.ts';
import type { AccessRole } from '../../platform/web/permission.ts';

/** The roles of today of the account called `a` in a query. */
export const rolesToday = sql<{ role: string; access: AccessRole; teamId: string; teamName: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', m.role, 'access', m.access, 'teamId', m.team_id, 'teamName', t.name) order by t.name, m.role)
  from membership m join team t on t.id = m.team_id
  where m.account_id = a.id and m.starts_on <= (select current_day()) and (m.ends_on is null or m.ends_on >= (select current_day()))), '[]')`;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly job: string;
  readonly personId: string | null;
  /** In which the person is written to; left out where nothing is said to them by a page. */
  readonly language?: string | null;
  readonly roles: readonly HeldRole[];
}

export function visitorFrom({ id, name, job, personId, language, roles, ...row }: Row): Visitor {
  const kind = row.kind as Visitor['kind']; // checked by the table
  const own: readonly HeldRole[] =
    kind === 'person'
      ? [{ role: 'person', access: 'PER', teamId: '', teamName: '' }]
      : kind === 'referrer'
        ? [{ role: 'referrer', access: 'REF', teamId: '', teamName: '' }]
        : [];
  const reads = isLanguage(language) && language !== 'en' ? { language } : {};
  return { accountId: id, kind, name, job, personId, ...reads, roles: [...own, ...roles] };
}

/** For work that goes on after its request: null when the account was closed meanwhile. Runs as the worker. */
export async function visitorOfAccount(tables: Tables, accountId: string): Promise<Visitor | null> {
  const row = await tables
    .selectFrom('account as a')
    .select(['a.id', 'a.kind', 'a.name', 'a.job', 'a.personId', rolesToday.as('roles')])
    .where('a.id', '=', accountId)
    .where((where) => where.or([where('a.closedOn', 'is', null), where('a.closedOn', '>', sql<string>`(select current_day())`)]))
    .executeTakeFirst();
  return row ? visitorFrom(row) : null;
}
