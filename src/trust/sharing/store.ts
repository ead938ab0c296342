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

/** The organisations with a part in support here today, but for the one whose team has the referral. */
export async function othersWhoCouldHelp(tables: Tables, referralId: string): Promise<string[]> {
  const rows = await tables
    .selectFrom('organisation as o')
    .select('o.id')
    .where((where) =>
      where.exists(
        where
          .selectFrom('organisationLink as l')
          .select('l.id')
          .whereRef('l.organisationId', '=', 'o.id')
          .where('l.role', 'in', ['deliverer', 'provider', 'statutory_partner'])
          .where((at) => at.or([at('l.startsOn', 'is', null), at('l.startsOn', '<=', sql<string>`current_day()`)]))
          .where((at) => at.or([at('l.endsOn', 'is', null), at('l.endsOn', '>=', sql<string>`current_day()`)])),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('referral as r')
            .innerJoin('team as t', 't.id', 'r.teamId')
            .select('r.id')
            .where('r.id', '=', referralId)
            .whereRef('t.organisationId', '=', 'o.id'),
        ),
      ),
    )
    .orderBy('o.code')
    .execute();
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
