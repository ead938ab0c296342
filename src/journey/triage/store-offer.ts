// The table `offer`, and the places taken in the teams that are asked.
import { sql } from 'kysely';
import { changeNext } from '../../platform/database/next-version.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { OfferForTeam, OfferState } from './model.ts';

export interface NewOffer {
  readonly id: string;
  readonly decisionId: string;
  readonly referralId: string;
  readonly personId: string;
  readonly serviceCode: string;
  readonly teamId: string;
  readonly ownerId: string;
  readonly what: string;
  readonly noteToTeam: string;
  readonly acceptBy: Date;
  readonly position: number;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const insertOffer = async (tables: Tables, offer: NewOffer): Promise<void> => {
  await tables
    .insertInto('offer')
    .values({ ...offer, state: 'drafted' })
    .execute();
};

export function moveOffer(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  to: OfferState,
  change: Partial<{ acceptedBy: string; acceptedAt: Date; returnedBecause: string; acceptBy: Date }> = {},
): Promise<boolean> {
  return changeNext(tables, 'offer', at, { ...change, state: to });
}

/** A team has answered: the referral, where it was decided, stands as this says, and the clock of the offer stops. Runs as the worker. */
export async function answered(
  tables: Tables,
  offer: Pick<OfferForTeam, 'id' | 'referralId'>,
  referral: { readonly state: 'handed_over' } | { readonly state: 'in_triage'; readonly decideBy: Date },
  clock: { readonly stoppedAt: Date; readonly stoppedBecause: string },
): Promise<void> {
  await tables
    .updateTable('referral')
    .set(referral)
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', offer.referralId)
    .where('state', '=', 'decided')
    .execute();
  await tables.updateTable('clock').set(clock).where('subjectId', '=', offer.id).where('stoppedAt', 'is', null).execute();
}

const offers = (tables: Tables) =>
  tables
    .selectFrom('offer as o')
    .innerJoin('team as t', 't.id', 'o.teamId')
    .innerJoin('account as a', 'a.id', 'o.ownerId')
    .select([
      'o.id',
      'o.personId',
      'o.referralId',
      'o.serviceCode',
      'o.teamId',
      't.name as teamName',
      'a.name as ownerName',
      'o.what',
      'o.noteToTeam',
      'o.state',
      'o.acceptBy',
      'o.version',
    ]);
const asOffer = (row: Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>): OfferForTeam => ({
  ...row,
  state: row.state as OfferState,
});

/** `mayNotKnow` as its referral says. */
export async function findOffer(tables: Tables, id: string): Promise<(OfferForTeam & { readonly mayNotKnow: boolean }) | null> {
  const row = await offers(tables)
    .leftJoin('referral as r', 'r.id', 'o.referralId')
    .select('r.mayNotKnow')
    .where('o.id', '=', id)
    .executeTakeFirst();
  return row ? { ...asOffer(row), mayNotKnow: row.mayNotKnow ?? false } : null;
}

export const offersOfDecision = async (tables: Tables, decisionId: string): Promise<OfferForTeam[]> =>
  (await offers(tables).where('o.decisionId', '=', decisionId).orderBy('o.position').execute()).map(asOffer);

/** Offers that wait for these teams to say yes, the soonest first. */
export async function offersFor(tables: Tables, teamIds: readonly string[]): Promise<(OfferForTeam & { readonly name: string })[]> {
  if (teamIds.length === 0) return [];
  const rows = await offers(tables)
    .innerJoin('person as p', 'p.id', 'o.personId')
    .select(['p.knownAs', 'p.givenName', 'p.familyName'])
    .where('o.teamId', 'in', [...teamIds])
    .where('o.state', '=', 'sent')
    .orderBy('o.acceptBy')
    .limit(100)
    .execute();
  return rows.map(({ knownAs, givenName, familyName, ...row }) => ({
    ...asOffer(row),
    name: [knownAs || givenName, familyName].filter(Boolean).join(' '),
  }));
}

/** How many offers wait for these teams, up to 100. */
export async function countOffersFor(tables: Tables, teamIds: readonly string[]): Promise<number> {
  if (teamIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from offer where state = 'sent' and team_id = any(${[...teamIds]}::uuid[]) limit 100) counted`.execute(tables);
  return rows[0]?.count ?? 0;
}
