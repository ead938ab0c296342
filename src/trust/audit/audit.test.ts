import assert from 'node:assert/strict';
import { after, before, describe, test as run } from 'node:test';
import pg from 'pg';
import { z } from 'zod';
import { type Scene, setScene } from '../../../test/harness/context.ts';
import { createDatabase, testPostgres } from '../../../test/harness/postgres.ts';
import { type Served, serve } from '../../../test/harness/serve.ts';
import { page } from '../../platform/web/answer.ts';
import type { Visitor } from '../../platform/web/context.ts';
import { identifier } from '../../platform/web/fields.ts';
import { signedIn } from '../../platform/web/permission.ts';
import { audited, route } from '../../platform/web/route.ts';
import { routes } from './routes.tsx';
import { graceSeconds, sealAudit, verifySeals } from './seal.ts';

describe('the audit', () => {
  let scene: Scene;
  let served: Served;
  let clinician: Visitor;

  /** Each test a minute after the one before. */
  const test = (name: string, work: () => Promise<void> | void): void => {
    run(name, () => {
      scene.clock.advance(60_000);
      return work();
    });
  };

  before(async () => {
    scene = await setScene(createDatabase);
    clinician = await scene.staff('Priya Nair', 'TRI');
    const read = route({
      method: 'GET',
      path: '/read/:person',
      permission: signedIn,
      params: z.strictObject({ person: identifier }),
      query: z.strictObject({ why: z.string().optional() }),
      audit: audited('read the referral'),
      async handle(context, { params, query }) {
        context.touch(params.person);
        if (query.why) context.because(query.why);
        return page('<p>read</p>');
      },
    });
    served = await serve(scene, [...routes, read]);
  });
  after(async () => {
    await served.server.close();
    await scene.database.close();
  });

  async function somebody(name: string): Promise<{ personId: string; account: { accountId: string; kind: 'person' } }> {
    const personId = scene.identify();
    const accountId = scene.identify();
    await scene.worker(async (tables) => {
      await tables
        .insertInto('person')
        .values({ id: personId, knownAs: name, createdAt: scene.clock.now(), changedAt: scene.clock.now() })
        .execute();
      await tables.insertInto('account').values({ id: accountId, kind: 'person', name, personId, createdAt: scene.clock.now() }).execute();
      await tables
        .insertInto('access')
        .values([
          {
            id: scene.identify(),
            personId,
            accountId,
            teamId: null,
            relationship: 'self',
            role: 'PER',
            sourceKind: 'person',
            sourceId: personId,
            startsAt: scene.clock.now(),
          },
          {
            id: scene.identify(),
            personId,
            accountId: null,
            teamId: scene.teams.triage.id,
            relationship: 'holds_referral',
            role: null,
            sourceKind: 'referral',
            sourceId: scene.identify(),
            startsAt: scene.clock.now(),
          },
        ])
        .execute();
    });
    return { personId, account: { accountId, kind: 'person' } };
  }

  test('S14.2: the person reads who opened their record, when and why, in plain words, and only theirs', async () => {
    const ellie = await somebody('Ellie');
    const sam = await somebody('Sam');
    const staff = await served.as(clinician);
    await staff.get(`/read/${ellie.personId}`);
    await staff.get(`/read/${ellie.personId}?why=Call%20from%20the%20hospital`);
    await staff.get(`/read/${sam.personId}`);
    const browser = await served.as(ellie.account);
    await browser.get('/me/looked');
    assert.match(browser.page, /Friday 20 Nov 2026/);
    assert.match(browser.page, /Priya Nair, colleague, read your referral\./);
    assert.match(browser.page, /They said why: <bdi>“Call from the hospital”<\/bdi>/);
    assert.equal(browser.page.match(/read your referral/g)?.length, 2);
    await browser.get('/me/looked');
    assert.match(browser.page, /You looked at who opened your record\./, 'their own looking is written down too');
    assert.doesNotMatch(browser.page, /\b(TRI|PER) \b|undefined|null/);
  });

  test('S14.2: nothing is told of an agency while telling is unsafe', async () => {
    const ellie = await somebody('Ellie');
    const police = scene.identify();
    const officer = await scene.staff('Sergeant Bell', 'KW', 'other');
    await scene.worker(async (tables) => {
      await tables.insertInto('organisation').values({ id: police, code: 'police', name: 'Police' }).execute();
      await tables.updateTable('account').set({ organisationId: police }).where('id', '=', officer.accountId).execute();
    });
    await (await served.as(officer)).get(`/read/${ellie.personId}`);
    const browser = await served.as(ellie.account);
    assert.match((await browser.get('/me/looked')).body, /Sergeant Bell/);
    await scene.worker((tables) =>
      tables
        .insertInto('sharingWithoutAgreement')
        .values({
          id: scene.identify(),
          personId: ellie.personId,
          organisationId: police,
          categories: ['contact'],
          purpose: 'safeguarding',
          lawfulBasis: 'vital interests',
          reason: 'Somebody may be harmed.',
          decidedBy: clinician.accountId,
          decidedAt: scene.clock.now(),
          told: false,
          notToldBecause: 'It would not be safe.',
          keptFromPerson: true,
          reviewOn: '2026-12-20',
          createdAt: scene.clock.now(),
        })
        .execute(),
    );
    assert.doesNotMatch((await browser.get('/me/looked')).body, /Sergeant Bell/);
  });

  test('who can see my record: each with a reason, in sentences', async () => {
    const ellie = await somebody('Ellie');
    const browser = await served.as(ellie.account);
    await browser.get('/me/access');
    assert.match(browser.page, /Willow desk looks after your request for help\. Since 20 November 2026\./);
    assert.doesNotMatch(browser.page, /is the person themselves/);
  });

  test('S14.2: the information-governance lead sees who opened a record without seeing whose it is; other roles do not', async () => {
    const ellie = await somebody('Ellie Quince');
    await (await served.as(clinician)).get(`/read/${ellie.personId}`);
    await (await served.as(ellie.account)).get('/me/looked');
    const lead = await scene.staff('Helen Strand', 'IG', 'other');
    const browser = await served.as(lead);
    const answer = await browser.get(`/people/${ellie.personId}/looked`);
    assert.equal(answer.statusCode, 200);
    assert.match(answer.body, /Priya Nair/);
    assert.match(answer.body, /triage clinician/);
    assert.match(answer.body, /The person themselves/);
    assert.doesNotMatch(answer.body, /Quince/);
    assert.equal((await (await served.as(clinician)).get(`/people/${ellie.personId}/looked`)).statusCode, 403);
    assert.equal((await (await served.as(ellie.account)).get(`/people/${ellie.personId}/looked`)).statusCode, 403);
  });

  test('a long list goes on page by page, each entry once', async () => {
    const ellie = await somebody('Ellie');
    const staff = await served.as(clinician);
    for (let read = 0; read < 230; read++) {
      scene.clock.advance(1000);
      await staff.get(`/read/${ellie.personId}?why=number-${read}-`);
    }
    const browser = await served.as(ellie.account);
    const seen: string[] = [];
    for (let path: string | undefined = '/me/looked'; path; ) {
      await browser.get(path);
      seen.push(...[...browser.page.matchAll(/number-(\d+)-/g)].map((found) => found[1] ?? ''));
      path = /href="(\/me\/looked\?before=[^"]+)"/.exec(browser.page)?.[1];
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 230 }, (_, at) => String(229 - at)),
    );
  });

  /** Somebody with the keys to the whole server, who can switch the triggers off. */
  async function tamper(...statements: string[]): Promise<void> {
    const { rows } = await scene.database.pool.query('select current_database() as name');
    const admin = new pg.Client((await testPostgres()).administratorUrl.replace('@/postgres?', `@/${rows[0].name}?`));
    await admin.connect();
    try {
      await admin.query('set session_replication_role = replica');
      for (const statement of statements) await admin.query(statement);
    } finally {
      await admin.end();
    }
  }

  const seal = (grace = 0) => scene.worker((tables) => sealAudit(tables, grace));
  const verify = () => scene.worker((tables) => verifySeals(tables));
  const look = async (times: number): Promise<void> => {
    const { personId } = await somebody('Ellie');
    const staff = await served.as(clinician);
    for (let read = 0; read < times; read++) {
      scene.clock.advance(1000);
      await staff.get(`/read/${personId}`);
    }
  };

  test('S14.2: seals chain over every entry once, leave the newest to settle, and verify as long as nothing changes', async () => {
    await look(3);
    await seal();
    await look(4);
    assert.equal(await seal(graceSeconds), 0, 'what may still be on its way in is left');
    scene.clock.advance((graceSeconds + 1) * 1000);
    assert.ok((await seal(graceSeconds)) >= 4);
    assert.equal(await seal(), 0, 'nothing is sealed twice');
    const report = await verify();
    assert.deepEqual(report.faults, []);
    const { rows } = await scene.database.pool.query('select count(*)::int as entries from audit_entry');
    assert.equal(report.entries, rows[0].entries);
    assert.match(report.lastHash, /^[0-9a-f]{64}$/);
  });

  test('two seals at the same moment follow one another', async () => {
    await look(2);
    const counts = await Promise.all([seal(), seal()]);
    assert.deepEqual(counts.filter((count) => count > 0).length, 1);
    assert.deepEqual((await verify()).faults, []);
  });

  test('nobody in the program can change or remove an entry, not even its worker', async () => {
    await look(1);
    for (const statement of [
      'update audit_entry set actor = $$nobody$$',
      'delete from audit_entry',
      'truncate audit_person',
      'delete from audit_seal',
    ])
      await assert.rejects(scene.database.pool.query(statement), /append-only|permission denied|cannot truncate/, statement);
  });

  for (const [what, statement, kind] of [
    [
      'a changed actor',
      `update audit_entry set actor = 'Nobody' where id = (select id from audit_entry order by id offset 3 limit 1)`,
      'entry changed',
    ],
    [
      'a changed time',
      `update audit_entry set at = at - interval '1 day' where id = (select id from audit_entry order by id offset 3 limit 1)`,
      'entry changed',
    ],
    [
      'a person taken out of an entry',
      'delete from audit_person where entry_id = (select entry_id from audit_person order by entry_id limit 1)',
      'entry changed',
    ],
    [
      'an entry taken out',
      'delete from audit_entry where id = (select id from audit_entry order by id offset 3 limit 1)',
      'entries missing',
    ],
    [
      'an entry put in',
      `insert into audit_entry (id, at, actor, route, kind, outcome, request) select '00000000-0000-7000-8000-000000000009', now(), 'x', 'x', 'x', 200, 'x'`,
      'entries added',
    ],
    ['a seal rewritten', `update audit_seal set hash = sha256('x') where number = 1`, 'entry changed'],
    ['a seal taken out', 'delete from audit_seal where number = 2', 'seal missing'],
  ] as const)
    test(`S14.2: verifying the seals shows ${what}`, async () => {
      for (let seals = 0; seals < 3; seals++) {
        await look(2);
        await seal();
      }
      const before = await copy();
      try {
        assert.deepEqual((await verify()).faults, []);
        await tamper(statement);
        const { faults } = await verify();
        assert.ok(
          faults.some((fault) => fault.kind === kind),
          JSON.stringify(faults),
        );
      } finally {
        await restore(before);
      }
    });

  /** The three tables as they are, so that each tampering starts from an honest chain. */
  async function copy(): Promise<string[]> {
    const names = ['audit_seal', 'audit_person', 'audit_entry'];
    await tamper(...names.flatMap((name) => [`drop table if exists kept_${name}`, `create table kept_${name} as table ${name}`]));
    return names;
  }
  const restore = (names: string[]): Promise<void> =>
    tamper(
      ...names.flatMap((name) => [`delete from ${name}`]),
      ...names.toReversed().map((name) => `insert into ${name} select * from kept_${name}`),
    );
});
