// What a reviewer may do with a translated text: which words can stand for it, where it is read, and how far a language has come. Pure.
import { givesAway } from '../../journey/people/telling/own-language.ts';
import { holesIn } from '../../platform/language/catalogue.ts';
import { languageFacts, languages, type Translated } from '../../platform/language/languages.ts';
import type { Fault } from '../../platform/problem.ts';
import type { TranslatedText } from './catalogues.ts';

export const translated = languages.filter((one): one is Translated => one !== 'en');
export const isTranslated = (value: string): value is Translated => translated.some((one) => one === value);

/** Where a text is read, by the beginning of its key; the first that fits. */
const places: readonly { readonly begins: string; readonly where: string; readonly href?: string }[] = [
  { begins: 'door.self.questions.', where: 'A question about themselves', href: '/q/1' },
  { begins: 'door.other.questions.', where: 'A question about someone else', href: '/start/other' },
  { begins: 'door.self.pages.now', where: 'Help now' },
  { begins: 'door.self.', where: 'The six questions', href: '/q/1' },
  { begins: 'door.other.', where: 'The six questions, about someone else', href: '/start/other' },
  { begins: 'door.startOther.', where: 'First page, for someone else', href: '/start/other' },
  { begins: 'door.start.', where: 'First page', href: '/start' },
  { begins: 'door.hideVisit.', where: 'How to hide this visit', href: '/hide-visit' },
  { begins: 'door.now.', where: 'Help now' },
  { begins: 'door.help.', where: 'Lines that help now', href: '/start' },
  { begins: 'door.preview.', where: 'What a phone would show', href: '/q/4' },
  { begins: 'door.check.', where: 'Check your answers' },
  { begins: 'door.done.', where: 'After sending' },
  { begins: 'door.status.', where: 'Where it stands' },
  { begins: 'door.back.', where: 'Coming back with a code', href: '/back' },
  { begins: 'door.faults.', where: 'What needs putting right' },
  { begins: 'door.', where: 'Asking for help', href: '/start' },
  { begins: 'design.', where: 'Round every page', href: '/start' },
  { begins: 'sign-in.', where: 'Opening one’s own page', href: '/me/sign-in' },
  { begins: 'contact.', where: 'How we reach them', href: '/me/contact' },
  { begins: 'coming.', where: 'What makes coming easier', href: '/me/coming' },
  { begins: 'seen.looked.', where: 'Who opened their record', href: '/me/looked' },
  { begins: 'seen.deeds.', where: 'Who opened their record', href: '/me/looked' },
  { begins: 'seen.restrict.', where: 'If they know people here', href: '/me/restrict' },
  { begins: 'seen.asked.', where: 'Who asked for them', href: '/me/asked' },
  { begins: 'seen.', where: 'Who can see their record', href: '/me/access' },
  { begins: 'sharing.', where: 'Who may use what they told', href: '/me/sharing' },
  { begins: 'own.plan.', where: 'A person’s plan', href: '/me/plan' },
  { begins: 'own.', where: 'A person’s own page', href: '/me' },
  { begins: 'directory.library.', where: 'Texts to read and try', href: '/library' },
  { begins: 'directory.', where: 'Places and services', href: '/help' },
  { begins: 'how.', where: 'How it works', href: '/how-it-works' },
  { begins: 'consulting.told.', where: 'Messages' },
  { begins: 'consulting.', where: 'Have your say', href: '/have-your-say' },
  { begins: 'message.', where: 'Messages' },
  { begins: 'problem.', where: 'When something goes wrong' },
];

/** The page on which a text stands, in words, and its address where it has one of its own. */
export const whereRead = (key: string): { readonly where: string; readonly href?: string } =>
  places.find(({ begins }) => key.startsWith(begins)) ?? { where: 'A page for people' };

