import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { demoBlueprints, readPlace } from '../../place/setting-up/read-place.ts';
import { countersignReasons } from './countersign.ts';
import { ageOn, factsOf, hasSafetyConcern } from './facts.ts';
import { timeLeft } from './presenting.ts';
import { alternatives, responsesOf, suggest, suggestionRules } from './suggest.ts';

const { place } = readPlace(demoBlueprints);
const today = '2026-11-20';
const order = responsesOf(place, suggestionRules(place, 'spa', today)).map((one) => one.code);

const answer = (question: string, codes: string[], status = 'answered', words = '') => ({ question, codes, status, words });
const anyAnswers = fc.record({
  safe: fc.constantFrom('yes', 'not_sure', 'no', 'declined', 'none'),
  about: fc.subarray(['feelings', 'sleep', 'eating', 'home', 'money', 'work', 'relationships', 'loss', 'substances', 'health', 'caring']),
  wants: fc.subarray(['talk', 'practical', 'housing', 'money', 'work', 'sleep', 'relationships', 'peer', 'skills', 'not_sure']),
  coming: fc.subarray(['anxious_about_coming', 'not_sure_i_want_to', 'leaving_home_hard', 'come_with_me', 'let_down_before']),
  unsafe: fc.subarray(['thoughts_of_ending_life', 'self_harm', 'unsafe_at_home', 'might_hurt_someone', 'nowhere_safe']),
  born: fc.constantFrom(null, '1990', '2012-05', '1974-05-04', '2010-11-21'),
  area: fc.constantFrom('', 'bridgwater', 'Mendip', 'elsewhere', 'somewhere else entirely'),
  urgency: fc.constantFrom(null, 'today', 'days', 'weeks', 'not_urgent'),
});
type Any = typeof anyAnswers extends fc.Arbitrary<infer T> ? T : never;

/** As the door keeps them: each choice of those two lists by its own name. */
const answersOf = (any: Any) => [
  ...(any.safe === 'none' ? [] : [any.safe === 'declined' ? answer('safe_now', [], 'declined') : answer('safe_now', [any.safe])]),
  answer('about', any.about, any.about.length ? 'answered' : 'declined'),
  answer('wants', any.wants, any.wants.length ? 'answered' : 'not_asked'),
  ...(any.coming.length ? any.coming.map((code) => answer(code, ['yes'])) : [answer('coming', [], 'declined')]),
  ...(any.unsafe.length ? any.unsafe.map((code) => answer(code, ['yes'])) : [answer('unsafe_because', [], 'not_asked')]),
];
const referralOf = (any: Any) => ({
  door: 'self',
  kind: 'self',
  born: any.born,
  area: any.area,
  noFixedAbode: false,
  interpreter: null,
  urgencyAsked: any.urgency,
});
const suggestionFor = (any: Any) =>
  suggest(place, 'spa', factsOf(referralOf(any), answersOf(any), today), today, hasSafetyConcern(answersOf(any)));

test('SOM-11, S5.1: whatever somebody answers or leaves out, the rules work and name at least one offer, its team and a time', () => {
  fc.assert(
    fc.property(anyAnswers, (any) => {
      const suggestion = suggestionFor(any);
      assert.equal(suggestion.failed, null);
      assert.ok(suggestion.steps.length >= 1 && suggestion.steps.length <= 3);
      for (const step of suggestion.steps) {
        assert.ok(place.services.some((service) => service.code === step.serviceCode));
        assert.ok(place.teams.some((team) => team.code === step.teamCode && team.services.includes(step.serviceCode)));
        assert.ok(order.includes(step.responseCode));
        assert.ok(step.reason.length > 0 && step.changes.length > 0);
      }
      const times = suggestion.steps.map((step) => order.indexOf(step.responseCode));
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
        'the most pressing comes first',
      );
    }),
    { numRuns: 400 },
  );
});

test('S1.3: one safety answer that says not safe brings the most pressing time, by name and never by a sum', () => {
  fc.assert(
    fc.property(anyAnswers, (any) => {
      const suggestion = suggestionFor({ ...any, safe: 'no' });
      assert.equal(suggestion.responseCode, 'NOW');
      assert.ok(suggestion.evaluation?.fired.some((fired) => fired.matched.some((fact) => fact.input === 'safe_now')));
    }),
    { numRuns: 100 },
  );
});

