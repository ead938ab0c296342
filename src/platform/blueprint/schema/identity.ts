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
});
