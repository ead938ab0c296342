// The base tables as a report counts them, and the releases that are kept. Reading scans, so only the job that makes a release does it, as
// the worker; a page reads one release by its id or a short list.
import { type RawBuilder, sql } from 'kysely';
import { askingsBetween } from '../../journey/front-door/actions.ts';
import { addDays, type LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import { type Journey, type Period, type Release, type ReportContent, rightFirstTimeDays, type Score } from './model.ts';

const seen = sql`('attended', 'late_seen', 'written_up')`;
const london = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/London')::date::text`;

/** Rows read between two answers to anybody else. */
const mostAtOnce = 1_000;

async function* inParts<Row>(tables: Tables, query: RawBuilder<Row>): AsyncGenerator<Row[]> {
  await sql`declare part no scroll cursor for ${query}`.execute(tables);
  for (;;) {
    const { rows } = await sql<Row>`fetch forward ${sql.lit(mostAtOnce)} from part`.execute(tables);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close part`.execute(tables);
}

/** Ethnicity and area as they were written: a report says them in its own words. */
export interface JourneyRow extends Omit<Journey, 'ethnicity'> {
  readonly ethnicCategory: string | null;
  readonly postcode: string | null;
}

/** Each time somebody asked from the first day to the last, seen on the last day: nothing that came later is known, nor anything from when they asked again. */
export function readJourneys(tables: Tables, { from, to }: Period): AsyncGenerator<JourneyRow[]> {
  const [start, end] = [
    sql`(${from}::date::timestamp at time zone 'Europe/London')`,
    sql`(${addDays(to, 1)}::date::timestamp at time zone 'Europe/London')`,
  ];
  const query = sql<JourneyRow>`
    with promised as (
      select c.subject_id, c.started_at, min(c.due_at) as due_at from clock c
      where c.kind = 'TRIAGE' and c.started_at >= ${start} and c.started_at < ${end} group by c.subject_id, c.started_at
    ), asked as materialized (
      select a.id, a.person_id, a.door, a.asked_at, least(a.until, ${end}) as until, a.until < ${end} as again, coalesce(p.due_at, a.decide_by) as decide_by
      from ${askingsBetween(start, end)} a left join promised p on p.subject_id = a.id and p.started_at = a.asked_at
    ), decision as (
      select distinct on (a.id, a.asked_at) a.id as referral_id, a.asked_at, d.id, d.confirmed_at, d.respond_by, d.gap_group
      from triage_decision d join asked a on a.id = d.referral_id
      where d.confirmed_at >= a.asked_at and d.confirmed_at < a.until order by a.id, a.asked_at, d.confirmed_at
    ), first_offer as (
      select distinct on (o.decision_id) o.decision_id, o.service_code, o.state, o.accepted_at
      from offer o join decision d on d.id = o.decision_id order by o.decision_id, o.position
    ), moved as (
      select a.id, a.asked_at, bool_or(t.to_state = 'in_triage' and t.from_state = 'decided'
          and t.at > d.confirmed_at and t.at < d.confirmed_at + make_interval(days => ${rightFirstTimeDays})) as rerouted,
        min(t.at) filter (where t.to_state = 'withdrawn') as withdrawn_at
      from transition t join asked a on a.id = t.subject_id left join decision d on d.referral_id = a.id and d.asked_at = a.asked_at
      where t.lifecycle = 'referral' and t.at >= a.asked_at and t.at < a.until group by a.id, a.asked_at
    ), support as (
      select a.id, a.asked_at, min(e.ended_on) filter (where e.ended_on >= ${london('a.asked_at')}::date and e.ended_on < ${addDays(to, 1)}::date
          and e.created_at >= a.asked_at and e.created_at < a.until) as ended_on,
        min(s.starts_at) filter (where s.state in ${seen} and s.starts_at >= a.asked_at and s.starts_at < a.until) as first_contact_at
      from enrolment e join asked a on a.id = e.referral_id left join support_session s on s.enrolment_id = e.id group by a.id, a.asked_at
    )
    select a.person_id as person, o.service_code as service, a.door, q.ethnic_category, p.area, p.postcode, ${london('a.asked_at')} as received,
      a.decide_by, d.confirmed_at as decided_at, ${london('d.respond_by')} as respond_by, ${london('s.first_contact_at')} as first_contact,
      case when s.first_contact_at is null then least(${london('m.withdrawn_at')}, s.ended_on::text, case when a.again then ${london('a.until')} end) end as "left",
      case when o.state = 'accepted' and o.accepted_at < ${end} then 'accepted' when o.state = 'returned' then 'returned' when o.decision_id is not null then 'sent' end as first_offer,
      coalesce(m.rerouted, false) as rerouted, d.gap_group
    from asked a
    join person p on p.id = a.person_id
    left join equality q on q.person_id = a.person_id
    left join decision d on d.referral_id = a.id and d.asked_at = a.asked_at
    left join first_offer o on o.decision_id = d.id
    left join moved m on m.id = a.id and m.asked_at = a.asked_at
    left join support s on s.id = a.id and s.asked_at = a.asked_at
    order by a.asked_at, a.id`;
  return inParts(tables, query);
}

export interface ServedRow {
  readonly person: string;
  readonly service: string | null;
  readonly door: string | null;
  readonly ethnicCategory: string | null;
  readonly area: string;
  readonly postcode: string | null;
  readonly on: LocalDate;
}

/** Everybody whose first counted contact was by the day, once each, by the way they came in. */
export function readServed(tables: Tables, to: LocalDate): AsyncGenerator<ServedRow[]> {
  const query = sql<ServedRow>`
    with first_seen as (
      select distinct on (s.person_id) s.person_id, s.starts_at, e.service_code, e.referral_id
      from support_session s left join enrolment e on e.id = s.enrolment_id
      where s.state in ${seen} and s.starts_at < (${addDays(to, 1)}::date::timestamp at time zone 'Europe/London') order by s.person_id, s.starts_at, s.id
    )
    select f.person_id as person, f.service_code as service, r.door, q.ethnic_category, p.area, p.postcode, ${london('f.starts_at')} as "on"
    from first_seen f join person p on p.id = f.person_id left join equality q on q.person_id = f.person_id left join referral r on r.id = f.referral_id
    order by f.starts_at, f.person_id`;
  return inParts(tables, query);
}

export interface EndedRow {
  readonly person: string;
  readonly service: string;
  readonly door: string | null;
  readonly ethnicCategory: string | null;
  readonly area: string;
  readonly postcode: string | null;
  readonly on: LocalDate;
  readonly scores: readonly Score[];
}

/** Support that ended in the period, a person's latest, with its scores by instrument. Only a scorable result counts. */
export async function* readEnded(tables: Tables, { from, to }: Period): AsyncGenerator<EndedRow[]> {
  const query = sql<
    Omit<EndedRow, 'scores'> & { scores: { id: string; instrument: string; version: string; value: number | null; at: string }[] }
  >`
    with ended as materialized (
      select distinct on (e.person_id) e.id, e.person_id, e.service_code, e.referral_id, e.ended_on
      from enrolment e where e.state = 'ended' and e.ended_on between ${from} and ${to} order by e.person_id, e.ended_on desc, e.id
    )
    select e.person_id as person, e.service_code as service, r.door, q.ethnic_category, p.area, p.postcode, e.ended_on::text as "on",
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'instrument', m.instrument, 'version', concat_ws(' ', m.instrument_version, m.language), 'value', m.total, 'at', m.taken_at))
        from measure_result m join measure_request a on a.id = m.request_id where a.enrolment_id = e.id and m.method <> 'not_scorable'), '[]') as scores
    from ended e join person p on p.id = e.person_id left join equality q on q.person_id = e.person_id left join referral r on r.id = e.referral_id
    order by e.ended_on, e.person_id`;
  for await (const rows of inParts(tables, query))
    yield rows.map((row) => ({ ...row, scores: row.scores.map((score) => ({ ...score, at: new Date(score.at) })) }));
}

export interface NewRelease {
  readonly id: string;
  readonly serviceCode: string | null;
  readonly content: ReportContent;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export async function insertRelease(tables: Tables, { content, ...release }: NewRelease): Promise<void> {
  await tables
    .insertInto('reportRelease')
    .values({ ...release, title: content.title, fromOn: content.period.from, toOn: content.period.to, content: JSON.stringify(content) })
    .execute();
}

export const mostListed = 60;

const columns = ['id', 'serviceCode', 'title', 'fromOn as from', 'toOn as to', 'madeAt', 'madeBy'] as const;

/** Newest first, before the release of that id: ids follow time. */
export const releases = (tables: Tables, before?: string): Promise<Release[]> =>
  tables
    .selectFrom('reportRelease')
    .select(columns)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(mostListed)
    .execute();

export async function findRelease(tables: Tables, id: string): Promise<(Release & { readonly content: ReportContent }) | null> {
  const row = await tables
    .selectFrom('reportRelease')
    .select([...columns, 'content'])
    .where('id', '=', id)
    .executeTakeFirst();
  // Written by insertRelease only, in this format.
  return row ? { ...row, content: row.content as unknown as ReportContent } : null;
}

export const isReleased = async (tables: Tables, { from, to }: Period): Promise<boolean> =>
  (await tables.selectFrom('reportRelease').select('id').where('fromOn', '=', from).where('toOn', '=', to).limit(1).executeTakeFirst()) !==
  undefined;
