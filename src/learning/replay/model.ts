// The words of a replay: what two versions of a table would have decided for the same people, and what may be printed of it. A replay that
// is kept holds only what is printed, with small numbers already hidden.
import type { LocalDate } from '../../platform/clock.ts';
import type { ShownShare } from '../reports/model.ts';

/** What a table would have decided for one person. `rank` orders outcomes, lowest first; two outcomes with one key are the same. */
export interface Outcome {
  readonly key: string;
  /** What the matrix groups by: the response time, the result or the group. */
  readonly label: string;
  readonly rank: number;
}

export const changeKinds = ['same', 'better', 'worse', 'other'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const dimensions = ['ethnicity', 'age', 'gender', 'area'] as const;
export type Dimension = (typeof dimensions)[number];

/** One person’s latest referral in the window, decided by both versions. */
export interface Replayed {
  readonly before: Outcome;
  readonly after: Outcome;
  readonly groups: Readonly<Record<Dimension, string>>;
}

export type Shown = number | null;

export interface GroupRow {
  readonly group: string;
  readonly people: Shown;
  readonly differently: ShownShare;
  readonly better: Shown;
  readonly worse: Shown;
  /** Share treated differently less that of everybody else, in percentage points; null where too few people stand behind it. */
  readonly gap: { readonly value: number; readonly interval: readonly [number, number] } | null;
}

export interface ReplayContent {
  readonly format: 1;
  readonly people: Shown;
  readonly differently: ShownShare;
  readonly better: Shown;
  readonly worse: Shown;
  readonly other: Shown;
  readonly matrix: {
    readonly labels: readonly string[];
    /** Rows: by the version before. Columns: by the version that is tried. */
    readonly cells: readonly (readonly Shown[])[];
    readonly rowTotals: readonly Shown[];
    readonly columnTotals: readonly Shown[];
  };
  readonly groups: readonly { readonly dimension: Dimension; readonly rows: readonly GroupRow[] }[];
}

export interface Replay {
  readonly id: string;
  readonly against: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly madeAt: Date;
  readonly madeBy: string;
  /** Whether the version still has the text that was replayed. */
  readonly current: boolean;
  readonly content: ReplayContent;
}

/** Most people one replay goes through, the newest referrals first. */
export const mostReplayed = 50_000;

/** Most people whose page waits for them: about a second. More is work of its own. */
export const mostAtOnce = 2_000;
