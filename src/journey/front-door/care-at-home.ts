// Where somebody else says that a home may not be safe, whoever picks up the telephone there may be who they fear: what is sent stays plain, or waits for a worker.
// Only named choices are read, never words. What somebody chose for themselves stands as they chose it. Pure.
import type { NewContactPoint } from '../people/model.ts';
import type { NewAnswer, NewReferral } from './model.ts';

/** Choices that say so or leave it open, by question. */
const unsafeHome: Readonly<Record<string, readonly string[]>> = {
  domestic_abuse: ['yes', 'not_sure'],
  unsafe_at_home: ['yes'],
  nowhere_safe: ['yes'],
};

const homeMayNotBeSafe = (answers: readonly Pick<NewAnswer, 'question' | 'codes'>[]): boolean =>
  answers.some(({ question, codes }) => unsafeHome[question]?.some((code) => codes.includes(code)) ?? false);

/** Nothing names us or carries a link; where nobody said that no one else can see or hear it, they are asked before it is used. */
const careful = (point: NewContactPoint): NewContactPoint => ({
  ...point,
  mayNameService: false,
  maySendLinks: false,
  safeToUse: point.safeToUse === 'safe' && point.shared !== 'no' ? 'ask_first' : point.safeToUse,
});

/** The same referral by whichever door, with ways to reach the person that are kept with more care where their home may not be safe (S3.3). */
export function withCareAtHome(referral: NewReferral): NewReferral {
  const { kind, answers, person } = referral;
  if (kind === 'self' || !person.contactPoints || !homeMayNotBeSafe(answers)) return referral;
  return { ...referral, person: { ...person, contactPoints: person.contactPoints.map(careful) } };
}
