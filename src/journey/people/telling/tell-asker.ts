// Tells somebody at work who asked for advice, by e-mail: the question’s number and a link, never the question or its answer.
import { writeMessage } from '../../../platform/messages/write-message.ts';
import type { Context } from '../../../platform/web/context.ts';
import type { AdvicePurpose, Facts } from '../model.ts';
import { longestLetter, settingOf, writtenNow } from './tell.ts';
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
    const words = writeToReferrer({ purpose, number, facts }, await settingOf(context, tables, longestLetter));
    if (!words) return null;
    return writeMessage(
      tables,
      {
        personId: null,
        audience: 'referrer',
        purpose,
        channel: 'email',
        toName: to.name,
        toValue: to.email,
        sender: context.place.name,
        subject: words.subject,
        body: words.body,
        workerId: telling.workerId,
        teamId: telling.teamId,
        aboutKind: 'advice',
        aboutId: telling.adviceId,
      },
      writtenNow(context),
    );
  });
