// Files with many rows go on after their page: seen as they go, kept once or not at all, also when the program is killed in the middle.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { chooseFile, sendForm } from '../../../test/harness/upload.ts';
import { whenDone } from '../../../test/harness/when-done.ts';

const rowCount = 330;
const file = (name: string): string =>
  `First name,Surname,DOB,Reason\n${Array.from({ length: rowCount }, (_, at) => `${name},Row${at},${1940 + (at % 60)}-0${1 + (at % 9)}-1${at % 10},Tired`).join('\n')}\n`;

describe('files with many rows', () => {
  let house: TestHouse;
  let manager: Client;
  before(async () => {
    house = await openTestHouse({ work: false });
    manager = await house.as('dev');
  });
  after(() => house.close());

  const count = async (name: string): Promise<number> =>
    (await house.database.pool.query('select from person where given_name = $1', [name])).rowCount ?? 0;
  const work = async (job: string) =>
    (
      await house.database.pool.query<{ id: string; state: string; done: number; steps: number }>(
        'select id, state, done, steps from work where job = $1 order by asked_at desc, id desc limit 1',
        [job],
      )
    ).rows[0];
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await pause(20);
  };
  const team = (): string => house.place.teams.get('spa-team')?.id ?? '';

  /** Ends as soon as some of the rows are written, and not kept yet. */
  async function killedInTheMiddle(): Promise<void> {
    const program = fileURLToPath(new URL('../../../test/harness/working-program.ts', import.meta.url));
    const child = spawn(process.execPath, [...process.execArgv.filter((one) => !one.startsWith('--test')), program, house.database.url], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_TEST_CONTEXT: '' },
    });
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await until(async () => {
      assert.equal(child.exitCode, null, 'the program ended by itself');
      const now = await work('bring-in-a-file');
      return now?.state === 'running' && now.done > rowCount + 20;
    });
    child.kill('SIGKILL');
    await gone;
  }

  let address = '';

  test('the page answers at once, says that it is looked at, and keeps its forms back until then', async () => {
    address = String((await chooseFile(house, manager, file('Perdita'), { kind: 'referrals', team: team() })).headers.location);
    const waiting = await manager.get(address);
    assert.match(waiting.body, /We are looking at your file/);
    assert.match(waiting.body, new RegExp(`href="${address}"[^>]*>\\s*Look again`));
    assert.doesNotMatch(waiting.body, /<form method="post" action="\/imports/);
    assert.match((await manager.get('/imports')).body, /Chosen\. Not looked at yet/);
    const early = await manager.post(`${address}/bring-in`, { version: '1', rows: 'all' });
    assert.equal(early.statusCode, 409, 'nothing can be brought in before it was looked at');
    assert.match(early.body, /being worked on now/);
  });

  test('killed in the middle of writing, nothing stays; the next program does all of it, once, on behalf of whoever asked', async () => {
    const queued = await house.database.pool.query("select data from jobs.job where name = 'look-into-a-file'");
    assert.equal(queued.rowCount, 1);
    assert.doesNotMatch(JSON.stringify(queued.rows), /Perdita|First name/, 'the queue holds ids alone');
    // The first program looks, and is asked to bring in by the visitor as soon as it has.
    const looking = (async () => {
      await until(async () => (await work('look-into-a-file'))?.state === 'done');
      const looked = await manager.get(address);
      assert.match(looked.body, new RegExp(`All ${rowCount} rows are right`));
      const version = /name="version" value="(\d+)"/.exec(looked.body)?.[1] ?? '';
      const asked = await sendForm(manager, `${address}/bring-in`, { version, rows: 'all' });
      assert.equal(asked.statusCode, 303, asked.body);
      await manager.get('/imports');
      const again = await manager.post(`${address}/bring-in`, { version, rows: 'all' });
      assert.match(again.body, /being worked on now/, 'it is under way once');
    })();
    await Promise.all([killedInTheMiddle(), looking]);
    assert.equal(await count('Perdita'), 0, 'one transaction: all rows or none');
    assert.match((await manager.get(address)).body, /Your file is being brought in/);

    // Half a minute without a sign of life, which is what it takes.
    await house.database.pool.query("update jobs.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'");
    await house.startWork();
    const done = await whenDone(manager, address);
    assert.equal(done.statusCode, 200);
    assert.match(done.body, new RegExp(`${rowCount} rows brought in`));
    assert.equal(await count('Perdita'), rowCount);
    const { rows } = await house.database.pool.query<{ actor: string; account_id: string; people: number }>(
      `select e.actor, e.account_id, count(*)::int as people from audit_entry e join audit_person p on p.entry_id = e.id
       where e.kind = 'import.bring_in' group by e.id`,
    );
    assert.deepEqual(
      rows.map(({ account_id, people }) => [account_id, people]),
      [[house.staffId('dev'), rowCount]],
    );
    assert.match(rows[0]?.actor ?? '', /^Dev Patel/);
    const traces = await house.database.pool.query('select from transition where lifecycle = $1 and created_by is distinct from $2', [
      'referral',
      house.staffId('dev'),
    ]);
    assert.equal(traces.rowCount, 0, 'every trace names who asked');
  });

  test('the same work taken a second time changes nothing', async () => {
    const last = await work('bring-in-a-file');
    await house.database.pool.query("update jobs.job set state = 'created', completed_on = null, started_on = null where id = $1", [
      last?.id,
    ]);
    await until(
      async () =>
        (await house.database.pool.query("select from jobs.job where name = 'bring-in-a-file' and state < 'completed'")).rowCount === 0,
    );
    assert.equal(await count('Perdita'), rowCount);
  });

  test('what cannot be brought in is told on its page, and the file waits as before; whoever lost their role brings in nothing', async () => {
    const faulty = `${file('Quentin')}Quentin,Bad,31/02/1990,Tired\n`;
    const other = String((await chooseFile(house, manager, faulty, { kind: 'referrals', team: team() })).headers.location);
    const looked = await whenDone(manager, other);
    assert.match(looked.body, /1 row has something to put right first/);
    const version = /name="version" value="(\d+)"/.exec(looked.body)?.[1] ?? '';
    const refused = await sendForm(manager, `${other}/bring-in`, { version, rows: 'all' });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /One thing in the file must be put right first/);
    await manager.get(other);
    // Asked while they may, done when they may not.
    const asked = await sendForm(manager, `${other}/bring-in`, { version, rows: 'good' });
    assert.equal(asked.statusCode, 303, asked.body);
    await house.database.pool.query("update membership set ends_on = '2026-11-01' where account_id = $1", [house.staffId('dev')]);
    await until(async () => (await work('bring-in-a-file'))?.state === 'failed');
    await house.database.pool.query('update membership set ends_on = null where account_id = $1', [house.staffId('dev')]);
    const told = await manager.get(other);
    assert.match(told.body, /may not bring in files any more/);
    assert.match(told.body, /action="[^"]+\/bring-in"/, 'the form is back');
    assert.equal(await count('Quentin'), 0);
    const good = await sendForm(manager, `${other}/bring-in`, { version, rows: 'good' });
    assert.equal(good.statusCode, 303);
    assert.match((await whenDone(manager, other)).body, new RegExp(`${rowCount} rows brought in, 1 left out`));
    assert.deepEqual(house.workFaults, []);
  });
});
