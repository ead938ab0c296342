// The ten whom one can be from the first page, each with what today holds for them. Anybody else who works here is found with Ctrl K.

import { sql } from 'kysely';
import { localDate } from '../../platform/clock.ts';
import { instantOf } from '../../platform/due.ts';
import { saidDay, saidTime } from '../../platform/said.ts';
import type { Tables } from '../../platform/web/context.ts';

export interface OnTheRoster {
  readonly code: string;
  readonly name: string;
  readonly task: string;
  readonly leadsTo: string;
  /** A count of today, in words. */
  detail(tables: Tables, now: Date): Promise<string>;
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;
const count = async (tables: Tables, query: ReturnType<typeof sql<{ count: number }>>): Promise<number> =>
  (await query.execute(tables)).rows[0]?.count ?? 0;
const accountOf = (code: string) => sql`(select id from account where email = ${`${code}@example.org`})`;

export const roster: readonly OnTheRoster[] = [
  {
    code: 'ellie',
    name: 'Ellie Ford',
    task: 'Asks for help on her phone',
    leadsTo: '/start',
    detail: async () => '6 questions, about 4 minutes',
  },
  {
    code: 'carol',
    name: 'Carol Whittle',
    task: 'Looks at her own page',
    leadsTo: '/me',
    detail: async (tables, now) => {
      const next = await tables
        .selectFrom('supportSession as s')
        .innerJoin('account as a', 'a.personId', 's.personId')
        .select('s.startsAt')
        .where('a.name', '=', 'Carol Whittle')
        .where('s.startsAt', '>', now)
        .where('s.state', 'in', ['scheduled', 'confirmed'])
        .orderBy('s.startsAt')
        .executeTakeFirst();
      return next ? `Next: ${saidDay(next.startsAt)} at ${saidTime(next.startsAt)}` : 'Her plan, and who looked';
    },
  },
  {
    code: 'joan',
    name: 'Joan Pickup, housing officer',
    task: 'Refers someone, and sees what happened',
    leadsTo: '/sent',
    detail: async (tables) =>
      `${many(await count(tables, sql`select count(*)::int as count from referral where referrer_account_id = ${accountOf('joan')} and state not in ('closed', 'withdrawn')`), 'referral', 'referrals')} on the way`,
  },
  {
    code: 'priya',
    name: 'Priya Nair, triage clinician',
    task: 'Reads what people wrote, and decides',
    leadsTo: '/triage',
    detail: async (tables, now) => {
      const open = sql`state in ('submitted', 'in_triage', 'waiting_info', 'unreachable')`;
      const evening = instantOf(localDate(now), '23:59');
      const waiting = await count(tables, sql`select count(*)::int as count from referral where ${open}`);
      const today = await count(tables, sql`select count(*)::int as count from referral where ${open} and decide_by <= ${evening}`);
      return `${waiting} waiting, ${today} due today`;
    },
  },
  {
    code: 'martin',
    name: 'Martin Coles, senior social care',
    task: 'Agrees what needs a second pair of eyes',
    leadsTo: '/countersign',
    detail: async (tables) =>
      `${await count(tables, sql`select count(*)::int as count from triage_decision where state = 'awaiting_countersign'`)} to agree`,
  },
  {
    code: 'siobhan',
    name: 'Siobhan Keane, key worker',
    task: 'Says yes to people, meets them, writes it up',
    leadsTo: '/my-day',
    detail: async (tables, now) => {
      const today = localDate(now);
      const sessions = await count(
        tables,
        sql`select count(*)::int as count from support_session where worker_id = ${accountOf('siobhan')} and starts_at >= ${instantOf(today, '00:00')} and starts_at < ${instantOf(today, '23:59')}`,
      );
      const people = await count(
        tables,
        sql`select count(*)::int as count from enrolment where key_worker_id = ${accountOf('siobhan')} and state in ('active', 'paused', 'ending')`,
      );
      return `${many(people, 'person', 'people')}, ${many(sessions, 'session', 'sessions')} today`;
    },
  },
  {
    code: 'amara',
    name: 'Amara Osei, outreach worker',
    task: 'Goes to people who cannot come',
    leadsTo: '/offers',
    detail: async (tables) =>
      `${await count(tables, sql`select count(*)::int as count from offer o join membership m on m.team_id = o.team_id and m.account_id = ${accountOf('amara')} where o.state = 'sent'`)} waiting for a yes`,
  },
  {
    code: 'dev',
    name: 'Dev Patel, service manager',
    task: 'Brings people in, keeps promises kept',
    leadsTo: '/home',
    detail: async (tables, now) =>
      `${many(await count(tables, sql`select count(*)::int as count from offer where state = 'sent' and accept_by < ${now}`), 'offer waits', 'offers wait')} past the day`,
  },
  {
    code: 'grace',
    name: 'Grace Lowe, commissioner',
    task: 'Reads the report',
    leadsTo: '/reports',
    detail: async () => 'Change, waits, how sure we are',
  },
  {
    code: 'helen',
    name: 'Helen Strand, information governance',
    task: 'Shows who saw what, and why',
    leadsTo: '/home',
    detail: async () => 'Access and audit',
  },
];
