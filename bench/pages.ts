// The pages of the way through, in order: who opens each, and where it is. A page that a place does not have yet is left out of the figures and named.
import type { Client } from 'pg';

export interface Facts {
  /** In the first town: ids of what the pages show. */
  readonly referral: string;
  readonly countersign: string;
  readonly person: string;
  readonly session: string;
  readonly family: string;
  readonly release: string;
}

export interface BenchPage {
  readonly name: string;
  readonly path: (facts: Facts) => string;
  /** A code of the demo's staff; the person of the facts; somebody half way through the questions; or a visitor. */
  readonly by: 'visitor' | 'asking' | 'person' | (string & {});
  readonly kind: 'person' | 'staff' | 'data';
}

const page = (kind: BenchPage['kind'], by: BenchPage['by'], name: string, path: string | BenchPage['path']): BenchPage => ({
  kind,
  by,
  name,
  path: typeof path === 'string' ? () => path : path,
});

export const pages: readonly BenchPage[] = [
  page('person', 'visitor', 'Start', '/start'),
  page('person', 'visitor', 'First question', '/q/1'),
  page('person', 'asking', 'Safety question', '/q/3'),
  page('person', 'asking', 'Contact question', '/q/4'),
  page('person', 'asking', 'Check answers', '/check'),
  page('staff', 'joan', 'Refer somebody', '/refer'),
  page('staff', 'joan', 'What became of referrals', '/sent'),
  page('staff', 'priya', 'Triage queue', '/triage'),
  page('staff', 'priya', 'Triage item', ({ referral }) => `/triage/${referral}`),
  page('staff', 'martin', 'To countersign', '/countersign'),
  page('staff', 'martin', 'Countersign one', ({ countersign }) => `/countersign/${countersign}`),
  page('staff', 'siobhan', 'Offers', '/offers'),
  page('staff', 'siobhan', 'My day', '/my-day'),
  page('staff', 'siobhan', 'Record', ({ person }) => `/people/${person}`),
  page('staff', 'siobhan', 'Record: contacts', ({ person }) => `/people/${person}/contacts`),
  page('staff', 'siobhan', 'Record: measures', ({ person }) => `/people/${person}/measures`),
  page('staff', 'siobhan', 'Record: sharing', ({ person }) => `/people/${person}/sharing`),
  page('staff', 'siobhan', 'Plan', ({ person }) => `/people/${person}/plan`),
  page('staff', 'siobhan', 'Session note', ({ session }) => `/sessions/${session}/note`),
  page('data', 'siobhan', 'Find people', ({ family }) => `/find.json?q=${encodeURIComponent(family)}`),
  page('staff', 'siobhan', 'Directory', '/services'),
  page('person', 'visitor', 'Where help is', '/help'),
  page('person', 'person', 'Own page', '/me'),
  page('person', 'person', 'Own plan', '/me/plan'),
  page('person', 'person', 'Own page: who looked', '/me/looked'),
  page('person', 'person', 'Own page: who can see', '/me/access'),
  page('staff', 'dev', 'First page of a manager', '/home'),
  page('staff', 'grace', 'Reports', '/reports'),
  page('staff', 'grace', 'Report', ({ release }) => `/reports/${release}`),
  page('staff', 'helen', 'Who looked', ({ person }) => `/people/${person}/looked`),
];

/** Whom and what the pages show: somebody long supported, the soonest referral, one to countersign. */
export async function readFacts(client: Client): Promise<Facts> {
  const one = async (query: string): Promise<string> => (await client.query<{ id: string }>(query)).rows[0]?.id ?? '';
  const account = (code: string): string => `(select id from account where email = '${code}@example.org')`;
  const person = await one(
    `select e.person_id as id from enrolment e join support_session s on s.enrolment_id = e.id
     where e.key_worker_id = ${account('siobhan')} and e.state = 'active' group by e.person_id order by count(*) desc, e.person_id limit 1`,
  );
  return {
    person,
    referral: await one(
      "select r.id from referral r join team t on t.id = r.team_id where t.code = 'spa-team' and r.state = 'submitted' order by r.decide_by, r.id limit 1",
    ),
    countersign: await one(
      "select d.id from triage_decision d join referral r on r.id = d.referral_id join team t on t.id = r.team_id where t.code = 'spa-team' and d.state = 'awaiting_countersign' limit 1",
    ),
    session: await one(`select id from support_session where person_id = '${person}' and state = 'scheduled' order by starts_at limit 1`),
    family: await one(`select family_name as id from person where id = '${person}'`),
    release: await one('select id from report_release where service_code is null order by made_at desc limit 1'),
  };
}
