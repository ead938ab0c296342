// What belongs to a referral goes with it when it turns out to be somebody else’s, and comes back: its rows, what somebody must still do about it, and what the
// person’s newer “no” ended of what they had said before.
import { sql } from 'kysely';
import type { Tables } from '../../../platform/web/context.ts';
import { openingOf } from '../../../trust/restricted/actions.ts';

/** Tables whose rows belong to a referral and move with it, and by which column they name it. A test holds this list against the database. */
export const movesWithReferral = {
  referral: 'id',
  referralAnswer: 'referralId',
  referralQuestion: 'referralId',
  possibleMatch: 'referralId',
  contactTry: 'referralId',
  triageDecision: 'referralId',
  offer: 'referralId',
  comingHelp: 'referralId',
  clock: 'subjectId',
  journeyEvent: 'subjectId',
  sharingChoice: 'referralId',
} as const;

/** What names a referral and stays: the trace itself, and what support has made, because no link is possible once support has begun. */
export const staysWithRecord = ['identityLink', 'enrolment', 'transition'] as const;

type Moved = Record<keyof typeof movesWithReferral, string[]>;

export interface Moving {
  readonly referralId: string;
  readonly from: string;
  readonly to: string;
}

/** Gives every row that belongs to the referral to the other record and lists their ids. */
export async function move(tables: Tables, { referralId, from, to }: Moving): Promise<Moved> {
  const moved: Moved = {
    referral: [],
    referralAnswer: [],
    referralQuestion: [],
    possibleMatch: [],
    contactTry: [],
    triageDecision: [],
    offer: [],
    comingHelp: [],
    clock: [],
    journeyEvent: [],
    sharingChoice: [],
  };
  const subjects = [referralId];
  for (const table of Object.keys(moved) as (keyof Moved)[]) {
    // All of them have person_id and id; which column names the referral is in the list above.
    const rows = await tables
      .updateTable(table as 'clock')
      .set({ personId: to })
      .where('personId', '=', from)
      .where(movesWithReferral[table] as 'subjectId', 'in', movesWithReferral[table] === 'subjectId' ? subjects : [referralId])
      .returning('id')
      .execute();
    moved[table] = rows.map((row) => row.id);
    subjects.push(...moved[table]);
  }
  return moved;
}

/** Asks, about the record that is linked to, what its own ways to be reached are. It stays there. */
export const checkTask = 'contact.check';
const toName = 'restricted.name';

/** What somebody was to do about the referral leads to it as before. Ids of the tasks that went from the one record to the other. */
export async function moveTasks(tables: Tables, { referralId, from, to }: Moving, alsoThese: readonly string[] = []): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update task set person_id = ${to}, leads_to = case leads_to when ${openingOf(from)} then ${openingOf(to)} else leads_to end
    where person_id = ${from} and kind <> all (${[checkTask, toName]}::text[])
      and (leads_to = ${`/triage/${referralId}`} or leads_to like ${`/triage/${referralId}/%`} or id = any (${[...alsoThese]}::uuid[]))
    returning id`.execute(tables);
  return rows.map(({ id }) => id);
}

/** Tasks that lead to where a reason is given before the referral is read. */
export const tasksAtOpening = async (tables: Tables, personId: string): Promise<string[]> =>
  (
    await tables
      .selectFrom('task')
      .select('id')
      .where('personId', '=', personId)
      .where('leadsTo', '=', openingOf(personId))
      .where('kind', '<>', toName)
      .execute()
  ).map(({ id }) => id);

/** What they had said “yes” to. */
export const agreedChoices = async (tables: Tables, personId: string): Promise<string[]> =>
  (await tables.selectFrom('sharingChoice').select('id').where('personId', '=', personId).where('state', '=', 'agreed').execute()).map(
    ({ id }) => id,
  );

/** Those of them that a newer “no” has ended since. */
export async function endedOf(tables: Tables, choices: readonly string[]): Promise<string[]> {
  if (choices.length === 0) return [];
  const rows = await tables.selectFrom('sharingChoice').select('id').where('id', 'in', choices).where('state', '=', 'withdrawn').execute();
  return rows.map(({ id }) => id);
}

/**
 * The “no” was somebody else’s: what they had said stands again, by the steps of the table, unless they have said something of that agency since, on whichever
 * record it was kept.
 */
export async function standAgain(
  tables: Tables,
  { ended, moved, since }: { readonly ended: readonly string[]; readonly moved: readonly string[]; readonly since: Date },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update sharing_choice c set state = 'asked', version = version + 1
    where c.id = any (${[...ended]}::uuid[]) and c.state = 'withdrawn' and not exists (
      select from sharing_choice o join transition t on t.lifecycle = 'sharing_choice' and t.subject_id = o.id
      where o.organisation_id = c.organisation_id and o.id = any (${[...ended, ...moved]}::uuid[]) and t.at > ${since})
      and not exists (
        select from sharing_choice n where n.person_id = c.person_id and n.organisation_id = c.organisation_id and n.purpose = c.purpose
          and n.state in ('declined', 'withdrawn') and n.created_at > c.created_at and not n.id = any (${[...ended]}::uuid[]))
    returning c.id`.execute(tables);
  if (rows.length > 0)
    await tables
      .updateTable('sharingChoice')
      .set((set) => ({ state: 'agreed', version: set('version', '+', 1) }))
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
}
