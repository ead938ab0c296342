// MOS-22, SOM-4, S8.2: where help can be found, read in every language and in Easy Read; what its publishers wrote stays theirs, and says whose language it is in.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { nothingApproved } from '../../platform/language/catalogue.ts';
import { languageFacts, languageOfReading, languages, readings } from '../../platform/language/languages.ts';
import { hoursLines, openingWords } from './hours-words.ts';
import type { Schedule } from './model.ts';
import { agoIn, clockIn, type Speech } from './speech.ts';
import { directoryTexts } from './texts.ts';

const speeches: readonly Speech[] = languages.map((language) => ({ language, texts: directoryTexts(language, nothingApproved) }));
const week = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const someHours: fc.Arbitrary<Schedule> = fc.record({
  id: fc.uuid(),
  frequency: fc.constantFrom('WEEKLY', 'DAILY', 'MONTHLY'),
  interval: fc.integer({ min: 1, max: 4 }),
  start: fc.constant('2026-11-02'),
  days: fc.subarray([...week]),
  monthDays: fc.subarray([1, 15, -1]),
  opensAt: fc.constantFrom('00:00', '09:00', '12:00', '18:30'),
  closesAt: fc.constantFrom('00:00', '13:05', '17:00'),
  shut: fc.boolean(),
  onBankHolidays: fc.boolean(),
  understood: fc.constant(true),
});

/** English that no other of our languages has. */
const english =
  /\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|November|every|Every|Open|Closed|now|until|midnight|noon|days|month|today|ago)\b/;

test('MOS-22, S8.2: hours, days and how long ago are said in the language, with Latin figures, for any schedule', () => {
  fc.assert(
    fc.property(fc.array(someHours, { minLength: 1, maxLength: 3 }), fc.constantFrom(...speeches), (schedules, speech) => {
      const lines = hoursLines(schedules, '2026-11-20', speech).flatMap(({ days, times }) => [days, times]);
      const opening = openingWords({ state: 'closed', opens: { date: '2026-11-23', time: '09:30' } }, schedules, '2026-11-20', speech).text;
      const all = [...lines, opening, agoIn(speech, '2026-11-01', '2026-11-20'), clockIn(speech, '13:05')].join(' | ');
      assert.doesNotMatch(all, /[٠-٩۰-۹]|\{|undefined/);
      if (speech.language !== 'en') assert.doesNotMatch(all.replace('(bank holidays)', ''), english);
    }),
  );
});

describe('without an account', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house?.close());

  test('MOS-22, SOM-4, SOM-8: the list, an entry and the library are in what was chosen; names and words of others are marked as English', async () => {
    for (const reading of readings) {
      const language = languageOfReading(reading);
      const { lang, direction } = languageFacts[language];
      const said = directoryTexts(reading, nothingApproved);
      const client = house.visitor();
      const list = (await client.get(`/help?in=${reading}`)).body;
      assert.match(list, new RegExp(`<html[^>]* lang="${lang}"[^>]*dir="${direction}"|<html[^>]*dir="${direction}"[^>]* lang="${lang}"`));
      assert.ok(list.includes(said.list.noReferral) && list.includes(said.needs.money), reading);
      const path = /href="(\/help\/[\w-]+)"/.exec(list)?.[1] ?? '';
      const entry = (await client.get(path)).body;
      assert.ok(entry.includes(said.entry.open), reading);
      const library = (await client.get('/library')).body;
      assert.ok(library.includes(said.library.lead), reading);
      for (const page of [list, entry, library])
        assert.equal(/<(h1|a|p|bdi)[^>]* lang="en-GB" dir="ltr"/.test(page), language !== 'en', reading);
      const found = await client.post('/help', { words: 'zzzz', area: '', need: '' });
      assert.ok(found.body.includes(said.list.nothing), reading);
    }
  });
});
