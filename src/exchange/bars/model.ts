// The words of messages from other systems: their codes, what is read out of one, and what is wrong with it. Shapes follow FHIR R4 and the Booking and
// Referral Standard (message bundles for `$process-message`); no assurance under that standard is claimed.
import type { NewAnswer, NewReferral } from '../../journey/front-door/model.ts';

export const systems = {
  event: 'https://fhir.nhs.uk/CodeSystem/message-events-bars',
  reason: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars',
  errorCode: 'https://fhir.nhs.uk/CodeSystem/http-error-codes',
  flagCategory: 'https://fhir.nhs.uk/CodeSystem/flag-categories-bars',
  safeguarding: 'https://fhir.nhs.uk/CodeSystem/safeguarding-codes-bars',
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  ethnicCategory: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory',
  interpreter: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
} as const;

export const reasons = ['new', 'update', 'delete'] as const;
export type Reason = (typeof reasons)[number];

/** One thing wrong with a message: what, in words, and where, as an expression such as 'Bundle.entry[2].resource.birthDate'. */
export interface Issue {
  readonly code: IssueCode;
  readonly text: string;
  readonly expression?: string;
}
/** Of FHIR’s issue types, the ones said here. */
export type IssueCode =
  | 'structure'
  | 'required'
  | 'value'
  | 'invalid'
  | 'not-found'
  | 'duplicate'
  | 'conflict'
  | 'business-rule'
  | 'not-supported'
  | 'too-long'
  | 'login'
  | 'forbidden'
  | 'throttled'
  | 'exception'
  | 'transient';

/** A business identifier, both parts as one: 'system|value'. */
export type BusinessIdentifier = string;

interface Message {
  readonly bundleIdentifier: BusinessIdentifier;
  /** Id of the message header, named again in the answer. */
  readonly headerId: string;
  /** By which the sender knows the referral. */
  readonly referralIdentifier: BusinessIdentifier;
}

export type ReceivedMessage =
  | (Message & { readonly reason: 'new'; readonly referral: NewReferral })
  /** What is said now, in the sender’s words; it is added to what was sent. */
  | (Message & { readonly reason: 'update'; readonly words: string; readonly alarms: readonly Pick<NewAnswer, 'question' | 'codes'>[] })
  /** Why it is taken back. */
  | (Message & { readonly reason: 'delete'; readonly words: string });

export type ReadMessage =
  | { readonly ok: true; readonly message: ReceivedMessage }
  | { readonly ok: false; readonly issues: readonly Issue[] };
