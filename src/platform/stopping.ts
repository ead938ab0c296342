// Stopping without losing anything: the first signal asks, a second one insists. What is stopped, and in which order, comes from outside.
import { setTimeout as pause } from 'node:timers/promises';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof signals)[number];

/** As shells count: 128 and the signal's number. */
export const exitCodes: Readonly<Record<Signal, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** One Ctrl-C reaches a program several times: from the terminal, from npm and from its own launcher. */
const oneKeyPress = 300;

export interface Interruption {
  /** Aborted at the first signal, with the exit code as its reason. */
  readonly signal: AbortSignal;
  /** Resolves with the exit code at the first signal. */
  readonly happened: Promise<number>;
  /** Stops listening. After a signal it goes on until the end: an echo from a launcher may come late, and would kill a program that has just stopped well. */
  release(): void;
}

export interface SignalSource {
  on(signal: Signal, listener: (signal: Signal) => void): unknown;
  off(signal: Signal, listener: (signal: Signal) => void): unknown;
}

/** Listens for Ctrl-C and its kin. The second one, after the echoes of the first, calls `force`, which by default leaves at once. */
export function listenForInterruption({
  source = process as SignalSource, // process.on has an overload for every event; ours needs three
  force = (code: number): void => process.exit(code),
  now = (): number => performance.now(),
} = {}): Interruption {
  const controller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<number>();
  let first: number | undefined;
  const listener = (signal: Signal): void => {
    if (first === undefined) {
      first = now();
      controller.abort(exitCodes[signal]);
      resolve(exitCodes[signal]);
    } else if (now() - first > oneKeyPress) force(exitCodes[signal]);
  };
  for (const signal of signals) source.on(signal, listener);
  return {
    signal: controller.signal,
    happened: promise,
    release: () => {
      if (first !== undefined) first = now();
      else for (const signal of signals) source.off(signal, listener);
    },
  };
}

export interface Step {
  /** What is being stopped, such as "the jobs". */
  readonly name: string;
  stop(): Promise<unknown>;
}

/**
 * Stops one after the other: a step that fails or takes longer than `patience` milliseconds is told of, and the rest still stop.
 * The usual order: accept no more and finish requests, jobs, messages, the pool, the database. Returns whether all went well.
 */
export async function stopInOrder(
  steps: readonly Step[],
  { patience = 15_000, onFault = (_step: Step, _error: unknown): void => undefined } = {},
): Promise<boolean> {
  let well = true;
  for (const step of steps) {
    try {
      await within(patience, step.stop());
    } catch (error) {
      well = false;
      onFault(step, error);
    }
  }
  return well;
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  const late = pause(milliseconds, undefined, { signal: done.signal }).then(
    () => {
      throw new Error(`not done within ${milliseconds} milliseconds`);
    },
    () => undefined,
  );
  try {
    await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}

/**
 * Starts what `begin` starts, waits for a signal, and stops it all in the opposite order: the database, started first, stops last.
 * When starting fails half way, what had started is stopped before the error goes on. Returns 0, or the signal's exit code when stopping failed.
 */
export async function runUntilStopped(
  begin: (started: (step: Step) => void, signal: AbortSignal) => Promise<void>,
  { interruption = listenForInterruption(), ...options }: { interruption?: Interruption } & Parameters<typeof stopInOrder>[1] = {},
): Promise<number> {
  const steps: Step[] = [];
  const stopAll = (): Promise<boolean> => stopInOrder(steps.toReversed(), options);
  try {
    await begin((step) => steps.push(step), interruption.signal);
    const code = await interruption.happened;
    return (await stopAll()) ? 0 : code;
  } catch (error) {
    await stopAll();
    throw error;
  } finally {
    interruption.release();
  }
}
