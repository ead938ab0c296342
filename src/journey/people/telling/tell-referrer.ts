// Tells whoever referred somebody, by e-mail; where they gave no address, a worker gets the task.
import { writeMessage } from '../../../platform/messages/write-message.ts';
import type { Context } from '../../../platform/web/context.ts';
import { isConnected } from '../../../trust/connections/actions.ts';
import type { Facts, ReferrerPurpose } from '../model.ts';
import { raiseTaskIn } from '../tasks.ts';
import { referrerWordsOf } from './place-texts.ts';
import { longestLetter, settingOf, type Told, writtenNow } from './tell.ts';
import { writeToReferrer } from './wording.ts';

/** Whoever asked for somebody at home hears what becomes of it only where that person lets them (S3.8). They may be asked something all the same. */
export const mayHear = (referral: { readonly kind: string; readonly carerMayKnow: string }, purpose: ReferrerPurpose): boolean =>
  referral.kind !== 'carer' || referral.carerMayKnow === 'yes' || purpose === 'referrer_question';

/** By e-mail, to a professional or carer who referred somebody. Null for somebody who asked for themselves, and for a carer who may not know. */
export const tellReferrer = (
  context: Context,
  { referralId, purpose, facts }: { readonly referralId: string; readonly purpose: ReferrerPurpose; readonly facts: Facts },
): Promise<Told | null> =>
  context.asWorker('tell a referrer', async (tables) => {
    const referral = await tables
      .selectFrom('referral')
      .select(['number', 'kind', 'personId', 'teamId', 'readerId', 'referrerName', 'referrerEmail', 'referrerAccountId', 'carerMayKnow'])
      .where('id', '=', referralId)
      .executeTakeFirst();
    if (!referral || referral.kind === 'self' || !mayHear(referral, purpose)) return null;
    // Another system asks by itself where its referral stands; there is nobody to write to.
    if (!referral.referrerEmail && referral.referrerAccountId && (await isConnected(tables, referral.referrerAccountId))) return null;
    const words = referral.referrerEmail
      ? writeToReferrer(
          { purpose, number: referral.number, facts },
          await settingOf(context, tables, longestLetter),
          referrerWordsOf(context.place.blueprint, purpose),
        )
      : null;
    if (!words) {
      const because = referral.referrerEmail ? 'There are no words for this message.' : 'They gave no e-mail address.';
      const { taskId } = await raiseTaskIn(
        tables,
        {
          personId: referral.personId,
          kind: 'message.referrer',
          words:
            purpose === 'referrer_question'
              ? `Ask whoever sent referral ${referral.number} your question, and say nothing of what we know. ${because}`
              : `Tell whoever sent referral ${referral.number} what happened. ${because}`,
          leadsTo: `/triage/${referralId}`,
          accountId: referral.readerId,
          teamId: referral.teamId,
        },
        writtenNow(context),
      );
      return { taskId, because };
    }
    return writeMessage(
      tables,
      {
        personId: referral.personId,
        audience: 'referrer',
        purpose,
        channel: 'email',
        toName: referral.referrerName,
        toValue: referral.referrerEmail,
        sender: context.place.name,
        subject: words.subject,
        body: words.body,
        workerId: referral.readerId,
        teamId: referral.teamId,
        aboutKind: 'referral',
        aboutId: referralId,
      },
      writtenNow(context),
    );
  });
