// facts.yaml: what rules may read about a person, with its words and category. rules/*.yaml: the decision tables, one a file.
import { z } from 'zod';
import { grounds, hitPolicies, inputTypes } from '../../decisions/table.ts';
import { codeFrom, count, date, entries, key, oneOf, text } from './kinds.ts';

const factName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'The name of a fact is small letters, figures and underscores.\u0001Write it like “safe_now”.');

const fact = z
  .strictObject({
    /** The question, or the fact in plain words. */
    label: text,
    type: oneOf(inputTypes),
    /** Codes and their words; or 'yes-no' for yes, no, not sure, chose not to say; or the name of a code list. */
    answers: z.union([z.record(z.string(), text), z.string()]).optional(),
    /** Bounds of a number. */
    lowest: z.number().optional(),
    highest: z.number().optional(),
    decimals: z.boolean().optional(),
    /** Said after a number: days, years. */
    unit: text.optional(),
    category: codeFrom('dataCategory'),
    /** Set on facts by which nobody may be turned away, and on those that only sound so. */
    about: oneOf(grounds).optional(),
    note: text.optional(),
  })
  .refine(
    (each) => !(each.type === 'code' || each.type === 'codes') || each.answers !== undefined,
    'A fact with codes needs its answers.\u0001Add “answers”.',
  );

export const facts = z.record(factName, fact);

/** What a rule is for decides what it concludes. */
export const purposes = ['suggestion', 'fit', 'eligibility', 'priority'] as const;

const cellValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()).min(1),
  z.strictObject({ not: z.union([z.string(), z.array(z.string()).min(1)]) }),
  // For lists of choices: any of these, all of those, none of these others.
  z
    .strictObject({
      any: z.array(z.string()).min(1).optional(),
      all: z.array(z.string()).min(1).optional(),
      none: z.array(z.string()).min(1).optional(),
    })
    .refine((lists) => Object.keys(lists).length > 0, 'Nothing is listed.\u0001Add “any”, “all” or “none” with a list.'),
  z.strictObject({ from: z.number(), to: z.number() }),
]);
export type CellValue = z.infer<typeof cellValue>;

const rule = z.strictObject({
  /** The whole row in one plain sentence. */
  says: text,
  /** Facts and what they must be. A fact left out does not matter. Left out altogether, the row is for everyone. */
  when: z.record(z.string(), cellValue).optional(),
  /** What follows. */
  give: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Why, in words the person and the clinician can both read. */
  because: text,
  /** Short code of the reason, for counting. */
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'A reason code is capitals, figures and underscores.\u0001Write it like “HOME_AT_RISK”.'),
  /** What would change this. */
  changes: text,
});

/** A version agreed in words whose first day the place sets when it opens. Until then it holds on no day. */
export const SET_AT_INSTALL = 'set at install';

export const ruleTable = z.strictObject({
  name: text,
  /** suggestion: what to offer. fit: whether an outside service fits. eligibility: whom this service is for. priority: the order of a list. */
  purpose: oneOf(purposes),
  /** The service that uses it. */
  service: key,
  version: count,
  effectiveFrom: z.union([z.literal(SET_AT_INSTALL), date]),
  effectiveTo: date.optional(),
  /** Who wrote it and who agreed it: a group or a role, not a person. */
  author: text,
  approvedBy: text,
  hitPolicy: oneOf(hitPolicies),
  /** Where the response codes come from. Needed by suggestions. */
  responseScale: key.optional(),
  note: text.optional(),
  rules: entries(rule),
});
export const ruleTables = entries(ruleTable);
