import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setScene } from '../../../test/harness/context.ts';
import { createDatabase } from '../../../test/harness/postgres.ts';
import type { Visitor } from '../../platform/web/context.ts';
import { endAccess, explainAccess, grantAccess } from './actions.ts';
import type { Grant } from './model.ts';

const scene = await setScene(createDatabase, { at: '2026-11-20T10:00:00Z' });

describe('who can see what, and why', async () => {
  after(() => scene.database.close());
  const { identify, clock, teams } = scene;

  async function somebody(): Promise<{ personId: string; visitor: Visitor }> {
    const personId = identify();
    const accountId = identify();
    await scene.worker(async (tables) => {
      await tables
        .insertInto('person')
        .values({ id: personId, givenName: 'Ann', createdAt: clock.now(), changedAt: clock.now() })
        .execute();
      await tables.insertInto('account').values({ id: accountId, kind: 'person', name: 'Ann', personId, createdAt: clock.now() }).execute();
    });
    const visitor: Visitor = { accountId, kind: 'person', name: 'Ann', job: '', personId, roles: [] };
    await scene.as(null, (context) =>
      grantAccess(context, { personId, accountId, relationship: 'self', role: 'PER', source: { kind: 'registration', id: personId } }),
    );
    return { personId, visitor };
  }

  const grace = await scene.staff('Grace Obi', 'KW', 'support');
  const tim = await scene.staff('Tim Rowe', 'TRI', 'triage');
  const ada = await scene.staff('Ada Poll', 'ADM', 'support');
  const ian = await scene.staff('Ian Fry', 'IG', 'other');

  const readable = (visitor: Visitor, personId: string): Promise<boolean> =>
    scene.as(
      visitor,
      async ({ tables }) => !!(await tables.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst()),
    );
  const sentences = (visitor: Visitor, personId: string, accountId?: string): Promise<string[]> =>
    scene.as(visitor, async (context) => (await explainAccess(context, personId, accountId)).map(({ words }) => words.sentence));

  test('S14.1: no row, no record; a reason opens it and ending its source closes it at once', async () => {
    const { personId } = await somebody();
    assert.equal(await readable(grace, personId), false);
    const source = { kind: 'enrolment', id: identify() };
    const grant: Grant = { personId, accountId: grace.accountId, relationship: 'key_worker', role: 'KW', source };
    const first = await scene.as(grace, (context) => grantAccess(context, grant));
    assert.equal(await readable(grace, personId), true);
    const second = await scene.as(grace, (context) => grantAccess(context, grant));
    assert.equal(second, first, 'asking again changes nothing');
    await scene.as(grace, (context) => endAccess(context, source.id));
    assert.equal(await readable(grace, personId), false);
    const again = await scene.as(grace, (context) => grantAccess(context, grant));
    assert.notEqual(again, first, 'what ended stays ended; coming back is a new reason');
    assert.equal(await readable(grace, personId), true);
  });

  test('S14.2: the person reads in plain words who can see them and why', async () => {
    const { personId, visitor } = await somebody();
    await scene.as(tim, (context) =>
      grantAccess(context, {
        personId,
        teamId: teams.triage.id,
        relationship: 'holds_referral',
        source: { kind: 'referral', id: identify() },
      }),
    );
    await scene.as(tim, (context) =>
      grantAccess(context, {
        personId,
        accountId: grace.accountId,
        relationship: 'key_worker',
        role: 'KW',
        categories: ['contact', 'story'],
        source: { kind: 'enrolment', id: identify() },
        endsAt: new Date('2027-01-31T12:00:00Z'),
      }),
    );
    assert.deepEqual(await sentences(visitor, personId), [
      'Ann is the person themselves, since 20 November 2026.',
      'Willow desk holds the referral, since 20 November 2026.',
      'Grace Obi is their named worker, since 20 November 2026 until 31 January 2027.',
    ]);
    assert.ok(scene.touched.includes(personId));
    const [, desk, key] = await scene.as(visitor, (context) => explainAccess(context, personId));
    assert.deepEqual(desk?.words.roles, ['triage clinician']);
    assert.equal(desk?.words.opens, 'Contact, story, clinical, safety, justice, housing, work and money and measures; in short: equality');
    assert.equal(desk?.words.source, 'the referral');
    assert.equal(key?.words.opens, 'Contact and story');
    assert.equal(key?.words.until, '31 January 2027');
  });

  test('“Why can Grace see this?” names her own reasons and those of her teams', async () => {
    const { personId, visitor } = await somebody();
    await scene.as(tim, (context) =>
      grantAccess(context, { personId, teamId: teams.support.id, relationship: 'serves', source: { kind: 'offer', id: identify() } }),
    );
    assert.deepEqual(await sentences(visitor, personId, grace.accountId), ['Willow workers gives support, since 20 November 2026.']);
    assert.deepEqual(await sentences(visitor, personId, tim.accountId), []);
    assert.deepEqual(await sentences(visitor, personId, ada.accountId), [], 'S14.5: an administrator in the team does not reach them');
    assert.deepEqual(await sentences(grace, personId), ['Willow workers gives support, since 20 November 2026.']);
    assert.deepEqual(await sentences(tim, personId), [], 'who has no reason is told none');
    assert.deepEqual(await sentences(ada, personId), []);
  });

  test('S14.3: broken glass needs a reason, reads, lasts 3 hours at most and is shown to the person', async () => {
    const { personId, visitor } = await somebody();
    const breaking = (reason: string, hours: number): Promise<string> =>
      scene.as(ian, (context) =>
        grantAccess(context, {
          personId,
          accountId: ian.accountId,
          relationship: 'break_glass',
          role: 'IG',
          reason,
          source: { kind: 'request', id: identify() },
          endsAt: new Date(clock.now().getTime() + hours * 3_600_000),
        }),
      );
    await assert.rejects(breaking('', 1), RangeError);
    await assert.rejects(breaking('A complaint', 3.001), RangeError);
    await breaking('A complaint', 3);
    assert.equal(await readable(ian, personId), true);
    assert.deepEqual(await sentences(visitor, personId), [
      'Ann is the person themselves, since 20 November 2026.',
      'Ian Fry opened the record in an emergency, since 20 November 2026 until 20 November 2026, 1pm.',
    ]);
    clock.set('2026-11-20T13:00:00Z');
    assert.equal(await readable(ian, personId), false);
    clock.set('2026-11-20T10:00:00Z');
  });

  test('S12: a supporter, carer, referrer or partner has the role of that relationship and no other', async () => {
    const { personId } = await somebody();
    for (const relationship of ['self', 'carer', 'referrer', 'supporter'] as const)
      await assert.rejects(
        scene.as(tim, (context) =>
          grantAccess(context, {
            personId,
            accountId: grace.accountId,
            relationship,
            role: 'KW',
            source: { kind: 'match', id: identify() },
          }),
        ),
        RangeError,
      );
  });

  test('S10.2: a partner reaches only what the agreement covers and the person chose, and the reason names the agreement', async () => {
    const { personId, visitor } = await somebody();
    const organisationId = identify();
    const agreementId = identify();
    const paul = await scene.staff('Paul Day', 'PAR', 'other');
    await scene.worker(async (tables) => {
      await tables.insertInto('organisation').values({ id: organisationId, code: 'council', name: 'Council' }).execute();
      await tables.updateTable('team').set({ organisationId }).where('id', '=', teams.other.id).execute();
    });
    await scene.database.pool.query(
      `insert into sharing_agreement (id, name, organisation_id, purpose, categories, lawful_basis, state, starts_on, ends_on)
       values ($1, 'Hub meetings', $2, 'hub', '{contact,housing}', '6_1_e', 'active', '2026-01-01', '2026-11-20')`,
      [agreementId, organisationId],
    );
    const choiceId = identify();
    await scene.as(tim, (context) =>
      grantAccess(context, {
        personId,
        teamId: teams.other.id,
        relationship: 'agreement',
        role: 'PAR',
        agreementId,
        source: { kind: 'sharing_choice', id: choiceId },
      }),
    );
    assert.equal(await readable(paul, personId), false, 'an agreement between organisations is not the person’s choice');
    await scene.worker((tables) =>
      tables
        .insertInto('sharingChoice')
        .values({
          id: choiceId,
          personId,
          organisationId,
          categories: ['contact', 'story'],
          purpose: 'hub',
          state: 'agreed',
          createdAt: clock.now(),
        })
        .execute(),
    );
    assert.equal(await readable(paul, personId), true);
    const reasons = await scene.as(visitor, (context) => explainAccess(context, personId));
    assert.equal(
      reasons[1]?.words.sentence,
      'Elm House works with us under a sharing agreement (Hub meetings), since 20 November 2026 until 20 November 2026.',
    );
    assert.deepEqual(reasons[1]?.full, ['contact']);
    clock.set('2026-11-21T00:00:00Z');
    assert.equal(await readable(paul, personId), false, 'the agreement ended yesterday');
    clock.set('2026-11-20T10:00:00Z');
  });
});
