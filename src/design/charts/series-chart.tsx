/**
 * An XmR chart: a series over time with its usual variation, so that chance is not taken for news. Limits, rules and signals come worked
 * out; a step change comes from a person with a reason. Short series are run charts with a median and no limits.
 */
import { chart } from '../tokens.ts';
import { BothSizes, Drawing, type Plot, type Size } from './drawing.tsx';
import { placeMoments, roomAbove } from './events.tsx';
import type { FigureTable, KeyEntry } from './figure.tsx';
import { numeral } from './numerals.ts';
import { type Drawn, SeriesDrawing, signalColours } from './series-drawing.tsx';

export interface SeriesPoint {
  /** “Oct 2024”. */
  readonly label: string;
  readonly value: number;
  readonly movingRange: number | null;
  readonly rule: string | null;
  readonly signal: 'improvement' | 'concern' | 'neutral' | null;
  /** Written by someone, in words that identify nobody. */
  readonly reason?: string | undefined;
}

export interface SeriesSection {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly median: number;
  readonly limits: { readonly lower: number | null; readonly upper: number } | null;
  /** Why this section begins; null for the first. */
  readonly reason: string | null;
}

export interface SeriesChartProps {
  readonly id: string;
  readonly title: string;
  /** “Nights in psychiatric hospital each month, everyone living here”. */
  readonly axisTitle: string;
  readonly points: readonly SeriesPoint[];
  readonly sections: readonly SeriesSection[];
  /** The least possible value: the axis begins there. */
  readonly minimum?: number | undefined;
}

const plots: Readonly<Record<Size, Plot>> = {
  wide: { width: 900, height: 360, top: 46, right: 172, bottom: 44, left: 52 },
  narrow: { width: 360, height: 340, top: 46, right: 30, bottom: 44, left: 34 },
};

export const SeriesChart = (props: SeriesChartProps) => (
  <BothSizes draw={(size) => <SeriesSize key={size} {...props} {...drawn(props, size)} size={size} />} />
);

const SeriesSize = (props: SeriesChartProps & Drawn & { readonly size: Size }) => (
  <Drawing id={props.id} size={props.size} plot={props.plot} title={props.title} description={descriptionOf(props)}>
    <SeriesDrawing {...props} />
  </Drawing>
);

/** Step changes as marked moments; the plot moves down when their labels would meet the title of the axis. */
function drawn({ points, sections }: SeriesChartProps, size: Size): Drawn {
  const plot = plots[size];
  const steps = sections.flatMap(({ from, reason }) =>
    reason ? [{ x: plot.left + (from / points.length) * (plot.width - plot.left - plot.right), label: reason }] : [],
  );
  const moments = placeMoments(steps, plot.width);
  const lower = moments.some(({ row }) => row > 0) ? roomAbove(moments) + 14 - plot.top : 0;
  return { plot: lower > 0 ? { ...plot, top: plot.top + lower, height: plot.height + lower } : plot, moments };
}

const descriptionOf = ({ points, sections }: SeriesChartProps): string =>
  [
    ...sections.map(({ from, to, mean, median, limits }) => {
      const span = `${points[from]?.label ?? ''} to ${points[to - 1]?.label ?? ''}`;
      if (!limits) return `${span}: median ${numeral(median)}, too few points for limits.`;
      return `${span}: average ${numeral(mean)}, usual variation ${limits.lower === null ? 'up' : `${numeral(limits.lower)}`} to ${numeral(limits.upper)}.`;
    }),
    ...points.flatMap(({ label, value, rule }) => (rule === 'outside a limit' ? [`${label}: ${numeral(value)}, ${rule}.`] : [])),
  ].join(' ');

export const seriesTable = ({ title, points }: SeriesChartProps): FigureTable => ({
  caption: title,
  columns: [
    { title: 'When' },
    { title: 'Value', numeric: true },
    { title: 'Moving range', numeric: true },
    { title: 'More than usual variation' },
  ],
  rows: points.map(({ label, value, movingRange, rule, signal, reason }) => [
    label,
    numeral(value),
    movingRange === null ? '–' : numeral(movingRange),
    rule ? [`${rule} (${signal})`, reason].filter(Boolean).join('. ') : 'no',
  ]),
});

const signalWords = { improvement: 'better than usual', concern: 'worse than usual', neutral: 'different from usual' } as const;
const signalMarks = { improvement: 'diamond', concern: 'triangle', neutral: 'square' } as const;
/** Only the marks that are drawn. */
export function seriesKey({ points, sections }: SeriesChartProps): readonly KeyEntry[] {
  const signals = (['concern', 'improvement', 'neutral'] as const).filter((signal) => points.some((point) => point.signal === signal));
  return [
    { words: 'usual variation', mark: 'circle', role: chart.neutral },
    ...signals.map((signal) => ({
      words: signalWords[signal],
      mark: signalMarks[signal],
      role: { colour: signalColours[signal], width: 2 },
    })),
    ...(sections.some(({ limits }) => limits) ? [{ words: 'limits of usual variation', mark: 'line', role: chart.limit } as const] : []),
  ];
}
