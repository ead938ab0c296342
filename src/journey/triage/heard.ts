// What a clinician may write down at the desk of what rules read and no form said: which facts are open, what was chosen, and how it reads afterwards. Pure.
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import type { Facts } from '../../platform/decisions/evaluation.ts';
import type { Input } from '../../platform/decisions/table.ts';
import type { Fault } from '../../platform/problem.ts';
import { saidDay } from '../../platform/said.ts';
import type { NewAnswer } from '../front-door/model.ts';
import { type Asked, byFact, factHeard, ofTheRecord } from './facts.ts';
import type { AnswerRow } from './store-referral.ts';
import { withKnownArea } from './suggest.ts';

/** Who told it, as answers are kept. */
export const tellers = ['person', 'carer', 'referrer'] as const;
export type Teller = (typeof tellers)[number];

/** Triage writes nothing of justice, and nothing of who somebody is: those have their own forms and their own readers. */
const notHere: readonly string[] = ['offence', 'equality'];
const recorded: ReadonlySet<string> = new Set(ofTheRecord);

/** Whether what the fact says may be written down at the desk. */
export const mayBeHeard = ({ name, type, category, from }: Input): boolean =>
  !from && !recorded.has(name) && !notHere.includes(category) && (type === 'code' || type === 'codes' || type === 'number');

/** The facts that some row of the table looks at. */
export const readBy = ({ table }: Pick<ServiceRules, 'table'>): readonly Input[] =>
  table.inputs.filter(({ name }) => table.rules.some(({ cells }) => (cells[name] ?? '-').trim() !== '-'));

export interface OpenFact {
  readonly input: Input;
  /** What was written down of it before; none where nothing was. */
  readonly codes: readonly string[];
}

/** Facts of these tables that nobody has told, and those that were written down at the desk, which can be put right there. */
export function openFacts(place: Place, tables: readonly ServiceRules[], facts: Facts, answers: readonly Asked[]): OpenFact[] {
  const heard = new Map(byFact(answers.filter(factHeard)).map((answer) => [answer.question, answer]));
  const open = new Map<string, OpenFact>();
  for (const rules of tables) {
    const known = withKnownArea(place, rules, facts);
    for (const input of readBy(rules)) {
      const before = heard.get(input.name);
      if (open.has(input.name) || !mayBeHeard(input) || (!before && known[input.name] !== undefined)) continue;
      open.set(input.name, { input, codes: before?.status === 'answered' ? before.codes : [] });
    }
  }
  return [...open.values()];
}

/** What the form sends: choices as 'fact=code', and numbers beside the names of their facts. */
export interface TypedHeard {
  readonly answer: readonly string[];
  readonly number: readonly string[];
  readonly number_of: readonly string[];
}

export const controlOf = ({ name }: Input): string => `of-${name}`;

/** What stands in the field of a fact. */
export function typedFor({ name, type }: Input, typed: TypedHeard): string[] {
  if (type === 'number') return [typed.number[typed.number_of.indexOf(name)]?.trim() ?? ''].filter(Boolean);
  return [...new Set(typed.answer.filter((one) => one.startsWith(`${name}=`)).map((one) => one.slice(name.length + 1)))].filter(Boolean);
}

const wrong = ({ type, values, lowest = 0, highest = 100_000 }: Input, codes: readonly string[]): string | null => {
  if (type !== 'number') return codes.every((code) => values?.some((value) => value.code === code)) ? null : 'Choose from the list.';
  const whole = codes.every((code) => /^\d{1,6}$/.test(code) && Number(code) >= lowest && Number(code) <= highest);
  return whole ? null : `Enter a whole number from ${lowest} to ${highest.toLocaleString('en-GB')}, or leave it empty.`;
};

export interface HeardNow {
  readonly fact: string;
  readonly answer: Omit<NewAnswer, 'question'>;
}

/** What has changed, and what is wrong with it. An emptied field takes back what stood there: it is not known. */
export function readHeard(open: readonly OpenFact[], typed: TypedHeard): { readonly heard: HeardNow[]; readonly faults: Fault[] } {
  const heard: HeardNow[] = [];
  const faults: Fault[] = [];
  for (const { input, codes: before } of open) {
    const codes = typedFor(input, typed);
    const message = wrong(input, codes);
    if (message) faults.push({ field: controlOf(input), message });
    else if ([...codes].sort().join() !== [...before].sort().join())
      heard.push({
        fact: input.name,
        answer: {
          category: input.category,
          status: codes.length > 0 ? 'answered' : 'not_known',
          words: '',
          codes: input.type === 'number' ? codes.map((code) => String(Number(code))) : codes,
        },
      });
  }
  return { heard, faults };
}

const toldBy: Readonly<Record<string, string>> = {
  person: 'They said so',
  carer: 'Somebody close to them said so',
  referrer: 'Somebody at work with them said so',
};

type Inputs = ReadonlyMap<string, Input>;

/** Every fact that a blueprint of the place knows, by its name; the first that names it says what it means. */
export const inputsOf = (facts: Place['facts']): Inputs =>
  new Map(facts.flatMap(({ inputs }) => inputs.map((input) => [input.name, input] as const)).toReversed());

/** An answer in the words of its fact. */
export const inWordsOf = ({ values, unit }: Input, { words, codes }: Pick<Asked, 'words' | 'codes'>): string =>
  words || [codes.map((code) => values?.find((value) => value.code === code)?.label ?? code).join(', '), unit].filter(Boolean).join(' ');

export interface HeardFact {
  readonly term: string;
  readonly value: string | { readonly absent: 'not known' };
}

/** What was written down at the desk, under the words of its fact. Nothing where no blueprint knows it any more. */
export function heardFacts(answers: readonly AnswerRow[], inputs: Inputs): HeardFact[] {
  return byFact(answers.filter(factHeard)).flatMap((answer): HeardFact[] => {
    const input = inputs.get(answer.question);
    if (!input) return [];
    if (answer.status !== 'answered') return [{ term: input.label, value: { absent: 'not known' } }];
    return [{ term: input.label, value: `${inWordsOf(input, answer)}. ${toldBy[answer.saidBy] ?? 'Told'}, ${saidDay(answer.askedAt)}.` }];
  });
}
