import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Scene, setScene } from '../../../../test/harness/context.ts';
import { createDatabase } from '../../../../test/harness/postgres.ts';
import { type Served, serve } from '../../../../test/harness/serve.ts';
import type { Visitor } from '../../../platform/web/context.ts';
import { findPossibleMatches, registerPerson } from '../actions.ts';
import type { NewPerson } from '../model.ts';
import { routes } from '../routes.tsx';

describe('the doors of matching', () => {
  let scene: Scene;
  let served: Served;
  let clinician: Visitor;
  before(async () => {
    scene = await setScene(createDatabase);
    served = await serve(scene, routes);
    clinician = await scene.staff('Priya Nair', 'TRI');
  });
  after(async () => {
    await served.server.close();
    await scene.database.close();
  });

  const ellie: NewPerson = {
    knownAs: 'Ellie',
    givenName: 'Eleanor',
    familyName: 'Fordingham',
    born: '1984-11-02',
    address: '4 Canal Row',
    postcode: 'TA6 5AA',
    contactPoints: [{ channel: 'text', value: '07700 900123', safeToUse: 'safe', shared: 'no' }],
  };

  const arrive = (served: boolean): Promise<{ matchId: string; referralId: string; knownId: string; doorId: string }> =>
    scene.as(null, async (context) => {
      const known = await registerPerson(context, { ...ellie, knownAs: 'Nell', familyName: 'Fordingham-Ashe', nhsNumber: '9434765919' });
      const door = await registerPerson(context, ellie);
      const referralId = context.identify();
      await context.asWorker('arrange', async (tables) => {
        await tables
          .insertInto('referral')
          .values({
            id: referralId,
            personId: door.personId,
            state: 'submitted',
            door: 'web',
            kind: 'self',
            teamId: scene.teams.triage.id,
            receivedAt: context.now,
            decideBy: context.now,
            createdAt: context.now,
          })
          .execute();
        const row = { teamId: scene.teams.triage.id, sourceKind: 'referral', sourceId: referralId, startsAt: context.now };
        await tables
          .insertInto('access')
          .values({ ...row, id: context.identify(), personId: door.personId, relationship: 'holds_referral' })
          .execute();
        if (served)
          await tables
            .insertInto('access')
            .values({ ...row, sourceId: known.personId, id: context.identify(), personId: known.personId, relationship: 'serves' })
            .execute();
      });
      await findPossibleMatches(context, { referralId, personId: door.personId });
      const match = await context.asWorker('look', (tables) =>
        tables
          .selectFrom('possibleMatch')
          .select('id')
          .where('referralId', '=', referralId)
          .where('candidateId', '=', known.personId)
          .executeTakeFirstOrThrow(),
      );
      return { matchId: match.id, referralId, knownId: known.personId, doorId: door.personId };
    });

  test('TRI compares two records: what was told, how far it agrees, and nothing of a record that the team does not reach', async () => {
    const { matchId, knownId, doorId } = await arrive(false);
    const browser = await served.as(clinician);
    await browser.get(`/identity/${matchId}`);
    assert.match(browser.page, /Do we know <bdi>Ellie Fordingham<\/bdi> already\?/);
    assert.match(browser.page, /<bdi>4 Canal Row<\/bdi>, <bdi>TA6 5AA<\/bdi>/);
    assert.match(browser.page, /Same .*date of birth/);
    assert.match(browser.page, /Not shown to your role/);
    for (const value of ['Nell', 'Ashe', '943 476', '9434765919']) assert.ok(!browser.page.includes(value), value);
    const named = await scene.worker((tables) =>
      tables.selectFrom('auditPerson').select('personId').where('personId', 'in', [knownId, doorId]).execute(),
    );
    assert.equal(named.length, 2, 'both are told that they were compared');
  });

  test('SNR who reaches both sees both', async () => {
    const { matchId } = await arrive(true);
    const browser = await served.as(await scene.staff('Martin Coles', 'SNR'));
    await browser.get(`/identity/${matchId}`);
    assert.match(browser.page, /<bdi>Fordingham-Ashe<\/bdi>/);
    assert.match(browser.page, /943 476 5919/);
    assert.doesNotMatch(browser.page, /Not shown to your role/);
  });

  test('TRI says the same person, sees it done, and undoes it', async () => {
    const { matchId, referralId, knownId, doorId } = await arrive(false);
    const browser = await served.as(clinician);
    await browser.get(`/identity/${matchId}`);
    const none = await browser.post(`/identity/${matchId}`, { version: '1' });
    assert.equal(none.statusCode, 422);
    assert.match(browser.page, /Choose an answer\. “Not sure” is one\./);
    await browser.follow(await browser.post(`/identity/${matchId}`, { outcome: 'same', version: '1' }));
    assert.match(browser.page, /Saved: the same person/);
    assert.match(browser.page, /Priya Nair decided this on Friday 20 Nov, 10am\./);
    const personOf = async () =>
      (
        await scene.worker((tables) =>
          tables.selectFrom('referral').select('personId').where('id', '=', referralId).executeTakeFirstOrThrow(),
        )
      ).personId;
    assert.equal(await personOf(), knownId);
    await browser.follow(await browser.post(`/identity/${matchId}/undo`, {}));
    assert.match(browser.page, /Everything is where it was\./);
    assert.match(browser.page, /Is it the same person\?/);
    assert.equal(await personOf(), doorId);
    await browser.get(`/identity/${matchId}`);
    assert.equal(
      (await browser.post(`/identity/${matchId}`, { outcome: 'not_same', version: '1' })).statusCode,
      409,
      'a page from before does not decide',
    );
  });

  test('other roles, and triage of another team, do not learn that it exists', async () => {
    const { matchId } = await arrive(false);
    assert.equal((await (await served.as(await scene.staff('Siobhan', 'KW'))).get(`/identity/${matchId}`)).statusCode, 403);
    assert.equal((await (await served.as(await scene.staff('Ada', 'TRI', 'other'))).get(`/identity/${matchId}`)).statusCode, 404);
    assert.equal((await served.visitor().get(`/identity/${matchId}`)).statusCode, 303);
  });
});
