// Finding from anywhere shows people within reach and nobody else, whoever asks and however they type, at any size of the place.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Scene, setScene } from '../../../test/harness/context.ts';
import { createDatabase } from '../../../test/harness/postgres.ts';
import { type Served, serve } from '../../../test/harness/serve.ts';
import type { Visitor } from '../../platform/web/context.ts';
import { matches, readAsked } from './finding.ts';
import { routes } from './routes.tsx';

describe('finding', () => {
  let scene: Scene;
  let served: Served;
  let triager: Visitor;
  let elsewhere: Visitor;
  let referrer: Visitor;
  let commissioner: Visitor;
  const ids = new Map<string, string>();

  async function someone(
    knownAs: string,
    givenName: string,
    familyName: string,
    reach: 'triage' | 'referrer' | 'ended' | 'restricted' | 'nobody',
    nhsNumber?: string,
  ): Promise<void> {
    const { identify, clock, teams } = scene;
    const id = identify();
    ids.set(`${knownAs} ${familyName}`, id);
    await scene.worker(async (tables) => {
      await tables
        .insertInto('person')
        .values({
          id,
          knownAs,
          givenName,
          familyName,
          born: '1974-05-04',
          nhsNumber: nhsNumber ?? null,
          createdAt: clock.now(),
          changedAt: clock.now(),
        })
        .execute();
      const row = {
        id: identify(),
        personId: id,
        sourceKind: 'referral',
        sourceId: identify(),
        startsAt: new Date('2026-11-01T09:00:00Z'),
      };
      if (reach === 'triage' || reach === 'restricted' || reach === 'ended')
        await tables
          .insertInto('access')
          .values({
            ...row,
            teamId: teams.triage.id,
            relationship: 'holds_referral',
            endsAt: reach === 'ended' ? new Date('2026-11-10T09:00:00Z') : null,
          })
          .execute();
      if (reach === 'referrer')
        await tables
          .insertInto('access')
          .values({ ...row, accountId: referrer.accountId, relationship: 'referrer', role: 'REF' })
          .execute();
      if (reach === 'restricted')
        await tables
          .insertInto('restrictedRecord')
          .values({ personId: id, reason: 'A colleague’s relative', since: clock.now(), createdAt: clock.now() })
          .execute();
    });
  }

  before(async () => {
    scene = await setScene(createDatabase, { blueprint: { roles: [] } });
    triager = await scene.staff('Priya Nair', 'TRI');
    elsewhere = await scene.staff('Ola Other', 'KW', 'other');
    commissioner = await scene.staff('Grace Lowe', 'COM');
    referrer = await scene.referrer('Joan Pickup');
    await someone('Carol', 'Caroline', 'Whittle', 'triage', '9434765919');
    await someone('Ana', 'Ana', 'de la Cruz', 'triage');
    await someone('Carola', 'Carola', 'Elsewhere', 'nobody');
    await someone('Carlo', 'Carlo', 'Sent', 'referrer');
    await someone('Carina', 'Carina', 'Ended', 'ended');
    await someone('Carmen', 'Carmen', 'Restricted', 'restricted');
    served = await serve(scene, routes);
  });
  after(() => scene.database.close());

  const foundBy = async (visitor: Visitor, typed: string): Promise<string[]> => {
    const client = await served.as(visitor);
    const answer = await client.get(`/find.json?q=${encodeURIComponent(typed)}`);
    assert.equal(answer.statusCode, 200, answer.body);
    const { groups } = answer.json<{ groups: { title: string; results: { text: string; href: string }[] }[] }>();
    return groups.filter(({ title }) => title === 'People').flatMap(({ results }) => results.map(({ text }) => text));
  };

  test('S6, people are found by the beginning of either name, by both in either order, and by NHS number', async () => {
    for (const typed of ['car', 'Carol', 'WHITT', 'caroline', 'carol wh', 'whittle c', '943 476 5919'])
      assert.deepEqual(await foundBy(triager, typed), ['Carol Whittle'], typed);
    assert.deepEqual(await foundBy(triager, 'ana de la'), ['Ana de la Cruz']);
  });

  test('nobody is listed by fewer than 3 letters, a middle of a name or a sign that means anything to the database', async () => {
    for (const typed of ['ca', 'c', 'hittle', '%%%', '___', 'car%', "car' or 1=1", '\\'])
      assert.deepEqual(await foundBy(triager, typed), [], typed);
  });

  test('records out of reach are not found: by a colleague of another team, a commissioner, after the reason ended, or when restricted', async () => {
    for (const typed of ['car', 'whittle', '9434765919', 'restricted', 'ended', 'elsewhere']) {
      assert.deepEqual(await foundBy(elsewhere, typed), [], typed);
      assert.deepEqual(await foundBy(commissioner, typed), [], typed);
    }
    for (const typed of ['restricted', 'ended', 'elsewhere', 'sent']) assert.deepEqual(await foundBy(triager, typed), [], typed);
  });

  test('a referrer and a visitor have no way to find anybody, not even whom they sent', async () => {
    for (const path of ['/find?q=carlo', '/find.json?q=carlo']) {
      const answer = await (await served.as(referrer)).get(path);
      assert.equal(answer.statusCode, 403);
      assert.doesNotMatch(answer.body, /Sent/);
      assert.notEqual((await served.visitor().get(path)).statusCode, 200);
    }
  });

  test('whom a search named is in the audit, and the page shows what the data says', async () => {
    const client = await served.as(triager);
    const answer = await client.get('/find?q=whittle');
    assert.match(answer.body, new RegExp(`href="/people/${ids.get('Carol Whittle')}"`));
    const entries = await scene.worker((tables) =>
      tables
        .selectFrom('auditPerson')
        .innerJoin('auditEntry', 'auditEntry.id', 'auditPerson.entryId')
        .select(['personId', 'kind'])
        .where('accountId', '=', triager.accountId)
        .execute(),
    );
    assert.ok(entries.some(({ personId, kind }) => personId === ids.get('Carol Whittle') && kind === 'looked for somebody'));
  });

  test('a search that goes on like a machine is slowed', async () => {
    const client = await served.as(commissioner);
    let last = 200;
    for (let count = 0; count < 91 && last === 200; count += 1) last = (await client.get('/find.json?q=zzz')).statusCode;
    assert.equal(last, 429);
  });

  test('finding costs the same among 20,000 people as among six: it reads by an index', async () => {
    // Asked seven times on one connection: the last has its plan already, and reads nothing but what it needs.
    const pages = async (): Promise<number> =>
      scene.as(triager, async ({ tables }) => {
        let read = 0;
        for (let time = 0; time < 7; time += 1) {
          const { rows } = await sql<
            Record<string, [{ Plan: Record<string, number> }]>
          >`explain (analyze, buffers, format json) select * from find_people('whitt', '', 8)`.execute(tables);
          const plan = Object.values(rows[0] ?? {})[0]?.[0].Plan ?? {};
          read = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
        }
        return read;
      });
    const few = await pages();
    for (let from = 0; from < 20_000; from += 2_500)
      await scene.database.pool.query(`
      with made as (
        insert into person (id, known_as, given_name, family_name, created_at, changed_at)
        select gen_random_uuid(), 'Known' || n, 'Given' || n, 'Family' || n % 3000, now(), now() from generate_series(${from + 1}, ${from + 2_500}) n returning id)
      insert into access (id, person_id, team_id, relationship, source_kind, source_id, starts_at)
      select gen_random_uuid(), id, '${scene.teams.triage.id}', 'holds_referral', 'referral', gen_random_uuid(), now() - interval '1 day' from made`);
    await scene.database.pool.query('analyze person; analyze access');
    const many = await pages();
    assert.ok(few > 0 && many < few + 20, `${few} pages among six people, ${many} among many`);
    assert.deepEqual(await foundBy(triager, 'whitt'), ['Carol Whittle']);
  });

  test('what is typed is read as a number of ours, an NHS number or words', () => {
    assert.deepEqual(readAsked('R-4821'), { kind: 'referral', number: 4821 });
    assert.deepEqual(readAsked(' r4821 '), { kind: 'referral', number: 4821 });
    assert.deepEqual(readAsked('943 476 5919'), { kind: 'nhs number', number: '9434765919' });
    assert.deepEqual(readAsked('9434765918').kind, 'words');
    assert.deepEqual(readAsked('  '), { kind: 'nothing' });
    assert.ok(matches('Be Malik Hussain', 'be mal') && !matches('Be Malik Hussain', 'alik'));
  });
});
