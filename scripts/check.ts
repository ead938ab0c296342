// npm run check: everything that can be known without running the program. All of it runs, also after a fault, and the end says what failed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const ownNode = [process.execPath, '--disable-warning=ExperimentalWarning', '--import', `${root}src/loader.mjs`];

type Step = { readonly name: string; readonly run: readonly string[] } | { readonly name: string; readonly look: () => string | null };

const steps: readonly Step[] = [
  { name: 'types', run: ['tsc', '-p', '.'] },
  { name: 'lint and format', run: ['biome', 'ci', '--error-on-warnings'] },
  { name: 'walls between rooms', run: [...ownNode, 'scripts/walls.ts'] },
  { name: 'content', run: [...ownNode, 'scripts/content.ts'] },
  { name: 'requirements that tests cite', run: [...ownNode, 'scripts/requirements.ts', '--verify'] },
  { name: 'types of the tables', run: [...ownNode, 'scripts/schema.ts', '--verify'] },
  { name: 'dead code', run: ['knip'] },
  { name: 'lock file names no registry', look: registriesInLock },
  { name: 'lock file is whole', run: ['npm', 'ci', '--dry-run', '--loglevel=error'] },
];

/** A lock that names one registry could not be installed from another. */
function registriesInLock(): string | null {
  const lock = readFileSync(`${root}package-lock.json`, 'utf8');
  const named = /"resolved": "(https?:[^"]+)"/.exec(lock)?.[1];
  return named ? `package-lock.json names ${named}. Set omit-lockfile-registry-resolved=true and make it again.` : null;
}

function passes(step: Step): boolean {
  if ('look' in step) {
    const fault = step.look();
    if (fault) console.error(fault);
    return fault === null;
  }
  const [program = '', ...words] = step.run;
  const path = `${root}node_modules/.bin${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  const { status, error } = spawnSync(program, words, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  if (error) console.error(error.message);
  return status === 0;
}

const failed: string[] = [];
for (const step of steps) {
  const begun = performance.now();
  console.log(`\n— ${step.name}`);
  const well = passes(step);
  if (!well) failed.push(step.name);
  console.log(`${well ? '✔' : '✖'} ${step.name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
}
console.log(failed.length === 0 ? '\nEvery check passes.' : `\n${failed.length} of ${steps.length} checks fail: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
