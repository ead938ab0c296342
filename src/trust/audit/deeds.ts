// What an audit entry says was done, in the past tense, for people to read. Rooms name what they do by a code or by the words themselves. Pure.

import { english } from './texts/en.ts';
import type { SeenTexts } from './texts.ts';

type Deed = keyof typeof english.deeds;
const isDeed = (key: string): key is Deed => Object.hasOwn(english.deeds, key);

/** The name of a kind among the texts: 'day.read' → 'day_read', 'opened their own page' → 'opened_their_own_page'. */
const keyOf = (kind: string): string => kind.toLowerCase().replaceAll(/[^a-z]+/g, '_');

/** What a deed is about, which is the reader’s own where they are the person. */
const aboutThem = /\bthe (record|name|referral|plan|answers|request for help)\b/g;

/**
 * 'read the referral'; to the person it is about, 'read your referral'. Said to whoever did it, what is theirs is yours. A code that nobody put into words
 * opened the record, which is what matters.
 */
export function deedOf(kind: string, { own = false, toThePerson = false } = {}): string {
  const key = keyOf(kind);
  const deed = isDeed(key) ? english.deeds[key] : isCode(kind) ? english.deeds.record_opened : kind;
  const theirs = own || toThePerson ? deed.replaceAll(aboutThem, 'your $1') : deed;
  return own ? theirs.replaceAll(/\btheir\b/g, 'your').replaceAll(/\bthey\b/g, 'you') : theirs;
}

/** Lists of many people in which somebody’s name stood: seen in passing, several times a day. */
const lists: readonly string[] = [
  'day.read',
  'triage.queue',
  'offer.list',
  'decision.countersign-list',
  'safeguarding.list',
  'sharing.list',
  'looked at what is off track',
];
const listKeys: ReadonlySet<string> = new Set(lists.map(keyOf));
export const isList = (kind: string): boolean => listKeys.has(keyOf(kind));

/** The same in another language, as a name of what was done that fits whoever did it. */
export function deedIn(kind: string, { deeds }: SeenTexts): string {
  const key = keyOf(kind);
  return deeds[isDeed(key) ? key : 'record_opened'];
}

const isCode = (kind: string): boolean => /^[a-z_]+(\.[a-z_]+)+$/.test(kind);

/** Whether a kind that a room names is said in words, in every language. */
export const isSaid = (kind: string): boolean => isDeed(keyOf(kind));
