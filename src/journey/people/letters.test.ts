import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { envelopeOf } from './telling/envelope.ts';
import { notPlain } from './telling/wording.ts';

const names = ['Somerset open door', 'Early help team'];

test('S3.6: whatever the place wrote, nothing stands on an envelope that names a service, gives a reason or is a link', () => {
  const said = fc.constantFrom(
    'Private',
    'PO Box 12',
    'Taunton TA1 9ZZ',
    'NHS',
    'Mental health team',
    'Early help team',
    'www.example.org',
    'Crisis café',
  );
  fc.assert(
    fc.property(said, fc.array(said, { maxLength: 4 }), (envelope, returnAddress) => {
      const made = envelopeOf({ toName: 'Ann Marsh', toValue: '4 Mill Lane, Bridgwater, TA6 3BL' }, { envelope, returnAddress }, names);
      assert.deepEqual(made.to, ['Ann Marsh', '4 Mill Lane', 'Bridgwater', 'TA6 3BL']);
      for (const words of [made.words, ...made.returnAddress]) assert.equal(notPlain(words, names), null);
      const whole = [envelope, ...returnAddress].every((words) => notPlain(words, names) === null);
      if (whole) assert.deepEqual([made.words, made.returnAddress], [envelope, returnAddress]);
    }),
  );
});

describe('a letter to post', { concurrency: false }, () => {
  let house: TestHouse;
  let amara: Client;
  let letter: { id: string; person_id: string; to_name: string; body: string };
  before(async () => {
    house = await openTestHouse({ people: true });
    amara = await house.as('amara');
    letter = (await house.database.pool.query("select id, person_id, to_name, body from message where channel = 'post' and state = 'held'"))
      .rows[0];
    assert.ok(letter);
  });
  after(() => house.close());
  const path = (): string => `/letters/${letter.id}`;
  /** As `textOf` gives a page: its lines run on. */
  const words = (): string => letter.body.replaceAll(/\s+/g, ' ');
  const contact = () => house.place.blueprint.contact;

  test('S3.5, S3.6: the task leads to the letter, under how they may be reached; the envelope stands beside it word for word, and the sheet holds the letter alone', async () => {
    assert.match((await amara.get('/my-day')).body, new RegExp(path()));
    const before = contact().letters;
    try {
      Object.assign(contact(), {
        letters: { envelope: 'To be opened by the addressee', returnAddress: ['PO Box 214', 'Taunton TA1 9ZZ'] },
      });
      const { body } = await amara.get(path());
      const said = textOf(body);
      assert.match(said, /Words To be opened by the addressee/);
      assert.match(said, /Back PO Box 214 Taunton TA1 9ZZ/);
      assert.ok(said.includes(`Front ${letter.to_name}`));
      assert.ok(said.includes(words()));
      const main = /<div class="od-record__main">([\s\S]*?)<div class="od-record__side">/.exec(body)?.[1] ?? '';
      const [screen = '', sheet = ''] = main.split(/(?=<div class="od-card">)/);
      const printed = textOf(sheet);
      assert.match(screen, /^<div class="od-screen">[\s\S]*<div class="od-safe">[\s\S]*<\/div>$/);
      assert.doesNotMatch(sheet, /od-safe/);
      assert.ok(printed.includes(words()));
      assert.equal(notPlain(printed, [house.place.name]), null, printed);
      assert.match(printed, /Dear .*To answer, ring 07700 900\d{3}, or say so in person\. With best wishes Amara/);
      assert.doesNotMatch(printed, /reply/i);
    } finally {
      Object.assign(contact(), { letters: before });
    }
  });

  test('S3.6: words of the place that give something away are not shown, and it is said what a missing return address means', async () => {
    const before = contact().letters;
    try {
      Object.assign(contact(), { letters: { envelope: 'From your mental health team', returnAddress: ['Crisis café', 'Bridgwater'] } });
      const said = textOf((await amara.get(path())).body);
      assert.doesNotMatch(said, /mental health team|Crisis café/);
      assert.match(said, /No return address\. The post office may open/);
    } finally {
      Object.assign(contact(), { letters: before });
    }
  });

  test('S14.1: nobody to whom the person’s record is closed reads a letter to them, or says that it was posted', async () => {
    for (const code of ['siobhan', 'joan', 'tomasz']) {
      const client = await house.as(code);
      assert.equal((await client.get(path())).statusCode, 404, code);
      await client.get('/refer');
      assert.equal((await client.post(path(), {})).statusCode, 404, code);
    }
  });

  test('S3.2: a letter that the rules no longer let go is not shown and cannot be said to be posted', async () => {
    const set = (safe: string) =>
      house.database.pool.query("update contact_point set safe_to_use = $2 where person_id = $1 and channel = 'post'", [
        letter.person_id,
        safe,
      ]);
    await amara.get(path());
    await set('not_safe');
    const refused = await amara.get(path());
    assert.match(textOf(refused.body), /Do not post it/);
    assert.equal(textOf(refused.body).includes(words()), false);
    assert.doesNotMatch(textOf(refused.body), /On the envelope/);
    assert.equal((await amara.post(path(), {})).statusCode, 409);
    await set('safe');
  });

  test('S3.6: saying that it was posted keeps the day and ends the task', async () => {
    await amara.get(path());
    assert.equal((await amara.post(path(), {})).statusCode, 303);
    const { rows } = await house.database.pool.query('select state, sent_at from message where id = $1', [letter.id]);
    assert.equal(rows[0].state, 'sent');
    assert.equal((await amara.get('/my-day')).body.includes(path()), false);
    assert.match(textOf((await amara.get(path())).body), /It was posted on 20 November 2026/);
    await amara.get('/refer');
    assert.equal((await amara.post(path(), {})).statusCode, 404);
  });
});
