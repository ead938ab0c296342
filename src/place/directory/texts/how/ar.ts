// How help is reached here, in Arabic. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const arabic: Translation<typeof english, 'ar'> = {
  title: 'كيف نعمل',
  lead: 'أياً كان الباب الذي تدخل منه، يقرأ شخص ما كتبته. لكل واحد خطوة تالية، ويبقى معك شخص حتى تبدأ هذه الخطوة.',
  headings: { doors: 'كل باب صحيح', reading: 'يقرؤه شخص', next: 'الخطوة التالية' },
  doors: {
    self: 'الطلب لنفسك',
    carer: 'مقدم رعاية أو قريب',
    professional: 'مختص',
    partner: 'جهة شريكة',
    justice: 'نظام العدالة الجنائية',
    secure_unit: 'وحدة مؤمّنة',
    phone: 'الهاتف',
    walk_in: 'الحضور بلا موعد',
    cafe: 'مقهى وقت الأزمة',
    mash: 'مركز الحماية (MASH)',
    other: 'باب آخر',
  },
  within: {
    now: 'فوراً',
    hours: {
      counted: {
        zero: 'خلال أقل من ساعة',
        one: 'خلال ساعة',
        two: 'خلال ساعتين',
        few: 'خلال {count} ساعات',
        many: 'خلال {count} ساعة',
        other: 'خلال {count} ساعة',
      },
    },
    days: {
      counted: {
        zero: 'خلال أقل من يوم',
        one: 'خلال يوم',
        two: 'خلال يومين',
        few: 'خلال {count} أيام',
        many: 'خلال {count} يوماً',
        other: 'خلال {count} يوم',
      },
    },
    weeks: {
      counted: {
        zero: 'خلال أقل من أسبوع',
        one: 'خلال أسبوع',
        two: 'خلال أسبوعين',
        few: 'خلال {count} أسابيع',
        many: 'خلال {count} أسبوعاً',
        other: 'خلال {count} أسبوع',
      },
    },
    workingDays: {
      counted: {
        zero: 'خلال أقل من يوم عمل',
        one: 'خلال يوم عمل',
        two: 'خلال يومي عمل',
        few: 'خلال {count} أيام عمل',
        many: 'خلال {count} يوم عمل',
        other: 'خلال {count} يوم عمل',
      },
    },
    months: {
      counted: {
        zero: 'خلال أقل من شهر',
        one: 'خلال شهر',
        two: 'خلال شهرين',
        few: 'خلال {count} أشهر',
        many: 'خلال {count} شهراً',
        other: 'خلال {count} شهر',
      },
    },
    sameDay: 'في اليوم نفسه',
    sameWorkingDay: 'في يوم العمل نفسه',
    meeting: 'في الاجتماع القادم',
  },
  accepts: 'جواب {team} بنعم: {when}',
  readBy: 'يقرؤه {team}',
  room: { room: 'يوجد مكان الآن', filling: 'امتلأ تقريباً', full: 'ممتلئ الآن: ما زال بإمكانك أن تسأل' },
  picture: {
    title: 'كيف تصل إلى المساعدة عبر {name}',
    doors: 'الأبواب: {doors}.',
    leadTo: 'كلها تؤدي إلى {name}.',
    leadToTeam: 'كلها تؤدي إلى {name}، حيث يقرأ {team} كل طلب.',
    offered: 'ومن هناك يُعرض واحد أو أكثر مما يلي: {offers}.',
  },
  table: {
    open: 'الشيء نفسه في جدول',
    caption: 'من الأبواب إلى {name} وما بعدها',
    step: 'الخطوة التالية',
    team: 'الفريق',
    soon: 'متى يأتي الجواب بنعم',
    notSet: 'كما يقول الفريق',
    room: 'الأماكن',
    notSaid: 'لم يُذكر',
  },
  source: 'رُسم هذا مما هو سارٍ هنا: {versions}.',
  version: '{name}، النسخة {number}',
  straightIn: { title: 'أو تعال مباشرة', lead: 'هذه لا تحتاج إلى إحالة ولا إلى نموذج.' },
  after: {
    title: 'وبعد ذلك',
    open: 'عندما ينتهي الدعم يبقى الباب مفتوحاً.',
    back: {
      counted: {
        zero: 'يمكنك أن تعود دون أن تبدأ من جديد.',
        one: 'خلال شهر يمكنك أن تعود دون أن تبدأ من جديد.',
        two: 'خلال شهرين يمكنك أن تعود دون أن تبدأ من جديد.',
        few: 'خلال {count} أشهر يمكنك أن تعود دون أن تبدأ من جديد.',
        many: 'خلال {count} شهراً يمكنك أن تعود دون أن تبدأ من جديد.',
        other: 'خلال {count} شهر يمكنك أن تعود دون أن تبدأ من جديد.',
      },
    },
    change: 'يمكنك أن تساعد في تغيير طريقة عملنا.',
    say: 'قل رأيك',
  },
};
