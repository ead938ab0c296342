// What makes coming possible, as the person reads it, in Arabic. Not yet read by a reviewer.
import type { Translation } from '../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const arabic: Translation<typeof english, 'ar'> = {
  page: 'صفحتك',
  title: 'ما الذي يجعل المرة الأولى أسهل؟',
  lead: 'اختر ما يناسبك. يمكنك أن تترك الباقي، وأن تغيره لاحقاً.',
  none: 'أخبر من يدعمك. يمكن ترتيب مكان آخر أو طريقة أخرى أو من يرافقك.',
  place: 'أين تود أن نلتقي؟',
  places: {
    home: 'في البيت',
    outside: 'في الخارج، مثل المشي',
    public: 'في مقهى أو مكتبة أو مكان مثلهما',
    ours: 'في إحدى غرفنا',
    other: 'في مكان آخر',
  },
  placeWords: 'أي مكان، أو ما المهم فيه',
  channel: 'كيف تود أن تبدأ؟',
  channels: { '01': 'وجهاً لوجه', '02': 'بالهاتف أولاً', '11': 'بالفيديو أولاً', '09': 'برسالة نصية أولاً' },
  company: 'من يرافقك في المرة الأولى؟',
  companies: { ours: 'يأتي معي شخص من الفريق', own: 'يأتي معي شخص أعرفه', alone: 'آتي وحدي' },
  told: {
    outreach: 'يأتي إليك شخص',
    choice: 'تختار أين وكيف تلتقون',
    company: 'يمكن أن يأتي معك شخص في المرة الأولى',
  },
  toldCompany: { ours: 'يأتي معك شخص من الفريق', own: 'يأتي معك شخص تعرفه', alone: 'تأتي وحدك' },
  keep: 'احفظ هذا',
  kept: { title: 'نرتب الأمر هكذا', detail: 'يمكنك أن تغيره في أي وقت قبل اللقاء.' },
  moved: { title: 'تغير هذا وأنت تقرأ', detail: 'هكذا هو الآن.' },
  faults: {
    nothing: 'اختر واحداً على الأقل: أين، أو كيف، أو من يرافقك.',
    where: 'اكتب أين.',
    choose: 'اختر واحداً من هذه.',
    long: 'اكتب هنا أقل.',
  },
};
