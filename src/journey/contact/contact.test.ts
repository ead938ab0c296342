import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { languageFacts, languages } from '../../platform/language/languages.ts';
import { pointOf, type Said, safeAnswers, sharedAnswers, ways } from './model.ts';
import { contactCatalogue } from './own-texts.ts';

const anySaid: fc.Arbitrary<Said> = fc.record({
  safe: fc.constantFrom(...safeAnswers),
  shared: fc.constantFrom(...sharedAnswers),
  links: fc.constantFrom('', 'yes', 'no'),
  voicemail: fc.constantFrom('', 'yes'),
  name: fc.string({ maxLength: 20 }),
  times_safe: fc.string({ maxLength: 20 }),
  times_never: fc.string({ maxLength: 20 }),
});

test('S3.3: whatever is said, a link, a voicemail or our name goes only where it is safe and nobody else sees or hears it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ways), anySaid, (way, said) => {
      const point = pointOf(way, 'x', said);
      if (said.shared !== 'no') assert.deepEqual([point.mayNameService, point.maySendLinks, point.voicemail], [false, false, false]);
      if (said.safe !== 'safe') assert.deepEqual([point.maySendLinks, point.voicemail], [false, false]);
      assert.equal(
        point.maySendLinks,
        said.links === 'yes' && said.shared === 'no' && said.safe === 'safe' && (way === 'text' || way === 'email'),
      );
      assert.deepEqual([point.safeToUse, point.shared, point.timesNever], [said.safe, said.shared, said.times_never]);
    }),
  );
});

