// The words of the rule room: a version of a decision table, its states and who may take which step, and what it is for. Holds no table itself.
import type { Purpose, ServiceRules } from '../../platform/blueprint/blueprint.ts';
import type { LocalDate } from '../../platform/clock.ts';
import type { DecisionTable } from '../../platform/decisions/table.ts';
import type { AccessRole } from '../../platform/web/permission.ts';

export const ruleStates = ['draft', 'proposed', 'approved', 'stopped', 'set_aside'] as const;
export type RuleState = (typeof ruleStates)[number];

export interface RuleStep {
  readonly from: RuleState | null;
  readonly to: RuleState;
  readonly by: readonly AccessRole[];
  readonly needs?: string;
}

const writers = ['ADM', 'SNR', 'MGR'] as const satisfies readonly AccessRole[];
const approvers = ['SNR', 'MGR'] as const satisfies readonly AccessRole[];

/** As in the database's table `rule_step`; a test compares the two. What an approved version does next is its date, not a state. */
export const ruleSteps: readonly RuleStep[] = [
  { from: null, to: 'draft', by: writers },
  { from: 'draft', to: 'proposed', by: writers, needs: 'no faults, a first day, why, and a replay of the text as it stands' },
  { from: 'draft', to: 'set_aside', by: writers },
  { from: 'set_aside', to: 'draft', by: writers },
  { from: 'proposed', to: 'draft', by: writers },
  { from: 'proposed', to: 'approved', by: approvers, needs: 'somebody who wrote none of it and did not propose it' },
  { from: 'approved', to: 'stopped', by: approvers, needs: 'why; the version before holds again' },
];

/** Everybody who works here. */
export const ruleReaders: readonly AccessRole[] = [
  'TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'CO_HUB', 'HOST', 'HOU', 'EMP', 'SG', 'MGR', 'COM', 'IG', 'ADM',
]; // biome-ignore format: one line reads as the matrix does
export const ruleWriters: readonly AccessRole[] = writers;
export const ruleApprovers: readonly AccessRole[] = approvers;

/** What is kept of a version: all that is needed to work it out again, whatever the blueprint says by then. */
export type RuleContent = Pick<DecisionTable, 'name' | 'hitPolicy' | 'answersAlways' | 'inputs' | 'outputs' | 'rules'>;

export interface RuleVersion {
  readonly id: string;
  readonly serviceCode: string;
  readonly purpose: Purpose;
  readonly number: number;
  readonly state: RuleState;
  readonly content: RuleContent;
  /** Of the text as the database keeps it: whether a replay was of this very text. */
  readonly contentHash: string;
  readonly basedOn: string;
  readonly why: string;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly authors: readonly string[];
  readonly proposedBy: string | null;
  readonly approvedBy: string | null;
  readonly authorNames: string;
  readonly proposedByName: string | null;
  readonly approvedByName: string | null;
  readonly comment: string;
  readonly edition: number;
  readonly createdAt: Date;
}

/** Whoever did does not approve it. */
export const wrotePartOf = ({ authors, proposedBy }: RuleVersion, account: string): boolean =>
  authors.includes(account) || proposedBy === account;

/** What each purpose answers, as people ask it. */
export const purposeWords: Readonly<Record<Purpose, { readonly name: string; readonly asks: string }>> = {
  suggestion: { name: 'First step', asks: 'What is offered first, by whom and how soon' },
  fit: { name: 'Likely fit', asks: 'Whether another programme is likely to fit' },
  eligibility: { name: 'Whom it is for', asks: 'Whom the service was set up for, and what others are offered' },
  priority: { name: 'Who comes first', asks: 'The order of a list. It never leaves anybody out' },
};

/** “first-step 2”: how a decision names the version it used. */
export const versionName = ({ table }: Pick<ServiceRules, 'table'>): string => `${table.id} ${table.version}`;
