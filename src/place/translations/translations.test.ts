// Catalogues and their review: every text in every language, and approvals that count only for the English they were given for.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { easyWords as easyComing } from '../../journey/coming/texts/easy-read.ts';
import { easyWords as easyContact } from '../../journey/contact/texts/easy-read.ts';
import { easyWords as easyOwn } from '../../journey/my-page/texts/easy-read.ts';
import { easyWords as easySignIn } from '../../journey/people/sign-in/texts/easy-read.ts';
import { entriesOf, formsIn, holesIn } from '../../platform/language/catalogue.ts';
import { languageFacts } from '../../platform/language/languages.ts';
import { easyWords as easySharing } from '../../trust/sharing/texts/easy-read.ts';
import { easyWords as easyConsulting } from '../developments/texts/easy-read.ts';
import { easyWords as easyDirectory } from '../directory/texts/easy-read.ts';
import { easyWords as easyHow } from '../directory/texts/how/easy-read.ts';
import { catalogues, textsOf } from './catalogues.ts';
import { faultsOfWords, longestFor, standingOf, translated } from './model.ts';

/** Words that a language truly shares with English: names, and signs that a phone shows in English. */
const shared: Readonly<Record<string, RegExp>> = {
  all: /^(design\.textTo|door\.self\.questions\.language\.choices\.\w+|door\.theTeam|door\.done\.named|own\.meeting\.where)$/,
  pl: /^(design\.information|door\.self\.questions\.channels\.choices\.email|door\.hideVisit\.ways\.2\.title)$/,
  cy: /^(door\.self\.questions\.(channels|about|wants)\.|door\.hideVisit\.ways\.2\.title)/,
  so: /^(door\.hideVisit\.ways\.2\.title)$/,
  ur: /^(door\.hideVisit\.ways\.2\.title)$/,
  ar: /^$/,
};

test('MOS-22: every text is there in every language, in its own words, with the same places to fill', () => {
  for (const language of translated) {
    const texts = textsOf(language);
    for (const { key, english, ours } of texts.values()) {
      assert.ok(ours.trim(), `${language} ${key} is empty`);
      assert.ok(english.trim(), `${language} ${key} has no English`);
      assert.deepEqual(faultsOfWords({ key, english, ours }, ours, language, []), [], `${language} ${key}: ${ours}`);
      if (ours === english)
        assert.match(key, shared.all?.test(key) ? /./ : (shared[language] ?? /^$/), `${language} ${key} stands in English: ${ours}`);
    }
    for (const { name, english } of catalogues)
      for (const { key } of entriesOf(english, name)) assert.ok(texts.has(key) || /\.(one|other)$/.test(key), `${language} lacks ${key}`);
  }
});

test('S8.1: every Easy Read text of signing in, of the directory and of consultations stands for an English one, in other words, at most 12 a sentence', () => {
  const known = new Map(catalogues.flatMap(({ name, english }) => entriesOf(english, name)).map(({ key, words }) => [key, words]));
  for (const [key, words] of [
    ...easyDirectory,
    ...easyHow,
    ...easyContact,
    ...easyComing,
    ...easySharing,
    ...easySignIn,
    ...easyOwn,
    ...easyConsulting,
  ]) {
    const english = known.get(key);
    assert.ok(english, key);
    assert.notEqual(words, english, key);
    assert.deepEqual(holesIn(words), holesIn(english), key);
    for (const sentence of words.split(/[.?!]/)) assert.ok(sentence.trim().split(/\s+/).length <= 12, `${key}: ${sentence}`);
  }
});

test('S8.2: a language has every form in which it counts: Arabic and Welsh six, Polish four', () => {
  assert.equal(formsIn('ar').length, 6);
  assert.equal(formsIn('cy').length, 6);
  assert.equal(formsIn('pl').length, 4);
  for (const language of translated)
    for (const { translations, name } of catalogues)
      for (const { key } of entriesOf(translations[language], name)) {
        if (!/\.left\.\w+$/.test(key)) continue;
        for (const form of formsIn(language))
          assert.ok(textsOf(language).has(key.replace(/\w+$/, form)), `${language} ${key} lacks ${form}`);
      }
});

test('in each script: Arabic and Urdu in theirs, the others in Latin letters, no text left in English among them', () => {
  for (const language of translated)
    for (const { key, ours } of textsOf(language).values()) {
      if (/language\.choices|ways\.2\.title/.test(key)) continue;
      const bare = ours.replaceAll(/\{\w+\}/g, '');
      const arabic = languageFacts[language].direction === 'rtl';
      if (arabic && /\p{L}/u.test(bare)) assert.match(bare, /\p{Script=Arabic}/u, `${language} ${key}: ${ours}`);
      if (!arabic) assert.doesNotMatch(bare, /\p{Script=Arabic}/u, `${language} ${key}: ${ours}`);
    }
});

test('what stands on a button or a label is not much longer than its English', () => {
  const onButtons =
    /^door\.(continue|save|saveChange|change|self\.skip|self\.rathernot|start\.(begin|other|comeBack)|now\.carryOn|check\.send|done\.(copy|add|forget))$|^design\.(exit|back|helpNow)$/;
  for (const language of translated)
    for (const { key, english, ours } of textsOf(language).values())
      if (onButtons.test(key))
        assert.ok(ours.length <= english.length * 1.9 + 8, `${language} ${key}: ${ours} (${ours.length} for ${english.length})`);
});

const text = { key: 'door.start.lead', english: 'Tell us a little. The {team} reads it by {by}.', ours: '' };

