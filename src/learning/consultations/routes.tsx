// The doors of what was answered to a consultation: read by managers and commissioners, and taken away as files that no spreadsheet runs.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { type CsvColumn, writeCsv } from '../../exchange/spreadsheets/write-csv.ts';
import { notFound } from '../../platform/problem.ts';
import { type Answer, file, page, problem } from '../../platform/web/answer.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { identifier } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { exported } from '../evaluation/small-numbers.ts';
import { allWords, type ReadConsultation, readConsultation, readWords } from './actions.ts';
import type { ConsultationCounts } from './counting.ts';
import { AnswersPage, groupWords } from './pages/answers-page.tsx';

const readers = roles('MGR', 'COM');
const nobody = touchesNobody('Whoever answered is not known.');
const one = z.strictObject({ consultation: identifier });
const perPage = 50;

async function csv<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[], name: string): Promise<Answer> {
  let text = '';
  for await (const line of writeCsv(columns, rows)) text += line;
  return file(text, 'text/csv; charset=utf-8', name);
}

interface CountLine {
  readonly question: string;
  readonly answer: string;
  readonly group: string;
  readonly count: string;
}

const countLines = (counts: ConsultationCounts): CountLine[] => [
  ...counts.groups.map((group, at) => ({
    question: '',
    answer: 'Everybody',
    group: groupWords[group],
    count: exported(counts.groupTotals[at] ?? null),
  })),
  { question: '', answer: 'Everybody', group: 'All', count: exported(counts.total) },
  ...counts.questions.flatMap(({ text, rows }) =>
    rows.flatMap(({ name, cells, total }) => [
      ...counts.groups.map((group, at) => ({ question: text, answer: name, group: groupWords[group], count: exported(cells[at] ?? null) })),
      { question: text, answer: name, group: 'All', count: exported(total) },
    ]),
  ),
];

const known = (then: (context: SignedIn, consultation: ReadConsultation) => Promise<Answer>) => async (context: Context, id: string) => {
  const consultation = await readConsultation(signedIn(context), id);
  return consultation ? then(signedIn(context), consultation) : problem(notFound);
};

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/changes/consultations/:consultation/answers',
    permission: readers,
    params: one,
    query: z.strictObject({ before: identifier.optional() }),
    audit: nobody,
    handle: (asked, { params, query }) =>
      known(async (context, consultation) => {
        const words = await readWords(context, consultation, perPage, query.before);
        const last = words.length === perPage ? words.at(-1) : undefined;
        const next = last ? `/changes/consultations/${consultation.id}/answers?before=${last.id}` : undefined;
        const view = { consultation, words, next, later: query.before !== undefined };
        return page(renderDocument(<AnswersPage shell={await context.shell('/changes')} {...view} />));
      })(asked, params.consultation),
  }),
  route({
    method: 'GET',
    path: '/changes/consultations/:consultation/answers/words.csv',
    permission: readers,
    params: one,
    audit: nobody,
    handle: (asked, { params }) =>
      known(async (context, consultation) =>
        csv(
          [
            { header: 'question', cell: ({ question }) => question },
            { header: 'words', cell: ({ words }) => words },
          ],
          await allWords(context, consultation),
          'answers.csv',
        ),
      )(asked, params.consultation),
  }),
  route({
    method: 'GET',
    path: '/changes/consultations/:consultation/answers/counts.csv',
    permission: readers,
    params: one,
    audit: nobody,
    handle: (asked, { params }) =>
      known(async (_context, { counts }) => {
        if (!counts) return problem(notFound);
        const columns = (['question', 'answer', 'group', 'count'] as const).map((name) => ({
          header: name,
          cell: (line: CountLine) => line[name],
        }));
        return csv(columns, countLines(counts), 'answers-counted.csv');
      })(asked, params.consultation),
  }),
];