describe('how somebody is reached', () => {
  let house: TestHouse;
  let carol: Client;
  let siobhan: Client;
  let personId: string;
  before(async () => {
    house = await openTestHouse({ people: true });
    const { rows } = await house.database.pool.query("select id, person_id from account where name = 'Carol Whittle'");
    personId = rows[0].person_id;
    carol = await house.asAccount(rows[0].id, 'person');
    siobhan = await house.as('siobhan');
  });
  after(() => house?.close());

  const standing = async (): Promise<readonly Record<string, unknown>[]> =>
    (
      await house.database.pool.query(
        'select channel, value, safe_to_use, shared, may_name_service, may_send_links, voicemail, checked_on::text from contact_point where person_id = $1 and replaced_at is null order by channel, value',
        [personId],
      )
    ).rows;
  const messages = async (): Promise<number> => (await house.database.pool.query('select count(*)::int as n from message')).rows[0].n;
  const first = (body: string, at: string): string => new RegExp(`href="(${at}/[0-9a-f-]{36})"`).exec(body)?.[1] ?? '';
  const answers = { safe: 'safe', shared: 'no', links: 'yes', name: '', times_safe: '', times_never: 'after 9pm' } as const;

  test('S3.1, S3.7: somebody changes their own rules; what stood is kept, nothing is sent, and the record says that it was asked', async () => {
    const before = await messages();
    const listed = await carol.get('/me/contact');
    assert.equal(listed.statusCode, 200);
    const way = first(listed.body, '/me/contact');
    assert.ok(way);
    await carol.get(way);
    assert.equal((await carol.post(way, { ...answers, shared: 'yes' })).headers.location, '/me/contact');
    const [changed] = (await standing()).filter((one) => one.shared === 'yes');
    assert.deepEqual(
      [changed?.may_name_service, changed?.may_send_links, changed?.voicemail, changed?.checked_on],
      [false, false, false, '2026-11-20'],
      'the link that was asked for is not kept where somebody else sees it',
    );
    assert.equal(await messages(), before);
    const old = await house.database.pool.query(
      'select count(*)::int as n from contact_point where person_id = $1 and replaced_at is not null',
      [personId],
    );
    assert.ok(old.rows[0].n > 0);
    assert.match(textOf((await siobhan.get(`/people/${personId}`)).body), /Carol said again how it is safe to reach them/);
    // A page that was open elsewhere changes nothing, and shows what stands now.
    const stands = await standing();
    await carol.get(first((await carol.get('/me/contact')).body, '/me/contact'));
    assert.equal((await carol.post(way, answers)).headers.location, '/me/contact');
    assert.match(textOf((await carol.get('/me/contact')).body), /This was changed a moment ago/);
    assert.deepEqual(await standing(), stands);
  });

  test('S3.1, S3.4: a worker asks aloud, sees what the phone would show, and adds another way; one number is one way however it is typed', async () => {
    const at = `/people/${personId}/contact`;
    const add = await siobhan.get(`${at}/new`);
    assert.match(add.body, /od-lock__text/);
    const before = (await standing()).length;
    const wrong = await siobhan.post(`${at}/new`, { ...answers, channel: 'email', value: 'nothing' });
    assert.equal(wrong.statusCode, 422);
    assert.match(textOf(wrong.body), /Write an e-mail address/);
    assert.equal((await siobhan.post(`${at}/new`, { ...answers, channel: 'email', value: 'carol.new@example.org' })).headers.location, at);
    await siobhan.get(`${at}/new`);
    await siobhan.post(`${at}/new`, { ...answers, channel: 'email', value: 'Carol.New@example.org', safe: 'not_safe' });
    const mails = (await standing()).filter(
      (one) => one.channel === 'email' && String(one.value).toLowerCase() === 'carol.new@example.org',
    );
    assert.equal((await standing()).length, before + 1);
    assert.deepEqual(
      mails.map((one) => [one.safe_to_use, one.may_send_links]),
      [['not_safe', false]],
    );
  });

  test('MOS-22, S3.4: the questions are read in every language, what is wrong too, and the phone shows what would be sent to them', async () => {
    for (const language of languages) {
      const texts = contactCatalogue.in(language);
      const { lang, direction } = languageFacts[language];
      const listed = await carol.get(`/me/contact?in=${language}`);
      assert.match(listed.body, new RegExp(`<html[^>]* lang="${lang}"[^>]* dir="${direction}"`));
      assert.ok(textOf(listed.body).includes(texts.lead), language);
      const way = first(listed.body, '/me/contact');
      await carol.get(way);
      const said = textOf(carol.page);
      for (const words of [texts.asked.safe, texts.asked.shareds.not_sure, texts.shows.plain, texts.asked.keep])
        assert.ok(said.includes(words), `${language}: ${words}`);
      const wrong = await carol.post(way, { ...answers, safe: '', times_never: 'x'.repeat(201) });
      assert.equal(wrong.statusCode, 422);
      for (const words of [texts.faults.safe, texts.faults.long]) assert.ok(textOf(wrong.body).includes(words), `${language}: ${words}`);
    }
    await house.database.pool.query("update person set language = 'pl' where id = $1", [personId]);
    await carol.get(first((await carol.get('/me/contact?in=en')).body, '/me/contact'));
    assert.match(textOf(carol.page), /Dzień dobry, Carol\. Dziękujemy za wiadomość\.[^.]*\. Hi Carol, thank you for your message/);
    await house.database.pool.query("update person set language = 'en' where id = $1", [personId]);
  });

  test('nobody else’s ways are there: not for another person, not for a colleague without the record', async () => {
    const way = first((await carol.get('/me/contact')).body, '/me/contact');
    const { rows } = await house.database.pool.query(
      "select a.id from account a join contact_point c on c.person_id = a.person_id where a.person_id <> $1 and c.channel = 'text' and c.replaced_at is null limit 1",
      [personId],
    );
    const other = await house.asAccount(rows[0].id, 'person');
    assert.equal((await other.get(way)).statusCode, 404);
    await other.get(first((await other.get('/me/contact')).body, '/me/contact'));
    assert.equal((await other.post(way, answers)).statusCode, 404);
    assert.equal((await other.get(`/people/${personId}/contact`)).statusCode, 403);
    const readsNobody = await house.as('malik');
    assert.notEqual((await readsNobody.get(`/people/${personId}/contact`)).statusCode, 200);
  });
});
