// Words for why somebody reaches a record. A role here is a row of the access matrix; the place's own names of roles stand beside people elsewhere.
import type { AccessRole } from '../../platform/web/permission.ts';
import type { DataCategory, Relationship } from './model.ts';

/** Follows a name: 'Grace Obi is the key worker'. A team's name takes the same words. */
export const relationshipWords: Readonly<Record<Relationship, string>> = {
  self: 'is the person themselves',
  referrer: 'sent a referral',
  holds_referral: 'holds the referral',
  offered: 'was asked to offer support',
  serves: 'gives support',
  key_worker: 'is their named worker',
  countersigns: 'was asked to countersign a decision',
  manages: 'manages the support',
  agreement: 'works with us under a sharing agreement',
  break_glass: 'opened the record in an emergency',
  carer: 'is a carer with permission',
  supporter: 'was matched with them',
  safeguards: 'decides about a safeguarding concern',
};

export const roleWords: Readonly<Record<AccessRole, string>> = {
  PER: 'person',
  CAR: 'carer or relative',
  REF: 'referrer',
  TRI: 'triage clinician',
  SNR: 'senior clinician',
  KW: 'named worker',
  CO_VOLUNTEERS: 'coordinator of volunteers',
  CO_HUB: 'hub coordinator',
  VOL: 'supporter',
  HOST: 'café host',
  HOU: 'housing officer',
  EMP: 'employment specialist',
  PAR: 'partner agency worker',
  SG: 'safeguarding lead',
  MGR: 'service manager',
  COM: 'commissioner',
  IG: 'information-governance lead',
  ADM: 'administrator',
};

export const categoryWords: Readonly<Record<DataCategory, string>> = {
  contact: 'contact',
  story: 'story',
  clinical: 'clinical',
  safety: 'safety',
  offence: 'justice',
  housing: 'housing',
  work: 'work and money',
  measures: 'measures',
  equality: 'equality',
};

/** As a choice: 'Work and money'. */
export const categoryTitle = (category: DataCategory): string => {
  const words = categoryWords[category];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** Follows 'from'. */
export const sourceWords: Readonly<Record<string, string>> = {
  referral: 'the referral',
  offer: 'an offer of support',
  decision: 'a triage decision',
  triage_decision: 'a triage decision',
  enrolment: 'the support they are enrolled on',
  strand: 'a strand of support',
  match: 'a match',
  sharing_choice: 'a sharing choice',
  sharing_without_agreement: 'a recorded reason to share without agreement',
  agreement: 'a sharing agreement',
  meeting: 'a hub meeting',
  registration: 'the person’s own record',
  person: 'the person’s own record',
  account: 'an account',
  identity_link: 'a link between two records',
  emergency_opening: 'an opening in an emergency',
  restricted_record: 'being named when the record was restricted',
  safeguarding_concern: 'a safeguarding concern',
  restricted_reason: 'a reason they gave to open a restricted record',
};
export const otherSource = 'a recorded decision';

export const texts = {
  everything: 'Everything their role allows',
  nothing: 'Nothing at this time',
  contactDetails: 'contact details',
  inShort: 'in short:',
  noEnd: 'no end date',
} as const;
