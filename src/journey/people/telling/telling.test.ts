import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { type Scene, setScene } from '../../../../test/harness/context.ts';
import { createDatabase } from '../../../../test/harness/postgres.ts';
import type { OutgoingMessage } from '../../../platform/messages/message.ts';
import { identityOf, mayGoNow, outboxRules, previewForPerson, registerPerson, tellPerson, tellReferrer } from '../actions.ts';
import type { NewContactPoint } from '../model.ts';

describe('telling a person', () => {
  let scene: Scene;
  before(async () => {
    scene = await setScene(createDatabase);
  });
  after(() => scene.database.close());

  const facts = { day: 'Friday 27 Nov', time: '2pm', worker: 'Priya', team: 'Willow desk', path: '/me' };
  const subject = { kind: 'referral', id: '00000000-0000-7000-8000-000000000001' };

  const newPoint: fc.Arbitrary<NewContactPoint> = fc.record({
    channel: fc.constantFrom('text', 'phone', 'email', 'post', 'in_person'),
    value: fc.constantFrom('07700 900123', 'sam@example.org', '1 High Street'),
    safeToUse: fc.constantFrom('safe', 'not_safe', 'ask_first', 'not_asked'),
    shared: fc.constantFrom('yes', 'no', 'not_sure', 'not_asked'),
    mayNameService: fc.boolean(),
    maySendLinks: fc.boolean(),
    timesNever: fc.constantFrom('', 'mornings', 'weekends', 'when he is home'),
  });

  test('S3.2, H5: the outbox holds a message only for a way that is safe; else a named worker has a task', async () => {
    const worker = await scene.staff('Priya', 'TRI');
    await fc.assert(
      fc.asyncProperty(fc.array(newPoint, { maxLength: 4 }), fc.boolean(), async (contactPoints, willContactUs) => {
        const { personId, told } = await scene.as(worker, async (context) => {
          const { personId } = await registerPerson(context, { knownAs: 'Ellie', contactPoints, willContactUs });
          return {
            personId,
            told: await tellPerson(context, { personId, purpose: 'appointment', facts, workerId: worker.accountId, subject }),
          };
        });
        await scene.worker(async (tables) => {
          const messages = await tables.selectFrom('message').selectAll().where('personId', '=', personId).execute();
          const tasks = await tables.selectFrom('task').selectAll().where('personId', '=', personId).execute();
          assert.equal(messages.length + tasks.length, 1, 'one or the other, never silence');
          if ('taskId' in told) {
            assert.equal(tasks[0]?.accountId, worker.accountId);
            assert.match(tasks[0]?.words ?? '', /^Tell them when the appointment is\. /);
            return;
          }
          const message = messages[0];
          assert.equal(message?.id, told.messageId);
          const point = await tables
            .selectFrom('contactPoint')
            .selectAll()
            .where('id', '=', message?.contactPointId ?? '')
            .executeTakeFirstOrThrow();
          assert.equal(willContactUs, false);
          assert.equal(point.safeToUse, 'safe');
          assert.equal(point.value, message?.toValue);
          if (point.shared !== 'no' || !point.mayNameService)
            assert.doesNotMatch(`${message?.sender} ${message?.subject} ${message?.body}`, /willow|http/i);
          assert.deepEqual(await mayGoNow(tables, message as OutgoingMessage, message?.notBefore ?? new Date(0), scene.place.blueprint), {
            kind: 'go',
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('S3.2: the sending code reads the rules again: whatever has changed to unsafe since is refused, and becomes a task', async () => {
    const worker = await scene.staff('Priya', 'TRI');
    const open = {
      channel: 'text',
      value: '07700 900123',
      safeToUse: 'safe',
      shared: 'no',
      mayNameService: true,
      maySendLinks: true,
    } as const;
    const changes = [
      { safeToUse: 'not_safe' },
      { safeToUse: 'ask_first' },
      { safeToUse: 'not_asked' },
      { shared: 'yes' },
      { shared: 'not_sure' },
      { mayNameService: false },
      { maySendLinks: false },
      { replacedAt: new Date('2026-11-20T09:59:00Z') },
      { doubtedAt: new Date('2026-11-20T09:59:00Z') },
      { value: '07700 900999' },
      { timesNever: 'when he is home' },
    ];
    const rules = outboxRules(scene.clock, scene.identify, scene.place.blueprint);
    for (const change of changes) {
      const { personId, told } = await scene.as(worker, async (context) => {
        const { personId } = await registerPerson(context, { knownAs: 'Ellie', contactPoints: [open] });
        return { personId, told: await tellPerson(context, { personId, purpose: 'receipt', facts, workerId: worker.accountId, subject }) };
      });
      assert.ok('messageId' in told);
      await scene.worker(async (tables) => {
        const message = (await tables
          .selectFrom('message')
          .selectAll()
          .where('id', '=', told.messageId)
          .executeTakeFirstOrThrow()) as OutgoingMessage;
        assert.match(message.body, /https:\/\/willow\.example\.org\/me/);
        assert.deepEqual(await rules.mayGo(tables, message, scene.clock.now()), { kind: 'go' });
        await tables.updateTable('contactPoint').set(change).where('personId', '=', personId).execute();
        const verdict = await rules.mayGo(tables, message, scene.clock.now());
        assert.equal(verdict.kind, 'refuse', JSON.stringify(change));
        const taskId = await rules.handOver(tables, message, 'refused', verdict.kind === 'refuse' ? verdict.because : '');
        const task = await tables.selectFrom('task').selectAll().where('id', '=', taskId).executeTakeFirstOrThrow();
        assert.equal(task.accountId, worker.accountId);
        assert.equal(task.leadsTo, `/triage/${subject.id}`);
      });
    }
  });

  test('S3.3: a message that names the service is refused once others may see it, though it holds no link', async () => {
    const open = { channel: 'text', value: '07700 900123', safeToUse: 'safe', shared: 'no', mayNameService: true } as const;
    for (const change of [{ shared: 'yes' }, { shared: 'not_asked' }, { mayNameService: false }] as const)
      await scene.as(null, async (context) => {
        const { personId } = await registerPerson(context, { knownAs: 'Ellie', contactPoints: [open] });
        const told = await tellPerson(context, { personId, purpose: 'withdrawn', facts: {}, workerId: null, subject });
        assert.ok('messageId' in told);
        await context.asWorker('look', async (tables) => {
          const message = (await tables
            .selectFrom('message')
            .selectAll()
            .where('id', '=', told.messageId)
            .executeTakeFirstOrThrow()) as OutgoingMessage;
          assert.deepEqual(await mayGoNow(tables, message, context.now, scene.place.blueprint), { kind: 'go' });
          await tables.updateTable('contactPoint').set(change).where('personId', '=', personId).execute();
          assert.deepEqual(await mayGoNow(tables, message, context.now, scene.place.blueprint), {
            kind: 'refuse',
            because: 'Someone else may see it now, and the message holds a name.',
          });
        });
      });
  });

  test('S3.2: a way checked again with the same answers keeps what was written for it; an hour they ruled out holds it', async () => {
    const worker = await scene.staff('Priya', 'TRI');
    const open = { channel: 'text', value: '07700 900123', safeToUse: 'safe', shared: 'yes' } as const;
    const { personId, told } = await scene.as(worker, async (context) => {
      const { personId } = await registerPerson(context, { knownAs: 'Ellie', contactPoints: [open] });
      return { personId, told: await tellPerson(context, { personId, purpose: 'receipt', facts, workerId: worker.accountId, subject }) };
    });
    await scene.worker(async (tables) => {
      const message = (await tables
        .selectFrom('message')
        .selectAll()
        .where('id', '=', 'messageId' in told ? told.messageId : '')
        .executeTakeFirstOrThrow()) as OutgoingMessage;
      await tables.updateTable('contactPoint').set({ replacedAt: scene.clock.now() }).where('personId', '=', personId).execute();
      await tables
        .insertInto('contactPoint')
        .values({ ...open, id: scene.identify(), personId, timesNever: 'mornings', checkedOn: '2026-11-20', createdAt: scene.clock.now() })
        .execute();
      assert.deepEqual(await mayGoNow(tables, message, scene.clock.now(), scene.place.blueprint), {
        kind: 'wait',
        until: new Date('2026-11-20T12:00:00Z'),
      });
      const quiet = { contact: { ...scene.place.blueprint.contact, quietHours: { from: 9 * 60, to: 15 * 60, except: [] } } };
      assert.deepEqual(
        await mayGoNow(tables, message, scene.clock.now(), quiet),
        { kind: 'wait', until: new Date('2026-11-20T15:00:00Z') },
        'quiet hours as the place has them when it leaves, not as it had them when it was written',
      );
      await tables.updateTable('contactPreference').set({ willContactUs: true }).where('personId', '=', personId).execute();
      assert.equal((await mayGoNow(tables, message, scene.clock.now(), scene.place.blueprint)).kind, 'refuse');
      await tables.updateTable('contactPreference').set({ willContactUs: false }).where('personId', '=', personId).execute();
      await tables.updateTable('person').set({ diedOn: '2026-11-19' }).where('id', '=', personId).execute();
      assert.equal((await mayGoNow(tables, message, scene.clock.now(), scene.place.blueprint)).kind, 'refuse');
    });
  });

  test('S3.4: the preview is word for word what is queued', async () => {
    const worker = await scene.staff('Priya', 'TRI');
    for (const shared of ['yes', 'no'] as const)
      await scene.as(worker, async (context) => {
        const { personId } = await registerPerson(context, {
          knownAs: 'Ellie',
          contactPoints: [{ channel: 'text', value: '07700 900123', safeToUse: 'safe', shared, mayNameService: true }],
        });
        const preview = await previewForPerson(context, {
          personId,
          purpose: 'reminder',
          facts,
          subject: { kind: 'person', id: personId },
        });
        const told = await tellPerson(context, { personId, purpose: 'reminder', facts, workerId: null, subject });
        assert.ok(preview.kind === 'message' && 'messageId' in told);
        const sent = await context.asWorker('look', (tables) =>
          tables
            .selectFrom('message')
            .select(['sender', 'subject', 'body', 'notBefore'])
            .where('id', '=', told.messageId)
            .executeTakeFirstOrThrow(),
        );
        assert.deepEqual(sent, { sender: preview.sender, subject: preview.subject, body: preview.body, notBefore: preview.notBefore });
        assert.equal(preview.sender, shared === 'yes' ? '07700 900381' : 'Willow Minds');
        assert.equal(
          preview.body,
          shared === 'yes'
            ? 'Hi Ellie, it’s Priya. Is Friday 27 Nov at 2pm still OK? Reply YES or NO.'
            : 'Hi Ellie, this is Priya at Willow Minds. Is Friday 27 Nov at 2pm still OK? Reply YES or NO.',
        );
      });
  });

  test('“I will contact you”: the receipt waits on their page and nobody is given work; anything else is a worker’s to decide', async () => {
    await scene.as(null, async (context) => {
      const { personId } = await registerPerson(context, { knownAs: 'Sam', willContactUs: true });
      const receipt = await tellPerson(context, { personId, purpose: 'receipt', facts, workerId: null, subject });
      assert.ok('messageId' in receipt);
      const decision = await tellPerson(context, { personId, purpose: 'decision', facts, workerId: null, subject });
      assert.ok('taskId' in decision);
      await context.asWorker('look', async (tables) => {
        assert.equal(
          (await tables.selectFrom('message').select('channel').where('id', '=', receipt.messageId).executeTakeFirstOrThrow()).channel,
          'page',
        );
        const task = await tables.selectFrom('task').select('teamId').where('id', '=', decision.taskId).executeTakeFirstOrThrow();
        assert.equal(task.teamId, scene.teams.triage.id, 'with nobody named, the team that triages');
      });
    });
  });

  test('S3.8, S4.6: what a referrer is told names a number and a page, never the person', async () => {
    const referrer = await scene.referrer('Dr Osei');
    await scene.as(referrer, async (context) => {
      const { personId } = await registerPerson(context, { givenName: 'Eleanor', familyName: 'Ford' });
      const referralId = context.identify();
      const { number } = await context.asWorker('arrange', (tables) =>
        tables
          .insertInto('referral')
          .values({
            id: referralId,
            personId,
            state: 'submitted',
            door: 'gp',
            kind: 'professional',
            teamId: scene.teams.triage.id,
            referrerEmail: 'osei@surgery.example.org',
            receivedAt: context.now,
            decideBy: context.now,
            createdAt: context.now,
            createdBy: referrer.accountId,
          })
          .returning('number')
          .executeTakeFirstOrThrow(),
      );
      const told = await tellReferrer(context, { referralId, purpose: 'referrer_receipt', facts });
      assert.ok(told && 'messageId' in told);
      const sent = await context.asWorker('look', (tables) =>
        tables.selectFrom('message').select(['subject', 'body', 'audience']).where('id', '=', told.messageId).executeTakeFirstOrThrow(),
      );
      assert.equal(sent.audience, 'referrer');
      assert.match(sent.body, new RegExp(`referral ${number}`));
      assert.doesNotMatch(`${sent.subject} ${sent.body}`, /eleanor|ford/i);
    });
  });

  test('the identity bar has what the reader may see: all of it, the short form, or nobody at all', async () => {
    const clinician = await scene.staff('Priya', 'TRI');
    const host = await scene.staff('Beth', 'HOST', 'support');
    const stranger = await scene.staff('Olu', 'KW', 'other');
    const personId = await scene.as(clinician, async (context) => {
      const { personId } = await registerPerson(context, {
        knownAs: 'Ellie',
        givenName: 'Eleanor',
        familyName: 'Ford',
        born: '1984-11',
        noFixedAbode: true,
        area: 'Bridgwater',
        contactPoints: [{ channel: 'text', value: '07700 900123', safeToUse: 'safe', shared: 'yes' }],
      });
      await context.asWorker('arrange', (tables) =>
        tables
          .insertInto('access')
          .values([
            {
              id: context.identify(),
              personId,
              teamId: scene.teams.triage.id,
              relationship: 'holds_referral',
              sourceKind: 'test',
              sourceId: personId,
              startsAt: context.now,
            },
            {
              id: context.identify(),
              personId,
              teamId: scene.teams.support.id,
              relationship: 'serves',
              sourceKind: 'test',
              sourceId: personId,
              startsAt: context.now,
            },
          ])
          .execute(),
      );
      return personId;
    });
    const whole = await scene.as(clinician, (context) => identityOf(context, personId));
    assert.equal(whole?.name, 'Ellie Ford');
    assert.equal(whole?.bornInWords, 'November 1984 (41 or 42)');
    assert.equal(whole?.home, 'No fixed abode, Bridgwater');
    assert.equal(whole?.safeContact?.rule, 'Text. Do not say who we are.');
    assert.deepEqual(scene.touched, [personId]);
    assert.deepEqual(await scene.as(host, (context) => identityOf(context, personId)), { personId, name: 'Ellie', firstName: 'Ellie' });
    assert.equal(await scene.as(stranger, (context) => identityOf(context, personId)), null);
    assert.deepEqual(scene.touched, [], 'nobody was seen');
  });
});
