// services.yaml: what a person can be offered, and the teams that give it. One entry each; the key is its code.
import { z } from 'zod';
import { codeFrom, count, date, dated, email, entries, hours, key, language, oneOf, phone, target, text } from './kinds.ts';

const ages = z
  .strictObject({ from: z.number().int().min(0), to: z.number().int().max(130).optional() })
  .refine((range) => range.to === undefined || range.to >= range.from, '“to” is less than “from”.\u0001Swap them.');

/** Who answers questions about the service: a name people can ask for (TWP-32). */
const enquiries = z.strictObject({ name: text, phone: phone.optional(), email: email.optional() });

/** What there is a limited number of, and how many. */
const capacity = z.strictObject({
  /** 'triage slot', 'café seat', 'caseload place' */
  unit: text,
  number: count,
  /** Left out when the number is how many at once. */
  per: oneOf(['day', 'week', 'month', 'meeting', 'evening', 'worker']).optional(),
  /** Its people say in two clicks whether there is room; hours for which that holds, and then it reads “ask first” (SOM-16). */
  lightHolds: z.number().int().min(1).max(24).optional(),
});

const translation = z.strictObject({
  name: text,
  about: text,
  /** Only a person can set this to true. Until then it is not shown (S8.2). */
  reviewed: z.boolean(),
});

/** Help at the first sign: where it is offered and who gives it, each since a day, so that its growth can be drawn (SOM-21). */
const earlyIntervention = z.strictObject({
  places: z.array(z.strictObject({ place: key, ...dated })).min(1),
  partners: z.array(z.strictObject({ organisation: key, ...dated })).min(1),
});

export const service = z.strictObject({
  name: text,
  /** What a person reads: what happens, with whom, for how long. Plain words, no conditions to meet. */
  about: text,
  /** National team type for returns, or 'none' for a service outside them. */
  teamType: z.union([z.literal('none'), codeFrom('serviceTeamType')]),
  /** The organisation that gives it. */
  givenBy: key,
  /** The service it is part of (TWP-2). */
  partOf: key.optional(),
  /** Names of the areas it serves. */
  area: z.array(text).min(1),
  ages,
  /** Ways in. */
  doors: z.array(codeFrom('door')).min(1),
  hours,
  languages: z.array(language).min(1),
  /** True when an interpreter can be booked. */
  interpreters: z.boolean(),
  enquiries,
  capacity: z.array(capacity).min(1),
  /** What it helps with, for finding an offer for each need (SOM-3). */
  helpsWith: z.array(codeFrom('needDomain')).min(1),
  /** False when anyone may walk in or join without being referred (SOM-4). */
  needsReferral: z.boolean(),
  /** The groups no other criteria fit whom it is there for. */
  gapGroups: z.array(codeFrom('gapGroup')).optional(),
  /** Its response times, from scales.yaml. */
  responseScale: key.optional(),
  /** Whether the national four-week wait counts it. */
  countsForFourWeeks: z.boolean(),
  /** Only for early intervention. */
  earlyIntervention: earlyIntervention.optional(),
  /** Its places, from places.yaml. */
  places: z.array(key).optional(),
  /** Days for which it counts when its team says that its entry in the directory is right. 30 when left out. */
  confirmEveryDays: z.number().int().min(1).max(730).optional(),
  effectiveFrom: date.optional(),
  effectiveTo: date.optional(),
  inOtherLanguages: z.record(z.string(), translation).optional(),
});

export const team = z.strictObject({
  name: text,
  organisation: key,
  /** The services it gives. */
  services: z.array(key).min(1),
  /** The roles that may own an offer made to it. */
  owners: z.array(key).min(1),
  /** How soon it says yes to a hand-over; the sender keeps ownership until then (S5.2). */
  acceptsWithin: target,
  /** Meets together with these teams, for people two teams own jointly (SOM-14). */
  jointWith: z.array(key).optional(),
});

export const services = entries(service);
export const teams = entries(team);
