// The real program as a process of its own, on a folder of its own, and a visitor who reaches it over HTTP: for tests of what happens when things break.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { type Postmaster, readPostmaster } from '../../src/platform/postgres/postmaster.ts';
import { type Client, client } from './client.ts';
import { scratch } from './postgres.ts';

const launcher = fileURLToPath(new URL('../../bin/onedoor.mjs', import.meta.url));

export interface Program {
  /** Resolves when the program has said this on either stream, with what it said so far. */
  says(words: RegExp): Promise<string>;
  /** Its address, once it is open. */
  readonly address: Promise<string>;
  /** Everything so far. */
  readonly said: string;
  readonly ended: Promise<number | null>;
  /** Closes both streams from this side, as “| head” does. */
  stopReading(): void;
  /** To the launcher and the program, as a terminal does. */
  signal(signal: NodeJS.Signals): void;
}

export interface Folder {
  readonly path: string;
  start(environment?: Readonly<Record<string, string>>): Program;
  /** The PostgreSQL server that runs on the folder. */
  server(): Postmaster | null;
  /** Where tests look into the database: a superuser, whom no policy stops. */
  url(): string;
  /** Ends whatever still runs and removes the folder. */
  remove(): void;
}

export function makeFolder(): Folder {
  const path = mkdtempSync(join(scratch, 'onedoor-program-'));
  chmodSync(path, 0o711);
  const running = new Set<ChildProcess>();
  const server = (): Postmaster | null => readPostmaster(join(path, 'postgres', 'cluster'));
  return {
    path,
    server,
    url() {
      const found = server();
      if (!found) throw new Error('No PostgreSQL runs here.');
      return `postgresql://postgres@/onedoor?host=${encodeURIComponent(found.socketFolder)}&port=${found.port}`;
    },
    start(environment = {}) {
      const child = spawn(process.execPath, [launcher, 'start'], {
        env: { ...process.env, DATA_DIR: path, PORT: '0', LOG_LEVEL: 'error', ...environment },
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
        child.once('close', (code) => {
          running.delete(child);
          resolve(code);
        }),
      );
      const says = (words: RegExp): Promise<string> =>
        new Promise((resolve, reject) => {
          const look = (): void => {
            if (words.test(said)) resolve(said);
          };
          waiting.add(look);
          look();
          void ended.then(() => reject(new Error(`ended without ${words}: ${said}`)));
        });
      let address: Promise<string> | undefined;
      return {
        ended,
        says,
        get said() {
          return said;
        },
        get address() {
          address ??= says(/open at http:\S+\n/).then((words) => /open at (http:\S+)/.exec(words)?.[1] ?? '');
          return address;
        },
        stopReading() {
          for (const stream of [child.stdout, child.stderr]) stream.destroy();
        },
        signal: (signal) => void (child.pid && process.kill(-child.pid, signal)),
      };
    },
    remove() {
      for (const child of running) if (child.pid) process.kill(-child.pid, 'SIGKILL');
      const left = server();
      if (left) process.kill(left.processId, 'SIGQUIT');
      rmSync(path, { recursive: true, force: true, maxRetries: 50, retryDelay: 20 });
    },
  };
}

/** A visitor's browser, at the program's address instead of inside the test. Throws when the connection breaks. */
export function visitorAt(address: string, cookies: ReadonlyMap<string, string> = new Map()): Client {
  const inject = async (asked: { method?: string; url: string; headers: Record<string, string>; payload?: string }) => {
    const answer = await fetch(`${address}${asked.url}`, {
      method: asked.method ?? 'GET',
      headers: asked.headers,
      redirect: 'manual',
      ...(asked.payload === undefined ? {} : { body: asked.payload }),
    });
    return {
      statusCode: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
      cookies: answer.headers.getSetCookie().map((line) => {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        return { name, value: decodeURIComponent(value) };
      }),
    };
  };
  // client() asks its server for nothing but these.
  const visitor = client({ inject } as unknown as FastifyInstance);
  for (const [name, value] of cookies) visitor.cookies.set(name, value);
  return visitor;
}

/** One connection of the test's own, closed afterwards. */
export async function lookInto<T>(folder: Folder, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const connection = new pg.Client(folder.url());
  connection.on('error', () => undefined);
  await connection.connect();
  try {
    return await look(connection);
  } finally {
    await connection.end().catch(() => undefined);
  }
}
