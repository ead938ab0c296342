// contact.yaml: what is done when someone cannot be reached (S6.3), how often people who wait hear from us, quiet hours, and what calls show.
// messages.yaml: the texts of messages, each in a plain form that gives nothing away and a named one (S3.3).
// vocabulary.yaml: the place's own words. demo.yaml: who plays which part in the demo.
import { z } from 'zod';
import { didYouMean } from '../../closest.ts';
import { defaultWords, isTerm } from '../../vocabulary.ts';
import { count, key, oneOf, target, text, timeOfDay } from './kinds.ts';

/** What a message is for. Every one must have a plain form. */
export const messagePurposes = [
  'receipt',
  'return-code',
  'question',
  'trying-to-reach',
  'door-open',
  'decision',
  'offer',
  'welcome',
  'waiting-update',
  'appointment-booked',
  'appointment-reminder',
  'appointment-changed',
  'missed-visit',
  'review-due',
  'measure-request',
  'follow-up',
  'meeting-a-supporter',
  'ending',
  'feedback-request',
  'sign-in',
  'referrer-receipt',
  'referrer-question',
  'referrer-outcome',
] as const;
export type MessagePurpose = (typeof messagePurposes)[number];

export const contact = z.strictObject({
  unableToContact: z.strictObject({
    /** Never fewer than 3 tries. */
    tries: z.number().int().min(3, 'Fewer than 3 tries is not allowed (S6.3).\u0001Write 3 or more.'),
    /** Never fewer than 2 channels. */
    channels: z.number().int().min(2, 'Fewer than 2 channels is not allowed (S6.3).\u0001Write 2 or more.'),
    daysBetweenTries: count,
    /** A letter where post is safe. */
    letter: z.boolean(),
    tellReferrer: z.boolean(),
    /** The role that looks before “we could not reach” is recorded. */
    reviewedBy: key,
  }),
  /** People who wait hear from us this often. */
  waitingUpdateEvery: target,
  /** After this long, safe contact is asked about again. */
  askSafeContactAgainAfter: target,
  /** Chases of a measure that has not come back. */
  measureChases: z.number().int().min(0).max(2),
  /** No message goes to anybody between these hours by the clock on the wall, except what they asked for a moment ago, and what is named here. */
  quietHours: z
    .strictObject({ from: timeOfDay, to: timeOfDay, except: z.array(oneOf(messagePurposes)).default([]) })
    .refine(
      ({ from, to }) => from !== to,
      'These quiet hours begin when they end.\u0001Write two different times, such as from 8pm to 8am.',
    )
    .default({ from: 20 * 60, to: 8 * 60, except: [] }),
  /** What a phone shows when we call: the plain sender’s number, or none. People are told before we call. */
  calls: oneOf(['plain-sender', 'withheld']).default('plain-sender'),
  /** What stands on an envelope beside their name and address. Whoever shares their letter box reads it (S3.6). */
  letters: z.strictObject({ envelope: text, returnAddress: z.array(text).max(6) }).default({ envelope: 'Private', returnAddress: [] }),
});

/** English is a text; another language says whether a person has reviewed it. Unreviewed texts are never sent. */
const words = z.looseObject({ en: text }).catchall(z.strictObject({ text, reviewed: z.boolean() }));

const message = z.strictObject({
  /** Who reads it. */
  to: oneOf(['person', 'referrer', 'supporter']),
  /** For a shared phone: first name, no service, no reason, no link. */
  plain: words,
  /** For a channel marked safe, when the person said we may name ourselves. */
  named: words,
  /** Subject of the same as an email. Neutral, because previews show it. */
  subject: z.strictObject({ plain: text, named: text }),
});

export const messages = z.partialRecord(z.enum(messagePurposes), message);

export const vocabulary = z.record(z.string(), z.strictObject({ one: text, many: text })).superRefine((own, context) => {
  for (const term of Object.keys(own))
    if (!isTerm(term))
      context.addIssue({
        code: 'custom',
        path: [term],
        message: `“${term}” is not a word a place can choose.\u0001${didYouMean(term, Object.keys(defaultWords))}`,
      });
});

export const demo = z.strictObject({
  /** Invented people who play a part, by name (demo). */
  people: z.array(
    z.strictObject({ name: text, part: oneOf(['person', 'staff']), role: key.optional(), team: key.optional(), about: text }),
  ),
});
