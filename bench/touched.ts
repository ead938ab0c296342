// What each page costs: questions asked, blocks of 8 kB looked at (counted by the database itself), and processor time. Unlike times by the clock, they say
// nearly the same however busy the machine is, so they show whether a page costs more because the place is larger.
import type pg from 'pg';
import { demoClock } from '../src/demo/clock.ts';
import { buildHouse } from '../src/house.ts';
import { openPlace } from '../src/place/setting-up/live-place.ts';
import { demoBlueprints, readPlace } from '../src/place/setting-up/read-place.ts';
import { systemClock } from '../src/platform/clock.ts';
import { accessTo } from '../src/platform/database/as.ts';
import { openDatabase } from '../src/platform/database/connection.ts';
import { loginsFor } from '../src/platform/database/logins.ts';
import { proofWith, readProofKey } from '../src/platform/database/proof.ts';
import { identifiers } from '../src/platform/identifiers.ts';
import { processOf, processorTime } from './processor.ts';

export interface Touched {
  readonly queries: number;
  readonly blocks: number;
  /** Milliseconds of processor time, the program’s and the database’s together; null where the system does not tell. */
  readonly processor: number | null;
}

export interface Counting {
  /** The page as this browser gets it; null when it does not answer 200. */
  touchedBy(path: string, cookie: string): Promise<Touched | null>;
  close(): Promise<void>;
}

const turns = 10;
interface Asked {
  readonly text: string;
  readonly values: unknown[];
}

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

/** Opens the house once more, in this process, on the login of requests; `owner` is the pool of the login that owns the tables. */
export async function countTouched({
  url,
  owner,
  startedAt,
}: {
  readonly url: string;
  readonly owner: pg.Pool;
  readonly startedAt: Date;
}): Promise<Counting> {
  const prove = proofWith(await readProofKey(owner), systemClock);
  const database = openDatabase({ url: (await loginsFor(url)).requests, most: 2, statementTimeout: 0, prove });
  const backends = new Set<number>();
  let counting: { queries: number; blocks: number } | null = null;
  database.pool.on('remove', (client) => backends.delete(processOf(client)));
  database.pool.on('connect', (client) => {
    backends.add(processOf(client));
    const ask = client.query.bind(client) as (query: Asked | string, values?: unknown[]) => Promise<pg.QueryResult>; // as statements.ts asks
    const counted = async (query: Asked | string, values?: unknown[]): Promise<pg.QueryResult> => {
      if (counting === null) return ask(query, values);
      counting.queries++;
      if (typeof query !== 'string' && /^\s*(?:select|with)\b/i.test(query.text) && !/set_config|advisory/.test(query.text)) {
        const { rows } = await ask(`explain (analyze, buffers, timing off, format json) ${query.text}`, query.values);
        const plan = (rows[0] as { 'QUERY PLAN': [{ Plan: Plan }] })['QUERY PLAN'][0].Plan; // the format asked for
        counting.blocks += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
      }
      return ask(query, values);
    };
    Object.assign(client, { query: counted });
  });
  const clock = { now: () => demoClock(startedAt, systemClock).now() };
  const as = accessTo(database.db, clock, prove);
  const opened = await as({ kind: 'worker', job: 'open the place' }, (tables) =>
    openPlace(tables, readPlace(demoBlueprints).place, 'http://onedoor.test'),
  );
  if (!opened) throw new Error('There is no place in the database of the bench.');
  const { server } = await buildHouse({
    database,
    enqueue: async () => undefined,
    clock,
    identify: identifiers(clock),
    place: opened.live,
    secret: opened.secret,
  });
  return {
    async touchedBy(path, cookie) {
      const get = () => server.inject({ url: path, headers: { cookie } });
      if ((await get()).statusCode !== 200) return null;
      const now = { queries: 0, blocks: 0 };
      counting = now;
      await get();
      counting = null;
      const before = processorTime(backends);
      for (let turn = 0; turn < turns; turn++) await get();
      const after = processorTime(backends);
      return { ...now, processor: before === null || after === null ? null : (after - before) / turns };
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}
