// How help is reached here, in Urdu. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const urdu: Translation<typeof english, 'ur'> = {
  title: 'یہ کیسے کام کرتا ہے',
  lead: 'آپ جس دروازے سے بھی آئیں، جو آپ نے لکھا اسے ایک انسان پڑھتا ہے۔ ہر ایک کو اگلا قدم ملتا ہے، اور اس کے شروع ہونے تک کوئی آپ کے ساتھ رہتا ہے۔',
  headings: { doors: 'ہر دروازہ صحیح ہے', reading: 'کوئی اسے پڑھتا ہے', next: 'اگلا قدم' },
  doors: {
    self: 'اپنے لیے خود مدد مانگنا',
    carer: 'دیکھ بھال کرنے والا یا رشتہ دار',
    professional: 'پیشہ ور کارکن',
    partner: 'ساتھی ادارہ',
    justice: 'فوجداری انصاف کا نظام',
    secure_unit: 'محفوظ یونٹ',
    phone: 'فون',
    walk_in: 'بغیر وقت لیے آنا',
    cafe: 'مشکل وقت کا کیفے',
    mash: 'تحفظ کا مرکز (MASH)',
    other: 'کوئی اور دروازہ',
  },
  within: {
    now: 'فوراً',
    hours: { counted: { one: 'ایک گھنٹے کے اندر', other: '{count} گھنٹوں کے اندر' } },
    days: { counted: { one: 'ایک دن کے اندر', other: '{count} دنوں کے اندر' } },
    weeks: { counted: { one: 'ایک ہفتے کے اندر', other: '{count} ہفتوں کے اندر' } },
    workingDays: { counted: { one: 'کام کے ایک دن کے اندر', other: 'کام کے {count} دنوں کے اندر' } },
    months: { counted: { one: 'ایک مہینے کے اندر', other: '{count} مہینوں کے اندر' } },
    sameDay: 'اسی دن',
    sameWorkingDay: 'کام کے اسی دن',
    meeting: 'اگلی میٹنگ میں',
  },
  accepts: '{team} کی طرف سے ہاں: {when}',
  readBy: 'پڑھنے والی ٹیم: {team}',
  room: { room: 'اب جگہ ہے', filling: 'تقریباً بھر گیا ہے', full: 'اب بھرا ہوا ہے: آپ پھر بھی پوچھ سکتے ہیں' },
  picture: {
    title: '{name} کے ذریعے مدد کیسے ملتی ہے',
    doors: 'دروازے: {doors}۔',
    leadTo: 'یہ سب {name} تک جاتے ہیں۔',
    leadToTeam: 'یہ سب {name} تک جاتے ہیں، جہاں {team} ہر درخواست پڑھتی ہے۔',
    offered: 'وہاں سے ان میں سے ایک یا زیادہ پیش کیے جاتے ہیں: {offers}۔',
  },
  table: {
    open: 'یہی ایک جدول میں',
    caption: 'دروازوں سے {name} تک، اور آگے',
    step: 'اگلا قدم',
    team: 'ٹیم',
    soon: 'ہاں کتنی جلدی',
    notSet: 'جیسا ٹیم بتائے',
    room: 'جگہ',
    notSaid: 'بتایا نہیں گیا',
  },
  source: 'یہ تصویر اس سے بنی ہے جو یہاں لاگو ہے: {versions}۔',
  version: '{name}، نسخہ {number}',
  straightIn: { title: 'یا بس آ جائیں', lead: 'ان کے لیے نہ ریفرل چاہیے نہ فارم۔' },
  after: {
    title: 'اور اس کے بعد',
    open: 'جب مدد ختم ہو، دروازہ کھلا رہتا ہے۔',
    back: {
      counted: {
        one: 'ایک مہینے کے اندر آپ نئے سرے سے شروع کیے بغیر واپس آ سکتے ہیں۔',
        other: '{count} مہینوں کے اندر آپ نئے سرے سے شروع کیے بغیر واپس آ سکتے ہیں۔',
      },
    },
    change: 'آپ اسے بہتر بنانے میں مدد کر سکتے ہیں۔',
    say: 'اپنی رائے دیں',
  },
};
