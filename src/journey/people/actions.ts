// The face of the people room: what other rooms may ask of it. How each is done stands in the module it comes from.

export { identityOf } from './identity.ts';
export { decideMatch, type MatchOutcome } from './matching/deciding.ts';
export { learnIdentityJob } from './matching/learned-model.ts';
export { linkReferral } from './matching/linking.ts';
export { linkageModel, peopleWithKeys } from './matching/lookup.ts';
export { findPossibleMatches } from './matching/matching.ts';
export { unlinkReferral } from './matching/unlinking.ts';
export { registerPerson } from './register.ts';
export { contactPointsOf, linkedInto } from './store.ts';
export { knowsOf, wasSpokenWith } from './store-unknowing.ts';
export { type NewTask, raiseTask, raiseTaskIn } from './tasks.ts';
export { calendarWords } from './telling/calendar-words.ts';
export { previewForReferrer } from './telling/preview-referrer.ts';
export { safeContactAbout, safeContactLine } from './telling/safe-contact-line.ts';
export { mayGoNow, outboxRules } from './telling/sending.ts';
export { type Preview, previewForPerson, type Telling, type Told, tellPerson } from './telling/tell.ts';
export { tellAsker } from './telling/tell-asker.ts';
export { tellReferrer } from './telling/tell-referrer.ts';
