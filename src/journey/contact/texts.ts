// What is read where somebody says how it is safe to reach them: by themselves on their own page, and by whoever asks them aloud.
import type { ContactPoint } from '../people/model.ts';
import type { Way } from './model.ts';

export const wayWords: Readonly<Record<Way, string>> = { text: 'Text', phone: 'Phone call', email: 'E-mail', post: 'Letter' };

const safeWords: Readonly<Record<ContactPoint['safeToUse'], string>> = {
  safe: 'Safe',
  ask_first: 'Ask first',
  not_safe: 'Not safe',
  not_asked: 'Not asked yet',
};
const sharedWords: Readonly<Record<ContactPoint['shared'], string>> = {
  no: 'nobody else sees it',
  yes: 'somebody else could see it',
  not_sure: 'perhaps somebody else sees it',
  not_asked: 'who else sees it was not asked',
};

/** 'Text. Safe, nobody else sees it. A link may be sent.' */
export const wayLine = (point: ContactPoint, way: Way): string =>
  [
    `${wayWords[way]}.`,
    point.safeToUse === 'safe' ? `Safe, ${sharedWords[point.shared]}.` : `${safeWords[point.safeToUse]}.`,
    point.maySendLinks ? 'A link may be sent.' : '',
    point.voicemail ? 'A voicemail is fine.' : '',
    point.doubtedAt ? 'Newer details say something else.' : '',
  ]
    .filter(Boolean)
    .join(' ');

interface Asked {
  readonly safe: string;
  readonly shared: string;
  readonly sharedHint: string;
  readonly links: string;
  readonly linksHint: string;
  readonly voicemail: string;
  readonly name: string;
  readonly nameHint: string;
  readonly timesSafe: string;
  readonly timesNever: string;
  readonly safes: Readonly<Record<'safe' | 'ask_first' | 'not_safe', string>>;
  readonly shareds: Readonly<Record<'yes' | 'not_sure' | 'no', string>>;
  readonly link: Readonly<Record<'yes' | 'no', string>>;
  readonly keep: string;
}

const answers = {
  safes: { safe: 'Yes', ask_first: 'Ask me first', not_safe: 'No' },
  shareds: { yes: 'Yes', not_sure: 'I’m not sure', no: 'No' },
  link: { yes: 'Yes, a link', no: 'No, a code' },
} as const;

export const forThem: Asked = {
  ...answers,
  safe: 'Is it safe for us to use this?',
  shared: 'Could someone else see or hear it?',
  sharedHint: 'If so, or if you are not sure, we say nothing of who we are.',
  links: 'May we send you a link to open your page?',
  linksHint: 'Only if nobody else sees it. Otherwise we send a code.',
  voicemail: 'You may leave a voicemail',
  name: 'What name should we use there?',
  nameHint: 'Leave it empty for the name you go by.',
  timesSafe: 'Times that are good',
  timesNever: 'Times that are never good',
  keep: 'Keep this',
};

export const forStaff: Asked = {
  ...answers,
  safes: { ...answers.safes, ask_first: 'Ask them first' },
  shareds: { ...answers.shareds, not_sure: 'Not sure' },
  safe: 'Is it safe to use?',
  shared: 'Could someone else see or hear it?',
  sharedHint: 'Yes and not sure are treated alike: no name of ours, no reason, no link.',
  links: 'May we send a link to open their page?',
  linksHint: 'Only if nobody else sees it. Otherwise they get a code.',
  voicemail: 'A voicemail is fine',
  name: 'Name to use there',
  nameHint: 'Empty for the name they go by.',
  timesSafe: 'Times that are good',
  timesNever: 'Times that are never good',
  keep: 'Keep what they said',
};

export const shows = {
  plain: 'What the phone shows if someone else could see it',
  named: 'What the phone shows if only they see it',
  link: 'What the phone shows when they ask for the link',
} as const;
