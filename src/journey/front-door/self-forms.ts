// What the addresses of somebody who asks share: who may come, what every form carries beside its answers, and where a code leads that opens no questions.
import { z } from 'zod';
import { languages, readings } from '../../platform/language/languages.ts';
import type { Problem } from '../../platform/problem.ts';
import { type Answer, problem, redirect } from '../../platform/web/answer.ts';
import { anyone } from '../../platform/web/permission.ts';
import { touchesNobody } from '../../platform/web/route.ts';
import type { OpenDraft } from './drafts.ts';
import type { DraftKind } from './model.ts';

export const open = anyone('Somebody who asks for help needs no account.');
export const unsent = touchesNobody('What is not sent yet is on nobody’s record.');

/** Where they came from, and whom they ask for. */
export const query = z.strictObject({ from: z.literal('check').optional(), who: z.literal('other').optional() });
export type Query = z.output<typeof query>;

/** What every form of the door carries beside its answers. */
export const carried = {
  said_in: z.enum(languages).optional().default('en'),
  /** What they chose to read from here on. */
  speak: z.enum(readings).optional(),
  skip: z.literal('yes').optional(),
  save: z.literal('yes').optional(),
  from: z.literal('check').optional(),
  who: z.literal('other').optional(),
  version: z.coerce.number().int().min(0).optional().default(0),
};

export const tooManyTries: Problem = {
  status: 429,
  title: 'Too many tries',
  detail: 'Wait 15 minutes and try again. If you need somebody now, call one of the numbers below.',
};

export const draftOf = (opened: OpenDraft) => (opened.kind === 'open' ? opened.draft : undefined);
export const kindOf = (opened: OpenDraft, who: string | undefined): DraftKind =>
  draftOf(opened)?.kind ?? (who === 'other' ? 'for_someone_else' : 'self');

/** Where the code leads when it does not open questions; null when it may go on. */
export function elsewhere(opened: OpenDraft): Answer | null {
  switch (opened.kind) {
    case 'too many tries':
      return problem(tooManyTries);
    case 'away':
      return redirect('/back');
    case 'sent':
      return redirect('/done');
    default:
      return null;
  }
}
