// Makes a database ready for this program: its tables, then the queue's, then the logins of requests and jobs.
import { type GivenLogins, makeLogins } from './database/logins.ts';
import { type MigrationOptions, migrate } from './database/migrate.ts';
import { installJobs } from './jobs/install.ts';

/** Safe to run again and by several programs at once. Returns the migrations that ran. When stopped half way, the next run goes on. */
export async function prepareDatabase(options: MigrationOptions, given: GivenLogins = {}): Promise<string[]> {
  const ran = await migrate(options);
  if (options.signal?.aborted) return ran;
  await installJobs(options.url);
  await makeLogins(options.url, given);
  return ran;
}
