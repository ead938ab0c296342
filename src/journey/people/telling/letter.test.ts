// S3.3, S3.6: what goes by post reads as a letter, in every language, and gives no more away than a text would.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { entriesOf, holesIn } from '../../../platform/language/catalogue.ts';
import { type Language, languages } from '../../../platform/language/languages.ts';
import { personPurposes } from '../model.ts';
import { writeLetter } from './letter.ts';
import { messageCatalogue } from './message-texts.ts';
import { givesAway } from './own-language.ts';
import type { ForPerson } from './wording.ts';
import { notPlain } from './wording.ts';

const names = ['Willow Minds', 'Willow desk'];
const setting = { place: 'Willow Minds', names, number: '07700 900321' };
const now = new Date('2026-11-20T10:00:00Z');
const write = (message: ForPerson, language: Language, approved: ReadonlyMap<string, string> = new Map()) =>
  writeLetter(message, setting, language === 'en' ? { language, now } : { language, approved, now });

const facts = { day: 'Friday 27 Nov', time: '2pm', worker: 'Priya', team: 'Willow desk', path: '/me', code: 'K7M4QP' };

/** To answer a text, in each language: nobody can do that to a sheet of paper. */
const answersToText = /\b(reply|text|write|tap|click|atebwch|ysgrifennwch|odpisz|pisz|ku jawaab|soo qor)\b|رد بكلمة|اكتب|لکھ/iu;
const codewords = /\b(YES|NO)\b/;
const forPhones = /https?:|www\.|\/me|\/s\/|K7M4QP|your link|your code|[{}]|undefined/i;

test('S3.6: no letter of any purpose, wording or language asks for a reply, or holds a code or link that only works on a phone', () => {
  const fact = (...known: readonly string[]) => fc.constantFrom(...known, '');
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.constantFrom(...personPurposes),
      fc.constantFrom('plain', 'named'),
      fc.boolean(),
      fc.constantFrom('Ellie', '', 'علی'),
      fc.record(
        {
          day: fact('Friday 27 Nov'),
          time: fact('2pm'),
          worker: fact('Priya'),
          team: fact('Willow desk'),
          company: fact('ours', 'own'),
          place: fact('The library'),
          words: fact('Recovery college, with Willow desk.'),
          path: fact('/me', '/s/abc'),
          code: fact('K7M4QP'),
        },
        { requiredKeys: [] },
      ),
      (language, purpose, wording, mayLink, name, facts) => {
        const letter = write({ purpose, wording, mayLink, name, facts }, language);
        const byPhone = purpose === 'sign_in_link' || purpose === 'sign_in_code';
        assert.equal(letter === null, byPhone, `${language} ${purpose} ${wording}`);
        if (!letter) return;
        assert.doesNotMatch(letter.body, answersToText);
        assert.doesNotMatch(letter.body, codewords);
        assert.doesNotMatch(letter.body, forPhones);
        assert.ok(letter.body.includes(setting.number), 'how to answer is said');
      },
    ),
    { numRuns: 3000 },
  );
});

test('S3.3: whatever the facts, a letter that others may open names no service, gives no reason and holds no link', () => {
  const fact = fc.oneof(
    fc.constantFrom('Friday 27 Nov', '2pm', 'Priya', 'Willow desk', 'mental health', 'https://x.example.org', '/me', 'Crisis café', 'ours'),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.constantFrom(...personPurposes),
      fc.record(
        { day: fact, time: fact, worker: fact, team: fact, place: fact, company: fact, words: fact, path: fact },
        { requiredKeys: [] },
      ),
      fc.constantFrom('Ellie', '', 'Hub'),
      (language, purpose, facts, name) => {
        const letter = write({ purpose, wording: 'plain', mayLink: true, name, facts }, language);
        if (!letter) return;
        assert.equal(notPlain(letter.body, names), null, letter.body);
        if (language !== 'en') assert.equal(givesAway(letter.body, names, language), false, letter.body);
        assert.doesNotMatch(letter.body, /https?:|[{}]/);
      },
    ),
    { numRuns: 3000 },
  );
});

