// What may be printed of the answers to a consultation: how many answered what, by as whom, with small numbers hidden and whatever would give them away. Pure.
import { type AnsweringAs, answeringAs, type Question, questionKey } from '../../place/developments/model.ts';
import { protectTable, type Shown } from '../evaluation/small-numbers.ts';

/** How many gave one answer as one group; `answer` is the place of a choice. */
export interface Counted {
  readonly question: string;
  readonly answer: string;
  readonly answeringAs: AnsweringAs;
  readonly count: number;
}

export interface QuestionCounts {
  readonly text: string;
  readonly rows: readonly { readonly name: string; readonly cells: readonly Shown[]; readonly total: Shown }[];
}

export interface ConsultationCounts {
  /** Groups of which there may be a column, in order: those that anybody answered as. */
  readonly groups: readonly AnsweringAs[];
  readonly groupTotals: readonly Shown[];
  readonly total: Shown;
  /** Questions with answers to choose from. What was written is read one by one, so counting it by group would tell whose it is. */
  readonly questions: readonly QuestionCounts[];
}

const leftOut = 'Left it out';

/** Everybody stands once in each question’s table, with those who left it out, so that all tables add up to the same people. */
export function countsOf(
  questions: readonly Question[],
  people: ReadonlyMap<AnsweringAs, number>,
  counted: readonly Counted[],
): ConsultationCounts {
  const groups = answeringAs.filter((group) => (people.get(group) ?? 0) > 0);
  const of = new Map(counted.map(({ question, answer, answeringAs: as, count }) => [`${question} ${answer} ${as}`, count]));
  const tables = questions.flatMap(({ text, choices }, at) => {
    if (choices.length === 0) return [];
    const given = choices.map((_, index) => groups.map((group) => of.get(`${questionKey(at)} ${index} ${group}`) ?? 0));
    const left = groups.map((group, column) => (people.get(group) ?? 0) - given.reduce((sum, row) => sum + (row[column] ?? 0), 0));
    const table = protectTable({ rows: [...given, left], totals: 'both' });
    return [{ text: `${at + 1}. ${text}`, names: [...choices, leftOut], table }];
  });
  const alone = protectTable({ rows: [groups.map((group) => people.get(group) ?? 0)], totals: 'rows' });
  // A sum that one table hides would be given away by another that prints it: it is printed where all of them would.
  const inAll = (sums: readonly (Shown | undefined)[]): Shown =>
    sums.some((sum) => sum === null || sum === undefined) ? null : (sums[0] ?? null);
  return {
    groups,
    groupTotals: groups.map((_, column) => inAll([alone.rows[0]?.[column], ...tables.map(({ table }) => table.columnTotals?.[column])])),
    total: inAll([alone.rowTotals?.[0], ...tables.map(({ table }) => table.grandTotal)]),
    questions: tables.map(({ text, names, table }) => ({
      text,
      rows: names.map((name, row) => ({ name, cells: table.rows[row] ?? [], total: table.rowTotals?.[row] ?? null })),
    })),
  };
}
