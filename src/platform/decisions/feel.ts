// Turns the text of a cell into a FEEL function that is read once and called many times; asking the interpreter to test a text reads it anew
// each time, which is some thirty times slower. The answers are the interpreter's own, and a test holds them to that.
import { evaluate, isFunction, parseUnaryTests, unaryTest } from 'feelin';

/** What one call found. `fault` is a warning that means the cell itself is wrong, with the part of the cell it is about. */
export interface Tested {
  readonly met: boolean;
  readonly fault?: { readonly type: string; readonly part: string } | undefined;
}

export type Test = (value: unknown) => Tested;

/** Makes the test of a cell that has been seen to parse: met when one of its tests is, or for not(…) when none is. */
export function compile(text: string): Test {
  const inner = negated(text);
  const parts = testsIn(inner ?? text);
  // A not(…) inside another is an expression, with rules of its own.
  if (inner?.trim().startsWith('not') || parts.some((part) => part.marks.length === 0 && !SIMPLE.test(part.text))) return interpreted(text);
  const tests = parts.map(compileOne);
  return (value) => {
    let fault: Tested['fault'];
    const one = tests.some((test) => {
      const tested = test(value);
      fault ??= tested.fault;
      return tested.met;
    });
    return { met: inner === undefined ? one : !one, fault };
  };
}

/** A word, a number, a date, true or false, a comparison or a range: what most cells are made of. */
const SIMPLE = /^("|-?\d|[<>]|\[|\]|date\(|true$|false$|null$)/;

function compileOne({ text, marks }: OneTest): Test {
  const asked = marks.toReversed().reduce((part, mark) => `${part.slice(0, mark)}answer${part.slice(mark + 1)}`, text);
  const source = `function(answer) ${marks.length > 0 ? asked : `answer in (${text})`}`;
  const { value: called, warnings } = evaluate(source);
  const anew = interpreted(text);
  if (!isFunction(called)) return anew;
  return (value) => {
    // What is missing, and a list met by a bare word, have rules of their own in the interpreter, so the interpreter is asked.
    if (value === null || (Array.isArray(value) && marks.length === 0)) return anew(value);
    const answer: unknown = called.invoke([value]);
    // Warnings of every call gather in the same list: read them, and leave it empty for the next.
    return { met: answer === true, fault: faultIn(warnings.splice(0), source) };
  };
}

/** The interpreter's own way, reading the text at each call. */
export const interpreted =
  (text: string): Test =>
  (value) => {
    const { value: answer, warnings } = unaryTest(text, { '?': value });
    return { met: answer === true, fault: faultIn(warnings, text) };
  };

// Warnings that mean the cell itself is wrong. Others ('not comparable') only mean that a value does not match.
const FAULTS = new Set([
  'NO_VARIABLE_FOUND',
  'NO_FUNCTION_FOUND',
  'FUNCTION_INVOCATION_FAILURE',
  'INVALID_ARGUMENTS',
  'UNSUPPORTED',
  'NO_PROPERTY_FOUND',
]);

function faultIn(
  warnings: readonly { readonly type: string; readonly position: { readonly from: number; readonly to: number } }[],
  source: string,
): Tested['fault'] {
  const fault = warnings.find((warning) => FAULTS.has(warning.type));
  return fault && { type: fault.type, part: source.slice(fault.position.from, fault.position.to) };
}

/** What stands in a not(…) that is the whole text; undefined when the text is not one. */
function negated(text: string): string | undefined {
  const found = /^not\s*\(([\s\S]*)\)$/.exec(text);
  if (!found) return undefined;
  let depth = 0;
  let quoted = false;
  for (const letter of found[1] ?? '') {
    if (letter === '"') quoted = !quoted;
    if (!quoted) depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (depth < 0) return undefined;
  }
  return found[1];
}

/** One of the tests parted by commas, and where its question marks stand in it. */
interface OneTest {
  readonly text: string;
  readonly marks: readonly number[];
}

function testsIn(text: string): OneTest[] {
  const tests: { text: string; from: number; to: number; marks: number[] }[] = [];
  parseUnaryTests(text, { '?': null }, undefined).iterate({
    enter({ name, from, to }) {
      if (name === 'PositiveUnaryTest') tests.push({ text: text.slice(from, to), from, to, marks: [] });
      const within = tests.at(-1);
      if (within && name === 'VariableName' && text.slice(from, to) === '?') within.marks.push(from - within.from);
    },
  });
  return tests;
}
