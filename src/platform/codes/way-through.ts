// The product’s own lists along a person’s way: door, first contact, plan, strands, ending. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const door = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'self', label: 'Self-referral' },
    { code: 'carer', label: 'Carer or relative' },
    { code: 'professional', label: 'Professional' },
    { code: 'partner', label: 'Partner agency' },
    { code: 'justice', label: 'Criminal justice system' },
    { code: 'secure_unit', label: 'Secure unit' },
    { code: 'phone', label: 'Phone' },
    { code: 'walk_in', label: 'Walk-in' },
    { code: 'cafe', label: 'Crisis café' },
    { code: 'mash', label: 'MASH' },
    { code: 'other', label: 'Other' },
  ],
} as const satisfies CodeSet;

export const contactTryResult = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'spoke', label: 'Spoke' },
    { code: 'message_left', label: 'Message left' },
    { code: 'no_answer', label: 'No answer' },
    { code: 'wrong_number', label: 'Wrong number' },
    { code: 'unsafe', label: 'Not safe to talk' },
    { code: 'asked_to_call_back', label: 'Asked to call back' },
  ],
} as const satisfies CodeSet;

export const responseScaleSomerset = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  note: 'Example scale, editable per service. NOW, H4 and H24 follow published triage response times; the rest are unverified: make them configurable.',
  codes: [
    { code: 'NOW', label: 'Now, with emergency services', targetHours: 0, nationalPriority: '1' },
    { code: 'H4', label: 'Within 4 hours', targetHours: 4, nationalPriority: '4' },
    { code: 'H24', label: 'Within 24 hours', targetHours: 24, nationalPriority: '2' },
    { code: 'H72', label: 'Within 72 hours', targetHours: 72, nationalPriority: '2', unverified: true },
    { code: 'W4', label: 'Within 4 weeks', targetHours: 672, nationalPriority: '3', unverified: true },
    { code: 'PARTNER', label: 'Named partner accepts', targetHours: null, nationalPriority: '3' },
    { code: 'ADVICE', label: 'Advice given, door stays open', targetHours: null, nationalPriority: '3' },
  ],
} as const satisfies CodeSet;

export const gapGroup = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'G1', label: 'Lower-level, often practical support; coping and resilience' },
    { code: 'G2', label: 'Higher need, but not motivated or too anxious to access and keep support' },
    { code: 'G3', label: 'Above NHS Talking Therapies criteria, below the specialist or inpatient threshold' },
  ],
} as const satisfies CodeSet;

export const needDomain = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'mental', label: 'Mental health' },
    { code: 'physical', label: 'Physical health' },
    { code: 'emotional', label: 'Emotional wellbeing' },
    { code: 'safety', label: 'Safety' },
    { code: 'relationships', label: 'Relationships and networks' },
    { code: 'home', label: 'Home' },
    { code: 'work', label: 'Work and learning' },
    { code: 'money', label: 'Money and debt' },
    { code: 'substances', label: 'Substances' },
    { code: 'daily', label: 'Daily living' },
    { code: 'identity', label: 'Identity, culture and faith' },
    { code: 'caring', label: 'Caring and family' },
  ],
} as const satisfies CodeSet;

export const strandType = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'emotional', label: 'One-to-one emotional support (FMHP)' },
    { code: 'peer', label: 'Peer supporter' },
    { code: 'practical', label: 'Practical supporter' },
    { code: 'key_work', label: 'Key work' },
    { code: 'living_skills', label: 'Living skills' },
    { code: 'outreach', label: 'Outreach (gap group 2)' },
    { code: 'joint', label: 'Joint ownership (gap group 3)' },
    { code: 'specific', label: 'Specific pathway' },
    { code: 'housing', label: 'Housing' },
    { code: 'employment', label: 'Employability' },
    { code: 'care_coordination', label: 'Care co-ordination' },
    { code: 'agency', label: 'Agency-led' },
  ],
} as const satisfies CodeSet;

export const interventionType = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  note: 'Map to SNOMED CT procedure codes where a return needs them.',
  codes: [
    { code: 'low_intensity_cbt', label: 'Low-intensity CBT-based' },
    { code: 'motivational', label: 'Motivational interviewing' },
    { code: 'brief_solution', label: 'Brief solution-focused' },
    { code: 'peer_support', label: 'Peer support' },
    { code: 'practical_support', label: 'Practical support' },
    { code: 'befriending', label: 'Befriending' },
    { code: 'safety_planning', label: 'Safety planning' },
    { code: 'key_work', label: 'Key work' },
    { code: 'joint_meeting', label: 'Joint meeting' },
    { code: 'other', label: 'Other' },
  ],
} as const satisfies CodeSet;

