import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openTestHouse, type TestHouse } from '../../test/harness/house.ts';
import { createDatabase, scratch } from '../../test/harness/postgres.ts';
import { onedoor } from '../cli.ts';
import { namesOfPlace } from '../place/setting-up/names.ts';
import { passwordFits } from '../trust/accounts/password.ts';

/** The same database as an installation would name it: who connects stands at the end, because an address has no name without a host. */
const addressOf = (url: string): string => url.replace(/^postgresql:\/\/([^@:/]+)@\/(.*)$/, 'postgresql:///$2&user=$1');

const folder = mkdtempSync(join(scratch, 'onedoor-commands-'));

describe('commands', () => {
  let house: TestHouse;
  before(async () => {
    house = await openTestHouse();
  });
  after(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Asked {
    readonly environment?: Record<string, string>;
    /** Presses Ctrl-C when the work has come this far. */
    readonly interruptAt?: number;
  }

  async function run(words: string[], { environment, interruptAt }: Asked = {}) {
    const said: string[] = [];
    const told: string[] = [];
    const interrupted = new AbortController();
    const code = await onedoor(words, {
      environment: environment ?? { DATABASE_URL: addressOf(house.database.url) },
      signal: interrupted.signal,
      say: (line) => said.push(line),
      tell: (line) => told.push(line),
      progress: (done) => {
        told.push(`progress ${done}`);
        if (interruptAt !== undefined && done >= interruptAt) interrupted.abort(130);
      },
    });
    return { code, said: said.join('\n'), told: told.join('\n') };
  }

  function file(name: string, content: string): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }
  const count = async (table: 'person' | 'referral' | 'directory_service' | 'audit_person'): Promise<number> =>
    (await house.database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0;

  const people = 'First name,Surname,DOB\nAda,Kestrel,1990-03-14\nBen,Larkin,1985-03-02\n';

  test('people: a dry run changes nothing, an import brings them in for the team and the audit names them', async () => {
    const path = file('people.csv', people);
    const before = await count('person');
    const dry = await run(['import', 'people', path, '--team', 'early-help-team', '--dry-run']);
    assert.deepEqual([dry.code, dry.said], [0, '2 rows: 2 right, 0 with faults, 2 new people, 0 possible matches.'], dry.told);
    assert.equal(await count('person'), before);
    const real = await run(['import', 'people', path, '--team', 'early-help-team']);
    assert.equal(real.code, 0, real.told);
    assert.match(real.said, /2 rows brought in for Early help team, 0 left out\./);
    assert.match(real.told, /progress 2/);
    assert.deepEqual([await count('person'), await count('audit_person')], [before + 2, 2]);
    const again = await run(['import', 'people', path, '--team', 'early-help-team']);
    assert.match(
      again.said,
      /row 2: Left out: looks like somebody already here.*\n.*\n0 rows brought in for Early help team, 2 left out\./,
    );
  });

  test('referrals: everything or nothing, unless partly; the map says which column is what', async () => {
    const path = file('referrals.csv', 'Naam,Geboren,Waarom\nCyd,1990-01-01,Tired\nDot,31/02/1990,Tired\n');
    const map = file('map.json', '{"Naam": "given", "Geboren": "birth", "Waarom": "reason"}');
    const before = await count('referral');
    const whole = await run(['import', 'referrals', path, '--map', map]);
    assert.equal(whole.code, 1);
    assert.match(whole.said, /row 3, Geboren: 31 February does not exist/);
    assert.match(whole.told, /Nothing was brought in\. One thing in the file must be put right first\./);
    assert.equal(await count('referral'), before);
    const partly = await run(['import', 'referrals', path, '--map', map, '--partly']);
    assert.deepEqual([partly.code, await count('referral')], [0, before + 1]);
    const wrong = await run(['import', 'referrals', path, '--map', file('wrong.json', '{"Naam": "password"}')]);
    assert.deepEqual([wrong.code, wrong.told.includes('“password” is not something that can be brought in')], [1, true]);
  });

  test('Ctrl-C in the middle leaves nothing', async () => {
    const path = file('many.csv', `First name,DOB\n${Array.from({ length: 60 }, (_, at) => `Eve${at},${1940 + at}-01-01`).join('\n')}\n`);
    const before = await count('person');
    const { code, told } = await run(['import', 'people', path, '--team', 'early-help-team', '--matches', 'bring-in'], { interruptAt: 25 });
    assert.equal(code, 130);
    assert.match(told, /Stopped\. Run "onedoor import" again to go on\./);
    assert.equal(await count('person'), before);
  });

  test('wrongly called, or a file that cannot be read, is said plainly', async () => {
    const path = file('p.csv', people);
    for (const [words, code, message] of [
      [['import'], 2, /Say what to import: people, referrals, directory/],
      [['import', 'pets', path], 2, /Say what to import/],
      [['import', 'people', path], 2, /Say with --team whose people they are/],
      [['import', 'people', path, '--team', 'nobody'], 2, /There is no such team\. Choose .*early-help-team/],
      [['import', 'people'], 2, /Name one file/],
      [['import', 'people', join(folder, 'none.csv'), '--team', 'spa-team'], 1, /none\.csv cannot be read/],
      [['import', 'directory', path], 1, /The file is not JSON/],
      [['import', 'referrals', path, '--map', path], 1, /The map is not JSON/],
      [['blueprint', 'chek'], 2, /onedoor blueprint check/],
    ] as const) {
      const result = await run([...words]);
      assert.equal(result.code, code, words.join(' '));
      assert.match(result.told, message);
    }
  });

  test('directory: a published file is brought in as its dry run said, and a second time nothing changes; a description of the format holds none', async (t) => {
    const published = new URL('../../../shared/data/open-referral/', import.meta.url);
    if (!existsSync(published)) return t.skip('the published directory examples are not here');
    const path = fileURLToPath(new URL('uk-examples/service_full.json', published));
    const words = ['import', 'directory', path, '--source', 'https://directory.example.org'];
    const dry = await run([...words, '--partly', '--dry-run']);
    const first = await run([...words, '--partly']);
    assert.deepEqual([first.code, first.said], [0, '1 service new, 0 changed, 0 as before, 0 things to look at.'], first.told);
    assert.equal(dry.said.replace('It would be: ', ''), first.said, 'the dry run said so');
    assert.match((await run([...words, '--partly'])).said, /0 services new, 0 changed, 1 as before/);
    for (const name of ['uk-schema-compiled/openapi.json', 'uk-schema-compiled/service.json', 'mocks-pass/api_details.json'])
      assert.equal((await run(['import', 'directory', fileURLToPath(new URL(name, published))])).code, 1, name);
  });

  test('directory: all or nothing unless partly', async () => {
    const path = file('directory.json', JSON.stringify([{ id: '1', name: 'Quay choir', status: 'active', url: 'javascript:alert(1)' }]));
    const before = await count('directory_service');
    const whole = await run(['import', 'directory', path]);
    assert.equal(whole.code, 1);
    assert.match(whole.told, /Should be a web address.*\nNothing was brought in: 1 thing/s);
    assert.equal(await count('directory_service'), before);
    assert.equal((await run(['import', 'directory', path, '--partly'])).code, 0);
    assert.equal(await count('directory_service'), before + 1);
  });

  test('blueprint check tells of each blueprint, and of a folder without one', async () => {
    const good = await run(['blueprint', 'check']);
    assert.deepEqual([good.code, good.said.match(/No faults\./g)?.length], [0, 4]);
    assert.deepEqual((await run(['blueprint', 'check', folder])).code, 1);
  });

  test('setup prepares a real place and its first administrator, can be run again, and refuses demos and contradictions', async () => {
    const database = await createDatabase();
    const environment = { ONEDOOR_MODE: 'production', DATABASE_URL: addressOf(database.url), PUBLIC_URL: 'https://help.example.org' };
    const words = ['setup', '--blueprint', 'chorley-hub', '--name', 'Willow', '--admin-email', 'Ana@Example.org'];
    const password = { ONEDOOR_ADMIN_PASSWORD: 'a long walk by the canal' };
    assert.match((await run(words, { environment: { ...environment, ONEDOOR_ADMIN_PASSWORD: 'short' } })).told, /shorter than 12/);
    const first = await run(words, { environment: { ...environment, ...password } });
    assert.equal(first.code, 0, first.told);
    assert.match(first.said, /ana@example\.org can sign in/);
    const { rows } = await database.pool.query(
      'select a.password_hash, m.access, p.demo, p.name, p.secret from account a join membership m on m.account_id = a.id, place p',
    );
    assert.deepEqual([rows.length, rows[0].access, rows[0].demo, rows[0].name], [1, 'ADM', false, 'Willow']);
    assert.equal(await passwordFits(rows[0].password_hash, password.ONEDOOR_ADMIN_PASSWORD), true);
    const again = await run(words, { environment });
    assert.match(again.said, /up to date\. ana@example\.org had an account already/);
    const { rows: later } = await database.pool.query('select secret from place');
    assert.deepEqual(later[0].secret, rows[0].secret, 'pages that are open still work');
    const two = await run(['setup', '--blueprint', 'somerset-open-door', '--blueprint', 'chorley-hub', ...words.slice(3)], {
      environment: { ...environment, ...password },
    });
    assert.equal(two.code, 0, two.told);
    assert.match(two.told, /For the whole place: the help lines of somerset-open-door\. What chorley-hub says there is left out\./);
    assert.match(two.told, /The promise RESPONSE is counted as somerset-open-door says, for chorley-hub too\./);
    assert.deepEqual(await namesOfPlace(database.pool), ['somerset-open-door', 'chorley-hub'], 'in the order named, not by the alphabet');
    assert.match(
      (
        await run(['setup', '--blueprint', 'chorley-hub', '--blueprint', 'progression-together', ...words.slice(3)], {
          environment: { ...environment, ...password },
        })
      ).told,
      /The blueprints contradict each other[\s\S]*first-step/,
    );
    assert.match(
      (await run(words, { environment: { ...environment, ...password, DATABASE_URL: addressOf(house.database.url) } })).told,
      /holds a demo with invented people/,
    );
    assert.match((await run(words, { environment: { DATABASE_URL: addressOf(database.url) } })).told, /A demo needs no setup/);
    assert.match(
      (await run(['demo', '--reset'], { environment: { DATABASE_URL: addressOf(database.url) } })).told,
      /belongs to a real service, so it is never reset/,
    );
    assert.match(
      (await run(['import', 'directory', file('d.json', '[]')], { environment: { DATABASE_URL: addressOf(database.url) } })).told,
      /belongs to a real service/,
    );
    await database.close();
  });

  test('demo --reset makes the demo new', async () => {
    await house.database.pool.query(`update person set known_as = 'Changed'`);
    const made = await run(['demo', '--reset']);
    assert.equal(made.code, 0, made.told);
    const { rows } = await house.database.pool.query(
      `select count(*)::int as people, count(*) filter (where known_as = 'Changed')::int as changed from person`,
    );
    assert.equal(rows[0].changed, 0);
    assert.ok(rows[0].people > 100);
  });
});
