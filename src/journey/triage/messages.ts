// The messages that follow from a decision, word for word as they go when it is saved (S3.4).
import type { SignedIn } from '../../platform/web/context.ts';
import { previewForPerson, previewForReferrer } from '../people/actions.ts';
import type { factsToTell } from './deciding.ts';
import type { ReferralRow } from './store-referral.ts';

/** As a phone or a mail program shows it, or why a worker must tell them. */
export type ShownMessage = { readonly byPost: boolean; readonly sender: string; readonly text: string } | { readonly because: string };

export interface Messages {
  readonly person: ShownMessage;
  /** Null when they asked for themselves. */
  readonly referrer: ShownMessage | null;
}

type Previewed =
  | { readonly kind: 'message'; readonly channel?: string; readonly sender: string; readonly subject: string; readonly body: string }
  | { readonly kind: 'task'; readonly because: string };

export async function messagesOf(
  context: SignedIn,
  referral: Pick<ReferralRow, 'id' | 'personId'>,
  facts: ReturnType<typeof factsToTell>,
): Promise<Messages> {
  const shown = (preview: Previewed): ShownMessage =>
    preview.kind === 'task'
      ? { because: preview.because }
      : {
          byPost: preview.channel === 'post',
          sender: preview.channel === 'post' ? 'A plain envelope' : preview.sender || context.place.blueprint.plainSender,
          text: [preview.subject, preview.body].filter(Boolean).join('. '),
        };
  const referrer = await previewForReferrer(context, { referralId: referral.id, purpose: 'referrer_decision', facts });
  return {
    person: shown(
      await previewForPerson(context, {
        personId: referral.personId,
        purpose: 'decision',
        facts,
        subject: { kind: 'referral', id: referral.id },
      }),
    ),
    referrer: referrer && shown(referrer),
  };
}
