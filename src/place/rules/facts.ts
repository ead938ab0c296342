// Facts made in the rule room: a yes or no, worked out from answers at the front door. What such a fact is about follows from its answers and never
// from whoever makes it, so that no new name hides a ground on which nobody may be turned away. Pure.
import type { Place } from '../../platform/blueprint/place.ts';
import type { Input } from '../../platform/decisions/table.ts';
import { askedQuestions } from './asked.ts';

export interface OwnFact {
  readonly name: string;
  readonly blueprint: string;
  readonly label: string;
  readonly question: string;
  /** Answers that make it a yes. */
  readonly codes: readonly string[];
  readonly createdAt: Date;
  readonly by: string;
}

/** Most facts made in one place. */
export const mostOwnFacts = 200;

/** “Cares for somebody” → own_cares_for_somebody; a number follows where it is taken. */
export function nameOfFact(label: string, taken: readonly string[]): string {
  const words = label.toLowerCase().match(/[a-z0-9]+/g) ?? ['fact'];
  const name = `own_${words.join('_').slice(0, 40).replace(/_$/, '')}`;
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}_${number}`;
    if (!taken.includes(free)) return free;
  }
}

/** As rules read it; undefined when the front door no longer asks that question. */
export function inputOfFact({ name, label, question, codes }: Pick<OwnFact, 'name' | 'label' | 'question' | 'codes'>): Input | undefined {
  const asked = askedQuestions([]).find(({ code }) => code === question);
  if (!asked) return undefined;
  return {
    name,
    label,
    type: 'code',
    values: [
      { code: 'yes', label: 'Yes' },
      { code: 'no', label: 'No' },
    ],
    category: asked.category,
    // A yes to the other answers is a no to this one, so one answer with a ground makes it the whole question’s.
    about: (asked.answers.find(({ code, about }) => about && codes.includes(code)) ?? asked.answers.find(({ about }) => about))?.about,
    from: { question, codes },
  };
}

/** The place’s facts with those made here. */
export const withOwnFacts = (facts: Place['facts'], own: readonly OwnFact[]): Place['facts'] =>
  own.length === 0
    ? facts
    : facts.map((one) => ({
        ...one,
        inputs: [...one.inputs, ...own.filter(({ blueprint }) => blueprint === one.blueprint).flatMap((fact) => inputOfFact(fact) ?? [])],
      }));

/** “Yes when “What it is about” was answered Caring for someone.” */
export function workedOutWords({ question, codes }: Pick<OwnFact, 'question' | 'codes'>): string {
  const asked = askedQuestions([]).find(({ code }) => code === question);
  const words = codes.map((code) => asked?.answers.find((answer) => answer.code === code)?.words ?? code);
  return `Yes when “${asked?.words ?? question}” was answered ${words.map((one) => `“${one}”`).join(' or ')}.`;
}
