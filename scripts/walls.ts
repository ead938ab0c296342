// npm run walls: fails when an import goes through a wall of the house, and when it read too little to know.
import { fileURLToPath } from 'node:url';
import { readImports } from './walls/read-imports.ts';
import { brokenWalls, stalePureModules } from './walls/rules.ts';

const graph = readImports(fileURLToPath(new URL('../', import.meta.url)));
const imports = [...graph.values()].reduce((sum, list) => sum + list.length, 0);
const faults = [
  ...brokenWalls(graph),
  ...stalePureModules(graph.keys()).map((pattern) => `No file is named like ${pattern}: mend the list of pure modules.`),
];
if (graph.size < 50 || imports < graph.size) faults.push(`Only ${graph.size} files and ${imports} imports were read: that cannot be all.`);
for (const fault of faults) console.error(fault);
console.log(`${graph.size} files, ${imports} imports, ${faults.length === 0 ? 'every wall holds' : `${faults.length} faults`}.`);
process.exitCode = faults.length === 0 ? 0 : 1;
