/** What a measure chart draws inside its frame: bands, boundaries, scores, dates. Its words and table are in measure-over-time.tsx. */
import { useLanguage, useTexts } from '../language.tsx';
import { chart, colour, type Hex } from '../tokens.ts';
import { axisLine, Grid, Label, type Plot, px, Rule, type Size } from './drawing.tsx';
import { Moments, type placeMoments } from './events.tsx';
import { alongLine, type Box, freest, type Spot, textBox } from './free-place.ts';
import type { MeasureOverTimeProps, MeasureReading } from './measure-over-time.tsx';
import { instantOf, numeral, roundedTo, shortDate, textWidth } from './numerals.ts';

export interface Drawn {
  readonly plot: Plot;
  readonly x: (date: string) => number;
  readonly moments: ReturnType<typeof placeMoments>;
}

/** From the healthiest band to the furthest from it. */
const bandTints: readonly Hex[] = ['#e1f0e8', '#ecf5f0', '#fbf6ea', '#f8eee2', '#f4e7de', '#f0e2da'];
export const MeasureDrawing = ({ plot, x, moments, size, ...props }: MeasureOverTimeProps & Drawn & { readonly size: Size }) => {
  const { range, readings, bands = [], better } = props;
  const said = useTexts().measure;
  const language = useLanguage();
  const [lowest, highest] = range;
  const inside = plot.height - plot.top - plot.bottom;
  const y = (value: number): number => plot.top + ((highest + 0.5 - value) / (highest - lowest + 1)) * inside;
  const edges = { left: plot.left, right: plot.width - plot.right };
  const ordered = better === 'lower' ? bands : bands.toReversed();
  const line = readings.map(({ date, value }): Spot => [x(date), y(roundedTo(value, 1))]);
  const around = [-6, 0, 6];
  const spots = [
    ...alongLine(line),
    ...line.flatMap(([atX, atY]) => around.flatMap((dx) => around.map((dy): Spot => [atX + dx, atY + dy]))),
  ];
  return (
    <>
      {ordered.map(({ from, to, words }, index) => (
        <g key={words}>
          <rect
            x={edges.left}
            width={edges.right - edges.left}
            y={px(y(to + 0.5))}
            height={px(y(from - 0.5) - y(to + 0.5))}
            fill={tintAt(index, ordered.length)}
          />
          {size === 'wide' ? (
            <Label x={edges.right + 14} y={(y(from - 0.5) + y(to + 0.5)) / 2 + 5} fill={colour.ink}>
              <tspan font-weight={650} lang={language === 'en' ? undefined : 'en-GB'}>
                {capital(words)}
              </tspan>{' '}
              <tspan fill={colour.mute}>{said.band({ from: numeral(from), to: numeral(to) })}</tspan>
            </Label>
          ) : null}
        </g>
      ))}
      <Grid plot={plot} values={gridOf(range)} y={y} print={(value) => numeral(value)} />
      <Moments placed={moments} plot={plot} />
      <Boundaries {...props} size={size} y={y} plot={plot} spots={spots} ordered={ordered} />
      <Series {...props} x={x} y={y} plot={plot} spots={spots} ordered={ordered} />
      <Rule from={[edges.left, plot.height - plot.bottom]} to={[edges.right, plot.height - plot.bottom]} role={axisLine} />
      <Dates {...props} plot={plot} x={x} size={size} />
    </>
  );
};

type Ordered = readonly { readonly from: number; readonly to: number }[];

