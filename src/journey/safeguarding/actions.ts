// What people do with safeguarding concerns.
export { hubOf, ownersFor, readConcern } from './concern.ts';
export { raiseConcern } from './raise-concern.ts';
export { sayTold, takeStep } from './take-step.ts';
