// The four blueprints that come with the product, held to what the requirements promise whoever asks for help.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { evaluate } from '../decisions/evaluate.ts';
import type { DecisionTable, Input } from '../decisions/table.ts';
import { type Blueprint, byCode, type ServiceRules } from './blueprint.ts';
import { rulesInForce } from './in-force.ts';
import { readBlueprint } from './read.ts';

const folder = fileURLToPath(new URL('../../../blueprints/', import.meta.url));

function shipped(name: string): Blueprint {
  const result = readBlueprint(`${folder}${name}`);
  assert.ok(result.ok, JSON.stringify(result.ok ? '' : result.faults.slice(0, 3)));
  return result.blueprint;
}

const names = ['somerset-open-door', 'chorley-hub', 'progression-together', 'together-wellbeing-pathway'];

const rulesOf = (blueprint: Blueprint, code: string): ServiceRules => {
  const rules = byCode(blueprint.rules, code);
  assert.ok(rules, code);
  return rules;
};

/** Any answer a form could give to an input, and every way of giving none. */
const answer = (input: Input): fc.Arbitrary<unknown> => {
  const none = fc.constantFrom(undefined, null, '', 'not_asked', 'declined', 'not_known');
  const codes = input.values?.map((value) => value.code) ?? [];
  const given: Record<Input['type'], fc.Arbitrary<unknown>> = {
    code: fc.constantFrom(...(codes.length > 0 ? codes : [''])),
    codes: fc.subarray(codes),
    number: fc.integer({ min: input.lowest ?? 0, max: input.highest ?? 200 }),
    boolean: fc.boolean(),
    date: fc.constant('2026-11-21'),
  };
  return fc.oneof({ weight: 3, arbitrary: given[input.type] }, { weight: 1, arbitrary: none });
};

const factsFor = (table: DecisionTable): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(table.inputs.map((input) => [input.name, answer(input)])), { requiredKeys: [] });

for (const name of names)
  test(`S5.1, H1: ${name} never leaves a referral without an offer, a team that gives it, a response time and a reason`, () => {
    const blueprint = shipped(name);
    const suggestions = blueprint.rules.filter((rules) => rules.purpose === 'suggestion');
    assert.ok(suggestions.length > 0);
    for (const { table, responseScale } of suggestions) {
      const responses = byCode(blueprint.scales, responseScale ?? '')?.responses ?? [];
      fc.assert(
        fc.property(factsFor(table), (facts) => {
          const { fired, problem } = evaluate(table, facts);
          assert.equal(problem, undefined);
          assert.ok(fired.length > 0);
          for (const { outputs, reason, changes } of fired) {
            assert.ok(byCode(blueprint.services, String(outputs.offer)));
            assert.ok(byCode(blueprint.teams, String(outputs.team))?.services.includes(String(outputs.offer)));
            assert.ok(byCode(responses, String(outputs.response)));
            assert.ok(reason.length > 0 && changes.length > 0);
          }
        }),
        { numRuns: 300 },
      );
    }
  });

test('S1.3: the safety answers of a Somerset referral decide the first step, by naming the answer', () => {
  const { table } = rulesOf(shipped('somerset-open-door'), 'triage');
  const first = (facts: Record<string, unknown>) => evaluate(table, facts).outputs[0];
  assert.deepEqual(first({ safe_now: 'no', wants: ['talk'] }), { offer: 'crisis-team', team: 'crisis-team', response: 'NOW' });
  assert.equal(first({ safe_now: 'not_sure', thoughts_of_ending_life: 'yes' })?.response, 'H4');
  assert.equal(first({ safe_now: 'yes', thoughts_of_ending_life: 'yes' })?.response, 'H24');
  assert.equal(first({ unsafe_at_home: 'yes' })?.response, 'H24');
});

test('S1.3: saying less about safety never makes the first answer slower than saying one is safe', () => {
  const blueprint = shipped('somerset-open-door');
  const { table } = rulesOf(blueprint, 'triage');
  const order = byCode(blueprint.scales, 'somerset')?.responses.map((response) => response.code) ?? [];
  const firstOf = (facts: Record<string, unknown>): number => order.indexOf(String(evaluate(table, facts).outputs[0]?.response));
  fc.assert(
    fc.property(factsFor(table), fc.constantFrom('no', 'not_sure', 'not_said', undefined), (facts, less) => {
      assert.ok(firstOf({ ...facts, safe_now: less }) <= firstOf({ ...facts, safe_now: 'yes' }));
    }),
    { numRuns: 300 },
  );
});

