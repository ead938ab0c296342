// Which tests cite which requirement. Pure: requirements and tests in, a table and its faults out.
import { citedIn, type Requirement } from './read-requirements.ts';
import type { NamedTest } from './read-tests.ts';

export interface Covered extends Requirement {
  readonly tests: readonly NamedTest[];
}

export interface Coverage {
  readonly requirements: readonly Covered[];
  /** Tests that cite an id which is not a requirement. */
  readonly unknown: readonly { readonly id: string; readonly test: NamedTest }[];
}

export function coverageOf(requirements: readonly Requirement[], tests: readonly NamedTest[]): Coverage {
  const citing = new Map<string, NamedTest[]>(requirements.map(({ id }) => [id, []]));
  const unknown: { id: string; test: NamedTest }[] = [];
  for (const test of tests)
    for (const id of citedIn(test.name)) {
      const list = citing.get(id);
      if (list) list.push(test);
      else unknown.push({ id, test });
    }
  return { requirements: requirements.map((one) => ({ ...one, tests: citing.get(one.id) ?? [] })), unknown };
}

/** A rule with parts (S3 with S3.1 to S3.8) counts as cited when one of its parts is. */
export const isCited = ({ id, tests }: Covered, all: readonly Covered[]): boolean =>
  tests.length > 0 || all.some((other) => other.id.startsWith(`${id}.`) && other.tests.length > 0);

/** TWP of TWP-15, S of S3.2. */
export const familyOf = (id: string): string => /^[A-Z]+/.exec(id)?.[0] ?? id;

/** Lines for people: every requirement with its tests, then how many of each family are cited. */
export function tableOf({ requirements }: Coverage): string[] {
  const lines = requirements.flatMap((one) => {
    const head = one.id.padEnd(7);
    if (one.tests.length === 0) return [`${head} ${isCited(one, requirements) ? 'by its parts' : '—'}`];
    return one.tests.map(({ file, name }, index) => `${index === 0 ? head : ' '.repeat(7)} ${file}: ${name}`);
  });
  const families = [...new Set(requirements.map(({ id }) => familyOf(id)))];
  return [
    ...lines,
    '',
    ...families.map((family) => {
      const all = requirements.filter(({ id }) => familyOf(id) === family);
      const bare = all.filter((one) => !isCited(one, requirements)).map(({ id }) => id);
      return `${family.padEnd(4)} ${all.length - bare.length} of ${all.length} cited by a test${bare.length > 0 ? `; not yet: ${bare.join(' ')}` : ''}`;
    }),
  ];
}
