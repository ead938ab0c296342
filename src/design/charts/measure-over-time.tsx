/**
 * One person's scores over time on the full range of the instrument, with its reading bands, cut-off and dependable change.
 * Boundaries lie half-way between whole scores, so that no score ever lies on a line. Which score means what is given, not known here.
 */
import { BothSizes, Drawing, type Plot, type Size } from './drawing.tsx';
import { placeMoments, roomAbove } from './events.tsx';
import type { FigureTable } from './figure.tsx';
import { type Drawn, MeasureDrawing } from './measure-drawing.tsx';
import { fullDate, instantOf, numeral, roundedTo } from './numerals.ts';

export interface MeasureReading {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly value: number;
  /** A change of version breaks the line. */
  readonly version?: string | undefined;
}

export interface MeasureOverTimeProps {
  readonly id: string;
  /** “CORE-10”. */
  readonly measure: string;
  /** In order of date, at least one. */
  readonly readings: readonly MeasureReading[];
  readonly range: readonly [lowest: number, highest: number];
  readonly better: 'lower' | 'higher';
  readonly bands?: readonly { readonly from: number; readonly to: number; readonly words: string }[] | undefined;
  readonly cutOff?: number | undefined;
  readonly reliableChange?: number | undefined;
  /** What the person chose to mark; at most four are drawn. */
  readonly events?: readonly { readonly date: string; readonly label: string }[] | undefined;
  /** Planned days between scores: the line is dashed over more than twice as long. */
  readonly plannedDays?: number | undefined;
}

const plots: Readonly<Record<Size, Plot>> = {
  wide: { width: 860, height: 392, top: 46, right: 218, bottom: 34, left: 40 },
  narrow: { width: 320, height: 372, top: 46, right: 10, bottom: 34, left: 28 },
};

const week = 7 * 86_400_000;

export const MeasureOverTime = (props: MeasureOverTimeProps) => (
  <BothSizes draw={(size) => <MeasureSize key={size} {...props} {...drawn(props, size)} size={size} />} />
);

const MeasureSize = (props: MeasureOverTimeProps & Drawn & { readonly size: Size }) => (
  <Drawing id={props.id} size={props.size} plot={props.plot} title={titleOf(props)} description={descriptionOf(props)}>
    <MeasureDrawing {...props} />
  </Drawing>
);

const titleOf = ({ measure, readings }: MeasureOverTimeProps): string => {
  const [first, last] = [readings[0], readings.at(-1)];
  return first && last && first !== last ? `${measure} from ${fullDate(first.date)} to ${fullDate(last.date)}` : measure;
};

const descriptionOf = ({ readings, better, range, cutOff }: MeasureOverTimeProps): string =>
  [
    `Scores: ${readings.map(({ date, value }) => `${numeral(value)} on ${fullDate(date)}`).join(', ')}.`,
    `The range is ${range[0]} to ${range[1]}; ${better} is better.`,
    cutOff === undefined ? '' : `The cut-off is ${numeral(cutOff)}.`,
  ]
    .filter(Boolean)
    .join(' ');

/** The same scores, in order. */
export const measureTable = ({ measure, readings }: Pick<MeasureOverTimeProps, 'measure' | 'readings'>): FigureTable => ({
  caption: `${measure} scores`,
  columns: [{ title: 'Date' }, { title: 'Score', numeric: true }, { title: 'Change', numeric: true }],
  rows: readings.map(({ date, value }, index) => {
    const before = readings[index - 1];
    const change = before ? roundedTo(value - before.value, 1) : null;
    return [
      fullDate(date),
      numeral(value),
      change === null ? '–' : change === 0 ? 'no change' : `${change > 0 ? 'up' : 'down'} ${numeral(Math.abs(change))}`,
    ];
  }),
});

/** Where things lie; the plot moves down when marked moments need more rows, and up when there are none. */
function drawn({ readings, events = [], bands = [] }: MeasureOverTimeProps, size: Size): Drawn {
  const plot = size === 'wide' && bands.length === 0 ? { ...plots.wide, right: 24 } : plots[size];
  const dates = readings.map(({ date }) => instantOf(date));
  const start = (dates[0] ?? 0) - week;
  const end = (dates.at(-1) ?? 0) + week;
  const x = (date: string): number => plot.left + ((instantOf(date) - start) / (end - start)) * (plot.width - plot.left - plot.right);
  const moments = placeMoments(
    events.map(({ date, label }) => ({ x: x(date), label })),
    size === 'wide' ? plot.width : plot.width - plot.right,
  );
  const lower = moments.length === 0 ? -22 : Math.max(0, roomAbove(moments) - plot.top);
  return { plot: { ...plot, top: plot.top + lower, height: plot.height + lower }, x, moments };
}
