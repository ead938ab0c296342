/** What a waiting curve draws inside its frame: lines, band, medians, names, people remaining. Its words and table are in waiting-curve.tsx. */
import { area, curveStepAfter, line } from 'd3-shape';
import { type ChartRole, chart, colour, type Hex } from '../tokens.ts';
import { axisLine, Grid, keptApart, Label, type Plot, px, Rule, type Size } from './drawing.tsx';
import { numeral, textWidth } from './numerals.ts';
import type { WaitingCurveProps, WaitingGroup, WaitingStep } from './waiting-curve.tsx';

/** A group with whole per cents and the role it is drawn in. */
export interface DrawnGroup extends WaitingGroup {
  readonly role: Pick<ChartRole, 'colour' | 'width' | 'dash'>;
  readonly ink: Hex;
  readonly band: boolean;
}

export const shareOn = ({ steps }: WaitingGroup, day: number): number => steps.findLast((step) => step.day <= day)?.share ?? 100;

/** A count of people, or that it is too small to show. */
export const remaining = (count: number | null): string => (count === null ? 'under 5' : numeral(count, 0));

export interface WaitingDrawingProps extends WaitingCurveProps {
  readonly groups: readonly DrawnGroup[];
  readonly ticks: readonly number[];
  readonly plot: Plot;
  readonly size: Size;
}

export const WaitingDrawing = ({ plot, size, who, promise, groups, ticks }: WaitingDrawingProps) => {
  const right = plot.width - plot.right;
  const bottom = plot.height - plot.bottom;
  const x = (day: number): number => plot.left + (day / (ticks.at(-1) ?? 1)) * (right - plot.left);
  const y = (share: number): number => plot.top + (1 - share / 100) * (bottom - plot.top);
  return (
    <>
      <Grid plot={plot} values={[0, 25, 50, 75, 100]} y={y} print={(value) => numeral(value)} />
      <Label x={0} y={size === 'wide' ? 14 : 17}>
        {`Still waiting, of every 100 ${who}`}
      </Label>
      {groups.map((group) => (group.band ? <Band key={group.label} group={group} x={x} y={y} /> : null))}
      {promise ? (
        <>
          <Rule class="od-chart__promise" from={[x(promise.day), plot.top - 6]} to={[x(promise.day), bottom]} role={chart.reference} />
          <Label
            x={x(promise.day) + (x(promise.day) + textWidth(promise.label, 14, true) + 10 > plot.width ? -8 : 8)}
            y={plot.top + 8}
            anchor={x(promise.day) + textWidth(promise.label, 14, true) + 10 > plot.width ? 'end' : 'start'}
            fill={colour.plumInk}
            weight={600}
            halo={colour.card}
          >
            {promise.label}
          </Label>
        </>
      ) : null}
      {groups.map((group) => (
        <path
          key={group.label}
          class={group.band ? 'od-chart__curve' : 'od-chart__curve od-chart__curve--before'}
          d={stepPath(group, x, y)}
          fill="none"
          stroke={group.role.colour}
          stroke-width={group.role.width}
          stroke-dasharray={group.role.dash}
          stroke-linejoin="round"
        />
      ))}
      <Rule from={[plot.left, bottom]} to={[right, bottom]} role={axisLine} />
      {ticks.map((day) => (
        <g key={day}>
          <Rule from={[x(day), bottom]} to={[x(day), bottom + 5]} role={axisLine} />
          <Label x={x(day)} y={bottom + 22} anchor="middle">
            {day}
          </Label>
        </g>
      ))}
      {size === 'wide' ? (
        <Label x={right + 18} y={bottom + 22}>
          days since referral
        </Label>
      ) : null}
      <Medians groups={groups} x={x} y={y} />
      {size === 'wide' ? <EndNames groups={groups} x={x} y={y} /> : null}
      <Remaining groups={groups} ticks={ticks} x={x} plot={plot} size={size} />
    </>
  );
};

interface Axes {
  readonly x: (day: number) => number;
  readonly y: (share: number) => number;
}

/** The steps with the flat end to the last day. */
const throughLastDay = ({ steps, lastDay }: WaitingGroup): readonly WaitingStep[] => {
  const start: WaitingStep = { day: 0, share: 100, interval: [100, 100] };
  const all = steps[0]?.day === 0 ? steps : [start, ...steps];
  const last = all.at(-1);
  return last && last.day < lastDay ? [...all, { ...last, day: lastDay }] : all;
};

