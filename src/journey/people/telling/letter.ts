// A letter in words of its own (S3.6): a greeting, what it is for, how to answer by telephone or in person, and a close. It holds no link of ours, and no
// code or reply that needs a phone. Where others may open it, it says no more than a text would (S3.3). What stands on its envelope is in envelope.ts. Pure.
import { nothingApproved } from '../../../platform/language/catalogue.ts';
import { dayIn, timeIn } from '../../../platform/language/moments.ts';
import { filled, givesAway, type OwnLanguage, type Reader, type Sentence, sentence } from './own-language.ts';
import { type ForPerson, greetingName, holdsLink, notPlain, plainFacts, type Setting } from './wording.ts';

export interface LetterSetting extends Pick<Setting, 'place' | 'names'> {
  /** To ring: gives nothing away wherever it is read. */
  readonly number: string;
}

const forPhonesOnly = new Set<string>(['sign_in_link', 'sign_in_code']);
const meets = new Set<string>(['appointment', 'appointment_changed', 'reminder']);

interface Part {
  /** '' for words that nobody needs to review: names, and what was written for them. */
  readonly key: string;
  readonly text: string;
}

/** Null where no words are safe on paper, so that a worker gets a task instead. */
export function writeLetter(
  message: ForPerson,
  setting: LetterSetting,
  reader: Reader | { readonly language: 'en'; readonly now: Date },
): OwnLanguage | null {
  const { facts, purpose, wording } = message;
  if (forPhonesOnly.has(purpose)) return null;
  const { language } = reader;
  const asReader = { approved: nothingApproved, ...reader };
  const named = wording === 'named';
  const told = named ? { ...facts, name: message.name || undefined } : plainFacts(message, setting);
  const known = {
    ...told,
    number: setting.number,
    day: told.day && dayIn(told.day, language, reader.now),
    time: told.time && timeIn(told.time, language),
  };
  const first = (...choices: readonly (Sentence | null)[]): Part[] => {
    for (const one of choices) {
      const text = filled(one, known, asReader);
      if (one && text !== null) return [{ key: one.key, text }];
    }
    return [];
  };
  const of = (...path: readonly string[]): Sentence | null => sentence(asReader, ...path);
  const onPaper = (words: string | undefined): words is string => Boolean(words) && (message.mayLink || !holdsLink(words ?? ''));
  const writtenForThem =
    named && language === 'en' && purpose === 'decision' && onPaper(facts.words) ? [{ key: '', text: facts.words }] : [];
  const hello = first(of('letter', 'hello', 'named'), of('letter', 'hello', 'anyone'));
  const why =
    writtenForThem.length > 0 ? writtenForThem : first(of('letter', purpose, wording), of(purpose, wording), of('anything', wording));
  const answer = first(of('letter', 'answer', 'plain'));
  if (hello.length === 0 || why.length === 0 || answer.length === 0) return null;
  const where = named && meets.has(purpose) && onPaper(facts.place) ? first(of('letter', 'where', 'named')) : [];
  const company = named && facts.company ? first(of('company', facts.company)) : [];
  const close = first(of('letter', 'close', 'plain'));
  const signed = named ? [facts.worker, facts.team, setting.place] : [greetingName(told.worker ?? '', '', '')];
  const parts = [hello, why, where, company, answer, close];
  // Who writes stands under the close, in its paragraph, so that it runs the way their language does.
  const body = [
    parts
      .flat()
      .map(({ text }) => text)
      .join('\n\n'),
    ...signed.filter(Boolean),
  ].join('\n');
  const safe = named
    ? onPaper(body)
    : language === 'en'
      ? notPlain(body, setting.names) === null
      : !givesAway(body, setting.names, language);
  const reviewed = parts.flat().every(({ key }) => key === '' || asReader.approved.has(key));
  return safe ? { subject: '', body, reviewed } : null;
}
