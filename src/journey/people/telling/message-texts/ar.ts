// Messages in Arabic. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const arabic: Translation<typeof english, 'ar'> = {
  hello: {
    named: 'مرحبا {name}.',
    anyone: 'مرحبا.',
    worker: 'مرحبا {name}، أنا {worker}.',
    workerToAnyone: 'مرحبا، أنا {worker}.',
    place: 'مرحبا {name}، هنا {place}.',
    placeToAnyone: 'مرحبا، هنا {place}.',
  },
  subject: {
    plain: 'إلى {name}',
    plainToAnyone: 'إليك',
    named: 'من {place}',
  },
  company: { ours: 'يأتي معك شخص.', own: 'أحضر من تشاء.' },
  anything: {
    plain: 'هل يمكنك أن تتواصل عندما تجد وقتاً؟',
    named: 'هناك شيء جديد لك. تواصل معنا عندما تجد وقتاً.',
  },
  receipt: {
    plain: 'شكراً على رسالتك. يصلك الرد قبل {day}.',
    named: 'وصلنا ما أخبرتنا به. نتواصل معك قبل {day}.',
  },
  question: {
    plain: 'هل يمكنك أن تتواصل عندما تجد وقتاً؟',
    named: 'لدينا سؤال لك. نتابع العمل في هذه الأثناء.',
  },
  unreachable: {
    plain: 'حاولت الوصول إليك. اكتب متى يناسبك، لا داعي للعجلة.',
    named: 'حاولنا الوصول إليك. اتصل أو اكتب عندما تكون مستعداً. الباب مفتوح.',
  },
  decision: {
    plain: 'هناك خبر لك. تسمع المزيد قبل {day}.',
    named: 'لدينا جواب لك. نتواصل معك قبل {day}.',
  },
  offer_accepted: {
    plain: 'تسمع المزيد قبل {day}.',
    named: 'نتواصل معك قبل {day}.',
  },
  offer_returned: {
    plain: 'يحتاج هذا وقتاً أطول قليلاً. يصلك الرد قبل {day}.',
    named: 'نبحث عما يناسبك أكثر. لن تبدأ من جديد. نخبرك قبل {day}.',
  },
  appointment: {
    plain: 'نراك {day}، الساعة {time}. رد بكلمة YES إن كان ذلك مناسباً.',
    named: 'نراك {day}، الساعة {time}. رد بكلمة YES إن كان ذلك مناسباً.',
  },
  appointment_changed: {
    plain: 'صار الآن {day}، الساعة {time}. رد بكلمة YES إن كان ذلك مناسباً.',
    named: 'موعدك الآن {day}، الساعة {time}. رد بكلمة YES إن كان ذلك مناسباً.',
  },
  reminder: {
    plain: 'هل {day}، الساعة {time}، ما زال مناسباً؟ رد بكلمة YES أو NO.',
    named: 'هل {day}، الساعة {time}، ما زال مناسباً؟ رد بكلمة YES أو NO.',
  },
  missed: {
    plain: 'افتقدناك اليوم. لا بأس بوقت آخر أو مكان آخر.',
    named: 'افتقدناك. لا بأس بوقت آخر أو مكان آخر.',
  },
  sign_in_link: {
    named: 'هذا رابطك. يعمل مرة واحدة، لمدة 20 دقيقة. {link}',
  },
  sign_in_code: {
    plain: 'رمزك هو {code}. يعمل مرة واحدة، لمدة 20 دقيقة.',
    named: 'رمزك هو {code}. يعمل مرة واحدة، لمدة 20 دقيقة.',
  },
  measure: {
    plain: 'هناك ما تنظر إليه قبل {day}.',
    named: 'هناك بعض الأسئلة لك، إن شئت.',
  },
  plan_shared: {
    plain: 'هناك شيء جديد لتقرأه.',
    named: 'خطتك جاهزة للقراءة.',
  },
  asked_to_use: {
    plain: 'هناك شيء جديد لتقرأه.',
    named: 'تطلب جهة أخرى أن تستعمل ما أخبرتنا به. أنت تختار على صفحتك.',
  },
  welcome: {
    plain: 'أتطلع إلى لقائك.',
    named: 'نتطلع إلى لقائك.',
  },
  paused: {
    plain: 'نتوقف الآن لبعض الوقت. اكتب في أي وقت.',
    named: 'توقف الدعم حتى {day}. يمكنك العودة قبل ذلك.',
  },
  ending: {
    plain: 'شكراً على الوقت الذي قضيناه معاً. يمكنك أن تكتب في أي وقت.',
    named: 'شكراً على الوقت الذي قضيناه معاً. يمكنك العودة في أي وقت.',
  },
  welcome_back: {
    plain: 'سرّنا أن نسمع منك. يصلك الرد قريباً.',
    named: 'أهلاً بعودتك. احتفظنا بما أخبرتنا به.',
  },
  withdrawn: {
    plain: 'لا بأس. يمكنك أن تكتب في أي وقت.',
    named: 'لا بأس. يمكنك العودة في أي وقت.',
  },
};
