// Composes a release: every number counted, hidden where it must be, and put into words, once. What comes out is all that is ever stored
// or shown; nothing can be asked of it again.
import { instruments } from '../../journey/measures/instruments/all.ts';
import { plainNumber } from '../../platform/numbers.ts';
import { saidDate } from '../../platform/said.ts';
import { isClear } from '../evaluation/findings.ts';
import { changePart, mostPaired, pairsOf } from './change.ts';
import { fairnessPart } from './fairness.ts';
import {
  fewest,
  type Period,
  type Records,
  type ReportContent,
  type ReportPlace,
  type ReportSection,
  reportRules,
  type ShownShare,
} from './model.ts';
import { saidPeriod, yearBefore } from './period.ts';
import { promisesPart } from './promises.ts';
import { everyone } from './protect.ts';
import { about as aboutPeople, servedPart } from './served.ts';
import { unmetPart } from './unmet.ts';
import { waitingPart } from './waits.ts';

/** Every report of a period: each service with enough people to print, and last the whole place. Records hold both years. */
export function releasesOf(
  records: Records,
  place: ReportPlace,
  period: Period,
): readonly { readonly serviceCode: string | null; readonly content: ReportContent }[] {
  const whole = reportOf(records, place, period, null);
  const services = place.services.flatMap(({ code }) => {
    const content = reportOf(records, place, period, code);
    return content ? [{ serviceCode: code, content }] : [];
  });
  return [...services, ...(whole ? [{ serviceCode: null, content: whole }] : [])];
}

/** Under this many people a service’s report would be little but hidden numbers. */
const fewestForService = 4 * fewest;

/** Null for a service whose people are too few to print. A report of the whole place is always made. */
export function reportOf(records: Records, place: ReportPlace, period: Period, serviceCode: string | null): ReportContent | null {
  const before = yearBefore(period);
  const row = serviceCode ?? everyone;
  // Only services that anybody came to: a service of nobody is not a small number.
  const used = new Set([...records.journeys, ...records.served, ...records.ended].map(({ service }) => service));
  const services = place.services.map(({ code }) => code).filter((code) => used.has(code));
  const names = new Map(place.services.map(({ code, name }) => [code, name]));
  const source = `Records of ${place.name}, figures to ${saidDate(period.to)}. Rules: ${reportRules}; ${place.blueprints}.`;
  const people = servedPart(records.served, { period, before, row, services, names, source });
  if (serviceCode !== null && (people.now === null || people.now < fewestForService)) return null;
  const journeys = serviceCode === null ? records.journeys : records.journeys.filter(({ service }) => service === serviceCode);
  const waiting = waitingPart(journeys, { period, before, source });
  const promises = promisesPart(records.journeys, { period, before, row, services, source });
  const ended = records.ended.filter(({ on }) => on >= period.from && on <= period.to);
  const instrument = mostPaired(ended, instruments, period);
  const change = instrument ? changePart(ended, instrument, { period, row, services, source }) : null;
  const fairness =
    serviceCode === null
      ? fairnessPart(records.journeys, records.served, instrument ? pairsOf(ended, instrument.id, period) : [], {
          span: { from: before.from, to: period.to },
          seenOn: period.to,
          instrument,
          source,
        })
      : { section: null, rows: [] };
  const unmet = serviceCode === null ? unmetPart(records.journeys, { period, source }) : { section: null, rows: [] };
  const sections = [people.section, waiting.section, promises.section, unmet.section, change?.section ?? null, fairness.section].filter(
    (section): section is ReportSection => section !== null,
  );
  const name = serviceCode === null ? place.name : (names.get(serviceCode) ?? serviceCode);
  return {
    format: 1,
    title: `${name}: what changed, and for whom`,
    about: `${saidPeriod(period)}, beside the 12 months before. ${aboutPeople(people.now)} people were met for the first time.`,
    headline: headline(waiting, change?.change ?? null, instrument),
    period,
    before,
    figures: figuresOf({ waiting, promises, change, instrumentName: instrument?.about ?? '' }),
    sections,
    sure: sureOf({ change, waiting, period, serviceCode }),
    file: [...people.rows, ...waiting.rows, ...promises.rows, ...unmet.rows, ...(change?.rows ?? []), ...fairness.rows],
    rules: `${reportRules}; ${place.blueprints}`,
  };
}

