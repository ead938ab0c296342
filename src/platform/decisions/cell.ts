// One cell of a decision table: FEEL unary tests on one value. Reads a cell once, remembers what it answered for each value, and says in plain
// words what is wrong with a broken one. The rest of a table is not its business.
import { date as feelDate, parseUnaryTests } from 'feelin';
import { compile, type Test } from './feel.ts';
import { ANY, type InputType, type Value } from './table.ts';
import { isDay } from './values.ts';

/** A literal written in a cell, such as "yes", 28 or date("2026-04-01"), and where it stands (letters from the start). */
export type Literal =
  | { readonly kind: 'string' | 'date'; readonly value: string; readonly from: number }
  | { readonly kind: 'number'; readonly value: number; readonly from: number };

export interface Cell {
  readonly text: string;
  readonly any: boolean;
  readonly literals: readonly Literal[];
  /** True when the cell speaks of what was not asked, by the word null. Only such a cell may be met by missing data. */
  readonly asksForMissing: boolean;
  /** Whether a value meets the cell; null stands for missing data. Throws BrokenCell. */
  test(value: Value | null): boolean;
}

const EXAMPLE = 'Write it in FEEL, for example "yes", "no" or >= 18 or not("no").';

/** A cell that cannot be read or worked out. `at` counts letters from the start of the cell; `fix` says what to write instead. */
export class BrokenCell extends Error {
  readonly at: number;
  readonly fix: string;
  constructor(message: string, at = 0, fix = EXAMPLE) {
    super(message);
    this.at = at;
    this.fix = fix;
  }
}

/** Most letters of a cell that a message repeats. */
const QUOTED = 60;

const quoted = (text: string): string => `“${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}”`;

const REMEMBERED = 4096;
/** Longest cell, in letters. */
const LONGEST = 1000;

/** Functions a cell may use. Each takes time in proportion to its answer, so no cell can hold up whoever waits for the table. */
const FUNCTIONS = [
  'list contains',
  'count',
  'contains',
  'starts with',
  'ends with',
  'not',
  'lower case',
  'upper case',
  'string length',
  'date',
];

const anyCell: Cell = { text: ANY, any: true, literals: [], asksForMissing: false, test: () => true };

/** Reads one cell for an input of a type. Throws BrokenCell when it is not FEEL. */
export function readCell(text: string, type: InputType): Cell {
  const trimmed = text.trim();
  if (trimmed === ANY) return anyCell;
  if (trimmed === '') throw new BrokenCell('The cell is empty.', 0, 'Write - where anything will do.');
  if (trimmed.length > LONGEST) throw new BrokenCell(`The cell is longer than ${LONGEST} letters.`, LONGEST, 'Split the row in two.');
  const { literals, asksForMissing } = literalsOf(trimmed);
  let test: Test | undefined;
  const asked = (value: unknown): boolean => {
    try {
      test ??= compile(trimmed);
      return ask(test, trimmed, value);
    } catch (error) {
      // The interpreter gives up on some texts that parse, such as a range with “and” after it: that is the cell’s fault, and is said as one.
      throw error instanceof BrokenCell ? error : new BrokenCell(`${quoted(trimmed)} cannot be worked out.`);
    }
  };
  const remembered = new Map<string | number | boolean, boolean>();
  let whenMissing: boolean | undefined;
  return {
    text: trimmed,
    any: false,
    literals,
    asksForMissing,
    test(value) {
      if (value === null) {
        whenMissing ??= asksForMissing && asked(null);
        return whenMissing;
      }
      const key = typeof value === 'object' ? value.join('\u0000') : value;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const answer = asked(type === 'date' ? feelDate(String(value)) : value);
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(key, answer);
      return answer;
    },
  };
}

function ask(test: Test, text: string, value: unknown): boolean {
  const { met, fault } = test(value);
  if (fault) throw new BrokenCell(inWords(fault.type, fault.part), Math.max(text.indexOf(fault.part), 0));
  return met;
}

function inWords(type: string, part: string): string {
  if (type === 'NO_VARIABLE_FOUND') return `${quoted(part)} is not known here. Put words in straight double quotes, like "yes".`;
  if (type === 'NO_FUNCTION_FOUND') return `${quoted(part)} uses a function that does not exist.`;
  return `${quoted(part)} cannot be worked out.`;
}

/** Loops over ranges, functions of its own and powers can run for ever; a loop over the answers given cannot. */
const mayTakeLong = (name: string, written: string): boolean =>
  name === 'ForExpression' ||
  name === 'FunctionDefinition' ||
  (name === 'IterationContext' && written.trim() !== '?') ||
  (name === 'ArithOp' && written === '**') ||
  (name === 'FunctionInvocation' && !FUNCTIONS.includes(/^[\w ]*/.exec(written)?.[0].trim() ?? ''));

/** Whether the first end is after the second. The interpreter would read such a range from either end. */
function runsBackwards(interval: string): boolean {
  const ends = /^.\s*(?:date\(\s*")?([^"]+?)(?:"\s*\))?\s*\.\.\s*(?:date\(\s*")?([^"]+?)(?:"\s*\))?\s*.$/.exec(interval);
  const [from = '', to = ''] = ends?.slice(1) ?? [];
  return Number.isNaN(Number(from)) || Number.isNaN(Number(to)) ? /^\d{4}-/.test(from) && from > to : Number(from) > Number(to);
}

function literalsOf(text: string): { literals: Literal[]; asksForMissing: boolean } {
  const literals: Literal[] = [];
  let asksForMissing = false;
  let dateUntil = -1;
  let broken: number | undefined;
  let repeats = 0;
  parseUnaryTests(text, { '?': null }, undefined).iterate({
    enter({ type, name, from, to }) {
      if (type.isError) broken ??= from;
      const written = text.slice(from, to);
      if (name === 'QuantifiedExpression') repeats += 1;
      if (name === 'Interval' && runsBackwards(written))
        throw new BrokenCell(`“${written}” runs backwards.`, from, 'Put the smaller end first.');
      if (broken === undefined && (repeats > 1 || mayTakeLong(name, written)))
        throw new BrokenCell(`${quoted(written)} may take long to work out.`, from, 'List the answers, or compare with them.');
      else if (name === 'null') asksForMissing = true;
      else if (name === 'DateTimeLiteral') dateUntil = to;
      else if (name === 'NumericLiteral') literals.push({ kind: 'number', value: Number(text.slice(from, to)), from });
      else if (name === 'StringLiteral') {
        const kind = to <= dateUntil ? 'date' : 'string';
        const value = unquoted(written);
        if (kind === 'date' && !isDay(value))
          throw new BrokenCell(`${quoted(value)} is not a day.`, from, 'Write it like date("2026-04-01").');
        literals.push({ kind, value, from });
      }
    },
  });
  if (broken !== undefined) throw new BrokenCell(`The cell cannot be read from ${quoted(text.slice(broken) || text)}.`, broken);
  return { literals, asksForMissing };
}

const unquoted = (literal: string): string => {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
};
