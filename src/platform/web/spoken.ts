// How a page for one person speaks: in what they chose in the language bar (kept while their browser is open), else the language they are written to in, else
// English. A personal page says `const { frame, texts, moments, easy } = spokenTo(context, itsCatalogue, itsEasyWords)` and `<PersonPage {...frame} easy={easy} …>`.
// Put the catalogue into place/translations (catalogues.ts and model.ts), so that the place’s reviewers read it. What the place or its staff wrote stays as
// written: within <InEnglish> where it is the blueprint’s, within <AsTyped> where somebody wrote it. Notices are said by `spokenTo` of the request that causes them.
import { type Approved, type Catalogue, nothingApproved, type Spoken } from '../language/catalogue.ts';
import { type Language, languageOfReading } from '../language/languages.ts';
import { type Moments, momentsIn } from '../language/moments.ts';
import type { Context } from './context.ts';
import type { PersonFrame } from './shell.ts';

export interface SpokenTo<English> {
  readonly language: Language;
  readonly frame: PersonFrame;
  readonly texts: Spoken<English>;
  readonly moments: Moments;
  /** The separately written Easy Read: nothing on the page is small. */
  readonly easy: boolean;
}

/** `easyWords` are the separately written texts that stand in place of the English ones. */
export function spokenTo<English>(
  context: Pick<Context, 'reading' | 'approved' | 'frame'>,
  catalogue: Catalogue<English>,
  easyWords: Approved = nothingApproved,
): SpokenTo<English> {
  const easy = context.reading === 'easy-read';
  const language = languageOfReading(context.reading ?? 'en');
  return {
    language,
    frame: context.frame(language),
    texts: catalogue.in(language, easy ? easyWords : context.approved(language)),
    moments: momentsIn(language),
    easy,
  };
}
