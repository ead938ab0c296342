import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { scratch } from '../../../test/harness/postgres.ts';
import { InstallationFault } from '../installation-fault.ts';
import { databaseAccount } from './account.ts';
import { type RunningPostgres, startEmbeddedPostgres } from './embedded.ts';
import { isAlive, readPostmaster } from './postmaster.ts';

const folders: string[] = [];

describe('the embedded PostgreSQL', () => {
  after(() => {
    for (const folder of folders) {
      const left = readPostmaster(join(folder, 'postgres', 'cluster'));
      if (left) process.kill(left.processId, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
    }
  });

  function newFolder(): string {
    const folder = mkdtempSync(join(scratch, 'onedoor-embedded-'));
    // mkdtemp closes it to everyone else, and the server runs as another account when the tests run as root.
    chmodSync(folder, 0o711);
    folders.push(folder);
    return folder;
  }

  async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  test('where no folder can be made, it says so at once', (t) => {
    if (!existsSync('/proc/self')) return t.skip('there is no /proc here');
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(fileURLToPath(new URL('./embedded.ts', import.meta.url)))});
      await startEmbeddedPostgres({ folder: '/proc/onedoor' }).catch((error) => console.log(error.message));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000, killSignal: 'SIGKILL' });
    assert.match(String(stdout), /^One Door cannot write in \/proc\/onedoor\. Set DATA_DIR/);
  });

  test('what was written is there after a stop and a start', async () => {
    const folder = newFolder();
    const first = await startEmbeddedPostgres({ folder, mode: 'fast' });
    await query(first.url, 'create table kept (n int); insert into kept values (1)');
    await first.stop();
    await first.stop();
    assert.equal(isAlive(first.processId), false);
    const second = await startEmbeddedPostgres({ folder, mode: 'fast' });
    assert.deepEqual(await query(second.url, 'select n from kept'), [{ n: 1 }]);
    await second.stop();
  });

  /** A One Door of its own that writes numbers until it is killed, and says each one that PostgreSQL has acknowledged. */
  const writer = `
  const { startEmbeddedPostgres } = await import(${JSON.stringify(fileURLToPath(new URL('./embedded.ts', import.meta.url)))});
  const { default: pg } = await import('pg');
  const running = await startEmbeddedPostgres({ folder: process.argv[1] });
  const client = new pg.Client(running.url);
  await client.connect();
  await client.query('create table if not exists written (n int)');
  for (let n = 1; ; n++) {
    await client.query('insert into written values ($1)', [n]);
    console.log(n);
  }`;

  /** The last number that was acknowledged before the program, not the server, was killed. */
  async function writeUntilKilled(folder: string): Promise<number> {
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let said = '';
    for await (const part of child.stdout) {
      said += part;
      if (said.split('\n').length > 50) child.kill('SIGKILL');
    }
    await ended;
    return Number(said.trim().split('\n').at(-1));
  }

  /** Every number from the first to the last was kept, once each, and the last that was acknowledged is among them. */
  async function assertWritten(running: RunningPostgres, acknowledged: number): Promise<void> {
    const [row] = await query<{ least: number; most: number; rows: string }>(
      running.url,
      'select min(n) as least, max(n) as most, count(*) as rows from written',
    );
    assert.ok(row && row.least === 1 && row.most >= acknowledged && Number(row.rows) === row.most);
  }

  test('H1: after the program is killed while it writes, its server is found again and every acknowledged row is there', async () => {
    const folder = newFolder();
    const acknowledged = await writeUntilKilled(folder);
    const orphan = readPostmaster(join(folder, 'postgres', 'cluster'));
    const running = await startEmbeddedPostgres({ folder });
    assert.equal(running.processId, orphan?.processId, 'the same server, not a second one');
    await assertWritten(running, acknowledged);
    await running.stop();
  });

  test('H1: after the program and its server are both killed while it writes, every acknowledged row is there', async () => {
    const folder = newFolder();
    const acknowledged = await writeUntilKilled(folder);
    const orphan = readPostmaster(join(folder, 'postgres', 'cluster'));
    assert.ok(orphan);
    process.kill(orphan.processId, 'SIGKILL');
    while (isAlive(orphan.processId)) await new Promise((resolve) => setTimeout(resolve, 10));
    const running = await startEmbeddedPostgres({ folder });
    await assertWritten(running, acknowledged);
    await running.stop();
  });

  test('a second One Door on the same folder is told which process runs there, and harms nothing', async () => {
    const folder = newFolder();
    const first = await startEmbeddedPostgres({ folder, mode: 'fast' });
    await assert.rejects(startEmbeddedPostgres({ folder, mode: 'fast' }), (error: Error) => {
      assert.ok(error instanceof InstallationFault);
      assert.equal(error.message, `One Door is already running in ${folder} (process ${process.pid}). Stop it, or set DATA_DIR.`);
      return true;
    });
    assert.deepEqual(await query(first.url, 'select 1 as n'), [{ n: 1 }]);
    await first.stop();
  });

  test('what a killed program left half made is cleared away', async () => {
    const folder = newFolder();
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const unfinished = join(folder, 'postgres', `cluster.making-${dead}-abcdef`);
    mkdirSync(unfinished, { recursive: true });
    const running = await startEmbeddedPostgres({ folder, mode: 'fast' });
    assert.equal(existsSync(unfinished), false);
    await running.stop();
  });

  test('of two that begin at once on an empty folder, one runs and the other is told', async () => {
    const folder = newFolder();
    const started = await Promise.allSettled([1, 2].map(() => startEmbeddedPostgres({ folder, mode: 'fast' })));
    const running = started.filter((result) => result.status === 'fulfilled');
    const refused = started.filter((result) => result.status === 'rejected');
    assert.deepEqual([running.length, refused.length], [1, 1]);
    assert.match(String(refused[0]?.reason), /already running/);
    await running[0]?.value.stop();
  });

  test('a path too long for a socket’s address is served from a short private folder', async () => {
    const folder = join(
      newFolder(),
      'a-long-name-that-people-give-to-folders/on-drives-with-longer-names/of-organisations-with-the-longest',
    );
    const running = await startEmbeddedPostgres({ folder, mode: 'fast' });
    const host = new URL(running.url.replace('@/', '@localhost/')).searchParams.get('host') ?? '';
    folders.push(host);
    assert.ok(host.length < 60 && !host.startsWith(folder));
    assert.deepEqual(await query(running.url, 'select 1 as n'), [{ n: 1 }]);
    await running.stop();
  });

  test('on the loopback address, as on Windows, the password is needed', async () => {
    const running = await startEmbeddedPostgres({ folder: newFolder(), mode: 'fast', listen: 'loopback' });
    assert.match(running.url, /^postgresql:\/\/onedoor:[\w-]{32}@127\.0\.0\.1:\d+\/onedoor$/);
    assert.deepEqual(await query(running.url, 'select 1 as n'), [{ n: 1 }]);
    await assert.rejects(query(running.url.replace(/:[\w-]{32}@/, ':guess@'), 'select 1'), /password authentication failed/);
    await running.stop();
  });

  test('the server’s log never holds what people typed', async () => {
    const folder = newFolder();
    const running = await startEmbeddedPostgres({ folder, mode: 'fast' });
    await query(running.url, "create table person (words text unique); insert into person values ('Wenlock')");
    await assert.rejects(query(running.url, "insert into person values ('Wenlock')"), /duplicate key/);
    await assert.rejects(query(running.url, "select 'Wenlock'::uuid"), /invalid input syntax/);
    await assert.rejects(query(running.url, "do $$ begin raise exception 'Wenlock'; end $$"), /Wenlock/);
    await running.stop();
    const log = readFileSync(join(folder, 'postgres', 'postgres.log'), 'utf8');
    assert.match(log, /ready to accept connections/);
    assert.doesNotMatch(log, /Wenlock/);
  });

  test('data made by another major version are refused with the way out', async () => {
    const folder = newFolder();
    const cluster = join(folder, 'postgres', 'cluster');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    await assert.rejects(startEmbeddedPostgres({ folder, mode: 'fast' }), /was made by PostgreSQL 17 and this program brings 18/);
  });

  test('started as root, a folder that the database’s account cannot reach is refused with the way out', async (context) => {
    if (!databaseAccount()) return context.skip('the tests do not run as root here');
    const closed = newFolder();
    mkdirSync(join(closed, 'inside'), { mode: 0o700 });
    await assert.rejects(
      startEmbeddedPostgres({ folder: join(closed, 'inside', 'data') }),
      /cannot reach .*Set DATA_DIR=\/var\/lib\/onedoor/,
    );
  });
});
