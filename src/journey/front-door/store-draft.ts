// The table `door_draft`: answers that were begun behind a code, and the wrong codes that were tried.
import { sql } from 'kysely';
import type { Tables } from '../../platform/web/context.ts';
import type { DoorAnswers, DoorDraft, DraftKind } from './model.ts';

const draftColumns = ['kind', 'language', 'answers', 'version', 'savedAt', 'endsAt', 'leftAt', 'referralId'] as const;

/** The draft behind the code the visitor holds, or undefined. With `lock` nobody else changes it until this transaction ends. */
export async function findDraft(tables: Tables, codeHash: string, now: Date, lock = false): Promise<DoorDraft | undefined> {
  const row = await tables
    .selectFrom('doorDraft')
    .select(draftColumns)
    .where('codeHash', '=', codeHash)
    .where('endsAt', '>', now)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return (
    row && {
      kind: row.kind as DraftKind, // checked by the table
      language: row.language,
      answers: row.answers as unknown as DoorAnswers, // written by this room only
      version: row.version,
      savedAt: row.savedAt,
      endsAt: row.endsAt,
      left: row.leftAt !== null,
      referralId: row.referralId,
    }
  );
}

/** False when the code is taken. */
export async function insertDraft(
  tables: Tables,
  draft: {
    readonly codeHash: string;
    readonly kind: DraftKind;
    readonly language: string;
    readonly answers: DoorAnswers;
    readonly now: Date;
    readonly endsAt: Date;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto('doorDraft')
    .values({
      codeHash: draft.codeHash,
      kind: draft.kind,
      language: draft.language,
      answers: JSON.stringify(draft.answers),
      createdAt: draft.now,
      savedAt: draft.now,
      endsAt: draft.endsAt,
    })
    .onConflict((conflict) => conflict.column('codeHash').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateDraft(
  tables: Tables,
  codeHash: string,
  change: { readonly language?: string; readonly answers?: DoorAnswers; readonly referralId?: string; readonly endsAt?: Date },
  now: Date,
): Promise<void> {
  const { answers, ...rest } = change;
  await tables
    .updateTable('doorDraft')
    .set({ ...rest, ...(answers ? { answers: JSON.stringify(answers) } : {}), savedAt: now, leftAt: null })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('codeHash', '=', codeHash)
    .execute();
}

/** What was written no longer shows without the code. Runs as the worker. */
export async function leaveDraft(tables: Tables, codeHash: string, now: Date): Promise<void> {
  await tables.updateTable('doorDraft').set({ leftAt: now }).where('codeHash', '=', codeHash).execute();
}

/** Only what was not sent: a sent draft is the way back to what happens next. Runs as the worker. */
export const deleteDraft = async (tables: Tables, codeHash: string): Promise<void> => {
  await tables.deleteFrom('doorDraft').where('codeHash', '=', codeHash).where('referralId', 'is', null).execute();
};

/** For the nightly job: answers whose time has passed. Runs as the worker; returns how many there were. */
export async function forgetEndedDrafts(tables: Tables, now: Date): Promise<number> {
  const { numDeletedRows } = await tables.deleteFrom('doorDraft').where('endsAt', '<=', now).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Wrong codes tried from one address since then. Read where the visitor waits, so that a lucky guess after many is refused too. Runs as the worker. */
export async function wrongCodesTried(tables: Tables, address: string, windowStart: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(a.count), 0)::int as count from attempt a, place p
    where a.bucket = ${wrongCode} and a.subject = sha256(p.secret || convert_to(${address}, 'UTF8')) and a.window_start >= ${windowStart}`.execute(
    tables,
  );
  return rows[0]?.count ?? 0;
}
/** Name under which wrong codes are counted. */
export const wrongCode = 'door';
