// Turns levels of agreement into a probability with its reasons, by Fellegi and Sunter's weights in bits (log base 2 of m over u).
import { type FieldName, fields, offsets } from './fields.ts';
import { amongHome, type FieldLevels, fieldAt, homeShownBy, sharesHome } from './levels.ts';
import type { LinkageModel } from './parameters.ts';
import type { PreparedPerson } from './record.ts';

export interface Evidence {
  readonly field: FieldName;
  readonly level: string;
  /** Positive speaks for one person, negative for two. One bit doubles or halves the odds. */
  readonly bits: number;
  /** What is the same, to be listed with others; or a sentence of its own; '' says nothing to a reader. */
  readonly same: string;
  readonly words: string;
}

/** `same`: could hardly be two people. `ask`: a person decides. `different`: not worth showing. */
export type Outcome = 'same' | 'ask' | 'different';

export interface Weighed {
  readonly probability: number;
  /** The sum of all evidence and the prior, in bits. */
  readonly weight: number;
  readonly outcome: Outcome;
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
}

export interface Thresholds {
  readonly same: number;
  readonly ask: number;
}

export const thresholds: Thresholds = { same: 0.999, ask: 0.01 };

/** Pairs of at least this weight in bits are linked when nobody is there to ask, as in a count of people. */
export const linkAt = 0;

export const probabilityOf = (weight: number): number => (weight > 0 ? 1 / (1 + 2 ** -weight) : 2 ** weight / (1 + 2 ** weight));

/** Bits by which one name’s agreement differs from an average name’s; at most 6 up, so that no rare name decides alone, and 3 in one house, where names are handed on. */
export const rarityBits = (average: number, shareInBits: number, home: boolean): number =>
  Math.max(-12, Math.min(home ? 3 : 6, Math.log2(average) - shareInBits));

/** A shared rare name says more than a shared common one: bits to add to a field’s agreement (Newcombe 1959; capped so that no name decides alone). */
export function termBits(level: number, field: number, either: PreparedPerson, model: LinkageModel, home: boolean): number {
  if (level !== 1) return 0;
  const { terms } = model;
  if (terms.least === 1) return 0;
  let share: number | undefined;
  if (field === fieldAt.given) share = terms.given.get(either.given);
  else if (home) return 0;
  else if (field === fieldAt.family) share = terms.family.get(either.family);
  else if (field === fieldAt.town) share = terms.town.get(either.town);
  else return 0;
  // Names are as rare in one house as anywhere; that a house shares them oftener stands in the level’s own rate.
  const average = model.u[0][(offsets[field] ?? 0) + 1] ?? 1;
  return rarityBits(average, Math.log2(Math.max(share ?? 0, terms.least)), home);
}

/** The weights in bits of every level, for people with no home in common and for those with one. Made once a model. */
export type WeightTable = readonly [Float64Array, Float64Array];

export function weightTable(model: LinkageModel): WeightTable {
  const table = ([0, 1] as const).map((context) => {
    const bits = new Float64Array(model.m[context].length);
    fields.forEach((field, at) => {
      for (let level = 1; level < field.levels.length; level++) {
        const place = (offsets[at] ?? 0) + level;
        bits[place] = Math.log2((model.m[context][place] ?? 1) / (model.u[context][place] ?? 1));
      }
    });
    return bits;
  });
  return [table[0] ?? new Float64Array(0), table[1] ?? new Float64Array(0)];
}

/** The weight alone, in bits, for comparing many. `weigh` gives the same number with its reasons. */
export function weightOf(levels: FieldLevels, either: PreparedPerson, model: LinkageModel, table: WeightTable): number {
  const shownBy = homeShownBy(levels);
  let weight = Math.log2(model.prior / (1 - model.prior));
  for (let field = 0; field < levels.length; field++) {
    const level = levels[field] ?? 0;
    if (level === 0) continue;
    weight += table[amongHome(field, shownBy)][(offsets[field] ?? 0) + level] ?? 0;
    if (level === 1) weight += termBits(level, field, either, model, shownBy >= 0);
  }
  return weight;
}

const levelName = (field: number, level: number): string => fields[field]?.levels[level]?.name ?? '';

/** First names that are one name, however written. Of others, also an initial and names that sound alike, twins may have one each. */
const oneFirstName: ReadonlySet<string> = new Set(['same', 'variant', 'near', 'swapped']);

/** Twins and namesakes: without an NHS number in common, a first name that may be another, or a date of birth that differs or is not known, is for a person to decide. */
function mayBeSame(levels: FieldLevels): boolean {
  if (levelName(fieldAt.nhsNumber, levels[fieldAt.nhsNumber] ?? 0) === 'same') return true;
  if (levelName(fieldAt.nhsNumber, levels[fieldAt.nhsNumber] ?? 0) === 'differs') return false;
  return (
    oneFirstName.has(levelName(fieldAt.given, levels[fieldAt.given] ?? 0)) &&
    levels[fieldAt.birth] !== 0 &&
    levelName(fieldAt.birth, levels[fieldAt.birth] ?? 0) !== 'differs'
  );
}

const said = (levels: FieldLevels, field: keyof typeof fieldAt): string => levelName(fieldAt[field], levels[fieldAt[field]] ?? 0);

/** What is one person's own. */
const ownFields = ['nhsNumber', 'otherIdentifier', 'phone', 'email'] as const;

/** Two people of other names who were born on one day are nobody's question, unless they share a home or something that is one person's own. */
const worthAsking = (levels: FieldLevels): boolean =>
  said(levels, 'given') !== 'differs' ||
  said(levels, 'family') !== 'differs' ||
  sharesHome(levels) ||
  ownFields.some((field) => (levels[fieldAt[field]] ?? 0) > 0 && said(levels, field) !== 'differs');

export function outcomeOf(levels: FieldLevels, probability: number, limits: Thresholds = thresholds): Outcome {
  if (probability >= limits.same && mayBeSame(levels)) return 'same';
  return probability >= limits.ask && worthAsking(levels) ? 'ask' : 'different';
}

export function weigh(levels: FieldLevels, either: PreparedPerson, model: LinkageModel, table = weightTable(model)): Weighed {
  const shownBy = homeShownBy(levels);
  const evidence: Evidence[] = [];
  fields.forEach((field, at) => {
    const number = levels[at] ?? 0;
    const level = field.levels[number];
    if (number === 0 || level === undefined) return;
    const bits = (table[amongHome(at, shownBy)][(offsets[at] ?? 0) + number] ?? 0) + termBits(number, at, either, model, shownBy >= 0);
    evidence.push({ field: field.name, level: level.name, bits, same: level.same ?? '', words: level.words ?? '' });
  });
  evidence.sort((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
  const weight = weightOf(levels, either, model, table);
  const probability = probabilityOf(weight);
  return { probability, weight, outcome: outcomeOf(levels, probability), evidence };
}

const inWords = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;

/** Plain sentences: what is the same in one, then what is nearly so or differs, strongest first. */
export function explain(evidence: readonly Evidence[]): string {
  const same = evidence.filter((entry) => entry.same !== '').map((entry) => entry.same);
  const others = evidence.filter((entry) => entry.words !== '').map((entry) => entry.words);
  return [...(same.length > 0 ? [`Same ${inWords(same)}.`] : []), ...others].join(' ') || 'Nothing can be compared.';
}
