// Who opened a record, newest first: for the person about themselves, and for the information-governance lead. The database decides whose entries are seen.
import { sql } from 'kysely';
import type { Context, Tables } from '../../platform/web/context.ts';

export interface Look {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  /** Access codes held, with spaces between. */
  readonly roles: readonly string[];
  /** What was done, in the past tense: 'read the referral'. */
  readonly kind: string;
  readonly why: string;
  /** Whether it was the reader's own doing. */
  readonly own: boolean;
  /** False where they were refused or met a fault. */
  readonly opened: boolean;
}

export interface LooksPage {
  readonly looks: readonly Look[];
  /** Id to go on from; null at the end. */
  readonly next: string | null;
}

const mostOnPage = 50;
/** For the person, who reads visits: several entries are one line. */
export const mostForThePerson = 200;

/** What an account did in a stretch of time, of which telling the person is unsafe; what anybody did, where the account is null. */
export interface KeptLook {
  readonly accountId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Kinds of the audit that would tell somebody of a concern they do not know of; so would whoever decides about such. */
const aboutConcerns = 'safeguarding.%';

/** `before` is the id of the last entry of the page before. `without` leaves out what it is unsafe to tell. */
export async function looksAt(
  context: Context,
  personId: string,
  {
    before,
    without = [],
    concernsKept = false,
    most = mostOnPage,
  }: {
    readonly before?: string | undefined;
    readonly without?: readonly KeptLook[];
    readonly concernsKept?: boolean;
    readonly most?: number;
  } = {},
): Promise<LooksPage> {
  let query = context.tables
    .selectFrom('auditPerson as p')
    .innerJoin('auditEntry as e', 'e.id', 'p.entryId')
    .select(['e.id', 'e.at', 'e.actor', 'e.role', 'e.kind', 'e.why', 'e.outcome', 'e.accountId'])
    .where('p.personId', '=', personId)
    // Ids are made in order of time, so the index on person and entry gives the page in order.
    .orderBy('p.entryId', 'desc')
    .limit(most + 1);
  if (before) query = query.where('p.entryId', '<', before);
  if (concernsKept)
    query = query.where('e.kind', 'not like', aboutConcerns).where(sql<boolean>`not ('SG' = any (string_to_array(e.role, ' ')))`);
  for (const { accountId, from, to } of without)
    query = query.where((where) =>
      where.or([
        ...(accountId === null ? [] : [where('e.accountId', 'is', null), where('e.accountId', '<>', accountId)]),
        ...(from ? [where('e.at', '<', from)] : []),
        ...(to ? [where('e.at', '>', to)] : []),
      ]),
    );
  const rows = await query.execute();
  const looks = rows.slice(0, most).map((row) => lookOf(row, context.visitor?.accountId));
  return { looks, next: rows.length > most ? (looks.at(-1)?.id ?? null) : null };
}

interface Entry {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly role: string;
  readonly kind: string;
  readonly why: string;
  readonly outcome: number;
  readonly accountId: string | null;
}

const lookOf = (row: Entry, reader: string | undefined): Look => ({
  id: row.id,
  at: row.at,
  actor: row.actor,
  roles: row.role.split(' ').filter(Boolean),
  kind: row.kind,
  why: row.why,
  own: row.accountId !== null && row.accountId === reader,
  opened: row.outcome < 400,
});

/** What one account opened of one record in a stretch of time, newest first, 200 at most. Runs as the worker, for whoever may see why it was opened. */
export async function looksDuring(
  tables: Tables,
  { accountId, personId, from, to }: { readonly accountId: string; readonly personId: string; readonly from: Date; readonly to: Date },
): Promise<readonly Look[]> {
  const rows = await tables
    .selectFrom('auditPerson as p')
    .innerJoin('auditEntry as e', 'e.id', 'p.entryId')
    .select(['e.id', 'e.at', 'e.actor', 'e.role', 'e.kind', 'e.why', 'e.outcome', 'e.accountId'])
    .where('p.personId', '=', personId)
    .where('p.at', '>=', from)
    .where('p.at', '<=', to)
    .where('e.accountId', '=', accountId)
    .orderBy('p.at', 'desc')
    .orderBy('p.entryId', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => lookOf(row, undefined));
}

/** Whether something about their safety is kept from the person for now. Runs as the worker. */
export const keepsConcerns = async (tables: Tables, personId: string): Promise<boolean> =>
  !!(await tables
    .selectFrom('heldBack')
    .select('rowId')
    .where('personId', '=', personId)
    .where('category', '=', 'safety')
    .executeTakeFirst());

const aMinute = 60_000;

/** Referrals of theirs that they may not know of, and who made them. Runs as the worker. */
export const askedInConfidence = (tables: Tables, personId: string) =>
  tables
    .selectFrom('referral')
    .select(['id', 'referrerAccountId', 'createdAt'])
    .where(
      'id',
      '=',
      sql<string>`any(array(select r.id from referral r where r.person_id = ${personId})
        || array(select l.referral_id from identity_link l where l.from_person_id = ${personId} and l.undone_at is null))`,
    )
    .where('mayNotKnow', '=', true)
    .execute();

/**
 * What is kept from the person while telling them is unsafe (S14.2): agencies we share with, records opened in an emergency, and that somebody asked for help
 * for them in confidence. Runs as the worker.
 */
export async function keptFrom(tables: Tables, personId: string): Promise<KeptLook[]> {
  const agencies = await tables
    .selectFrom('sharingWithoutAgreement as s')
    .innerJoin('account as a', 'a.organisationId', 's.organisationId')
    .select('a.id')
    .distinct()
    .where('s.personId', '=', personId)
    .where('s.keptFromPerson', '=', true)
    .where('s.endedAt', 'is', null)
    .where('a.kind', '=', 'staff')
    .execute();
  const openings = await tables
    .selectFrom('emergencyOpening')
    .select(['accountId', 'openedAt', 'endedAt', 'until'])
    .where('personId', '=', personId)
    .where('keptFromPerson', '=', true)
    .execute();
  const asked = await askedInConfidence(tables, personId);
  return [
    ...asked.flatMap(({ referrerAccountId, createdAt }) => [
      { accountId: null, from: new Date(createdAt.getTime() - aMinute), to: new Date(createdAt.getTime() + aMinute) },
      ...(referrerAccountId === null ? [] : [{ accountId: referrerAccountId, from: createdAt, to: null }]),
    ]),
    ...agencies.map(({ id }) => ({ accountId: id, from: null, to: null })),
    ...openings.map(({ accountId, openedAt, endedAt, until }) => ({ accountId, from: openedAt, to: endedAt ?? until })),
  ];
}