test('SOM-12, SOM-13, SOM-14: each gap group gets its own real offer', () => {
  const { table } = rulesOf(shipped('somerset-open-door'), 'triage');
  const groups = (facts: Record<string, unknown>) =>
    evaluate(table, facts).outputs.map((outputs) => `${outputs.gapGroup ?? ''} ${outputs.offer}`);
  assert.ok(groups({ wants: ['money'] }).includes('G1 early-help'));
  assert.ok(groups({ anxious_about_coming: 'yes' }).includes('G2 outreach'));
  assert.ok(groups({ not_sure_i_want_to: 'yes' }).includes('G2 outreach'));
  assert.ok(groups({ previous_talking_therapies: 'did_not_help' }).includes('G3 joint-team'));
});

test('SOM-17, SOM-18, SOM-19, SOM-20: the three specific pathways exist, are reached, and say how they prevent and how they keep', () => {
  const blueprint = shipped('somerset-open-door');
  const { table } = rulesOf(blueprint, 'triage');
  for (const [fact, offer] of [
    ['complex_emotional_needs', 'complex-emotional-needs'],
    ['eating', 'eating'],
    ['self_harm', 'self-harm'],
  ] as const) {
    assert.ok(
      evaluate(table, { [fact]: 'yes' }).outputs.some((outputs) => outputs.offer === offer),
      offer,
    );
    const pathway = byCode(blueprint.pathways, offer);
    assert.ok(pathway?.preventing && pathway.keepingWell, offer);
  }
});

test('SOM-11: Talking Therapies fit or do not fit with a reason, and not fitting always names another offer and its team', () => {
  const blueprint = shipped('somerset-open-door');
  const { table } = rulesOf(blueprint, 'talking-therapies-fit');
  fc.assert(
    fc.property(factsFor(table), (facts) => {
      const { fired, problem } = evaluate(table, facts);
      assert.equal(problem, undefined);
      assert.equal(fired.length, 1);
      const { result, offer, team } = fired[0]?.outputs ?? {};
      assert.equal(result === 'likely', offer === 'talking-therapies');
      assert.ok(byCode(blueprint.teams, String(team))?.services.includes(String(offer)));
    }),
    { numRuns: 300 },
  );
  assert.equal(evaluate(table, { wants: ['money'] }).outputs[0]?.offer, 'early-help');
  assert.equal(evaluate(table, { wants: ['money', 'talk'] }).outputs[0]?.result, 'likely');
});

test('S5.3: where a hard rule does not hold, every shipped blueprint names another service and a team that gives it', () => {
  for (const name of names) {
    const blueprint = shipped(name);
    for (const { table, purpose, service } of blueprint.rules)
      for (const rule of purpose === 'eligibility' ? table.rules : [])
        if (rule.outputs.result === 'another-offer') {
          assert.notEqual(rule.outputs.offer, service);
          assert.ok(
            byCode(blueprint.teams, String(rule.outputs.team))?.services.includes(String(rule.outputs.offer)),
            `${name} ${rule.id}`,
          );
        }
  }
});

test('TWP-14, TWP-4: each hard rule is explained alone, and what was not asked is asked, never held against anyone', () => {
  const { table } = rulesOf(shipped('together-wellbeing-pathway'), 'whom-it-is-for');
  const good = { gender_identity: '1', personality_difficulties: 'yes', opd_screened_in: 'yes', age: 24, lives_in_area: 'yes' };
  const codes = (facts: Record<string, unknown>) =>
    evaluate(table, facts).fired.map((fired) => `${fired.outputs.result} ${fired.reasonCode}`);
  assert.deepEqual(codes(good), ['fits FITS']);
  assert.deepEqual(codes({ ...good, age: 17, lives_in_area: 'no' }), ['another-offer ADULT', 'another-offer LONDON']);
  assert.deepEqual(codes({ ...good, gender_identity: 'Z' }), ['ask ASK_GENDER']);
  assert.ok(codes({}).every((code) => code.startsWith('ask ')));
  assert.equal(codes({}).length, 5);
  assert.ok(!table.inputs.some((input) => /sex|diagnos/i.test(input.label)));
});

