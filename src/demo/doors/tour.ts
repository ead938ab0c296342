// The tour: one referral followed from a phone to the commissioner's report, in the real app. Each step says where we are and what to do.

import type { Tour } from '../../platform/web/shell.ts';

export interface TourStep {
  /** Whom one is in this step: a code of the demo's people. */
  readonly person: string;
  readonly leadsTo: string;
  readonly text: string;
  /** On the button that goes on. */
  readonly next: string;
}

export const tour: readonly TourStep[] = [
  {
    person: 'ellie',
    leadsTo: '/start',
    text: 'You are Ellie, on your phone at 3am. Ask for help in your own words. Skip what you like.',
    next: 'Next: Priya reads it',
  },
  {
    person: 'priya',
    leadsTo: '/triage',
    text: 'You are Priya. Open a referral, look at the reasons, and decide the first step.',
    next: 'Next: Siobhan says yes',
  },
  {
    person: 'siobhan',
    leadsTo: '/offers',
    text: 'You are Siobhan. Accept an offer and start support. Then write up a session.',
    next: 'Next: Carol looks at her page',
  },
  {
    person: 'carol',
    leadsTo: '/me',
    text: 'You are Carol. See your plan, your appointments and who opened your record.',
    next: 'Next: Grace reads the report',
  },
  {
    person: 'grace',
    leadsTo: '/reports',
    text: 'You are Grace. See what changed, how sure we are, and nobody’s name.',
    next: 'End of the tour',
  },
];

/** Step from 1; null when there is no such step. */
export const tourStep = (at: number | null): TourStep | null => (at === null ? null : (tour[at - 1] ?? null));

/** The bar at the top while somebody is on the tour. */
export function tourBar(at: number | null): Tour | null {
  const step = tourStep(at);
  return step && at !== null
    ? {
        at,
        of: tour.length,
        text: step.text,
        next: { text: step.next, action: '/demo/tour/next' },
        leave: { text: 'Leave the tour', href: '/demo/tour/leave' },
      }
    : null;
}
