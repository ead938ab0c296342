import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../platform/clock.ts';
import { type CommunityReferral, communityRates, type DatedScore, pairOutcome, pairScores, reportingGroup } from './pairing.ts';

const period = { from: '2026-04-01', to: '2026-09-30' };
const direct = (date: string) => ({ date, attendance: '5', mechanism: '01' });

const referral = (changes: Partial<CommunityReferral> = {}): CommunityReferral => ({
  id: 'r1',
  ageAtReferral: 34,
  received: '2026-01-05',
  discharged: '2026-08-20',
  rejected: false,
  hospitalSpell: false,
  reason: '01',
  teamType: 'A06',
  contacts: [direct('2026-01-20'), direct('2026-02-10')],
  scores: [],
  ...changes,
});

const series = (scale: string, ...values: (number | null)[]): DatedScore[] =>
  values.map((value, index) => ({ id: `s${index}`, scale, value, at: new Date(`${addDays('2026-01-20', index * 40)}T10:00:00Z`) }));

const outcomeOf = (scale: string, ...values: (number | null)[]) => {
  const [pair] = pairScores(series(scale, ...values), period.to);
  return pair?.followUp ? { baseline: pair.baseline.value, ...pairOutcome(scale, pair.baseline.value, pair.followUp.value) } : null;
};

test('formulas §5: the eight cases', () => {
  const five = [1, 2, 3, 4, 5].map((day) => direct(`2026-02-0${day}`));
  assert.deepEqual(reportingGroup(referral({ contacts: five }), period), { group: 'closed' });
  assert.deepEqual(outcomeOf('reqol-10', 18, 22, 26), { baseline: 18, change: 8, outcome: 'improvement', reliableRecovery: true });
  assert.deepEqual(outcomeOf('reqol-10', 21, 25), { baseline: 21, change: 4, outcome: 'no_change', reliableRecovery: false });
  assert.deepEqual(outcomeOf('reqol-10', 27, 33), { baseline: 27, change: 6, outcome: 'improvement', reliableRecovery: null });
  assert.deepEqual(outcomeOf('goal-1', 2, 4), { baseline: 2, change: 2, outcome: 'no_change', reliableRecovery: null });
  assert.deepEqual(outcomeOf('dialog-3', 3, 4), { baseline: 3, change: 1, outcome: 'improvement', reliableRecovery: null });
  assert.deepEqual(outcomeOf('dialog-5', null, 5, 3), { baseline: 5, change: -2, outcome: 'deterioration', reliableRecovery: null });
  const open = reportingGroup(referral({ discharged: null, received: addDays(period.to, -120) }), period);
  assert.equal(open.group, null);
  const one = reportingGroup(referral({ contacts: [direct('2026-02-01')] }), period);
  assert.deepEqual(one, { group: null, why: 'Fewer than 2 direct contacts.' });
});

test('formulas §5: open counts from the 180th day', () => {
  assert.deepEqual(reportingGroup(referral({ discharged: null, received: addDays(period.to, -180) }), period), { group: 'open' });
  const early = reportingGroup(referral({ discharged: null, received: addDays(period.to, -179) }), period);
  assert.equal(early.group, null);
});

test('formulas §5: every exclusion says why', () => {
  const cases: Partial<CommunityReferral>[] = [
    { ageAtReferral: 17 },
    { rejected: true },
    { hospitalSpell: true },
    { reason: '08' },
    { teamType: 'A18' },
    { received: '2019-03-31' },
    { received: '2026-10-01' },
    { discharged: '2026-03-31' },
    { contacts: [direct('2026-02-01'), { date: '2026-02-02', attendance: '5', mechanism: '05' }] },
    { contacts: [direct('2026-02-01'), { date: '2026-02-02', attendance: '3', mechanism: '01' }] },
    { contacts: [direct('2026-02-01'), direct('2026-10-02')] },
  ];
  const whys = cases.map((changes) => {
    const result = reportingGroup(referral(changes), period);
    assert.equal(result.group, null, JSON.stringify(changes));
    return 'why' in result ? result.why : '';
  });
  assert.ok(whys.every((why) => why.endsWith('.')));
});

test('formulas §1: two results on one day, the later counts; at the same time, the higher id; one day is not a pair', () => {
  const at = (time: string) => new Date(`2026-05-01T${time}Z`);
  const day: DatedScore[] = [
    { id: 'a', scale: 'goal-1', value: 1, at: at('08:00:00') },
    { id: 'c', scale: 'goal-1', value: 3, at: at('09:00:00') },
    { id: 'b', scale: 'goal-1', value: 2, at: at('09:00:00') },
  ];
  const [pair] = pairScores(day, period.to);
  assert.equal(pair?.baseline.value, 3);
  assert.equal(pair?.followUp, null);
  const [later] = pairScores([...day, { id: 'd', scale: 'goal-1', value: 9, at: new Date('2026-10-05T09:00:00Z') }], period.to);
  assert.equal(later?.followUp, null, 'nothing after the period counts');
});

test('formulas §5: rates are over paired, and over all eligible; experience items are never change-scored', () => {
  const pairs = [series('reqol-10', 18, 26), series('reqol-10', 27, 33), series('reqol-10', 30, 25), series('reqol-10', 12)].map(
    (scores) => pairScores(scores, period.to)[0],
  );
  const rates = communityRates('reqol-10', [...pairs, undefined]);
  assert.deepEqual(
    { ...rates, changes: [...rates.changes] },
    {
      eligible: 5,
      baseline: 4,
      paired: 3,
      improvement: 2,
      noChange: 0,
      deterioration: 1,
      reliableRecovery: { count: 1, of: 1 },
      changes: [8, 6, -5],
    },
  );
  assert.equal(pairOutcome('dialog-9', 3, 7), null);
});
