// Every page of the house as everybody who may see it: real addresses on the demo's people, and the cookies with which each is opened.
import { demoRoutes } from '../../src/demo/routes.tsx';
import { demoStaff } from '../../src/demo/staff.ts';
import type { Route } from '../../src/platform/web/route.ts';
import { routes as rooms } from '../../src/rooms.ts';
import { answerAll, answerPage } from './front-door.ts';
import type { Client, TestHouse } from './house.ts';

export interface Visit {
  /** The route's own path, with :names. */
  readonly route: string;
  readonly path: string;
  readonly who: string;
  readonly cookies: ReadonlyMap<string, string>;
  /** Pages for people have two colour schemes and larger targets; pages for staff have neither. */
  readonly bundle: 'person' | 'staff';
  readonly language: 'en' | 'ar';
  /** Sent as it stands, so that what is wrong is shown above it. */
  readonly wrong: boolean;
}

/** Real rows by the name that a route gives to the id in its path, one for each person who is asked for it. */
const examples: Readonly<Record<string, readonly string[]>> = {
  referral: [
    "select id from referral where state = 'submitted' order by decide_by limit 1",
    "select id from referral where state = 'handed_over' order by id limit 1",
    "select r.id from referral r join account a on a.id = r.referrer_account_id where a.name = 'Joan Pickup' order by r.submitted_at desc limit 1",
  ],
  decision: ["select id from triage_decision where state = 'awaiting_countersign' order by id limit 1"],
  person: [
    "select person_id as id from account where name = 'Carol Whittle'",
    "select e.person_id as id from enrolment e join account a on a.id = e.key_worker_id where a.name = 'Siobhan Keane' and e.state = 'active' order by e.id limit 1",
    "select e.person_id as id from enrolment e join account a on a.id = e.key_worker_id where a.name = 'Amara Osei' and e.state = 'active' order by e.id limit 1",
  ],
  match: ["select id from possible_match where state = 'open' order by id limit 1", 'select id from possible_match order by id limit 1'],
  offer: ["select id from offer where state = 'sent' order by id limit 1"],
  session: [
    "select s.id from support_session s join account a on a.person_id = s.person_id where a.name = 'Carol Whittle' order by s.starts_at desc limit 1",
    "select s.id from support_session s join account a on a.id = s.worker_id where a.name = 'Siobhan Keane' order by s.starts_at desc limit 1",
  ],
  plan: ["select p.id from plan p join account a on a.person_id = p.person_id where a.name = 'Carol Whittle' limit 1"],
  enrolment: [
    "select e.id from enrolment e join account a on a.person_id = e.person_id where a.name = 'Carol Whittle' limit 1",
    "select e.id from enrolment e join account a on a.id = e.key_worker_id where a.name = 'Siobhan Keane' and e.state = 'active' order by e.id limit 1",
  ],
  release: ['select id from report_release limit 1'],
  service: ['select id from directory_service limit 1'],
  batch: ['select id from import_batch limit 1'],
  token: ["select 'a-link-that-was-used' as id"],
};

/** GET routes that answer with something else than a page for reading. */
const notPages: ReadonlySet<string> = new Set(['/demo', '/demo/tour/leave', '/demo/fresh']);

/** Pages whose first form is also sent empty, to look at how a fault is shown. */
const shownWrong: ReadonlySet<string> = new Set(['/q/4', '/refer', '/back', '/sign-in', '/me/sign-in', '/me/sign-in/code', '/sent/link']);

export const pageRoutes: readonly Route[] = [...rooms, ...demoRoutes()].filter(
  ({ method, path }) => method === 'GET' && !/\.\w+$/.test(path) && !notPages.has(path),
);

export interface Walk {
  readonly visits: readonly Visit[];
  /** Routes of which nobody was shown a page: a hole in the examples, or a page nobody can reach. */
  readonly unseen: readonly string[];
}

async function inTheMiddle(house: TestHouse): Promise<Client> {
  const client = house.visitor();
  await answerAll(client);
  return client;
}

async function sent(house: TestHouse): Promise<Client> {
  const client = await inTheMiddle(house);
  await client.get('/check');
  const answer = await client.post('/check', {});
  if (answer.statusCode !== 303) throw new Error(`Sending answered ${answer.statusCode}.`);
  return client;
}

/** Somebody who saved what they wrote and went away. */
async function saved(house: TestHouse): Promise<Client> {
  const client = house.visitor();
  await answerPage(client, '/q/1', { happening: 'I cannot sleep.', save: 'yes' });
  return client;
}