test('S3.3: every letter that may name us has a plain one beside it, whose sentences take plain facts alone', () => {
  for (const language of languages) {
    const texts = language === 'en' ? messageCatalogue.english : messageCatalogue.translations[language];
    const keys = new Map(entriesOf(texts, 'message').map(({ key, words }) => [key, words]));
    for (const [key, words] of keys) {
      const whole = /^message\.letter\.(?!hello|where)(\w+)\.named$/.exec(key);
      if (whole) assert.ok(keys.has(`message.letter.${whole[1]}.plain`), `${language} ${key}`);
      if (key.startsWith('message.letter.') && key.endsWith('.plain'))
        for (const hole of holesIn(words)) assert.ok(['worker', 'day', 'time', 'number'].includes(hole), `${language} ${key} {${hole}}`);
    }
    for (const purpose of personPurposes)
      for (const wording of ['plain', 'named'] as const)
        assert.equal(
          write({ purpose, wording, mayLink: true, name: 'Ellie', facts }, language) === null,
          purpose === 'sign_in_link' || purpose === 'sign_in_code',
          `${language} ${purpose} ${wording}`,
        );
  }
});

test('S3.6: an appointment letter greets them, says when, how to answer on the telephone or in person, and who writes', () => {
  const message = {
    purpose: 'appointment',
    mayLink: true,
    name: 'Ellie',
    facts: { ...facts, place: 'The library', company: 'own' },
  } as const;
  assert.equal(
    write({ ...message, wording: 'plain' }, 'en')?.body,
    [
      'Dear Ellie,',
      'We meet on Friday 27 Nov at 2pm. If that suits you, there is nothing to do. If not, another time is fine.',
      'To answer, ring 07700 900321, or say so in person.',
      'With best wishes\nPriya',
    ].join('\n\n'),
  );
  assert.equal(
    write({ ...message, wording: 'named' }, 'en')?.body,
    [
      'Dear Ellie,',
      'Your appointment is on Friday 27 Nov at 2pm. If that suits you, there is nothing to do. If not, another time or place is fine.',
      'Where: The library',
      'Bring whoever you like.',
      'To answer, ring 07700 900321, or say so in person.',
      'With best wishes\nPriya\nWillow desk\nWillow Minds',
    ].join('\n\n'),
  );
  const urdu = write({ ...message, wording: 'plain' }, 'ur')?.body ?? '';
  assert.match(urdu, /جمعہ/);
  assert.doesNotMatch(urdu, /Friday|2pm/);
});

test('S3.3: a decision is told in its own words where they may be shown, and only there; a link stands in them only where links are wanted', () => {
  const words = 'Recovery college, with Willow desk. See https://college.example.org';
  const message = { purpose: 'decision', name: 'Ellie', facts: { ...facts, words } } as const;
  assert.ok(write({ ...message, wording: 'named', mayLink: true }, 'en')?.body.includes(words));
  for (const wording of ['plain', 'named'] as const) {
    const body = write({ ...message, wording, mayLink: false }, 'en')?.body ?? '';
    assert.match(body, /Friday 27 Nov/);
    assert.doesNotMatch(body, /college/);
  }
});

test('S8.2: a letter counts as reviewed only when every sentence of it was approved', () => {
  const message = { purpose: 'missed', wording: 'plain', mayLink: false, name: 'Ellie', facts } as const;
  const keys = ['letter.hello.named', 'letter.missed.plain', 'letter.answer.plain', 'letter.close.plain'];
  const polish = new Map(entriesOf(messageCatalogue.translations.pl, 'message').map(({ key, words }) => [key, words]));
  const approved = new Map(keys.map((key) => [`message.${key}`, polish.get(`message.${key}`) ?? '']));
  assert.equal(write(message, 'pl', approved)?.reviewed, true);
  for (const key of approved.keys())
    assert.equal(write(message, 'pl', new Map([...approved].filter(([one]) => one !== key)))?.reviewed, false, key);
});
