// What working out a decision table gives back. Shapes only, made to be shown: every fact with its label and words, every row with its reason.
import type { CodeOf } from '../codes/codes.ts';
import type { OutputValues, Value } from './table.ts';
import type { MissingBecause } from './values.ts';

/** Facts by input name, as a form or record holds them. Names the table does not know are ignored. */
export type Facts = Readonly<Record<string, unknown>>;

export interface UsedFact {
  readonly input: string;
  readonly label: string;
  readonly value: Value;
  /** The value as a person would say it. */
  readonly words: string;
  readonly category: CodeOf<'dataCategory'>;
}

export interface MissingFact {
  readonly input: string;
  readonly label: string;
  readonly because: MissingBecause;
  readonly category: CodeOf<'dataCategory'>;
}

export interface FiredRule {
  readonly rule: string;
  readonly sentence: string;
  readonly reason: string;
  readonly reasonCode: string;
  /** What would change this. */
  readonly changes: string;
  readonly outputs: OutputValues;
  /** The facts this row looked at. Empty for a row that any facts meet. */
  readonly matched: readonly UsedFact[];
  /** Categories of those facts; who may not see one of them may not be shown the reason. */
  readonly categories: readonly CodeOf<'dataCategory'>[];
}

export interface FailingCell {
  readonly input: string;
  readonly label: string;
  /** Its present answer in words; why it is missing, when it is. */
  readonly actual: string;
  readonly value: Value | null;
  /** What the row needs instead, in words. */
  readonly needed: string;
  /** Values that would do, the nearest first; null stands for 'not asked'. */
  readonly values: readonly (Value | null)[];
}

export interface NearestRule {
  readonly rule: string;
  readonly sentence: string;
  readonly failing: readonly FailingCell[];
}

/** Why the table gave no answer. The queue goes on without a suggestion (hazard H11). */
export interface FailedEvaluation {
  readonly kind: 'failed';
  readonly reason: string;
  readonly rule?: string;
  readonly input?: string;
  readonly cell?: string;
}

export interface Evaluation {
  readonly table: string;
  readonly version: number;
  readonly fired: readonly FiredRule[];
  /** The outputs of the fired rules, in table order. */
  readonly outputs: readonly OutputValues[];
  readonly used: readonly UsedFact[];
  readonly missing: readonly MissingFact[];
  readonly nearest: NearestRule | null;
  readonly problem?: FailedEvaluation;
}
