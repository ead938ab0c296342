// The people room's SQL about who somebody is and how to reach them. Row-level security decides what each caller gets; nothing here decides.
import { type RawBuilder, sql } from 'kysely';
import { atOnce } from '../../platform/database/at-once.ts';
import type { Tables } from '../../platform/web/context.ts';
import { blockingKeys } from './linkage/blocking.ts';
import { type IdentityRecord, prepare } from './linkage/record.ts';
import type { ContactPoint } from './model.ts';

const pointColumns = [
  'id',
  'personId',
  'channel',
  'value',
  'safeToUse',
  'shared',
  'voicemail',
  'nameToUse',
  'mayNameService',
  'maySendLinks',
  'timesSafe',
  'timesNever',
  'checkedOn',
  'createdAt',
  'replacedAt',
  'doubtedAt',
] as const;

/** All ways to reach these people, also those that were replaced. */
export async function contactPointsOf(tables: Tables, personIds: readonly string[]): Promise<ContactPoint[]> {
  if (personIds.length === 0) return [];
  const rows = await tables
    .selectFrom('contactPoint')
    .select(pointColumns)
    .where('personId', 'in', personIds)
    .orderBy('createdAt')
    .execute();
  return rows as ContactPoint[]; // channel, safeToUse and shared are checked by the table
}

/** Records made at the door that are linked into theirs, of those the caller may read. */
export const linkedInto = async (tables: Tables, personId: string): Promise<string[]> =>
  (
    await tables
      .selectFrom('identityLink')
      .select('fromPersonId as id')
      .where('personId', '=', personId)
      .where('undoneAt', 'is', null)
      .execute()
  ).map(({ id }) => id);

export const willContactUs = async (tables: Tables, personId: string): Promise<boolean> =>
  (await tables.selectFrom('contactPreference').select('willContactUs').where('personId', '=', personId).executeTakeFirst())
    ?.willContactUs ?? false;

/** What linkage compares, of people the caller may read. */
export async function identityRecords(tables: Tables, personIds: readonly string[]): Promise<IdentityRecord[]> {
  if (personIds.length === 0) return [];
  // One list, not two hundred values: the database would take longer to read the question than to answer it.
  const theirs = sql<string>`any (${personIds}::uuid[])`;
  const known = tables
    .selectFrom('person')
    .select(['id', 'knownAs', 'givenName', 'familyName', 'born', 'nhsNumber', 'address', 'postcode', 'area'])
    .where('id', '=', theirs);
  const reachedAt = tables
    .selectFrom('contactPoint')
    .select(['personId', 'channel', 'value'])
    .where('personId', '=', theirs)
    .where('replacedAt', 'is', null)
    .orderBy('createdAt', 'desc');
  const [people, points] = await atOnce(tables, [() => known.execute(), () => reachedAt.execute()]);
  const reached = Map.groupBy(points, (point) => point.personId);
  return people.map((person) => {
    const own = reached.get(person.id) ?? [];
    // The newest first; the best agreement of all counts.
    const by = (...channels: readonly string[]) => own.filter((point) => channels.includes(point.channel)).map((point) => point.value);
    const [phone, ...otherPhones] = by('text', 'phone');
    const [email, ...otherEmails] = by('email');
    return {
      id: person.id,
      given: person.givenName || person.knownAs,
      family: person.familyName,
      otherNames: person.knownAs && person.knownAs !== person.givenName ? [person.knownAs] : undefined,
      birth: person.born ?? undefined,
      address: person.address || undefined,
      town: person.area || undefined,
      postcode: person.postcode ?? undefined,
      phone,
      otherPhones,
      email,
      otherEmails,
      nhsNumber: person.nhsNumber ?? undefined,
    };
  });
}

/** Writes the keys by which somebody can be found, in place of those there were. Runs as the worker. */
export async function keepIdentityKeys(tables: Tables, personId: string): Promise<void> {
  const [record] = await identityRecords(tables, [personId]);
  if (!record) return;
  const keys = blockingKeys(prepare(record));
  await tables.deleteFrom('identityKey').where('personId', '=', personId).execute();
  if (keys.length > 0)
    await tables
      .insertInto('identityKey')
      .values(keys.map((key) => ({ key, personId })))
      .execute();
}

/** A key that more people share than this says too little to compare them all. */
const largestBlock = 300;

/**
 * Of those who share keys at a door of a million, as many of the rarest keys are compared: more cost the most of a lookup, and of 2,000 who were here before only
 * three were further down.
 */
