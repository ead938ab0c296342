// help.yaml: the emergency panel of every public page, and who is told when an answer may mean danger (S2.7, S4.4).
import { z } from 'zod';
import { entries, hours, key, language, oneOf, phone, text } from './kinds.ts';

/** emergency is 999; urgent is 111; local is the place's own line; text is for who cannot speak. All four must be there. */
export const lineKinds = ['emergency', 'urgent', 'local', 'text', 'listening'] as const;

const line = z.strictObject({
  kind: oneOf(lineKinds),
  /** 'Call 111 and press 2' */
  name: text,
  do: oneOf(['call', 'text']),
  number: phone,
  /** What to press or to write, if anything. */
  with: text.optional(),
  /** When to use it, in one sentence. */
  about: text,
  hours,
  /** Languages in which it answers; English where left out. */
  languages: z.array(language).optional(),
  /** Whether it finds an interpreter for other languages. */
  interpreter: z.boolean().optional(),
});

const reviewedText = z.strictObject({ text, reviewed: z.boolean() });

export const help = z.strictObject({
  lines: entries(line),
  /** The role that is told at once when an answer may mean danger. */
  dutyRole: key,
  /** When someone of that role is on. Outside these hours the message below shows. */
  dutyHours: hours,
  /** What a person reads when nobody is on duty. */
  outOfHours: text,
  /** The same in other languages. Not shown until reviewed by a person (S8.2). */
  outOfHoursInOtherLanguages: z.record(z.string(), reviewedText).optional(),
});
