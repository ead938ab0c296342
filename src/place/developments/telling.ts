// Tells whoever asked for it that the result of a consultation is published: by the outbox, with its address and nothing of what they answered.
import type { Language } from '../../platform/language/languages.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { consultingTexts } from './texts.ts';

export interface TellingResult {
  readonly consultationId: string;
  readonly title: string;
  readonly language: Language;
  readonly addresses: readonly string[];
}

export const tellResult = (context: SignedIn, { consultationId, title, language, addresses }: TellingResult): Promise<void> =>
  context.asWorker('tell the result of a consultation', async (tables) => {
    if (addresses.length === 0) return;
    const { told } = consultingTexts(language, context.approved(language));
    const link = `${context.place.publicUrl}/have-your-say/${consultationId}`;
    await tables
      .insertInto('message')
      .values(
        addresses.map((toValue) => ({
          id: context.identify(),
          personId: null,
          createdBy: context.visitor.accountId,
          audience: 'referrer',
          purpose: 'consultation_result',
          channel: 'email',
          toName: '',
          toValue,
          sender: context.place.name,
          subject: told.subject,
          body: [told.body[0]({ title }), told.body[1]({ link }), told.body[2], context.place.name].join('\n\n'),
          state: 'queued',
          notBefore: context.now,
          workerId: context.visitor.accountId,
          teamId: context.visitor.roles[0]?.teamId ?? null,
          aboutKind: 'consultation',
          aboutId: consultationId,
          createdAt: context.now,
        })),
      )
      .execute();
  });