const mostCandidates = 80;

/** People who share keys, those of rare keys first; twice as many as are wanted, for some are left out afterwards. */
const sharingKeys = (keys: RawBuilder<unknown>, largest: number, most: number): RawBuilder<unknown> => sql`
  select person_id, telling from people_sharing_keys(${keys}, ${largest}) order by telling desc, person_id limit ${2 * most}`;

/** Whose record was made at the door and linked to somebody else. */
const linkedAway = sql`exists (select from identity_link l where l.from_person_id = near.person_id and l.undone_at is null)`;

/** People who have some of these keys, those of rare keys first; without records that were linked to somebody else. Runs as the worker. */
export async function peopleWithAnyKey(tables: Tables, keys: readonly string[], most: number): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with near as materialized (${sharingKeys(sql`${keys}::text[]`, largestBlock, most)})
    select near.person_id as "personId" from near where not ${linkedAway}
    order by near.telling desc, near.person_id limit ${most}`.execute(tables);
  return rows.map((row) => row.personId);
}

/**
 * People who share keys with this one, those of rare keys first; without records made at the door that were linked to somebody else, and without pairs that
 * were already found not to be the same. A common name costs no more than a rare one. Runs as the worker.
 */
export async function candidatesFor(tables: Tables, personId: string): Promise<string[]> {
  // One more than the largest block and than are wanted: they share their own keys.
  const own = sql`array(select key from identity_key where person_id = ${personId})`;
  const { rows } = await sql<{ personId: string }>`
    with near as materialized (${sharingKeys(own, largestBlock + 1, mostCandidates + 1)})
    select near.person_id as "personId" from near
    where near.person_id <> ${personId} and not ${linkedAway}
      and not exists (select from possible_match m where m.state = 'not_same' and m.person_id = ${personId} and m.candidate_id = near.person_id)
      and not exists (select from possible_match m where m.state = 'not_same' and m.candidate_id = ${personId} and m.person_id = near.person_id)
    order by near.telling desc, near.person_id limit ${mostCandidates}`.execute(tables);
  return rows.map((row) => row.personId);
}

/** Who came last, newest first. */
export const newestPeople = async (tables: Tables, most: number): Promise<string[]> =>
  (await tables.selectFrom('person').select('id').orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(most).execute()).map(
    ({ id }) => id,
  );

/** About how many people there are, without counting them, and the newest weights learnt here, if any. */
export async function peopleAndModel(tables: Tables): Promise<{ readonly people: number; readonly newest: string | null }> {
  const { rows } = await sql<{ people: number; newest: string | null }>`
    select greatest(reltuples, 0)::int as people, (select id from linkage_model order by learned_at desc, id desc limit 1) as newest
    from pg_class where oid = 'person'::regclass`.execute(tables);
  return rows[0] ?? { people: 0, newest: null };
}

/** Whose work somebody is now: key worker, reader or holding team of an open referral, a team that serves them; else a team that triages. Runs as the worker. */
export async function responsibleFor(
  tables: Tables,
  personId: string | null,
): Promise<{ accountId: string | null; teamId: string | null }> {
  const { rows } = await sql<{ accountId: string | null; teamId: string | null }>`
    select account_id as "accountId", team_id as "teamId" from (
      (select 1 as place, key_worker_id as account_id, team_id from enrolment
        where person_id = ${personId} and key_worker_id is not null and state in ('accepted', 'waiting', 'active', 'paused', 'ending') order by created_at desc limit 1)
      union all
      (select 2, reader_id, team_id from referral
        where person_id = ${personId} and state in ('submitted', 'in_triage', 'waiting_info', 'unreachable', 'decided') order by received_at desc limit 1)
      union all
      (select 3, account_id, team_id from access
        where person_id = ${personId} and relationship in ('key_worker', 'serves', 'holds_referral') and (ends_at is null or ends_at > current_moment())
        order by array_position(array['key_worker', 'serves', 'holds_referral'], relationship), starts_at desc limit 1)
      union all
      (select 4, null::uuid, id from team where triages order by code limit 1)
      union all
      (select 5, null::uuid, id from team order by code limit 1)
    ) as choices order by place limit 1`.execute(tables);
  return rows[0] ?? { accountId: null, teamId: null };
}

/** Names of the place's services, teams and agencies, which no plain message may hold. */
export async function namesOfServices(tables: Tables): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from service union select name from team union select name from organisation union select name from place
    union select neutral_name from place`.execute(tables);
  return rows.map((row) => row.name);
}
