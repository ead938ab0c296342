// Ways round the policies that somebody might try with the rights of a request, each tried for real.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Context, Tables, Visitor } from '../../src/platform/web/context.ts';
import { grantAccess } from '../../src/trust/access/actions.ts';
import { setScene } from '../harness/context.ts';
import { createDatabase } from '../harness/postgres.ts';

const scene = await setScene(createDatabase, { at: '2026-11-20T10:00:00Z' });

describe('attacks on the database', async () => {
  after(() => scene.database.close());
  const { clock, identify, teams } = scene;
  const kim = await scene.staff('Kim Ward', 'KW', 'support');
  const ref = await scene.referrer('Rae Holt');

  const refused = { code: '42501' };

  async function somebody(givenName = 'Ann'): Promise<string> {
    const id = identify();
    await scene.worker((tables) =>
      tables.insertInto('person').values({ id, givenName, createdAt: clock.now(), changedAt: clock.now() }).execute(),
    );
    return id;
  }

  const open = (personId: string, visitor: Visitor, relationship: 'key_worker' | 'referrer' | 'self'): Promise<string> =>
    scene.as(null, (context) =>
      grantAccess(context, {
        personId,
        accountId: visitor.accountId,
        relationship,
        role: relationship === 'key_worker' ? 'KW' : relationship === 'self' ? 'PER' : 'REF',
        source: { kind: 'test', id: identify() },
      }),
    );

  const attempt = (visitor: Visitor | null, statement: (context: Context) => Promise<unknown>): Promise<unknown> =>
    scene.as(visitor, statement);
  const count = async (tables: Tables, table: 'person' | 'referral' | 'accessRule' | 'doorDraft'): Promise<number> =>
    Number((await tables.selectFrom(table).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()).n);

  test('S14.1: a temporary table of the same name does not stand in for the real one', async () => {
    const personId = await somebody();
    await assert.rejects(
      attempt(kim, ({ tables }) => sql`create temporary table access_rule (role text)`.execute(tables)),
      refused,
    );
    // Should somebody open that again.
    const grant = (what: string): Promise<unknown> =>
      scene.database.pool.query(`do $$ begin execute format('${what}', current_database()); end $$`);
    await grant('grant temporary on database %I to onedoor_app');
    const seen = await scene.as(kim, async ({ tables }) => {
      await sql`create temporary table access_rule (role text, category text, reading text, writing text) on commit drop`.execute(tables);
      await sql`create temporary table access (id uuid, person_id uuid, team_id uuid, account_id uuid, relationship text, role text, categories text[], agreement_id uuid, reason text,
      source_kind text, source_id uuid, starts_at timestamptz, ends_at timestamptz) on commit drop`.execute(tables);
      await sql`insert into pg_temp.access values (${identify()}, ${personId}, null, ${kim.accountId}, 'key_worker', 'KW', null, null, 'x', 'x', ${identify()}, '2026-01-01', null)`.execute(
        tables,
      );
      await sql`insert into pg_temp.access_rule select role, category, 'full', 'full' from public.access_rule`.execute(tables);
      await sql`create temporary table membership (id uuid, account_id uuid, team_id uuid, access text, starts_on date, ends_on date) on commit drop`.execute(
        tables,
      );
      return count(tables, 'person');
    });
    await grant('revoke temporary on database %I from onedoor_app');
    assert.equal(seen, 0);
  });

  test('S14.1: a request gives itself no reason, no role, no membership and no protected table', async () => {
    const personId = await somebody();
    const statements: ((tables: Tables) => Promise<unknown>)[] = [
      (tables) =>
        tables
          .insertInto('access')
          .values({
            id: identify(),
            personId,
            accountId: kim.accountId,
            role: 'KW',
            relationship: 'key_worker',
            sourceKind: 'x',
            sourceId: identify(),
            startsAt: clock.now(),
          })
          .execute(),
      (tables) => sql`update access set account_id = ${kim.accountId}`.execute(tables),
      (tables) =>
        tables
          .insertInto('membership')
          .values({ id: identify(), accountId: kim.accountId, teamId: teams.other.id, role: 'x', access: 'MGR', startsOn: '2020-01-01' })
          .execute(),
      (tables) => sql`update access_rule set reading = 'full'`.execute(tables),
      (tables) => sql`update sharing_agreement set state = 'active'`.execute(tables),
      (tables) => sql`call protect('person', 'contact')`.execute(tables),
      (tables) => sql`call give_lifecycle('x', 'person', 'contact', '')`.execute(tables),
      (tables) => sql`alter table person disable row level security`.execute(tables),
      (tables) => sql`create function public.may_read(uuid) returns boolean language sql as 'select true'`.execute(tables),
      (tables) => sql`select password_hash from account`.execute(tables),
      (tables) => sql`select secret from place`.execute(tables),
      (tables) => sql`select token_hash from web_session`.execute(tables),
    ];
    for (const statement of statements)
      await assert.rejects(
        attempt(kim, ({ tables }) => statement(tables)),
        refused,
      );
  });

  test('S14.2: nobody forges a trace, an event, a message or an entry in another’s name', async () => {
    const personId = await somebody();
    await open(personId, kim, 'key_worker');
    const entry = { id: identify(), at: clock.now(), actor: 'Kim', route: '/', kind: 'read', outcome: 200, request: 'r' };
    const other = identify();
    await scene.worker((tables) =>
      tables
        .insertInto('auditEntry')
        .values({ ...entry, id: other, accountId: ref.accountId })
        .execute(),
    );
    const statements: ((tables: Tables) => Promise<unknown>)[] = [
      (tables) =>
        tables
          .insertInto('auditEntry')
          .values({ ...entry, accountId: ref.accountId })
          .execute(),
      (tables) => tables.insertInto('auditPerson').values({ entryId: other, personId, at: clock.now() }).execute(),
      (tables) =>
        tables
          .insertInto('journeyEvent')
          .values({
            id: identify(),
            personId,
            category: 'story',
            kind: 'x',
            at: clock.now(),
            subjectKind: 'x',
            subjectId: personId,
            createdBy: kim.accountId,
          })
          .execute(),
      (tables) =>
        sql`insert into transition (lifecycle, subject_id, person_id, category, to_state, at) values ('referral', ${personId}, ${personId}, 'contact', 'submitted', now())`.execute(
          tables,
        ),
      (tables) =>
        tables
          .insertInto('message')
          .values({
            id: identify(),
            personId,
            createdBy: kim.accountId,
            audience: 'person',
            purpose: 'x',
            channel: 'text',
            body: 'words',
            state: 'queued',
            notBefore: clock.now(),
            createdAt: clock.now(),
          })
          .execute(),
      async (tables) => {
        await sql`create temporary table referral (id uuid, person_id uuid, state text) on commit drop`.execute(tables);
        await sql`create trigger forge before insert on pg_temp.referral for each row execute function public.follow_lifecycle()`.execute(
          tables,
        );
      },
    ];
    for (const statement of statements)
      await assert.rejects(
        attempt(kim, ({ tables }) => statement(tables)),
        refused,
      );
    await attempt(kim, async ({ tables }) => {
      await tables
        .insertInto('auditEntry')
        .values({ ...entry, accountId: kim.accountId })
        .execute();
      await tables.insertInto('auditPerson').values({ entryId: entry.id, personId, at: clock.now() }).execute();
    });
  });

  test('S14.1: a row stays about the person, in the category and by the author it was written with, even between two people one may write', async () => {
    const [one, another] = [await somebody(), await somebody()];
    await open(one, kim, 'key_worker');
    await open(another, kim, 'key_worker');
    const id = identify();
    const plan = { id, number: 1, state: 'draft', personId: one, createdAt: clock.now(), changedAt: clock.now() };
    await attempt(kim, ({ tables }) =>
      tables
        .insertInto('plan')
        .values({ ...plan, createdBy: kim.accountId })
        .execute(),
    );
    for (const change of [{ personId: another }, { createdBy: ref.accountId }, { createdAt: new Date(0) }, { id: identify() }])
      await assert.rejects(
        attempt(kim, ({ tables }) => tables.updateTable('plan').set(change).where('id', '=', id).execute()),
        refused,
      );
    await assert.rejects(
      attempt(kim, ({ tables }) =>
        tables
          .insertInto('plan')
          .values({ ...plan, id: identify(), number: 2, createdBy: ref.accountId })
          .execute(),
      ),
      refused,
    );
    await attempt(kim, ({ tables }) => tables.updateTable('plan').set({ aboutMe: 'words' }).where('id', '=', id).execute());
  });

  test('S3.8: a referrer reads their own items and what became of them, never the person’s record nor that somebody was known', async () => {
    const [door, known] = [await somebody('Tom'), await somebody('Thomas')];
    await open(door, ref, 'referrer');
    const id = identify();
    await scene.worker(async (tables) => {
      await tables
        .updateTable('person')
        .set({ createdBy: ref.accountId, address: 'A new and secret address' })
        .where('id', '=', door)
        .execute();
      await tables
        .insertInto('referral')
        .values({
          id,
          personId: door,
          state: 'submitted',
          door: 'professional',
          kind: 'professional',
          teamId: teams.triage.id,
          referrerAccountId: ref.accountId,
          receivedAt: clock.now(),
          decideBy: clock.now(),
          createdAt: clock.now(),
          createdBy: ref.accountId,
        })
        .execute();
      await tables
        .insertInto('referralAnswer')
        .values(
          [ref.accountId, kim.accountId].map((createdBy, position) => ({
            id: identify(),
            referralId: id,
            personId: door,
            category: 'story',
            question: `q${position}`,
            status: 'answered',
            words: 'words',
            saidBy: 'referrer',
            position,
            askedAt: clock.now(),
            createdBy,
          })),
        )
        .execute();
    });
    const seen = (): Promise<object> =>
      scene.as(ref, async ({ tables }) => ({
        people: await count(tables, 'person'),
        referrals: await count(tables, 'referral'),
        answers: (await tables.selectFrom('referralAnswer').select('question').execute()).map(({ question }) => question),
        status: (await tables.selectFrom('referralStatus').select('givenName').execute()).map(({ givenName }) => givenName),
      }));
    const before = await seen();
    assert.deepEqual(before, { people: 0, referrals: 0, answers: ['q0'], status: ['Tom'] });
    await scene.worker((tables) =>
      tables.updateTable('referral').set({ personId: known, originalPersonId: door, identity: 'linked' }).where('id', '=', id).execute(),
    );
    assert.deepEqual(await seen(), before, 'nothing differs when the person turns out to be known');
    assert.deepEqual(
      await scene.as(ref, ({ tables }) =>
        sql<{ n: number }>`update person set known_as = 'x' returning 1 as n`.execute(tables).then(({ rows }) => rows),
      ),
      [],
    );
  });

  test('the holder of a return code opens their own draft, not another’s, not a referral and not after its time', async () => {
    const draft = {
      kind: 'self',
      language: 'en',
      createdAt: clock.now(),
      savedAt: clock.now(),
      endsAt: new Date(clock.now().getTime() + 1000),
    };
    await scene.worker((tables) =>
      tables
        .insertInto('doorDraft')
        .values(['one', 'two'].map((codeHash) => ({ ...draft, codeHash })))
        .execute(),
    );
    const drafts = (): Promise<number> => scene.as(null, ({ tables }) => count(tables, 'doorDraft'), 'one');
    assert.equal(await drafts(), 1);
    await assert.rejects(
      scene.as(null, ({ tables }) => sql`update door_draft set referral_id = ${identify()}`.execute(tables), 'one'),
      refused,
    );
    clock.advance(1000);
    assert.equal(await drafts(), 0);
    clock.advance(-1000);
  });

  test('when somebody has died nobody reads their record as them any more', async () => {
    const personId = await somebody();
    const accountId = identify();
    await scene.worker((tables) =>
      tables.insertInto('account').values({ id: accountId, kind: 'person', name: 'Ann', personId, createdAt: clock.now() }).execute(),
    );
    const ann: Visitor = { accountId, kind: 'person', name: 'Ann', job: '', personId, roles: [] };
    await open(personId, ann, 'self');
    await open(personId, kim, 'key_worker');
    const readers = async (): Promise<boolean[]> =>
      Promise.all(
        [ann, kim].map((visitor) =>
          scene.as(
            visitor,
            async ({ tables }) => !!(await tables.selectFrom('person').where('id', '=', personId).select('id').executeTakeFirst()),
          ),
        ),
      );
    assert.deepEqual(await readers(), [true, true]);
    await scene.as(kim, ({ tables }) => tables.updateTable('person').set({ diedOn: '2026-11-19' }).where('id', '=', personId).execute());
    assert.deepEqual(await readers(), [false, true]);
  });

  test('S14.3: no row of broken glass lasts longer than 3 hours, nor can one be made to', async () => {
    const personId = await somebody();
    const row = {
      id: identify(),
      personId,
      accountId: kim.accountId,
      role: 'IG',
      relationship: 'break_glass',
      reason: 'A breach',
      sourceKind: 'request',
      sourceId: identify(),
      startsAt: clock.now(),
    };
    const later = (milliseconds: number): Date => new Date(clock.now().getTime() + milliseconds);
    const check = { code: '23514' };
    const add = (more: object): Promise<unknown> =>
      scene.worker((tables) =>
        tables
          .insertInto('access')
          .values({ ...row, ...more })
          .execute(),
      );
    await assert.rejects(add({ endsAt: later(3 * 3_600_000 + 1) }), check);
    await assert.rejects(add({ endsAt: null }), check);
    await assert.rejects(add({ endsAt: later(1000), reason: '' }), check);
    await assert.rejects(add({ endsAt: later(1000), accountId: null, teamId: teams.other.id, role: null }), check);
    await add({ endsAt: later(3 * 3_600_000) });
    await assert.rejects(
      scene.worker((tables) =>
        tables
          .updateTable('access')
          .set({ endsAt: later(4 * 3_600_000) })
          .where('id', '=', row.id)
          .execute(),
      ),
      check,
    );
  });

  test('nobody rewrites what somebody else said, or a note once written', async () => {
    const personId = await somebody();
    await open(personId, kim, 'key_worker');
    const [id, session] = [identify(), identify()];
    await scene.worker((tables) =>
      tables
        .insertInto('supportSession')
        .values({
          id: session,
          personId,
          workerId: kim.accountId,
          state: 'attended',
          startsAt: clock.now(),
          minutes: 50,
          channel: '01',
          createdAt: clock.now(),
        })
        .execute(),
    );
    await attempt(kim, ({ tables }) =>
      tables
        .insertInto('sessionNote')
        .values({ id, sessionId: session, personId, did: 'words', agreed: 'words', createdAt: clock.now(), createdBy: kim.accountId })
        .execute(),
    );
    await assert.rejects(
      attempt(kim, ({ tables }) => tables.updateTable('sessionNote').set({ did: 'other words' }).where('id', '=', id).execute()),
      refused,
    );
  });
});
