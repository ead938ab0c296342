// National lists about one contact: how, where, with whom, and whether it happened. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const attendance = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); same code list in nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  groups: { attended: ['5', '6'], missed: ['3', '7'], cancelled: ['2', '4'] },
  codes: [
    { code: '5', label: 'Attended on time or, if late, before the relevant care professional was ready to see the patient', words: 'Came' },
    {
      code: '6',
      label: 'Arrived late, after the relevant care professional was ready to see the patient, but was seen',
      words: 'Came late, was seen',
    },
    { code: '7', label: 'Patient arrived late and could not be seen', words: 'Came too late to be seen' },
    { code: '2', label: 'Appointment cancelled by, or on behalf of, the patient', words: 'Cancelled by them' },
    { code: '3', label: 'Did not attend - no advance warning given', words: 'Missed' },
    { code: '4', label: 'Appointment cancelled or postponed by the Health Care Provider', words: 'Cancelled by us' },
  ],
} as const satisfies CodeSet;

export const careContactCancellationReason = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: '01', label: 'Cancelled for Clinical Reasons' },
    { code: '02', label: 'Cancelled for Non-clinical Reasons' },
  ],
} as const satisfies CodeSet;

export const consultationMechanism = {
  source:
    'NHS Data Dictionary, CONSULTATION MECHANISM (version 3 site and June 2026 release); nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  groups: { directContact: ['01', '02', '04', '11'], faceToFace: ['01', '11'] },
  codes: [
    { code: '01', label: 'Face to face' },
    { code: '02', label: 'Telephone' },
    { code: '04', label: 'Talk type for a person unable to speak' },
    { code: '05', label: 'Email' },
    { code: '09', label: 'Text message (asynchronous)' },
    { code: '10', label: 'Instant messaging (synchronous)' },
    { code: '11', label: 'Video consultation' },
    { code: '12', label: 'Message board (asynchronous)' },
    { code: '13', label: 'Chat room (synchronous)' },
    { code: '98', label: 'Other (not listed)' },
  ],
} as const satisfies CodeSet;

export const activityLocationType = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); same code list in nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: 'A01', label: 'Patient’s Home' },
    { code: 'A02', label: 'Carer’s Home' },
    { code: 'A03', label: 'Patient’s Workplace' },
    { code: 'A04', label: 'Other patient related location' },
    { code: 'B01', label: 'Primary Care Health Centre' },
    { code: 'B02', label: 'Polyclinic' },
    { code: 'C01', label: 'General Medical Practitioner Practice' },
    { code: 'C02', label: 'Dental Practice' },
    { code: 'C03', label: 'Ophthalmic medical practitioner Premises' },
    { code: 'D01', label: 'Walk In Centre' },
    { code: 'D02', label: 'Out of Hours Centre' },
    { code: 'D03', label: 'Emergency Community Dental Service' },
    { code: 'E01', label: 'Out-Patient Clinic' },
    { code: 'E02', label: 'Ward' },
    { code: 'E03', label: 'Day Hospital' },
    { code: 'E04', label: 'Accident and Emergency or Minor Injuries Department' },
    { code: 'E99', label: 'Other Departments' },
    { code: 'F01', label: 'Hospice' },
    { code: 'G01', label: 'Care Home Without Nursing' },
    { code: 'G02', label: 'Care Home With Nursing' },
    { code: 'G03', label: 'Children’s Home' },
    { code: 'G04', label: 'Integrated Care Home Without Nursing and Care Home With Nursing' },
    { code: 'H01', label: 'Day Centre' },
    { code: 'J01', label: 'Resource Centre' },
    { code: 'K01', label: 'Sure Start Children’s Centre' },
    { code: 'K02', label: 'Child Development Centre' },
    { code: 'L01', label: 'School' },
    { code: 'L02', label: 'Further Education College' },
    { code: 'L03', label: 'University' },
    { code: 'L04', label: 'Nursery Premises' },
    { code: 'L05', label: 'Other Childcare Premises' },
    { code: 'L06', label: 'Training Establishments' },
    { code: 'L99', label: 'Other Educational Premises' },
    { code: 'M01', label: 'Prison' },
    { code: 'M02', label: 'Probation Service Premises' },
    { code: 'M03', label: 'Police Station / Police Custody Suite' },
    { code: 'M04', label: 'Young Offender Institution' },
    { code: 'M05', label: 'Immigration Removal Centre' },
    { code: 'M06', label: 'Young Offender Institution (15-17)' },
    { code: 'M07', label: 'Young Offender Institution (18-21)' },
    { code: 'N01', label: 'Street or other public open space' },
    { code: 'N02', label: 'Other publicly accessible area or building' },
    { code: 'N03', label: 'Voluntary or charitable agency premises' },
    { code: 'N04', label: 'Dispensing Optician Premises' },
    { code: 'N05', label: 'Dispensing Pharmacy Premises' },
    { code: 'X01', label: 'Other locations not elsewhere classified' },
  ],
} as const satisfies CodeSet;

