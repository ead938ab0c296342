// A program that only works on the queue of a database, in a process of its own: tests end it in the middle of things. Its arguments: the owner’s address of the database.

import { jobs } from '../../src/jobs.ts';
import { openPlace } from '../../src/place/setting-up/live-place.ts';
import { demoBlueprints, readPlace } from '../../src/place/setting-up/read-place.ts';
import { standingClock } from '../../src/platform/clock.ts';
import { accessTo } from '../../src/platform/database/as.ts';
import { openDatabase } from '../../src/platform/database/connection.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import { startJobs } from '../../src/platform/jobs/jobs.ts';
import { demoMorning } from './house.ts';

const [url = ''] = process.argv.slice(2);
const clock = standingClock(demoMorning);
const database = openDatabase({ url, most: 6 });
const as = accessTo(database.db, clock);
const opened = await as({ kind: 'worker', job: 'open the place' }, (tables) =>
  openPlace(tables, readPlace(demoBlueprints).place, 'http://onedoor.test'),
);
if (!opened) throw new Error('There is no place in this database.');
await startJobs({
  pool: database.pool,
  as,
  house: { clock, identify: identifiers(clock), place: opened.live },
  jobs: jobs.filter(({ schedule }) => !schedule),
  lookEvery: 0.5,
  onFault: ({ error }) => process.stderr.write(`${String(error)}\n`),
});
process.stdout.write('working\n');
