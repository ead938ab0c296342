// The outcome counts of NHS Talking Therapies from first and last scores of finished pathways (national core data pack definitions).
// Thresholds are data, so that another anxiety measure or a new year's value is a setting.
import { improvementOf } from '../../journey/measures/change.ts';

export interface Thresholds {
  /** At or above is caseness. */
  readonly caseness: number;
  /** A change of this many points or more is reliable. */
  readonly reliable: number;
}

export const depressionThresholds: Thresholds = { caseness: 10, reliable: 6 };

/** By anxiety measure; a service adds the disorder-specific ones it uses. */
export const anxietyThresholds: Readonly<Record<string, Thresholds>> = { 'gad-7': { caseness: 8, reliable: 4 } };

export interface ScorePair {
  readonly first: number | null;
  readonly last: number | null;
}

export interface TreatedPathway {
  readonly id: string;
  readonly depression: ScorePair;
  readonly anxiety: ScorePair & { readonly measure: string };
  readonly treatmentContacts: number;
  /** Discharged inside the period. */
  readonly discharged: boolean;
}

export interface Rate {
  readonly of: number;
  /** Ids of the pathways counted, so that every figure can list its records. */
  readonly ids: readonly string[];
}

export interface TalkingTherapiesOutcomes {
  readonly finished: readonly string[];
  readonly caseness: readonly string[];
  readonly recovery: Rate;
  readonly reliableImprovement: Rate;
  readonly reliableRecovery: Rate;
  readonly reliableDeterioration: Rate;
}

export interface TalkingTherapiesSettings {
  readonly fewestContacts: number;
  /** A finished person without two scores of both measures: counted as no change, or left out of every rate. */
  readonly withoutPair: 'no_change' | 'left_out';
}

const defaults: TalkingTherapiesSettings = { fewestContacts: 2, withoutPair: 'no_change' };

/** Counts distinct pathways; the last row wins where an id repeats. Refuses an anxiety measure without thresholds. */
export function talkingTherapiesOutcomes(
  pathways: readonly TreatedPathway[],
  settings: TalkingTherapiesSettings = defaults,
): TalkingTherapiesOutcomes {
  const distinct = [...new Map(pathways.map((pathway) => [pathway.id, pathway])).values()];
  const judged = distinct
    .filter(({ discharged, treatmentContacts }) => discharged && treatmentContacts >= settings.fewestContacts)
    .map((pathway) => ({ id: pathway.id, ...judge(pathway) }));
  const counted = settings.withoutPair === 'left_out' ? judged.filter(({ paired }) => paired) : judged;
  const ids = (rows: typeof judged) => rows.map(({ id }) => id);
  const notBelowAtStart = counted.filter(({ caseness }) => caseness !== false).length;
  return {
    finished: ids(judged),
    caseness: ids(judged.filter(({ caseness }) => caseness === true)),
    recovery: { of: notBelowAtStart, ids: ids(counted.filter(({ recovered }) => recovered)) },
    reliableImprovement: { of: counted.length, ids: ids(counted.filter(({ improved }) => improved)) },
    reliableRecovery: { of: notBelowAtStart, ids: ids(counted.filter(({ recovered, improved }) => recovered && improved)) },
    reliableDeterioration: { of: counted.length, ids: ids(counted.filter(({ deteriorated }) => deteriorated)) },
  };
}

function judge({ depression, anxiety }: TreatedPathway) {
  const measures = [
    { ...depression, thresholds: depressionThresholds },
    { ...anxiety, thresholds: thresholdsFor(anxiety.measure) },
  ];
  const firsts = measures.flatMap(({ first, thresholds }) => (first === null ? [] : [first >= thresholds.caseness]));
  const caseness = firsts.length === 0 ? null : firsts.some(Boolean);
  const changes = measures.flatMap(({ first, last, thresholds }) =>
    first === null || last === null
      ? []
      : [{ improvement: improvementOf('lower', first, last), belowAtEnd: last < thresholds.caseness, reliable: thresholds.reliable }],
  );
  const paired = changes.length === measures.length;
  const better = changes.some(({ improvement, reliable }) => improvement >= reliable);
  const worse = changes.some(({ improvement, reliable }) => -improvement >= reliable);
  return {
    paired,
    caseness,
    recovered: paired && caseness === true && changes.every(({ belowAtEnd }) => belowAtEnd),
    improved: paired && better && !worse,
    deteriorated: paired && worse && !better,
  };
}

function thresholdsFor(measure: string): Thresholds {
  const thresholds = anxietyThresholds[measure];
  if (!thresholds) throw new RangeError(`No thresholds are set for the anxiety measure “${measure}”.`);
  return thresholds;
}
