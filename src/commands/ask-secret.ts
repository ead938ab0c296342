// Asks for a password on the terminal, without showing it.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { InstallationFault } from '../platform/installation-fault.ts';

/** Throws an InstallationFault where there is no terminal to ask on. */
export async function askSecret(question: string, signal: AbortSignal): Promise<string> {
  if (!process.stdin.isTTY) throw new InstallationFault('There is no terminal to ask for a password on. Set ONEDOOR_ADMIN_PASSWORD.');
  let asked = false;
  const silent = new Writable({
    write(piece: Buffer, _encoding, done) {
      if (!asked) process.stderr.write(piece);
      asked = true;
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  // The terminal hands Ctrl-C to the question; it means the whole command.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return await lines.question(question, { signal });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
