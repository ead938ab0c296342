// The table `sharing_choice`.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import { type ChoiceState, type SharingChoice, support } from './model.ts';

/** As they stand at a moment: a yes for one time that has ended is none. */
export async function choicesOf(tables: Tables, personId: string, now: Date): Promise<SharingChoice[]> {
  const rows = await tables
    .selectFrom('sharingChoice as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisationId')
    .select([
      ...([
        'c.id',
        'c.organisationId',
        'o.name as organisation',
        'c.categories',
        'c.state',
        'c.said',
        'c.questionAt',
        'c.questionBecause',
      ] as const),
      ...(['c.questionReferralId', 'c.questionTeam', 'c.questionWhat', 'c.onceReferralId', 'c.onceUntil'] as const),
      ...(['c.version', 'c.createdAt'] as const),
    ])
    .where('c.personId', '=', personId)
    .where('c.purpose', '=', support)
    .orderBy('c.createdAt', 'desc')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(
    ({
      questionAt: at,
      questionReferralId: referralId,
      questionTeam: team,
      questionWhat: what,
      questionBecause: because,
      onceReferralId,
      onceUntil,
      ...row
    }) => ({
      ...row,
      state: row.state as ChoiceState, // the table’s own check keeps it to these
      question: at && { at, referralId, team, what, because },
      once: onceReferralId && onceUntil && onceUntil > now ? { referralId: onceReferralId, until: onceUntil } : null,
    }),
  );
}

/** The organisations with a part today in the services beside the one that has the referral, but for its own. Places of other blueprints are no neighbours. */
export async function othersWhoCouldHelp(tables: Tables, referralId: string): Promise<{ id: string; name: string; code: string }[]> {
  const { rows } = await sql<{ id: string; name: string; code: string }>`
    select distinct o.id, o.name, o.code
    from referral r
    join team t on t.id = r.team_id
    join service holding on holding.id = t.service_id
    join service near on near.blueprint = holding.blueprint
    join organisation_link l on l.service_code = near.code
    join organisation o on o.id = l.organisation_id
    where r.id = ${referralId} and l.role in ('deliverer', 'provider', 'statutory_partner')
      and (l.starts_on is null or l.starts_on <= current_day()) and (l.ends_on is null or l.ends_on >= current_day())
      and t.organisation_id is distinct from o.id
    order by o.code`.execute(tables);
  return rows;
}

/** Their newest request, whichever team has it; null where there was none. Runs as the worker. */
export async function newestReferral(tables: Tables, personId: string): Promise<string | null> {
  const row = await tables
    .selectFrom('referral')
    .select('id')
    .where('personId', '=', personId)
    .orderBy('receivedAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface NewChoice {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly categories: string[];
  readonly purpose: string;
  readonly state: ChoiceState;
  readonly said: boolean;
  readonly howGiven: string;
  readonly referralId: string | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export const insertChoices = async (tables: Tables, choices: readonly NewChoice[]): Promise<void> => {
  if (choices.length > 0)
    await tables
      .insertInto('sharingChoice')
      .values([...choices])
      .execute();
};

/** Whatever was asked is answered. */
const answered = { questionAt: null, questionBy: null, questionBecause: '', questionReferralId: null, questionTeam: '', questionWhat: '' };

/** False when it is not the person's, or was changed since. Whatever was asked is answered by it, and a yes for one time ends. */
export async function changeChoice(
  tables: Tables,
  at: { readonly id: string; readonly version: number; readonly personId: string },
  to: { readonly state: ChoiceState; readonly onceReferralId?: string; readonly onceUntil?: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('sharingChoice')
    .set({ onceReferralId: null, onceUntil: null, ...to, ...answered, said: true, howGiven: 'on their own page' })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', at.id)
    .where('personId', '=', at.personId)
    .where('version', '=', at.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

interface NewQuestion {
  readonly questionAt: Date;
  readonly questionBy: string;
  readonly questionReferralId: string;
  readonly questionTeam: string;
  readonly questionWhat: string;
}

/** Asks them, unless they are being asked already or did not want to be asked first. Runs as the worker. */
export async function putQuestion(tables: Tables, id: string, question: NewQuestion): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('sharingChoice')
    .set(question)
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .where('questionAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The blueprint’s codes of organisations, by id. */
export async function codesOf(tables: Tables, organisationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await tables
    .selectFrom('organisation')
    .select(['id', 'code'])
    .where('id', 'in', [...organisationIds])
    .execute();
  return new Map(rows.map(({ id, code }) => [id, code]));
}
