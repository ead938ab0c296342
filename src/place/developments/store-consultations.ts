// Consultations, their published texts and what was answered, as rows. Answers come and go as the worker: whoever answers has no account.
import { sql } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import type { Language } from '../../platform/language/languages.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { AnsweringAs, Answers, Consultation, ConsultationDraft, PublishedText, Question, Section } from './model.ts';

const columns = ['id', 'language', 'draft', 'questions', 'opensOn', 'closesOn', 'publishedAt', 'heard', 'heardAt', 'version'] as const;
const consultations = (tables: Tables) => tables.selectFrom('consultation').select(columns);
type Row = Awaited<ReturnType<ReturnType<typeof consultations>['executeTakeFirstOrThrow']>>;

// The table's check allows these languages; draft and questions are written here only.
const asConsultation = (row: Row): Consultation => ({
  ...row,
  language: row.language as Language,
  draft: row.draft as unknown as ConsultationDraft,
  questions: row.questions as unknown as readonly Question[] | null,
});

export const mostShown = 50;

/** Of the public those that are published, of managers and commissioners also what is being written: the database decides. Newest first. */
export const listConsultations = async (tables: Tables): Promise<Consultation[]> =>
  (await consultations(tables).orderBy('id', 'desc').limit(mostShown).execute()).map(asConsultation);

export const publishedConsultations = async (tables: Tables): Promise<Consultation[]> =>
  (
    await consultations(tables)
      .where('publishedAt', 'is not', null)
      .orderBy('closesOn', 'desc')
      .orderBy('id', 'desc')
      .limit(mostShown)
      .execute()
  ).map(asConsultation);

export async function findConsultation(tables: Tables, id: string): Promise<Consultation | null> {
  const row = await consultations(tables).where('id', '=', id).executeTakeFirst();
  return row ? asConsultation(row) : null;
}

export const insertConsultation = (
  tables: Tables,
  {
    draft,
    ...row
  }: Pick<Consultation, 'id' | 'language' | 'draft' | 'opensOn' | 'closesOn'> & { readonly createdAt: Date; readonly createdBy: string },
): Promise<unknown> =>
  tables
    .insertInto('consultation')
    .values({ ...row, draft: JSON.stringify(draft) })
    .execute();

export interface ConsultationChange {
  readonly language?: Language;
  readonly draft?: ConsultationDraft;
  readonly questions?: readonly Question[];
  readonly opensOn?: LocalDate;
  readonly closesOn?: LocalDate;
  readonly publishedAt?: Date;
  readonly heard?: string;
  readonly heardAt?: Date;
  readonly heardBy?: string;
}

