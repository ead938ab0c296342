/**
 * The fixed words of the design itself, by language: what layouts and components say without being told.
 * Words about a service or a feature come from the pages that know them.
 */

/** Languages in which the design speaks. Staff and person language are chosen apart. */
export type Language = 'en' | 'ar';
export type Direction = 'ltr' | 'rtl';

export interface Texts {
  /** Whether a named reviewer has approved this language; if not, person pages say so. */
  readonly reviewed: boolean;
  readonly unreviewed: string;
  readonly skipToMain: string;
  readonly exit: string;
  readonly exitLoading: string;
  /** Said politely after one, then two presses of Shift. */
  readonly exitPresses: readonly [string, string];
  readonly back: string;
  readonly helpNow: string;
  readonly history: string;
  readonly hideVisit: string;
  readonly question: (at: number, of: number) => string;
  readonly languages: string;
  readonly demo: string;
  readonly error: string;
  readonly problem: string;
  readonly information: string;
  readonly changed: (what: string) => string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly charactersUpTo: (count: number) => string;
  readonly charactersLeft: (count: number) => string;
  readonly charactersOver: (count: number) => string;
  readonly search: string;
  readonly saved: (time: string) => string;
  readonly notSaved: string;
  readonly notAsked: string;
  readonly declined: string;
  readonly notKnown: string;
  readonly hidden: string;
  readonly askBeforeContact: string;
  readonly onlyOnTheirPage: string;
  readonly lockScreen: string;
  readonly now: string;
  readonly readAll: string;
  readonly undo: string;
  readonly done: string;
  readonly partlyDone: string;
  readonly notDone: string;
  readonly notAvailable: string;
  readonly or: string;
  readonly goBack: string;
}

const english: Texts = {
  reviewed: true,
  unreviewed: '',
  skipToMain: 'Skip to main content',
  exit: 'Exit this page',
  exitLoading: 'Loading',
  exitPresses: ['Press Shift 2 more times to exit.', 'Press Shift 1 more time to exit.'],
  back: 'Back',
  helpNow: 'Help now',
  history: '“Exit this page” does not clear your history.',
  hideVisit: 'How to hide this visit',
  question: (at, of) => `Question ${at} of ${of}`,
  languages: 'Language and format',
  demo: 'Demo',
  error: 'Error',
  problem: 'There is a problem',
  information: 'Information',
  changed: (what) => `Change ${what}`,
  day: 'Day',
  month: 'Month',
  year: 'Year',
  charactersUpTo: (count) => `You can enter up to ${count} characters`,
  charactersLeft: (count) => (count === 1 ? 'You have 1 character left' : `You have ${count} characters left`),
  charactersOver: (count) => (count === 1 ? 'You have 1 character too many' : `You have ${count} characters too many`),
  search: 'Search',
  saved: (time) => `Saved ${time}`,
  notSaved: 'Not saved yet. We keep trying',
  notAsked: 'Not asked yet',
  declined: 'Asked, chose not to say',
  notKnown: 'Not known',
  hidden: 'Not shown to your role',
  askBeforeContact: 'Ask before any contact',
  onlyOnTheirPage: 'Only on their page',
  lockScreen: 'What your phone would show',
  now: 'now',
  readAll: 'Read all',
  undo: 'Undo',
  done: 'Done',
  partlyDone: 'Partly done',
  notDone: 'That did not work',
  notAvailable: 'Not available',
  or: 'or',
  goBack: 'Go back',
};

const arabicCount = new Intl.PluralRules('ar');

/** Arabic has five forms of a counted word besides zero; each sentence is whole. */
const characters = (count: number): string => {
  switch (arabicCount.select(count)) {
    case 'one':
      return 'حرف واحد';
    case 'two':
      return 'حرفان';
    case 'few':
      return `${count} أحرف`;
    default:
      return `${count} حرفاً`;
  }
};

