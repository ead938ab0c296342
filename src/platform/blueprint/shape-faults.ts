// Turns what the schema found into faults in plain words, each at its line and with the way to put it right.
import type { z } from 'zod';
import { didYouMean } from '../closest.ts';
import { type PartName, schemas } from './parts.ts';
import { FIX } from './schema/kinds.ts';
import { type BlueprintFault, faultAt, type Path, type SourceFolder } from './source.ts';

type Issue = z.core.$ZodIssue;

/** The faults of one part's shape. */
export function shapeFaults(folder: SourceFolder, part: PartName, issues: readonly Issue[]): BlueprintFault[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue.path);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) =>
        faultAt(
          folder,
          part,
          [...path, name],
          `“${name}” is not known here.`,
          didYouMean(name, knownKeys(part, path)) || 'Take it out, or check its indentation.',
          true,
        ),
      );
    if (issue.code === 'invalid_union') {
      // The closest branch is the one whose faults lie deepest; its words help most.
      const deepest = issue.errors.toSorted((one, other) => depth(other) - depth(one))[0] ?? [];
      const inner = deepest.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
      return inner.length > 0
        ? shapeFaults(folder, part, inner)
        : [faultAt(folder, part, path, 'This cannot be read.', 'Compare it with another entry.')];
    }
    if (issue.code === 'invalid_key') return issue.issues.slice(0, 1).map((inner) => say(folder, part, path, inner.message, true));
    const missing = missingFault(folder, part, issue, path);
    return [missing ?? say(folder, part, path, wordsOf(issue), false)];
  });
}

const pathOf = (path: readonly PropertyKey[]): Path => path.map((step) => (typeof step === 'number' ? step : String(step)));

const depth = (issues: readonly Issue[]): number =>
  Math.max(
    0,
    ...issues.map(
      (issue) =>
        issue.path.length +
        (issue.code === 'custom' || issue.code === 'unrecognized_keys' ? 2 : 0) -
        (issue.code === 'invalid_type' && issue.path.length === 0 ? 1 : 0),
    ),
  );

function say(folder: SourceFolder, part: PartName, path: Path, message: string, atKey: boolean): BlueprintFault {
  const [words = '', fix = ''] = message.split(FIX);
  const name = path.findLast((step) => typeof step === 'string');
  return faultAt(folder, part, path, name === undefined ? words : `\`${name}\`: ${words}`, fix, atKey);
}

function missingFault(folder: SourceFolder, part: PartName, issue: Issue, path: Path): BlueprintFault | undefined {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value') return undefined;
  if (!('input' in issue) || issue.input === undefined) {
    const name = path.at(-1);
    if (!isWritten(folder, part, path))
      return faultAt(folder, part, path.slice(0, -1), `\`${String(name)}\` is missing.`, `Add “${String(name)}:” here.`, true);
  }
  return undefined;
}

function isWritten(folder: SourceFolder, part: PartName, path: Path): boolean {
  let value: unknown = folder.parts.get(part)?.data;
  for (const step of path) {
    // A step into anything that is not an object or a list finds nothing.
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value !== undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'words',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, each line beginning with “- ”',
  object: 'entries, each “name: value”',
  record: 'entries, each “name: value”',
};

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `This should be ${TYPES[issue.expected] ?? issue.expected}.${FIX}Write ${TYPES[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return issue.message.includes(FIX) ? issue.message : `This is too small or empty.${FIX}It needs at least ${issue.minimum}.`;
    case 'too_big':
      return issue.message.includes(FIX) ? issue.message : `This is too much.${FIX}At most ${issue.maximum}.`;
    default:
      return issue.message;
  }
}

// The names allowed at a place, found by walking the schema beside the path.
function knownKeys(part: PartName, path: Path): string[] {
  let schema: unknown = schemas[part];
  for (const step of path) schema = inside(unwrapped(schema), step);
  const found = unwrapped(schema);
  return isObjectSchema(found) ? Object.keys(found.shape) : [];
}

interface ObjectSchema {
  readonly shape: Readonly<Record<string, unknown>>;
}
const has = (value: unknown, name: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && name in value;
const isObjectSchema = (schema: unknown): schema is ObjectSchema => has(schema, 'shape');

function unwrapped(schema: unknown): unknown {
  const definition = has(schema, 'def') ? schema.def : undefined;
  if (has(definition, 'innerType')) return unwrapped(definition.innerType);
  if (has(definition, 'in')) return unwrapped(definition.in);
  if (has(definition, 'options') && Array.isArray(definition.options))
    return definition.options.map(unwrapped).find(isObjectSchema) ?? schema;
  return schema;
}

function inside(schema: unknown, step: string | number): unknown {
  if (isObjectSchema(schema)) return schema.shape[step];
  const definition = has(schema, 'def') ? schema.def : undefined;
  if (has(definition, 'element')) return definition.element;
  return has(definition, 'valueType') ? definition.valueType : undefined;
}
