import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { askForHelp, textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { pagesTold } from './again.ts';
import { answersTo } from './answers.ts';
import { fieldsOf } from './question.ts';
import { selfPage } from './questions.ts';

test('MOS-6: what was answered stands again in the form as it was typed, and what was not does not', () => {
  const questions = (['1', '2'] as const).flatMap((key) => selfPage(key, 'self').questions);
  const typed = fc.record(
    Object.fromEntries(
      questions.flatMap((question) =>
        fieldsOf(question).map((field) => [
          field,
          question.control === 'words' || question.control === 'line'
            ? fc.constantFrom('', 'The cat.', 'Two\nlines')
            : question.control === 'many'
              ? fc.subarray([...(question.codes ?? [])])
              : fc.constantFrom('', 'yes'),
        ]),
      ),
    ),
  );
  const askedAt = new Date('2026-03-02T10:00:00Z');
  fc.assert(
    fc.property(typed, (fields) => {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0));
      const told = questions
        .flatMap((question) => answersTo(question, fields, true))
        .filter(({ status }) => status === 'answered')
        .map(({ question, words, codes }) => ({ question, words, codes, askedAt }));
      const pages = pagesTold(told);
      assert.deepEqual({ ...pages['1']?.fields, ...pages['2']?.fields }, given);
      for (const page of Object.values(pages)) assert.equal(page.toldOn, '2026-03-02');
    }),
    { numRuns: 100 },
  );
});

describe('asking again', { concurrency: false }, () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house.close());

  test('MOS-6: somebody who comes back finds what they told, with its day and “still right?”, until they save it; and not where they said that it is not used', async () => {
    await askForHelp(house.visitor(), { '/q/1': { happening: 'The house is cold.', about: ['home'] } });
    const { rows } = await house.database.pool.query<{ account: string; person: string; agency: string }>(
      'select a.id as account, r.person_id as person, t.organisation_id as agency from referral r join account a on a.person_id = r.person_id join team t on t.id = r.team_id order by r.number desc limit 1',
    );
    const [row] = rows;
    assert.ok(row);
    house.clock.advance(120 * 24 * 3_600_000);
    const own = await house.asAccount(row.account, 'person');
    await own.get('/me/restrict');
    const begun = await own.post('/me/again', {});
    assert.equal(begun.headers.location, '/q/1');
    const first = await own.get('/q/1');
    assert.match(textOf(first.body), /You told us this on .*20 November 2026\. Is it still right\?/);
    assert.match(first.body, /The house is cold\./);
    await own.post('/q/1', { version: /name="version" value="(\d+)"/.exec(first.body)?.[1], happening: 'It is warm now.' });
    assert.doesNotMatch(textOf((await own.get('/q/1')).body), /You told us this/);
    assert.match(textOf((await own.get('/q/2?in=pl')).body), /Mówiono nam o tym dnia/);
    assert.match(textOf((await own.get('/q/2?in=easy-read')).body), /You told us this on .*\. Is it still true\? You can change it\./);
    assert.doesNotMatch(textOf((await own.get('/q/3?in=en')).body), /told us this/, 'how they are now is asked anew');
    await house.database.pool.query(
      `insert into sharing_choice (id, person_id, organisation_id, categories, purpose, state, created_at) values (gen_random_uuid(), $1, $2, '{story}', 'support', 'declined', $3)`,
      [row.person, row.agency, house.clock.now()],
    );
    const again = await house.asAccount(row.account, 'person');
    await again.get('/me/restrict');
    assert.equal((await again.post('/me/again', {})).headers.location, '/start');
  });
});
