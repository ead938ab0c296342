// What somebody says about one way to reach them, each time they are asked: what was typed, what is kept, and one line that says it. Pure.
import type { ContactChannel, ContactPoint, NewContactPoint, SafeToUse, Shared } from '../people/model.ts';

/** Ways that have a number or an address of their own. */
export const ways = ['text', 'phone', 'email', 'post'] as const satisfies readonly ContactChannel[];
export type Way = (typeof ways)[number];
export const isWay = (channel: string): channel is Way => ways.some((one) => one === channel);

export const safeAnswers = ['safe', 'ask_first', 'not_safe'] as const satisfies readonly SafeToUse[];
export const sharedAnswers = ['yes', 'not_sure', 'no'] as const satisfies readonly Shared[];

/** As it was typed, by the name of its field. */
export interface Said {
  readonly safe: (typeof safeAnswers)[number];
  readonly shared: (typeof sharedAnswers)[number];
  readonly links: '' | 'yes' | 'no';
  readonly voicemail: '' | 'yes';
  readonly name: string;
  readonly times_safe: string;
  readonly times_never: string;
}

/** Which questions a way is asked: a letter leaves no voicemail, and no link goes to a telephone that only rings. */
export const takesLinks = (way: Way): boolean => way === 'text' || way === 'email';
export const takesVoicemail = (way: Way): boolean => way === 'phone';

/** What is kept. We name ourselves, link and leave a voicemail only where it is safe and nobody else sees or hears it (S3.3). */
export function pointOf(channel: Way, value: string, typed: Said): NewContactPoint {
  const theirsAlone = typed.shared === 'no';
  const open = theirsAlone && typed.safe === 'safe';
  return {
    channel,
    value,
    safeToUse: typed.safe,
    shared: typed.shared,
    mayNameService: theirsAlone,
    maySendLinks: open && typed.links === 'yes' && takesLinks(channel),
    voicemail: open && typed.voicemail === 'yes' && takesVoicemail(channel),
    nameToUse: typed.name,
    timesSafe: typed.times_safe,
    timesNever: typed.times_never,
  };
}

/** What stands, as the form shows it; empty for what was never asked. */
export const typedOf = (point: ContactPoint): Readonly<Record<keyof Said, string>> => ({
  safe: safeAnswers.some((one) => one === point.safeToUse) ? point.safeToUse : '',
  shared: sharedAnswers.some((one) => one === point.shared) ? point.shared : '',
  links: takesLinks(isWay(point.channel) ? point.channel : 'post') && point.shared === 'no' ? (point.maySendLinks ? 'yes' : 'no') : '',
  voicemail: point.voicemail ? 'yes' : '',
  name: point.nameToUse,
  times_safe: point.timesSafe,
  times_never: point.timesNever,
});
