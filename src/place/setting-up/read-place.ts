// The blueprints of a place, read from their folders and put side by side. Faults are told as the check tells them; a place with a fault does not open.
import { fileURLToPath } from 'node:url';
import type { Blueprint } from '../../platform/blueprint/blueprint.ts';
import { mergePlace, type Place } from '../../platform/blueprint/place.ts';
import { readBlueprint } from '../../platform/blueprint/read.ts';
import { InstallationFault } from '../../platform/installation-fault.ts';

export const blueprintFolder = fileURLToPath(new URL('../../../blueprints/', import.meta.url));

/** The demo's place: two kinds of service side by side. */
export const demoBlueprints = ['somerset-open-door', 'chorley-hub'] as const;

export interface ReadPlace {
  readonly blueprints: readonly Blueprint[];
  readonly place: Place;
}

/** Throws an InstallationFault that lists every fault with its file, line and fix. */
export function readPlace(names: readonly string[], folder: string = blueprintFolder): ReadPlace {
  const blueprints: Blueprint[] = [];
  const faults: string[] = [];
  for (const name of names) {
    const read = readBlueprint(`${folder}/${name}`);
    if (read.ok) blueprints.push(read.blueprint);
    else faults.push(...read.faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message} ${fault.fix}`));
  }
  if (faults.length > 0) throw new InstallationFault(`The blueprints have faults.\n${faults.join('\n')}`);
  const [first, ...others] = blueprints;
  if (!first) throw new InstallationFault('No blueprint was named. Name at least one folder of blueprints/.');
  return { blueprints, place: mergePlace([first, ...others]) };
}
