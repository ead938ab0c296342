import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import Fastify from 'fastify';
import { createLog, loggerOptions } from './logging.ts';

function keeping() {
  const lines: string[] = [];
  return { lines, stream: { write: (line: string) => void lines.push(line) } };
}

/** Nothing that a test could produce by chance: what is searched for must have come from the person. */
const personal = fc.string({ minLength: 5, maxLength: 30, unit: 'grapheme' }).map((text) => `Wenlock ${text}`);

test('H18: what people send never reaches the log, whatever becomes of the request', async () => {
  const { lines, stream } = keeping();
  const app = Fastify({ logger: loggerOptions({ level: 'debug', stream }) });
  app.post('/people/:id/notes', async (received) => {
    const { words, ends } = received.body as Record<string, string>; // what the test below sends
    received.log.info({ words, person: { name: words }, list: [words] }, 'noted');
    received.log.warn(`noted %s`, words);
    received.log.error(new Error(words));
    if (ends === 'in a fault')
      throw Object.assign(new Error(`Key (words)=(${words}) already exists`), { detail: words, code: '23505', statusCode: 500 });
    if (ends === 'in a cause') throw new Error('outer', { cause: new TypeError(words) });
    return { words };
  });
  await fc.assert(
    fc.asyncProperty(personal, fc.constantFrom('well', 'in a fault', 'in a cause', 'unread'), async (words, ends) => {
      lines.length = 0;
      await app.inject({
        method: 'POST',
        url: `/people/${encodeURIComponent(words)}/notes?search=${encodeURIComponent(words)}`,
        headers: {
          'user-agent': 'Wenlock',
          referer: 'https://example.org/Wenlock',
          cookie: 'session=Wenlock',
          'content-type': 'application/json',
        },
        payload: ends === 'unread' ? `{"words": ${words}` : JSON.stringify({ words, ends }),
      });
      assert.ok(lines.length > 0, 'something is told of every request');
      assert.doesNotMatch(lines.join(''), /Wenlock/);
    }),
    { numRuns: 60 },
  );
  await app.inject({ url: '/Wenlock?name=Wenlock' });
  assert.doesNotMatch(lines.join(''), /Wenlock/);
});

test('a request is told by its id, method, route pattern, status and time', async () => {
  const { lines, stream } = keeping();
  const app = Fastify({ logger: loggerOptions({ level: 'info', stream }), genReqId: () => 'the-request' });
  app.get('/people/:id', async () => 'seen');
  await app.inject({ url: '/people/0193d1f0?tab=plan' });
  const told = lines.map((line) => JSON.parse(line));
  const [begun, done] = told;
  assert.deepEqual([begun.level, begun.reqId, begun.req], ['info', 'the-request', { method: 'GET', route: '/people/:id' }]);
  assert.deepEqual(done.res, { status: 200 });
  assert.equal(typeof done.responseTime, 'number');
  assert.ok(!Number.isNaN(Date.parse(done.time)));
});

test('a fault is told by its kind, its code and where it happened, so that it can be mended', () => {
  const { lines, stream } = keeping();
  const log = createLog({ level: 'info', stream });
  log.error(
    { err: Object.assign(new RangeError('Wenlock\n at home (Wenlock.ts:1:1)'), { code: '22P02' }), job: 'send messages', attempts: 3 },
    'a job failed',
  );
  const told = JSON.parse(lines[0] ?? '');
  assert.deepEqual(
    [told.msg, told.job, told.attempts, told.err.type, told.err.code],
    ['a job failed', 'send messages', 3, 'RangeError', '22P02'],
  );
  assert.match(told.err.stack, /^at .*logging\.test\.ts:\d+/);
  assert.doesNotMatch(lines[0] ?? '', /Wenlock/);
});