const stepPath = (group: WaitingGroup, x: Axes['x'], y: Axes['y']): string =>
  line<WaitingStep>()
    .x(({ day }) => x(day))
    .y(({ share }) => y(share))
    .curve(curveStepAfter)
    .digits(1)(throughLastDay(group)) ?? '';

const Band = ({ group, x, y }: Axes & { readonly group: DrawnGroup }) => (
  <path
    class="od-chart__band"
    d={
      area<WaitingStep>()
        .defined(({ interval }) => interval !== null)
        .x(({ day }) => x(day))
        .y0(({ interval }) => y(interval?.[0] ?? 0))
        .y1(({ interval }) => y(interval?.[1] ?? 0))
        .curve(curveStepAfter)
        .digits(1)(throughLastDay(group)) ?? ''
    }
    fill={colour.tint}
  />
);

/** A ring where half were met, and its day beside it: the earlier to the start side and below, the later to the end side and above. */
const Medians = ({ groups, x, y }: Axes & { readonly groups: readonly DrawnGroup[] }) => {
  const reached = groups.flatMap((group) =>
    group.median === null || group.median > group.lastDay ? [] : [{ ...group, median: group.median }],
  );
  const first = Math.min(...reached.map(({ median }) => median));
  return (
    <>
      {reached.map(({ label, median, role, ink, band }) => {
        const early =
          median === first && (reached.length === 1 || band || reached.every((group) => group.median !== first || group.label === label));
        return (
          <g key={label}>
            <circle
              class="od-chart__median"
              cx={px(x(median))}
              cy={px(y(50))}
              r={7}
              fill={colour.card}
              stroke={role.colour}
              stroke-width={3.5}
            />
            <Label
              x={x(median) + (early ? -13 : 13)}
              y={y(50) + (early ? 23 : -11)}
              anchor={early ? 'end' : 'start'}
              fill={ink}
              size={19}
              weight={750}
              halo={early && band ? colour.tint : colour.card}
            >
              {`${numeral(median, 0)} days`}
            </Label>
          </g>
        );
      })}
    </>
  );
};

/** Each line’s name after its end, kept apart where ends are close. */
const EndNames = ({ groups, x, y }: Axes & { readonly groups: readonly DrawnGroup[] }) => {
  const ends = groups.map((group) => ({ ...group, share: shareOn(group, group.lastDay) }));
  const places = keptApart(
    ends.map(({ share }) => y(share)),
    20,
  );
  return (
    <>
      {ends.map(({ label, lastDay, ink }, index) => (
        <Label key={label} x={x(lastDay) + 10} y={(places[index] ?? 0) + 5} fill={ink} weight={650} halo={colour.card}>
          {label}
        </Label>
      ))}
    </>
  );
};

/** How many people each line still stands for, under the axis. */
const Remaining = ({
  groups,
  ticks,
  x,
  plot,
  size,
}: Pick<Axes, 'x'> & {
  readonly groups: readonly DrawnGroup[];
  readonly ticks: readonly number[];
  readonly plot: Plot;
  readonly size: Size;
}) => {
  const bottom = plot.height - plot.bottom;
  const every = size === 'wide' ? 1 : Math.ceil(ticks.length / 5);
  const row = (index: number): number => bottom + (size === 'wide' ? 68 + index * 20 : 84 + index * 42);
  return (
    <>
      <Label x={0} y={bottom + (size === 'wide' ? 46 : 44)}>
        {size === 'wide' ? 'People still waiting and followed up, to the nearest 5' : 'People still waiting, to the nearest 5'}
      </Label>
      {groups.map((group, index) => (
        <g key={group.label}>
          <Label
            x={size === 'wide' ? plot.width - plot.right + 46 : 0}
            y={row(index) - (size === 'wide' ? 0 : 19)}
            fill={group.ink}
            weight={group.band ? 650 : 400}
          >
            {group.label}
          </Label>
          {ticks
            .filter((_, tick) => tick % every === 0)
            .map((day, tick, kept) => (
              <Label
                key={day}
                x={
                  size === 'narrow' && tick === 0
                    ? plot.left - 18
                    : Math.min(x(day), tick === kept.length - 1 && size === 'narrow' ? plot.width - 24 : x(day))
                }
                y={row(index)}
                anchor={size === 'narrow' && tick === 0 ? 'start' : 'middle'}
                fill={group.ink}
                weight={group.band ? 650 : 400}
              >
                {remaining(group.remainingOn(day))}
              </Label>
            ))}
        </g>
      ))}
    </>
  );
};
