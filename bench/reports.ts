// Makes the reports of a place whose records are all there, and says how long that takes: it reads two years of everybody, once a year.
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
  await db.transaction().execute((transaction) =>
    releaseReports(transaction, {
      identify: identifiers({ now: () => demoMorning }),
      now: demoMorning,
      place: { name: 'Westmere (bench)', blueprint: readPlace(demoBlueprints).place },
      madeBy: 'Dev Patel',
    }),
  );
  return (performance.now() - begun) / 1000;
}
