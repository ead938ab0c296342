// The words of what a service is changing: proposals and the steps they take, developments and the money behind them, consultations and who may answer.
import type { LocalDate } from '../../platform/clock.ts';
import type { Language } from '../../platform/language/languages.ts';
import type { Lifecycle } from '../../platform/lifecycle.ts';
import type { AccessRole } from '../../platform/web/permission.ts';

export const proposalStates = ['proposed', 'considered', 'agreed', 'not_agreed', 'done', 'result'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Who may write a proposal: a manager, or whoever works with recovery partners. */
export const proposers: readonly AccessRole[] = ['MGR', 'VOL', 'PAR'];

/** As in the database's table `proposal_step`; a test compares the two. */
export const proposalLifecycle: Lifecycle<ProposalState> = {
  name: 'proposal',
  states: proposalStates,
  transitions: [
    { from: null, to: 'proposed', by: proposers },
    { from: 'proposed', to: 'considered', by: ['MGR'] },
    { from: 'considered', to: 'agreed', by: ['MGR'] },
    { from: 'considered', to: 'not_agreed', by: ['MGR'], withReason: true },
    { from: 'agreed', to: 'done', by: ['MGR'] },
    { from: 'done', to: 'result', by: ['MGR'], needs: 'What changed, and since which day.' },
  ],
};

export interface Proposal {
  readonly id: string;
  readonly state: ProposalState;
  readonly title: string;
  /** What it proposes. */
  readonly words: string;
  readonly why: string;
  /** As its author wants to be shown; '' where they want no name. */
  readonly authorName: string;
  readonly authorRole: string;
  /** Why it was agreed or not; a reason is compulsory where it was not. */
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly result: string;
  readonly resultOn: LocalDate | null;
  readonly developmentId: string | null;
  readonly developmentName: string | null;
  readonly createdAt: Date;
  readonly version: number;
}

/** 'Sal, recovery partner', or 'a recovery partner from Taunton'. */
export const authorOf = ({ authorName, authorRole }: Pick<Proposal, 'authorName' | 'authorRole'>): string =>
  authorName === '' ? authorRole : `${authorName}, ${authorRole}`;

export interface ProposalTrace {
  readonly to: ProposalState;
  readonly at: Date;
  readonly by: string;
  readonly words: string;
}

export const stages = ['planned', 'being_made', 'open', 'stopped'] as const;
export type Stage = (typeof stages)[number];

export interface Development {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly stage: Stage;
  readonly since: LocalDate | null;
  readonly costPence: number | null;
  readonly version: number;
}

export interface FundingLine {
  readonly id: string;
  readonly name: string;
  readonly funder: string;
  readonly amountPence: number | null;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate | null;
  readonly recurring: boolean;
  readonly version: number;
}

/** That a funding line pays for a development, and how much of it as far as anybody has said. */
export interface Funding {
  readonly developmentId: string;
  readonly fundingLineId: string;
  readonly amountPence: number | null;
  readonly version: number;
}

/** As whom somebody answers a consultation. */
export const answeringAs = ['uses_services', 'carer', 'staff', 'organisation', 'resident', 'prefer_not_to_say'] as const;
export type AnsweringAs = (typeof answeringAs)[number];

export interface Section {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** Asked in order. With choices one is chosen; without, words are written. */
export interface Question {
  readonly text: string;
  readonly choices: readonly string[];
}

/** What a manager is writing. The document and the questions are plain text; `document.ts` reads them. */
export interface ConsultationDraft {
  readonly title: string;
  /** What changes, in a few words. */
  readonly inShort: string;
  readonly document: string;
  readonly questions: string;
}

export interface Consultation {
  readonly id: string;
  readonly language: Language;
  readonly draft: ConsultationDraft;
  /** As they were first published; null before that. */
  readonly questions: readonly Question[] | null;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly publishedAt: Date | null;
  readonly heard: string;
  readonly heardAt: Date | null;
  readonly version: number;
}

/** One published text, frozen. */
export interface PublishedText {
  readonly number: number;
  readonly title: string;
  readonly inShort: string;
  /** What was corrected; '' in the first text. */
  readonly corrected: string;
  readonly sections: readonly Section[];
  readonly publishedAt: Date;
}

export type ConsultationStage = 'draft' | 'announced' | 'open' | 'closed' | 'heard';

/** Where a consultation stands on a day: both its days belong to it. */
export function stageOf(
  { publishedAt, heardAt, opensOn, closesOn }: Pick<Consultation, 'publishedAt' | 'heardAt' | 'opensOn' | 'closesOn'>,
  today: LocalDate,
): ConsultationStage {
  if (publishedAt === null) return 'draft';
  if (heardAt !== null) return 'heard';
  return today < opensOn ? 'announced' : today <= closesOn ? 'open' : 'closed';
}

/** Answers by question: 'q1' holds words, or the place of the chosen answer as a number. */
export type Answers = Readonly<Record<string, string>>;

export const mostQuestions = 20;
export const questionKey = (at: number): string => `q${at + 1}`;
export const questionKeys: readonly string[] = Array.from({ length: mostQuestions }, (_, at) => questionKey(at));
export const longestAnswer = 5000;
