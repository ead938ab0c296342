// Makes the reports of a place whose records are all there, and says how long that takes: it reads two years of everybody, once a year.
import { sql } from 'kysely';
import { demoMorning } from '../src/demo/clock.ts';
import { releaseReports } from '../src/learning/reports/actions.ts';
import { demoBlueprints, readPlace } from '../src/place/setting-up/read-place.ts';
import type { Database } from '../src/platform/database/connection.ts';
import { identifiers } from '../src/platform/identifiers.ts';

/** Seconds; null when the place has its reports already. */
export async function makeReports({ db, pool }: Database): Promise<number | null> {
  const { rowCount } = await pool.query('select from report_release limit 1');
  if (rowCount) return null;
  const begun = performance.now();
  await db.transaction().execute(async (transaction) => {
    // As the job that makes them: what is composed between two questions takes longer than a page may.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction);
    await releaseReports(transaction, {
      identify: identifiers({ now: () => demoMorning }),
      now: demoMorning,
      place: { name: 'Westmere (bench)', blueprint: readPlace(demoBlueprints).place },
      madeBy: 'Dev Patel',
    });
  });
  return (performance.now() - begun) / 1000;
}
