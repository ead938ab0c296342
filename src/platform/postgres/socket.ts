// Chooses the folder of the Unix socket: the data folder itself, or a short private one when the address would be too long for the system.
import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InstallationFault } from '../installation-fault.ts';
import type { Account } from './account.ts';

// sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero included.
const longestAddress = 103;
const socketName = '.s.PGSQL.65535';

export const fitsInAddress = (folder: string): boolean => Buffer.byteLength(join(folder, socketName)) <= longestAddress;

/** A folder that only the database's account can enter. The short name comes from the long one, so that the next start finds the same. */
export function socketFolder(folder: string, account: Account | undefined, temporary = tmpdir()): string {
  if (fitsInAddress(folder)) return folder;
  const short = join(temporary, `onedoor-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  if (!lstatSync(short, { throwIfNoEntry: false })) {
    mkdirSync(short, { mode: 0o700 });
    if (account) chownSync(short, account.uid, account.gid);
  }
  const { uid, mode } = lstatSync(short);
  const owner = account?.uid ?? process.getuid?.();
  if ((owner !== undefined && uid !== owner) || (mode & 0o077) !== 0) {
    throw new InstallationFault(`${short} belongs to someone else. Remove it, or set DATA_DIR to a path shorter than 80 characters.`);
  }
  return short;
}
