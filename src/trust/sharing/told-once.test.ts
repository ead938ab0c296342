import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { answerAll, textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { type ChoiceState, choiceLifecycle, flagOf, flags, stepsTo } from './model.ts';

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
  async function ask(share: string): Promise<{ personId: string; referralId: string; own: Client }> {
    const visitor = house.visitor();
    await answerAll(visitor, { '/q/1': { happening: story }, '/q/6': { share } });
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
  const versionOf = (page: string, organisation: string): string =>
    new RegExp(`action="/me/sharing/${organisation}"[\\s\\S]*?name="version" value="(\\d+)"`).exec(page)?.[1] ?? '1';

  test('MOS-6, S14.1: random words of the person and random attempts: another agency is carried the story exactly where the last word, or a recorded ground, lets it', async () => {
    const [early, outreach] = [await team('early-help-team'), await team('outreach-team')];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', 'yes', 'no', 'ask_me'),
        fc.array(fc.oneof(fc.constantFrom(...flags), fc.constantFrom('ground', 'ground ends')), { maxLength: 5 }),
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
          const agree = async (): Promise<void> => {
            assert.equal(
              await carried('siobhan', referralId),
              last === null || last === 'use' || ground,
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
            else {
              const opened = await own.get('/me/sharing');
              const said = await own.post(`/me/sharing/${early.organisation}`, {
                version: versionOf(opened.body, early.organisation),
                flag: deed,
              });
              assert.equal(said.statusCode, 303);
            }
            if (deed === 'ground' || deed === 'ground ends') ground = deed === 'ground';
            else last = deed;
            await agree();
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  test('MOS-6: every change of what they said is kept, and nobody rewrites it', async () => {
    const { personId, own } = await ask('yes');
    const early = await team('early-help-team');
    for (const flag of ['no', 'ask', 'use']) {
      const opened = await own.get('/me/sharing');
      assert.equal(
        (await own.post(`/me/sharing/${early.organisation}`, { version: versionOf(opened.body, early.organisation), flag })).statusCode,
        303,
      );
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
      version: /name="version" value="(\d+)"/.exec(desk.body)?.[1] ?? '', step: 'suggested', response: /name="response"[^>]*value="([A-Z0-9_]+)"[^>]*checked/.exec(desk.body)?.[1] ?? 'W4',
    }); // biome-ignore format: a form
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
    assert.equal(
      (await own.post(`/me/sharing/${early.organisation}`, { version: versionOf(asked.body, early.organisation), flag: 'use' })).statusCode,
      303,
    );
    assert.match(textOf((await siobhan.get(`/offers/${offer.id}`)).body), /since the flood/);
    assert.ok(personId);
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
