// safeguarding.yaml: the multi-agency safeguarding hubs that concerns go to, each with its own hours and how soon it promises a decision. A local table: areas differ.
import { z } from 'zod';
import { codesOf } from '../../codes/codes.ts';
import { entries, FIX, hours, key, oneOf, target, text } from './kinds.ts';

const level = z.strictObject({
  /** A time, never a word about the person (S1.2): 'First decision within 4 of its hours'. */
  words: text,
  /** Hours until the first decision. */
  hours: z.number().int().min(1, `This must be 1 or more.${FIX}Write whole hours.`),
  /** Whether only the hub's own hours count, or all hours as they pass. */
  counted: oneOf(['in its hours', 'as they pass']),
});

export const safeguarding = entries(
  z.strictObject({
    name: text,
    /** Whose it is, from partners.yaml: what goes there without agreement is shared with this organisation. */
    organisation: key,
    /** The team whose safeguarding leads decide concerns here and follow them. */
    team: key,
    /** The service whose support can be offered while people wait. */
    supportedBy: key.optional(),
    hours,
    /** Whether it works on bank holidays too. */
    bankHolidays: oneOf(['open', 'closed']),
    /** When its receipt is chased. For children, guidance asks for a decision told within one working day. */
    receiptWithin: z.strictObject({ child: target, adult: target }),
    levels: z
      .partialRecord(z.enum(codesOf('mashLevel')), level)
      .refine((levels) => Object.keys(levels).length > 0, `There is no level.${FIX}Write at least one, such as L4.`),
    /** Hours until the final decision, by the first one; no promise where left out. */
    finalWithin: z.partialRecord(z.enum(codesOf('mashInitialDecision')), z.number().int().min(1)).default({}),
  }),
);
