// What `onedoor blueprint check [folder]` does: reads one blueprint, or each one in a folder of them, and prints every fault with its way out.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BlueprintFault, readBlueprint } from './read.ts';

export interface CheckReport {
  readonly faults: readonly BlueprintFault[];
  /** Ready to print. */
  readonly text: string;
  /** 0 when all is well, 1 otherwise. */
  readonly exitCode: 0 | 1;
}

/** Checks the blueprint in `folder`, or every blueprint in the folders directly inside it. */
export function checkBlueprints(folder: string): CheckReport {
  const folders = foldersOf(folder);
  if (folders.length === 0)
    return {
      faults: [],
      exitCode: 1,
      text: `There is no blueprint in ${folder}.\nA blueprint is a folder with a file blueprint.yaml in it.\n`,
    };
  const checked = folders.map((each) => ({ folder: each, result: readBlueprint(each) }));
  const faults = checked.flatMap(({ folder: each, result }) =>
    result.ok ? [] : result.faults.map((one) => ({ ...one, file: join(each, one.file) })),
  );
  // A fault in a folder that several are built on is one fault.
  const unlike = [...new Map(faults.map((one) => [line(one), one])).values()];
  const good = checked.flatMap(({ result }) =>
    result.ok
      ? [
          `${result.blueprint.name}: ${counted(result.blueprint.services.length, 'service')}, ${counted(result.blueprint.rules.length, 'rule table')}. No faults.\n`,
        ]
      : [],
  );
  const bad =
    unlike.length === 0
      ? ''
      : `${unlike.map(line).join('\n')}\n\n${counted(unlike.length, 'fault')}. Nothing is loaded until they are put right.\n`;
  return { faults: unlike, text: good.join('') + bad, exitCode: unlike.length === 0 ? 0 : 1 };
}

const line = ({ file, line: at, column, message, fix }: BlueprintFault): string => `${file}:${at}:${column}  ${message} ${fix}`.trimEnd();

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

function foldersOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (existsSync(join(folder, 'blueprint.yaml'))) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() && existsSync(join(folder, entry.name, 'blueprint.yaml')) ? [join(folder, entry.name)] : []))
    .toSorted();
}
