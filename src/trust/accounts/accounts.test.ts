import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { type Scene, setScene } from '../../../test/harness/context.ts';
import { createDatabase } from '../../../test/harness/postgres.ts';
import { type Served, serve } from '../../../test/harness/serve.ts';
import { page } from '../../platform/web/answer.ts';
import { signedIn } from '../../platform/web/permission.ts';
import { route, touchesNobody } from '../../platform/web/route.ts';
import { issueCode, issueLink, redeem } from './links.ts';
import { localPath } from './local-path.ts';
import { hashPassword } from './password.ts';
import { mostTries } from './password-proof.ts';
import { routes } from './routes.tsx';
import { limitsOf, startSession, visitorOf } from './session.ts';

const minute = 60_000;

describe('accounts', () => {
  let scene: Scene;
  let served: Served;
  let hashed: string;
  before(async () => {
    scene = await setScene(createDatabase);
    hashed = await hashPassword('a long walk by the canal');
    const home = route({
      method: 'GET',
      path: '/home',
      permission: signedIn,
      query: z.strictObject({ tab: z.string().optional() }),
      audit: touchesNobody('it is made for the test'),
      handle: async (context) => page(`<p>Hello ${context.visitor?.name ?? ''}</p>`),
    });
    served = await serve(scene, [...routes, home]);
  });
  after(async () => {
    await served.server.close();
    await scene.database.close();
  });

  let people = 0;
  async function colleague(more: { readonly closedOn?: string } = {}): Promise<{ readonly email: string; readonly accountId: string }> {
    const visitor = await scene.staff(`Priya ${++people}`, 'TRI');
    const email = `priya.${people}@willow.example.org`;
    await scene.worker((tables) =>
      tables
        .updateTable('account')
        .set({ email, passwordHash: hashed, ...more })
        .where('id', '=', visitor.accountId)
        .execute(),
    );
    return { email, accountId: visitor.accountId };
  }
  const password = 'a long walk by the canal';

  test('staff sign in with e-mail and password, land where they were going, and sign out for good', async () => {
    const { email } = await colleague();
    const browser = served.visitor();
    const asked = await browser.get('/home?tab=late');
    assert.equal(asked.headers.location, '/sign-in?next=%2Fhome%3Ftab%3Dlate');
    await browser.follow(asked);
    assert.match(browser.page, /name="next" value="\/home\?tab=late"/);
    const answer = await browser.post('/sign-in', { email: ` ${email.toUpperCase()} `, password, next: '/home?tab=late' });
    assert.equal(answer.statusCode, 303);
    assert.equal(answer.headers.location, '/home?tab=late');
    assert.match(String(answer.headers['set-cookie']), /session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/);
    assert.match((await browser.get('/home')).body, /Hello Priya/);
    const stolen = new Map(browser.cookies);
    await browser.post('/sign-out', {});
    assert.equal(browser.cookies.has('session'), false);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    assert.equal((await browser.get('/home')).statusCode, 303, 'the token is worth nothing afterwards');
  });

  test('cookies are marked Secure where the place is served over https', async () => {
    const { email } = await colleague();
    const secure = await serve(scene, routes, { secure: true });
    const answer = await secure.visitor().post('/sign-in', { email, password, next: '' });
    assert.match(String(answer.headers['set-cookie']), /HttpOnly; Secure; SameSite=Lax/);
    await secure.server.close();
  });

  test('S4.6: a wrong password, an unknown address, a closed account and an account without a password read exactly alike', async () => {
    const known = await colleague();
    const closed = await colleague({ closedOn: '2026-01-01' });
    const without = await scene.staff('Olu', 'KW');
    const bare = (html: string) =>
      html
        .replaceAll(/name="(form_key|email)"[^>]*value="[^"]*"|value="[^"]*"[^>]*name="(form_key|email)"/g, '')
        .replaceAll(/value="[^"]*@[^"]*"/g, '');
    const answers = [];
    for (const [email, typed] of [
      [known.email, 'wrong'],
      ['nobody@example.org', password],
      [closed.email, password],
      [`${without.accountId}@willow.example.org`, ''],
    ] as const) {
      const answer = await served.visitor().post('/sign-in', { email, password: typed || ' ', next: '' });
      assert.equal(answer.statusCode, 422);
      assert.equal(answer.headers['set-cookie'], undefined);
      answers.push(bare(answer.body));
    }
    assert.equal(new Set(answers).size, 1);
    assert.match(answers[0] ?? '', /The e-mail address or the password is not right/);
  });

  test('S4.6: guessing is slowed by account, for accounts that exist and those that do not, also with the right password', async () => {
    const { email } = await colleague();
    for (const address of [email, 'never@example.org']) {
      const slow = await serve(scene, routes);
      const statuses = [];
      for (let tries = 0; tries < mostTries.account + 2; tries++)
        statuses.push((await slow.visitor().post('/sign-in', { email: address, password: 'wrong', next: '' })).statusCode);
      await slow.server.close();
      // The scene's place counts for real: the server has its own mayTry.
      assert.deepEqual(statuses, [...Array<number>(mostTries.account).fill(422), 429, 429]);
    }
    assert.equal((await served.visitor().post('/sign-in', { email, password, next: '' })).statusCode, 429);
    scene.clock.advance(16 * minute);
    assert.equal((await served.visitor().post('/sign-in', { email, password, next: '' })).statusCode, 303);
  });

  test('a session planted before signing in is worth nothing after it', async () => {
    const { email } = await colleague();
    const other = await colleague();
    const browser = served.visitor();
    const planted = await scene.worker((tables) => startSession(tables, { id: other.accountId, kind: 'staff' }, scene.clock.now()));
    browser.cookies.set('session', planted);
    await browser.post('/sign-in', { email, password, next: '' });
    assert.notEqual(browser.cookies.get('session'), planted);
    assert.equal(await scene.worker((tables) => visitorOf(tables, planted, scene.clock.now())), null);
    const made = served.visitor();
    made.cookies.set('session', 'chosen-by-somebody-else');
    await made.post('/sign-in', { email, password, next: '' });
    assert.notEqual(made.cookies.get('session'), 'chosen-by-somebody-else');
  });

  test('a session ends when idle and at its longest, to the minute; being used keeps it, but never past the longest', async () => {
    for (const kind of ['staff', 'person'] as const) {
      const { idleMinutes, longestHours } = limitsOf(kind);
      const account = await colleague();
      const start = () => scene.worker((tables) => startSession(tables, { id: account.accountId, kind }, scene.clock.now()));
      const alive = (token: string) => scene.worker(async (tables) => (await visitorOf(tables, token, scene.clock.now())) !== null);
      const idle = await start();
      // An account's own kind decides how far each use keeps it: these are staff.
      const keeps = limitsOf('staff').idleMinutes;
      scene.clock.advance(idleMinutes * minute - 1);
      assert.equal(await alive(idle), true);
      scene.clock.advance(keeps * minute);
      assert.equal(await alive(idle), false);
      const used = await start();
      let minutes = 0;
      for (; minutes + 15 < longestHours * 60; minutes += 15) {
        scene.clock.advance(15 * minute);
        assert.equal(await alive(used), true, `after ${minutes} minutes`);
      }
      scene.clock.advance(15 * minute);
      assert.equal(await alive(used), false);
    }
  });

  test('the database holds no token, code or password that could be used', async () => {
    const { accountId } = await colleague();
    const now = scene.clock.now();
    const { token, link, code } = await scene.worker(async (tables) => ({
      token: await startSession(tables, { id: accountId, kind: 'staff' }, now),
      link: await issueLink(tables, { accountId, leadsTo: '/me', now }),
      code: await issueCode(tables, { accountIds: [accountId], asks: false, leadsTo: '/me', now }),
    }));
    const { rows } = await scene.database.pool.query(`
    select coalesce(string_agg(t::text, ' '), '') as all from (
      select encode(token_hash, 'escape') || encode(token_hash, 'hex') || account_id as t from web_session
      union all select encode(token_hash, 'escape') || encode(token_hash, 'hex') || leads_to from sign_in_link
      union all select coalesce(password_hash, '') from account) t`);
    for (const secret of [token, link, code, password]) assert.ok(!rows[0].all.includes(secret));
    assert.ok(rows[0].all.includes(createHash('sha256').update(token).digest('hex')));
    assert.match(rows[0].all, /\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('a link or code works once, for 20 minutes, also when two browsers use it at the same moment', async () => {
    const { accountId } = await colleague();
    const issue = { leadsTo: '/me', now: scene.clock.now() };
    const token = await scene.worker((tables) => issueLink(tables, { ...issue, accountId }));
    const both = await Promise.all([1, 2].map(() => scene.worker((tables) => redeem(tables, { token }, scene.clock.now()))));
    assert.deepEqual(both.filter(Boolean), [{ accountId, kind: 'staff', leadsTo: '/me' }]);
    const codeFor = (accountIds: readonly string[]) =>
      scene.worker((tables) => issueCode(tables, { ...issue, now: scene.clock.now(), accountIds, asks: false }));
    const code = await codeFor([accountId]);
    const codeAs = (offered: Parameters<typeof redeem>[1]) => scene.worker((tables) => redeem(tables, offered, scene.clock.now()));
    assert.equal(await codeAs({ token: code }), null, 'a code cannot be tried where links are opened');
    assert.equal(await codeAs({ token: `code:${code}` }), null);
    assert.notEqual(
      await codeAs({ code: ` ${code.toLowerCase().slice(0, 3)} ${code.toLowerCase().slice(3)} `, accountId }),
      null,
      'as somebody types it',
    );
    const another = (await colleague()).accountId;
    const shared = await codeFor([accountId, another]);
    const each = await Promise.all([accountId, another].map((one) => codeAs({ code: shared, accountId: one })));
    assert.equal(each.filter(Boolean).length, 1, 'a code that several could use opens one page');
    const late = await codeFor([accountId]);
    scene.clock.advance(20 * minute);
    assert.equal(await scene.worker((tables) => redeem(tables, { code: late, accountId }, scene.clock.now())), null);
    assert.equal(await scene.worker((tables) => redeem(tables, { token: 'made up' }, scene.clock.now())), null);
  });

  test('after expiry the page says that what was typed is kept', async () => {
    const browser = served.visitor();
    browser.cookies.set('session', 'a-session-that-ended');
    await browser.get('/sign-in');
    assert.match(browser.page, /You have been signed out/);
    assert.match(browser.page, /saved as a draft/);
    const answer = await served.visitor().get('/sign-in');
    assert.doesNotMatch(answer.body, /signed out/);
  });

  test('after signing in nobody is sent to another site, whatever the link says', () => {
    for (const path of [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil',
      'https://evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      '/sign-in',
      '/s/token',
      '',
      '/%5c..\\x',
      undefined,
    ])
      assert.equal(localPath(path), null, path);
    for (const path of ['/home', '/triage/0190?tab=late&x=1', '/me']) assert.equal(localPath(path), path);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc.string().map((tail) => `/${tail}`),
          fc.string().map((tail) => `//${tail}`),
        ),
        (typed) => {
          const path = localPath(typed);
          if (path === null) return;
          assert.equal(new URL(path, 'https://here.example').origin, 'https://here.example');
          assert.ok(path.startsWith('/') && !path.startsWith('//'));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
