// What staff read while somebody speaks to them: the questions to ask aloud, and what to do with the answers.
import type { CallSection, SpokenDoor } from './calling.ts';
import type { Choosable } from './professional-questions.ts';
import { professionalWords, referFaults } from './professional-texts.ts';
import type { AskedWords } from './texts.ts';

export const call = {
  title: 'Take a call',
  lead: 'Ask in any order and write their own words. Three things are needed: how they came, who speaks, and what is happening.',
  door: 'How they came',
  doors: {
    phone: 'By phone',
    walk_in: 'They walked in',
    cafe: 'At the café',
    other: 'On paper, or another way',
  } satisfies Readonly<Record<SpokenDoor, string>>,
  speaking: 'Who is speaking?',
  speakers: { person: 'The person themselves', helper: 'Somebody who is helping them' },
  sections: {
    happening: 'What is happening',
    safe: 'Are they safe right now?',
    wants: 'What would help',
    who: 'Who they are',
    reach: 'How it is safe to reach them',
    helper: 'Who is helping them',
    needs: 'What else we should know',
  } satisfies Readonly<Record<CallSection, string>>,
  helperHint: 'Only when somebody speaks for them.',
  linkShows: 'What their phone would show when they ask for the link. Read it to them:',
  readOut: 'Read these out if they are not safe, and stay with them',
  readOutWhy: 'If a life is in danger, call 999 yourself and keep talking. Send this page afterwards.',
  send: (team: string): string => `Send to the ${team}`,
  sentTitle: (number: number): string => `Referral ${number} is with the team`,
  sentSay: (number: number, day: string, team: string): string =>
    `Say: “Your number is ${number}. The ${team} decides by ${day}, and nobody will ask you all of this again.”`,
  open: 'Read it now',
  another: 'Take another call',
  draftKept: 'Saved as you type. It is yours alone until you send it.',
} as const;

const { domestic_abuse, children_at_home, agencies_involved, previous_talking_therapies } = professionalWords;

/** Never read out as a list: written down where somebody speaks of it. */
export const heardOnCall: Readonly<Record<Choosable, AskedWords>> = {
  domestic_abuse: {
    ...domestic_abuse,
    label: 'Abuse at home, if they speak of it',
    hint: 'Ask only when nobody can overhear. Then ask below how it is safe to reach them.',
  },
  children_at_home: { ...children_at_home, label: 'Children living at home, if they say' },
  agencies_involved: { ...agencies_involved, label: 'How many services help already, if they say', hint: 'Without us.' },
  previous_talking_therapies: { ...previous_talking_therapies, label: 'Talking therapies before, if they say' },
};

export const callFaults = {
  ...referFaults,
  needDoor: 'Say how they came.',
  needSpeaking: 'Say who is speaking.',
  needHappening: 'Write at least one thing that is happening.',
  needOwnName: 'Write the name of whoever is helping them.',
} as const;
