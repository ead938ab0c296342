// Sends what the outbox holds: takes a message, gives it to its channel, says what became of it, and tries again later when that can help.
import type { Clock } from '../clock.ts';
import type { Outcome, OutgoingMessage, Transports } from './message.ts';
import type { Outbox, Settlement } from './outbox.ts';

const minute = 60_000;

/** Milliseconds from a failed try to the next: five tries within about six hours, then a worker takes over. */
export const delays: readonly number[] = [minute, 10 * minute, 60 * minute, 5 * 60 * minute];

/** Longer than any transport waits for its server, so that nobody takes a message which is just being sent. */
export const takenFor = 5 * minute;

/** What follows from the outcome of one try. */
export function settlementOf(outcome: Outcome, attempts: number, now: Date): Settlement {
  switch (outcome.kind) {
    case 'sent':
    case 'would have gone':
      return { kind: outcome.kind, at: now };
    case 'by hand':
      return { kind: 'by hand' };
    case 'never':
      return { kind: 'given up', because: outcome.because };
    case 'later': {
      const delay = delays[attempts - 1];
      return delay === undefined
        ? { kind: 'given up', because: outcome.because }
        : { kind: 'again', notBefore: new Date(now.getTime() + delay), because: outcome.because };
    }
  }
}

export interface SendingOptions {
  readonly outbox: Outbox;
  readonly transports: Transports;
  readonly clock: Clock;
  /** A fault of ours, such as a database out of reach. The message stays and is tried again. */
  readonly onFault: (error: unknown) => void;
  /** Milliseconds between looks at the outbox. Default 2,000. */
  readonly lookEvery?: number;
  /** Messages on their way at once. Default 4. */
  readonly atOnce?: number;
}

export interface Sending {
  /** Looks at once, without waiting for the next look. Resolves when nothing is due. */
  sendDue(): Promise<void>;
  /** Takes no more and waits for what is on its way. */
  stop(): Promise<void>;
}

/** Sends everything that is due now, one after the other, until nothing is or `stopped` says so. */
async function sendAll({ outbox, transports, clock }: SendingOptions, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const now = clock.now();
    const message = await outbox.take(now, new Date(now.getTime() + takenFor));
    if (!message) return;
    const outcome = await tryToSend(transports, message);
    await outbox.settle(message, settlementOf(outcome, message.attempts, clock.now()));
  }
}

async function tryToSend(transports: Transports, message: OutgoingMessage): Promise<Outcome> {
  try {
    return await transports[message.channel].send(message);
  } catch {
    return { kind: 'later', because: 'Sending failed for a reason of our own.' };
  }
}

export function startSending(options: SendingOptions): Sending {
  const { lookEvery = 2000, atOnce = 4, onFault } = options;
  let stopped = false;
  let round: Promise<void> | undefined;
  const sendDue = (): Promise<void> => {
    round ??= Promise.all(Array.from({ length: atOnce }, () => sendAll(options, () => stopped).catch(onFault)))
      .then(() => undefined)
      .finally(() => {
        round = undefined;
      });
    return round;
  };
  const timer = setInterval(() => void sendDue(), lookEvery);
  return {
    sendDue,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}
