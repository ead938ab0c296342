// MOS-22: whoever reads in another language reads all of their own pages in it. What they, their workers or the place wrote stays as written, and is marked so.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { insertPlan, saveGoal, saveStep } from '../src/journey/plans/store.ts';
import { catalogues } from '../src/place/translations/catalogues.ts';
import { translated } from '../src/place/translations/model.ts';
import { type Entry, entriesOf } from '../src/platform/language/catalogue.ts';
import { languageFacts, type Translated } from '../src/platform/language/languages.ts';
import { traced } from '../src/platform/lifecycle.ts';
import { type Client, openTestHouse, type TestHouse } from './harness/house.ts';

const pages = [
  '/me',
  '/me/plan',
  '/me/looked',
  '/me/access',
  '/me/restrict',
  '/me/asked',
  '/me/contact',
  '/me/coming',
  '/me/sharing',
] as const;

/** What stands in main and the foot in the page’s own voice: without what is marked as somebody’s or as English, the bar of languages and the demo’s banner. */
const ownVoice = (html: string): string =>
  [/<title>(.*?)<\/title>/s, /<main\b.*?<\/main>/s, /<footer\b.*<\/footer>/s]
    .map((part) => part.exec(html)?.[0] ?? '')
    .join('\n')
    .replaceAll(/<(script|style|nav)\b[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<bdi\b.*?<\/bdi>/gs, ' ')
    .replaceAll(/<(\w+)[^>]*\blang="en-GB"[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<(\w+)[^>]*\bdir="auto"[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\u2068[^\u2069]*\u2069/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** Pieces of English sentences that are long enough to be nothing else. */
const englishPieces = (language: Translated): readonly string[] => {
  const theirs = new Set(catalogues.flatMap(({ name, translations }) => entriesOf(translations[language], name)).map(({ words }) => words));
  const piecesOf = ({ words }: Entry): string[] => (theirs.has(words) ? [] : words.split(/\{\w+\}/));
  return catalogues
    .flatMap(({ name, english }) => entriesOf(english, name))
    .flatMap(piecesOf)
    .map((piece) => piece.trim())
    .filter((piece) => /^\p{L}.*\s.*\s.*\p{L}/u.test(piece));
};

describe('a person’s own pages in other languages', () => {
  let house: TestHouse;
  /** People whose pages say different things: support under way, a plan to agree, a worse score, an ending, nothing yet. */
  const people = new Map<string, Client>();
  let carolId = '';

  before(async () => {
    house = await openTestHouse({ people: true });
    await sharePlan();
    const { rows } = await house.database.pool.query<{ id: string; person_id: string; what: string }>(`
      select distinct on (what) a.id, a.person_id, what from account a
        cross join lateral (
          select 'carol' as what where a.name = 'Carol Whittle'
          union all select 'to agree' where exists (select from plan p where p.person_id = a.person_id and p.state = 'shared')
          union all select 'two voices' where exists (select from plan p where p.person_id = a.person_id and p.persons_difference <> '')
          union all select 'asked for' where exists (select from referral r where r.person_id = a.person_id and r.kind = 'carer' and r.carer_may_know <> 'not_asked')
          union all select 'told without' where exists (select from sharing_without_agreement s where s.person_id = a.person_id and not s.kept_from_person)
          union all select 'waiting' where exists (select from referral r where r.person_id = a.person_id and r.state in ('submitted', 'in_triage', 'decided'))
          union all select 'ended' where exists (select from enrolment e where e.person_id = a.person_id and e.ended_on is not null)
            and not exists (select from enrolment e where e.person_id = a.person_id and e.ended_on is null)
          union all select 'scores' where (select count(*) from measure_result m where m.person_id = a.person_id) > 2
        ) as situation
      where a.kind = 'person' order by what, a.id`);
    for (const { id, person_id, what } of rows) {
      people.set(what, await house.asAccount(id, 'person'));
      if (what === 'carol') carolId = person_id;
    }
    assert.ok(people.size >= 4, [...people.keys()].join());
  });
  after(() => house.close());

  /** Somebody whose request is still read has a plan to agree, in two voices, with a step of theirs and one that was promised. */
  async function sharePlan(): Promise<void> {
    await house.database.as({ kind: 'worker', job: 'test' }, async (tables) => {
      const { personId } = await tables
        .selectFrom('referral as r')
        .innerJoin('account as a', 'a.personId', 'r.personId')
        .select('r.personId')
        .where('a.kind', '=', 'person')
        .where('r.state', '=', 'in_triage')
        .orderBy('a.id')
        .executeTakeFirstOrThrow();
      assert.ok(personId);
      const [at, by] = [house.clock.now(), house.staffId('siobhan')];
      const [planId, goalId] = [crypto.randomUUID(), crypto.randomUUID()];
      await traced(tables, { role: 'KW' });
      await insertPlan(tables, { id: planId, personId, enrolmentId: null, number: 1, workerId: by, replacesId: null, at, by });
      const goal = { words: 'Sleep through the night.', strengthUsed: '', baseline: null, progress: null };
      await saveGoal(tables, { id: goalId, planId, personId, position: 0, ...goal, createdAt: at, createdBy: by });
      for (const [position, owner, byOn] of [
        [0, 'person', '2026-12-04'],
        [1, 'worker', '2026-11-01'],
        [2, 'family', null],
      ] as const) {
        const step = { what: 'Ring the housing office', owner, ownerName: '', byOn, doneOn: null };
        await saveStep(tables, { id: crypto.randomUUID(), goalId, personId, position, ...step, createdAt: at, createdBy: by });
      }
      const written = {
        aboutMe: 'I like walking by the canal.',
        stayWell: 'Seeing my sister.',
        personsDifference: 'I would wait.',
        workersDifference: 'I would begin.',
      };
      await tables
        .updateTable('plan')
        .set({ state: 'shared', ...written })
        .where('id', '=', planId)
        .execute();
    });
  }

  for (const language of translated)
    test(`MOS-22, S8.2: every page is in ${languageFacts[language].inEnglish}, says so, and no English is left that is not marked`, async () => {
      const pieces = englishPieces(language);
      const found: string[] = [];
      for (const [who, client] of people) {
        client.cookies.set('language', language);
        for (const path of pages) {
          const { statusCode, body } = await client.get(path);
          const say = (words: string) => found.push(`${who} ${path}: ${words}`);
          if (statusCode !== 200) say(`answers ${statusCode}`);
          if (!body.includes(`<html lang="${languageFacts[language].lang}" dir="${languageFacts[language].direction}"`))
            say('says another language');
          if (body.includes('od-person__only')) say('says that it is only in English');
          if (!body.includes('od-person-foot__unreviewed')) say('does not say that nobody has checked it');
          const voice = ownVoice(body);
          for (const piece of pieces) if (voice.includes(piece)) say(`“${piece}”`);
          if (languageFacts[language].direction === 'rtl')
            for (const [word] of voice.matchAll(/[a-z][\w’ -]*/gi)) if (!known.test(word)) say(word);
        }
      }
      assert.deepEqual(found, []);
    });

  /** Names that are the same in every language: of instruments, of the place in the title, and what help lines are called by. */
  const known = /^(CORE-10|Open door|a|am|pm|AM|PM)\s?$/;

  test('MOS-22: without a choice a page is in the language in which the person is written to; a choice goes before it and stays', async () => {
    const carol = people.get('carol');
    assert.ok(carol);
    carol.cookies.delete('language');
    await house.database.pool.query("update person set language = 'ar' where id = $1", [carolId]);
    try {
      assert.match((await carol.get('/me')).body, /<html lang="ar" dir="rtl"/);
      const missing = await carol.get('/me/plan/versions/00000000-0000-7000-8000-000000000000');
      assert.equal(missing.statusCode, 404);
      assert.match(missing.body, /<html lang="ar" dir="rtl"/, 'what goes wrong there is said in it too');
      assert.match((await carol.get('/me?in=en')).body, /<html lang="en-GB"/);
      assert.match((await carol.get('/me/plan')).body, /<html lang="en-GB"/, 'the choice is kept');
      assert.match((await house.visitor().get('/start')).body, /<html lang="en-GB"/, 'nobody else reads in it');
    } finally {
      await house.database.pool.query("update person set language = 'en' where id = $1", [carolId]);
    }
  });

  test('MOS-22: what happened is said in the language of the page it happened on, and so is what is wrong with a form', async () => {
    const carol = people.get('carol');
    assert.ok(carol);
    carol.cookies.set('language', 'pl');
    const { body } = await carol.get('/me');
    const step = /action="(\/me\/plan\/steps\/[\w-]+)"/.exec(body)?.[1];
    assert.ok(step);
    const done = await carol.follow(await carol.post(step, { done: 'yes' }));
    assert.match(done.body, /Zapisano jako zrobione/);
    assert.doesNotMatch(done.body, /Noted as done/);
    await carol.get('/me/plan');
    const long = await carol.post('/me/plan/agree', {
      plan: '00000000-0000-7000-8000-000000000000',
      version: '1',
      differently: 'a'.repeat(2001),
    });
    assert.equal(long.statusCode, 422);
    assert.match(long.body, /Skróć ten tekst/);
    carol.cookies.delete('language');
  });

  test('S8.1: in Easy Read their own page has its own words, none of them small', async () => {
    const carol = people.get('carol');
    assert.ok(carol);
    const { body } = await carol.get('/me?in=easy-read');
    assert.match(body, /od-person--easy/);
    assert.match(body, /What happens next for you/);
    assert.match(body, /<html lang="en-GB"/);
    carol.cookies.delete('language');
  });
});
