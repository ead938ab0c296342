// Measures how quick the pages are in a large place, on a database made for it and thrown away. It needs what `npm ci` installs for developing.
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InstallationFault } from '../platform/installation-fault.ts';
import { type Command, UsageFault } from './command.ts';
import { readOptions } from './options.ts';

const usualSizes = ['10000', '100000'];

export const command: Command = {
  help: `Measures how long pages take when there are many people, on invented data.

  onedoor bench                          with 10,000 people, then with 100,000
  onedoor bench --people 1000000         with as many as you say; may be given more than once
  onedoor bench --data /var/tmp          where the scratch database goes (about 4 GB for 100,000 people); else memory
  onedoor bench --requests 50            requests for each page; else 200
  onedoor bench --without-paint          leave out the browser
  onedoor bench --keep                   leave the database, say where it is, and use it again when it is still like a new one
  onedoor bench --fill-only              make the people and measure nothing; with --keep
  onedoor bench --again FOLDER           measure on a database that was left, and leave it again

It prints figures and judges nothing: the machine and what else it does decide them too.`,

  async run(words, { signal, say, tell, progress }) {
    const { values } = readOptions(words, {
      people: { type: 'string', multiple: true },
      data: { type: 'string' },
      requests: { type: 'string', default: '200' },
      'without-paint': { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      'fill-only': { type: 'boolean', default: false },
      again: { type: 'string' },
    });
    const { again } = values;
    const sizes = again ? [null] : (values.people ?? usualSizes).map((text) => wholeNumber('people', text));
    const amount = wholeNumber('requests', values.requests);
    const { bench, wasLeftIn } = await import('../../bench/run.ts').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
        throw new InstallationFault('The bench needs the packages for developing. Run "npm ci" without leaving any out.');
      throw error;
    });
    if (again && !wasLeftIn(again))
      throw new UsageFault(`No bench left a database in ${again}. Name the folder that it said, or fill one with --keep.`);
    for (const people of sizes)
      if (!signal.aborted)
        await bench({
          people,
          amount,
          scratch: again ?? join(values.data ?? memory(), `onedoor-bench-${values.keep ? people : process.pid}`),
          keep: values.keep || again !== undefined,
          paint: !values['without-paint'],
          fillOnly: values['fill-only'],
          signal,
          say,
          tell,
          progress,
        });
    return 0;
  },
};

function wholeNumber(option: string, text: string): number {
  const number = Number(text.replaceAll(/[,_]/g, ''));
  if (!Number.isInteger(number) || number < 1) throw new UsageFault(`--${option} takes a whole number, not “${text}”.`);
  return number;
}

/** Memory where the system offers it as a folder. */
function memory(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}