interface Scales {
  readonly plot: Plot;
  readonly x: (date: string) => number;
  readonly y: (value: number) => number;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const tintAt = (index: number, count: number): Hex =>
  bandTints[count < 2 ? 0 : Math.round((index * (bandTints.length - 1)) / (count - 1))] ?? colour.card;

/** The tint under a score, for halos. `ordered` runs from the healthiest band. */
function tintOf(ordered: readonly { readonly from: number; readonly to: number }[], value: number): Hex {
  const index = ordered.findIndex(({ from, to }) => value >= from - 0.5 && value < to + 0.5);
  return index < 0 ? colour.card : tintAt(index, ordered.length);
}

/** Three to five lines at round scores, both ends of the range among them where they are round. */
function gridOf([lowest, highest]: readonly [number, number]): number[] {
  const step = [1, 2, 5, 10, 20, 25, 50].find((size) => (highest - lowest) / size <= 5) ?? 100;
  const first = Math.ceil(lowest / step) * step;
  return Array.from({ length: Math.floor((highest - first) / step) + 1 }, (_, index) => first + index * step);
}

/** The cut-off and the line a score must pass to be a dependable improvement on the first, each labelled where it covers least. */
const Boundaries = ({
  readings,
  better,
  reliableChange,
  range,
  cutOff,
  size,
  y,
  plot,
  spots,
  ordered,
}: MeasureOverTimeProps & {
  readonly size: Size;
  readonly y: (value: number) => number;
  readonly plot: Plot;
  readonly spots: readonly Spot[];
  readonly ordered: Ordered;
}) => {
  const first = readings.length < 2 ? undefined : readings[0]?.value;
  const target =
    first === undefined || reliableChange === undefined ? undefined : better === 'lower' ? first - reliableChange : first + reliableChange;
  const half = target !== undefined && Number.isInteger(target) ? 0.5 : 0;
  const said = useTexts().measure;
  const dependable =
    size === 'wide' ? { lower: said.dependableLess, higher: said.dependableMore } : { lower: said.shortLess, higher: said.shortMore };
  const lines = [
    ...(cutOff === undefined
      ? []
      : [
          {
            look: 'od-chart__cut-off',
            at: cutOff - 0.5,
            role: chart.cutOff,
            words: (better === 'lower' ? said.under : said.over)({ value: numeral(cutOff) }),
            fill: colour.okInk,
            weight: 650,
          },
        ]),
    ...(target === undefined || target < range[0] || target > range[1]
      ? []
      : [
          {
            look: 'od-chart__dependable',
            at: better === 'lower' ? target + half : target - half,
            role: { ...chart.limit, dash: '5 5' },
            words: dependable[better]({ value: numeral(target) }),
            fill: colour.mute,
            weight: 400,
          },
        ]),
  ];
  const across = lines.map(({ at }) => ({ left: plot.left, right: plot.width - plot.right, top: y(at) - 2, bottom: y(at) + 2 }));
  const taken: Box[] = [];
  return (
    <>
      {lines.map(({ look, at, role, words, fill, weight }) => {
        const width = textWidth(words, 14, weight > 400);
        const good = better === 'lower' ? 1 : -1;
        const places = [good, -good].flatMap((side) =>
          (['start', 'end'] as const).map((anchor) => {
            const x = anchor === 'start' ? plot.left + 10 : plot.width - plot.right - 10;
            const baseline = y(at) + (side === 1 ? 19 : -8);
            return { x, baseline, anchor, side, box: textBox(x, baseline, width, anchor), penalty: side === good ? 0 : 8 };
          }),
        );
        const inside = places.filter(({ box }) => box.top > plot.top && box.bottom < plot.height - plot.bottom);
        const place = freest(inside, spots, [...taken, ...across]);
        if (place) taken.push(place.box);
        return (
          <g key={look}>
            <Rule class={look} from={[plot.left, y(at)]} to={[plot.width - plot.right, y(at)]} role={role} />
            {place ? (
              <Label
                x={place.x}
                y={place.baseline}
                anchor={place.anchor}
                fill={fill}
                weight={weight}
                halo={tintOf(ordered, at - place.side)}
              >
                {words}
              </Label>
            ) : null}
          </g>
        );
      })}
    </>
  );
};

const Series = ({
  readings,
  plannedDays,
  x,
  y,
  plot,
  spots,
  ordered,
}: MeasureOverTimeProps & Scales & { readonly spots: readonly Spot[]; readonly ordered: Ordered }) => {
  const points = readings.map((reading) => ({ ...reading, at: [x(reading.date), y(roundedTo(reading.value, 1))] as const }));
  const last = points.length - 1;
  return (
    <>
      {points.slice(1).map((point, index) => {
        const before = points[index];
        if (!before || before.version !== point.version) return null;
        const gap = (instantOf(point.date) - instantOf(before.date)) / 86_400_000;
        const long = plannedDays !== undefined && gap > 2 * plannedDays;
        return (
          <path
            key={point.date}
            class="od-chart__line"
            d={`M${px(before.at[0])} ${px(before.at[1])}L${px(point.at[0])} ${px(point.at[1])}`}
            stroke={chart.person.colour}
            stroke-width={chart.person.width}
            stroke-linecap="round"
            stroke-dasharray={long ? '2 7' : undefined}
          />
        );
      })}
      {points.map(({ at, date }, index) => (
        <circle
          key={`${date}-${index}`}
          class="od-chart__reading"
          cx={px(at[0])}
          cy={px(at[1])}
          r={index === 0 || index === last ? 8 : 5.5}
          fill={chart.person.colour}
          stroke={colour.card}
          stroke-width={2}
        />
      ))}
      {points.map(({ at, value }, index) => {
        if (index !== 0 && index !== last) return null;
        const words = numeral(value);
        const width = textWidth(words, 22, true);
        const beside = index === 0 && last > 0;
        const at0 = Math.min(at[0] + (beside ? 12 : 0), plot.width - plot.right - (beside ? width : width / 2));
        const anchor = beside ? 'start' : 'middle';
        const places = [at[1] - (beside ? 12 : 15), at[1] + (beside ? 29 : 32)].map((baseline) => ({
          baseline,
          box: textBox(at0, baseline, width, anchor, 22),
        }));
        const inside = places.filter(({ box }) => box.top > plot.top && box.bottom < plot.height - plot.bottom);
        const place = freest(inside, spots) ?? places[0];
        return (
          <Label
            key={index}
            x={at0}
            y={place?.baseline ?? at[1]}
            anchor={anchor}
            fill={colour.brandDark}
            size={22}
            weight={750}
            halo={tintOf(ordered, value + ((place?.baseline ?? 0) > at[1] ? -2 : 2))}
          >
            {numeral(value)}
          </Label>
        );
      })}
    </>
  );
};

/** Dates of scores, as many as fit; the year where it begins or changes. */
const Dates = ({ readings, plot, x, size }: MeasureOverTimeProps & Pick<Scales, 'plot' | 'x'> & { readonly size: Size }) => {
  const room = size === 'wide' ? 92 : 78;
  const language = useLanguage();
  const last = readings.at(-1);
  const kept: MeasureReading[] = [];
  for (const reading of readings) {
    const before = kept.at(-1);
    const free = !before || x(reading.date) - x(before.date) >= room;
    if (reading === last) {
      if (before && !free) kept.pop();
      kept.push(reading);
    } else if (free) kept.push(reading);
  }
  const oneYear = readings[0]?.date.slice(0, 4) === last?.date.slice(0, 4);
  return (
    <>
      {kept.map((reading, index) => {
        const yearBefore = kept[index - 1]?.date.slice(0, 4);
        const year = reading.date.slice(0, 4);
        const day = shortDate(reading.date, language);
        const words = !oneYear && year !== yearBefore ? `${day} ${year.slice(2)}` : day;
        const half = textWidth(words) / 2;
        const at = Math.min(Math.max(x(reading.date), half + 2), plot.width - half - 3);
        return (
          <g key={reading.date}>
            <Rule
              from={[x(reading.date), plot.height - plot.bottom]}
              to={[x(reading.date), plot.height - plot.bottom + 5]}
              role={axisLine}
            />
            <Label x={at} y={plot.height - plot.bottom + 23} anchor="middle">
              {words}
            </Label>
          </g>
        );
      })}
    </>
  );
};
