// What kinds of data there are, who has a part, and on what ground data is shared. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const dataCategory = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'contact', label: 'Contact' },
    { code: 'story', label: 'Story' },
    { code: 'clinical', label: 'Clinical' },
    { code: 'safety', label: 'Safety' },
    { code: 'offence', label: 'Offence' },
    { code: 'housing', label: 'Housing' },
    { code: 'work', label: 'Work' },
    { code: 'measures', label: 'Measures' },
    { code: 'equality', label: 'Equality' },
  ],
} as const satisfies CodeSet;

export const role = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'PER', label: 'Person using the service' },
    { code: 'CAR', label: 'Carer or relative' },
    { code: 'REF', label: 'Referrer' },
    { code: 'TRI', label: 'SPA triage clinician' },
    { code: 'SNR', label: 'Senior clinician or senior social care professional' },
    { code: 'KW', label: 'Key worker' },
    { code: 'CO', label: 'Coordinator' },
    { code: 'VOL', label: 'Peer or practical supporter' },
    { code: 'HOST', label: 'Café host' },
    { code: 'HOU', label: 'Housing officer or trusted assessor' },
    { code: 'EMP', label: 'Employment specialist' },
    { code: 'PAR', label: 'Partner agency worker' },
    { code: 'SG', label: 'Safeguarding lead' },
    { code: 'MGR', label: 'Service manager' },
    { code: 'COM', label: 'Commissioner' },
    { code: 'IG', label: 'Information-governance lead' },
    { code: 'ADM', label: 'Administrator' },
    { code: 'DES', label: 'Survey designer with lived experience' },
    { code: 'SYS', label: 'System' },
  ],
} as const satisfies CodeSet;

export const consentState = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'agreed', label: 'Agreed' },
    { code: 'declined', label: 'Declined' },
    { code: 'not_asked_unsafe', label: 'Not asked: would be unsafe' },
    { code: 'not_asked_other', label: 'Not asked yet' },
    { code: 'lacks_capacity', label: 'Lacks capacity for this decision' },
    { code: 'withdrawn', label: 'Withdrawn' },
    { code: 'expired', label: 'Expired' },
  ],
} as const satisfies CodeSet;

export const lawfulBasis = {
  source: 'UK GDPR Articles 6, 9 and 10 and Data Protection Act 2018 Schedule 1; wording not confirmed in a source',
  status: 'unverified',
  kind: 'product',
  note: 'Check with the data protection officer; choose per record type and purpose.',
  codes: [
    { code: '6_1_a', label: 'Consent' },
    { code: '6_1_c', label: 'Legal obligation' },
    { code: '6_1_d', label: 'Vital interests' },
    { code: '6_1_e', label: 'Public task' },
    { code: '6_1_f', label: 'Legitimate interests' },
    { code: '9_2_a', label: 'Explicit consent (special category)' },
    { code: '9_2_c', label: 'Vital interests (special category)' },
    { code: '9_2_g', label: 'Substantial public interest' },
    { code: '9_2_h', label: 'Health or social care' },
    { code: '10', label: 'Criminal-offence data with a Schedule 1 condition' },
  ],
} as const satisfies CodeSet;

export const breakGlassReason = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'emergency', label: 'Emergency care' },
    { code: 'safeguarding', label: 'Safeguarding' },
    { code: 'legal', label: 'Legal duty' },
    { code: 'rights', label: 'Subject access or complaint' },
    { code: 'incident', label: 'Incident or breach review' },
    { code: 'technical', label: 'Technical fix with supervisor' },
  ],
} as const satisfies CodeSet;

export const breakGlassFinding = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'right', label: 'Right to open, and no more than was needed' },
    { code: 'too_much', label: 'Right to open, but more than was needed' },
    { code: 'another_way', label: 'Not needed: there was another way' },
    { code: 'wrong', label: 'Wrong to open' },
  ],
} as const satisfies CodeSet;

export const retentionDecision = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'extend', label: 'Keep longer, with reason' },
    { code: 'hold', label: 'Legal hold' },
    { code: 'dispose', label: 'Dispose' },
    { code: 'anonymise', label: 'Anonymise' },
    { code: 'transfer', label: 'Transfer to another controller or archive' },
  ],
} as const satisfies CodeSet;

export const contactChannel = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'mobile_call', label: 'Mobile call' },
    { code: 'text', label: 'Text message' },
    { code: 'landline', label: 'Landline' },
    { code: 'email', label: 'Email' },
    { code: 'post', label: 'Post' },
    { code: 'visit', label: 'Visit' },
    { code: 'via_person', label: 'Through someone I trust' },
    { code: 'my_page', label: 'Only on my page' },
    { code: 'i_will_contact', label: 'I will contact you' },
  ],
} as const satisfies CodeSet;

export const safeToUse = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'safe', label: 'Safe' },
    { code: 'not_safe', label: 'Not safe' },
    { code: 'ask_first', label: 'Ask me first' },
    { code: 'unknown', label: 'Not yet asked' },
  ],
} as const satisfies CodeSet;

export const sharedDevice = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  note: 'Yes or not sure means: plain sender, first name, no service name, no link, no reason.',
  codes: [
    { code: 'no', label: 'No one else sees it' },
    { code: 'yes', label: 'Someone else may see it' },
    { code: 'unsure', label: 'Not sure' },
  ],
} as const satisfies CodeSet;
