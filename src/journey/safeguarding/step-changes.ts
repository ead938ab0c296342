// What each step of a concern keeps of what was typed, and the times that it sets. What a step asks, and who may take it, is in `steps.ts`.
import { dueAt } from '../../platform/due.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { hubOf, safeguardDue } from './concern.ts';
import { finalDue, firstDecisionDue, type Told, type WholeConcern } from './model.ts';
import type { StepName, TypedStep } from './steps.ts';
import type * as store from './store.ts';

/** What a step keeps of what was typed, and the times that it sets. */
export function changeOf(context: SignedIn, name: StepName, concern: WholeConcern, typed: TypedStep): store.ConcernChange {
  const { now } = context;
  const hub = hubOf(context);
  const tests = {
    needsCare: typed.needs_care || null,
    mayBeAbused: typed.may_be_abused || null,
    cannotProtect: typed.cannot_protect || null,
  };
  switch (name) {
    case 'read':
    case 'screen':
      return name === 'screen' ? { screening: typed.screening } : {};
    case 'other':
      return { ...tests, decidedAt: now, otherAction: typed.action, otherOwnerId: typed.owner };
    case 'send':
      return {
        ...tests,
        decidedAt: now,
        level: typed.level,
        levelBecause: '',
        agreement: typed.agreement,
        agreementWords: typed.agreement_words,
        lawfulBasis: typed.agreement === 'agreed' ? null : typed.basis,
        told: typed.told as Told, // checked with the step
        notToldBecause: typed.told === 'told' ? '' : typed.not_told_because,
        copy: typed.copy,
        sentAt: now,
        receiptBy: hub ? dueAt(hub.receiptWithin[concern.route], now) : null,
        firstDecisionBy: hub ? firstDecisionDue(hub, typed.level, now) : null,
      };
    case 'receipt':
      return { acknowledgedAt: now };
    case 'returned':
      return { decidedAt: null, sentAt: null, receiptBy: null, firstDecisionBy: null, decideBy: safeguardDue(context) };
    case 'first':
      return {
        initialDecision: typed.decision,
        initialDecidedAt: now,
        level: typed.level,
        levelBecause: typed.level === concern.level ? '' : typed.level_because,
        inTime: concern.firstDecisionBy ? now <= concern.firstDecisionBy : null,
        finalBy: hub ? finalDue(hub, typed.decision, now) : null,
      };
    case 'final':
      return { finalDecision: typed.decision, finalDecidedAt: now };
    case 'feedback':
      return {
        feedback: typed.feedback,
        fedBackAt: now,
        ...(concern.route === 'adult' ? { wishesMet: typed.wishes_met, feelsSafer: typed.feels_safer, listenedTo: typed.listened_to } : {}),
      };
    case 'close':
      return { closing: typed.closing, reviewOn: typed.review_on || null };
  }
}
