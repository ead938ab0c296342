// Gathers pairs into people. Joining everything that touches would let one wrong pair merge two families, so groups join only while
// their records agree with one another on the whole.

/** Places of two records in a list and the pair’s weight in bits, column by column: there may be millions. */
export interface WeighedPairs {
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

export interface ClusterChoices {
  /** What a pair that was never compared counts for, in bits; default −6: it had no key in common. */
  readonly uncompared?: number;
  /** No pair counts for more or less than this, in bits, so that one cannot outvote many; default 12. */
  readonly cap?: number;
  /** Groups join while the mean weight between them is at least this, in bits; default 0. */
  readonly least?: number;
  /** The list each record came from, when no list holds a person twice: two records of one list never join. */
  readonly listOf?: (record: number) => number;
}

/**
 * The group of each of `count` records, as the place of one of its members. Greedy: strongest mean link first, means kept between groups
 * (agglomeration by average link).
 */
export function clusters(count: number, pairs: WeighedPairs, choices: ClusterChoices = {}): Int32Array {
  const neighbourhood = neighbourhoods(count, pairs, choices.least ?? 0);
  const groups = new Groups(neighbourhood, pairs, choices);
  for (const members of shared(neighbourhood)) groups.joinAmong(members);
  return groups.found();
}

/** For each record a number that it shares with all whom it may end up with. Only pairs that speak for one person join groups, so the others, nearly all, need no look. */
function neighbourhoods(count: number, { left, right, weights }: WeighedPairs, least: number): Int32Array {
  const root = Int32Array.from({ length: count }, (_, place) => place);
  for (let pair = 0; pair < weights.length; pair++)
    if ((weights[pair] ?? 0) >= least) root[rootOf(root, left[pair] ?? 0)] = rootOf(root, right[pair] ?? 0);
  return root.map((_, place) => rootOf(root, place));
}

function rootOf(root: Int32Array, place: number): number {
  let at = place;
  while (root[at] !== at) {
    root[at] = root[root[at] ?? at] ?? at;
    at = root[at] ?? at;
  }
  return at;
}

/** The records of each neighbourhood that has more than one; it is numbered by one of them. */
function shared(neighbourhood: Int32Array): Iterable<number[]> {
  const members = new Map<number, number[]>();
  neighbourhood.forEach((number, place) => {
    if (number === place) return;
    const found = members.get(number);
    if (found === undefined) members.set(number, [number, place]);
    else found.push(place);
  });
  return members.values();
}

/** Groups on their way together. A link between two is known by the first pair that made it, and what all its pairs come to is kept there. */
class Groups {
  readonly #group: Int32Array;
  readonly #size: Int32Array;
  readonly #lists: Set<number>[] | undefined;
  /** From group to group, by link. */
  readonly #links: (Map<number, number> | undefined)[];
  readonly #sum: Float64Array;
  readonly #pairs: Uint32Array;
  /** The mean of a link; of two records their whole weight, also beyond the cap. */
  readonly #strength: Float64Array;
  /** Which group each would join before any other, and how strong that link is. */
  readonly #nearest: Int32Array;
  readonly #nearestStrength: Float64Array;
  readonly #uncompared: number;
  readonly #least: number;

  constructor(
    neighbourhood: Int32Array,
    { left, right, weights }: WeighedPairs,
    { uncompared = -6, cap = 12, least = 0, listOf }: ClusterChoices,
  ) {
    const count = neighbourhood.length;
    this.#uncompared = uncompared;
    this.#least = least;
    this.#group = Int32Array.from({ length: count }, (_, place) => place);
    this.#size = new Int32Array(count).fill(1);
    this.#lists = listOf === undefined ? undefined : Array.from({ length: count }, (_, place) => new Set([listOf(place)]));
    this.#links = new Array(count);
    this.#sum = new Float64Array(weights.length);
    this.#pairs = new Uint32Array(weights.length).fill(1);
    this.#strength = Float64Array.from(weights);
    this.#nearest = new Int32Array(count).fill(-1);
    this.#nearestStrength = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
    for (let pair = 0; pair < weights.length; pair++) {
      const one = left[pair] ?? 0;
      const other = right[pair] ?? 0;
      if (neighbourhood[one] !== neighbourhood[other]) continue;
      this.#sum[pair] = Math.max(-cap, Math.min(cap, weights[pair] ?? 0));
      this.#linked(one).set(other, pair);
      this.#linked(other).set(one, pair);
    }
  }

