// An entry as its keeper reads it for changing, and what saving it does: faults, somebody who was quicker, or changed and confirmed.

import { localDate } from '../../platform/clock.ts';
import type { Fault } from '../../platform/problem.ts';
import type { Context } from '../../platform/web/context.ts';
import { capacityOf } from './counting.ts';
import { changedFields, type EntryForm, type EntryValues, editableWords, formOf, type ToldUnit, valuesOf } from './editing.ts';
import { otherHours } from './editing-hours.ts';
import { type EditedEntry, type Editor, editEntry, entryValues } from './edits.ts';
import { hoursLines } from './hours-words.ts';
import { settleTasks } from './keepers.ts';

export interface KeptForm {
  readonly entry: EditedEntry;
  readonly form: EntryForm;
  readonly units: readonly ToldUnit[];
  /** Hours that the form has no place for, in words. */
  readonly otherHours: readonly string[];
}

type Asking = Pick<Context, 'tables' | 'now' | 'place' | 'asWorker' | 'identify'>;

/** Of a service of ours, the units that no record counts; of others, those they publish, or simply places. */
async function unitsOf(context: Asking, entry: EditedEntry): Promise<readonly ToldUnit[]> {
  if (!entry.own) {
    const published = entry.values.capacity.map(({ unit, maximum }) => ({ unit, words: unit, most: maximum ?? null }));
    return published.length > 0 ? published : [{ unit: 'places', words: 'places', most: null }];
  }
  return (await capacityOf(context, entry.sourceKey))
    .filter(({ kind }) => kind !== 'counted')
    .map(({ unit, per, total }) => ({ unit, words: [unit, per].filter(Boolean).join(', '), most: total }));
}

export async function readForKeeping(context: Asking, id: string): Promise<KeptForm | null> {
  const entry = await entryValues(context.tables, id);
  if (!entry) return null;
  const units = await unitsOf(context, entry);
  const others = otherHours(entry.values.hours).map((one) => ({ ...one, id: '' }));
  return {
    entry,
    units,
    form: formOf(entry.values, units),
    otherHours: hoursLines(others, localDate(context.now)).map(({ days, times }) => `${days}, ${times}`),
  };
}

export interface Submitted {
  readonly version: number;
  readonly form: EntryForm;
}

export type Saved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  | { readonly kind: 'overtaken'; readonly differs: readonly { readonly part: string; readonly now: string }[] };

/** What a part of an entry says, in a line. */
export function partSaid(field: keyof EntryValues, value: unknown): string {
  const values = { hours: [], eligibility: [], phones: [], capacity: [], [field]: value } as unknown as EntryValues; // only this field is read
  switch (field) {
    case 'hours':
      return hoursLines(
        values.hours.map((one) => ({ ...one, id: '' })),
        '0001-01-01',
      )
        .map(({ days, times }) => `${days}: ${times}`)
        .join('; ');
    case 'eligibility':
      return values.eligibility
        .map(({ minimumAge, maximumAge, words }) =>
          [minimumAge === undefined ? '' : `from ${minimumAge}`, maximumAge === undefined ? '' : `to ${maximumAge}`, words ?? '']
            .filter(Boolean)
            .join(', '),
        )
        .join('; ');
    case 'phones':
      return values.phones.map(({ number, description }) => [number, description].filter(Boolean).join(', ')).join('; ');
    case 'capacity':
      return values.capacity
        .map(({ unit, available, maximum }) => `${available}${maximum === undefined ? '' : ` of ${maximum}`} ${unit}`)
        .join('; ');
    default:
      return String(value ?? '');
  }
}

/** Saves, and confirms for today. */
export async function saveEntry(context: Asking, id: string, { version, form }: Submitted, by: Editor): Promise<Saved> {
  const kept = await readForKeeping(context, id);
  if (!kept) return { kind: 'missing' };
  const read = valuesOf(form, kept.entry.values, kept.units, context.now);
  if ('faults' in read) return { kind: 'faults', faults: read.faults };
  return context.asWorker('change an entry of the directory', async (tables): Promise<Saved> => {
    const edited = await editEntry(tables, context.identify, { id, version, values: read.values, by, now: context.now });
    if (edited.kind === 'missing') return { kind: 'missing' };
    if (edited.kind === 'overtaken')
      return {
        kind: 'overtaken',
        differs: changedFields(edited.now.values, read.values).map((field) => ({
          part: editableWords[field],
          now: partSaid(field, edited.now.values[field]),
        })),
      };
    await settleTasks(tables, id, by.accountId, context.now);
    return { kind: 'saved' };
  });
}
