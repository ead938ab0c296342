import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

describe('measures in other languages', { concurrency: false }, () => {
  let house: TestHouse;
  let dev: Client;
  let martin: Client;
  let siobhan: Client;
  let person = '';
  before(async () => {
    house = await openTestHouse({ people: true });
    [dev, martin, siobhan] = [await house.as('dev'), await house.as('martin'), await house.as('siobhan')];
    const { rows } = await house.database.pool.query<{ person_id: string }>("select person_id from account where name = 'Carol Whittle'");
    person = rows[0]?.person_id ?? '';
  });
  after(() => house.close());

  const held = async (language: string): Promise<Row> => {
    const { rows } = await house.database.pool.query<Row>(
      "select id, version, state from measure_language where instrument = 'core-10' and language = $1 order by created_at desc limit 1",
      [language],
    );
    assert.ok(rows[0]);
    return rows[0];
  };
  const step = async (client: Client, language: string, to: string, because = '') => {
    const { id, version } = await held(language);
    await client.get('/measures/core-10');
    return client.post(`/measures/core-10/versions/${id}`, { version: String(version), to, because });
  };
  const needs = (language: string | null) =>
    house.database.pool.query('update person set interpreter = $2 where id = $1', [person, language]);

  const note = { did: 'We talked at the library.', agreed: 'To meet again.', concern: 'no', came: 'attended' };
  const met = { met_on: '2026-11-20', met_at: '8am', met_minutes: '10', met_how: '02' };
  const answers = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`item_${at + 1}`, '1']));
  const path = () => `/people/${person}/sessions/now`;
  const write = async (fields: Readonly<Record<string, string>>) => {
    await siobhan.get(path());
    return siobhan.post(path(), { ...note, ...met, ...fields });
  };
  const newest = async (table: 'measure_request' | 'measure_result') =>
    (await house.database.pool.query(`select * from ${table} where person_id = $1 order by created_at desc, id desc limit 1`, [person]))
      .rows[0];

  test('S8.3, H23: one person enters a version, another confirms it; nobody does both, and stopping needs a reason', async () => {
    await dev.get('/measures/core-10');
    const given = { language: 'ro', holder: 'The licence’s holder', reference: 'A letter', received_on: '2026-11-02' };
    assert.equal((await dev.post('/measures/core-10', { ...given, received_on: '2026-11-21' })).statusCode, 422);
    assert.equal((await dev.post('/measures/core-10', { ...given, language: 'en' })).statusCode, 422);
    await dev.get('/measures/core-10');
    assert.equal((await dev.post('/measures/core-10', given)).statusCode, 303);
    await dev.get('/measures/core-10');
    const twice = await dev.post('/measures/core-10', given);
    assert.equal(twice.statusCode, 422);
    assert.match(textOf(twice.body), /CORE-10 in Romanian stands here already/);
    assert.equal((await step(dev, 'ro', 'confirmed')).statusCode, 403);
    assert.equal((await held('ro')).state, 'entered');
    assert.match(textOf((await martin.get('/measures')).body), /English as published, Arabic (Welsh, Romanian|Romanian, Welsh)/);
    assert.equal((await step(martin, 'ro', 'confirmed')).statusCode, 303);
    assert.equal((await held('ro')).state, 'confirmed');
    assert.equal((await step(dev, 'ro', 'ended')).statusCode, 422);
    assert.equal((await step(dev, 'ro', 'ended', 'The licence has ended.')).statusCode, 303);
    assert.equal((await step(martin, 'ro', 'confirmed')).statusCode, 409);
    assert.equal((await siobhan.get('/measures')).statusCode, 403);
  });

  test('S8.3: the database itself keeps no request and no result in a version that nobody confirmed', async () => {
    const { rows: versions } = await house.database.pool.query<{ id: string; language: string; state: string }>(
      "select id, language, state from measure_language where instrument = 'core-10'",
    );
    assert.deepEqual(new Set(versions.map(({ state }) => state)), new Set(['entered', 'confirmed', 'ended']));
    const tries = [
      { id: null, language: 'en', state: 'published' },
      { id: null, language: 'ar', state: 'none' },
      ...versions,
      ...versions.map((one) => ({ ...one, language: 'en', state: 'mixed' })),
      ...versions.map((one) => ({ ...one, language: 'so', state: 'mixed' })),
    ];
    for (const instrument of ['core-10', 'phq-9'])
      for (const one of tries) {
        const holds = one.state === 'published' || (one.state === 'confirmed' && instrument === 'core-10');
        const asked = house.database.pool.query(
          `insert into measure_request (id, person_id, instrument, instrument_version, point, state, due_on, created_at, language, measure_language_id)
           values ($1, $2, $3, '1', 'review', 'due', '2026-11-01', '2026-11-01', $4, $5)`,
          [randomUUID(), person, instrument, one.language, one.id],
        );
        if (holds) await asked;
        else await assert.rejects(asked, /held here|check constraint/, JSON.stringify([instrument, one]));
      }
    const [request] = (
      await house.database.pool.query<{ id: string }>(
        "select id from measure_request where person_id = $1 and instrument = 'core-10' and language = 'en' and state = 'due'",
        [person],
      )
    ).rows;
    const arabic = await held('ar');
    await assert.rejects(
      house.database.pool.query(
        `insert into measure_result (id, request_id, person_id, instrument, instrument_version, point, taken_at, answers, total, method, completed_by, created_at, language, measure_language_id)
         values ($1, $2, $3, 'core-10', '1', 'review', now(), '[]', 1, 'complete', 'person', now(), 'ar', $4)`,
        [randomUUID(), request?.id, person, arabic.id],
      ),
      { code: 'OD004' },
    );
  });

  test('S8.3: no request enters a version as somebody else, confirms it by itself, or rewrites what was entered', async () => {
    const welsh = await held('cy');
    for (const statement of [
      `update measure_language set state = 'confirmed', confirmed_by = '${house.staffId('martin')}' where id = '${welsh.id}'`,
      `update measure_language set reference = 'Another' where id = '${welsh.id}'`,
      `delete from measure_language where id = '${welsh.id}'`,
    ])
      await assert.rejects(
        house.database.db.transaction().execute(async (transaction) => {
          const { sql } = await import('kysely');
          await sql`select set_config('role', 'onedoor_app', true)`.execute(transaction);
          await sql.raw(statement).execute(transaction);
        }),
        /permission denied|42501|OD002/,
        statement,
      );
    await assert.rejects(
      house.database.pool.query("update measure_language set state = 'confirmed' where id = $1", [welsh.id]),
      { code: '42501' },
      'the program alone confirms nothing',
    );
  });

  test('S8.3, instruments §1: a note says the version, who filled it in and whether it was read aloud', async () => {
    await needs('ar');
    const page = await siobhan.get(path());
    assert.match(page.body, /<option value="ar" selected/);
    assert.equal((await write({ ...answers, measure_language: 'ar', measure_by: 'person', measure_how: 'read_aloud' })).statusCode, 422);
    const saved = await write({ ...answers, measure_language: 'ar', measure_by: 'person_helped', measure_how: 'read_aloud' });
    assert.equal(saved.statusCode, 303);
    const result = await newest('measure_result');
    assert.deepEqual(
      [result.language, result.measure_language_id, result.completed_by, result.read_aloud, Number(result.total)],
      ['ar', (await held('ar')).id, 'person_helped', true, 10],
    );
    assert.equal((await newest('measure_request')).language, 'ar');
    assert.match(
      textOf((await siobhan.get(`/people/${person}/measures`)).body),
      /The first score was taken in English, the last in Arabic\./,
    );
  });

  test('S8.3: where no version is held the page says what to do, takes no answers in it, and keeps that they talked, without a score', async () => {
    await needs('so');
    const page = textOf((await siobhan.get(path())).body);
    assert.match(page, /No confirmed CORE-10 in Somali is held here\. Talk with an interpreter/);
    const before = await newest('measure_result');
    for (const [fields, words] of [
      [answers, /Say in which language the paper is/],
      [{ ...answers, measure_language: 'so' }, /No confirmed CORE-10 in Somali is held here/],
      [{ ...answers, measure_language: 'cy' }, /No confirmed CORE-10 in Welsh is held here/],
      [{ ...answers, measure_how: 'talked', mood: 'Tired.' }, /Answers that somebody translated make no score/],
      [{ measure_how: 'talked' }, /Write what they said of how they are/],
    ] as const) {
      const refused = await write(fields);
      assert.equal(refused.statusCode, 422);
      assert.match(textOf(refused.body), words);
    }
    assert.equal((await write({ measure_how: 'talked', mood: 'Tired, and glad of the garden.' })).statusCode, 303);
    assert.deepEqual(await newest('measure_result'), before);
    const request = await newest('measure_request');
    assert.deepEqual([request.state, request.language], ['not_suitable', 'en']);
    assert.match(
      textOf((await siobhan.get(`/people/${person}/happened`)).body + (await siobhan.get(`/people/${person}`)).body),
      /CORE-10 is not held in Somali\. They talked with an interpreter, without a score/,
    );
  });

  test('S8.3: a version that is stopped is asked of nobody from then on, and what it measured stays', async () => {
    await needs('ar');
    assert.equal((await step(martin, 'ar', 'ended', 'A newer one is on its way.')).statusCode, 303);
    assert.equal((await write({ ...answers, measure_language: 'ar', measure_by: 'person' })).statusCode, 422);
    assert.match(textOf((await siobhan.get(`/people/${person}/measures`)).body), /the last in Arabic/);
  });
});
