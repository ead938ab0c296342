// Starts, finds again and stops one PostgreSQL server on a folder of ours. Who may use it and which databases it has is embedded.ts's matter.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { InstallationFault } from '../installation-fault.ts';
import type { Account } from './account.ts';
import { isAlive, type Postmaster, readPostmaster } from './postmaster.ts';
import type { Programs } from './programs.ts';
import { socketFolder } from './socket.ts';

export interface ServerOptions {
  /** Ours alone, made and reachable by the account: it holds the data directory, the log and the socket. */
  readonly folder: string;
  readonly programs: Programs;
  readonly account: Account | undefined;
  /** `fast` forgets acknowledged writes when the machine stops: for tests only. */
  readonly mode: 'durable' | 'fast';
  /** Windows has no Unix sockets for Node, so there the server listens on 127.0.0.1 with a password. */
  readonly listen: 'socket' | 'loopback';
}

export interface Server {
  readonly processId: number;
  /** A folder for a Unix socket, else 127.0.0.1. */
  readonly host: string;
  readonly port: number;
  readonly password: string | undefined;
  /** Ends open sessions, writes everything down and waits until the process is gone. Safe to call twice. */
  stop(): Promise<void>;
}

const run = promisify(execFile);
const socketPort = 5432;
const longestLog = 10_000_000;
const startsWithin = 60_000;
const stopsWithin = 30_000;

const alwaysSet = {
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements, details and error texts can carry what people typed, so the log keeps only the server's own doings.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
} as const;

const fastSet = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '1h',
  max_connections: '200',
} as const;

export async function startServer(options: ServerOptions): Promise<Server> {
  const data = join(options.folder, 'cluster');
  const left = readPostmaster(data);
  if (left) return attach(options, left);
  await makeDataDirectory(options, data);
  const child = await spawnServer(options, data);
  return attach(options, await untilReady(options, data, child));
}

/** Starts the server that was, on its own port: never a new data directory, should the one it had be out of reach. */
export async function startServerAgain(options: ServerOptions, port: number): Promise<Server> {
  const data = join(options.folder, 'cluster');
  const left = readPostmaster(data);
  if (left?.ready) return attach(options, left);
  if (!existsSync(join(data, 'PG_VERSION'))) throw new InstallationFault(`The database in ${options.folder} is not there any more.`);
  const child = await spawnServer(options, data, port);
  return attach(options, await untilReady(options, data, child));
}

/** Made beside its final place and then renamed, so that a stop half way never leaves something that looks finished. */
async function makeDataDirectory(options: ServerOptions, data: string): Promise<void> {
  const { programs, account, folder, mode, listen } = options;
  if (existsSync(join(data, 'PG_VERSION'))) {
    const major = Number(readFileSync(join(data, 'PG_VERSION'), 'utf8'));
    if (major === programs.major) return;
    throw new InstallationFault(
      `${folder} was made by PostgreSQL ${major} and this program brings ${programs.major}. Take a backup with the earlier program and restore it in an empty DATA_DIR.`,
    );
  }
  removeUnfinished(data);
  const making = mkdtempSync(`${data}.making-${process.pid}-`);
  if (account) chownSync(making, account.uid, account.gid);
  const locale = programs.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8'];
  const access =
    listen === 'loopback'
      ? ['--auth-local=reject', '--auth-host=scram-sha-256', `--pwfile=${makePassword(options)}`]
      : ['--auth-local=trust', '--auth-host=reject'];
  const sync = mode === 'fast' ? ['--no-sync'] : [];
  try {
    await run(programs.initdb, ['-D', making, '-U', 'postgres', '-E', 'UTF8', ...locale, ...access, ...sync], {
      ...identity(account),
      env: environment(programs),
      cwd: '/',
    });
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw new InstallationFault(
      `The database could not be made in ${folder}. Check that the disk has room and that the folder can be written to.`,
      { cause: error },
    );
  }
  try {
    renameSync(making, data);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(join(data, 'PG_VERSION'))) throw error;
  }
}

/** What a program that was killed while it made the data directory has left. */
function removeUnfinished(data: string): void {
  const unfinished = new RegExp(`^${basename(data)}\\.making-(\\d+)-`);
  for (const name of readdirSync(dirname(data))) {
    const maker = unfinished.exec(name)?.[1];
    if (maker && !isAlive(Number(maker))) rmSync(join(dirname(data), name), { recursive: true, force: true });
  }
}

const passwordFile = (folder: string): string => join(folder, 'password');

function makePassword({ folder, account }: ServerOptions): string {
  const file = passwordFile(folder);
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (account) chownSync(file, account.uid, account.gid);
  }
  return file;
}

const identity = (account: Account | undefined): { uid?: number; gid?: number } => (account ? { uid: account.uid, gid: account.gid } : {});

const environment = (programs: Programs): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot ?? '' } : { LC_ALL: 'C' }),
  ...programs.environment,
});

const logFile = (folder: string): string => join(folder, 'postgres.log');

/** In a process group of its own: Ctrl-C reaches the program first, which stops the server last. */
async function spawnServer({ programs, account, folder, mode, listen }: ServerOptions, data: string, port?: number): Promise<ChildProcess> {
  const address =
    listen === 'socket'
      ? { listen_addresses: '', unix_socket_directories: socketFolder(folder, account), unix_socket_permissions: '0700', port: socketPort }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: port ?? (await freePort()) };
  const values = { ...alwaysSet, ...(mode === 'fast' ? fastSet : {}), ...address };
  const log = logFile(folder);
  if (existsSync(log) && statSync(log).size > longestLog) truncateSync(log);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(programs.postgres, ['-D', data, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
    ...identity(account),
    env: environment(programs),
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  chmodSync(log, 0o600);
  child.unref();
  return child;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilReady({ folder }: ServerOptions, data: string, child: ChildProcess): Promise<Postmaster> {
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, signal) => {
    failure = `it stopped with ${signal ?? code}`;
  });
  const started = performance.now();
  while (performance.now() - started < startsWithin) {
    const server = readPostmaster(data);
    if (server?.ready) return server;
    if (failure && !server) break;
    await pause(10);
  }
  const lastLines = existsSync(logFile(folder)) ? readFileSync(logFile(folder), 'utf8').trim().split('\n').slice(-3).join('\n') : '';
  throw new InstallationFault(`The database in ${folder} did not start: ${failure ?? 'it was not ready within a minute'}.\n${lastLines}`);
}

function attach({ folder, listen }: ServerOptions, { processId, port, socketFolder }: Postmaster): Server {
  return {
    processId,
    port,
    host: listen === 'loopback' ? '127.0.0.1' : socketFolder,
    password: listen === 'loopback' ? readFileSync(passwordFile(folder), 'utf8') : undefined,
    stop: () => stopProcess(processId),
  };
}

async function stopProcess(processId: number): Promise<void> {
  const signals = ['SIGINT', 'SIGQUIT'] as const;
  for (const signal of signals) {
    if (!isAlive(processId)) return;
    process.kill(processId, signal);
    const asked = performance.now();
    while (performance.now() - asked < stopsWithin) {
      if (!isAlive(processId)) return;
      await pause(10);
    }
  }
}
