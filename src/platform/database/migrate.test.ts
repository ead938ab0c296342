import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import pg from 'pg';
import { testPostgres } from '../../../test/harness/postgres.ts';
import { InstallationFault } from '../installation-fault.ts';
import { type Migration, migrate, pendingMigrations, readMigrations } from './migrate.ts';

const running = await testPostgres();
const administrator = new pg.Pool({ connectionString: running.administratorUrl, max: 2, allowExitOnIdle: true });

describe('migrations', () => {
  after(() => administrator.end());
  let made = 0;

  /** An empty database, dropped when the test is done. */
  async function emptyDatabase(work: (url: string, query: (text: string) => Promise<pg.QueryResult>) => Promise<void>): Promise<void> {
    const name = `empty_${++made}`;
    await administrator.query(`create database ${name} owner onedoor`);
    const pool = new pg.Pool({ connectionString: running.urlOf(name) });
    // Dropping the database ends the sessions that are still closing.
    pool.on('error', () => undefined);
    try {
      await work(running.urlOf(name), (text) => pool.query(text));
    } finally {
      await pool.end();
      await administrator.query(`drop database ${name} with (force)`);
    }
  }

  const migration = (name: string, sql: string): Migration => {
    const text = `-- Makes ${name}.\n${sql}`;
    return { name, summary: `Makes ${name}.`, text, checksum: createHash('sha256').update(text).digest('hex') };
  };
  const first = migration('0001_first.sql', 'create table first (n int);');
  const second = migration('0002_second.sql', 'create table second (n int);');
  const third = migration('0003_third.sql', 'create table third (n int);');

  test('this program’s own migrations run on an empty database, once', async () => {
    await emptyDatabase(async (url) => {
      const names = readMigrations().map(({ name }) => name);
      assert.ok(names.length > 0);
      assert.deepEqual(await migrate({ url }), names);
      assert.deepEqual(await migrate({ url }), []);
      assert.deepEqual(await pendingMigrations(url), []);
    });
  });

  test('two programs that start at once run each migration once', async () => {
    await emptyDatabase(async (url) => {
      const ran = await Promise.all([1, 2, 3].map(() => migrate({ url, migrations: [first, second] })));
      assert.deepEqual(ran.flat().sort(), [first.name, second.name]);
    });
  });

  test('a migration that fails leaves nothing behind, names its line, and can be run again when mended', async () => {
    await emptyDatabase(async (url, query) => {
      const broken = migration('0002_second.sql', 'create table half (n int);\ninsert into nowhere values (1);');
      await assert.rejects(migrate({ url, migrations: [first, broken] }), (error: Error) => {
        assert.ok(error instanceof InstallationFault);
        assert.match(error.message, /0002_second\.sql failed and left nothing behind: relation "nowhere" does not exist \(line 3\)/);
        return true;
      });
      assert.equal((await query("select to_regclass('half') as found")).rows[0].found, null);
      assert.deepEqual(await migrate({ url, migrations: [first, second] }), [second.name]);
    });
  });

  test('stopping between two files keeps what ran, and the next run goes on', async () => {
    await emptyDatabase(async (url) => {
      const stop = new AbortController();
      const seen: string[] = [];
      const ran = await migrate({
        url,
        migrations: [first, second, third],
        signal: stop.signal,
        onProgress: ({ migration: { summary }, number, of }) => {
          seen.push(`${number} of ${of}: ${summary}`);
          if (number === 2) stop.abort();
        },
      });
      assert.deepEqual(ran, [first.name, second.name]);
      assert.deepEqual(seen, ['1 of 3: Makes 0001_first.sql.', '2 of 3: Makes 0002_second.sql.']);
      assert.deepEqual(await migrate({ url, migrations: [first, second, third] }), [third.name]);
    });
  });

  const refusals: [what: string, before: Migration[], now: Migration[], words: RegExp][] = [
    [
      'a migration edited after it ran',
      [first],
      [migration(first.name, 'create table other (n int);')],
      /0001_first\.sql was edited after it ran/,
    ],
    ['a database newer than the program', [first, second], [first], /newer than this program: it has 0002_second\.sql/],
    ['a migration numbered before one that ran', [second], [first, second], /0001_first\.sql comes before 0002_second\.sql/],
  ];
  for (const [what, before, now, words] of refusals) {
    test(`${what} is refused, and the way out is named`, async () => {
      await emptyDatabase(async (url) => {
        await migrate({ url, migrations: before });
        await assert.rejects(migrate({ url, migrations: now }), words);
        await assert.rejects(pendingMigrations(url, now), words);
      });
    });
  }

  test('a login that may not act as the roles of requests is told what an administrator must run', async () => {
    await administrator.query('create role guest login');
    await emptyDatabase(async (url) => {
      await administrator.query(`alter database empty_${made} owner to guest`);
      const asGuest = url.replace('onedoor@', 'guest@');
      await assert.rejects(migrate({ url: asGuest, migrations: [first] }), /run: grant onedoor_app to guest;/);
      await assert.rejects(
        migrate({ url: asGuest, migrations: [first] }),
        /run: grant onedoor_app to guest;/,
        'also when there is nothing left to run',
      );
      await administrator.query('grant onedoor_app, onedoor_worker to guest');
      assert.deepEqual(await migrate({ url: asGuest, migrations: [first] }), []);
    });
    await administrator.query('drop role guest');
  });

  const files: [name: string, text: string, words: RegExp][] = [
    ['first.sql', '-- Makes it.\nselect 1;', /must be named like 0001_what_it_makes\.sql/],
    ['0001_first.sql', 'select 1;', /must begin with one line of comment/],
    ['0001_first.sql', '--\nselect 1;', /must begin with one line of comment/],
  ];
  for (const [name, text, words] of files) {
    test(`a migration ${name} that reads ${JSON.stringify(text)} is refused`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
      writeFileSync(join(folder, name), text);
      assert.throws(() => readMigrations(folder), words);
      rmSync(folder, { recursive: true });
    });
  }

  test('line endings do not change a checksum', () => {
    const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
    const read = (text: string) => {
      writeFileSync(join(folder, '0001_first.sql'), text);
      return readMigrations(folder)[0]?.checksum;
    };
    assert.equal(read('-- Makes it.\nselect 1;\n'), read('-- Makes it.\r\nselect 1;\r\n'));
    rmSync(folder, { recursive: true });
  });
});
