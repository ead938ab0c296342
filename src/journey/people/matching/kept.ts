// A known record that is kept to a few may be who somebody at the door is. Whoever may open it decides; anybody else says what they think, and its keepers are
// asked to look. Whose it is, and that it is restricted, is told to nobody who may not know.
import type { Context } from '../../../platform/web/context.ts';
import { isRestricted, keepersOf } from '../../../trust/restricted/actions.ts';
import { raiseTaskIn } from '../tasks.ts';

/** Whether the record is restricted and not open to the visitor, by name or by a reason they gave. */
export async function isKeptFrom(context: Context, personId: string): Promise<boolean> {
  const opened = await context.tables.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst();
  return opened === undefined && (await isRestricted(context, personId));
}

const kind = 'identity.keepers';

/** Asks those to whom the record is open by name, or whoever is to name them, to look; once for each referral. */
export const askKeepers = (context: Context, { personId, number }: { readonly personId: string; readonly number: number }): Promise<void> =>
  context.asWorker('ask who keeps a record', async (tables) => {
    const words = `Referral ${number} may be about somebody whose record is kept to a few. If it is, name a clinician who reads the referral, or speak with them.`;
    const asked = await tables
      .selectFrom('task')
      .select('id')
      .where('personId', '=', personId)
      .where('kind', '=', kind)
      .where('words', '=', words)
      .where('doneAt', 'is', null)
      .executeTakeFirst();
    if (asked) return;
    for (const accountId of await keepersOf(tables, personId, context.now))
      await raiseTaskIn(
        tables,
        { personId, kind, words, leadsTo: `/people/${personId}`, accountId },
        { id: context.identify(), now: context.now, by: context.visitor?.accountId ?? null },
      );
  });
