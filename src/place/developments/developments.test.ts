// Proposals, developments, money and consultations in the whole house: who writes, what stays, and that nobody who answers is known.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { identifiers } from '../../platform/identifiers.ts';
import { type ProposalState, proposalLifecycle, proposalStates } from './model.ts';
import { mostListed } from './store.ts';

const hiddenIn = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const lastPart = (location: unknown): string => String(location).split('/').at(-1) ?? '';

describe('what a service is changing', () => {
  let house: TestHouse;
  let dev: Client;
  before(async () => {
    house = await openTestHouse();
    dev = await house.as('dev');
  });
  after(() => house?.close());

  const { read: rows } = readingIn(() => house);

  const proposed = async (more: Record<string, string> = {}): Promise<string> => {
    await dev.get('/changes/proposals/new');
    const fields = {
      title: 'Tea at the door',
      words: 'Somebody offers tea.',
      why: 'Waiting is cold.',
      author_name: 'Sal',
      author_role: 'recovery partner',
    };
    const made = await dev.post('/changes/proposals/new', { ...fields, ...more });
    assert.equal(made.statusCode, 303, textOf(made.body));
    return lastPart(made.headers.location);
  };

  const step = async (id: string, to: string, more: Record<string, string> = {}) => {
    const page = await dev.get(`/changes/proposals/${id}`);
    return dev.post(`/changes/proposals/${id}/step`, { version: hiddenIn(page.body, 'version'), to, ...more });
  };

  test('SOM-2: the transition table of proposals is the database’s own, with who may take each step', async () => {
    const there = await rows<{ from: string | null; to: string; roles: string[]; needs: string | null }>(
      'select from_state as "from", to_state as "to", roles, needs from proposal_step',
    );
    const said = (from: string | null, to: string, by: readonly string[], needs: string) => `${from} ${to} ${[...by].sort()} ${needs}`;
    assert.deepEqual(
      there.map(({ from, to, roles, needs }) => said(from, to, roles, needs ?? '')).sort(),
      proposalLifecycle.transitions
        .map(({ from, to, by, withReason, needs }) => said(from, to, by, withReason ? 'reason' : needs ? 'result' : ''))
        .sort(),
    );
  });

  test('SOM-2: whatever steps are tried in whatever order, a proposal takes only those of its table, and its history is every step it took', async () => {
    const anyStep = fc.record({
      to: fc.constantFrom(...proposalStates.slice(1)),
      reason: fc.constantFrom('', 'It costs little.'),
      result: fc.constantFrom('', 'People wait in the warm.'),
      on: fc.constantFrom('', '2026-11-01', '2027-01-01'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 9 }), async (tried) => {
        const id = await proposed();
        let state: ProposalState = 'proposed';
        const took: string[] = ['proposed'];
        for (const { to, reason, result, on } of tried) {
          const listed = proposalLifecycle.transitions.some((one) => one.from === state && one.to === to);
          const whole = (to !== 'not_agreed' || reason !== '') && (to !== 'result' || (result !== '' && on === '2026-11-01'));
          const { statusCode } = await step(id, to, { reason, result, result_on: on });
          assert.equal(statusCode, listed && whole ? 303 : listed ? 422 : statusCode === 422 ? 422 : 409, `${state} to ${to}`);
          if (statusCode === 303) {
            state = to;
            took.push(to);
          }
        }
        const [row] = await rows<{ state: string; decided_by: string | null; result: string }>(
          'select state, decided_by, result from proposal where id = $1',
          [id],
        );
        assert.equal(row?.state, state);
        assert.equal(row?.decided_by !== null, ['agreed', 'not_agreed', 'done', 'result'].includes(state));
        assert.equal(row?.result !== '', state === 'result');
        const traces = await rows<{ to: string }>('select to_state as "to" from proposal_trace where proposal_id = $1 order by id', [id]);
        assert.deepEqual(
          traces.map(({ to }) => to),
          took,
        );
      }),
      { numRuns: 12 },
    );
  });

  test('SOM-2: a proposal is shown as its author wishes, is never deleted or rewritten, and nobody but managers decides', async () => {
    const id = await proposed({ title: 'A quieter room', author_name: '' });
    assert.match(textOf((await dev.get(`/changes/proposals/${id}`)).body), /By recovery partner, 20 November 2026/);
    for (const change of ["title = 'x'", "author_name = 'x'", 'created_at = now()'])
      await assert.rejects(
        house.database.pool.query(`begin; set local role onedoor_app; update proposal set ${change} where id = '${id}'`),
        /permission denied|stays as it was made|moved by somebody/,
      );
    for (const gone of [
      'delete from proposal',
      'truncate proposal cascade',
      'delete from proposal_trace',
      "update proposal_trace set words = 'x'",
    ])
      await assert.rejects(house.database.pool.query(gone), /kept as it happened|violates foreign key/, gone);
    const priya = await house.as('priya');
    assert.equal((await priya.get(`/changes/proposals/${id}`)).statusCode, 200, 'everybody who works here reads them');
    assert.doesNotMatch(priya.page, /We agree|The next step/);
    await priya.get('/sign-in');
    assert.equal((await priya.post(`/changes/proposals/${id}/step`, { version: '1', to: 'considered' })).statusCode, 403);
    assert.equal((await priya.post('/changes/proposals/new', { title: 'x' })).statusCode, 403);
  });

  test('SOM-2: everybody reads the log only where the manager says so, all of it, a page at a time', async () => {
    const id = await proposed({ title: 'Ask twice about the bus' });
    const visitor = house.visitor();
    assert.equal((await visitor.get('/have-your-say/proposals')).statusCode, 404);
    await dev.get('/changes/proposals');
    assert.equal((await dev.post('/changes/proposals/shown', { shown: 'yes' })).statusCode, 303);
    const log = await visitor.get('/have-your-say/proposals');
    assert.match(textOf(log.body), /Ask twice about the bus.*By Sal, recovery partner/);
    assert.equal((await visitor.get(`/changes/proposals/${id}`)).statusCode, 303, 'who works on it stays inside');
    const identify = identifiers({ now: () => new Date(house.clock.now().getTime() + 60_000) });
    // Every proposal stands on one page of the log, the newest first, a page at a time.
    const client = await house.database.pool.connect();
    try {
      // As many as were proposed over years, written at once.
      await client.query('begin; alter table proposal disable trigger user');
      for (let more = 0; more < mostListed; more++)
        await client.query(
          "insert into proposal (id, state, title, words, why, author_name, author_role, created_at, created_by) select $2, state, 'Another ' || $3, words, why, author_name, author_role, created_at, created_by from proposal where id = $1",
          [id, identify(), String(more)],
        );
      await client.query('alter table proposal enable trigger user; commit');
    } finally {
      client.release();
    }
    const all = await rows<{ title: string }>('select title from proposal order by id desc');
    const read: string[] = [];
    let at: string | undefined = '/have-your-say/proposals?in=pl';
    let pages = 0;
    while (at) {
      const { body } = await visitor.get(at);
      const titles = [...body.matchAll(/<h2 class="od-box__title"[^>]*>([^<]+)/g)].map(([, title]) => title ?? '');
      assert.ok(titles.length > 0 && titles.length <= mostListed);
      read.push(...titles);
      pages++;
      at = /href="([^"]*before=[^"]+)" rel="next"/.exec(body)?.[1];
    }
    assert.ok(pages > 1);
    assert.deepEqual(
      read,
      all.map(({ title }) => title),
    );
    await dev.get('/changes/proposals');
    await dev.post('/changes/proposals/shown', { shown: 'no' });
    assert.equal((await visitor.get('/have-your-say/proposals')).statusCode, 404);
  });

  test('SOM-22: a development shows what pays for it, a line what it pays for, and what does not add up is said', async () => {
    const priya = await house.as('priya');
    const write = async (address: string, fields: Record<string, string>) => {
      await dev.get(address);
      const kept = await dev.post(address, { version: '0', ...fields });
      assert.equal(kept.statusCode, 303, textOf(kept.body));
      return kept;
    };
    const cafe = lastPart(
      (await write('/changes/developments/new', { name: 'A café (test)', words: '', stage: 'planned', cost: '205,000' })).headers.location,
    );
    await write('/changes/funding/new', {
      name: 'Crisis money',
      funder: 'A board',
      amount: '£410,000',
      recurring: 'yes',
      from_on: '2026-04-01',
    });
    const [line] = await rows<{ id: string; amount_pence: string }>(
      "select id, amount_pence from funding_line where name = 'Crisis money'",
    );
    assert.equal(Number(line?.amount_pence), 41_000_000, 'whole pence');
    assert.match(textOf((await priya.get('/changes')).body), /Nothing pays for its £205,000 yet.*£410,000 is not given to anything yet/);
    const pay = async (amount: string) => {
      await dev.get(`/changes/developments/${cafe}`);
      return dev.post(`/changes/developments/${cafe}/funding`, { line: line?.id ?? '', amount });
    };
    assert.equal((await pay('180,000.50')).statusCode, 303);
    assert.match(
      textOf((await priya.get('/changes')).body),
      /Paid for by Crisis money, A board: £180,000\.50\. It costs £24,999\.50 more than what pays for it.*£229,999\.50 is not given to anything yet/,
    );
    await pay('500000');
    assert.match(
      textOf((await priya.get('/changes')).body),
      /£295,000 more pays for it than it costs.*£90,000 more is given out than there is/,
    );
    assert.equal((await pay('12,34.5')).statusCode, 422);
    assert.equal((await rows('select from development_funding where development_id = $1', [cafe])).length, 1);
    assert.ok((await rows("select from funding_trace where about = 'development_funding'")).length >= 2, 'each change is kept');
    assert.equal((await priya.get(`/changes/developments/${cafe}`)).statusCode, 403);
    const stale = await dev.get(`/changes/developments/${cafe}`);
    const edit = { name: 'A café (test)', words: 'Warm.', stage: 'open', since: '2026-10-01', cost: '' };
    const key = hiddenIn(stale.body, 'form_key');
    assert.equal((await dev.post(`/changes/developments/${cafe}`, { form_key: key, version: '1', ...edit })).statusCode, 303);
    await dev.get(`/changes/developments/${cafe}`);
    const late = await dev.post(`/changes/developments/${cafe}`, { version: '1', ...edit, name: 'Mine' });
    assert.equal(late.statusCode, 409);
    assert.match(late.body, /value="Mine"/, 'what was typed is still there');
  });
});
