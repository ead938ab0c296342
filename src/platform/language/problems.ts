// What goes wrong on a page for people, in their language. Problems are written in English where they arise; those that anybody may meet have their words here.
import type { Problem } from '../problem.ts';
import { type Approved, catalogue } from './catalogue.ts';
import type { Language } from './languages.ts';
import { arabic } from './problems/ar.ts';
import { welsh } from './problems/cy.ts';
import { english } from './problems/en.ts';
import { polish } from './problems/pl.ts';
import { somali } from './problems/so.ts';
import { urdu } from './problems/ur.ts';

export const problemCatalogue = catalogue('problem', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });

type Named = Exclude<keyof typeof english, 'page' | 'way'>;
const named = Object.entries(english).flatMap(([name, words]) => (typeof words === 'string' ? [] : [{ name, title: words.title }]));

/** The title and sentence of a problem in a language: its own where it has them, else one that says the same of any problem. */
export function problemWords(problem: Omit<Problem, 'status'>, language: Language, approved: Approved) {
  const said = problemCatalogue.in(language, approved);
  const { page, way } = said;
  if (language === 'en') return { page, way, title: problem.title, detail: problem.detail };
  const name = (named.find(({ title }) => title === problem.title)?.name ?? 'other') as Named; // names of this very record
  return { page, way, ...said[name] };
}
