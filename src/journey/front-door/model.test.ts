import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { createDatabase } from '../../../test/harness/postgres.ts';
import { plainFigures } from '../people/typed-date.ts';
import { answerWords, asAsked, questionWords } from './answer-words.ts';
import { answersOf, dutyReasons, personOf, reachFaults } from './answers.ts';
import { type DoorAnswers, referralLifecycle, referralStates } from './model.ts';
import { professionalQuestions, professionalSections } from './professional-questions.ts';
import { professionalWords, refer, referFaults, sectionTitles, sent, standing } from './professional-texts.ts';
import { fieldsOf, type Question } from './question.ts';
import { numberedPages, questionsOn, type SelfPageKey, selfQuestions } from './questions.ts';
import { isEmail, isPhone } from './reading.ts';
import { doorTexts } from './texts.ts';

const database = await createDatabase();

describe('the answers of the front door', () => {
  after(() => database.close());

  test('workflows §4.1: the program’s transition table is the database’s', async () => {
    const rows = await database.as({ kind: 'worker', job: 'look' }, (tables) =>
      tables.selectFrom('allowedTransition').select(['fromState', 'toState']).where('lifecycle', '=', 'referral').execute(),
    );
    const told = (from: string | null, to: string): string => `${from ?? '–'} → ${to}`;
    assert.deepEqual(
      referralLifecycle.transitions.map(({ from, to }) => told(from, to)).sort(),
      rows.map(({ fromState, toState }) => told(fromState, toState)).sort(),
    );
  });

  test('whatever somebody ticks at the door, staff read it in words, each question once', () => {
    const questions: readonly Question[] = selfQuestions.filter(({ keptIn }) => keptIn === 'answer');
    const chosen = questions.flatMap((question) =>
      question.control === 'ticks' || question.control === 'tick'
        ? fieldsOf(question).map((field) => [field, 'yes'] as const)
        : (question.codes ?? []).map((code) => [question.code, code] as const),
    );
    fc.assert(
      fc.property(fc.subarray(chosen), (some) => {
        const fields = Object.fromEntries(some.map(([field]) => [field, some.filter(([one]) => one === field).map(([, code]) => code)]));
        const page = { fields, skipped: false, version: 1 };
        const answers: DoorAnswers = { 1: page, 2: page, 3: page, now: page, 5: page, 6: page };
        const read = asAsked(answersOf(answers, 'self').map((one) => ({ ...one, saidBy: 'person' })));
        for (const one of read) assert.doesNotMatch(`${questionWords(one)}. ${answerWords(one) ?? ''}`, /_|(^|\. )(yes|eating)\b/);
        assert.equal(new Set(read.map(questionWords)).size, read.length);
      }),
      { numRuns: 200 },
    );
  });

  test('S5.1: there is no rejected state, and every state has words for the person and the referrer', () => {
    assert.ok(!referralStates.some((state) => /reject|refus|declin/.test(state)));
    const facts = { team: 'Willow desk', by: 'Friday', reader: 'Priya' };
    for (const state of referralStates)
      for (const say of [doorTexts('en').status[state], doorTexts('ar').status[state], standing[state]]) {
        assert.ok(say(facts).length > 5, state);
        assert.ok(!say(facts).includes(state), `${state} is shown raw`);
      }
  });

  /** Every sentence of a catalogue, its functions called with something plausible. */
  function sentences(value: unknown): string[] {
    if (typeof value === 'string') return [value];
    // Catalogue functions take texts, numbers or the facts of a state; any of them accepts this.
    if (typeof value === 'function')
      return sentences(
        (value as (...given: unknown[]) => unknown)(
          Object.assign('Front door team', { team: 'Front door team', by: 'Friday', reader: 'Priya', most: 5000 }),
          'Friday',
        ),
      );
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [];
  }
  const english = [doorTexts('en'), professionalWords, refer, referFaults, sectionTitles, sent, standing].flatMap(sentences);

  test('ux §10, S19: sentences of 20 words at most, curly apostrophes, none of the words we do not say', () => {
    assert.ok(english.length > 250);
    for (const text of english) {
      for (const sentence of text.split(/(?<=[.?!:;])\s/)) assert.ok(sentence.split(/\s+/).length <= 20, `too long: ${sentence}`);
      assert.doesNotMatch(text, /'/, text);
      assert.doesNotMatch(
        text,
        /\b(patient|client|service user|reject\w*|inappropriate|queue|risk assess\w*|high risk|low risk|urgent|priority|DNA|non-compliant|disengaged|commit suicide|offender|discharge|closure|N\/A|submit|click here|please|unfortunately|simply)\b/i,
        text,
      );
      assert.doesNotMatch(text, /!/, text);
    }
  });

  test('SOM-6: asking for help has no minimum, and no word of a condition to meet', () => {
    for (const text of english)
      assert.doesNotMatch(text, /\b(eligib\w*|criteria|threshold|severe|severity|moderate|qualif\w*|diagnosed|too ill|must have)\b/i, text);
  });

  test('every question is asked once, on one page; every answer belongs to one category', () => {
    const onPages = [...numberedPages, 'now' as const, 'more' as const].flatMap((key) => questionsOn(key).map(({ code }) => code));
    assert.deepEqual([...onPages, 'added'].sort(), selfQuestions.map(({ code }) => code).sort());
    const inSections = Object.values(professionalSections).flat();
    assert.deepEqual(inSections.toSorted(), professionalQuestions.map(({ code }) => code).toSorted());
  });

  const typedPage = (key: SelfPageKey) =>
    fc.record(
      Object.fromEntries(
        questionsOn(key).flatMap((question) =>
          fieldsOf(question).map((field) => [
            field,
            question.control === 'many'
              ? fc.subarray([...(question.codes ?? [])])
              : question.codes && question.control !== 'ticks'
                ? fc.constantFrom('', ...question.codes)
                : question.control === 'tick' || question.control === 'ticks'
                  ? fc.constantFrom('', 'yes')
                  : fc.oneof(fc.constant(''), fc.string({ maxLength: 20 })),
          ]),
        ),
      ),
    );
  const anyAnswers: fc.Arbitrary<DoorAnswers> = fc
    .record(
      {
        1: typedPage('1'),
        2: typedPage('2'),
        3: typedPage('3'),
        4: typedPage('4'),
        5: typedPage('5'),
        6: typedPage('6'),
        now: typedPage('now'),
        more: typedPage('more'),
      },
      { requiredKeys: [] },
    )
    .map(
      (pages) =>
        Object.fromEntries(Object.entries(pages).map(([key, fields]) => [key, { fields, skipped: false, version: 1 }])) as DoorAnswers,
    ); // every page is there or not

  test('S3.1, S3.3: whatever is answered, nothing that was not said to be safe becomes safe; we name ourselves and link only where nobody else can see', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom('self' as const, 'for_someone_else' as const), (answers, kind) => {
        const person = personOf(answers, kind, '2026-11-20');
        const channels = [answers['4']?.fields.channels ?? []].flat();
        for (const point of person.contactPoints ?? []) {
          assert.equal(point.safeToUse === 'safe', channels.includes(point.channel));
          assert.equal(point.mayNameService === true, answers['4']?.fields.shared === 'no');
          const says = kind === 'self' && answers['4']?.fields.shared === 'no' && answers['4']?.fields.links === 'yes';
          assert.equal(point.maySendLinks, says && point.safeToUse === 'safe' && ['text', 'email'].includes(point.channel));
          assert.notEqual(point.voicemail, true);
        }
        if (kind === 'for_someone_else') assert.equal(person.willContactUs, false);
      }),
    );
  });

  test('fields §2: every answer has one status; answered has something in it, and nothing else has', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom('self' as const, 'for_someone_else' as const), (answers, kind) => {
        const kept = answersOf(answers, kind);
        assert.equal(new Set(kept.map((one) => one.question)).size, kept.length, 'one answer to one question');
        for (const one of kept) assert.equal(one.status === 'answered', one.words !== '' || one.codes.length > 0, one.question);
        for (const key of numberedPages.filter((page) => answers[page] === undefined))
          for (const question of questionsOn(key))
            assert.ok(!kept.some((one) => one.question === question.code && one.status !== 'not_asked'));
        assert.deepEqual(
          reachFaults({ ...answers, 5: { fields: {}, skipped: true, version: 2 } }, kind, doorTexts('en').faults),
          [],
          'who somebody is can be skipped',
        );
      }),
    );
  });

  test('S1.3: reasons for the duty task name answers; no number of answers changes their words', () => {
    const reasons = dutyReasons([{ question: 'safe_now', codes: ['no'] }]);
    const more = dutyReasons([
      { question: 'safe_now', codes: ['no'] },
      { question: 'self_harm', codes: ['yes'] },
      { question: 'unsafe_at_home', codes: ['yes'] },
    ]);
    assert.deepEqual(more, [...reasons, 'said what makes it unsafe']);
    assert.deepEqual(dutyReasons([{ question: 'safe_now', codes: ['yes'] }]), []);
  });

  test('phone numbers, addresses and figures are read as people write them', () => {
    for (const phone of ['07700 900123', '+44 7700 900123', '(01632) 960-123', '٠٧٧٠٠٩٠٠١٢٣']) assert.ok(isPhone(phone), phone);
    for (const phone of ['123', 'ring me', '07700 900123 ext']) assert.ok(!isPhone(phone), phone);
    for (const email of ['a@b.co', 'first.last+x@elm.example']) assert.ok(isEmail(email), email);
    for (const email of ['a@b', 'a b@c.de', '<a@b.de>', 'a@b.c']) assert.ok(!isEmail(email), email);
    assert.equal(plainFigures('٢٣ و ۴۵'), '23 و 45');
  });
});
