// What is past its day in some teams, each by an index and up to a limit. Looked for as the worker, and then only people whom the manager
// may read are kept: a record that is closed to them is neither listed nor counted.
import { sql } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import { mostCounted, type OffTrack, type OffTrackKind } from './model.ts';

const openEnrolment = sql`('accepted', 'waiting', 'active', 'paused', 'ending')`;
const most = mostCounted + 1;

const day = (instant: ReturnType<typeof sql.ref>) => sql`(${instant} at time zone 'Europe/London')::date::text`;

const queries: Readonly<Record<OffTrackKind, (teams: readonly string[], now: Date, today: LocalDate) => ReturnType<typeof sql<OffTrack>>>> =
  {
    // Those the teams hold, were asked for, took on within the last 90 days or have with them; then their clocks.
    waiting: (teams, now) => sql<OffTrack>`
    with theirs as (
      select r.id from referral r
      where r.team_id = any (${teams}::uuid[]) and r.state in ('submitted', 'in_triage', 'waiting_info', 'unreachable', 'decided', 'handed_over')
      union select o.referral_id from offer o where o.team_id = any (${teams}::uuid[]) and o.state = 'sent'
      union select o.referral_id from offer o
        where o.team_id = any (${teams}::uuid[]) and o.state = 'accepted' and o.accepted_at > ${now}::timestamptz - interval '90 days'
      union select e.referral_id from enrolment e where e.team_id = any (${teams}::uuid[]) and e.state in ${openEnrolment} and e.referral_id is not null
    )
    select c.person_id, ${day(sql.ref('c.due_at'))} as since, w.name as owner
    from theirs join clock c on c.subject_id = theirs.id
    left join lateral (select a.name from enrolment e join account a on a.id = e.key_worker_id where e.referral_id = theirs.id order by e.created_at desc limit 1) w on true
    where c.kind = 'RESPONSE' and c.stopped_at is null and c.due_at < ${now}
    order by c.due_at limit ${most}`,
    decisions: (teams, now) => sql<OffTrack>`
    select r.person_id, ${day(sql.ref('r.decide_by'))} as since, a.name as owner
    from referral r left join account a on a.id = r.reader_id
    where r.team_id = any (${teams}::uuid[]) and r.state in ('submitted', 'in_triage', 'waiting_info', 'unreachable') and r.decide_by < ${now}
    order by r.decide_by limit ${most}`,
    // Telling a referrer always leaves a message or a task; what is neither sent nor done after a day is late.
    feedback: (teams, now) => sql<OffTrack>`
    select late.person_id, ${day(sql.ref('late.at'))} as since, a.name as owner
    from (
      select m.person_id, m.created_at + interval '1 day' as at, r.reader_id as owner_id
      from message m join referral r on r.id = m.about_id
      where m.audience = 'referrer' and m.state in ('queued', 'held', 'sending', 'failed', 'refused') and m.created_at < ${now}::timestamptz - interval '1 day'
        and r.team_id = any (${teams}::uuid[])
      union all
      select t.person_id, t.created_at + interval '1 day', t.account_id
      from task t where t.kind = 'message.referrer' and t.done_at is null and t.created_at < ${now}::timestamptz - interval '1 day' and t.team_id = any (${teams}::uuid[])
      union all
      select d.person_id, d.confirmed_at + interval '1 day', r.reader_id
      from triage_decision d join referral r on r.id = d.referral_id
      where d.state = 'confirmed' and d.confirmed_at < ${now}::timestamptz - interval '1 day' and r.kind <> 'self' and r.team_id = any (${teams}::uuid[])
    ) late left join account a on a.id = late.owner_id
    order by late.at limit ${most}`,
    offers: (teams, now) => sql<OffTrack>`
    select o.person_id, ${day(sql.ref('o.accept_by'))} as since, a.name as owner
    from offer o join account a on a.id = o.owner_id
    where o.team_id = any (${teams}::uuid[]) and o.state = 'sent' and o.accept_by < ${now}
    order by o.accept_by limit ${most}`,
    plans: (teams, _now, today) => sql<OffTrack>`
    select p.person_id, p.review_on::text as since, a.name as owner
    from plan p join enrolment e on e.id = p.enrolment_id left join account a on a.id = e.key_worker_id
    where p.state in ('agreed', 'agreed_with_differences') and p.review_on < ${today} and e.team_id = any (${teams}::uuid[]) and e.state in ${openEnrolment}
    order by p.review_on limit ${most}`,
    'nothing-booked': (teams, now) => sql<OffTrack>`
    select e.person_id, coalesce(e.starts_on, e.created_at::date)::text as since, a.name as owner
    from enrolment e left join account a on a.id = e.key_worker_id
    where e.team_id = any (${teams}::uuid[]) and e.state in ${openEnrolment}
      and not exists (select from support_session s where s.person_id = e.person_id and s.starts_at >= ${now} and s.state in ('scheduled', 'confirmed'))
    order by e.starts_on limit ${most}`,
  };

/** As the worker, in one look. Of each kind the longest first, 101 at most. */
export async function offTrackIn(
  tables: Tables,
  kinds: readonly OffTrackKind[],
  teams: readonly string[],
  now: Date,
  today: LocalDate,
): Promise<(OffTrack & { readonly kind: OffTrackKind })[]> {
  if (teams.length === 0) return [];
  const looks = kinds.map((kind) => sql`select ${sql.lit(kind)} as kind, one.* from (${queries[kind](teams, now, today)}) one`);
  return (await sql<OffTrack & { readonly kind: OffTrackKind }>`${sql.join(looks, sql` union all `)}`.execute(tables)).rows;
}

export interface Name {
  readonly id: string;
  readonly knownAs: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** Those of these people whom the visitor may read. */
export const readableNames = (tables: Tables, personIds: readonly string[]): Promise<Name[]> =>
  personIds.length === 0
    ? Promise.resolve([])
    : tables
        .selectFrom('person')
        .select(['id', 'knownAs', 'givenName', 'familyName'])
        .where('id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
        .execute();

/** As the worker: whose referral has this number. */
export const personOfReferral = async (tables: Tables, number: number): Promise<string | null> =>
  (await tables.selectFrom('referral').select('personId').where('number', '=', number).executeTakeFirst())?.personId ?? null;
