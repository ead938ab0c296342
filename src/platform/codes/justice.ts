// Lists from the justice system, imported and shown as theirs. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const offenceHistory = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0) for labels; code list nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'partly',
  kind: 'national',
  note: 'For returns only; label of X not confirmed.',
  codes: [
    { code: '1', label: 'No - No offence' },
    { code: '2', label: 'Yes - Less serious offence' },
    { code: '3', label: 'Yes - Serious offence' },
    { code: 'X', label: null },
  ],
} as const satisfies CodeSet;

export const hmppsServiceCategory = {
  source: 'ministryofjustice/hmpps-interventions-service and -ui (MIT), migration V1_2_1',
  status: 'verified',
  kind: 'imported',
  note: 'Codes are local keys; the source uses UUIDs. Women’s services are not a separate category.',
  codes: [
    { code: 'accommodation', label: 'Accommodation' },
    { code: 'ete', label: 'Education, training and employment' },
    { code: 'fbd', label: 'Finance, benefits and debt' },
    { code: 'dnr', label: 'Dependency and recovery' },
    { code: 'lifestyle', label: 'Lifestyle and associates' },
    { code: 'family', label: 'Family and significant others' },
    { code: 'emotional', label: 'Emotional wellbeing' },
    { code: 'inclusion', label: 'Social inclusion' },
  ],
} as const satisfies CodeSet;

export const hmppsReferralCancellation = {
  source: 'ministryofjustice/hmpps-interventions-service and -ui (MIT)',
  status: 'verified',
  kind: 'imported',
  codes: [
    { code: 'ACQ', label: 'Acquitted on appeal' },
    { code: 'DIE', label: 'Died' },
    { code: 'DIS', label: 'Disengaged' },
    { code: 'INE', label: 'Ineligible referral' },
    { code: 'MIS', label: 'Mistaken or duplicate referral' },
    { code: 'MOV', label: 'Moved out of service area' },
    { code: 'REC', label: 'Recalled' },
  ],
} as const satisfies CodeSet;

export const opdOutcome = {
  source: 'Seed text: Together Wellbeing Pathway page',
  status: 'verified',
  kind: 'imported',
  codes: [
    { code: '1', label: 'Improved public protection' },
    { code: '2', label: 'Improved psychological health, wellbeing, pro-social behaviour and relational outcomes' },
    { code: '3', label: 'Improved competence, confidence and attitudes of staff' },
    { code: '4', label: 'Increased efficiency, cost effectiveness and quality of services' },
  ],
} as const satisfies CodeSet;

export const outcomeAchievement = {
  source: 'ministryofjustice/hmpps-interventions-service and -ui (MIT)',
  status: 'verified',
  kind: 'imported',
  codes: [
    { code: 'ACHIEVED', label: 'Achieved' },
    { code: 'PARTIALLY_ACHIEVED', label: 'Partly achieved' },
    { code: 'NOT_ACHIEVED', label: 'Not achieved' },
  ],
} as const satisfies CodeSet;

export const vcseDischargeReason = {
  source: 'Bradford VCSE children and young people’s mental health return',
  status: 'verified',
  kind: 'imported',
  note: 'Return mapping only; codes are local keys.',
  codes: [
    { code: 'completed', label: 'Completed treatment/support' },
    { code: 'inappropriate', label: 'Inappropriate referral' },
    { code: 'no_contact', label: 'Could not be contacted' },
    { code: 'disengaged', label: 'Disengaged' },
    { code: 'signposted', label: 'Signposted to another commissioned provider' },
    { code: 'not_disclosed', label: 'Not disclosed' },
  ],
} as const satisfies CodeSet;
