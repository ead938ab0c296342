// What whoever asks somebody aloud how it is safe to reach them reads. What they read themselves, in their language, is in own-texts.ts.
import { type ContactTexts, contactCatalogue } from './own-texts.ts';

/** As everybody at work reads them. */
export const inEnglish: ContactTexts = contactCatalogue.in('en');
export const { ways: wayWords } = inEnglish;

export const forStaff: Pick<ContactTexts, 'asked' | 'shows'> = {
  asked: {
    ...inEnglish.asked,
    safes: { ...inEnglish.asked.safes, ask_first: 'Ask them first' },
    shareds: { ...inEnglish.asked.shareds, not_sure: 'Not sure' },
    safe: 'Is it safe to use?',
    sharedHint: 'Yes and not sure are treated alike: no name of ours, no reason, no link.',
    links: 'May we send a link to open their page?',
    linksHint: 'Only if nobody else sees it. Otherwise they get a code.',
    voicemail: 'A voicemail is fine',
    name: 'Name to use there',
    nameHint: 'Empty for the name they go by.',
    keep: 'Keep what they said',
  },
  shows: {
    plain: 'What the phone shows if someone else could see it',
    named: 'What the phone shows if only they see it',
    link: 'What the phone shows when they ask for the link',
  },
};
