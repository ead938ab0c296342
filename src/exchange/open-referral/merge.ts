// Puts together what several pages of one directory say of the same record.
import { isObject } from './values.ts';

const confirmedOn = (provenance: unknown): string => {
  const date = isObject(provenance) ? provenance.lastConfirmed : undefined;
  return typeof date === 'string' ? date : '';
};

/** Combines what several pages say of one record: later values win where they say something, longer lists win over shorter. */
export function merged<Record extends object>(before: Record | undefined, after: Record): Record {
  if (before === undefined) return after;
  const both = new Map<string, unknown>(Object.entries(before));
  for (const [key, value] of Object.entries(after)) {
    const known = both.get(key);
    const keep =
      (Array.isArray(known) && Array.isArray(value) && known.length > value.length) ||
      (value === 'not stated' && known !== undefined) ||
      (key === 'provenance' && confirmedOn(known) > confirmedOn(value));
    if (!keep) both.set(key, value);
  }
  // Both sides are the same kind of record, and only their own keys are copied.
  return Object.fromEntries(both) as Record;
}
