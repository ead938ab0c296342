// Has a release composed beside the program, so that people are answered meanwhile: rows are handed over a few at a time, and the release comes back.
import { Worker } from 'node:worker_threads';
import type { Gathered, Handed } from './composing.ts';
import type { Period, ReportPlace } from './model.ts';
import type { releasesOf } from './release.ts';

/** What stands in a release, by kind, a few rows at a time: as many as are handed over between two answers. */
export type Reading = { readonly [Kind in keyof Gathered]: AsyncIterable<Gathered[Kind]> };

/** Every report of the period, as `releasesOf` makes them. Throws what it throws, also when the thread ends before it has answered. */
export async function composed(
  reading: Reading,
  about: { readonly place: ReportPlace; readonly areas: readonly string[]; readonly period: Period },
): Promise<ReturnType<typeof releasesOf>> {
  const thread = new Worker(new URL('./composing.ts', import.meta.url));
  const hand = (handed: Handed): void => thread.postMessage(handed);
  const made = new Promise<ReturnType<typeof releasesOf>>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread that composes a report ended without one.')));
  });
  // It is waited for below; until then a thread that failed must not end the program.
  made.catch(() => undefined);
  try {
    for await (const rows of reading.journeys) hand({ kind: 'journeys', rows });
    for await (const rows of reading.served) hand({ kind: 'served', rows });
    for await (const rows of reading.ended) hand({ kind: 'ended', rows });
    hand({ kind: 'compose', ...about });
    return await made;
  } finally {
    await thread.terminate();
  }
}
