import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { scratch } from '../../../test/harness/postgres.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { isAlive, readPostmaster } from './postmaster.ts';

const folder = mkdtempSync(join(scratch, 'onedoor-supervised-'));
chmodSync(folder, 0o711);
const cluster = join(folder, 'postgres', 'cluster');

describe('whoever watches over PostgreSQL', () => {
  after(() => {
    const left = readPostmaster(cluster);
    if (left) process.kill(left.processId, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
  });

  async function query(url: string, text: string): Promise<unknown[]> {
    const client = new pg.Client(url);
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await pause(10);
  };

  test('H1: killed, the server comes back by itself at its address with all that was acknowledged; not from nothing, and not once we stop', async () => {
    const told: string[] = [];
    const running = await startEmbeddedPostgres({
      folder,
      onLost: () => told.push('lost'),
      onBack: () => told.push('back'),
      onFault: () => told.push('fault'),
    });
    await query(running.url, 'create table kept (n int); insert into kept values (1)');
    const first = running.processId;
    process.kill(first, 'SIGKILL');
    await until(() => told.includes('back'));
    assert.notEqual(running.processId, first);
    assert.deepEqual(await query(running.url, 'select n from kept'), [{ n: 1 }]);
    await assert.rejects(startEmbeddedPostgres({ folder }), /already running/, 'and the folder is ours again');

    // Its data out of reach: it tries, and never begins an empty one in their place.
    told.length = 0;
    renameSync(cluster, `${cluster}-away`);
    process.kill(running.processId, 'SIGKILL');
    await until(() => told.filter((word) => word === 'fault').length > 2);
    assert.equal(existsSync(cluster), false);
    await assert.rejects(query(running.url, 'select 1'));
    renameSync(`${cluster}-away`, cluster);
    await until(() => told.includes('back'));
    assert.deepEqual(await query(running.url, 'select n from kept'), [{ n: 1 }]);

    const last = running.processId;
    await running.stop();
    assert.equal(isAlive(last), false);
    await pause(600);
    assert.equal(readPostmaster(cluster), null);
  });
});
