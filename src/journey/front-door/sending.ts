// Sends what somebody wrote at the door: once, whole, and never half. What is still needed is named page by page.
import { localDate } from '../../platform/clock.ts';
import type { Fault } from '../../platform/problem.ts';
import type { Context } from '../../platform/web/context.ts';
import { keepSharingAnswer } from '../../trust/sharing/actions.ts';
import { submitReferral } from './actions.ts';
import { answersOf, helperOf, pageNotSeen, personOf, reachFaults, type SendingWords } from './answers.ts';
import { openDoorDraft } from './drafts.ts';
import type { DoorAnswers, DoorDraft, NewReferral, SubmittedReferral } from './model.ts';
import type { SelfPageKey } from './questions.ts';
import { isTicked, lineOf } from './reading.ts';
import { findDraft, updateDraft } from './store-draft.ts';

/** After sending, the code opens what happens next for this long. */
const codeWorksFor = 180 * 24 * 3_600_000;

export type Sent =
  | { readonly kind: 'sent'; readonly referral: SubmittedReferral | null }
  /** Answer or skip this page first; with faults where an answer there is not enough. */
  | { readonly kind: 'needed'; readonly page: SelfPageKey; readonly faults: readonly Fault[]; readonly draft: DoorDraft }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'away' }
  | { readonly kind: 'too many tries' };

export async function sendDraft(context: Context, say: SendingWords): Promise<Sent> {
  const { door, now } = context;
  const opened = await openDoorDraft(context);
  if (opened.kind === 'too many tries' || opened.kind === 'away') return opened;
  if (opened.kind === 'sent') return { kind: 'sent', referral: null };
  const draft = door ? await findDraft(context.tables, door, now, true) : undefined;
  if (!draft || !door) return { kind: 'nothing' };
  if (draft.referralId) return { kind: 'sent', referral: null };
  const missing = pageNotSeen(draft.answers);
  if (missing) return { kind: 'needed', page: missing, faults: [], draft };
  const faults = reachFaults(draft.answers, draft.kind, say);
  if (faults.length > 0) return { kind: 'needed', page: '5', faults, draft };
  const newReferral = referralOf(draft, now);
  const referral = await submitReferral(context, newReferral);
  await keepSharingAnswer(context, {
    personId: referral.personId,
    referralId: referral.referralId,
    answer: lineOf(draft.answers['6']?.fields ?? {}, 'share'),
    ownWords: draft.kind === 'self',
    categories: newReferral.answers.map(({ category }) => category),
  });
  const way = newReferral.person.contactPoints?.find((point) => point.safeToUse === 'safe');
  await context.asWorker('put the code on what happens next', (tables) =>
    updateDraft(
      tables,
      door,
      {
        referralId: referral.referralId,
        answers: remembered(draft.answers, way?.channel ?? 'none', newReferral.person.knownAs || newReferral.person.givenName || ''),
        endsAt: new Date(now.getTime() + codeWorksFor),
      },
      now,
    ),
  );
  return { kind: 'sent', referral };
}

function referralOf(draft: DoorDraft, now: Date): NewReferral {
  const self = draft.kind === 'self';
  return {
    door: self ? 'self' : 'carer',
    kind: self ? 'self' : 'carer',
    language: draft.language,
    person: personOf(draft.answers, draft.kind, localDate(now), draft.language),
    answers: answersOf(draft.answers, draft.kind),
    ...(self ? {} : { referrer: helperOf(draft.answers) }),
    agreement: 'own',
    restricted: isTicked(draft.answers['6']?.fields ?? {}, 'knows_us'),
  };
}

/** The draft keeps only what the page after sending says; the answers themselves are on the record now. */
const remembered = (answers: DoorAnswers, way: string, name: string): DoorAnswers => ({
  sent: {
    fields: {
      way,
      name,
      shared: String(answers['4']?.fields.shared ?? ''),
      safe_now: lineOf(answers['3']?.fields ?? {}, 'safe_now'),
      contact_today: isTicked(answers.now?.fields ?? {}, 'contact_today') ? 'yes' : '',
    },
    skipped: false,
    version: 1,
  },
});
