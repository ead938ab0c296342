// What staff are typing, saved as they type, so that expiry, a crash or a second window loses nothing. A draft is its writer’s alone, and only while they may
// still know of the person it is about. A form names its draft by `data-draft={draftAddress(…)}` and carries `draft_version` from `openDraft`; a form that
// keeps its draft at an address of its own uses `readDraft`, `keepDraft` and `dropDraft`.
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { z } from 'zod';
import { saidTime } from '../said.ts';
import { data } from './answer.ts';
import type { Context } from './context.ts';
import { identifier } from './fields.ts';
import { signedIn } from './permission.ts';
import { type Route, route, touchesNobody } from './route.ts';

/** Names of inputs with one value or several, as a form sends them. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;

export interface DraftOf {
  /** Name of the form: 'session-note'. */
  readonly form: string;
  /** Id of what the form is about, or 'new'. */
  readonly subject: string;
}

export interface Draft {
  readonly fields: DraftFields;
  readonly version: number;
  /** '9:41am'. */
  readonly saved: string;
}

export interface OpenDraft {
  /** What was typed and not sent yet; null when there is nothing. */
  readonly fields: DraftFields | null;
  /** For the hidden input `draft_version`. */
  readonly version: number;
  /** '9:41am' */
  readonly saved: string | null;
}

/** The address a form keeps its draft at. */
export const draftAddress = ({ form, subject, personId }: DraftOf & { readonly personId?: string }): string =>
  `/draft?${new URLSearchParams({ form, subject, ...(personId ? { person: personId } : {}) })}`;

/** In place of the page's own key once the form was sent, so that a save that was still on its way does not bring the words back. */
const finished = 'sent';

const writer = (context: Context): string => context.visitor?.accountId ?? '';

const ofDraft = (context: Context, { form, subject }: DraftOf) =>
  context.tables
    .selectFrom('draft')
    .select(['fields', 'version', 'savedAt', 'page'])
    .where('accountId', '=', writer(context))
    .where('form', '=', form)
    .where('subject', '=', subject);

/** What the form shows when it opens. */
export async function openDraft(context: Context, of: DraftOf): Promise<OpenDraft> {
  const row = await ofDraft(context, of).executeTakeFirst();
  if (!row) return { fields: null, version: 0, saved: null };
  // saveDraft alone writes fields.
  const fields = row.page === finished ? null : (row.fields as DraftFields);
  return { fields, version: row.version, saved: fields ? saidTime(row.savedAt) : null };
}

/** The form was sent and its words are kept where they belong. Call it in the action's transaction. */
export async function finishDraft(context: Context, { form, subject }: DraftOf): Promise<void> {
  await context.tables
    .updateTable('draft')
    .set((set) => ({ fields: '{}', page: finished, version: set('version', '+', 1), savedAt: context.now }))
    .where('accountId', '=', writer(context))
    .where('form', '=', form)
    .where('subject', '=', subject)
    .execute();
}

export type Saved =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: Date }
  /** Another window of the same writer saved first. */
  | { readonly kind: 'clash'; readonly version: number; readonly savedAt: Date; readonly theirs: DraftFields }
  /** The form was sent meanwhile. */
  | { readonly kind: 'sent' };

export interface NewDraft extends DraftOf {
  /** The version this page last knew; 0 for none. */
  readonly version: number;
  /** A key of the page, the same each time it saves; '' when it has none. */
  readonly page: string;
  readonly personId?: string | undefined;
  readonly fields: DraftFields;
}

/** Saves what is typed. The same page may save again though it never heard of its last success; another page may only if it knows the latest. */
export async function saveDraft(context: Context, draft: NewDraft): Promise<Saved> {
  const saved = { fields: JSON.stringify(draft.fields), page: draft.page, savedAt: context.now };
  const first = await context.tables
    .insertInto('draft')
    .values({ accountId: writer(context), form: draft.form, subject: draft.subject, personId: draft.personId ?? null, ...saved })
    .onConflict((conflict) => conflict.columns(['accountId', 'form', 'subject']).doNothing())
    .executeTakeFirst();
  if (first.numInsertedOrUpdatedRows === 1n) return { kind: 'saved', version: 1, savedAt: context.now };
  const row = await ofDraft(context, draft).forUpdate().executeTakeFirst();
  if (!row || (row.page === finished && draft.version < row.version)) return { kind: 'sent' };
  const theirs = row.fields as DraftFields; // written here only
  const samePage = draft.page !== '' && row.page === draft.page;
  if (!samePage && draft.version !== row.version && !isDeepStrictEqual(theirs, draft.fields))
    return { kind: 'clash', version: row.version, savedAt: row.savedAt, theirs };
  await context.tables
    .updateTable('draft')
    .set({ ...saved, version: row.version + 1 })
    .where('accountId', '=', writer(context))
    .where('form', '=', draft.form)
    .where('subject', '=', draft.subject)
    .execute();
  return { kind: 'saved', version: row.version + 1, savedAt: context.now };
}

export interface Kept {
  readonly version: number;
  readonly saved: string;
}

const mostFields = 200;
const typedFields = z
  .record(z.string().max(100), z.union([z.string(), z.array(z.string())]))
  .refine((fields) => Object.keys(fields).length <= mostFields);

const fieldsAsJson = z
  .string()
  .max(200_000, 'That is too much to keep as a draft.')
  .transform((text, context): DraftFields => {
    try {
      return typedFields.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'The draft could not be read.' });
      return z.NEVER;
    }
  });

export const draftRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/draft',
    permission: signedIn,
    body: z.strictObject({
      form: z.string().regex(/^[a-z][a-z-]{0,40}$/, 'Name the form.'),
      subject: z.string().min(1, 'Name the subject.').max(100, 'Name the subject.'),
      person: identifier.optional(),
      version: z.coerce.number().int().min(0),
      page: z.string().min(1, 'Name the page.').max(100, 'Name the page.'),
      fields: fieldsAsJson,
    }),
    repeatable: 'saving the same words twice keeps them once',
    audit: touchesNobody('a draft is its writer’s alone until it is sent'),
    async handle(context, { body: { person, ...draft } }) {
      const saved = await saveDraft(context, { ...draft, personId: person });
      switch (saved.kind) {
        case 'saved':
          return data({ version: saved.version, saved: saidTime(saved.savedAt) });
        case 'clash': {
          const both = { mine: draft.fields, theirs: saved.theirs };
          return data({ by: 'You, in another window,', version: saved.version, saved: saidTime(saved.savedAt), ...both }, 409);
        }
        case 'sent':
          return data({ sent: true }, 410);
      }
    },
  }),
];

/** Drafts nobody came back to in 90 days; for a daily job. Runs as the worker. */
export const forgetOldDrafts = async (tables: Context['tables']): Promise<void> => {
  await sql`delete from draft where saved_at < current_moment() - interval '90 days'`.execute(tables);
};
