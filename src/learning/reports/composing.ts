// Runs in a thread of its own: gathers what compose.ts hands over, composes the release, and gives it back. A year of a large place takes half a minute.
import { parentPort } from 'node:worker_threads';
import type { Period, ReportPlace } from './model.ts';
import { recordsOf } from './records.ts';
import { releasesOf } from './release.ts';
import type { EndedRow, JourneyRow, ServedRow } from './store.ts';

export interface Gathered {
  readonly journeys: JourneyRow[];
  readonly served: ServedRow[];
  readonly ended: EndedRow[];
}

export type Handed =
  | { readonly [Kind in keyof Gathered]: { readonly kind: Kind; readonly rows: Gathered[Kind] } }[keyof Gathered]
  | { readonly kind: 'compose'; readonly place: ReportPlace; readonly areas: readonly string[]; readonly period: Period };

const gathered: Gathered = { journeys: [], served: [], ended: [] };

parentPort?.on('message', (handed: Handed) => {
  switch (handed.kind) {
    case 'journeys':
      return gathered.journeys.push(...handed.rows);
    case 'served':
      return gathered.served.push(...handed.rows);
    case 'ended':
      return gathered.ended.push(...handed.rows);
    case 'compose':
      return parentPort?.postMessage(releasesOf(recordsOf(gathered, handed.areas), handed.place, handed.period));
  }
});
