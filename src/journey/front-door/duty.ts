// S2.7: the duty role named in the blueprint is told today, with the answer named. No total, no grade.
import { localDate } from '../../platform/clock.ts';
import { instantOf } from '../../platform/due.ts';
import { record } from '../../platform/events.ts';
import { listed } from '../../platform/numbers.ts';
import type { Context } from '../../platform/web/context.ts';
import { isRestricted, openingOf } from '../../trust/restricted/actions.ts';
import { raiseTask } from '../people/actions.ts';
import { toMakeContact } from './model.ts';
import { isToBeContacted, teamWithRole } from './store.ts';

export interface ToContactToday {
  readonly referralId: string;
  readonly personId: string;
  readonly number: number;
  readonly teamId: string;
  /** 'answered No to being safe right now' */
  readonly reasons: readonly string[];
  /** They said that they, or somebody close to them, work here. */
  readonly restricted?: boolean;
}

export async function tellDuty(
  context: Context,
  { referralId, personId, number, teamId, reasons, restricted }: ToContactToday,
): Promise<void> {
  const role = context.place.blueprint.help?.dutyRole;
  const dutyTeam = role ? await context.asWorker('find who is on duty', (tables) => teamWithRole(tables, role, teamId)) : undefined;
  await raiseTask(context, {
    personId,
    kind: toMakeContact,
    words: `Read referral ${number} now and make contact today. The person ${listed(reasons)}.`,
    leadsTo: restricted || (await isRestricted(context, personId)) ? openingOf(personId) : `/triage/${referralId}`,
    teamId: dutyTeam ?? teamId,
    dueAt: instantOf(localDate(context.now), '23:59'),
  });
  await record(context, { personId, category: 'safety', kind: 'safety.duty_told', subjectKind: 'referral', subjectId: referralId });
}

/** The same for what is said later; somebody who is to make contact today already is not told twice. */
export async function tellDutyOnce(context: Context, asked: ToContactToday): Promise<void> {
  const waits = await context.asWorker('look whether contact is to be made', (tables) =>
    isToBeContacted(tables, asked.personId, [`/triage/${asked.referralId}`, openingOf(asked.personId)]),
  );
  if (!waits) await tellDuty(context, asked);
}
