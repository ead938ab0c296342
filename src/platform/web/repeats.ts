// A form that is sent twice is answered once: its key is claimed in the same transaction, and the first answer is kept for whoever sends it again.
import type { Problem } from '../problem.ts';
import { type Answer, problem } from './answer.ts';
import type { Context } from './context.ts';

export const staleForm: Problem = {
  status: 409,
  title: 'This form is out of date',
  detail: 'Go back, load the page again and send it once more. Nothing was changed.',
};

/** The first answer to this key, or null when this is the first. A second sender waits here until the first is done. */
export async function claimKey(context: Context, key: string, route: string): Promise<Answer | null> {
  return context.asWorker('remember a form', async (tables) => {
    const claimed = await tables
      .insertInto('repeatKey')
      .values({ key, scope: context.visitor?.accountId ?? context.door ?? '', route, at: context.now })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst();
    if (claimed) return null;
    const first = await tables
      .selectFrom('repeatKey')
      .select('answer')
      .where('key', '=', key)
      .where('route', '=', route)
      .executeTakeFirst();
    const answer = first?.answer as { to: string } | null | undefined; // written by rememberAnswer only
    return answer ? { kind: 'redirect', to: answer.to } : problem(staleForm);
  });
}

export async function rememberAnswer(context: Context, key: string, answer: Extract<Answer, { kind: 'redirect' }>): Promise<void> {
  await context.asWorker('remember a form', (tables) =>
    tables
      .updateTable('repeatKey')
      .set({ answer: JSON.stringify({ to: answer.to }) })
      .where('key', '=', key)
      .execute(),
  );
}
