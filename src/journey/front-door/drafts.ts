// What people can do with answers they have begun: keep them behind a code, come back to them, leave them, delete them. Sending is in actions.ts.
import type { Context } from '../../platform/web/context.ts';
import { doorHash, newCode, readCode } from '../../platform/web/door.ts';
import type { DoorAnswers, DoorDraft, DraftKind } from './model.ts';
import type { SelfPageKey } from './questions.ts';
import type { Fields } from './reading.ts';
import { deleteDraft, findDraft, insertDraft, leaveDraft, updateDraft, wrongCode, wrongCodesTried } from './store-draft.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Answers that were not sent are kept this long after the last of them. */
export const keptFor = 28 * day;
/** After this long without a word, what was written shows only to somebody who enters the code: another person may hold the phone by now. */
export const awayAfter = 30 * minute;
const triesAllowed = 20;
const triesWindow = 15 * 60;

export type OpenDraft =
  | { readonly kind: 'none' }
  | { readonly kind: 'too many tries' }
  | { readonly kind: 'away'; readonly draft: DoorDraft }
  | { readonly kind: 'open'; readonly draft: DoorDraft }
  | { readonly kind: 'sent'; readonly draft: DoorDraft; readonly referralId: string };

/** What the code in the visitor’s browser opens now. A code that opens nothing counts as a try, and many tries close the door for all codes from there. */
export async function openDoorDraft(context: Context): Promise<OpenDraft> {
  const { door, now } = context;
  if (!door) return { kind: 'none' };
  const draft = await findDraft(context.tables, door, now);
  if (!draft)
    return (await context.mayTry(wrongCode, context.address, triesAllowed, triesWindow)) ? { kind: 'none' } : { kind: 'too many tries' };
  const since = new Date(now.getTime() - triesWindow * 1000);
  const wrong = await context.asWorker('count wrong codes', (tables) => wrongCodesTried(tables, context.address, since));
  if (wrong > triesAllowed) return { kind: 'too many tries' };
  if (draft.left || now.getTime() - draft.savedAt.getTime() > awayAfter) return { kind: 'away', draft };
  return draft.referralId ? { kind: 'sent', draft, referralId: draft.referralId } : { kind: 'open', draft };
}

export interface AnswersToSave {
  readonly page: SelfPageKey;
  /** Of a new draft; one that exists keeps its own. */
  readonly kind: DraftKind;
  readonly language: string;
  /** Left out when only the language changes. */
  readonly fields?: Fields;
  readonly skipped: boolean;
  /** Version of the draft that the page showed; 0 for a page without one. */
  readonly version: number;
}

export type Saved =
  /** `code` is set when the draft is new: the browser must be given it. */
  | { readonly kind: 'saved'; readonly code?: string; readonly draft: Pick<DoorDraft, 'kind' | 'answers' | 'language'> }
  /** Somebody saved other words for the same page first. */
  | { readonly kind: 'overtaken'; readonly saved: Fields; readonly version: number; readonly draft: DoorDraft }
  | { readonly kind: 'sent' }
  | { readonly kind: 'too many tries' };

const same = (one: Fields, other: Fields): boolean => {
  const said = (fields: Fields): string =>
    JSON.stringify(
      Object.entries(fields)
        .filter(([, value]) => value.length > 0)
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  return said(one) === said(other);
};

/** Keeps the answers to one page. Pages do not disturb each other; the same page saved twice with other words is shown side by side. */
export async function saveDoorDraft(context: Context, given: AnswersToSave): Promise<Saved> {
  const { door, now } = context;
  const opened = door ? await openDoorDraft(context) : { kind: 'none' as const };
  if (opened.kind === 'too many tries' || opened.kind === 'sent') return opened;
  const draft = opened.kind === 'none' || !door ? undefined : await findDraft(context.tables, door, now, true);
  if (!draft || !door) return beginDraft(context, given);
  if (draft.referralId) return { kind: 'sent' };
  const there = draft.answers[given.page];
  const fields = given.fields;
  if (fields && there && there.version > given.version && !same(there.fields, fields))
    return { kind: 'overtaken', saved: there.fields, version: draft.version, draft };
  const answers: DoorAnswers = fields
    ? { ...draft.answers, [given.page]: { fields, skipped: given.skipped, version: draft.version + 1 } }
    : draft.answers;
  const endsAt = new Date(now.getTime() + keptFor);
  await updateDraft(context.tables, door, { answers, language: given.language, endsAt }, now);
  return { kind: 'saved', draft: { ...draft, answers, language: given.language } };
}

/** The first answer makes the code. Sent twice it makes two drafts with the same words, of which the browser keeps the last; the other ends by itself. */
async function beginDraft(context: Context, given: AnswersToSave): Promise<Extract<Saved, { kind: 'saved' }> & { readonly code: string }> {
  const { now } = context;
  const answers: DoorAnswers = given.fields ? { [given.page]: { fields: given.fields, skipped: given.skipped, version: 1 } } : {};
  const draft = { kind: given.kind, language: given.language, answers };
  for (;;) {
    const code = newCode();
    const made = await context.asWorker('begin a draft', (tables) =>
      insertDraft(tables, { ...draft, codeHash: doorHash(code), now, endsAt: new Date(now.getTime() + keptFor) }),
    );
    if (made) return { kind: 'saved', code, draft };
  }
}

/** Begins another request behind a code of its own, for whoever asked for somebody else: only who they are is filled in. Returns the code. */
export async function beginOwn(
  context: Context,
  { language, name, phone }: { readonly language: string; readonly name: string; readonly phone: string },
): Promise<string> {
  const fields = { known_as: name, phone };
  const begun = await beginDraft(context, { page: '5', kind: 'self', language, fields, skipped: false, version: 0 });
  return begun.code;
}

/** Begins a request that is filled in with what they told us before, page by page, for them to look at again. Returns the code. */
export async function beginWith(context: Context, language: string, answers: DoorAnswers): Promise<string> {
  const begun = await beginDraft(context, { page: '1', kind: 'self', language, skipped: false, version: 0 });
  await updateDraft(context.tables, doorHash(begun.code), { answers }, context.now);
  return begun.code;
}

export type CodeEntered =
  | { readonly kind: 'opened'; readonly code: string; readonly sent: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too many tries' };

/** Opens a draft by a code somebody typed. The same answer whether a code never was, ended, or was mistyped. */
export async function enterCode(context: Context, typed: string): Promise<CodeEntered> {
  if (!(await context.mayTry(wrongCode, context.address, triesAllowed, triesWindow))) return { kind: 'too many tries' };
  const code = readCode(typed);
  return context.asWorker('open a draft by its code', async (tables) => {
    const draft = code.length === 6 ? await findDraft(tables, doorHash(code), context.now) : undefined;
    if (!draft) return { kind: 'unknown' };
    await updateDraft(tables, doorHash(code), {}, context.now);
    return { kind: 'opened', code, sent: draft.referralId !== null };
  });
}

/** Hides what was written from whoever holds the phone next; it is kept. */
export async function leaveAtOnce(context: Context): Promise<void> {
  const { door } = context;
  if (door) await context.asWorker('leave at once', (tables) => leaveDraft(tables, door, context.now));
}

/** Deletes answers that were not sent. */
export async function deleteAnswers(context: Context): Promise<void> {
  const { door } = context;
  if (door) await context.asWorker('delete a draft', (tables) => deleteDraft(tables, door));
}
