import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type Client, openTestHouse } from '../../../test/harness/house.ts';

const house = await openTestHouse();
after(() => house.close());
const { database } = house;

const worker = <T>(work: Parameters<typeof database.as<T>>[1]): Promise<T> => database.as({ kind: 'worker', job: 'look' }, work);

/** Walks the six questions as somebody with nothing to hide and everything to say. */
async function tell(
  client: Client,
  own: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {},
): Promise<void> {
  const pages: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
    1: { happening: 'I cannot sleep and the house is cold.', about: ['sleep', 'home'] },
    2: { wants: ['practical'], been_hard: 'Phone calls.' },
    3: { safe_now: 'yes' },
    4: { channels: ['text'], shared: 'yes_or_not_sure' },
    5: { known_as: 'Ellie', family_name: 'Ford', 'born-year': '1991', phone: '07700 900123' },
    6: { helpers: 'My sister', share: 'ask_me' },
    ...own,
  };
  for (const [page, fields] of Object.entries(pages)) {
    await client.get(`/q/${page}`);
    const answer = await client.post(`/q/${page}`, { version: /name="version" value="(\d+)"/.exec(client.page)?.[1] ?? '0', ...fields });
    assert.equal(answer.statusCode, 303, `page ${page}: ${answer.body.slice(0, 400)}`);
  }
}

test('SOM-7: somebody asks for help without an account or a script, and learns who, what and by when', async () => {
  const client = house.visitor();
  await client.get('/start');
  await tell(client);
  const check = await client.get('/check');
  assert.match(check.body, /I cannot sleep and the house is cold\./);
  const sent = await client.post('/check', {});
  assert.equal(sent.headers.location, '/done');
  const done = await client.follow(sent);
  assert.match(done.body, /Thanks, Ellie\. We have it\./);
  assert.match(done.body, new RegExp(house.place.blueprint.plainSender));
});
