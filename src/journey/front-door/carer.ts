// What whoever asked for somebody at home may hear of it: only what that person allows, said by them or written down by who asked them (S3.8).
import { type SqlBool, sql } from 'kysely';
import { record } from '../../platform/events.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import type { Context, Tables } from '../../platform/web/context.ts';

export const mayKnow = ['not_asked', 'yes', 'no'] as const;
export type MayKnow = (typeof mayKnow)[number];

export interface AskedByCarer {
  readonly referralId: string;
  readonly number: number;
  /** As they named themselves; never empty. */
  readonly carer: string;
  readonly relation: string;
  readonly receivedAt: Date;
  readonly mayKnow: MayKnow;
}

const mostShown = 10;

const byCarers = (tables: Tables) =>
  tables
    .selectFrom('referral as r')
    .select(['r.id as referralId', 'r.number', 'r.referrerName as carer', 'r.referrerJob as relation', 'r.receivedAt', 'r.carerMayKnow'])
    .where('r.kind', '=', 'carer')
    .where('r.referrerName', '<>', '');

type Row = Awaited<ReturnType<ReturnType<typeof byCarers>['executeTakeFirstOrThrow']>>;
const asked = ({ carerMayKnow, ...row }: Row): AskedByCarer => ({ ...row, number: Number(row.number), mayKnow: carerMayKnow as MayKnow }); // checked by the table

/** Null where they asked for themselves or a professional did. */
export async function carerOf(tables: Tables, referralId: string): Promise<AskedByCarer | null> {
  const row = await byCarers(tables).where('r.id', '=', referralId).executeTakeFirst();
  return row ? asked(row) : null;
}

/**
 * Whoever asked for them, newest first, for the person’s own page: those who said that the person knows of it, or about whom the person was asked since.
 * Others asked in confidence, and a worker speaks to the person first.
 */
export const askedForThem = async (tables: Tables, personId: string): Promise<AskedByCarer[]> =>
  (
    await byCarers(tables)
      .where('r.personId', '=', personId)
      .where((where) =>
        where.or([
          where('r.carerMayKnow', '<>', 'not_asked'),
          where.exists(
            where
              .selectFrom('referralAnswer as a')
              .select('a.id')
              .whereRef('a.referralId', '=', 'r.id')
              .where('a.question', '=', 'do_they_know')
              .where(sql<SqlBool>`'yes' = any (a.codes)`),
          ),
        ]),
      )
      .orderBy('r.receivedAt', 'desc')
      .limit(mostShown)
      .execute()
  ).map(asked);

/** Keeps what the person said. The database lets themselves and those who triage write it. */
export async function letCarerKnow(
  context: Context,
  { referralId, answer }: { readonly referralId: string; readonly answer: 'yes' | 'no' },
): Promise<Result<AskedByCarer>> {
  const row = await context.tables
    .updateTable('referral')
    .set({ carerMayKnow: answer })
    .where('id', '=', referralId)
    .where('kind', '=', 'carer')
    .returning('personId')
    .executeTakeFirst();
  const kept = row && (await carerOf(context.tables, referralId));
  if (!kept) return failure(notFound);
  context.touch(row.personId);
  await record(context, {
    personId: row.personId,
    category: 'contact',
    kind: 'referral.carer_may_know',
    subjectKind: 'referral',
    subjectId: referralId,
    data: { answer },
  });
  return success(kept);
}
