/** One invented example of every chart, for stories, pictures and tests. The numbers were worked out by the product’s own functions. */
import type { DifferencesProps } from './differences.tsx';
import type { FlowProps } from './flow.tsx';
import type { MeasureOverTimeProps } from './measure-over-time.tsx';
import type { QuartersProps } from './quarters.tsx';
import type { SeriesChartProps } from './series-chart.tsx';
import type { SlopeProps } from './slope.tsx';
import type { WaitingCurveProps, WaitingGroup } from './waiting-curve.tsx';

export const measureExample: MeasureOverTimeProps = {
  id: 'measure',
  measure: 'CORE-10',
  readings: [
    ['2026-06-12', 26],
    ['2026-06-26', 25],
    ['2026-07-10', 27],
    ['2026-07-24', 23],
    ['2026-08-14', 21],
    ['2026-09-04', 18],
    ['2026-09-25', 19],
    ['2026-10-16', 15],
    ['2026-11-13', 13],
  ].map(([date, value]) => ({ date: String(date), value: Number(value) })),
  range: [0, 40],
  better: 'lower',
  bands: [
    { from: 0, to: 5, words: 'healthy' },
    { from: 6, to: 10, words: 'low' },
    { from: 11, to: 14, words: 'mild' },
    { from: 15, to: 19, words: 'moderate' },
    { from: 20, to: 24, words: 'moderate to severe' },
    { from: 25, to: 40, words: 'severe' },
  ],
  cutOff: 11,
  reliableChange: 6,
  plannedDays: 21,
  events: [
    { date: '2026-07-18', label: 'Met Malik, peer supporter' },
    { date: '2026-10-02', label: 'Moved to Elm House flat' },
  ],
};

/** Higher is better, no bands, a long gap, a new version and a prorated score. */
export const wellbeingExample: MeasureOverTimeProps = {
  id: 'wellbeing',
  measure: 'ReQoL-10',
  readings: [
    { date: '2025-09-01', value: 14, version: '1' },
    { date: '2025-10-06', value: 17, version: '1' },
    { date: '2026-02-16', value: 21.5, version: '1' },
    { date: '2026-05-04', value: 26, version: '2' },
    { date: '2026-06-15', value: 31, version: '2' },
  ],
  range: [0, 40],
  better: 'higher',
  cutOff: 25,
  reliableChange: 5,
  plannedDays: 42,
};

export const slopeExample: SlopeProps = {
  id: 'slope',
  title: 'Wellbeing when people moved in and when they left',
  scoreName: 'Score',
  pairs: 40,
  entry: { label: 'Moved in', mean: 41.54, interval: [38.81, 44.29], quartiles: [37, 46] },
  end: { label: 'Left', mean: 54.41, interval: [51.13, 57.66], quartiles: [47, 62] },
  difference: { mean: 12.87, interval: [9.63, 16.11] },
  thirds: [
    { label: 'Lowest third at the start', entry: 32.6, end: 52.1 },
    { label: 'Middle third', entry: 42, end: 51.1 },
    { label: 'Highest third', entry: 50.1, end: 59.7 },
  ],
  norm: { value: 49.9, label: 'Adults in England', detail: '2016 survey' },
};

const weekly = (
  label: string,
  median: number | null,
  lastDay: number,
  steps: readonly (readonly [day: number, share: number, interval: readonly [number, number]])[],
  remaining: readonly (readonly [day: number, count: number | null])[],
): WaitingGroup => ({
  label,
  median,
  lastDay,
  steps: steps.map(([day, share, interval]) => ({ day, share, interval })),
  remainingOn: (day) => remaining.find(([at]) => at === day)?.[1] ?? null,
});

