// scales.yaml: response times, as words people are told and the time we promise. clocks.yaml: what is counted, from when to when.
// meetings.yaml: who meets, how often.
import { z } from 'zod';
import { codeFrom, count, date, entries, hours, key, oneOf, responseKey, target, text } from './kinds.ts';

const response = z.strictObject({
  /** The words shown: 'Within 24 hours'. Never a word about the person (S1.2). */
  words: text,
  target,
  /** National clinical response priority for returns. */
  nationalPriority: codeFrom('clinicalResponsePriority').optional(),
  /** True when a person here has checked the number against local agreement. */
  confirmed: z.boolean().optional(),
});

export const scales = entries(
  z.strictObject({
    name: text,
    version: count,
    effectiveFrom: date,
    effectiveTo: date.optional(),
    /** Most pressing first. */
    responses: z.record(responseKey, response),
  }),
);

export const clockCodes = [
  'ACK',
  'TRIAGE',
  'TODAY',
  'RESPONSE',
  'WHOLEWAIT',
  'FOURWEEK',
  'ACCEPT',
  'ADVICE',
  'MATCH',
  'REVIEW',
  'SAFEG',
  'MASH',
  'ACTION',
  'DTR',
  'SAR',
  'RETAIN',
] as const;
export type ClockCode = (typeof clockCodes)[number];

const clock = z.strictObject({
  name: text,
  target,
  /** When it starts, stops and pauses, in plain words. The program's lifecycles do the counting. */
  starts: text,
  stops: text,
  pauses: text.optional(),
  /** Other targets for single services. */
  forServices: z.record(z.string(), target).optional(),
});

export const clocks = z.partialRecord(z.enum(clockCodes), clock);

export const meetings = entries(
  z.strictObject({
    name: text,
    kind: oneOf(['hub', 'huddle', 'review', 'panel', 'board', 'supervision', 'chase']),
    every: oneOf(['working day', 'week', 'two weeks', 'month', 'quarter', 'six weeks']),
    /** When it usually is. Several days for a daily one. */
    when: hours.optional(),
    /** Where, from places.yaml. */
    place: key.optional(),
    /** The role in the chair. */
    chair: key,
    /** Organisations and teams invited. */
    organisations: z.array(key).optional(),
    teams: z.array(key).optional(),
    services: z.array(key).min(1),
    /** How many people or cases fit on one agenda. */
    agendaSlots: count.optional(),
    about: text,
  }),
);
