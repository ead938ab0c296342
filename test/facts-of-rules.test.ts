// Every fact that a shipped rule reads is made by a door or can be written down at the desk. Worked out from the blueprints and from what the doors really make.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { exampleMessage } from '../src/exchange/bars/example.ts';
import { readMessage } from '../src/exchange/bars/read-message.ts';
import { referralOf as referralOfRow } from '../src/exchange/imports/from-row.ts';
import { fieldsOf as columnsOf, type ImportedValues } from '../src/exchange/spreadsheets/import-fields.ts';
import { answersOf, dutyReasons, personOf } from '../src/journey/front-door/answers.ts';
import { askedOnCall, referralFromCall } from '../src/journey/front-door/calling.ts';
import type { DraftKind, NewReferral } from '../src/journey/front-door/model.ts';
import { professionalReferral } from '../src/journey/front-door/professional-answers.ts';
import { professionalQuestions } from '../src/journey/front-door/professional-questions.ts';
import { fieldsOf, type Question } from '../src/journey/front-door/question.ts';
import { questionsOn, type SelfPageKey } from '../src/journey/front-door/questions.ts';
import { ageOn, factsOf, hasSafetyConcern, heardName } from '../src/journey/triage/facts.ts';
import { controlOf, mayBeHeard, openFacts, readBy, readHeard, typedFor } from '../src/journey/triage/heard.ts';
import { withKnownArea } from '../src/journey/triage/suggest.ts';
import { blueprintFolder, readPlace } from '../src/place/setting-up/read-place.ts';
import type { ServiceRules } from '../src/platform/blueprint/blueprint.ts';
import type { Place } from '../src/platform/blueprint/place.ts';
import { evaluate } from '../src/platform/decisions/evaluate.ts';
import type { Facts } from '../src/platform/decisions/evaluation.ts';
import type { Input } from '../src/platform/decisions/table.ts';

const today = '2026-11-20';
const places: readonly Place[] = readdirSync(blueprintFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(`${blueprintFolder}${entry.name}`).includes('rules'))
  .map(({ name }) => readPlace([name]).place);

type Fields = Record<string, string | string[]>;

const oneAnswer = (question: Question, code: string | undefined): Fields => {
  if (question.control === 'day')
    return { [`${question.code}-day`]: '4', [`${question.code}-month`]: '5', [`${question.code}-year`]: '1990' };
  if (question.control === 'ticks') return code === undefined ? {} : { [code]: 'yes' };
  if (question.control === 'tick') return { [question.code]: 'yes' };
  if (question.control === 'many') return code === undefined ? {} : { [question.code]: [code] };
  return { [question.code]: code ?? 'bridgwater' };
};

/** A form filled in whole, once with each choice of each of its questions. */
function fillings(questions: readonly Question[]): Fields[] {
  const whole: Fields = Object.assign({}, ...questions.map((question) => oneAnswer(question, question.codes?.[0])));
  return questions.flatMap((question) =>
    (question.codes ?? [undefined]).map((code) => {
      const others = Object.fromEntries(Object.entries(whole).filter(([name]) => !fieldsOf(question).includes(name)));
      return { ...others, ...oneAnswer(question, code) };
    }),
  );
}

const pages: readonly SelfPageKey[] = ['1', '2', '3', '4', '5', '6', 'now', 'more'];
const byHand = (kind: DraftKind): NewReferral[] =>
  fillings(pages.flatMap((key) => questionsOn(key))).map((fields) => {
    const answers = Object.fromEntries(pages.map((key) => [key, { fields, skipped: false, version: 1 }]));
    const door = kind === 'self' ? 'self' : 'carer';
    return {
      door,
      kind: door,
      language: 'en',
      person: personOf(answers, kind, today),
      answers: answersOf(answers, kind),
      agreement: 'own',
    };
  });

