// National and local lists of codes, copied as data with their sources, and one typed way to look a code up.
// A list is chosen here by name; what a code means for a service is the room’s business.
import * as access from './access.ts';
import * as adjustments from './adjustments.ts';
import type { CodeEntry } from './code-set.ts';
import * as contact from './contact.ts';
import * as home from './home.ts';
import * as justice from './justice.ts';
import * as mashCategory from './mash-category.ts';
import * as peopleAround from './people-around.ts';
import * as person from './person.ts';
import * as place from './place.ts';
import * as quality from './quality.ts';
import * as referral from './referral.ts';
import * as safeguarding from './safeguarding.ts';
import * as wayThrough from './way-through.ts';
import * as work from './work.ts';

export type { CodeEntry, CodeSet } from './code-set.ts';

export const codeSets = {
  ...access,
  ...adjustments,
  ...contact,
  ...home,
  ...justice,
  ...mashCategory,
  ...peopleAround,
  ...person,
  ...place,
  ...quality,
  ...referral,
  ...safeguarding,
  ...wayThrough,
  ...work,
} as const;

export type CodeSetName = keyof typeof codeSets;
/** The codes of one list, as a union of strings. */
export type CodeOf<Name extends CodeSetName> = (typeof codeSets)[Name]['codes'][number]['code'];

/** The entry of a code the program itself names; a misspelt code does not compile. */
export function code<Name extends CodeSetName>(set: Name, value: CodeOf<Name>): CodeEntry {
  const entry = find(set, value);
  if (entry === undefined) throw new Error(`${set} has no code ${value}`);
  return entry;
}

/** The entry of a code that came from a form, a file or the database; undefined when the list does not hold it. */
export const find = (set: CodeSetName, value: string): CodeEntry | undefined => byCode(set).get(value);

/** Whether the list holds the code; narrows the type. */
export const isCode = <Name extends CodeSetName>(set: Name, value: unknown): value is CodeOf<Name> =>
  typeof value === 'string' && byCode(set).has(value);

/** Every code of a list, in its published order. */
export const codesOf = <Name extends CodeSetName>(set: Name): readonly CodeOf<Name>[] =>
  // The list is typed by its own literals; mapping over the union of lists loses that.
  codeSets[set].codes.map((entry) => entry.code) as readonly CodeOf<Name>[];

/** The entries of a list, in its published order, for building choices. */
export const entriesOf = (set: CodeSetName): readonly CodeEntry[] => codeSets[set].codes;

/** What a screen says for a code: our words, else the published label, else the code itself. */
export function wordsFor(set: CodeSetName, value: string): string {
  const entry = find(set, value);
  return entry?.words ?? entry?.label ?? value;
}

const indexes = new Map<CodeSetName, ReadonlyMap<string, CodeEntry>>();

function byCode(set: CodeSetName): ReadonlyMap<string, CodeEntry> {
  let index = indexes.get(set);
  if (index === undefined) {
    index = new Map(entriesOf(set).map((entry) => [entry.code, entry]));
    indexes.set(set, index);
  }
  return index;
}
