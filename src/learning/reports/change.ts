// How people's scores changed between the start and the end of support: everyone who left with both scores, the share that is stated first,
// the paired interval, and how many changed by more than error of measurement.

import type { ChangeCategory } from '../../journey/measures/change.ts';
import { personChange } from '../../journey/measures/change.ts';
import type { InstrumentDefinition } from '../../journey/measures/definition.ts';
import { localDate } from '../../platform/clock.ts';
import { plainNumber, rounded } from '../../platform/numbers.ts';
import { groupChangeFinding, standing } from '../evaluation/findings.ts';
import { enoughPeople, shownCount } from '../evaluation/small-numbers.ts';
import { pairedEffectSizes } from '../outcomes/effect-size.ts';
import { pairedT } from '../outcomes/paired-t.ts';
import { pairScores } from '../outcomes/pairing.ts';
import { quantile } from '../outcomes/quantile.ts';
import { mean } from '../outcomes/sample.ts';
import { countRow, estimateRow, shareRow } from './figure-rows.ts';
import {
  type Ended,
  type Estimate,
  type FigureRow,
  fewest,
  type Period,
  type ReportSection,
  type ShownShare,
  type Slope,
} from './model.ts';
import { saidPeriod, shortPeriod } from './period.ts';
import { everyone, jointCounts } from './protect.ts';

export interface Pair {
  readonly ended: Ended;
  readonly first: number;
  readonly last: number;
}

/** First and latest scorable result of each person whose support ended, in one version and one language of the measure: of several, the one taken last. */
export const pairsOf = (ended: readonly Ended[], instrument: string, { to }: Period): Pair[] =>
  ended.flatMap((one) => {
    const scores = one.scores.filter((score) => score.instrument === instrument && localDate(score.at) <= one.on);
    const pairs = pairScores(
      scores.map((score) => ({ ...score, scale: score.version })),
      to,
    ).flatMap(({ baseline, followUp }) => (followUp ? [{ baseline, followUp }] : []));
    const last = pairs.toSorted((one, other) => other.followUp.at.getTime() - one.followUp.at.getTime())[0];
    return last ? [{ ended: one, first: last.baseline.value, last: last.followUp.value }] : [];
  });

/** The instrument that most people have both scores of, among those whose change has a meaning. */
export function mostPaired(
  ended: readonly Ended[],
  instruments: readonly InstrumentDefinition[],
  period: Period,
): InstrumentDefinition | null {
  const able = instruments
    .filter(({ reliableChange, total }) => reliableChange !== null && total !== null)
    .map((instrument) => ({ instrument, pairs: pairsOf(ended, instrument.id, period).length }))
    .toSorted((a, b) => b.pairs - a.pairs);
  return able[0] && able[0].pairs > 0 ? able[0].instrument : null;
}

/** Rounded once, here: what is printed, drawn and kept is the same number. */
const tenth = (value: number): number => rounded(value, 1);
const tenths = ([lower, upper]: readonly [number, number]): readonly [number, number] => [tenth(lower), tenth(upper)];

/** Mean of last − first with its paired interval; null under 5 people. */
export function changeOf(pairs: readonly Pair[]): Estimate {
  const result = enoughPeople(pairs.length) ? pairedT(pairs.map(({ first, last }) => last - first)) : null;
  return result ? { value: tenth(result.mean), interval: tenths(result.interval) } : null;
}

const categories: readonly { readonly category: ChangeCategory; readonly words: string }[] = [
  { category: 'recovered', words: 'Better by more than chance, and now past the cut-off' },
  { category: 'improved', words: 'Better by more than chance' },
  { category: 'crossed', words: 'Past the cut-off, by less than a dependable change' },
  { category: 'no_reliable_change', words: 'No dependable change' },
  { category: 'deteriorated', words: 'Worse by more than chance' },
];

export interface ChangePart {
  readonly section: ReportSection;
  readonly both: ShownShare;
  readonly change: Estimate;
  /** Mean change if nobody without both scores had changed at all. */
  readonly ifNobodyElse: number | null;
  readonly rows: readonly FigureRow[];
}

