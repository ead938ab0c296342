// The table `safeguarding_concern`, and who could own what is done instead.
import { sql } from 'kysely';
import { changeNext } from '../../platform/database/next-version.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { Answer3, Answer4, Concern, ConcernState, Route, Told, WholeConcern } from './model.ts';

const concerns = (tables: Tables) =>
  tables
    .selectFrom('safeguardingConcern as c')
    .innerJoin('person as p', 'p.id', 'c.personId')
    .leftJoin('account as r', 'r.id', 'c.createdBy')
    .leftJoin('offer as o', (join) => join.onRef('o.referralId', '=', 'c.hubReferralId').on('o.position', '=', 0))
    .leftJoin('account as ow', 'ow.id', 'o.ownerId')
    .leftJoin('account as ac', 'ac.id', 'o.acceptedBy')
    .select(({ fn }) => [
      ...([
        'c.id',
        'c.personId',
        'p.knownAs',
        'p.givenName',
        'p.familyName',
        'p.born',
        'c.state',
        'c.route',
        'c.concerns',
        'c.about',
      ] as const),
      ...(['c.level', 'c.raisedAt', 'r.name as raisedBy', 'c.createdBy as raisedById', 'c.decideBy', 'c.sentAt', 'c.receiptBy'] as const),
      ...(['c.firstDecisionBy', 'c.initialDecision', 'c.initialDecidedAt', 'c.finalBy', 'c.hubReferralId', 'c.version'] as const),
      fn.coalesce('ac.name', 'ow.name').as('hubOwner'),
      'o.acceptBy as hubAcceptBy',
      'o.state as hubState',
    ]);
type Row = Awaited<ReturnType<ReturnType<typeof concerns>['executeTakeFirstOrThrow']>>;

// The table’s own checks keep the codes to these.
const asConcern = ({ knownAs, givenName, familyName, hubState, ...row }: Row): Concern => ({
  ...row,
  name: [knownAs || givenName, familyName].filter(Boolean).join(' ') || 'Name not given',
  state: row.state as ConcernState,
  route: row.route as Route,
  hubAccepted: hubState === 'accepted',
});

/** What these teams have open, the soonest promise first; 300 at most. */
export async function openConcerns(tables: Tables, teamIds: readonly string[]): Promise<Concern[]> {
  if (teamIds.length === 0) return [];
  const rows = await concerns(tables)
    .where('c.teamId', 'in', [...teamIds])
    .where('c.state', 'not in', ['not_progressed', 'closed'])
    .orderBy(sql`coalesce(c.first_decision_by, c.decide_by)`)
    .orderBy('c.id')
    .limit(300)
    .execute();
  return rows.map(asConcern);
}

/** Those about one person that the visitor may read, newest first. */
export const concernsAbout = async (tables: Tables, personId: string): Promise<Concern[]> =>
  (await concerns(tables).where('c.personId', '=', personId).orderBy('c.raisedAt', 'desc').orderBy('c.id').limit(50).execute()).map(
    asConcern,
  );

/** Null where there is none for the visitor. */
export async function findConcern(tables: Tables, id: string): Promise<WholeConcern | null> {
  const row = await concerns(tables)
    .leftJoin('account as oo', 'oo.id', 'c.otherOwnerId')
    .select([
      ...([
        'c.teamId',
        'c.harmed',
        'c.saw',
        'c.opinion',
        'c.happenedOn',
        'c.happenedAt',
        'c.madeSafe',
        'c.personsView',
        'c.notAskedBecause',
      ] as const),
      ...([
        'c.told',
        'c.notToldBecause',
        'c.needsCare',
        'c.mayBeAbused',
        'c.cannotProtect',
        'c.otherAction',
        'oo.name as otherOwner',
      ] as const),
      ...([
        'c.levelBecause',
        'c.agreement',
        'c.agreementWords',
        'c.lawfulBasis',
        'c.copy',
        'c.acknowledgedAt',
        'c.inTime',
        'c.screening',
      ] as const),
      ...(['c.finalDecision', 'c.finalDecidedAt', 'c.feedback', 'c.fedBackAt', 'c.wishesMet', 'c.feelsSafer', 'c.listenedTo'] as const),
      ...(['c.reviewOn', 'c.closing', 'c.sharingId'] as const),
    ])
    .where('c.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...row,
    ...asConcern(row),
    told: row.told as Told,
    needsCare: row.needsCare as Answer3 | null,
    mayBeAbused: row.mayBeAbused as Answer3 | null,
    cannotProtect: row.cannotProtect as Answer3 | null,
    agreement: row.agreement as WholeConcern['agreement'],
    wishesMet: row.wishesMet as Answer4 | null,
    feelsSafer: row.feelsSafer as Answer4 | null,
    listenedTo: row.listenedTo as Answer4 | null,
  };
}

