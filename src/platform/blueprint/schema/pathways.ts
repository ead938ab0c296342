// pathways.yaml: the stages a person moves through at their own pace, the strands of support inside, and how support ends and can begin again.
// principles.yaml: the four principles, and the tools that put them to work (MOS-1).
import { z } from 'zod';
import { codeFrom, count, date, entries, key, text } from './kinds.ts';

const stage = z.strictObject({
  name: text,
  /** What the person and worker are doing here. */
  about: text,
  /** Which principle this step puts into practice. */
  principle: codeFrom('mosPrinciple'),
  /** The tools used, from principles.yaml. */
  tools: z.array(key).min(1),
});

const strand = z.strictObject({
  type: codeFrom('strandType'),
  name: text,
  /** Roles that can give it. */
  givenBy: z.array(key).min(1),
  /** True when a person and a supporter are matched before it starts. */
  matched: z.boolean().optional(),
});

/** How long support is planned for: a number of months, a range, or no end date. */
const plannedLength = z.union([
  z.literal('no end date'),
  z
    .strictObject({ fromMonths: count, toMonths: count })
    .refine((range) => range.toMonths >= range.fromMonths, '“toMonths” is less than “fromMonths”.\u0001Swap them.'),
]);

export const pathway = z.strictObject({
  name: text,
  service: key,
  version: count,
  effectiveFrom: date,
  effectiveTo: date.optional(),
  /** In order. Nobody moves by time alone (PT-6). */
  stages: entries(stage),
  strands: z.array(strand).min(1),
  plannedLength,
  /** Months after the start when ending is talked about. */
  endingPromptsAtMonths: z.array(count).optional(),
  /** Weeks before the planned end when the ending plan starts. */
  endingPlanWeeksBefore: count,
  /** The role that agrees to going on beyond the planned length. */
  extensionApprovedBy: key.optional(),
  /** For how many months someone can come back without starting again. */
  reEntryMonths: count,
  /** Weeks between looking at the plan again. */
  reviewEveryWeeks: count,
  /** Steps that stop things getting worse, and steps that keep recovery (SOM-20). */
  preventing: text.optional(),
  keepingWell: text.optional(),
});

export const pathways = entries(pathway);

const tool = z.strictObject({ name: text, about: text });
const principle = z.strictObject({ code: codeFrom('mosPrinciple'), name: text, about: text });

export const principles = z.strictObject({ principles: entries(principle), tools: entries(tool) });
