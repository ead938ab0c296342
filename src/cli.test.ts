import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { scratch } from '../test/harness/postgres.ts';
import { onedoor } from './cli.ts';
import type { Surroundings } from './commands/command.ts';
import { commands } from './commands/table.ts';
import { readPostmaster } from './platform/postgres/postmaster.ts';

const folder = mkdtempSync(join(scratch, 'onedoor-cli-'));
chmodSync(folder, 0o711);

describe('the command line', () => {
  after(() => {
    const left = readPostmaster(join(folder, 'postgres', 'cluster'));
    if (left) process.kill(left.processId, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
  });

  async function run(words: string[], environment: Record<string, string> = {}, signal = new AbortController().signal) {
    const said: string[] = [];
    const told: string[] = [];
    const surroundings: Surroundings = {
      environment,
      signal,
      say: (line) => said.push(line),
      tell: (line) => told.push(line),
      progress: (done, of, words) => told.push(`${done} of ${of}: ${words}`),
    };
    return { code: await onedoor(words, surroundings), said: said.join('\n'), told: told.join('\n') };
  }

  test('without a command, or with --help, every command and setting is listed', async () => {
    for (const words of [[], ['--help'], ['-h'], ['help']]) {
      const { code, said } = await run(words);
      assert.equal(code, 0);
      for (const name of [...Object.keys(commands), 'DATABASE_URL', 'PORT']) assert.ok(said.includes(name), name);
    }
  });

  for (const [name, { load }] of Object.entries(commands)) {
    test(`onedoor ${name} explains itself, and refuses an option it does not know before doing anything`, async () => {
      const { command } = await load();
      assert.match(command.help, new RegExp(`onedoor ${name}`));
      assert.deepEqual(await run([name, '--help']), { code: 0, said: command.help, told: '' });
      const wrong = await run([name, '--no-such-option'], { DATA_DIR: '/dev/null/nowhere' });
      assert.equal(wrong.code, 2);
      assert.match(wrong.told, /There is no option --.*such-option/);
    });
  }

  test('an unknown command gets a guess', async () => {
    const { code, told } = await run(['migrte']);
    assert.deepEqual([code, told], [2, 'There is no command “migrte”. Did you mean “migrate”? "onedoor --help" lists them all.']);
    assert.equal((await run(['constructor'])).code, 2);
  });

  test('what the caller can put right is said in a sentence, without a stack', async () => {
    const { code, told } = await run(['migrate'], { PORT: 'high' });
    assert.equal(code, 1);
    assert.match(told, /PORT is “high”/);
    assert.doesNotMatch(told, /\bat .*\.ts:/);
  });

  test('the bench measures again only what a bench left', async () => {
    const { code, told } = await run(['bench', '--again', scratch]);
    assert.equal(code, 2);
    assert.match(told, /No bench left a database in /);
  });

  test('migrate does its work once, tells how far it is, and can be run again', async () => {
    const first = await run(['migrate'], { DATA_DIR: folder });
    assert.match(first.told, /^1 of \d+: /);
    assert.match(first.said, /\d+ done\. The database is in /);
    const looked = await run(['migrate', '--look'], { DATA_DIR: folder });
    assert.match(looked.said, /Nothing to do/);
    assert.match((await run(['migrate'], { DATA_DIR: folder })).said, /Nothing to do/);
  });

  test('an interrupted command says how to go on, and its exit code is the signal’s', async () => {
    const interrupted = new AbortController();
    interrupted.abort(130);
    const { code, told } = await run(['migrate'], { DATA_DIR: folder }, interrupted.signal);
    assert.deepEqual([code, told], [130, 'Stopped. Run "onedoor migrate" again to go on.']);
  });

  const launcher = fileURLToPath(new URL('../bin/onedoor.mjs', import.meta.url));

  test('Ctrl-C in the middle of the work, which reaches the program twice, stops it cleanly with exit code 130', async () => {
    const other = mkdtempSync(join(scratch, 'onedoor-cli-'));
    chmodSync(other, 0o711);
    const child = spawn(process.execPath, [launcher, 'migrate'], {
      env: { ...process.env, DATA_DIR: other },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let told = '';
    for await (const part of child.stderr) {
      told += part;
      // To the whole group, as a terminal does; the launcher hands it on as well.
      if (told.includes('1 of ') && child.pid && !told.includes('Stopped')) process.kill(-child.pid, 'SIGINT');
      if (told.includes('Stopped')) break;
    }
    const code = child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)));
    assert.deepEqual([code, told.includes('Stopped. Run "onedoor migrate" again to go on.')], [130, true]);
    assert.equal(readPostmaster(join(other, 'postgres', 'cluster')), null, 'and its database is stopped');
    const again = await run(['migrate'], { DATA_DIR: other });
    assert.equal(again.code, 0);
    rmSync(other, { recursive: true, force: true });
  });
});
