// Writes down at the desk what somebody told of a fact that rules read. What was written before is never changed: the newest counts, and nobody is sent anything.
import { overtaken } from '../../platform/lifecycle.ts';
import { failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { addHeard } from '../front-door/actions.ts';
import { beginReading, type Considered, consider } from './considering.ts';
import { heardName } from './facts.ts';
import { type OpenFact, openFacts, readHeard, type Teller, type TypedHeard } from './heard.ts';
import { moveReferral } from './store-referral.ts';

const undecided: readonly string[] = ['submitted', 'in_triage', 'waiting_info', 'unreachable'];

/** The facts that may be written down for a referral; none once it is decided. */
export const openFactsOf = (context: SignedIn, { referral, answers, facts, rules, others }: Considered): OpenFact[] =>
  undecided.includes(referral.state)
    ? openFacts(context.place.blueprint, [...(rules ? [rules] : []), ...others.map((one) => one.rules)], facts, answers)
    : [];

export interface Heard extends TypedHeard {
  readonly referralId: string;
  readonly version: number;
  readonly saidBy: Teller | '';
}

/** Keeps what was told; `abuse` where it speaks of abuse at home, so that whoever wrote it thinks of safe contact first. */
export async function keepHeard(context: SignedIn, typed: Heard): Promise<Result<{ readonly kept: number; readonly abuse: boolean }>> {
  const considered = await consider(context, typed.referralId);
  if (!considered) return failure(notFound);
  const { referral } = considered;
  const { heard, faults } = readHeard(openFactsOf(context, considered), typed);
  const { saidBy } = typed;
  if (heard.length > 0 && saidBy === '') faults.push({ field: 'said_by', message: 'Say who told you.' });
  if (faults.length > 0 || saidBy === '') return faults.length > 0 ? failure(invalid(faults)) : success({ kept: 0, abuse: false });
  if (heard.length === 0) return success({ kept: 0, abuse: false });
  if (referral.version !== typed.version) return failure(overtaken);
  const reading = await beginReading(context, referral);
  if (!reading.ok) return reading;
  // A colleague’s open page shows another suggestion by now: theirs must not be saved unseen.
  const state = referral.state === 'submitted' ? 'in_triage' : referral.state;
  if (!(await moveReferral(context.tables, { id: referral.id, version: reading.value.version }, state))) return failure(overtaken);
  await addHeard(context, {
    referralId: referral.id,
    personId: referral.personId,
    saidBy,
    answers: (position) => heard.map(({ fact, answer }, at) => ({ ...answer, question: heardName(fact, position + at) })),
  });
  return success({
    kept: heard.length,
    abuse: heard.some(({ fact, answer }) => fact === 'domestic_abuse' && ['yes', 'not_sure'].some((code) => answer.codes.includes(code))),
  });
}
