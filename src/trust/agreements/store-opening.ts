// What agreements would open of somebody to teams of other organisations, and what is open to them under one: rows of `access` with an agreement.
import { sql } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';

export interface Openable {
  readonly agreementId: string;
  readonly agreement: string;
  readonly teamId: string;
  readonly team: string;
  readonly organisation: string;
  /** What it opens today: what they said yes to or a recorded ground allows, of what the agreement covers. */
  readonly categories: readonly string[];
  readonly until: LocalDate;
  /** The row by which it is open now; null where it is not. */
  readonly openedBy: string | null;
}

/** Every agreement and team of its party by which something of this person could be read today; 100 at most. Runs as the worker. */
export async function openable(tables: Tables, personId: string, now: Date): Promise<Openable[]> {
  const { rows } = await sql<Openable>`
    select g.id as agreement_id, g.name as agreement, t.id as team_id, t.name as team, o.name as organisation, opens.categories, g.ends_on as until, (
        select a.id from access a
        where a.person_id = ${personId} and a.agreement_id = g.id and a.team_id = t.id and a.starts_at <= ${now} and (a.ends_at is null or a.ends_at > ${now})
        order by a.starts_at limit 1) as opened_by
    from sharing_agreement g
    join organisation o on o.id = g.organisation_id
    join team t on t.organisation_id = g.organisation_id
    cross join lateral shared_categories(g.id, ${personId}::uuid, t.id, null, null, ${now}, current_day()) opens (categories)
    where g.state in ('active', 'review_due') and g.starts_on <= current_day() and g.ends_on >= current_day() and 'contact' = any (opens.categories)
    order by o.name, t.name, g.name, g.id limit 100`.execute(tables);
  return rows;
}

/** Ends one row by which an agreement opens somebody’s record. Runs as the worker. */
export const endOpening = async (
  tables: Tables,
  at: { readonly personId: string; readonly accessId: string; readonly now: Date },
): Promise<void> => {
  await sql`update access set ends_at = greatest(starts_at, ${at.now})
    where id = ${at.accessId} and person_id = ${at.personId} and agreement_id is not null and (ends_at is null or ends_at > ${at.now})`.execute(
    tables,
  );
};
