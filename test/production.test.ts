// A real service from nothing: a PostgreSQL server with passwords, setup on the command line, the program in production mode, and its first administrator.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type RunningPostgres, startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { scratch } from './harness/postgres.ts';
import { makeFolder, type Program, visitorAt } from './harness/program.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const listener = createServer();
    listener.listen(0, '127.0.0.1', () => {
      const at = listener.address();
      listener.close(() => resolve(typeof at === 'object' && at ? at.port : 0));
    });
  });

const launcher = fileURLToPath(new URL('../bin/onedoor.mjs', import.meta.url));

describe('production', { concurrency: false }, () => {
  const folder = mkdtempSync(join(scratch, 'onedoor-production-'));
  chmodSync(folder, 0o711);
  const programs = makeFolder();
  let server: RunningPostgres;
  let environment: Record<string, string>;
  let program: Program;
  let address = '';

  const command = (words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<{ code: number | null; said: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [launcher, ...words], {
        env: { ...process.env, ...environment, ...more },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
      child.once('close', (code) => resolve({ code, said }));
    });

  before(async () => {
    server = await startEmbeddedPostgres({ folder, mode: 'fast', listen: 'loopback' });
    // The program says its public address, so the test chooses where it listens.
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    environment = { ONEDOOR_MODE: 'production', DATABASE_URL: server.url, PUBLIC_URL: 'https://help.example.org', PORT: String(port) };
  });
  after(async () => {
    programs.remove();
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
  });

  test('start refuses a database without a place, and says what to run', async () => {
    const stopped = programs.start(environment);
    await stopped.says(/Run "onedoor migrate" first/);
    assert.equal(await stopped.ended, 1);
  });

  test('setup makes the tables, the logins with passwords of their own, the place and its administrator', async () => {
    const made = await command(
      [
        'setup',
        '--blueprint',
        'somerset-open-door',
        '--blueprint',
        'chorley-hub',
        '--name',
        'Willow wellbeing',
        '--admin-email',
        'ana@example.org',
      ],
      { ONEDOOR_ADMIN_PASSWORD: 'a long walk by the canal' },
    );
    assert.equal(made.code, 0, made.said);
    assert.match(made.said, /ana@example\.org can sign in/);
    assert.doesNotMatch(made.said, /a long walk/);
    program = programs.start(environment);
    await program.says(/open at https:\/\/help\.example\.org/);
  });

  test('its first administrator signs in; nothing of the demo is there', async () => {
    const ana = visitorAt(address);
    assert.equal((await ana.get('/readyz')).statusCode, 200);
    await ana.get('/sign-in');
    assert.doesNotMatch(ana.page, /\/demo|This is the demo/);
    const wrong = await ana.post('/sign-in', { email: 'ana@example.org', password: 'a short walk by the canal', next: '' });
    assert.equal(wrong.statusCode, 422);
    const signedIn = await ana.post('/sign-in', { email: 'ana@example.org', password: 'a long walk by the canal', next: '' });
    assert.equal(signedIn.statusCode, 303, signedIn.body.slice(0, 300));
    const home = await ana.follow(signedIn);
    assert.equal(home.statusCode, 200);
    assert.doesNotMatch(home.body, /Nothing is sent|invented/);
    for (const path of ['/demo', '/demo/outbox', '/demo/tour', '/demo/fresh'])
      assert.equal((await visitorAt(address).get(path)).statusCode, 404, path);
    assert.equal((await ana.post('/demo/be', { person: 'priya' })).statusCode, 404);
    const priya = visitorAt(address);
    await priya.get('/sign-in');
    assert.equal(
      (await priya.post('/sign-in', { email: 'priya@example.org', password: 'demo', next: '' })).statusCode,
      422,
      'nobody of the demo',
    );
  });

  test('S14.1: requests and jobs come on logins of their own', async () => {
    const visitor = visitorAt(address);
    assert.equal((await visitor.get('/start')).statusCode, 200);
    const client = new pg.Client(server.url);
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string }>(
        "select distinct usename as name from pg_stat_activity where datname = 'onedoor' and usename is not null",
      );
      const names = rows.map(({ name }) => name);
      assert.ok(names.includes('onedoor_requests') && names.includes('onedoor_jobs'), names.join());
    } finally {
      await client.end();
    }
  });

  test('the demo refuses the data of a real service; production refuses demo accounts', async () => {
    program.signal('SIGTERM');
    assert.equal(await program.ended, 0, program.said);
    const demo = programs.start({ DATABASE_URL: server.url, ONEDOOR_MODE: 'demo' });
    await demo.says(/belongs to a real service/);
    assert.equal(await demo.ended, 1);
    const client = new pg.Client(server.url);
    await client.connect();
    try {
      await client.query("update account set demo = true where email = 'ana@example.org'");
    } finally {
      await client.end();
    }
    const stopped = programs.start(environment);
    await stopped.says(/has demo accounts, so it cannot be used in production/);
    assert.equal(await stopped.ended, 1);
  });
});
