// A message in the language its reader chose, from whole sentences: who writes, then what for. Until somebody who reads the language has approved those
// sentences, the English follows them. Pure.
import { type Approved, fill, holesIn } from '../../../platform/language/catalogue.ts';
import type { Language, Translated } from '../../../platform/language/languages.ts';
import { dayIn, timeIn } from '../../../platform/language/moments.ts';
import type { PersonPurpose } from '../model.ts';
import { messageCatalogue } from './message-texts.ts';
import { type ForPerson, holdsLink, notPlain, plainFacts, type Setting, type Written } from './wording.ts';

export interface Reader {
  readonly language: Translated;
  readonly approved: Approved;
  readonly now: Date;
}

/** Words that would say, in each language, why a message was sent. Beginnings of words. */
const reasons: Readonly<Record<Translated, RegExp>> = {
  cy: /(?<!\p{L})(iechyd|meddwl|cymorth|apwyntiad|gwasanaeth|cynllun|triniaeth|meddyg|therapi|cwnsela)/iu,
  pl: /(?<!\p{L})(zdrow|psych|terap|wsparci|wizyt|usług|lekarz|poradni|skierowan|plan|leczen)/iu,
  so: /(?<!\p{L})(caafimaad|maskax|ballan|taageer|adeeg|qorshe|dhakhtar|daaweyn)/iu,
  ur: /(صحت|ذہنی|علاج|ڈاکٹر|ملاقات|خدمات|منصوب|ہسپتال|مدد)/u,
  ar: /(صحة|صحت|نفسي|علاج|موعد|خدمة|خدمات|الدعم|دعم|طبيب|مستشف|خطة|خطت)/u,
};

/** Why these words may not stand where somebody else can see them, or null. */
export const givesAway = (words: string, names: readonly string[], language: Translated): boolean =>
  notPlain(words, names) !== null || reasons[language].test(words);

export interface Sentence {
  readonly key: string;
  readonly words: string;
}

const branch = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined; // looked into, never trusted

type InAnyLanguage = Pick<Reader, 'approved'> & { readonly language: Language };

/** The sentence at this path of the catalogue, such as 'receipt', 'plain'; null where there is none. */
export function sentence({ language, approved }: InAnyLanguage, ...path: readonly string[]): Sentence | null {
  const whole: unknown = language === 'en' ? messageCatalogue.english : messageCatalogue.translations[language];
  const ours = path.reduce(branch, whole);
  const key = ['message', ...path].join('.');
  return typeof ours === 'string' ? { key, words: approved.get(key) ?? ours } : null;
}

type Known = Readonly<Record<string, string | undefined>>;

/** Null where a fact it needs is not known. */
export const filled = (one: Sentence | null, facts: Known, { language }: InAnyLanguage): string | null =>
  one && holesIn(one.words).every((hole) => facts[hole]) ? fill(one.words, facts, language) : null;

export interface OwnLanguage extends Written {
  /** Every sentence of it was approved by somebody who reads the language. */
  readonly reviewed: boolean;
}

const together = (parts: readonly { readonly text: string }[]): string => parts.map(({ text }) => text).join(' ');

/** The message in the reader’s language; null where its words would not be safe, so that only the English is left. */
export function writeInLanguage(message: ForPerson, setting: Setting, reader: Reader): OwnLanguage | null {
  const { facts, name, wording } = message;
  const named = wording === 'named';
  const told: Known = named ? { ...facts, name, place: setting.place } : plainFacts(message, setting);
  const known: Known = {
    ...told,
    day: told.day && dayIn(told.day, reader.language, reader.now),
    time: told.time && timeIn(told.time, reader.language),
    link: named && message.mayLink && facts.path ? `${setting.publicUrl}${facts.path}` : undefined,
  };
  const first = (...choices: readonly (Sentence | null)[]): { readonly key: string; readonly text: string } | null => {
    for (const one of choices) {
      const text = filled(one, known, reader);
      if (one && text !== null) return { key: one.key, text };
    }
    return null;
  };
  const of = (group: PersonPurpose | 'hello' | 'subject' | 'anything' | 'company', which: string): Sentence | null =>
    sentence(reader, group, which);
  const hello = named
    ? first(of('hello', 'place'), of('hello', 'placeToAnyone'))
    : first(of('hello', 'worker'), of('hello', 'workerToAnyone'), of('hello', 'named'), of('hello', 'anyone'));
  const asksForDoor = message.purpose === 'sign_in_link' || message.purpose === 'sign_in_code';
  const body = first(of(message.purpose, wording), asksForDoor ? null : of('anything', wording));
  const subject = named ? first(of('subject', 'named')) : first(of('subject', 'plain'), of('subject', 'plainToAnyone'));
  if (!hello || !body || !subject) return null;
  // Who comes along is said where there is room.
  const company = named && facts.company ? first(of('company', facts.company)) : null;
  const fits = [
    [hello, body, ...(company ? [company] : [])],
    [hello, body],
  ].find((parts) => [...together(parts)].length <= setting.longest);
  if (!fits) return null;
  const said = { subject: subject.text, body: together(fits) };
  const safe = named
    ? message.mayLink || !holdsLink(said.body)
    : !givesAway(`${said.subject} ${said.body}`, setting.names, reader.language);
  return safe ? { ...said, reviewed: [...fits, subject].every(({ key }) => reader.approved.has(key)) } : null;
}

/** What is sent: their language first, then the English while nobody has approved theirs, or where the English holds words written for them alone. */
export function inBothTongues(english: Written, own: OwnLanguage | null, writtenForThem: boolean): Written {
  if (!own) return english;
  return own.reviewed && !writtenForThem
    ? { subject: own.subject, body: own.body }
    : { subject: own.subject, body: `${own.body}\n\n${english.body}` };
}