  /** Joins what belongs together among the records of one neighbourhood. */
  joinAmong(members: readonly number[]): void {
    const left = [...members];
    for (const group of left) this.#seek(group);
    while (left.length > 1) {
      let first = left[0] ?? 0;
      for (const group of left) if (this.#strengthOf(group) > this.#strengthOf(first)) first = group;
      if (this.#strengthOf(first) < this.#least) return;
      left.splice(left.indexOf(this.#join(first, this.#nearest[first] ?? 0)), 1);
    }
  }

  /** The group of each record. */
  found(): Int32Array {
    return this.#group.map((_, place) => rootOf(this.#group, place));
  }

  #strengthOf(group: number): number {
    return this.#nearestStrength[group] ?? Number.NEGATIVE_INFINITY;
  }

  #linked(group: number): Map<number, number> {
    const found = this.#links[group] ?? new Map<number, number>();
    this.#links[group] = found;
    return found;
  }

  /** Finds a group’s nearest anew. */
  #seek(group: number): void {
    this.#nearest[group] = -1;
    this.#nearestStrength[group] = Number.NEGATIVE_INFINITY;
    for (const [neighbour, link] of this.#linked(group)) this.#offer(group, neighbour, link);
  }

  #offer(group: number, neighbour: number, link: number): void {
    const strength = this.#strength[link] ?? 0;
    if (strength <= this.#strengthOf(group) || this.#shareList(group, neighbour)) return;
    this.#nearest[group] = neighbour;
    this.#nearestStrength[group] = strength;
  }

  #shareList(one: number, other: number): boolean {
    for (const list of this.#lists?.[one] ?? []) if (this.#lists?.[other]?.has(list)) return true;
    return false;
  }

  /** Gives back which of the two groups is no more. */
  #join(one: number, other: number): number {
    const [kept, joined] = this.#linked(one).size >= this.#linked(other).size ? [one, other] : [other, one];
    this.#group[joined] = kept;
    this.#size[kept] = (this.#size[kept] ?? 1) + (this.#size[joined] ?? 1);
    for (const list of this.#lists?.[joined] ?? []) this.#lists?.[kept]?.add(list);
    const links = this.#linked(kept);
    links.delete(joined);
    for (const [neighbour, link] of this.#linked(joined)) {
      if (neighbour === kept) continue;
      this.#linked(neighbour).delete(joined);
      const both = links.get(neighbour);
      if (both === undefined) {
        links.set(neighbour, link);
        this.#linked(neighbour).set(kept, link);
      } else {
        this.#sum[both] = (this.#sum[both] ?? 0) + (this.#sum[link] ?? 0);
        this.#pairs[both] = (this.#pairs[both] ?? 0) + (this.#pairs[link] ?? 0);
      }
    }
    this.#links[joined] = undefined;
    for (const [neighbour, link] of links) {
      const all = (this.#size[kept] ?? 1) * (this.#size[neighbour] ?? 1);
      this.#strength[link] = ((this.#sum[link] ?? 0) + (all - (this.#pairs[link] ?? 0)) * this.#uncompared) / all;
    }
    this.#seek(kept);
    for (const [neighbour, link] of links) {
      const before = this.#nearest[neighbour];
      if (before === kept || before === joined) this.#seek(neighbour);
      else this.#offer(neighbour, kept, link);
    }
    return joined;
  }
}