test('SOM-13, S2.7: every choice at the door reaches the rules: hard to leave home is anxious about coming, nowhere safe is unsafe at home', () => {
  const means: Readonly<Record<string, readonly [string, string]>> = {
    anxious_about_coming: ['anxious_about_coming', 'yes'],
    leaving_home_hard: ['anxious_about_coming', 'yes'],
    not_sure_i_want_to: ['not_sure_i_want_to', 'yes'],
    let_down_before: ['not_sure_i_want_to', 'not_sure'],
    thoughts_of_ending_life: ['thoughts_of_ending_life', 'yes'],
    self_harm: ['self_harm', 'yes'],
    unsafe_at_home: ['unsafe_at_home', 'yes'],
    nowhere_safe: ['unsafe_at_home', 'yes'],
  };
  fc.assert(
    fc.property(anyAnswers, (any) => {
      const facts = factsOf(referralOf(any), answersOf(any), today);
      for (const code of [...any.coming, ...any.unsafe]) {
        const [fact, value] = means[code] ?? [code, 'yes'];
        assert.ok(facts[fact] === value || facts[fact] === 'yes', `${code} leaves ${fact} as ${String(facts[fact])}`);
      }
      assert.equal(hasSafetyConcern(answersOf(any)), any.unsafe.length > 0 || any.safe === 'no' || any.safe === 'not_sure');
    }),
    { numRuns: 200 },
  );
});

test('the alternatives are every other offer of the table, each once', () => {
  fc.assert(
    fc.property(anyAnswers, (any) => {
      const suggestion = suggestionFor(any);
      const others = alternatives(place, 'spa', suggestion, today);
      const names = [...suggestion.steps, ...others].map((step) => `${step.serviceCode} ${step.teamCode}`);
      assert.equal(new Set(names).size, names.length);
      const all = new Set(suggestionRules(place, 'spa', today)?.table.rules.map((rule) => `${rule.outputs.offer} ${rule.outputs.team}`));
      assert.deepEqual(new Set(names), all);
    }),
    { numRuns: 60 },
  );
});

test('a second clinician agrees when it differs, when it is slower after a safety answer, and when two teams own it; else nobody need', () => {
  fc.assert(
    fc.property(anyAnswers, fc.nat(), fc.constantFrom(...order), fc.boolean(), (any, pick, responseCode, follow) => {
      const suggestion = suggestionFor(any);
      const others = alternatives(place, 'spa', suggestion, today);
      const other = others[pick % Math.max(1, others.length)];
      const steps = follow || !other ? suggestion.steps : [other];
      const reasons = countersignReasons(suggestion, { steps, responseCode }, order);
      assert.equal(reasons.includes('differs_from_rules'), steps !== suggestion.steps);
      assert.equal(
        reasons.includes('slower_after_safety_answer'),
        suggestion.safetyConcern &&
          suggestion.responseCode !== null &&
          order.indexOf(responseCode) > order.indexOf(suggestion.responseCode),
      );
      assert.equal(
        reasons.includes('joint_ownership'),
        steps.some((step) => step.gapGroup === 'G3'),
      );
    }),
    { numRuns: 300 },
  );
});

test('H11: rules that fail leave no suggestion and say so; the clinician still decides', () => {
  const suggestion = suggest(place, 'spa', { safe_now: 'an answer nobody offers' }, today, false);
  assert.ok(suggestion.failed);
  assert.deepEqual(suggestion.steps, []);
  assert.deepEqual(
    countersignReasons(suggestion, { steps: [{ serviceCode: 'spa', teamCode: 'spa-team', gapGroup: null }], responseCode: 'W4' }, order),
    [],
  );
});

test('an age is said only when it is known', () => {
  assert.equal(ageOn('2008-11-21', today), 17);
  assert.equal(ageOn('2008-11-20', today), 18);
  assert.equal(ageOn('2008', today), undefined);
  assert.equal(ageOn('2008-10', today), 18);
  assert.equal(ageOn('2008-11', today), undefined);
  assert.equal(ageOn(null, today), undefined);
});

test('time left is a promise of ours: minutes when few, the hour today, then the day', () => {
  const now = new Date('2026-11-20T09:00:00Z');
  assert.deepEqual(timeLeft(new Date('2026-11-20T10:32:00Z'), now), { text: '1 hr 32 min left', when: 'now' });
  assert.deepEqual(timeLeft(new Date('2026-11-20T17:00:00Z'), now), { text: 'by 5pm', when: 'today' });
  assert.deepEqual(timeLeft(new Date('2026-11-23T17:00:00Z'), now), { text: 'Monday 23 Nov, 5pm', when: 'later' });
  assert.deepEqual(timeLeft(new Date('2026-11-20T07:00:00Z'), now), { text: 'late by 2 hours', when: 'now' });
});
