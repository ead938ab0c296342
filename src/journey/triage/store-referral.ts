// A referral with its answers and possible matches as triage reads them, and who else is reading it now.
import { atOnce } from '../../platform/database/at-once.ts';
import { changeNext } from '../../platform/database/next-version.ts';
import type { Tables } from '../../platform/web/context.ts';

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
  /** Nothing of it is said to them before somebody has spoken with them. */
  readonly mayNotKnow: boolean;
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
        'r.mayNotKnow',
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
export function moveReferral(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  to: string,
  change: Partial<{ readerId: string | null; decideBy: Date; rulesVersion: string }> = {},
): Promise<boolean> {
  return changeNext(tables, 'referral', at, { ...change, state: to });
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

/** Says that the visitor is here, and who else was in the last minute and a half. */
export async function beHere(
  tables: Tables,
  referralId: string,
  accountId: string,
  doing: 'reading' | 'deciding',
  now: Date,
): Promise<{ name: string; doing: string }[]> {
  const here = tables
    .insertInto('presence')
    .values({ referralId, accountId, doing, seenAt: now })
    .onConflict((conflict) => conflict.columns(['referralId', 'accountId']).doUpdateSet({ doing, seenAt: now }));
  const others = tables
    .selectFrom('presence as p')
    .innerJoin('account as a', 'a.id', 'p.accountId')
    .select(['a.name', 'p.doing'])
    .where('p.referralId', '=', referralId)
    .where('p.accountId', '<>', accountId)
    .where('p.seenAt', '>', new Date(now.getTime() - 90_000));
  return (await atOnce(tables, [() => here.execute(), () => others.execute()]))[1];
}
