/** The language a component speaks in: layouts set its words once, components below read their fixed words from it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Texts, texts } from './texts.ts';

const WordsContext = createContext<Texts>(texts.en);

export const WordsProvider = WordsContext.Provider;

/** Fixed words in the language of the page, or of the part of the page, around the component. */
export const useTexts = (): Texts => useContext(WordsContext);