export const practicalTask = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'appointment', label: 'Accompany to a medical appointment' },
    { code: 'grant', label: 'Help with a grant application' },
    { code: 'housing_form', label: 'Help with a housing application' },
    { code: 'benefits', label: 'Help with benefits' },
    { code: 'social', label: 'Befriending: social activity' },
    { code: 'companionship', label: 'Befriending: companionship' },
    { code: 'other', label: 'Other' },
  ],
} as const satisfies CodeSet;

export const planAgreement = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'agreed', label: 'Agreed' },
    { code: 'agreed_differences', label: 'Agreed with differences' },
    { code: 'not_agreed', label: 'Not agreed' },
    { code: 'not_wanted', label: 'Not wanted now' },
  ],
} as const satisfies CodeSet;

export const actionOwner = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'person', label: 'Me' },
    { code: 'worker', label: 'Worker' },
    { code: 'supporter', label: 'Supporter' },
    { code: 'partner', label: 'Partner agency' },
    { code: 'family', label: 'Family or friend' },
  ],
} as const satisfies CodeSet;

export const pauseReason = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'person', label: 'Person’s wish' },
    { code: 'hospital', label: 'In hospital' },
    { code: 'custody', label: 'In custody' },
    { code: 'health', label: 'Physical health' },
    { code: 'caring', label: 'Caring' },
    { code: 'worker_absent', label: 'Worker absent' },
    { code: 'safety', label: 'Safety' },
    { code: 'other', label: 'Other' },
  ],
} as const satisfies CodeSet;

export const endingReason = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  note: 'nationalClosure is the suggested mapping to referralClosureReason; check with your return’s owner.',
  codes: [
    { code: 'aims_met', label: 'Aims met, planned ending', nationalClosure: '02' },
    { code: 'time', label: 'Planned length reached', nationalClosure: '02' },
    { code: 'moved_support', label: 'Moved to another service, accepted there', nationalClosure: '08' },
    { code: 'moved_area', label: 'Moved out of area', nationalClosure: '03' },
    { code: 'person_asked', label: 'Person asked to end', nationalClosure: '07' },
    { code: 'did_not_start', label: 'Person chose not to start', nationalClosure: '09' },
    { code: 'no_contact', label: 'Could not be reached after the full routine', nationalClosure: '05' },
    { code: 'hospital', label: 'Admitted elsewhere for a long stay', nationalClosure: '01' },
    { code: 'custody', label: 'Long custody, support cannot continue', nationalClosure: '08' },
    { code: 'other_need', label: 'Need better met another way, arranged', nationalClosure: '04' },
    { code: 'died', label: 'Died', nationalClosure: '06' },
  ],
} as const satisfies CodeSet;

export const choiceTopic = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'worker', label: 'Worker' },
    { code: 'hours', label: 'Hours' },
    { code: 'activity', label: 'Activity' },
    { code: 'place', label: 'Place' },
    { code: 'home', label: 'Home' },
    { code: 'goal', label: 'Goal' },
    { code: 'other', label: 'Other' },
  ],
} as const satisfies CodeSet;

export const chosenBy = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'person', label: 'The person' },
    { code: 'together', label: 'Together' },
    { code: 'staff', label: 'Staff' },
    { code: 'rule', label: 'Rule or law' },
  ],
} as const satisfies CodeSet;

export const measurePoint = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'baseline', label: 'Start' },
    { code: 'review', label: 'Review' },
    { code: 'end', label: 'End' },
    { code: 'follow_up_3', label: '3 months after' },
    { code: 'follow_up_6', label: '6 months after' },
    { code: 'follow_up_12', label: '12 months after' },
    { code: 'session', label: 'Session' },
  ],
} as const satisfies CodeSet;

export const scoreMethod = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'complete', label: 'All items' },
    { code: 'prorated', label: 'Prorated by the instrument’s rule' },
    { code: 'not_scorable', label: 'Not scorable' },
    { code: 'external', label: 'Entered from the owner’s tool' },
  ],
} as const satisfies CodeSet;

export const completedBy = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'person', label: 'Person alone' },
    { code: 'person_helped', label: 'Person with help' },
    { code: 'staff', label: 'Staff rated' },
    { code: 'carer', label: 'Carer or proxy' },
  ],
} as const satisfies CodeSet;

export const measureDeclineReason = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'not_now', label: 'Not now' },
    { code: 'too_long', label: 'Too long' },
    { code: 'upsetting', label: 'Upsetting' },
    { code: 'not_relevant', label: 'Not relevant' },
    { code: 'language', label: 'Language or reading' },
    { code: 'no_reason', label: 'No reason given' },
  ],
} as const satisfies CodeSet;
