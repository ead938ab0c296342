// The demo's own time: it is Friday 20 November 2026, a quarter past eight in the morning, when its data are made, and goes on from there.
import type { Clock } from '../platform/clock.ts';

export const demoMorning = new Date('2026-11-20T08:15:00Z');

/** Counts from the real instant at which the demo's data were made. */
export const demoClock = (startedAt: Date, real: Clock): Clock => ({
  now: () => new Date(demoMorning.getTime() + (real.now().getTime() - startedAt.getTime())),
});
