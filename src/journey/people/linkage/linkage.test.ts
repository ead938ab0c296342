import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { amara, judge, model } from '../../../../test/harness/linkage.ts';
import { candidatePairs } from './candidate-pairs.ts';
import { compare } from './compare.ts';
import { fields } from './fields.ts';
import { fullRecord, identityRecord, secondRecord } from './invented-people.ts';
import { learn } from './learn.ts';
import { startingModel, termFrequencies } from './parameters.ts';
import { type IdentityRecord, prepare } from './record.ts';
import { explain, outcomeOf } from './weigh.ts';

test('two records compare alike whichever comes first', () => {
  fc.assert(
    fc.property(identityRecord, identityRecord, (one, other) => {
      const a = prepare(one);
      const b = prepare(other);
      assert.deepEqual(compare(a, b), compare(b, a));
      const there = judge(one, other);
      const back = judge(other, one);
      assert.equal(there.weight, back.weight);
      assert.equal(there.outcome, back.outcome);
    }),
    { numRuns: 1000 },
  );
});

test('a probability is a probability, and the weight is the prior and the evidence added up', () => {
  fc.assert(
    fc.property(identityRecord, identityRecord, (one, other) => {
      const { probability, weight, evidence } = judge(one, other);
      assert.ok(probability >= 0 && probability <= 1);
      const sum = evidence.reduce((total, entry) => total + entry.bits, Math.log2(model.prior / (1 - model.prior)));
      assert.ok(Math.abs(sum - weight) < 1e-9);
    }),
  );
});

test('what is not known in one of two records says nothing either way', () => {
  const cleared: readonly (keyof IdentityRecord)[] = [
    'given',
    'family',
    'birth',
    'phone',
    'email',
    'nhsNumber',
    'otherIdentifier',
    'gender',
  ];
  fc.assert(
    fc.property(identityRecord, identityRecord, fc.constantFrom(...cleared), (one, other, field) => {
      const { evidence } = judge(
        { ...one, [field]: undefined, ...(field === 'given' || field === 'family' ? { given: undefined, family: undefined } : {}) },
        other,
      );
      assert.ok(!evidence.some((entry) => entry.field === field));
    }),
  );
});

test('an NHS number in common raises the weight, a different one lowers it', () => {
  fc.assert(
    fc.property(identityRecord, identityRecord, (one, other) => {
      const without = judge({ ...one, nhsNumber: undefined }, other).weight;
      assert.ok(judge({ ...one, nhsNumber: '9434765919' }, { ...other, nhsNumber: '943 476 5919' }).weight > without);
      assert.ok(judge({ ...one, nhsNumber: '9434765919' }, { ...other, nhsNumber: '8429141456' }).weight < without);
    }),
  );
});

test('H4: twins at one address are never taken for one person', () => {
  fc.assert(
    fc.property(fullRecord, fc.boolean(), (twin, ownPhone) => {
      const given = twin.given === 'Grace' ? 'Kwame' : 'Grace';
      const other = { ...twin, id: 'twin', given, email: undefined, ...(ownPhone ? { phone: '07700 900999' } : {}) };
      assert.notEqual(judge(twin, other).outcome, 'same');
    }),
  );
});

test('H4: parent and child of one name at one address are never taken for one person', () => {
  fc.assert(
    fc.property(fullRecord, (parent) => {
      const child = { ...parent, id: 'child', birth: '2016-07-30', email: undefined };
      assert.notEqual(judge(parent, child).outcome, 'same');
    }),
  );
});

test('H3: two namesakes born on one day in different towns are asked about, not joined', () => {
  const { outcome } = judge(
    { id: '1', given: 'James', family: 'Smith', birth: '1980-05-05', postcode: 'TA6 5AA', phone: '07700900111' },
    { id: '2', given: 'James', family: 'Smith', birth: '1980-05-05', postcode: 'PR7 1DP', phone: '07700900222' },
  );
  assert.equal(outcome, 'ask');
});

test('the same person written down again with up to two mistakes is nearly always found', () => {
  let shown = 0;
  let all = 0;
  fc.assert(
    fc.property(
      fullRecord.chain((record) => secondRecord(record).map((again) => [record, again] as const)),
      ([record, again]) => {
        all++;
        if (judge(record, again).outcome !== 'different') shown++;
      },
    ),
    { numRuns: 500, seed: 7 },
  );
  assert.ok(shown / all > 0.97, `${shown} of ${all}`);
});

test('different NHS numbers are never taken for one person', () => {
  fc.assert(
    fc.property(fullRecord, (record) => {
      assert.notEqual(judge({ ...record, nhsNumber: '9434765919' }, { ...record, nhsNumber: '8429141456' }).outcome, 'same');
    }),
  );
});

