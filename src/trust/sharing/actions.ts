// What a person says about sharing: kept for each agency when they ask for help, and changed by them at any time. Opening a record by it is the access room's and the database's.
import { record } from '../../platform/events.ts';
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import type { Context } from '../../platform/web/context.ts';
import { newestOf, type SharingChoice, stateOfAnswer, support } from './model.ts';
import { changeChoice, choicesOf, insertChoices, othersWhoCouldHelp } from './store.ts';

export interface SharingAnswer {
  readonly personId: string;
  readonly referralId: string;
  /** As the front door asks it: yes, no, ask_me; '' when it was not answered. */
  readonly answer: string;
  /** The person said so themselves. What somebody else says for them is no choice of theirs: they are asked. */
  readonly ownWords: boolean;
  /** Data categories of what was written. Background questions are never shared. */
  readonly categories: readonly string[];
}

/** Keeps the answer for every other agency that could help. Only a yes of their own lets a partner see, and only under an agreement. */
export async function keepSharingAnswer(context: Context, said: SharingAnswer): Promise<void> {
  const state = (said.ownWords ? stateOfAnswer[said.answer] : undefined) ?? 'asked';
  const categories = [...new Set(['contact', ...said.categories])].filter((category) => category !== 'equality').sort();
  await context.asWorker('keep what somebody said about sharing', async (tables) => {
    const organisations = await othersWhoCouldHelp(tables, said.referralId);
    await insertChoices(
      tables,
      organisations.map((organisationId) => ({
        id: context.identify(),
        personId: said.personId,
        organisationId,
        categories,
        purpose: support,
        state,
        howGiven: said.ownWords ? 'when they asked for help' : 'not by themselves',
        referralId: said.referralId,
        createdAt: context.now,
        createdBy: context.visitor?.accountId ?? null,
      })),
    );
  });
}

/** What stands today, an agency a line. */
export const sharingOf = async (context: Context, personId: string): Promise<SharingChoice[]> =>
  newestOf(await choicesOf(context.tables, personId));

const changedSince: Problem = {
  status: 409,
  title: 'This has changed since you opened it',
  detail: 'Here is how it is now. Nothing else was changed.',
};

/** The person's own yes or no for one agency, from now on. */
export async function chooseSharing(
  context: Context,
  personId: string,
  chosen: { readonly id: string; readonly version: number; readonly share: boolean },
): Promise<Result<{ organisation: string; state: 'agreed' | 'declined' | 'withdrawn' }>> {
  const choice = (await sharingOf(context, personId)).find(({ id }) => id === chosen.id);
  if (!choice) return failure(notFound);
  const state = chosen.share ? 'agreed' : choice.state === 'agreed' ? 'withdrawn' : 'declined';
  if (!(await changeChoice(context.tables, { ...chosen, personId }, state))) return failure(changedSince);
  await record(context, {
    personId,
    category: 'contact',
    kind: `sharing.${state}`,
    subjectKind: 'sharing_choice',
    subjectId: chosen.id,
    data: { organisation: choice.organisation },
  });
  return success({ organisation: choice.organisation, state });
}
