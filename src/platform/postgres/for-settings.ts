// The database that the settings ask for: a server of the installation's own by DATABASE_URL, else the one that comes with One Door.
import { resolve } from 'node:path';
import pg from 'pg';
import { InstallationFault } from '../installation-fault.ts';
import type { Settings } from '../settings.ts';
import { canReach, databaseAccount } from './account.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import type { Watching } from './supervise.ts';

export interface PostgresForSettings {
  readonly url: string;
  /** Where it is, in words for the person who starts the program. */
  readonly place: string;
  /** Stops the server when it is ours, else does nothing. */
  stop(): Promise<void>;
}

const usualFolder = 'data';
const rootsFolder = '/var/lib/onedoor';

/** `watching` is told when the server that comes with One Door is lost and back; one of the installation's own is its own affair. */
export async function startPostgresFor(
  { databaseUrl, dataDirectory }: Pick<Settings, 'databaseUrl' | 'dataDirectory'>,
  watching: Watching = {},
): Promise<PostgresForSettings> {
  if (databaseUrl) {
    await reach(databaseUrl);
    return { url: databaseUrl, place: 'the server of DATABASE_URL', stop: async () => undefined };
  }
  const folder = dataDirectory ?? defaultFolder();
  const { url, stop } = await startEmbeddedPostgres({ folder, ...watching });
  return { url, place: dataDirectory ?? (folder === usualFolder ? `./${folder}` : folder), stop };
}

/** ./data; for root, whose home other accounts cannot enter, a folder that the database's account can reach. */
function defaultFolder(): string {
  const account = databaseAccount();
  return account && !canReach(account, resolve('.')) ? rootsFolder : usualFolder;
}

/** The address can hold a password, so it is not repeated. */
async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    throw new InstallationFault(
      `The database of DATABASE_URL cannot be reached${code}. Check that the server runs, and the name, password and address.`,
      {
        cause,
      },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
