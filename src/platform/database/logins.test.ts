import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { testPostgres } from '../../../test/harness/postgres.ts';
import { InstallationFault } from '../installation-fault.ts';
import type { RunningPostgres } from '../postgres/embedded.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { loginsFor, makeLogins } from './logins.ts';

const told = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof InstallationFault, String(error));
    return error.message;
  }
  throw new assert.AssertionError({ message: 'It was not refused.' });
};

describe('the logins of a place on a server that others use', { concurrency: false }, () => {
  let running: RunningPostgres;
  let administrator: pg.Client;
  let url: string;
  const addressOf = (login: string, database = 'west'): string => running.urlOf(database).replace('//onedoor@', `//${login}@`);

  before(async () => {
    running = await testPostgres();
    administrator = new pg.Client(running.administratorUrl);
    await administrator.connect();
    await administrator.query('create role west login');
    await administrator.query('create database west owner west');
    url = addressOf('west');
  });
  after(async () => {
    await administrator.query('drop database west with (force)');
    for (const role of ['west_requests', 'west_jobs', 'mighty', 'west']) await administrator.query(`drop role if exists ${role}`);
    await administrator.end();
  });

  test('S14.1: an owner who may not make roles is told every statement an administrator must run, and nothing is left half made', async () => {
    const words = await told(prepareDatabase({ url }));
    // The two roles are there already on this server, so what is missing is the right to act in them.
    assert.match(words, /administrator of the server run: grant onedoor_app to west;/);
    await administrator.query('grant onedoor_app, onedoor_worker to west');
    const more = await told(prepareDatabase({ url }));
    for (const statement of [
      /create role "west_requests" login noinherit;/,
      /grant onedoor_app, onedoor_worker to "west_requests";/,
      /DATABASE_REQUESTS_URL and DATABASE_JOBS_URL/,
    ])
      assert.match(more, statement);
  });

  test('S14.1: with the logins that an administrator made it goes on, and refuses one that may do more', async () => {
    await administrator.query(`
      create role west_requests login noinherit; create role west_jobs login noinherit; create role mighty login noinherit createrole;
      grant onedoor_app, onedoor_worker to west_requests, west_jobs, mighty`);
    const given = { requestsUrl: addressOf('west_requests'), jobsUrl: addressOf('west_jobs') };
    await prepareDatabase({ url }, given);
    assert.deepEqual(await loginsFor(url, given), { requests: given.requestsUrl, jobs: given.jobsUrl });
    assert.match(await told(makeLogins(url, { ...given, jobsUrl: addressOf('mighty') })), /mighty may do more/);
    await administrator.query('grant west to west_requests');
    assert.match(await told(makeLogins(url, given)), /west_requests may do more/);
    await administrator.query('revoke west from west_requests');
    const client = new pg.Client(given.requestsUrl);
    await client.connect();
    try {
      await assert.rejects(client.query('create temporary table trap (id int)'), { code: '42501' });
    } finally {
      await client.end();
    }
  });

  test('two processes work out the same logins, and another password other ones', async () => {
    const withPassword = (password: string): Promise<string> =>
      loginsFor(url.replace('//west@', `//west:${password}@`)).then(({ requests }) => requests);
    assert.equal(await withPassword('one'), await withPassword('one'));
    assert.notEqual(await withPassword('one'), await withPassword('two'));
    assert.doesNotMatch(await withPassword('one-long-secret').then((address) => address.split('user=')[1] ?? ''), /one-long-secret/);
    assert.match(await withPassword('one'), /user=west_requests&password=[\w-]{43}$/);
  });
});
