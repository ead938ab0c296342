// The words of a decision table, in the model of DMN (Decision Model and Notation): inputs, rules and outputs, with cells written in FEEL.
// Holds shapes only. A table says why in plain words, because the person and the clinician read what it says.

import type { LocalDate } from '../clock.ts';
import type { CodeOf } from '../codes/codes.ts';

/** What a cell can be tested against. Codes are strings, many codes are a list, dates are 'YYYY-MM-DD'. */
export type Value = string | number | boolean | readonly string[];

/** UNIQUE: at most one rule may match. FIRST: the highest matching row. RULE ORDER and COLLECT: every matching row, in table order. */
export const hitPolicies = ['UNIQUE', 'FIRST', 'COLLECT', 'RULE ORDER'] as const;
export type HitPolicy = (typeof hitPolicies)[number];

export const inputTypes = ['code', 'codes', 'number', 'boolean', 'date'] as const;
export type InputType = (typeof inputTypes)[number];

/**
 * Grounds on which nobody may be turned away (MOS-2, S5.4). `whom_it_is_for` is the one permitted answer for a fact whose words sound like a
 * ground but which only says whom the service was set up for; a person has looked at it and said so.
 */
export const grounds = [
  'severity',
  'complexity',
  'diagnosis',
  'missed_visits',
  'housing',
  'substances',
  'motivation',
  'setting',
  'language',
  'who_they_are',
  'whom_it_is_for',
] as const;
export type Ground = (typeof grounds)[number];

export interface AllowedValue {
  readonly code: string;
  readonly label: string;
}

/** One column of facts. Numbers are whole unless `decimals`; `lowest` and `highest` bound them. */
export interface Input {
  readonly name: string;
  readonly label: string;
  readonly type: InputType;
  readonly values?: readonly AllowedValue[] | undefined;
  readonly lowest?: number | undefined;
  readonly highest?: number | undefined;
  readonly decimals?: boolean | undefined;
  /** Said after a number: 'years', 'days'. */
  readonly unit?: string | undefined;
  /** Decides who may read a reason that used this fact. */
  readonly category: CodeOf<'dataCategory'>;
  readonly about?: Ground | undefined;
  /** Where it is worked out from an answer: yes when one of these was given, no when another was, missing when none was. */
  readonly from?: { readonly question: string; readonly codes: readonly string[] } | undefined;
}

/** One column of conclusions. `excludes` lists the values that send a person elsewhere: rules giving one are held to MOS-2 and S5.4. */
export interface Output {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'boolean';
  readonly values?: readonly string[] | undefined;
  readonly required: boolean;
  readonly excludes?: readonly string[] | undefined;
  /** True where it only puts a list in order: the one use of who somebody is (equality answers) beside whom a service was set up for. */
  readonly orders?: boolean | undefined;
}

export type OutputValues = Readonly<Record<string, string | number | boolean>>;

/** One row. A cell left out, or '-', is met by anything. */
export interface Rule {
  readonly id: string;
  /** The whole row in one plain sentence. */
  readonly sentence: string;
  /** FEEL unary tests by input name. */
  readonly cells: Readonly<Record<string, string>>;
  readonly outputs: OutputValues;
  /** Why, in words the person and the clinician can both read. */
  readonly reason: string;
  readonly reasonCode: string;
  /** What would change this. */
  readonly changes: string;
}

export interface DecisionTable {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo?: LocalDate | undefined;
  readonly hitPolicy: HitPolicy;
  /** True where no answer at all would fail someone: then every combination of answers, missing ones included, must meet a row. */
  readonly answersAlways: boolean;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly rules: readonly Rule[];
}

/** Met by anything, asked or not. */
export const ANY = '-';

/** The cell of a rule under an input, '-' where the rule does not look. */
export const cellOf = (rule: Rule, input: Input): string => rule.cells[input.name]?.trim() ?? ANY;
