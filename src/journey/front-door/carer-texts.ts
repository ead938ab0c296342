// What those at work read of whoever asked for somebody at home, in English. The person reads it in their own language: trust/audit/texts.
import type { AskedByCarer, MayKnow } from './carer.ts';

/** 'Jo Hill (sister)'. */
export const carerName = ({ carer, relation }: Pick<AskedByCarer, 'carer' | 'relation'>): string =>
  relation ? `${carer} (${relation})` : carer;

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