/** A message with one flag of this code of the standard. */
const flagged = (code: string, born = '1961-03'): unknown => {
  const message = structuredClone(exampleMessage()) as { entry: { resource: Record<string, unknown> }[] }; // one shape is enough to change a part
  for (const { resource } of message.entry) {
    if (resource.resourceType === 'Flag')
      resource.code = { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/safeguarding-codes-bars', code }] };
    if (resource.resourceType === 'Patient') resource.birthDate = born;
  }
  return message;
};
const reading = { today, services: [], door: 'professional', accountId: 'a', sender: 'Riverside' } as const;
const fromMessage = (document: unknown): NewReferral[] => {
  const read = readMessage(document, reading);
  assert.ok(read.ok && read.message.reason === 'new', JSON.stringify(read));
  return [read.message.referral];
};

const row = Object.fromEntries(columnsOf('referrals').map(({ name }) => [name, 'Some words'])) as ImportedValues; // every column of the list
const doors: Readonly<Record<string, readonly NewReferral[]>> = {
  'asks for themselves': byHand('self'),
  'asks for someone else': byHand('for_someone_else'),
  professional: fillings(professionalQuestions).map((fields) => professionalReferral(fields, { today, accountId: null, service: '' })),
  'phone, walk-in, café or paper': fillings(askedOnCall).map((fields) => referralFromCall(fields, today)),
  spreadsheet: ['today', 'weeks'].map((urgencyAsked) =>
    referralOfRow(
      {
        ...row,
        birth: '1990-05-04',
        referralDate: '2026-11-12',
        town: 'Bridgwater',
        door: 'mash',
        urgencyAsked,
        agenciesInvolved: 'The GP; The school',
        noFixedAbode: 'yes',
      },
      '',
    ),
  ),
  'message from another system': fromMessage(flagged('881081000000100')),
};

const factsFrom = ({ door, kind, person, answers, urgencyAsked }: NewReferral, born = person.born ?? null): Facts => ({
  ...factsOf(
    {
      door,
      kind,
      born,
      area: person.area ?? '',
      noFixedAbode: person.noFixedAbode ?? false,
      interpreter: person.interpreter ?? null,
      urgencyAsked: urgencyAsked ?? null,
    },
    answers,
    today,
  ),
  age_at_referral: ageOn(born, today),
});

const madeBy = (place: Place, rules: ServiceRules, { name }: Input): string[] =>
  Object.entries(doors).flatMap(([door, referrals]) =>
    referrals.some((referral) => withKnownArea(place, rules, factsFrom(referral))[name] !== undefined) ? [door] : [],
  );

/** What an answer at the desk makes of it, through the same way as it is kept and read. */
function written(place: Place, rules: ServiceRules, input: Input, value: string): unknown {
  const [open] = openFacts(place, [rules], {}, []).filter(({ input: { name } }) => name === input.name);
  if (!open) return undefined;
  const typed = { answer: input.type === 'number' ? [] : [`${input.name}=${value}`], number: [value], number_of: [input.name] };
  const { heard, faults } = readHeard([open], typed);
  assert.deepEqual(faults, []);
  const answers = heard.map(({ fact, answer }, at) => ({ ...answer, question: heardName(fact, 40 + at) }));
  const about = {
    door: 'professional',
    kind: 'professional',
    born: null,
    area: '',
    noFixedAbode: false,
    interpreter: null,
    urgencyAsked: null,
  };
  return withKnownArea(place, rules, factsOf(about, answers, today))[input.name];
}

/** Facts that neither a door nor the desk makes, and why that is so. Nothing else may be. */
const keptApart: Readonly<Record<string, string>> = {
  gender_identity: 'An equality answer, on their own record: a replay reads it there, and triage may not.',
  ethnic_category: 'An equality answer, on their own record: an order reads it there, and triage may not.',
  opd_screened_in: 'A fact of justice: triage may read it and never write it.',
};

test('SOM-1, SOM-10, SOM-11, CHO-18, CHO-19: every fact that a shipped rule reads is made by a door, or may be written down at the desk', (t) => {
  assert.ok(places.length >= 4);
  const unmade = new Set<string>();
  const lines = new Set<string>();
  for (const place of places)
    for (const rules of place.rules)
      for (const input of readBy(rules)) {
        const from = [...madeBy(place, rules, input), ...(mayBeHeard(input) ? ['the desk'] : [])];
        lines.add(`${input.name}: ${from.join(', ') || keptApart[input.name] || 'nobody'}`);
        if (from.length === 0) unmade.add(input.name);
      }
  for (const line of [...lines].sort()) t.diagnostic(line);
  assert.deepEqual([...unmade].sort(), Object.keys(keptApart).sort());
});

test('SOM-10, CHO-19: every answer that a fact may have reaches the rules from the desk as it was chosen', () => {
  let tried = 0;
  for (const place of places)
    for (const rules of place.rules)
      for (const input of readBy(rules).filter(mayBeHeard)) {
        const values =
          input.type === 'number' ? [input.lowest ?? 0, 3, input.highest ?? 9].map(String) : (input.values ?? []).map(({ code }) => code);
        assert.ok(values.length > 0, input.name);
        for (const value of values) {
          const made = written(place, rules, input, value);
          assert.deepEqual([made].flat(), [input.type === 'number' ? Number(value) : value], `${rules.blueprint} ${input.name} ${value}`);
          assert.equal(evaluate(rules.table, { [input.name]: made }).problem, undefined);
          tried += 1;
        }
      }
  assert.ok(tried > 100);
});

const rowsMet = (place: Place, code: string, facts: Facts): string[] => {
  const rules = place.rules.find((one) => one.code === code);
  assert.ok(rules, code);
  return evaluate(rules.table, withKnownArea(place, rules, facts)).fired.map(({ reasonCode }) => reasonCode);
};
const placeOf = (name: string): Place => readPlace([name]).place;

test('CHO-19: what a referrer wrote of what was tried is not asked again, in any words and by any door that asks it', () => {
  const chorley = placeOf('chorley-hub');
  for (const door of ['professional', 'spreadsheet'])
    for (const referral of doors[door] ?? []) {
      const told = referral.answers.some(({ question, status }) => question === 'tried' && status === 'answered');
      assert.ok(told);
      assert.ok(!rowsMet(chorley, 'hub-intake', { ...factsFrom(referral), lives_in_area: 'yes' }).includes('ASK_TRIED'), door);
    }
  const [self] = doors['asks for themselves'] ?? [];
  assert.ok(self);
  assert.deepEqual(rowsMet(chorley, 'hub-intake', { ...factsFrom(self), lives_in_area: 'yes' }), ['ASK_TRIED']);
});

test('SOM-8, CHO-17: ticking somebody who has been there asks for them; what comes from the safeguarding hub says so', () => {
  const somerset = placeOf('somerset-open-door');
  const peers = (doors['asks for themselves'] ?? []).filter(({ answers }) => answers.some(({ codes }) => codes.includes('peer')));
  assert.ok(peers.length > 0);
  for (const peer of peers) assert.ok(rowsMet(somerset, 'triage', factsFrom(peer)).includes('ASKED_FOR_PEER'));
  const hub = (doors.professional ?? []).filter(({ door }) => door === 'mash');
  assert.ok(hub.length > 0);
  for (const one of hub) assert.ok(rowsMet(placeOf('chorley-hub'), 'first-step', factsFrom(one)).includes('FROM_MASH'));
});

test('SOM-11, SOM-14: what a referrer chooses where they know it meets the rows that read it; what they leave empty is not known', () => {
  const somerset = placeOf('somerset-open-door');
  const professional = (more: Fields) =>
    factsFrom(professionalReferral({ ...fillings(professionalQuestions)[0], ...more }, { today, accountId: null, service: '' }));
  const met = (more: Fields): string[] => rowsMet(somerset, 'triage', professional(more));
  const empty = { domestic_abuse: '', children_at_home: '', agencies_involved: '', previous_talking_therapies: '' };
  for (const [more, row] of [
    [{ domestic_abuse: 'not_sure' }, 'ABUSE_DESCRIBED'],
    [{ agencies_involved: '3' }, 'SEVERAL_AGENCIES'],
    [{ previous_talking_therapies: 'could_not_go' }, 'THERAPIES_NOT_RIGHT'],
  ] as const) {
    assert.ok(met({ ...empty, ...more }).includes(row), row);
    assert.ok(!met(empty).includes(row), row);
  }
  assert.ok(!met({ ...empty, agencies_involved: '2' }).includes('SEVERAL_AGENCIES'));
  for (const fact of Object.keys(empty)) assert.equal(professional(empty)[fact], undefined, fact);
});

test('S10.1: abuse at home, from a message or the desk, counts as a safety answer, and no reason of a rule that is sent says it', () => {
  const [message] = doors['message from another system'] ?? [];
  assert.ok(message);
  assert.ok(hasSafetyConcern(message.answers));
  assert.ok(dutyReasons(message.answers).length > 0, 'somebody on duty reads it today');
  assert.ok(hasSafetyConcern([{ question: heardName('domestic_abuse', 9), status: 'answered', words: '', codes: ['yes'] }]));
  for (const place of places)
    for (const { table, purpose } of place.rules)
      for (const { cells, reason, changes } of purpose === 'suggestion' ? table.rules : [])
        if ([cells.domestic_abuse, cells.unsafe_at_home].some((cell = '-') => cell !== '-'))
          assert.doesNotMatch(`${reason} ${changes}`, /abuse|violen|unsafe|not be safe|at home|afraid|partner/i);
});

test('SOM-10: what was written last counts, and an emptied answer is not known again', () => {
  const heard = (position: number, codes: string[], status = 'answered') => ({
    question: heardName('complex_emotional_needs', position),
    status,
    words: '',
    codes,
  });
  const about = { door: 'self', kind: 'self', born: null, area: '', noFixedAbode: false, interpreter: null, urgencyAsked: null };
  const fact = (...answers: ReturnType<typeof heard>[]): unknown => factsOf(about, answers, today).complex_emotional_needs;
  assert.equal(fact(heard(7, ['no']), heard(9, ['yes'])), 'yes');
  assert.equal(fact(heard(7, ['yes']), heard(9, [], 'not_known')), undefined);
  const input: Input = {
    name: 'complex_emotional_needs',
    label: 'x',
    type: 'code',
    values: [{ code: 'yes', label: 'Yes' }],
    category: 'clinical',
  };
  const none = { answer: [], number: [], number_of: [] };
  assert.deepEqual(readHeard([{ input, codes: [] }], none), { heard: [], faults: [] }, 'nothing chosen is nothing said');
  assert.equal(readHeard([{ input, codes: ['yes'] }], none).heard[0]?.answer.status, 'not_known');
  const odd = readHeard([{ input, codes: [] }], { ...none, answer: ['complex_emotional_needs=constructor'] });
  assert.deepEqual([odd.heard.length, odd.faults[0]?.field], [0, controlOf(input)]);
  const days: Input = { ...input, type: 'number', values: undefined, lowest: 0, highest: 56 };
  for (const wrong of ['-1', '57', '1.5', '1e3', 'soon', '9999999999'])
    assert.equal(readHeard([{ input: days, codes: [] }], { answer: [], number: [wrong], number_of: [days.name] }).faults.length, 1, wrong);
  assert.deepEqual(typedFor(days, { answer: [], number: ['7', ' 28 '], number_of: ['other', days.name] }), ['28']);
});

test('S10.1: a flag of another system is of a child where its code says so or the person is one, and “no concern” is none', () => {
  const of = (code: string, born?: string) =>
    fromMessage(flagged(code, born))[0]?.answers.find(({ question }) => question === 'safeguarding')?.codes;
  assert.deepEqual(of('836881000000105'), ['child']);
  assert.deepEqual(of('864491000000105'), ['child'], 'a child of theirs');
  assert.deepEqual(of('766561000000109'), ['adult']);
  assert.deepEqual(of('766561000000109', '2012-05-04'), ['adult'], 'the code says so');
  assert.deepEqual(of('U'), ['adult']);
  assert.deepEqual(of('U', '2012-05-04'), ['child']);
  assert.equal(of('861931000000100'), undefined);
});
