// From invented records to what a commissioner can read: nothing small, nothing that can be worked out, and one number everywhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderDocument } from '../../design/layout/document.tsx';
import { addDays } from '../../platform/clock.ts';
import { differenceOf } from '../evaluation/difference.ts';
import type { Ended, Journey, Records, ReportContent, Served, ShownShare } from './model.ts';
import { ReportPage } from './pages/report-page.tsx';
import { twelveMonths, yearBefore } from './period.ts';
import { decidedInTime, promiseKept, rightFirstTime } from './promises.ts';
import { everyone, jointCounts, protectedSeries } from './protect.ts';
import { areaOf, ethnicityOf } from './records.ts';
import { releasesOf } from './release.ts';
import { waitsOf } from './waits.ts';

const period = twelveMonths('2026-11-20');
const place = {
  name: 'Willow Minds',
  blueprints: 'Willow 1',
  services: ['Talking', 'Outreach', 'Groups'].map((name) => ({ code: name.toLowerCase(), name })),
};

const someone = {
  service: fc.constantFrom('talking', 'talking', 'talking', 'outreach', 'outreach', 'groups'),
  door: fc.constantFrom('Self-referral', 'Self-referral', 'Professional', 'Walk-in'),
  ethnicity: fc.constantFrom('White', 'White', 'White', 'Black', 'Asian', 'Ethnic group not said'),
  area: fc.constantFrom('Bridgwater', 'Bridgwater', 'Mendip', 'Postcode TA1'),
};

const anyLife = fc.record({
  ...someone,
  asked: fc.integer({ min: 0, max: 729 }),
  wait: fc.option(fc.integer({ min: 1, max: 80 }), { freq: 8 }),
  leaves: fc.boolean(),
  first: fc.integer({ min: 8, max: 36 }),
  change: fc.integer({ min: -16, max: 6 }),
  scored: fc.constantFrom(2, 2, 2, 1, 0),
});

function recordsOf(lives: readonly (typeof anyLife extends fc.Arbitrary<infer Life> ? Life : never)[]): Records {
  const journeys: Journey[] = [];
  const served: Served[] = [];
  const ended: Ended[] = [];
  lives.forEach(({ service, door, ethnicity, area, asked, wait, leaves, first, change, scored }, index) => {
    const received = addDays(yearBefore(period).from, asked);
    const about = { person: `p${index}`, service, door, ethnicity, area };
    const met = wait === null ? null : addDays(received, wait);
    const firstContact = met !== null && met <= period.to ? met : null;
    journeys.push({
      ...about,
      received,
      decideBy: new Date(`${addDays(received, 2)}T17:00:00Z`),
      decidedAt: new Date(`${addDays(received, asked % 4)}T12:00:00Z`),
      respondBy: addDays(received, 28),
      firstContact,
      left: firstContact === null && leaves && addDays(received, 9) <= period.to ? addDays(received, 9) : null,
      firstOffer: asked % 7 === 0 ? 'returned' : 'accepted',
      rerouted: asked % 11 === 0,
      gapGroup: asked % 5 === 0 ? 'G2' : null,
    });
    if (firstContact === null) return;
    served.push({ ...about, on: firstContact });
    const on = addDays(firstContact, 90);
    if (on > period.to) return;
    const at = (day: number) => new Date(`${addDays(firstContact, day)}T12:00:00Z`);
    const scores = [
      { id: 'a', instrument: 'core-10', version: '1 en', value: first, at: at(0) },
      { id: 'b', instrument: 'core-10', version: '1 en', value: Math.max(0, Math.min(40, first + change)), at: at(80) },
    ];
    ended.push({ ...about, on, scores: scores.slice(0, scored) });
  });
  return { journeys, served, ended };
}

const shell = { place: 'Willow', service: { name: 'One Door', home: '/home' }, navigation: [] };
const pageOf = (content: ReportContent): string =>
  renderDocument(
    <ReportPage
      shell={shell}
      forPaper={false}
      release={{
        id: 'r',
        serviceCode: null,
        title: content.title,
        from: content.period.from,
        to: content.period.to,
        madeAt: new Date('2026-11-20T08:15:00Z'),
        madeBy: 'Dev',
        content,
      }}
    />,
  );

/** Every value under a name, anywhere in what is kept. */
function* valuesOf(name: string, inside: unknown): Generator<unknown> {
  if (Array.isArray(inside)) for (const one of inside) yield* valuesOf(name, one);
  else if (typeof inside === 'object' && inside !== null)
    for (const [key, value] of Object.entries(inside)) {
      if (key === name) yield value;
      yield* valuesOf(name, value);
    }
}