/** The parts into which a language's texts are divided for whoever works through them. */
export const parts = [
  { code: 'all', name: 'All', begins: '' },
  { code: 'door', name: 'Asking for help', begins: 'door.' },
  { code: 'frame', name: 'Round every page', begins: 'design.' },
  { code: 'sign-in', name: 'Signing in', begins: 'sign-in.' },
  { code: 'own', name: 'Own page', begins: ['own.', 'seen.', 'contact.', 'coming.', 'sharing.'] },
  { code: 'directory', name: 'Places and services', begins: 'directory.' },
  { code: 'how', name: 'How it works', begins: 'how.' },
  { code: 'consulting', name: 'Have your say', begins: 'consulting.' },
  { code: 'message', name: 'Messages', begins: 'message.' },
  { code: 'problem', name: 'Problems', begins: 'problem.' },
] as const;
export type Part = (typeof parts)[number]['code'];
export const inPart = (key: string, part: Part): boolean =>
  [parts.find(({ code }) => code === part)?.begins ?? ''].flat().some((begins) => key.startsWith(begins));

/** A form of the plural says a number or a word for it. */
const isForm = (key: string): boolean => /\.(zero|one|two|few|many|other)$/.test(key);

const listed = (holes: readonly string[]): string => holes.map((hole) => `{${hole}}`).join(', ');

/** Signs that cannot be seen and turn or hide what stands round them; the isolates that our own texts use may stand in pairs. */
function hidesSomething(words: string): boolean {
  if (/[\p{Cc}\u200b\u202a-\u202e\u2060\ufeff\u{e0000}-\u{e007f}]/u.test(words)) return true;
  let open = 0;
  for (const sign of words) {
    if (/[\u2066-\u2068]/.test(sign)) open++;
    if (sign === '\u2069' && --open < 0) return true;
  }
  return open !== 0;
}

/** Most characters: a button or label must stay readable on a small phone. */
export const longestFor = (english: string): number => Math.max(40, english.length * 3);

/** Why these words cannot stand for the text; none when they can. `names` are those that a plain message may not hold. */
export function faultsOfWords(text: TranslatedText, words: string, language: Translated, names: readonly string[]): Fault[] {
  const fault = (message: string): Fault[] => [{ field: 'words', message }];
  if (words.trim() === '') return fault('Write the words, or approve the ones that stand there.');
  if (hidesSomething(words)) return fault('The words hold a sign that cannot be seen. Type them again instead of pasting.');
  const wanted = holesIn(text.english);
  const given = holesIn(words);
  const missing = wanted.filter((hole) => !given.includes(hole) && !(hole === 'count' && isForm(text.key)));
  const foreign = given.filter((hole) => !wanted.includes(hole));
  if (missing.length > 0) return fault(`Keep ${listed(missing)} just as it is in English. The page fills it in.`);
  if (foreign.length > 0) return fault(`Take out ${listed(foreign)}. Nothing fills it in here.`);
  if (words.replaceAll(/\{\w+\}/g, '').match(/[{}]/))
    return fault('A curly bracket stands alone. Write places to fill as in English, such as {team}.');
  if (words.length > longestFor(text.english)) return fault(`Make it shorter: up to ${longestFor(text.english)} characters.`);
  if (/^message\..*\.plain$/.test(text.key) && givesAway(words, names, language))
    return fault('Someone else may see this message. It may not name a service, a reason or a link.');
  return [];
}

export type Standing = 'approved' | 'suggested' | 'to check';

export interface Said {
  readonly key: string;
  readonly english: string;
  readonly words: string;
  readonly kind: 'suggested' | 'approved';
}

/** Where a text stands, from what was said of it, the newest first: an approval counts while the English is what was approved. */
export function standingOf(
  text: TranslatedText,
  said: readonly Said[],
): { readonly standing: Standing; readonly words: string; readonly suggested: string | null } {
  const approved = said.find(({ kind, english }) => kind === 'approved' && english === text.english);
  const newest = said[0];
  const suggested = newest?.kind === 'suggested' && newest.english === text.english ? newest.words : null;
  const lapsed = said.find(({ kind }) => kind === 'approved')?.english !== text.english;
  const counts = approved !== undefined && !lapsed;
  return {
    standing: suggested !== null ? 'suggested' : counts ? 'approved' : 'to check',
    words: counts ? approved.words : text.ours,
    suggested,
  };
}

export const nameOf = (language: Translated): string => languageFacts[language].inEnglish;
