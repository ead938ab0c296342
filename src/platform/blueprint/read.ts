// Reads a blueprint's folder: the files, their shape, what they name, what every place must have, and how it is worded. All faults at once.
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { assemble } from './assemble.ts';
import type { Blueprint } from './blueprint.ts';
import { letterFaults, messageFaults } from './message-faults.ts';
import { fileOf, optionalParts, type PartName, type Parts, partNames, schemas } from './parts.ts';
import { promiseFaults } from './promises.ts';
import { referenceFaults } from './references.ts';
import { ruleFaults } from './rule-faults.ts';
import { shapeFaults } from './shape-faults.ts';
import { type BlueprintFault, builtOn, fault, faultAt, readFolder, type SourceFolder } from './source.ts';
import { wordingFaults } from './wording.ts';

export type { BlueprintFault } from './source.ts';

export type BlueprintResult =
  | { readonly ok: true; readonly blueprint: Blueprint }
  | { readonly ok: false; readonly faults: readonly BlueprintFault[] };

/** Reads and checks a blueprint. Faults name the file from the folder, the line and column from 1, and the fix. */
export function readBlueprint(folder: string): BlueprintResult {
  const path = resolve(folder);
  if (!existsSync(path) || !statSync(path).isDirectory())
    return refused([fault(folder, 1, 1, 'There is no such folder.', 'Give the folder of a blueprint.')]);
  const { source, faults: unread } = readWithBase(path);
  const { parts, faults: unshaped } = readParts(source);
  if (!parts) return refused([...source.faults, ...unread, ...unshaped]);
  const faults = [
    ...source.faults,
    ...unread,
    ...referenceFaults(source, parts),
    ...ruleFaults(source, parts),
    ...promiseFaults(source, parts),
    ...messageFaults(source, parts),
    ...letterFaults(source, parts),
    ...wordingFaults(source.files),
  ];
  return faults.length > 0 ? refused(faults) : { ok: true, blueprint: assemble(basename(path), parts) };
}

const refused = (faults: readonly BlueprintFault[]): BlueprintResult => ({
  ok: false,
  faults: faults.toSorted((one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column),
});

function readWithBase(path: string): { source: SourceFolder; faults: BlueprintFault[] } {
  const own = readFolder(path);
  const identity = own.parts.get('blueprint')?.data;
  const base = typeof identity === 'object' && identity !== null && 'builtOn' in identity ? identity.builtOn : undefined;
  if (typeof base !== 'string' || !/^[a-z0-9-]+$/.test(base)) return { source: own, faults: [] };
  const beside = join(dirname(path), base);
  if (!existsSync(beside))
    return {
      source: own,
      faults: [
        faultAt(
          own,
          'blueprint',
          ['builtOn'],
          `\`builtOn\` names “${base}”, which is not a folder beside this one.`,
          'Check the name, or take the line out.',
        ),
      ],
    };
  return { source: builtOn(own, readFolder(beside, `../${base}/`)), faults: [] };
}

function readParts(source: SourceFolder): { parts: Parts | undefined; faults: BlueprintFault[] } {
  const read: Partial<Record<PartName, unknown>> = {};
  const faults: BlueprintFault[] = [];
  let whole = true;
  for (const name of partNames) {
    const written = source.parts.get(name);
    if (written === undefined || (written.data === undefined && !written.main)) {
      if (Object.hasOwn(optionalParts, name)) read[name] = optionalParts[name];
      else faults.push(fault(fileOf(name), 1, 1, 'This file is missing.', `Add ${fileOf(name)} to the folder.`));
      whole &&= Object.hasOwn(optionalParts, name);
      continue;
    }
    if (written.data === undefined) {
      whole = false;
      continue;
    }
    const parsed = schemas[name].safeParse(written.data ?? {});
    if (parsed.success) read[name] = parsed.data;
    else {
      whole = false;
      faults.push(...shapeFaults(source, name, parsed.error.issues));
    }
  }
  // Each part was just parsed by its own schema, and all of them are there.
  return { parts: whole ? (read as Parts) : undefined, faults };
}
