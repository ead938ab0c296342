// Finds who somebody at the door may already be: candidates by shared keys, weighed with reasons. A person decides; what was decided is remembered.
import type { Context, Tables } from '../../../platform/web/context.ts';
import { compare } from '../linkage/compare.ts';
import { prepare } from '../linkage/record.ts';
import { type Evidence, explain, type Outcome, weigh, weightTable } from '../linkage/weigh.ts';
import { candidatesFor, identityRecords } from '../store.ts';
import { placeModel } from './learned-model.ts';

/** Most candidates put before a person. Lists full of unrelated names teach people to click past them. */
const mostShown = 5;

/** One field's part in a possible match, as it is kept: how far it agrees, never a value. */
export interface KeptEvidence {
  readonly field: string;
  readonly level: string;
  readonly bits: number;
  readonly words: string;
}

const kept = (evidence: readonly Evidence[]): KeptEvidence[] =>
  evidence.map(({ field, level, bits, same, words }) => ({
    field,
    level,
    bits: Math.round(bits * 10) / 10,
    words: words || (same ? `Same ${same}.` : ''),
  }));

/** How many possible matches of the person are open for this referral now. */
export const findPossibleMatches = (
  context: Context,
  subject: { readonly referralId: string; readonly personId: string },
): Promise<number> =>
  context.asWorker('find who this may be', async (tables) => {
    const found = await weighCandidates(tables, subject.personId);
    if (found.length > 0)
      await tables
        .insertInto('possibleMatch')
        .values(
          found.map((match) => ({
            id: context.identify(),
            referralId: subject.referralId,
            personId: subject.personId,
            candidateId: match.candidateId,
            probability: match.probability,
            evidence: JSON.stringify(match.evidence),
            sentence: match.sentence,
            modelId: match.modelId,
            createdAt: context.now,
            createdBy: context.visitor?.accountId ?? null,
          })),
        )
        .onConflict((conflict) => conflict.columns(['referralId', 'candidateId']).doNothing())
        .execute();
    const { open } = await tables
      .selectFrom('possibleMatch')
      .select((select) => select.fn.countAll<number>().as('open'))
      .where('referralId', '=', subject.referralId)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    return open;
  });

export interface WeighedCandidate {
  readonly candidateId: string;
  readonly probability: number;
  /** `same` could be taken for one person without asking; here a person is asked all the same. */
  readonly outcome: Exclude<Outcome, 'different'>;
  readonly evidence: readonly KeptEvidence[];
  readonly sentence: string;
  /** The place's weights by which they were compared; null for the published ones. */
  readonly modelId: string | null;
}

/** The most probable first. Runs as the worker: it reads people whom the visitor may not. */
export async function weighCandidates(tables: Tables, personId: string): Promise<WeighedCandidate[]> {
  const candidates = await candidatesFor(tables, personId);
  if (candidates.length === 0) return [];
  const { id: modelId, model } = await placeModel(tables);
  const bits = weightTable(model);
  const records = await identityRecords(tables, [personId, ...candidates]);
  const own = records.find((record) => record.id === personId);
  if (!own) return [];
  const me = prepare(own);
  const found: WeighedCandidate[] = [];
  for (const record of records) {
    if (record.id === personId) continue;
    const { outcome, probability, evidence } = weigh(compare(me, prepare(record)), me, model, bits);
    if (outcome === 'different') continue;
    found.push({ candidateId: record.id, probability, outcome, evidence: kept(evidence), sentence: explain(evidence), modelId });
  }
  return found.sort((one, other) => other.probability - one.probability).slice(0, mostShown);
}
