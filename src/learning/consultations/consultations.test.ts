// A consultation from its first draft to what was done: published and frozen, answered by anybody without being known, counted after it closed.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { documentOf, faultsOfQuestions, questionsOf, questionsText, sectionsOf } from '../../place/developments/document.ts';
import { type AnsweringAs, answeringAs } from '../../place/developments/model.ts';
import { readMoney, saidMoney } from '../../place/developments/money.ts';
import { readings } from '../../platform/language/languages.ts';
import { countsOf } from './counting.ts';

const hiddenIn = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

test('SOM-23: a document and its questions are read as they are written, and written as they are read', () => {
  const word = fc.stringMatching(/^[a-zA-Z][a-z’ ]{0,20}[a-z]$/).map((one) => one.replaceAll(/ +/g, ' '));
  const plain = { noNullPrototype: true };
  const sections = fc.array(fc.record({ heading: word, paragraphs: fc.array(word, { maxLength: 3 }) }, plain), { maxLength: 4 });
  fc.assert(fc.property(sections, (given) => assert.deepEqual(sectionsOf(documentOf(given)), given)));
  const questions = fc.array(fc.record({ text: word, choices: fc.uniqueArray(word, { maxLength: 4 }) }, plain), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(fc.property(questions, (given) => assert.deepEqual(questionsOf(questionsText(given)), given)));
  for (const [given, fault] of [
    ['', /at least one/],
    ['- Yes\n- No', /first line is an answer/],
    ['Do you agree?\n- Yes', /one answer to choose/],
    ['Do you agree?\n- Yes\n- yes', /same answer twice/],
    [Array.from({ length: 21 }, (_, at) => `Question ${at}`).join('\n'), /at most 20/],
  ] as const)
    assert.match(faultsOfQuestions(given)[0]?.message ?? '', fault);
});

test('SOM-22: money is whole pence: what is said is read back as the same', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (pence) => assert.equal(readMoney(saidMoney(pence)), pence)));
  for (const wrong of ['-1', '1.5', '1,5', '12,34.5.6', '1,0000', '1 5', 'a lot', '1e9', '٣', '999999999999'])
    assert.equal(readMoney(wrong), undefined, wrong);
  for (const right of ['410000', '£410,000', ' 410 000 ', '£ 410,000.00']) assert.equal(readMoney(right), 41_000_000, right);
  assert.equal(readMoney(' '), null);
});

test('SOM-23: no count that is printed is small, and none that is hidden follows from those that are printed exactly', () => {
  const group = fc.constantFrom(...answeringAs);
  const answer = fc.record({ as: group, choice: fc.constantFrom('', '0', '1', '2'), words: fc.boolean() });
  const questions = [
    { text: 'Which?', choices: ['One', 'Two', 'Three'] },
    { text: 'Why?', choices: [] },
  ];
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 120 }), (answers) => {
      const people = new Map<AnsweringAs, number>();
      const counted = new Map<string, number>();
      const add = (key: string) => counted.set(key, (counted.get(key) ?? 0) + 1);
      for (const { as, choice, words } of answers) {
        people.set(as, (people.get(as) ?? 0) + 1);
        if (choice) add(`q1|${choice}|${as}`);
        if (words) add(`q2||${as}`);
      }
      const rows = [...counted].map(([key, count]) => {
        const [question = '', chosen = '', as = ''] = key.split('|');
        return { question, answer: chosen, answeringAs: as as AnsweringAs, count }; // made three lines above
      });
      const counts = countsOf(questions, people, rows);
      const printed = [
        counts.total,
        ...counts.groupTotals,
        ...counts.questions.flatMap(({ rows: all }) => all.flatMap(({ cells, total }) => [...cells, total])),
      ];
      for (const one of printed) assert.ok(one === null || (one >= 5 && one % 5 === 0), String(one));
      for (const { rows: all } of counts.questions)
        for (const { cells, total } of all) {
          const hidden = cells.filter((cell) => cell === null).length;
          assert.ok(total === null || hidden !== 1, 'one hidden among printed ones with their sum would be known');
        }
      for (const [at, as] of counts.groups.entries()) {
        const truly = people.get(as) ?? 0;
        const said = counts.groupTotals[at];
        assert.ok(said === null || Math.abs((said ?? 0) - truly) <= 2);
      }
    }),
    { numRuns: 200 },
  );
});

