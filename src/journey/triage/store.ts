// The tables `triage_decision`, `offer` and `presence`, and the queue as triage reads it.
import { type SqlBool, sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { DecisionState, OfferForTeam, OfferState, QueueItem } from './model.ts';

export const queueFilters = ['everyone', 'mine', 'safety', 'countersign', 'waiting'] as const;
export type QueueFilter = (typeof queueFilters)[number];

export interface QueuePage {
  readonly after?: { readonly decideBy: Date; readonly id: string };
  readonly filter: QueueFilter;
  readonly accountId: string;
  readonly most: number;
}

const openInTriage = ['submitted', 'in_triage', 'waiting_info', 'unreachable'] as const;

const safetyAnswer = (referral: string) => sql<boolean>`exists (select from referral_answer a where a.referral_id = ${sql.ref(referral)}
  and ((a.question = 'safe_now' and a.codes && array['no', 'not_sure']) or (a.question = 'safety_facts' and a.status = 'answered')))`;
const toCountersign = (referral: string) =>
  sql<boolean>`exists (select from triage_decision d where d.referral_id = ${sql.ref(referral)} and d.state = 'awaiting_countersign')`;

/** Open referrals of these teams by time left, nothing else; one page by keyset. */
export async function queue(tables: Tables, teamIds: readonly string[], page: QueuePage): Promise<QueueItem[]> {
  if (teamIds.length === 0) return [];
  const rows = await tables
    .with(
      (cte) => cte('waiting').materialized(),
      (with_) =>
        with_
          .selectFrom('referral as r')
          .select([
            'r.id',
            'r.number',
            'r.personId',
            'r.state',
            'r.door',
            'r.kind',
            'r.referrerName',
            'r.referrerOrganisation',
            'r.receivedAt',
            'r.decideBy',
            'r.language',
            'r.readerId',
          ])
          .where('r.teamId', 'in', [...teamIds])
          .where('r.state', 'in', page.filter === 'waiting' ? ['waiting_info', 'unreachable'] : [...openInTriage])
          .$if(page.after !== undefined, (query) =>
            query.where(sql<SqlBool>`(r.decide_by, r.id) > (${page.after?.decideBy}, ${page.after?.id})`),
          )
          .$if(page.filter === 'mine', (query) => query.where('r.readerId', '=', page.accountId))
          .$if(page.filter === 'safety', (query) => query.where(safetyAnswer('r.id')))
          .$if(page.filter === 'countersign', (query) => query.where(toCountersign('r.id')))
          .orderBy('r.decideBy')
          .orderBy('r.id')
          .limit(page.most),
    )
    .selectFrom('waiting as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .leftJoin('account as reader', 'reader.id', 'r.readerId')
    .select([
      'r.id',
      'r.number',
      'r.personId',
      'r.state',
      'p.knownAs',
      'p.givenName',
      'p.familyName',
      'p.born',
      'r.door',
      'r.kind',
      'r.referrerName',
      'r.referrerOrganisation',
      'r.receivedAt',
      'r.decideBy',
      'r.language',
      'p.interpreter',
      'reader.name as readerName',
    ])
    .select([
      sql<string>`coalesce((select a.words from referral_answer a where a.referral_id = r.id and a.question in ('happening', 'why_now') and a.words <> '' order by a.position limit 1), '')`.as(
        'ownWords',
      ),
      safetyAnswer('r.id').as('safetyAnswer'),
      sql<boolean>`exists (select from possible_match m where m.referral_id = r.id and m.state = 'open')`.as('possibleMatch'),
      sql<boolean>`exists (select from contact_point c where c.person_id = r.person_id and c.replaced_at is null and (c.shared in ('yes', 'not_sure') or c.safe_to_use <> 'safe'))`.as(
        'safeContact',
      ),
      toCountersign('r.id').as('awaitingCountersign'),
    ])
    .orderBy('r.decideBy')
    .orderBy('r.id')
    .execute();
  return rows.map(({ knownAs, givenName, familyName, ...row }) => ({
    ...row,
    name: [knownAs || givenName, familyName].filter(Boolean).join(' ') || 'No name given',
  }));
}

/** How many wait for these teams, up to 100. */
export async function countQueue(tables: Tables, teamIds: readonly string[]): Promise<number> {
  if (teamIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from referral where team_id = any(${[...teamIds]}::uuid[]) and state in ('submitted', 'in_triage', 'waiting_info', 'unreachable') limit 100) counted`.execute(
    tables,
  );
  return rows[0]?.count ?? 0;
}

export interface ReferralRow {
  readonly id: string;
  readonly number: number;
  readonly personId: string;
  readonly state: string;
  readonly door: string;
  readonly kind: string;
  readonly language: string;
  readonly teamId: string;
  readonly serviceAsked: string | null;
  readonly referrerAccountId: string | null;
  readonly referrerName: string;
  readonly referrerJob: string;
  readonly referrerOrganisation: string;
  readonly referrerPhone: string;
  readonly urgencyAsked: string | null;
  readonly agreement: string;
  readonly agreementReason: string;
  readonly identity: string;
  readonly readerId: string | null;
  readonly receivedAt: Date;
  readonly decideBy: Date;
  readonly version: number;
  readonly born: string | null;
  readonly area: string;
  readonly postcode: string | null;
  readonly noFixedAbode: boolean;
  readonly personLanguage: string;
  readonly interpreter: string | null;
}

export async function findReferral(tables: Tables, id: string): Promise<ReferralRow | null> {
  return (
    (await tables
      .selectFrom('referral as r')
      .innerJoin('person as p', 'p.id', 'r.personId')
      .select([
        'r.id',
        'r.number',
        'r.personId',
        'r.state',
        'r.door',
        'r.kind',
        'r.language',
        'r.teamId',
        'r.serviceAsked',
        'r.referrerAccountId',
        'r.referrerName',
        'r.referrerJob',
        'r.referrerOrganisation',
        'r.referrerPhone',
        'r.urgencyAsked',
        'r.agreement',
        'r.agreementReason',
        'r.identity',
        'r.readerId',
        'r.receivedAt',
        'r.decideBy',
        'r.version',
        'p.born',
        'p.area',
        'p.postcode',
        'p.noFixedAbode',
        'p.language as personLanguage',
        'p.interpreter',
      ])
      .where('r.id', '=', id)
      .executeTakeFirst()) ?? null
  );
}

export interface AnswerRow {
  readonly question: string;
  readonly category: string;
  readonly status: string;
  readonly words: string;
  readonly codes: string[];
  readonly saidBy: string;
  readonly language: string;
  readonly askedAt: Date;
}

export const answersOf = (tables: Tables, referralId: string): Promise<AnswerRow[]> =>
  tables
    .selectFrom('referralAnswer')
    .select(['question', 'category', 'status', 'words', 'codes', 'saidBy', 'language', 'askedAt'])
    .where('referralId', '=', referralId)
    .orderBy('position')
    .execute();

/** Moves the referral; false when somebody else did first. */
export async function moveReferral(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  to: string,
  change: Partial<{ readerId: string | null; decideBy: Date; rulesVersion: string }> = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('referral')
    .set({ ...change, state: to })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export interface DecisionRow {
  readonly id: string;
  readonly referralId: string;
  readonly personId: string;
  readonly state: DecisionState;
  readonly firstStep: string;
  readonly responseCode: string;
  readonly respondBy: Date | null;
  readonly reason: string;
  readonly differsBecause: string;
  readonly countersignBecause: string[];
  readonly countersignComment: string;
  readonly personsView: string;
  readonly gapGroup: string | null;
  readonly draftedBy: string | null;
  readonly draftedByName: string | null;
  readonly countersignedByName: string | null;
  readonly messageToPerson: string;
  readonly messageToReferrer: string;
  readonly confirmedAt: Date | null;
  readonly ruleVersion: string;
  readonly version: number;
  readonly suggestion: unknown;
}

const decisions = (tables: Tables) =>
  tables
    .selectFrom('triageDecision as d')
    .leftJoin('account as author', 'author.id', 'd.draftedBy')
    .leftJoin('account as second', 'second.id', 'd.countersignedBy')
    .select([
      'd.id',
      'd.referralId',
      'd.personId',
      'd.state',
      'd.firstStep',
      'd.responseCode',
      'd.respondBy',
      'd.reason',
      'd.differsBecause',
      'd.countersignBecause',
      'd.countersignComment',
      'd.personsView',
      'd.gapGroup',
      'd.draftedBy',
      'author.name as draftedByName',
      'second.name as countersignedByName',
      'd.messageToPerson',
      'd.messageToReferrer',
      'd.confirmedAt',
      'd.ruleVersion',
      'd.version',
      'd.suggestion',
    ]);

// The table's own check keeps state to the lifecycle's states.
const asDecision = (row: Awaited<ReturnType<ReturnType<typeof decisions>['executeTakeFirstOrThrow']>>): DecisionRow => ({
  ...row,
  state: row.state as DecisionState,
});

export async function findDecision(tables: Tables, id: string): Promise<DecisionRow | null> {
  const row = await decisions(tables).where('d.id', '=', id).executeTakeFirst();
  return row ? asDecision(row) : null;
}

/** Newest first. */
export async function decisionsOf(tables: Tables, referralId: string): Promise<DecisionRow[]> {
  return (
    await decisions(tables)
      .where('d.referralId', '=', referralId)
      .orderBy('d.createdAt', 'desc')
      .orderBy('d.id', 'desc')
      .limit(20)
      .execute()
  ).map(asDecision);
}

export interface NewDecision {
  readonly id: string;
  readonly referralId: string;
  readonly personId: string;
  readonly suggestion: unknown;
  readonly ruleVersion: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const insertDecision = async (tables: Tables, { suggestion, ...decision }: NewDecision): Promise<void> => {
  await tables
    .insertInto('triageDecision')
    .values({ ...decision, suggestion: JSON.stringify(suggestion), state: 'suggested' })
    .execute();
};

export type DecisionChange = Partial<{
  firstStep: string;
  responseCode: string;
  respondBy: Date;
  reason: string;
  differsBecause: string;
  countersignBecause: string[];
  countersignComment: string;
  countersignedBy: string;
  personsView: string;
  alternatives: string;
  gapGroup: string | null;
  draftedBy: string;
  messageToPerson: string;
  messageToReferrer: string;
  confirmedAt: Date;
}>;

export async function moveDecision(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  to: DecisionState,
  change: DecisionChange = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('triageDecision')
    .set({ ...change, state: to })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

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

export async function moveOffer(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  to: OfferState,
  change: Partial<{ acceptedBy: string; acceptedAt: Date; returnedBecause: string; acceptBy: Date }> = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('offer')
    .set({ ...change, state: to })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
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

export async function findOffer(tables: Tables, id: string): Promise<OfferForTeam | null> {
  const row = await offers(tables).where('o.id', '=', id).executeTakeFirst();
  return row ? asOffer(row) : null;
}

export const offersOfDecision = async (tables: Tables, decisionId: string): Promise<OfferForTeam[]> =>
  (await offers(tables).where('o.decisionId', '=', decisionId).orderBy('o.position').execute()).map(asOffer);

export const offersOfReferral = async (tables: Tables, referralId: string): Promise<OfferForTeam[]> =>
  (await offers(tables).where('o.referralId', '=', referralId).orderBy('o.createdAt').orderBy('o.position').execute()).map(asOffer);

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

/** Places taken now in these teams: open enrolments. */
export async function placesTaken(tables: Tables, teamIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (teamIds.length === 0) return new Map();
  const rows = await tables
    .selectFrom('enrolment')
    .select(['teamId', (count) => count.fn.countAll<number>().as('taken')])
    .where('teamId', 'in', [...teamIds])
    .where('state', 'in', ['accepted', 'waiting', 'active', 'paused', 'ending'])
    .groupBy('teamId')
    .execute();
  return new Map(rows.map((row) => [row.teamId, Number(row.taken)]));
}

/** Says that the visitor is here, and who else was in the last minute and a half. */
export async function beHere(
  tables: Tables,
  referralId: string,
  accountId: string,
  doing: 'reading' | 'deciding',
  now: Date,
): Promise<{ name: string; doing: string }[]> {
  await tables
    .insertInto('presence')
    .values({ referralId, accountId, doing, seenAt: now })
    .onConflict((conflict) => conflict.columns(['referralId', 'accountId']).doUpdateSet({ doing, seenAt: now }))
    .execute();
  return tables
    .selectFrom('presence as p')
    .innerJoin('account as a', 'a.id', 'p.accountId')
    .select(['a.name', 'p.doing'])
    .where('p.referralId', '=', referralId)
    .where('p.accountId', '<>', accountId)
    .where('p.seenAt', '>', new Date(now.getTime() - 90_000))
    .execute();
}

/** Open possible matches, for the alert on the referral. */
export const possibleMatchesOf = (tables: Tables, referralId: string): Promise<{ id: string; sentence: string }[]> =>
  tables
    .selectFrom('possibleMatch')
    .select(['id', 'sentence'])
    .where('referralId', '=', referralId)
    .where('state', 'in', ['open', 'not_sure'])
    .orderBy('probability', 'desc')
    .limit(3)
    .execute();

export interface AwaitingRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly firstStep: string;
  readonly draftedByName: string;
  readonly createdAt: Date;
}

/** Decisions that wait for a second clinician in these teams, the oldest first. */
export async function awaitingCountersign(tables: Tables, teamIds: readonly string[]): Promise<AwaitingRow[]> {
  if (teamIds.length === 0) return [];
  const rows = await tables
    .selectFrom('triageDecision as d')
    .innerJoin('referral as r', 'r.id', 'd.referralId')
    .innerJoin('person as p', 'p.id', 'd.personId')
    .leftJoin('account as a', 'a.id', 'd.draftedBy')
    .select(['d.id', 'd.personId', 'p.knownAs', 'p.givenName', 'p.familyName', 'd.firstStep', 'a.name as author', 'd.createdAt'])
    .where('d.state', '=', 'awaiting_countersign')
    .where('r.teamId', 'in', [...teamIds])
    .orderBy('d.createdAt')
    .limit(100)
    .execute();
  return rows.map(({ knownAs, givenName, familyName, author, ...row }) => ({
    ...row,
    name: [knownAs || givenName, familyName].filter(Boolean).join(' '),
    draftedByName: author ?? '',
  }));
}

/** How many wait for a second clinician, up to 100. */
export async function countAwaiting(tables: Tables, teamIds: readonly string[]): Promise<number> {
  if (teamIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from triage_decision d join referral r on r.id = d.referral_id where d.state = 'awaiting_countersign' and r.team_id = any(${[...teamIds]}::uuid[]) limit 100) counted`.execute(
    tables,
  );
  return rows[0]?.count ?? 0;
}