export const waitingExample: WaitingCurveProps = {
  id: 'waiting',
  title: 'How long people waited for a first meeting',
  who: 'people referred',
  latest: weekly(
    'Oct 2025 to Sep 2026',
    23,
    49,
    [
      [0, 1, [1, 1]],
      [7, 0.8447, [0.7518, 0.9049]],
      [14, 0.6771, [0.5697, 0.7632]],
      [21, 0.5417, [0.433, 0.6382]],
      [28, 0.3611, [0.2628, 0.46]],
      [35, 0.234, [0.1517, 0.3267]],
      [42, 0.1231, [0.0639, 0.203]],
      [49, 0.0616, [0.023, 0.1274]],
    ],
    [
      [0, 90],
      [14, 60],
      [28, 35],
      [42, 10],
      [56, null],
      [70, null],
      [84, null],
      [98, null],
      [112, null],
      [126, null],
    ],
  ),
  before: weekly(
    'Oct 2024 to Sep 2025',
    30,
    90,
    [
      [0, 1, [1, 1]],
      [7, 0.9211, [0.8327, 0.9637]],
      [14, 0.787, [0.676, 0.8637]],
      [21, 0.6644, [0.5448, 0.7593]],
      [28, 0.5259, [0.4061, 0.6324]],
      [35, 0.4429, [0.3273, 0.5522]],
      [42, 0.3322, [0.2274, 0.4404]],
      [49, 0.2353, [0.1455, 0.3375]],
      [56, 0.2206, [0.1335, 0.3216]],
      [63, 0.1912, [0.11, 0.2893]],
      [70, 0.1471, [0.0765, 0.2394]],
      [77, 0.1324, [0.0659, 0.2223]],
      [84, 0.0965, [0.0401, 0.1827]],
    ],
    [
      [0, 75],
      [14, 60],
      [28, 40],
      [42, 25],
      [56, 15],
      [70, 10],
      [84, 5],
      [98, null],
      [112, null],
      [126, null],
    ],
  ),
  promise: { day: 28, label: 'Our promise: 28 days' },
};

export const seriesExample: SeriesChartProps = {
  id: 'series',
  title: 'Nights residents spent in psychiatric hospital each month',
  axisTitle: 'Nights in psychiatric hospital each month, everyone living here',
  minimum: 0,
  points: [
    { label: 'Oct 2024', value: 44, movingRange: null, rule: null, signal: null },
    { label: 'Nov 2024', value: 39, movingRange: 5, rule: null, signal: null },
    { label: 'Dec 2024', value: 47, movingRange: 8, rule: null, signal: null },
    { label: 'Jan 2025', value: 78, movingRange: 31, rule: 'outside a limit', signal: 'concern', reason: 'Hub shut after the flood' },
    { label: 'Feb 2025', value: 43, movingRange: 35, rule: null, signal: null },
    { label: 'Mar 2025', value: 38, movingRange: 5, rule: null, signal: null },
    { label: 'Apr 2025', value: 46, movingRange: 8, rule: null, signal: null },
    { label: 'May 2025', value: 41, movingRange: 5, rule: null, signal: null },
    { label: 'Jun 2025', value: 49, movingRange: 8, rule: null, signal: null },
    { label: 'Jul 2025', value: 43, movingRange: 6, rule: null, signal: null },
    { label: 'Aug 2025', value: 37, movingRange: 6, rule: null, signal: null },
    { label: 'Sep 2025', value: 45, movingRange: 8, rule: null, signal: null },
    { label: 'Oct 2025', value: 38, movingRange: null, rule: null, signal: null },
    { label: 'Nov 2025', value: 31, movingRange: 7, rule: null, signal: null },
    { label: 'Dec 2025', value: 24, movingRange: 7, rule: null, signal: null },
    { label: 'Jan 2026', value: 29, movingRange: 5, rule: null, signal: null },
    { label: 'Feb 2026', value: 22, movingRange: 7, rule: null, signal: null },
    { label: 'Mar 2026', value: 33, movingRange: 11, rule: null, signal: null },
    { label: 'Apr 2026', value: 26, movingRange: 7, rule: null, signal: null },
    { label: 'May 2026', value: 19, movingRange: 7, rule: null, signal: null },
    { label: 'Jun 2026', value: 28, movingRange: 9, rule: null, signal: null },
    { label: 'Jul 2026', value: 24, movingRange: 4, rule: null, signal: null },
    { label: 'Aug 2026', value: 30, movingRange: 6, rule: null, signal: null },
    { label: 'Sep 2026', value: 21, movingRange: 9, rule: null, signal: null },
  ],
  sections: [
    { from: 0, to: 12, mean: 45.8333, median: 43.5, limits: { lower: 15.6061, upper: 76.0606 }, reason: null },
    { from: 12, to: 24, mean: 27.0833, median: 27, limits: { lower: 7.9797, upper: 46.187 }, reason: 'Evening visits and café link start' },
  ],
};

