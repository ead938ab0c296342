// Easy Read of how we reach somebody: a text of its own, one idea a sentence. Each stands in place of the English of the same key.
import type { Approved } from '../../../platform/language/catalogue.ts';

export const easyWords: Approved = new Map([
  ['contact.title', 'How we talk to you'],
  ['contact.lead', 'You choose. You can change it any time. We will not send a message about it.'],
  ['contact.none', 'We do not have your phone number or address.'],
  ['contact.another', 'Do you have a new phone number? Tell the person who helps you.'],
  ['contact.asked.safe', 'Can we use this safely?'],
  ['contact.asked.shared', 'Can someone else see it or hear it?'],
  ['contact.asked.sharedHint', 'If yes, we do not say who we are.'],
  ['contact.asked.links', 'Can we send you a link to your page?'],
  ['contact.asked.linksHint', 'If someone else can see it, we send a code.'],
  ['contact.asked.voicemail', 'You can leave me a voice message'],
  ['contact.asked.name', 'What name should we say?'],
  ['contact.asked.nameHint', 'You can leave this empty.'],
  ['contact.asked.timesSafe', 'Good times'],
  ['contact.asked.timesNever', 'Bad times'],
  ['contact.asked.keep', 'Save this'],
  ['contact.shows.plain', 'If someone else can see your phone, it shows this'],
  ['contact.shows.named', 'If only you see your phone, it shows this'],
  ['contact.shows.link', 'If you ask for a link, it shows this'],
  ['contact.kept.title', 'Thank you. We will do it this way'],
  ['contact.kept.detail', 'We did not send a message about it.'],
]);
