/**
 * The frame of every chart: one drawing for wide places and one for narrow ones, swapped by the style sheet, each an image with a name
 * and a description that repeats its figures. Marks and labels that several charts share are here too.
 */
import type { ComponentChildren } from 'preact';
import { type ChartRole, chart, colour, type Hex } from '../tokens.ts';

export type Size = 'wide' | 'narrow';

/** Where the plot lies inside a drawing, in CSS pixels. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const looks = { wide: 'od-chart od-chart--wide', narrow: 'od-chart od-chart--narrow' } as const;

export interface DrawingProps {
  /** Unique on the page; the ids of both drawings are made from it. */
  readonly id: string;
  readonly size: Size;
  readonly plot: Pick<Plot, 'width' | 'height'>;
  readonly title: string;
  readonly description: string;
  /** Of its words; a drawing laid out from the right says so. */
  readonly direction?: 'ltr' | 'rtl' | undefined;
  readonly children: ComponentChildren;
}

/** Text is 14, and a little more in narrow drawings that a phone 320 wide would shrink under 11. */
export const Drawing = ({ id, size, plot, title, description, direction = 'ltr', children }: DrawingProps) => (
  <svg
    class={looks[size]}
    viewBox={`0 0 ${plot.width} ${plot.height}`}
    role="img"
    aria-labelledby={`${id}-${size}-title`}
    aria-describedby={`${id}-${size}-description`}
    direction={direction}
    font-size={size === 'narrow' && plot.width > 330 ? 15.75 : 14}
  >
    <title id={`${id}-${size}-title`}>{title}</title>
    <desc id={`${id}-${size}-description`}>{description}</desc>
    {children}
  </svg>
);

/** Both drawings of a chart, each by the same function. */
export const BothSizes = ({ draw }: { readonly draw: (size: Size) => ComponentChildren }) => (
  <>
    {draw('wide')}
    {draw('narrow')}
  </>
);

/** To a tenth of a pixel: finer is noise in the page. */
export const px = (value: number): number => Math.round(value * 10) / 10;

export interface LabelProps {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  readonly fill?: Hex | undefined;
  readonly size?: number | undefined;
  readonly weight?: number | undefined;
  /** The colour beneath, drawn 4 px around the letters where a label lies over data. */
  readonly halo?: Hex | undefined;
  readonly children: ComponentChildren;
}

export const Label = ({ x, y, anchor = 'start', fill = colour.mute, size, weight = 400, halo, children }: LabelProps) => (
  <text
    x={px(x)}
    y={px(y)}
    font-size={size}
    fill={fill}
    {...(anchor === 'start' ? {} : { 'text-anchor': anchor })}
    {...(weight === 400 ? {} : { 'font-weight': weight })}
    {...(halo ? { 'paint-order': 'stroke', stroke: halo, 'stroke-width': 4, 'stroke-linejoin': 'round' } : {})}
  >
    {children}
  </text>
);

export interface RuleProps {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly role: Pick<ChartRole, 'colour' | 'width' | 'dash'>;
  readonly class?: string;
}

/** A straight line in one of the roles. */
export const Rule = ({ from, to, role, class: look }: RuleProps) => (
  <line
    class={look}
    x1={px(from[0])}
    y1={px(from[1])}
    x2={px(to[0])}
    y2={px(to[1])}
    stroke={role.colour}
    stroke-width={role.width}
    stroke-dasharray={role.dash}
  />
);

export const axisLine = { colour: colour.edge, width: 1.5 } as const satisfies Pick<ChartRole, 'colour' | 'width'>;

/** Faint lines across the plot with their values at the start edge. */
export const Grid = ({
  plot,
  values,
  y,
  print,
  to,
}: {
  readonly plot: Plot;
  readonly values: readonly number[];
  readonly y: (value: number) => number;
  readonly print: (value: number) => string;
  readonly to?: number;
}) => (
  <>
    {values.map((value) => (
      <g key={value}>
        <Rule class="od-chart__grid" from={[plot.left, y(value)]} to={[to ?? plot.width - plot.right, y(value)]} role={chart.grid} />
        <Label x={plot.left - 8} y={y(value) + 5} anchor="end">
          {print(value)}
        </Label>
      </g>
    ))}
  </>
);

/** A vertical whisker with caps 16 wide. */
export const Whisker = ({
  x,
  low,
  high,
  fill,
}: {
  readonly x: number;
  readonly low: number;
  readonly high: number;
  readonly fill: Hex;
}) => (
  <path
    class="od-chart__whisker"
    d={`M${px(x - 8)} ${px(low)}h16M${px(x - 8)} ${px(high)}h16M${px(x)} ${px(low)}V${px(high)}`}
    fill="none"
    stroke={fill}
    stroke-width={3}
  />
);

/** A diamond this many pixels across its sides. */
export const Diamond = ({
  x,
  y,
  side,
  fill,
  class: look,
}: {
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly fill: Hex;
  readonly class?: string;
}) => {
  const half = side * Math.SQRT1_2;
  return (
    <path
      class={look}
      d={`M${px(x)} ${px(y - half)}L${px(x + half)} ${px(y)}L${px(x)} ${px(y + half)}L${px(x - half)} ${px(y)}Z`}
      fill={fill}
      stroke={colour.card}
      stroke-width={1.5}
    />
  );
};

/** Moves labels apart along one direction: each at least `gap` from the next, as near to where it belongs as that allows. */
export function keptApart(wanted: readonly number[], gap: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).toSorted((a, b) => a.at - b.at);
  const clusters: { members: number[]; centre: number }[] = [];
  for (const { at, index } of order) {
    clusters.push({ members: [index], centre: at });
    for (let last = clusters.at(-1), before = clusters.at(-2); last && before; last = clusters.at(-1), before = clusters.at(-2)) {
      if (last.centre - before.centre >= (gap * (last.members.length + before.members.length)) / 2) break;
      const members = [...before.members, ...last.members];
      const centre = members.reduce((sum, member) => sum + (wanted[member] ?? 0), 0) / members.length;
      clusters.splice(-2, 2, { members, centre });
    }
  }
  const placed = new Array<number>(wanted.length).fill(0);
  for (const { members, centre } of clusters) {
    members.forEach((member, index) => {
      placed[member] = centre + (index - (members.length - 1) / 2) * gap;
    });
  }
  return placed;
}
