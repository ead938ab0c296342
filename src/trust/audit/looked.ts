// Who opened a record, newest first: for the person about themselves, and for the information-governance lead. The database decides whose entries are seen.
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

/** `before` is the id of the last entry of the page before. `without` leaves out accounts of which telling is unsafe. */
export async function looksAt(
  context: Context,
  personId: string,
  { before, without = [] }: { readonly before?: string | undefined; readonly without?: readonly string[] } = {},
): Promise<LooksPage> {
  let query = context.tables
    .selectFrom('auditPerson as p')
    .innerJoin('auditEntry as e', 'e.id', 'p.entryId')
    .select(['e.id', 'e.at', 'e.actor', 'e.role', 'e.kind', 'e.why', 'e.outcome', 'e.accountId'])
    .where('p.personId', '=', personId)
    // Ids are made in order of time, so the index on person and entry gives the page in order.
    .orderBy('p.entryId', 'desc')
    .limit(mostOnPage + 1);
  if (before) query = query.where('p.entryId', '<', before);
  if (without.length > 0)
    query = query.where((where) => where.or([where('e.accountId', 'is', null), where('e.accountId', 'not in', [...without])]));
  const rows = await query.execute();
  const looks = rows.slice(0, mostOnPage).map((row) => ({
    id: row.id,
    at: row.at,
    actor: row.actor,
    roles: row.role.split(' ').filter(Boolean),
    kind: row.kind,
    why: row.why,
    own: row.accountId !== null && row.accountId === context.visitor?.accountId,
    opened: row.outcome < 400,
  }));
  return { looks, next: rows.length > mostOnPage ? (looks.at(-1)?.id ?? null) : null };
}

/** Accounts of agencies whose sharing is kept from the person while telling them is unsafe (S14.2). Runs as the worker. */
export async function keptFrom(tables: Tables, personId: string): Promise<string[]> {
  const rows = await tables
    .selectFrom('sharingWithoutAgreement as s')
    .innerJoin('account as a', 'a.organisationId', 's.organisationId')
    .select('a.id')
    .where('s.personId', '=', personId)
    .where('s.keptFromPerson', '=', true)
    .where('s.endedAt', 'is', null)
    .where('a.kind', '=', 'staff')
    .execute();
  return rows.map((row) => row.id);
}
