// Gives and ends reasons to reach a person's record, and answers "why can Grace see this?". The action that calls it decides whether it may be given.
import { atOnce } from '../../platform/database/at-once.ts';
import type { Context } from '../../platform/web/context.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import { explain, opened } from './explain.ts';
import { type ExplainedReason, type Grant, longestBreakGlass, roleOf } from './model.ts';
import { endReasonsOf, insertReason, type Member, readMembers, readNames, readReasons, readRules } from './store.ts';

/**
 * Opens a person's record to a team or an account, from now on, and returns the reason's id. Asking again for what is open changes nothing.
 * A carer, referrer, supporter or partner has the one role of their relationship and no other; throws RangeError where the two do not fit.
 */
export async function grantAccess(context: Context, grant: Grant): Promise<string> {
  const bound = roleOf[grant.relationship];
  if ((bound ?? grant.role) !== grant.role) throw new RangeError(`The relationship ${grant.relationship} needs the role ${bound}.`);
  if (grant.relationship === 'break_glass') {
    if (!grant.reason?.trim()) throw new RangeError('Breaking the glass needs a reason.');
    const left = (grant.endsAt?.getTime() ?? Number.POSITIVE_INFINITY) - context.now.getTime();
    if (left > longestBreakGlass) throw new RangeError('Broken glass stays broken for 3 hours at most.');
  }
  const row = { id: context.identify(), startsAt: context.now, createdBy: context.visitor?.accountId ?? null };
  return context.asWorker('open a record', (tables) => insertReason(tables, grant, row));
}

/** Ends everything the source opened, at once. */
export const endAccess = (context: Context, sourceId: string): Promise<void> =>
  context.asWorker('close a record', (tables) => endReasonsOf(tables, sourceId, context.now));

/**
 * Every reason by which somebody reaches the person now, each in plain words; with an account, only its own and its teams'.
 * The visitor gets their own reasons, and all of them on their own record, as key worker or manager, or after breaking the glass.
 */
export async function explainAccess(context: Context, personId: string, accountId?: string): Promise<readonly ExplainedReason[]> {
  const { tables } = context;
  context.touch(personId);
  const live = await readReasons(tables, personId);
  const teams = live.flatMap((reason) => reason.teamId ?? []);
  const [members, rules] = await atOnce(tables, [
    () => readMembers(tables, teams),
    () => readRules(tables, { teams, roles: live.flatMap((reason) => reason.role ?? []) }),
  ]);
  const names = await context.asWorker('name who reaches a record', (worker) =>
    readNames(worker, { teams, accounts: live.flatMap((reason) => reason.accountId ?? []) }),
  );
  return live.flatMap((reason) => {
    const acting = members.filter(
      (member) =>
        member.teamId === reason.teamId && (reason.role !== null || member.actsForTeam) && (!accountId || member.accountId === accountId),
    );
    if (accountId && reason.accountId !== accountId && acting.length === 0) return [];
    const roles = reason.role ? [reason.role] : rolesOf(acting);
    const id = reason.accountId ?? reason.teamId ?? '';
    return explain({
      id: reason.accessId,
      holder: { kind: reason.accountId ? 'account' : 'team', id, name: names.get(id) ?? '' },
      relationship: reason.relationship,
      roles,
      ...opened(rules, roles, reason.categories),
      since: reason.startsAt,
      until: reason.endsAt,
      source: { kind: reason.sourceKind, id: reason.sourceId },
      agreement: reason.agreement,
      because: reason.reason,
    });
  });
}

const rolesOf = (members: readonly Member[]): AccessRole[] => [...new Set(members.map((member) => member.role))];