test('H4: however much agrees, a first name that may be another, birthday or NHS number leaves the decision to a person', () => {
  const sure = 0.999_999;
  const outcome = (one: Partial<IdentityRecord>, other: Partial<IdentityRecord>) =>
    outcomeOf(compare(prepare({ ...amara, ...one }), prepare({ ...amara, id: '2', ...other })), sure);
  assert.equal(outcome({}, {}), 'same');
  for (const given of ['Ngozi', 'A', 'Aminata', 'Asma', '']) assert.equal(outcome({}, { given }), 'ask', given);
  for (const given of ['Amarra', 'amara']) assert.equal(outcome({}, { given }), 'same', given);
  assert.equal(outcome({}, { birth: '2012-09-30' }), 'ask');
  assert.equal(outcome({}, { birth: undefined }), 'ask');
  assert.equal(outcome({ nhsNumber: '9434765919' }, { nhsNumber: '8429141456' }), 'ask');
  assert.equal(outcome({ nhsNumber: '9434765919' }, { nhsNumber: '9434765919', given: 'Ngozi' }), 'same');
});

test('a rare family name in common says more than a common one', () => {
  const people = [...Array.from({ length: 400 }, () => 'Smith'), 'Featherstonehaugh', 'Featherstonehaugh'].map((family, place) =>
    prepare({ id: String(place), family }),
  );
  const terms = startingModel(402, termFrequencies(people));
  const bits = (family: string): number => judge({ id: '1', family }, { id: '2', family }, terms).evidence[0]?.bits ?? 0;
  assert.ok(bits('Featherstonehaugh') > bits('Smith') + 5);
});

test('how common a name is counts people: whoever is written down six times does not make a rare name common', () => {
  const others = Array.from({ length: 60 }, (_, at) => {
    const letters = String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 3), 97 + ((at * 7) % 26));
    return { id: String(at), given: `Tam${letters}`, family: `Row${letters}`, birth: { year: String(1930 + at), month: '05', day: '17' } };
  });
  const person = { ...amara, family: 'Featherstonehaugh' };
  const share = (records: readonly IdentityRecord[]): number => {
    const people = records.map(prepare);
    return learn(people, candidatePairs(people)).terms.family.get('featherstonehaugh') ?? 0;
  };
  const once = share([...others, person]);
  const sixTimes = share([...others, ...Array.from({ length: 6 }, (_, at) => ({ ...person, id: `again ${at}` }))]);
  assert.ok(Math.abs(sixTimes / once - 1) < 0.05, `${sixTimes} and ${once}`);
});

test('H3: reasons are plain sentences, the same things first', () => {
  const { evidence, outcome } = judge(amara, {
    ...amara,
    id: '2',
    given: 'Ngozi',
    address: '3 Quay West',
    postcode: 'PR7 1DP',
    town: undefined,
    email: undefined,
    gender: undefined,
    family: undefined,
  });
  assert.equal(explain(evidence), 'Same mobile and date of birth. First name differs. Different address.');
  assert.equal(outcome, 'ask');
  assert.equal(explain([]), 'Nothing can be compared.');
});

test('H3: every reason is a sentence of at most 20 words', () => {
  for (const { levels } of fields) {
    for (const { words } of levels) {
      if (words === undefined) continue;
      for (const sentence of words.split(/(?<=\.) /))
        assert.ok(/^[A-Z0-9].*\.$/.test(sentence) && sentence.split(' ').length <= 20, sentence);
      assert.ok(!words.includes("'"), words);
    }
  }
});

test('H4: one birthday and two other names are nobody’s question, unless they share a home or something that is one person’s own', () => {
  const stranger: IdentityRecord = { id: '2', given: 'Bronwen', family: 'Tregarth', birth: amara.birth };
  const shares: Readonly<Record<string, Partial<IdentityRecord>>> = {
    nothing: {},
    home: { address: amara.address, town: amara.town, postcode: amara.postcode },
    phone: { phone: amara.phone },
    'e-mail': { email: amara.email },
  };
  // Whatever the place’s numbers make of it: the probability is given, so that only what is shared decides.
  const outcomes = Object.entries(shares).map(([what, shared]) => [
    what,
    outcomeOf(compare(prepare(amara), prepare({ ...stranger, ...shared })), 0.5),
  ]);
  assert.deepEqual(Object.fromEntries(outcomes), { nothing: 'different', home: 'ask', phone: 'ask', 'e-mail': 'ask' });
  assert.equal(outcomeOf(compare(prepare(amara), prepare({ ...stranger, family: amara.family })), 0.5), 'ask');
});
