// Which people a filled folder holds: those of other blueprints, other invented lives or another way of copying them are not the same any more.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const made = 'bench-shape';
const root = fileURLToPath(new URL('../../', import.meta.url));
// Not the migrations: a kept database is brought up to date by them, as a real one is.
const decides = ['blueprints', 'src/demo', 'src/journey/people/linkage', 'bench/place'];

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
    .filter((path) => !/\.test\.tsx?$|\/pages\//.test(path))
    .sort();
}

/** A hash of everything that decides what a filled place holds. */
export function shapeOf(people: number): string {
  const hash = createHash('sha256').update(String(people));
  for (const path of decides.flatMap(filesIn)) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** The shape that the folder was filled with; null when it was not, or not to the end. */
export function shapeIn(folder: string): string | null {
  try {
    return readFileSync(join(folder, made), 'utf8');
  } catch {
    return null;
  }
}

export const keepShape = (folder: string, shape: string): void => writeFileSync(join(folder, made), shape);
