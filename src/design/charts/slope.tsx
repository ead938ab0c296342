/**
 * Change in a group between two moments: the mean with its interval, the middle half of people, thirds by where they started, a norm,
 * and the difference on an axis of its own. Never a line for one person. Under ten pairs there is no picture.
 */
import { chart, colour } from '../tokens.ts';
import { BothSizes, Drawing, type Size } from './drawing.tsx';
import type { FigureTable, KeyEntry } from './figure.tsx';
import { numeral, roundedTo, signedNumeral } from './numerals.ts';
import { range, SlopeDrawing, type SlopePlot } from './slope-drawing.tsx';

export interface GroupScore {
  readonly mean: number;
  /** 95% confidence interval of the mean. */
  readonly interval: readonly [lower: number, upper: number];
  /** The middle half of people; drawn from 20 pairs on. */
  readonly quartiles?: readonly [lower: number, upper: number] | undefined;
}

export interface SlopeProps {
  readonly id: string;
  /** “Wellbeing when people moved in and when they left”. */
  readonly title: string;
  readonly scoreName: string;
  readonly pairs: number;
  readonly entry: GroupScore & { readonly label: string };
  readonly end: GroupScore & { readonly label: string };
  /** end − entry on the score’s own axis, with its paired interval. */
  readonly difference: { readonly mean: number; readonly interval: readonly [lower: number, upper: number] };
  /** From the lowest starting scores up; drawn from 15 pairs on, at least five people each. */
  readonly thirds?: readonly { readonly label: string; readonly entry: number; readonly end: number }[] | undefined;
  readonly norm?: { readonly value: number; readonly label: string; readonly detail: string } | undefined;
}

/** Fewest pairs for a picture, for thirds and for the middle half. */
export const slopePairs = { picture: 10, thirds: 15, quartiles: 20 } as const;

const plots: Readonly<Record<Size, SlopePlot>> = {
  wide: { width: 900, height: 396, top: 44, right: 0, bottom: 38, left: 42, entryX: 206, endX: 496, axisX: 716, gridTo: 520 },
  narrow: { width: 360, height: 412, top: 74, right: 0, bottom: 38, left: 30, entryX: 62, endX: 196, axisX: 268, gridTo: 214 },
};

export const Slope = (props: SlopeProps) =>
  props.pairs < slopePairs.picture ? null : (
    <BothSizes
      draw={(size) => (
        <Drawing key={size} id={props.id} size={size} plot={plots[size]} title={props.title} description={descriptionOf(props)}>
          <SlopeDrawing {...shownParts(props)} plot={plots[size]} size={size} />
        </Drawing>
      )}
    />
  );

const descriptionOf = ({ entry, end, difference, norm }: SlopeProps): string =>
  [
    `The mean went from ${numeral(entry.mean)} (${range(entry.interval)}) to ${numeral(end.mean)} (${range(end.interval)}).`,
    `The mean change is ${signedNumeral(difference.mean)}, 95% confidence interval ${range(difference.interval)}.`,
    norm ? `${norm.label}: ${numeral(norm.value)}, ${norm.detail}.` : '',
  ]
    .filter(Boolean)
    .join(' ');

/** Rounded as printed, and only the parts that enough people stand behind. */
function shownParts({ entry, end, difference, thirds, norm, pairs, ...rest }: SlopeProps): SlopeProps {
  const one = (value: number) => roundedTo(value, 1);
  const both = ([lower, upper]: readonly [number, number]) => [one(lower), one(upper)] as const;
  const group = <Group extends GroupScore>(score: Group): Group => ({
    ...score,
    mean: one(score.mean),
    interval: both(score.interval),
    quartiles: pairs >= slopePairs.quartiles && score.quartiles ? both(score.quartiles) : undefined,
  });
  return {
    ...rest,
    pairs,
    entry: group(entry),
    end: group(end),
    difference: { mean: one(difference.mean), interval: both(difference.interval) },
    thirds: pairs >= slopePairs.thirds ? thirds?.map((third) => ({ ...third, entry: one(third.entry), end: one(third.end) })) : undefined,
    norm: norm ? { ...norm, value: one(norm.value) } : undefined,
  };
}

export function slopeTable(props: SlopeProps): FigureTable {
  const { scoreName, entry, end, difference, thirds = [], norm } = shownParts(props);
  const middle = entry.quartiles && end.quartiles ? [['Middle half of people', range(entry.quartiles), range(end.quartiles), '–']] : [];
  return {
    caption: `${scoreName}: ${entry.label} and ${end.label}`,
    columns: [
      { title: scoreName },
      { title: entry.label, numeric: true },
      { title: end.label, numeric: true },
      { title: 'Change', numeric: true },
    ],
    rows: [
      ['Mean', numeral(entry.mean), numeral(end.mean), signedNumeral(difference.mean)],
      ['95% confidence interval', range(entry.interval), range(end.interval), range(difference.interval)],
      ...middle,
      ...thirds.map((third) => [third.label, numeral(third.entry), numeral(third.end), signedNumeral(third.end - third.entry)]),
      ...(norm ? [[norm.label, numeral(norm.value), numeral(norm.value), norm.detail]] : []),
    ],
  };
}

export function slopeKey(props: SlopeProps): readonly KeyEntry[] {
  const { entry, thirds } = shownParts(props);
  return [
    { words: 'everyone, with 95% confidence interval', mark: 'line', role: { colour: colour.brandDark, width: 5 } },
    ...(thirds ? [{ words: 'three groups by score at the start', mark: 'line', role: chart.context } as const] : []),
    ...(entry.quartiles ? [{ words: 'middle half of people', mark: 'band', role: chart.interval } as const] : []),
  ];
}
