// Access, waits, promises and change by ethnic group, area and door (MOS-23), each group against everyone else, with its interval.
// For the whole place only: inside one service the groups would be too small to protect.

import type { InstrumentDefinition } from '../../journey/measures/definition.ts';
import { differenceOf } from '../evaluation/difference.ts';
import { fairnessFinding, gapInWords } from '../evaluation/findings.ts';
import { type Wait, waitingCurve, waitQuantile } from '../evaluation/kaplan-meier.ts';
import { groupChange, type Pair } from './change.ts';
import { countRow, daysRow, estimateRow, shareRow } from './figure-rows.ts';
import {
  type Estimate,
  type FigureRow,
  fewest,
  type GroupGap,
  type GroupReach,
  type Journey,
  type Period,
  type ReportSection,
  type Served,
  type ShownShare,
} from './model.ts';
import { shortPeriod, within } from './period.ts';
import { promiseKept } from './promises.ts';
import { type JointCounts, jointCounts } from './protect.ts';
import { waitFor, waitsOf } from './waits.ts';

type Grouped = Pick<Served, 'ethnicity' | 'area' | 'door'>;

const dimensions: readonly { readonly title: string; readonly of: (one: Grouped) => string }[] = [
  { title: 'Ethnic group', of: ({ ethnicity }) => ethnicity },
  { title: 'Area', of: ({ area }) => area },
  { title: 'Door', of: ({ door }) => door },
];

export interface FairnessPart {
  readonly section: ReportSection | null;
  readonly rows: readonly FigureRow[];
}

export function fairnessPart(
  journeys: readonly Journey[],
  served: readonly Served[],
  pairs: readonly Pair[],
  about: { readonly span: Period; readonly seenOn: string; readonly instrument: InstrumentDefinition | null; readonly source: string },
): FairnessPart {
  const asked = journeys.filter(({ received }) => within(about.span, received));
  const met = served.filter(({ on }) => within(about.span, on));
  const sections = dimensions.map(({ title, of }) => {
    const groups = [...new Set(asked.map(of))].toSorted(lastIfUnknown);
    const counted = groupCounts(asked, of, groups);
    const reached = groupCounts(met, of, groups);
    const kept = keptBy(asked, of, groups, about.seenOn);
    const gaps = groups.map((group): GroupGap => {
      const people = counted.count(group, 0);
      const mine = waitsOf(
        asked.filter((one) => of(one) === group),
        about.seenOn,
      );
      const rest = waitsOf(
        asked.filter((one) => of(one) !== group),
        about.seenOn,
      );
      const median = people === null ? null : medianOf(mine);
      const others = medianOf(rest);
      const gap = median && others ? wholeDays(differenceOf(median, others)) : null;
      const words =
        people !== null && gap === null
          ? 'Too few first meetings to compare'
          : gapInWords({ difference: gap?.value ?? null, interval: gap?.interval ?? null });
      return { group, people, median: median?.value ?? null, gap, words };
    });
    const reach = groups.map(
      (group): GroupReach => ({
        group,
        met: reached.count(group, 0),
        promise: kept(group),
        change: reached.count(group, 0) === null ? null : groupChange(pairs, (one) => of(one) === group),
      }),
    );
    return { title, gaps, reach };
  });
  const gaps = sections.flatMap((section) => section.gaps);
  if (gaps.every(({ people }) => people === null)) return { section: null, rows: [] };
  return {
    section: {
      id: 'fairness',
      label: 'Fairness',
      finding: fairnessFinding(
        gaps.map(({ group, gap }) => ({ group: inSentence(group), difference: gap?.value ?? null, interval: gap?.interval ?? null })),
        waitFor,
      ),
      line: 'Each group is compared with everyone else who asked for help in the two years. With many comparisons, one or two may stand out by chance.',
      pictures: [
        { kind: 'gaps', sections: sections.map(({ title, gaps: rows }) => ({ title, rows })), scale: scaleOf(gaps.map(({ gap }) => gap)) },
        { kind: 'groups', score: about.instrument?.name ?? '', sections: sections.map(({ title, reach }) => ({ title, rows: reach })) },
      ],
      caveat:
        'Counts are rounded to the nearest 5. Where a total would give a hidden number away, a second one is hidden too. Groups are wide so that nobody can be picked out, and hide differences inside them.',
      source: about.source,
    },
    rows: sections.flatMap(({ title, gaps: rows, reach }) => [
      ...rows.flatMap(({ group, people, median, gap }) => {
        const at = { section: 'Fairness', group: `${title}: ${group}`, period: shortPeriod(about.span) };
        return [
          countRow({ ...at, measure: 'Asked for help' }, people),
          people === null
            ? estimateRow({ ...at, measure: 'Median wait' }, null, 'days')
            : daysRow({ ...at, measure: 'Median wait' }, median, [null, null], people),
          estimateRow({ ...at, measure: 'Wait against everyone else' }, gap, 'days', people),
        ];
      }),
      ...reach.flatMap(({ group, met: people, promise, change }) => {
        const at = { section: 'Fairness', group: `${title}: ${group}`, period: shortPeriod(about.span) };
        return [
          countRow({ ...at, measure: 'Met for the first time' }, people),
          shareRow({ ...at, measure: 'Met by the promised day' }, promise),
          estimateRow({ ...at, measure: 'Mean change in score' }, change, 'points', people),
        ];
      }),
    ]),
  };
}

