// How long people waited from asking for help to a first meeting. Somebody who still waits, and somebody who left first, counts as well as
// somebody whose wait is over: a typical wait made of finished waits alone would look shorter than it was.
import { daysBetween, type LocalDate } from '../../platform/clock.ts';
import { plainNumber } from '../../platform/numbers.ts';
import { ofEveryHundred, waitingFinding } from '../evaluation/findings.ts';
import { cumulativeIncidence, type Wait } from '../evaluation/kaplan-meier.ts';
import { logRank } from '../evaluation/log-rank.ts';
import { daysRow, estimateRow } from './figure-rows.ts';
import { type FigureRow, fewest, type Journey, type Period, type ReportSection, type WaitingSeries } from './model.ts';
import { shortPeriod, within } from './period.ts';
import { protectedSeries } from './protect.ts';

/** As much of a referral as its wait is made of. */
export type Waited = Pick<Journey, 'received' | 'firstContact' | 'left'>;

/** The wait of each referral, seen on the last day of the report. */
export const waitsOf = (journeys: readonly Waited[], seenOn: LocalDate): Wait[] =>
  journeys.map(({ received, firstContact, left }) =>
    firstContact
      ? { days: daysBetween(received, firstContact), outcome: 'event' }
      : left
        ? { days: daysBetween(received, left), outcome: 'left' }
        : { days: daysBetween(received, seenOn), outcome: 'waiting' },
  );

export const waitFor = 'a first meeting';

export interface WaitingPart {
  readonly section: ReportSection | null;
  readonly latest: WaitingSeries | null;
  readonly before: WaitingSeries | null;
  /** Whether the two years differ by more than chance would give. */
  readonly differs: boolean;
  readonly rows: readonly FigureRow[];
}

export function waitingPart(
  journeys: readonly Journey[],
  { period, before, source }: { readonly period: Period; readonly before: Period; readonly source: string },
): WaitingPart {
  const now = waitsOf(
    journeys.filter(({ received }) => within(period, received)),
    period.to,
  );
  const then = waitsOf(
    journeys.filter(({ received }) => within(before, received)),
    period.to,
  );
  const latest = protectedSeries(shortPeriod(period), now);
  const year = protectedSeries(shortPeriod(before), then);
  if (!latest) return { section: null, latest, before: year, differs: false, rows: [] };
  const test = year ? logRank([now, then]) : null;
  const left = now.filter(({ outcome }) => outcome === 'left').length;
  const leftFirst =
    left >= fewest
      ? ofEveryHundred({ share: cumulativeIncidence(now).at(-1)?.left ?? 0, who: 'people who asked', did: `left before ${waitFor}` })
      : 'Fewer than 5 people left before a first meeting.';
  const section: ReportSection = {
    id: 'waiting',
    label: 'Waiting',
    finding: waitingFinding({ waitFor, median: latest.median, ...(year ? { medianBefore: year.median } : {}) }),
    line: [test ? testInWords(test.p) : '', leftFirst].filter(Boolean).join(' '),
    pictures: [{ kind: 'waiting', who: 'people who asked for help', latest, before: year, promise: commonPromise(journeys) }],
    caveat:
      'People still waiting count as waiting up to the last day of the report. People were not put into one year or the other by chance, so this shows that waits differ, not why. Each step of a line stands for at least 5 people. A line ends where fewer are left.',
    source,
  };
  const at = { section: 'Waiting', measure: 'Days by which half had a first meeting', group: 'Everyone' };
  return {
    section,
    latest,
    before: year,
    differs: test !== null && test.p < 0.05,
    rows: [latest, ...(year ? [year] : [])].flatMap((series) => [
      daysRow({ ...at, period: series.label }, series.median, series.medianInterval, series.people),
      ...series.steps
        .slice(1)
        .map(({ day, share, interval }) =>
          estimateRow(
            { ...at, measure: `Still waiting after ${day} days`, period: series.label },
            { value: share * 100, interval: interval ? [interval[0] * 100, interval[1] * 100] : [share * 100, share * 100] },
            'of every 100',
            series.remaining.find((one) => one.day === day)?.people ?? null,
          ),
        ),
    ]),
  };
}

/** Days from asking to the promised day where four in five promises are alike; null where there is no one promise to draw. */
function commonPromise(journeys: readonly Journey[]): number | null {
  const days = journeys.flatMap(({ received, respondBy }) => (respondBy ? daysBetween(received, respondBy) : []));
  const counts = new Map<number, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most && most[1] >= 2 * fewest && most[1] >= days.length * 0.8 ? most[0] : null;
}

const testInWords = (p: number): string =>
  p < 0.05
    ? `The two years differ by more than chance would give (log-rank test, p ${p < 0.001 ? 'under 0.001' : plainNumber(p, 3)}).`
    : `The two years do not differ by more than chance would give (log-rank test, p ${plainNumber(p, 2)}).`;
