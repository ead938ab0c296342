/** The language a component speaks in: layouts set its words once, components below read their fixed words from it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, type Texts, texts } from './texts.ts';

const WordsContext = createContext<Texts>(texts.en);
const LanguageContext = createContext<Language>('en');

export const WordsProvider = WordsContext.Provider;
export const LanguageProvider = LanguageContext.Provider;

/** Fixed words in the language of the page, or of the part of the page, around the component. */
export const useTexts = (): Texts => useContext(WordsContext);
/** The language itself, for dates and for words that are in another. */
export const useLanguage = (): Language => useContext(LanguageContext);
