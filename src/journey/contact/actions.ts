// What somebody says about a way to reach them takes the place of what they said before. Nothing is sent to say so, to the old way or the new (S3.7).
import { localDate } from '../../platform/clock.ts';
import { record } from '../../platform/events.ts';
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { finishTasksAt } from '../../platform/tasks.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { contactPointsOf, linkedInto, wasSpokenWith } from '../people/actions.ts';
import type { ContactPoint, NewContactPoint } from '../people/model.ts';
import { standing } from '../people/telling/safe-contact.ts';
import { isWay, pointOf, type Said, type Way } from './model.ts';
import { insertPoint, replacePoint, waitsNoLonger } from './store.ts';

const movedOn: Problem = {
  status: 409,
  title: 'This was changed a moment ago',
  detail: 'Load the page again to see what stands now. Nothing was changed by you.',
};

export type KnownWay = ContactPoint & { readonly channel: Way };

const known = (points: readonly ContactPoint[]): readonly KnownWay[] =>
  standing(points).flatMap((point) => (isWay(point.channel) ? [{ ...point, channel: point.channel }] : []));

/** Every number and address that stands, as last said. */
export const waysOf = async (context: Pick<SignedIn, 'tables'>, personId: string): Promise<readonly KnownWay[]> =>
  known(await contactPointsOf(context.tables, [personId]));

/** Told with a request that was found to be theirs, and asked about by nobody since: not used until somebody has. Touches whom it shows. */
export async function newerWaysOf(context: Pick<SignedIn, 'tables' | 'touch'>, personId: string): Promise<readonly KnownWay[]> {
  const linked = await linkedInto(context.tables, personId);
  if (linked.length === 0) return [];
  context.touch(...linked);
  return known(await contactPointsOf(context.tables, [personId, ...linked])).filter((way) => way.personId !== personId);
}

async function keep(context: SignedIn, personId: string, point: NewContactPoint, before: readonly string[]): Promise<void> {
  const id = context.identify();
  const by = context.visitor.accountId;
  const today = localDate(context.now);
  await insertPoint(context.tables, { ...point, id, personId, checkedOn: today, checkedBy: by, createdAt: context.now, createdBy: by });
  if (point.safeToUse === 'safe') {
    await waitsNoLonger(context.tables, personId);
    await context.asWorker('they were asked, and know', (tables) => wasSpokenWith(tables, personId));
  }
  await nobodyNeedAsk(context, personId);
  await record(context, {
    personId,
    category: 'contact',
    kind: before.length > 0 ? 'contact.asked_again' : 'contact.added',
    subjectKind: 'contact_point',
    subjectId: id,
    data: { channel: point.channel },
  });
}

/** Whoever was to ask which ways are safe need not any more, once none that stands is in doubt. */
async function nobodyNeedAsk(context: SignedIn, personId: string): Promise<void> {
  if ((await waysOf(context, personId)).some(({ doubtedAt }) => doubtedAt !== null)) return;
  await context.asWorker('they were asked', (tables) =>
    finishTasksAt(tables, personId, `/people/${personId}/contact`, { now: context.now, by: context.visitor.accountId }),
  );
}

/** They were asked again about a way that stands. */
export async function sayOfWay(
  context: SignedIn,
  { personId, way, said }: { readonly personId: string; readonly way: string; readonly said: Said },
): Promise<Result<null>> {
  const all = await contactPointsOf(context.tables, [personId]);
  const point = known(all).find(({ id }) => id === way);
  if (!point) return failure(all.some(({ id }) => id === way) ? movedOn : notFound);
  const replaced = await replacePoint(context.tables, point, context.now);
  if (replaced.length === 0) return failure(movedOn);
  await keep(context, personId, pointOf(point.channel, point.value, said), replaced);
  return success(null);
}

/** They gave another number or address; one that stands already is asked about again instead. */
export async function addWay(
  context: SignedIn,
  { personId, channel, value, said }: { readonly personId: string; readonly channel: Way; readonly value: string; readonly said: Said },
): Promise<Result<null>> {
  const point = pointOf(channel, value, said);
  // One number however it is typed.
  const same = (await waysOf(context, personId)).find((one) => standing([one, { ...one, id: '', channel, value }]).length === 1);
  if (same) return sayOfWay(context, { personId, way: same.id, said });
  await keep(context, personId, point, []);
  return success(null);
}
