import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { askForHelp, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { languageFacts, languages } from '../../platform/language/languages.ts';
import { channels, companies, helps, offeringFaults, places } from './model.ts';
import { comingCatalogue } from './texts.ts';

test('S6.4: a decision for somebody too anxious to come offers a help or says why none, and a reason is kept or refused', () => {
  const group = fc.constantFrom('G1', 'G2', 'G3', null);
  fc.assert(
    fc.property(
      fc.array(group, { maxLength: 3 }),
      fc.subarray([...helps]),
      fc.constantFrom('', '  ', 'They said no.'),
      (groups, offered, why) => {
        const refused = offeringFaults(groups, { offered, notOfferedBecause: why }).map(({ field }) => field);
        const said = why.trim() !== '';
        const keeps = groups.includes('G2') && offered.length === 0;
        assert.deepEqual(refused, said === keeps ? [] : [keeps ? 'coming' : 'coming_not']);
      },
    ),
  );
});

describe('coming for the first time', () => {
  let house: TestHouse;
  let personId: string;
  let referralId: string;
  let ellie: Client;
  const value = (html: string, name: string): string => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';
  const one = async <Row>(text: string, values: unknown[] = []): Promise<Row> => {
    const { rows } = await house.database.pool.query(text, values);
    assert.equal(rows.length, 1, text);
    return rows[0] as Row; // the columns asked for
  };
  before(async () => {
    house = await openTestHouse();
    await askForHelp(house.visitor(), {
      '/q/2': { wants: ['talk'], anxious_about_coming: 'yes' },
      '/q/4': { channels: ['email'], shared: 'no' },
      '/q/5': { known_as: 'Ellie', family_name: 'Ford', 'born-year': '1991', email: 'ellie.ford@example.org' },
    });
    ({ personId, referralId } = await one<{ personId: string; referralId: string }>(
      'select id as "referralId", person_id as "personId" from referral',
    ));
    const { account } = await one<{ account: string }>('select id as account from account where person_id = $1', [personId]);
    ellie = await house.asAccount(account, 'person');
  });
  after(() => house.close());

  test('S6.4: triage suggests outreach, choice and company; without one of them or a reason nothing is decided', async () => {
    const priya = await house.as('priya');
    const desk = await priya.get(`/triage/${referralId}`);
    for (const help of helps)
      assert.match(desk.body, new RegExp(`name="coming"[^>]*value="${help}"[^>]*checked`), `${help} is offered unless taken off`);
    assert.match(
      textOf(desk.body),
      /Somebody comes to you\. You choose where and how you meet\. Somebody can come with you the first time\./,
    );
    const decision = {
      version: value(desk.body, 'version'),
      step: 'suggested',
      response: /<option[^>]*value="([^"]+)"[^>]*selected/.exec(desk.body)?.[1],
    };
    const refused = await priya.post(`/triage/${referralId}/decide`, decision);
    assert.equal(refused.statusCode, 422);
    assert.match(textOf(refused.body), /Offer one of these, because coming is hard for them\. Or say why none\./);
    assert.deepEqual((await house.database.pool.query('select 1 from coming_help')).rows, []);

    assert.equal((await ellie.get('/me')).statusCode, 200);
    assert.doesNotMatch(ellie.page, /\/me\/coming/, 'nothing is promised before it is decided');
    const decided = await priya.post(`/triage/${referralId}/decide`, { ...decision, coming: [...helps] });
    assert.equal(decided.statusCode, 303);
    const help = await one<{ offered: string[]; owner: string }>(
      'select offered, a.name as owner from coming_help c join account a on a.id = c.owner_id',
    );
    assert.deepEqual([help.offered, help.owner], [[...helps], 'Priya Nair']);
    const message = await one<{ body: string }>("select body from message where person_id = $1 and purpose = 'decision'", [personId]);
    assert.match(message.body, /Somebody comes to you\. You choose where and how you meet\./);
  });

  test('S6.4: the person chooses place, channel and company on their own page, and its owner is asked to see to it', async () => {
    await ellie.get('/me');
    assert.match(textOf(ellie.page), /Choose where, how and with whom you meet/);
    await ellie.get('/me/coming');
    const version = value(ellie.page, 'version');
    assert.equal((await ellie.post('/me/coming', { version })).statusCode, 422, 'something must be chosen');
    assert.equal((await ellie.post('/me/coming', { version, place: 'other' })).statusCode, 422, 'somewhere else needs words');
    assert.equal((await ellie.post('/me/coming', { version, place: 'palace' })).statusCode, 422);
    const choice = { version, place: 'outside', place_words: 'by the canal', channel: '01', company: 'ours' };
    assert.equal((await ellie.post('/me/coming', choice)).statusCode, 303);
    await ellie.get('/me');
    assert.match(textOf(ellie.page), /Outside, such as a walk: by the canal\. Face to face\. Somebody from the team comes with you\./);
    const task = await one<{ words: string; owner: string }>(
      "select words, a.name as owner from task t join account a on a.id = t.account_id where t.kind = 'coming.chosen'",
    );
    assert.deepEqual([task.owner, task.words.startsWith('Ellie chose')], ['Priya Nair', true]);
    await ellie.get('/me/coming');
    const late = await ellie.post('/me/coming', { ...choice, company: 'own' });
    assert.equal(late.statusCode, 303, 'what was overtaken is shown as it is now');
    assert.equal((await one<{ company: string }>('select company from coming_help')).company, 'ours');
    const codes = { place: places.length, channel: channels.length, company: companies.length };
    for (const [name, count] of Object.entries(codes)) {
      await ellie.get('/me/coming');
      assert.equal([...ellie.page.matchAll(new RegExp(`name="${name}"`, 'g'))].length, count, name);
    }
  });

  test('S3.2: help that came of a referral they may not know of is not theirs to read or choose, though a worker reads it', async () => {
    const mark = (mayNotKnow: boolean) =>
      house.database.pool.query('update referral set may_not_know = $1 where person_id = $2', [mayNotKnow, personId]);
    await ellie.get('/me/coming');
    const version = value(ellie.page, 'version');
    await mark(true);
    await ellie.get('/me/coming');
    assert.doesNotMatch(ellie.page, /name="company"/);
    assert.notEqual((await ellie.post('/me/coming', { version, company: 'own' })).statusCode, 303);
    assert.equal((await one<{ company: string }>('select company from coming_help')).company, 'ours');
    await mark(false);
    await ellie.get('/me/coming');
    assert.match(ellie.page, /name="company"/);
  });

  test('MOS-22: choosing is read in every language, and so is what is wrong', async () => {
    for (const language of languages) {
      const texts = comingCatalogue.in(language);
      await ellie.get(`/me/coming?in=${language}`);
      assert.match(ellie.page, new RegExp(`<html[^>]* lang="${languageFacts[language].lang}"`));
      const said = textOf(ellie.page);
      for (const words of [texts.title, texts.place, ...Object.values(texts.places), ...Object.values(texts.companies), texts.keep])
        assert.ok(said.includes(words), `${language}: ${words}`);
      const version = value(ellie.page, 'version');
      for (const [typed, fault] of [
        [{}, texts.faults.nothing],
        [{ place: 'other' }, texts.faults.where],
        [{ place: 'palace' }, texts.faults.choose],
        [{ place: 'home', place_words: 'x'.repeat(201) }, texts.faults.long],
      ] as const)
        assert.ok(textOf((await ellie.post('/me/coming', { version, ...typed })).body).includes(fault), `${language}: ${fault}`);
    }
    await ellie.get('/me/coming?in=en');
  });

  test('S6.4: the offer shows it, whoever says yes owns it, and the first appointment and its message keep to it', async () => {
    const amara = await house.as('amara');
    const offer = await one<{ id: string }>("select id from offer where state = 'sent' and service_code = 'outreach'");
    const opened = await amara.get(`/offers/${offer.id}`);
    assert.match(textOf(opened.body), /Because coming is hard Outreach: the worker comes to them\./);
    assert.match(textOf(opened.body), /Outside, such as a walk: by the canal/);
    const accepted = await amara.post(`/offers/${offer.id}/accept`, {
      version: value(opened.body, 'version'),
      pathway: 'outreach',
      strands: ['outreach'],
      agreed_how: 'phone',
      starts_on: '2026-11-20',
      ends_on: value(opened.body, 'ends_on'),
    });
    assert.equal(accepted.statusCode, 303, textOf(accepted.body).slice(0, 400));
    assert.equal(
      (await one<{ owner: string }>('select a.name as owner from coming_help c join account a on a.id = c.owner_id')).owner,
      'Amara Osei',
    );
    const booking = await amara.get(`/people/${personId}/sessions/new`);
    assert.equal(value(booking.body, 'place'), 'Outside, such as a walk: by the canal');
    assert.match(textOf(booking.body), /Company Somebody from the team comes with them/);
    const told = await amara.get(`/people/${personId}/coming`);
    assert.match(textOf(told.body), /Amara Osei sees to it\. They chose on Friday 20 Nov\./);
    const changed = await amara.post(`/people/${personId}/coming`, { version: value(told.body, 'version'), company: 'own', channel: '02' });
    assert.equal(changed.statusCode, 303);
    const again = await amara.get(`/people/${personId}/sessions/new`);
    const booked = await amara.post(`/people/${personId}/sessions`, {
      date: '2026-11-24',
      time: '2pm',
      minutes: '50',
      how: '02',
      place: 'by the canal',
      form_key: value(again.body, 'form_key'),
    });
    assert.equal(booked.statusCode, 303, textOf(booked.body).slice(0, 400));
    const message = await one<{ body: string }>("select body from message where person_id = $1 and purpose = 'appointment'", [personId]);
    assert.match(message.body, /Bring whoever you like\./);
    const session = await one<{ id: string }>('select id from support_session');
    assert.match(textOf((await amara.get(`/sessions/${session.id}`)).body), /Company Somebody they know comes with them/);

    await house.database.pool.query("update support_session set state = 'confirmed' where id = $1", [session.id]);
    await house.database.pool.query("update support_session set state = 'attended' where id = $1", [session.id]);
    await ellie.get('/me');
    assert.doesNotMatch(ellie.page, /\/me\/coming/, 'after the first visit it is not asked again');
  });
});
