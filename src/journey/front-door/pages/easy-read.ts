// Easy Read of each page of the front door: one idea a line, each with a picture before it.
import type { PicturedLine } from '../../../design/components/easy-lines.tsx';
import type { SelfPageKey } from '../questions.ts';

export type EasyPage = SelfPageKey | 'start' | 'startOther' | 'check' | 'done' | 'doneToday' | 'doneRead' | 'saved';

/** May name {team} and {by}. */
export interface EasyLine extends PicturedLine {
  readonly text: string;
}

export const easyLines: Readonly<Record<EasyPage, readonly EasyLine[]>> = {
  start: [
    { picture: 'think', text: 'Do you feel bad?' },
    { picture: 'home', text: 'Is there a problem with your home, money or work?' },
    { picture: 'note', text: 'We ask you 6 things.' },
    { picture: 'cross', text: 'You can miss any of them out.' },
    { picture: 'people', text: 'The {team} reads what you write.' },
    { picture: 'calendar', text: 'They read it by {by}.' },
    { picture: 'check', text: 'We will not turn you away.' },
  ],
  startOther: [
    { picture: 'people', text: 'You can ask for help for someone else.' },
    { picture: 'chat', text: 'It is better if they know you ask.' },
    { picture: 'lock', text: 'We do not tell you if we know them.' },
  ],
  1: [
    { picture: 'chat', text: 'Tell us what is wrong.' },
    { picture: 'note', text: 'You can write, or choose from a list.' },
    { picture: 'phone', text: 'Or we can talk.' },
  ],
  2: [
    { picture: 'check', text: 'Choose what would help.' },
    { picture: 'think', text: 'You can say “I’m not sure”.' },
  ],
  3: [],
  4: [
    { picture: 'phone', text: 'Choose how we can contact you.' },
    { picture: 'lock', text: 'Could someone else see your phone? Tell us.' },
    { picture: 'shield', text: 'Then we do not say who we are.' },
  ],
  5: [
    { picture: 'people', text: 'Tell us your name.' },
    { picture: 'phone', text: 'Tell us how to find you.' },
  ],
  6: [
    { picture: 'people', text: 'Tell us who helps you.' },
    { picture: 'chat', text: 'Tell us what language you like.' },
  ],
  now: [
    { picture: 'phone', text: 'You can talk to someone now.' },
    { picture: 'check', text: 'We kept what you wrote.' },
  ],
  more: [
    { picture: 'think', text: 'We ask to be fair to everyone.' },
    { picture: 'cross', text: 'You do not have to answer.' },
  ],
  check: [
    { picture: 'note', text: 'Read what you wrote.' },
    { picture: 'back', text: 'You can change it.' },
    { picture: 'check', text: 'Press the green button to send it.' },
  ],
  done: [
    { picture: 'people', text: 'A person in the {team} reads what you wrote.' },
    { picture: 'calendar', text: 'They read it by {by}.' },
    { picture: 'phone', text: 'Then they contact you, in the way you chose.' },
    { picture: 'chat', text: 'You decide together what to do next.' },
    { picture: 'flag', text: 'You can say no.' },
    { picture: 'people', text: 'You can bring someone with you.' },
  ],
  doneToday: [
    { picture: 'people', text: 'A person in the {team} reads what you wrote today.' },
    { picture: 'phone', text: 'They contact you today, in the way you chose.' },
    { picture: 'alert', text: 'Are you in danger before that? Call 999.' },
  ],
  doneRead: [
    { picture: 'phone', text: 'We contact you, in the way you chose.' },
    { picture: 'chat', text: 'You decide together what to do next.' },
    { picture: 'flag', text: 'You can say no.' },
    { picture: 'people', text: 'You can bring someone with you.' },
  ],
  saved: [
    { picture: 'note', text: 'Write the code down.' },
    { picture: 'back', text: 'Use it to come back.' },
    { picture: 'lock', text: 'Nobody reads what you wrote until you send it.' },
  ],
};