const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('S13, TWP-3: no count under 5 is kept, printed or in the file, and no share of fewer than 5 people', () => {
  fc.assert(
    fc.property(fc.array(anyLife, { minLength: 0, maxLength: 160 }), (lives) => {
      const made = releasesOf(recordsOf(lives), place, period);
      assert.equal(made.at(-1)?.serviceCode, null);
      for (const { content } of made) {
        for (const name of ['people', 'met'])
          for (const value of valuesOf(name, { ...content, file: [] }))
            assert.ok(value === null || (typeof value === 'number' && value >= 5 && value % 5 === 0), `${name} ${value}`);
        for (const row of content.file) {
          assert.ok(row.people === '' || row.people === '*' || (Number(row.people) >= 5 && Number(row.people) % 5 === 0), row.people);
          if (row.unit === 'people') assert.equal(row.value, row.people);
        }
        const text = plain(pageOf(content));
        assert.doesNotMatch(text, /\bp\d+\b/);
        for (const cells of valuesOf('cells', content))
          assert.ok(Array.isArray(cells) && cells.every((cell) => cell === null || (cell >= 5 && cell % 5 === 0)), String(cells));
        for (const [, people] of text.matchAll(/About (\d+) (?:people|did)/g)) assert.equal(Number(people) % 5, 0);
      }
    }),
    { numRuns: 40 },
  );
});

test('S13: laid beside each other, the reports of the place and of its services give no small number away', () => {
  const anyRows = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(anyRows, (rows) => {
      const joint = jointCounts(new Map(rows.map((row, index) => [`s${index}`, row])));
      for (const column of [0, 1]) {
        const exact = rows.map((row) => row[column] ?? 0);
        const shown = rows.map((_, index) => joint.count(`s${index}`, column));
        for (const [index, count] of exact.entries()) {
          if (count < 5) assert.equal(shown[index], null);
          const share = joint.share(`s${index}`, column);
          const of = (rows[index]?.[0] ?? 0) + (rows[index]?.[1] ?? 0);
          if (share.kind === 'share') assert.ok(count >= 5 && of - count >= 5);
          if (share.kind === 'nearly all') assert.ok(of - count < 5 && share.over < (100 * count) / of);
        }
        // Where the column's total is printed, the printed cells never leave a single one to be worked out.
        const hidden = exact.filter((_, index) => shown[index] === null);
        if (joint.count(everyone, column) !== null && hidden.length > 0) assert.notEqual(hidden.length, 1, `${exact} ${shown}`);
      }
    }),
    { numRuns: 300 },
  );
});

test('S13: each step that a ruler finds on a waiting curve is at least 5 people, in the drawing too', () => {
  fc.assert(
    fc.property(fc.array(anyLife, { minLength: 20, maxLength: 140 }), (lives) => {
      const records = recordsOf(lives);
      const waits = waitsOf(records.journeys, period.to);
      const series = protectedSeries('Now', waits);
      fc.pre(series !== null);
      const events = (day: number): number => waits.filter((wait) => wait.outcome === 'event' && wait.days <= day).length;
      for (const [index, { day }] of series.steps.entries()) {
        if (index > 0) assert.ok(events(day) - events(series.steps[index - 1]?.day ?? 0) >= 5);
        assert.ok(day % 7 === 0 || day === series.median);
      }
      // The picture is drawn from what is kept: as many levels as steps, never more.
      const [release] = releasesOf(records, place, period).slice(-1);
      assert.ok(release);
      const drawn = release.content.sections.flatMap(({ pictures }) => pictures).find((picture) => picture.kind === 'waiting');
      const html = pageOf(release.content);
      const curve = /<path class="od-chart__curve" d="([^"]+)"/.exec(html)?.[1] ?? '';
      const levels = new Set([...curve.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => y));
      if (drawn?.kind === 'waiting') assert.ok(levels.size <= new Set(drawn.latest.steps.map(({ share }) => share)).size, curve);
    }),
    { numRuns: 40 },
  );
});

test('MOS-23: each group stands beside everyone else with its interval, its promise and its change', () => {
  const lives = fc.sample(anyLife, { numRuns: 400, seed: 7 });
  const content = releasesOf(recordsOf(lives), place, period).at(-1)?.content;
  assert.ok(content);
  const fairness = content.sections.find(({ id }) => id === 'fairness');
  const gaps = fairness?.pictures.find((picture) => picture.kind === 'gaps');
  const reach = fairness?.pictures.find((picture) => picture.kind === 'groups');
  assert.ok(gaps?.kind === 'gaps' && reach?.kind === 'groups');
  assert.deepEqual(
    gaps.sections.map(({ title }) => title),
    ['Ethnic group', 'Area', 'Door'],
  );
  const black = gaps.sections[0]?.rows.find(({ group }) => group === 'Black');
  assert.ok(black?.gap && black.gap.interval[0] <= black.gap.value && black.gap.value <= black.gap.interval[1]);
  assert.ok(reach.sections[0]?.rows.every(({ change }) => change !== null));
});

test('PT-10: the share with both scores is said first, then the change with its paired interval, the effect size by name and the norm', () => {
  const lives = fc.sample(anyLife, { numRuns: 400, seed: 11 });
  const content = releasesOf(recordsOf(lives), place, period).at(-1)?.content;
  const change = content?.sections.find(({ id }) => id === 'change');
  assert.match(
    change?.finding ?? '',
    /^\d+% of people who left have both scores\. On average, distress fell [\d.]+ points, likely between [\d.]+ and [\d.]+\.$/,
  );
  assert.match(
    change?.line ?? '',
    /CORE-10, lower is better\. Effect size [\d.]+ \(mean change over the average spread, Hedges’ correction\)\./,
  );
  assert.match(change?.line ?? '', /the general population/);
});

