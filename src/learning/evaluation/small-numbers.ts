// Hides small counts and whatever would give them away, for every reader who may not see people: screens, exports and interfaces alike.
// Rounding and hiding follow the national rule (count_suppression of the mental health monthly statistics); words for it belong to pages.

/** Counts below `under` are hidden, zero included; others are rounded to the nearest `base`. */
export interface SmallNumberRule {
  readonly under: number;
  readonly base: number;
}

export const nationalRule: SmallNumberRule = { under: 5, base: 5 };

/** What may be printed: a rounded count, or null for “small number, hidden to protect people”. */
export type Shown = number | null;

export const shownCount = (count: number, rule: SmallNumberRule = nationalRule): Shown =>
  count < rule.under ? null : rule.base * Math.floor(count / rule.base + 0.5);

/** Whole per cent, or null when the numerator is hidden or nobody is in the group. */
export const shownPercentage = (count: number, of: number, rule: SmallNumberRule = nationalRule): Shown =>
  of === 0 || shownCount(count, rule) === null ? null : Math.floor((count / of) * 100 + 0.5);

/** A comparison is hidden when any group in it is. */
export const mayCompare = (counts: readonly number[], rule: SmallNumberRule = nationalRule): boolean =>
  counts.every((count) => shownCount(count, rule) !== null);

/** Means, medians and points of a chart need this many people. */
export const enoughPeople = (people: number, least = 5): boolean => people >= least;

/** As exports print it. */
export const exported = (shown: Shown): string => (shown === null ? '*' : `${shown}`);

/** Counts in rows and columns, and which totals stand beside them. `both` prints the grand total too. */
export interface CountTable {
  readonly rows: readonly (readonly number[])[];
  readonly totals: 'none' | 'rows' | 'columns' | 'both';
}

/** The same shape, safe to print. A cell hidden because it is small looks like one hidden to protect another. */
export interface ProtectedTable {
  readonly rows: readonly (readonly Shown[])[];
  readonly rowTotals: readonly Shown[] | null;
  readonly columnTotals: readonly Shown[] | null;
  readonly grandTotal: Shown;
}

/** A printed count. It takes part in the sums `lines[0]` and `lines[1]`; -1 where nothing adds it up. */
interface Entry {
  readonly value: number;
  readonly isTotal: boolean;
  readonly lines: readonly [number, number];
  hidden: boolean;
}

/**
 * Hides small cells, then the next smallest beside any that a sum would give away, until nothing more can be worked out.
 *
 * Exact sums: every sum (a row with its total, a column with its total) is a point and every hidden count a road between the two sums it
 * is in. A hidden count follows from the others exactly when its road is the only way between two parts of the map. That covers a lone
 * hidden cell of a row, and also cells that only several rows and columns together give away.
 * Rounded sums: where a printed total leaves less than a small number for the hidden cells of its line, another is hidden too.
 */
export function protectTable(table: CountTable, rule: SmallNumberRule = nationalRule): ProtectedTable {
  const entries = entriesOf(table, rule);
  const all = entries.flat();
  for (let next = nextToHide(all, rule); next; next = nextToHide(all, rule)) next.hidden = true;
  const shown = (entry: Entry | undefined): Shown =>
    !entry || entry.hidden ? null : shownCount(entry.value, { under: 0, base: rule.base });
  const height = table.rows.length;
  const width = table.rows[0]?.length ?? 0;
  const withRows = table.totals === 'rows' || table.totals === 'both';
  const withColumns = table.totals === 'columns' || table.totals === 'both';
  return {
    rows: entries.slice(0, height).map((row) => row.slice(0, width).map(shown)),
    rowTotals: withRows ? entries.slice(0, height).map((row) => shown(row[width])) : null,
    columnTotals: withColumns ? (entries[height] ?? []).slice(0, width).map(shown) : null,
    grandTotal: table.totals === 'both' ? shown(entries[height]?.[width]) : null,
  };
}

function entriesOf({ rows, totals }: CountTable, rule: SmallNumberRule): Entry[][] {
  const withRows = totals === 'rows' || totals === 'both';
  const withColumns = totals === 'columns' || totals === 'both';
  const sum = (values: readonly number[]) => values.reduce((running, value) => running + value, 0);
  const wide = rows.map((row) => (withRows ? [...row, sum(row)] : [...row]));
  const width = wide[0]?.length ?? 0;
  const all = withColumns ? [...wide, Array.from({ length: width }, (_, column) => sum(wide.map((row) => row[column] ?? 0)))] : wide;
  return all.map((row, r) =>
    row.map((value, c) => ({
      value,
      isTotal: (withRows && c === row.length - 1) || (withColumns && r === rows.length),
      lines: [withRows ? r : -1, withColumns ? all.length + c : -1],
      hidden: value < rule.under,
    })),
  );
}

/** The best shown count to hide next, or undefined when no hidden count can be worked out. */
function nextToHide(entries: readonly Entry[], rule: SmallNumberRule): Entry | undefined {
  const hidden = entries.filter((entry) => entry.hidden);
  for (const entry of hidden) {
    const side = cutOffBy(entry, hidden);
    const ways = side ? entries.filter((other) => !other.hidden && side.has(other.lines[0]) !== side.has(other.lines[1])) : [];
    const best = smallest(ways);
    if (best) return best;
  }
  for (const line of new Set(hidden.flatMap(({ lines }) => lines))) {
    const members = entries.filter(({ lines }) => line !== -1 && lines.includes(line));
    if (leavesTooLittle(members, rule)) return smallest(members.filter((member) => !member.hidden));
  }
  return undefined;
}

const smallest = (entries: readonly Entry[]): Entry | undefined =>
  entries.toSorted((a, b) => Number(a.isTotal) - Number(b.isTotal) || a.value - b.value)[0];

/** Whether the most that a printed total allows, less the least that the printed cells of its line hold, is under the largest small number. */
function leavesTooLittle(members: readonly Entry[], rule: SmallNumberRule): boolean {
  const total = members.at(-1);
  if (!total || total.hidden) return false;
  const printed = (entry: Entry): number => shownCount(entry.value, rule) ?? 0;
  const most = printed(total) + Math.floor((rule.base - 1) / 2);
  const cells = members.slice(0, -1).filter((member) => !member.hidden);
  const least = cells.reduce((sum, cell) => sum + Math.max(rule.under, printed(cell) - Math.floor(rule.base / 2)), 0);
  return most - least < rule.under - 1;
}

/** The sums on one side of a road when it is the only way across, a side whose every sum is printed; null when there is another way. */
function cutOffBy(entry: Entry, hidden: readonly Entry[]): ReadonlySet<number> | null {
  for (const start of entry.lines) {
    if (start === -1) continue;
    const side = new Set([start]);
    for (const line of side) {
      if (line === -1) continue;
      for (const other of hidden) {
        if (other === entry || !other.lines.includes(line)) continue;
        for (const next of other.lines) side.add(next);
      }
    }
    const across = entry.lines[0] === start ? entry.lines[1] : entry.lines[0];
    if (!side.has(-1) && !side.has(across)) return side;
  }
  return null;
}
