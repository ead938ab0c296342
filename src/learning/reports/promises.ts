// Whether we did by when we said: a first contact by the promised day, a decision in time, and the right offer the first time (SOM-10).
import { addDays, type LocalDate, localDate } from '../../platform/clock.ts';
import { plainNumber } from '../../platform/numbers.ts';
import { differenceOf } from '../evaluation/difference.ts';
import { isClear } from '../evaluation/findings.ts';
import { proportion } from '../outcomes/proportion.ts';
import { shareRow } from './figure-rows.ts';
import { type FigureRow, type Journey, type Period, type ReportSection, rightFirstTimeDays, type ShownShare } from './model.ts';
import { shortPeriod, within } from './period.ts';
import { everyone, jointCounts } from './protect.ts';

/** true or false once it can be known; null while the promised day is still to come, or nothing was promised. */
export type Kept = (journey: Journey, seenOn: LocalDate) => boolean | null;

/** A first contact by the promised day. Somebody who left before that day had no promise to keep. */
export const promiseKept: Kept = ({ respondBy, firstContact, left }, seenOn) => {
  if (respondBy === null) return null;
  if (firstContact !== null && firstContact <= respondBy) return true;
  if (left !== null && left <= respondBy) return null;
  return respondBy <= seenOn ? false : null;
};

export const decidedInTime: Kept = ({ decideBy, decidedAt, left }, seenOn) => {
  if (decidedAt !== null) return decidedAt <= decideBy;
  if (left !== null && left <= localDate(decideBy)) return null;
  return localDate(decideBy) <= seenOn ? false : null;
};

/** The first offer was accepted, and the way did not change for 28 days; known once those days have passed. */
export const rightFirstTime: Kept = ({ decidedAt, firstOffer, rerouted }, seenOn) =>
  decidedAt === null || firstOffer === null || addDays(localDate(decidedAt), rightFirstTimeDays) > seenOn
    ? null
    : firstOffer === 'accepted' && !rerouted;

const promises: readonly { readonly name: string; readonly kept: Kept }[] = [
  { name: 'A first meeting by the day we promised', kept: promiseKept },
  { name: 'A decision within our promise', kept: decidedInTime },
  { name: `Right first time: first offer accepted, same way ${rightFirstTimeDays} days later`, kept: rightFirstTime },
];

/** Kept and not kept by service, `services` naming every row that must be there. */
export function keptByService(
  journeys: readonly Journey[],
  kept: Kept,
  seenOn: LocalDate,
  services: readonly string[],
): ReadonlyMap<string, readonly [number, number]> {
  const rows = new Map<string, [number, number]>(services.map((service) => [service, [0, 0]]));
  for (const journey of journeys) {
    const result = kept(journey, seenOn);
    const row = rows.get(journey.service ?? noService);
    if (result !== null && row) row[result ? 0 : 1] += 1;
  }
  return rows;
}

/** Where nobody has been offered anything yet. */
export const noService = '-';

export interface PromisesPart {
  readonly section: ReportSection;
  readonly kept: ShownShare;
  readonly right: ShownShare;
  readonly rows: readonly FigureRow[];
}

export function promisesPart(
  journeys: readonly Journey[],
  about: {
    readonly period: Period;
    readonly before: Period;
    readonly row: string;
    readonly services: readonly string[];
    readonly source: string;
  },
): PromisesPart {
  const { period, before, row, services } = about;
  const rows = [...services, noService];
  const counted = (within_: Period, kept: Kept) =>
    keptByService(
      journeys.filter(({ received }) => within(within_, received)),
      kept,
      period.to,
      rows,
    );
  const lines = promises.map(({ name, kept }) => {
    const [now, then] = [counted(period, kept), counted(before, kept)];
    return { name, now, then, share: jointCounts(now).share(row, 0), was: jointCounts(then).share(row, 0) };
  });
  const [met, , right] = lines;
  const kept = met?.share ?? ({ kind: 'hidden' } as const);
  return {
    kept,
    right: right?.share ?? { kind: 'hidden' },
    section: {
      id: 'promises',
      label: 'Our promises',
      finding: finding(kept, met?.was ?? { kind: 'hidden' }),
      line: met ? against(sumOf(met.now, row), sumOf(met.then, row), kept, met.was) : '',
      pictures: [{ kind: 'shares', rows: lines.map(({ name, share, was }) => ({ name, share, before: was })) }],
      caveat: `A promise counts once its day has passed. The horizontal line is the 95% confidence interval. The year before: ${shortPeriod(before)}.`,
      source: about.source,
    },
    rows: lines.flatMap(({ name, share, was }) => [
      shareRow({ section: 'Our promises', measure: name, group: 'Everyone', period: shortPeriod(period) }, share),
      shareRow({ section: 'Our promises', measure: name, group: 'Everyone', period: shortPeriod(before) }, was),
    ]),
  };
}

const sumOf = (rows: ReadonlyMap<string, readonly [number, number]>, row: string): readonly [kept: number, of: number] => {
  const counted = row === everyone ? [...rows.values()] : [rows.get(row) ?? [0, 0]];
  const kept = counted.reduce((sum, [yes = 0]) => sum + yes, 0);
  return [kept, counted.reduce((sum, [, no = 0]) => sum + no, kept)];
};

export const ofHundredWords = (share: ShownShare): string =>
  share.kind === 'share' ? `${share.percent} of every 100` : share.kind === 'nearly all' ? `More than ${share.over} of every 100` : '';

function finding(now: ShownShare, was: ShownShare): string {
  if (now.kind === 'hidden') return 'There are too few people to say how often we kept our promise.';
  const before =
    was.kind === 'share'
      ? ` It was ${was.percent} the year before.`
      : was.kind === 'nearly all'
        ? ` It was more than ${was.over} the year before.`
        : '';
  return `${ofHundredWords(now)} people were met by the day we promised.${before}`;
}

/** Only where both years are printed: the difference of what is printed, with the interval of the two shares (Newcombe). */
function against(now: readonly [number, number], then: readonly [number, number], shown: ShownShare, was: ShownShare): string {
  const [a, b] = [proportion(...now), proportion(...then)];
  if (!a || !b || shown.kind !== 'share' || was.kind !== 'share') return '';
  const { interval } = differenceOf({ value: a.share, interval: a.interval }, { value: b.share, interval: b.interval });
  const [low, high] = (interval[1] <= 0 ? [-interval[1], -interval[0]] : interval).map((end) => plainNumber(end * 100));
  return isClear(interval)
    ? `The difference is ${Math.abs(shown.percent - was.percent)}, likely between ${low} and ${high}.`
    : `That is no clear difference: likely between ${low} and ${high}.`;
}
