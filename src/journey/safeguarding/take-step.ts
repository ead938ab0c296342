// Takes a concern through its steps: whoever raised it hears what came of it; the person is told unless that is unsafe.
import type { SafeguardingHub } from '../../platform/blueprint/blueprint.ts';
import { localDate } from '../../platform/clock.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import { saidDay } from '../../platform/said.ts';
import { finishTasksAt, writeTask } from '../../platform/tasks.ts';
import type { SignedIn, Tables } from '../../platform/web/context.ts';
import { endAccess } from '../../trust/access/actions.ts';
import { recordSharing } from '../../trust/sharing/actions-without.ts';
import { basesToChoose, usualReview } from '../../trust/sharing/without-agreement.ts';
import { askLeads, hubOf, ownersFor, pathOf, readConcern, safeguardDue } from './concern.ts';
import { concernLifecycle, type Told, type WholeConcern } from './model.ts';
import { changeOf } from './step-changes.ts';
import { type StepName, steps, type TypedStep } from './steps.ts';
import * as store from './store.ts';

/** Takes the step that was chosen. What goes out without agreement is written down as sharing; whoever raised it hears what is decided. Touches the person. */
export async function takeStep(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
  name: StepName,
  typed: TypedStep,
): Promise<Result<WholeConcern>> {
  const concern = await readConcern(context, at.id);
  if (!concern) return failure(notFound);
  const step = steps[name];
  const hub = hubOf(context);
  const allowed = permit(concernLifecycle, { from: concern.state, to: step.to, by: moversOf(context), reason: typed.reason });
  if (!allowed.ok && allowed.problem.status !== 422) return allowed;
  const owners = (await ownersFor(context, concern.personId)).map(({ id }) => id);
  const faults = step.faults(typed, { concern, hub, owners, bases: basesToChoose, today: localDate(context.now) });
  if (faults.length > 0) return failure(invalid(faults));
  if (concern.version !== at.version) return failure(overtaken);
  const sharingId =
    name === 'send' && typed.agreement === 'without_agreement' ? await writeSharing(context, hub, concern, typed) : success(null);
  if (!sharingId.ok) return sharingId;
  const by = context.visitor.accountId;
  const done = await context.asWorker('take a step with a concern', async (tables) => {
    await traced(tables, { role: moversOf(context)[0] ?? '', reason: typed.reason });
    const change = { ...changeOf(context, name, concern, typed), ...(sharingId.value ? { sharingId: sharingId.value } : {}) };
    if (!(await store.changeConcern(tables, at, { ...change, state: step.to }))) return false;
    if (name === 'send') await tellOrHold(context, tables, concern, typed, sharingId.value);
    if (name === 'read' || name === 'other' || name === 'send')
      await finishTasksAt(tables, concern.personId, pathOf(concern.id), { now: context.now, by });
    if (name === 'returned') {
      await askLeads(context, tables, { ...concern, decideBy: safeguardDue(context) });
      await tell(context, tables, concern, `The safeguarding hub gave it back. ${typed.reason}`);
    }
    if (name === 'other') {
      await tell(context, tables, concern, `It is helped in another way. ${typed.action}`);
      await writeTask(
        tables,
        {
          personId: concern.personId,
          kind: 'safeguarding.other',
          words: typed.action,
          leadsTo: `/people/${concern.personId}`,
          accountId: typed.owner,
          teamId: null,
          dueAt: null,
        },
        { id: context.identify(), now: context.now, by },
      );
    }
    if (name === 'feedback') await tell(context, tables, concern, typed.feedback);
    return true;
  });
  if (!done) return failure(overtaken);
  if (step.to === 'not_progressed' || step.to === 'closed') await endAccess(context, concern.id);
  return success(concern);
}

const tell = (
  context: SignedIn,
  tables: Tables,
  { raisedById, personId, raisedAt }: WholeConcern,
  said: string,
): Promise<void> | undefined =>
  raisedById
    ? writeTask(
        tables,
        {
          personId,
          kind: 'safeguarding.feedback',
          words: `What came of the concern you raised on ${saidDay(raisedAt)}: ${said}`,
          leadsTo: '',
          accountId: raisedById,
          teamId: null,
          dueAt: null,
        },
        { id: context.identify(), now: context.now, by: context.visitor.accountId },
      )
    : undefined;

/** Sharing on another ground than their yes, by whom and why (S10.3), in the register that the person and whoever reviews it read. */
async function writeSharing(
  context: SignedIn,
  hub: SafeguardingHub | undefined,
  concern: WholeConcern,
  typed: TypedStep,
): Promise<Result<string>> {
  const organisation = await context.tables
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', hub?.organisation ?? '')
    .executeTakeFirst();
  const shared = await recordSharing(context, concern.personId, {
    organisationId: organisation?.id ?? '',
    categories: ['contact', 'safety'],
    what: 'A worry about safety, as it was raised.',
    basis: typed.basis,
    reason: typed.agreement_words.slice(0, 1000),
    decidedBy: context.visitor.accountId,
    told: typed.told as Told, // checked with the step
    notToldBecause: typed.not_told_because.slice(0, 1000),
    reviewOn: usualReview(localDate(context.now)),
  });
  return shared.ok ? success(shared.value.id) : shared;
}

async function tellOrHold(
  context: SignedIn,
  tables: Tables,
  concern: WholeConcern,
  typed: TypedStep,
  sharingId: string | null,
): Promise<void> {
  const rows = [concern.id, sharingId ?? concern.sharingId].filter((id) => id !== null);
  if (typed.told === 'told') return store.letSee(tables, rows);
  for (const rowId of rows)
    await store.holdBack(tables, {
      rowId,
      personId: concern.personId,
      exemption: typed.not_told_because,
      decidedBy: context.visitor.accountId,
      createdAt: context.now,
    });
}

/** They have been told since: from now on they may read it. By whoever decides about it. Touches the person. */
export async function sayTold(context: SignedIn, at: { readonly id: string; readonly version: number }): Promise<Result<WholeConcern>> {
  const concern = await readConcern(context, at.id);
  if (!concern) return failure(notFound);
  if (!moversOf(context).some((mover) => mover === 'SG' || mover === 'MGR'))
    return failure({
      status: 403,
      title: 'This step belongs to another role',
      detail: 'The safeguarding lead writes down that they were told.',
    });
  const done = await context.asWorker('write down that they were told', async (tables) => {
    if (!(await store.changeConcern(tables, at, { told: 'told', notToldBecause: '' }))) return false;
    await store.letSee(
      tables,
      [concern.id, concern.sharingId].filter((id) => id !== null),
    );
    if (concern.sharingId) await store.sharingTold(tables, concern.sharingId);
    return true;
  });
  return done ? success(concern) : failure(overtaken);
}
