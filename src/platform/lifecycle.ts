// Lifecycles as data: which state follows which, who may move it and what must be there. The database holds the same tables and refuses the rest.
import { sql } from 'kysely';
import { failure, type Problem, type Result, success } from './problem.ts';
import type { Context, Tables } from './web/context.ts';
import type { AccessRole } from './web/permission.ts';

/** SYS is the system itself, on a schedule or as a consequence. */
export type Mover = AccessRole | 'SYS';

export interface Transition<State extends string> {
  /** null is the beginning. */
  readonly from: State | null;
  readonly to: State;
  readonly by: readonly Mover[];
  /** What must be there, in words; checked by the action that makes the move. */
  readonly needs?: string;
  /** A reason is compulsory. */
  readonly withReason?: boolean;
  /** Clocks that start or stop with it. */
  readonly starts?: readonly string[];
  readonly stops?: readonly string[];
  /** What the person is told, never the state's own name. */
  readonly personSees?: string;
}

export interface Lifecycle<State extends string> {
  /** As in the database's table `lifecycle`. */
  readonly name: string;
  readonly states: readonly State[];
  readonly transitions: readonly Transition<State>[];
}

export const findTransition = <State extends string>(
  lifecycle: Lifecycle<State>,
  from: State | null,
  to: State,
): Transition<State> | undefined => lifecycle.transitions.find((one) => one.from === from && one.to === to);

export interface Move<State extends string> {
  readonly from: State | null;
  readonly to: State;
  readonly by: readonly Mover[];
  readonly reason?: string;
}

/** Whether the table lists the move for one of these movers, with its reason; else why not, in plain words. */
export function permit<State extends string>(lifecycle: Lifecycle<State>, move: Move<State>): Result<Transition<State>> {
  const transition = findTransition(lifecycle, move.from, move.to);
  if (!transition)
    return failure({
      status: 409,
      title: 'That step is not possible now',
      detail: 'It has moved on since this page was loaded. Load the page again to see where it is.',
    });
  if (!move.by.some((mover) => transition.by.includes(mover)))
    return failure({
      status: 403,
      title: 'This step belongs to another role',
      detail: 'Ask a colleague whose role includes it, or your service manager.',
    });
  if (transition.withReason && !move.reason?.trim())
    return failure({
      status: 422,
      title: 'Say why',
      detail: 'This step needs a reason.',
      faults: [{ field: 'reason', message: 'Say why, in a few words.' }],
    });
  return success(transition);
}

/** The movers a visitor can be: the roles they hold, and SYS never. */
export const moversOf = (context: Context): AccessRole[] =>
  context.visitor
    ? context.visitor.kind === 'person'
      ? ['PER']
      : context.visitor.kind === 'referrer'
        ? ['REF']
        : context.visitor.roles.map((held) => held.access)
    : [];

/** Says for the next change of state in this transaction why and under which rules; the trace that the database writes carries it. */
export async function traced(
  tables: Tables,
  trace: { readonly role?: string; readonly reason?: string; readonly ruleVersion?: string },
): Promise<void> {
  await sql`select set_config('app.role', ${trace.role ?? ''}, true), set_config('app.reason', ${trace.reason ?? ''}, true),
    set_config('app.rule_version', ${trace.ruleVersion ?? ''}, true)`.execute(tables);
}

/** Somebody saved a newer version first: the page shows both texts. */
export const overtaken: Problem = {
  status: 409,
  title: 'Somebody saved this before you',
  detail: 'Your words are still here. Compare the two and choose what to keep.',
};
