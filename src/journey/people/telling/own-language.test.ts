// MOS-22, S3.3: messages in the language their reader chose, safe on a locked phone in every one of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { entriesOf, holesIn } from '../../../platform/language/catalogue.ts';
import { languageFacts, languages, type Translated } from '../../../platform/language/languages.ts';
import { personPurposes } from '../model.ts';
import { messageCatalogue } from './message-texts.ts';
import { givesAway, inBothTongues, writeInLanguage } from './own-language.ts';
import { writeToPerson } from './wording.ts';

const translated = languages.filter((one): one is Translated => one !== 'en');
const names = ['Willow Minds', 'Willow desk'];
const setting = { place: 'Willow Minds', names, publicUrl: 'https://willow.example.org', longest: 160 };
const now = new Date('2026-11-20T10:00:00Z');
const scripts: Readonly<Partial<Record<Translated, RegExp>>> = { ur: /[ٹڈڑےیہ]/u, ar: /\p{Script=Arabic}/u };

test('S3.3: no plain sentence of any language holds a reason, a link or a place to fill that a plain message may not', () => {
  for (const language of translated)
    for (const { key, words } of entriesOf(messageCatalogue.translations[language], 'message')) {
      if (!/\.(plain|plainToAnyone|anyone|worker|workerToAnyone)$/.test(key) && key !== 'message.hello.named') continue;
      assert.equal(givesAway(words, names, language), false, `${language} ${key}: ${words}`);
      for (const hole of holesIn(words))
        assert.ok(['name', 'worker', 'day', 'time', 'code', 'number'].includes(hole), `${language} ${key} {${hole}}`);
    }
});

test('S3.3: whatever the facts, a plain message in any language says nothing of a service, and fits one lock screen', () => {
  const fact = fc.oneof(
    fc.constantFrom('Friday 27 Nov', '2pm', 'Priya', 'Willow desk', 'mental health', 'https://x.example.org', '/me', 'K7M4QP'),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...translated),
      fc.constantFrom(...personPurposes),
      fc.record({ day: fact, time: fact, worker: fact, team: fact, words: fact, path: fact, code: fact }, { requiredKeys: [] }),
      fc.constantFrom('Ellie', '', 'علی'),
      (language, purpose, facts, name) => {
        const own = writeInLanguage({ purpose, wording: 'plain', mayLink: true, name, facts }, setting, {
          language,
          approved: new Map(),
          now,
        });
        if (!own) return;
        assert.equal(givesAway(`${own.subject} ${own.body}`, names, language), false, own.body);
        assert.doesNotMatch(own.body, /https?:|[{}]/);
        assert.ok([...own.body].length <= 160);
      },
    ),
    { numRuns: 2000 },
  );
});

test('MOS-22: every purpose has words in every language, with the day and the time as that language writes them', () => {
  const facts = { day: 'Friday 27 Nov', time: '2:30pm', worker: 'Priya', team: 'Willow desk', path: '/me', code: 'K7M4QP' };
  for (const language of translated)
    for (const purpose of personPurposes)
      for (const wording of ['plain', 'named'] as const) {
        if (purpose === 'sign_in_link' && wording === 'plain') continue;
        const own = writeInLanguage({ purpose, wording, mayLink: true, name: 'Ellie', facts }, setting, {
          language,
          approved: new Map(),
          now,
        });
        assert.ok(own, `${language} ${purpose} ${wording}`);
        assert.doesNotMatch(own.body, /Friday|Nov\b|pm\b|undefined|[{}]/, own.body);
        if (scripts[language]) assert.match(own.body, scripts[language]);
      }
  const urdu = writeInLanguage({ purpose: 'appointment', wording: 'plain', mayLink: false, name: 'Ellie', facts }, setting, {
    language: 'ur',
    approved: new Map(),
    now,
  });
  assert.match(urdu?.body ?? '', /جمعہ/);
  assert.match(urdu?.body ?? '', /نومبر/);
  const polish = writeInLanguage({ purpose: 'reminder', wording: 'plain', mayLink: false, name: '', facts }, setting, {
    language: 'pl',
    approved: new Map(),
    now,
  });
  assert.equal(polish?.body, 'Dzień dobry, tu Priya. Czy termin piątek, 27 listopada, 14:30 nadal pasuje? Odpisz YES lub NO.');
});

test('MOS-22, S6.4: who comes along is said in every language where the message names us, and never where somebody else may see it', () => {
  const facts = { day: 'Friday 27 Nov', time: '2:30pm', worker: 'Priya' };
  for (const language of translated)
    for (const company of ['ours', 'own'] as const)
      for (const wording of ['named', 'plain'] as const) {
        const message = { purpose: 'appointment', wording, mayLink: false, name: 'Ellie', facts } as const;
        const reader = { language, approved: new Map(), now };
        const alone = writeInLanguage(message, setting, reader);
        const own = writeInLanguage({ ...message, facts: { ...facts, company } }, setting, reader);
        const said = messageCatalogue.translations[language] as { company: Record<string, string> }; // its own shape
        assert.equal(own?.body, wording === 'named' ? `${alone?.body} ${said.company[company]}` : alone?.body, `${language} ${company}`);
        const short = writeInLanguage(
          { ...message, facts: { ...facts, company } },
          { ...setting, longest: [...(alone?.body ?? '')].length },
          reader,
        );
        assert.equal(short?.body, alone?.body, 'left out where there is no room');
      }
});

test('S8.2: until somebody approved its sentences the English follows; then it goes alone', () => {
  const message = { purpose: 'receipt', wording: 'plain', mayLink: false, name: 'Ellie', facts: { day: 'Friday 27 Nov' } } as const;
  const english = writeToPerson(message, setting);
  assert.ok(english);
  const before = writeInLanguage(message, setting, { language: 'pl', approved: new Map(), now });
  assert.equal(inBothTongues(english, before, false).body, `${before?.body}\n\n${english.body}`);
  const approved = new Map([
    ['message.hello.named', 'Cześć, {name}.'],
    ['message.receipt.plain', 'Dziękujemy. Odpiszemy: {day}.'],
    ['message.subject.plain', 'Dla: {name}'],
  ]);
  const after = writeInLanguage(message, setting, { language: 'pl', approved, now });
  assert.equal(inBothTongues(english, after, false).body, 'Cześć, Ellie. Dziękujemy. Odpiszemy: piątek, 27 listopada.');
  assert.equal(inBothTongues(english, after, true).body.includes(english.body), true, 'words written for them alone are never left out');
  const unsafe = writeInLanguage(message, setting, {
    language: 'pl',
    approved: new Map([...approved, ['message.receipt.plain', 'Zdrowie psychiczne']]),
    now,
  });
  assert.equal(unsafe, null, 'approved words are held to the same rules');
  assert.equal(languageFacts.ur.direction, 'rtl');
});
