import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blockingKeys } from './blocking.ts';
import { candidatePairs } from './candidate-pairs.ts';
import { clusters, type WeighedPairs } from './clusters.ts';
import { compare } from './compare.ts';
import { type FieldName, fields, offsets } from './fields.ts';
import { fullRecord, identityRecord, secondRecord } from './invented-people.ts';
import { learn } from './learn.ts';
import { startingModel, termFrequencies } from './parameters.ts';
import { type IdentityRecord, prepare } from './record.ts';
import { explain, outcomeOf, type Weighed, weigh, weightOf, weightTable } from './weigh.ts';

const model = startingModel(20_000);

function judge(one: IdentityRecord, other: IdentityRecord, by = model): Weighed {
  const a = prepare(one);
  return weigh(compare(a, prepare(other)), a, by);
}

const levelOf = (one: IdentityRecord, other: IdentityRecord, field: FieldName): string | undefined =>
  judge(one, other).evidence.find((entry) => entry.field === field)?.level;

const amara: IdentityRecord = {
  id: '1',
  given: 'Amara',
  family: 'Okafor',
  birth: '1984-03-14',
  address: '12 Mill Lane',
  town: 'Bridgwater',
  postcode: 'TA6 5AA',
  phone: '07700 900123',
  email: 'amara@example.org',
  gender: '2',
};

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

