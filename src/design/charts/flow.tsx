/**
 * Where people went, as bands as tall as the numbers printed beside them. Counts come rounded and with small groups joined to a
 * neighbour, so that nobody can be worked out by subtraction; a parent is as tall as the sum of what its children print.
 */
import { chart, colour, flowOpacity, type Hex } from '../tokens.ts';
import { BothSizes, Drawing, Label, px, type Size } from './drawing.tsx';
import type { FigureTable } from './figure.tsx';
import { numeral, textWidth } from './numerals.ts';

export interface FlowNode {
  /** “have left”. */
  readonly label: string;
  readonly detail?: string | undefined;
  /** Rounded for the reader. */
  readonly count: number;
  readonly tone: 'start' | 'better' | 'same' | 'worse' | 'unknown' | 'here';
  /** In the order of the handbook: more independent, same, more support, died or not known, still here. */
  readonly children?: readonly FlowNode[] | undefined;
}

export interface FlowProps {
  readonly id: string;
  readonly title: string;
  /** A heading for each column. */
  readonly columns: readonly string[];
  readonly root: FlowNode;
}

interface FlowPlot {
  readonly width: number;
  readonly x: readonly number[];
  readonly node: number;
  readonly perPerson: number;
  readonly gap: number;
  readonly top: number;
  /** The drawing takes fewer pixels per person rather than grow past this. */
  readonly tallest: number;
}

const plots: Readonly<Record<Size, FlowPlot>> = {
  wide: { width: 900, x: [0, 196, 404, 664], node: 14, perPerson: 4.3, gap: 20, top: 34, tallest: 480 },
  narrow: { width: 360, x: [0, 70, 146, 258], node: 10, perPerson: 3.9, gap: 16, top: 62, tallest: 900 },
};

const tones: Readonly<Record<FlowNode['tone'], Hex>> = {
  start: colour.brandDark,
  better: colour.brand,
  same: chart.context.colour,
  worse: colour.rust,
  unknown: chart.neutralFlow.colour,
  here: colour.edge,
};

export const Flow = (props: FlowProps) => (
  <BothSizes
    draw={(size) => {
      const { placed, height } = layout(props.root, plots[size], size);
      return (
        <Drawing
          key={size}
          id={props.id}
          size={size}
          plot={{ width: plots[size].width, height }}
          title={props.title}
          description={descriptionOf(props.root)}
        >
          <FlowDrawing placed={placed} columns={props.columns} plot={plots[size]} size={size} />
        </Drawing>
      );
    }}
  />
);

const descriptionOf = (node: FlowNode): string =>
  `${numeral(node.count, 0)} ${node.label}. ${(node.children ?? []).map(descriptionOf).join('')}`;

export const flowTable = ({ title, root }: FlowProps): FigureTable => ({
  caption: title,
  columns: [{ title: 'Group' }, { title: 'Of' }, { title: 'People', numeric: true }],
  rows: rowsOf(root, '–'),
});

const rowsOf = (node: FlowNode, parent: string): string[][] => [
  [node.detail ? `${node.label}, ${node.detail}` : node.label, parent, numeral(node.count, 0)],
  ...(node.children ?? []).flatMap((child) => rowsOf(child, node.label)),
];

/** A parent is as tall as its children together, so that no band is thinner than its number says. */
const people = (node: FlowNode): number =>
  node.children?.length ? node.children.reduce((sum, child) => sum + people(child), 0) : node.count;

interface Placed {
  readonly node: FlowNode;
  readonly depth: number;
  readonly y: number;
  readonly height: number;
  readonly children: readonly Placed[];
  readonly bottom: number;
}

function layout(root: FlowNode, plot: FlowPlot, size: Size): { placed: Placed; height: number } {
  const natural = arrange(root, 0, plot.top, plot.perPerson, plot, size);
  const gaps = natural.bottom - plot.top - people(root) * plot.perPerson;
  const perPerson =
    natural.bottom <= plot.tallest - 16 ? plot.perPerson : Math.max(1.5, (plot.tallest - 16 - plot.top - gaps) / people(root));
  const placed = arrange(root, 0, plot.top, perPerson, plot, size);
  return { placed, height: Math.ceil(placed.bottom + 16) };
}

