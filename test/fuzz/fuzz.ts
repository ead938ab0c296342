// Sends wrong requests to a whole house with the demo's people in it, and says which ended in a fault of ours.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { demoRoutes } from '../../src/demo/routes.tsx';
import { demoStaff } from '../../src/demo/staff.ts';
import { signKey } from '../../src/platform/web/form-key.ts';
import { routes as rooms } from '../../src/rooms.ts';
import { openTestHouse } from '../harness/house.ts';
import { wrongRequest } from './requests.ts';

/** Doors that would end the walk, or fill the demo anew. */
const left: ReadonlySet<string> = new Set(['/sign-out', '/me/sign-out', '/demo/be', '/demo/reset', '/demo/fresh', '/exit']);
const tables: Readonly<Record<string, string>> = {
  referral: 'referral', decision: 'triage_decision', person: 'person', match: 'possible_match', offer: 'offer', session: 'support_session', plan: 'plan',
  enrolment: 'enrolment', release: 'report_release', service: 'directory_service', version: 'rule_version',
}; // biome-ignore format: one list reads as one list

/** How many were answered with each class of status. */
export async function fuzz(times: number, seed?: number): Promise<ReadonlyMap<number, number>> {
  const house = await openTestHouse({ people: true });
  const statuses = new Map<number, number>();
  try {
    const cookies = (client: { readonly cookies: ReadonlyMap<string, string> }): string =>
      [...client.cookies].map(([name, one]) => `${name}=${one}`).join('; ');
    const visitors = new Map<string, string>([['nobody', '']]);
    for (const { code } of demoStaff) visitors.set(code, cookies(await house.as(code)));
    const { rows: people } = await house.database.pool.query<{ id: string }>("select id from account where name = 'Carol Whittle'");
    visitors.set('carol', cookies(await house.asAccount(people[0]?.id ?? '', 'person')));
    const ids = new Map<string, readonly string[]>();
    for (const [name, table] of Object.entries(tables))
      ids.set(
        name,
        (await house.database.pool.query<{ id: string }>(`select id from ${table} order by id limit 5`)).rows.map(({ id }) => id),
      );
    const manager = await house.as('dev');
    await manager.get('/connections');
    const connection =
      /<code>([\w-]{43})<\/code>/.exec((await manager.post('/connections', { name: 'Fuzz', door: 'professional' })).body)?.[1] ?? '';
    let number = 0;
    const key = (cookie: string): string =>
      signKey(
        Buffer.alloc(32, 7),
        `01a1f805-eba0-7100-8ffd-${String(number++).padStart(12, '0')}`,
        /session=([^;]+)/.exec(cookie)?.[1] ?? '',
      );
    const routes = [...rooms, ...demoRoutes()].filter(({ path }) => !left.has(path));
    await fc.assert(
      fc.asyncProperty(wrongRequest({ routes, visitors, ids, key, connection }), async ({ who, route, request }) => {
        const answer = await house.server.inject(request);
        const kind = Math.floor(answer.statusCode / 100) * 100;
        statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
        assert.ok(answer.statusCode < 500, `${route.method} ${route.path} as ${who}: ${answer.statusCode}`);
        if (answer.statusCode >= 400)
          assert.doesNotMatch(
            answer.body,
            /at [\w.<>]+ \(|node_modules|\/src\/|SQLSTATE|syntax error at or near/,
            `${route.path} tells too much`,
          );
      }),
      { numRuns: times, endOnFailure: false, ...(seed === undefined ? {} : { seed }) },
    );
  } finally {
    await house.close();
  }
  return statuses;
}
