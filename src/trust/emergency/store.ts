// The table `emergency_opening`, and who is found, told and asked because of it.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import type { AskedToOpen, LookedFor, Opening, ShownOpenings } from './model.ts';

/** Two at most, and never a record whose referral turned out to be somebody else’s. Runs as the worker. */
export async function whoFits(tables: Tables, who: LookedFor): Promise<string[]> {
  const these =
    who.by === 'nhs number'
      ? sql`p.nhs_number = ${who.number}`
      : who.by === 'record'
        ? sql`p.id = ${who.personId}`
        : sql`lower(p.family_name) = lower(${who.family}) and p.born = ${who.born}
            and (lower(p.given_name) = lower(${who.given}) or lower(p.known_as) = lower(${who.given}))`;
  const { rows } = await sql<{ id: string }>`
    select p.id from person p
    where ${these} and not exists (select from identity_link l where l.from_person_id = p.id and l.undone_at is null)
    limit 2`.execute(tables);
  return rows.map(({ id }) => id);
}

/** The team that has the record now: whoever supports before whoever reads before whoever was asked. Runs as the worker. */
export async function teamWith(tables: Tables, personId: string, now: Date): Promise<string | null> {
  const row = await tables
    .selectFrom('access')
    .select('teamId')
    .where('personId', '=', personId)
    .where('relationship', 'in', ['serves', 'holds_referral', 'offered'])
    .where('teamId', 'is not', null)
    .where('startsAt', '<=', now)
    .where((where) => where.or([where('endsAt', 'is', null), where('endsAt', '>', now)]))
    .orderBy(sql`array_position(array['serves', 'holds_referral', 'offered'], relationship)`)
    .orderBy('startsAt', 'desc')
    .executeTakeFirst();
  return row?.teamId ?? null;
}

/** The team’s managers but for whoever opened; where there is none, information governance. Runs as the worker. */
export async function whomToTell(tables: Tables, teamId: string | null, without: string): Promise<string[]> {
  const holding = async (role: AccessRole, team: string | null): Promise<string[]> => {
    const rows = await tables
      .selectFrom('membership as m')
      .innerJoin('account as a', 'a.id', 'm.accountId')
      .select('m.accountId')
      .distinct()
      .where('m.access', '=', role)
      .where('m.accountId', '<>', without)
      .where('m.startsOn', '<=', sql<string>`current_day()`)
      .where((where) => where.or([where('m.endsOn', 'is', null), where('m.endsOn', '>=', sql<string>`current_day()`)]))
      .where((where) => where.or([where('a.closedOn', 'is', null), where('a.closedOn', '>', sql<string>`current_day()`)]))
      .$if(team !== null, (query) => query.where('m.teamId', '=', team))
      .orderBy('m.accountId')
      .limit(20)
      .execute();
    return rows.map(({ accountId }) => accountId);
  };
  const managers = teamId ? await holding('MGR', teamId) : [];
  return managers.length > 0 ? managers : holding('IG', null);
}

export interface NewOpening {
  readonly id: string;
  readonly personId: string;
  readonly accountId: string;
  readonly role: AccessRole;
  readonly asked: AskedToOpen;
  readonly now: Date;
  readonly until: Date;
  readonly teamId: string | null;
  readonly reviewBy: Date;
}

/** Runs as the worker. */
export async function insertOpening(tables: Tables, { asked, now, ...opening }: NewOpening): Promise<void> {
  await tables
    .insertInto('emergencyOpening')
    .values({
      ...opening,
      reason: asked.reason,
      words: asked.words,
      categories: ['contact', ...asked.parts],
      keptFromPerson: asked.notToldBecause !== '',
      notToldBecause: asked.notToldBecause,
      openedAt: now,
      createdAt: now,
      createdBy: opening.accountId,
    })
    .execute();
}

