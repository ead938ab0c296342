// Every page of the house as everybody who may see it: real addresses on the demo's people, and the cookies with which each is opened.
import { demoRoutes } from '../../src/demo/doors/routes.tsx';
import { demoStaff } from '../../src/demo/staff/staff.ts';
import { offTrackKinds } from '../../src/journey/home/model.ts';
import { type Reading, readings } from '../../src/platform/language/languages.ts';
import type { Route } from '../../src/platform/web/route.ts';
import { routes as rooms } from '../../src/rooms.ts';
import { beginEverything } from './begun.ts';
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
  readonly language: Reading;
  /** Sent as it stands, so that what is wrong is shown above it. */
  readonly wrong: boolean;
  /** What the page is made of, without its words: two visits with the same are laid out by the same rules. */
  readonly shape: string;
}

/** Real rows by the names that a route gives to the ids in its path, one for each person who is asked for it. Two ids stand with a space between. */
const examples: Readonly<Record<string, readonly string[]>> = {
  referral: [
    "select id from referral where state = 'submitted' order by decide_by limit 1",
    "select id from referral where state = 'handed_over' order by id limit 1",
    "select r.id from referral r join account a on a.id = r.created_by where r.door = 'phone' and a.name = 'Priya Nair' order by r.received_at desc limit 1",
    "select r.id from referral r join account a on a.id = r.referrer_account_id where a.name = 'Joan Pickup' order by r.received_at desc limit 1",
  ],
  advice: [
    "select id from advice where state = 'asked' order by answer_by limit 1",
    'select id from advice where refer_now limit 1',
    "select id from advice where asker_id is not null and state = 'answered' and not refer_now limit 1",
  ],
  decision: ["select id from triage_decision where state = 'awaiting_countersign' order by id limit 1"],
  person: [
    "select person_id as id from account where name = 'Carol Whittle'",
    "select e.person_id as id from enrolment e join account a on a.id = e.key_worker_id where a.name = 'Siobhan Keane' and e.state = 'active' order by e.id limit 1",
    "select e.person_id as id from enrolment e join account a on a.id = e.key_worker_id where a.name = 'Amara Osei' and e.state = 'active' order by e.id limit 1",
    'select person_id as id from restricted_record where lifted_at is null limit 1',
  ],
  match: ["select id from possible_match where state = 'open' order by id limit 1", 'select id from possible_match order by id limit 1'],
  offer: ["select id from offer where state = 'sent' order by id limit 1"],
  session: [
    "select s.id from support_session s join account a on a.person_id = s.person_id where a.name = 'Carol Whittle' order by s.starts_at desc limit 1",
    "select s.id from support_session s join account a on a.id = s.worker_id where a.name = 'Siobhan Keane' order by s.starts_at desc limit 1",
    "select s.id from support_session s join account a on a.id = s.worker_id join session_note n on n.session_id = s.id join enrolment e on e.person_id = s.person_id and e.key_worker_id = a.id and e.state = 'active' where a.name = 'Siobhan Keane' order by s.starts_at desc limit 1",
  ],
  'person plan': [
    "select p.person_id || ' ' || p.id as id from plan p join account a on a.person_id = p.person_id where a.name = 'Carol Whittle' limit 1",
  ],
  plan: ["select p.id from plan p join account a on a.person_id = p.person_id where a.name = 'Carol Whittle' limit 1"],
  enrolment: [
    "select e.id from enrolment e join account a on a.person_id = e.person_id where a.name = 'Carol Whittle' limit 1",
    "select e.id from enrolment e join account a on a.id = e.key_worker_id where a.name = 'Siobhan Keane' and e.state = 'active' order by e.id limit 1",
  ],
  release: ['select id from report_release limit 1'],
  service: ['select id from directory_service limit 1'],
  consultation: ["select id from consultation where heard = '' limit 1", "select id from consultation where heard <> '' limit 1"],
  fetch: ['select id from directory_fetch limit 1'],
  article: ["select 'long-night' as id"],
  run: ['select id from import_run limit 1'],
  kind: offTrackKinds.map((kind) => `select '${kind}' as id`),
  work: [
    "select id from work where job = 'make-report' limit 1",
    "select id from work where job <> 'make-report' order by id desc limit 1",
  ],
  version: ["select id from rule_version where state = 'draft' limit 1"],
  code: [
    "select substring(body from '/keep/([A-Za-z0-9_-]{24})') as id from message where body like '%/keep/%' order by created_at desc limit 1",
  ],
  language: ["select 'ur' as id"],
  'language key': ["select 'ur door.start.lead' as id"],
  token: ["select 'a-link-that-was-used' as id"],
};

/** Each page is also looked at in one other language or format, in turn; the public pages in all of them are another test's. */
const others = readings.filter((one) => one !== 'en');
const otherOf = (route: Route): Reading => others[pageRoutes.indexOf(route) % others.length] ?? 'ar';