/** False when somebody changed it since. */
export async function changeConsultation(
  tables: Tables,
  { id, version }: Pick<Consultation, 'id' | 'version'>,
  { draft, questions, ...change }: ConsultationChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('consultation')
    .set({
      ...change,
      ...(draft ? { draft: JSON.stringify(draft) } : {}),
      ...(questions ? { questions: JSON.stringify(questions) } : {}),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const texts = (tables: Tables) =>
  tables.selectFrom('consultationText').select(['consultationId', 'number', 'title', 'inShort', 'corrected', 'sections', 'publishedAt']);

/** Every published text of these, the newest first. */
export async function publishedTexts(
  tables: Tables,
  ids: readonly string[],
): Promise<(PublishedText & { readonly consultationId: string })[]> {
  if (ids.length === 0) return [];
  const rows = await texts(tables)
    .where('consultationId', 'in', [...ids])
    .orderBy('number', 'desc')
    .execute();
  // Written here only.
  return rows.map((row) => ({ ...row, sections: row.sections as unknown as readonly Section[] }));
}

export const insertText = (
  tables: Tables,
  { sections, ...row }: PublishedText & { readonly id: string; readonly consultationId: string; readonly publishedBy: string },
): Promise<unknown> =>
  tables
    .insertInto('consultationText')
    .values({ ...row, sections: JSON.stringify(sections) })
    .execute();

export interface Response {
  readonly id: string;
  readonly answeringAs: AnsweringAs;
  readonly answers: Answers;
  readonly answeredOn: LocalDate;
}

/** Runs as the worker. */
export const insertResponse = (
  tables: Tables,
  { answers, ...row }: Response & { readonly consultationId: string; readonly textNumber: number },
): Promise<unknown> =>
  tables
    .insertInto('consultationResponse')
    .values({ ...row, answers: JSON.stringify(answers) })
    .execute();

/** Newest first, before the one of that id. */
export async function responses(tables: Tables, consultationId: string, most: number, before?: string): Promise<Response[]> {
  const rows = await tables
    .selectFrom('consultationResponse')
    .select(['id', 'answeringAs', 'answers', 'answeredOn'])
    .where('consultationId', '=', consultationId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  // The table's check allows these codes; answers are written by insertResponse only.
  return rows.map((row) => ({ ...row, answeringAs: row.answeringAs as AnsweringAs, answers: row.answers as Answers }));
}

export interface ChoiceCount {
  /** 'q2' */
  readonly question: string;
  /** Place of the chosen answer, as text. */
  readonly answer: string;
  readonly answeringAs: AnsweringAs;
  readonly count: number;
}

/** How often each answer to these questions was chosen, by as whom. */
export async function countAnswers(tables: Tables, consultationId: string, chosen: readonly string[]): Promise<ChoiceCount[]> {
  const { rows } = await sql<ChoiceCount>`
    select a.key as question, a.value as answer, r.answering_as, count(*)::int as count
    from consultation_response r cross join lateral jsonb_each_text(r.answers) a where r.consultation_id = ${consultationId} and a.key = any (${chosen}::text[]) group by 1, 2, 3`.execute(
    tables,
  );
  return rows;
}

export async function countByGroup(tables: Tables, consultationId: string): Promise<ReadonlyMap<AnsweringAs, number>> {
  const { rows } = await sql<{ answeringAs: AnsweringAs; count: number }>`
    select answering_as, count(*)::int as count from consultation_response where consultation_id = ${consultationId} group by 1`.execute(
    tables,
  );
  return new Map(rows.map(({ answeringAs, count }) => [answeringAs, count]));
}

/** Keeps an address once. Runs as the worker. */
export const keepAddress = async (
  tables: Tables,
  row: { readonly id: string; readonly consultationId: string; readonly email: string },
): Promise<void> => {
  await tables
    .insertInto('consultationTell')
    .values(row)
    .onConflict((conflict) => conflict.columns(['consultationId', 'email']).doNothing())
    .execute();
};

export const countAddresses = async (tables: Tables, consultationId: string): Promise<number> =>
  (
    await tables
      .selectFrom('consultationTell')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('consultationId', '=', consultationId)
      .executeTakeFirstOrThrow()
  ).count;

/** Takes the addresses away and gives them back, to be told. Runs as the worker. */
export const takeAddresses = async (tables: Tables, consultationId: string): Promise<string[]> =>
  (await tables.deleteFrom('consultationTell').where('consultationId', '=', consultationId).returning('email').execute()).map(
    ({ email }) => email,
  );

export interface AnswerDraft {
  readonly answers: Answers;
  readonly version: number;
}

/** Runs as the worker, like all that is behind a code. */
export async function findAnswerDraft(tables: Tables, codeHash: string, consultationId: string, now: Date): Promise<AnswerDraft | null> {
  const row = await tables
    .selectFrom('consultationDraft')
    .select(['answers', 'version'])
    .where('codeHash', '=', codeHash)
    .where('consultationId', '=', consultationId)
    .where('endsAt', '>', now)
    .executeTakeFirst();
  return row ? { answers: row.answers as Answers, version: row.version } : null; // written by saveAnswerDraft only
}

/** The version now kept; null when somebody saved another version of it since. */
export async function saveAnswerDraft(
  tables: Tables,
  draft: {
    readonly codeHash: string;
    readonly consultationId: string;
    readonly answers: Answers;
    readonly version: number;
    readonly now: Date;
    readonly endsAt: Date;
  },
): Promise<number | null> {
  const kept = { answers: JSON.stringify(draft.answers), savedAt: draft.now, endsAt: draft.endsAt };
  if (draft.version === 0) {
    const { numInsertedOrUpdatedRows } = await tables
      .insertInto('consultationDraft')
      .values({ codeHash: draft.codeHash, consultationId: draft.consultationId, ...kept })
      // The first answer of the server may be lost on its way: the same page saves again and knows no version yet.
      .onConflict((conflict) =>
        conflict
          .column('codeHash')
          .doUpdateSet(kept)
          .where('consultationDraft.version', '=', 1)
          .where('consultationDraft.consultationId', '=', draft.consultationId),
      )
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n ? 1 : null;
  }
  const { numUpdatedRows } = await tables
    .updateTable('consultationDraft')
    .set({ ...kept, version: draft.version + 1 })
    .where('codeHash', '=', draft.codeHash)
    .where('consultationId', '=', draft.consultationId)
    .where('version', '=', draft.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? draft.version + 1 : null;
}

/** Runs as the worker. */
export const deleteAnswerDraft = async (tables: Tables, codeHash: string): Promise<void> => {
  await tables.deleteFrom('consultationDraft').where('codeHash', '=', codeHash).execute();
};

/** For the daily job. Runs as the worker. */
export const forgetEndedAnswers = async (tables: Tables, now: Date): Promise<void> => {
  await tables.deleteFrom('consultationDraft').where('endsAt', '<=', now).execute();
};
