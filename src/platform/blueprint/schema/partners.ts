// partners.yaml: the organisations, how they are tied to services (dated and typed), and what each puts in.
import { z } from 'zod';
import { codeFrom, dated, entries, key, text } from './kinds.ts';

export const organisation = z.strictObject({
  name: text,
  /** What kind of body: 'council', 'NHS trust', 'charity'. */
  kind: text,
  /** NHS organisation code, where there is one. */
  ods: z
    .string()
    .regex(/^[A-Z0-9]{3,10}$/)
    .optional(),
  note: text.optional(),
});

/** “A funds B”, with dates. One organisation may hold many (TWP-1). */
const link = z.strictObject({
  organisation: key,
  role: codeFrom('orgLinkRole'),
  /** The services it holds for; all of them when left out. */
  services: z.array(key).optional(),
  ...dated,
  note: text.optional(),
});

/** Money, a building not charged, staff time (CHO-11). */
const contribution = z.strictObject({
  organisation: key,
  kind: codeFrom('contributionType'),
  what: text,
  /** Pounds a year. Left out for help in kind without a price. */
  poundsAYear: z.number().min(0).optional(),
  ...dated,
});

export const partners = z.strictObject({
  organisations: entries(organisation),
  links: z.array(link),
  contributions: z.array(contribution).optional(),
});