export const differencesExample: DifferencesProps = {
  caption: 'Wait for a first meeting, compared with everyone else',
  columns: { group: 'Group', people: 'Referred, 2 years', typical: 'Median wait', difference: 'Wait compared with everyone else, days' },
  scale: [-14, 21],
  worse: 'more',
  sections: [
    {
      title: 'Age',
      rows: [
        { group: '18 to 24', people: '30', typical: '27 days', difference: { value: 1, interval: [-7, 6] }, words: 'No clear difference' },
        { group: '25 to 39', people: '60', typical: '26 days', difference: { value: -1, interval: [-8, 5] }, words: 'No clear difference' },
        {
          group: '40 and over',
          people: '40',
          typical: '27 days',
          difference: { value: 0, interval: [-6, 7] },
          words: 'No clear difference',
        },
      ],
    },
    {
      title: 'Ethnicity',
      rows: [
        { group: 'Asian', people: '15', typical: '25 days', difference: { value: -1, interval: [-10, 9] }, words: 'No clear difference' },
        {
          group: 'Black',
          people: '30',
          typical: '35 days',
          difference: { value: 10, interval: [4, 18] },
          words: '10 days longer (4 to 18)',
        },
        {
          group: 'White',
          people: '70',
          typical: '25 days',
          difference: { value: -5, interval: [-10, -1] },
          words: '5 days shorter (1 to 10)',
        },
      ],
    },
    {
      title: 'Gender',
      rows: [
        {
          group: 'Non-binary people',
          people: 'under 5',
          typical: 'hidden',
          difference: null,
          words: 'Small number, hidden to protect people',
        },
        { group: 'Women', people: '45', typical: '29 days', difference: { value: 3, interval: [-2, 26] }, words: 'No clear difference' },
      ],
    },
  ],
};

export const flowExample: FlowProps = {
  id: 'flow',
  title: 'Where people went after they left, and a year later',
  columns: ['Since October 2023', '', 'Where they went', 'A year later'],
  root: {
    label: 'people moved in',
    count: 75,
    tone: 'start',
    children: [
      {
        label: 'have left',
        count: 50,
        tone: 'same',
        children: [
          {
            label: 'More independent',
            detail: '15 own home, 10 lower support',
            count: 25,
            tone: 'better',
            children: [
              { label: 'still settled', detail: 'of 20 who left over a year ago', count: 15, tone: 'better' },
              { label: 'came back or needed more', detail: 'part of the journey', count: 5, tone: 'worse' },
              { label: 'left under a year ago', detail: 'we will ask them', count: 5, tone: 'unknown' },
            ],
          },
          { label: 'Similar support', count: 10, tone: 'same' },
          { label: 'More support, hospital or custody', count: 10, tone: 'worse' },
          { label: 'Died, or not known', count: 5, tone: 'unknown' },
        ],
      },
      { label: 'live here now', count: 25, tone: 'here' },
    ],
  },
};

/** Seven quarters, of which the first is a small number and hidden. */
export const quartersExample: QuartersProps = {
  id: 'quarters',
  title: 'People who had their first early help, by quarter',
  axisTitle: 'People who had their first early help',
  quarters: [
    { label: 'Jan to Mar 2025', value: null },
    { label: 'Apr to Jun 2025', value: 15 },
    { label: 'Jul to Sep 2025', value: 35 },
    { label: 'Oct to Dec 2025', value: 30 },
    { label: 'Jan to Mar 2026', value: 45 },
    { label: 'Apr to Jun 2026', value: 55 },
    { label: 'Jul to Sep 2026', value: 60 },
  ],
  absent: 'hidden',
};

/** Days with how sure we are of them; in the last quarter too few have been seen to know the longest. */
export const quarterlyWaitExample: QuartersProps = {
  id: 'quarterly-wait',
  title: 'Days until half of people were seen, by quarter',
  axisTitle: 'Days until half were seen',
  quarters: [
    { label: 'Oct to Dec 2025', value: 31, interval: [24, 40] },
    { label: 'Jan to Mar 2026', value: 26, interval: [21, 33] },
    { label: 'Apr to Jun 2026', value: 19, interval: [15, 24] },
    { label: 'Jul to Sep 2026', value: 17, interval: [12, null] },
  ],
  absent: 'too few',
};
