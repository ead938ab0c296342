// A context for actions that run outside a request: a command, or work that goes on after its page. There is no page, and all is done as the worker.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Identify } from '../identifiers.ts';
import { nothingApproved } from '../language/catalogue.ts';
import type { LivePlace } from '../live-place.ts';
import type { Context, Tables, Visitor } from './context.ts';

const noPage = (): never => {
  throw new Error('Outside a request there is no page.');
};

export interface Surrounding {
  readonly clock: Clock;
  readonly identify: Identify;
  readonly place: LivePlace;
  /** Who asked for it; null for a command. */
  readonly visitor: Visitor | null;
}

/** In a transaction of the worker. `touched` gathers whom the actions name. */
export function contextWithoutRequest<Who extends Surrounding>(
  tables: Tables,
  { clock, identify, place, visitor }: Who,
): { readonly context: Context & { readonly visitor: Who['visitor'] }; readonly touched: ReadonlySet<string> } {
  const touched = new Set<string>();
  const context = {
    now: clock.now(),
    clock,
    identify,
    requestId: randomUUID(),
    place,
    visitor,
    door: null,
    tables,
    asWorker: (_job, work) => work(tables),
    queue: noPage,
    mayTry: async () => true,
    touch: (...personIds) => {
      for (const id of personIds) touched.add(id);
    },
    because: () => undefined,
    formKey: noPage,
    notice: null,
    files: [],
    tour: null,
    reading: null,
    approved: () => nothingApproved,
    shell: noPage,
    frame: noPage,
    url: '',
    session: '',
    address: '',
  } satisfies Context;
  return { context, touched };
}
