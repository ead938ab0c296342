import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { basesToChoose, faultsIn, shareable, usualReview, type WithoutAgreement } from './without-agreement.ts';

const today = '2026-11-20';
const known = { organisations: ['police'], deciders: ['siobhan'], today };
const whole: WithoutAgreement = {
  organisationId: 'police',
  categories: ['contact', 'safety'],
  what: 'Where she is tonight.',
  basis: '6_1_d',
  reason: 'He has said that he will come.',
  decidedBy: 'siobhan',
  told: 'told',
  notToldBecause: '',
  reviewOn: usualReview(today),
};

test('S10.3: nothing of it can be left out: reason, who decided, what, with whom, on what ground, whether told, and the day to look again', () => {
  assert.deepEqual(faultsIn(whole, known), []);
  const without: readonly (readonly [string, Partial<WithoutAgreement>])[] = [
    ['organisation', { organisationId: '' }],
    ['categories', { categories: [] }],
    ['what', { what: '' }],
    ['basis', { basis: '6_1_a' }],
    ['reason', { reason: '' }],
    ['decided_by', { decidedBy: 'somebody else' }],
    ['not_told_because', { told: 'not_yet' }],
    ['not_told_because', { told: 'unsafe' }],
    ['review_on', { reviewOn: today }],
    ['review_on', { reviewOn: '2028-01-01' }],
    ['review_on', { reviewOn: '2026-02-30' }],
  ];
  for (const [field, change] of without)
    assert.deepEqual(
      faultsIn({ ...whole, ...change }, known).map((fault) => fault.field),
      [field],
      field,
    );
  const some = fc.uniqueArray(fc.constantFrom(...without.slice(0, 6)), { selector: ([field]) => field });
  fc.assert(
    fc.property(some, (left) => {
      const typed = Object.assign({ ...whole }, ...left.map(([, change]) => change));
      assert.deepEqual(new Set(faultsIn(typed, known).map(({ field }) => field)), new Set(left.map(([field]) => field)));
    }),
  );
});

test('S10.1: consent is no ground for sharing without it, and background questions are never shared', () => {
  assert.ok(basesToChoose.length > 5);
  for (const consent of ['6_1_a', '9_2_a']) assert.ok(!basesToChoose.some((basis) => basis === consent));
  assert.ok(!(shareable as readonly string[]).includes('equality'));
});

