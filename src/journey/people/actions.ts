// The face of the people room: what other rooms may ask of it. How each is done stands in the module it comes from.
export { decideMatch, type MatchOutcome } from './deciding.ts';
export { identityOf } from './identity.ts';
export { learnIdentityJob } from './learned-model.ts';
export { linkReferral, unlinkReferral } from './linking.ts';
export { linkageModel, peopleWithKeys } from './lookup.ts';
export { findPossibleMatches } from './matching.ts';
export { previewForReferrer } from './preview-referrer.ts';
export { registerPerson } from './register.ts';
export { safeContactLine } from './safe-contact-line.ts';
export { mayGoNow, outboxRules } from './sending.ts';
export { contactPointsOf } from './store.ts';
export { type NewTask, raiseTask, raiseTaskIn } from './tasks.ts';
export { type Preview, previewForPerson, type Telling, type Told, tellPerson, tellReferrer } from './tell.ts';
export { tellAsker } from './tell-asker.ts';
