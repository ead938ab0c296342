import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../platform/clock.ts';
import { type Language, languages } from '../../platform/language/languages.ts';
import { momentsIn } from '../../platform/language/moments.ts';
import { instrumentById } from '../measures/instruments/all.ts';
import type { Enrolment } from '../pathways/model.ts';
import type { SupportSession } from '../sessions/model.ts';
import { openedGently, type Situation, saidNear, scoresSaid, stepDay, whatNext } from './model.ts';
import { type OwnSpeech, ownCatalogue } from './texts.ts';

const speechIn = (language: Language): OwnSpeech => ({ texts: ownCatalogue.in(language), moments: momentsIn(language) });
const inEnglish = speechIn('en');
const now = new Date('2026-11-20T08:15:00Z');
const session = (startsAt: string): SupportSession => ({
  id: 's',
  personId: 'p',
  enrolmentId: null,
  workerId: 'w',
  workerName: 'Siobhan Keane',
  state: 'scheduled',
  startsAt: new Date(startsAt),
  minutes: 50,
  channel: '01',
  place: 'Community room',
  interpreter: null,
  version: 1,
});
const support: Enrolment = {
  id: 'e',
  personId: 'p',
  referralId: null,
  serviceCode: 'willow',
  pathwayCode: 'way',
  teamId: 't',
  teamName: 'Early help team',
  keyWorkerId: 'w',
  keyWorkerName: 'Siobhan Keane',
  state: 'active',
  stage: '',
  startsOn: '2026-06-01',
  plannedEndOn: null,
  endedOn: null,
  endingReason: null,
  reEntryUntil: null,
  version: 1,
  strands: [],
};
const nothing: Situation = { now, ahead: [], support: null, request: null, inTouchBy: null, ended: null };
const ended = { on: '2026-03-03', backUntil: '2027-03-03' };

test('what happens next is one sentence with one date, whoever it is about', () => {
  const cases: readonly [Partial<Situation>, string, string | undefined][] = [
    [{ ahead: [session('2026-11-20T14:00:00Z')], support }, 'You meet Siobhan today at 2pm.', 'answer'],
    [{ ahead: [session('2026-11-21T09:30:00Z')], support }, 'You meet Siobhan tomorrow at 9:30am.', 'answer'],
    [{ ahead: [session('2026-12-04T14:00:00Z')], support }, 'You meet Siobhan on Friday 4 Dec at 2pm.', 'answer'],
    [{ support, inTouchBy: new Date('2026-11-24T12:00:00Z') }, 'Nothing booked yet. Siobhan gets in touch by Tuesday 24 Nov.', undefined],
    [{ support }, 'Nothing booked yet. Siobhan gets in touch to find a time.', undefined],
    [{ support: { ...support, keyWorkerName: null } }, 'Nothing booked yet. The Early help team gets in touch to find a time.', undefined],
    [{ support: { ...support, state: 'paused' } }, 'Your support is paused. We look again together.', undefined],
    [{ request: 'Priya is reading what you told us.', ended }, 'Priya is reading what you told us.', undefined],
    [{ ended }, 'You can come back until 3 March 2027.', 'come back'],
    [{ ended: { ...ended, backUntil: null } }, 'You can ask for help again at any time.', 'ask'],
    [{}, 'Nothing is planned at the moment.', 'ask'],
  ];
  for (const [situation, sentence, way] of cases) {
    const next = whatNext({ ...nothing, ...situation }, inEnglish);
    assert.equal(next.sentence, sentence);
    assert.equal(next.way, way);
  }
});

test('today and tomorrow are days of the place, also where the clocks go back', () => {
  const near = (startsAt: string, at: string): string =>
    saidNear(inEnglish.texts.meeting.title, { workerName: 'Siobhan Keane', startsAt: new Date(startsAt) }, new Date(at), inEnglish);
  assert.equal(near('2026-10-25T15:00:00Z', '2026-10-24T22:30:00Z'), 'Siobhan, tomorrow at 3pm');
  assert.equal(near('2026-07-01T23:30:00Z', '2026-07-01T12:00:00Z'), 'Siobhan, tomorrow at 12:30am');
});

test('MOS-22: what happens next is said in the reader’s language, with the day and time as it says them', () => {
  const situation: Situation = { ...nothing, ahead: [session('2026-12-04T14:00:00Z')], support };
  assert.equal(whatNext(situation, speechIn('pl')).sentence, 'Twoje spotkanie: Siobhan, piątek, 4 grudnia, 14:00.');
  const arabic = whatNext(situation, speechIn('ar')).sentence;
  assert.match(arabic, /^لديك لقاء مع \u2068Siobhan\u2069 يوم /u, 'a name in another script keeps its own direction');
  assert.match(arabic, /4 ديسمبر/u, 'figures are Latin in every language');
  for (const language of languages)
    for (const state of ['active', 'paused', 'waiting'] as const) {
      const { sentence } = whatNext({ ...nothing, support: { ...support, state } }, speechIn(language));
      if (language !== 'en') assert.notEqual(sentence, whatNext({ ...nothing, support: { ...support, state } }, inEnglish).sentence);
    }
});

test('MOS-22, S8.3: scores are said from the same numbers in another language, with what differs between the languages they were taken in', () => {
  const definition = instrumentById.get('core-10');
  assert.ok(definition);
  const reading = (date: string, value: number, language = 'en') => ({ date, value, version: '1', language });
  const { scores } = speechIn('pl').texts;
  const said = (...readings: ReturnType<typeof reading>[]) => scoresSaid({ definition, readings }, speechIn('pl').texts);
  const better = said(reading('2026-06-01', 25), reading('2026-09-21', 9, 'pl'));
  assert.equal(better.asks, null);
  assert.ok(better.finding.startsWith('Wynik zmienił się z 25 na 9 w ciągu 16 tygodni.'), better.finding);
  for (const part of [scores.better, scores.below, scores.languages]) assert.ok(better.finding.includes(part), part);
  const worse = said(reading('2026-06-01', 20), reading('2026-06-08', 30));
  assert.equal(worse.asks, scores.asks, 'S17: a score that got worse is opened with a question');
  assert.ok(worse.finding.includes('7 dni') && worse.finding.includes(scores.worse) && worse.finding.includes(scores.above), worse.finding);
  assert.ok(!worse.finding.includes(scores.languages));
  assert.equal(said(reading('2026-06-01', 12)).finding, `${scores.one({ value: '12' })} ${scores.above}`);
});

test('S17: a score that got worse is opened with a question; every other finding stays as it was written', () => {
  assert.deepEqual(openedGently('Distress rose 7 points in 8 weeks. How does this fit?'), {
    asks: 'How does this fit?',
    finding: 'Distress rose 7 points in 8 weeks.',
  });
  fc.assert(
    fc.property(
      fc.string().filter((words) => !words.endsWith('How does this fit?')),
      (finding) => assert.deepEqual(openedGently(finding), { asks: null, finding }),
    ),
  );
});

test('a day that passed presses nobody about their own step, and stays a promise of ours', () => {
  const today = '2026-11-20';
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.constantFrom('person', 'worker'), fc.boolean(), (days, owner, done) => {
      const says = stepDay(
        { id: 's', what: 'Ring the council', owner, ownerName: '', byOn: addDays(today, days), doneOn: done ? today : null },
        today,
        inEnglish,
      );
      const words = says?.('Ring the council') ?? 'Ring the council';
      const expected = done ? /^Ring the council$/ : days >= 0 ? /, by / : owner === 'person' ? /^Ring the council$/ : /, promised for /;
      assert.match(words, expected);
    }),
  );
});
