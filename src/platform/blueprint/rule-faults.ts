// Checks every decision table of a blueprint, and finds the line each fault stands on.

import { didYouMean } from '../closest.ts';
import { check } from '../decisions/check.ts';
import type { TableFault } from '../decisions/table-fault.ts';
import type { Parts } from './parts.ts';
import { type BlueprintFault, faultAt, type Path, type SourceFolder } from './source.ts';
import { tableOf } from './tables.ts';

const WRITTEN_AS = { sentence: 'says', reason: 'because', reasonCode: 'code', changes: 'changes', name: 'name' } as const;

export function ruleFaults(folder: SourceFolder, parts: Parts): BlueprintFault[] {
  const facts = Object.keys(parts.facts);
  return Object.entries(parts.rules).flatMap(([code, file]) => {
    const unknown = Object.entries(file.rules).flatMap(([id, rule]) =>
      Object.keys(rule.when ?? {})
        .filter((name) => !facts.includes(name))
        .map((name) =>
          faultAt(
            folder,
            'rules',
            [code, 'rules', id, 'when', name],
            `“${name}” is not in facts.yaml.`,
            didYouMean(name, facts) || 'Add it to facts.yaml.',
            true,
          ),
        ),
    );
    // With a fact unknown, the rest of what the check would say follows from it.
    if (unknown.length > 0) return unknown;
    return check(tableOf(code, file, parts.facts)).map((found) =>
      faultAt(folder, 'rules', [code, ...pathOf(found)], found.message, found.fix),
    );
  });
}

function pathOf(found: TableFault): Path {
  if (found.rule === undefined) return found.text ? [WRITTEN_AS[found.text]] : ['rules'];
  const row = ['rules', found.rule];
  if (found.input !== undefined) return [...row, 'when', found.input];
  if (found.output !== undefined) return [...row, 'give', found.output];
  return found.text ? [...row, WRITTEN_AS[found.text]] : row;
}
