// Long work as somebody without scripts follows it: they look again until it is done.
import { setTimeout as pause } from 'node:timers/promises';
import type { LightMyRequestResponse } from 'fastify';
import type { Client } from './client.ts';

/** The first answer at this address that does not say that work is under way. */
export async function whenDone(client: Client, path: string): Promise<LightMyRequestResponse> {
  for (;;) {
    const answer = await client.get(path);
    if (!answer.body.includes('data-under-way')) return answer;
    await pause(5);
  }
}
