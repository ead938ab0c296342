// Finds where a label of a chart covers least of the data: of a few places in order of preference, the first that touches fewest marks.

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export type Spot = readonly [x: number, y: number];

/** Points every few pixels along a line, so that a box over any part of it is noticed. */
export function alongLine(points: readonly Spot[], every = 4): Spot[] {
  return points.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / every));
    return Array.from(
      { length: steps + 1 },
      (_, step): Spot => [fromX + ((x - fromX) * step) / steps, fromY + ((y - fromY) * step) / steps],
    );
  });
}

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** The place whose box holds fewest spots and meets fewest taken boxes, counting its own penalty in spots; earlier places win ties. */
export function freest<Place extends { readonly box: Box; readonly penalty?: number }>(
  places: readonly Place[],
  spots: readonly Spot[],
  taken: readonly Box[] = [],
): Place | undefined {
  const cost = ({ box, penalty = 0 }: Place): number =>
    penalty +
    spots.filter(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom).length +
    50 * taken.filter((other) => overlap(box, other)).length;
  return places.toSorted((a, b) => cost(a) - cost(b))[0];
}

/** The box of one line of text drawn from a baseline. */
export function textBox(x: number, baseline: number, width: number, anchor: 'start' | 'middle' | 'end', size = 14): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: baseline - size * 0.85, bottom: baseline + size * 0.3 };
}
