/** What a slope draws inside its frame: means, whiskers, thirds, the norm and the axis of the difference. Its words and table are in slope.tsx. */
import { chart, colour } from '../tokens.ts';
import { axisLine, Diamond, Grid, keptApart, Label, type Plot, px, Rule, type Size, Whisker } from './drawing.tsx';
import { numeral, signedNumeral } from './numerals.ts';
import type { SlopeProps } from './slope.tsx';

export interface SlopePlot extends Plot {
  readonly entryX: number;
  readonly endX: number;
  readonly axisX: number;
  readonly gridTo: number;
}

/** `9.6 to 16.1` */
export const range = ([lower, upper]: readonly [number, number]): string => `${numeral(lower)} to ${numeral(upper)}`;

/** Everything drawn, padded to even tens, so that groups can be compared where the same people are. */
function axisOf({ entry, end, thirds = [], norm }: SlopeProps): [number, number] {
  const values = [entry, end].flatMap(({ mean, interval, quartiles = [] }) => [mean, ...interval, ...quartiles]);
  const all = [...values, ...thirds.flatMap((third) => [third.entry, third.end]), ...(norm ? [norm.value] : [])];
  const step = Math.max(...all) - Math.min(...all) > 12 ? 10 : 5;
  return [Math.floor((Math.min(...all) - 0.5) / step) * step, Math.ceil((Math.max(...all) + 0.5) / step) * step];
}

export const SlopeDrawing = (props: SlopeProps & { readonly plot: SlopePlot; readonly size: Size }) => {
  const { plot, size, entry, end, thirds = [], norm, scoreName } = props;
  const [lowest, highest] = axisOf(props);
  const bottom = plot.height - plot.bottom;
  const y = (value: number): number => plot.top + ((highest - value) / (highest - lowest)) * (bottom - plot.top);
  const step = (highest - lowest) % 10 === 0 && highest - lowest > 20 ? 10 : 5;
  const ticks = Array.from({ length: (highest - lowest) / step + 1 }, (_, index) => lowest + index * step);
  const names = keptApart(
    thirds.map((third) => y(third.entry)),
    18,
  );
  const meanRole = { colour: colour.brandDark, width: 5 };
  // Where the line falls, the first number stands as much lower as the line falls beside it.
  const underLine = Math.max(0, ((y(end.mean) - y(entry.mean)) / (plot.endX - plot.entryX)) * 70);
  return (
    <>
      <Grid plot={plot} values={ticks} y={y} print={(value) => numeral(value)} to={plot.gridTo} />
      <Label x={0} y={20}>
        {scoreName}
      </Label>
      {entry.quartiles && end.quartiles ? (
        <polygon
          class="od-chart__middle"
          points={[
            [plot.entryX, y(entry.quartiles[1])],
            [plot.endX, y(end.quartiles[1])],
            [plot.endX, y(end.quartiles[0])],
            [plot.entryX, y(entry.quartiles[0])],
          ]
            .map(([x, at]) => `${px(x ?? 0)},${px(at ?? 0)}`)
            .join(' ')}
          fill={colour.tint}
        />
      ) : null}
      {norm ? (
        <Rule class="od-chart__norm" from={[plot.left, y(norm.value)]} to={[plot.gridTo, y(norm.value)]} role={chart.reference} />
      ) : null}
      {thirds.map((third, index) => (
        <g key={third.label}>
          <Rule from={[plot.entryX, y(third.entry)]} to={[plot.endX, y(third.end)]} role={chart.context} />
          {[[plot.entryX, third.entry] as const, [plot.endX, third.end] as const].map(([x, value]) => (
            <circle
              key={x}
              class="od-chart__third"
              cx={px(x)}
              cy={px(y(value))}
              r={4}
              fill={colour.card}
              stroke={chart.context.colour}
              stroke-width={2}
            />
          ))}
          {size === 'wide' ? (
            <Label x={plot.entryX - 18} y={(names[index] ?? 0) + 5} anchor="end" halo={colour.card}>
              {third.label}
            </Label>
          ) : null}
        </g>
      ))}
      {[
        [plot.entryX + 12, entry.mean],
        [plot.endX + 12, end.mean],
      ].map(([x = 0, value = 0]) => (
        <Rule key={x} from={[x, y(value)]} to={[plot.axisX, y(value)]} role={{ colour: colour.edge, width: 1.2, dash: '2 4' }} />
      ))}
      <Rule class="od-chart__mean" from={[plot.entryX, y(entry.mean)]} to={[plot.endX, y(end.mean)]} role={meanRole} />
      {[
        { x: plot.entryX, score: entry },
        { x: plot.endX, score: end },
      ].map(({ x, score }) => (
        <g key={x}>
          <Whisker x={x} low={y(score.interval[0])} high={y(score.interval[1])} fill={colour.brandDark} />
          <circle
            class="od-chart__reading"
            cx={x}
            cy={px(y(score.mean))}
            r={9}
            fill={colour.brandDark}
            stroke={colour.card}
            stroke-width={2.5}
          />
          <Label x={x} y={plot.height - 8} anchor="middle" fill={colour.ink} weight={650}>
            {score.label}
          </Label>
        </g>
      ))}
      <Label
        x={plot.entryX + 16}
        y={y(entry.mean) + 26 + underLine}
        fill={colour.brandDark}
        size={22}
        weight={750}
        halo={entry.quartiles ? colour.tint : colour.card}
      >
        {numeral(entry.mean)}
      </Label>
      <Label
        x={size === 'wide' ? plot.endX + 18 : plot.endX - 14}
        y={y(end.mean) - 12}
        anchor={size === 'wide' ? 'start' : 'end'}
        fill={colour.brandDark}
        size={22}
        weight={750}
        halo={size === 'wide' || !end.quartiles ? colour.card : colour.tint}
      >
        {numeral(end.mean)}
      </Label>
      {norm ? <NormName {...norm} plot={plot} size={size} y={y} end={end.mean} /> : null}
      <DifferenceAxis {...props} y={y} />
    </>
  );
};

