/** Moments a person chose to mark over a chart of time: a stem down to the axis and a label above, in as few rows as keep labels and stems apart. */
import { colour } from '../tokens.ts';
import { Label, type Plot, px, Rule } from './drawing.tsx';
import { textWidth } from './numerals.ts';

export interface MarkedMoment {
  readonly x: number;
  readonly label: string;
}

interface Placed extends MarkedMoment {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

const rowHeight = 18;

/** Space the rows of labels need above the plot. */
export const roomAbove = (placed: readonly Placed[]): number => 28 + rowHeight * Math.max(1, ...placed.map(({ row }) => row));

/** Rows from the last moment to the first: beside the dot where there is room, else above, never through a stem or another label. */
export function placeMoments(moments: readonly MarkedMoment[], limit: number): Placed[] {
  const placed: Placed[] = [];
  for (const moment of moments.slice(0, 4).toSorted((a, b) => b.x - a.x)) {
    const width = textWidth(moment.label, 14, true);
    for (let row = 0; ; row += 1) {
      const left = row === 0 ? moment.x + 10 : Math.max(0, Math.min(moment.x - 4, limit - width));
      const span = { left, right: left + width };
      const inside = span.right <= limit;
      const throughStem = placed.some((other) => other.row >= row && other.x > span.left - 6 && other.x < span.right + 6);
      const overLabel = placed.some((other) => other.row === row && span.left < other.right + 8 && other.left < span.right + 8);
      const ownStem = placed.some((other) => other.row < row && moment.x > other.left - 4 && moment.x < other.right + 4);
      if (row >= 5 || (inside && !throughStem && !overLabel && !ownStem)) {
        placed.push({ ...moment, row, ...span });
        break;
      }
    }
  }
  return placed.toReversed();
}

export const Moments = ({ placed, plot }: { readonly placed: readonly Placed[]; readonly plot: Plot }) => (
  <>
    {placed.map(({ x, label, row, left }) => (
      <g key={`${x}${label}`} class="od-chart__event">
        <Rule from={[x, plot.top - 8 - row * rowHeight]} to={[x, plot.height - plot.bottom]} role={{ colour: colour.plum, width: 1.5 }} />
        <circle cx={px(x)} cy={px(plot.top - 10 - (row === 0 ? 0 : row * rowHeight - 10))} r={4} fill={colour.plum} />
        <Label x={left} y={plot.top - 5 - row * rowHeight} fill={colour.plumInk} weight={600} halo={colour.card}>
          {label}
        </Label>
      </g>
    ))}
  </>
);