test('the headline, the figures, the findings, the pictures and the file say the same numbers', () => {
  const lives = fc.sample(anyLife, { numRuns: 400, seed: 3 });
  const content = releasesOf(recordsOf(lives), place, period).at(-1)?.content;
  assert.ok(content);
  const html = plain(pageOf(content));
  const median = content.file.find(({ measure }) => measure.startsWith('Days by which half'))?.value;
  assert.ok(content.figures[0]?.value === `${median} days` && html.includes(`within ${median} days`));
  const kept = content.file.find(({ measure }) => measure === 'A first meeting by the day we promised');
  assert.ok(content.figures[1]?.value === `${kept?.value}%` && html.includes(`${kept?.value} of every 100 people were met`));
  const points = content.file.find(({ measure }) => measure.endsWith('mean change'))?.value ?? '';
  assert.equal(content.figures[2]?.value.replace('−', '-'), points);
  assert.ok(html.includes(`fell ${points.replace('-', '')} points`));
});

const journey: Journey = {
  person: 'p',
  service: 'talking',
  door: 'Phone',
  ethnicity: 'White',
  area: 'Mendip',
  received: '2026-01-05',
  decideBy: new Date('2026-01-07T17:00:00Z'),
  decidedAt: new Date('2026-01-06T10:00:00Z'),
  respondBy: '2026-02-02',
  firstContact: '2026-01-20',
  left: null,
  firstOffer: 'accepted',
  rerouted: false,
  gapGroup: null,
};

test('SOM-10: right first time is known after 28 days, and is not when the offer came back or the way changed', () => {
  assert.equal(rightFirstTime(journey, '2026-02-02'), null);
  assert.equal(rightFirstTime(journey, '2026-02-03'), true);
  assert.equal(rightFirstTime({ ...journey, rerouted: true }, '2026-03-01'), false);
  assert.equal(rightFirstTime({ ...journey, firstOffer: 'returned' }, '2026-03-01'), false);
  assert.equal(rightFirstTime({ ...journey, decidedAt: null }, '2026-03-01'), null);
});

test('a promise counts when its day has come: kept on the day, broken after it, and none to somebody who left before', () => {
  assert.equal(promiseKept({ ...journey, firstContact: '2026-02-02' }, '2026-03-01'), true);
  assert.equal(promiseKept({ ...journey, firstContact: '2026-02-03' }, '2026-03-01'), false);
  assert.equal(promiseKept({ ...journey, firstContact: null }, '2026-02-01'), null);
  assert.equal(promiseKept({ ...journey, firstContact: null }, '2026-02-02'), false);
  assert.equal(promiseKept({ ...journey, firstContact: null, left: '2026-01-30' }, '2026-03-01'), null);
  assert.equal(decidedInTime({ ...journey, decidedAt: new Date('2026-01-07T17:00:01Z') }, '2026-03-01'), false);
});

test('the difference of two shares is Newcombe’s method 10 (his example: 56 of 70 and 48 of 80)', () => {
  const side = (value: number, lower: number, upper: number) => ({ value, interval: [lower, upper] as const });
  const { value, interval } = differenceOf(side(0.8, 0.6918, 0.877), side(0.6, 0.4904, 0.7004));
  assert.ok(Math.abs(value - 0.2) < 1e-9);
  assert.ok(Math.abs(interval[0] - 0.0524) < 5e-4 && Math.abs(interval[1] - 0.3339) < 5e-4, interval.join());
});

test('S13: groups are the national ones or wide areas; what somebody without a home wrote is never a group', () => {
  assert.equal(ethnicityOf('M'), 'Black');
  assert.equal(ethnicityOf('Z'), 'Ethnic group not said');
  assert.equal(ethnicityOf(null), 'Ethnic group not said');
  const known = ['Bridgwater', 'Mendip area'];
  assert.equal(areaOf('mendip', 'BA5 1AA', known), 'Mendip area');
  assert.equal(areaOf('behind the old cinema', 'TA1 1AA', known), 'Postcode TA1');
  assert.equal(areaOf('behind the old cinema', null, known), 'No address known');
});

const percents: readonly ShownShare['kind'][] = ['share', 'nearly all', 'hidden'];
test('a release is plain data: what is stored reads back the same', () => {
  const content = releasesOf(recordsOf(fc.sample(anyLife, { numRuns: 120, seed: 5 })), place, period).at(-1)?.content;
  assert.deepEqual(JSON.parse(JSON.stringify(content)), content);
  for (const kind of valuesOf(
    'kind',
    content?.sections.find(({ id }) => id === 'promises')?.pictures.flatMap((picture) => (picture.kind === 'shares' ? picture.rows : [])),
  ))
    assert.ok(percents.some((one) => one === kind));
});
