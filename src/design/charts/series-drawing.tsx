/** What a series chart draws inside its frame: limits, averages, points and signals. Its words and table are in series-chart.tsx. */
import { chart, colour, type Hex } from '../tokens.ts';
import { axisLine, Diamond, Grid, keptApart, Label, type Plot, px, Rule, type Size } from './drawing.tsx';
import { Moments, type placeMoments } from './events.tsx';
import { numeral, roundedTo, textWidth } from './numerals.ts';
import type { SeriesChartProps, SeriesPoint, SeriesSection } from './series-chart.tsx';

export interface Drawn {
  readonly plot: Plot;
  readonly moments: ReturnType<typeof placeMoments>;
}

export const signalColours: Readonly<Record<'improvement' | 'concern' | 'neutral', Hex>> = {
  improvement: chart.improvement.colour,
  concern: chart.concern.colour,
  neutral: colour.plum,
};

/** A round top above everything drawn, and about three steps to it. */
function axisOf({ points, sections, minimum }: SeriesChartProps): number[] {
  const all = [
    ...points.map(({ value }) => value),
    ...sections.flatMap(({ limits }) => (limits ? [limits.upper, ...(limits.lower === null ? [] : [limits.lower])] : [])),
  ];
  const highest = Math.max(...all);
  const lowest = minimum ?? Math.min(...all);
  const rough = (highest - lowest || 1) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 3, 5, 10].find((size) => size * power >= rough) ?? 10) * power;
  const from = minimum ?? Math.floor(lowest / step) * step;
  return Array.from({ length: Math.ceil((highest - from) / step) + 1 }, (_, index) => from + index * step);
}

export const SeriesDrawing = (props: SeriesChartProps & Drawn & { readonly size: Size }) => {
  const { plot, moments, points, sections, axisTitle, minimum, size } = props;
  const ticks = axisOf(props);
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const right = plot.width - plot.right;
  const bottom = plot.height - plot.bottom;
  const edge = (index: number): number => plot.left + (index / points.length) * (right - plot.left);
  const x = (index: number): number => edge(index + 0.5);
  const y = (value: number): number => plot.top + ((high - value) / (high - low)) * (bottom - plot.top);
  return (
    <>
      <Grid plot={plot} values={ticks} y={y} print={(value) => numeral(value)} />
      <Label x={0} y={16}>
        {size === 'wide' ? axisTitle : shortened(axisTitle)}
      </Label>
      {sections.map((section, index) => (
        <Section
          key={section.from}
          section={section}
          edges={[edge(section.from), edge(section.to)]}
          y={y}
          latest={index === sections.length - 1}
          minimum={minimum ?? low}
          size={size}
        />
      ))}
      <Moments placed={moments} plot={plot} />
      {sections.map(({ from, to }) => (
        <path
          key={from}
          d={`M${points
            .slice(from, to)
            .map(({ value }, index) => `${px(x(from + index))} ${px(y(roundedTo(value, 1)))}`)
            .join('L')}`}
          fill="none"
          stroke="#8fa3a6"
          stroke-width={2}
          stroke-linejoin="round"
        />
      ))}
      {points.map((point, index) => (
        <Mark key={point.label} signal={point.signal} x={x(index)} y={y(roundedTo(point.value, 1))} />
      ))}
      {points.map(({ label, reason, signal, value }, index) => {
        if (!reason || !signal) return null;
        const left = x(index) + 12 + textWidth(reason, 14, true) > right;
        return (
          <Label
            key={label}
            x={x(index) + (left ? -12 : 12)}
            y={y(value) - 2}
            anchor={left ? 'end' : 'start'}
            fill={signal === 'concern' ? '#8c3a17' : colour.ink}
            weight={600}
            halo={colour.card}
          >
            {reason}
          </Label>
        );
      })}
      <Rule from={[plot.left, bottom]} to={[right, bottom]} role={axisLine} />
      {namedPoints(points.length, size).map((index) => (
        <g key={index}>
          <Rule from={[x(index), bottom]} to={[x(index), bottom + 5]} role={axisLine} />
          <Label x={x(index)} y={bottom + 24} anchor="middle">
            {points[index]?.label}
          </Label>
        </g>
      ))}
    </>
  );
};

