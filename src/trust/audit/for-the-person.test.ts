// What a person reads of a year in which people opened their record: visits and not entries, in everyday words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nothingApproved } from '../../platform/language/catalogue.ts';
import { type Language, languages } from '../../platform/language/languages.ts';
import { momentsIn } from '../../platform/language/moments.ts';
import { categories, type DataCategory } from '../access/model.ts';
import { looksByDay, reasonSaid } from './for-the-person.ts';
import type { Look } from './looked.ts';
import { type SeenWords, seenCatalogue } from './texts.ts';

const speechIn = (language: Language): SeenWords => ({
  language,
  texts: seenCatalogue.in(language, nothingApproved),
  moments: momentsIn(language),
});
const english = speechIn('en');

const look = (at: string, kind: string, more: Partial<Look> = {}): Look => ({
  id: `${at} ${kind}`,
  at: new Date(`2026-11-${at}:00Z`),
  actor: 'Priya Nair, triage clinician',
  roles: ['TRI'],
  kind,
  why: '',
  own: false,
  opened: true,
  ...more,
});
/** What stands on the page, a line each; looks are given in the order of time. */
const lines = (looks: readonly Look[], speech = english): string[] =>
  looksByDay(looks.toReversed(), speech).flatMap(({ title, entries }) => [
    title,
    ...entries.map(({ says, who, why, when }) => [says(who ?? ''), why, when].filter(Boolean).join(' | ')),
  ]);

test('S14.2: what somebody opened in one visit is one line, with from when to when; another visit is another line', () => {
  const morning = [look('20T09:10', 'referral.presence'), look('20T09:10', 'referral.read'), look('20T09:31', 'referral.decide')];
  assert.deepEqual(lines([...morning, look('20T15:00', 'record.read')]), [
    'Friday 20 Nov 2026',
    'Priya Nair, triage clinician, read your record. | 3pm',
    'Priya Nair, triage clinician, read your referral and decided the first step. | 9:10am to 9:31am',
  ]);
});

test('S14.2: lists of many people are one line a day, and no line swallows a reason, a refusal or somebody else', () => {
  const lists = ['08:30', '11:00', '16:05'].map((time) => look(`20T${time}`, 'day.read'));
  assert.deepEqual(lines(lists), [
    'Friday 20 Nov 2026',
    'Priya Nair, triage clinician, saw your name in their list for the day. | 3 times, the last at 4:05pm',
  ]);
  const apart = [
    look('20T09:00', 'record.read'),
    look('20T09:01', 'record.read', { why: 'A call from the hospital.' }),
    look('20T09:02', 'record.read', { opened: false }),
    look('20T09:03', 'record.read', { actor: 'Grace Lowe, commissioner' }),
    look('20T09:04', 'day.read'),
    look('20T09:05', 'opened their own page', { own: true, actor: 'Ellie' }),
  ];
  assert.equal(lines(apart).length, 1 + apart.length);
  assert.equal(lines(apart)[1], 'You opened your own page. | 9:05am');
});

test('S14.2: a busy year is read as visits, in every language, and nothing that was done is left out', () => {
  const kinds = ['referral.read', 'record.read', 'plan.read', 'session.write_up'];
  const day = (of: number): Look[] => kinds.map((kind, at) => look(`${String(of).padStart(2, '0')}T1${at % 2}:2${at}`, kind));
  const month = Array.from({ length: 28 }, (_, at) => day(at + 1)).flat().sort((one, other) => one.at.getTime() - other.at.getTime()); // biome-ignore format: one list
  for (const language of languages) {
    const read = lines(month, speechIn(language));
    assert.ok(read.length <= 28 * 3, `${language}: ${read.length} lines of ${month.length} entries`);
    assert.doesNotMatch(read.join('\n'), /undefined|\{|\}/);
    const { deeds } = seenCatalogue.in(language, nothingApproved);
    if (language !== 'en') for (const deed of [deeds.referral_read, deeds.plan_read]) assert.ok(read.some((line) => line.includes(deed)));
  }
});

test('S14.1: who can see it is said in everyday words; a whole record is said as that, in every language', () => {
  const said = (full: readonly DataCategory[], short: readonly DataCategory[], language: Language = 'en'): string =>
    reasonSaid(
      {
        id: 'a', holder: { kind: 'team', id: 't', name: 'Early help team' }, relationship: 'serves', roles: ['KW'], full, short,
        since: new Date('2026-06-04T09:00:00Z'), until: null, source: { kind: 'offer', id: 'o' }, agreement: null, because: '',
      },
      speechIn(language),
    ).when; // biome-ignore format: one reason
  const most = categories.filter((category) => category !== 'equality');
  assert.equal(said(categories, []), 'They can read your whole record.');
  assert.equal(
    said(most, ['equality']),
    'They can read your whole record. Of what you said about your background, they see only the main points.',
  );
  assert.equal(said(['contact', 'housing'], []), 'They can read how to reach you and where you live.');
  assert.equal(said([], ['safety']), 'They see only the main points of what keeps you safe.');
  assert.match(
    said(['contact', 'story', 'housing'], ['safety', 'clinical']),
    /^They can read how to reach you, what you told us,? and where you live\. Of /,
  );
  for (const language of languages) {
    const words = [said(categories, [], language), said(most, ['equality'], language), said([], [], language)];
    assert.equal(new Set(words).size, 3);
    for (const one of words) assert.doesNotMatch(one, /undefined|\{|:$/);
  }
});
