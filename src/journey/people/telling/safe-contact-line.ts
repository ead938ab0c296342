// How somebody may be reached, as the line that stands beside their name on every page and on paper. What is sent is decided in safe-contact.ts.
import { daysBetween, type LocalDate } from '../../../platform/clock.ts';
import type { ContactChannel, ContactPoint, ContactPreference, SafeContactWords } from '../model.ts';
import { partialDateInWords } from '../partial-date.ts';
import { standing } from './safe-contact.ts';

type Spoken = Pick<
  ContactPoint,
  | 'id'
  | 'channel'
  | 'value'
  | 'safeToUse'
  | 'shared'
  | 'voicemail'
  | 'nameToUse'
  | 'timesSafe'
  | 'timesNever'
  | 'checkedOn'
  | 'createdAt'
  | 'replacedAt'
  | 'doubtedAt'
>;

const channels: readonly ContactChannel[] = ['text', 'phone', 'email', 'post', 'in_person'];
const use: Readonly<Record<ContactChannel, string>> = {
  text: 'Text',
  phone: 'Call',
  email: 'E-mail',
  post: 'Write a letter',
  in_person: 'Meet in person',
};
const noUse: Readonly<Record<ContactChannel, string>> = {
  text: 'texts',
  phone: 'calls',
  email: 'e-mails',
  post: 'letters',
  in_person: 'visits',
};

/** Asked longer ago than this, it is time to ask again. */
const freshDays = 90;

const list = (things: readonly string[], last: 'or' | 'and'): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} ${last} ${things.at(-1)}`;
const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
const lower = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1);
const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

const speakFirst: SafeContactWords = {
  state: 'known',
  rule: 'Do not contact them yet. Speak first with whoever asked.',
  reason: 'They may not know that somebody asked for help for them.',
};

/** The line where a referral is read: of one they may not know of nothing is said to them, whatever else brings them here. */
export const safeContactAbout = (
  { mayNotKnow }: { readonly mayNotKnow: boolean },
  { safeContact }: { readonly safeContact?: SafeContactWords },
): SafeContactWords | { readonly state: 'never asked' } => (mayNotKnow ? speakFirst : (safeContact ?? { state: 'never asked' }));

/** `today` tells how long ago it was asked; without it that is left out. */
export function safeContactLine(points: readonly ContactPoint[], preference: ContactPreference, today?: LocalDate): SafeContactWords {
  if (preference.mayNotKnow) return speakFirst;
  const line = lineOf(points, preference, today);
  const unspoken = (preference.notToSpeakOf ?? []).map((number) => `R-${number}`);
  if (unspoken.length === 0) return line;
  const rule = `${sentence(line.rule)} Do not speak of ${list(unspoken, 'or')}: they may not know of ${unspoken.length > 1 ? 'them' : 'it'}.`;
  return { ...line, state: 'known', rule };
}

function lineOf(points: readonly ContactPoint[], preference: ContactPreference, today: LocalDate | undefined): SafeContactWords {
  const now: readonly Spoken[] = standing(points);
  if (preference.willContactUs)
    return { state: 'known', rule: 'They will contact us. Do not call or write first.', reason: 'They chose to get in touch themselves.' };
  const asked = now.filter((point) => point.safeToUse !== 'not_asked');
  if (asked.length === 0)
    return { state: 'never asked', rule: 'Ask before any contact', reason: 'Nobody has asked how it is safe to reach them.' };
  const of = (which: (point: Spoken) => boolean): ContactChannel[] =>
    channels.filter((channel) => asked.some((point) => point.channel === channel && which(point)));
  const doubted = asked.some((point) => point.doubtedAt !== null);
  const safe = of((point) => point.safeToUse === 'safe' && !point.doubtedAt);
  const askFirst = of((point) => point.safeToUse === 'ask_first').filter((channel) => !safe.includes(channel));
  const never = of((point) => point.safeToUse === 'not_safe').filter((channel) => !safe.includes(channel) && !askFirst.includes(channel));
  const last =
    asked
      .map((point) => point.checkedOn)
      .sort()
      .at(-1) ?? '';
  const askedOn = `Asked ${partialDateInWords(last)}.`;
  if (safe.length === 0 && askFirst.length === 0)
    return doubted
      ? {
          state: 'known',
          rule: 'Ask which details to use before any contact.',
          reason: `Newer details say something else, or a try went wrong. ${askedOn}`,
        }
      : { state: 'nothing safe', rule: 'Only on their page', reason: `They said that no other way is safe. ${askedOn}` };

  const usable = asked.filter((point) => point.safeToUse === 'safe' && !point.doubtedAt);
  const rule = [
    ...(safe.length > 0
      ? [
          `${list(
            safe.map((channel, at) => (at === 0 ? use[channel] : lower(use[channel]))),
            'or',
          )}.`,
        ]
      : []),
    ...(askFirst.length > 0
      ? [
          `Ask before ${list(
            askFirst.map((channel) => noUse[channel]),
            'and',
          )}.`,
        ]
      : []),
    ...(never.length > 0
      ? [
          `No ${list(
            never.map((channel) => noUse[channel]),
            'or',
          )}.`,
        ]
      : []),
    ...(safe.includes('phone') && !usable.some((point) => point.channel === 'phone' && point.voicemail) ? ['No voicemail.'] : []),
    ...[...new Set(usable.map((point) => point.timesNever.trim()).filter(Boolean))].map((times) =>
      sentence(`Never ${lower(times.replace(/^never\s+/i, ''))}`),
    ),
    ...[...new Set(usable.map((point) => point.timesSafe.trim()).filter(Boolean))].map((times) => sentence(`Best ${lower(times)}`)),
    ...(usable.some((point) => point.shared !== 'no') ? ['Do not say who we are.'] : []),
  ].join(' ');
  const names = [...new Set(usable.map((point) => point.nameToUse.trim()).filter(Boolean))];
  const reason = [
    ...(usable.some((point) => point.shared === 'yes') ? ['Someone else could see or hear it.'] : []),
    ...(usable.some((point) => point.shared === 'not_sure') ? ['They are not sure who else could see it.'] : []),
    ...(names.length > 0 ? [`Use the name ${list(names, 'or')}.`] : []),
    ...(doubted ? ['Some came into doubt: ask which to use.'] : []),
    capital(askedOn),
  ].join(' ');
  const age = today === undefined ? 0 : daysBetween(last, today);
  return { state: 'known', rule, reason, ...(age > freshDays ? { outOfDate: `Asked ${age} days ago. Ask again.` } : {}) };
}
