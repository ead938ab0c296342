// Reads what a PostgreSQL server says about itself in postmaster.pid, so that one left behind by a killed program is found again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Postmaster {
  readonly processId: number;
  readonly port: number;
  /** The folder of its Unix socket; '' when it listens on the network only. */
  readonly socketFolder: string;
  readonly ready: boolean;
}

export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** After a restart the number may belong to another program. Only Linux can tell cheaply; elsewhere PostgreSQL's own check decides. */
function isPostgres(processId: number): boolean {
  try {
    return readFileSync(`/proc/${processId}/comm`, 'utf8').trim() === 'postgres';
  } catch {
    return process.platform !== 'linux';
  }
}

/** The server that runs on this data directory, or null when none does. */
export function readPostmaster(data: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const [processId, , , port, socketFolder, , , status] = lines;
  const server = { processId: Number(processId), port: Number(port), socketFolder: socketFolder ?? '', ready: status?.trim() === 'ready' };
  return server.processId > 0 && isAlive(server.processId) && isPostgres(server.processId) ? server : null;
}
