// What people do with measures: take one at a session from item scores, or say no to it. No wording is held; items are entered by number.
import { localDate } from '../../platform/clock.ts';
import { record } from '../../platform/events.ts';
import { moversOf, traced } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, type Problem, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asPublished, languageInWords, withoutVersion } from './held.ts';
import { askableIn } from './holding.ts';
import { instrumentById } from './instruments/all.ts';
import { score } from './score.ts';

export { resultsOf } from './store.ts';
export { confirmedVersions } from './store-held.ts';

import { insertRequest, insertResult, moveRequest, type NewRequest } from './store.ts';
import { confirmedVersions } from './store-held.ts';

export interface TakenMeasure {
  readonly instrument: string;
  /** Code of the list measurePoint. */
  readonly point: string;
  /** The answer to each item in order; null where there is none. */
  readonly answers: readonly (number | null)[];
  /** Code of the list completedBy. */
  readonly completedBy: string;
  readonly readAloud: boolean;
  /** Tag of the version that was answered: English as published, or one that the place holds. */
  readonly language: string;
}

type MeasureAbout = Pick<NewRequest, 'personId' | 'enrolmentId' | 'sessionId' | 'instrument' | 'point'>;

const unknownMeasure = invalid([{ field: 'instrument', message: 'Choose a measure that this service uses.' }]);

/** All that is wrong with the answers, so that a form can say it before anything is written. */
export function measureFaults(measure: Pick<TakenMeasure, 'instrument' | 'answers'>): Fault[] {
  const definition = instrumentById.get(measure.instrument);
  if (!definition) return [...(unknownMeasure.faults ?? [])];
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

const notHeld = (instrument: string, language: string): Problem =>
  invalid([{ field: 'measure_language', message: withoutVersion(languageInWords(language), instrument) }]);

/** Keeps the raw answers with the score, or with the reason why there is none, and how it was scored. */
export async function takeMeasure(
  context: SignedIn,
  measure: TakenMeasure & MeasureAbout,
): Promise<Result<{ resultId: string; total: number | null }>> {
  const definition = instrumentById.get(measure.instrument);
  const faults = measureFaults(measure);
  if (!definition || faults.length > 0) return failure(invalid(faults));
  const scored = score(definition, measure.answers);
  const { tables, visitor, now } = context;
  const measureLanguageId = askableIn(await confirmedVersions(tables, definition), measure.language);
  if (measureLanguageId === undefined) return failure(notHeld(definition.name, measure.language));
  const requestId = context.identify();
  const resultId = context.identify();
  const about = {
    personId: measure.personId,
    instrument: definition.id,
    instrumentVersion: definition.version,
    point: measure.point,
    language: measure.language,
    measureLanguageId,
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
  asked: MeasureAbout & { readonly reason: string },
): Promise<Result<{ requestId: string }>> {
  const due = await askFor(context, asked, '');
  if (!due) return failure(unknownMeasure);
  await moveRequest(context.tables, due.requestId, 'due', 'declined', asked.reason);
  await record(context, {
    personId: asked.personId,
    category: 'measures',
    kind: 'measure.declined',
    subjectKind: 'measure_request',
    subjectId: due.requestId,
    data: { instrument: due.name, point: asked.point },
  });
  return success({ requestId: due.requestId });
}

/** They talked with an interpreter, because no version in their language is held. What was said stands in the note; there is no score. */
export async function talkInstead(
  context: SignedIn,
  asked: MeasureAbout & { readonly language: string },
): Promise<Result<{ requestId: string }>> {
  const due = await askFor(context, asked, `No confirmed version in ${asked.language} is held here. They talked with an interpreter.`);
  if (!due) return failure(unknownMeasure);
  await moveRequest(context.tables, due.requestId, 'due', 'not_suitable');
  await record(context, {
    personId: asked.personId,
    category: 'measures',
    kind: 'measure.talked_instead',
    subjectKind: 'measure_request',
    subjectId: due.requestId,
    data: { instrument: due.name, point: asked.point, language: asked.language },
  });
  return success({ requestId: due.requestId });
}

/** A request that goes no further than being asked for; null for a measure that is not known. `reason` stands with its next step. */
async function askFor(context: SignedIn, asked: MeasureAbout, reason: string): Promise<{ requestId: string; name: string } | null> {
  const definition = instrumentById.get(asked.instrument);
  if (!definition) return null;
  const requestId = context.identify();
  const { personId, enrolmentId, sessionId, point } = asked;
  await traced(context.tables, { role: moversOf(context)[0] ?? '', reason });
  await insertRequest(context.tables, {
    id: requestId,
    ...{ personId, enrolmentId, sessionId, point },
    instrument: definition.id,
    instrumentVersion: definition.version,
    language: asPublished,
    measureLanguageId: null,
    dueOn: localDate(context.now),
    createdAt: context.now,
    createdBy: context.visitor.accountId,
  });
  return { requestId, name: definition.name };
}
