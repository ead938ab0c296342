// Correcting a note: the old text stays, and the new one says why.
import { record } from '../../platform/events.ts';
import { type Fault, failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { insertNote } from './store.ts';

export interface Correction {
  readonly noteId: string;
  readonly sessionId: string;
  readonly did: string;
  readonly agreed: string;
  readonly mood: string;
  readonly nextStep: string;
  readonly reason: string;
}

/** A correction stands beside what it corrects, with its reason; the old note stays. */
export async function correctNote(context: SignedIn, correction: Correction): Promise<Result<{ noteId: string }>> {
  const faults: Fault[] = [];
  if (!correction.did.trim()) faults.push({ field: 'did', message: 'Write what you did, in a sentence or two.' });
  if (!correction.reason.trim()) faults.push({ field: 'reason', message: 'Say what you correct and why.' });
  if (faults.length > 0) return failure(invalid(faults));
  const old = await context.tables
    .selectFrom('sessionNote')
    .selectAll()
    .where('id', '=', correction.noteId)
    .where('sessionId', '=', correction.sessionId)
    .executeTakeFirst();
  if (!old) return failure(notFound);
  context.touch(old.personId);
  const noteId = context.identify();
  await insertNote(context.tables, {
    id: noteId,
    sessionId: old.sessionId,
    personId: old.personId,
    did: correction.did,
    agreed: correction.agreed,
    mood: correction.mood,
    nextStep: correction.nextStep,
    interventions: old.interventions,
    concern: old.concern,
    correctionOf: old.id,
    correctionReason: correction.reason,
    sharedWithPerson: old.sharedWithPerson,
    createdAt: context.now,
    createdBy: context.visitor.accountId,
  });
  await record(context, {
    personId: old.personId,
    category: 'clinical',
    kind: 'session.corrected',
    subjectKind: 'support_session',
    subjectId: old.sessionId,
  });
  return success({ noteId });
}
