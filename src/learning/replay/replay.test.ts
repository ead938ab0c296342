// A replay against a second way of counting that shares none of its code: every person by hand, every group again, every small number hidden.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suggest, withKnownArea } from '../../journey/triage/suggest.ts';
import { readPlace } from '../../place/setting-up/read-place.ts';
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import { rulesInForce } from '../../platform/blueprint/in-force.ts';
import { evaluate, firedRows } from '../../platform/decisions/evaluate.ts';
import type { Rule } from '../../platform/decisions/table.ts';
import { proportion } from '../outcomes/proportion.ts';
import { decidedByBoth, pastFacts } from './actions.ts';
import { ReplayCount } from './counting.ts';
import { ageBand, groupsOf } from './groups.ts';
import { type ChangeKind, dimensions, type Outcome, type Replayed } from './model.ts';
import { changeOf, outcomeOf } from './outcome.ts';
import { ReachCount } from './reach.ts';
import type { PastReferral } from './store.ts';
import { finding, standingOut } from './wording.ts';

const { place } = readPlace(['somerset-open-door', 'chorley-hub']);
const today = '2026-11-20';
const rulesOf = (service: string, purpose: ServiceRules['purpose']): ServiceRules => {
  const found = rulesInForce(place.rules, { service, purpose }, today);
  assert.ok(found);
  return found;
};
const before = rulesOf('spa', 'suggestion');
const workSooner: Rule = {
  id: 'work-sooner',
  sentence: 'Someone who wants work is rung within 72 hours.',
  cells: { wants: 'list contains(?, "work")' },
  outputs: { offer: 'early-help', team: 'early-help-team', response: 'H72' },
  reason: 'You asked for help with work.',
  reasonCode: 'WORK_SOONER',
  changes: 'Tell us more.',
};
const after: ServiceRules = { ...before, table: { ...before.table, version: 2, rules: [workSooner, ...before.table.rules] } };

const wants = ['talk', 'practical', 'housing', 'money', 'work', 'sleep', 'relationships', 'peer', 'skills', 'not_sure'];
const answer = (question: string, codes: string[]) => ({ question, status: 'answered', words: '', codes });
const past: fc.Arbitrary<PastReferral> = fc
  .record({
    safe: fc.constantFrom('yes', 'no', 'not_sure', undefined),
    wants: fc.subarray(wants),
    coming: fc.subarray(['anxious_about_coming', 'leaving_home_hard']),
    born: fc.constantFrom('1990-05-05', '2011-01-01', '1950', null),
    ethnic: fc.constantFrom('A', 'N', 'Z', null),
    gender: fc.constantFrom('1', '2', '3', null),
    area: fc.constantFrom('Bridgwater', 'mendip', '', 'elsewhere'),
  })
  .map(
    ({ safe, wants: chosen, coming, born, ethnic, gender, area }): PastReferral => ({
      id: 'r',
      number: 1,
      personId: 'p',
      name: 'Somebody',
      received: '2026-03-02',
      door: 'self',
      kind: 'self',
      urgencyAsked: null,
      born,
      area,
      postcode: null,
      noFixedAbode: false,
      interpreter: null,
      ethnicCategory: ethnic,
      genderIdentity: gender,
      answers: [
        ...(safe ? [answer('safe_now', [safe])] : []),
        ...(chosen.length > 0 ? [answer('wants', chosen)] : []),
        ...(coming.length > 0 ? [answer('coming', coming)] : []),
      ],
    }),
  );

test('H10: a replay decides each past referral as triage would have, row by row, under either version', () => {
  fc.assert(
    fc.property(past, (one) => {
      for (const rules of [before, after]) {
        const there = { ...place, rules: [rules] };
        const facts = pastFacts(place, rules, one);
        const suggestion = suggest(there, 'spa', facts, today, false);
        const outcome = outcomeOf(there, rules, firedRows(rules.table, facts));
        assert.equal(outcome.label, suggestion.responseWords);
        const offers = [...new Set(suggestion.steps.map(({ serviceCode, teamCode }) => `${serviceCode} ${teamCode}`))].toSorted();
        assert.deepEqual(outcome.key.split('\n').slice(1), offers);
      }
    }),
    { numRuns: 300 },
  );
});

test('a version is never different from itself; a row that only brings something sooner makes nobody later', () => {
  fc.assert(
    fc.property(past, (one) => {
      assert.equal(changeOf(decidedByBoth({ place, before, after: before }, one)), 'same');
      const change = changeOf(decidedByBoth({ place, before, after }, one));
      assert.notEqual(change, 'worse');
      if (!one.answers.some(({ question, codes }) => question === 'wants' && codes.includes('work'))) assert.equal(change, 'same');
    }),
    { numRuns: 300 },
  );
});

