import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { startMailServer } from '../../../test/harness/smtp.ts';
import type { Outcome, OutgoingMessage } from './message.ts';
import { smtpTransport } from './smtp.ts';

const server = await startMailServer();

describe('sending by SMTP', () => {
  after(() => server.close());
  const from = 'hello@help.example.org';
  const transport = smtpTransport({ url: server.url, from });
  const impatient = smtpTransport({ url: server.url, from, patience: 300 });

  const message: OutgoingMessage = {
    id: '0193d1f0-0000-7000-8000-000000000001',
    personId: null,
    audience: 'person',
    purpose: 'appointment',
    channel: 'email',
    contactPointId: null,
    toName: 'Ash',
    toValue: 'ash@example.org',
    sender: 'Kim',
    subject: 'See you on Tuesday',
    body: 'We meet at 4pm.\nCall if that does not suit you.',
    workerId: null,
    teamId: null,
    aboutKind: '',
    aboutId: null,
    attempts: 1,
  };

  test('an e-mail arrives as it was written, from the plain sender, with the message’s own id', async () => {
    assert.deepEqual(await transport.send(message), { kind: 'sent' });
    const arrived = server.inbox.at(-1);
    assert.deepEqual([arrived?.from, arrived?.to], [from, ['ash@example.org']]);
    assert.deepEqual(arrived?.email.from, { name: 'Kim', address: from });
    assert.equal(arrived?.email.subject, 'See you on Tuesday');
    assert.equal(arrived?.email.text?.trim(), message.body);
    assert.equal(arrived?.email.messageId, `<${message.id}@help.example.org>`);
    assert.equal(arrived?.email.html, undefined);
    assert.doesNotMatch(arrived?.raw ?? '', /mailer/i, 'nothing names the program');
  });

  const answers: [number, Outcome][] = [
    [421, { kind: 'later', because: 'The mail server asked us to try later (421).' }],
    [451, { kind: 'later', because: 'The mail server asked us to try later (451).' }],
    [550, { kind: 'never', because: 'The mail server refused it (550).' }],
    [554, { kind: 'never', because: 'The mail server refused it (554).' }],
  ];
  for (const [code, outcome] of answers) {
    test(`a mail server that answers ${code} means ${outcome.kind}, and its words, which may quote the address, are not kept`, async () => {
      server.next({ kind: 'answer', code, words: `ash@example.org said ${code}` });
      assert.deepEqual(await transport.send(message), outcome);
    });
  }

  for (const kind of ['vanish before taking', 'vanish after taking', 'silence'] as const) {
    test(`a mail server that shows ${kind} means later`, async () => {
      server.next({ kind });
      assert.equal((await impatient.send(message)).kind, 'later');
    });
  }

  test('a mail server that is not there means later', async () => {
    const gone = await startMailServer();
    await gone.close();
    assert.deepEqual(await smtpTransport({ url: gone.url, from, patience: 300 }).send(message), {
      kind: 'later',
      because: 'The mail server could not be reached, or the connection broke.',
    });
  });

  test('S3.2: what is not one address goes nowhere', async () => {
    const tries = server.tries;
    const notOne = [
      '',
      'ash',
      'ash@',
      '@example.org',
      'ash@example.org, sam@example.org',
      'ash@example.org\nBcc: sam@example.org',
      'Ash <ash@example.org>',
      'a;b@example.org',
    ];
    for (const toValue of notOne) assert.equal((await transport.send({ ...message, toValue })).kind, 'never', toValue);
    assert.equal(server.tries, tries);
  });

  test('S3.3: no words in a name or subject can add a header or another reader', async () => {
    const hostile = fc
      .array(fc.constantFrom('\r\n', '\n', '\r', '\u2028', 'Bcc: sam@example.org', '<sam@example.org>', ', ', '"', '\\', 'é', ' '), {
        maxLength: 8,
      })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (sender, toName, subject) => {
        assert.deepEqual(await transport.send({ ...message, sender, toName, subject }), { kind: 'sent' });
        const arrived = server.inbox.at(-1);
        assert.deepEqual([arrived?.from, arrived?.to], [from, ['ash@example.org']]);
        assert.deepEqual([arrived?.email.from?.address, arrived?.email.to?.map(({ address }) => address)], [from, ['ash@example.org']]);
        assert.deepEqual([arrived?.email.bcc, arrived?.email.cc], [undefined, undefined]);
        assert.equal(arrived?.email.text?.trim(), message.body);
      }),
      { numRuns: 40 },
    );
  });
});
