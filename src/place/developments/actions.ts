// What people here do with proposals, developments and the money behind them. Consultations are written in consulting.ts and answered in answering.ts.
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { moversOf, overtaken, permit } from '../../platform/lifecycle.ts';
import { failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import type { Development, Funding, FundingLine, Proposal, ProposalState } from './model.ts';
import { proposalLifecycle, proposers } from './model.ts';
import {
  changeDevelopment,
  changeFundingLine,
  developments,
  endFunding,
  findProposal,
  fundingLines,
  fundings,
  insertDevelopment,
  insertFundingLine,
  insertProposal,
  linkFunding,
  mostKept,
  moveProposal,
  showProposals,
} from './store.ts';

export { countAnswers, countByGroup, findConsultation, publishedTexts, type Response, responses } from './store-consultations.ts';

export const manages = ({ visitor }: Pick<Context, 'visitor'>): boolean => visitor?.roles.some(({ access }) => access === 'MGR') ?? false;
export const mayPropose = ({ visitor }: Pick<Context, 'visitor'>): boolean =>
  visitor?.roles.some(({ access }) => proposers.includes(access)) ?? false;

type Written = Pick<Proposal, 'title' | 'words' | 'why' | 'authorName' | 'authorRole' | 'developmentId'>;

/** Logs what a recovery partner proposes, under the name they wish. It stays as it was made. */
export async function propose(context: SignedIn, written: Written): Promise<string> {
  const id = context.identify();
  await insertProposal(context.tables, { id, ...written, createdAt: context.now, createdBy: context.visitor.accountId });
  return id;
}

export interface ProposalStep {
  readonly id: string;
  readonly version: number;
  readonly to: ProposalState;
  /** Why it was agreed or not. */
  readonly reason: string;
  /** What changed, and since which day. */
  readonly result: string;
  readonly resultOn: LocalDate | null;
}

/** Moves a proposal one step, as the transition table allows. Nothing that was decided is ever changed. */
export async function stepProposal(context: SignedIn, step: ProposalStep): Promise<Result<null>> {
  const proposal = await findProposal(context.tables, step.id);
  if (!proposal) return failure(notFound);
  if (proposal.version !== step.version) return failure(overtaken);
  const { to, reason, result, resultOn } = step;
  const may = permit(proposalLifecycle, { from: proposal.state, to, by: moversOf(context), reason });
  if (!may.ok) return may;
  if (to === 'result') {
    const faults = [
      ...(result === '' ? [{ field: 'result', message: 'Say what changed.' }] : []),
      ...(resultOn === null ? [{ field: 'result_on', message: 'Say since which day, with day, month and year.' }] : []),
      ...(resultOn !== null && resultOn > localDate(context.now)
        ? [{ field: 'result_on', message: 'A result has a day that has come.' }]
        : []),
    ];
    if (faults.length > 0) return failure(invalid(faults));
  }
  const moved = await moveProposal(context.tables, proposal, {
    state: to,
    ...(to === 'agreed' || to === 'not_agreed' ? { reason } : {}),
    ...(to === 'result' && resultOn !== null ? { result, resultOn } : {}),
  });
  return moved ? success(null) : failure(overtaken);
}

/** Whether everybody may read the log of proposals. */
export const publishProposals = (context: SignedIn, shown: boolean): Promise<void> => showProposals(context.tables, shown);

const tooMany = failure({
  status: 422,
  title: 'There are too many to keep in one list',
  detail: 'End what is over, and write what is left together.',
});

/** A new development, or words and cost of one that is there. Returns its id. */
export async function writeDevelopment(
  context: SignedIn,
  { id, ...written }: Omit<Development, 'id'> & { readonly id: string | null },
): Promise<Result<string>> {
  if (id !== null) return (await changeDevelopment(context.tables, { id, ...written })) ? success(id) : failure(overtaken);
  if ((await developments(context.tables)).length >= mostKept) return tooMany;
  const { version: _, ...row } = written;
  const made = context.identify();
  await insertDevelopment(context.tables, { id: made, ...row, createdAt: context.now, createdBy: context.visitor.accountId });
  return success(made);
}

/** A new funding line, or one that is there as it is now. Returns its id. */
export async function writeFundingLine(
  context: SignedIn,
  { id, ...written }: Omit<FundingLine, 'id'> & { readonly id: string | null },
): Promise<Result<string>> {
  if (written.toOn !== null && written.toOn < written.fromOn)
    return failure(invalid([{ field: 'to_on', message: 'The last day comes after the first, or leave it empty.' }]));
  if (id !== null) return (await changeFundingLine(context.tables, { id, ...written })) ? success(id) : failure(overtaken);
  if ((await fundingLines(context.tables)).length >= mostKept) return tooMany;
  const { version: _, ...row } = written;
  const made = context.identify();
  await insertFundingLine(context.tables, { id: made, ...row, createdAt: context.now, createdBy: context.visitor.accountId });
  return success(made);
}

/** Says that a line pays for a development, and how much of it; or that it no longer does. */
export async function payFor(context: SignedIn, link: Omit<Funding, 'version'> & { readonly ends: boolean }): Promise<Result<null>> {
  const { ends, ...row } = link;
  const known =
    (await developments(context.tables)).some(({ id }) => id === row.developmentId) &&
    (await fundingLines(context.tables)).some(({ id }) => id === row.fundingLineId);
  if (!known) return failure(notFound);
  if (ends) await endFunding(context.tables, row, context.now);
  else await linkFunding(context.tables, { ...row, createdAt: context.now, createdBy: context.visitor.accountId });
  return success(null);
}

export interface Money {
  readonly developments: readonly Development[];
  readonly lines: readonly FundingLine[];
  readonly fundings: readonly Funding[];
}

/** Every development, every line and what pays for what. */
export const moneyOf = async ({ tables }: SignedIn): Promise<Money> => ({
  developments: await developments(tables),
  lines: await fundingLines(tables),
  fundings: await fundings(tables),
});
