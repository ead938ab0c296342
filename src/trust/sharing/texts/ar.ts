// What somebody reads of who may use what they told, in Arabic. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const arabic: Translation<typeof english, 'ar'> = {
  page: 'صفحتك',
  title: 'من يمكنه استعمال ما أخبرتنا به',
  lead: 'رويت لنا قصتك مرة واحدة. أنت تختار من يستعملها. يستمر دعمك مهما اخترت.',
  none: 'لم يسألك أحد بعد. لا يرى سجلك أحد خارج الفريق الذي يساعدك.',
  law: 'بموجب القانون نشارك المعلومات أيضاً عندما يكون أحد في خطر. نخبرك أولاً إن استطعنا.',
  stands: {
    unsaid: 'لم تقل بعد.',
    use: 'يمكنهم استعمال ما أخبرتنا به.',
    ask: 'يسألونك أولاً.',
    no: 'لا يستعملونه.',
    once: 'يمكنهم استعماله هذه المرة، حتى {date}. بعد ذلك يسألونك من جديد.',
  },
  untilThen: 'يستعملونه فقط حيث يدعمونك.',
  sees: 'يرون: {what}.',
  question: {
    asks: 'يطلبون استعمال ما أخبرتنا به.',
    because: 'إن قلت نعم يقرؤه {team} قبل اللقاء، لأنه عُرض عليك: {what}.',
    asked: 'سُئلت في {day}.',
    answer: 'أجبهم',
    legend: 'هل يمكنهم استعماله؟',
  },
  answers: {
    once: 'نعم، هذه المرة فقط',
    onceNote: 'حتى {date}. بعد ذلك يسألونك من جديد.',
    use: 'نعم، من الآن فصاعداً',
    ask: 'ليس هذه المرة',
    no: 'لا، ولا تسألوني مجدداً',
  },
  choose: {
    legend: 'ماذا يمكنهم أن يفعلوا؟',
    use: 'أن يستعملوا ما أخبرتكم به',
    ask: 'أن يسألوني أولاً',
    no: 'ألا يستعملوه',
  },
  keep: 'احفظ هذا',
  kept: {
    once: 'يمكن أن تستعمل {agency} ما أخبرتنا به هذه المرة',
    use: 'يمكن أن تستعمل {agency} ما أخبرتنا به',
    ask: 'نسألك قبل أن تستعمل {agency} ما أخبرتنا به',
    no: 'لا تستعمل {agency} ما أخبرتنا به',
  },
  fault: 'اختر واحداً من هذه.',
  moved: { title: 'تغير هذا منذ أن فتحته', detail: 'هكذا هو الآن. لم يتغير شيء آخر.' },
};
