// One record, whichever way somebody came (SOM-1), and the way on it (MOS-3).
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askForHelp, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { codesOf } from '../../platform/codes/codes.ts';
import type { Tables } from '../../platform/web/context.ts';
import { doorHash } from '../../platform/web/door.ts';
import { doorsOf, spokenDoors, usualDoor } from './calling.ts';
import { professionalQuestion } from './professional-questions.ts';

const referral = {
  given_name: 'Ola',
  family_name: 'Sample',
  'born-year': '1980',
  why_now: 'He does not sleep.',
  safety_none_known: 'yes',
  tried: 'A walk every day.',
  channels: 'not_safe',
  agreement: 'agreed',
  urgency: 'weeks',
  referrer_name: 'Alex Sample',
  referrer_job: 'officer',
  referrer_organisation: 'Elm House',
  referrer_phone: '01632 960111',
  referrer_email: 'alex@elm.example',
};

describe('every door', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  const worker = <T>(work: (tables: Tables) => Promise<T>): Promise<T> => house.database.as({ kind: 'worker', job: 'look' }, work);
  const idIn = (location: unknown): string => /[0-9a-f-]{36}$/.exec(String(location))?.[0] ?? '';
  const behind = async (client: Client): Promise<string> => {
    const { referralId } = await worker((tables) =>
      tables
        .selectFrom('doorDraft')
        .select('referralId')
        .where('codeHash', '=', doorHash(client.cookies.get('door') ?? ''))
        .executeTakeFirstOrThrow(),
    );
    return referralId ?? '';
  };
  const written = async (more: Parameters<typeof askForHelp>[1] = {}, who = ''): Promise<string> => {
    const client = house.visitor();
    if (who) await client.get('/q/1?who=other');
    if (who) await client.post('/q/1', { who: 'other', happening: 'He does not sleep.' });
    await askForHelp(client, more);
    return behind(client);
  };
  const spoken = async (door: string): Promise<string> => {
    const beth = await house.as('beth');
    await beth.get('/call');
    const taken = await beth.post('/call', { door, speaking: 'person', happening: 'I cannot face the post.', known_as: 'Lee' });
    assert.equal(taken.statusCode, 303, textOf(taken.body).slice(0, 400));
    return idIn(taken.headers.location);
  };
  const sent = async (setting: string): Promise<string> => {
    const client = house.visitor();
    await client.get('/refer');
    const answer = await client.post('/refer/send', { ...referral, setting });
    assert.equal(answer.statusCode, 303, textOf(answer.body).slice(0, 400));
    return idIn(answer.headers.location);
  };

  test('SOM-1, MOS-3: by whichever door, the same record: submitted, with a team, a day, its clocks and an owner; and the door on it', async () => {
    const ways: Readonly<Record<string, () => Promise<string>>> = {
      self: () => written(),
      carer: () => written({ '/q/5': { known_as: 'Sam', phone: '07700 900124', own_name: 'Jo Hill' } }, 'other'),
      ...Object.fromEntries((professionalQuestion('setting').codes ?? []).map((door) => [door, () => sent(door)])),
      ...Object.fromEntries(spokenDoors.map((door) => [door, () => spoken(door)])),
    };
    assert.deepEqual(Object.keys(ways).sort(), [...codesOf('door')].sort(), 'each code of the list is a door somebody can come through');
    const shapes = [];
    for (const [door, come] of Object.entries(ways)) {
      const id = await come();
      const shape = await worker(async (tables) => {
        const row = await tables.selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        assert.equal(row.door, door);
        const clocks = await tables.selectFrom('clock').select('kind').where('subjectId', '=', id).orderBy('kind').execute();
        const holds = await tables
          .selectFrom('access')
          .select('teamId')
          .where('sourceId', '=', id)
          .where('relationship', '=', 'holds_referral')
          .execute();
        const said = await tables
          .selectFrom('referralAnswer')
          .select('words')
          .where('referralId', '=', id)
          .where('question', 'in', ['happening', 'why_now'])
          .execute();
        const events = await tables
          .selectFrom('journeyEvent')
          .select('kind')
          .where('subjectId', '=', id)
          .where('kind', '=', 'referral.submitted')
          .execute();
        assert.ok(
          said.some(({ words }) => words !== ''),
          door,
        );
        return { state: row.state, team: row.teamId, by: row.decideBy, clocks: clocks.map(({ kind }) => kind), holds, events };
      });
      shapes.push(shape);
    }
    for (const shape of shapes) assert.deepEqual(shape, shapes[0]);
    const queue = textOf((await (await house.as('priya')).get('/triage')).body);
    for (const words of [
      'Self-referral, by phone',
      'Self-referral, walked in',
      'Self-referral, at the café',
      'Somebody close to them',
      'Elm House',
    ])
      assert.ok(queue.includes(words), words);
  });

  test('MOS-3: a host begins at the café, a clinician at the telephone, and nobody is offered a door that the place has not', async () => {
    const chosen = async (code: string): Promise<string> =>
      /name="door"[^>]*value="(\w+)"[^>]*checked|value="(\w+)"[^>]*checked[^>]*name="door"/
        .exec((await (await house.as(code)).get('/call')).body)
        ?.slice(1)
        .find(Boolean) ?? '';
    assert.equal(await chosen('beth'), 'cafe');
    assert.equal(await chosen('priya'), 'phone');
    assert.deepEqual(doorsOf([{ doors: ['self', 'walk_in'] }]), ['walk_in', 'other']);
    assert.deepEqual(doorsOf([]), ['other']);
    assert.equal(usualDoor(true, ['phone', 'other']), 'phone', 'a host where there is no café');
    assert.equal(usualDoor(false, ['walk_in', 'other']), '');
  });
});
