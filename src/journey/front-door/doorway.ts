// Puts together what every page of the front door is told: its frame, language, words and the addresses in that language.

import { isLanguage, type Language, languageOfReading, languages } from '../../platform/language/languages.ts';
import type { Context } from '../../platform/web/context.ts';
import type { DraftKind } from './model.ts';
import type { Door } from './pages/door.tsx';
import { receivingTeam } from './setting.ts';
import { doorTexts, easyTexts, type FrontDoorTexts, grammarOf } from './texts.ts';

/** What they chose to read, else the language of the draft, else English; only where the place offers it. */
export function languageOf(context: Context, ofDraft: string | undefined): Language {
  const wanted = context.reading === null ? (isLanguage(ofDraft) ? ofDraft : 'en') : languageOfReading(context.reading);
  return offered(context).includes(wanted) ? wanted : 'en';
}

const offered = (context: Context): readonly Language[] =>
  languages.filter((one) => one === 'en' || context.place.blueprint.languages.includes(one));

/** The door’s words as this reader has them: in their language as approved here, or in Easy Read. */
export const wordsFor = (context: Context, language: Language): FrontDoorTexts =>
  isEasy(context, language) ? easyTexts() : doorTexts(language, context.approved(language));

const isEasy = (context: Context, language: Language): boolean => context.reading === 'easy-read' && language === 'en';

export function doorOf(context: Context, page: { readonly language: Language; readonly kind: DraftKind }): Door {
  const texts = wordsFor(context, page.language);
  return {
    frame: context.frame(page.language),
    language: page.language,
    easy: isEasy(context, page.language),
    texts,
    grammar: grammarOf(texts, page.kind),
    team: receivingTeam(context.place).name,
  };
}
