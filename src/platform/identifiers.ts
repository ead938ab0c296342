// Opaque ids that sort by time of creation (UUID version 7, RFC 9562), from a clock and a source of randomness given from outside.
import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

export type Identify = () => string;

/** Ids in order of creation, also within one millisecond: the 12 bits after the version count up. */
export function identifiers(clock: Clock, random: (bytes: number) => Uint8Array = randomBytes): Identify {
  let last = 0;
  let sequence = 0;
  return () => {
    const now = Math.max(clock.now().getTime(), last);
    sequence = now === last ? sequence + 1 : 0;
    const milliseconds = sequence > 0xfff ? now + 1 : now;
    if (sequence > 0xfff) sequence = 0;
    last = milliseconds;
    const tail = Buffer.from(random(8));
    tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
    const time = milliseconds.toString(16).padStart(12, '0');
    const end = tail.toString('hex');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${end.slice(0, 4)}-${end.slice(4)}`;
  };
}
