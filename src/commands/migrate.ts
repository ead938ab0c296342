// Brings the database up to this program, and says what it did. `start` does the same in the demo; in production it is done on its own, after a backup.
import { pendingMigrations } from '../platform/database/migrate.ts';
import { startPostgresFor } from '../platform/postgres/for-settings.ts';
import { prepareDatabase } from '../platform/prepare-database.ts';
import { givenLogins, readSettings } from '../platform/settings.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

export const command: Command = {
  help: `Brings the database up to this version of One Door.

  onedoor migrate            run what has not run yet
  onedoor migrate --look     only say what would run

Each step is kept whole or not at all. Stop with Ctrl-C and run it again at any time.
It works on ./data, or on the database of DATABASE_URL. Take a backup first.`,

  async run(words, { environment, signal, say, tell, progress }) {
    const { values } = readOptions(words, { look: { type: 'boolean', default: false } });
    const { settings, warnings } = readSettings(environment);
    for (const warning of warnings) tell(warning);
    const postgres = await startPostgresFor(settings);
    try {
      if (values.look) {
        const pending = await pendingMigrations(postgres.url);
        for (const { name, summary } of pending) say(`${name}  ${summary}`);
        say(pending.length === 0 ? 'Nothing to do: the database is up to date.' : `${pending.length} to run.`);
        return 0;
      }
      const ran = await prepareDatabase(
        {
          url: postgres.url,
          signal,
          onProgress: ({ migration: { summary }, number, of }) => progress(number, of, summary),
        },
        givenLogins(settings),
      );
      if (signal.aborted) return 0;
      say(ran.length === 0 ? 'Nothing to do: the database is up to date.' : `${ran.length} done. The database is in ${postgres.place}.`);
      return 0;
    } finally {
      await postgres.stop();
    }
  },
};
