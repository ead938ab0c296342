// What every action on a safeguarding concern stands on: reading it, the hub it goes to, who may help in another way, and asking the leads to decide.
import { byCode, type SafeguardingHub } from '../../platform/blueprint/blueprint.ts';
import { dueAt } from '../../platform/due.ts';
import { writeTask } from '../../platform/tasks.ts';
import type { Context, SignedIn, Tables } from '../../platform/web/context.ts';
import type { WholeConcern } from './model.ts';
import * as store from './store.ts';

export const pathOf = (concernId: string): string => `/safeguarding/${concernId}`;

/** The safeguarding hub that concerns go to here; undefined where the blueprint names none. */
export const hubOf = ({ place }: Context): SafeguardingHub | undefined => place.blueprint.safeguarding?.[0];

/** By when the leads decide about a concern that comes to them now. */
export const safeguardDue = (context: Context): Date => {
  const target = byCode(context.place.blueprint.clocks, 'SAFEG')?.target;
  return (target && dueAt(target, context.now)) ?? dueAt({ kind: 'same working day' }, context.now) ?? context.now;
};

/** Null where there is none for the visitor. Touches the person. */
export async function readConcern(context: Context, id: string): Promise<WholeConcern | null> {
  const concern = await store.findConcern(context.tables, id);
  if (concern) context.touch(concern.personId);
  return concern;
}

/** Colleagues who may own what is done instead. */
export const ownersFor = (context: Context, personId: string): Promise<{ id: string; name: string; job: string }[]> =>
  context.asWorker('find who could help in another way', (tables) => store.possibleOwners(tables, personId, context.now));

/** A task for each who leads the team, due when it must be decided. */
export const askLeads = async (
  context: SignedIn,
  tables: Tables,
  concern: { id: string; personId: string; teamId: string; decideBy: Date },
): Promise<void> => {
  for (const accountId of await store.leadsOf(tables, concern.teamId))
    await writeTask(
      tables,
      {
        personId: concern.personId,
        kind: 'safeguarding.decide',
        words: 'A safeguarding concern was raised. Read it and decide.',
        leadsTo: pathOf(concern.id),
        accountId,
        teamId: null,
        dueAt: concern.decideBy,
      },
      { id: context.identify(), now: context.now, by: context.visitor.accountId },
    );
};
