// Days and times as people at the door read them, in the language of the page. Figures are Latin in every language, so that a date can be read out anywhere.
import type { Language } from '../../design/texts.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn-ca-gregory' };
const zone = 'Europe/London';

/** 'Friday 4 December' */
export const dayOf = (instant: Date, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' })
    .format(instant)
    .replace(/^(\p{L}+), /u, '$1 ');

/** '4pm', '9:30am'; in other languages as they write it. */
export function timeOf(instant: Date, language: Language): string {
  const time = new Intl.DateTimeFormat(locales[language], { timeZone: zone, hour: 'numeric', minute: '2-digit', hour12: true }).format(
    instant,
  );
  return language === 'en' ? time.replace(':00', '').replace(/\s/gu, '').toLowerCase() : time;
}

/** '4 December 2026' */
export const dateOf = (instant: Date, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' }).format(instant);
