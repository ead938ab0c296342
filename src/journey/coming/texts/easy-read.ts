// Easy Read of what makes coming possible: a text of its own, one idea a sentence. Each stands in place of the English of the same key.
import type { Approved } from '../../../platform/language/catalogue.ts';

export const easyWords: Approved = new Map([
  ['coming.title', 'What would help you come the first time?'],
  ['coming.lead', 'Choose what you like. You can change it later.'],
  ['coming.none', 'Tell the person who helps you. They can find another place or another way.'],
  ['coming.place', 'Where do you want to meet?'],
  ['coming.places.outside', 'Outside, like a walk'],
  ['coming.places.public', 'In a café or a library'],
  ['coming.places.ours', 'At our place'],
  ['coming.placeWords', 'Tell us more about the place'],
  ['coming.channel', 'How do you want to start?'],
  ['coming.channels.01', 'We meet'],
  ['coming.channels.02', 'We talk on the phone first'],
  ['coming.channels.11', 'We have a video call first'],
  ['coming.channels.09', 'We send texts first'],
  ['coming.company', 'Who comes with you?'],
  ['coming.companies.ours', 'Someone from the team'],
  ['coming.companies.own', 'Someone I know'],
  ['coming.companies.alone', 'No one. I come alone'],
  ['coming.keep', 'Save this'],
  ['coming.kept.title', 'We will do it like this'],
  ['coming.kept.detail', 'You can change it before we meet.'],
  ['coming.faults.nothing', 'Please choose one thing.'],
  ['coming.faults.where', 'Write the place.'],
]);
