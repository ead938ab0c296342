// blueprint.yaml: what this blueprint is, where it holds and from when. Everything else is in the files beside it.
import { z } from 'zod';
import { count, date, key, language, phone, text, webAddress } from './kinds.ts';

export const identity = z.strictObject({
  /** What people at work call it: 'Somerset open door'. */
  name: text,
  /** What public pages call it. A bland name, because pages leave traces (S4.2). */
  publicName: text,
  /** The place it serves. Blueprints of one place can be loaded side by side. */
  place: text,
  /** Counts up with every change that goes live. */
  version: count,
  effectiveFrom: date,
  /** Leave out while there is no end. */
  effectiveTo: date.optional(),
  /** Two or three plain sentences on what it is for. */
  about: text,
  /** The folder beside this one whose files fill in what this one leaves out. */
  builtOn: key.optional(),
  /** True when names, numbers and people are invented. */
  demo: z.boolean(),
  languages: z.array(language).min(1),
  /** Where “Exit this page” goes: a neutral site (S4.1). */
  exit: webAddress,
  /** The number that messages come from when someone else may see them. Published nowhere else (S3.3). */
  plainSender: phone,
  /** Hours for which a record that was closed to somebody stays open to them. */
  recordsStayOpen: z
    .strictObject({
      /** Opened in an emergency: at most this long (S14.3). */
      emergencyHours: z
        .number()
        .int()
        .min(1)
        .max(3, 'A record opened in an emergency closes after 3 hours at most (S14.3).\u0001Write 1, 2 or 3.')
        .default(3),
      /** A restricted record, opened with a reason by whoever’s team has it: a working day (S14.4). */
      restrictedHours: z
        .number()
        .int()
        .min(1)
        .max(12, 'A restricted record closes again the same day (S14.4).\u0001Write between 1 and 12 hours.')
        .default(8),
    })
    .default({ emergencyHours: 3, restrictedHours: 8 }),
});