export interface NewConcern {
  readonly id: string;
  readonly personId: string;
  readonly teamId: string;
  readonly route: Route;
  readonly concerns: string[];
  readonly about: string;
  readonly harmed: string;
  readonly saw: string;
  readonly opinion: string;
  readonly happenedOn: string | null;
  readonly happenedAt: string;
  readonly madeSafe: string;
  readonly personsView: string;
  readonly notAskedBecause: string;
  readonly told: Told;
  readonly notToldBecause: string;
  readonly raisedAt: Date;
  readonly decideBy: Date;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** Runs as the worker. */
export const insertConcern = async (tables: Tables, concern: NewConcern): Promise<void> => {
  await tables
    .insertInto('safeguardingConcern')
    .values({ ...concern, state: 'raised' })
    .execute();
};

export interface ConcernChange {
  readonly decidedAt?: Date | null;
  readonly decideBy?: Date;
  readonly needsCare?: string | null;
  readonly mayBeAbused?: string | null;
  readonly cannotProtect?: string | null;
  readonly otherAction?: string;
  readonly otherOwnerId?: string;
  readonly level?: string;
  readonly levelBecause?: string;
  readonly agreement?: string;
  readonly agreementWords?: string;
  readonly lawfulBasis?: string | null;
  readonly told?: Told;
  readonly notToldBecause?: string;
  readonly copy?: string;
  readonly sentAt?: Date | null;
  readonly receiptBy?: Date | null;
  readonly firstDecisionBy?: Date | null;
  readonly acknowledgedAt?: Date;
  readonly initialDecision?: string;
  readonly initialDecidedAt?: Date;
  readonly inTime?: boolean | null;
  readonly finalBy?: Date | null;
  readonly screening?: string;
  readonly finalDecision?: string;
  readonly finalDecidedAt?: Date;
  readonly feedback?: string;
  readonly fedBackAt?: Date;
  readonly wishesMet?: string | null;
  readonly feelsSafer?: string | null;
  readonly listenedTo?: string | null;
  readonly reviewOn?: string | null;
  readonly closing?: string;
  readonly sharingId?: string;
  readonly hubReferralId?: string;
}

/** False when somebody else did first. Runs as the worker. */
export function changeConcern(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  change: ConcernChange & { readonly state?: ConcernState },
): Promise<boolean> {
  return changeNext(tables, 'safeguardingConcern', at, change);
}

/** Keeps a row and its trace from the person’s own account; nothing where it is kept already. Runs as the worker. */
export const holdBack = async (
  tables: Tables,
  row: {
    readonly rowId: string;
    readonly personId: string;
    readonly exemption: string;
    readonly decidedBy: string;
    readonly createdAt: Date;
  },
): Promise<void> => {
  await tables
    .insertInto('heldBack')
    .values({ ...row, category: 'safety', createdBy: row.decidedBy })
    .onConflict((conflict) => conflict.column('rowId').doNothing())
    .execute();
};

/** They have been told: these rows are theirs to read. Runs as the worker. */
export const letSee = async (tables: Tables, rowIds: readonly string[]): Promise<void> => {
  await tables
    .deleteFrom('heldBack')
    .where('rowId', 'in', [...rowIds])
    .execute();
};

/** What was written down about sharing says that they were told. Runs as the worker. */
export const sharingTold = async (tables: Tables, sharingId: string): Promise<void> => {
  await tables
    .updateTable('sharingWithoutAgreement')
    .set({ told: true, keptFromPerson: false, notToldBecause: '' })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', sharingId)
    .execute();
};

/** Safeguarding leads of a team today; everybody else of it where there is none. Runs as the worker. */
export async function leadsOf(tables: Tables, teamId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string; lead: boolean }>`
    select distinct m.account_id as id, m.access = 'SG' as lead
    from membership m join access_role r on r.code = m.access join account a on a.id = m.account_id
    where m.team_id = ${teamId} and r.acts_for_team and m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day())
      and (a.closed_on is null or a.closed_on > current_day())`.execute(tables);
  const leads = rows.filter(({ lead }) => lead);
  return (leads.length > 0 ? leads : rows).map(({ id }) => id);
}

/** Colleagues who work with the person or decide about them, by name. Runs as the worker. */
export async function possibleOwners(tables: Tables, personId: string, now: Date): Promise<{ id: string; name: string; job: string }[]> {
  const { rows } = await sql<{ id: string; name: string; job: string }>`
    select distinct who.id, who.name, who.job
    from membership m join access_role r on r.code = m.access join account who on who.id = m.account_id
    where m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day()) and r.acts_for_team
      and (who.closed_on is null or who.closed_on > current_day())
      and exists (
        select from access a
        where a.person_id = ${personId} and (a.team_id = m.team_id or a.account_id = who.id) and a.agreement_id is null
          and a.starts_at <= ${now} and (a.ends_at is null or a.ends_at > ${now}))
    order by who.name limit 200`.execute(tables);
  return rows;
}

/** Whether being in a team does not open this record. Runs as the worker. */
export const isRestricted = async (tables: Tables, personId: string): Promise<boolean> =>
  !!(await tables
    .selectFrom('restrictedRecord')
    .select('personId')
    .where('personId', '=', personId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst());

/** Whether the visitor knows of somebody at all, and what they are called. */
export async function nameFor(tables: Tables, personId: string): Promise<string | null> {
  const row = await tables.selectFrom('personShort').select(['knownAs', 'givenName']).where('id', '=', personId).executeTakeFirst();
  return row ? row.knownAs || row.givenName || 'this person' : null;
}
