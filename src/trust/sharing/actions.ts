// What a person says about sharing, and about using what they told: kept for each agency when they ask for help, changed by them at any time, asked again only
// where they want to be asked. Opening a record by it is the access room's and the database's.
import { record } from '../../platform/events.ts';
import { traced } from '../../platform/lifecycle.ts';
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { type Answer, type ChoiceState, newestOf, onceUntil, type SharingChoice, stateOfAnswer, stepsTo, support } from './model.ts';
import { changeChoice, choicesOf, insertChoices, newestReferral, othersWhoCouldHelp, putQuestion } from './store.ts';

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

/** Keeps the answer for every other agency that could help. Only a yes of their own lets a partner see, and only under an agreement. What was not answered changes nothing they said before. */
export async function keepSharingAnswer(context: Context, said: SharingAnswer): Promise<void> {
  const answered = said.ownWords ? stateOfAnswer[said.answer] : undefined;
  const categories = [...new Set(['contact', ...said.categories])].filter((category) => category !== 'equality').sort();
  await context.asWorker('keep what somebody said about sharing', async (tables) => {
    await traced(tables, { role: said.ownWords ? 'PER' : 'SYS' });
    const organisations = await othersWhoCouldHelp(tables, said.referralId);
    const known = new Set((await choicesOf(tables, said.personId, context.now)).map(({ organisationId }) => organisationId));
    await insertChoices(
      tables,
      organisations
        .filter(({ id }) => answered !== undefined || !known.has(id))
        .map(({ id: organisationId }) => ({
          id: context.identify(),
          personId: said.personId,
          organisationId,
          categories,
          purpose: support,
          state: answered ?? 'asked',
          said: answered !== undefined,
          howGiven: answered === undefined ? (said.ownWords ? 'not answered' : 'not by themselves') : 'when they asked for help',
          referralId: said.referralId,
          createdAt: context.now,
          createdBy: context.visitor?.accountId ?? null,
        })),
    );
  });
}

/** What stands today, an agency a line. */
export const sharingOf = async (context: Context, personId: string): Promise<SharingChoice[]> =>
  newestOf(await choicesOf(context.tables, personId, context.now));

/** Agencies that could help this person and of which nothing was said yet. */
export async function notSaidYet(context: Context, personId: string): Promise<{ id: string; name: string; code: string }[]> {
  const said = new Set((await sharingOf(context, personId)).map(({ organisationId }) => organisationId));
  return context.asWorker('find who could help', async (tables) => {
    const referralId = await newestReferral(tables, personId);
    return referralId ? (await othersWhoCouldHelp(tables, referralId)).filter(({ id }) => !said.has(id)) : [];
  });
}

const changedSince: Problem = {
  status: 409,
  title: 'This has changed since you opened it',
  detail: 'Here is how it is now. Nothing else was changed.',
};

/** What an agency may see by a yes that was given on the person’s own page. */
const opensByYes = ['contact', 'story', 'safety', 'housing', 'work'];

interface Chosen {
  readonly organisationId: string;
  readonly version: number;
  readonly answer: Answer;
}

/** The person's own word for one agency, from now on: by the steps of the table, each kept. A yes for this time leaves it where it stands. */
export async function chooseSharing(
  context: SignedIn,
  personId: string,
  chosen: Chosen,
): Promise<Result<{ organisation: string; answer: Answer }>> {
  const { answer, organisationId } = chosen;
  const choice = (await sharingOf(context, personId)).find((one) => one.organisationId === organisationId);
  const agency = choice ? null : (await notSaidYet(context, personId)).find(({ id }) => id === organisationId);
  if (!choice && !agency) return failure(notFound);
  await traced(context.tables, { role: 'PER' });
  const id = choice?.id ?? context.identify();
  const said = (kind: ChoiceState | 'once', data: Readonly<Record<string, string>> = {}) =>
    record(context, {
      personId,
      category: 'contact',
      kind: `sharing.${kind}`,
      subjectKind: 'sharing_choice',
      subjectId: id,
      data: { organisation: choice?.organisation ?? agency?.name ?? '', ...data },
    });
  if (answer === 'once') {
    // Only what was asked about can be used once.
    const referralId = choice?.state === 'asked' ? choice.question?.referralId : null;
    if (!choice || !referralId) return failure(changedSince);
    const until = onceUntil(context.now);
    const once = { state: choice.state, onceReferralId: referralId, onceUntil: until };
    if (!(await changeChoice(context.tables, { id, personId, version: chosen.version }, once))) return failure(changedSince);
    await said('once', { until: until.toISOString() });
    return success({ organisation: choice.organisation, answer });
  }
  const steps = stepsTo(choice?.state ?? null, answer);
  if (choice) {
    // Saying again what was only written for them makes it their own.
    for (const [at, state] of (steps.length > 0 ? steps : [choice.state]).entries())
      if (!(await changeChoice(context.tables, { id, personId, version: chosen.version + at }, { state }))) return failure(changedSince);
  } else
    await insertChoices(context.tables, [
      {
        id,
        personId,
        organisationId,
        categories: opensByYes,
        purpose: support,
        state: steps[0] ?? 'asked',
        said: true,
        howGiven: 'on their own page',
        referralId: null,
        createdAt: context.now,
        createdBy: context.visitor.accountId,
      },
    ]);
  await said(steps.at(-1) ?? choice?.state ?? 'asked');
  return success({ organisation: choice?.organisation ?? agency?.name ?? '', answer });
}

/** Where each of these agencies stands with what the person told; agencies of which they said nothing are left out. For whoever may read how to reach them. */
export async function toldStanding(context: Context, personId: string, organisationIds: readonly string[]): Promise<SharingChoice[]> {
  return (await sharingOf(context, personId)).filter(({ said, organisationId }) => said && organisationIds.includes(organisationId));
}

export interface Asking {
  readonly personId: string;
  readonly organisationId: string;
  /** The request whose answers would be used. */
  readonly referralId: string;
  /** Names of who would read them, and of what was offered. */
  readonly team: string;
  readonly what: string;
}

/**
 * Asks the person whether an agency may use what they told, where they want to be asked first. False where they are being asked already, want nothing asked,
 * or said yes for this request.
 */
export async function askToUse(context: SignedIn, { personId, organisationId, referralId, team, what }: Asking): Promise<boolean> {
  const choice = (await sharingOf(context, personId)).find((one) => one.organisationId === organisationId);
  if (choice?.state !== 'asked' || !choice.said || choice.once?.referralId === referralId) return false;
  const question = { questionAt: context.now, questionBy: context.visitor.accountId, questionReferralId: referralId };
  return context.asWorker('ask to use what somebody told', (tables) =>
    putQuestion(tables, choice.id, { ...question, questionTeam: team, questionWhat: what }),
  );
}
