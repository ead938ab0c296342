import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Arrivals, arrivals } from '../../../../test/harness/arrivals.ts';
import { type Scene, setScene } from '../../../../test/harness/context.ts';
import { createDatabase } from '../../../../test/harness/postgres.ts';
import type { Context, Visitor } from '../../../platform/web/context.ts';
import { restrictAsAsked } from '../../../trust/restricted/actions.ts';
import { decideMatch, linkReferral, unlinkReferral } from '../actions.ts';

describe('what a link keeps from others', () => {
  let scene: Scene;
  let people: Arrivals;
  let clinician: Visitor;
  let worker: Visitor;
  let manager: Visitor;
  before(async () => {
    scene = await setScene(createDatabase);
    people = arrivals(scene);
    clinician = await scene.staff('Priya', 'TRI');
    worker = await scene.staff('Siobhan', 'KW', 'support');
    manager = await scene.staff('Dev', 'MGR', 'support');
  });
  after(() => scene.database.close());

  const inTriage = <T>(work: (context: Context) => Promise<T>): Promise<T> => scene.as(clinician, work);
  const versionOf = (id: string): Promise<number> =>
    scene.worker(
      async (tables) => (await tables.selectFrom('referral').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version,
    );
  const reads = (visitor: Visitor, personId: string): Promise<boolean> =>
    scene.as(
      visitor,
      async ({ tables }) => (await tables.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()) !== undefined,
    );
  const readsReferral = (visitor: Visitor, id: string): Promise<boolean> =>
    scene.as(
      visitor,
      async ({ tables }) => (await tables.selectFrom('referral').select('id').where('id', '=', id).executeTakeFirst()) !== undefined,
    );
  const restricted = (personId: string): Promise<boolean> =>
    scene.worker(
      async (tables) =>
        (await tables
          .selectFrom('restrictedRecord')
          .select('personId')
          .where('personId', '=', personId)
          .where('liftedAt', 'is', null)
          .executeTakeFirst()) !== undefined,
    );
  const toName = (personId: string) =>
    scene.worker((tables) =>
      tables
        .selectFrom('task')
        .select('accountId')
        .where('personId', '=', personId)
        .where('kind', '=', 'restricted.name')
        .where('doneAt', 'is', null)
        .execute(),
    );

  /** Somebody known, and asking again by a door where they said that they know people here; the clinician opened that with a reason. */
  async function comesBack(): Promise<{ readonly personId: string; readonly doorId: string; readonly referralId: string }> {
    const somebody = people.ellie();
    const personId = await people.known(somebody);
    const { personId: doorId, referralId } = await people.arrive(somebody);
    await scene.as(null, (context) => restrictAsAsked(context, doorId));
    await scene.worker((tables) =>
      tables
        .insertInto('access')
        .values({
          id: scene.identify(),
          personId: doorId,
          accountId: clinician.accountId,
          relationship: 'holds_referral',
          role: 'TRI',
          reason: 'I am on the desk.',
          sourceKind: 'restricted_reason',
          sourceId: scene.identify(),
          startsAt: scene.clock.now(),
          endsAt: new Date(scene.clock.now().getTime() + 3_600_000),
        })
        .execute(),
    );
    return { personId, doorId, referralId };
  }
  const link = async (referralId: string, candidateId: string): Promise<void> => {
    const linked = await inTriage(async (context) =>
      linkReferral(context, { referralId, candidateId, version: await versionOf(referralId) }),
    );
    assert.ok(linked.ok, JSON.stringify(linked));
  };

  test('S14.4: what was told to a few is not opened to those who knew them before; a manager names who goes on, and whoever opened it goes on', async () => {
    const { personId, referralId } = await comesBack();
    assert.equal(await reads(worker, personId), true, 'known to them before');
    await link(referralId, personId);
    assert.equal(await restricted(personId), true);
    assert.deepEqual([await reads(worker, personId), await readsReferral(worker, referralId)], [false, false]);
    assert.deepEqual([await reads(clinician, personId), await readsReferral(clinician, referralId)], [true, true]);
    assert.deepEqual(await toName(personId), [{ accountId: manager.accountId }]);
    scene.clock.advance(3_600_001);
    assert.equal(await reads(clinician, personId), false, 'for no longer than the reason lasts');
  });

  test('H4: undoing the link opens the record that was there before as it was, and keeps the door’s to a few', async () => {
    const { personId, doorId, referralId } = await comesBack();
    await link(referralId, personId);
    const undone = await inTriage(async (context) => unlinkReferral(context, { referralId, version: await versionOf(referralId) }));
    assert.ok(undone.ok, JSON.stringify(undone));
    assert.deepEqual([await restricted(personId), await restricted(doorId)], [false, true]);
    assert.deepEqual([await reads(worker, personId), await readsReferral(worker, referralId)], [true, false]);
    assert.equal(await reads(clinician, personId), false);
    assert.deepEqual(await toName(personId), []);
  });

  test('H4: once a link is undone, whoever stays is not asked about what was offered to somebody else', async () => {
    const somebody = people.ellie();
    const personId = await people.known(somebody);
    const { referralId } = await people.arrive(somebody);
    const [organisationId, id] = [scene.identify(), scene.identify()];
    await link(referralId, personId);
    const at = scene.clock.now();
    await scene.database.pool.query("insert into organisation (id, code, name) values ($1, 'elm', 'Elm House')", [organisationId]);
    await scene.database.pool.query(
      `insert into sharing_choice (id, person_id, organisation_id, categories, purpose, state, said, created_at, question_at, question_by, question_referral_id, question_team, question_what)
       values ($1, $2, $3, '{story}', 'support', 'asked', true, $4, $4, $5, $6, 'Elm House', 'Talking help')`,
      [id, personId, organisationId, at, clinician.accountId, referralId],
    );
    const undone = await inTriage(async (context) => unlinkReferral(context, { referralId, version: await versionOf(referralId) }));
    assert.ok(undone.ok, JSON.stringify(undone));
    const { rows } = await scene.database.pool.query(
      'select person_id, state, question_at, question_referral_id, question_what from sharing_choice where id = $1',
      [id],
    );
    assert.deepEqual(rows, [{ person_id: personId, state: 'asked', question_at: null, question_referral_id: null, question_what: '' }]);
  });

  test('S14.4: a link from a record that is open to its teams restricts nothing', async () => {
    const somebody = people.ellie();
    const personId = await people.known(somebody);
    const { referralId } = await people.arrive(somebody);
    await link(referralId, personId);
    assert.deepEqual([await restricted(personId), await reads(worker, personId)], [false, true]);
  });

  /** Somebody known whose record is kept to a few, asking again; and the match that the evidence put forward. */
  async function keptAndBack(): Promise<{
    readonly personId: string;
    readonly referralId: string;
    readonly match: { id: string; version: number };
  }> {
    const somebody = people.ellie();
    const personId = await people.known(somebody);
    await scene.as(null, (context) => restrictAsAsked(context, personId));
    const { referralId } = await people.arrive(somebody);
    const match = await scene.worker((tables) =>
      tables.selectFrom('possibleMatch').select(['id', 'version']).where('referralId', '=', referralId).executeTakeFirstOrThrow(),
    );
    return { personId, referralId, match };
  }
  const saySame = (match: { readonly id: string; readonly version: number }) =>
    inTriage((context) => decideMatch(context, { matchId: match.id, outcome: 'same', version: match.version }));
  const openTo = (personId: string, visitor: Visitor) =>
    scene.worker(
      (tables) =>
      tables
        .insertInto('access')
        .values({
          id: scene.identify(), personId, accountId: visitor.accountId, relationship: 'holds_referral', role: 'TRI',
          sourceKind: 'restricted_record', sourceId: scene.identify(), startsAt: scene.clock.now(),
        })
        .execute(), // biome-ignore format: a row a line
    );

  test('S14.4, H4: “the same” of a record that is kept from whoever says it links nothing; its keepers are asked once, by a number', async () => {
    const { personId, referralId, match } = await keptAndBack();
    const said = await saySame(match);
    assert.ok(said.ok);
    assert.equal(said.value.outcome, 'asked');
    assert.equal(await readsReferral(clinician, referralId), true, 'the referral goes on');
    assert.equal(await reads(clinician, personId), false);
    const asked = async () =>
      scene.worker((tables) =>
        tables
          .selectFrom('task')
          .select(['accountId', 'words'])
          .where('personId', '=', personId)
          .where('kind', '=', 'identity.keepers')
          .execute(),
      );
    const [task] = await asked();
    assert.equal(task?.accountId, manager.accountId, 'nobody is named yet');
    assert.match(task?.words ?? '', /^Referral \d+ may be about somebody/);
    assert.ok((await saySame({ ...match, version: match.version + 1 })).ok);
    assert.equal((await asked()).length, 1);
    const direct = await inTriage(async (context) =>
      linkReferral(context, { referralId, candidateId: personId, version: await versionOf(referralId) }),
    );
    assert.ok(!direct.ok && direct.problem.status === 403, 'nor by any other way');
  });

  test('S14.4: whoever has the record by name decides, and what they link stays with a few', async () => {
    const { personId, referralId, match } = await keptAndBack();
    await openTo(personId, clinician);
    const said = await saySame(match);
    assert.ok(said.ok, JSON.stringify(said));
    assert.equal(said.value.outcome, 'same');
    assert.deepEqual([await readsReferral(clinician, referralId), await readsReferral(worker, referralId)], [true, false]);
    assert.equal(await restricted(personId), true);
  });

  test('S14.4: without a manager the leads of its team are asked for names; without anybody the place’s managers learn that a team needs one, and of nobody', async () => {
    const record = async (teamId: string): Promise<string> => {
      const personId = await people.known(people.ellie());
      await scene.database.pool.query('update access set team_id = $2 where person_id = $1 and team_id is not null', [personId, teamId]);
      await scene.as(null, (context) => restrictAsAsked(context, personId));
      return personId;
    };
    const lead = await scene.staff('Ruth', 'SNR', 'other');
    const colleague = await scene.staff('Kit', 'KW', 'other');
    assert.deepEqual(await toName(await record(scene.teams.other.id)), [{ accountId: lead.accountId }]);
    await scene.database.pool.query("update membership set ends_on = '2020-01-01', starts_on = '2019-01-01' where account_id = $1", [
      lead.accountId,
    ]);
    assert.deepEqual(await toName(await record(scene.teams.other.id)), [{ accountId: colleague.accountId }]);
    await scene.database.pool.query("update membership set ends_on = '2020-01-01', starts_on = '2019-01-01' where account_id = $1", [
      colleague.accountId,
    ]);
    const forgotten = await record(scene.teams.other.id);
    await record(scene.teams.other.id);
    assert.deepEqual(await toName(forgotten), []);
    const { rows } = await scene.database.pool.query("select person_id, account_id, words from task where kind = 'restricted.nobody'");
    assert.deepEqual(
      rows.map(({ person_id, account_id }) => [person_id, account_id]),
      [[null, manager.accountId]],
      'once',
    );
  });
});
