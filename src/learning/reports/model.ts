// The words of reports: what is read from the records, and what a release holds. A release holds only what is printed, with small numbers
// already hidden, so that neither a page, a file nor a picture made from it can give anybody away.
import type { LocalDate } from '../../platform/clock.ts';

/** Both days belong to it. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** One referral and what became of it, as the records have it on the report's last day. */
export interface Journey {
  readonly person: string;
  /** The first service offered; null while there is none. */
  readonly service: string | null;
  readonly door: string;
  readonly ethnicity: string;
  readonly area: string;
  readonly received: LocalDate;
  readonly decideBy: Date;
  readonly decidedAt: Date | null;
  /** The day by which a first contact was promised; null where the decision promised none. */
  readonly respondBy: LocalDate | null;
  readonly firstContact: LocalDate | null;
  /** The day they left, or support ended, before a first contact. */
  readonly left: LocalDate | null;
  readonly firstOffer: 'accepted' | 'returned' | 'sent' | null;
  /** Decided again, or moved to another team, within the time that right first time allows. */
  readonly rerouted: boolean;
  /** Between which services they were, where the first decision says so. */
  readonly gapGroup: 'G1' | 'G2' | 'G3' | null;
}

/** A person whose support was first counted: one row for each person, whatever they came with later. */
export interface Served {
  readonly person: string;
  readonly service: string | null;
  readonly door: string;
  readonly ethnicity: string;
  readonly area: string;
  readonly on: LocalDate;
}

export interface Score {
  readonly id: string;
  readonly instrument: string;
  /** The instrument’s version and its language: scores of two are never compared. */
  readonly version: string;
  readonly value: number | null;
  readonly at: Date;
}

/** Support that has ended, with every score taken in it. */
export interface Ended {
  readonly person: string;
  readonly service: string;
  readonly ethnicity: string;
  readonly area: string;
  readonly door: string;
  readonly on: LocalDate;
  readonly scores: readonly Score[];
}

export interface Records {
  readonly journeys: readonly Journey[];
  readonly served: readonly Served[];
  readonly ended: readonly Ended[];
}

/** A count to the nearest 5, or null for “under 5”. */
export type Shown = number | null;

/** A share of people as it may be printed, in whole per cents. `nearly all` says only that fewer than 5 people are outside it. */
export type ShownShare =
  | { readonly kind: 'share'; readonly percent: number; readonly interval: readonly [number, number] }
  | { readonly kind: 'nearly all'; readonly over: number }
  | { readonly kind: 'hidden' };

/** A size with its interval; null where too few people stand behind it. */
export type Estimate = { readonly value: number; readonly interval: readonly [number, number] } | null;

export interface WaitingSeries {
  readonly label: string;
  readonly people: Shown;
  /** At whole weeks and on the day half were met; between two steps at least 5 people had their first contact. */
  readonly steps: readonly { readonly day: number; readonly share: number; readonly interval: readonly [number, number] | null }[];
  readonly lastDay: number;
  readonly median: number | null;
  readonly medianInterval: readonly [number | null, number | null];
  readonly remaining: readonly { readonly day: number; readonly people: Shown }[];
}

export interface Slope {
  readonly scoreName: string;
  readonly pairs: number;
  readonly entry: Mean;
  readonly end: Mean;
  readonly difference: { readonly mean: number; readonly interval: readonly [number, number] };
  readonly thirds?: readonly { readonly label: string; readonly entry: number; readonly end: number }[];
  readonly norm?: { readonly value: number; readonly label: string; readonly detail: string };
}

export interface Mean {
  readonly label: string;
  readonly mean: number;
  readonly interval: readonly [number, number];
  readonly quartiles?: readonly [number, number];
}

export interface GroupGap {
  readonly group: string;
  readonly people: Shown;
  readonly median: number | null;
  readonly gap: Estimate;
  readonly words: string;
}

export interface GroupReach {
  readonly group: string;
  readonly met: Shown;
  readonly promise: ShownShare;
  readonly change: Estimate;
}

/** Cells as they are printed; the first names the row. */
export interface PlainTable {
  readonly summary: string;
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

export type Picture =
  | {
      readonly kind: 'waiting';
      readonly who: string;
      readonly latest: WaitingSeries;
      readonly before: WaitingSeries | null;
      readonly promise: number | null;
    }
  | { readonly kind: 'slope'; readonly slope: Slope }
  | {
      readonly kind: 'shares';
      readonly rows: readonly { readonly name: string; readonly share: ShownShare; readonly before: ShownShare | null }[];
    }
  | {
      readonly kind: 'gaps';
      readonly sections: readonly { readonly title: string; readonly rows: readonly GroupGap[] }[];
      readonly scale: readonly [number, number];
    }
  | {
      readonly kind: 'groups';
      readonly score: string;
      readonly sections: readonly { readonly title: string; readonly rows: readonly GroupReach[] }[];
    }
  | {
      readonly kind: 'grid';
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly { readonly name: string; readonly cells: readonly Shown[] }[];
    }
  | { readonly kind: 'counts'; readonly title: string; readonly rows: readonly { readonly name: string; readonly people: Shown }[] };

export interface ReportSection {
  readonly id: string;
  readonly label: string;
  readonly finding: string;
  readonly line?: string;
  readonly pictures: readonly Picture[];
  readonly caveat?: string;
  /** Behind “Show these figures as a table”, where the picture has none of its own. */
  readonly table?: PlainTable;
  readonly source: string;
}

/** One number of the file of figures: `*` where it is hidden, empty where there is none. */
export interface FigureRow {
  readonly section: string;
  readonly measure: string;
  readonly group: string;
  readonly period: string;
  readonly value: string;
  readonly lower: string;
  readonly upper: string;
  readonly people: string;
  readonly unit: string;
}

export interface ReportContent {
  readonly format: 1;
  readonly title: string;
  readonly about: string;
  readonly headline: string;
  readonly period: Period;
  readonly before: Period;
  readonly figures: readonly { readonly value: string; readonly label: string; readonly certainty: string }[];
  readonly sections: readonly ReportSection[];
  readonly sure: { readonly finding: string; readonly rows: readonly (readonly [what: string, soWhat: string])[] };
  readonly file: readonly FigureRow[];
  readonly rules: string;
}

export interface Release {
  readonly id: string;
  readonly serviceCode: string | null;
  readonly title: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly madeAt: Date;
  readonly madeBy: string;
}

/** What a place gives a report besides its records. */
export interface ReportPlace {
  readonly name: string;
  readonly services: readonly { readonly code: string; readonly name: string }[];
  /** “Somerset open door 1, Chorley hub 1”. */
  readonly blueprints: string;
}

/** Days after a decision in which a change of route counts against right first time. */
export const rightFirstTimeDays = 28;
/** Fewest people behind a printed number, and the step to which counts are rounded. */
export const fewest = 5;
export const reportRules = 'report rules 1';
