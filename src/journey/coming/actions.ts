// The face of what makes coming possible: offering it with a decision, passing it on with the offer, and choosing.
import { record } from '../../platform/events.ts';
import { overtaken } from '../../platform/lifecycle.ts';
import { failure, invalid, type Result, success } from '../../platform/problem.ts';
import { firstName } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { raiseTask } from '../people/actions.ts';
import { type Choice, type ComingHelp, choiceFaults, noneOffered, type Offering } from './model.ts';
import { helpOfPerson, insertHelp, keepChoice, type Reader } from './store.ts';

export { giveTo, helpAhead, helpOfDecision, helpOfPerson, helpOfReferral } from './store.ts';

/** Keeps what a decision offers, owned by whoever decides until somebody says yes for the team. */
export const offerHelp = (
  context: SignedIn,
  about: { readonly personId: string; readonly referralId: string; readonly decisionId: string },
  { offered, notOfferedBecause }: Offering,
): Promise<void> =>
  insertHelp(context.tables, {
    id: context.identify(),
    ...about,
    offered: [...offered],
    notOfferedBecause: offered.length > 0 ? '' : notOfferedBecause.trim(),
    ownerId: context.visitor.accountId,
    createdAt: context.now,
    createdBy: context.visitor.accountId,
  });

/** What they chose, by themselves or told to their worker. Its owner is asked to see to it when they chose by themselves. */
export async function choose(
  context: SignedIn,
  personId: string,
  version: number,
  choice: Choice,
  by: Reader,
): Promise<Result<ComingHelp>> {
  const help = await helpOfPerson(context.tables, personId, by);
  if (!help) return failure(noneOffered);
  context.touch(personId);
  const faults = choiceFaults(choice);
  if (faults.length > 0) return failure(invalid(faults));
  if (!(await keepChoice(context.tables, { id: help.id, version }, choice, { at: context.now, by }))) return failure(overtaken);
  await record(context, {
    personId,
    category: 'contact',
    kind: 'coming.chosen',
    subjectKind: 'coming_help',
    subjectId: help.id,
    data: { by },
  });
  if (by === 'person')
    await raiseTask(context, {
      personId,
      kind: 'coming.chosen',
      words: `${firstName(context.visitor.name)} chose where and how to meet, and who comes along. See to it for the first visit.`,
      leadsTo: `/people/${personId}/coming`,
      accountId: help.ownerId,
      dueAt: new Date(context.now.getTime() + 2 * 24 * 3_600_000),
    });
  return success(help);
}
