// Tells somebody at work who asked for advice, by e-mail: the question’s number and a link, never the question or its answer.
import type { Context } from '../../../platform/web/context.ts';
import type { AdvicePurpose, Facts } from '../model.ts';
import { longestLetter, settingOf } from './tell.ts';
import { writeToReferrer } from './wording.ts';

export interface TellingAsker {
  readonly adviceId: string;
  readonly number: number;
  readonly to: { readonly name: string; readonly email: string };
  readonly purpose: AdvicePurpose;
  readonly facts: Facts;
  /** Who gets the task when it could not be sent; else the team. */
  readonly workerId: string | null;
  readonly teamId: string;
}

/** Null where there are no words for it. */
export const tellAsker = (context: Context, telling: TellingAsker): Promise<{ messageId: string } | null> =>
  context.asWorker('tell who asked', async (tables) => {
    const { purpose, number, facts, to } = telling;
    const written = writeToReferrer({ purpose, number, facts }, await settingOf(context, tables, longestLetter));
    if (!written) return null;
    const messageId = context.identify();
    await tables
      .insertInto('message')
      .values({
        id: messageId,
        personId: null,
        createdBy: context.visitor?.accountId ?? null,
        audience: 'referrer',
        purpose,
        channel: 'email',
        toName: to.name,
        toValue: to.email,
        sender: context.place.name,
        subject: written.subject,
        body: written.body,
        state: 'queued',
        notBefore: context.now,
        workerId: telling.workerId,
        teamId: telling.teamId,
        aboutKind: 'advice',
        aboutId: telling.adviceId,
        createdAt: context.now,
      })
      .execute();
    return { messageId };
  });
