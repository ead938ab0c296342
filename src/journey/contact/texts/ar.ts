// Somebody's own page about how we reach them, in Arabic. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const arabic: Translation<typeof english, 'ar'> = {
  page: 'صفحتك',
  title: 'كيف نتواصل معك',
  lead: 'أنت تقرر، ويمكنك أن تغير ذلك متى شئت. لا نرسل شيئاً لنقول إنك غيرته.',
  none: 'ليس لدينا رقم أو عنوان منك. ما نقوله لك موجود على صفحتك.',
  another: 'هل لديك رقم أو عنوان جديد؟ أخبر من يدعمك. سيسألك أولاً كيف يكون استعماله آمناً.',
  ways: { text: 'رسالة نصية', phone: 'مكالمة هاتفية', email: 'بريد إلكتروني', post: 'رسالة بالبريد' },
  line: {
    safe: {
      no: 'آمن، لا يراه أحد غيرك.',
      yes: 'آمن، قد يراه أحد غيرك.',
      not_sure: 'آمن، ربما يراه أحد غيرك.',
      not_asked: 'آمن، لم نسأل من يراه غيرك.',
    },
    ask_first: 'اسأل أولاً.',
    not_safe: 'غير آمن.',
    not_asked: 'لم نسأل بعد.',
    link: 'يمكن إرسال رابط.',
    voicemail: 'لا بأس برسالة صوتية.',
    doubted: 'معلومات أحدث تقول شيئاً آخر.',
  },
  asked: {
    safe: 'هل استعمالنا له آمن؟',
    safes: { safe: 'نعم', ask_first: 'اسألوني أولاً', not_safe: 'لا' },
    shared: 'هل يمكن أن يراه أو يسمعه أحد غيرك؟',
    sharedHint: 'إن كان كذلك، أو كنت لا تعرف، لا نقول من نحن.',
    shareds: { yes: 'نعم', not_sure: 'لا أعرف', no: 'لا' },
    links: 'هل يمكننا أن نرسل إليك رابطاً لفتح صفحتك؟',
    linksHint: 'فقط إن كان لا يراه أحد غيرك. وإلا أرسلنا رمزاً.',
    link: { yes: 'نعم، رابط', no: 'لا، رمز' },
    voicemail: 'يمكنكم ترك رسالة صوتية',
    name: 'أي اسم نستعمل هناك؟',
    nameHint: 'اتركه فارغاً إن كان الاسم الذي تُعرف به.',
    timesSafe: 'أوقات مناسبة',
    timesNever: 'أوقات غير مناسبة أبداً',
    keep: 'احفظ هذا',
  },
  shows: {
    plain: 'ما يظهر على الهاتف إن كان قد يراه أحد غيرك',
    named: 'ما يظهر على الهاتف إن كنت وحدك تراه',
    link: 'ما يظهر على الهاتف عندما تطلب الرابط',
  },
  faults: {
    safe: 'قل هل هو آمن.',
    shared: 'قل هل يمكن أن يراه أو يسمعه أحد غيرك.',
    choose: 'اختر واحداً من هذه.',
    long: 'اكتب هنا أقل.',
  },
  kept: { title: 'نلتزم بذلك من الآن', detail: 'لم نرسل شيئاً عن ذلك.' },
  moved: { title: 'تغير هذا قبل لحظات', detail: 'هكذا هو الآن.' },
};