const arabic = async (house: TestHouse): Promise<Client> => {
  const client = house.visitor();
  await answerPage(client, '/q/1?in=ar', { happening: 'لا أستطيع النوم.', said_in: 'ar' });
  return client;
};

/** Carol asks again under her own name, so that two records may be the same person. */
async function carolAgain(house: TestHouse): Promise<void> {
  const { rows } = await house.database.pool.query<{ given: string; family: string; born: string; phone: string }>(
    `select p.given_name as given, p.family_name as family, p.born as born,
            (select value from contact_point where person_id = p.id and channel = 'text' limit 1) as phone
     from person p join account a on a.person_id = p.id where a.name = 'Carol Whittle'`,
  );
  const carol = rows[0];
  if (!carol) return;
  const [year, month, day] = carol.born.split('-').map((part) => String(Number(part)));
  const client = house.visitor();
  const born = { 'born-day': day, 'born-month': month, 'born-year': year };
  await answerAll(client, {
    '/q/5': { known_as: carol.given, given_name: carol.given, family_name: carol.family, ...born, phone: carol.phone },
  });
  await client.get('/check');
  await client.post('/check', {});
}

async function people(house: TestHouse): Promise<{ who: string; roles: readonly string[]; client: Client }[]> {
  const { rows } = await house.database.pool.query<{ id: string }>("select id from account where name = 'Carol Whittle'");
  const staff = [];
  for (const { code, memberships } of demoStaff)
    staff.push({ who: code, roles: memberships.map(({ access }) => access), client: await house.as(code) });
  return [...staff, { who: 'carol', roles: ['PER'], client: await house.asAccount(rows[0]?.id ?? '', 'person') }];
}

/** Asks for every page as everybody who may have it, and keeps those that were shown. */
export async function walk(house: TestHouse): Promise<Walk> {
  await carolAgain(house);
  const ids = new Map<string, string[]>();
  for (const [name, queries] of Object.entries(examples)) {
    const found: string[] = [];
    for (const query of queries) {
      // A table may not be there yet; then no route asks for it.
      const { rows } = await house.database.pool.query<{ id: string }>(query).catch(() => ({ rows: [] }));
      if (rows[0]) found.push(rows[0].id);
    }
    ids.set(name, [...new Set(found)]);
  }
  const known = await people(house);
  const visitors = [
    { who: 'a visitor', client: house.visitor() },
    { who: 'a visitor in the middle', client: await inTheMiddle(house) },
    { who: 'a visitor who sent', client: await sent(house) },
    { who: 'a visitor who saved', client: await saved(house) },
    { who: 'a visitor writing in Arabic', client: await arabic(house) },
  ];
  const visits: Visit[] = [];
  const unseen: string[] = [];
  for (const route of pageRoutes) {
    const names = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
    const paths =
      names.length === 0 ? [route.path] : (ids.get(names[0] ?? '') ?? []).map((id) => route.path.replaceAll(/:(\w+)/g, () => id));
    const { permission } = route;
    const open = permission.kind === 'anyone' || permission.kind === 'demo';
    const forReferrers = /^\/(?:refer|sent)/.test(route.path);
    const candidates =
      permission.kind === 'roles'
        ? known.filter(({ roles }) => roles.some((role) => (permission.roles as readonly string[]).includes(role)))
        : permission.kind === 'anyone'
          ? [...visitors, ...known.filter(({ who }) => forReferrers && who === 'joan')]
          : permission.kind === 'demo'
            ? visitors.slice(0, 1)
            : known;
    const shown: Visit[] = [];
    const seen = new Set<string>();
    for (const { who, client } of candidates)
      for (const path of paths)
        for (const language of open ? (['en', 'ar'] as const) : (['en'] as const)) {
          const address = language === 'ar' ? `${path}?in=ar` : path;
          const answer = await client.get(address);
          if (answer.statusCode !== 200 || !String(answer.headers['content-type']).startsWith('text/html')) continue;
          if (language === 'ar' && !answer.body.includes('<html lang="ar"')) continue;
          // The same page to several visitors is looked at once.
          const outline = answer.body.replaceAll(/value="[^"]*"/g, '');
          if (open && seen.has(outline)) continue;
          seen.add(outline);
          const bundle = answer.body.includes('od--person') ? 'person' : 'staff';
          shown.push({ route: route.path, path: address, who, cookies: new Map(client.cookies), bundle, language, wrong: false });
        }
    const first = shown.find(({ who, language }) => language === 'en' && who !== 'a visitor in the middle');
    if (first && shownWrong.has(route.path)) shown.push({ ...first, wrong: true });
    visits.push(...shown);
    if (shown.length === 0) unseen.push(route.path);
  }
  return { visits, unseen };
}