test('words whose places to fill differ, that hide something or are too long are refused with what to do', () => {
  const refused = (words: string) => faultsOfWords(text, words, 'pl', [])[0]?.message ?? '';
  assert.match(refused('Przeczyta to {team}.'), /Keep \{by\} just as it is/);
  assert.match(refused('{team} {by} {name}'), /Take out \{name\}/);
  assert.match(refused('{team} {by} {'), /curly bracket/);
  assert.match(refused('{team} {by} \u202eabc'), /cannot be seen/);
  assert.match(refused(`{team} {by} ${'a'.repeat(longestFor(text.english))}`), /Make it shorter/);
  assert.match(refused('  '), /Write the words/);
  assert.equal(refused('<script>alert(1)</script> {team} {by}'), '', 'markup is only words: pages never take it for anything else');
  const plain = { key: 'message.receipt.plain', english: 'Thank you. {day}', ours: '' };
  assert.match(faultsOfWords(plain, 'Twoje zdrowie psychiczne {day}', 'pl', [])[0]?.message ?? '', /Someone else may see/);
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (words) => {
      const whole = `${words} {team} {by}`;
      const faults = faultsOfWords(text, whole, 'pl', []);
      return faults.length > 0 || holesIn(whole).join() === 'by,team';
    }),
  );
});

test('S8.2: an approval counts while the English is the one that was approved; a later suggestion waits beside it', () => {
  const of = { ...text, ours: 'nasze' };
  const approved = { key: of.key, english: of.english, words: 'ich', kind: 'approved' as const };
  assert.deepEqual(standingOf(of, []), { standing: 'to check', words: 'nasze', suggested: null });
  assert.deepEqual(standingOf(of, [approved]), { standing: 'approved', words: 'ich', suggested: null });
  assert.deepEqual(standingOf({ ...of, english: 'Other English.' }, [approved]), { standing: 'to check', words: 'nasze', suggested: null });
  const suggested = { ...approved, words: 'może', kind: 'suggested' as const };
  assert.deepEqual(standingOf(of, [suggested, approved]), { standing: 'suggested', words: 'ich', suggested: 'może' });
  assert.deepEqual(
    standingOf(of, [{ ...approved, english: 'Old.' }, approved]).standing,
    'to check',
    'the newest approval is the one that is asked',
  );
});

describe('in the house', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house.close());

  const address = '/translations/pl/door.start.begin';

  test('S8.2: a reviewer approves other words; the very next page has them, and the history says who', async () => {
    const dev = await house.as('dev');
    const list = textOf((await dev.get('/translations')).body);
    assert.match(list, /Polish, Polski 0 of [\d,]+ approved/);
    assert.equal((await dev.get(address)).statusCode, 200);
    const seen = /name="seen" value="([^"]*)"/.exec(dev.page)?.[1] ?? '';
    const kept = await dev.post(address, { words: 'Zaczynamy <b>teraz</b>', kind: 'approved', seen });
    assert.equal(kept.statusCode, 303);
    const reader = house.visitor();
    const page = (await reader.get('/start?in=pl')).body;
    assert.ok(
      page.includes('Zaczynamy &lt;b>teraz&lt;/b>') || page.includes('Zaczynamy &lt;b&gt;teraz&lt;/b&gt;'),
      'hostile words are words',
    );
    assert.match(page, /<html lang="pl" dir="ltr"/);
    const history = textOf((await dev.get(address)).body);
    assert.match(history, /Approved Dev Patel|Dev Patel/);
    const { rows } = await house.database.pool.query('select kind, english, words from translation_review');
    assert.deepEqual(rows, [{ kind: 'approved', english: 'Start', words: 'Zaczynamy <b>teraz</b>' }]);
  });

  test('two reviewers do not speak past each other, and a place to fill cannot be lost', async () => {
    const dev = await house.as('dev');
    await dev.get(address);
    assert.equal((await dev.post(address, { words: 'Start', kind: 'suggested', seen: '' })).statusCode, 409);
    assert.match(textOf(dev.page), /Somebody else was here a moment ago/);
    const lead = '/translations/ur/door.start.lead';
    await dev.get(lead);
    const refused = await dev.post(lead, { words: 'کچھ بتائیں {team}', kind: 'approved', seen: '' });
    assert.equal(refused.statusCode, 422);
    assert.match(textOf(refused.body), /Keep \{by\} just as it is/);
    assert.ok(refused.body.includes('کچھ بتائیں'), 'what was typed stays');
  });

  test('S14.1: only roles that the place names review; nobody changes or removes what was said', async () => {
    const priya = await house.as('priya');
    assert.equal((await priya.get('/translations')).statusCode, 403);
    await priya.get('/refer');
    assert.equal((await priya.post(address, { words: 'Start', kind: 'approved', seen: '' })).statusCode, 403);
    assert.equal((await house.visitor().get('/translations')).statusCode, 303);
    const { rows } = await house.database.pool.query<{ may: boolean }>(
      `select has_table_privilege(role, 'translation_review', 'update, delete, truncate') as may from unnest(array['onedoor_app', 'onedoor_worker']) role`,
    );
    assert.deepEqual(rows, [{ may: false }, { may: false }]);
  });

  test('MOS-22: what an approved English was changed to is unreviewed again', async () => {
    await house.database.pool.query(
      "insert into translation_review select gen_random_uuid(), 'so', 'door.start.begin', 'An older English', 'Hore', 'approved', created_by, created_at from translation_review limit 1",
    );
    const reader = house.visitor();
    assert.ok(!(await reader.get('/start?in=so')).body.includes('Hore'));
  });
});
