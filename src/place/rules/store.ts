// The tables `rule_version`, `rule_trace`, `rule_replay` and `rule_fact`.

import { sql } from 'kysely';
import type { Purpose } from '../../platform/blueprint/blueprint.ts';
import type { RuleLine } from '../../platform/blueprint/in-force.ts';
import type { LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { OwnFact } from './facts.ts';
import type { RuleContent, RuleState, RuleVersion } from './model.ts';

const select = (tables: Tables) =>
  tables
    .selectFrom('ruleVersion as v')
    .leftJoin('account as proposer', 'proposer.id', 'v.proposedBy')
    .leftJoin('account as approver', 'approver.id', 'v.approvedBy')
    .select([
      'v.id',
      'v.serviceCode',
      'v.purpose',
      'v.number',
      'v.state',
      'v.content',
      'v.basedOn',
      'v.why',
      'v.startsOn',
      'v.endsOn',
      'v.authors',
      'v.proposedBy',
      'v.approvedBy',
      'v.comment',
      'v.edition',
      'v.createdAt',
      'proposer.name as proposedByName',
      'approver.name as approvedByName',
      sql<string>`md5(v.content::text)`.as('contentHash'),
      sql<string>`(select string_agg(a.name, ', ' order by a.name) from account a where a.id = any (v.authors))`.as('authorNames'),
    ]);

// The table's own checks keep purpose and state to the lists; content is written by this room only, from the shape it reads.
const asVersion = (row: Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>): RuleVersion => ({
  ...row,
  purpose: row.purpose as Purpose,
  state: row.state as RuleState,
  content: row.content as unknown as RuleContent,
  authorNames: row.authorNames ?? '',
});

export async function findVersion(tables: Tables, id: string): Promise<RuleVersion | null> {
  const row = await select(tables).where('v.id', '=', id).executeTakeFirst();
  return row ? asVersion(row) : null;
}

/** Of one table, or of all; newest first. */
export async function versionsIn(tables: Tables, states: readonly RuleState[], line?: RuleLine): Promise<RuleVersion[]> {
  const rows = await select(tables)
    .where('v.state', 'in', [...states])
    .$if(line !== undefined, (query) => query.where('v.serviceCode', '=', line?.service ?? '').where('v.purpose', '=', line?.purpose ?? ''))
    .orderBy('v.createdAt', 'desc')
    .limit(500)
    .execute();
  return rows.map(asVersion);
}

/** What was agreed, as little as tells whether it is known already. */
export const agreedKeys = (tables: Tables): Promise<{ id: string; endsOn: LocalDate | null }[]> =>
  tables.selectFrom('ruleVersion').select(['id', 'endsOn']).where('state', 'in', ['approved', 'stopped']).orderBy('id').execute();

export interface NewVersion {
  readonly id: string;
  readonly line: RuleLine;
  readonly number: number;
  readonly content: RuleContent;
  readonly basedOn: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export async function insertVersion(tables: Tables, { line, content, ...version }: NewVersion): Promise<void> {
  await tables
    .insertInto('ruleVersion')
    .values({ ...version, serviceCode: line.service, purpose: line.purpose, state: 'draft', content: JSON.stringify(content) })
    .execute();
}

export type VersionChange = Partial<{ content: RuleContent; state: RuleState; why: string; startsOn: LocalDate; comment: string }>;

/** False when somebody changed it since it was read. */
export async function changeVersion(
  tables: Tables,
  at: { readonly id: string; readonly edition: number },
  { content, ...change }: VersionChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('ruleVersion')
    .set({ ...change, ...(content ? { content: JSON.stringify(content) } : {}) })
    .set((row) => ({ edition: row('edition', '+', 1) }))
    .where('id', '=', at.id)
    .where('edition', '=', at.edition)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export interface TraceRow {
  readonly id: number;
  readonly from: string | null;
  readonly to: string;
  readonly at: Date;
  readonly by: string;
  readonly comment: string;
}

/** Every step and every change, oldest first. */
export const traceOf = (tables: Tables, id: string): Promise<TraceRow[]> =>
  tables
    .selectFrom('ruleTrace as t')
    .innerJoin('account as a', 'a.id', 't.accountId')
    .select(['t.id', 't.fromState as from', 't.toState as to', 't.at', 'a.name as by', 't.comment'])
    .where('t.ruleVersionId', '=', id)
    .orderBy('t.id')
    .limit(500)
    .execute();

/** Whether the text as it stands has been replayed. */
export async function isReplayed(tables: Tables, id: string): Promise<boolean> {
  const row = await tables
    .selectFrom('ruleVersion as v')
    .select('v.id')
    .where('v.id', '=', id)
    .where(sql<boolean>`exists (select from rule_replay r where r.rule_version_id = v.id and r.content_hash = md5(v.content::text))`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Proposed by others: what this account could approve, up to 100. */
export async function countToApprove(tables: Tables, accountId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select from rule_version where state = 'proposed' and not ${accountId}::uuid = any (authors) and proposed_by <> ${accountId}::uuid limit 100) counted`.execute(
    tables,
  );
  return rows[0]?.count ?? 0;
}

/** Facts made here, oldest first. */
export const ownFacts = (tables: Tables): Promise<OwnFact[]> =>
  tables
    .selectFrom('ruleFact as f')
    .innerJoin('account as a', 'a.id', 'f.createdBy')
    .select(['f.name', 'f.blueprint', 'f.label', 'f.question', 'f.codes', 'f.createdAt', 'a.name as by'])
    .orderBy('f.createdAt')
    .orderBy('f.name')
    .execute();

export async function insertFact(tables: Tables, fact: Omit<OwnFact, 'by'> & { readonly createdBy: string }): Promise<void> {
  await tables
    .insertInto('ruleFact')
    .values({ ...fact, codes: [...fact.codes] })
    .execute();
}
