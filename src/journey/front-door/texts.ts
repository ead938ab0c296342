// What people read at the front door, by language: the wording of every question, in two grammars, and every sentence around them.
// The design’s own words (back, exit, help now) are in the design. Names of teams and services come from the place, as arguments.
import type { Language } from '../../design/texts.ts';
import type { ReferralState } from './model.ts';
import type { SelfCode, SelfPageKey, selfQuestions } from './questions.ts';
import { arabic } from './texts/ar.ts';
import { english } from './texts/en.ts';

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

export interface FrontDoorTexts {
  readonly reviewed: boolean;
  readonly self: Grammar;
  readonly other: Grammar;
  readonly continue: string;
  readonly save: string;
  readonly saveChange: string;
  readonly change: string;
  readonly optional: string;
  readonly hideVisit: {
    readonly title: string;
    readonly lead: string;
    readonly ways: readonly { readonly title: string; readonly text: string }[];
  };
  readonly start: {
    readonly title: string;
    readonly lead: (team: string, by: string) => string;
    readonly begin: string;
    readonly other: string;
    readonly ticks: readonly string[];
    readonly needHelpNow: string;
    readonly ratherTalk: string;
    readonly comeBack: string;
    readonly carryOn: string;
    readonly professional: string;
  };
  readonly startOther: {
    readonly title: string;
    readonly lead: string;
    readonly ticks: readonly string[];
    readonly begin: string;
    readonly forMe: string;
  };
  readonly talkNow: string;
  readonly now: {
    readonly title: string;
    readonly lead: string;
    readonly danger: string;
    readonly quiet: string;
    readonly weContact: string;
    readonly onDuty: (team: string, time: string) => string;
    readonly contactToday: string;
    readonly carryOn: string;
    readonly more: string;
  };
  readonly preview: {
    readonly title: string;
    readonly plain: string;
    readonly named: string;
    readonly show: string;
    readonly keep: string;
  };
  readonly check: {
    readonly title: string;
    readonly lead: string;
    readonly send: (team: string) => string;
    readonly notAnswered: string;
    readonly skipped: string;
    readonly left: (count: number) => string;
    readonly shared: (team: string) => string;
    readonly byLaw: string;
    readonly more: string;
    readonly moreWhy: string;
    readonly you: string;
    readonly them: string;
  };
  readonly done: {
    readonly thanks: (name: string) => string;
    readonly by: (team: string, by: string) => string;
    readonly next: string;
    readonly reads: (team: string) => string;
    readonly readsDetail: (by: string) => string;
    readonly readsToday: string;
    readonly contact: Readonly<Record<'text' | 'phone' | 'email' | 'post' | 'none', (sender: string) => string>>;
    readonly plain: string;
    readonly named: (service: string) => string;
    readonly waiting: string;
    readonly choose: string;
    readonly chooseDetail: string;
    readonly code: string;
    readonly codeUse: string;
    readonly reference: (number: string) => string;
    readonly sees: string;
    readonly seesDetail: (team: string) => string;
    readonly today: (team: string) => string;
    readonly copy: string;
    readonly add: string;
    readonly added: string;
    readonly forget: string;
    readonly forgetDetail: string;
  };
  readonly add: { readonly title: string; readonly why: (team: string) => string; readonly send: string; readonly empty: string };
  readonly copy: { readonly title: string; readonly lead: (day: string) => string };
  readonly saved: {
    readonly title: string;
    readonly lead: string;
    readonly keep: string;
    readonly until: (day: string) => string;
    readonly carryOn: string;
    readonly erase: string;
  };
  readonly back: {
    readonly title: string;
    readonly why: string;
    readonly label: string;
    readonly hint: string;
    readonly open: string;
    readonly unknown: string;
    readonly tooMany: string;
    readonly begin: string;
  };
  readonly away: { readonly title: string; readonly lead: string; readonly carryOn: string };
  readonly conflict: {
    readonly title: string;
    readonly lead: string;
    readonly theirs: string;
    readonly mine: string;
    readonly keepMine: string;
    readonly keepTheirs: string;
  };
  readonly status: Readonly<Record<ReferralState, (facts: StatusFacts) => string>>;
  readonly faults: {
    readonly tooLong: (most: number) => string;
    readonly choose: string;
    readonly unknownField: string;
    readonly needWay: string;
    readonly needPhone: string;
    readonly badPhone: string;
    readonly needEmail: string;
    readonly badEmail: string;
    readonly needAddress: string;
    readonly badPostcode: string;
    readonly needYear: string;
    readonly badDate: string;
    readonly futureDate: string;
    readonly needOwnName: string;
    readonly unanswered: (page: string) => string;
    readonly tooManySends: string;
  };
}

export const doorTexts: Readonly<Record<Language, FrontDoorTexts>> = { en: english, ar: arabic };

export const grammarOf = (texts: FrontDoorTexts, kind: 'self' | 'for_someone_else'): Grammar =>
  kind === 'self' ? texts.self : texts.other;

/** Words of one choice of one question; the code itself where there are none. */
export function choiceWords(wordings: Wordings, question: SelfCode, choice: string): string {
  const wording = wordings[question];
  return 'choices' in wording ? (Object.entries(wording.choices).find(([code]) => code === choice)?.[1] ?? choice) : choice;
}
