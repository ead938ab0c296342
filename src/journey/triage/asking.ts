// Asking one thing before deciding, in words that are kept and that whoever is asked reads. The clock runs on.
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import { firstName, saidDay } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { referralLifecycle } from '../front-door/model.ts';
import { tellPerson, tellReferrer } from '../people/actions.ts';
import { beginReading } from './considering.ts';
import { insertQuestion, lastAsked } from './store-question.ts';
import { findReferral, moveReferral, type ReferralRow } from './store-referral.ts';

/** Who asks whoever referred, or the person, for one thing. */
export const askingRoles = ['TRI'] as const;
export const mayAsk = (context: SignedIn): boolean =>
  context.visitor.roles.some(({ access }) => askingRoles.some((role) => role === access));

const roleOf = (context: SignedIn): string => moversOf(context)[0] ?? '';

export interface Question {
  readonly referralId: string;
  readonly version: number;
  readonly whom: 'person' | 'referrer';
  readonly question: string;
}

/** Asks one thing of the person or the referrer. The clock runs on. */
export async function askForMore(context: SignedIn, asked: Question): Promise<Result<{ personId: string }>> {
  const referral = await findReferral(context.tables, asked.referralId);
  if (!referral) return failure(notFound);
  context.touch(referral.personId);
  if (!asked.question.trim()) return failure(invalid([{ field: 'question', message: 'Write the one thing you need to know.' }]));
  if (referral.version !== asked.version) return failure(overtaken);
  const reading = await beginReading(context, referral);
  if (!reading.ok) return reading;
  const allowed = permit(referralLifecycle, { from: 'in_triage', to: 'waiting_info', by: moversOf(context), reason: asked.question });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: roleOf(context), reason: 'One question was asked.' });
  if (!(await moveReferral(context.tables, { id: referral.id, version: reading.value.version }, 'waiting_info'))) return failure(overtaken);
  const { personId } = referral;
  await context.asWorker('keep what is asked', (tables) =>
    insertQuestion(tables, {
      id: context.identify(),
      referralId: referral.id,
      personId,
      whom: asked.whom,
      words: asked.question,
      createdAt: context.now,
      createdBy: context.visitor.accountId,
    }),
  );
  const facts = { words: asked.question, worker: firstName(context.visitor.name) };
  if (asked.whom === 'referrer') await tellReferrer(context, { referralId: referral.id, purpose: 'referrer_question', facts });
  else
    await tellPerson(context, {
      personId: referral.personId,
      purpose: 'question',
      facts,
      workerId: context.visitor.accountId,
      subject: { kind: 'referral', id: referral.id },
    });
  await record(context, {
    personId: referral.personId,
    category: 'contact',
    kind: 'referral.question_asked',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { whom: asked.whom },
  });
  return success({ personId: referral.personId });
}

/** What was asked and waits for an answer, for the desk; none where nothing does. */
export async function askedLines(
  context: SignedIn,
  { id, state, referrerName }: Pick<ReferralRow, 'id' | 'state' | 'referrerName'>,
): Promise<{ readonly term: string; readonly value: string }[]> {
  const asked = state === 'waiting_info' ? await lastAsked(context.tables, id) : undefined;
  if (!asked) return [];
  return [
    {
      term: asked.whom === 'referrer' ? `We asked ${referrerName}` : 'We asked them',
      value: `“${asked.words}” ${saidDay(asked.createdAt)}.`,
    },
  ];
}