describe('a consultation', () => {
  let house: TestHouse;
  let dev: Client;
  let id = '';
  const questions = 'What would help?\nWhere should it be?\n- Bridgwater\n- Taunton';
  const document = '# Why we ask\n\nTwo cafés are open.\n\nShould there be a third?\n\n# What it costs\n\nAs much as one.';
  const written = {
    title: 'A third café',
    in_short: 'One more evening café',
    document,
    questions,
    language: 'en',
    opens_on: '2026-11-20',
    closes_on: '2026-12-18',
  };

  before(async () => {
    house = await openTestHouse();
    dev = await house.as('dev');
  });
  after(() => house?.close());

  const { read: rows } = readingIn(() => house);
  const here = () => `/have-your-say/${id}`;
  const manage = async (path: string, fields: Record<string, string>) => {
    const page = await dev.get(`/changes/consultations/${id}`);
    return dev.post(`/changes/consultations/${id}${path}`, { version: hiddenIn(page.body, 'version'), ...fields });
  };
  const answer = async (fields: Record<string, string>, visitor = house.visitor()) => {
    await visitor.get(`${here()}/answer`);
    return visitor.post(`${here()}/answer`, fields);
  };

  test('SOM-23: a manager writes it, nobody sees it before it is published, and what is published stays as it was', async () => {
    await dev.get('/changes/consultations/new');
    const kept = await dev.post('/changes/consultations/new', { version: '0', ...written });
    assert.equal(kept.statusCode, 303, textOf(kept.body));
    id = String(kept.headers.location).split('/').at(-1) ?? '';
    assert.equal((await house.visitor().get(here())).statusCode, 404);
    assert.match(textOf((await house.visitor().get('/have-your-say')).body), /Nothing is being asked/);
    for (const who of ['priya', 'grace']) {
      assert.equal((await (await house.as(who)).get(`/changes/consultations/${id}`)).statusCode, 403, who);
    }
    assert.equal((await manage('/publish', {})).statusCode, 303);
    const page = await house.visitor().get(here());
    assert.match(textOf(page.body), /A third café One more evening café.*Open until 18 December 2026.*Should there be a third\?/);
    for (const change of ['update consultation_text set title = $$x$$', 'delete from consultation_text', 'delete from consultation'])
      await assert.rejects(house.database.pool.query(change), /kept as it happened|foreign key/);
    await assert.rejects(house.database.pool.query("update consultation set questions = '[]'"), /stays as it was published/);
    await assert.rejects(house.database.pool.query("update consultation set closes_on = '2026-12-01'"), /never closed before/);
    assert.equal((await manage('', { ...written, closes_on: '2026-12-01' })).statusCode, 422);
    assert.equal((await manage('/heard', { heard: 'Too soon.' })).statusCode, 409);
  });

  test('SOM-23: a correction is a text of its own, shown as one; the text before stays readable', async () => {
    assert.equal((await manage('/publish', { corrected: 'Nothing' })).statusCode, 422, 'nothing differs yet');
    assert.equal((await manage('', { ...written, document: document.replace('as one', 'as two') })).statusCode, 303);
    assert.doesNotMatch((await house.visitor().get(here())).body, /as two/, 'kept is not published');
    assert.equal((await manage('/publish', {})).statusCode, 422);
    assert.equal((await manage('/publish', { corrected: 'The cost was wrong' })).statusCode, 303);
    const page = await house.visitor().get(here());
    assert.match(page.body, /As much as two/);
    assert.match(textOf(page.body), /Corrected on 20 November 2026: +The cost was wrong/);
    const old = await house.visitor().get(`${here()}/text/1`);
    assert.match(textOf(old.body), /This is the text of 20 November 2026\. It was corrected since\..*As much as one/);
    assert.equal((await house.visitor().get(`${here()}/text/3`)).statusCode, 404);
  });

  test('SOM-23: anybody answers without an account; hostile words are only words, and sending twice is once', async () => {
    const visitor = house.visitor();
    const hostile = '=cmd|"/c calc"!A1\n<script>alert(1)</script>\u0000 \u202e ‘; drop table consultation_response; --';
    await visitor.get(`${here()}/answer`);
    assert.match(textOf(visitor.page), /Do not write here about an emergency/);
    assert.match(visitor.page, /href="tel:999"/);
    const empty = await visitor.post(`${here()}/answer`, { q1: ' ', tell: 'not an address' });
    assert.equal(empty.statusCode, 422);
    assert.match(textOf(empty.body), /Answer at least one question.*Choose one\. You can prefer not to say.*Write an e-mail address/);
    const fields = { form_key: hiddenIn(visitor.page, 'form_key'), q1: hostile, q2: '1', as: 'carer', tell: 'Me@Example.org' };
    for (let time = 0; time < 2; time++) {
      const sent = await visitor.post(`${here()}/answer`, fields);
      assert.equal(sent.statusCode, 303, textOf(sent.body));
      assert.equal(sent.headers.location, `${here()}/thanks`);
    }
    assert.equal((await visitor.get(`${here()}/thanks`)).statusCode, 200);
    assert.deepEqual(
      [...visitor.cookies.keys()].filter((name) => name !== 'language'),
      [],
      'nothing is left on the device',
    );
    const [one, ...more] = await rows<{ answers: Record<string, string> }>('select * from consultation_response');
    assert.equal(more.length, 0);
    assert.ok(one && !JSON.stringify(one).includes('example.org'), 'the address stands apart from the answers');
    assert.equal(one?.answers.q2, '1');
    assert.deepEqual(await rows('select email from consultation_tell'), [{ email: 'me@example.org' }]);
    const wrong = await answer({ q1: 'Warmth', q2: '7', as: 'nobody' });
    assert.equal(wrong.statusCode, 422);
    const long = await answer({ q1: 'x'.repeat(5001), as: 'staff' });
    assert.equal(long.statusCode, 422);
    assert.match(long.body, /x{5001}/, 'nothing that was typed is lost');
    assert.equal((await rows('select from consultation_response')).length, 1);
  });

  test('SOM-23: answers that are begun are kept behind a code, come back on another device, and are gone once sent', async () => {
    const visitor = house.visitor();
    await visitor.get(`${here()}/answer`);
    const code = hiddenIn(visitor.page, 'code');
    const version = hiddenIn(visitor.page, 'version');
    const asTyped = await visitor.post(`${here()}/keep`, { code, version, q1: 'A garden', tell: 'a@b.example' });
    assert.match(asTyped.body, /"version":1/);
    const tooLong = await visitor.post(`${here()}/keep`, { code, version: '1', q1: 'a'.repeat(30_000) });
    assert.equal(tooLong.statusCode, 422);
    assert.match(textOf(tooLong.body), /characters or fewer/, 'what is wrong is said');
    const kept = await visitor.post(`${here()}/save`, { code, version: '1', q1: 'A garden and tea', as: 'resident', tell: 'a@b.example' });
    assert.match(textOf(kept.body), new RegExp(`${code.slice(0, 3)} ${code.slice(3)}`));
    const stored = await rows<object>('select * from consultation_draft');
    assert.ok(!JSON.stringify(stored).includes(code) && !JSON.stringify(stored).includes('b.example'));
    const elsewhere = house.visitor();
    await elsewhere.get(`${here()}/back`);
    assert.equal((await elsewhere.post(`${here()}/back`, { code: 'AAA AAA' })).statusCode, 422);
    const back = await elsewhere.post(`${here()}/back`, { code: code.toLowerCase() });
    assert.match(back.body, /A garden and tea/);
    assert.equal(
      (await visitor.post(`${here()}/keep`, { code, version: '1', q1: 'Other' })).statusCode,
      409,
      'an older window does not write over a newer',
    );
    const sent = await elsewhere.post(`${here()}/answer`, {
      code: hiddenIn(back.body, 'code'),
      version: '2',
      q1: 'A garden and tea',
      as: 'resident',
    });
    assert.equal(sent.statusCode, 303);
    assert.equal((await rows('select from consultation_draft')).length, 0);
    for (let tries = 0; tries < 20; tries++) await elsewhere.post(`${here()}/back`, { code: 'AAA AAA' });
    assert.equal((await elsewhere.post(`${here()}/back`, { code })).statusCode, 429, 'guessing is slowed');
  });

  test('SOM-23: very many answers from one place in an hour are asked to wait, and what was typed stays', async () => {
    const tries = "where bucket = 'answer a consultation'";
    assert.equal((await rows(`update attempt set count = 60 ${tries} returning bucket`)).length, 1);
    const refused = await answer({ q1: 'One too many', as: 'staff' });
    assert.equal(refused.statusCode, 429);
    assert.match(refused.body, /One too many/);
    await rows(`update attempt set count = 1 ${tries}`);
  });

  test('SOM-23: it is read in six languages and Easy Read; the document says which language it is in', async () => {
    for (const reading of readings) {
      for (const path of ['', '/answer', '/back', '/thanks']) {
        const { statusCode, body } = await house.visitor().get(`${here()}${path}?in=${reading}`);
        assert.equal(statusCode, 200, `${reading} ${path}`);
        const lang = reading === 'en' || reading === 'easy-read' ? 'en-GB' : reading;
        assert.match(body, new RegExp(`<html lang="${lang}"`), path);
        if (path === '') assert.match(body, lang === 'en-GB' ? /<h1>A third café/ : /<h1 lang="en-GB" dir="ltr">A third café/);
      }
    }
  });

  test('SOM-23: after it closed, managers and commissioners read counts with small numbers hidden, and words without who wrote them', async () => {
    let grace = await house.as('grace');
    assert.match(
      textOf((await grace.get(`/changes/consultations/${id}/answers`)).body),
      /Answers are counted after it closes on 18 December 2026/,
    );
    assert.equal((await grace.get(`/changes/consultations/${id}/answers/counts.csv`)).statusCode, 404);
    for (let time = 0; time < 12; time++)
      assert.equal((await answer({ q1: `Idea ${time}`, q2: String(time % 2), as: 'uses_services' })).statusCode, 303);
    const late = house.visitor();
    await late.get(`${here()}/answer`);
    house.clock.set('2026-12-19T09:00:00Z');
    assert.equal((await late.post(`${here()}/answer`, { q1: 'Too late', as: 'staff' })).headers.location, here(), 'closed is closed');
    grace = await house.as('grace');
    const page = textOf((await grace.get(`/changes/consultations/${id}/answers`)).body);
    assert.match(page, /Everybody\s+10\s+hidden\s+hidden\s+15|Everybody\s+10\s+hidden\s+hidden\s+hidden/);
    assert.match(page, /Idea 11/);
    assert.doesNotMatch(page, /carer/, 'as whom somebody wrote is nobody’s to read');
    const words = await grace.get(`/changes/consultations/${id}/answers/words.csv`);
    assert.match(words.body, /^\ufeffquestion,words\r\n/);
    assert.match(words.body, /,"'=cmd\|/, 'a formula is disarmed');
    for (const [, count] of (await grace.get(`/changes/consultations/${id}/answers/counts.csv`)).body.matchAll(/,([^,\r]*)\r\n/g))
      assert.ok(count === 'count' || count === '*' || (Number(count) >= 5 && Number(count) % 5 === 0), count);
    for (const who of ['priya', 'helen', 'malik']) {
      const other = await house.as(who);
      for (const file of ['', '/words.csv', '/counts.csv'])
        assert.equal((await other.get(`/changes/consultations/${id}/answers${file}`)).statusCode, 403, who);
    }
  });

  test('SOM-23: what was heard and done is published once at the same address, and who asked to be told is told and forgotten', async () => {
    dev = await house.as('dev');
    const early = textOf((await house.visitor().get(here())).body);
    assert.match(early, /Closed on 18 December 2026\. We are reading the answers/);
    assert.equal((await manage('/heard', { heard: 'You want warmth.\n\nWe open in Taunton.' })).statusCode, 303);
    const page = textOf((await house.visitor().get(here())).body);
    assert.match(page, /What we heard and what we did.*You want warmth\..*We open in Taunton\..*What we asked about/);
    assert.deepEqual(await rows('select email from consultation_tell'), []);
    const [message, ...others] = await rows<{ to_value: string; body: string; person_id: string | null }>(
      "select to_value, body, person_id from message where purpose = 'consultation_result'",
    );
    assert.equal(others.length, 0);
    assert.equal(message?.to_value, 'me@example.org');
    assert.equal(message?.person_id, null);
    assert.match(message?.body ?? '', new RegExp(`“A third café”[\\s\\S]*${here()}`));
    assert.equal((await manage('/heard', { heard: 'Again.' })).statusCode, 409);
    assert.equal((await manage('/publish', { corrected: 'Late' })).statusCode, 422);
    await assert.rejects(house.database.pool.query("update consultation set heard = 'x'"), /stays as it was published/);
  });
});
