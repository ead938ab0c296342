// A code that somebody types to open their own page, with who they are where others could see the message. It never says which of the two was wrong (S4.6).
import { localDate } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/web/context.ts';
import { readCode } from '../../../platform/web/door.ts';
import { holdersOf, redeem } from '../../../trust/accounts/links.ts';
import { readPartialDate } from '../partial-date.ts';
import { whoOpens } from './who-opens.ts';

const quarterOfAnHour = 15 * 60;
/** Tries with one code, wherever they are made: a date of birth cannot be guessed at. */
const mostTries = 5;

/** The account whose page it opens, and uses the code up; null for everything else. `born` is the date as it was typed. */
export async function openWithCode(context: Context, { code, born }: { readonly code: string; readonly born: string }) {
  if (!(await context.mayTry('code by code', readCode(code), mostTries, quarterOfAnHour))) return null;
  const date = readPartialDate(born, { latest: localDate(context.now) });
  return context.asWorker('use a sign-in code', async (tables) => {
    const held = await holdersOf(tables, code, context.now);
    if (!held) return null;
    const holders = await tables
      .selectFrom('account as a')
      .innerJoin('person as p', 'p.id', 'a.personId')
      .select(['a.id as accountId', 'p.born'])
      .where('a.id', 'in', held.accountIds)
      .execute();
    const accountId = whoOpens(holders, date.ok ? date.value : null, held.asks);
    return accountId === null ? null : redeem(tables, { code, accountId }, context.now);
  });
}
