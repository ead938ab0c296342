// Sends wrong requests to a whole house with the demo's people in it, and says which ended in a fault of ours or in an answer that does not say what is wrong.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { demoRoutes } from '../../src/demo/doors/routes.tsx';
import { demoStaff } from '../../src/demo/staff/staff.ts';
import { exampleMessage } from '../../src/exchange/bars/example.ts';
import { signKey } from '../../src/platform/web/form-key.ts';
import { routes as rooms } from '../../src/rooms.ts';
import { textOf } from '../harness/front-door.ts';
import { openTestHouse, type TestHouse } from '../harness/house.ts';
import { sendForm } from '../harness/upload.ts';
import { type Ground, type Wrong, wrongRequest } from './requests.ts';

/** Doors that would end the walk, or fill the demo anew. */
const left: ReadonlySet<string> = new Set(['/sign-out', '/me/sign-out', '/demo/be', '/demo/reset', '/demo/fresh', '/exit']);
const tables: Readonly<Record<string, string>> = {
  referral: 'referral',
  decision: 'triage_decision',
  person: 'person',
  match: 'possible_match',
  offer: 'offer',
  session: 'support_session',
  plan: 'plan',
  enrolment: 'enrolment',
  release: 'report_release',
  service: 'directory_service',
  version: 'rule_version',
  fetch: 'directory_fetch',
  run: 'import_run',
  work: 'work',
};

/** As many at once as make the program and its database work at the same time. */
const atOnce = 4;

/** How many were answered with each class of status. Fails with everything that was wrong, once for each route, and the seed that finds it again. */
export async function fuzz(times: number, seed = Date.now() % 2_147_483_647): Promise<ReadonlyMap<number, number>> {
  const house = await openTestHouse({ people: true, work: false });
  const statuses = new Map<number, number>();
  const wrong = new Map<string, string>();
  try {
    const made = wrongRequest(await groundOf(house));
    const ask = async ({ who, route, request }: Wrong): Promise<void> => {
      const answer = await house.server.inject(request);
      const kind = Math.floor(answer.statusCode / 100) * 100;
      statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
      const complaint = complaintAbout(answer.statusCode, String(answer.headers['content-type'] ?? ''), answer.body);
      const name = `${route.method} ${route.path}: ${complaint}`;
      if (complaint && !wrong.has(name)) wrong.set(name, `as ${who}: ${request.url} ${String(request.payload).slice(0, 1_500)}`);
    };
    for (let done = 0; done < times; done += 500) {
      const waiting = fc.sample(made, { numRuns: Math.min(500, times - done), seed: seed + done });
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await ask(next);
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      // The clock stands still, so nobody would ever be allowed to try again.
      await house.database.pool.query('truncate attempt');
    }
  } finally {
    await house.close();
  }
  assert.deepEqual(Object.fromEntries(wrong), {}, `seed ${seed}`);
  return statuses;
}

async function groundOf(house: TestHouse): Promise<Ground> {
  const cookies = (client: { readonly cookies: ReadonlyMap<string, string> }): string =>
    [...client.cookies].map(([name, one]) => `${name}=${one}`).join('; ');
  const one = async (query: string): Promise<string[]> => (await house.database.pool.query<{ id: string }>(query)).rows.map(({ id }) => id);

  const visitors = new Map<string, string>([['nobody', '']]);
  for (const { code } of demoStaff) visitors.set(code, cookies(await house.as(code)));
  const [carol = ''] = await one("select id from account where name = 'Carol Whittle'");
  visitors.set('carol', cookies(await house.asAccount(carol, 'person')));

  const manager = await house.as('dev');
  const table = /href="(\/rules\/[^"/]+\/[^"/]+)"/.exec((await manager.get('/rules')).body)?.[1] ?? '';
  await manager.get(table);
  await sendForm(manager, `${table}/begin`, { from: /name="from" value="(\d+)"/.exec(manager.page)?.[1] ?? '1' });
  await manager.get('/connections');
  const connected = await manager.post('/connections', { name: 'Fuzz', door: 'professional' });

  const file = async (path: string): Promise<Buffer> => {
    const answer = await manager.get(path);
    assert.equal(answer.statusCode, 200, path);
    return answer.rawPayload;
  };
  const ids = new Map<string, readonly string[]>();
  for (const [name, from] of Object.entries(tables)) ids.set(name, await one(`select id from ${from} order by id limit 5`));
  ids.set('version', await one("select id from rule_version where state = 'draft'"));
  ids.set('row', ['1', 'new', '2']);
  ids.set('language', ['ur']);
  const [, , service = '', purpose = ''] = table.split('/');
  ids.set('purpose', [purpose]);
  const directory = ids.get('service') ?? [];
  ids.set('service', [...directory, service]);

  let number = 0;
  return {
    visitors,
    ids,
    routes: [...rooms, ...demoRoutes()].filter(({ path }) => !left.has(path)),
    documents: new Map([
      ['/fhir/$process-message', Buffer.from(JSON.stringify(exampleMessage()))],
      ['/imports', Buffer.from('First name,Family name,Date of birth,Reason\nAnn,Marsh,1988-05-31,Low mood\n"Bo","Ash",,"Two\nlines"\n')],
      ['/services/sources', await file('/open-referral/services?per_page=3')],
      ['/rules/versions/:version/read', await file(`${table}/table.dmn`)],
    ]),
    connection: /<code>([\w-]{43})<\/code>/.exec(connected.body)?.[1] ?? '',
    key: (cookie) =>
      signKey(
        Buffer.alloc(32, 7),
        `01a1f805-eba0-7100-8ffd-${String(number++).padStart(12, '0')}`,
        /session=([^;]+)/.exec(cookie)?.[1] ?? '',
      ),
  };
}

const tellsTooMuch = /at [\w.<>]+ \(|node_modules|\/src\/|SQLSTATE|syntax error at or near|violates .* constraint/;
const sentence = /\w{2,}.*[.!?]/s;

/** What is wrong with an answer; '' when nothing is. Whoever is refused is told what and where, in words, in the format they read. */
function complaintAbout(status: number, type: string, body: string): string {
  if (status >= 500) return `answered ${status}`;
  if (status < 400) return '';
  if (tellsTooMuch.test(body)) return `${status} tells too much: ${tellsTooMuch.exec(body)?.[0] ?? ''}`;
  if (type.startsWith('application/fhir+json')) {
    const { issue = [] } = JSON.parse(body) as { issue?: readonly { details?: { text?: string } }[] };
    return issue.length > 0 && issue.every(({ details }) => sentence.test(details?.text ?? '')) ? '' : `${status} names no issue`;
  }
  if (type.startsWith('application/json')) {
    // Problems, and the answer that a draft clashes.
    const { problem, by } = JSON.parse(body) as { problem?: { title?: string; detail?: string }; by?: string };
    return by || (problem?.title && sentence.test(problem.detail ?? '')) ? '' : `${status} does not say what is wrong`;
  }
  if (!type.startsWith('text/html')) return `${status} as ${type}`;
  const main = body.slice(Math.max(body.indexOf('<main'), 0));
  if (!/<h1\b/.test(main) || !sentence.test(textOf(main))) return `${status} says nothing`;
  if (status === 422 && !/error-summary|<li>|Part of it cannot be read/.test(main)) return '422 does not say where';
  return '';
}