export function changePart(
  all: readonly Ended[],
  instrument: InstrumentDefinition,
  about: { readonly period: Period; readonly row: string; readonly services: readonly string[]; readonly source: string },
): ChangePart {
  const { period, row, services } = about;
  const mine = (one: { readonly service: string }): boolean => row === everyone || one.service === row;
  const byService = (count: (of: readonly Ended[]) => readonly number[]) =>
    jointCounts(new Map(services.map((service) => [service, count(all.filter((one) => one.service === service))])));
  const ended = all.filter(mine);
  const pairs = pairsOf(ended, instrument.id, period);
  const both = byService((of) => {
    const paired = pairsOf(of, instrument.id, period).length;
    return [paired, of.length - paired];
  }).share(row, 0);
  const change = both.kind === 'hidden' ? null : changeOf(pairs);
  const at = { section: 'Change', group: 'Everyone', period: shortPeriod(period) };
  const stated =
    both.kind === 'hidden'
      ? 'Too few people have both scores to print a share.'
      : `${shareWords(both)} of people who left have both scores.`;
  if (!change)
    return {
      section: { id: 'change', label: 'Change', finding: stated, pictures: [], source: about.source },
      both,
      change: null,
      ifNobodyElse: null,
      rows: [shareRow({ ...at, measure: 'Left with both scores' }, both)],
    };
  const kinds = byService((of) => {
    const counted = pairsOf(of, instrument.id, period).map(({ first, last }) => personChange(instrument, first, last).category);
    return categories.map(({ category }) => counted.filter((one) => one === category).length);
  });
  const slope = pairs.length >= 2 * fewest ? slopeOf(pairs, instrument, change) : null;
  const effect = pairedEffectSizes(
    pairs.map(({ first, last }): [number, number] => [first, last]),
    instrument.better,
  )?.headline;
  const counts = categories.map(({ words }, column) => ({ name: words, people: kinds.count(row, column) }));
  return {
    both,
    change,
    ifNobodyElse: ended.length > 0 ? tenth((change.value * pairs.length) / ended.length) : null,
    section: {
      id: 'change',
      label: instrument.about,
      finding: `${stated} ${groupChangeFinding({ about: instrument.about.toLowerCase(), difference: change.value, interval: change.interval, better: instrument.better })}`,
      line: [
        `Score: ${instrument.name}, ${instrument.better === 'lower' ? 'lower' : 'higher'} is better.`,
        effect === undefined || effect === null
          ? ''
          : `Effect size ${plainNumber(effect, 2)} (mean change over the average spread, Hedges’ correction).`,
        slope?.norm ? againstNorm(slope) : '',
      ]
        .filter(Boolean)
        .join(' '),
      pictures: [
        ...(slope ? [{ kind: 'slope' as const, slope }] : []),
        { kind: 'counts', title: 'Change of each person with both scores', rows: counts },
      ],
      caveat: `No line is drawn for one person. Scores are compared within one language of the measure. There is no comparison group. Thirds move towards the middle partly by chance, so judge by the thick line. A dependable change is ${instrument.reliableChange?.threshold ?? 0} points or more. Support that ended from ${saidPeriod(period)}.`,
      source: `${about.source} ${instrument.name}: ${instrument.reliableChange?.source ?? ''}.`,
    },
    rows: [
      shareRow({ ...at, measure: 'Left with both scores' }, both),
      estimateRow({ ...at, measure: `${instrument.name}, mean change` }, change, 'points', null),
      ...counts.map(({ name, people }) => countRow({ ...at, measure: name }, people)),
    ],
  };
}

const shareWords = (share: ShownShare): string =>
  share.kind === 'share' ? `${share.percent}%` : share.kind === 'nearly all' ? `More than ${share.over}%` : '';

function slopeOf(pairs: readonly Pair[], instrument: InstrumentDefinition, change: NonNullable<Estimate>): Slope | null {
  const [first, last] = [pairs.map((pair) => pair.first), pairs.map((pair) => pair.last)];
  const [start, end] = [pairedT(first), pairedT(last)];
  if (!start || !end) return null;
  const group = (label: string, values: readonly number[], { mean: middle, interval }: NonNullable<typeof start>) => ({
    label,
    mean: tenth(middle),
    interval: tenths(interval),
    ...(pairs.length >= 20 ? { quartiles: tenths([quantile(values, 0.25), quantile(values, 0.75)]) } : {}),
  });
  const norm = instrument.norms[0];
  const thirds = pairs.length >= 3 * fewest ? thirdsOf(pairs) : null;
  return {
    scoreName: instrument.name,
    pairs: shownCount(pairs.length) ?? 0,
    entry: group('First score', first, start),
    end: group('Last score', last, end),
    difference: { mean: change.value, interval: change.interval },
    ...(thirds ? { thirds } : {}),
    ...(norm
      ? { norm: { value: norm.mean, label: capital(norm.population), detail: [norm.source, norm.year].filter(Boolean).join(', ') } }
      : {}),
  };
}

/** By where people started. Equal first scores stay together, so that nobody's place in a third depends on chance. */
function thirdsOf(pairs: readonly Pair[]): Slope['thirds'] | null {
  const sorted = pairs.toSorted((a, b) => a.first - b.first || a.last - b.last);
  const bound = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)]?.first ?? 0;
  const [low, high] = [bound(1 / 3), bound(2 / 3)];
  const parts = [
    { label: 'Lowest third', of: sorted.filter(({ first }) => first <= low) },
    { label: 'Middle third', of: sorted.filter(({ first }) => first > low && first <= high) },
    { label: 'Highest third', of: sorted.filter(({ first }) => first > high) },
  ];
  return parts.every(({ of }) => of.length >= fewest)
    ? parts.map(({ label, of }) => ({
        label,
        entry: tenth(mean(of.map(({ first }) => first))),
        end: tenth(mean(of.map(({ last }) => last))),
      }))
    : null;
}

/** PT-10: on which side of the general population people arrived and left, by their intervals. */
function againstNorm({ entry, end, norm }: Slope): string {
  if (!norm) return '';
  const [from, to] = [standing(entry.interval, norm.value), standing(end.interval, norm.value)];
  const who = norm.label.toLowerCase();
  const name = who.startsWith('general') ? `the ${who}` : who;
  return from === to
    ? `On average, people arrived and left with scores ${from} ${name}.`
    : `On average, people arrived with scores ${from} ${name} and left ${to} it.`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** For groups: the share with both scores is stated for everyone, so a group needs only its own pairs. */
export const groupChange = (pairs: readonly Pair[], group: (ended: Ended) => boolean): Estimate =>
  changeOf(pairs.filter(({ ended }) => group(ended)));
