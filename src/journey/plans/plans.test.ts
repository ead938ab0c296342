import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';

describe('a plan', () => {
  let house: TestHouse;
  let planned: { readonly person: string; readonly account: string; readonly aboutMe: string; readonly goal: string };
  before(async () => {
    house = await openTestHouse({ people: true });
    const { rows } = await house.database.pool.query<typeof planned>(
      `select p.person_id as person, a.id as account, p.about_me as "aboutMe", g.words as goal
       from plan p join goal g on g.plan_id = p.id join account a on a.person_id = p.person_id join enrolment e on e.id = p.enrolment_id
       where p.state = 'agreed' and p.about_me <> '' and e.key_worker_id = $1 order by p.id, g.position limit 1`,
      [house.staffId('siobhan')],
    );
    assert.ok(rows[0]);
    planned = rows[0];
  });
  after(() => house.close());

  const standsBefore = (page: string, first: string, then: string): void => {
    const [one, other] = [page.indexOf(first), page.indexOf(then)];
    assert.ok(one >= 0 && other >= 0, `${first} (${one}) and ${then} (${other}) both stand on the page`);
    assert.ok(one < other, `${first} stands before ${then}`);
  };

  test('MOS-4: who they are stands before what they want to change, for the worker, in the form and for the person', async () => {
    const siobhan = await house.as('siobhan');
    const person = await house.asAccount(planned.account, 'person');
    for (const page of [(await siobhan.get(`/people/${planned.person}/plan`)).body, (await person.get('/me/plan')).body])
      standsBefore(textOf(page), planned.aboutMe, planned.goal);
    const begun = await siobhan.post(`/people/${planned.person}/plan/begin`, {});
    const form = (await siobhan.get(String(begun.headers.location))).body;
    standsBefore(form, 'name="aboutMe"', 'What I want, in my own words');
  });
});
