import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { type Arrivals, arrivals, text } from '../../../../test/harness/arrivals.ts';
import { type Scene, setScene } from '../../../../test/harness/context.ts';
import { createDatabase } from '../../../../test/harness/postgres.ts';
import type { Context, Tables, Visitor } from '../../../platform/web/context.ts';
import { decideMatch, findPossibleMatches, linkReferral, tellPerson, unlinkReferral } from '../actions.ts';
import { startingModel } from '../linkage/parameters.ts';
import { saveModel } from '../linkage/saved-model.ts';
import type { NewContactPoint } from '../model.ts';
import { learnPlaceModel } from './learned-model.ts';
import { weighCandidates } from './matching.ts';
import { movesWithReferral, staysWithRecord } from './moving.ts';

describe('linking records', () => {
  let scene: Scene;
  let clinician: Visitor;
  let ellie: Arrivals['ellie'];
  let known: Arrivals['known'];
  let arrive: Arrivals['arrive'];
  before(async () => {
    scene = await setScene(createDatabase);
    clinician = await scene.staff('Priya', 'TRI');
    ({ ellie, known, arrive } = arrivals(scene));
  });
  after(() => scene.database.close());

  const inTriage = <T>(work: (context: Context) => Promise<T>): Promise<T> => scene.as(clinician, work);
  const versionOf = (referralId: string): Promise<number> =>
    scene.worker(
      async (tables) =>
        (await tables.selectFrom('referral').select('version').where('id', '=', referralId).executeTakeFirstOrThrow()).version,
    );
  const matchOf = (referralId: string, candidateId: string) =>
    scene.worker((tables) =>
      tables
        .selectFrom('possibleMatch')
        .selectAll()
        .where('referralId', '=', referralId)
        .where('candidateId', '=', candidateId)
        .executeTakeFirstOrThrow(),
    );

  /** Everything held about these people, but for counters of versions and the traces that a link leaves on purpose. */
  async function everything(personIds: readonly string[]): Promise<unknown> {
    return scene.worker(async (tables) => {
      const { rows } = await sql<{ name: string }>`
      select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'person_id' and t.table_type = 'BASE TABLE' order by 1`.execute(tables);
      const held: Record<string, unknown[]> = {};
      for (const { name } of rows) {
        if (['identity_link', 'transition', 'audit_person', 'account', 'draft'].includes(name)) continue;
        const found = await sql<{ row: Record<string, unknown> }>`
        select to_jsonb(t) - 'version' as row from ${sql.table(name)} t where person_id = any (${[...personIds]})`.execute(tables);
        held[name] = found.rows
          .map(({ row }) => row)
          .filter(
            (row) =>
              !String(row.kind).startsWith('identity.') &&
              !(row.kind === 'contact.check' && row.done_at) &&
              !(name === 'access' && row.ends_at),
          )
          .sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
      }
      return held;
    });
  }

  test('S3.7, H4: linking and undoing leave everything as it was, whatever was told and however far triage had come', async () => {
    const points = fc.array(
      fc.record({
        channel: fc.constantFrom('text', 'email', 'phone'),
        value: fc.constantFrom('07700 900123', '07700 900777', 'ellie@example.org'),
        safeToUse: fc.constantFrom('safe', 'not_safe', 'ask_first', 'not_asked'),
        shared: fc.constantFrom('yes', 'no', 'not_sure'),
      }),
      { maxLength: 3 },
    );
    await fc.assert(
      fc.asyncProperty(
        points,
        points,
        fc.boolean(),
        fc.constantFrom('submitted', 'in_triage', 'waiting_info'),
        fc.boolean(),
        async (before, told, willContactUs, state, unsure) => {
          const somebody = ellie();
          const personId = await known({ ...somebody, contactPoints: before });
          const door = await arrive({ ...somebody, contactPoints: told, willContactUs }, { state });
          const people = [personId, door.personId];
          if (unsure) {
            const { id: matchId, version } = await matchOf(door.referralId, personId);
            const answered = await inTriage((context) => decideMatch(context, { matchId, outcome: 'not_sure', version }));
            assert.ok(answered.ok, JSON.stringify(answered));
          }
          const start = await everything(people);
          const linked = await inTriage(async (context) =>
            linkReferral(context, { referralId: door.referralId, candidateId: personId, version: await versionOf(door.referralId) }),
          );
          assert.ok(linked.ok, JSON.stringify(linked));
          const moved = await scene.worker((tables) =>
            tables.selectFrom('referralAnswer').select('personId').where('referralId', '=', door.referralId).execute(),
          );
          assert.deepEqual(moved, [{ personId }]);
          assert.notDeepEqual(await everything(people), start);
          const undone = await inTriage(async (context) =>
            unlinkReferral(context, { referralId: door.referralId, version: await versionOf(door.referralId) }),
          );
          assert.ok(undone.ok, JSON.stringify(undone));
          assert.deepEqual(await everything(people), start);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('what was written between a link and its undoing goes with the referral', async () => {
    const somebody = ellie();
    const personId = await known(somebody);
    const door = await arrive(somebody, { state: 'in_triage' });
    await inTriage(async (context) =>
      linkReferral(context, { referralId: door.referralId, candidateId: personId, version: await versionOf(door.referralId) }),
    );
    const tried = scene.identify();
    await inTriage((context) =>
      context.tables
        .insertInto('contactTry')
        .values({
          id: tried,
          referralId: door.referralId,
          personId,
          at: context.now,
          channel: 'phone',
          result: 'no_answer',
          createdAt: context.now,
          createdBy: clinician.accountId,
        })
        .execute(),
    );
    await inTriage(async (context) => unlinkReferral(context, { referralId: door.referralId, version: await versionOf(door.referralId) }));
    const where = await scene.worker((tables) =>
      tables.selectFrom('contactTry').select('personId').where('id', '=', tried).executeTakeFirstOrThrow(),
    );
    assert.equal(where.personId, door.personId);
  });

  test('H3: a link shows nothing more to the door’s own account, to whoever referred, or to anybody else but the team that holds the referral', async () => {
    const referrer = await scene.referrer('Dr Osei');
    const stranger = await scene.staff('Olu', 'KW', 'other');
    const colleague = await scene.staff('Siobhan', 'KW', 'support');
    const somebody = ellie();
    const personId = await known({ ...somebody, knownAs: 'Nell' });
    const door = await arrive(somebody, { referrer });
    const doorAccount: Visitor = { accountId: door.accountId, kind: 'person', name: 'Ellie', job: '', personId: door.personId, roles: [] };
    const seen = (visitor: Visitor) =>
      scene.as(visitor, async ({ tables }) => {
        const of = async (table: 'person' | 'contactPoint' | 'referral' | 'referralAnswer' | 'journeyEvent') =>
          (await tables.selectFrom(table).select('id').orderBy('id').execute()).map((row) => row.id);
        return {
          people: await of('person'),
          points: await of('contactPoint'),
          referrals: await of('referral'),
          answers: await of('referralAnswer'),
          events: await of('journeyEvent'),
          status: await tables.selectFrom('referralStatus').select(['id', 'number', 'knownAs', 'givenName', 'familyName']).execute(),
        };
      });
    const before = {
      door: await seen(doorAccount),
      referrer: await seen(referrer),
      stranger: await seen(stranger),
      colleague: await seen(colleague),
    };
    assert.deepEqual(
      before.referrer.status.map((row) => row.knownAs),
      ['Ellie'],
    );
    const linked = await inTriage(async (context) =>
      linkReferral(context, { referralId: door.referralId, candidateId: personId, version: await versionOf(door.referralId) }),
    );
    assert.ok(linked.ok);

    assert.deepEqual(await seen(referrer), before.referrer, 'not even the name that the known record has');
    assert.deepEqual(await seen(stranger), before.stranger);
    const doorNow = await seen(doorAccount);
    assert.deepEqual(doorNow.people, before.door.people);
    assert.deepEqual(doorNow.points, before.door.points);
    for (const kind of ['referrals', 'answers', 'events'] as const)
      assert.ok(
        doorNow[kind].every((id) => before.door[kind].includes(id)),
        kind,
      );
    const triage = await seen(clinician);
    assert.ok(triage.people.includes(personId) && triage.referrals.includes(door.referralId), 'who holds the referral goes on holding it');
    const undone = await inTriage(async (context) =>
      unlinkReferral(context, { referralId: door.referralId, version: await versionOf(door.referralId) }),
    );
    assert.ok(undone.ok);
    assert.ok(!(await seen(clinician)).people.includes(personId), 'and no longer reaches the other record');
    assert.deepEqual(await seen(referrer), before.referrer);
  });

  test('S3.7: after a link nothing goes to details that the newer account does not confirm; a worker is asked first', async () => {
    const tell = (personId: string) =>
      inTriage((context) =>
        tellPerson(context, {
          personId,
          purpose: 'unreachable',
          facts: { worker: 'Priya' },
          workerId: clinician.accountId,
          subject: { kind: 'referral', id: personId },
        }),
      );
    const cases: [NewContactPoint[], boolean, 'message' | 'task'][] = [
      [[text], false, 'message'],
      [[], false, 'message'],
      [[{ ...text, safeToUse: 'not_safe' }], false, 'task'],
      [[{ ...text, value: '07700 900999' }], false, 'task'],
      [[{ ...text, shared: 'yes' }], false, 'task'],
      [[text], true, 'task'],
    ];
    for (const [contactPoints, willContactUs, outcome] of cases) {
      const somebody = ellie();
      const personId = await known(somebody);
      const door = await arrive({ ...somebody, contactPoints, willContactUs });
      assert.ok('messageId' in (await tell(personId)));
      const linked = await inTriage(async (context) =>
        linkReferral(context, { referralId: door.referralId, candidateId: personId, version: await versionOf(door.referralId) }),
      );
      assert.ok(linked.ok);
      assert.equal('taskId' in (await tell(personId)) ? 'task' : 'message', outcome, JSON.stringify(contactPoints));
    }
  });

  test('the evidence is kept as a sentence and levels, never a value of the other record', async () => {
    const contactPoints = [{ ...text, value: '07700 900246' }];
    const somebody = { ...ellie(), familyName: 'Penhallow', contactPoints };
    const personId = await known({ ...somebody, nhsNumber: '9434765919' });
    const door = await arrive({ ...somebody, knownAs: '', givenName: 'Elinor' });
    const match = await matchOf(door.referralId, personId);
    assert.ok(match.probability > 0.01);
    assert.match(match.sentence, /Same .*family name/);
    for (const value of [
      'Penhallow',
      'Eleanor',
      'Ellie',
      somebody.born ?? '',
      '9434765919',
      '900246',
      somebody.address ?? '',
      somebody.postcode ?? '',
    ]) {
      assert.ok(!match.sentence.includes(value), value);
      assert.ok(!JSON.stringify(match.evidence).includes(value), value);
    }
  });

  test('“not the same” is never asked again, also the other way round; “not sure” is; nobody left makes a new person', async () => {
    const somebody = ellie({ knownAs: '', givenName: 'Wilhelmina', familyName: 'Xanthopoulou', contactPoints: [] });
    const personId = await known(somebody);
    const door = await arrive(somebody);
    assert.equal(door.matches, 1);
    const again = () =>
      inTriage((context) => findPossibleMatches(context, { referralId: scene.identify(), personId: door.personId }).catch(() => -1));
    let match = await matchOf(door.referralId, personId);
    const unsure = await inTriage((context) => decideMatch(context, { matchId: match.id, outcome: 'not_sure', version: match.version }));
    assert.ok(unsure.ok);
    match = await matchOf(door.referralId, personId);
    const stale = await inTriage((context) => decideMatch(context, { matchId: match.id, outcome: 'not_same', version: match.version - 1 }));
    assert.equal(stale.ok ? 0 : stale.problem.status, 409);
    const decided = await inTriage((context) => decideMatch(context, { matchId: match.id, outcome: 'not_same', version: match.version }));
    assert.ok(decided.ok);
    assert.equal(
      (
        await scene.worker((tables) =>
          tables.selectFrom('referral').select('identity').where('id', '=', door.referralId).executeTakeFirstOrThrow(),
        )
      ).identity,
      'new',
    );
    assert.equal(await again(), 0);
    const second = await scene.as(null, async (context) => {
      const referralId = context.identify();
      await context.asWorker('arrange', (tables) =>
        tables
          .insertInto('referral')
          .values({
            id: referralId,
            personId,
            state: 'submitted',
            door: 'web',
            kind: 'self',
            teamId: scene.teams.triage.id,
            receivedAt: context.now,
            decideBy: context.now,
            createdAt: context.now,
          })
          .execute(),
      );
      return findPossibleMatches(context, { referralId, personId });
    });
    assert.equal(second, 0);
  });

  test('S3.7: “not the same” holds after the place has learnt its own weights, and each match keeps the weights it was found by', async () => {
    const somebody = ellie({ knownAs: '', givenName: 'Rosalind', familyName: 'Zyskowska', contactPoints: [] });
    const personId = await known(somebody);
    const door = await arrive(somebody);
    const match = await matchOf(door.referralId, personId);
    assert.equal(match.modelId, null, 'a new place begins with the published weights');
    const decided = await inTriage((context) => decideMatch(context, { matchId: match.id, outcome: 'not_same', version: match.version }));
    assert.ok(decided.ok);
    const again = () => scene.worker((tables) => weighCandidates(tables, door.personId));
    assert.deepEqual(await again(), []);
    assert.equal(
      await scene.worker((tables) => learnPlaceModel(tables, { identify: scene.identify, now: new Date() })),
      false,
      'too few records teach nothing',
    );
    const learned = scene.identify();
    await scene.worker((tables) =>
      tables
        .insertInto('linkageModel')
        .values({ id: learned, learnedAt: new Date(), people: 500, model: JSON.stringify(saveModel(startingModel(500), [])) })
        .execute(),
    );
    assert.deepEqual(await again(), [], 'also by other weights');
    const other = await arrive(somebody);
    assert.equal((await matchOf(other.referralId, personId)).modelId, learned);
  });

  test('only triage and senior clinicians decide, only about somebody the evidence put forward, and never once support has begun', async () => {
    const other = await known({
      ...ellie(),
      givenName: 'Tomasz',
      knownAs: '',
      familyName: 'Lis',
      born: '1950',
      postcode: 'SW1A 1AA',
      address: '9 Elm',
      contactPoints: [],
    });
    const somebody = ellie();
    const personId = await known(somebody);
    const door = await arrive(somebody, { state: 'in_triage' });
    const attempt = (visitor: Visitor, candidateId: string, version: number) =>
      scene.as(visitor, (context) => linkReferral(context, { referralId: door.referralId, candidateId, version }));
    const version = await versionOf(door.referralId);
    const worker = await scene.staff('Siobhan', 'KW', 'triage');
    const stranger = await scene.staff('Ada', 'TRI', 'other');
    const status = (result: Awaited<ReturnType<typeof attempt>>) => (result.ok ? 200 : result.problem.status);
    assert.equal(status(await attempt(worker, personId, version)), 403);
    assert.equal(status(await attempt(stranger, personId, version)), 404, 'a clinician of another team does not learn that it exists');
    assert.equal(status(await attempt(clinician, other, version)), 404);
    assert.equal(status(await attempt(clinician, personId, version + 1)), 409);
    await scene.worker(async (tables: Tables) => {
      await tables.updateTable('referral').set({ state: 'decided' }).where('id', '=', door.referralId).execute();
      await tables.updateTable('referral').set({ state: 'handed_over' }).where('id', '=', door.referralId).execute();
    });
    assert.equal(status(await attempt(clinician, personId, version)), 409);
  });

  test('every table that names a referral and a person is known to linking', async () => {
    const { rows } = await scene.worker((tables) =>
      sql<{ name: string }>`
      select distinct a.table_name as name from information_schema.columns a
      join information_schema.columns b using (table_schema, table_name) join information_schema.tables t using (table_schema, table_name)
      where a.table_schema = 'public' and t.table_type = 'BASE TABLE' and a.column_name = 'person_id'
        and b.column_name in ('referral_id', 'subject_id')`.execute(tables),
    );
    const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const listed = [...Object.keys(movesWithReferral), ...staysWithRecord].filter((name) => name !== 'referral');
    assert.deepEqual(rows.map((row) => camel(row.name)).sort(), listed.sort());
  });
});
