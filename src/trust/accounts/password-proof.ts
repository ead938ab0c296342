// Proof by e-mail address and password, for staff. Guessing is slowed by account and by address; the answer never says whether an account exists.

import { sql } from 'kysely';
import { failure, type Problem, success } from '../../platform/problem.ts';
import { passwordFits } from './password.ts';
import type { Proof } from './proof.ts';

export const quarterOfAnHour = 15 * 60;
/** Tries in a quarter of an hour. Many colleagues may sit behind one address. */
export const mostTries = { account: 8, address: 60 } as const;

const wrong: Problem = {
  status: 422,
  title: 'There is a problem',
  detail: 'Check your e-mail address and password and try again.',
  faults: [{ field: 'email', message: 'The e-mail address or the password is not right. Check both and try again.' }],
};
export const tooMany: Problem = {
  status: 429,
  title: 'Too many tries',
  detail: 'Wait 15 minutes and try again. If you forgot your password, ask your administrator for a new one.',
};

export const passwordProof: Proof<{ readonly email: string; readonly password: string }> = {
  name: 'password',
  async prove(context, { email, password }) {
    const typed = email.trim().toLowerCase();
    const may = [
      await context.mayTry('sign-in by address', context.address, mostTries.address, quarterOfAnHour),
      await context.mayTry('sign-in by account', typed, mostTries.account, quarterOfAnHour),
    ];
    if (may.includes(false)) return failure(tooMany);
    const account = await context.asWorker('sign in', (tables) =>
      tables
        .selectFrom('account')
        .select(['id', 'passwordHash'])
        .where('email', '=', typed)
        .where('kind', '=', 'staff')
        .where((where) => where.or([where('closedOn', 'is', null), where('closedOn', '>', sql<string>`current_day()`)]))
        .executeTakeFirst(),
    );
    const fits = await passwordFits(account?.passwordHash, password);
    return fits && account ? success({ accountId: account.id, kind: 'staff' }) : failure(wrong);
  },
};
