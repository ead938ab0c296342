// What people do with a plan: write it together, share it, agree it in two voices, look at it again. A plan that is not wanted is not pressed.
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import { firstName } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { tellPerson } from '../people/actions.ts';
import { type Plan, type PlanPart, type PlanState, planLifecycle } from './model.ts';

export { currentPlan, findPlan, olderPlans, plansToLookAt } from './store.ts';

import { changePlan, currentPlan, dropGoals, dropSteps, findPlan, insertPlan, type PlanChange, saveGoal, saveStep } from './store.ts';

/** The draft to write in: the one there is, or a new one (the next version when one was agreed). */
export async function beginPlan(context: SignedIn, personId: string, enrolmentId: string | null): Promise<Result<{ planId: string }>> {
  const { tables, visitor } = context;
  const current = await currentPlan(tables, personId);
  context.touch(personId);
  if (current && (current.state === 'draft' || current.state === 'shared' || current.state === 'under_review'))
    return success({ planId: current.id });
  if (current && (current.state === 'agreed' || current.state === 'agreed_with_differences'))
    return reviewPlan(context, { id: current.id, version: current.version });
  const allowed = permit(planLifecycle, { from: null, to: 'draft', by: moversOf(context) });
  if (!allowed.ok) return allowed;
  const planId = context.identify();
  await traced(tables, { role: moversOf(context)[0] ?? '' });
  await insertPlan(tables, {
    id: planId,
    personId,
    enrolmentId,
    number: (current?.number ?? 0) + 1,
    workerId: visitor.kind === 'staff' ? visitor.accountId : null,
    replacesId: null,
    at: context.now,
    by: visitor.accountId,
  });
  return success({ planId });
}

export interface WrittenGoal {
  /** Null for a new one. */
  readonly id: string | null;
  readonly words: string;
  readonly strengthUsed: string;
  readonly baseline: number | null;
  readonly progress: number | null;
  readonly steps: readonly {
    readonly id: string | null;
    readonly what: string;
    readonly owner: string;
    readonly ownerName: string;
    readonly byOn: LocalDate | null;
    readonly done: boolean;
  }[];
}

export interface WrittenPlan {
  readonly id: string;
  readonly version: number;
  readonly parts: Readonly<Record<PlanPart, string>>;
  readonly goals: readonly WrittenGoal[];
}

/** States in which the words may still be changed. */
const writable = ['draft', 'shared'] as const satisfies readonly PlanState[];

/** Saves what was written: parts, goals and steps as they now stand. Those left out are dropped, not deleted. */
export async function writePlan(context: SignedIn, written: WrittenPlan): Promise<Result<{ personId: string; version: number }>> {
  const { tables, visitor, now } = context;
  const plan = await findPlan(tables, written.id);
  if (!plan) return failure(notFound);
  context.touch(plan.personId);
  if (!writable.some((state) => state === plan.state))
    return failure({
      ...overtaken,
      title: 'This version can no longer be changed',
      detail: 'An agreed version stays as it was agreed. Look at the plan again together to change it.',
    });
  if (!(await changePlan(tables, written, written.parts, { at: now, by: visitor.accountId }))) return failure(overtaken);
  const known = new Map(plan.goals.map((goal) => [goal.id, goal]));
  const keptGoals: string[] = [];
  for (const [position, goal] of written.goals.entries()) {
    if (!goal.words.trim()) continue;
    const before = goal.id ? known.get(goal.id) : undefined;
    const goalId = before?.id ?? context.identify();
    keptGoals.push(goalId);
    const { words, strengthUsed, baseline, progress } = goal;
    await saveGoal(tables, {
      id: goalId,
      planId: plan.id,
      personId: plan.personId,
      position,
      words,
      strengthUsed,
      baseline,
      progress,
      createdAt: now,
      createdBy: visitor.accountId,
    });
    const keptSteps: string[] = [];
    for (const [order, step] of goal.steps.entries()) {
      if (!step.what.trim()) continue;
      const old = before?.steps.find((one) => one.id === step.id);
      const stepId = old?.id ?? context.identify();
      keptSteps.push(stepId);
      await saveStep(tables, {
        id: stepId,
        goalId,
        personId: plan.personId,
        position: order,
        what: step.what,
        owner: step.owner,
        ownerName: step.ownerName,
        byOn: step.byOn,
        doneOn: step.done ? (old?.doneOn ?? localDate(now)) : null,
        createdAt: now,
        createdBy: visitor.accountId,
      });
    }
    await dropSteps(tables, goalId, keptSteps, now);
  }
  await dropGoals(tables, plan.id, keptGoals, now);
  return success({ personId: plan.personId, version: written.version + 1 });
}

async function move(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
  to: PlanState,
  change: PlanChange = {},
): Promise<Result<Plan>> {
  const plan = await findPlan(context.tables, at.id);
  if (!plan) return failure(notFound);
  context.touch(plan.personId);
  const allowed = permit(planLifecycle, { from: plan.state, to, by: moversOf(context) });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: moversOf(context)[0] ?? '' });
  const saved = await changePlan(context.tables, at, { ...change, state: to }, { at: context.now, by: context.visitor.accountId });
  return saved ? success(plan) : failure(overtaken);
}

