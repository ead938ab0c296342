// Messages in Urdu. Not yet read by a reviewer.
import type { Translation } from '../../../../platform/language/catalogue.ts';
import type { english } from './en.ts';

export const urdu: Translation<typeof english, 'ur'> = {
  hello: {
    named: 'سلام {name}۔',
    anyone: 'سلام۔',
    worker: 'سلام {name}، میں {worker}۔',
    workerToAnyone: 'سلام، میں {worker}۔',
    place: 'سلام {name}، یہ {place} ہے۔',
    placeToAnyone: 'سلام، یہ {place} ہے۔',
  },
  subject: {
    plain: '{name} کے لیے',
    plainToAnyone: 'آپ کے لیے',
    named: '{place} کی طرف سے',
  },
  anything: {
    plain: 'جب وقت ملے تو رابطہ کر لیں۔',
    named: 'آپ کے لیے کچھ نیا ہے۔ جب وقت ملے تو رابطہ کر لیں۔',
  },
  receipt: {
    plain: 'آپ کے پیغام کا شکریہ۔ آپ کو {day} تک جواب ملے گا۔',
    named: 'آپ نے جو بتایا ہمیں مل گیا ہے۔ ہم {day} تک آپ سے رابطہ کریں گے۔',
  },
  question: {
    plain: 'جب وقت ملے تو رابطہ کر لیں۔',
    named: 'ہمیں آپ سے ایک بات پوچھنی ہے۔ اس دوران ہم کام جاری رکھتے ہیں۔',
  },
  unreachable: {
    plain: 'آپ تک پہنچنے کی کوشش کی۔ جب آسان ہو جواب لکھیں، کوئی جلدی نہیں۔',
    named: 'ہم نے آپ تک پہنچنے کی کوشش کی۔ جب تیار ہوں فون کریں یا لکھیں۔ دروازہ کھلا ہے۔',
  },
  decision: {
    plain: 'آپ کے لیے خبر ہے۔ آپ کو {day} تک مزید بتایا جائے گا۔',
    named: 'ہمارے پاس آپ کے لیے جواب ہے۔ ہم {day} تک رابطہ کریں گے۔',
  },
  offer_accepted: {
    plain: 'آپ کو {day} تک مزید بتایا جائے گا۔',
    named: 'ہم آپ سے {day} تک رابطہ کریں گے۔',
  },
  offer_returned: {
    plain: 'اس میں کچھ زیادہ وقت لگے گا۔ آپ کو {day} تک جواب ملے گا۔',
    named: 'ہم آپ کے لیے کچھ بہتر ڈھونڈ رہے ہیں۔ آپ کو نئے سرے سے شروع نہیں کرنا۔ ہم {day} تک بتائیں گے۔',
  },
  appointment: {
    plain: '{day} کو {time} پر ملتے ہیں۔ ٹھیک ہو تو YES لکھیں۔',
    named: '{day} کو {time} پر ملتے ہیں۔ ٹھیک ہو تو YES لکھیں۔',
  },
  appointment_changed: {
    plain: 'اب {day} کو {time} ہے۔ ٹھیک ہو تو YES لکھیں۔',
    named: 'آپ کی ملاقات اب {day} کو {time} پر ہے۔ ٹھیک ہو تو YES لکھیں۔',
  },
  reminder: {
    plain: 'کیا {day} کو {time} اب بھی ٹھیک ہے؟ YES یا NO لکھیں۔',
    named: 'کیا {day} کو {time} اب بھی ٹھیک ہے؟ YES یا NO لکھیں۔',
  },
  missed: {
    plain: 'آج آپ کی کمی محسوس ہوئی۔ کوئی اور وقت یا جگہ بھی ٹھیک ہے۔',
    named: 'آپ کی کمی محسوس ہوئی۔ کوئی اور وقت یا جگہ بھی ٹھیک ہے۔',
  },
  sign_in_link: {
    named: 'یہ آپ کا لنک ہے۔ یہ ایک بار کام کرتا ہے، 20 منٹ تک۔ {link}',
  },
  sign_in_code: {
    plain: 'آپ کا کوڈ {code} ہے۔ یہ ایک بار کام کرتا ہے، 20 منٹ تک۔',
    named: 'آپ کا کوڈ {code} ہے۔ یہ ایک بار کام کرتا ہے، 20 منٹ تک۔',
  },
  measure: {
    plain: '{day} سے پہلے دیکھنے کے لیے کچھ ہے۔',
    named: 'آپ کے لیے چند سوال ہیں، اگر آپ چاہیں۔',
  },
  plan_shared: {
    plain: 'آپ کے پڑھنے کے لیے کچھ نیا ہے۔',
    named: 'آپ کا منصوبہ پڑھنے کے لیے تیار ہے۔',
  },
  welcome: {
    plain: 'آپ سے ملنے کا انتظار ہے۔',
    named: 'ہمیں آپ سے ملنے کا انتظار ہے۔',
  },
  paused: {
    plain: 'ابھی کے لیے وقفہ ہے۔ جب چاہیں لکھیں۔',
    named: 'آپ کی مدد میں {day} تک وقفہ ہے۔ آپ پہلے بھی واپس آ سکتے ہیں۔',
  },
  ending: {
    plain: 'ساتھ گزارے وقت کا شکریہ۔ آپ جب چاہیں لکھ سکتے ہیں۔',
    named: 'ساتھ گزارے وقت کا شکریہ۔ آپ جب چاہیں واپس آ سکتے ہیں۔',
  },
  welcome_back: {
    plain: 'آپ کا پیغام پا کر اچھا لگا۔ آپ کو جلد جواب ملے گا۔',
    named: 'دوبارہ خوش آمدید۔ آپ نے جو بتایا تھا ہمارے پاس ہے۔',
  },
  withdrawn: {
    plain: 'کوئی بات نہیں۔ آپ جب چاہیں لکھ سکتے ہیں۔',
    named: 'کوئی بات نہیں۔ آپ جب چاہیں واپس آ سکتے ہیں۔',
  },
};
