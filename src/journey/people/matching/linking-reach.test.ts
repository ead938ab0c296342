import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Arrivals, arrivals } from '../../../../test/harness/arrivals.ts';
import { type Scene, setScene } from '../../../../test/harness/context.ts';
import { createDatabase } from '../../../../test/harness/postgres.ts';
import type { Visitor } from '../../../platform/web/context.ts';
import { type AccessRole, accessRoles } from '../../../platform/web/permission.ts';
import { linkReferral, unlinkReferral } from '../actions.ts';

/** Come by a row of their own, not by a team. */
const withoutTeam: readonly AccessRole[] = ['PER', 'CAR', 'REF'];
const categories = ['contact', 'story', 'clinical', 'safety', 'offence', 'housing', 'work', 'measures', 'equality'] as const;

const keyOf = sql`coalesce(to_jsonb(t) ->> 'id', to_jsonb(t) ->> 'row_id', t.person_id::text)`;

describe('a link and what can be seen', () => {
  let scene: Scene;
  let people: Arrivals;
  before(async () => {
    scene = await setScene(createDatabase);
    people = arrivals(scene);
  });
  after(() => scene.database.close());

  /** Every table about people that requests may read, and how its rows are told apart. */
  const tablesAboutPeople = () =>
    scene.worker(async (tables) => {
      const { rows } = await sql<{ name: string }>`
        select p.name from protected_table p join information_schema.columns c on c.table_name = p.name and c.column_name = 'person_id'
        where has_table_privilege('onedoor_app', p.name, 'select') and p.name not in ('possible_match', 'identity_link', 'transition') order by 1`.execute(
        tables,
      );
      return rows.map(({ name }) => name);
    });

  /** Of these people, the rows that somebody is given, whichever of the two they stand under. */
  const readable = (visitor: Visitor | null, names: readonly string[], personIds: readonly string[]) =>
    scene.as(visitor, async ({ tables }) => {
      const found = new Set<string>();
      for (const name of names) {
        const { rows } = await sql<{ key: string }>`
          select ${keyOf} as key from ${sql.table(name)} t
          where t.person_id = any (${[...personIds]}::uuid[])`.execute(tables);
        for (const { key } of rows) found.add(`${name} ${key}`);
      }
      return found;
    });

  /** The category of every row that there is about these people. */
  const categoriesOf = (names: readonly string[], personIds: readonly string[]) =>
    scene.worker(async (tables) => {
      const found = new Map<string, string>();
      for (const name of names) {
        const { rows } = await sql<{ key: string; category: string }>`
          select ${keyOf} as key, coalesce(to_jsonb(t) ->> 'category', (select p.category from protected_table p where p.name = ${name})) as category
          from ${sql.table(name)} t where t.person_id = any (${[...personIds]}::uuid[])`.execute(tables);
        for (const { key, category } of rows) found.set(`${name} ${key}`, category);
      }
      return found;
    });

  /** One event of each category, so that whatever a role may read, there is some of it. */
  const live = (personId: string) =>
    scene.worker(async (tables) => {
      for (const category of categories)
        await tables
          .insertInto('journeyEvent')
          .values({
            id: scene.identify(),
            personId,
            category,
            kind: 'test.lived',
            at: scene.clock.now(),
            subjectKind: 'person',
            subjectId: personId,
            data: {},
          })
          .execute();
    });

  test('H3, H4: after a link nobody reaches a category that they reached of neither record, who reached neither sees nothing, and undoing gives each their own back', async () => {
    const referrer = await scene.referrer('Dr Osei');
    const other = await scene.referrer('Dr Adeyemi');
    const somebody = people.ellie();
    const personId = await people.known(somebody);
    const door = await people.arrive(somebody, { referrer });
    for (const one of [personId, door.personId]) await live(one);
    const both = [personId, door.personId];
    const staff = new Map<string, Visitor>();
    for (const role of accessRoles.filter((each) => !withoutTeam.includes(each)))
      for (const team of ['triage', 'support'] as const)
        staff.set(`${role} of ${team}`, await scene.staff(`${role} of ${team}`, role, team));
    staff.set('TRI of another team', await scene.staff('Olu', 'TRI', 'other'));
    const self = (accountId: string, own: string): Visitor => ({ accountId, kind: 'person', name: '', job: '', personId: own, roles: [] });
    const { accountId: knownAccount } = await scene.worker((tables) =>
      tables
        .selectFrom('access')
        .select('accountId')
        .where('personId', '=', personId)
        .where('relationship', '=', 'self')
        .executeTakeFirstOrThrow(),
    );
    assert.ok(knownAccount);
    const everybody = new Map<string, Visitor | null>([
      ...staff,
      ['who referred', referrer],
      ['another referrer', other],
      ['the account of the door', self(door.accountId, door.personId)],
      ['the account of the known record', self(knownAccount, personId)],
      ['nobody', null],
    ]);
    /** Whom the person or their referrer is: they never see more by what colleagues decide. */
    const strangersToTheLink = new Set(['who referred', 'another referrer', 'the account of the door', 'nobody']);
    const names = await tablesAboutPeople();
    assert.ok(names.length > 20, `${names.length} tables`);
    const seenBefore = new Map<string, ReadonlySet<string>>();
    for (const [who, visitor] of everybody) seenBefore.set(who, await readable(visitor, names, both));
    assert.ok(
      (seenBefore.get('TRI of triage')?.size ?? 0) > 3 && (seenBefore.get('KW of support')?.size ?? 0) > 3,
      'there is something to see',
    );
    const standing = await categoriesOf(names, both);

    const clinician = staff.get('TRI of triage') ?? null;
    const versionOf = () =>
      scene.worker(
        async (tables) =>
          (await tables.selectFrom('referral').select('version').where('id', '=', door.referralId).executeTakeFirstOrThrow()).version,
      );
    const linked = await scene.as(clinician, async (context) =>
      linkReferral(context, { referralId: door.referralId, candidateId: personId, version: await versionOf() }),
    );
    assert.ok(linked.ok, JSON.stringify(linked));

    for (const [who, visitor] of everybody) {
      const saw = seenBefore.get(who) ?? new Set();
      const more = [...(await readable(visitor, names, both))].filter((row) => standing.has(row) && !saw.has(row));
      const reached = new Set([...saw].map((row) => standing.get(row)));
      assert.deepEqual(
        more.filter((row) => !reached.has(standing.get(row) ?? '')),
        [],
        `${who} reaches a category of one record that they reached of neither`,
      );
      if (reached.size === 0 || strangersToTheLink.has(who)) assert.deepEqual(more, [], `${who} sees more`);
    }
    const undone = await scene.as(clinician, async (context) =>
      unlinkReferral(context, { referralId: door.referralId, version: await versionOf() }),
    );
    assert.ok(undone.ok, JSON.stringify(undone));
    for (const [who, visitor] of everybody) {
      const now = await readable(visitor, names, both);
      const less = [...(seenBefore.get(who) ?? [])].filter((row) => !now.has(row));
      const more = [...now].filter((row) => standing.has(row) && !seenBefore.get(who)?.has(row));
      assert.deepEqual({ less, more }, { less: [], more: [] }, `${who}, after it was undone`);
    }
  });
});
