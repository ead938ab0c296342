// What people do in triage, and what other rooms may ask of it.
export { askForMore } from './asking.ts';
export { decideByRule } from './by-rule.ts';
export { beginReading, type Considered, consider } from './considering.ts';
export { asDecided, type Decided, type Decision, decide, factsToTell } from './deciding.ts';
export { decideAgain } from './deciding-again.ts';
export { acceptOffer, returnOffer } from './handing-over.ts';
export { countersign, returnDecision } from './second-clinician.ts';
export { countOffersFor, findOffer, offersFor } from './store-offer.ts';
export { answersOf } from './store-referral.ts';