/** In the room between the end and the difference axis; on phones under the plot’s top line, where the whole name fits. */
const NormName = ({
  value,
  label,
  detail,
  plot,
  size,
  y,
  end,
}: NonNullable<SlopeProps['norm']> & {
  readonly plot: SlopePlot;
  readonly size: Size;
  readonly y: (value: number) => number;
  readonly end: number;
}) => {
  if (size === 'narrow') {
    return (
      <Label x={plot.left} y={plot.top - 12} fill={colour.plumInk} weight={600} halo={colour.card}>
        {`– – ${label} ${numeral(value)}`}
      </Label>
    );
  }
  const below = end >= value;
  const first = below ? Math.max(y(value) + 5, y(end) + 22) : Math.min(y(value) - 12, y(end) - 44);
  return (
    <>
      <Label x={plot.gridTo + 8} y={first} fill={colour.plumInk} weight={600} halo={colour.card}>
        {label}
      </Label>
      <Label x={plot.gridTo + 8} y={first + 18} fill={colour.plumInk} halo={colour.card}>
        {`${numeral(value)} (${detail})`}
      </Label>
    </>
  );
};

/** Zero lies on the entry mean, so that the difference is as tall here as between the two means. */
const DifferenceAxis = ({
  plot,
  size,
  entry,
  difference,
  y,
}: SlopeProps & { readonly plot: SlopePlot; readonly size: Size; readonly y: (value: number) => number }) => {
  const at = (value: number): number => y(entry.mean + value);
  const [lower, upper] = difference.interval;
  const step = Math.max(Math.abs(lower), Math.abs(upper)) > 25 ? 10 : 5;
  const from = Math.floor(Math.min(0, lower) / step) * step;
  const to = Math.ceil(Math.max(0, upper) / step) * step;
  const ticks = Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
  const x = plot.axisX + (size === 'wide' ? 72 : 62);
  return (
    <>
      <Label x={size === 'wide' ? plot.axisX : plot.width} y={20} anchor={size === 'wide' ? 'start' : 'end'} fill={colour.ink} weight={650}>
        Mean change
      </Label>
      <Rule from={[plot.axisX, at(from)]} to={[plot.axisX, at(to)]} role={axisLine} />
      {ticks.map((tick) => (
        <g key={tick}>
          <Rule from={[plot.axisX, at(tick)]} to={[plot.axisX + 6, at(tick)]} role={axisLine} />
          <Label x={plot.axisX + 11} y={at(tick) + 5}>
            {signedNumeral(tick)}
          </Label>
        </g>
      ))}
      <Whisker x={x} low={at(lower)} high={at(upper)} fill={colour.brandDark} />
      <Diamond class="od-chart__difference" x={x} y={at(difference.mean)} side={15} fill={colour.brandDark} />
      <Label
        x={size === 'wide' ? x + 20 : plot.width}
        y={size === 'wide' ? at(difference.mean) + 3 : 45}
        anchor={size === 'wide' ? 'start' : 'end'}
        fill={colour.brandDark}
        size={size === 'wide' ? 24 : 22}
        weight={750}
      >
        {signedNumeral(difference.mean)}
      </Label>
      <Label
        x={size === 'wide' ? x + 20 : plot.width}
        y={size === 'wide' ? at(difference.mean) + 22 : 64}
        anchor={size === 'wide' ? 'start' : 'end'}
        halo={colour.card}
      >
        {range(difference.interval)}
      </Label>
    </>
  );
};
