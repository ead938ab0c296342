// The words of each message, in the order in which they are tried: the first whose facts are all there and that is short enough is used.
// Plain words stand for phones and doors that others can see: a first name, never the service, a reason or a link. A place's blueprint may bring its own.
import type { AdvicePurpose, PersonPurpose, ReferrerPurpose } from '../model.ts';
import { english } from './message-texts/en.ts';

export interface MessageWords {
  /** Subject of an e-mail. */
  readonly subject: string;
  readonly body: readonly string[];
}
export interface PersonWords {
  readonly plain: MessageWords;
  readonly named: MessageWords;
}

const plain = (...body: readonly string[]): MessageWords => ({
  subject: 'For {name}',
  body: [...body, 'Hi {name}, can you get in touch when you have a moment?'],
});
const named = (...body: readonly string[]): MessageWords => ({
  subject: 'From {place}',
  body: [...body, 'Hi {name}, this is {place}. There is something new for you. Get in touch when you have a moment.'],
});

export const personWords: Readonly<Record<PersonPurpose, PersonWords>> = {
  receipt: {
    plain: plain(
      'Hi {name}, thank you for your message. You will hear back by {day}.',
      'Hi {name}, thank you for your message. You will hear back soon.',
    ),
    named: named(
      'Hi {name}, this is {place}. We have what you told us. You will hear from {team} by {day}. {link}',
      'Hi {name}, this is {place}. We have what you told us. You will hear from us by {day}.',
      'Hi {name}, this is {place}. We have what you told us. You will hear from us soon.',
    ),
  },
  question: {
    plain: plain('Hi {name}, it’s {worker}. Can you get in touch when you have a moment?'),
    named: named(
      'Hi {name}, {worker} at {place} has a question for you. We carry on meanwhile. {link}',
      'Hi {name}, {worker} at {place} has a question for you. We carry on meanwhile.',
    ),
  },
  unreachable: {
    plain: plain('Hi {name}, it’s {worker}. I tried to reach you. Write back when it suits you, there is no hurry.'),
    named: named('Hi {name}, this is {place}. We have tried to reach you. Call or write when you are ready. The door stays open.'),
  },
  decision: {
    plain: plain(
      'Hi {name}, it’s {worker}. There is news for you. You will hear from me by {day}.',
      'Hi {name}, there is news for you. You will hear more by {day}.',
    ),
    named: named(
      'Hi {name}, this is {place}. {words} {team} will be in touch by {day}.',
      'Hi {name}, this is {place}. {words}',
      'Hi {name}, {place} has an answer for you. {team} will be in touch by {day}. {link}',
      'Hi {name}, {place} has an answer for you. {team} will be in touch by {day}.',
      'Hi {name}, {place} has an answer for you. We will be in touch by {day}.',
    ),
  },
  offer_accepted: {
    plain: plain('Hi {name}, {worker} will be in touch with you by {day}.', 'Hi {name}, you will hear more by {day}.'),
    named: named(
      'Hi {name}, {worker} at {team} will contact you by {day}. {link}',
      'Hi {name}, {worker} at {team} will contact you by {day}.',
      'Hi {name}, {team} will contact you by {day}.',
    ),
  },
  offer_returned: {
    plain: plain('Hi {name}, this takes a little longer. You will hear back by {day}.'),
    named: named('Hi {name}, this is {place}. We are finding a better fit. You do not start again. You will hear by {day}.'),
  },
  appointment: {
    plain: plain(
      'Hi {name}, it’s {worker}. See you {day} at {time}. Reply YES if that is OK.',
      'Hi {name}, see you {day} at {time}. Reply YES if that is OK.',
    ),
    named: named(
      'Hi {name}, this is {worker} at {place}. See you {day} at {time}. Reply YES if that is OK. {link}',
      'Hi {name}, this is {worker} at {place}. See you {day} at {time}. Reply YES if that is OK.',
      'Hi {name}, this is {place}. See you {day} at {time}. Reply YES if that is OK.',
    ),
  },
  appointment_changed: {
    plain: plain(
      'Hi {name}, it’s {worker}. It is now {day} at {time}. Reply YES if that is OK.',
      'Hi {name}, it is now {day} at {time}. Reply YES if that is OK.',
    ),
    named: named('Hi {name}, this is {place}. Your appointment is now {day} at {time}. Reply YES if that is OK.'),
  },
  reminder: {
    plain: plain(
      'Hi {name}, it’s {worker}. Is {day} at {time} still OK? Reply YES or NO.',
      'Hi {name}, is {day} at {time} still OK? Reply YES or NO.',
    ),
    named: named(
      'Hi {name}, this is {worker} at {place}. Is {day} at {time} still OK? Reply YES or NO.',
      'Hi {name}, this is {place}. Is {day} at {time} still OK? Reply YES or NO.',
    ),
  },
  missed: {
    plain: plain(
      'Hi {name}, it’s {worker}. We missed you today. Are you all right? Another time or place is fine.',
      'Hi {name}, we missed you today. Another time or place is fine.',
    ),
    named: named(
      'Hi {name}, this is {worker} at {place}. We missed you. Are you all right? Another time or place is fine.',
      'Hi {name}, this is {place}. We missed you. Another time or place is fine.',
    ),
  },
  sign_in_link: {
    plain: { subject: 'For {name}', body: [] },
    named: { subject: 'Your link', body: ['Hi {name}, here is your link. It works once, for 20 minutes. {link}'] },
  },
  sign_in_code: {
    plain: { subject: 'For {name}', body: ['Hi {name}, your code is {code}. It works once, for 20 minutes.'] },
    named: { subject: 'Your code', body: ['Hi {name}, your code is {code}. It works once, for 20 minutes.'] },
  },
  measure: {
    plain: plain('Hi {name}, it’s {worker}. There is something to look at before {day}.'),
    named: named(
      'Hi {name}, this is {place}. A few questions before {day}, if you like. {link}',
      'Hi {name}, this is {place}. There are a few questions on your page, if you like.',
    ),
  },
  plan_shared: {
    plain: plain('Hi {name}, it’s {worker}. There is something new for you to read.', 'Hi {name}, there is something new for you to read.'),
    named: named(
      'Hi {name}, this is {place}. Your plan is ready to read. {link}',
      'Hi {name}, this is {place}. Your plan is ready to read.',
    ),
  },
  asked_to_use: {
    plain: plain('Hi {name}, it’s {worker}. There is something new for you to read.', 'Hi {name}, there is something new for you to read.'),
    named: named(
      'Hi {name}, this is {place}. Another service asks to use what you told us. You choose on your page. {link}',
      'Hi {name}, this is {place}. Another service asks to use what you told us. You choose on your page.',
    ),
  },
  welcome: {
    plain: plain(
      'Hi {name}, it’s {worker}. I look forward to meeting you {day}.',
      'Hi {name}, it’s {worker}. I look forward to meeting you.',
    ),
    named: named(
      'Hi {name}, this is {worker} at {team}. I look forward to meeting you {day}.',
      'Hi {name}, this is {worker} at {team}. I look forward to meeting you.',
    ),
  },
  paused: {
    plain: plain('Hi {name}, it’s {worker}. We pause until {day}. Write any time.', 'Hi {name}, we pause for now. Write any time.'),
    named: named('Hi {name}, this is {place}. Your support is paused until {day}. You can come back sooner.'),
  },
  ending: {
    plain: plain('Hi {name}, it’s {worker}. Thank you for the time together. You can write any time.'),
    named: named(
      'Hi {name}, this is {place}. Thank you for the time together. You can come back until {day} without starting again.',
      'Hi {name}, this is {place}. Thank you for the time together. You can come back any time.',
    ),
  },
  welcome_back: {
    plain: plain(
      'Hi {name}, good to hear from you. You will hear back by {day}.',
      'Hi {name}, good to hear from you. You will hear back soon.',
    ),
    named: named(
      'Hi {name}, this is {place}. Welcome back. We kept what you told us. You will hear from us by {day}.',
      'Hi {name}, this is {place}. Welcome back. We kept what you told us.',
    ),
  },
  withdrawn: {
    plain: plain('Hi {name}, that is fine. You can write any time.'),
    named: named('Hi {name}, this is {place}. That is fine. You can come back any time.'),
  },
};