/** A group ends under its node, its words and everything that follows from it. */
function arrange(node: FlowNode, depth: number, y: number, perPerson: number, plot: FlowPlot, size: Size): Placed {
  const height = people(node) * perPerson;
  let next = y;
  const children = (node.children ?? []).map((child) => {
    const placed = arrange(child, depth + 1, next, perPerson, plot, size);
    next = placed.bottom + plot.gap;
    return placed;
  });
  const words = 20 + 17 * linesUnder(node, depth, plot, size).length;
  return { node, depth, y, height, children, bottom: Math.max(y + height, y + words, ...children.map(({ bottom }) => bottom)) };
}

/** What stands under the number: the detail where the name fits beside it, else the name. */
const linesUnder = (node: FlowNode, depth: number, plot: FlowPlot, size: Size): string[] =>
  size === 'narrow'
    ? wrapped(node.label, roomAt(plot, depth) - plot.node, 15.5)
    : node.detail
      ? wrapped(node.detail, roomAt(plot, depth) - plot.node)
      : [];

const FlowDrawing = ({
  placed,
  columns,
  plot,
  size,
}: {
  readonly placed: Placed;
  readonly columns: readonly string[];
  readonly plot: FlowPlot;
  readonly size: Size;
}) => (
  <>
    {columns.map((title, index) =>
      wrapped(title, roomAt(plot, index), size === 'narrow' ? 15.5 : 14).map((words, row) => (
        <Label key={`${title}${words}`} x={plot.x[index] ?? 0} y={17 + row * 16} fill={colour.ink} weight={650}>
          {words}
        </Label>
      )),
    )}
    <Bands placed={placed} plot={plot} />
    <Nodes placed={placed} plot={plot} size={size} />
  </>
);

const roomAt = (plot: FlowPlot, index: number): number => (plot.x[index + 1] ?? plot.width) - (plot.x[index] ?? 0) - 8;

const Bands = ({ placed, plot }: { readonly placed: Placed; readonly plot: FlowPlot }) => {
  const from = (plot.x[placed.depth] ?? 0) + plot.node;
  const to = plot.x[placed.depth + 1] ?? 0;
  const middle = px((from + to) / 2);
  let start = placed.y;
  return (
    <>
      {placed.children.map((child) => {
        const top = start;
        start += child.height;
        return (
          <g key={child.node.label}>
            <path
              class="od-chart__band"
              d={`M${from} ${px(top)}C${middle} ${px(top)} ${middle} ${px(child.y)} ${to} ${px(child.y)}V${px(child.y + child.height)}C${middle} ${px(child.y + child.height)} ${middle} ${px(start)} ${from} ${px(start)}Z`}
              fill={tones[child.node.tone]}
              fill-opacity={flowOpacity}
            />
            <Bands placed={child} plot={plot} />
          </g>
        );
      })}
    </>
  );
};

const Nodes = ({ placed, plot, size }: { readonly placed: Placed; readonly plot: FlowPlot; readonly size: Size }) => {
  const { node, y, height, depth } = placed;
  const x = plot.x[depth] ?? 0;
  const text = x + plot.node + 8;
  const number = numeral(node.count, 0);
  const lines = linesUnder(node, depth, plot, size);
  const inline = size === 'wide';
  const first = y + (node.children?.length ? 22 : 15);
  return (
    <>
      <rect class="od-chart__node" x={x} y={px(y)} width={plot.node} height={px(height)} fill={tones[node.tone]} />
      <Label x={text} y={first} fill={colour.ink} size={19} weight={750}>
        {number}
        {inline ? (
          <tspan font-size={14} font-weight={650} dx={6}>
            {node.label}
          </tspan>
        ) : null}
      </Label>
      {lines.map((words, index) => (
        <Label
          key={words}
          x={text}
          y={first + 18 + index * 16}
          fill={inline && !node.children?.length ? colour.mute : colour.ink}
          weight={inline ? 400 : 600}
        >
          {words}
        </Label>
      ))}
      {placed.children.map((child) => (
        <Nodes key={child.node.label} placed={child} plot={plot} size={size} />
      ))}
    </>
  );
};

/** Broken into lines that fit, at spaces only. */
function wrapped(text: string, room: number, size = 14): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size, true) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