/** Groups are rows that add up to everyone, so a hidden one is protected by a second. */
const groupCounts = <One extends Grouped>(all: readonly One[], of: (one: Grouped) => string, groups: readonly string[]): JointCounts =>
  jointCounts(new Map(groups.map((group) => [group, [all.filter((one) => of(one) === group).length]])));

/** Kept and not kept by group, hidden jointly: a share is printed only where both of its parts could be. */
function keptBy(
  all: readonly Journey[],
  of: (one: Grouped) => string,
  groups: readonly string[],
  seenOn: string,
): (group: string) => ShownShare {
  const table = jointCounts(
    new Map(
      groups.map((group) => {
        const results = all.filter((one) => of(one) === group).map((one) => promiseKept(one, seenOn));
        return [group, [results.filter((kept) => kept === true).length, results.filter((kept) => kept === false).length]];
      }),
    ),
  );
  return (group) => {
    const share = table.share(group, 0);
    return share.kind === 'share' && table.count(group, 1) === null ? { kind: 'hidden' } : share;
  };
}

function medianOf(waits: readonly Wait[]) {
  const curve = waitingCurve(waits);
  const { day, interval } = waitQuantile(curve, 0.5);
  if (curve.events < 2 * fewest || day === null || interval[0] === null || interval[1] === null) return null;
  return { value: day, interval: [interval[0], interval[1]] as const };
}

const wholeDays = ({ value, interval }: NonNullable<Estimate>): NonNullable<Estimate> => ({
  value,
  // Outwards, so that rounding never makes a difference look clear.
  interval: [Math.floor(interval[0]), Math.ceil(interval[1])],
});

/** The widest whisker, within four weeks either way, to whole weeks. */
function scaleOf(gaps: readonly Estimate[]): readonly [number, number] {
  const widest = Math.max(7, ...gaps.flatMap((gap) => (gap ? gap.interval.map(Math.abs) : [])));
  const end = Math.min(28, 7 * Math.ceil(widest / 7));
  return [-end, end];
}

const unknown = /^(Ethnic group not|No address|Another|Before)/;
const lastIfUnknown = (a: string, b: string): number => Number(unknown.test(a)) - Number(unknown.test(b)) || (a < b ? -1 : 1);

/** “Black people”, “people in Bridgwater”: the finding needs who it is about. */
const inSentence = (group: string): string =>
  ['White', 'Black', 'Asian', 'Mixed'].includes(group)
    ? group === 'Mixed'
      ? 'people of mixed ethnic groups'
      : `${group} people`
    : `people under “${group}”`;
