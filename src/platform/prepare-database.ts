// Makes a database ready for this program: its tables, then the queue's.
import { type MigrationOptions, migrate } from './database/migrate.ts';
import { installJobs } from './jobs/install.ts';

/** Safe to run again and by several programs at once. Returns the migrations that ran. When stopped half way, the next run goes on. */
export async function prepareDatabase(options: MigrationOptions): Promise<string[]> {
  const ran = await migrate(options);
  if (!options.signal?.aborted) await installJobs(options.url);
  return ran;
}
