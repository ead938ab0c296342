import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { createDatabase } from '../../../test/harness/postgres.ts';
import { startMailServer } from '../../../test/harness/smtp.ts';
import { standingClock } from '../clock.ts';
import { identifiers } from '../identifiers.ts';
import { demoTransports, productionTransports, type Transports } from './message.ts';
import { databaseOutbox, type OutboxRules, type Verdict } from './outbox.ts';
import { delays, settlementOf, startSending, takenFor } from './sending.ts';
import { messageIdOf, smtpTransport } from './smtp.ts';

const clock = standingClock('2026-11-21T10:00:00Z');
const identify = identifiers(clock);
const database = await createDatabase({ clock });
const server = await startMailServer();

describe('sending what is due', () => {
  after(async () => {
    await server.close();
    await database.close();
  });

  const from = 'hello@help.example.org';
  const transports = productionTransports(smtpTransport({ url: server.url, from }));

  // Hooks outside a describe would run around every test of the whole run.
  describe('sending', () => {
    let handedOver: string[] = [];
    let verdict: () => Verdict = () => ({ kind: 'go' });
    const rules: OutboxRules = {
      mayGo: async () => verdict(),
      async handOver(_tables, message, why, because) {
        handedOver.push(`${message.subject}: ${why}. ${because}`.trim());
        return message.id;
      },
    };
    const outbox = databaseOutbox(database.as, rules);

    beforeEach(() => {
      clock.set('2026-11-21T10:00:00Z');
    });
    afterEach(async () => {
      handedOver = [];
      verdict = () => ({ kind: 'go' });
      await database.pool.query('truncate message cascade');
    });

    async function write(
      subject: string,
      { channel = 'email', toValue = 'ash@example.org', notBefore = clock.now() } = {},
    ): Promise<string> {
      const id = identify();
      await database.pool.query(
        `insert into message (id, audience, purpose, channel, to_value, subject, body, state, not_before, created_at)
     values ($1, 'person', 'appointment', $2, $3, $4, 'We meet at 4pm.', 'queued', $5, $5)`,
        [id, channel, toValue, subject, notBefore],
      );
      return id;
    }

    interface Kept {
      state: string;
      attempts: number;
      last_error: string;
      not_before: Date;
      task_id: string | null;
    }
    async function kept(id: string): Promise<Kept> {
      const { rows } = await database.pool.query<Kept>(
        'select state, attempts, last_error, not_before, task_id from message where id = $1',
        [id],
      );
      assert.ok(rows[0]);
      return rows[0];
    }

    /** Sends what is due at this moment and stops. */
    async function sendDue(through: Transports = transports, box = outbox): Promise<unknown[]> {
      const faults: unknown[] = [];
      const sending = startSending({
        outbox: box,
        transports: through,
        clock,
        onFault: (error) => faults.push(error),
        lookEvery: 3_600_000,
      });
      await sending.sendDue();
      await sending.stop();
      return faults;
    }

    const arrived = (id: string) => server.inbox.filter(({ email }) => email.messageId === messageIdOf({ id }, from)).length;

    test('what is due is sent once, however many senders there are, and what is not yet due waits', async () => {
      const ids = await Promise.all(Array.from({ length: 12 }, (_, number) => write(`Message ${number}`)));
      const later = await write('Later', { notBefore: new Date(clock.now().getTime() + 1) });
      await Promise.all([sendDue(), sendDue(), sendDue()]);
      assert.deepEqual(
        ids.map(arrived),
        ids.map(() => 1),
      );
      assert.equal((await kept(ids[0] ?? '')).state, 'sent');
      assert.deepEqual([(await kept(later)).state, arrived(later)], ['queued', 0]);
    });

    test('a server that says later is tried again at longer and longer intervals; then a worker is asked, once', async () => {
      const id = await write('Stubborn');
      for (const [tries, delay] of delays.entries()) {
        server.next({ kind: 'answer', code: 451, words: 'busy' });
        await sendDue();
        const message = await kept(id);
        assert.deepEqual(
          [message.state, message.attempts, message.last_error],
          ['queued', tries + 1, 'The mail server asked us to try later (451).'],
        );
        assert.equal(message.not_before.getTime(), clock.now().getTime() + delay);
        clock.advance(delay - 1);
        await sendDue();
        assert.equal((await kept(id)).attempts, tries + 1, 'not before its time');
        clock.advance(1);
      }
      server.next({ kind: 'answer', code: 451, words: 'busy' });
      await sendDue();
      const message = await kept(id);
      assert.deepEqual([message.state, message.task_id], ['failed', id]);
      assert.deepEqual(handedOver, ['Stubborn: given up. The mail server asked us to try later (451).']);
      clock.advance(365 * 86_400_000);
      await sendDue();
      assert.equal((await kept(id)).attempts, delays.length + 1);
    });

    test('a server that says never is not asked again: a worker is', async () => {
      const id = await write('Unknown');
      server.next({ kind: 'answer', code: 550, words: 'no such person' });
      await sendDue();
      assert.equal((await kept(id)).state, 'failed');
      assert.deepEqual(handedOver, ['Unknown: given up. The mail server refused it (550).']);
    });

    test('H5, S3.2: for any verdicts, nothing arrives that the rules did not let go at that very try', async () => {
      const verdicts = fc.constantFrom<Verdict['kind'] | 'fault'>('go', 'wait', 'refuse', 'fault');
      await fc.assert(
        fc.asyncProperty(fc.array(verdicts, { minLength: 1, maxLength: 5 }), async (kinds) => {
          const id = await write('Careful');
          let last: Verdict['kind'] | 'fault' = 'wait';
          for (const kind of kinds) {
            const before = arrived(id);
            verdict = () => {
              if (kind === 'fault') throw new Error('the rules failed');
              return kind === 'wait' ? { kind, until: new Date(clock.now().getTime() + 60_000) } : { kind, because: 'Not safe.' };
            };
            if ((await kept(id)).state !== 'sent' && (await kept(id)).state !== 'refused') last = kind;
            await sendDue();
            if (kind !== 'go') assert.equal(arrived(id), before);
            clock.advance(takenFor);
          }
          const { state } = await kept(id);
          assert.equal(state, { go: 'sent', wait: 'held', refuse: 'refused', fault: state === 'held' ? 'held' : 'queued' }[last]);
          assert.equal(arrived(id), state === 'sent' ? 1 : 0);
          await database.pool.query('truncate message cascade');
        }),
        { numRuns: 25 },
      );
    });

    test('S3.2: a message that may not go becomes a task for a worker', async () => {
      verdict = () => ({ kind: 'refuse', because: 'No channel is marked safe.' });
      const id = await write('Refused');
      await sendDue();
      const message = await kept(id);
      assert.deepEqual([message.state, message.task_id, message.attempts], ['refused', id, 0]);
      assert.deepEqual(handedOver, ['Refused: refused. No channel is marked safe.']);
    });

    test('rules that fail for one message hold up none of the others, and the fault is told', async () => {
      verdict = () => ({ kind: 'go' });
      const stuck = await write('Stuck');
      const others = [await write('Second'), await write('Third')];
      const failing = databaseOutbox(database.as, {
        ...rules,
        mayGo: async (_tables, message) => {
          if (message.id === stuck) throw new Error('broken rule');
          return { kind: 'go' };
        },
      });
      const faults = await sendDue(transports, failing);
      await sendDue(transports, failing);
      assert.match(String(faults[0]), /broken rule/);
      assert.deepEqual(others.map(arrived), [1, 1]);
      assert.equal((await kept(stuck)).state, 'queued');
    });

    test('nothing leaves the demo', async () => {
      const ids = [
        await write('One'),
        await write('Two', { channel: 'text', toValue: '07700 900000' }),
        await write('Three', { channel: 'post' }),
      ];
      const tries = server.tries;
      await sendDue(demoTransports);
      for (const id of ids) assert.equal((await kept(id)).state, 'would_have_gone');
      assert.equal(server.tries, tries);
    });

    test('a letter, a call or a text without a service waits for a worker to send it by hand, and is handed over once', async () => {
      const ids = [
        await write('Letter', { channel: 'post' }),
        await write('Call', { channel: 'phone' }),
        await write('Text', { channel: 'text' }),
      ];
      await sendDue();
      clock.advance(365 * 86_400_000);
      await sendDue();
      for (const id of ids) assert.deepEqual([(await kept(id)).state, (await kept(id)).task_id], ['held', id]);
      assert.deepEqual(handedOver.sort(), ['Call: by hand.', 'Letter: by hand.', 'Text: by hand.']);
    });

    test('H1: a sender that dies before sending leaves the message to the next; one that dies after sending repeats it under the same id', async () => {
      const before = await write('Before');
      assert.equal((await outbox.take(clock.now(), new Date(clock.now().getTime() + takenFor)))?.id, before);
      await sendDue();
      assert.equal(arrived(before), 0, 'while it is taken, nobody else sends it');
      clock.advance(takenFor);
      await sendDue();
      assert.equal(arrived(before), 1);

      const during = await write('During');
      const taken = await outbox.take(clock.now(), new Date(clock.now().getTime() + takenFor));
      assert.ok(taken);
      await transports.email.send(taken);
      clock.advance(takenFor);
      const again = await outbox.take(clock.now(), new Date(clock.now().getTime() + takenFor));
      assert.equal(again?.id, during);
      await outbox.settle(taken, { kind: 'given up', because: 'The first sender wakes up.' });
      assert.equal((await kept(during)).state, 'sending', 'the late word of the first sender changes nothing');
      clock.advance(takenFor);
      await sendDue();
      assert.equal(arrived(during), 2, 'two copies, one Message-ID: mail programs show it once');
      assert.equal((await kept(during)).state, 'sent');
    });

    test('a line that breaks after the server took the message is tried again, under the same id', async () => {
      const id = await write('Broken');
      server.next({ kind: 'vanish after taking' });
      await sendDue();
      assert.equal((await kept(id)).state, 'queued');
      clock.advance(delays[0] ?? 0);
      await sendDue();
      assert.deepEqual([(await kept(id)).state, arrived(id)], ['sent', 2]);
    });

    test('stopping waits for what is on its way and takes nothing more', async () => {
      const ids = [await write('First'), await write('Second')];
      const began = Promise.withResolvers<void>();
      const slow = Promise.withResolvers<void>();
      const sending = startSending({
        outbox,
        transports: {
          ...transports,
          email: {
            send: async () => {
              began.resolve();
              await slow.promise;
              return { kind: 'sent' };
            },
          },
        },
        clock,
        onFault: (error) => assert.fail(String(error)),
        atOnce: 1,
        lookEvery: 1,
      });
      await began.promise;
      const stopped = sending.stop();
      slow.resolve();
      await stopped;
      assert.deepEqual([(await kept(ids[0] ?? '')).state, (await kept(ids[1] ?? '')).state], ['sent', 'queued']);
    });

    test('every try that can be tried again comes later than the one before, and the last is the last', () => {
      const now = clock.now();
      const waits = delays.map((_, index) => settlementOf({ kind: 'later', because: '' }, index + 1, now));
      assert.ok(waits.every((settlement) => settlement.kind === 'again' && settlement.notBefore > now));
      assert.equal(settlementOf({ kind: 'later', because: '' }, delays.length + 1, now).kind, 'given up');
    });

    test('the next message is found by an index, however many have been sent', async () => {
      const plan = await database.as({ kind: 'worker', job: 'test' }, async (tables) => {
        await sql`set local enable_seqscan = off`.execute(tables);
        return sql`explain (format json) select id from message where state in ('queued', 'sending', 'held') and not_before <= now()
      order by not_before, id limit 1 for update skip locked`.execute(tables);
      });
      assert.match(JSON.stringify(plan.rows), /"Index Name":"message_to_send"/);
      assert.doesNotMatch(JSON.stringify(plan.rows), /"Sort"/);
    });
  });
});
