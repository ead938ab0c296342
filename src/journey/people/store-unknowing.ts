// What somebody may not know of: each referral says so of itself. Which messages that keeps back is read from here when they are written and again when they leave.
import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { ContactPreference } from './model.ts';

/** What a message or task is about: a row of the journey, by its kind. */
export interface About {
  readonly kind: string;
  readonly id: string | null;
}

/** The referral of which a message about this would tell. */
const referralOf: Readonly<Record<string, (id: string) => RawBuilder<unknown>>> = {
  referral: (id) => sql`${id}::uuid`,
  offer: (id) => sql`(select o.referral_id from offer o where o.id = ${id})`,
  enrolment: (id) => sql`(select e.referral_id from enrolment e where e.id = ${id})`,
  plan: (id) => sql`(select e.referral_id from plan p join enrolment e on e.id = p.enrolment_id where p.id = ${id})`,
  support_session: (id) => sql`(select e.referral_id from support_session s join enrolment e on e.id = s.enrolment_id where s.id = ${id})`,
};

const referralOfThis = ({ kind, id }: About): RawBuilder<unknown> => (id && referralOf[kind]?.(id)) || sql`null::uuid`;

/**
 * What holds for every way to reach them with a message about this. Of a referral they may not know of nothing goes. What is about no referral goes unless
 * such referrals are all that brings them here. Runs as the worker.
 */
export async function contactPreferenceOf(
  tables: Tables,
  personId: string,
  about: About,
): Promise<Pick<Required<ContactPreference>, 'willContactUs' | 'mayNotKnow'>> {
  const { rows } = await sql<Pick<Required<ContactPreference>, 'willContactUs' | 'mayNotKnow'>>`
    select coalesce((select p.will_contact_us from contact_preference p where p.person_id = ${personId}), false) as "willContactUs",
      coalesce((select r.may_not_know from referral r where r.id = ${referralOfThis(about)}), knows_of_nothing_here(${personId}))
        as "mayNotKnow"`.execute(tables);
  return rows[0] ?? { willContactUs: false, mayNotKnow: false };
}

/** Somebody has spoken with them about it, so they know of the referral that this belongs to, and of no other. Runs as the worker. */
export async function knowsOf(tables: Tables, about: About): Promise<void> {
  await sql`update referral set may_not_know = false where may_not_know and id = ${referralOfThis(about)}`.execute(tables);
}

/**
 * They were spoken with, about no referral in particular. Where something else brings them here it may have been about that alone, and they still may not
 * know. Runs as the worker.
 */
export async function wasSpokenWith(tables: Tables, personId: string): Promise<void> {
  await sql`
    update referral set may_not_know = false
    where may_not_know and person_id = any(${personId}::uuid || array(
      select l.from_person_id from identity_link l where l.person_id = ${personId} and l.undone_at is null))
      and (select knows_of_nothing_here(${personId}))`.execute(tables);
}
