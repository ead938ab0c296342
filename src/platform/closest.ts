// Guesses which known word someone meant, for the "Did you mean …?" at the end of a fault.

/** Edits (one letter added, dropped, changed or swapped with its neighbour) that turn one word into the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

/** The known word nearest to `word`, or undefined when none is near enough (about a third of its letters). */
export function closest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const edits = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

/** " Did you mean “x”?", or else the whole list when it is short, or else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const all = [...known];
  const guess = closest(word, all);
  if (guess !== undefined) return `Did you mean “${guess}”?`;
  if (all.length > 0 && all.length <= 12) return `Use one of: ${all.join(', ')}.`;
  return '';
}
