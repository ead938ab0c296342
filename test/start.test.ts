import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPostmaster } from '../src/platform/postgres/postmaster.ts';
import { scratch } from './harness/postgres.ts';

const launcher = fileURLToPath(new URL('../bin/onedoor.mjs', import.meta.url));
const folder = mkdtempSync(join(scratch, 'onedoor-start-'));
chmodSync(folder, 0o711);
const server = () => readPostmaster(join(folder, 'postgres', 'cluster'));
const running = new Set<ChildProcess>();
after(() => {
  for (const child of running) if (child.pid) process.kill(-child.pid, 'SIGKILL');
  const left = server();
  if (left) process.kill(left.processId, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
});

interface Program {
  /** Resolves when the program has said this on either stream, with what it said so far. */
  says(words: RegExp): Promise<string>;
  readonly ended: Promise<number | null>;
  /** To the launcher and the program, as a terminal does. */
  signal(signal: NodeJS.Signals): void;
}

function start(environment: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, [launcher, 'start'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  let said = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      said += part;
      for (const look of waiting) look();
    });
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    }),
  );
  return {
    ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (words.test(said)) resolve(said);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`ended without ${words}: ${said}`)));
      }),
    signal: (signal) => void (child.pid && process.kill(-child.pid, signal)),
  };
}

const addressIn = (said: string): string => /open at (http:\S+)/.exec(said)?.[1] ?? '';

describe('onedoor start', () => {
  test('opens the demo, says where, and refuses a second one on the same folder', async () => {
    const first = start();
    const said = await first.says(/open at http:\S+\n/);
    assert.equal((await fetch(`${addressIn(said)}/readyz`)).status, 200);

    const second = start();
    await second.says(/One Door is already running in .* \(process \d+\)\. Stop it, or set DATA_DIR\./);
    assert.equal(await second.ended, 1);
    assert.equal((await fetch(`${addressIn(said)}/readyz`)).status, 200, 'the first is not harmed');

    const port = new URL(addressIn(said)).port;
    const elsewhere = start({ DATABASE_URL: '', DATA_DIR: join(folder, 'elsewhere'), PORT: port });
    await elsewhere.says(new RegExp(`Port ${port} is already in use\\. Stop what uses it, or set PORT to another number`));
    assert.equal(await elsewhere.ended, 1);
    assert.equal(readPostmaster(join(folder, 'elsewhere', 'postgres', 'cluster')), null, 'what had started is stopped');

    first.signal('SIGINT');
    assert.equal(await first.ended, 0);
    assert.equal(server(), null);
  });

  test('H1, H27: killed without warning, it opens again on what it had', async () => {
    const killed = start();
    await killed.says(/open at http:\S+\n/);
    killed.signal('SIGKILL');
    await killed.ended;
    assert.ok(server(), 'the database goes on by itself');
    const again = start();
    const said = await again.says(/open at http:\S+\n/);
    assert.equal((await fetch(`${addressIn(said)}/readyz`)).status, 200);
    again.signal('SIGTERM');
    assert.equal(await again.ended, 0);
    assert.equal(server(), null);
  });
});
