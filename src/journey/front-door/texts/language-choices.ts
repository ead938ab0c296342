// The languages from which somebody chooses theirs: each in its own name, then as the language of the page calls it.

const ownNames = {
  en: 'English',
  ar: 'العربية',
  bn: 'বাংলা',
  cy: 'Cymraeg',
  fr: 'Français',
  gu: 'ગુજરાતી',
  pa: 'ਪੰਜਾਬੀ',
  pl: 'Polski',
  pt: 'Português',
  ro: 'Română',
  so: 'Soomaali',
  uk: 'Українська',
  ur: 'اردو',
} as const;

/** `locale` is that of the page. */
export function languageChoices(locale: string): Readonly<Record<keyof typeof ownNames, string>> {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  return Object.fromEntries(
    Object.entries(ownNames).map(([code, own]) => {
      const called = names.of(code);
      return [code, called === undefined || called.toLowerCase() === own.toLowerCase() ? own : `${own} (${called})`];
    }),
  ) as Readonly<Record<keyof typeof ownNames, string>>; // the same keys as went in
}
