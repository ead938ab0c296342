// The tables `sharing_agreement` and `agreement_trace`. Who may write them, and which step follows which, is the database's to hold.
import { type SqlBool, sql } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import { type Agreement, type AgreementState, type AgreementTrace, daysBefore, keepers } from './model.ts';

export const mostListed = 50;

const agreements = (tables: Tables) =>
  tables
    .selectFrom('sharingAgreement as g')
    .innerJoin('organisation as o', 'o.id', 'g.organisationId')
    .leftJoin('account as c', 'c.id', 'g.confirmedBy')
    .select([
      'g.id', 'g.name', 'g.organisationId', 'o.name as organisation', 'g.purpose', 'g.categories', 'g.lawfulBasis', 'g.state', 'g.startsOn', 'g.endsOn', 'g.security', 'g.retention',
      'g.reviewOn', 'g.document', 'g.authors', 'g.sentBy', 'g.signedForUs', 'g.signedForThem', 'g.signedOn', 'c.name as confirmedBy', 'g.afterEnd', 'g.edition',
    ]); // biome-ignore format: one list reads as one list

type Row = Awaited<ReturnType<ReturnType<typeof agreements>['executeTakeFirstOrThrow']>>;
const asAgreement = (row: Row): Agreement => ({ ...row, state: row.state as AgreementState }); // checked by the table

/** The last to end first, after the one of that id; and the id after which there are more. */
export async function listAgreements(
  tables: Tables,
  after?: string,
): Promise<{ readonly rows: readonly Agreement[]; readonly next: string | undefined }> {
  const rows = await agreements(tables)
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(g.ends_on, g.id) < (select l.ends_on, l.id from sharing_agreement l where l.id = ${after ?? ''}::uuid)`),
    )
    .orderBy('g.endsOn', 'desc')
    .orderBy('g.id', 'desc')
    .limit(mostListed + 1)
    .execute();
  const shown = rows.slice(0, mostListed).map(asAgreement);
  return { rows: shown, next: rows.length > mostListed ? shown.at(-1)?.id : undefined };
}

export async function findAgreement(tables: Tables, id: string): Promise<Agreement | null> {
  const row = await agreements(tables).where('g.id', '=', id).executeTakeFirst();
  return row ? asAgreement(row) : null;
}

/** Every step that was taken, the first first; 100 at most. */
export const tracesOf = async (tables: Tables, id: string): Promise<AgreementTrace[]> =>
  (
    await tables
      .selectFrom('agreementTrace as t')
      .leftJoin('account as a', 'a.id', 't.accountId')
      .select(['t.toState as to', 't.at', 'a.name as by', 't.comment as words'])
      .where('t.agreementId', '=', id)
      .orderBy('t.id')
      .limit(100)
      .execute()
  ).map((row) => ({ ...row, to: row.to as AgreementState })); // checked by the table it was traced from

export const organisations = (tables: Tables): Promise<{ id: string; name: string }[]> =>
  tables.selectFrom('organisation').select(['id', 'name']).orderBy('name').limit(300).execute();

export interface TermsRow {
  readonly name: string;
  readonly purpose: string;
  readonly categories: string[];
  readonly lawfulBasis: string;
  readonly security: string;
  readonly retention: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly reviewOn: LocalDate;
  readonly document: string;
}

export const insertAgreement = async (
  tables: Tables,
  row: TermsRow & { readonly id: string; readonly organisationId: string; readonly createdAt: Date; readonly createdBy: string },
): Promise<void> => {
  await tables
    .insertInto('sharingAgreement')
    .values({ ...row, state: 'draft' })
    .execute();
};

/** What a step may change beside the state. */
type Change = Partial<TermsRow> & {
  readonly state?: AgreementState;
  readonly signedForUs?: string;
  readonly signedForThem?: string;
  readonly signedOn?: LocalDate;
  readonly afterEnd?: string;
  readonly comment?: string;
};

/** False when it was changed since. */
export async function changeAgreement(
  tables: Tables,
  at: { readonly id: string; readonly edition: number },
  change: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('sharingAgreement')
    .set(change)
    .where('id', '=', at.id)
    .where('edition', '=', at.edition)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Accounts that keep agreements today, without some of them. Runs as the worker. */
export async function keepersBut(tables: Tables, without: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from membership m join account a on a.id = m.account_id
    where m.access = any (${[...keepers]}::text[]) and a.id <> all (${[...without]}::uuid[])
      and m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day()) and (a.closed_on is null or a.closed_on > current_day())
    order by a.id limit 50`.execute(tables);
  return rows.map(({ id }) => id);
}

/** Whatever the day has brought: begun, to be looked at again, over. Ids by what became of them, 500 at most. Runs as the worker. */
export async function moveByTheDay(tables: Tables): Promise<readonly { readonly id: string; readonly state: AgreementState }[]> {
  const { rows } = await sql<{ id: string; state: AgreementState }>`
    update sharing_agreement g set state = due.state
    from (
      select id, case
        when state = 'signed' and starts_on <= current_day() and ends_on >= current_day() then 'active'
        when state in ('active', 'review_due') and ends_on < current_day() then 'expired'
        when state = 'active' and review_on - ${daysBefore}::int <= current_day() then 'review_due'
      end as state
      from sharing_agreement where state in ('signed', 'active', 'review_due')
      order by id limit 500 for update skip locked
    ) due
    where due.id = g.id and due.state is not null
    returning g.id, g.state`.execute(tables);
  return rows;
}

/** As it stands after its first day has come. Runs as the worker. */
export const beginNow = async (tables: Tables, id: string): Promise<void> => {
  await sql`update sharing_agreement set state = 'active'
    where id = ${id} and state = 'signed' and starts_on <= current_day() and ends_on >= current_day()`.execute(tables);
};

/** How many wait for this keeper: to be confirmed, where they wrote none of it, or to be looked at again; up to 20. */
export async function waitingFor(tables: Tables, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from sharing_agreement
      where state = 'review_due' or state = 'in_review' and sent_by <> ${accountId} and not ${accountId}::uuid = any (authors)
      limit 20) waiting`.execute(tables);
  return rows[0]?.count ?? 0;
}