test('TWP-15: priority orders and never excludes; version 1 holds from the start, version 2 from a day the place sets', () => {
  const blueprint = shipped('together-wellbeing-pathway');
  const { table } = rulesOf(blueprint, 'who-comes-first-v1');
  fc.assert(fc.property(factsFor(table), (facts) => assert.ok(evaluate(table, facts).fired.length > 0)));
  assert.deepEqual(
    evaluate(table, { age_at_referral: 30, ethnic_category: 'A' }).outputs.map((outputs) => outputs.order),
    [1, 2],
  );
  assert.deepEqual(
    evaluate(table, { age_at_referral: 31, ethnic_category: 'Z' }).outputs.map((outputs) => outputs.order),
    [2],
  );
  for (const code of ['D', 'P', 'S']) assert.equal(evaluate(table, { ethnic_category: code }).outputs[0]?.order, 1);
  assert.equal(rulesOf(blueprint, 'who-comes-first-v1').table.effectiveFrom, '2020-04-01');
});

test('TWP-15: who comes first is decided by the version that held on the day of the referral', () => {
  const blueprint = shipped('together-wellbeing-pathway');
  const line = { service: 'wellbeing-pathway', purpose: 'priority' as const };
  const versionOn = (rules: readonly ServiceRules[], day: string) => rulesInForce(rules, line, day)?.table.version;
  assert.equal(versionOn(blueprint.rules, '2020-03-31'), undefined);
  assert.equal(versionOn(blueprint.rules, '2020-04-01'), 1);
  assert.equal(versionOn(blueprint.rules, '2026-11-20'), 1, 'version 2 waits for a day the place sets');
  const dated = blueprint.rules.map((rules) =>
    rules.code === 'who-comes-first-v2' ? { ...rules, table: { ...rules.table, effectiveFrom: '2026-06-01' } } : rules,
  );
  const days = ['2026-05-31', '2026-06-01', '2026-11-20'];
  assert.deepEqual(
    days.map((day) => versionOn(dated, day)),
    [1, 2, 2],
  );
  const orderOn = (day: string, facts: Record<string, unknown>) => {
    const rules = rulesInForce(dated, line, day);
    assert.ok(rules);
    return Math.min(...evaluate(rules.table, facts).outputs.map(({ order }) => Number(order)));
  };
  // A young man of White background came first under version 1 only; a man of Black background under both.
  assert.deepEqual(
    days.map((day) => orderOn(day, { age_at_referral: 24, ethnic_category: 'A' })),
    [1, 2, 2],
  );
  assert.deepEqual(
    days.map((day) => orderOn(day, { age_at_referral: 44, ethnic_category: 'N' })),
    [1, 1, 1],
  );
});

test('S5.3, TWP-15: every shipped table answers everybody: priority gives a place, eligibility fits, asks or offers', () => {
  for (const name of names)
    for (const { table, purpose, code } of shipped(name).rules)
      fc.assert(
        fc.property(factsFor(table), (facts) => {
          const { outputs, problem } = evaluate(table, facts);
          assert.equal(problem, undefined, `${name} ${code}`);
          assert.ok(outputs.length > 0, `${name} ${code} ${JSON.stringify(facts)}`);
          if (purpose === 'priority') for (const { order } of outputs) assert.ok(Number(order) >= 1);
          if (purpose === 'eligibility') for (const { result } of outputs) assert.match(String(result), /^(fits|ask|another-offer)$/);
        }),
        { numRuns: 200 },
      );
});

