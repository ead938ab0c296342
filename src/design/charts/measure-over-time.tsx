/**
 * One person's scores over time on the full range of the instrument, with its reading bands, cut-off and dependable change.
 * Boundaries lie half-way between whole scores, so that no score ever lies on a line. Which score means what is given, not known here.
 */
import { useLanguage, useTexts } from '../language.tsx';
import { type Language, type Texts, texts } from '../texts.ts';
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

const MeasureSize = (props: MeasureOverTimeProps & Drawn & { readonly size: Size }) => {
  const words = useTexts().measure;
  const language = useLanguage();
  return (
    <Drawing
      id={props.id}
      size={props.size}
      plot={props.plot}
      title={titleOf(props, words, language)}
      description={descriptionOf(props, words, language)}
    >
      <MeasureDrawing {...props} />
    </Drawing>
  );
};

type Words = Texts['measure'];

const titleOf = ({ measure, readings }: MeasureOverTimeProps, words: Words, language: Language): string => {
  const [first, last] = [readings[0], readings.at(-1)];
  return first && last && first !== last
    ? words.title({ measure, from: fullDate(first.date, language), to: fullDate(last.date, language) })
    : measure;
};

const descriptionOf = ({ readings, better, range, cutOff }: MeasureOverTimeProps, words: Words, language: Language): string => {
  const [from, to] = range.map((end) => numeral(end));
  return [
    words.scores({
      list: readings.map(({ date, value }) => words.scoreOn({ value: numeral(value), date: fullDate(date, language) })).join(', '),
    }),
    words[better]({ from: from ?? '', to: to ?? '' }),
    cutOff === undefined ? '' : words.cutOff({ value: numeral(cutOff) }),
  ]
    .filter(Boolean)
    .join(' ');
};

/** The same scores, in order. */
export function measureTable(
  { measure, readings }: Pick<MeasureOverTimeProps, 'measure' | 'readings'>,
  words: Words = texts.en.measure,
  language: Language = 'en',
): FigureTable {
  return {
    caption: words.caption({ measure }),
    columns: [{ title: words.date }, { title: words.score, numeric: true }, { title: words.change, numeric: true }],
    rows: readings.map(({ date, value }, index) => {
      const before = readings[index - 1];
      const change = before ? roundedTo(value - before.value, 1) : null;
      const size = { value: numeral(Math.abs(change ?? 0)) };
      return [
        fullDate(date, language),
        numeral(value),
        change === null ? '–' : change === 0 ? words.same : change > 0 ? words.up(size) : words.down(size),
      ];
    }),
  };
}

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
