// Holds docs/clinical-safety.md to the list of hazards and to the tests it names. Pure: the page in, sentences about faults out.
import type { Requirement } from './read-requirements.ts';

/** Each hazard must have one row of the table, and each test file in code marks must be there. */
export function safetyFaults(page: string, requirements: readonly Requirement[], isThere: (file: string) => boolean): string[] {
  const rows = page.split('\n').flatMap((line) => /^\| (H\d+) \|/.exec(line)?.[1] ?? []);
  const hazards = requirements.filter(({ id }) => /^H\d+$/.test(id)).map(({ id }) => id);
  const files = [...page.matchAll(/`([\w./-]+\.(?:test|long)\.tsx?)`/g)].flatMap(([, file]) => file ?? []);
  return [
    ...hazards.filter((id) => !rows.includes(id)).map((id) => `docs/clinical-safety.md leaves out ${id}.`),
    ...rows
      .filter((id, index) => !hazards.includes(id) || rows.indexOf(id) !== index)
      .map((id) => `docs/clinical-safety.md has a row for ${id} too many.`),
    ...[...new Set(files)].filter((file) => !isThere(file)).map((file) => `docs/clinical-safety.md names ${file}, which is not there.`),
  ];
}