test('S1.3: in every shipped suggestion, not safe right now is answered soonest of all, whatever else was said', () => {
  for (const name of names) {
    const blueprint = shipped(name);
    for (const { table, purpose, responseScale } of blueprint.rules) {
      if (purpose !== 'suggestion') continue;
      const order = byCode(blueprint.scales, responseScale ?? '')?.responses.map((response) => response.code) ?? [];
      fc.assert(
        fc.property(factsFor(table), (facts) => {
          const soonest = Math.min(
            ...evaluate(table, { ...facts, safe_now: 'no' }).outputs.map(({ response }) => order.indexOf(String(response))),
          );
          assert.equal(order[soonest], 'NOW', name);
        }),
        { numRuns: 100 },
      );
    }
  }
});

test('CHO-18, CHO-19: every kind of case has a first step, and intake never asks twice what was tried', () => {
  const blueprint = shipped('chorley-hub');
  const { table } = rulesOf(blueprint, 'first-step');
  const kinds = table.inputs.find(({ name }) => name === 'case_types')?.values ?? [];
  assert.ok(kinds.length >= 5);
  for (const { code } of kinds) assert.ok(evaluate(table, { case_types: [code] }).fired.length > 0, code);
  const intake = rulesOf(blueprint, 'hub-intake').table;
  fc.assert(
    fc.property(factsFor(intake), (facts) => {
      const codes = evaluate(intake, { ...facts, already_tried: ['gp'] }).fired.map(({ reasonCode }) => reasonCode);
      assert.ok(!codes.includes('ASK_TRIED'));
    }),
    { numRuns: 100 },
  );
});

test('CHO-19, CHO-21: the hub asks what was tried, takes what needs two agencies, the safeguarding hub or help to progress, and names an owner for the rest', () => {
  const { table } = rulesOf(shipped('chorley-hub'), 'hub-intake');
  const result = (facts: Record<string, unknown>) => evaluate(table, { lives_in_area: 'yes', already_tried: ['gp'], ...facts }).outputs[0];
  assert.equal(result({ already_tried: undefined })?.result, 'ask');
  assert.equal(result({ from_mash: 'yes', already_tried: undefined })?.result, 'fits');
  assert.equal(result({ agencies_involved: 2 })?.result, 'fits');
  assert.equal(result({ agencies_involved: 1, stuck: 'yes' })?.result, 'fits');
  assert.deepEqual(result({ agencies_involved: 1, stuck: 'no' }), {
    result: 'another-offer',
    offer: 'first-contact',
    team: 'first-contact-team',
  });
});

test('SOM-3: Somerset has an offer for mental health, physical health and emotional wellbeing, and SOM-4: some need no referral', () => {
  const { services } = shipped('somerset-open-door');
  for (const need of ['mental', 'physical', 'emotional'] as const)
    assert.ok(
      services.some((service) => service.code !== 'spa' && service.helpsWith.includes(need)),
      need,
    );
  assert.ok(services.some((service) => !service.needsReferral && service.helpsWith.includes('emotional') && service.code === 'groups'));
});

test('MOS-1: every stage names a principle and a tool, and every blueprint puts all four principles into practice', () => {
  for (const name of names) {
    const blueprint = shipped(name);
    const stages = blueprint.pathways.flatMap((pathway) => pathway.stages);
    assert.deepEqual([...new Set(stages.map((stage) => stage.principle))].toSorted(), ['enquiry', 'future', 'together', 'whole'], name);
    for (const stage of stages) for (const tool of stage.tools) assert.ok(byCode(blueprint.tools, tool), `${name} ${stage.code}`);
  }
});

test('S2.7, S4.4, S3.3: help, a duty role, out-of-hours words, a drama-range plain number and a neutral way out are set in each', () => {
  for (const name of names) {
    const { help, roles, plainSender, exit, demo } = shipped(name);
    assert.deepEqual(
      ['emergency', 'urgent', 'local', 'text'].filter((kind) => !help.lines.some((line) => line.kind === kind)),
      [],
    );
    assert.ok(byCode(roles, help.dutyRole));
    assert.match(help.outOfHours, /111/);
    assert.match(plainSender.replaceAll(' ', ''), /^07700900\d{3}$/);
    assert.match(exit, /^https:/);
    assert.equal(demo, true);
  }
});

test('demo numbers of services are in the range kept for drama', () => {
  for (const name of names)
    for (const service of shipped(name).services) assert.match(service.enquiries.phone ?? '01632 960000', /^01632 960\d{3}$/, service.code);
});
