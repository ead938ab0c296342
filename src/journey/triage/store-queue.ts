// The queue as triage reads it: open referrals by time left, one page by keyset.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import { saysUnsafe } from './facts.ts';
import type { QueueFilter, QueueItem } from './model.ts';

export interface QueuePage {
  readonly after?: { readonly decideBy: Date; readonly id: string };
  readonly filter: QueueFilter;
  readonly accountId: string;
  readonly most: number;
}

const openInTriage = ['submitted', 'in_triage', 'waiting_info', 'unreachable'] as const;

/** Whether there is one, looked for in each row of the page. As `exists`, the database may read all of the place at once instead. */
const hasOne = (rows: RawBuilder<unknown>) => sql<boolean>`coalesce((select true ${rows} limit 1), false)`;
/** One condition for all facts that are unsafe by the same codes. */
const unsafeCodes = [...Map.groupBy(Object.entries(saysUnsafe), ([, codes]) => codes.join(' ')).values()].map((facts) => {
  const named = facts.map(([fact]) => fact);
  const codes = facts[0]?.[1] ?? [];
  return codes.length === 0 ? sql`fact = any(${named}::text[])` : sql`fact = any(${named}::text[]) and a.codes && ${[...codes]}::text[]`;
});
// The names come first and in comparisons that tell nothing of a row: only answers to these questions are asked of the policy, not all that was told. What was
// heard at the desk is numbered: 'heard_7_safe_now'.
const safetyAnswer = (referral: string) =>
  hasOne(sql`from referral_answer a cross join lateral (select regexp_replace(a.question, '^heard_[0-9]+_', '') as fact) said
    where a.referral_id = ${sql.ref(referral)} and a.status = 'answered'
      and (a.question = any(${Object.keys(saysUnsafe)}::text[]) or a.question collate "C" >= 'heard_' and a.question collate "C" < 'heard_a')
      and (${sql.join(unsafeCodes, sql` or `)})`);
const toCountersign = (referral: string) =>
  hasOne(sql`from triage_decision d where d.referral_id = ${sql.ref(referral)} and d.state = 'awaiting_countersign'`);

/** The last decision came back from a second clinician; earlier ones were overtaken. */
const givenBack = (referral: string) =>
  sql<boolean>`coalesce((select d.state = 'drafted' and d.countersign_comment <> '' from triage_decision d
    where d.referral_id = ${sql.ref(referral)} order by d.created_at desc, d.id desc limit 1), false)`;

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
            'r.mayNotKnow',
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
      'r.readerId',
      'r.mayNotKnow',
    ])
    .select([
      sql<string>`coalesce((select a.words from referral_answer a where a.referral_id = r.id and a.question in ('happening', 'why_now') and a.words <> '' order by a.position limit 1), '')`.as(
        'ownWords',
      ),
      safetyAnswer('r.id').as('safetyAnswer'),
      hasOne(sql`from possible_match m where m.referral_id = r.id and m.state = 'open'`).as('possibleMatch'),
      hasOne(
        sql`from contact_point c where c.person_id = r.person_id and c.replaced_at is null and (c.shared in ('yes', 'not_sure') or c.safe_to_use <> 'safe')`,
      ).as('safeContact'),
      toCountersign('r.id').as('awaitingCountersign'),
      givenBack('r.id').as('givenBack'),
    ])
    .orderBy('r.decideBy')
    .orderBy('r.id')
    .execute();
  return rows.map(({ knownAs, givenName, familyName, ...row }) => ({
    ...row,
    name: [knownAs || givenName, familyName].filter(Boolean).join(' ') || 'No name given',
  }));
}

/** Whose decision is due first of those in this list that these teams can still decide; null when there is none but this one. */
export async function nextToDecide(
  tables: Tables,
  teamIds: readonly string[],
  { referralId, filter, accountId }: { readonly referralId: string; readonly filter: QueueFilter; readonly accountId: string },
): Promise<string | null> {
  const listed = decidableIn(filter, accountId);
  if (!listed) return null;
  const { rows } = await sql<{ id: string }>`
    select first.id from unnest(${[...teamIds]}::uuid[]) team
    cross join lateral (
      select r.id, r.decide_by from referral r
      where r.team_id = team and r.state in ('submitted', 'in_triage') and r.id <> ${referralId} and not ${toCountersign('r.id')} and ${listed}
      order by r.decide_by, r.id limit 1) first
    order by first.decide_by, first.id limit 1`.execute(tables);
  return rows[0]?.id ?? null;
}

/** What the list asks for beside being open; undefined where nobody in it can be decided by whoever reads it. */
function decidableIn(filter: QueueFilter, accountId: string): RawBuilder<unknown> | undefined {
  switch (filter) {
    case 'everyone':
      return sql`true`;
    case 'mine':
      return sql`r.reader_id = ${accountId}`;
    case 'safety':
      return safetyAnswer('r.id');
    case 'countersign':
    case 'waiting':
      return undefined;
  }
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
