// The table `coming_help`.
import { sql } from 'kysely';
import { changeNext } from '../../platform/database/next-version.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { Choice, ComingHelp } from './model.ts';

const helps = (tables: Tables) =>
  tables
    .selectFrom('comingHelp as c')
    .innerJoin('account as a', 'a.id', 'c.ownerId')
    .select([
      'c.id',
      'c.personId',
      'c.referralId',
      'c.decisionId',
      'c.offered',
      'c.notOfferedBecause',
      'c.ownerId',
      'a.name as ownerName',
      'c.place',
      'c.placeWords',
      'c.channel',
      'c.company',
      'c.chosenAt',
      'c.chosenBy',
      'c.version',
    ]);

type Found = Awaited<ReturnType<ReturnType<typeof helps>['executeTakeFirst']>>;
// The table's own checks keep the codes to the lists of the model.
const asHelp = (row: Found): ComingHelp | null => (row ? (row as unknown as ComingHelp) : null);

export const helpOfDecision = async (tables: Tables, decisionId: string): Promise<ComingHelp | null> =>
  asHelp(await helps(tables).where('c.decisionId', '=', decisionId).executeTakeFirst());

export const helpOfReferral = async (tables: Tables, referralId: string): Promise<ComingHelp | null> =>
  asHelp(
    await helps(tables).where('c.referralId', '=', referralId).orderBy('c.createdAt', 'desc').orderBy('c.id', 'desc').executeTakeFirst(),
  );

/** Who reads it: the person reads nothing of a referral they may not know of. */
export type Reader = 'person' | 'worker';

/** The newest that was offered and told: while a second clinician still reads the decision, nobody chooses. */
export const helpOfPerson = async (tables: Tables, personId: string, reader: Reader): Promise<ComingHelp | null> =>
  asHelp(
    await helps(tables)
      .innerJoin('referral as r', 'r.id', 'c.referralId')
      .where('c.personId', '=', personId)
      .where('r.state', 'in', ['decided', 'handed_over', 'closed'])
      .where(sql<boolean>`c.offered <> '{}'`)
      .$if(reader === 'person', (query) => query.where('r.mayNotKnow', '=', false))
      .orderBy('c.createdAt', 'desc')
      .orderBy('c.id', 'desc')
      .executeTakeFirst(),
  );

/** The same, until they have met for the first time since. */
export const helpAhead = async (tables: Tables, personId: string, reader: Reader): Promise<ComingHelp | null> => {
  const help = await helpOfPerson(tables, personId, reader);
  if (!help) return null;
  const met = await tables
    .selectFrom('supportSession as s')
    .innerJoin('comingHelp as c', 'c.personId', 's.personId')
    .select('s.id')
    .where('c.id', '=', help.id)
    .where('s.state', 'in', ['attended', 'late_seen', 'written_up'])
    .whereRef('s.startsAt', '>', 'c.createdAt')
    .limit(1)
    .executeTakeFirst();
  return met ? null : help;
};

export interface NewHelp {
  readonly id: string;
  readonly personId: string;
  readonly referralId: string;
  readonly decisionId: string;
  readonly offered: string[];
  readonly notOfferedBecause: string;
  readonly ownerId: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const insertHelp = async (tables: Tables, help: NewHelp): Promise<void> => {
  await tables.insertInto('comingHelp').values(help).execute();
};

export function keepChoice(
  tables: Tables,
  at: { readonly id: string; readonly version: number },
  choice: Choice,
  chosen: { readonly at: Date; readonly by: 'person' | 'worker' },
): Promise<boolean> {
  return changeNext(tables, 'comingHelp', at, { ...choice, chosenAt: chosen.at, chosenBy: chosen.by });
}

/** Whoever says yes for the team sees to it from now on. Runs as the worker. */
export const giveTo = async (tables: Tables, referralId: string, ownerId: string): Promise<void> => {
  await tables.updateTable('comingHelp').set({ ownerId }).where('referralId', '=', referralId).execute();
};
