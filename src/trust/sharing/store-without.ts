// The table `sharing_without_agreement`, and whom it may name.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { RecordedSharing } from './without-agreement.ts';

const recorded = (tables: Tables) =>
  tables
    .selectFrom('sharingWithoutAgreement as s')
    .innerJoin('organisation as o', 'o.id', 's.organisationId')
    .innerJoin('account as d', 'd.id', 's.decidedBy')
    .leftJoin('account as r', 'r.id', 's.reviewedBy')
    .select([
      ...(['s.id', 's.personId', 'o.name as organisation', 's.categories', 's.what', 's.lawfulBasis as basis', 's.reason'] as const),
      ...(['d.name as decidedBy', 'd.id as decidedById', 's.decidedAt', 's.told', 's.notToldBecause', 's.keptFromPerson'] as const),
      ...(['s.reviewOn', 's.reviewedAt', 'r.name as reviewedBy', 's.reviewWords', 's.endedAt', 's.version'] as const),
    ]);

/** Newest first, 100 at most; to the person without what it is unsafe to tell them. */
export const sharedWithoutAgreement = (tables: Tables, personId: string): Promise<RecordedSharing[]> =>
  recorded(tables).where('s.personId', '=', personId).orderBy('s.decidedAt', 'desc').orderBy('s.id', 'desc').limit(100).execute();

export async function findSharing(tables: Tables, personId: string, id: string): Promise<RecordedSharing | null> {
  return (await recorded(tables).where('s.personId', '=', personId).where('s.id', '=', id).executeTakeFirst()) ?? null;
}

export const organisations = (tables: Tables): Promise<{ id: string; name: string }[]> =>
  tables.selectFrom('organisation').select(['id', 'name']).orderBy('name').limit(300).execute();

/** Who could have decided: whoever works in a team that has the person, and every safeguarding lead. Runs as the worker. */
export async function deciders(
  tables: Tables,
  personId: string,
  now: Date,
  self: string,
): Promise<{ id: string; name: string; job: string }[]> {
  const { rows } = await sql<{ id: string; name: string; job: string }>`
    select distinct who.id, who.name, who.job
    from membership m join access_role r on r.code = m.access join account who on who.id = m.account_id
    where m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day()) and r.acts_for_team
      and (who.closed_on is null or who.closed_on > current_day())
      and (who.id = ${self} or m.access = 'SG' or exists (
        select from access a where a.person_id = ${personId} and a.team_id = m.team_id and a.agreement_id is null
          and a.starts_at <= ${now} and (a.ends_at is null or a.ends_at > ${now})))
    order by who.name limit 200`.execute(tables);
  return rows;
}

export interface NewSharing {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly categories: string[];
  readonly purpose: string;
  readonly what: string;
  readonly lawfulBasis: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly told: boolean;
  readonly notToldBecause: string;
  readonly keptFromPerson: boolean;
  readonly reviewOn: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** Runs as the worker. */
export const insertSharing = async (tables: Tables, sharing: NewSharing): Promise<void> => {
  await tables.insertInto('sharingWithoutAgreement').values(sharing).execute();
};

/** False when it was changed since, or has ended. Runs as the worker. */
export async function reviewSharing(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  change: {
    readonly reviewedAt: Date;
    readonly reviewedBy: string;
    readonly reviewWords: string;
    readonly told: boolean;
    readonly notToldBecause: string;
    readonly keptFromPerson: boolean;
    readonly reviewOn?: string;
    readonly endedAt?: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('sharingWithoutAgreement')
    .set(change)
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
