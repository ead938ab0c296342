// Which pictures there are: the way through from a phone to the report, in order. A picture is a page, whoever opens it, and the screen it is seen on.

export type Screen = 'phone' | 'desk';

export interface Picture {
  /** Its file in docs/pictures, without the ending. */
  readonly name: string;
  /** A code of the demo's staff; Carol, who has a page of her own; or somebody at the front door. */
  readonly by: 'carol' | 'visitor' | 'asking' | 'told' | 'sent' | 'arabic' | (string & {});
  /** With names of facts in braces: /people/{carol}. */
  readonly path: string;
  readonly screen: Screen;
  readonly dark?: boolean;
  /** As it would be printed. */
  readonly print?: boolean;
  /** The whole page, as far as 2,600 pixels; else what the screen shows. */
  readonly whole?: boolean;
}

const phone = (name: string, by: Picture['by'], path: string, more: Partial<Picture> = {}): Picture => ({
  name,
  by,
  path,
  screen: 'phone',
  ...more,
});
const desk = (name: string, by: Picture['by'], path: string, more: Partial<Picture> = {}): Picture => ({
  name,
  by,
  path,
  screen: 'desk',
  ...more,
});

export const pictures: readonly Picture[] = [
  phone('start', 'visitor', '/start'),
  phone('question', 'asking', '/q/1'),
  phone('safety', 'asking', '/q/3'),
  phone('now', 'told', '/now'),
  phone('contact', 'asking', '/q/4'),
  phone('check', 'asking', '/check', { whole: true }),
  phone('done', 'sent', '/done', { whole: true }),
  phone('arabic', 'arabic', '/q/4?in=ar'),
  phone('start-dark', 'visitor', '/start', { dark: true }),
  phone('contact-dark', 'asking', '/q/4', { dark: true }),
  desk('first-run', 'visitor', '/', { whole: true }),
  desk('refer', 'joan', '/refer', { whole: true }),
  desk('tracker', 'joan', '/sent'),
  desk('tracker-one', 'joan', '/sent/{tracked}', { whole: true }),
  desk('triage', 'priya', '/triage/{referral}'),
  phone('triage-phone', 'priya', '/triage/{referral}', { whole: true }),
  desk('rules', 'priya', '/triage/{referral}/rules', { whole: true }),
  desk('compare', 'priya', '/identity/{match}', { whole: true }),
  desk('countersign', 'martin', '/countersign/{decision}', { whole: true }),
  desk('offers', 'siobhan', '/offers', { whole: true }),
  desk('my-day', 'siobhan', '/my-day', { whole: true }),
  phone('my-day-phone', 'siobhan', '/my-day', { whole: true }),
  desk('record', 'siobhan', '/people/{carol}', { whole: true }),
  phone('record-phone', 'siobhan', '/people/{carol}', { whole: true }),
  desk('record-contacts', 'siobhan', '/people/{carol}/contacts', { whole: true }),
  desk('record-measures', 'siobhan', '/people/{carol}/measures', { whole: true }),
  desk('record-sharing', 'siobhan', '/people/{carol}/sharing', { whole: true }),
  desk('session-note', 'siobhan', '/sessions/{session}/note', { whole: true }),
  desk('plan', 'siobhan', '/people/{carol}/plan', { whole: true }),
  phone('my-page', 'carol', '/me', { whole: true }),
  phone('my-page-dark', 'carol', '/me', { whole: true, dark: true }),
  phone('my-plan', 'carol', '/me/plan', { whole: true }),
  phone('who-looked', 'carol', '/me/looked', { whole: true }),
  phone('who-can-see', 'carol', '/me/access', { whole: true }),
  desk('access-log', 'helen', '/people/{carol}/looked', { whole: true }),
  desk('reports', 'grace', '/reports', { whole: true }),
  desk('report', 'grace', '/reports/{release}', { whole: true }),
  desk('report-print', 'grace', '/reports/{release}/print', { whole: true, print: true }),
  desk('home', 'dev', '/home', { whole: true }),
  desk('directory', 'siobhan', '/services', { whole: true }),
  phone('help', 'visitor', '/help', { whole: true }),
  desk('imports', 'dev', '/imports', { whole: true }),
  desk('outbox', 'visitor', '/demo/outbox', { whole: true }),
  desk('sign-in', 'visitor', '/sign-in'),
  desk('not-found', 'siobhan', '/people/01900000-0000-7000-8000-000000000000'),
  desk('not-allowed', 'grace', '/triage'),
];

/** Rows that paths name, as SQL; each gives one id. */
export const factQueries: Readonly<Record<string, string>> = {
  carol: "select person_id as id from account where name = 'Carol Whittle'",
  referral:
    "select r.id from referral r join person p on p.id = r.person_id where r.state = 'submitted' and p.family_name = 'Rigby' limit 1",
  tracked:
    "select r.id from referral r join account a on a.id = r.referrer_account_id where a.name = 'Joan Pickup' and r.state in ('decided', 'handed_over', 'closed') order by r.received_at desc limit 1",
  match: "select id from possible_match where state = 'open' order by probability desc, id limit 1",
  decision: "select id from triage_decision where state = 'awaiting_countersign' order by id limit 1",
  session:
    "select s.id from support_session s join account a on a.person_id = s.person_id where a.name = 'Carol Whittle' and s.state in ('scheduled', 'confirmed', 'attended') order by s.starts_at limit 1",
  release: 'select id from report_release order by service_code is not null, made_at desc limit 1',
};

/** Phones side by side, in the order in which somebody meets them. */
export const strips: Readonly<Record<string, readonly string[]>> = {
  'phone-strip': ['start', 'question', 'safety', 'now', 'contact', 'done', 'arabic', 'contact-dark'],
};
