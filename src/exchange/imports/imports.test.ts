import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { textOf } from '../../../test/harness/front-door.ts';
import { type Client, openTestHouse, type TestHouse } from '../../../test/harness/house.ts';
import { chooseFile, sendForm } from '../../../test/harness/upload.ts';
import { accessTo } from '../../platform/database/as.ts';
import type { Tables } from '../../platform/web/context.ts';
import { forgetOldRuns } from './store.ts';

describe('imports', () => {
  let house: TestHouse;
  let manager: Client;
  before(async () => {
    house = await openTestHouse();
    manager = await house.as('dev');
  });
  after(() => house.close());

  /** By the house’s clock, not the wall’s. */
  const worker = <T>(work: (tables: Tables) => Promise<T>): Promise<T> =>
    accessTo(house.database.db, house.clock)({ kind: 'worker', job: 'test' }, work);
  const teamId = (code: string): string => house.place.teams.get(code)?.id ?? '';
  const people = (): Promise<number> =>
    worker(async (tables) =>
      Number(
        (
          await tables
            .selectFrom('person')
            .select((select) => select.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      ),
    );
  const referrals = () =>
    worker((tables) =>
      tables
        .selectFrom('referral')
        .innerJoin('person', 'person.id', 'referral.personId')
        .select(['referral.id', 'door', 'kind', 'teamId', 'receivedAt', 'decideBy', 'agreement', 'referral.personId', 'familyName'])
        .orderBy('referral.id')
        .execute(),
    );

  interface Upload {
    readonly kind?: string;
    readonly team?: string;
    readonly name?: string;
  }

  const upload = (client: Client, content: string | Buffer, { kind = 'referrals', team = 'spa-team', ...more }: Upload = {}) =>
    chooseFile(house, client, content, { kind, team: teamId(team) || team, ...more });

  /** The run's page, open in the client, and its address. */
  async function lookAt(content: string | Buffer, more: Upload = {}): Promise<string> {
    const answer = await upload(manager, content, more);
    assert.equal(answer.statusCode, 303, answer.body.slice(0, 2000));
    const address = String(answer.headers.location);
    assert.equal((await manager.get(address)).statusCode, 200);
    return address;
  }
  const versionOf = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
  const faulty =
    'First name,Surname,DOB,Reason\nAda,Kestrel,31/02/1990,Cannot sleep\nBen,Larkin,02/03/1985,Low since May\nCyd,Merlin,1990,\n';

  test('a dry run says what would happen and changes nothing; bringing it in goes through the front door', async () => {
    const before = await people();
    const csv =
      'First name,Surname,DOB,Mobile,Safe to text,Reason,Referral date,Consent,Shoe size\nAda,Kestrel,14/03/1990,07700 900111,yes,Cannot sleep,02/11/2026,yes,5\nBen,Larkin,02/03/1985,,,Low since May,,,\n';
    const address = await lookAt(csv);
    assert.match(textOf(manager.page), /All 2 rows are right: 2 referrals would be brought in\./);
    assert.match(textOf(manager.page), /Left out, because we could not tell what it is: Shoe size/);
    assert.match(textOf(manager.page), /Such as “Ada”, “Ben”/);
    assert.equal(await people(), before);
    const brought = await sendForm(manager, `${address}/bring-in`, { version: versionOf(manager.page), rows: 'all' });
    assert.equal(brought.statusCode, 303, textOf(brought.body));
    await manager.follow(brought);
    assert.match(textOf(manager.page), /2 rows brought in/);
    const [ada, ben] = (await referrals()).slice(-2);
    assert.deepEqual([ada?.door, ada?.kind, ada?.teamId, ada?.agreement], ['other', 'imported', teamId('spa-team'), 'agreed']);
    assert.equal(ada?.receivedAt.toISOString(), '2026-11-02T09:00:00.000Z', 'clocks count from the day the first service had it');
    assert.equal(ben?.agreement, 'without_agreement', 'what the file does not say is not agreement');
    const points = await worker((tables) =>
      tables
        .selectFrom('contactPoint')
        .select(['channel', 'safeToUse', 'shared'])
        .where('personId', '=', ada?.personId ?? '')
        .orderBy('channel')
        .execute(),
    );
    assert.deepEqual(points, [
      { channel: 'phone', safeToUse: 'safe', shared: 'not_asked' },
      { channel: 'text', safeToUse: 'safe', shared: 'not_asked' },
    ]);
    const run = await worker((tables) =>
      tables
        .selectFrom('importRun')
        .select(['state', 'content', 'added'])
        .where('id', '=', address.split('/').at(-1) ?? '')
        .executeTakeFirstOrThrow(),
    );
    assert.deepEqual(run, { state: 'done', content: null, added: 2 }, 'the file is deleted');
    const named = await worker((tables) =>
      tables
        .selectFrom('auditEntry')
        .innerJoin('auditPerson', 'auditPerson.entryId', 'auditEntry.id')
        .select('personId')
        .where('kind', '=', 'import.bring_in')
        .orderBy('personId')
        .execute(),
    );
    assert.deepEqual(named.map(({ personId }) => personId).sort(), [ada?.personId, ben?.personId].sort(), 'the audit names whom it made');
    const sentTo = await worker((tables) =>
      tables
        .selectFrom('message')
        .select('id')
        .where('personId', 'in', [ada?.personId ?? '', ben?.personId ?? ''])
        .execute(),
    );
    assert.deepEqual(sentTo, [], 'nobody is written to because of an import');
  });

  test('S2.7: what a row asks for today, or warns of, is told to whoever is on duty as by any door; not where it was asked long ago', async () => {
    const csv =
      'First name,Surname,DOB,Reason,Referral date,Urgency,Safeguarding adult\nDee,Ouzel,14/03/1991,Not coping,19/11/2026,Same day,\nEli,Pipit,15/03/1991,Not coping,19/11/2026,Urgent,\nFay,Redstart,16/03/1991,Not coping,19/11/2026,,yes\nGus,Siskin,17/03/1991,Not coping,02/03/2026,Today,yes\nHal,Twite,18/03/1991,Not coping,19/11/2026,When there is room,\n';
    const address = await lookAt(csv);
    const brought = await sendForm(manager, `${address}/bring-in`, { version: versionOf(manager.page), rows: 'all' });
    assert.equal(brought.statusCode, 303, textOf(brought.body));
    const rows = await worker((tables) =>
      tables
        .selectFrom('referral')
        .innerJoin('person', 'person.id', 'referral.personId')
        .leftJoin('task', (join) => join.onRef('task.personId', '=', 'person.id').on('task.kind', '=', 'safety.answer'))
        .select(['familyName', 'urgencyAsked', 'task.words', 'task.leadsTo', 'referral.id'])
        .where('familyName', 'in', ['Ouzel', 'Pipit', 'Redstart', 'Siskin', 'Twite'])
        .orderBy('familyName')
        .execute(),
    );
    assert.deepEqual(
      rows.map(({ familyName, urgencyAsked, words }) => [familyName, urgencyAsked, words !== null]),
      [
        ['Ouzel', 'today', true],
        ['Pipit', 'days', false],
        ['Redstart', null, true],
        ['Siskin', 'today', false],
        ['Twite', null, false],
      ],
    );
    assert.match(rows[0]?.words ?? '', /referred as needing a reply today/);
    assert.match(rows[2]?.words ?? '', /named in a safeguarding concern/);
    assert.equal(rows[0]?.leadsTo, `/triage/${rows[0]?.id}`);
  });

  test('sending it twice brings it in once', async () => {
    const address = await lookAt('First name,DOB,Reason\nDot,1991-02-03,Tired\n');
    const before = await people();
    const fields = { version: versionOf(manager.page), rows: 'all' };
    const form = manager.page;
    await sendForm(manager, `${address}/bring-in`, fields);
    const key = new RegExp(`action="${address}/bring-in"[\\s\\S]*?name="form_key" value="([^"]+)"`).exec(form)?.[1] ?? '';
    const again = await manager.post(`${address}/bring-in`, { ...fields, form_key: key });
    assert.equal(again.statusCode, 303);
    await manager.get(address);
    const other = await manager.post(`${address}/bring-in`, {
      ...fields,
      form_key: /value="([^"]+)"/.exec((await manager.get('/imports')).body.match(/name="form_key" value="[^"]+"/)?.[0] ?? '')?.[1] ?? '',
    });
    assert.equal(other.statusCode, 409);
    assert.equal(await people(), before + 1);
  });

  test('faults by row in plain words; all or nothing unless the good rows are chosen; the file and its columns are kept', async () => {
    const before = await people();
    const address = await lookAt(faulty);
    assert.match(textOf(manager.page), /1 row is right\. 2 rows have something to put right first\./);
    assert.match(textOf(manager.page), /Row 2 DOB .*31 February/);
    assert.match(textOf(manager.page), /Row 4 Whole row There is no reason for the referral/);
    const version = versionOf(manager.page);
    const refused = await sendForm(manager, `${address}/bring-in`, { version, rows: 'all' });
    assert.equal(refused.statusCode, 422);
    assert.match(textOf(refused.body), /Nothing was brought in\. 2 things in the file must be put right first\./);
    assert.equal(await people(), before);
    const unsaid = await sendForm(manager, `${address}/bring-in`, { version });
    assert.equal(unsaid.statusCode, 422);
    assert.match(textOf(unsaid.body), /Choose whether to bring in the good rows\./);
    const good = await sendForm(manager, `${address}/bring-in`, { version, rows: 'good' });
    assert.equal(good.statusCode, 303, textOf(good.body));
    await manager.follow(good);
    assert.match(textOf(manager.page), /1 row brought in.*2 rows were left out/);
    assert.match(textOf(manager.page), /Left out .*Row 2 DOB/);
    assert.equal(await people(), before + 1);
  });

  test('a fault in the middle of writing undoes every row before it', async () => {
    const before = await people();
    const rows = Array.from({ length: 5 }, (_, at) => `Eve${at},1990-01-0${at + 1},Tired`).join('\n');
    const address = await lookAt(`First name,DOB,Reason\n${rows}\n`);
    await house.database.pool.query(`alter table person add constraint no_fourth check (given_name <> 'Eve3')`);
    const failed = await sendForm(manager, `${address}/bring-in`, { version: versionOf(manager.page), rows: 'all' });
    await house.database.pool.query('alter table person drop constraint no_fourth');
    assert.equal(failed.statusCode, 500);
    assert.equal(await people(), before);
    assert.equal((await manager.get(address)).statusCode, 200);
    const whole = await sendForm(manager, `${address}/bring-in`, { version: versionOf(manager.page), rows: 'all' });
    assert.equal(whole.statusCode, 303, 'and the file still waits');
    assert.equal(await people(), before + 5);
  });

  test('columns can be matched anew; a fault keeps the file and what was chosen', async () => {
    const address = await lookAt(
      'Naam,Achternaam,Geboren,Waarom\nJan,Smit,1990-02-03,Moe\nPiet,Smit,1991-02-03,Moe\n'.replace('Naam', 'Given name'),
    );
    const version = versionOf(manager.page);
    const twice = await sendForm(manager, `${address}/columns`, { version, field: ['given', 'given', 'birth', 'reason'] });
    assert.equal(twice.statusCode, 422);
    assert.match(textOf(twice.body), /are both matched to First name\. Choose one\./);
    assert.match(twice.body, /id="field-2"[\s\S]*?<option value="given" selected/);
    assert.match(twice.body, /href="#field-2"/);
    const unknown = await sendForm(manager, `${address}/columns`, { version, field: ['given', 'password', 'birth', 'reason'] });
    assert.equal(unknown.statusCode, 422);
    const right = await sendForm(manager, `${address}/columns`, { version, field: ['given', 'family', 'birth', 'reason'] });
    assert.equal(right.statusCode, 303, textOf(right.body));
    await manager.follow(right);
    assert.match(textOf(manager.page), /All 2 rows are right: 2 referrals would be brought in/);
    const stale = await sendForm(manager, `${address}/columns`, { version, field: ['given', '', '', 'reason'] });
    assert.equal(stale.statusCode, 409, 'another tab looked again since');
  });

  test('people come to a team of the importer’s own; those who look like somebody already here are left out and listed', async () => {
    const csv =
      'First name,Surname,DOB,Postcode,Mobile\nIris,Plover,14/03/1971,TA6 3XX,07700 900222\nOtto,Wren,02/03/1985,TA6 3XY,07700 900333\n';
    const first = await lookAt(csv, { kind: 'people', team: 'early-help-team' });
    await manager.follow(await sendForm(manager, `${first}/bring-in`, { version: versionOf(manager.page), rows: 'all' }));
    assert.match(textOf(manager.page), /2 rows brought in/);
    const iris = await worker((tables) =>
      tables.selectFrom('person').select('id').where('familyName', '=', 'Plover').executeTakeFirstOrThrow(),
    );
    const reasons = await worker((tables) =>
      tables
        .selectFrom('access')
        .select(['relationship', 'teamId'])
        .where('personId', '=', iris.id)
        .where('teamId', 'is not', null)
        .execute(),
    );
    assert.deepEqual(reasons, [{ relationship: 'serves', teamId: teamId('early-help-team') }]);
    const before = await people();
    const second = await lookAt(`${csv}Wilf,Teal,1999-01-01,,\n`, { kind: 'people', team: 'early-help-team' });
    assert.match(textOf(manager.page), /2 rows look like somebody already here/);
    const found = await worker((tables) =>
      tables
        .selectFrom('importRun')
        .select('findings')
        .where('id', '=', second.split('/').at(-1) ?? '')
        .executeTakeFirstOrThrow(),
    );
    const { good, newPeople, matchCount } = found.findings as { good: number; newPeople: number; matchCount: number }; // as this room writes it
    assert.equal(newPeople + matchCount, good, 'a row is somebody new or like somebody, once');
    assert.match(textOf(manager.page), /Row 2 Very likely somebody already here/);
    assert.doesNotMatch(manager.page, new RegExp(iris.id), 'nobody’s record is named');
    await manager.follow(
      await sendForm(manager, `${second}/bring-in`, { version: versionOf(manager.page), rows: 'all', matches: 'leave_out' }),
    );
    assert.match(textOf(manager.page), /1 row brought in.*2 rows were left out/);
    assert.match(textOf(manager.page), /Row 3 Whole row Left out: looks like somebody already here/);
    assert.equal(await people(), before + 1);
    const within = await lookAt('First name,Surname,DOB\nSam,Goshawk,05/06/1961\nSamuel,Goshawk,05/06/1961\n', {
      kind: 'people',
      team: 'early-help-team',
    });
    await manager.follow(await sendForm(manager, `${within}/bring-in`, { version: versionOf(manager.page), rows: 'all' }));
    assert.match(textOf(manager.page), /Row 3 Whole row Left out: looks like row 2/, 'somebody twice in one file is told as that');
    const third = await lookAt(csv, { kind: 'people', team: 'early-help-team' });
    await sendForm(manager, `${third}/bring-in`, { version: versionOf(manager.page), rows: 'all', matches: 'bring_in' });
    assert.equal(await people(), before + 4, 'or brought in as people of their own, joined with nobody');
    const other = await upload(manager, csv, { kind: 'people', team: 'housing-solutions' });
    assert.equal(other.statusCode, 422);
    assert.match(textOf(other.body), /People come to a team of yours\. Choose .*Early help team/);
  });

  test('only managers and hub co-ordinators import, each sees their own files, and nobody may open the kept file', async () => {
    const address = await lookAt('First name,DOB,Reason\nFay,1990-01-01,Tired\n');
    const malik = await house.as('malik');
    assert.equal((await malik.get('/imports')).statusCode, 200);
    assert.equal((await malik.get(address)).statusCode, 404);
    const priya = await house.as('priya');
    for (const path of ['/imports', address]) assert.equal((await priya.get(path)).statusCode, 403, path);
    assert.equal((await priya.post(`${address}/bring-in`, { version: '1', rows: 'all' })).statusCode, 403);
    for (const code of ['martin', 'siobhan', 'beth', 'joan', 'grace', 'helen'])
      assert.equal((await (await house.as(code)).get('/imports')).statusCode, 403, code);
    const nobody = await house.visitor().get('/imports');
    assert.deepEqual([nobody.statusCode, nobody.headers.location], [303, '/sign-in?next=%2Fimports']);
    await assert.rejects(
      house.database.as({ kind: 'account', accountId: house.staffId('dev') }, (tables) =>
        tables.selectFrom('importRun').select('content').execute(),
      ),
      /permission denied/,
    );
  });

  test('files that are no table of text, of another encoding, empty, too long or too large are met with what to do', async () => {
    const tries: readonly (readonly [string, string | Buffer, RegExp])[] = [
      ['an Excel file', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /This is an Excel or other packed file\. Open it, choose Save as/],
      ['a PDF', Buffer.from('%PDF-1.7 …'), /This is a PDF/],
      ['a web page', '<!DOCTYPE html><p>hello', /This is a web page/],
      ['bytes', Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 37) % 256)), /./],
      ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /./],
      ['nothing but a line', '\n\n', /The file is empty/],
      ['unknown columns', 'one,two\n1,2\n', /No column was recognised/],
      ['two columns of one name', 'DOB,dob\n1990,1991\n', /Two columns are called/],
      ['too many rows', `First name,DOB,Reason\n${'Gil,1990-01-01,Tired\n'.repeat(5_001)}`, /more than 5,000 rows\. Split it/],
    ];
    const before = await worker((tables) => tables.selectFrom('importRun').select('id').execute());
    for (const [name, content, words] of tries) {
      const answer = await upload(manager, content);
      assert.equal(answer.statusCode, 422, name);
      assert.match(textOf(answer.body), words, name);
    }
    const none = await upload(manager, '');
    assert.equal(none.statusCode, 422);
    assert.match(textOf(none.body), /Choose a file with something in it/);
    const unsaid = await upload(manager, 'First name\nHal\n', { kind: '' });
    assert.equal(unsaid.statusCode, 422);
    assert.match(textOf(unsaid.body), /Choose what is in the file/);
    const large = await upload(manager, Buffer.alloc(10_000_000, 'a'));
    assert.equal(large.statusCode, 413);
    assert.deepEqual(await worker((tables) => tables.selectFrom('importRun').select('id').execute()), before, 'nothing of them is kept');
    const windows = Buffer.concat([Buffer.from('First name,DOB,Reason\nRen'), Buffer.from([0xe9]), Buffer.from('e,1990-01-01,Tired\n')]);
    await lookAt(windows);
    assert.match(textOf(manager.page), /not saved as UTF-8.*“Renée”/);
    await lookAt(Buffer.from('\ufeffFirst name;DOB;Reason\r\nZoë;1990-01-01;Müde\r\n', 'utf16le'));
    assert.match(textOf(manager.page), /“Zoë”/);
  });

  const stringsIn = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];

  test('hostile cells and headers are shown and kept as text', async () => {
    const hostile = new URL('../../../../shared/data/hostile/csv_injection.json', import.meta.url);
    const listed: unknown = existsSync(hostile) ? JSON.parse(readFileSync(hostile, 'utf8')) : [];
    const injections = ['=1+1', '@SUM(A1)', '+cmd|calc', ...stringsIn(listed)];
    const cells = [...injections, '<script>alert(1)</script>', "'; drop table person; --", '{{7*7}}', '\u202egnp.exe'];
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const csv = `First name,DOB,Reason,<img src=x onerror=alert(1)>\n${cells.map((cell, at) => `${quoted(cell)},${1950 + (at % 50)}-01-01,${quoted(cell)},x`).join('\n')}\n`;
    const address = await lookAt(csv, { name: '"><script>x.csv' });
    for (const bad of ['<script>', '<img']) assert.equal(manager.page.includes(bad), false, bad);
    const brought = await sendForm(manager, `${address}/bring-in`, { version: versionOf(manager.page), rows: 'good' });
    assert.equal(brought.statusCode, 303, textOf(brought.body).slice(0, 1500));
    const kept = await worker((tables) =>
      tables.selectFrom('person').select('givenName').where('givenName', '=', '<script>alert(1)</script>').execute(),
    );
    assert.equal(kept.length, 1);
  });

  test('a file nobody brings in is forgotten on request, or after a day, with what was found in it', async () => {
    const first = await lookAt('First name,DOB,Reason\nIda,1990-01-01,Tired\n');
    assert.equal((await sendForm(manager, `${first}/forget`, {})).statusCode, 303);
    const second = await lookAt('First name,DOB,Reason\nIda,1990-01-01,Tired\n');
    house.clock.advance(23 * 3_600_000);
    await worker(forgetOldRuns);
    const stateOf = (address: string) =>
      worker((tables) =>
        tables
          .selectFrom('importRun')
          .select(['state', 'content', 'findings'])
          .where('id', '=', address.split('/').at(-1) ?? '')
          .executeTakeFirstOrThrow(),
      );
    assert.equal((await stateOf(second)).state, 'checked');
    house.clock.advance(2 * 3_600_000);
    await worker(forgetOldRuns);
    for (const address of [first, second]) assert.deepEqual(await stateOf(address), { state: 'forgotten', content: null, findings: null });
  });
});
