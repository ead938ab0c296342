// Several things named in a row, as a language joins them.
import { type Language, languageFacts } from './languages.ts';

/** 'Monday, Wednesday and Friday'; in a line that runs from the right, each keeps its own direction. */
export const listedIn = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(languageFacts[language].locale, { type: 'conjunction' }).format(
    languageFacts[language].direction === 'rtl' ? parts.map((part) => `\u2068${part}\u2069`) : parts,
  );
