// Messages from another system on the whole house: taken once, whole or not at all, answered in the sender’s format, and seen by nobody else.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { type ExampleMessage, exampleMessage } from './example.ts';

describe('messages from other systems', () => {
  let house: TestHouse;
  let key = '';
  before(async () => {
    house = await openTestHouse();
    key = await connected('Riverside Hospital');
  });
  after(() => house.close());

  async function connected(name: string): Promise<string> {
    const manager = await house.as('dev');
    await manager.get('/connections');
    const shown = await manager.post('/connections', { name, door: 'professional' });
    assert.equal(shown.statusCode, 200, shown.body.slice(0, 500));
    return /<code>([\w-]{43})<\/code>/.exec(shown.body.replaceAll(/<\/?(span|wbr)\/?>/g, ''))?.[1] ?? '';
  }
  const send = (payload: string | Buffer, headers: Readonly<Record<string, string>> = {}, as = key) =>
    house.server.inject({
      method: 'POST',
      url: '/fhir/$process-message',
      headers: { 'content-type': 'application/fhir+json', ...(as ? { authorization: `Bearer ${as}` } : {}), ...headers },
      payload,
    });
  const sendExample = (change: ExampleMessage, as = key) => send(JSON.stringify(exampleMessage(change)), {}, as);
  const count = async (table: string): Promise<number> => {
    const { rows } = await house.database.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`);
    return rows[0]?.count ?? -1;
  };
  interface Outcome {
    readonly resourceType: string;
    readonly issue: readonly { readonly severity: string; readonly code: string; readonly details: { readonly text: string } }[];
  }
  /** Every fault is an outcome with something to read. */
  function outcomeIn(answer: { readonly body: string; readonly headers: object; readonly statusCode: number }): Outcome {
    const outcome = JSON.parse(answer.body) as Outcome; // what is asserted next
    assert.equal(outcome.resourceType, 'OperationOutcome', answer.body.slice(0, 300));
    assert.ok(outcome.issue.length > 0 && outcome.issue.every(({ details }) => details.text.length > 5));
    assert.match(String(Object(answer.headers)['content-type']), /^application\/fhir\+json/);
    return outcome;
  }

  test('SOM-1: a booking is refused as not supported, keeps nothing, and says what to send instead', async () => {
    const [header] = exampleMessage().entry;
    const booking = {
      ...exampleMessage({ bundle: 'booking-1' }),
      entry: [
        {
          ...header,
          resource: {
            ...header?.resource,
            eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars', code: 'booking-request' },
            focus: [{ reference: 'Appointment/a1' }],
          },
        },
        { resource: { resourceType: 'Appointment', id: 'a1', status: 'booked' } },
      ],
    };
    const before = await count('referral');
    const answer = await send(JSON.stringify(booking));
    assert.equal(answer.statusCode, 422);
    const { issue } = outcomeIn(answer);
    assert.equal(issue.length, 1, 'one issue, and none about what a referral would need');
    assert.deepEqual([issue[0]?.severity, issue[0]?.code], ['error', 'not-supported']);
    assert.match(answer.body, /"REC_UNPROCESSABLE_ENTITY"/);
    assert.match(issue[0]?.details.text ?? '', /nothing was booked\. Send a referral/);
    assert.equal(await count('referral'), before);
    for (const path of ['/fhir/Slot', '/fhir/Appointment']) {
      const asked = await house.server.inject({ url: path, headers: { authorization: `Bearer ${key}` } });
      assert.equal(asked.statusCode, 501, path);
      outcomeIn(asked);
      assert.match(asked.body, /"REC_NOT_IMPLEMENTED"/);
    }
  });

  test('SOM-1: a message becomes a referral in the queue, and the answer names its number, who has it and by when', async () => {
    const answer = await send(JSON.stringify(exampleMessage()), { 'x-request-id': 'r-1', 'x-correlation-id': 'c-1' });
    assert.equal(answer.statusCode, 200, answer.body);
    assert.equal(answer.headers['x-request-id'], 'r-1');
    assert.equal(answer.headers['x-correlation-id'], 'c-1');
    const [header, request, task] = (JSON.parse(answer.body) as { entry: { resource: Record<string, unknown> }[] }).entry.map(
      (one) => one.resource,
    ); // asserted below
    assert.deepEqual(header?.response, { identifier: '10000000-0000-4000-8000-000000000001', code: 'ok' });
    assert.equal(request?.status, 'active');
    assert.ok(task && 'restriction' in task);
    const { rows } = await house.database.pool.query(
      `select r.state, r.kind, p.family_name, r.referrer_organisation, r.decide_by > r.received_at as later from referral r join person p on p.id = r.person_id where r.id = $1`,
      [request?.id],
    );
    assert.deepEqual(rows, [
      { state: 'submitted', kind: 'professional', family_name: 'Underhill', referrer_organisation: 'Riverside Hospital', later: true },
    ]);
    const triage = await house.as('priya');
    assert.match((await triage.get(`/triage/${request?.id}`)).body, /Low mood since losing work/);
  });

  test('the same message again is answered the same and does nothing; with other content it is a conflict', async () => {
    const before = await count('referral');
    const first = await sendExample({ bundle: 'twice', request: 'REQ-twice' });
    const again = await Promise.all([1, 2, 3].map(() => sendExample({ bundle: 'twice', request: 'REQ-twice' })));
    for (const one of again) assert.deepEqual([one.statusCode, one.body], [200, first.body]);
    assert.equal(await count('referral'), before + 1);
    const other = await sendExample({ bundle: 'twice', request: 'REQ-other' });
    assert.equal(other.statusCode, 409);
    assert.equal(outcomeIn(other).issue[0]?.code, 'conflict');
    const renamed = await sendExample({ bundle: 'twice-renamed', request: 'REQ-twice' });
    assert.equal(renamed.statusCode, 409);
    assert.equal(outcomeIn(renamed).issue[0]?.code, 'duplicate');
    assert.equal(await count('referral'), before + 1);
  });

  test('sent many times at once it is taken once', async () => {
    const before = await count('referral');
    const answers = await Promise.all(Array.from({ length: 6 }, () => sendExample({ bundle: 'at-once', request: 'REQ-at-once' })));
    assert.deepEqual(
      [...new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`))].length,
      1,
      answers.map(({ body }) => body).join('\n'),
    );
    assert.equal(await count('referral'), before + 1);
  });

  test('S5.5: an update is added in the sender’s words; taking back is a task for somebody and ends nothing', async () => {
    await sendExample({ bundle: 'u1', request: 'REQ-u' });
    const updated = await sendExample({ bundle: 'u2', request: 'REQ-u', reason: 'update' });
    assert.equal(updated.statusCode, 200, updated.body);
    const back = await sendExample({ bundle: 'u3', request: 'REQ-u', reason: 'delete', status: 'revoked' });
    assert.equal(back.statusCode, 200, back.body);
    const { rows } = await house.database.pool.query(
      `select r.state, (select count(*)::int from referral_answer a where a.referral_id = r.id and a.question like 'added%') as added,
              (select count(*)::int from task t where t.person_id = r.person_id and t.kind = 'referral.taken_back') as tasks
       from referral r join exchange_message m on m.referral_id = r.id and m.bundle_identifier like '%|u1'`,
    );
    assert.deepEqual(rows, [{ state: 'submitted', added: 2, tasks: 1 }]);
    assert.equal((await sendExample({ bundle: 'u4', request: 'REQ-unknown', reason: 'update' })).statusCode, 404);
  });

  test('S2.7: an update that says they are in danger is told to whoever is on duty, once; a wish to take it back brings nobody back', async () => {
    await sendExample({ bundle: 'd1', request: 'REQ-d' });
    const about = `from referral r join exchange_message m on m.referral_id = r.id and m.bundle_identifier like '%|d1'`;
    const waiting = async () =>
      (
        await house.database.pool.query<{ id: string; state: string; tasks: number }>(
          `select r.id, r.state, (select count(*)::int from task t where t.person_id = r.person_id and t.kind = 'safety.answer' and t.done_at is null) as tasks ${about}`,
        )
      ).rows[0];
    const { id } = (await waiting()) ?? assert.fail();
    await house.database.pool.query(`update task set done_at = created_at where kind = 'safety.answer' and leads_to = $1`, [
      `/triage/${id}`,
    ]);
    const priya = await house.as('priya');
    await priya.get(`/triage/${id}`);
    for (const channel of ['mobile_call', 'email', 'visit']) {
      await priya.get(`/triage/${id}/reach`);
      await priya.post(`/triage/${id}/reach`, { channel, result: 'no_answer', words: '' });
    }
    await priya.get(`/triage/${id}/reach`);
    const version = /name="version" value="(\d+)"/.exec(priya.page)?.[1];
    assert.equal((await priya.post(`/triage/${id}/reach/open`, { version })).statusCode, 303);
    await sendExample({ bundle: 'd2', request: 'REQ-d', reason: 'delete', status: 'revoked' });
    assert.deepEqual(await waiting(), { id, state: 'unreachable', tasks: 0 });
    await sendExample({ bundle: 'd3', request: 'REQ-d', reason: 'update' });
    await sendExample({ bundle: 'd4', request: 'REQ-d', reason: 'update' });
    assert.deepEqual(await waiting(), { id, state: 'in_triage', tasks: 1 });
  });

  test('a system sees where its own referrals stand, and learns nothing of any other', async () => {
    const answer = await sendExample({ bundle: 'own', request: 'REQ-own' });
    const id = (JSON.parse(answer.body) as { entry: { resource: { id: string } }[] }).entry[1]?.resource.id; // asserted by use
    const ask = (as: string, type: string, of = id) =>
      house.server.inject({ url: `/fhir/${type}/${of}`, headers: as ? { authorization: `Bearer ${as}` } : {} });
    const task = await ask(key, 'Task');
    assert.equal(task.statusCode, 200);
    assert.doesNotMatch(task.body, /Underhill|Low mood|abuse/);
    const other = await connected('Another hospital');
    const unseen = await ask(other, 'ServiceRequest');
    const absent = await ask(other, 'ServiceRequest', '01900000-0000-7000-8000-000000000000');
    assert.equal(unseen.statusCode, 404);
    assert.equal(unseen.body, absent.body);
    outcomeIn(unseen);
  });

  test('without a key, with a wrong one, with a browser’s session, or after the connection ended: nothing', async () => {
    const before = await count('referral');
    const ended = await connected('Ends soon');
    const manager = await house.as('dev');
    await manager.get('/connections');
    const id = (await house.database.pool.query<{ id: string }>(`select id from connection where name = 'Ends soon'`)).rows[0]?.id;
    assert.equal((await manager.post(`/connections/${id}/end`, {})).statusCode, 303);
    const payload = JSON.stringify(exampleMessage({ bundle: 'no', request: 'no' }));
    const session = [...manager.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const answer of [
      await send(payload, {}, ''),
      await send(payload, {}, 'x'.repeat(43)),
      await send(payload, {}, ended),
      await send(payload, { cookie: session }, ''),
    ]) {
      assert.equal(answer.statusCode, 401);
      assert.equal(answer.headers['www-authenticate'], 'Bearer');
      outcomeIn(answer);
    }
    assert.equal(await count('referral'), before);
    // Nor does a key open a page.
    const page = await house.server.inject({ url: '/home', headers: { authorization: `Bearer ${key}` } });
    assert.equal(page.statusCode, 303);
  });

  test('only who keeps connections sees the page, and a key is shown once', async () => {
    const worker = await house.as('siobhan');
    assert.equal((await worker.get('/connections')).statusCode, 403);
    const manager = await house.as('dev');
    const listed = await manager.get('/connections');
    assert.match(listed.body, /Riverside Hospital/);
    assert.doesNotMatch(listed.body, new RegExp(key));
    const empty = await manager.post('/connections', { name: ' ', door: 'nowhere' });
    assert.equal(empty.statusCode, 422);
    assert.match(empty.body, /Say what the system is called/);
  });

  const hostile: readonly (readonly [what: string, payload: () => string | Buffer, status: number])[] = [
    ['an empty body', () => '', 400],
    ['half a message', () => JSON.stringify(exampleMessage()).slice(0, 900), 400],
    ['a name given twice', () => JSON.stringify(exampleMessage()).replace('{', '{"type":"message",'), 400],
    ['bytes that are not UTF-8', () => Buffer.from([0x7b, 0xff, 0x7d]), 400],
    ['a million brackets', () => '['.repeat(1_000_000), 400],
    ['ten megabytes', () => JSON.stringify({ ...exampleMessage(), text: 'a'.repeat(10_000_000) }), 413],
    ['a character that is none', () => JSON.stringify(exampleMessage()).replace('Underhill', 'Under\\u0000hill'), 400],
    ['half a character', () => JSON.stringify(exampleMessage()).replace('Underhill', 'Under\\ud800hill'), 400],
    ['a list', () => '[]', 422],
    ['a prototype', () => '{"__proto__":{"resourceType":"Bundle"}}', 422],
    ['a number', () => '7', 422],
  ];
  for (const [what, payload, status] of hostile)
    test(`${what} is refused with an outcome and leaves nothing`, async () => {
      const before = await count('referral');
      const answer = await send(payload());
      assert.equal(answer.statusCode, status, answer.body.slice(0, 200));
      outcomeIn(answer);
      assert.equal(await count('referral'), before);
    });

  test('another media type and another method are refused in the same format', async () => {
    outcomeIn(await send('{}', { 'content-type': 'application/json' }));
    outcomeIn(await send('a=b', { 'content-type': 'application/x-www-form-urlencoded' }));
    for (const type of ['application/fhir+xml', 'text/plain', '']) {
      const answer = await send('<Bundle/>', { 'content-type': type });
      assert.equal(answer.statusCode, 415);
      assert.match(outcomeIn(answer).issue[0]?.details.text ?? '', /Send it as application\/fhir\+json\./);
    }
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const answer = await house.server.inject({ method, url: '/fhir/$process-message' });
      assert.deepEqual([answer.statusCode, answer.headers.allow], [405, 'POST']);
      outcomeIn(answer);
    }
    const nowhere = await house.server.inject({ url: '/fhir/Patient/1' });
    assert.equal(nowhere.statusCode, 404);
    outcomeIn(nowhere);
    const statement = await house.server.inject({ url: '/fhir/metadata' });
    assert.equal(JSON.parse(statement.body).resourceType, 'CapabilityStatement');
  });

  test('a message with bytes changed at random is taken or refused, never a fault, and what is refused leaves nothing', async () => {
    const whole = Buffer.from(JSON.stringify(exampleMessage({ bundle: 'fuzz', request: 'fuzz' })));
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
        fc.nat(whole.length),
        fc.boolean(),
        async (changes, cut, cuts) => {
          const bytes = Buffer.from(cuts ? whole.subarray(0, cut) : whole);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          const before = await count('referral');
          const answer = await send(bytes);
          assert.ok(answer.statusCode < 500, `${answer.statusCode} ${answer.body}`);
          if (answer.statusCode === 200) taken++;
          else {
            outcomeIn(answer);
            assert.equal(await count('referral'), before);
          }
        },
      ),
      { numRuns: 120 },
    );
    assert.ok(taken < 120);
  });
});
