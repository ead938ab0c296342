// PostgreSQL refuses to run as root, so a program started by root runs it as an ordinary account that can reach its files.
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { InstallationFault } from '../installation-fault.ts';

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const candidates = ['postgres', 'nobody'];

/** The account to run PostgreSQL as, or undefined when the program itself is not root. */
export function databaseAccount(passwd = '/etc/passwd'): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync(passwd, 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of candidates) {
    const entry = accounts.find(([candidate]) => candidate === name);
    if (entry) return { name, uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new InstallationFault(
    'One Door was started as root and found no account "postgres" or "nobody" to run its database. Start it as an ordinary account.',
  );
}

/** May this account pass through every folder on the way and read the end of the path? */
export function canReach(account: Account, path: string): boolean {
  const allowed = (at: string, bits: number): boolean => {
    const { uid, gid, mode } = statSync(at);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    return ((mode >> shift) & bits) === bits;
  };
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!allowed(folder, 0o1)) return false;
    if (folder === dirname(folder)) break;
  }
  return allowed(path, 0o4);
}
