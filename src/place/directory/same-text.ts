// Values of an entry compared as texts. Pure.

/** One text for the same value, whatever the order of its keys and lists of hours. */
export function sameText(value: unknown): string {
  const sorted = (inner: unknown): unknown =>
    Array.isArray(inner)
      ? inner.map(sorted)
      : typeof inner === 'object' && inner !== null
        ? Object.fromEntries(
            Object.entries(inner)
              .filter(([, one]) => one !== undefined)
              .sort(([one], [other]) => (one < other ? -1 : 1))
              .map(([key, one]) => [key, sorted(one)]),
          )
        : inner;
  return JSON.stringify(sorted(value)) ?? 'null';
}
