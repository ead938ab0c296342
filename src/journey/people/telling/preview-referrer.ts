// The words in which whoever referred somebody is told, before they go.
import type { Context } from '../../../platform/web/context.ts';
import type { Facts, ReferrerPurpose } from '../model.ts';
import { referrerWordsOf } from './place-texts.ts';
import { longestLetter, type Preview, settingOf } from './tell.ts';
import { mayHear } from './tell-referrer.ts';
import { writeToReferrer } from './wording.ts';

/** The exact words of `tellReferrer`, or why a worker must tell them; null for somebody who asked for themselves, and for a carer who may not know. */
export const previewForReferrer = (
  context: Context,
  { referralId, purpose, facts }: { readonly referralId: string; readonly purpose: ReferrerPurpose; readonly facts: Facts },
): Promise<
  Pick<Extract<Preview, { kind: 'message' }>, 'kind' | 'sender' | 'subject' | 'body'> | Extract<Preview, { kind: 'task' }> | null
> =>
  context.asWorker('preview a message', async (tables) => {
    const referral = await tables
      .selectFrom('referral')
      .select(['number', 'kind', 'referrerEmail', 'carerMayKnow'])
      .where('id', '=', referralId)
      .executeTakeFirst();
    if (!referral || referral.kind === 'self' || !mayHear(referral, purpose)) return null;
    if (!referral.referrerEmail) return { kind: 'task', because: 'They gave no e-mail address.' };
    const setting = await settingOf(context, tables, longestLetter);
    const written = writeToReferrer(
      { purpose, number: referral.number, facts },
      setting,
      referrerWordsOf(context.place.blueprint, purpose),
    );
    return written
      ? { kind: 'message', sender: context.place.name, ...written }
      : { kind: 'task', because: 'There are no words for this message.' };
  });
