// Opens somebody’s record to a team of another organisation under an agreement, where they said yes or a recorded ground allows it, and closes it again.
import { sql } from 'kysely';
import { record } from '../../platform/events.ts';
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { grantAccess } from '../access/actions.ts';
import { isRestricted } from '../restricted/actions.ts';
import { endOpening, type Openable, openable } from './store-opening.ts';

const restricted: Problem = {
  status: 409,
  title: 'This record is open to colleagues who are named',
  detail: 'A team of another organisation cannot be given it. Nothing was changed.',
};

/** Whether the visitor works with the person and may write how to reach them: then they may open it to others, as the person said. */
export async function mayOpenToOthers({ tables }: SignedIn, personId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select may_write(${personId}, 'contact', null, (select my_standing())) as may`.execute(
    tables,
  );
  return rows[0]?.may === true;
}

/** What could be opened, and what is; nothing of a restricted record. For whoever may open it. */
export const openableOf = async (context: SignedIn, personId: string): Promise<readonly Openable[]> =>
  (await isRestricted(context, personId))
    ? []
    : context.asWorker('see what agreements would open', (tables) => openable(tables, personId, context.now));

interface Which {
  readonly personId: string;
  readonly agreementId: string;
  readonly teamId: string;
}

async function find(context: SignedIn, { personId, agreementId, teamId }: Which): Promise<Openable | undefined> {
  return (await openableOf(context, personId)).find((one) => one.agreementId === agreementId && one.teamId === teamId);
}

const said = (context: SignedIn, personId: string, kind: 'sharing.opened' | 'sharing.closed', one: Openable) =>
  record(context, {
    personId,
    category: 'contact',
    kind,
    subjectKind: 'sharing_agreement',
    subjectId: one.agreementId,
    data: { team: one.team, agreement: one.agreement },
  });

/** Opening what is open changes nothing. Touches the person, who reads it among those who can see them. */
export async function openUnderAgreement(context: SignedIn, which: Which): Promise<Result<Openable>> {
  if (await isRestricted(context, which.personId)) return failure(restricted);
  const one = await find(context, which);
  if (!one) return failure(notFound);
  context.touch(which.personId);
  if (one.openedBy) return success(one);
  await grantAccess(context, {
    personId: which.personId,
    teamId: one.teamId,
    role: 'PAR',
    relationship: 'agreement',
    agreementId: one.agreementId,
    source: { kind: 'agreement', id: context.identify() },
  });
  await said(context, which.personId, 'sharing.opened', one);
  return success(one);
}

/** Closing what is closed changes nothing. What they said about sharing stays as it is. */
export async function closeUnderAgreement(context: SignedIn, which: Which): Promise<Result<Openable>> {
  const one = await find(context, which);
  if (!one) return failure(notFound);
  context.touch(which.personId);
  const accessId = one.openedBy;
  if (!accessId) return success(one);
  await context.asWorker('close a record to a partner', (tables) =>
    endOpening(tables, { personId: which.personId, accessId, now: context.now }),
  );
  await said(context, which.personId, 'sharing.closed', one);
  return success(one);
}
