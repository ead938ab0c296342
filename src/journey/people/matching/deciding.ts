// What a clinician decides about a possible match: the same person, not the same, or not sure. Only “not sure” is asked again.
import { record } from '../../../platform/events.ts';
import { moversOf, overtaken } from '../../../platform/lifecycle.ts';
import { failure, notFound, type Result, success } from '../../../platform/problem.ts';
import type { Context } from '../../../platform/web/context.ts';
import { survivorOf } from './chains.ts';
import { askKeepers, isKeptFrom } from './kept.ts';
import { linkReferral } from './linking.ts';

export type MatchOutcome = 'same' | 'not_same' | 'not_sure';

/**
 * `version` is the match's. `open` in place of an outcome takes back “not the same” or “not sure”. “The same” of a record that is kept from whoever decides is
 * kept as “not sure”, and its keepers are asked: the answer is then `asked`.
 */
export async function decideMatch(
  context: Context,
  input: { readonly matchId: string; readonly outcome: MatchOutcome | 'open'; readonly version: number },
): Promise<Result<{ referralId: string; personId: string; outcome: MatchOutcome | 'open' | 'asked' }>> {
  const match = await context.tables
    .selectFrom('possibleMatch as m')
    .innerJoin('referral as r', 'r.id', 'm.referralId')
    .select([
      'm.id',
      'm.personId',
      'm.candidateId',
      'm.referralId',
      'm.state',
      'm.version',
      'r.version as referralVersion',
      'r.identity',
      'r.number',
    ])
    .where('m.id', '=', input.matchId)
    .executeTakeFirst();
  if (!match) return failure(notFound);
  if (match.version !== input.version) return failure(overtaken);
  const known = await context.asWorker('find whose record it is now', (tables) => survivorOf(tables, match.candidateId));
  const asks = input.outcome === 'same' && (await isKeptFrom(context, known));
  const outcome = asks ? 'not_sure' : input.outcome;
  if (outcome === 'same') {
    const linked = await linkReferral(context, {
      referralId: match.referralId,
      candidateId: match.candidateId,
      version: match.referralVersion,
      matchId: match.id,
    });
    return linked.ok ? success({ ...linked.value, outcome: 'same' }) : linked;
  }
  if (!moversOf(context).some((mover) => mover === 'TRI' || mover === 'SNR'))
    return failure({
      status: 403,
      title: 'This step belongs to another role',
      detail: 'Triage clinicians and senior clinicians decide who a record is about.',
    });
  if (match.state === 'same')
    return failure({ status: 409, title: 'The two are linked', detail: 'Undo the link first. Nothing was changed.' });
  const by = context.visitor?.accountId ?? null;
  const decided = outcome !== 'open';
  const done = await context.asWorker('decide a possible match', async (tables): Promise<Result<null>> => {
    const changed = await tables
      .updateTable('possibleMatch')
      .set({ state: outcome, decidedBy: decided ? by : null, decidedAt: decided ? context.now : null, version: match.version + 1 })
      .where('id', '=', match.id)
      .where('version', '=', match.version)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return failure(overtaken);
    const left = await tables
      .selectFrom('possibleMatch')
      .select('id')
      .where('referralId', '=', match.referralId)
      .where('state', 'in', ['open', 'not_sure', 'same'])
      .limit(1)
      .executeTakeFirst();
    // Nobody else is left to be: a new person. Taking an answer back opens the question again.
    const identity = left ? 'undecided' : 'new';
    if (identity !== match.identity)
      await tables
        .updateTable('referral')
        .set((set) => ({ identity, version: set('version', '+', 1) }))
        .where('id', '=', match.referralId)
        .execute();
    return success(null);
  });
  if (!done.ok) return done;
  context.touch(match.personId);
  if (decided)
    await record(context, {
      personId: match.personId,
      category: 'contact',
      kind: `identity.${outcome}`,
      subjectKind: 'referral',
      subjectId: match.referralId,
      data: { number: match.number },
    });
  if (asks) await askKeepers(context, { personId: known, number: match.number });
  return success({ referralId: match.referralId, personId: match.personId, outcome: asks ? 'asked' : outcome });
}
