// The place of the database, opened for one command: no server, no jobs, no messages. Work is done as the program’s own worker.
import { demoClock } from '../demo/clock.ts';
import { openPlace } from '../place/setting-up/live-place.ts';
import { namesOfPlace } from '../place/setting-up/names.ts';
import { readPlace } from '../place/setting-up/read-place.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import { type As, accessTo } from '../platform/database/as.ts';
import { openDatabase } from '../platform/database/connection.ts';
import { pendingMigrations } from '../platform/database/migrate.ts';
import { type Identify, identifiers } from '../platform/identifiers.ts';
import { InstallationFault } from '../platform/installation-fault.ts';
import type { LivePlace } from '../platform/live-place.ts';
import { startPostgresFor } from '../platform/postgres/for-settings.ts';
import type { Settings } from '../platform/settings.ts';
import type { Tables } from '../platform/web/context.ts';
import { contextWithoutRequest } from '../platform/web/without-request.ts';

export interface OpenedPlace {
  readonly as: As;
  readonly clock: Clock;
  readonly identify: Identify;
  readonly live: LivePlace;
}

/** Opens the place, does the work and closes everything again, also when the work throws. */
export async function withPlace<T>(settings: Settings, work: (opened: OpenedPlace) => Promise<T>): Promise<T> {
  const postgres = await startPostgresFor(settings);
  try {
    if ((await pendingMigrations(postgres.url)).length > 0)
      throw new InstallationFault('The database is older than this program. Run "onedoor migrate" first, after a backup.');
    const database = openDatabase({ url: postgres.url, most: 2, onLost: () => undefined });
    try {
      const names = await namesOfPlace(database.pool);
      if (names.length === 0) throw new InstallationFault('No place has been set up in this database. Run "onedoor setup" first.');
      const read = readPlace(names);
      const opened = await accessTo(database.db, systemClock)({ kind: 'worker', job: 'open the place' }, (tables) =>
        openPlace(tables, read.place, settings.publicUrl ?? `http://${settings.host}:${settings.port}`),
      );
      if (!opened) throw new InstallationFault('No place has been set up in this database. Run "onedoor setup" first.');
      if (opened.live.demo !== (settings.mode === 'demo'))
        throw new InstallationFault(
          opened.live.demo
            ? 'This database holds invented demo people. Set ONEDOOR_MODE=demo to work on it, or name another DATABASE_URL.'
            : 'This database belongs to a real service. Set ONEDOOR_MODE=production to work on it.',
        );
      const clock = opened.live.demo ? demoClock(opened.demoStartedAt ?? new Date(), systemClock) : systemClock;
      return await work({ as: accessTo(database.db, clock), clock, identify: identifiers(clock), live: opened.live });
    } finally {
      await database.close();
    }
  } finally {
    await postgres.stop();
  }
}

/** A context without a visitor, in a transaction of the worker: actions run in it as they do in a request. `touched` gathers whom they name. */
export const commandContext = (tables: Tables, { clock, identify, live }: OpenedPlace) =>
  contextWithoutRequest(tables, { clock, identify, place: live, visitor: null });
