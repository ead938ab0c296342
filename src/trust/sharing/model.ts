// The words of sharing choices, and of whether an agency may use what somebody told (MOS-6): what a person says about each agency, apart from the law that may oblige us in danger.

import type { Lifecycle } from '../../platform/lifecycle.ts';

export type ChoiceState = 'asked' | 'agreed' | 'declined' | 'withdrawn' | 'expired';

/** What sharing is for when somebody asks for help. An agreement between organisations opens only what the person chose for the same purpose. */
export const support = 'support';

/** The three answers to “May we share this with others who could help?”; what was not answered is to be asked. */
export const stateOfAnswer: Readonly<Record<string, 'asked' | 'agreed' | 'declined'>> = { yes: 'agreed', no: 'declined', ask_me: 'asked' };

/** What a person says of each agency about what they told: the three that they choose between. */
export const flags = ['use', 'ask', 'no'] as const;
export type Flag = (typeof flags)[number];
/** A question is answered by one of them, or by a yes for the request it is about, which ends by itself and leaves the flag as it was. */
export const answers = ['once', ...flags] as const;
export type Answer = (typeof answers)[number];

/** How long a yes for this time lasts: until the agency has read it, decided and met them. */
const onceDays = 14;
export const onceUntil = (now: Date): Date => new Date(now.getTime() + onceDays * 86_400_000);

export const choiceLifecycle: Lifecycle<ChoiceState> = {
  name: 'sharing_choice',
  states: ['asked', 'agreed', 'declined', 'withdrawn', 'expired'],
  transitions: [
    { from: null, to: 'asked', by: ['KW', 'TRI', 'CO_HUB', 'PER', 'SYS'], needs: 'who, what and why, in plain words' },
    { from: null, to: 'agreed', by: ['PER'], needs: 'said by themselves' },
    { from: null, to: 'declined', by: ['PER'], needs: 'said by themselves' },
    { from: 'asked', to: 'agreed', by: ['PER'], personSees: 'Who can see you is up to date.' },
    { from: 'asked', to: 'declined', by: ['PER'], personSees: 'Who can see you is up to date.' },
    { from: 'agreed', to: 'withdrawn', by: ['PER'], personSees: 'What stops now, and what was shared before.' },
    { from: 'agreed', to: 'expired', by: ['SYS'], personSees: 'Ask again?' },
    { from: 'declined', to: 'asked', by: ['PER', 'KW'], needs: 'not more often than they allow' },
    { from: 'withdrawn', to: 'asked', by: ['PER', 'KW'], needs: 'not more often than they allow' },
    { from: 'expired', to: 'asked', by: ['PER', 'KW'], needs: 'not more often than they allow' },
  ],
};

/** The flag that a state stands for. */
export const flagOf: Readonly<Record<ChoiceState, Flag>> = { asked: 'ask', agreed: 'use', declined: 'no', withdrawn: 'no', expired: 'ask' };

/** The steps of the table from where a choice stands to a flag, in order; null is a choice not yet made. */
export function stepsTo(from: ChoiceState | null, flag: Flag): readonly ChoiceState[] {
  if (from !== null && flagOf[from] === flag && from !== 'expired') return [];
  switch (flag) {
    case 'use':
      return from === null || from === 'asked' ? ['agreed'] : ['asked', 'agreed'];
    case 'ask':
      return from === 'agreed' ? ['withdrawn', 'asked'] : ['asked'];
    case 'no':
      return from === 'agreed' ? ['withdrawn'] : from === 'expired' ? ['asked', 'declined'] : ['declined'];
  }
}

export interface Question {
  readonly at: Date;
  /** The request whose answers would be used; null for a question of before that was kept. */
  readonly referralId: string | null;
  /** Who would read them and what was offered to the person; '' where `because` says it. */
  readonly team: string;
  readonly what: string;
  readonly because: string;
}

export interface SharingChoice {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly categories: readonly string[];
  readonly state: ChoiceState;
  /** Said by themselves; else nothing they chose. */
  readonly said: boolean;
  /** Somebody asked to use what they told, and waits for their answer. */
  readonly question: Question | null;
  /** They said yes for one request, until then. Null once that has ended. */
  readonly once: { readonly referralId: string; readonly until: Date } | null;
  readonly version: number;
  readonly createdAt: Date;
}

export const choiceForStaff: Readonly<Record<ChoiceState, string>> = {
  asked: 'Ask them first, before using what they told us',
  agreed: 'May use what they told us',
  declined: 'Does not use what they told us',
  withdrawn: 'Does not use what they told us: they took back their yes',
  expired: 'Their yes has ended: ask them',
};

/** The newest choice for each agency, by its name. */
export function newestOf(choices: readonly SharingChoice[]): SharingChoice[] {
  const newest = new Map<string, SharingChoice>();
  for (const choice of choices) {
    const known = newest.get(choice.organisation);
    // What they said themselves stands before what was only written for them.
    if (!known || (known.said === choice.said ? known.createdAt < choice.createdAt : choice.said)) newest.set(choice.organisation, choice);
  }
  return [...newest.values()].sort((a, b) => a.organisation.localeCompare(b.organisation, 'en-GB'));
}
