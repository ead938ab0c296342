// What the person, and who asks them, read of whoever asked for them at home. English only: they stand on the person’s own page and on pages of people at work.
import type { AskedByCarer, MayKnow } from './carer.ts';

/** 'Jo Hill (sister)'. */
export const carerName = ({ carer, relation }: Pick<AskedByCarer, 'carer' | 'relation'>): string =>
  relation ? `${carer} (${relation})` : carer;

export const ownWords = {
  title: 'Who asked for you',
  lead: 'You decide what they hear. They never see what you tell us, and your support goes on whatever you say.',
  none: 'Nobody asked for you. You came to us yourself, or somebody at work referred you.',
  asked: (day: string): string => `They asked us to help you on ${day}.`,
  stands: {
    not_asked: 'They hear nothing from us. You have not been asked yet.',
    yes: 'They can see where it stands: who helps, and by when.',
    no: 'They hear nothing from us.',
  } satisfies Readonly<Record<MayKnow, string>>,
  yes: 'They may see where it stands',
  no: 'They hear nothing',
  kept: { yes: (name: string): string => `${name} may see where it stands`, no: (name: string): string => `${name} hears nothing from us` },
} as const;

export const workersWords = {
  title: (name: string): string => `${name} asked for them`,
  stands: {
    not_asked: 'They have not been asked whether this person may hear what happens. Until then, say nothing: not even that we know them.',
    yes: 'They said that this person may hear where it stands: who helps, and by when. Nothing of what they tell us.',
    no: 'They said no. Say nothing to this person: not even that we know them.',
  } satisfies Readonly<Record<MayKnow, string>>,
  ask: 'What did they say when you asked them?',
  yes: 'Yes, this person may hear',
  no: 'No',
  kept: 'Kept. The page of whoever asked keeps to it.',
} as const;