describe('sharing without agreement', { concurrency: false }, () => {
  let house: TestHouse;
  let carol: { person: string; account: string };
  let agency: { id: string; name: string };
  before(async () => {
    house = await openTestHouse({ people: true });
    const people = await house.database.pool.query<typeof carol>(
      "select person_id as person, id as account from account where name = 'Carol Whittle'",
    );
    const agencies = await house.database.pool.query<typeof agency>(`select id, name from organisation where code = 'chorley-council'`);
    assert.ok(people.rows[0] && agencies.rows[0]);
    [carol] = people.rows as [typeof carol];
    [agency] = agencies.rows as [typeof agency];
  });
  after(() => house.close());

  const at = (): string => `/people/${carol.person}/sharing/without`;
  const page = async (client: Client, path: string): Promise<string> => textOf((await client.get(path)).body);
  const form = (more: Record<string, string | string[]> = {}) => ({
    organisation: agency.id,
    categories: ['contact', 'safety'],
    what: 'That she is in danger at home.',
    basis: '6_1_d',
    reason: 'He has said that he will come tonight.',
    decided_by: house.staffId('siobhan'),
    told: 'told',
    review_on: '2026-12-18',
    ...more,
  });
  const write = async (client: Client, more: Record<string, string | string[]> = {}) => {
    await client.get(at());
    return client.post(at(), form(more));
  };

  test('S10.3: what is missing is asked for, and all that was typed is kept', async () => {
    const siobhan = await house.as('siobhan');
    const answer = await write(siobhan, { basis: '', told: 'unsafe' });
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, /Choose on what ground/);
    assert.match(answer.body, /Say why they have not been told/);
    assert.match(answer.body, /That she is in danger at home/);
  });

  test('S10.3: it stands on the record, and the person reads what, with whom, why and who decided', async () => {
    const siobhan = await house.as('siobhan');
    assert.equal((await write(siobhan)).statusCode, 303);
    assert.match(await page(siobhan, `/people/${carol.person}/sharing`), new RegExp(`${agency.name}, 20 November 2026`));
    const mine = await page(await house.asAccount(carol.account, 'person'), '/me/access');
    assert.ok(
      mine.includes(
        `We told ${agency.name} without asking you: That she is in danger at home. Why: He has said that he will come tonight. Siobhan Keane decided.`,
      ),
      mine,
    );
    assert.match(mine, /We look at it again by 18 December 2026/);
  });

  test('S14.2, S10.3: while telling is unsafe it is nowhere on the person’s pages; a review that says they were told shows it', async () => {
    const siobhan = await house.as('siobhan');
    assert.equal(
      (await write(siobhan, { told: 'unsafe', not_told_because: 'He reads her post.', what: 'The new address.' })).statusCode,
      303,
    );
    const person = await house.asAccount(carol.account, 'person');
    for (const path of ['/me/access', '/me/sharing', '/me/looked', '/me'])
      assert.doesNotMatch(await page(person, path), /The new address/, path);
    assert.match(
      await page(siobhan, `/people/${carol.person}/sharing`),
      /The new address\. Look again by 18 December 2026\. Carol has not been told: it is unsafe/,
    );
    const { rows } = await house.database.pool.query<{ id: string }>(
      `select id from sharing_without_agreement where what = 'The new address.'`,
    );
    const one = `${at()}/${rows[0]?.id}`;
    await siobhan.get(one);
    const review = { version: '1', words: 'She has moved, and knows.', goes_on: 'yes', told: 'told', review_on: '2027-01-29' };
    assert.equal((await siobhan.post(one, review)).statusCode, 303);
    await siobhan.get(one);
    assert.equal((await siobhan.post(one, review)).statusCode, 409, 'somebody else’s finding is not overwritten');
    assert.match(await page(person, '/me/access'), /The new address/);
    assert.match(await page(person, '/me/access'), /We look at it again by 29 January 2027/);
  });

  test('S10.3: whoever decided is asked to look again by the day set, and no more once it has ended', async () => {
    const tasks = async (): Promise<string[]> =>
      (
        await house.database.pool.query<{ due: string }>(
          `select to_char(due_at at time zone 'Europe/London', 'YYYY-MM-DD') as due from task where kind = 'sharing.review' and account_id = $1 and done_at is null order by 1`,
          [house.staffId('siobhan')],
        )
      ).rows.map(({ due }) => due);
    assert.deepEqual(await tasks(), ['2026-12-18', '2027-01-29']);
    const siobhan = await house.as('siobhan');
    assert.match(await page(siobhan, '/my-day'), /Look again at what was shared without agreement/);
    const { rows } = await house.database.pool.query<{ id: string }>(
      `select id from sharing_without_agreement where what like 'That she%'`,
    );
    const one = `${at()}/${rows[0]?.id}`;
    await siobhan.get(one);
    assert.equal((await siobhan.post(one, { version: '1', words: '', goes_on: 'no', told: 'told' })).statusCode, 422);
    assert.equal((await siobhan.post(one, { version: '1', words: 'She is safe now.', goes_on: 'no', told: 'told' })).statusCode, 303);
    assert.deepEqual(await tasks(), ['2027-01-29']);
    assert.match(await page(await house.asAccount(carol.account, 'person'), '/me/access'), /20 November 2026\. It has ended/);
    assert.doesNotMatch(await page(siobhan, one), /Keep what you found/);
  });

  test('S10.1, S10.3: what the person chose about sharing stays as it was, and whoever cannot see the record cannot share it', async () => {
    const before = await house.database.pool.query('select * from sharing_choice where person_id = $1 order by id', [carol.person]);
    const amara = await house.as('amara');
    assert.equal((await amara.get(at())).statusCode, 404);
    await amara.get('/my-day');
    assert.notEqual((await amara.post(at(), form())).statusCode, 303);
    for (const code of ['helen', 'grace', 'joan']) assert.equal((await (await house.as(code)).get(at())).statusCode, 403, code);
    assert.deepEqual(
      (await house.database.pool.query('select * from sharing_choice where person_id = $1 order by id', [carol.person])).rows,
      before.rows,
    );
  });
});