/** Gives the draft to the person to check: it needs at least one thing that matters to them. */
export async function sharePlan(context: SignedIn, at: { readonly id: string; readonly version: number }): Promise<Result<Plan>> {
  const plan = await findPlan(context.tables, at.id);
  if (!plan) return failure(notFound);
  const says = [plan.parts.aboutMe, plan.parts.whatMatters, ...plan.goals.map((goal) => goal.words)].some((words) => words.trim());
  if (!says) return failure(invalid([{ field: 'whatMatters', message: 'Write at least one thing that matters to them, in their words.' }]));
  const moved = await move(context, at, 'shared');
  if (!moved.ok) return moved;
  await record(context, { personId: plan.personId, category: 'story', kind: 'plan.shared', subjectKind: 'plan', subjectId: at.id });
  if (context.visitor.kind === 'staff')
    await tellPerson(context, {
      personId: plan.personId,
      purpose: 'plan_shared',
      facts: { worker: firstName(context.visitor.name) },
      workerId: context.visitor.accountId,
      subject: { kind: 'plan', id: at.id },
    });
  return moved;
}

export interface Agreement {
  readonly id: string;
  readonly version: number;
  /** Code of the list planAgreement. */
  readonly agreedHow: string;
  readonly reviewOn: LocalDate;
  /** What each sees differently, in each voice; empty when they agree on everything. */
  readonly personsDifference: string;
  readonly workersDifference: string;
}

/** Both voices say yes, or say yes and where they differ. An agreed version is kept for good; the next one replaces it and can be read beside it. */
export async function agreePlan(context: SignedIn, agreement: Agreement): Promise<Result<Plan>> {
  const shared = await findPlan(context.tables, agreement.id);
  if (!shared) return failure(notFound);
  const faults: Fault[] = [];
  if (agreement.reviewOn <= localDate(context.now))
    faults.push({ field: 'review_on', message: 'Choose a day still to come on which you look at the plan again.' });
  if (faults.length > 0) return failure(invalid(faults));
  if (context.visitor.kind === 'person' && !shared.workerName)
    return failure({
      status: 409,
      title: 'A worker reads it too',
      detail: 'A plan has two names. Ask the person who supports you to read it and say yes.',
    });
  const differs = Boolean(agreement.personsDifference.trim() || agreement.workersDifference.trim());
  const moved = await move(context, agreement, differs ? 'agreed_with_differences' : 'agreed', {
    agreedHow: agreement.agreedHow,
    agreedOn: localDate(context.now),
    reviewOn: agreement.reviewOn,
    personsDifference: agreement.personsDifference,
    workersDifference: agreement.workersDifference,
    ...(context.visitor.kind === 'staff' ? { workerId: context.visitor.accountId } : {}),
  });
  if (!moved.ok) return moved;
  const plan = moved.value;
  await context.asWorker('start the review clock', (tables) =>
    tables
      .insertInto('clock')
      .values({
        id: context.identify(),
        kind: 'REVIEW',
        personId: plan.personId,
        subjectKind: 'plan',
        subjectId: plan.id,
        startedAt: context.now,
        dueAt: new Date(`${agreement.reviewOn}T12:00:00Z`),
        createdAt: context.now,
        createdBy: context.visitor.accountId,
      })
      .execute(),
  );
  await record(context, {
    personId: plan.personId,
    category: 'story',
    kind: 'plan.agreed',
    subjectKind: 'plan',
    subjectId: plan.id,
    data: { number: plan.number, goals: plan.goals.length, differs },
  });
  return moved;
}

/** Time to look again: the agreed version stays as it was agreed, and a new version begins with its words. */
export async function reviewPlan(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
): Promise<Result<{ planId: string }>> {
  const moved = await move(context, at, 'under_review');
  if (!moved.ok) return moved;
  const old = moved.value;
  const { tables, visitor, now } = context;
  await context.asWorker('keep the agreed version', (worker) =>
    changePlan(worker, { id: at.id, version: at.version + 1 }, { state: 'superseded' }, { at: now, by: visitor.accountId }),
  );
  const planId = context.identify();
  await insertPlan(tables, {
    id: planId,
    personId: old.personId,
    enrolmentId: old.enrolmentId,
    number: old.number + 1,
    workerId: visitor.kind === 'staff' ? visitor.accountId : null,
    replacesId: old.id,
    at: now,
    by: visitor.accountId,
  });
  const copied = await writePlan(context, {
    id: planId,
    version: 1,
    parts: old.parts,
    goals: old.goals.map((goal) => ({
      ...goal,
      id: null,
      steps: goal.steps.map((step) => ({ ...step, id: null, done: step.doneOn !== null })),
    })),
  });
  return copied.ok ? success({ planId }) : copied;
}

/** No plan for now, and that is fine. */
export async function declinePlan(context: SignedIn, at: { readonly id: string; readonly version: number }): Promise<Result<Plan>> {
  const moved = await move(context, at, 'not_wanted');
  if (moved.ok)
    await record(context, {
      personId: moved.value.personId,
      category: 'story',
      kind: 'plan.not_wanted',
      subjectKind: 'plan',
      subjectId: at.id,
    });
  return moved;
}

/** A step is done, or not yet after all; the person or the worker may say so. */
export async function tickStep(
  context: SignedIn,
  step: { readonly id: string; readonly done: boolean },
): Promise<Result<{ personId: string }>> {
  const row = await context.tables
    .updateTable('goalStep')
    .set({ doneOn: step.done ? localDate(context.now) : null })
    .where('id', '=', step.id)
    .where('droppedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst();
  if (!row) return failure(notFound);
  context.touch(row.personId);
  return success({ personId: row.personId });
}