const openings = (tables: Tables) =>
  tables
    .selectFrom('emergencyOpening as o')
    .innerJoin('account as a', 'a.id', 'o.accountId')
    .leftJoin('team as t', 't.id', 'o.teamId')
    .leftJoin('account as r', 'r.id', 'o.reviewedBy')
    .leftJoin('person as p', 'p.id', 'o.personId')
    .select([
      ...(['o.id', 'o.personId', 'o.accountId', 'a.name as openedBy', 'a.job', 'o.role', 'o.reason', 'o.words', 'o.categories'] as const),
      ...(['o.openedAt', 'o.until', 'o.endedAt', 'o.teamId', 't.name as teamName', 'o.keptFromPerson', 'o.notToldBecause'] as const),
      ...(['o.reviewBy', 'o.finding', 'o.findingWords', 'r.name as reviewedBy', 'o.reviewedAt'] as const),
      ...(['p.id as readable', 'p.knownAs', 'p.givenName', 'p.familyName'] as const),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof openings>['execute']>>[number];
const opening = ({ readable, knownAs, givenName, familyName, role, ...row }: Row): Opening => ({
  ...row,
  role: role as AccessRole, // a foreign key keeps it to the matrix
  personName: readable ? [knownAs || givenName, familyName].filter(Boolean).join(' ') || 'Name not given' : null,
});

export async function findOpening(tables: Tables, id: string): Promise<Opening | null> {
  const row = await openings(tables).where('o.id', '=', id).executeTakeFirst();
  return row ? opening(row) : null;
}

/** What this account has open of this person now. */
export async function openingNow(tables: Tables, accountId: string, personId: string, now: Date): Promise<Opening | null> {
  const row = await openings(tables)
    .where('o.accountId', '=', accountId)
    .where('o.personId', '=', personId)
    .where('o.endedAt', 'is', null)
    .where('o.until', '>', now)
    .orderBy('o.until', 'desc')
    .executeTakeFirst();
  return row ? opening(row) : null;
}

/** What the visitor may look at, newest first; those to review, the soonest due first. */
export async function listOpenings(
  tables: Tables,
  {
    show,
    now,
    before,
    most,
  }: { readonly show: ShownOpenings; readonly now: Date; readonly before?: string | undefined; readonly most: number },
): Promise<Opening[]> {
  const rows = await openings(tables)
    .where('o.reviewedAt', show === 'reviewed' ? 'is not' : 'is', null)
    .$if(show === 'late', (query) => query.where('o.reviewBy', '<', now))
    .$if(before !== undefined, (query) => query.where('o.id', show === 'reviewed' ? '<' : '>', before ?? ''))
    // Ids are made in order of time, and each has the same days for its review.
    .orderBy('o.id', show === 'reviewed' ? 'desc' : 'asc')
    .limit(most)
    .execute();
  return rows.map(opening);
}

/** Of those that wait for a review by somebody else than this account: how many, and since when the first is late. Up to 100. */
export async function openingsToReview(tables: Tables, accountId: string, now: Date): Promise<{ waiting: number; late: readonly Date[] }> {
  const rows = await tables
    .selectFrom('emergencyOpening')
    .select('reviewBy')
    .where('reviewedAt', 'is', null)
    .where('accountId', '<>', accountId)
    .orderBy('reviewBy')
    .limit(100)
    .execute();
  return { waiting: rows.length, late: rows.map(({ reviewBy }) => reviewBy).filter((by) => by < now) };
}

/** False when it had ended. Runs as the worker. */
export async function endOpening(tables: Tables, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('emergencyOpening')
    .set({ endedAt: now })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .where('until', '>', now)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export interface Review {
  readonly finding: string;
  readonly words: string;
  /** The person may read of it from now on. */
  readonly tell: boolean;
}

/** False when somebody had reviewed it. Runs as the worker. */
export async function reviewOpening(
  tables: Tables,
  id: string,
  { finding, words, tell }: Review,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('emergencyOpening')
    .set({ finding, findingWords: words, reviewedBy: by, reviewedAt: now, ...(tell ? { keptFromPerson: false } : {}) })
    .where('id', '=', id)
    .where('reviewedAt', 'is', null)
    .where('accountId', '<>', by)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