test('SOM-11, CHO-19, TWP-15: results and orders are compared by what they mean for somebody', () => {
  const intake = rulesOf('hub', 'eligibility');
  const comes = rulesOf('hub', 'priority');
  const of = (rules: ServiceRules, facts: Record<string, unknown>): Outcome =>
    outcomeOf(place, rules, firedRows(rules.table, withKnownArea(place, rules, facts)));
  const fits = of(intake, { lives_in_area: 'yes', from_mash: 'yes' });
  const asks = of(intake, { lives_in_area: 'yes' });
  const elsewhere = of(intake, { lives_in_area: 'no' });
  assert.deepEqual([fits.label, asks.label, elsewhere.label], ['It is for them', 'Ask first', 'Another offer']);
  assert.equal(changeOf({ before: elsewhere, after: fits }), 'better');
  assert.equal(changeOf({ before: fits, after: asks }), 'worse');
  const [first, second, last] = [{ safe_now: 'no', nowhere_tonight: 'yes' }, { nowhere_tonight: 'yes' }, {}].map((facts) =>
    of(comes, facts),
  );
  assert.deepEqual([first?.label, second?.label, last?.label], ['May not be safe', 'Without a home', 'By the day of asking']);
  assert.ok(first && second && last && first.rank < second.rank && second.rank < last.rank);
  assert.equal(outcomeOf(place, intake, undefined).label, 'No answer');
});

const outcome = (rank: number): Outcome => ({ key: String(rank), label: `Step ${rank}`, rank });
const people: fc.Arbitrary<Replayed[]> = fc.array(
  fc
    .record({
      before: fc.nat(2),
      after: fc.nat(2),
      ethnicity: fc.constantFrom('White', 'Black', 'Ethnic group not said'),
      age: fc.constantFrom('18 to 25', '26 to 39'),
      gender: fc.constantFrom('Men', 'Women', 'Gender not said'),
      area: fc.constantFrom('Mendip', 'No address known'),
    })
    .map(({ before: from, after: to, ...groups }) => ({ before: outcome(from), after: outcome(to), groups })),
  { maxLength: 120 },
);

const kindOf = ({ before: from, after: to }: Replayed): ChangeKind =>
  from.rank === to.rank ? 'same' : to.rank < from.rank ? 'better' : 'worse';
const nearFive = (shown: number | null, exact: number): void => {
  if (shown !== null) assert.ok(exact >= 5 && shown % 5 === 0 && Math.abs(shown - exact) <= 2, `${shown} for ${exact}`);
};

test('S13: what a replay prints is the count of each group, rounded, and never a number under 5', () => {
  fc.assert(
    fc.property(people, (all) => {
      const count = new ReplayCount();
      for (const one of all) count.add(one);
      const content = count.content();
      nearFive(content.people, all.length);
      nearFive(content.better, all.filter((one) => kindOf(one) === 'better').length);
      nearFive(content.worse, all.filter((one) => kindOf(one) === 'worse').length);
      for (const { dimension, rows } of content.groups) {
        assert.deepEqual(new Set(rows.map(({ group }) => group)), new Set(all.map(({ groups }) => groups[dimension])));
        for (const row of rows) {
          const mine = all.filter(({ groups }) => groups[dimension] === row.group);
          nearFive(row.people, mine.length);
          nearFive(row.better, mine.filter((one) => kindOf(one) === 'better').length);
          nearFive(row.worse, mine.filter((one) => kindOf(one) === 'worse').length);
          const changed = mine.filter((one) => kindOf(one) !== 'same').length;
          if (row.differently.kind === 'share') {
            const exact = proportion(changed, mine.length);
            assert.ok(exact);
            assert.ok(changed >= 5 && mine.length - changed >= 5);
            assert.ok(Math.abs(row.differently.percent - exact.share * 100) <= 1);
            assert.ok(Math.abs(row.differently.interval[0] - exact.interval[0] * 100) <= 1);
            assert.ok(Math.abs(row.differently.interval[1] - exact.interval[1] * 100) <= 1);
          }
          if (row.differently.kind === 'nearly all') assert.ok(changed < 5);
          if (row.gap) {
            const rest = all.filter(({ groups }) => groups[dimension] !== row.group);
            const theirs = rest.filter((one) => kindOf(one) !== 'same').length;
            assert.ok(Math.abs(row.gap.value - (changed / mine.length - theirs / rest.length) * 100) <= 0.51);
            assert.ok(row.gap.interval[0] <= row.gap.value && row.gap.value <= row.gap.interval[1]);
          }
        }
      }
      const { labels, cells } = content.matrix;
      for (const [from, row] of cells.entries())
        for (const [to, shown] of row.entries())
          nearFive(shown, all.filter((one) => one.before.label === labels[from] && one.after.label === labels[to]).length);
    }),
    { numRuns: 200 },
  );
});

const many = (count: number, of: Omit<Replayed, 'groups'>, groups: Replayed['groups']): Replayed[] =>
  Array.from({ length: count }, () => ({ ...of, groups }));

