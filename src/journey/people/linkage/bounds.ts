// Rates from counts, held near the published ones where few pairs teach, and within what nature allows.
import { fields, levelCount, offsets } from './fields.ts';
import { fieldAt } from './levels.ts';
import type { LinkageModel } from './parameters.ts';

/** Shares of each field’s known levels, with the starting rates counting as `trust` pairs. */
export function rates(counts: Float64Array, start: Float64Array, trust: number, floor: number): Float64Array {
  const result = new Float64Array(levelCount).fill(1);
  fields.forEach((field, at) => {
    const offset = offsets[at] ?? 0;
    let known = 0;
    for (let level = 1; level < field.levels.length; level++) known += counts[offset + level] ?? 0;
    for (let level = 1; level < field.levels.length; level++) {
      const place = offset + level;
      result[place] = Math.max(floor, ((counts[place] ?? 0) + trust * (start[place] ?? 0)) / (known + trust));
    }
  });
  return result;
}

const mostAtHome = fields.flatMap(({ levels }) => levels.map(({ home }) => home?.most ?? 1));

/** Levels that people at one address reach oftener than strangers do: sons named after fathers, siblings and couples of an age. */
const oftenerAtHome = [
  ['given', ['same', 'variant', 'near']],
  ['birth', ['slip', 'onePart', 'near', 'twoFigures', 'partDiffers']],
] as const;
const placesOftener = oftenerAtHome.flatMap(([name, levels]) =>
  levels.map((level) => (offsets[fieldAt[name]] ?? 0) + (fields[fieldAt[name]]?.levels.findIndex((each) => each.name === level) ?? 0)),
);

/**
 * What nature allows: people at one address agree so far at least in the ratio to strangers that the starting rates say, and share a birthday no
 * oftener than twins are born. Without these bounds namesakes in one house, or one person twice, would teach the weights that they are the other.
 */
export function withinNature([apart, home]: LinkageModel['u'], start: LinkageModel['u']): LinkageModel['u'] {
  const bounded = home.map((rate, at) => Math.min(rate, mostAtHome[at] ?? 1));
  for (const at of placesOftener) bounded[at] = Math.max(bounded[at] ?? 0, ((apart[at] ?? 0) * (start[1][at] ?? 1)) / (start[0][at] ?? 1));
  return [apart, bounded];
}

/** A level that hardly any pair reaches teaches nothing of its weight, which then passes the starting one by at most this, in bits. */
const mostBeyondStart = 3;

/** `seen` is how many pairs, of one person or of two, reached each level. */
export function heldToStart(u: Float64Array, m: Float64Array, seen: Float64Array, start: LinkageModel, context: 0 | 1): Float64Array {
  return u.map((rate, at) => {
    if ((seen[at] ?? 0) >= seldom) return rate;
    const startRatio = (start.m[context][at] ?? 1) / (start.u[context][at] ?? 1);
    return Math.max(rate, (m[at] ?? 1) / (startRatio * 2 ** mostBeyondStart));
  });
}
const seldom = 30;

/** A slip of the pen does not ask who shares a home: but for the family name, matches of both kinds are counted together. */
export function countedTogether([apart, home]: readonly [Float64Array, Float64Array]): readonly [Float64Array, Float64Array] {
  const together = [Float64Array.from(apart), Float64Array.from(home)] as const;
  fields.forEach((field, at) => {
    if (at === fieldAt.family || at === fieldAt.place) return;
    for (let level = 0; level < field.levels.length; level++) {
      const place = (offsets[at] ?? 0) + level;
      const sum = (apart[place] ?? 0) + (home[place] ?? 0);
      together[0][place] = sum;
      together[1][place] = sum;
    }
  });
  return together;
}
