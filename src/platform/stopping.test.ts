import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { test } from 'node:test';
import { listenForInterruption, runUntilStopped, stopInOrder } from './stopping.ts';

function listening() {
  const source = new EventEmitter();
  const forced: number[] = [];
  let at = 0;
  const interruption = listenForInterruption({ source, force: (code) => void forced.push(code), now: () => at });
  const send = (signal: string, after = 0) => {
    at += after;
    source.emit(signal, signal);
  };
  return { interruption, forced, send, source };
}

test('the first signal asks, its echoes change nothing, a second insists', async () => {
  const { interruption, forced, send } = listening();
  assert.equal(interruption.signal.aborted, false);
  send('SIGINT');
  send('SIGINT', 5);
  send('SIGTERM', 200);
  assert.equal(await interruption.happened, 130);
  assert.deepEqual([interruption.signal.reason, forced], [130, []]);
  send('SIGTERM', 400);
  assert.deepEqual(forced, [143]);
});

test('after release nobody listens', () => {
  const { interruption, source } = listening();
  interruption.release();
  assert.deepEqual(source.eventNames(), []);
});

test('an echo that comes when all has stopped changes nothing; insisting still does', () => {
  const { interruption, forced, send } = listening();
  send('SIGTERM');
  interruption.release();
  send('SIGTERM', 200);
  assert.deepEqual(forced, []);
  send('SIGTERM', 400);
  assert.deepEqual(forced, [143]);
});

test('a step that fails or hangs is told of and the rest still stop, in order', async () => {
  const stopped: string[] = [];
  const step = (name: string, stop: () => Promise<unknown> = async () => undefined) => ({
    name,
    stop: () => {
      stopped.push(name);
      return stop();
    },
  });
  const faults: string[] = [];
  const steps = [
    step('requests'),
    step('jobs', () => new Promise(() => undefined)),
    step('pool', async () => {
      throw new Error('broken');
    }),
    step('database'),
  ];
  const well = await stopInOrder(steps, {
    patience: 20,
    onFault: ({ name }, error) => faults.push(`${name}: ${error instanceof Error ? error.message : ''}`),
  });
  assert.equal(well, false);
  assert.deepEqual(stopped, ['requests', 'jobs', 'pool', 'database']);
  assert.deepEqual(faults, ['jobs: not done within 20 milliseconds', 'pool: broken']);
  assert.equal(await stopInOrder([step('requests')]), true);
});

test('what was started first is stopped last, also when starting failed half way', async () => {
  const order: string[] = [];
  const step = (name: string) => ({ name, stop: async () => void order.push(name) });
  const { interruption, send } = listening();
  const running = runUntilStopped(
    async (started) => {
      for (const name of ['database', 'pool', 'server']) started(step(name));
      send('SIGTERM');
    },
    { interruption },
  );
  assert.equal(await running, 0);
  assert.deepEqual(order.splice(0), ['server', 'pool', 'database']);

  const failing = runUntilStopped(
    async (started) => {
      started(step('database'));
      throw new Error('the port is in use');
    },
    { interruption: listening().interruption },
  );
  await assert.rejects(failing, /the port is in use/);
  assert.deepEqual(order, ['database']);
});