test('H4: however much agrees, a different first name, birthday or NHS number leaves the decision to a person', () => {
  const sure = 0.999_999;
  const outcome = (one: Partial<IdentityRecord>, other: Partial<IdentityRecord>) =>
    outcomeOf(compare(prepare({ ...amara, ...one }), prepare({ ...amara, id: '2', ...other })), sure);
  assert.equal(outcome({}, {}), 'same');
  assert.equal(outcome({}, { given: 'Ngozi' }), 'ask');
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

test('names are compared as people write them', () => {
  const first = (one: string, other: string) => levelOf({ id: '1', given: one }, { id: '2', given: other }, 'given');
  assert.equal(first('Zoë', 'ZOE'), 'same');
  assert.equal(first('Mr Tom', 'tom'), 'same');
  assert.equal(first('Bill', 'William'), 'variant');
  assert.equal(first('Muhammad', 'Mohammed'), 'variant');
  assert.equal(first('Elizabth', 'Elizabeth'), 'near');
  assert.equal(first('A', 'Amara'), 'initial');
  assert.equal(first('Grace', 'Kwame'), 'differs');
  assert.equal(first('not known', 'Kwame'), undefined);
  const last = (one: string, other: string) => levelOf({ id: '1', family: one }, { id: '2', family: other }, 'family');
  assert.equal(last('O’Neill', 'ONEILL'), 'same');
  assert.equal(last('Patel', 'Patel-Jones'), 'part');
  const swapped = judge({ id: '1', given: 'Okafor', family: 'Amara' }, { id: '2', given: 'Amara', family: 'Okafor' });
  assert.deepEqual(
    swapped.evidence.map((entry) => entry.level),
    ['swapped'],
  );
});

test('dates of birth are compared part by part', () => {
  const birth = (one: string, other: string) => levelOf({ id: '1', birth: one }, { id: '2', birth: other }, 'birth');
  assert.equal(birth('1984-03-14', '1984-03-14'), 'same');
  assert.equal(birth('1984-01-01', '1984-01-01'), 'placeholder');
  assert.equal(birth('1984-03-04', '1984-04-03'), 'swapped');
  assert.equal(birth('1984-03-14', '1984-03-15'), 'slip');
  assert.equal(birth('1984-03-14', '1948-03-14'), 'slip');
  assert.equal(birth('1984-03-14', '1984-03-28'), 'onePart');
  assert.equal(birth('1984-03-14', '1984-05-03'), 'year');
  assert.equal(birth('1984-03', '1984-03-14'), 'partial');
  assert.equal(birth('1984', '1984-03-14'), 'yearKnown');
  assert.equal(birth('1984-01-01', '1984-07-26'), 'yearKnown', '1 January may stand for a day nobody knew');
  assert.equal(birth('1984-03-14', '1985-05-14'), 'near');
  assert.equal(birth('1984-03-14', '1984-05-12'), 'twoFigures');
  assert.equal(birth('1984-03-14', '1961-03-14'), 'anniversary');
  assert.equal(birth('1984-03', '1984-05-02'), 'partDiffers');
  assert.equal(birth('1984-03-14', '1971-11-02'), 'differs');
});

test('address and household are one comparison', () => {
  const place = (other: Partial<IdentityRecord>) => levelOf(amara, { ...amara, id: '2', ...other }, 'place');
  assert.equal(place({}), 'home');
  assert.equal(place({ address: '12 Mill Ln' }), 'home');
  assert.equal(place({ address: '12 Mil Lane' }), 'nearlyHome');
  assert.equal(place({ address: '14 Mill Lane' }), 'street');
  assert.equal(place({ address: undefined }), 'postcode');
  assert.equal(place({ address: '3 Station Road' }), 'neighbour');
  assert.equal(place({ address: undefined, postcode: 'TA6 5AB' }), 'slip');
  assert.equal(place({ postcode: 'TA6 5AB' }), 'nearlyHome');
  assert.equal(place({ address: '3 Station Road', postcode: 'TA6 5AB' }), 'sector');
  assert.equal(place({ address: undefined, postcode: 'TA6 5LS' }), 'sector');
  assert.equal(place({ address: undefined, postcode: 'TA6 3LS' }), 'district');
  assert.equal(place({ address: '1 High Street', postcode: 'PR7 1DP' }), 'differs');
  assert.equal(levelOf(amara, { ...amara, id: '2' }, 'town'), undefined, 'a town inside a shared address is not counted again');
  assert.equal(place({ address: 'No fixed abode', postcode: 'ZZ99 3VZ' }), undefined);
});

test('of several phone numbers and e-mail addresses, the best agreement counts', () => {
  const other = {
    ...amara,
    id: '2',
    phone: '01278 555 123',
    otherPhones: ['none', '07700 900123'],
    email: 'new@example.org',
    otherEmails: ['amara@example.org'],
  };
  assert.equal(levelOf(amara, other, 'phone'), 'sameMobile');
  assert.equal(levelOf(other, amara, 'email'), 'same');
  assert.equal(levelOf(amara, { ...other, otherPhones: [] }, 'phone'), 'differs');
  const shared = new Set(blockingKeys(prepare(amara)));
  assert.ok(blockingKeys(prepare({ id: '3', otherPhones: ['+44 7700 900123'] })).every((key) => shared.has(key)));
});

test('a shared family name, landline or birthday says less between people at one address', () => {
  const bits = (other: Partial<IdentityRecord>, field: FieldName) =>
    judge({ ...amara, phone: '01278 555 123' }, { ...amara, id: '2', phone: '+44 1278 555123', ...other }).evidence.find(
      (entry) => entry.field === field,
    )?.bits ?? 0;
  const away = { address: '9 High Street', postcode: 'PR7 1DP' };
  const ownPhone = { phone: '01278 555 999' };
  for (const field of ['family', 'birth'] as const) assert.ok(bits(ownPhone, field) < bits({ ...ownPhone, ...away }, field) - 3, field);
  assert.ok(bits({}, 'phone') < bits(away, 'phone') - 3);
});

test('H4: a landline belongs to a home: relatives who kept its number when they moved are not taken for one person', () => {
  const before = { ...amara, phone: '01278 555 123', email: undefined };
  const moved = { ...before, id: '2', address: '3 Quay West', postcode: 'PR7 1DP', town: 'Chorley' };
  const bits = (one: IdentityRecord, field: FieldName) => judge(before, one).evidence.find((entry) => entry.field === field)?.bits ?? 0;
  for (const field of ['family', 'birth'] as const)
    assert.ok(bits(moved, field) < bits({ ...moved, phone: '01278 555 999' }, field) - 3, field);
  assert.ok(judge(before, { ...moved, given: 'Ngozi', birth: '1961-11-02' }).weight < 0);
  assert.ok(judge(before, moved).weight > 0, 'and whoever moves is still found by it');
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

test('starting rates add up to one in each field', () => {
  for (const rates of [...model.m, ...model.u]) {
    fields.forEach(({ levels, name }, at) => {
      const offset = (offsets[at] ?? 0) + 1;
      const sum = rates.slice(offset, offset + levels.length - 1).reduce((total, rate) => total + rate, 0);
      assert.ok(Math.abs(sum - 1) < 1e-9, name);
    });
  }
});

const population = fc
  .array(fullRecord, { minLength: 3, maxLength: 25 })
  .chain((records) => fc.tuple(fc.constant(records), fc.tuple(...records.slice(0, 6).map((record) => secondRecord(record)))));

test('candidate pairs share two keys, or one that few share, among keys that not too many share', () => {
  fc.assert(
    fc.property(
      fc.array(identityRecord, { maxLength: 12 }),
      fc.option(fc.nat(12), { nil: undefined }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (records, secondListFrom, largestBlock, tellingAlone) => {
        const people = records.map(prepare);
        const { left, right } = candidatePairs(people, {
          ...(secondListFrom === undefined ? {} : { secondListFrom }),
          largestBlock,
          tellingAlone,
        });
        const found = new Set(Array.from(left, (one, pair) => `${one} ${right[pair]}`));
        assert.equal(found.size, left.length);
        const keys = people.map((person) => new Set(blockingKeys(person)));
        const often = (key: string): number => keys.filter((each) => each.has(key)).length;
        for (let one = 0; one < people.length; one++) {
          for (let other = one + 1; other < people.length; other++) {
            const across = secondListFrom === undefined || (one < secondListFrom && other >= secondListFrom);
            const shared = [...(keys[one] ?? [])].filter((key) => keys[other]?.has(key) && often(key) <= largestBlock);
            const enough = shared.length > 1 || shared.some((key) => often(key) <= tellingAlone);
            assert.equal(found.has(`${one} ${other}`), across && enough);
          }
        }
      },
    ),
  );
});

test('finding people by key loses nobody whom comparing everyone would show', () => {
  fc.assert(
    fc.property(population, ([records, again]) => {
      const people = [...records, ...again].map(prepare);
      const { left, right } = candidatePairs(people);
      const found = new Set(Array.from(left, (one, pair) => `${one} ${right[pair]}`));
      people.forEach((a, one) => {
        people.slice(one + 1).forEach((b, after) => {
          const levels = compare(a, b);
          const { probability, outcome } = weigh(levels, a, model);
          assert.equal(outcome, outcomeOf(levels, probability));
          if (outcome !== 'different') assert.ok(found.has(`${one} ${one + 1 + after}`), JSON.stringify([a, b]));
        });
      });
    }),
    { numRuns: 60 },
  );
});

test('learning is repeatable, and its rates add up to one', () => {
  fc.assert(
    fc.property(population, ([records, again]) => {
      const people = [...records, ...again].map(prepare);
      const pairs = candidatePairs(people);
      const learned = learn(people, pairs, { rounds: 5 });
      assert.deepEqual(learn(people, pairs, { rounds: 5 }), learned);
      assert.ok(learned.prior > 0 && learned.prior < 1);
      for (const rates of [...learned.m, ...learned.u]) assert.ok(rates.every((rate) => rate > 0 && rate <= 1.01));
      const table = weightTable(learned);
      people.forEach((a) => {
        people.forEach((b) => {
          assert.ok(Number.isFinite(weightOf(compare(a, b), a, learned, table)));
        });
      });
    }),
    { numRuns: 15 },
  );
});

interface WeighedPair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}
const columnsOf = (pairs: readonly WeighedPair[]): WeighedPairs => ({
  left: pairs.map(({ left }) => left),
  right: pairs.map(({ right }) => right),
  weights: pairs.map(({ weight }) => weight),
});

const pairList = fc
  .tuple(
    fc.integer({ min: 1, max: 14 }),
    fc.array(fc.tuple(fc.nat(13), fc.nat(13), fc.double({ min: -30, max: 30, noNaN: true })), { maxLength: 40 }),
  )
  .map(([count, raw]) => {
    const pairs = new Map<string, WeighedPair>();
    for (const [one, other, weight] of raw) {
      const left = Math.min(one, other) % count;
      const right = Math.max(one, other) % count;
      if (left < right) pairs.set(`${left} ${right}`, { left, right, weight });
    }
    return { count, pairs: [...pairs.values()] };
  });

test('groups: every record has one, named by a member, and nobody joins without a pair that speaks for it', () => {
  fc.assert(
    fc.property(pairList, ({ count, pairs }) => {
      const groups = clusters(count, columnsOf(pairs));
      assert.equal(groups.length, count);
      groups.forEach((group) => {
        assert.equal(groups[group], group);
      });
      groups.forEach((group, record) => {
        const others = Array.from(groups.keys()).filter((other) => other !== record && groups[other] === group);
        if (others.length > 0)
          assert.ok(
            pairs.some(
              ({ left, right, weight }) =>
                weight >= 0 && ((left === record && others.includes(right)) || (right === record && others.includes(left))),
            ),
          );
      });
    }),
    { numRuns: 500 },
  );
});

test('groups: one wrong pair does not merge two families, and a list that holds a person once keeps them apart', () => {
  const within = (records: readonly number[], weight: number): WeighedPair[] =>
    records.flatMap((left, at) => records.slice(at + 1).map((right) => ({ left, right, weight })));
  const families = [...within([0, 1, 2], 15), ...within([3, 4, 5], 15), { left: 2, right: 3, weight: 10 }];
  const groups = clusters(6, columnsOf(families));
  assert.equal(new Set(groups).size, 2);
  assert.equal(new Set(groups.slice(0, 3)).size, 1);
  const chain = clusters(
    3,
    columnsOf([
      { left: 0, right: 1, weight: 9 },
      { left: 1, right: 2, weight: 8 },
    ]),
    { uncompared: 0, listOf: (record) => (record === 1 ? 1 : 0) },
  );
  assert.deepEqual([chain[0] === chain[1], chain[1] === chain[2]], [true, false]);
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