/** GET routes that answer with something else than a page for reading. */
const notPages: ReadonlySet<string> = new Set(['/demo', '/demo/tour/leave', '/demo/fresh', '/looked', '/exit']);

/** Pages whose first form is also sent empty, to look at how a fault is shown. */
const shownWrong: ReadonlySet<string> = new Set(['/q/4', '/refer', '/back', '/sign-in', '/me/sign-in', '/me/sign-in/code', '/sent/link']);

export const pageRoutes: readonly Route[] = [...rooms, ...demoRoutes()].filter(
  ({ method, path, published, speaks }) =>
    method === 'GET' && published === undefined && speaks === undefined && !/\.\w+$/.test(path) && !notPages.has(path),
);

const namesIn = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');

/** Whether its ids come from a link on another page. */
const isLinked = (path: string): boolean => path.includes(':') && (path.startsWith('/rules/:') || !(namesIn(path).join(' ') in examples));

const fits = (path: string, link: string): boolean => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/?]+')}$`).test(link);

const filled = (path: string, ids: readonly string[]): string => {
  const rest = [...ids];
  return path.replaceAll(/:(\w+)/g, () => rest.shift() ?? '');
};

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

async function people(house: TestHouse): Promise<{ who: string; roles: readonly string[]; client: Client }[]> {
  const { rows } = await house.database.pool.query<{ id: string }>("select id from account where name = 'Carol Whittle'");
  const staff = [];
  for (const { code, memberships } of demoStaff)
    staff.push({ who: code, roles: memberships.map(({ access }) => access), client: await house.as(code) });
  return [...staff, { who: 'carol', roles: ['PER'], client: await house.asAccount(rows[0]?.id ?? '', 'person') }];
}

/** Tags, classes and kinds of control, in order, each run of the same once: a list of three and a list of nine are one shape. */
const shapeOf = (html: string): string => {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const tags = [...main.matchAll(/<(\w+)(?:[^>]*?\bclass="([^"]*)")?[^>]*>/g)].map(([, tag, look]) => `${tag}.${look ?? ''}`);
  return [...new Set(tags)].join(' ');
};

/** Asks for every page as everybody who may have it, and keeps those that were shown. */
export async function walk(house: TestHouse): Promise<Walk> {
  await beginEverything(house);
  const ids = new Map<string, string[]>();
  for (const [name, queries] of Object.entries(examples)) {
    const found: string[] = [];
    for (const query of queries) {
      const { rows } = await house.database.pool.query<{ id: string }>(query);
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
  const unseen = new Set<string>();
  const links = new Set<string>();
  // Pages whose ids nobody gave an example of come last, by the links of the others.
  const linked = pageRoutes.filter(({ path }) => isLinked(path));
  for (const route of [...pageRoutes.filter(({ path }) => !isLinked(path)), ...linked, ...linked]) {
    if (visits.some((visit) => visit.route === route.path)) continue;
    const names = namesIn(route.path);
    const paths =
      names.length === 0
        ? [route.path]
        : isLinked(route.path)
          ? [...links].filter((link) => fits(route.path, link)).slice(0, 12)
          : (ids.get(names.join(' ')) ?? []).map((row) => filled(route.path, row.split(' ')));
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
        for (const language of open ? (['en', otherOf(route)] as const) : (['en'] as const)) {
          const address = language === 'en' ? path : `${path}?in=${language}`;
          // The language of the last page is kept; each of these is asked for in its own.
          client.cookies.delete('language');
          const answer = await client.get(address);
          if (answer.statusCode !== 200 || !String(answer.headers['content-type']).startsWith('text/html')) continue;
          // A page that is only in English is looked at once.
          if (language !== 'en' && language !== 'easy-read' && !answer.body.includes(`<html lang="${language}"`)) continue;
          for (const [, link = ''] of answer.body.matchAll(/href="(\/[^"?#]+)/g)) links.add(link);
          // The same page to several visitors is looked at once.
          const outline = answer.body.replaceAll(/value="[^"]*"/g, '');
          if (open && seen.has(outline)) continue;
          seen.add(outline);
          const bundle = answer.body.includes('od--person') ? 'person' : 'staff';
          const shape = shapeOf(answer.body);
          shown.push({ route: route.path, path: address, who, cookies: new Map(client.cookies), bundle, language, wrong: false, shape });
        }
    const first = shown.find(({ who, language }) => language === 'en' && who !== 'a visitor in the middle');
    if (first && shownWrong.has(route.path)) shown.push({ ...first, wrong: true });
    visits.push(...shown);
    if (shown.length === 0) unseen.add(route.path);
    else unseen.delete(route.path);
  }
  return { visits, unseen: [...unseen] };
}