/** Only what is clear is said: direction, never a cause. */
function headline(
  waiting: ReturnType<typeof waitingPart>,
  change: { readonly value: number; readonly interval: readonly [number, number] } | null,
  instrument: { readonly about: string; readonly better: 'lower' | 'higher' } | null,
): string {
  const { latest, before, differs } = waiting;
  const waits =
    !latest || !before || latest.median === null || before.median === null
      ? ''
      : differs && latest.median < before.median
        ? 'People wait less than a year ago.'
        : differs && latest.median > before.median
          ? 'People wait longer than a year ago.'
          : 'People wait about as long as a year ago.';
  const word = instrument?.about.toLowerCase() ?? '';
  const scores =
    !change || !instrument
      ? ''
      : !isClear(change.interval)
        ? `Their ${word} shows no clear change.`
        : change.value > 0 === (instrument.better === 'higher')
          ? `They leave with ${instrument.better === 'lower' ? 'less' : 'better'} ${word} than they came with.`
          : `They leave with ${instrument.better === 'lower' ? 'more' : 'worse'} ${word} than they came with.`;
  return (
    [waits, waits ? scores : scores.replace(/^They/, 'People').replace(/^Their/, 'People’s')].filter(Boolean).join(' ') ||
    'There are too few people yet to say what changed.'
  );
}

const tooFew = 'Too few people to print';

function shareFigure(label: string, share: ShownShare, of: string): ReportContent['figures'][number] {
  switch (share.kind) {
    case 'share':
      return { value: `${share.percent}%`, label, certainty: `${share.interval[0]} to ${share.interval[1]}. ${of}` };
    case 'nearly all':
      return { value: `Over ${share.over}%`, label, certainty: `Fewer than 5 people are outside it. ${of}` };
    case 'hidden':
      return { value: '–', label, certainty: tooFew };
  }
}

function figuresOf({
  waiting,
  promises,
  change,
  instrumentName,
}: {
  readonly waiting: ReturnType<typeof waitingPart>;
  readonly promises: ReturnType<typeof promisesPart>;
  readonly change: ReturnType<typeof changePart> | null;
  readonly instrumentName: string;
}): ReportContent['figures'] {
  const median = waiting.latest?.median ?? null;
  const [low, high] = waiting.latest?.medianInterval ?? [null, null];
  return [
    {
      value: median === null ? '–' : `${median} days`,
      label: 'Half had a first meeting within',
      certainty:
        median === null
          ? tooFew
          : `${low ?? median} to ${high === null ? 'not reached' : high} days${waiting.before?.median ? `. It was ${waiting.before.median}` : ''}`,
    },
    shareFigure('Met by the day we promised', promises.kept, 'Of those whose day has passed'),
    change?.change
      ? {
          value: `${change.change.value > 0 ? '+' : ''}${plainNumber(change.change.value, 1)}`,
          label: `${instrumentName}, first to last score`,
          certainty: `points, ${plainNumber(change.change.interval[0], 1)} to ${plainNumber(change.change.interval[1], 1)}`,
        }
      : { value: '–', label: 'Change in score', certainty: tooFew },
    shareFigure('Right first time', promises.right, 'First offer stood 28 days later'),
  ];
}

function sureOf({
  change,
  waiting,
  period,
  serviceCode,
}: {
  readonly change: ReturnType<typeof changePart> | null;
  readonly waiting: ReturnType<typeof waitingPart>;
  readonly period: Period;
  readonly serviceCode: string | null;
}): ReportContent['sure'] {
  const clear = change?.change ? isClear(change.change.interval) : false;
  return {
    finding: clear
      ? 'Fairly sure that people change. Not sure how much is because of us.'
      : waiting.differs
        ? 'Fairly sure that waits changed. Not sure why.'
        : 'Not sure yet. There are too few people, or too little difference.',
    rows: [
      [
        'There is no comparison group. People may get better, or worse, with time anyway.',
        'Read every change as “went with”, not “caused by”',
      ],
      ...(change?.change && change.both.kind === 'share' && change.ifNobodyElse !== null
        ? [
            [
              `Some people who left have no second score. If none of them had changed at all, the average change would be ${plainNumber(change.ifNobodyElse, 1)}.`,
              Math.sign(change.ifNobodyElse) === Math.sign(change.change.value)
                ? 'The direction would be the same'
                : 'The direction would differ',
            ] as const,
          ]
        : []),
      [`Nothing after ${saidDate(period.to)} is known here. Corrections made later come with the next release.`, 'A release never changes'],
      [
        'Intervals are 95%: log-log for waits, Wilson for shares, paired t for scores. Differences combine the intervals of both sides.',
        'Wider means less sure',
      ],
      ...(serviceCode === null
        ? []
        : [
            [
              'Groups are compared in the report of the whole place only: in one service they would be too few.',
              'Look there for fairness',
            ] as const,
          ]),
      ['People who were not asked, or chose not to say, stand as a group of their own.', 'Nothing was guessed'],
    ],
  };
}