/** Not yet read by a named reviewer. */
const arabic: Texts = {
  reviewed: false,
  unreviewed: 'هذه الترجمة لم تُراجَع بعد.',
  skipToMain: 'انتقل إلى المحتوى',
  exit: 'خروج سريع',
  exitLoading: 'جارٍ التحميل',
  exitPresses: ['اضغط مفتاح Shift مرتين أخريين للخروج.', 'اضغط مفتاح Shift مرة أخرى للخروج.'],
  back: 'رجوع',
  helpNow: 'مساعدة الآن',
  history: 'زر الخروج لا يمسح سجل التصفح.',
  hideVisit: 'كيف تخفي هذه الزيارة',
  question: (at, of) => `السؤال ${at} من ${of}`,
  languages: 'اللغة والصيغة',
  demo: 'عرض تجريبي',
  error: 'خطأ',
  problem: 'هناك مشكلة',
  information: 'معلومة',
  changed: (what) => `تغيير ${what}`,
  day: 'اليوم',
  month: 'الشهر',
  year: 'السنة',
  charactersUpTo: (count) => `يمكنك كتابة ${characters(count)} كحد أقصى`,
  charactersLeft: (count) => `المتبقي: ${characters(count)}`,
  charactersOver: (count) => `زيادة عن الحد: ${characters(count)}`,
  search: 'بحث',
  saved: (time) => `حُفظ الساعة ${time}`,
  notSaved: 'لم يُحفظ بعد. سنواصل المحاولة',
  notAsked: 'لم نسأل بعد',
  declined: 'سألنا، ولم يرغب في الإجابة',
  notKnown: 'غير معروف',
  hidden: 'غير معروض لدورك',
  askBeforeContact: 'اسأل قبل أي اتصال',
  onlyOnTheirPage: 'على صفحته فقط',
  lockScreen: 'ما سيظهر على هاتفك',
  now: 'الآن',
  readAll: 'قراءة النص كاملاً',
  undo: 'تراجع',
  done: 'تم',
  partlyDone: 'تم جزئياً',
  notDone: 'لم ينجح ذلك',
  notAvailable: 'غير متاح',
  or: 'أو',
  goBack: 'رجوع',
};

export const texts: Readonly<Record<Language, Texts>> = { en: english, ar: arabic };

/** Words that only staff pages say. */
export const staffTexts = {
  main: 'Main',
  more: 'More',
  waiting: 'waiting',
  find: 'Find a person, service or action',
  findPlace: 'Find',
  findHint: 'Type 3 letters of a name, a number, a service or an action.',
  findNone: 'Nothing found that you may see.',
  findOffline: 'We cannot search at the moment. Try again.',
  close: 'Close',
  me: 'You',
  signOut: 'Sign out',
  help: 'Help',
  show: 'Show',
  identity: 'Who this is',
  openAnotherPart: 'Open another part',
  results: 'Page of results',
  previous: 'Previous',
  next: 'Next',
  contents: 'On this page',
  reasons: 'Why this is suggested',
  changes: 'What would change it',
  offline: 'You are offline. You can read and type; nothing is sent until you are back.',
  demo: 'Demo: invented people, nothing is sent.',
  reference: 'Reference',
  selectAll: 'Select all',
  hiddenEntry: 'One entry you cannot see',
} as const;

/** Names of languages and formats, each in its own words. `lang` is its BCP 47 tag. */
export interface LanguageName {
  readonly text: string;
  readonly lang: string;
  readonly direction: Direction;
}

export const languageNames = {
  en: { text: 'English', lang: 'en-GB', direction: 'ltr' },
  ar: { text: 'العربية', lang: 'ar', direction: 'rtl' },
  pl: { text: 'Polski', lang: 'pl', direction: 'ltr' },
  so: { text: 'Soomaali', lang: 'so', direction: 'ltr' },
  cy: { text: 'Cymraeg', lang: 'cy', direction: 'ltr' },
  ur: { text: 'اردو', lang: 'ur', direction: 'rtl' },
  'easy-read': { text: 'Easy Read', lang: 'en-GB', direction: 'ltr' },
  bsl: { text: 'BSL video', lang: 'en-GB', direction: 'ltr' },
} as const satisfies Record<string, LanguageName>;

export const directionOf = (language: Language): Direction => languageNames[language].direction;