export const careContactSubject = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: '01', label: 'Patient' },
    { code: '02', label: 'Patient Proxy' },
  ],
} as const satisfies CodeSet;

export const therapyMode = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: '1', label: 'Individual patient' },
    { code: '2', label: 'Couple' },
    { code: '3', label: 'Group Therapy' },
  ],
} as const satisfies CodeSet;

export const interpreterPresent = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); code X from nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'partly',
  kind: 'national',
  note: 'Labels shortened; label of X not confirmed.',
  codes: [
    { code: '1', label: 'Yes - a professional interpreter was used' },
    { code: '2', label: 'Yes - a family member or friend was used' },
    { code: '3', label: 'Yes - another person was used' },
    { code: '4', label: 'No - an interpreter was not used as an interpreter was not required' },
    { code: '5', label: 'No - an interpreter was not used as the interpreter did not attend' },
    { code: 'X', label: null },
  ],
} as const satisfies CodeSet;

export const groupSessionType = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: '01', label: 'General Health Promotion Session' },
    { code: '02', label: 'Telephone Support Session' },
    { code: '03', label: 'Therapeutic Group Session' },
  ],
} as const satisfies CodeSet;

export const dropInContactServiceType = {
  source: 'nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause); labels as serviceTeamType',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: 'A17', label: 'Memory services/clinic/drop-in service' },
    { code: 'A19', label: '24/7 crisis response line' },
    { code: 'A21', label: 'Crisis café/safe haven/sanctuary service' },
    { code: 'F01', label: 'Education-based mental health support team' },
  ],
} as const satisfies CodeSet;

export const dropInContactOutcome = {
  source:
    'NHS Data Dictionary, MENTAL HEALTH DROP IN CONTACT OUTCOME (version 3 site); same code list in nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: '01', label: 'Caller disconnected' },
    { code: '02', label: 'Advice on call only' },
    { code: '03', label: 'Signposted to other non-NHS services / sources of support' },
    { code: '04', label: 'Non-urgent referral to other NHS service' },
    { code: '05', label: 'Urgent referral for face to face assessment' },
    { code: '06', label: 'Emergency service(s) notified' },
    { code: '98', label: 'Other (not listed)' },
  ],
} as const satisfies CodeSet;

export const carePlanType = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: '10', label: 'Mental Health Care Plan' },
    { code: '11', label: 'Urgent and Emergency Mental Health Care Plan' },
    { code: '12', label: 'Mental Health Crisis Plan' },
    { code: '13', label: 'Positive Behaviour Support Plan' },
    { code: '14', label: 'Child or Young Person’s Mental Health Transition Plan' },
  ],
} as const satisfies CodeSet;

export const carePlanAgreedBy = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0) for labels; code list nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'partly',
  kind: 'national',
  note: 'Labels of 16 and 17 not confirmed.',
  codes: [
    { code: '10', label: 'Patient or Patient Proxy' },
    { code: '12', label: 'Advocate' },
    { code: '13', label: 'Clinical Service or Team' },
    { code: '14', label: 'Local Community Support Team' },
    { code: '15', label: 'Commissioner' },
    { code: '16', label: null },
    { code: '17', label: null },
  ],
} as const satisfies CodeSet;
