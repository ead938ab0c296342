// The quarters of early help that were counted. A page reads at most twelve of them; nothing about people is asked for it.
import type { LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import { type EarlyQuarter, mostQuarters } from './model.ts';

/** The newest twelve, the first first. */
export async function earlyQuarters(tables: Tables): Promise<EarlyQuarter[]> {
  const rows = await tables.selectFrom('earlyQuarter').select('content').orderBy('fromOn', 'desc').limit(mostQuarters).execute();
  // Written by insertQuarter only, in this format.
  return rows.map(({ content }) => content as unknown as EarlyQuarter).reverse();
}

export const countedQuarters = async (tables: Tables): Promise<ReadonlySet<LocalDate>> =>
  new Set((await tables.selectFrom('earlyQuarter').select('fromOn').execute()).map(({ fromOn }) => fromOn));

/** Keeps a quarter once. Runs as the worker. */
export const insertQuarter = (tables: Tables, quarter: EarlyQuarter, madeAt: Date): Promise<unknown> =>
  tables
    .insertInto('earlyQuarter')
    .values({ fromOn: quarter.from, content: JSON.stringify(quarter), madeAt })
    .onConflict((conflict) => conflict.column('fromOn').doNothing())
    .execute();
