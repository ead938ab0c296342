// Every catalogue of texts that people read, in one list, and what is known of each text: its English, its translation, the page it stands on. Pure.
import { designCatalogue } from '../../design/texts.ts';
import { comingCatalogue } from '../../journey/coming/texts.ts';
import { contactCatalogue } from '../../journey/contact/own-texts.ts';
import { doorCatalogue } from '../../journey/front-door/texts.ts';
import { ownCatalogue } from '../../journey/my-page/texts.ts';
import { signInCatalogue } from '../../journey/people/sign-in/texts.ts';
import { messageCatalogue } from '../../journey/people/telling/message-texts.ts';
import { type Approved, type Catalogue, entriesOf } from '../../platform/language/catalogue.ts';
import type { Translated } from '../../platform/language/languages.ts';
import { problemCatalogue } from '../../platform/language/problems.ts';
import { seenCatalogue } from '../../trust/audit/texts.ts';
import { sharingCatalogue } from '../../trust/sharing/texts.ts';
import { consultingCatalogue } from '../developments/texts.ts';
import { howCatalogue } from '../directory/how-texts.ts';
import { directoryCatalogue } from '../directory/texts.ts';

export const catalogues: readonly Catalogue[] = [
  doorCatalogue,
  designCatalogue,
  signInCatalogue,
  ownCatalogue,
  seenCatalogue,
  contactCatalogue,
  comingCatalogue,
  sharingCatalogue,
  directoryCatalogue,
  howCatalogue,
  consultingCatalogue,
  messageCatalogue,
  problemCatalogue,
];

export interface TranslatedText {
  readonly key: string;
  readonly english: string;
  readonly ours: string;
}

const made = new Map<Translated, ReadonlyMap<string, TranslatedText>>();

/** Every text of a language by its key; a form of a plural that English does not have stands beside the English for any number. */
export function textsOf(language: Translated): ReadonlyMap<string, TranslatedText> {
  const there = made.get(language);
  if (there) return there;
  const texts = new Map(
    catalogues.flatMap(({ name, english, translations }) => {
      const inEnglish = new Map(entriesOf(english, name).map(({ key, words }) => [key, words]));
      return entriesOf(translations[language], name).map(({ key, words }) => {
        const source = inEnglish.get(key) ?? inEnglish.get(key.replace(/\.\w+$/, '.other')) ?? '';
        return [key, { key, english: source, ours: words }] as const;
      });
    }),
  );
  made.set(language, texts);
  return texts;
}

/** Whether everything in a language was approved, so that its pages need not say that nobody checked them. */
export const isReviewed = (language: Translated, approved: Approved): boolean => approved.size >= textsOf(language).size;
