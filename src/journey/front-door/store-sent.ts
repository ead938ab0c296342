// What a referrer reads of the referrals they sent: through the views that hold nothing clinical, and their own words.
import { type SqlBool, sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { ReferralState } from './model.ts';

export interface OfferSeen {
  readonly what: string;
  readonly team: string;
  readonly state: string;
  readonly owner: string;
  readonly accept_by: string;
}

export interface Tracked {
  readonly id: string;
  readonly number: number;
  readonly state: ReferralState;
  readonly name: string;
  readonly teamName: string;
  readonly readerName: string | null;
  readonly receivedAt: Date;
  readonly decideBy: Date;
  readonly urgencyAsked: string | null;
  readonly confirmedAt: Date | null;
  readonly respondBy: Date | null;
  readonly messageToReferrer: string;
  readonly offers: readonly OfferSeen[];
}

const columns = [
  'id',
  'number',
  'state',
  'knownAs',
  'givenName',
  'familyName',
  'teamName',
  'readerName',
  'receivedAt',
  'decideBy',
  'urgencyAsked',
  'confirmedAt',
  'respondBy',
  'messageToReferrer',
  'offers',
] as const;

/** Newest first; `after` is the last one of the page before. */
export async function trackedReferrals(
  tables: Tables,
  { after, most }: { readonly after?: { readonly receivedAt: Date; readonly id: string } | undefined; readonly most: number },
): Promise<Tracked[]> {
  // First which, then what became of them: offers are gathered for one page only, however many were sent.
  const rows = await tables
    .selectFrom('referralStatus')
    .select(columns)
    .where(sql<SqlBool>`id = any(array(select sent_before(${after?.receivedAt ?? null}, ${after?.id ?? null}, ${most})))`)
    .orderBy('receivedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(asTracked);
}

export async function trackedReferral(tables: Tables, id: string): Promise<Tracked | undefined> {
  const row = await tables.selectFrom('referralStatus').select(columns).where('id', '=', id).executeTakeFirst();
  return row && asTracked(row);
}

interface StatusRow {
  readonly id: string | null;
  readonly number: number | string | null;
  readonly state: string | null;
  readonly knownAs: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly teamName: string | null;
  readonly readerName: string | null;
  readonly receivedAt: Date | null;
  readonly decideBy: Date | null;
  readonly urgencyAsked: string | null;
  readonly confirmedAt: Date | null;
  readonly respondBy: Date | null;
  readonly messageToReferrer: string | null;
  readonly offers: unknown;
}

/** A view’s columns are all nullable to the types; those of the referral itself never are. */
const asTracked = (row: StatusRow): Tracked => ({
  id: row.id ?? '',
  number: Number(row.number),
  state: (row.state ?? 'submitted') as ReferralState, // checked by the table
  name: [row.knownAs || row.givenName, row.familyName].filter(Boolean).join(' '),
  teamName: row.teamName ?? '',
  readerName: row.readerName,
  receivedAt: row.receivedAt ?? new Date(0),
  decideBy: row.decideBy ?? new Date(0),
  urgencyAsked: row.urgencyAsked,
  confirmedAt: row.confirmedAt,
  respondBy: row.respondBy,
  messageToReferrer: row.messageToReferrer ?? '',
  offers: (row.offers ?? []) as readonly OfferSeen[], // made by the view
});

export interface Step {
  readonly toState: ReferralState;
  readonly at: Date;
  readonly who: string;
}

export const stepsOf = async (tables: Tables, referralId: string): Promise<Step[]> =>
  (await tables
    .selectFrom('referralStep')
    .select(['toState', 'at', 'who'])
    .where('referralId', '=', referralId)
    .orderBy('id')
    .execute()) as Step[]; // the lifecycle's states, and no nulls in the view

/** What the visitor was asked last about a referral they sent; undefined where nothing was. */
export const askedAbout = (tables: Tables, referralId: string): Promise<{ words: string | null } | undefined> =>
  tables.selectFrom('referralAsked').select('words').where('referralId', '=', referralId).orderBy('at', 'desc').limit(1).executeTakeFirst();

/** Whom these referrals are about, for the audit entry. Runs as the worker. */
export async function peopleOf(tables: Tables, referralIds: readonly string[]): Promise<string[]> {
  if (referralIds.length === 0) return [];
  const rows = await tables
    .selectFrom('referral')
    .select('personId')
    .where('id', '=', sql<string>`any(${[...referralIds]}::uuid[])`)
    .execute();
  return rows.map(({ personId }) => personId);
}

export interface Receipt {
  readonly number: number;
  readonly teamName: string;
  readonly decideBy: Date;
}

const receipt = (tables: Tables, referralId: string) =>
  tables
    .selectFrom('referral as r')
    .innerJoin('team as t', 't.id', 'r.teamId')
    .select(['r.number', 't.name as teamName', 'r.decideBy'])
    .where('r.id', '=', referralId);

/** What the page after sending says: nothing about the person. Runs as the worker. */
export const receiptOf = (tables: Tables, referralId: string): Promise<Receipt | undefined> =>
  receipt(tables, referralId).where('r.kind', '=', 'professional').executeTakeFirst();

/** The same for what this account took down in conversation. Runs as the worker. */
export const takenReceipt = (
  tables: Tables,
  { referralId, by }: { readonly referralId: string; readonly by: string },
): Promise<Receipt | undefined> => receipt(tables, referralId).where('r.createdBy', '=', by).executeTakeFirst();

/** Their last referral of an account that has no other way in than a link; undefined where there is none. Runs as the worker. */
export const lastReferralByEmail = (tables: Tables, email: string): Promise<{ accountId: string; referralId: string } | undefined> =>
  tables
    .selectFrom('account as a')
    .innerJoin('referral as r', 'r.referrerAccountId', 'a.id')
    .select(['a.id as accountId', 'r.id as referralId'])
    .where('a.email', '=', email.toLowerCase())
    .where('a.kind', '=', 'referrer')
    .where('a.closedOn', 'is', null)
    .orderBy('r.receivedAt', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Among these, the newest that says a thing is believed: one referral by another way does not make them type everything again. */
const rememberedOf = 20;

/** How they described themselves before, each thing as they last said it, so that nobody types it twice. Runs as the worker, for the account’s own referrals. */
export async function lastReferrer(tables: Tables, accountId: string) {
  const rows = await tables
    .selectFrom('referral')
    .select(['referrerJob', 'referrerOrganisation', 'referrerPhone', 'referrerEmail', 'door'])
    .where('referrerAccountId', '=', accountId)
    .orderBy('receivedAt', 'desc')
    .limit(rememberedOf)
    .execute();
  const last = (name: keyof (typeof rows)[number]): string => rows.find((row) => row[name] !== '')?.[name] ?? '';
  return {
    job: last('referrerJob'),
    organisation: last('referrerOrganisation'),
    phone: last('referrerPhone'),
    email: last('referrerEmail'),
    door: last('door'),
  };
}

/** The partner of the place for whom the account works. Runs as the worker. */
export const organisationOf = (tables: Tables, accountId: string): Promise<{ name: string; kind: string | null } | undefined> =>
  tables
    .selectFrom('account as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisationId')
    .select(['o.name', 'o.kind'])
    .where('a.id', '=', accountId)
    .executeTakeFirst();
