// Measures a house that is open: every page of the way through, deciding, asking for help, and finding who somebody may already be. Prints one table.
import type { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { systemClock } from '../src/platform/clock.ts';
import { accessTo } from '../src/platform/database/as.ts';
import type { Database } from '../src/platform/database/connection.ts';
import { timesOfAccess } from './deciding.ts';
import { timesOfLinkage } from './linkage.ts';
import { askForHelp, firstOnes, timesOfDeciding, timesOfPage } from './load.ts';
import { type BenchPage, pages, readFacts } from './pages.ts';
import { firstPaint } from './paint.ts';
import { type Times, timesOf } from './quantiles.ts';
import { table } from './table.ts';
import { type Counting, countTouched } from './touched.ts';
import { visitor, type WebVisitor } from './visitor.ts';
import { visitors } from './visitors.ts';
import { weightOf } from './weight.ts';

/** Milliseconds within which 95 of 100 answers stay at 100,000 people. */
const budget = 50;
/** Of 1,000 bytes, at a first visit. */
const mostKilobytes = { person: 60, staff: 120, data: Number.POSITIVE_INFINITY } as const;
/** Milliseconds. */
const latestPaint = { person: 1500, staff: 2500, data: Number.POSITIVE_INFINITY } as const;
const sends = 50;
const linked = 200;

export interface Measuring {
  readonly address: string;
  readonly database: Database;
  /** Sees every row. */
  readonly client: Client;
  readonly browser: Browser | null;
  /** Requests for each page. */
  readonly amount: number;
  readonly signal: AbortSignal;
  say(line: string): void;
  progress(done: number, of: number, words: string): void;
}

export async function measure({ address, database, client, browser, amount, signal, say, progress }: Measuring): Promise<void> {
  const facts = await readFacts(client);
  const { rows: places } = await client.query<{ at: Date }>('select demo_started_at as at from place');
  const as = accessTo(database.db, systemClock);
  const startedAt = places[0]?.at ?? new Date();
  const openAs = visitors(as, client, address, facts, startedAt);
  const counting = await countTouched({ url: database.url, owner: database.pool, startedAt });
  const rows: string[][] = [
    ['', 'p50', 'p95', 'p99', `p95 ≤ ${budget}`, 'queries', 'blocks', 'CPU', 'KB', 'requests', 'script KB', 'first paint'],
  ];
  const absent: string[] = [];
  for (const [index, page] of pages.entries()) {
    if (signal.aborted) return;
    progress(index + 1, pages.length, page.name);
    const by = await openAs(page.by);
    const times = await timesOfPage(address, page.path(facts), by, amount);
    if ('status' in times) absent.push(`${page.name} (${times.status})`);
    else
      rows.push([
        page.name,
        ...figures(times),
        ...(await readBy(counting, page.path(facts), by)),
        ...(await firstVisit(page, page.path(facts), by, address, browser)),
      ]);
  }
  await counting.close();
  const waiting = await client.query<{ id: string }>(
    `select r.id from referral r join team t on t.id = r.team_id where t.code = 'spa-team' and r.state = 'submitted' order by r.decide_by desc, r.id limit $1`,
    [Math.min(60, amount)],
  );
  rows.push([
    'Deciding a referral',
    ...figures(
      await timesOfDeciding(
        await openAs('priya'),
        waiting.rows.map(({ id }) => id),
      ),
    ),
  ]);
  const sent: number[] = [];
  for (let number = 0; number < sends && !signal.aborted; number++) sent.push(await askForHelp(visitor(address), 'send', number));
  rows.push(['Sending a request for help', ...figures(timesOf(sent.slice(firstOnes)))]);
  const sample = await client.query<{ id: string }>('select id from person order by md5(id::text) limit $1', [linked]);
  rows.push([
    'Finding who it may be',
    ...figures(
      await timesOfLinkage(
        as,
        sample.rows.map(({ id }) => id),
      ),
    ),
  ]);
  const workers = await client.query<{ id: string }>("select id from account where email = 'siobhan@example.org'");
  rows.push([
    'Deciding access to a record',
    ...figures(
      await timesOfAccess(
        as,
        workers.rows[0]?.id ?? '',
        sample.rows.map(({ id }) => id),
      ),
    ),
  ]);
  for (const line of table(rows.map((row) => [...row, ...Array.from({ length: 12 - row.length }, () => '')]))) say(line);
  say(
    '\nMilliseconds until the whole answer is there, two people at once. KB: the page and all that it loads at a first visit, compressed.',
  );
  say(
    'Queries and blocks: what one answer asks the database, and how many blocks of 8 kB it looks at. CPU: milliseconds of processor time.',
  );
  say('First paint: milliseconds at 1.6 Mbit/s, 150 ms, a quarter of this machine’s speed, nothing kept from before; the median of five.');
  if (absent.length > 0) say(`Not measured, because they did not open: ${absent.join(', ')}.`);
}

const milliseconds = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 1 : 0));
const held = (holds: boolean): string => (holds ? 'yes' : 'NO');

const figures = ({ p50, p95, p99, count }: Times): string[] =>
  count === 0 ? ['–', '–', '–', '–'] : [milliseconds(p50), milliseconds(p95), milliseconds(p99), held(p95 <= budget)];

async function readBy(counting: Counting, path: string, by: WebVisitor): Promise<string[]> {
  const touched = await counting.touchedBy(path, by.cookie());
  return touched
    ? [String(touched.queries), String(touched.blocks), touched.processor === null ? '–' : milliseconds(touched.processor)]
    : ['–', '–', '–'];
}

async function firstVisit({ kind }: BenchPage, path: string, by: WebVisitor, address: string, browser: Browser | null): Promise<string[]> {
  if (kind === 'data') return [];
  const { kilobytes, requests, script } = await weightOf(address, path, by.cookie());
  const weight = `${kilobytes.toFixed(0)} of ${mostKilobytes[kind]}${kilobytes > mostKilobytes[kind] ? ' NO' : ''}`;
  if (!browser) return [weight, String(requests), script.toFixed(1)];
  const paint = await firstPaint(browser, address, path, by.cookie());
  return [weight, String(requests), script.toFixed(1), `${paint.toFixed(0)}${paint > latestPaint[kind] ? ' NO' : ''}`];
}
