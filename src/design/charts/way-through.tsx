/**
 * The way from a door to help, as a picture: doors, who reads, what is offered. Every box says its words whole, so the picture is as tall as it must be.
 * The same in words stands beside it on the page. In a language that runs from the right the whole way does.
 */
import { colour } from '../tokens.ts';
import { BothSizes, Drawing, Label, px, type Size } from './drawing.tsx';
import { textWidth } from './numerals.ts';

export interface WayBox {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface WayThroughProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly headings: readonly [doors: string, reading: string, offers: string];
  readonly doors: readonly WayBox[];
  readonly reading: WayBox;
  readonly offers: readonly WayBox[];
}

interface Column {
  readonly x: number;
  readonly width: number;
}

type Columns = readonly [Column, Column, Column];

const columns: Readonly<Record<Size, Columns>> = {
  wide: [
    { x: 0, width: 190 },
    { x: 270, width: 230 },
    { x: 580, width: 320 },
  ],
  narrow: [
    { x: 0, width: 330 },
    { x: 0, width: 330 },
    { x: 20, width: 310 },
  ],
};
const widths: Readonly<Record<Size, number>> = { wide: 900, narrow: 330 };
/** How far something lies from the left, that lies so far from where reading begins. */
type FromStart = (away: number) => number;

const fromStart = (size: Size, direction: 'ltr' | 'rtl'): FromStart =>
  direction === 'rtl' ? (away) => widths[size] - away : (away) => away;

const letters: Readonly<Record<Size, number>> = { wide: 14, narrow: 15.5 };
const inside = 12;
const gap = 10;

function wrapped(text: string, room: number, size: number, bold: boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size, bold) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Placed {
  readonly box: WayBox;
  /** From where reading begins. */
  readonly start: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly lines: readonly string[];
}

function place(
  boxes: readonly WayBox[],
  { x, width }: Column,
  top: number,
  size: Size,
): { readonly placed: readonly Placed[]; readonly bottom: number } {
  const letter = letters[size];
  let y = top;
  const placed = boxes.map((box): Placed => {
    const title = wrapped(box.title, width - 2 * inside, letter, true);
    const lines = box.lines.flatMap((line) => wrapped(line, width - 2 * inside, letter - 0.5, false));
    const height = 2 * inside + (title.length + lines.length) * (letter + 5) - 4;
    const at = { box, start: x, y, width, height, title, lines };
    y += height + gap;
    return at;
  });
  return { placed, bottom: y - gap };
}

const looks = {
  door: { fill: colour.paper, stroke: colour.lineDark },
  reading: { fill: colour.brandDark, stroke: colour.brandDark },
  offer: { fill: colour.tint, stroke: colour.brand },
} as const;

interface BoxProps {
  readonly at: Placed;
  readonly look: keyof typeof looks;
  readonly size: Size;
  readonly from: FromStart;
}

interface LinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  /** Of the first line; each further one is a step below. */
  readonly y: number;
  readonly step: number;
  readonly fill: string;
  readonly size: number;
  readonly weight?: number;
}

/** The words of a box under one another. */
const Lines = ({ lines, x, y, step, fill, size, weight }: LinesProps) =>
  lines.length === 0 ? null : (
    <text y={px(y)} fill={fill} font-size={size} font-weight={weight}>
      {lines.map((words, row) => (
        <tspan key={`${row} ${words}`} x={px(x)} {...(row === 0 ? {} : { dy: step })}>
          {words}
        </tspan>
      ))}
    </text>
  );

const Box = ({ at, look, size, from }: BoxProps) => {
  const left = Math.min(from(at.start), from(at.start + at.width));
  const step = letters[size] + 5;
  const first = at.y + inside + letters[size] - 2;
  const dark = look === 'reading';
  const words = { x: from(at.start + inside), step } as const;
  return (
    <>
      <rect x={left + 1} y={px(at.y)} width={at.width - 2} height={px(at.height)} rx={8} {...looks[look]} />
      <Lines {...words} lines={at.title} y={first} fill={dark ? colour.card : colour.ink} size={letters[size]} weight={600} />
      <Lines
        {...words}
        lines={at.lines}
        y={first + at.title.length * step}
        fill={dark ? colour.card : colour.mute}
        size={letters[size] - 0.5}
      />
    </>
  );
};

const line = { fill: 'none', stroke: colour.edge, 'stroke-width': 2 } as const;

type Point = readonly [x: number, y: number];

/** Bent lines between the sides of boxes, with a head at the end of each: two paths, however many there are. */
const Ways = ({ between }: { readonly between: readonly (readonly [from: Point, to: Point])[] }) => {
  const bent = between.map(([from, to]) => {
    const across = to[0] - from[0];
    const down = px(to[1] - from[1]);
    return `M${px(from[0])} ${px(from[1])}c${px(across / 2)} 0 ${px(across / 2)} ${down} ${px(across - 6 * Math.sign(across))} ${down}`;
  });
  const heads = new Set(between.map(([from, to]) => `M${px(to[0])} ${px(to[1])}l${-9 * Math.sign(to[0] - from[0])} -5v10z`));
  return (
    <g>
      <path d={bent.join('')} {...line} />
      <path d={[...heads].join('')} fill={colour.edge} />
    </g>
  );
};

