// What happens when things break: the program killed in the middle of work, its database killed, a signal to stop, settings that are wrong. One folder, one program
// after the other on it.
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import type { Client } from './harness/client.ts';
import { answerAll, answerPage, textOf } from './harness/front-door.ts';
import { type Folder, lookInto, makeFolder, type Program, visitorAt } from './harness/program.ts';

const folder: Folder = makeFolder();

describe('faults', () => {
  let program: Program;
  let address = '';
  after(() => folder.remove());

  async function open(): Promise<void> {
    program = folder.start();
    address = await program.address;
  }
  before(open);

  const number = async (client: pg.Client, query: string): Promise<number> =>
    (await client.query<{ count: number }>(`select count(*)::int as count from ${query}`)).rows[0]?.count ?? 0;

  /** Waits for what the database shows, such as a request that stands at a lock. */
  async function until(holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds())) await pause(20);
  }

  const waitingAt = (client: pg.Client): Promise<number> =>
    number(client, "pg_stat_activity where wait_event_type = 'Lock' and datname = 'onedoor'");

  /** Visitors who have answered everything and stand before the last button. */
  async function readyToSend(count: number): Promise<Client[]> {
    const visitors: Client[] = [];
    for (let at = 0; at < count; at += 1) {
      const visitor = visitorAt(address);
      await answerAll(visitor, {
        '/q/5': { known_as: `Robin${at}`, family_name: 'Marsh', 'born-year': '1988', phone: `07700 90020${at}` },
      });
      await visitor.get('/check');
      visitors.push(visitor);
    }
    return visitors;
  }

  async function priya(): Promise<Client> {
    const client = visitorAt(address);
    await client.post('/demo/be', { person: 'priya' });
    return client;
  }
  const field = (html: string, name: string): string => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';
  const decisionOn = (html: string): Record<string, string> => ({
    form_key: field(html, 'form_key'),
    version: field(html, 'version'),
    step: 'suggested',
    response: /<option[^>]*value="([^"]+)"[^>]*selected/.exec(html)?.[1] ?? 'W4',
    reason: '',
    persons_view: '',
    coming: 'outreach',
  });
  const keyOn = (client: Client): Record<string, string> => ({ form_key: field(client.page, 'form_key') });

  /** Everything that a referral comes with; half of it would be a row of this list. */
  const halfWritten = `
  select r.id, r.state from referral r where r.state not in ('draft', 'merged', 'withdrawn') and (
    not exists (select from person p where p.id = r.person_id)
    or not exists (select from transition t where t.subject_id = r.id)
    or not exists (select from clock c where c.subject_id = r.id and c.kind = 'TRIAGE')
    or not exists (select from access a where a.person_id = r.person_id)
    or (r.state = 'decided' and not exists (select from triage_decision d where d.referral_id = r.id))
    or (r.state = 'decided' and not exists (select from offer o where o.referral_id = r.id))
  )`;

  describe('when things break', { concurrency: false }, () => {
    test('H1, H27: killed in the middle of sending and deciding: what was answered is there, what was not is whole or not at all, and sending again does it once', async () => {
      const senders = await readyToSend(5);
      const [first, second, ...others] = senders as [Client, Client, ...Client[]];
      const clinician = await priya();
      const list = await clinician.get('/triage');
      const links = [...list.body.matchAll(/href="\/triage\/([0-9a-f-]{36})[?"]/g)].map((match) => match[1] ?? '');
      const [decidedOn = '', cutOff = ''] = await lookInto(folder, async (client) => {
        const { rows } = await client.query<{ id: string }>(
          "select id from referral where state = 'submitted' and id = any($1) order by decide_by limit 2",
          [[...new Set(links)]],
        );
        return rows.map((row) => row.id);
      });
      const sessions = new Map(clinician.cookies);
      const typing = await clinician.post('/draft', {
        form: 'session-note',
        subject: 'walk',
        version: '0',
        page: 'one',
        fields: JSON.stringify({ did: 'We walked to the shop.' }),
      });
      assert.equal(typing.statusCode, 200);
      const half = visitorAt(address);
      assert.equal((await answerPage(half, '/q/1', { happening: 'Only this far.' })).statusCode, 303);

      const item = await clinician.get(`/triage/${decidedOn}`);
      assert.equal((await clinician.post(`/triage/${decidedOn}/decide`, decisionOn(item.body))).statusCode, 303);
      assert.equal((await first.post('/check', {})).statusCode, 303);
      const before = await lookInto(folder, (client) => number(client, 'referral'));

      // The rest stand in the middle of their transactions, before the last things they write, when the program dies.
      const deciding = decisionOn((await clinician.get(`/triage/${cutOff}`)).body);
      const keys = [second, ...others].map(keyOn);
      await lookInto(folder, async (client) => {
        await client.query('begin; lock table journey_event, message in exclusive mode');
        const cut = [
          ...[second, ...others].map((sender) => sender.post('/check', {})),
          clinician.post(`/triage/${cutOff}/decide`, deciding),
        ].map((asked) => asked.then(({ statusCode }) => statusCode).catch(() => 'cut off'));
        await lookInto(folder, (other) => until(async () => (await waitingAt(other)) >= 5));
        program.signal('SIGKILL');
        assert.deepEqual(
          await Promise.all(cut),
          Array.from({ length: 5 }, () => 'cut off'),
        );
        await program.ended;
        await client.query('rollback');
      });

      await open();
      await lookInto(folder, async (client) => {
        assert.equal(await number(client, 'referral'), before, 'nothing half-sent is there');
        assert.deepEqual((await client.query(halfWritten)).rows, []);
        const { rows } = await client.query<{ state: string }>('select state from referral where id = any($1) order by state', [
          [decidedOn, cutOff],
        ]);
        assert.deepEqual(
          rows.map((row) => row.state),
          ['decided', 'in_triage'],
        );
        assert.equal(await number(client, "draft where fields->>'did' = 'We walked to the shop.'"), 1, 'the draft that was acknowledged');
      });
      const words = await visitorAt(address, half.cookies).get('/q/1');
      assert.match(words.body, /Only this far\./);
      assert.equal((await visitorAt(address, first.cookies).get('/done')).statusCode, 200);

      // The same forms once more, twice each, as people do who saw no answer.
      for (const [at, sender] of [second, ...others].entries()) {
        const again = visitorAt(address, sender.cookies);
        const answers = [await again.post('/check', keys[at] ?? {}), await again.post('/check', keys[at] ?? {})];
        assert.deepEqual(
          answers.map(({ statusCode, headers }) => `${statusCode} ${headers.location}`),
          ['303 /done', '303 /done'],
        );
      }
      const back = visitorAt(address, sessions);
      assert.equal((await back.post(`/triage/${cutOff}/decide`, deciding)).statusCode, 303, 'still signed in, and the form still counts');
      await lookInto(folder, async (client) => {
        assert.equal(await number(client, 'referral'), before + 4);
        assert.equal(await number(client, `triage_decision where referral_id = '${cutOff}' and state <> 'superseded'`), 1);
        assert.deepEqual((await client.query(halfWritten)).rows, []);
      });
    });

    test('more people send at once than there are connections, and each is answered', async () => {
      program.signal('SIGTERM');
      await program.ended;
      program = folder.start({ DATABASE_CONNECTIONS: '3' });
      address = await program.address;
      const senders = await readyToSend(6);
      const answers = await Promise.all(senders.map((sender) => sender.post('/check', {})));
      assert.deepEqual(
        answers.map(({ statusCode }) => statusCode),
        senders.map(() => 303),
      );
    });

    test('H1: told to stop, it finishes what has begun', async () => {
      const [sender] = (await readyToSend(1)) as [Client];
      await lookInto(folder, async (client) => {
        await client.query('begin; lock table journey_event, message in exclusive mode');
        const asked = sender.post('/check', {});
        await lookInto(folder, (other) => until(async () => (await waitingAt(other)) >= 1));
        program.signal('SIGTERM');
        await pause(200);
        await client.query('rollback');
        assert.equal((await asked).statusCode, 303);
      });
      assert.equal(await program.ended, 0, program.said);
      assert.equal(folder.server(), null);
      await open();
      assert.equal((await visitorAt(address, sender.cookies).get('/done')).statusCode, 200);
    });

    test('H1: the database is killed while people send: each is answered or told plainly, nothing answered is lost, and all is back by itself', async () => {
      const visitor = visitorAt(address);
      await answerPage(visitor, '/q/1', { happening: 'Before it went away.' });
      const clinician = await priya();
      const typing = {
        form: 'session-note',
        subject: 'killed',
        version: '0',
        page: 'one',
        fields: JSON.stringify({ did: 'We spoke on the phone.' }),
      };
      assert.equal((await clinician.post('/draft', typing)).statusCode, 200);
      const senders = await readyToSend(6);
      const keys = senders.map(keyOn);
      const before = await lookInto(folder, (client) => number(client, 'referral'));
      const server = folder.server();
      assert.ok(server);

      // Its data out of reach for a moment, so that what is asked meanwhile is surely asked of a program without its database.
      const cluster = join(folder.path, 'postgres', 'cluster');
      const asked = senders.map((sender) => sender.post('/check', {}));
      await Promise.race(asked);
      process.kill(server.processId, 'SIGKILL');
      renameSync(cluster, `${cluster}-away`);
      const answers = (await Promise.all(asked)).map(({ statusCode }) => statusCode);
      assert.deepEqual(
        [...new Set(answers)].filter((status) => status !== 303 && status !== 503),
        [],
      );
      await until(async () => (await fetch(`${address}/readyz`)).status === 503);
      assert.equal((await fetch(`${address}/healthz`)).status, 200, 'the program itself lives');
      const away = await visitor.get('/q/1');
      assert.equal(away.statusCode, 503);
      assert.match(textOf(away.body), /cannot reach our records/);
      assert.doesNotMatch(away.body, /ECONN|postgres|socket|stack/i);
      assert.equal(
        (await clinician.post('/draft', { ...typing, fields: JSON.stringify({ did: 'Not kept.' }) })).statusCode,
        503,
        'nothing is said to be saved',
      );

      renameSync(`${cluster}-away`, cluster);
      await until(async () => (await fetch(`${address}/readyz`)).status === 200);
      const back = await visitor.get('/q/1');
      assert.equal(back.statusCode, 200);
      assert.match(back.body, /Before it went away\./);
      // Whoever was not answered sends the same form again; whoever was changes nothing by it.
      for (const [at, sender] of senders.entries()) {
        const again = await sender.post('/check', keys[at] ?? {});
        assert.equal(`${again.statusCode} ${again.headers.location}`, '303 /done');
      }
      await lookInto(folder, async (client) => {
        assert.equal(await number(client, 'referral'), before + senders.length);
        assert.equal(await number(client, "draft where fields->>'did' = 'We spoke on the phone.'"), 1);
        assert.deepEqual((await client.query(halfWritten)).rows, []);
      });
      program.signal('SIGTERM');
      assert.equal(await program.ended, 0, program.said);
      assert.equal(folder.server(), null);
    });
  });

  describe('settings that are wrong', () => {
    const refused: readonly { readonly settings: Readonly<Record<string, string>>; readonly says: readonly RegExp[] }[] = [
      {
        settings: { PORT: 'often', ONEDOOR_MODE: 'life', DATABASE_URL: 'mysql://secret@here' },
        says: [
          /PORT is “often”: give a number/,
          /ONEDOOR_MODE is “life”: use demo or production/,
          /DATABASE_URL is wrong: give an address/,
        ],
      },
      {
        settings: { ONEDOOR_MODE: 'production' },
        says: [/DATABASE_URL is missing/, /PUBLIC_URL is missing/],
      },
      {
        settings: {
          ONEDOOR_MODE: 'production',
          DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
          PUBLIC_URL: 'http://help.example.org',
        },
        says: [/PUBLIC_URL is not safe/],
      },
      {
        settings: {
          ONEDOOR_MODE: 'production',
          DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/none',
          PUBLIC_URL: 'https://help.example.org',
        },
        says: [/DATABASE_URL cannot be reached.*ECONNREFUSED/],
      },
    ];
    test('each stops the start, all at once, with what to do and without any secret', async () => {
      for (const { settings, says } of refused) {
        const stopped = folder.start(settings);
        const [said] = await Promise.all(says.map((words) => stopped.says(words)));
        assert.equal(await stopped.ended, 1);
        assert.doesNotMatch(said ?? '', /secret|at .*\.ts:\d/);
      }
      assert.equal(folder.server(), null);
    });

    test('production refuses the data of a demo', async () => {
      const own = await startEmbeddedPostgres({ folder: folder.path });
      try {
        const stopped = folder.start({
          ONEDOOR_MODE: 'production',
          DATABASE_URL: own.url.replace('//onedoor@/', '///').concat('&user=onedoor'),
          PUBLIC_URL: 'https://help.example.org',
        });
        await stopped.says(/holds invented demo people, so it cannot be used in production\. Name an empty DATABASE_URL/);
        assert.equal(await stopped.ended, 1);
      } finally {
        await own.stop();
      }
    });
  });
});