/** The part before the first comma, where the whole does not fit. */
const shortened = (title: string): string => (textWidth(title) <= 360 ? title : (title.split(',')[0] ?? title));

/** Evenly spaced from the first point, as many as there is room for. */
function namedPoints(count: number, size: Size): number[] {
  const every = Math.max(1, Math.ceil(count / (size === 'wide' ? 8 : 3)));
  const tidy = every > 2 ? Math.ceil(every / 3) * 3 : every;
  return Array.from({ length: Math.ceil(count / tidy) }, (_, index) => index * tidy);
}

const Section = ({
  section,
  edges,
  y,
  latest,
  minimum,
  size,
}: {
  readonly section: SeriesSection;
  readonly edges: readonly [number, number];
  readonly y: (value: number) => number;
  readonly latest: boolean;
  readonly minimum: number;
  readonly size: Size;
}) => {
  const { limits, mean, median, reason } = section;
  const [from, to] = edges;
  const decimals = y(0) - y(1) < 12 ? 0 : 1;
  const centre = roundedTo(limits ? mean : median, decimals);
  const lower = limits ? roundedTo(limits.lower ?? minimum, decimals) : null;
  const upper = limits ? roundedTo(limits.upper, decimals) : null;
  const all = [
    ...(upper === null ? [] : [{ value: upper, words: 'upper limit' }]),
    { value: centre, words: limits ? 'average' : 'median' },
    ...(lower === null || limits?.lower === null ? [] : [{ value: lower, words: 'lower limit' }]),
  ];
  const places = keptApart(
    all.map(({ value }) => y(value)),
    19,
  );
  return (
    <>
      {upper !== null && lower !== null ? (
        <rect
          x={px(from)}
          width={px(to - from)}
          y={px(y(upper))}
          height={px(y(lower) - y(upper))}
          fill={reason ? colour.tint : '#f4f2ec'}
        />
      ) : null}
      {[upper, lower].map((limit, index) =>
        limit === null ? null : <Rule key={index} class="od-chart__limit" from={[from, y(limit)]} to={[to, y(limit)]} role={chart.limit} />,
      )}
      <Rule class="od-chart__average" from={[from, y(centre)]} to={[to, y(centre)]} role={{ colour: colour.ink, width: 1.5 }} />
      {all.map(({ value, words }, index) =>
        latest && size === 'wide' ? (
          <Label
            key={words}
            x={to + 10}
            y={(places[index] ?? 0) + 5}
            fill={words.endsWith('limit') ? colour.mute : colour.ink}
            weight={words.endsWith('limit') ? 400 : 650}
          >
            {`${numeral(value)}: ${words}`}
          </Label>
        ) : (
          <Label
            key={words}
            x={latest ? to + 4 : from + 6}
            y={latest ? (places[index] ?? 0) + 5 : y(value) + (words === 'lower limit' ? 17 : -7)}
            fill={words.endsWith('limit') ? colour.mute : colour.ink}
            weight={words.endsWith('limit') ? 400 : 650}
            halo={latest ? colour.card : '#f4f2ec'}
          >
            {numeral(value)}
          </Label>
        ),
      )}
    </>
  );
};

const Mark = ({ signal, x, y }: { readonly signal: SeriesPoint['signal']; readonly x: number; readonly y: number }) => {
  const edge = { stroke: colour.card, 'stroke-width': 1.5 };
  switch (signal) {
    case null:
      return <circle class="od-chart__reading" cx={px(x)} cy={px(y)} r={5.5} fill={chart.neutral.colour} {...edge} />;
    case 'improvement':
      return <Diamond class="od-chart__reading" x={x} y={y} side={11} fill={signalColours[signal]} />;
    case 'concern':
      return <path class="od-chart__reading" d={`M${px(x)} ${px(y - 9)}l8.5 15h-17Z`} fill={signalColours[signal]} {...edge} />;
    case 'neutral':
      return (
        <rect class="od-chart__reading" x={px(x - 5.5)} y={px(y - 5.5)} width={11} height={11} fill={signalColours[signal]} {...edge} />
      );
  }
};
