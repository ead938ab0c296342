// npm run requirements: which tests cite each requirement, and which requirements none does. Fails when a test cites an id that does not exist,
// or when the clinical safety page leaves a hazard out or names a test file that is not there. With --verify it prints those faults alone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coverageOf, tableOf } from './requirements/coverage.ts';
import { readRequirements } from './requirements/read-requirements.ts';
import { readTests } from './requirements/read-tests.ts';
import { safetyFaults } from './requirements/safety-page.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

const requirements = readRequirements(page('requirements.md'));
const tests = readTests(root);
const coverage = coverageOf(requirements, tests);
if (!process.argv.includes('--verify')) for (const line of tableOf(coverage)) console.log(line);

const faults = [
  ...coverage.unknown.map(({ id, test }) => `${test.file}: “${test.name}” cites ${id}, which is not in docs/requirements.md.`),
  ...safetyFaults(page('clinical-safety.md'), requirements, (file) => existsSync(join(root, file))),
];
if (requirements.length < 200 || tests.length < 100)
  faults.push(`Only ${requirements.length} requirements and ${tests.length} tests were read: that cannot be all.`);
for (const fault of faults) console.error(fault);
console.log(
  `\n${requirements.length} requirements, ${tests.length} named tests, ${faults.length === 0 ? 'every id exists' : `${faults.length} faults`}.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
