// Raises a safeguarding concern: keeps it, opens what is needed to the team that decides, and asks its leads. What is asked of whoever raises it is in `raising.ts`.
import { localDate } from '../../platform/clock.ts';
import { moversOf, permit, traced } from '../../platform/lifecycle.ts';
import { failure, invalid, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { grantAccess } from '../../trust/access/actions.ts';
import { askLeads, hubOf, safeguardDue } from './concern.ts';
import { concernLifecycle, type Route, type Told } from './model.ts';
import { raisingFaults, type TypedConcern } from './raising.ts';
import * as store from './store.ts';

const noHub: Problem = {
  status: 409,
  title: 'No safeguarding hub is set up here',
  detail: 'Raise it as you do now, and tell your administrator that the blueprint names no safeguarding hub.',
};

/** Keeps it, opens what is needed to the team that decides, and asks its leads at once. For whoever knows of the person; touches them. */
export async function raiseConcern(context: SignedIn, personId: string, typed: TypedConcern): Promise<Result<{ id: string }>> {
  const team = context.place.teams.get(hubOf(context)?.team ?? '');
  if (!team) return failure(noHub);
  if ((await store.nameFor(context.tables, personId)) === null) return failure(notFound);
  context.touch(personId);
  const allowed = permit(concernLifecycle, { from: null, to: 'raised', by: moversOf(context) });
  if (!allowed.ok) return allowed;
  const faults = raisingFaults(typed, localDate(context.now));
  if (faults.length > 0) return failure(invalid(faults));
  const id = context.identify();
  const by = context.visitor.accountId;
  const { now } = context;
  const decideBy = safeguardDue(context);
  const told = typed.told as Told; // one of the three, or a fault above
  const leads = await context.asWorker('raise a safeguarding concern', async (tables) => {
    await traced(tables, { role: moversOf(context)[0] ?? '' });
    await store.insertConcern(tables, {
      id,
      personId,
      teamId: team.id,
      route: typed.route as Route, // as above
      concerns: [...typed.concerns],
      about: typed.about,
      harmed: typed.harmed,
      saw: typed.saw,
      opinion: typed.opinion,
      happenedOn: typed.happened_on || null,
      happenedAt: typed.happened_at,
      madeSafe: typed.made_safe,
      personsView: typed.persons_view,
      notAskedBecause: typed.not_asked_because,
      told,
      notToldBecause: told === 'told' ? '' : typed.not_told_because,
      raisedAt: now,
      decideBy,
      createdAt: now,
      createdBy: by,
    });
    if (told !== 'told')
      await store.holdBack(tables, { rowId: id, personId, exemption: typed.not_told_because, decidedBy: by, createdAt: now });
    await askLeads(context, tables, { id, personId, teamId: team.id, decideBy });
    // Being in a team does not open a restricted record; whoever decides about safety is named.
    return (await store.isRestricted(tables, personId)) ? store.leadsOf(tables, team.id) : [];
  });
  const opens = {
    personId,
    relationship: 'safeguards',
    categories: ['contact', 'safety'],
    source: { kind: 'safeguarding_concern', id },
  } as const;
  await grantAccess(context, { ...opens, teamId: team.id });
  for (const accountId of leads) await grantAccess(context, { ...opens, accountId, role: 'SG' });
  return success({ id });
}
