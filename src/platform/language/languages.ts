// The languages in which the house speaks to people, and what a page, a date and a plural need to know of each.

export const languages = ['en', 'cy', 'pl', 'so', 'ur', 'ar'] as const;
export type Language = (typeof languages)[number];
/** Every language but the one in which the texts are first written. */
export type Translated = Exclude<Language, 'en'>;
export type Direction = 'ltr' | 'rtl';

/** What somebody chose to read: a language, or the separately written Easy Read, which is English. */
export const readings = [...languages, 'easy-read'] as const;
export type Reading = (typeof readings)[number];

export interface LanguageFacts {
  /** Its own name for itself. */
  readonly text: string;
  /** BCP 47 tag of its pages. */
  readonly lang: string;
  readonly direction: Direction;
  /** For dates and numbers: figures are Latin in every language, so that a date or a number can be read out to anybody. */
  readonly locale: string;
  readonly inEnglish: string;
}

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  en: { text: 'English', lang: 'en-GB', direction: 'ltr', locale: 'en-GB', inEnglish: 'English' },
  cy: { text: 'Cymraeg', lang: 'cy', direction: 'ltr', locale: 'cy-GB', inEnglish: 'Welsh' },
  pl: { text: 'Polski', lang: 'pl', direction: 'ltr', locale: 'pl-PL', inEnglish: 'Polish' },
  so: { text: 'Soomaali', lang: 'so', direction: 'ltr', locale: 'so-SO', inEnglish: 'Somali' },
  ur: { text: 'اردو', lang: 'ur', direction: 'rtl', locale: 'ur-PK-u-nu-latn', inEnglish: 'Urdu' },
  ar: { text: 'العربية', lang: 'ar', direction: 'rtl', locale: 'ar-u-nu-latn-ca-gregory', inEnglish: 'Arabic' },
};

export const isLanguage = (value: unknown): value is Language => languages.some((one) => one === value);
export const isReading = (value: unknown): value is Reading => readings.some((one) => one === value);
/** The language in which a reading is written. */
export const languageOfReading = (reading: Reading): Language => (reading === 'easy-read' ? 'en' : reading);
