// What people at work read when they ask for advice, and clinicians when they answer. English only: these are pages of people at work.
import type { ProfessionalCode } from '../professional-questions.ts';
import type { AskedWords } from '../texts.ts';
import type { AskingSection } from './questions.ts';

export const askingWords: Readonly<Partial<Record<ProfessionalCode, AskedWords>>> & {
  readonly given: (who: string, answer: string) => string;
} = {
  why_now: {
    label: 'What would you like advice about?',
    hint: 'Leave out names, dates of birth and numbers. What you see, what changed, what you think of doing.',
  },
  referrer_email: { label: 'Your work email', hint: 'The answer waits behind a link that we send here.' },
  given: (who, answer) => `Advice from ${who}:\n${answer}`,
};

export const askingFaults = {
  needQuestion: 'Write what you would like advice about.',
  namesSomebody: 'There is an NHS number in this. Take it out, or refer the person instead.',
} as const;

export const asking = {
  title: 'Ask for advice',
  lead: (team: string, day: string): string =>
    `A clinician of the ${team} answers you by name, by ${day}. It is not a referral: nobody is named and no record is made.`,
  refer: 'Should somebody be seen?',
  referInstead: 'Refer them instead',
  sections: {
    question: 'Your question',
    safety: 'Safety',
    others: 'Others involved',
    you: 'You',
  } satisfies Readonly<Record<AskingSection, string>>,
  send: (team: string): string => `Ask the ${team}`,
  receivedTitle: (number: number): string => `Question ${number} has arrived`,
  receivedLead: (team: string, day: string): string => `A clinician of the ${team} answers by ${day}.`,
  receivedLink: 'We have sent a link to your email. It opens the answer as soon as there is one.',
  another: 'Ask something else',
} as const;

export const asked = {
  list: 'Advice you asked for',
  unread: (who: string, number: number): string => `${who} has answered your question ${number}.`,
  readIt: 'Read the answer',
  question: 'Question',
  what: 'What you asked',
  when: 'Asked',
  stands: 'Where it stands',
  waiting: (team: string, day: string): string => `With the ${team}. A clinician answers by ${day}.`,
  taken: (who: string, day: string): string => `${who} answers by ${day}.`,
  answered: (who: string, day: string): string => `${who} answered on ${day}.`,
  referred: 'It became a referral.',
  answer: (who: string): string => `Advice from ${who}`,
  referNow: 'They would like to see the person. Refer them: what you wrote is filled in already.',
  refer: 'Make this a referral',
  referKeeps: 'What you wrote is filled in. You add who it is.',
  toReferral: 'See the referral',
  safety: 'What you know about safety',
  tried: 'Who is involved, and what has been tried',
} as const;

export const answering = {
  title: 'Advice',
  lead: 'Questions of people at work who help somebody and want to know how. Nobody is named, and no record is opened.',
  none: 'Nobody waits for advice. New questions appear here by themselves.',
  waiting: 'Waiting for an answer',
  lately: 'Answered lately',
  question: 'Question',
  who: 'Who asks',
  by: 'Answer by',
  whose: 'Who answers',
  nobody: 'Nobody yet',
  late: (day: string): string => `${day}, past its day`,
  answered: 'Answered',
  read: 'Read',
  unread: 'Not opened yet',
  one: (number: number): string => `Question ${number}`,
  asks: (who: string, day: string): string => `${who} asks. Answer by ${day}.`,
  wasAsked: (who: string): string => `${who} asked.`,
  safety: 'What they know about safety',
  noneKnown: 'They have thought about it and know of nothing',
  tried: 'Who is involved, and what has been tried',
  phone: 'Reaches them directly',
  take: 'I will answer this',
  takenBy: (who: string): string => `${who} said they will answer. You still can.`,
  takenByYou: 'You said that you will answer. They can see your name.',
  answer: 'Your answer',
  answerWords: 'What would you do?',
  answerOf: (who: string): string => `${who} answered`,
  askedToRefer: 'They were asked to refer.',
  answerHint: 'And why, what to look out for, and when to come back. It goes out under your name.',
  next: 'And then?',
  choices: { advice: 'This is advice, and they carry on', refer: 'Please refer: we would like to see the person' },
  consequence: 'They get a button that fills in a referral with what they wrote',
  send: 'Send the answer',
  told: (who: string): string => `${who} is told that there is an answer. The words themselves stay on their page.`,
  sent: 'Sent. They are told that there is an answer.',
  took: 'They can see that you will answer.',
  referred: 'They made a referral of it.',
  needAnswer: 'Write your answer.',
  needNext: 'Say whether they carry on or refer.',
} as const;
