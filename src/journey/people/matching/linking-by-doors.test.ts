// A link and its undoing as they happen: two requests through the front door, the page that compares them, and every row of the place before and after.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { askForHelp, referralOf, type Typed, textOf } from '../../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../../test/harness/house.ts';
import { readingIn } from '../../../../test/harness/reading.ts';

type Row = Readonly<Record<string, unknown>>;

/** Traces that a link and its undoing leave on purpose, and what every request leaves. */
const traces = new Set(['audit_entry', 'audit_person', 'identity_link', 'transition', 'repeat_key', 'web_session', 'attempt']);
const stillTraces = (name: string, row: Row): boolean =>
  (name === 'journey_event' && String(row.kind).startsWith('identity.')) ||
  (name === 'access' && row.ends_at !== null) ||
  (name === 'task' && row.kind === 'contact.check' && row.done_at !== null);

describe('a link by the doors', () => {
  let house: TestHouse;
  let priya: Client;
  before(async () => {
    house = await openTestHouse();
    priya = await house.as('priya');
  });
  after(() => house.close());

  const { read: query } = readingIn(() => house);

  /** Every row of every table, but for counters of versions. */
  async function everything(): Promise<Readonly<Record<string, readonly string[]>>> {
    const held: Record<string, readonly string[]> = {};
    for (const { name } of await query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
    ))
      if (!traces.has(name))
        held[name] = (await query<{ row: Row }>(`select to_jsonb(t) - 'version' as row from "${name}" t`))
          .filter(({ row }) => !stillTraces(name, row))
          .map(({ row }) => JSON.stringify(row))
          .sort();
    return held;
  }

  const person = (name: string, phone: string, year: string): Typed => ({
    known_as: name,
    family_name: 'Quillfeather',
    'born-year': year,
    phone,
  });
  const yes = { '/q/6': { helpers: '', share: 'yes' } };

  /** Somebody asks for help, says yes to sharing, and asks again with a new number. */
  async function twice(name: string, year: string, again: Readonly<Record<string, Typed>> = {}) {
    const [first, second] = [house.visitor(), house.visitor()];
    await askForHelp(first, { ...yes, '/q/5': person(name, '07700 900211', year) });
    house.clock.advance(60_000);
    await askForHelp(second, { '/q/5': person(name, '07700 900212', year), ...again });
    const [known, door] = [await referralOf(house, first), await referralOf(house, second)];
    await priya.get(`/triage/${door.id}`);
    return { first, second, known, door, match: await matchOf(door.id, known.personId) };
  }
  const matchOf = async (referralId: string, candidateId: string): Promise<string> =>
    (
      await query<{ id: string }>('select id from possible_match where referral_id = $1 and candidate_id = $2', [referralId, candidateId])
    )[0]?.id ?? assert.fail('No match was found.');
  const say = async (match: string, outcome: string): Promise<string> => {
    await priya.get(`/identity/${match}`);
    const version = /name="version" value="(\d+)"/.exec(priya.page)?.[1];
    return textOf((await priya.follow(await priya.post(`/identity/${match}`, { outcome, version }))).body);
  };
  const undo = async (match: string): Promise<void> => {
    await priya.get(`/identity/${match}`);
    assert.equal((await priya.post(`/identity/${match}/undo`, {})).statusCode, 303);
  };
  const states = async (personId: string): Promise<readonly string[]> =>
    (await query<{ state: string }>('select distinct state from sharing_choice where person_id = $1 order by 1', [personId])).map(
      ({ state }) => state,
    );

  test('H4: undoing leaves every row of the place as it was, also what a newer “no” had ended and who was to do what', async () => {
    const { known, door, match } = await twice('Wilhelmina', '1971', { '/q/3': { safe_now: 'no' }, '/q/6': { helpers: '', share: 'no' } });
    const start = await everything();
    assert.match(await say(match, 'same'), /Saved: the same person/);
    assert.deepEqual(await states(known.personId), ['declined', 'withdrawn'], 'the newer no holds');
    assert.deepEqual(
      await query("select person_id as who from task where kind = 'safety.answer' and leads_to = $1", [`/triage/${door.id}`]),
      [{ who: known.personId }],
    );
    await undo(match);
    assert.deepEqual(await states(known.personId), ['agreed']);
    assert.deepEqual(await everything(), start);
  });

  test('H4: what they said about sharing themselves since the link is not undone with it', async () => {
    const { known, match } = await twice('Ottoline', '1972', { '/q/6': { helpers: '', share: 'no' } });
    await say(match, 'same');
    house.clock.advance(1000);
    await house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
      tables
        .updateTable('sharingChoice')
        .set({ state: 'asked' })
        .where('personId', '=', known.personId)
        .where('state', '=', 'declined')
        .execute(),
    );
    await undo(match);
    assert.deepEqual(await states(known.personId), ['withdrawn']);
  });

  /** Somebody who asks three times: the first is known; the second and the third may be it, and each other. */
  async function thrice(name: string, year: string) {
    const { known, door: second, match: secondToKnown } = await twice(name, year, { '/q/6': { helpers: '', share: 'no' } });
    house.clock.advance(60_000);
    const browser = house.visitor();
    await askForHelp(browser, { '/q/5': person(name, '07700 900213', year), '/q/6': { helpers: '', share: 'no' } });
    const third = await referralOf(house, browser);
    await priya.get(`/triage/${third.id}`);
    return { known, second, third, secondToKnown, thirdToSecond: await matchOf(third.id, second.personId) };
  }
  const whose = async (...referrals: readonly string[]): Promise<readonly unknown[]> =>
    Promise.all(
      referrals.map(async (id) => (await query<{ who: string }>('select person_id as who from referral where id = $1', [id]))[0]?.who),
    );

  for (const [order, year] of [
    ['the nearer first', '1978'],
    ['the farther first', '1979'],
  ] as const)
    for (const undone of ['first made, first undone', 'last made, first undone'] as const)
      test(`H4: a chain of three, ${order} and ${undone}, ends in one record and leaves every row as it was`, async () => {
        const { known, second, third, secondToKnown, thirdToSecond } = await thrice(`Perpetua${undone[0] === 'f' ? 'line' : 'lie'}`, year);
        const start = await everything();
        const made = order === 'the nearer first' ? [thirdToSecond, secondToKnown] : [secondToKnown, thirdToSecond];
        for (const match of made) {
          assert.match(await say(match, 'same'), /Saved: the same person/);
          house.clock.advance(1000);
        }
        assert.deepEqual(await whose(second.id, third.id), [known.personId, known.personId]);
        assert.deepEqual(await states(known.personId), ['declined', 'withdrawn']);
        for (const match of undone === 'first made, first undone' ? made : made.toReversed()) await undo(match);
        assert.deepEqual(await whose(second.id, third.id), [second.personId, third.personId]);
        assert.deepEqual(await everything(), start);
      });

  test('S3.7: while another newer account stands, undoing a link opens no older way again and gives no yes back', async () => {
    const { known, third, secondToKnown } = await thrice('Theodosia', '1980');
    await say(secondToKnown, 'same');
    await say(await matchOf(third.id, known.personId), 'same');
    const older = () =>
      query<{ doubted: boolean }>("select doubted_at is not null as doubted from contact_point where person_id = $1 and channel = 'text'", [
        known.personId,
      ]);
    await undo(secondToKnown);
    assert.deepEqual(await older(), [{ doubted: true }]);
    assert.deepEqual(await states(known.personId), ['declined', 'withdrawn']);
    await undo(await matchOf(third.id, known.personId));
    assert.deepEqual(await older(), [{ doubted: false }]);
    assert.deepEqual(await states(known.personId), ['agreed']);
  });

  test('names that are swapped say so in both rows', async () => {
    const [first, second] = [house.visitor(), house.visitor()];
    const born = { 'born-day': '6', 'born-month': '5', 'born-year': '1977', phone: '07700 900215' };
    await askForHelp(first, { '/q/5': { known_as: 'Okafor', family_name: 'Chinedu', ...born } });
    await askForHelp(second, { '/q/5': { known_as: 'Chinedu', family_name: 'Okafor', ...born } });
    const match = await matchOf((await referralOf(house, second)).id, (await referralOf(house, first)).personId);
    assert.match(
      textOf((await priya.get(`/identity/${match}`)).body),
      /Nearly the same First and family name are swapped\. Family name Okafor Chinedu Nearly the same Compared with the first name\./,
    );
  });

  test('S2.7: contact today is made on the record it is linked to, and nobody is asked to make it again', async () => {
    const { door, match } = await twice('Clementina', '1973', { '/q/3': { safe_now: 'no' } });
    await say(match, 'same');
    await priya.get(`/triage/${door.id}/reach`);
    await priya.post(`/triage/${door.id}/reach`, { channel: 'mobile_call', result: 'spoke', words: '' });
    assert.deepEqual(
      await query("select kind from task where kind = 'safety.answer' and leads_to = $1 and done_at is null", [`/triage/${door.id}`]),
      [],
    );
  });

  test('S3.7: the new number is read where they are reached, asked about in one step, and doubted again when the link was wrong', async () => {
    const { known, door, match } = await twice('Philippa', '1974');
    assert.match(textOf((await priya.get(`/identity/${match}`)).body), /Born 1974 1974 Agrees as far as known/);
    await say(match, 'same');
    assert.match(textOf((await priya.get(`/triage/${door.id}/reach`)).body), /They gave these when they asked again 07700 900212/);
    const ways = await priya.get(`/people/${known.personId}/contact`);
    const form = /href="(\/people\/[^"]+\/new\?given=[^"]+)"/.exec(ways.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    assert.match((await priya.get(form)).body, /value="07700 900212"/);
    house.clock.advance(1000);
    const kept = await priya.post(`/people/${known.personId}/contact/new`, {
      channel: 'text',
      value: '07700 900212',
      safe: 'safe',
      shared: 'no',
    });
    assert.equal(kept.statusCode, 303, textOf(kept.body).slice(0, 300));
    assert.doesNotMatch(
      textOf((await priya.get(`/people/${known.personId}/contact`)).body),
      /They gave these when they asked again.*07700 900212 Text/,
    );
    await undo(match);
    assert.deepEqual(
      await query(
        'select doubted_at is not null as doubted from contact_point where person_id = $1 and value = $2 and replaced_at is null',
        [known.personId, '07700 900212'],
      ),
      [{ doubted: true }],
    );
    assert.deepEqual(await query("select done_at from task where person_id = $1 and kind = 'contact.doubted'", [known.personId]), [
      { done_at: null },
    ]);
  });

  test('S3.7: whoever said this time that they will contact us is not called, and their older wish comes back with the undoing', async () => {
    const { known, door, match } = await twice('Rosamund', '1975', {
      '/q/4': { channels: ['i_will_contact'] },
      '/q/5': { known_as: 'Rosamund', family_name: 'Quillfeather', 'born-year': '1975' },
    });
    await say(match, 'same');
    assert.match(textOf((await priya.get(`/triage/${door.id}/reach`)).body), /They will contact us\. Do not call or write first\./);
    await undo(match);
    assert.deepEqual(await query('select will_contact_us as waits from contact_preference where person_id = $1', [known.personId]), [
      { waits: false },
    ]);
  });

  test('H3: whoever is signed in to the page of the record made at the door goes on reading where their request stands, and nothing else', async () => {
    const { door, match } = await twice('Seraphina', '1977', { '/q/3': { safe_now: 'no' } });
    const [account] = await query<{ id: string }>('select id from account where person_id = $1', [door.personId]);
    const theirs = await house.asAccount(account?.id ?? '', 'person');
    const before = textOf((await theirs.get('/me')).body);
    assert.match(before, /Priya is reading what you told us/);
    await say(match, 'same');
    assert.equal(textOf((await theirs.get('/me')).body), before);
  });

  test('“not the same” is not asked again when they give new details', async () => {
    const { second, known, door, match } = await twice('Eugenia', '1976');
    assert.match(await say(match, 'not_same'), /Saved: not the same/);
    await second.get('/done/add');
    await second.post('/done/add', { added: 'My number is 07700 900211 again.', said_in: 'en' });
    assert.deepEqual(
      await query('select state from possible_match where referral_id = $1 and candidate_id = $2', [door.id, known.personId]),
      [{ state: 'not_same' }],
    );
    assert.doesNotMatch(textOf((await priya.get(`/triage/${door.id}`)).body), /may be somebody we know|Same first name/);
  });
});
