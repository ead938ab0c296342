// The bench from start to end: fill a scratch database, open the house on it, measure, print, sweep up.
import { rmSync } from 'node:fs';
import pg from 'pg';
import { openDatabase } from '../src/platform/database/connection.ts';
import { type RunningPostgres, startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { prepareDatabase } from '../src/platform/prepare-database.ts';
import { openBrowser } from '../test/harness/browser.ts';
import { startHouse } from './house.ts';
import { measure } from './measure.ts';
import { fill } from './place/fill.ts';
import { keepShape, shapeIn, shapeOf } from './place/shape.ts';
import { makeReports } from './reports.ts';

export interface BenchOptions {
  /** How many people to make, unless a kept database holds just these; null for whatever it holds. */
  readonly people: number | null;
  /** Where the scratch database is. */
  readonly scratch: string;
  /** Requests for each page. */
  readonly amount: number;
  /** Leaves the database for another look, and says where. */
  readonly keep: boolean;
  /** Stops when the people are there. */
  readonly fillOnly: boolean;
  /** Also measures the first paint, in a browser. */
  readonly paint: boolean;
  readonly signal: AbortSignal;
  say(line: string): void;
  tell(line: string): void;
  progress(done: number, of: number, words: string): void;
}

/** Whether a bench filled this folder to the end and left it. */
export const wasLeftIn = (folder: string): boolean => shapeIn(folder) !== null;

export async function bench({ people, scratch, keep, ...options }: BenchOptions): Promise<void> {
  const shape = people === null ? null : shapeOf(people);
  const filled = shape === null || shapeIn(scratch) === shape;
  if (!filled) rmSync(scratch, { recursive: true, force: true });
  const postgres = await startEmbeddedPostgres({ folder: scratch, mode: 'fast' });
  try {
    await prepareDatabase({ url: postgres.url });
    await onDatabase(postgres, filled ? null : people, options, () => {
      if (shape !== null) keepShape(scratch, shape);
    });
  } finally {
    await postgres.stop();
    if (keep) options.tell(`The database is in ${scratch}. Remove it when you have looked.`);
    else rmSync(scratch, { recursive: true, force: true });
  }
}

async function onDatabase(
  postgres: RunningPostgres,
  people: number | null,
  { amount, paint, fillOnly, signal, say, tell, progress }: Omit<BenchOptions, 'people' | 'scratch' | 'keep'>,
  filled: () => void,
): Promise<void> {
  const begun = performance.now();
  const database = openDatabase({ url: postgres.url, most: 4, statementTimeout: 0 });
  const administratorUrl = administratorUrlOf(postgres);
  const client = new pg.Client({ connectionString: administratorUrl });
  await client.connect();
  try {
    if (people !== null) await fill({ database, administratorUrl, people, progress });
    // The demo’s morning begins when the house opens, however long ago the place was filled.
    else await client.query('update place set demo_started_at = now()');
    filled();
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    const { rows } = await client.query<{ size: string; people: number }>(
      'select pg_size_pretty(pg_database_size(current_database())) as size, count(*)::int as people from person',
    );
    for (const here of rows)
      say(`\n${here.people.toLocaleString('en-GB')} people, ${here.size}${people === null ? '' : `, made in ${seconds} s`}\n`);
    if (fillOnly) return;
    const reports = await makeReports(database);
    if (reports !== null) say(`The reports of a year were made in ${reports.toFixed(1)} s.\n`);
    const house = await startHouse({ databaseUrl: postgres.url });
    const browser = paint ? await openBrowser({ skip: tell }) : null;
    try {
      await measure({ address: house.address, database, client, browser, amount, signal, say, progress });
    } finally {
      await browser?.close();
      await house.stop();
    }
  } finally {
    await client.end();
    await database.close();
  }
}

/** The superuser's address of the program's own database. */
function administratorUrlOf({ administratorUrl, url }: RunningPostgres): string {
  const name = /\/([^/?]+)(?=\?|$)/.exec(url)?.[1] ?? '';
  return administratorUrl.replace(/\/postgres(?=\?|$)/, `/${name}`);
}
