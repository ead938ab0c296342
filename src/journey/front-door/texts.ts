// What people read at the front door, by language: the wording of every question, in two grammars, and every sentence around them.
// The design’s own words (back, exit, help now) are in the design. Names of teams and services come from the place, as arguments.
import { type Approved, catalogue, type Spoken } from '../../platform/language/catalogue.ts';
import type { Language } from '../../platform/language/languages.ts';
import type { ReferralState } from './model.ts';
import type { SelfCode, SelfPageKey, selfQuestions } from './questions.ts';
import { arabic } from './texts/ar.ts';
import { welsh } from './texts/cy.ts';
import { easyWords } from './texts/easy-read.ts';
import { english } from './texts/en.ts';
import { polish } from './texts/pl.ts';
import { somali } from './texts/so.ts';
import { urdu } from './texts/ur.ts';

export const doorCatalogue = catalogue('door', english, { cy: welsh, pl: polish, so: somali, ur: urdu, ar: arabic });

type CodesOf<C extends SelfCode> =
  Extract<(typeof selfQuestions)[number], { code: C }> extends { codes: readonly (infer One extends string)[] } ? One : never;

interface Wording {
  readonly label: string;
  readonly hint?: string;
  /** What the check page and the copy call it, where the label would not stand alone. */
  readonly short?: string;
}

/** The words of one question, whichever it is. */
export type AskedWords = Wording & {
  readonly choices?: Readonly<Record<string, string>>;
  readonly notes?: Readonly<Partial<Record<string, string>>>;
};

/** Each question’s words; a question with choices has words for every one, and may say what choosing it does. */
export type Wordings = {
  readonly [C in SelfCode]: [CodesOf<C>] extends [never]
    ? Wording
    : Wording & { readonly choices: Readonly<Record<CodesOf<C>, string>>; readonly notes?: Readonly<Partial<Record<CodesOf<C>, string>>> };
};

export interface PageWording {
  readonly title: string;
  /** Heading of its answers when they are read again, where the title speaks to somebody answering. */
  readonly short?: string;
  /** Why we ask and who reads it; `team` is the team that reads first. */
  readonly why: (team: string) => string;
}

export interface Grammar {
  readonly questions: Wordings;
  readonly pages: Readonly<Record<SelfPageKey, PageWording>>;
  readonly skip: string;
  readonly rathernot: string;
}

/** What somebody is told of where their request stands. Never the state’s own name. */
export interface StatusFacts {
  readonly team: string;
  readonly by: string;
  readonly reader: string;
}

type Said = Spoken<typeof english>;
type Status = Readonly<Record<ReferralState, (facts: StatusFacts) => string>>;
export type FrontDoorTexts = Omit<Said, 'self' | 'other' | 'status'> & {
  readonly self: Grammar;
  readonly other: Grammar;
  readonly status: Status;
};

interface SaidPage {
  readonly title: string;
  readonly short?: string;
  readonly why: string | ((facts: { readonly team: string }) => string);
}

const pagesOf = (pages: Readonly<Record<SelfPageKey, SaidPage>>): Grammar['pages'] =>
  Object.fromEntries(
    Object.entries(pages).map(([key, { why, ...page }]) => [
      key,
      { ...page, why: (team: string) => (typeof why === 'string' ? why : why({ team })) },
    ]),
  ) as Grammar['pages']; // the same keys as went in

/** What is said differently laid over what is said otherwise, question by question and choice by choice. */
function over(under: unknown, differently: unknown): unknown {
  if (typeof under !== 'object' || under === null || typeof differently !== 'object' || differently === null) return differently ?? under;
  return {
    ...under,
    ...Object.fromEntries(Object.entries(differently).map(([key, one]) => [key, over((under as Record<string, unknown>)[key], one)])), // both are texts by name
  };
}

const statusOf = (said: Said): Status =>
  Object.fromEntries(
    Object.entries(said.status).map(([state, words]) => [
      state,
      ({ team, by, reader }: StatusFacts) =>
        typeof words === 'string' ? words : words({ team, by, who: reader || said.theTeam({ team }) }),
    ]),
  ) as Status; // the same keys as went in

function assembled(said: Said): FrontDoorTexts {
  const questions: Wordings = said.self.questions;
  const { skip, rathernot } = said.self;
  return {
    ...said,
    self: { questions, pages: pagesOf(said.self.pages), skip, rathernot },
    other: {
      questions: over(questions, said.other.questions) as Wordings, // everything of the questions, and what is said differently
      pages: pagesOf(said.other.pages),
      skip,
      rathernot,
    },
    status: statusOf(said),
  };
}

const made = new WeakMap<Said, FrontDoorTexts>();

/** The texts of one language, with what this place’s reviewers approved before our own. */
export function doorTexts(language: Language, approved?: Approved): FrontDoorTexts {
  const said = doorCatalogue.in(language, approved);
  const there = made.get(said) ?? assembled(said);
  made.set(said, there);
  return there;
}

const easy: Approved = new Map(Object.entries(easyWords));

/** The separately written Easy Read. What it does not say stays in English. */
export const easyTexts = (): FrontDoorTexts => doorTexts('en', easy);

export const grammarOf = (texts: FrontDoorTexts, kind: 'self' | 'for_someone_else'): Grammar =>
  kind === 'self' ? texts.self : texts.other;

/** Words of one choice of one question; the code itself where there are none. */
export function choiceWords(wordings: Wordings, question: SelfCode, choice: string): string {
  const wording = wordings[question];
  return 'choices' in wording ? (Object.entries(wording.choices).find(([code]) => code === choice)?.[1] ?? choice) : choice;
}
