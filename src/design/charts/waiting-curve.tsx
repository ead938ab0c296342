/**
 * The share of people still waiting by day, for one group or two, with the day by which half were met and how many people remain.
 * Draws the whole per cents it prints. Whether steps are daily or weekly, and which counts may be shown, is decided by whoever gives them.
 */
import { chart, colour } from '../tokens.ts';
import { BothSizes, Drawing, type Plot, type Size } from './drawing.tsx';
import type { FigureTable, KeyEntry } from './figure.tsx';
import { numeral, roundedTo } from './numerals.ts';
import { type DrawnGroup, remaining, shareOn, WaitingDrawing } from './waiting-drawing.tsx';

export interface WaitingStep {
  readonly day: number;
  /** Still waiting, 0 to 1. */
  readonly share: number;
  readonly interval: readonly [lower: number, upper: number] | null;
}

export interface WaitingGroup {
  /** “Oct 2025 to Sep 2026”. */
  readonly label: string;
  readonly steps: readonly WaitingStep[];
  /** The line stops here: fewer than five people remain after it. */
  readonly lastDay: number;
  /** null when not reached. */
  readonly median: number | null;
  /** People remaining on a day; null is too few to show. */
  readonly remainingOn: (day: number) => number | null;
}

export interface WaitingCurveProps {
  readonly id: string;
  /** “How long people waited for a first meeting”. */
  readonly title: string;
  /** “people referred”. */
  readonly who: string;
  readonly latest: WaitingGroup;
  readonly before?: WaitingGroup | undefined;
  readonly promise?: { readonly day: number; readonly label: string } | undefined;
}

const plots: Readonly<Record<Size, Plot>> = {
  wide: { width: 900, height: 430, top: 34, right: 206, bottom: 112, left: 52 },
  narrow: { width: 360, height: 416, top: 34, right: 12, bottom: 146, left: 40 },
};

const drawnGroups = ({ latest, before }: WaitingCurveProps): readonly DrawnGroup[] => [
  ...(before ? [{ ...whole(before), role: chart.comparison, ink: '#8c3a17', band: false } as const] : []),
  { ...whole(latest), role: chart.average, ink: colour.brandDark, band: true },
];

/** Whole per cents, as printed. */
const whole = (group: WaitingGroup): WaitingGroup => ({
  ...group,
  steps: group.steps
    .filter(({ day }) => day <= group.lastDay)
    .map(({ day, share, interval }) => ({
      day,
      share: roundedTo(share * 100, 0),
      interval: interval ? [roundedTo(interval[0] * 100, 0), roundedTo(interval[1] * 100, 0)] : null,
    })),
});

export const WaitingCurve = (props: WaitingCurveProps) => (
  <BothSizes
    draw={(size) => (
      <Drawing key={size} id={props.id} size={size} plot={plots[size]} title={props.title} description={descriptionOf(props)}>
        <WaitingDrawing {...props} groups={drawnGroups(props)} ticks={ticksFor(props)} plot={plots[size]} size={size} />
      </Drawing>
    )}
  />
);

const half = ({ median }: WaitingGroup): string =>
  median === null ? 'fewer than half had been met' : `half had been met by day ${numeral(median, 0)}`;

const descriptionOf = (props: WaitingCurveProps): string =>
  drawnGroups(props)
    .toReversed()
    .map(
      (group) =>
        `${group.label}: ${half(group)}. Still waiting of every 100: ${ticksFor(props)
          .filter((day) => day <= group.lastDay)
          .map((day) => `${shareOn(group, day)} on day ${day}`)
          .join(', ')}.`,
    )
    .join(' ');

/** Every fourteen days, or a multiple, to just past the longest line. */
function ticksFor(props: WaitingCurveProps): number[] {
  const longest = Math.max(28, ...drawnGroups(props).map(({ lastDay }) => lastDay), props.promise?.day ?? 0);
  const step = 14 * Math.max(1, Math.ceil(longest / 14 / 8));
  return Array.from({ length: Math.ceil(longest / step) + 1 }, (_, index) => index * step);
}

/** The curves at every tick, and whom they stand for. */
export function waitingTable(props: WaitingCurveProps): FigureTable {
  const groups = drawnGroups(props).toReversed();
  return {
    caption: props.title,
    columns: [
      { title: 'Days' },
      ...groups.flatMap(({ label }) => [
        { title: `${label}: still waiting of every 100`, numeric: true },
        { title: `${label}: people remaining`, numeric: true },
      ]),
    ],
    rows: [
      ...ticksFor(props).map((day) => [
        numeral(day, 0),
        ...groups.flatMap((group) => [day > group.lastDay ? 'too few' : withInterval(group, day), remaining(group.remainingOn(day))]),
      ]),
      ['Day by which half were met', ...groups.flatMap(({ median }) => [median === null ? 'not reached' : numeral(median, 0), '–'])],
    ],
  };
}

function withInterval(group: DrawnGroup, day: number): string {
  const step = group.steps.findLast((candidate) => candidate.day <= day);
  return step?.interval && step.share < 100 ? `${step.share} (${step.interval[0]} to ${step.interval[1]})` : `${step?.share ?? 100}`;
}

export const waitingKey = (props: WaitingCurveProps): readonly KeyEntry[] => [
  { words: `${props.latest.label}, 95% confidence band shaded`, mark: 'line', role: chart.average },
  ...(props.before ? [{ words: props.before.label, mark: 'line', role: chart.comparison } as const] : []),
  { words: 'day by which half had been met', mark: 'ring', role: { colour: colour.ink, width: 2.5 } },
];
