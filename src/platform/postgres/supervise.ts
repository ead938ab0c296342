// Keeps our PostgreSQL running: when its main process is gone it is started again, at once and then less and less often, until it runs or we stop.
// What was acknowledged is on its disk; whoever asks meanwhile is told so by the pages.
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './postmaster.ts';
import type { Server } from './server.ts';

export interface Watching {
  /** The main process is gone. */
  onLost?(): void;
  /** It runs again. */
  onBack?(): void;
  /** A try to start it failed; there will be another. */
  onFault?(error: unknown): void;
}

export interface Supervised {
  readonly server: Server;
  /** Starts it no more, and stops it. */
  stop(): Promise<void>;
}

const looksEvery = 250;
const firstPause = 100;
const longestPause = 10_000;

/** `start` brings back the server that was, on the address it had; `taken` runs whenever it has. */
export function supervise(
  first: Server,
  start: () => Promise<Server>,
  taken: () => Promise<void>,
  { onLost, onBack, onFault }: Watching = {},
): Supervised {
  let server = first;
  let coming: Promise<void> | undefined;
  const stopping = new AbortController();

  const bringBack = async (): Promise<void> => {
    onLost?.();
    for (let wait = firstPause; !stopping.signal.aborted; wait = Math.min(wait * 2, longestPause)) {
      try {
        server = await start();
        await taken();
        onBack?.();
        return;
      } catch (error) {
        onFault?.(error);
        await pause(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      }
    }
  };
  const look = setInterval(() => {
    if (coming || isAlive(server.processId)) return;
    coming = bringBack().finally(() => {
      coming = undefined;
    });
  }, looksEvery);
  look.unref();

  return {
    get server() {
      return server;
    },
    async stop() {
      stopping.abort();
      clearInterval(look);
      await coming;
      await server.stop();
    },
  };
}
