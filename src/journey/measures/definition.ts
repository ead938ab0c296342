// What an instrument is, as data: how it is scored, what a score means for whom, and where each fact comes from.
// Holds no wording of any item: organisations import that under their own licence, and items are known here by number.

/** Which way a score goes when life gets better. */
export type Better = 'lower' | 'higher';

/** What to do when answers are missing. `prorate` uses the mean of the answered items for up to `atMost` others, never for those in `never`. */
export type MissingRule =
  | { readonly kind: 'complete_only' }
  | { readonly kind: 'prorate'; readonly atMost: number; readonly never?: readonly number[] };

/** How the answers of a scale become its score. `weighted` looks each level up in weights loaded by the licence holder. */
export type ScoringRule =
  | { readonly kind: 'sum' }
  | { readonly kind: 'mean'; readonly times: number }
  | { readonly kind: 'transformed_sum'; readonly table: ReadonlyMap<number, number> }
  | {
      readonly kind: 'weighted';
      readonly slope: number;
      readonly intercept: number;
      readonly weights: readonly (readonly number[])[] | null;
    };

/** A score made of some of the items (numbered from 1). `range` is the lowest and highest score it can give. */
export interface Scale {
  readonly id: string;
  readonly name: string;
  readonly items: readonly number[];
  readonly rule: ScoringRule;
  readonly missing: MissingRule;
  readonly range: readonly [lowest: number, highest: number];
  /** Only where it differs from the instrument's own direction. */
  readonly better?: Better;
  /** Experience of the service is reported and never counted as change in a person's life. */
  readonly counts: 'outcome' | 'experience';
}

/** A line between two groups: lower-is-better scores reach the clinical side at `value` or more, higher-is-better scores below `value`. */
export interface CutOff {
  readonly value: number;
  readonly use: string;
  readonly population: string;
  readonly source: string;
}

/** The smallest difference that is more than error of measurement: a change of `threshold` or more counts. */
export interface ReliableChange {
  readonly threshold: number;
  readonly method: string;
  readonly source: string;
}

/** Words that help reading beside one score; never a label on a person, a filter, an alert or an order. Both ends belong to the band. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

export interface Norm {
  readonly population: string;
  readonly mean: number;
  readonly standardDeviation: number | null;
  readonly people: number | null;
  readonly year: string | null;
  readonly source: string;
}

/** Where a score goes in national returns. `takes` says whether the code wants the score or the plain sum of the items. */
export interface ReturnCode {
  readonly system: 'snomed-ct' | 'loinc';
  readonly code: string;
  readonly scale: string;
  readonly takes: 'score' | 'sum';
  readonly range: readonly [number, number] | null;
}

/** A fact that no public source confirmed: off until an organisation turns it on; `hint` is what it may be. */
export interface UnconfirmedSetting {
  readonly setting: string;
  readonly hint: string;
}

export interface InstrumentDefinition {
  readonly id: string;
  readonly name: string;
  /** A new version starts a new series, charted apart. */
  readonly version: string;
  /** What the score is about, as the first word of a sentence: “Distress fell…”. */
  readonly about: string;
  readonly items: number;
  readonly options: { readonly lowest: number; readonly highest: number; readonly notScored?: number };
  readonly better: Better;
  /** Items whose imported option scores must run the other way; null when no source confirms them. Scores use imported ordinals alone. */
  readonly reverseItems: readonly number[] | null;
  readonly total: Scale | null;
  readonly subscales: readonly Scale[];
  /** The first is the one a chart draws. */
  readonly cutOffs: readonly CutOff[];
  readonly reliableChange: ReliableChange | null;
  readonly bands: readonly Band[];
  readonly bandsSource: string | null;
  readonly norms: readonly Norm[];
  readonly reliability: { readonly alpha: number; readonly source: string } | null;
  readonly returnCodes: readonly ReturnCode[];
  readonly licence: string;
  readonly lawfulRoute: string;
  readonly unconfirmed: readonly UnconfirmedSetting[];
}

/** The item numbers from `first` to `last`. */
export const itemsFrom = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** One scale for each of the items, for instruments whose answers are never added up. */
export const eachAlone = (
  items: readonly number[],
  name: (item: number) => string,
  range: readonly [number, number],
  counts: Scale['counts'] = 'outcome',
): readonly Scale[] =>
  items.map((item) => ({
    id: `item-${item}`,
    name: name(item),
    items: [item],
    rule: { kind: 'sum' },
    missing: { kind: 'complete_only' },
    range,
    counts,
  }));

/** The band a score stands in, or null. A score between two whole numbers belongs to the nearer band. */
export function bandOf(definition: InstrumentDefinition, score: number): Band | null {
  const whole = Math.floor(score + 0.5);
  return definition.bands.find((band) => whole >= band.from && whole <= band.to) ?? null;
}

/** Whether a score stands on the clinical side of a cut-off. */
export const onClinicalSide = (better: Better, cutOff: number, score: number): boolean =>
  better === 'lower' ? score >= cutOff : score < cutOff;
