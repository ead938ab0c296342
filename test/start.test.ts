import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readPostmaster } from '../src/platform/postgres/postmaster.ts';
import { type Folder, makeFolder } from './harness/program.ts';

describe('onedoor start', () => {
  let folder: Folder;
  before(() => {
    folder = makeFolder();
  });
  after(() => folder.remove());

  test('opens the demo, says where, and refuses a second one on the same folder', async () => {
    const first = folder.start();
    const address = await first.address;
    assert.equal((await fetch(`${address}/readyz`)).status, 200);

    const second = folder.start();
    await second.says(/One Door is already running in .* \(process \d+\)\. Stop it, or set DATA_DIR\./);
    assert.equal(await second.ended, 1);
    assert.equal((await fetch(`${address}/readyz`)).status, 200, 'the first is not harmed');

    const port = new URL(address).port;
    const elsewhere = folder.start({ DATABASE_URL: '', DATA_DIR: join(folder.path, 'elsewhere'), PORT: port });
    await elsewhere.says(new RegExp(`Port ${port} is already in use\\. Stop what uses it, or set PORT to another number`));
    assert.equal(await elsewhere.ended, 1);
    assert.equal(readPostmaster(join(folder.path, 'elsewhere', 'postgres', 'cluster')), null, 'what had started is stopped');

    first.signal('SIGINT');
    assert.equal(await first.ended, 0);
    assert.equal(folder.server(), null);
  });

  test('when nobody reads along any more, it stops, and the database with it', async () => {
    const elsewhere = join(folder.path, 'read by nobody');
    const begun = folder.start({ DATA_DIR: elsewhere });
    await begun.says(/1 of 3/);
    assert.ok(readPostmaster(join(elsewhere, 'postgres', 'cluster')), 'its database runs');
    begun.stopReading();
    await begun.ended;
    assert.equal(readPostmaster(join(elsewhere, 'postgres', 'cluster')), null);
  });

  test('H1, H27: killed without warning, it opens again on what it had', async () => {
    const killed = folder.start();
    await killed.address;
    killed.signal('SIGKILL');
    await killed.ended;
    assert.ok(folder.server(), 'the database goes on by itself');
    const again = folder.start();
    const address = await again.address;
    assert.equal((await fetch(`${address}/readyz`)).status, 200);
    again.signal('SIGTERM');
    assert.equal(await again.ended, 0);
    assert.equal(folder.server(), null);
  });
});
