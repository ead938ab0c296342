// Past referrals with all that rules may read of them, a batch at a time, and replays that are kept. Reading everybody is the worker’s, for totals;
// a reader’s own list goes through their own rights.
import { sql } from 'kysely';
import { askingsBetween } from '../../journey/front-door/actions.ts';
import { addDays, type LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { Replay, ReplayContent } from './model.ts';

/** Both days belong to it. */
export interface Window {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const startOf = (day: LocalDate) => sql`(${day}::date::timestamp at time zone 'Europe/London')`;

/** One time that somebody asked: their referral, when, and when they asked again by the same one; null where they did not. */
export interface Asked {
  readonly id: string;
  readonly askedAt: Date;
  readonly until: Date | null;
}

/** Each person’s latest asking in the window of these teams, newest first; merged referrals and drafts left out. */
export async function latestAskings(tables: Tables, window: Window, teamIds: readonly string[], most: number): Promise<Asked[]> {
  if (teamIds.length === 0) return [];
  const { rows } = await sql<Asked>`
    select id, asked_at, until from (
      select distinct on (person_id) id, asked_at, until from ${askingsBetween(startOf(window.from), startOf(addDays(window.to, 1)))} asked
      where team_id = any (${[...teamIds]}::uuid[])
      order by person_id, asked_at desc, id) latest
    order by asked_at desc, id limit ${most}`.execute(tables);
  return rows;
}

const rowsOf = (asked: readonly Asked[]) => sql`
  unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ askedAt }) => askedAt)}::timestamptz[], ${asked.map(({ until }) => until)}::timestamptz[])
    as asked (id, asked_at, until)`;

export interface PastReferral {
  readonly id: string;
  readonly number: number;
  readonly personId: string;
  readonly name: string;
  readonly received: LocalDate;
  readonly door: string;
  readonly kind: string;
  readonly urgencyAsked: string | null;
  readonly born: string | null;
  readonly area: string;
  readonly postcode: string | null;
  readonly noFixedAbode: boolean;
  readonly interpreter: string | null;
  readonly ethnicCategory: string | null;
  readonly genderIdentity: string | null;
  readonly answers: readonly {
    readonly question: string;
    readonly status: string;
    readonly words: string;
    readonly codes: string[];
  }[];
}

/** These referrals as they were asked then, in any order. Of what somebody wrote only the questions come, never the words. */
export async function pastReferrals(tables: Tables, asked: readonly Asked[]): Promise<PastReferral[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<PastReferral>`
    select r.id, r.number::int as number, r.person_id, concat_ws(' ', nullif(coalesce(nullif(p.known_as, ''), p.given_name), ''), nullif(p.family_name, '')) as name,
      (asked.asked_at at time zone 'Europe/London')::date::text as received, r.door, r.kind, r.urgency_asked,
      p.born, p.area, p.postcode, p.no_fixed_abode, p.interpreter, e.ethnic_category, e.gender_identity, coalesce(a.answers, '[]') as answers
    from ${rowsOf(asked)} join referral r on r.id = asked.id join person p on p.id = r.person_id left join equality e on e.person_id = r.person_id
      left join lateral (
        select json_agg(json_build_object('question', a.question, 'status', a.status, 'words', '', 'codes', a.codes) order by a.position) as answers
        from referral_answer a where a.referral_id = r.id and (asked.until is null or a.asked_at < asked.until)) a on true`.execute(tables);
  return rows;
}

/** Kept as the worker, with the text it was made from. */
export async function insertReplay(
  tables: Tables,
  replay: {
    readonly id: string;
    readonly versionId: string;
    /** Of the text that was replayed, which may have changed since. */
    readonly contentHash: string;
    readonly against: string;
    readonly window: Window;
    readonly content: ReplayContent;
    readonly madeAt: Date;
    readonly madeBy: string;
  },
): Promise<void> {
  await sql`insert into rule_replay (id, rule_version_id, content_hash, against, from_on, to_on, content, made_at, made_by)
    values (${replay.id}, ${replay.versionId}, ${replay.contentHash}, ${replay.against}, ${replay.window.from}::date, ${replay.window.to}::date,
      ${JSON.stringify(replay.content)}::jsonb, ${replay.madeAt}, ${replay.madeBy})`.execute(tables);
}

/** The newest replay of a version. */
export async function latestReplay(tables: Tables, versionId: string): Promise<Replay | null> {
  const { rows } = await sql<Replay>`
    select r.id, r.against, r.from_on::text as "from", r.to_on::text as "to", r.made_at, a.name as made_by,
      r.content_hash = md5(v.content::text) as current, r.content
    from rule_replay r join rule_version v on v.id = r.rule_version_id join account a on a.id = r.made_by
    where r.rule_version_id = ${versionId} order by r.made_at desc, r.id desc limit 1`.execute(tables);
  return rows[0] ?? null;
}

export interface PriorityRow {
  readonly id: string;
  readonly offered: boolean;
  readonly started: boolean;
  readonly ended: boolean;
}

/** What became of these referrals in one service: offered a place there, started, ended as planned. */
export async function whatBecame(tables: Tables, asked: readonly Asked[], service: string): Promise<Map<string, PriorityRow>> {
  if (asked.length === 0) return new Map();
  const then = (column: string) => sql`${sql.ref(column)} >= asked.asked_at and (asked.until is null or ${sql.ref(column)} < asked.until)`;
  const { rows } = await sql<PriorityRow>`
    select r.id,
      exists (select from offer o where o.referral_id = r.id and o.service_code = ${service} and o.state in ('sent', 'accepted') and ${then('o.created_at')}) as offered,
      exists (select from enrolment e where e.referral_id = r.id and e.service_code = ${service} and e.starts_on is not null and ${then('e.created_at')}) as started,
      exists (select from enrolment e where e.referral_id = r.id and e.service_code = ${service} and e.state = 'ended' and ${then('e.created_at')}) as ended
    from ${rowsOf(asked)} join referral r on r.id = asked.id`.execute(tables);
  return new Map(rows.map((row) => [row.id, row]));
}
