// What a page for people has around it in a test: English, and nothing to choose.
import { texts } from '../../src/design/texts.ts';

export const inEnglish = { language: 'en', direction: 'ltr', words: texts.en, reviewed: true } as const;
