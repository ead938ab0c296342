// Promises of the door that no one page keeps alone: what leaving does not clear, the last questions, and the same record whichever way somebody comes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { formsOn } from '../../../test/fields/forms.ts';
import { answerAll, askForHelp, textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { texts as designTexts } from '../../design/texts.ts';
import { languages } from '../../platform/language/languages.ts';

describe('promises of the door', { concurrency: false }, () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  test('S4.3: every page of the door says in its language what leaving does not clear, and leads to how', async () => {
    for (const language of languages)
      for (const path of ['/start', '/q/1', '/q/3', '/back']) {
        const { body } = await house.visitor().get(`${path}?in=${language}`);
        assert.ok(textOf(body).includes(designTexts[language].history), `${path} in ${language}`);
        assert.match(body, /href="\/hide-visit"/);
      }
    const how = textOf((await house.visitor().get('/hide-visit')).body);
    for (const part of [/history/i, /private/i, /Remove only this visit/]) assert.match(how, part);
  });

  test('S9: the last questions come after all others, say why they are asked, are sent by their own form, and can be left out', async () => {
    const client = house.visitor();
    await answerAll(client);
    assert.match((await client.get('/check')).body, /href="\/more"/, 'offered once everything else was asked');
    const { body } = await client.get('/more');
    assert.match(textOf(body), /never change|does not change|do not change|fair/i, 'why');
    const form = formsOn(body).find(({ typed }) => typed.has('ethnicity_own_words'));
    assert.ok(form);
    const sent = await client.post(form.action, { ...form.fields, ethnicity_own_words: 'Cornish' });
    assert.equal(`${sent.statusCode} ${String(sent.headers.location)}`, '303 /check', textOf(sent.body).slice(0, 300));
    assert.match(textOf((await client.get('/check')).body), /Cornish/);
    await client.get('/check');
    assert.equal((await client.post('/check', {})).statusCode, 303);
    // Apart from everything that a rule or a list of people reads.
    const { rows } = await house.database.pool.query("select ethnicity_own_words from equality where ethnicity_own_words <> ''");
    assert.deepEqual(rows, [{ ethnicity_own_words: 'Cornish' }]);

    const without = house.visitor();
    assert.match(await askForHelp(without), /\d/, 'nobody has to open them');
  });

  test('S8.5: by phone or by oneself, it is the same record with the same promise and the same receipt', async () => {
    const self = house.visitor();
    await askForHelp(self);
    const priya = await house.as('priya');
    await priya.get('/call');
    const said = {
      door: 'phone',
      speaking: 'person',
      happening: 'The house is cold.',
      safe_now: 'yes',
      known_as: 'Wyn',
      family_name: 'Barrow',
    };
    const call = await priya.post('/call', { ...said, phone: '07700 900971', channels: ['text'], shared: 'yes_or_not_sure' });
    assert.equal(call.statusCode, 303);
    const made = async (door: string) =>
      (
        await house.database.pool.query<{ state: string; team: string; clocks: string[]; told: string[]; hours: number }>(
          `select r.state, r.team_id as team, extract(epoch from r.decide_by - r.received_at) / 3600 as hours,
                  (select array_agg(kind order by kind) from clock where subject_id = r.id) as clocks,
                  (select array_agg(purpose order by purpose) from message where about_id = r.id) as told
           from referral r where r.door = $1 order by r.received_at desc limit 1`,
          [door],
        )
      ).rows[0];
    const own = await made('self');
    assert.ok(own);
    assert.ok(own.told.length > 0, 'a receipt');
    assert.deepEqual(await made('phone'), own);
  });
});
