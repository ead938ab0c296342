// Proposals, developments and the money behind them, as rows. Who may read and write them is the database's to decide.
import type { LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { Development, Funding, FundingLine, Proposal, ProposalState, ProposalTrace, Stage } from './model.ts';

const proposals = (tables: Tables) =>
  tables
    .selectFrom('proposal as p')
    .leftJoin('account as d', 'd.id', 'p.decidedBy')
    .leftJoin('development as v', 'v.id', 'p.developmentId')
    .select([
      'p.id',
      'p.state',
      'p.title',
      'p.words',
      'p.why',
      'p.authorName',
      'p.authorRole',
      'p.reason',
      'd.name as decidedBy',
      'p.decidedAt',
      'p.result',
      'p.resultOn',
      'p.developmentId',
      'v.name as developmentName',
      'p.createdAt',
      'p.version',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof proposals>['executeTakeFirstOrThrow']>>;
const asProposal = (row: Row): Proposal => ({ ...row, state: row.state as ProposalState }); // checked by the table

export const mostListed = 50;

/** Newest first, before the proposal of that id, and the id before which there are more: ids follow time. */
export async function listProposals(
  tables: Tables,
  before?: string,
): Promise<{ readonly proposals: readonly Proposal[]; readonly next: string | undefined }> {
  const rows = await proposals(tables)
    .$if(before !== undefined, (query) => query.where('p.id', '<', before ?? ''))
    .orderBy('p.id', 'desc')
    .limit(mostListed + 1)
    .execute();
  const shown = rows.slice(0, mostListed).map(asProposal);
  return { proposals: shown, next: rows.length > mostListed ? shown.at(-1)?.id : undefined };
}

export async function findProposal(tables: Tables, id: string): Promise<Proposal | null> {
  const row = await proposals(tables).where('p.id', '=', id).executeTakeFirst();
  return row ? asProposal(row) : null;
}

/** Every step that was taken, the first first. */
export const tracesOf = async (tables: Tables, id: string): Promise<ProposalTrace[]> =>
  (
    await tables
      .selectFrom('proposalTrace as t')
      .innerJoin('account as a', 'a.id', 't.accountId')
      .select(['t.toState as to', 't.at', 'a.name as by', 't.words'])
      .where('t.proposalId', '=', id)
      .orderBy('t.id')
      .execute()
  ).map((row) => ({ ...row, to: row.to as ProposalState })); // checked by the table it was traced from

export type NewProposal = Pick<Proposal, 'id' | 'title' | 'words' | 'why' | 'authorName' | 'authorRole' | 'developmentId' | 'createdAt'> & {
  readonly createdBy: string;
};
export const insertProposal = (tables: Tables, row: NewProposal): Promise<unknown> =>
  tables
    .insertInto('proposal')
    .values({ ...row, state: 'proposed' })
    .execute();

/** False when somebody moved it since. */
export async function moveProposal(
  tables: Tables,
  { id, version }: Pick<Proposal, 'id' | 'version'>,
  change: { readonly state: ProposalState; readonly reason?: string; readonly result?: string; readonly resultOn?: LocalDate },
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('proposal')
    .set(change)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export const readPage = async (tables: Tables): Promise<{ readonly proposalsPublic: boolean; readonly version: number }> =>
  tables.selectFrom('developmentsPage').select(['proposalsPublic', 'version']).executeTakeFirstOrThrow();

export const showProposals = async (tables: Tables, shown: boolean): Promise<void> => {
  await tables
    .updateTable('developmentsPage')
    .set((set) => ({ proposalsPublic: shown, version: set('version', '+', 1) }))
    .execute();
};

/** A place has tens of them, not thousands: they are read whole. */
export const mostKept = 500;

export const developments = async (tables: Tables): Promise<Development[]> =>
  (
    await tables
      .selectFrom('development')
      .select(['id', 'name', 'words', 'stage', 'since', 'costPence', 'version'])
      .orderBy('id')
      .limit(mostKept)
      .execute()
  ).map((row) => ({ ...row, stage: row.stage as Stage })); // checked by the table

export const fundingLines = (tables: Tables): Promise<FundingLine[]> =>
  tables
    .selectFrom('fundingLine')
    .select(['id', 'name', 'funder', 'amountPence', 'fromOn', 'toOn', 'recurring', 'version'])
    .orderBy('id')
    .limit(mostKept)
    .execute();

export const fundings = (tables: Tables): Promise<Funding[]> =>
  tables
    .selectFrom('developmentFunding')
    .select(['developmentId', 'fundingLineId', 'amountPence', 'version'])
    .where('endedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('developmentId')
    .limit(mostKept)
    .execute();

interface Made {
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const insertDevelopment = (tables: Tables, row: Omit<Development, 'version'> & Made): Promise<unknown> =>
  tables.insertInto('development').values(row).execute();

export const insertFundingLine = (tables: Tables, row: Omit<FundingLine, 'version'> & Made): Promise<unknown> =>
  tables.insertInto('fundingLine').values(row).execute();

/** False when somebody changed it since. */
export async function changeDevelopment(tables: Tables, { id, version, ...words }: Development): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('development')
    .set({ ...words, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False when somebody changed it since. */
export async function changeFundingLine(tables: Tables, { id, version, ...words }: FundingLine): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('fundingLine')
    .set({ ...words, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Links a development to money, or says anew how much of it. */
export const linkFunding = (tables: Tables, row: Omit<Funding, 'version'> & Made): Promise<unknown> =>
  tables
    .insertInto('developmentFunding')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['developmentId', 'fundingLineId'])
        .doUpdateSet((set) => ({ amountPence: row.amountPence, endedAt: null, version: set('developmentFunding.version', '+', 1) })),
    )
    .execute();

/** The link no longer holds; that it held stays. */
export const endFunding = (tables: Tables, link: Pick<Funding, 'developmentId' | 'fundingLineId'>, now: Date): Promise<unknown> =>
  tables
    .updateTable('developmentFunding')
    .set((set) => ({ endedAt: now, version: set('version', '+', 1) }))
    .where('developmentId', '=', link.developmentId)
    .where('fundingLineId', '=', link.fundingLineId)
    .where('endedAt', 'is', null)
    .execute();
