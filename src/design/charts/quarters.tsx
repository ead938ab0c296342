/** One number for each quarter of a year, as columns with the number on top; a small one that is hidden stands as an empty outline that says so. */
import { chart, colour } from '../tokens.ts';
import { axisLine, BothSizes, Drawing, Grid, Label, type Plot, px, Rule, type Size, Whisker } from './drawing.tsx';
import type { FigureTable } from './figure.tsx';
import { numeral } from './numerals.ts';

export interface QuarterValue {
  /** 'Jul to Sep 2026' */
  readonly label: string;
  /** Null: hidden to protect people, or not known. */
  readonly value: number | null;
  /** From least to most; an end that was not reached is null. */
  readonly interval?: readonly [number | null, number | null] | undefined;
}

export interface QuartersProps {
  readonly id: string;
  readonly title: string;
  /** “People who had their first support”. */
  readonly axisTitle: string;
  readonly quarters: readonly QuarterValue[];
  /** What stands where there is no number: “hidden”, “too few”. */
  readonly absent: string;
}

const plots: Readonly<Record<Size, Plot>> = {
  wide: { width: 900, height: 260, top: 44, right: 12, bottom: 52, left: 44 },
  narrow: { width: 320, height: 280, top: 44, right: 6, bottom: 58, left: 34 },
};
/** A narrow drawing shows the newest of them; the table has all. */
const shownNarrow = 5;

export const Quarters = (props: QuartersProps) => (
  <BothSizes
    draw={(size) => (
      <Drawing key={size} id={props.id} size={size} plot={plots[size]} title={props.title} description={described(props)}>
        <Columns {...props} quarters={size === 'narrow' ? props.quarters.slice(-shownNarrow) : props.quarters} size={size} />
      </Drawing>
    )}
  />
);

const said = ({ value, interval }: QuarterValue, absent: string): string =>
  value === null
    ? absent
    : `${numeral(value)}${interval ? ` (${interval[0] === null ? 'not reached' : numeral(interval[0])} to ${interval[1] === null ? 'not reached' : numeral(interval[1])})` : ''}`;

const described = ({ quarters, absent }: QuartersProps): string => quarters.map((one) => `${one.label}: ${said(one, absent)}.`).join(' ');

export const quartersTable = ({ title, axisTitle, quarters, absent }: QuartersProps): FigureTable => ({
  caption: title,
  columns: [{ title: 'Quarter' }, { title: axisTitle, numeric: true }],
  rows: quarters.map((one) => [one.label, said(one, absent)]),
});

/** A round step, so that about three of them reach above everything drawn. */
function ticksTo(highest: number): number[] {
  const rough = Math.max(highest, 1) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((size) => size * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.ceil(Math.max(highest, 1) / step) + 1 }, (_, index) => index * step);
}

const Columns = ({ quarters, axisTitle, absent, size }: QuartersProps & { readonly size: Size }) => {
  const plot = plots[size];
  const ticks = ticksTo(Math.max(0, ...quarters.flatMap(({ value, interval }) => [value ?? 0, interval?.[1] ?? 0])));
  const high = ticks.at(-1) ?? 1;
  const right = plot.width - plot.right;
  const bottom = plot.height - plot.bottom;
  const step = (right - plot.left) / Math.max(quarters.length, 1);
  const width = Math.min(56, step * 0.5);
  const y = (value: number): number => bottom - (value / high) * (bottom - plot.top);
  return (
    <>
      <Grid plot={plot} values={ticks} y={y} print={(value) => numeral(value)} />
      <Label x={0} y={16}>
        {axisTitle}
      </Label>
      {quarters.map(({ label, value, interval }, index) => {
        const x = plot.left + (index + 0.5) * step;
        const [months = '', year = ''] = [label.replace(/ \d{4}$/, ''), label.slice(-4)];
        const [first = '', last = ''] = months.split(' to ');
        return (
          <g key={label}>
            {value === null ? (
              <rect
                x={px(x - width / 2)}
                y={px(bottom - 22)}
                width={px(width)}
                height={22}
                fill="none"
                stroke={colour.edge}
                stroke-dasharray="3 3"
              />
            ) : (
              <rect
                class="od-chart__column"
                x={px(x - width / 2)}
                y={px(y(value))}
                width={px(width)}
                height={px(bottom - y(value))}
                fill={chart.improvement.colour}
              />
            )}
            {value !== null && interval && interval[0] !== null && interval[1] !== null ? (
              <Whisker x={x + width / 2 + 9} low={y(interval[0])} high={y(interval[1])} fill={chart.neutral.colour} />
            ) : null}
            <Label
              x={x}
              y={value === null ? bottom - 28 : y(value) - 7}
              anchor="middle"
              fill={colour.ink}
              weight={value === null ? 400 : 600}
              halo={colour.card}
            >
              {value === null ? absent : numeral(value)}
            </Label>
            <Label x={x} y={bottom + 20} anchor="middle">
              {`${first}–${last}`}
            </Label>
            <Label x={x} y={bottom + 39} anchor="middle">
              {year}
            </Label>
          </g>
        );
      })}
      <Rule from={[plot.left, bottom]} to={[right, bottom]} role={axisLine} />
    </>
  );
};
