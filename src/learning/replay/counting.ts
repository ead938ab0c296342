// Counts what a replay found and hides small numbers, so that whoever writes rules learns whom a change would reach and never who one person is.
// Each person stands in one cell. Pure.
import { rounded } from '../../platform/numbers.ts';
import { differenceOf } from '../evaluation/difference.ts';
import { protectTable, shownCount } from '../evaluation/small-numbers.ts';
import { proportion } from '../outcomes/proportion.ts';
import { fewest, type ShownShare } from '../reports/model.ts';
import { everyone, type JointCounts, jointCounts } from '../reports/protect.ts';
import { type ChangeKind, changeKinds, type Dimension, dimensions, type GroupRow, type ReplayContent, type Replayed } from './model.ts';
import { changeOf } from './outcome.ts';

/** Adds people one by one, so that a replay holds no list of them. */
export class ReplayCount {
  #people = 0;
  readonly #matrix = new Map<string, Map<string, number>>();
  readonly #ranks = new Map<string, number>();
  readonly #groups = new Map<Dimension, Map<string, Record<ChangeKind, number>>>();

  add(one: Replayed): void {
    this.#people += 1;
    this.#ranks.set(one.before.label, one.before.rank).set(one.after.label, one.after.rank);
    const row = this.#matrix.get(one.before.label) ?? new Map<string, number>();
    row.set(one.after.label, (row.get(one.after.label) ?? 0) + 1);
    this.#matrix.set(one.before.label, row);
    const change = changeOf(one);
    for (const dimension of dimensions) {
      const groups = this.#groups.get(dimension) ?? new Map<string, Record<ChangeKind, number>>();
      const counts = groups.get(one.groups[dimension]) ?? { same: 0, better: 0, worse: 0, other: 0 };
      counts[change] += 1;
      groups.set(one.groups[dimension], counts);
      this.#groups.set(dimension, groups);
    }
  }

  content(): ReplayContent {
    const byAnything = [...(this.#groups.get('gender')?.values() ?? [])];
    const whole = changeKinds.map((kind) => byAnything.reduce((sum, counts) => sum + counts[kind], 0));
    const joint = jointCounts(new Map([['', whole]]));
    const at = (kind: ChangeKind) => joint.count(everyone, changeKinds.indexOf(kind));
    return {
      format: 1,
      people: shownCount(this.#people),
      differently: differently(joint, everyone),
      better: at('better'),
      worse: at('worse'),
      other: at('other'),
      matrix: this.#shownMatrix(),
      groups: dimensions.map((dimension) => ({ dimension, rows: groupRows(this.#groups.get(dimension) ?? new Map()) })),
    };
  }

  #shownMatrix(): ReplayContent['matrix'] {
    const labels = [...this.#ranks].toSorted(([, one], [, other]) => one - other).map(([label]) => label);
    const rows = labels.map((before) => labels.map((after) => this.#matrix.get(before)?.get(after) ?? 0));
    if (rows.length === 0) return { labels, cells: [], rowTotals: [], columnTotals: [] };
    const shown = protectTable({ rows, totals: 'both' });
    return { labels, cells: shown.rows, rowTotals: shown.rowTotals ?? [], columnTotals: shown.columnTotals ?? [] };
  }
}

function groupRows(groups: ReadonlyMap<string, Readonly<Record<ChangeKind, number>>>): GroupRow[] {
  const names = [...groups.keys()].toSorted(notKnownLast);
  const joint = jointCounts(new Map(names.map((name) => [name, changeKinds.map((kind) => groups.get(name)?.[kind] ?? 0)])));
  const totals = names.map((name) => sum(groups.get(name)));
  const changed = names.map((name) => sum(groups.get(name)) - (groups.get(name)?.same ?? 0));
  const all = totals.reduce((one, other) => one + other, 0);
  const allChanged = changed.reduce((one, other) => one + other, 0);
  return names.map((group, index): GroupRow => {
    const [people, mine] = [totals[index] ?? 0, changed[index] ?? 0];
    const share = differently(joint, group);
    return {
      group,
      people: joint.total(group),
      differently: share,
      better: joint.count(group, changeKinds.indexOf('better')),
      worse: joint.count(group, changeKinds.indexOf('worse')),
      gap: share.kind === 'share' ? gapOf([mine, people], [allChanged - mine, all - people]) : null,
    };
  });
}

const sum = (counts: Readonly<Record<ChangeKind, number>> | undefined): number =>
  changeKinds.reduce((total, kind) => total + (counts?.[kind] ?? 0), 0);

/** The share that changed is what is left of the share that did not, with its interval turned round. */
function differently(joint: JointCounts, row: string): ShownShare {
  const same = joint.share(row, changeKinds.indexOf('same'));
  return same.kind === 'share'
    ? { kind: 'share', percent: 100 - same.percent, interval: [100 - same.interval[1], 100 - same.interval[0]] }
    : same;
}

/** Newcombe’s interval of the difference of two shares, in whole percentage points; null where either side is too small to print. */
function gapOf(mine: readonly [number, number], rest: readonly [number, number]): GroupRow['gap'] {
  if ([...mine, ...rest, mine[1] - mine[0], rest[1] - rest[0]].some((count) => count < fewest)) return null;
  const [one, other] = [proportion(...mine), proportion(...rest)];
  if (!one || !other) return null;
  const { value, interval } = differenceOf({ value: one.share, interval: one.interval }, { value: other.share, interval: other.interval });
  return { value: rounded(value * 100), interval: [rounded(interval[0] * 100), rounded(interval[1] * 100)] };
}

const notKnown = /not (said|known)|no address/i;
const notKnownLast = (one: string, other: string): number =>
  Number(notKnown.test(one)) - Number(notKnown.test(other)) || one.localeCompare(other, 'en');
