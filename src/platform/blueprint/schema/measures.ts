// measures.yaml: which measures are asked when. outcomes.yaml: what the service wants to be true, and how anyone could tell.
import { z } from 'zod';
import { codeFrom, count, date, entries, key, oneOf, text } from './kinds.ts';

/** Instruments by id, and the product's own measures (own-…). Wording is never part of a blueprint. */
export const instrumentIds = [
  'core-10',
  'core-om',
  'phq-9',
  'gad-7',
  'wsas',
  'wemwbs',
  'swemwbs',
  'dialog',
  'reqol-10',
  'goals',
  'ascot-sct4',
  'quirc',
  'quirc-sa',
  'ons4',
  'ucla-3',
  'pam-13',
  'k10',
  'qpr',
  'honos',
  'own-goal-rating',
  'own-cafe-feeling',
  'own-network-map',
  'own-peer-strand',
  'own-living-skills',
  'own-wheel',
  'own-staff-survey',
] as const;

export const measures = entries(
  z.strictObject({
    name: text,
    /** Pathways, or whole services, it is for. */
    pathways: z.array(key).optional(),
    services: z.array(key).optional(),
    /** Each instrument and the points it is asked at. */
    ask: z.partialRecord(z.enum(instrumentIds), z.array(codeFrom('measurePoint')).min(1)),
    /** Who answers, when it is not the person. */
    answeredBy: oneOf(['person', 'staff', 'manager']).optional(),
    /** About how long it takes to answer. */
    minutes: count,
    note: text.optional(),
  }),
);

const indicator = z.strictObject({
  name: text,
  /** What is counted, and out of what. Left out where the number stands alone. */
  counts: text,
  outOf: text.optional(),
  /** Where the numbers come from. */
  source: text,
  /** The role that answers for it. */
  owner: key,
});

const outcome = z.strictObject({ name: text, indicators: entries(indicator) });

export const outcomes = z.strictObject({
  name: text,
  version: count,
  effectiveFrom: date,
  /** Who wrote it: people who use services, first of all (MOS-21). */
  authoredBy: text,
  outcomes: entries(outcome),
});
