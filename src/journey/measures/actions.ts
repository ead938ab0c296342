// What people do with measures: take one at a session from item scores, or say no to it. No wording is held; items are entered by number.
import { localDate } from '../../platform/clock.ts';
import { record } from '../../platform/events.ts';
import { moversOf, traced } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { instrumentById } from './instruments/all.ts';
import { score } from './score.ts';

export { resultsOf } from './store.ts';

import { insertRequest, insertResult, moveRequest } from './store.ts';

export interface TakenMeasure {
  readonly instrument: string;
  /** Code of the list measurePoint. */
  readonly point: string;
  /** The answer to each item in order; null where there is none. */
  readonly answers: readonly (number | null)[];
  /** Code of the list completedBy. */
  readonly completedBy: string;
  readonly readAloud: boolean;
}

/** All that is wrong with the answers, so that a form can say it before anything is written. */
export function measureFaults(measure: Pick<TakenMeasure, 'instrument' | 'answers'>): Fault[] {
  const definition = instrumentById.get(measure.instrument);
  if (!definition) return [{ field: 'instrument', message: 'Choose a measure that this service uses.' }];
  const { lowest, highest, notScored } = definition.options;
  const faults = measure.answers.flatMap((answer, index) =>
    answer === null || (Number.isInteger(answer) && answer >= lowest && answer <= highest) || answer === notScored
      ? []
      : [{ field: `item_${index + 1}`, message: `Item ${index + 1} takes a whole number from ${lowest} to ${highest}.` }],
  );
  if (measure.answers.length !== definition.items)
    faults.push({ field: 'item_1', message: `${definition.name} has ${definition.items} items.` });
  return faults;
}

/** Keeps the raw answers with the score, or with the reason why there is none, and how it was scored. */
export async function takeMeasure(
  context: SignedIn,
  measure: TakenMeasure & { readonly personId: string; readonly enrolmentId: string | null; readonly sessionId: string | null },
): Promise<Result<{ resultId: string; total: number | null }>> {
  const definition = instrumentById.get(measure.instrument);
  const faults = measureFaults(measure);
  if (!definition || faults.length > 0) return failure(invalid(faults));
  const scored = score(definition, measure.answers);
  const { tables, visitor, now } = context;
  const requestId = context.identify();
  const resultId = context.identify();
  const about = {
    personId: measure.personId,
    instrument: definition.id,
    instrumentVersion: definition.version,
    point: measure.point,
    createdAt: now,
    createdBy: visitor.accountId,
  };
  await traced(tables, { role: moversOf(context)[0] ?? '', ruleVersion: `${definition.id} ${definition.version}` });
  await insertRequest(tables, {
    id: requestId,
    ...about,
    enrolmentId: measure.enrolmentId,
    sessionId: measure.sessionId,
    dueOn: localDate(now),
  });
  for (const [from, to] of [
    ['due', 'sent'],
    ['sent', 'opened'],
    ['opened', 'completed'],
    ['completed', 'scored'],
  ] as const)
    await moveRequest(tables, requestId, from, to);
  await insertResult(tables, {
    id: resultId,
    requestId,
    ...about,
    takenAt: now,
    answers: measure.answers,
    total: scored.kind === 'scored' ? scored.total : null,
    subscores: Object.fromEntries(
      Object.entries(scored.subscores).flatMap(([name, one]) => (one.kind === 'scored' ? [[name, one.value]] : [])),
    ),
    method: scored.kind === 'scored' ? scored.method : 'not_scorable',
    notScorableBecause: scored.kind === 'scored' ? '' : scored.reason,
    completedBy: measure.completedBy,
    readAloud: measure.readAloud,
  });
  await record(context, {
    personId: measure.personId,
    category: 'measures',
    kind: 'measure.taken',
    subjectKind: 'measure_result',
    subjectId: resultId,
    data: { instrument: definition.name, point: measure.point, total: scored.kind === 'scored' ? scored.total : null },
  });
  return success({ resultId, total: scored.kind === 'scored' ? scored.total : null });
}

/** They would rather not. Asked, and that is fine; the reason is theirs to give. */
export async function declineMeasure(
  context: SignedIn,
  asked: {
    readonly personId: string;
    readonly enrolmentId: string | null;
    readonly sessionId: string | null;
    readonly instrument: string;
    readonly point: string;
    readonly reason: string;
  },
): Promise<Result<{ requestId: string }>> {
  const definition = instrumentById.get(asked.instrument);
  if (!definition) return failure(invalid([{ field: 'instrument', message: 'Choose a measure that this service uses.' }]));
  const requestId = context.identify();
  await traced(context.tables, { role: moversOf(context)[0] ?? '' });
  await insertRequest(context.tables, {
    id: requestId,
    personId: asked.personId,
    enrolmentId: asked.enrolmentId,
    sessionId: asked.sessionId,
    instrument: definition.id,
    instrumentVersion: definition.version,
    point: asked.point,
    dueOn: localDate(context.now),
    createdAt: context.now,
    createdBy: context.visitor.accountId,
  });
  await moveRequest(context.tables, requestId, 'due', 'declined', asked.reason);
  await record(context, {
    personId: asked.personId,
    category: 'measures',
    kind: 'measure.declined',
    subjectKind: 'measure_request',
    subjectId: requestId,
    data: { instrument: definition.name, point: asked.point },
  });
  return success({ requestId });
}
