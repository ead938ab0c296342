// The tables `measure_request` and `measure_result`.
import type { LocalDate } from '../../platform/clock.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { MeasureResult, RequestState } from './model.ts';

export interface NewRequest {
  readonly id: string;
  readonly personId: string;
  readonly enrolmentId: string | null;
  readonly sessionId: string | null;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly point: string;
  readonly dueOn: LocalDate;
  readonly language: string;
  readonly measureLanguageId: string | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export const insertRequest = async (tables: Tables, request: NewRequest): Promise<void> => {
  await tables
    .insertInto('measureRequest')
    .values({ ...request, state: 'due' })
    .execute();
};

export async function moveRequest(
  tables: Tables,
  id: string,
  from: RequestState,
  to: RequestState,
  declinedReason?: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('measureRequest')
    .set({ state: to, ...(declinedReason ? { declinedReason } : {}) })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export interface NewResult {
  readonly id: string;
  readonly requestId: string;
  readonly personId: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly point: string;
  readonly takenAt: Date;
  readonly answers: readonly (number | null)[];
  readonly total: number | null;
  readonly subscores: Readonly<Record<string, number>>;
  readonly method: 'complete' | 'prorated' | 'not_scorable';
  readonly notScorableBecause: string;
  readonly completedBy: string;
  readonly language: string;
  readonly measureLanguageId: string | null;
  readonly readAloud: boolean;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export const insertResult = async (tables: Tables, { answers, subscores, ...result }: NewResult): Promise<void> => {
  await tables
    .insertInto('measureResult')
    .values({ ...result, answers: JSON.stringify(answers), subscores: JSON.stringify(subscores) })
    .execute();
};

/** Oldest first. Two on one day: the later time; the same time: the higher id. */
export async function resultsOf(tables: Tables, personId: string, instrument?: string): Promise<MeasureResult[]> {
  const rows = await tables
    .selectFrom('measureResult')
    .select(['id', 'personId', 'instrument', 'instrumentVersion', 'point', 'takenAt', 'total', 'method', 'notScorableBecause', 'answers'])
    .select('language')
    .where('personId', '=', personId)
    .$if(instrument !== undefined, (query) => query.where('instrument', '=', instrument ?? ''))
    .orderBy('takenAt')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    ...row,
    total: row.total === null ? null : Number(row.total),
    method: row.method as MeasureResult['method'], // checked by the table
    answers: row.answers as (number | null)[], // written by insertResult only
  }));
}
