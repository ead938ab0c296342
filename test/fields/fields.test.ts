// A sample of test/faults.long.ts: forms of a person, a referrer, a clinician, a key worker and a manager, with a few of the strings.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { TestHouse } from '../harness/house.ts';
import type { Opened } from './given.ts';
import { hostile } from './hostile.ts';
import { type Fields, openFields } from './walk-fields.ts';

async function somePages(house: TestHouse): Promise<Opened[]> {
  const { rows } = await house.database.pool.query<{ id: string }>(
    "select id from referral where state = 'submitted' order by decide_by limit 1",
  );
  const { rows: people } = await house.database.pool.query<{ id: string }>(
    "select person_id as id from account where name = 'Carol Whittle'",
  );
  const { rows: developments } = await house.database.pool.query<{ id: string }>('select id from development order by name limit 1');
  const { rows: offers } = await house.database.pool.query<{ id: string }>(
    "select id from offer where state = 'sent' and service_code = 'hub' order by id limit 1",
  );
  const { rows: supported } = await house.database.pool.query<{ id: string }>(
    "select e.person_id as id from enrolment e join account a on a.id = e.key_worker_id where a.name = 'Siobhan Keane' and e.state = 'active' order by e.id limit 1",
  );
  const paths: readonly (readonly [string, string])[] = [
    ['a visitor', '/q/1'],
    ['a visitor', '/q/5'],
    ['a visitor', '/refer'],
    ['a visitor', '/help'],
    ['priya', `/triage/${rows[0]?.id ?? ''}`],
    ['siobhan', `/people/${people[0]?.id ?? ''}/sessions/now`],
    ['dev', '/connections'],
    ['dev', `/changes/developments/${developments[0]?.id ?? ''}`],
    ['dev', '/rules/spa/priority/try'],
    ['siobhan', `/offers/${offers[0]?.id ?? ''}`],
    ['siobhan', `/people/${supported[0]?.id ?? ''}/ending`],
  ];
  const opened: Opened[] = [];
  for (const [who, path] of paths) {
    const client = who === 'a visitor' ? house.visitor() : await house.as(who);
    // Opening some pages begins something, such as reading a referral.
    await client.get(path);
    opened.push({ who, path, cookies: client.cookies });
  }
  return opened;
}

describe('text fields of some forms', () => {
  let fields: Fields;
  before(async () => {
    fields = await openFields(somePages);
  });
  after(() => fields?.close());

  test('H6, H8, S7: whatever is typed is kept as typed, or said to be wrong beside its field with everything else kept; never markup, a fault or half a record', async (t) => {
    const { classes, published } = hostile();
    if (!published) t.diagnostic('The published lists of hostile strings are not here; only our own were tried.');
    const all = Object.values(classes).flat();
    assert.deepEqual(
      fields.forms.filter(({ taken }) => !taken).map(({ form }) => form.action),
      [],
    );
    const { wrong, tries } = await fields.tryAll([(at) => all[(at * 31) % all.length] ?? '', () => '2026-02-30', () => '1,5']);
    assert.ok(tries > 60, `${tries} tries`);
    assert.deepEqual(wrong, {});
  });
});
