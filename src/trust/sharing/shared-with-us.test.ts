import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { staffTexts } from '../../design/texts.ts';
import { whatIsShared } from './routes-shared.tsx';

test('S10.2: what is shared is a sentence for each ground', () => {
  assert.deepEqual(whatIsShared({ byChoice: ['contact', 'story'], onGround: ['housing'], grounds: ['6_1_e'] }), [
    'Contact details and story: they said yes.',
    'Housing: without their agreement. Ground: Public task.',
  ]);
  assert.deepEqual(whatIsShared({ byChoice: [], onGround: [], grounds: [] }), []);
});

describe('what is shared with an agency', { concurrency: false }, () => {
  let house: TestHouse;
  let joan: Client;
  let tomasz: Client;
  before(async () => {
    house = await openTestHouse({ people: true });
    [joan, tomasz] = [await house.as('joan'), await house.as('tomasz')];
  });
  after(() => house.close());

  const { read: query } = readingIn(() => house);
  const list = async (client: Client, path = '/shared-with-us'): Promise<string> => textOf((await client.get(path)).body);
  const rowsOn = (said: string): number => said.split('With Housing Solutions').length - 1;
  const shared = () =>
    query<{ id: string; person_id: string; name: string; purpose: string }>(
      `select a.id, a.person_id, coalesce(nullif(p.known_as, ''), p.given_name) || ' ' || p.family_name as name, g.purpose
       from access a join sharing_agreement g on g.id = a.agreement_id join person p on p.id = a.person_id order by a.starts_at desc, a.id desc`,
    );

  test('S10.2: it lists whose, what, what for, by which agreement, on what ground and until when, the newest first', async () => {
    const rows = await shared();
    assert.equal(rows.length, 4);
    const said = await list(joan);
    const at = rows.map(({ name }) => said.indexOf(name));
    assert.ok(at.every((place) => place > 0) && at.join() === at.toSorted((one, other) => one - other).join(), said);
    assert.match(
      said,
      /Carol Whittle With Housing Solutions[^.]* Contact details and housing: without their agreement\. Ground: [A-Z][^.]*\. To keep somebody safe Keeping people safe \(demo\)/,
    );
    assert.match(said, /Contact details, story and housing: they said yes\. To help them Help with homes \(demo\)/);
  });

  test('S10.2, S14.1: only those to whom a row of access opens it read it; other teams of the same agency and other roles learn nothing', async () => {
    assert.match(await list(tomasz), /Nothing is shared with your team now/);
    for (const code of ['priya', 'siobhan', 'dev', 'grace', 'helen'])
      assert.equal((await (await house.as(code)).get('/shared-with-us')).statusCode, 403);
    const rows = await shared();
    for (const { person_id } of rows) {
      assert.equal((await joan.get(`/people/${person_id}`)).statusCode, 200);
      assert.equal((await tomasz.get(`/people/${person_id}`)).statusCode, 404);
    }
  });

  test('S10.2, H18: of a record that is shared with them they learn nothing of other agencies, and what is not shared leaves no date', async () => {
    const [row] = (await shared()).filter(({ purpose }) => purpose === 'support');
    assert.ok(row);
    const organisations = await query<{ id: string; name: string; theirs: boolean }>(
      `select o.id, o.name, exists (select from membership m join team t on t.id = m.team_id where m.account_id = $1 and t.organisation_id = o.id) as theirs
       from organisation o order by o.name`,
      [house.staffId('joan')],
    );
    const theirs = organisations.find((one) => one.theirs);
    const other = organisations.find((one) => !one.theirs);
    assert.ok(theirs && other);
    const because = 'A neighbour called the police about the children';
    await query(
      `insert into sharing_without_agreement (id, person_id, organisation_id, categories, purpose, what, lawful_basis, reason, decided_by, decided_at, told, not_told_because, review_on, created_at)
       values (gen_random_uuid(), $1, $2, '{safety}', 'safety', $4, '6_1_d', 'Danger.', $3, '2026-11-19', false, 'It would be unsafe.', '2027-01-01', '2026-11-19')`,
      [row.person_id, other.id, house.staffId('dev'), because],
    );
    await query(
      `insert into journey_event (id, person_id, category, kind, at, subject_kind, subject_id) values (gen_random_uuid(), $1, 'offence', 'test.lived', '2026-11-18 09:00Z', 'person', $1)`,
      [row.person_id],
    );
    const record = textOf((await joan.get(`/people/${row.person_id}`)).body);
    const sharing = textOf((await joan.get(`/people/${row.person_id}/sharing`)).body);
    assert.doesNotMatch(sharing, new RegExp(because));
    assert.ok(!sharing.includes(other.name), other.name);
    assert.ok(sharing.includes(theirs.name), 'what they said of this agency');
    assert.ok(!record.includes(staffTexts.hiddenEntry), 'no date of what is kept from them');
    const key = await house.as('dev');
    if ((await key.get(`/people/${row.person_id}`)).statusCode === 200)
      assert.match(textOf((await key.get(`/people/${row.person_id}/sharing`)).body), new RegExp(because), 'colleagues read it');
  });

  test('S10.2, S14.1: contact details are who they are and how to reach them: the database gives another agency no appointment and no request', async () => {
    const [row] = (await shared()).filter(({ purpose }) => purpose === 'support');
    assert.ok(row);
    const record = textOf((await joan.get(`/people/${row.person_id}`)).body);
    assert.ok(record.includes(row.name));
    assert.doesNotMatch(
      record,
      /Nobody else|Nothing booked|Appointment booked|came through the front door|Book a time|Session note|Plan an ending/,
    );
    assert.equal((await joan.get(`/people/${row.person_id}/contacts`)).statusCode, 404);
    const [kept] = await query<{ sessions: boolean; referrals: boolean }>(
      `select exists (select from support_session where person_id = $1) as sessions, exists (select from referral where person_id = $1) as referrals`,
      [row.person_id],
    );
    assert.deepEqual(kept, { sessions: true, referrals: true }, 'there is something to keep');
  });

  test('S14.2: being listed is in the access log, in words', async () => {
    await list(joan);
    const [row] = await shared();
    const looked = await query<{ kind: string }>(
      `select e.kind from audit_entry e join audit_person p on p.entry_id = e.id where p.person_id = $1 and e.account_id = $2 order by e.at desc limit 5`,
      [row?.person_id, house.staffId('joan')],
    );
    assert.ok(looked.some(({ kind }) => kind === 'sharing.list'));
  });

  test('S10.2: what is taken back, what ends and what is restricted leaves the list at once, and opens nothing', async () => {
    const rows = (await shared()).filter(({ purpose }) => purpose === 'support');
    const [first, second, third] = rows;
    assert.ok(first && second && third);
    const steps: readonly (readonly [person: string, name: string, end: string, back: string])[] = [
      [first.person_id, first.name, `update sharing_choice set state = 'withdrawn' where person_id = $1 and state = 'agreed'`, ''],
      [
        second.person_id,
        second.name,
        `insert into restricted_record (person_id, reason, since, created_at) values ($1, 'Works here.', now(), now())`,
        'update restricted_record set lifted_at = now() where person_id = $1',
      ],
      [
        third.person_id,
        third.name,
        `update sharing_choice set until = '2026-11-19' where person_id = $1`,
        `update sharing_choice set until = null where person_id = $1`,
      ],
      [
        third.person_id,
        third.name,
        `update sharing_agreement set state = 'ended' where id in (select agreement_id from access where person_id = $1)`,
        `update sharing_agreement set state = 'active' where id in (select agreement_id from access where person_id = $1)`,
      ],
      [
        third.person_id,
        third.name,
        `update access set ends_at = '2026-11-19' where person_id = $1 and agreement_id is not null and starts_at < '2026-11-19'`,
        `update access set ends_at = null where person_id = $1 and agreement_id is not null`,
      ],
    ];
    for (const [person, name, end, back] of steps) {
      const before = await list(joan);
      assert.ok(before.includes(name), `before ${end}`);
      await query(end, [person]);
      const left = await list(joan);
      assert.equal(left.includes(name), false, end);
      assert.ok(rowsOn(left) < rowsOn(before), `no row is left of ${end}`);
      assert.equal((await joan.get(`/people/${person}`)).statusCode, 404, end);
      if (back) await query(back, [person]);
    }
  });

  test('S10.2: where the name is not shared, no name is shown and nothing can be opened', async () => {
    const third = (await shared()).findLast(({ purpose }) => purpose === 'support');
    assert.ok(third);
    await query(`update sharing_choice set categories = '{housing}' where person_id = $1 and state = 'agreed'`, [third.person_id]);
    const said = await list(joan);
    assert.equal(said.includes(third.name), false);
    assert.match(said, /Their name is not shared/);
    assert.doesNotMatch((await joan.get('/shared-with-us')).body, new RegExp(third.person_id));
  });

  test('docs 0022: pages of 25, each row once, however many there are', async () => {
    const [row] = await shared();
    const { team_id, agreement_id } =
      (await query<{ team_id: string; agreement_id: string }>('select team_id, agreement_id from access where id = $1', [row?.id]))[0] ??
      {};
    for (let more = 0; more < 60; more += 1)
      await query(
        `insert into access (id, person_id, team_id, relationship, role, agreement_id, source_kind, source_id, starts_at)
         values ($1, $2, $3, 'agreement', 'PAR', $4, 'agreement', $1, $5)`,
        [randomUUID(), row?.person_id, team_id, agreement_id, new Date(Date.UTC(2026, 9, 1 + (more % 7)))],
      );
    let path: string | null = '/shared-with-us';
    const counts: number[] = [];
    while (path) {
      const { body }: { body: string } = await joan.get(path);
      counts.push([...body.matchAll(/Keeping people safe \(demo\)/g)].length);
      const next: string | undefined = /href="([^"]+)" rel="next"/.exec(body)?.[1];
      path = next ? next.replaceAll('&amp;', '&') : null;
    }
    assert.equal(counts.length, 3);
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      61,
    );
  });
});
