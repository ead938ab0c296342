// A plan as the fields of its form, and back: parts by name, goals and steps by number. Two people's texts can so be laid side by side, field by field. Pure.
import type { WrittenGoal } from './actions.ts';
import { type Plan, type PlanPart, planParts, stayWellParts } from './model.ts';

export const mostGoals = 8;
export const mostSteps = 8;

export const partFields: readonly PlanPart[] = [...planParts, ...stayWellParts].map((part) => part.field);
const goalFields = ['id', 'words', 'strength'] as const;
const stepFields = ['id', 'what', 'owner', 'by', 'done'] as const;

/** Values of the form's fields by name; a name that is missing was empty. */
export type Flat = Readonly<Record<string, string>>;

export const goalField = (goal: number, field: (typeof goalFields)[number]): string => `goal_${goal}_${field}`;
export const stepField = (goal: number, step: number, field: (typeof stepFields)[number]): string => `step_${goal}_${step}_${field}`;

/** Every name that the form may send. */
export const fieldNames: readonly string[] = [
  ...partFields,
  ...Array.from({ length: mostGoals }, (_, goal) => [
    ...goalFields.map((field) => goalField(goal, field)),
    ...Array.from({ length: mostSteps }, (__, step) => stepFields.map((field) => stepField(goal, step, field))).flat(),
  ]).flat(),
];

export function flatten(plan: Pick<Plan, 'parts' | 'goals'>): Flat {
  const flat: Record<string, string> = { ...plan.parts };
  for (const [number, goal] of plan.goals.slice(0, mostGoals).entries()) {
    flat[goalField(number, 'id')] = goal.id;
    flat[goalField(number, 'words')] = goal.words;
    flat[goalField(number, 'strength')] = goal.strengthUsed;
    for (const [order, step] of goal.steps.slice(0, mostSteps).entries()) {
      flat[stepField(number, order, 'id')] = step.id;
      flat[stepField(number, order, 'what')] = step.what;
      flat[stepField(number, order, 'owner')] = step.owner;
      flat[stepField(number, order, 'by')] = step.byOn ?? '';
      flat[stepField(number, order, 'done')] = step.doneOn ? 'yes' : '';
    }
  }
  return flat;
}

const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;
/** Names of the fields that ask for a day and hold something else. */
export const daysUnread = (flat: Flat): string[] =>
  fieldNames.filter((name) => /^step_\d+_\d+_by$/.test(name) && (flat[name] ?? '').trim() !== '' && !isDay((flat[name] ?? '').trim()));

const owners = ['person', 'worker', 'supporter', 'partner', 'family'];

/** What was typed, as the plan's own shape. Goals and steps without words are left out; what the form does not ask is kept from before. */
export function unflatten(
  flat: Flat,
  before: Pick<Plan, 'goals'>,
): { readonly parts: Record<PlanPart, string>; readonly goals: WrittenGoal[] } {
  const at = (name: string): string => flat[name]?.trim() ?? '';
  // Every name of partFields is a part, and all of them are there.
  const parts = Object.fromEntries(partFields.map((field) => [field, at(field)])) as Record<PlanPart, string>;
  const goals = Array.from({ length: mostGoals }, (_, number): WrittenGoal => {
    const old = before.goals.find((goal) => goal.id === at(goalField(number, 'id')));
    return {
      id: at(goalField(number, 'id')) || null,
      words: at(goalField(number, 'words')),
      strengthUsed: at(goalField(number, 'strength')),
      baseline: old?.baseline ?? null,
      progress: old?.progress ?? null,
      steps: Array.from({ length: mostSteps }, (__, order) => {
        const by = at(stepField(number, order, 'by'));
        const owner = at(stepField(number, order, 'owner'));
        return {
          id: at(stepField(number, order, 'id')) || null,
          what: at(stepField(number, order, 'what')),
          owner: owners.includes(owner) ? owner : 'person',
          ownerName: old?.steps.find((step) => step.id === at(stepField(number, order, 'id')))?.ownerName ?? '',
          byOn: isDay(by) ? by : null,
          done: at(stepField(number, order, 'done')) === 'yes',
        };
      }).filter((step) => step.what !== ''),
    };
  }).filter((goal) => goal.words !== '');
  return { parts, goals };
}

/** Where two texts of one plan differ: their words by the name of my field. Goals are matched by id; theirs that I do not have come after mine, so that none is lost. */
export function laidSideBySide(mine: Flat, theirs: Pick<Plan, 'parts' | 'goals'>): { readonly mine: Flat; readonly theirs: Flat } {
  const joined: Record<string, string> = { ...mine };
  const differ: Record<string, string> = {};
  const note = (name: string, words: string): void => {
    if (words !== (joined[name] ?? '').trim()) differ[name] = words;
  };
  for (const field of partFields) note(field, theirs.parts[field]);
  const numberOf = new Map<string, number>();
  let free = 0;
  for (let number = 0; number < mostGoals; number += 1) {
    const id = joined[goalField(number, 'id')];
    if (id) numberOf.set(id, number);
    if (joined[goalField(number, 'words')]?.trim()) free = number + 1;
  }
  for (const goal of theirs.goals) {
    const number = numberOf.get(goal.id);
    if (number !== undefined) {
      note(goalField(number, 'words'), goal.words);
      note(goalField(number, 'strength'), goal.strengthUsed);
      continue;
    }
    if (free >= mostGoals) continue;
    const added = flatten({ parts: theirs.parts, goals: [goal] });
    for (const [name, value] of Object.entries(added)) {
      const renumbered = name.replace(/^(goal|step)_0_/, `$1_${free}_`);
      if (renumbered !== name || free === 0)
        joined[renumbered] = name.startsWith('goal_') || name.startsWith('step_') ? value : (joined[name] ?? '');
    }
    free += 1;
  }
  return { mine: joined, theirs: differ };
}
