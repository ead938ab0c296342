/** The language a component speaks in: layouts set it once, components below read their fixed words from it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Language, type Texts, texts } from './texts.ts';

const LanguageContext = createContext<Language>('en');

export const LanguageProvider = LanguageContext.Provider;

/** Fixed words in the language of the page, or of the part of the page, around the component. */
export const useTexts = (): Texts => texts[useContext(LanguageContext)];
