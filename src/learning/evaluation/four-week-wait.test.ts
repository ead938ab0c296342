import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClockEvents, type ClockReferral, fourWeekSpells, inScope } from './four-week-wait.ts';

const referral = (
  id: string,
  teamType: string,
  received: string,
  closed: string | null,
  changes: Partial<ClockReferral> = {},
): ClockReferral => ({
  id,
  teamType,
  received,
  closed,
  ageAtReferral: 30,
  discharged: null,
  rejected: null,
  hospitalSpell: false,
  reason: '01',
  urgent: false,
  ...changes,
});

const a = referral('A', 'A05', '2026-03-02', '2026-03-20');
const b = referral('B', 'A06', '2026-03-25', null);
const events: ClockEvents = {
  contacts: [{ referral: 'A', date: '2026-03-10', attendance: '5', mechanism: '01' }],
  outcomes: [{ date: '2026-03-27', scale: 'reqol-10' }],
  procedures: [
    { date: '2026-03-12', code: '1', sets: ['assessment'] },
    { date: '2026-03-24', code: '2', sets: ['psychosocial'] },
  ],
  plans: [{ agreed: true, created: '2026-03-31', updated: '2026-03-31' }],
};

test('formulas §4: one spell, stopped after 25 days', () => {
  const [spell, ...others] = fourWeekSpells([b, a], events, '2026-04-10');
  assert.equal(others.length, 0);
  assert.deepEqual(spell, {
    referrals: ['A', 'B'],
    start: '2026-03-02',
    end: null,
    ticks: { contact: '2026-03-10', baseline: '2026-03-27', assessment: '2026-03-12', 'plan or intervention': '2026-03-24' },
    stop: '2026-03-27',
    days: 25,
    state: 'within',
  });
});

test('formulas §4: a sixth day starts a new spell', () => {
  const spells = fourWeekSpells([a, { ...b, received: '2026-03-26' }], events, '2026-04-10');
  assert.deepEqual(
    spells.map(({ referrals, start }) => [referrals, start]),
    [
      [['A'], '2026-03-02'],
      [['B'], '2026-03-26'],
    ],
  );
});

test('formulas §4: without a baseline the clock has not stopped, 39 days on 10 April', () => {
  const [spell] = fourWeekSpells([a, b], { ...events, outcomes: [] }, '2026-04-10');
  assert.deepEqual([spell?.stop, spell?.days, spell?.state, spell?.ticks.baseline], [null, 39, 'waiting', null]);
  const [current] = fourWeekSpells([a, b], { ...events, outcomes: [{ date: '2026-03-27', scale: 'Current View' }] }, '2026-04-10');
  assert.equal(current?.stop, null);
});

test('formulas §4: what does not tick', () => {
  const stopWith = (changes: Partial<ClockEvents>) => fourWeekSpells([a, b], { ...events, ...changes }, '2026-04-10')[0]?.stop ?? null;
  const contact = events.contacts[0];
  assert.ok(contact);
  assert.equal(stopWith({ contacts: [{ ...contact, attendance: '3' }] }), null);
  assert.equal(stopWith({ contacts: [{ ...contact, mechanism: '05' }] }), null);
  assert.equal(stopWith({ contacts: [{ ...contact, referral: 'elsewhere' }] }), null);
  assert.equal(stopWith({ contacts: [{ ...contact, indirect: true }] }), null);
  assert.equal(stopWith({ procedures: [{ date: '2026-03-12', code: '11429006', sets: ['assessment'] }] }), null);
  const [first] = events.procedures;
  assert.equal(stopWith({ procedures: first ? [first] : [] }), '2026-03-31');
  assert.equal(
    stopWith({ procedures: first ? [first] : [], plans: [{ agreed: false, created: '2026-03-31', updated: '2026-03-31' }] }),
    null,
  );
  assert.equal(
    stopWith({ procedures: first ? [first] : [], plans: [{ agreed: true, created: '2025-11-02', updated: '2026-04-02' }] }),
    '2026-04-02',
  );
});

test('formulas §4: 28 days is within, 29 is over; a closed spell without a stop has ended', () => {
  const outcomeOn = (date: string) => fourWeekSpells([a, b], { ...events, outcomes: [{ date, scale: 'reqol-10' }] }, '2026-04-10')[0];
  assert.deepEqual([outcomeOn('2026-03-30')?.days, outcomeOn('2026-03-30')?.state], [28, 'within']);
  assert.deepEqual([outcomeOn('2026-03-31')?.days, outcomeOn('2026-03-31')?.state], [29, 'over']);
  const [closed] = fourWeekSpells([a], { ...events, outcomes: [] }, '2026-04-10');
  assert.deepEqual([closed?.end, closed?.state, closed?.days], ['2026-03-20', 'ended without a stop', 18]);
});

test('formulas §4: before April 2024 an assessment was not asked for, when the first contact was before it too', () => {
  const early = referral('E', 'A06', '2024-03-01', null);
  const earlyEvents: ClockEvents = {
    contacts: [{ referral: 'E', date: '2024-03-20', attendance: '6', mechanism: '11' }],
    outcomes: [{ date: '2024-03-22', scale: 'dialog-1' }],
    procedures: [],
    plans: [{ agreed: true, created: '2024-03-25', updated: '2024-03-25' }],
  };
  const [spell] = fourWeekSpells([early], earlyEvents, '2024-06-01');
  assert.equal(spell?.stop, '2024-03-25');
  assert.equal('assessment' in (spell?.ticks ?? {}), false);
  const late: ClockEvents = { ...earlyEvents, contacts: [{ referral: 'E', date: '2024-04-02', attendance: '6', mechanism: '11' }] };
  assert.equal(fourWeekSpells([early], late, '2024-06-01')[0]?.stop, null);
});

test('formulas §4: who the clock is for', () => {
  assert.ok(inScope(a, true) && inScope(a, null));
  assert.ok(inScope({ ...a, teamType: 'C03' }, null), 'the retired code is read as C10');
  for (const changes of [{ teamType: 'A18' }, { teamType: 'A21' }, { hospitalSpell: true }])
    assert.equal(inScope({ ...a, ...changes }, true), false);
  assert.equal(inScope(a, false), false);
  const young = { ...a, ageAtReferral: 15, teamType: 'A18' };
  assert.ok(inScope(young, null));
  assert.equal(inScope({ ...young, urgent: true }, null), false);
  assert.ok(inScope({ ...young, reason: '12' }, null));
  assert.equal(inScope({ ...young, teamType: 'A06', reason: '12' }, null), false);
  assert.equal(inScope({ ...young, teamType: 'A14', reason: '01' }, null), false);
  assert.equal(inScope({ ...young, teamType: 'A19' }, null), false);
});

test('formulas §4: under 18 there are three ticks, an indirect contact counts, an autism assessment is an intervention', () => {
  const young = { ...b, id: 'Y', ageAtReferral: 15, received: '2026-03-02', teamType: 'A06' };
  const [spell] = fourWeekSpells(
    [young],
    {
      contacts: [{ referral: 'Y', date: '2026-03-05', attendance: '', mechanism: '', indirect: true }],
      outcomes: [{ date: '2026-03-08', scale: 'goal-1' }],
      procedures: [
        { date: '2026-03-06', code: '3', sets: ['assessment'] },
        { date: '2026-03-18', code: '4', sets: ['assessment', 'autism assessment'] },
      ],
      plans: [],
    },
    '2026-04-10',
  );
  assert.deepEqual(Object.keys(spell?.ticks ?? {}), ['contact', 'baseline', 'plan or intervention']);
  assert.equal(spell?.stop, '2026-03-18');
});
