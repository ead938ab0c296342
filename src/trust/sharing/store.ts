// The table `sharing_choice`.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { ChoiceState, SharingChoice } from './model.ts';

export async function choicesOf(tables: Tables, personId: string): Promise<SharingChoice[]> {
  const rows = await tables
    .selectFrom('sharingChoice as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisationId')
    .select(['c.id', 'o.name as organisation', 'c.categories', 'c.state', 'c.version', 'c.createdAt'])
    .where('c.personId', '=', personId)
    .orderBy('c.createdAt', 'desc')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute();
  // The table's own check keeps state to these.
  return rows.map((row) => ({ ...row, state: row.state as ChoiceState }));
}

/** The organisations with a part today in the services beside the one that has the referral, but for its own. Places of other blueprints are no neighbours. */
export async function othersWhoCouldHelp(tables: Tables, referralId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.id, o.code
    from referral r
    join team t on t.id = r.team_id
    join service holding on holding.id = t.service_id
    join service near on near.blueprint = holding.blueprint
    join organisation_link l on l.service_code = near.code
    join organisation o on o.id = l.organisation_id
    where r.id = ${referralId} and l.role in ('deliverer', 'provider', 'statutory_partner')
      and (l.starts_on is null or l.starts_on <= current_day()) and (l.ends_on is null or l.ends_on >= current_day())
      and t.organisation_id is distinct from o.id
    order by o.code`.execute(tables);
  return rows.map(({ id }) => id);
}

export interface NewChoice {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly categories: string[];
  readonly purpose: string;
  readonly state: ChoiceState;
  readonly howGiven: string;
  readonly referralId: string | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export const insertChoices = async (tables: Tables, choices: readonly NewChoice[]): Promise<void> => {
  if (choices.length > 0)
    await tables
      .insertInto('sharingChoice')
      .values([...choices])
      .execute();
};

/** False when it is not the person's, or was changed since. */
export async function changeChoice(
  tables: Tables,
  at: { readonly id: string; readonly version: number; readonly personId: string },
  to: ChoiceState,
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('sharingChoice')
    .set({ state: to, howGiven: 'on their own page' })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', at.id)
    .where('personId', '=', at.personId)
    .where('version', '=', at.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
