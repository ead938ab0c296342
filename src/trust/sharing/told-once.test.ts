import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { answerAll, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { languageFacts, languages } from '../../platform/language/languages.ts';
import { type ChoiceState, choiceLifecycle, flagOf, flags, stepsTo } from './model.ts';
import { sharingCatalogue } from './texts.ts';

test('MOS-6: from wherever it stands, each of the three is reached by steps that the table lists, and by none where it stands already', () => {
  for (const from of [null, ...choiceLifecycle.states])
    for (const flag of flags) {
      let state: ChoiceState | null = from;
      for (const to of stepsTo(from, flag)) {
        assert.ok(
          choiceLifecycle.transitions.some((one) => one.from === state && one.to === to),
          `${state} to ${to}`,
        );
        state = to;
      }
      assert.equal(state && flagOf[state], flag);
    }
});

describe('what somebody told once', { concurrency: false }, () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(() => house.close());

  const story = 'I cannot sleep since the flood.';
  async function ask(
    share: string,
    own: Parameters<typeof answerAll>[1] = {},
  ): Promise<{ personId: string; referralId: string; own: Client }> {
    const visitor = house.visitor();
    await answerAll(visitor, { '/q/1': { happening: story }, '/q/6': { share }, ...own });
    await visitor.get('/check');
    assert.equal((await visitor.post('/check', {})).statusCode, 303);
    const { rows } = await house.database.pool.query<{ personId: string; referralId: string; account: string }>(
      'select r.person_id as "personId", r.id as "referralId", a.id as account from referral r join account a on a.person_id = r.person_id order by r.number desc limit 1',
    );
    const [row] = rows;
    assert.ok(row);
    return { ...row, own: await house.asAccount(row.account, 'person') };
  }
  const team = async (code: string): Promise<{ id: string; organisation: string }> => {
    const { rows } = await house.database.pool.query<{ id: string; organisation: string }>(
      'select id, organisation_id as organisation from team where code = $1',
      [code],
    );
    assert.ok(rows[0]);
    return rows[0];
  };
  const carried = async (code: string, referralId: string): Promise<boolean> =>
    house.database.as({ kind: 'account', accountId: house.staffId(code) }, async (tables) =>
      (
        await tables
          .selectFrom('referralAnswer')
          .select('words')
          .where('referralId', '=', referralId)
          .where('category', '=', 'story')
          .execute()
      ).some(({ words }) => words === story),
    );
  const reach = (personId: string, teamId: string, relationship: string) =>
    house.database.as({ kind: 'worker', job: 'test' }, (tables) =>
      tables
        .insertInto('access')
        .values({
          id: crypto.randomUUID(),
          personId,
          teamId,
          relationship,
          sourceKind: 'offer',
          sourceId: crypto.randomUUID(),
          startsAt: house.clock.now(),
        })
        .execute(),
    );
  const answer = async (own: Client, organisation: string, flag: string) => {
    const opened = await own.get(`/me/sharing/${organisation}`);
    assert.equal(opened.statusCode, 200);
    return own.post(`/me/sharing/${organisation}`, { version: /name="version" value="(\d+)"/.exec(opened.body)?.[1] ?? '', flag });
  };

  test('MOS-6, S14.1: random words of the person and random attempts: another agency is carried the story exactly where the last word, a yes for this time or a recorded ground lets it', async () => {
    const [early, outreach] = [await team('early-help-team'), await team('outreach-team')];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', 'yes', 'no', 'ask_me'),
        fc.array(fc.oneof(fc.constantFrom(...flags), fc.constantFrom('ground', 'ground ends', 'they ask', 'once', 'it ends')), {
          maxLength: 6,
        }),
        fc.constantFrom('offered', 'serves'),
        async (share, deeds, relationship) => {
          const { personId, referralId, own } = await ask(share);
          for (const { id } of [early, outreach]) await reach(personId, id, relationship);
          // The reference: what stands is the last thing they said; a ground that has not ended lets it through.
          let last =
            new Map([
              ['yes', 'use'],
              ['no', 'no'],
              ['ask_me', 'ask'],
            ]).get(share) ?? null;
          let ground = false;
          let question = false;
          let once = false;
          const agree = async (): Promise<void> => {
            assert.equal(
              await carried('siobhan', referralId),
              last === null || last === 'use' || ground || once,
              `${share}, ${deeds.join()}: ${last}`,
            );
            assert.equal(await carried('amara', referralId), true, 'the agency it was told to goes on knowing it');
            assert.equal(await carried('priya', referralId), true);
            assert.equal(await carried('beth', referralId), false, 'an agency without a reason to reach them never does');
          };
          await agree();
          for (const deed of deeds) {
            house.clock.advance(1000);
            if (deed === 'ground')
              await house.database.pool.query(
                `insert into sharing_without_agreement (id, person_id, organisation_id, categories, purpose, lawful_basis, reason, decided_by, decided_at, told, review_on, created_at)
                 values (gen_random_uuid(), $1, $2, '{contact,story}', 'safety', '6_1_d', 'Danger.', $3, $4, true, '2027-01-01', $4)`,
                [personId, early.organisation, house.staffId('dev'), house.clock.now()],
              );
            else if (deed === 'ground ends')
              await house.database.pool.query(
                'update sharing_without_agreement set ended_at = $2 where person_id = $1 and ended_at is null',
                [personId, house.clock.now()],
              );
            else if (deed === 'they ask') {
              const { rowCount } = await house.database.pool.query(
                `update sharing_choice set question_at = $3, question_by = $4, question_referral_id = $5 where person_id = $1 and organisation_id = $2 and state = 'asked' and said`,
                [personId, early.organisation, house.clock.now(), house.staffId('priya'), referralId],
              );
              assert.equal(rowCount, last === 'ask' ? 1 : 0);
            } else if (deed === 'it ends') {
              await house.database.pool.query('update sharing_choice set once_until = $2 where person_id = $1 and once_until is not null', [
                personId,
                house.clock.now(),
              ]);
            } else assert.equal((await answer(own, early.organisation, deed)).statusCode, 303);
            // A yes for this time counts only where it was asked for, and ends by itself.
            if (deed === 'ground' || deed === 'ground ends') ground = deed === 'ground';
            else if (deed === 'they ask') question = last === 'ask';
            else if (deed === 'it ends') once = false;
            else if (deed === 'once') [once, question] = question ? [true, false] : [once, question];
            else [last, once, question] = [deed, false, false];
            await agree();
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  test('MOS-6: every change of what they said is kept, and nobody rewrites it', async () => {
    const { personId, own } = await ask('yes');
    const early = await team('early-help-team');
    for (const flag of ['no', 'ask', 'use']) {
      assert.equal((await answer(own, early.organisation, flag)).statusCode, 303);
    }
    const { rows } = await house.database.pool.query<{ to_state: string }>(
      `select t.to_state from transition t join sharing_choice c on c.id = t.subject_id where t.person_id = $1 and c.organisation_id = $2 and t.lifecycle = 'sharing_choice' order by t.id`,
      [personId, early.organisation],
    );
    assert.deepEqual(
      rows.map(({ to_state }) => to_state),
      ['agreed', 'withdrawn', 'asked', 'agreed'],
    );
  });

  test('MOS-6: “ask me first” makes a question to them when support is offered, which waits; the worker reads that it does, and the words once they say yes', async () => {
    const { personId, referralId, own } = await ask('ask_me');
    const early = await team('early-help-team');
    const priya = await house.as('priya');
    const desk = await priya.get(`/triage/${referralId}`);
    assert.match(textOf(desk.body), /and what they told us Ask them first/, 'where it would be shared');
    const decided = await priya.post(`/triage/${referralId}/decide`, {
      version: /name="version" value="(\d+)"/.exec(desk.body)?.[1] ?? '',
      step: 'suggested',
      response: /name="response"[^>]*value="([A-Z0-9_]+)"[^>]*checked/.exec(desk.body)?.[1] ?? 'W4',
    });
    assert.ok([303, 200].includes(decided.statusCode), textOf(decided.body).slice(0, 300));
    const { rows } = await house.database.pool.query<{ id: string; team: string }>(
      "select o.id, t.code as team from offer o join team t on t.id = o.team_id where o.referral_id = $1 and o.state = 'sent'",
      [referralId],
    );
    const offer = rows.find((one) => one.team === 'early-help-team');
    assert.ok(offer, rows.map((one) => one.team).join());
    const siobhan = await house.as('siobhan');
    const before = textOf((await siobhan.get(`/offers/${offer.id}`)).body);
    assert.doesNotMatch(before, /since the flood/);
    assert.match(before, /Ask them first, before using what they told us\. Asked on Friday 20 Nov/);
    assert.match(textOf((await own.get('/me')).body), /asks to use what you told us/);
    const asked = await own.get('/me/sharing');
    assert.match(textOf(asked.body), /They ask to use what you told us\..*Early help team would read it before you meet/);
    // By a way that is safe, in plain words, because somebody else may see it: it stands on the page.
    const told = await house.database.pool.query<{ body: string; toValue: string }>(
      "select body from message where person_id = $1 and purpose = 'asked_to_use'",
      [personId],
    );
    assert.equal(told.rows.length, 1, 'once, whoever asks');
    assert.match(told.rows[0]?.body ?? '', /^Hi \w+, (it’s \w+\. T|t)here is something new for you to read\.$/);
    const only = await answer(own, early.organisation, 'once');
    assert.equal(only.headers.location, '/me/sharing');
    assert.match(
      textOf((await own.get('/me/sharing')).body),
      /may use what you told us this time.*They may use it this time, until Friday 4 Dec\. Then they ask you again\./,
    );
    const after = textOf((await siobhan.get(`/offers/${offer.id}`)).body);
    assert.match(after, /since the flood/);
    assert.match(after, /They said yes for this time, until Friday 4 Dec/);
    const { rows: kept } = await house.database.pool.query<{
      other: boolean;
      this: boolean;
      last: boolean;
      ended: boolean;
      data: { until: string };
    }>(
      `select keeps_told_from($1, $2, $3, $4::timestamptz) as this, keeps_told_from($1, $2, gen_random_uuid(), $4::timestamptz) as other,
         keeps_told_from($1, $2, $3, $4::timestamptz + interval '14 days' - interval '1 second') as last, keeps_told_from($1, $2, $3, $4::timestamptz + interval '14 days') as ended,
         (select data from journey_event where person_id = $1 and kind = 'sharing.once') as data`,
      [personId, early.organisation, referralId, house.clock.now()],
    );
    assert.deepEqual([kept[0]?.this, kept[0]?.other], [false, true], 'only for the request that was asked about');
    assert.deepEqual([kept[0]?.last, kept[0]?.ended], [false, true], 'it ends by itself');
    assert.equal(kept[0]?.data.until.slice(0, 10), '2026-12-04');
    assert.equal((await answer(own, early.organisation, 'ask')).statusCode, 303);
    assert.doesNotMatch(textOf((await siobhan.get(`/offers/${offer.id}`)).body), /since the flood/, 'they can end it before');
    assert.equal((await answer(own, early.organisation, 'use')).statusCode, 303);
    assert.match(textOf((await siobhan.get(`/offers/${offer.id}`)).body), /since the flood/);
  });

  test('MOS-6, S3.2: where no way is safe nothing is sent of a question, and it stands on their page', async () => {
    const { personId, referralId, own } = await ask('ask_me', { '/q/4': { channels: ['i_will_contact'] } });
    const priya = await house.as('priya');
    const desk = await priya.get(`/triage/${referralId}`);
    const decided = await priya.post(`/triage/${referralId}/decide`, {
      version: /name="version" value="(\d+)"/.exec(desk.body)?.[1] ?? '',
      step: 'suggested',
      response: /name="response"[^>]*value="([A-Z0-9_]+)"[^>]*checked/.exec(desk.body)?.[1] ?? 'W4',
    });
    assert.equal(decided.statusCode, 303);
    const { rows } = await house.database.pool.query("select 1 from message where person_id = $1 and channel <> 'page'", [personId]);
    assert.deepEqual(rows, []);
    assert.match(textOf((await own.get('/me/sharing')).body), /They ask to use what you told us\./);
  });

  test('MOS-22: who may use what they told is read in every language; the list is a line for each agency and one thing to press', async () => {
    const { own } = await ask('no');
    for (const language of languages) {
      const texts = sharingCatalogue.in(language);
      const listed = await own.get(`/me/sharing?in=${language}`);
      assert.match(listed.body, new RegExp(`<html[^>]* lang="${languageFacts[language].lang}"`));
      for (const words of [texts.title, texts.lead, texts.stands.no, texts.law])
        assert.ok(textOf(listed.body).includes(words), `${language}: ${words}`);
      assert.doesNotMatch(listed.body, /<form[^>]*action="\/me\/sharing/, 'nothing is chosen by mistake');
      const agency = /href="(\/me\/sharing\/[0-9a-f-]{36})"/.exec(listed.body)?.[1] ?? '';
      await own.get(agency);
      for (const words of Object.values(texts.choose)) assert.ok(textOf(own.page).includes(words), `${language}: ${words}`);
      const wrong = await own.post(agency, { version: '1' });
      assert.equal(wrong.statusCode, 422);
      assert.ok(textOf(wrong.body).includes(texts.fault), language);
    }
  });

  test('MOS-6: what was not answered, or said by somebody else, changes nothing they said before', async () => {
    const { personId, referralId } = await ask('no');
    const { keepSharingAnswer } = await import('./actions.ts');
    await house.database.as({ kind: 'worker', job: 'test' }, async (tables) => {
      const context = {
        tables,
        visitor: null,
        now: house.clock.now(),
        identify: () => crypto.randomUUID(),
        asWorker: (_job: string, work: (t: typeof tables) => Promise<unknown>) => work(tables),
      };
      for (const ownWords of [true, false])
        await keepSharingAnswer(context as never, { personId, referralId, answer: ownWords ? '' : 'yes', ownWords, categories: ['story'] });
    });
    const { rows } = await house.database.pool.query<{ state: string }>('select distinct state from sharing_choice where person_id = $1', [
      personId,
    ]);
    assert.deepEqual(rows, [{ state: 'declined' }]);
  });
});
