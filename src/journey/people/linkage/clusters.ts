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
export function clusters(count: number, { left, right, weights }: WeighedPairs, choices: ClusterChoices = {}): Int32Array {
  const { uncompared = -6, cap = 12, least = 0, listOf } = choices;
  const group = Int32Array.from({ length: count }, (_, place) => place);
  const size = new Int32Array(count).fill(1);
  /** From group to group: the sum of weights and how many pairs gave it. */
  const links = new Map<number, Map<number, { sum: number; pairs: number }>>();
  const lists = listOf === undefined ? undefined : Array.from({ length: count }, (_, place) => new Set([listOf(place)]));
  const linked = (from: number): Map<number, { sum: number; pairs: number }> => {
    let found = links.get(from);
    if (found === undefined) {
      found = new Map();
      links.set(from, found);
    }
    return found;
  };
  const heap = new LinkHeap();
  const neighbourhood = neighbourhoods(count, { left, right, weights }, least);
  for (let pair = 0; pair < weights.length; pair++) {
    const one = left[pair] ?? 0;
    const other = right[pair] ?? 0;
    const weight = weights[pair] ?? 0;
    if (neighbourhood[one] !== neighbourhood[other]) continue;
    const entry = { sum: Math.max(-cap, Math.min(cap, weight)), pairs: 1 };
    linked(one).set(other, entry);
    linked(other).set(one, entry);
    if (entry.sum >= least) heap.push({ strength: weight, one, other, sizes: 2 });
  }
  const meanOf = (one: number, other: number, link: { sum: number; pairs: number }): number => {
    const all = (size[one] ?? 1) * (size[other] ?? 1);
    return (link.sum + (all - link.pairs) * uncompared) / all;
  };
  for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
    const { one, other } = top;
    if (group[one] !== one || group[other] !== other || (size[one] ?? 1) + (size[other] ?? 1) !== top.sizes) continue;
    const link = linked(one).get(other);
    if (link === undefined) continue;
    if (lists !== undefined && [...(lists[one] ?? [])].some((list) => lists[other]?.has(list))) continue;
    const [kept, joined] = linked(one).size >= linked(other).size ? [one, other] : [other, one];
    group[joined] = kept;
    size[kept] = (size[kept] ?? 1) + (size[joined] ?? 1);
    if (lists !== undefined) for (const list of lists[joined] ?? []) lists[kept]?.add(list);
    linked(kept).delete(joined);
    for (const [neighbour, { sum, pairs: number }] of linked(joined)) {
      if (neighbour === kept) continue;
      linked(neighbour).delete(joined);
      const before = linked(kept).get(neighbour) ?? { sum: 0, pairs: 0 };
      const after = { sum: before.sum + sum, pairs: before.pairs + number };
      linked(kept).set(neighbour, after);
      linked(neighbour).set(kept, after);
    }
    links.delete(joined);
    for (const [neighbour, after] of linked(kept)) {
      const mean = meanOf(kept, neighbour, after);
      if (mean >= least) heap.push({ strength: mean, one: kept, other: neighbour, sizes: (size[kept] ?? 1) + (size[neighbour] ?? 1) });
    }
  }
  for (let place = 0; place < count; place++) {
    let root = place;
    while (group[root] !== root) root = group[root] ?? root;
    group[place] = root;
  }
  return group;
}

/** For each record a number that it shares with all whom it may end up with. Only pairs that speak for one person join groups, so the others, nearly all, need no look. */
function neighbourhoods(count: number, { left, right, weights }: WeighedPairs, least: number): Int32Array {
  const root = Int32Array.from({ length: count }, (_, place) => place);
  const find = (place: number): number => {
    let at = place;
    while (root[at] !== at) {
      root[at] = root[root[at] ?? at] ?? at;
      at = root[at] ?? at;
    }
    return at;
  };
  for (let pair = 0; pair < weights.length; pair++) if ((weights[pair] ?? 0) >= least) root[find(left[pair] ?? 0)] = find(right[pair] ?? 0);
  return root.map((_, place) => find(place));
}

interface HeapLink {
  readonly strength: number;
  readonly one: number;
  readonly other: number;
  /** Size of both groups together when the link was weighed; a link whose groups have grown since is stale. */
  readonly sizes: number;
}

/** A binary heap, strongest link on top. */
class LinkHeap {
  readonly #links: HeapLink[] = [];

  push(link: HeapLink): void {
    const links = this.#links;
    let at = links.push(link) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = links[parent];
      if (above === undefined || above.strength >= link.strength) break;
      links[at] = above;
      at = parent;
    }
    links[at] = link;
  }

  pop(): HeapLink | undefined {
    const links = this.#links;
    const top = links[0];
    const last = links.pop();
    if (last === undefined || links.length === 0) return top;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let next = left;
      if ((links[right]?.strength ?? Number.NEGATIVE_INFINITY) > (links[left]?.strength ?? Number.NEGATIVE_INFINITY)) next = right;
      const child = links[next];
      if (child === undefined || child.strength <= last.strength) break;
      links[at] = child;
      at = next;
    }
    links[at] = last;
    return top;
  }
}
