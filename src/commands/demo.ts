// The demo: opens it, or makes it new from the beginning.
import { randomBytes } from 'node:crypto';
import { fillDemo } from '../demo/fill.ts';
import { demoBlueprints, readPlace } from '../place/setting-up/read-place.ts';
import { openDatabase } from '../platform/database/connection.ts';
import { InstallationFault } from '../platform/installation-fault.ts';
import { startPostgresFor } from '../platform/postgres/for-settings.ts';
import { prepareDatabase } from '../platform/prepare-database.ts';
import { readSettings } from '../platform/settings.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { command as start } from './start.ts';

export const command: Command = {
  help: `Opens the demo: a database of its own in ./data, invented people, and nothing is sent.

  onedoor demo             open it, as "onedoor start" does without settings
  onedoor demo --reset     throw away what was done in it, and make it new; then open it with "onedoor demo"

A database of a real service is refused.`,

  async run(words, surroundings) {
    const { values } = readOptions(words, { reset: { type: 'boolean', default: false } });
    const environment = { ...surroundings.environment, ONEDOOR_MODE: 'demo' };
    if (!values.reset) return start.run([], { ...surroundings, environment });
    const { say, tell, progress, signal } = surroundings;
    const { settings, warnings } = readSettings(environment);
    for (const warning of warnings) tell(warning);
    const postgres = await startPostgresFor(settings);
    try {
      await prepareDatabase({
        url: postgres.url,
        signal,
        onProgress: ({ migration: { summary }, number, of }) => progress(number, of, summary),
      });
      if (signal.aborted) return 0;
      const database = openDatabase({ url: postgres.url, most: 2, onLost: () => undefined });
      try {
        const { rows } = await database.pool.query<{ demo: boolean; secret: Buffer }>('select demo, secret from place');
        if (rows[0] && !rows[0].demo)
          throw new InstallationFault(
            'This database belongs to a real service, so it is never reset. Name another DATABASE_URL or DATA_DIR.',
          );
        await fillDemo({
          database,
          read: readPlace(demoBlueprints),
          startedAt: new Date(),
          secret: rows[0]?.secret ?? randomBytes(32),
          again: rows.length > 0,
          progress,
        });
      } finally {
        await database.close();
      }
      say('The demo is new. Open it with "onedoor demo".');
      return 0;
    } finally {
      await postgres.stop();
    }
  },
};
