// The words of asking for advice: a question of somebody at work about how to help, without saying whom, and its answer. A referral is another thing.
import type { Referrer } from '../model.ts';

export const adviceStates = ['asked', 'answered', 'referred'] as const;
export type AdviceState = (typeof adviceStates)[number];

export interface NewAdvice {
  /** A code of the list `door`: where the asker works. */
  readonly door: string;
  readonly asker: Referrer;
  readonly question: string;
  /** '' where they thought about it and know of nothing. */
  readonly safety: string;
  readonly tried: string;
}

export interface Advice {
  readonly id: string;
  /** The number people read out. */
  readonly number: number;
  readonly state: AdviceState;
  readonly teamId: string;
  readonly teamName: string;
  readonly door: string;
  readonly askerId: string | null;
  readonly askerName: string;
  readonly askerJob: string;
  readonly askerOrganisation: string;
  readonly askerPhone: string;
  readonly askerEmail: string;
  readonly question: string;
  readonly safety: string;
  readonly tried: string;
  readonly askedAt: Date;
  readonly answerBy: Date;
  readonly takenBy: string | null;
  readonly takerName: string | null;
  readonly answeredBy: string | null;
  readonly answererName: string | null;
  readonly answererJob: string | null;
  readonly answeredAt: Date | null;
  readonly answer: string;
  /** The answer asks for a referral. */
  readonly referNow: boolean;
  readonly readAt: Date | null;
  readonly referralId: string | null;
  readonly version: number;
}

/** 'Joan Pickup, housing officer, Chorley Council'. */
export const askerOf = ({ askerName, askerJob, askerOrganisation }: Pick<Advice, 'askerName' | 'askerJob' | 'askerOrganisation'>): string =>
  [askerName, askerJob, askerOrganisation].filter(Boolean).join(', ');
