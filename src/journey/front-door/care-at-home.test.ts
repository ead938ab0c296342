// Whoever refers may know that a home is not safe. By every door the same follows: somebody on duty reads it today, and nothing goes there that could be overheard.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { formsOn } from '../../../test/fields/forms.ts';
import { answerAll, referralNamed, type Typed, textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

describe('a home that may not be safe', { concurrency: false }, () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  const rows = async <T extends object>(sql: string, id: string): Promise<T[]> => (await house.database.pool.query<T>(sql, [id])).rows;

  const phone = '07700 900621';
  const ways = (shared: string): Typed => ({ channels: ['text', 'phone'], shared, phone });

  async function byForm(name: string, more: Typed): Promise<void> {
    const client = house.visitor();
    await client.get('/refer');
    const check = await client.post('/refer', {
      known_as: name, why_now: 'She goes quiet.', safety_none_known: 'yes', tried: 'The GP.', 'born-year': '1990', agreement: 'agreed', urgency: 'weeks',
      setting: 'partner', referrer_name: 'Rowan Teal', referrer_job: 'housing officer', referrer_organisation: 'A council', referrer_phone: '01632 960144',
      referrer_email: 'rowan@council.example', ...more,
    }); // biome-ignore format: one form
    const form = formsOn(check.body).find(({ action }) => action === '/refer/send');
    assert.ok(form, textOf(check.body).slice(0, 300));
    assert.equal((await client.post('/refer/send', form.fields)).statusCode, 303);
  }
  async function byCall(name: string, door: string, speaking: string, more: Typed): Promise<void> {
    const beth = await house.as('beth');
    await beth.get('/call');
    const helper = speaking === 'helper' ? { own_name: 'Dot Lowe', do_they_know: 'yes' } : {};
    const taken = await beth.post('/call', { door, speaking, happening: 'It is loud at home.', known_as: name, ...helper, ...more });
    assert.equal(taken.statusCode, 303, textOf(taken.body).slice(0, 400));
  }
  async function byCarer(name: string, { channels, shared }: Typed): Promise<void> {
    const client = house.visitor();
    await client.get('/q/1?who=other');
    await client.post('/q/1', { who: 'other', happening: 'It is loud at home.' });
    await answerAll(client, {
      '/q/1': { happening: 'It is loud at home.' },
      '/q/3': { safe_now: 'not_sure' },
      '/now': { unsafe_at_home: 'yes' },
      '/q/4': { channels, shared },
      '/q/5': { known_as: name, own_name: 'Dot Lowe', own_phone: '01632 960155', phone, do_they_know: 'yes' },
    });
    await client.get('/check');
    assert.equal((await client.post('/check', {})).statusCode, 303);
  }

  const yes = { domestic_abuse: 'yes' };
  const unsure = { domestic_abuse: 'not_sure' };
  const others: Readonly<Record<string, (name: string, ways: Typed) => Promise<void>>> = {
    'a professional who knows it': (name, how) => byForm(name, { ...how, ...yes }),
    'a professional who is not sure': (name, how) => byForm(name, { ...how, ...unsure }),
    'a helper on the phone': (name, how) => byCall(name, 'phone', 'helper', { ...how, ...yes }),
    'a helper who walked in': (name, how) => byCall(name, 'walk_in', 'helper', { ...how, ...unsure }),
    'a helper on paper': (name, how) => byCall(name, 'other', 'helper', { ...how, ...yes }),
    'a helper on the phone, in the words of the phone': (name, how) => byCall(name, 'phone', 'helper', { ...how, nowhere_safe: 'yes' }),
    'somebody close to them': byCarer,
  };
  const today = (name: string) =>
    referralNamed(house, name).then(async ({ id, personId }) => {
      const tasks = await rows<{ words: string }>("select words from task where person_id = $1 and kind = 'safety.answer'", personId);
      const [{ soon } = { soon: false }] = await rows<{ soon: boolean }>(
        `select decide_by < received_at + interval '24 hours' as soon from referral where id = $1`,
        id,
      );
      return { personId, tasks: tasks.length, soon };
    });
  let number = 0;
  const someone = (): string => {
    number += 1;
    return `Wren${number}`;
  };

  for (const [whose, come] of Object.entries(others))
    test(`S2.7, S3.3, H2, H5: ${whose}: a task for today, the promise of today, and nothing that could be overheard`, async () => {
      const seen = someone();
      await come(seen, ways('yes_or_not_sure'));
      const { personId, tasks, soon } = await today(seen);
      assert.deepEqual([tasks, soon], [1, true]);
      const points = (of: string) =>
        rows<{ safe: string; named: boolean; links: boolean }>(
          'select safe_to_use as safe, may_name_service as named, may_send_links as links from contact_point where person_id = $1',
          of,
        );
      assert.ok((await points(personId)).every(({ safe, named, links }) => safe === 'ask_first' && !named && !links));
      const sent = "select purpose from message where person_id = $1 and audience = 'person' and state not in ('refused', 'cancelled')";
      assert.deepEqual(await rows(sent, personId), [], 'they are asked first');

      const alone = someone();
      await come(alone, ways('no'));
      const apart = await today(alone);
      assert.deepEqual([apart.tasks, apart.soon], [1, true]);
      assert.ok((await points(apart.personId)).every(({ safe, named, links }) => safe === 'safe' && !named && !links));
    });

  test('S3.1: what somebody says of their own home brings the same task and promise, and their own ways stand as they chose them', async () => {
    for (const door of ['phone', 'walk_in', 'other']) {
      const name = someone();
      await byCall(name, door, 'person', { ...ways('yes_or_not_sure'), ...yes });
      const { personId, tasks, soon } = await today(name);
      assert.deepEqual([tasks, soon], [1, true], door);
      assert.deepEqual(await rows('select distinct safe_to_use as safe from contact_point where person_id = $1', personId), [
        { safe: 'safe' },
      ]);
    }
  });

  test('S2.7: “no”, and what is left empty, bring neither', async () => {
    for (const more of [{ domestic_abuse: 'no' }, {}]) {
      const name = someone();
      await byForm(name, { ...ways('yes_or_not_sure'), ...more });
      const { personId, tasks, soon } = await today(name);
      assert.deepEqual([tasks, soon], [0, false]);
      assert.deepEqual(await rows('select distinct safe_to_use as safe from contact_point where person_id = $1', personId), [
        { safe: 'safe' },
      ]);
    }
  });
});
