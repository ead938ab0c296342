// Easy Read of how help is reached: a text of its own, one idea a sentence. Each stands in place of the English of the same key.
import type { Approved } from '../../../../platform/language/catalogue.ts';

export const easyWords: Approved = new Map([
  ['how.lead', 'You ask for help. A person reads what you wrote. Everyone gets a next step. Someone stays with you until it starts.'],
  ['how.headings.doors', 'You can ask in any way'],
  ['how.headings.reading', 'A person reads it'],
  ['how.headings.next', 'What comes next'],
  ['how.doors.self', 'You ask for yourself'],
  ['how.doors.carer', 'Family or a friend asks'],
  ['how.doors.professional', 'Someone at work asks'],
  ['how.doors.partner', 'Another service asks'],
  ['how.doors.justice', 'Police, court or probation asks'],
  ['how.doors.phone', 'You call us'],
  ['how.doors.walk_in', 'You just come'],
  ['how.room.room', 'There is room'],
  ['how.room.filling', 'It is nearly full'],
  ['how.room.full', 'It is full. You can still ask us'],
  ['how.table.open', 'Show this as a table'],
  ['how.source', 'We made this picture from: {versions}.'],
  ['how.straightIn.title', 'Or you can just go'],
  ['how.straightIn.lead', 'You do not need to ask first. There is no form.'],
  ['how.after.title', 'When your support ends'],
  ['how.after.open', 'You can come back.'],
  ['how.after.back.other', 'For {count} months you do not have to start again.'],
  ['how.after.change', 'You can help us do this better.'],
  ['how.after.say', 'Tell us what you think'],
]);
