// Easy Read of opening one’s own page: a text of its own, one idea a sentence. Each stands in place of the English of the same key.
import type { Approved } from '../../../../platform/language/catalogue.ts';

export const easyWords: Approved = new Map([
  ['sign-in.ask.hint', 'We send you a message. It has a link or a code.'],
  ['sign-in.ask.closed', 'Your page closed. This keeps it private. We kept what you wrote.'],
  ['sign-in.ask.label', 'Your phone number or email'],
  ['sign-in.ask.about', 'Use the one you gave us.'],
  ['sign-in.ask.send', 'Send it'],
  ['sign-in.ask.haveCode', 'I have a code from you'],
  ['sign-in.ask.haveDoorCode', 'I have a code from when I asked for help'],
  ['sign-in.ask.empty', 'Type your phone number or your email.'],
  ['sign-in.code.title', 'Type your code'],
  ['sign-in.code.hint', 'We sent you a message, if that is OK. Did you get a link? Press the link.'],
  ['sign-in.code.about', 'The code has 6 letters and numbers.'],
  ['sign-in.code.nothing', 'No message? Ask the person who helps you.'],
  ['sign-in.code.empty', 'Type the code.'],
  ['sign-in.code.seen', 'Could someone else see the message?'],
  ['sign-in.code.why', 'Then tell us when you were born. This keeps your page private.'],
  ['sign-in.code.bornHint', 'Only the year is fine.'],
  ['sign-in.code.wrong', 'That did not work. Look at the code again. Could someone else see the message? Then tell us when you were born.'],
  ['sign-in.link.hint', 'Is anyone with you? Are they allowed to see it?'],
  ['sign-in.gone.title', 'This link does not work now'],
  ['sign-in.gone.hint', 'A link works 1 time.'],
  ['sign-in.gone.another', 'Send me a new link'],
]);
