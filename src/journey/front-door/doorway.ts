// Puts together what every page of the front door is told: its frame, language, words and the addresses in that language.
import type { Language } from '../../design/texts.ts';
import type { Context } from '../../platform/web/context.ts';
import type { DraftKind } from './model.ts';
import { type Door, inLanguage } from './pages/door.tsx';
import { receivingTeam } from './setting.ts';
import { doorTexts, grammarOf } from './texts.ts';

/** Languages in which the front door has words. */
export const languages = ['en', 'ar'] as const satisfies readonly Language[];

/** Asked for in the address, else of the draft, else English; only where the place offers it. */
export function languageOf(context: Context, asked: Language | undefined, ofDraft: string | undefined): Language {
  const wanted = asked ?? languages.find((one) => one === ofDraft) ?? 'en';
  return offered(context).includes(wanted) ? wanted : 'en';
}

const offered = (context: Context): readonly Language[] =>
  languages.filter((one) => one === 'en' || context.place.blueprint.languages.includes(one));

export function doorOf(
  context: Context,
  page: { readonly language: Language; readonly kind: DraftKind; readonly draftLanguage: string | undefined; readonly here: string },
): Door {
  const texts = doorTexts[page.language];
  const here = page.here.replace(/[?&]in=[a-z]+/, '');
  return {
    frame: context.frame(page.language),
    language: page.language,
    languages: offered(context),
    texts,
    grammar: grammarOf(texts, page.kind),
    team: receivingTeam(context.place).name,
    here,
    at: (path) => (page.language === (page.draftLanguage ?? 'en') ? path : inLanguage(path, page.language)),
  };
}
