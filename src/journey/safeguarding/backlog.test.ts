import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ageGroup, ageNotKnown, ages, backlogOf, finding } from './backlog.ts';
import { type Concern, concernStates } from './model.ts';

const now = new Date('2026-11-20T08:15:00Z');
const one = (more: Partial<Concern>): Concern => ({
  id: 'a',
  personId: 'p',
  name: 'Leo',
  born: '2023-02-11',
  state: 'acknowledged',
  route: 'child',
  concerns: [],
  about: '',
  level: 'L3',
  raisedAt: now,
  raisedBy: null,
  raisedById: null,
  decideBy: now,
  sentAt: now,
  receiptBy: null,
  firstDecisionBy: null,
  initialDecision: null,
  initialDecidedAt: null,
  finalBy: null,
  hubReferralId: null,
  hubOwner: null,
  hubAcceptBy: null,
  hubAccepted: false,
  version: 1,
  ...more,
});

describe('the backlog of safeguarding', () => {
  test('CHO-17: ages are as of today, birthdays counted; what is not known is said, and never guessed', () => {
    const groups: readonly (readonly [string | null, string])[] = [
      ['2021-11-21', 'Under 5'],
      ['2021-11-20', '5 to 10'],
      ['2010-11-21', '11 to 15'],
      ['2010-11-20', '16 and 17'],
      ['2008-11-20', '18 to 25'],
      ['2000-11-20', '26 to 64'],
      ['1961-11-21', '26 to 64'],
      ['1961-11-20', '65 and over'],
      ['2003', '18 to 25'],
      ['2008', ageNotKnown],
      ['2008-11', ageNotKnown],
      ['2008-12', '16 and 17'],
      [null, ageNotKnown],
    ];
    for (const [born, group] of groups) assert.equal(ageGroup(born, now), group, born ?? 'nobody knows');
  });

  test('CHO-17: each that waits there stands in one group, late ones among them, and the table adds up to the sentence', () => {
    const instant = fc.integer({ min: -20, max: 20 }).map((hours) => new Date(now.getTime() + hours * 3_600_000));
    const concern = fc.record({
      state: fc.constantFrom(...concernStates),
      born: fc.constantFrom('2023-02-11', '2014-06-30', '2009', '1985-01-01', '1940', null),
      sentAt: instant,
      firstDecisionBy: fc.option(instant),
      finalBy: fc.option(instant),
    });
    fc.assert(
      fc.property(fc.array(concern, { maxLength: 12 }), (drawn) => {
        const concerns = drawn.map((row, at) => one({ ...row, id: `${at}` }));
        const backlog = backlogOf(concerns, undefined, now);
        const there = concerns.filter(({ state }) => ['sent', 'acknowledged', 'initial_decision', 'screening'].includes(state));
        const isLate = ({ state, firstDecisionBy, finalBy }: Concern): boolean => {
          const due = state === 'sent' || state === 'acknowledged' ? firstDecisionBy : finalBy;
          return due !== null && due < now;
        };
        assert.deepEqual(
          backlog.byAge.map(({ age }) => age),
          [...ages.map(({ name }) => name), ageNotKnown],
        );
        for (const { age, waiting, late } of backlog.byAge) {
          const those = there.filter(({ born }) => ageGroup(born, now) === age);
          assert.deepEqual([waiting, late], [those.length, those.filter(isLate).length], age);
        }
        assert.equal(backlog.withHub.length, there.length);
        assert.deepEqual(
          backlog.withHub.map(({ sentAt }) => sentAt?.getTime()),
          there.map(({ sentAt }) => sentAt?.getTime()).sort((a = 0, b = 0) => a - b),
          'the longest first',
        );
        assert.match(finding(backlog), there.length === 0 ? /^Nothing of your teams waits/ : new RegExp(`^${there.length} waits?`));
      }),
      { numRuns: 200 },
    );
  });
});