test('S9, MOS-23: a group that is treated differently more often than everybody else is named, with its interval', () => {
  const base = { ethnicity: 'White', age: '26 to 39', gender: 'Men', area: 'Mendip' };
  const later = { before: outcome(0), after: outcome(1) };
  const same = { before: outcome(0), after: outcome(0) };
  const count = new ReplayCount();
  for (const one of [
    ...many(40, later, { ...base, ethnicity: 'Black' }),
    ...many(60, same, { ...base, ethnicity: 'Black' }),
    ...many(10, later, base),
    ...many(190, same, base),
  ])
    count.add(one);
  const content = count.content();
  const black = content.groups.find(({ dimension }) => dimension === 'ethnicity')?.rows.find(({ group }) => group === 'Black');
  assert.deepEqual(black?.differently, { kind: 'share', percent: 40, interval: [31, 50] });
  // Newcombe’s method 10, worked out by hand from the Wilson intervals of 40 of 100 and 10 of 200.
  assert.deepEqual(black?.gap, { value: 35, interval: [25, 45] });
  assert.match(standingOut(content).join(' '), /Black: treated differently more often than everybody else, by 35 points \(25 to 45\)/);
  assert.equal(
    finding(content, { better: 'Sooner', worse: 'Later', other: 'Another offer' }),
    'Of about 300 people, 17% would be treated differently: 50 later.',
  );
});

test('S13: fewer than 5 who would be treated differently are said to be fewer than 5, whether none or four', () => {
  const base = { ethnicity: 'White', age: '26 to 39', gender: 'Men', area: 'Mendip' };
  const said = [0, 1, 4].map((changed) => {
    const count = new ReplayCount();
    for (const one of [
      ...many(changed, { before: outcome(0), after: outcome(1) }, base),
      ...many(100 - changed, { before: outcome(0), after: outcome(0) }, base),
    ])
      count.add(one);
    return finding(count.content(), { better: 'Sooner', worse: 'Later', other: 'Another offer' });
  });
  assert.deepEqual(new Set(said), new Set(['Of about 100 people, fewer than 5 would be treated differently.']));
});

test('TWP-16: reach counts both sides at each step, each holding those of the step before, and hides both where one is small', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ first: fc.boolean(), offered: fc.boolean(), started: fc.boolean(), ended: fc.boolean() }), { maxLength: 80 }),
      (all) => {
        const count = new ReachCount();
        for (const one of all) count.add(one);
        const { stages } = count.content();
        for (const { stage, first, others } of stages) {
          const there = all.filter(
            (one) =>
              stage === 'asked' ||
              (stage === 'offered' && (one.offered || one.started || one.ended)) ||
              (stage === 'started' && (one.started || one.ended)) ||
              (stage === 'ended' && one.ended),
          );
          const mine = there.filter((one) => one.first).length;
          nearFive(first.people, mine);
          nearFive(others.people, there.length - mine);
          assert.equal(first.people === null, others.people === null);
          if (first.people === null)
            assert.deepEqual(
              [first.ofStage, others.ofStage, first.ofGroup, others.ofGroup].map(({ kind }) => kind),
              Array(4).fill('hidden'),
            );
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('whether somebody lives in the area is told from where they live, unless they were asked', () => {
  const early = rulesOf('early-help', 'eligibility');
  const lives = (facts: Record<string, unknown>) => withKnownArea(place, early, facts).lives_in_area;
  assert.deepEqual([{ area: 'Mendip' }, { area: 'elsewhere' }, { area: 'the bench' }, {}].map(lives), ['yes', 'no', undefined, undefined]);
  assert.equal(lives({ area: 'Mendip', lives_in_area: 'not_sure' }), 'not_sure');
});

test('groups are wide, and what was not said is a group of its own', () => {
  assert.deepEqual([17, 18, 25, 26, 39, 40, 64, 65, 99].map(ageBand), [
    'Under 18',
    '18 to 25',
    '18 to 25',
    '26 to 39',
    '26 to 39',
    '40 to 64',
    '40 to 64',
    '65 and over',
    '65 and over',
  ]);
  const nothing = { born: null, ethnicCategory: null, genderIdentity: null, area: 'the bench by the river', postcode: null };
  assert.deepEqual(groupsOf(nothing, '2026-01-01', ['Mendip']), {
    ethnicity: 'Ethnic group not said',
    age: 'Age not known',
    gender: 'Gender not said',
    area: 'No address known',
  });
  assert.equal(dimensions.length, 4);
});

test('H11: a version that fails for somebody shows as no answer, the worst there is, and never as a guess', () => {
  const failing: ServiceRules = {
    ...before,
    table: { ...before.table, hitPolicy: 'UNIQUE' },
  };
  fc.assert(
    fc.property(past, (one) => {
      const both = decidedByBoth({ place, before, after: failing }, one);
      const failed = evaluate(failing.table, pastFacts(place, failing, one)).problem !== undefined;
      assert.equal(both.after.label === 'No answer', failed);
      if (failed) assert.equal(changeOf(both), 'worse');
    }),
    { numRuns: 100 },
  );
});
