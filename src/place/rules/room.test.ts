// The rule room as people use it, on a real database with invented people: written, replayed, proposed, approved by another, in force from its day.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { readingIn } from '../../../test/harness/reading.ts';
import { ruleSteps } from './model.ts';

describe('the rule room', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse({ people: true });
  });
  after(() => house?.close());

  const editionIn = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

  /** A new row for people who want help with work, sent as the form sends it. */
  const workRow = {
    do: 'save',
    sentence: 'Someone who wants work is rung within 72 hours.',
    fact_0: 'wants',
    any_0: ['work'],
    give_offer: 'early-help',
    give_team: 'early-help-team',
    give_response: 'H72',
    reason: 'You asked for help with work.',
    changes: "If it can't wait, tell us.",
  };

  async function begun(code: string, table = '/rules/spa/suggestion', from = '1') {
    const writer = await house.as(code);
    await writer.get(table);
    const answer = await writer.post(`${table}/begin`, { from });
    assert.equal(answer.statusCode, 303, textOf(answer.body).slice(0, 300));
    const address = String(answer.headers.location);
    await writer.get(address);
    return { writer, address, id: address.split('/').at(-1) ?? '' };
  }

  const save = async (
    { writer, address }: Awaited<ReturnType<typeof begun>>,
    row: Record<string, string | readonly string[]>,
    name = 'new',
  ) => {
    await writer.get(`${address}/rows/${name}`);
    return writer.post(`${address}/rows/${name}`, { version: editionIn(writer.page), ...row });
  };

  const step = async ({ writer, address }: Awaited<ReturnType<typeof begun>>, name: string, fields: Record<string, string> = {}) => {
    await writer.get(address);
    return writer.post(`${address}/${name}`, { version: editionIn(writer.page), ...fields });
  };

  const { read: rows } = readingIn(() => house);

  const setAside = async (draft: Awaited<ReturnType<typeof begun>>) => {
    assert.equal((await step(draft, 'set-aside')).statusCode, 303);
  };

  const sendParts = ({ writer, address }: Awaited<ReturnType<typeof begun>>, payload: string) =>
    house.server.inject({
      method: 'POST',
      url: `${address}/read`,
      headers: {
        cookie: [...writer.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'multipart/form-data; boundary=edge',
        'sec-fetch-site': 'same-origin',
      },
      payload,
    });
  async function sendFile(draft: Awaited<ReturnType<typeof begun>>, xml: string) {
    const { writer, address } = draft;
    await writer.get(address);
    const form = /name="form_key" value="([^"]+)"/.exec(writer.page)?.[1] ?? '';
    return sendParts(
      draft,
      [
        `--edge\r\ncontent-disposition: form-data; name="form_key"\r\n\r\n${form.replaceAll('&amp;', '&')}\r\n`,
        `--edge\r\ncontent-disposition: form-data; name="version"\r\n\r\n${editionIn(writer.page)}\r\n`,
        `--edge\r\ncontent-disposition: form-data; name="file"; filename="rules.dmn"\r\ncontent-type: application/xml\r\n\r\n${xml}\r\n--edge--\r\n`,
      ].join(''),
    );
  }

  test('MOS-2, H10: a version is written, checked, replayed, proposed and approved by somebody else, and decides from its first day', async () => {
    const draft = await begun('dev');
    const { writer, address, id } = draft;
    assert.equal((await save(draft, workRow)).statusCode, 303);
    const [kept] = await rows<{ content: { rules: { id: string; changes: string; cells: Record<string, string> }[] } }>(
      'select content from rule_version where id = $1',
      [id],
    );
    const added = kept?.content.rules.at(-2);
    assert.deepEqual([added?.cells, added?.changes], [{ wants: 'list contains(?, "work")' }, 'If it can’t wait, tell us.']);
    assert.match(textOf((await writer.get(address)).body), /Every cell can be read\./);

    const early = await step(draft, 'propose', { starts: '2026-11-23', why: 'Work matters.' });
    assert.equal(early.statusCode, 422);
    assert.match(textOf(early.body), /Replay it on past referrals first/);

    await writer.get(`${address}/replay`);
    assert.equal((await writer.post(`${address}/replay`, { months: '24' })).statusCode, 303);
    const replayed = textOf((await writer.get(`${address}/replay`)).body);
    assert.match(replayed, /would be treated differently/);
    for (const words of ['Ethnic group', 'Age when referred', 'Gender', 'Area', 'Beside everybody else', 'Before and after'])
      assert.match(replayed, new RegExp(words));

    const past = await step(draft, 'propose', { starts: '2026-11-19', why: 'Work matters.' });
    assert.match(textOf(past.body), /The first day is today or later/);
    assert.equal((await step(draft, 'propose', { starts: '2026-11-23', why: 'Work matters.' })).statusCode, 303);
    const own = await step(draft, 'approve');
    assert.equal(own.statusCode, 403);
    assert.match(textOf(own.body), /Somebody else approves it/);

    const second = await house.as('martin');
    assert.match(textOf((await second.get('/rules')).body), /Waiting for your agreement/);
    await second.get(address);
    assert.equal((await second.post(`${address}/approve`, { version: editionIn(second.page), comment: 'Agreed.' })).statusCode, 303);
    assert.match(textOf((await second.get('/rules/spa/suggestion')).body), /Version 1\. In force since/);
    assert.match(textOf((await second.get('/rules/spa/suggestion')).body), /Begins on 23 November 2026/);

    const [referral] = await rows<{ id: string }>(
      "select r.id from referral r join team t on t.id = r.team_id where t.code = 'spa-team' and r.state = 'submitted' limit 1",
    );
    const priya = await house.as('priya');
    assert.match(textOf((await priya.get(`/triage/${referral?.id}/rules`)).body), /Version 1, in effect since/);
    house.clock.set('2026-11-23T09:00:00Z');
    const later = await house.as('priya');
    const explained = textOf((await later.get(`/triage/${referral?.id}/rules`)).body);
    assert.match(explained, /Version 2, in effect since 23 November 2026\. Written by Dev Patel\. Agreed by Martin Coles/);
    assert.match(explained, /Someone who wants work is rung within 72 hours/);
    assert.match(explained, /What the other tables say/);

    const trace = await rows<{ to_state: string; name: string }>(
      'select t.to_state, a.name from rule_trace t join account a on a.id = t.account_id where rule_version_id = $1 and t.from_state is distinct from t.to_state order by t.id',
      [id],
    );
    assert.deepEqual(
      trace.map(({ to_state, name }) => `${to_state} by ${name}`),
      ['draft by Dev Patel', 'proposed by Dev Patel', 'approved by Martin Coles'],
    );

    const manager = await house.as('martin');
    await manager.get(address);
    const unsaid = await manager.post(`${address}/stop`, { version: editionIn(manager.page), comment: '' });
    assert.equal(unsaid.statusCode, 422);
    await manager.get(address);
    assert.equal((await manager.post(`${address}/stop`, { version: editionIn(manager.page), comment: 'A mistake.' })).statusCode, 303);
    assert.match(textOf((await manager.get('/rules/spa/suggestion')).body), /Version 1\. In force since/);
    assert.match(textOf((await (await house.as('priya')).get(`/triage/${referral?.id}/rules`)).body), /Version 1, in effect since/);
  });

  test('Enter in a field saves the row, an added fact is where the page opens, and a list is read as what it includes', async () => {
    const draft = await begun('dev');
    const form = (await draft.writer.get(`${draft.address}/rows/new`)).body;
    const main = form.slice(form.indexOf('<main'));
    assert.match(/<button[^>]*type="submit"[^>]*>/.exec(main)?.[0] ?? '', /name="do" value="save"/, 'a browser’s Enter presses the first');
    assert.match(main, /formaction="[^"]*#last-fact"/);
    await draft.writer.get(`${draft.address}/rows/new`);
    const added = await draft.writer.post(`${draft.address}/rows/new`, { version: editionIn(draft.writer.page), do: 'add', add: 'wants' });
    assert.match(added.body, /id="last-fact"/);
    assert.match(added.body, /Joint ownership \(gap group 3\)<\/option>/, 'a strand by its words');
    assert.match(textOf((await draft.writer.get(draft.address)).body), /“What would help” includes “/);
    await setAside(draft);
  });

  test('a row that is moved stays in sight, and who gives a version back says what should change', async () => {
    const draft = await begun('dev', '/rules/early-help/eligibility');
    const [second] = [...draft.writer.page.matchAll(/rows\/([\w-]+)\/place/g)].map(([, id]) => id).slice(1);
    await draft.writer.get(draft.address);
    const moved = await draft.writer.post(`${draft.address}/rows/${second}/place`, { version: editionIn(draft.writer.page), to: 'up' });
    assert.equal(moved.headers.location, `${draft.address}#row-1`);
    await draft.writer.get(draft.address);
    await draft.writer.post(`${draft.address}/rows/${second}/place`, { version: editionIn(draft.writer.page), to: 'down' });
    await draft.writer.get(`${draft.address}/replay`);
    await draft.writer.post(`${draft.address}/replay`, { months: '24' });
    assert.equal((await step(draft, 'propose', { starts: '2026-11-25', why: 'It reads better.' })).statusCode, 303);
    const martin = { ...draft, writer: await house.as('martin') };
    const silent = await step(martin, 'give-back', { comment: '' });
    assert.equal(silent.statusCode, 422);
    assert.match(textOf(silent.body), /Say what should change, so that whoever wrote it knows\./);
    assert.match(silent.body, /href="#back"/);
    assert.match(textOf((await draft.writer.get(draft.address)).body), /Why do you take it back\?/);
    assert.equal((await step(martin, 'give-back', { comment: 'Say 18, not adult.' })).statusCode, 303);
    assert.match(textOf((await draft.writer.get(draft.address)).body), /Say 18, not adult\./);
    await setAside(draft);
  });

  test('a table from another editor comes in as a draft that lists the words people are still to read', async () => {
    const draft = await begun('dev', '/rules/early-help/eligibility');
    const dmn = (await draft.writer.get(`${draft.address}/table.dmn`)).body;
    const foreign = dmn
      .replaceAll(/<dmn:annotationEntry>[\s\S]*?<\/dmn:annotationEntry>/g, '')
      .replaceAll(/<dmn:rule id="[^"]*">/g, '<dmn:rule>')
      .replaceAll(/ onedoor:[a-z]+="[^"]*"/gi, '');
    const sent = await sendFile(draft, foreign);
    assert.equal(sent.statusCode, 303, textOf(sent.body).slice(0, 600));
    const page = textOf((await draft.writer.get(draft.address)).body);
    assert.match(page, /Row 1 has no reason\./);
    assert.match(page, /Row 2 has no text on what would change this\./);
    assert.doesNotMatch(page, /code for counting|are called/, 'names and codes are given to rows that have none');
    await setAside(draft);
  });

  test('MOS-2, S5.4, S9: a row that turns people away or decides by who they are is refused with the reason, in the form and in a file', async () => {
    const draft = await begun('dev', '/rules/early-help/eligibility');
    const away = {
      do: 'save',
      sentence: 'Someone with thoughts of ending their life goes elsewhere.',
      fact_0: 'thoughts_of_ending_life',
      any_0: ['yes'],
      give_result: 'another-offer',
      give_offer: 'spa',
      give_team: 'spa-team',
      reason: 'Another team helps.',
      changes: 'Nothing.',
    };
    const refused = await save(draft, away);
    assert.equal(refused.statusCode, 422);
    assert.match(
      textOf(refused.body),
      /sends people elsewhere because of how severe things are\. No one may be turned away for that \(S5\.4\)/,
    );
    assert.match(refused.body, /href="#cell-thoughts_of_ending_life"/, 'the fault leads to its cell');
    assert.match(refused.body, />Someone with thoughts of ending their life goes elsewhere\.<\/textarea>/, 'nothing typed is lost');
    const words = await save(draft, { ...away, fact_0: '', sentence: 'Someone too complex for us goes elsewhere.' });
    assert.match(textOf(words.body), /A rule may not say “too complex”/);

    const uncountable = await save(draft, { ...away, fact_0: '', give_result: 'fits', give_offer: '', give_team: '', code: '<b>' });
    assert.match(textOf(uncountable.body), /This row has a code that cannot be counted by/);

    const { writer, address } = draft;
    const dmn = (await writer.get(`${address}/table.dmn`)).body;
    // In a file, a fact may claim to be about anything: here it says it only says whom the service is for, and it reads a grade of this place’s none.
    const claimed = dmn
      .replaceAll('lives_in_area', 'thoughts_of_ending_life')
      .replaceAll('category="contact"', 'category="contact" onedoor:about="whom_it_is_for"');
    for (const [xml, reason] of [
      [claimed, /how severe things are/],
      [dmn.replaceAll('lives_in_area', 'risk_grade'), /is not a fact this place asks for/],
      [dmn.replace('Someone who lives elsewhere', 'Someone not motivated who lives elsewhere'), /may not say “not motivated”/],
      ['<not-dmn/>', /not a DMN 1\.3 file/],
      [`<!DOCTYPE x [<!ENTITY a "b">]>${dmn}`, /Line 1 defines a document type/],
      [dmn.replace(/<.(dmn:)?decision>/, ''), /Line \d+ is not right/],
    ] as const) {
      const answer = await sendFile(draft, xml);
      assert.equal(answer.statusCode, 422, textOf(answer.body).slice(0, 400));
      assert.match(textOf(answer.body), reason);
    }
    assert.doesNotMatch(textOf((await writer.get(address)).body), /thoughts|motivated/);
    const heavy = await sendParts(
      draft,
      `--edge\r\ncontent-disposition: form-data; name="file"; filename="rules.dmn"\r\n\r\n${'x'.repeat(10_000_000)}\r\n--edge--\r\n`,
    );
    assert.equal(heavy.statusCode, 413, 'ten megabytes are not read');
    await setAside(draft);
  });

  test('H20: two people who write in one draft do not overwrite each other', async () => {
    const draft = await begun('dev', '/rules/spa/fit');
    const other = await house.as('martin');
    await other.get(`${draft.address}/rows/under-16`);
    const stale = editionIn(other.page);
    const name = { name: 'Talking Therapies, how likely a fit', policy: 'FIRST' };
    assert.equal((await step(draft, 'name', name)).statusCode, 303);
    const overtaken = await other.post(`${draft.address}/name`, { version: stale, ...name, name: 'Another name' });
    assert.equal(overtaken.statusCode, 409);
    assert.match(textOf((await draft.writer.get(draft.address)).body), /how likely a fit/);
    await setAside(draft);
  });

  test('S14.1: who may not write rules reads them and begins nothing; partners and people see none', async () => {
    const priya = await house.as('priya');
    const read = await priya.get('/rules/spa/suggestion');
    assert.equal(read.statusCode, 200);
    assert.doesNotMatch(read.body, /Begin a new version/);
    assert.equal((await priya.post('/rules/spa/suggestion/begin', { from: '1' })).statusCode, 403);
    const [person] = await rows<{ id: string }>("select id from account where name = 'Carol Whittle'");
    const carol = await house.asAccount(person?.id ?? '', 'person');
    assert.equal((await carol.get('/rules')).statusCode, 403);
  });

  test('the steps of a version are the database’s own', async () => {
    const table = await rows<{ from: string | null; to: string; roles: string[] }>(
      'select from_state as "from", to_state as "to", roles from rule_step',
    );
    const said = (steps: readonly { from: string | null; to: string; roles: readonly string[] }[]): string[] =>
      steps.map(({ from, to, roles }) => `${from} ${to} ${[...roles].sort()}`).sort();
    assert.deepEqual(said(table), said(ruleSteps.map(({ from, to, by }) => ({ from, to, roles: by }))));
  });

  test('H10: four eyes cannot be got round in the database, whoever asks and whatever they say', async () => {
    const draft = await begun('dev', '/rules/hub/priority');
    const dev = house.staffId('dev');
    const martin = house.staffId('martin');
    const priya = house.staffId('priya');
    const { id } = draft;
    const tried = async (account: string, sql: string, values: unknown[] = []): Promise<string> => {
      const client = await house.database.pool.connect();
      try {
        await client.query('begin');
        await client.query(
          "select set_config('role', 'onedoor_app', true), set_config('app.account', $1, true), set_config('app.now', $2, true)",
          [account, '2026-11-23T10:00:00Z'],
        );
        const { rowCount } = await client.query(sql, values);
        return `${rowCount} rows`;
      } catch (error) {
        return error instanceof Error && 'code' in error ? String(error.code) : 'thrown';
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    const attacks: readonly (readonly [who: string, sql: string, expected: readonly string[]])[] = [
      [dev, `update rule_version set state = 'approved' where id = '${id}'`, ['OD001']],
      [dev, `update rule_version set state = 'proposed', starts_on = '2026-12-01', why = 'x' where id = '${id}'`, ['OD003']],
      [martin, `update rule_version set authors = '{}' where id = '${id}'`, ['42501']],
      [martin, `update rule_version set approved_by = '${martin}', approved_at = now() where id = '${id}'`, ['42501']],
      [martin, `update rule_version set number = 99 where id = '${id}'`, ['42501']],
      [priya, `update rule_version set why = 'x' where id = '${id}'`, ['0 rows', '42501']],
      [
        priya,
        `insert into rule_version (id, service_code, purpose, number, state, content, based_on, created_at, created_by)
         values (gen_random_uuid(), 'spa', 'fit', 50, 'draft', '{}', 'x', now(), '${priya}')`,
        ['42501'],
      ],
      [
        martin,
        `insert into rule_version (id, service_code, purpose, number, state, content, based_on, created_at, created_by)
         values (gen_random_uuid(), 'spa', 'fit', 50, 'approved', '{}', 'x', now(), '${martin}')`,
        ['OD001', '23514', '42501'],
      ],
      [martin, `delete from rule_version where id = '${id}'`, ['42501']],
      [
        martin,
        `insert into rule_replay (id, rule_version_id, content_hash, against, from_on, to_on, content, made_at, made_by)
         select gen_random_uuid(), id, md5(content::text), 'x', '2026-01-01', '2026-01-02', '{}', now(), '${martin}' from rule_version where id = '${id}'`,
        ['42501'],
      ],
      [martin, `update rule_trace set comment = 'x'`, ['42501']],
      ['', `update rule_version set why = 'x' where id = '${id}'`, ['0 rows', '42501']],
    ];
    for (const [who, sql, expected] of attacks) {
      const answer = await tried(who, sql);
      assert.ok(expected.includes(answer), `${answer}: ${sql}`);
    }

    // Replayed and proposed as it should be; from here only somebody else may approve, and only as it is.
    await draft.writer.get(`${draft.address}/replay`);
    await draft.writer.post(`${draft.address}/replay`, { months: '12' });
    const proposed = await step(draft, 'propose', { starts: '2026-12-01', why: 'To try.' });
    assert.equal(proposed.statusCode, 303, textOf(proposed.body).slice(0, 600));
    assert.equal(await tried(dev, `update rule_version set state = 'approved' where id = '${id}'`), '42501');
    assert.equal(
      await tried(martin, `update rule_version set state = 'approved', content = content || '{"name":"x"}' where id = '${id}'`),
      '42501',
    );
    assert.equal(await tried(martin, `update rule_version set state = 'approved', starts_on = '2026-11-24' where id = '${id}'`), '42501');
    assert.equal(await tried(martin, `update rule_version set content = content || '{"name":"x"}' where id = '${id}'`), '42501');
    assert.equal(await tried(martin, `update rule_version set state = 'approved' where id = '${id}'`), '1 rows', 'and the right way works');
    for (const role of ['onedoor', 'onedoor_worker']) {
      const client = await house.database.pool.connect();
      try {
        await client.query('begin');
        await client.query("select set_config('role', $1, true), set_config('app.account', '', true)", [role]);
        await assert.rejects(client.query(`update rule_version set state = 'approved' where id = '${id}'`), { code: '42501' }, role);
      } finally {
        await client.query('rollback');
        client.release();
      }
    }
  });

  test('TWP-16, S14.2: an order shows whom it reaches both ways, and whom a version concerns is shown to who may see people, and kept', async () => {
    const dev = await house.as('dev');
    const reach = textOf((await dev.get('/rules/hub/priority/reach')).body);
    assert.match(reach, /Put first/);
    assert.match(reach, /Everybody else/);
    const draft = await begun('dev');
    assert.equal((await save(draft, workRow)).statusCode, 303);
    const people = await draft.writer.get(`${draft.address}/replay/people`);
    assert.equal(people.statusCode, 200);
    const listed = [...people.body.matchAll(/referral \d+/g)].length;
    assert.ok(listed > 0, textOf(people.body).slice(0, 500));
    const [entry] = await rows<{ people: number }>(
      "select count(*)::int as people from audit_person p join audit_entry e on e.id = p.entry_id where e.kind = 'rules.replay'",
    );
    assert.equal(entry?.people, listed);
    await setAside(draft);
  });
});
