// S8.1: Easy Read is a text of its own: short, one idea a line, a picture before each, and a choice that stays.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { answerPage, askForHelp, textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { entriesOf, holesIn } from '../../platform/language/catalogue.ts';
import { easyLines } from './pages/easy-read.ts';
import { easyWords } from './texts/easy-read.ts';
import { doorCatalogue } from './texts.ts';

const english = new Map(entriesOf(doorCatalogue.english, 'door').map(({ key, words }) => [key, words]));

test('S8.1: every Easy Read text stands for an English one, is not the same, and fills no place that is not there', () => {
  for (const [key, words] of Object.entries(easyWords)) {
    const source = english.get(key);
    assert.ok(source, `${key} is no text of the front door`);
    for (const hole of holesIn(words)) assert.ok(holesIn(source).includes(hole), `${key} {${hole}}`);
  }
});

test('S8.1: sentences of at most 15 words, one idea a line', () => {
  const all = [...Object.values(easyWords), ...Object.values(easyLines).flatMap((lines) => lines.map(({ text }) => text))];
  for (const text of all)
    for (const sentence of text.split(/[.?!]\s+/)) {
      const words = sentence.split(/\s+/).filter(Boolean);
      assert.ok(words.length <= 15, `${words.length} words: ${sentence}`);
    }
  for (const lines of Object.values(easyLines))
    for (const { text } of lines) assert.ok(text.split(/[.?!]\s+/).length <= 2 && text.length <= 60, `more than one idea: ${text}`);
});

describe('chosen once', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house.close());

  test('S8.1: the choice stays from the first page to what happens next, with pictures before the words', async () => {
    const client = house.visitor();
    const start = (await client.get('/start?in=easy-read')).body;
    assert.match(start, /<html lang="en-GB" dir="ltr"/);
    assert.match(start, /<ul class="od-easy">.*?<svg.*?<\/svg>.*?We ask you 6 things\./s);
    assert.match(start, /href="\/start\?in=easy-read"[^>]*aria-current="true"/);
    assert.doesNotMatch(start, /checked this translation/);
    for (const key of ['1', '2', '4', '5', '6']) assert.match((await client.get(`/q/${key}`)).body, /class="od-easy"/, key);
    assert.match(textOf((await client.get('/q/3')).body), /Are you safe now\?/);
    const done = await askForHelp(client);
    assert.match(textOf(done), /You decide together what to do next\. You can say no\./);
    const { rows } = await house.database.pool.query("select language from referral where language <> 'en'");
    assert.deepEqual(rows, [], 'Easy Read is English');
  });

  test('it can be chosen, and left, in the middle of a question; what was typed stays', async () => {
    const client = house.visitor();
    await client.get('/q/1');
    const easy = await client.follow(await client.post('/q/1', { version: '0', happening: 'not sent yet', speak: 'easy-read' }));
    assert.match(easy.body, /class="od-easy"/);
    assert.ok(easy.body.includes('not sent yet'));
    await answerPage(client, '/q/1', { happening: 'not sent yet', speak: 'en' });
    assert.doesNotMatch((await client.get('/q/1')).body, /class="od-easy"/);
  });
});
