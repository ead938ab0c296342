// The words of imports: what a dry run found, and what became of it. Reading cells and columns is the work of ../spreadsheets.
import type { ImportFieldName, ImportKind } from '../spreadsheets/import-fields.ts';

/** Rows and bytes of one file at most. */
export interface Most {
  readonly rows: number;
  readonly bytes: number;
}

/** On a page: more would keep whoever waits too long. */
export const mostOnPage: Most = { rows: 5_000, bytes: 8_000_000 };
/** Rows that are looked at or brought in while the page waits. More become work that goes on after it. */
export const mostAtOnce = 300;
/** On the command line, which has time. */
export const mostOnCommandLine: Most = { rows: 50_000, bytes: 50_000_000 };

/** Roles of the access matrix that bring in files. */
export const importers = ['MGR', 'CO_HUB'] as const;

export const importKinds = ['people', 'referrals'] as const satisfies readonly ImportKind[];

/** What happens to rows that look like somebody already here. Nobody is ever joined by an import. */
export const matchChoices = ['leave_out', 'bring_in'] as const;
export type MatchChoice = (typeof matchChoices)[number];

export interface RowNote {
  readonly row: number;
  /** The header of the column; '' for the whole row. */
  readonly column: string;
  readonly words: string;
}

export interface LooksLike {
  readonly row: number;
  /** An earlier row of the file; null for somebody already here. */
  readonly earlierRow: number | null;
  readonly sure: boolean;
  /** What agrees and what differs, never a value of the other record. */
  readonly because: string;
}

export interface Findings {
  readonly rows: number;
  readonly good: number;
  readonly faultCount: number;
  /** The first of them. */
  readonly faults: readonly RowNote[];
  readonly newPeople: number;
  /** Rows that look like somebody; each counts once. */
  readonly matchCount: number;
  readonly matches: readonly LooksLike[];
  readonly warnings: readonly string[];
  /** Columns that nobody could place. */
  readonly unplaced: readonly string[];
}

export type SavedColumns = Readonly<Record<string, ImportFieldName>>;

export interface Checked {
  readonly headers: readonly string[];
  readonly columns: SavedColumns;
  readonly findings: Findings;
}

export interface BroughtIn {
  readonly added: number;
  readonly leftOut: number;
  /** Which rows, and why. */
  readonly notes: readonly RowNote[];
}

export type ImportState = 'checked' | 'done' | 'forgotten';

export interface ImportRun {
  readonly id: string;
  readonly kind: ImportKind;
  readonly teamId: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly headers: readonly string[];
  readonly columns: SavedColumns;
  /** Null while nobody has looked into it yet, and when it was forgotten. */
  readonly findings: Findings | null;
  readonly state: ImportState;
  readonly added: number | null;
  readonly leftOut: number | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
}