/** Who comes along, where they chose it: said after any words of a message that names us. */
export const companyWords: ReadonlyMap<string, string> = new Map(Object.entries(english.company));

/** To whoever referred somebody or asked for advice: the number, never a name, a detail or whether anybody is known. */
export const referrerWords: Readonly<Record<ReferrerPurpose | AdvicePurpose, MessageWords>> = {
  advice_receipt: {
    subject: 'Question {number} has arrived',
    body: [
      'We have question {number}. A clinician of the {team} answers you by {day}. {link}',
      'We have question {number}. You will be answered. {link}',
    ],
  },
  advice_answered: {
    subject: 'Question {number}: your answer is there',
    body: ['{worker} has answered question {number}. The answer waits for you here. {link}', 'Question {number} has been answered. {link}'],
  },
  advice_link: {
    subject: 'Your link to what you asked',
    body: ['Here is your link. It works once, for 20 minutes. {link}'],
  },
  referrer_receipt: {
    subject: 'Referral {number} has arrived',
    body: [
      'We have referral {number}. {team} decides by {day} and tells you what was decided. {link}',
      'We have referral {number}. You will hear what was decided. {link}',
    ],
  },
  referrer_link: {
    subject: 'Your link to the referrals you sent',
    body: ['Here is your link. It works once, for 20 minutes. {link}'],
  },
  referrer_question: {
    subject: 'A question about referral {number}',
    body: [
      '{worker} has a question about referral {number}. An answer by {day} helps. We carry on meanwhile. {link}',
      'We have a question about referral {number}. We carry on meanwhile. {link}',
    ],
  },
  referrer_decision: {
    subject: 'Referral {number}: what was decided',
    body: [
      '{words}\n\nReferral {number}: {link}',
      'Referral {number} has been decided. The next step, its owner and its date are on your page. {link}',
    ],
  },
  referrer_accepted: {
    subject: 'Referral {number}: who takes it on',
    body: ['{team} has taken on referral {number}. They make contact by {day}. {link}', 'A team has taken on referral {number}. {link}'],
  },
  referrer_returned: {
    subject: 'Referral {number}: we look for a better fit',
    body: [
      'We are finding a better fit for referral {number}. It does not start again. You will hear by {day}. {link}',
      'We are finding a better fit for referral {number}. It does not start again. {link}',
    ],
  },
  referrer_closed: {
    subject: 'Referral {number}: support has begun',
    body: ['Support has begun for referral {number}. You have nothing more to do. {link}'],
  },
  referrer_unreachable: {
    subject: 'Referral {number}: we have not reached them yet',
    body: ['We have tried several times for referral {number} and could not reach them yet. If you know a safe way, tell us. {link}'],
  },
  referrer_withdrawn: {
    subject: 'Referral {number} was taken back',
    body: ['Referral {number} was taken back. The door stays open. {link}'],
  },
};

/** What a worker is asked to do when the message could not go: the start of a task's sentence. */
export const toTellThem: Readonly<Record<PersonPurpose, string>> = {
  receipt: 'Tell them that we have what they sent.',
  question: 'Ask them your question in person.',
  unreachable: 'Decide how to reach them next.',
  decision: 'Tell them what was decided.',
  offer_accepted: 'Tell them who will contact them and when.',
  offer_returned: 'Tell them that we are finding a better fit.',
  appointment: 'Tell them when the appointment is.',
  appointment_changed: 'Tell them that the appointment has moved.',
  reminder: 'Remind them of the appointment.',
  missed: 'Ask whether they are all right. We missed them.',
  sign_in_link: 'They asked for a link to their page. Give it to them in person.',
  sign_in_code: 'They asked for a code to their page. Give it to them in person.',
  measure: 'Offer the questions when you meet.',
  plan_shared: 'Show them their plan.',
  asked_to_use: 'Ask them whether an agency may use what they told us. It stands on their page.',
  welcome: 'Welcome them.',
  paused: 'Tell them that support is paused, and until when.',
  ending: 'Tell them how to come back.',
  welcome_back: 'They came back. Tell them that you have it, and by when they hear.',
  withdrawn: 'Tell them that the door stays open.',
};