const Down = ({ x, from, to }: { readonly x: number; readonly from: number; readonly to: number }) => (
  <g>
    <path d={`M${px(x)} ${px(from)}V${px(to - 6)}`} {...line} />
    <path d={`M${px(x)} ${px(to)}l-5 -9h10z`} fill={colour.edge} />
  </g>
);

const centre = ({ y, height }: Placed): number => Math.round(y + height / 2);

function Wide({ doors, reading, offers, headings, id, title, description, direction = 'ltr' }: WayThroughProps) {
  const from = fromStart('wide', direction);
  const [first, second, third] = columns.wide;
  const top = 30;
  const given = place(offers, third, top, 'wide');
  const entered = place(doors, first, top, 'wide');
  const tallest = Math.max(given.bottom, entered.bottom);
  const between = place([reading], second, top, 'wide');
  const lift = Math.max(0, Math.round((tallest - between.bottom) / 2));
  const read = place([reading], second, top + lift, 'wide').placed[0];
  const drop = Math.max(0, Math.round((tallest - entered.bottom) / 2));
  const ways = place(doors, first, top + drop, 'wide').placed;
  if (!read) return null;
  const into = (box: Placed): Point => [from(box.start), centre(box)];
  const outOf = (box: Placed): Point => [from(box.start + box.width), centre(box)];
  return (
    <Drawing
      id={id}
      size="wide"
      plot={{ width: widths.wide, height: Math.ceil(tallest + 6) }}
      title={title}
      description={description}
      direction={direction}
    >
      {headings.map((words, at) => (
        <Label key={words} x={from((columns.wide[at] ?? first).x)} y={14} size={13.5} weight={600}>
          {words}
        </Label>
      ))}
      <Ways
        between={[
          ...ways.map((door) => [outOf(door), into(read)] as const),
          ...given.placed.map((offer) => [outOf(read), into(offer)] as const),
        ]}
      />
      {ways.map((door) => (
        <Box key={door.box.title} at={door} look="door" size="wide" from={from} />
      ))}
      <Box at={read} look="reading" size="wide" from={from} />
      {given.placed.map((offer) => (
        <Box key={offer.box.title} at={offer} look="offer" size="wide" from={from} />
      ))}
    </Drawing>
  );
}

function Narrow({ doors, reading, offers, headings, id, title, description, direction = 'ltr' }: WayThroughProps) {
  const from = fromStart('narrow', direction);
  const [first, second, third] = columns.narrow;
  const heading = 24;
  const all: WayBox = {
    title: doors.map((door) => door.title).join(direction === 'rtl' ? '، ' : ', '),
    lines: doors.flatMap((door) => door.lines),
  };
  const entered = place([all], first, heading, 'narrow');
  const readTop = entered.bottom + 34 + heading;
  const read = place([reading], second, readTop, 'narrow');
  const offersTop = read.bottom + 34 + heading;
  const given = place(offers, third, offersTop, 'narrow');
  const last = given.placed.at(-1);
  const [door, reader] = [entered.placed[0], read.placed[0]];
  if (!door || !reader) return null;
  const head = direction === 'rtl' ? 8 : -8;
  return (
    <Drawing
      id={id}
      size="narrow"
      plot={{ width: widths.narrow, height: Math.ceil(given.bottom + 4) }}
      title={title}
      description={description}
      direction={direction}
    >
      <Label x={from(0)} y={15} weight={600}>
        {headings[0]}
      </Label>
      <Box at={door} look="door" size="narrow" from={from} />
      <Down x={from(16)} from={entered.bottom} to={readTop} />
      <Label x={from(30)} y={readTop - 10} weight={600}>
        {headings[1]}
      </Label>
      <Box at={reader} look="reading" size="narrow" from={from} />
      {last ? <path d={`M${from(6)} ${px(read.bottom)}V${px(centre(last))}`} {...line} /> : null}
      <Label x={from(30)} y={offersTop - 10} weight={600}>
        {headings[2]}
      </Label>
      {given.placed.map((offer) => (
        <g key={offer.box.title}>
          <path d={`M${from(6)} ${px(centre(offer))}H${from(offer.start - 4)}`} {...line} />
          <path d={`M${from(offer.start + 1)} ${px(centre(offer))}l${head} -4.5v9z`} fill={colour.edge} />
          <Box at={offer} look="offer" size="narrow" from={from} />
        </g>
      ))}
    </Drawing>
  );
}

export const WayThrough = (props: WayThroughProps) => (
  <BothSizes draw={(size) => (size === 'wide' ? <Wide key={size} {...props} /> : <Narrow key={size} {...props} />)} />
);
