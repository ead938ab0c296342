// Lists about where a person lives, each from its own body; they disagree on what is settled, so the raw code is kept. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const accommodationTypeMHSDS = {
  source: 'nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'unverified',
  kind: 'national',
  note: 'Current return list; labels not confirmed. Load from the live NHS Data Dictionary before any export and map from the raw list in use.',
  codes: [
    { code: '01', label: null },
    { code: '02', label: null },
    { code: '03', label: null },
    { code: '04', label: null },
    { code: '05', label: null },
    { code: '06', label: null },
    { code: '07', label: null },
    { code: '08', label: null },
    { code: '09', label: null },
    { code: '10', label: null },
    { code: '11', label: null },
    { code: '12', label: null },
    { code: '13', label: null },
    { code: '14', label: null },
    { code: '15', label: null },
    { code: '16', label: null },
    { code: '17', label: null },
    { code: '18', label: null },
    { code: '19', label: null },
    { code: '20', label: null },
    { code: '21', label: null },
    { code: '98', label: null },
  ],
} as const satisfies CodeSet;

export const accommodationStatusDD2020 = {
  source: 'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0)',
  status: 'verified',
  kind: 'national',
  note: 'Superseded for returns by accommodationTypeMHSDS; codes ending 00 are headings.',
  codes: [
    { code: 'MA00', label: 'Mainstream Housing' },
    { code: 'MA01', label: 'Owner occupier' },
    { code: 'MA02', label: 'Settled mainstream housing with family/friends' },
    { code: 'MA03', label: 'Shared ownership scheme e.g. Social Homebuy Scheme (tenant purchase percentage of home value from landlord)' },
    { code: 'MA04', label: 'Tenant - Local Authority/Arms Length Management Organisation/Registered Landlord' },
    { code: 'MA05', label: 'Tenant - Housing Association' },
    { code: 'MA06', label: 'Tenant - private landlord' },
    { code: 'MA09', label: 'Other mainstream housing (not listed)' },
    { code: 'HM00', label: 'Homeless' },
    { code: 'HM01', label: 'Rough sleeper' },
    { code: 'HM02', label: 'Squatting' },
    {
      code: 'HM03',
      label:
        'Night shelter/emergency hostel/Direct access hostel (temporary accommodation accepting self referrals, no waiting list and relatively frequent vacancies)',
    },
    { code: 'HM04', label: 'Sofa surfing (sleeps on different friends floor each night)' },
    {
      code: 'HM05',
      label:
        'Placed in temporary accommodation by Local Authority (including Homelessness resettlement service) e.g. Bed and Breakfast accommodation',
    },
    { code: 'HM06', label: 'Staying with friends/family as a short term guest' },
    { code: 'HM07', label: 'Other homeless (not listed)' },
    { code: 'MH00', label: 'Accommodation with mental health care support' },
    { code: 'MH01', label: 'Supported accommodation (accommodation supported by staff or resident caretaker)' },
    { code: 'MH02', label: 'Supported lodgings (lodgings supported by staff or resident caretaker)' },
    { code: 'MH03', label: 'Supported group home (supported by staff or resident caretaker)' },
    { code: 'MH04', label: 'Mental Health Registered Care Home' },
    { code: 'MH09', label: 'Other accommodation with mental health care and support (not listed)' },
    { code: 'HS00', label: 'Acute/long stay healthcare residential facility/hospital' },
    { code: 'HS01', label: 'NHS acute psychiatric ward' },
    { code: 'HS02', label: 'Independent hospital/clinic' },
    { code: 'HS03', label: 'Specialist rehabilitation/recovery' },
    { code: 'HS04', label: 'Secure psychiatric unit' },
    { code: 'HS05', label: 'Other NHS facilities/hospital' },
    { code: 'HS09', label: 'Other acute/long stay healthcare residential facility/hospital (not listed)' },
    { code: 'CH00', label: 'Accommodation with other (not specialist mental health) care support' },
    { code: 'CH01', label: 'Foyer - accommodation for young people aged 16-25 who are homeless or in housing need' },
    { code: 'CH02', label: 'Refuge' },
    { code: 'CH03', label: 'Non-Mental Health Registered Care Home' },
    { code: 'CH09', label: 'Other accommodation with care and support (not specialist mental health) (not listed)' },
    { code: 'CJ00', label: 'Accommodation with criminal justice support' },
    { code: 'CJ01', label: 'Bail/Probation hostel' },
    { code: 'CJ02', label: 'Prison' },
    { code: 'CJ03', label: 'Young Offender Institution' },
    { code: 'CJ04', label: 'Detention Centre' },
    { code: 'CJ05', label: 'Young Offender Institution (15-17)' },
    { code: 'CJ06', label: 'Young Offender Institution (18-21)' },
    { code: 'CJ07', label: 'Secure Children’s Home (Secure Welfare Accommodation only)' },
    { code: 'CJ08', label: 'Secure Children’s Home (Youth Detention Accommodation only)' },
    { code: 'CJ10', label: 'Secure Children’s Home (Secure Welfare Accommodation and Youth Detention Accommodation)' },
    { code: 'CJ11', label: 'Secure Training Centre' },
    { code: 'CJ12', label: 'Other accommodation with criminal justice support (not listed)' },
    {
      code: 'SH00',
      label:
        'Sheltered Housing (accommodation with a scheme manager or warden living on the premises or nearby, contactable by an alarm system if necessary)',
    },
    { code: 'SH01', label: 'Sheltered housing for older persons' },
    {
      code: 'SH02',
      label:
        'Extra care sheltered housing (also known as ’very sheltered housing’. For people who are less able to manage on their own, but who do need an extra level of care. Services offered vary between schemes, but meals and some personal care are often provided.)',
    },
    { code: 'SH03', label: 'Nursing Home for older persons' },
    { code: 'SH09', label: 'Other sheltered housing (not listed)' },
    { code: 'ML00', label: 'Mobile accommodation' },
    { code: 'OC96', label: 'Other (Not elsewhere classified)' },
  ],
} as const satisfies CodeSet;

export const settledAccommodation = {
  source:
    'NHS Data Dictionary, SETTLED ACCOMMODATION INDICATOR, August 2024 release; nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: 'Y', label: 'Yes' },
    { code: 'N', label: 'No' },
    { code: 'Z', label: 'Not stated (person asked but declined to provide a response)' },
    { code: '9', label: 'Not known (not recorded)' },
  ],
} as const satisfies CodeSet;

export const accommodationASCCLD = {
  source: 'NHS England Adult Social Care Client Level Data, accommodation status (labels); settled grouping as used for ASCOF',
  status: 'verified',
  kind: 'national',
  note: 'The source list has labels only; the CLDnn codes are local keys.',
  codes: [
    { code: 'CLD01', label: 'Owner occupier or shared ownership scheme', settled: true },
    { code: 'CLD02', label: 'Tenant', settled: true },
    { code: 'CLD03', label: 'Tenant - private landlord', settled: true },
    { code: 'CLD04', label: 'Settled mainstream housing with family / friends', settled: true },
    { code: 'CLD05', label: 'Supported accommodation / supported lodgings / supported group home', settled: true },
    { code: 'CLD06', label: 'Shared Lives scheme', settled: true },
    { code: 'CLD07', label: 'Approved premises for offenders released from prison or under probation supervision', settled: true },
    { code: 'CLD08', label: 'Sheltered housing / extra care housing / other sheltered housing', settled: true },
    { code: 'CLD09', label: 'Mobile accommodation for Gypsy / Roma and Traveller communities', settled: true },
    { code: 'CLD10', label: 'Rough sleeper / squatting', settled: false },
    { code: 'CLD11', label: 'Night shelter / emergency hostel / direct access hostel', settled: false },
    { code: 'CLD12', label: 'Refuge', settled: false },
    { code: 'CLD13', label: 'Placed in temporary accommodation by the council (inc. homelessness resettlement)', settled: false },
    { code: 'CLD14', label: 'Staying with family / friends as a short-term guest', settled: false },
    { code: 'CLD15', label: 'Acute / long-term healthcare residential facility or hospital', settled: false },
    { code: 'CLD16', label: 'Registered care home', settled: false },
    { code: 'CLD17', label: 'Registered nursing home', settled: false },
    { code: 'CLD18', label: 'Prison / Young offenders institution / detention centre', settled: false },
    { code: 'CLD19', label: 'Other temporary accommodation', settled: false },
    { code: 'CLD99', label: 'Unknown', settled: null },
  ],
} as const satisfies CodeSet;

export const accommodationHMPPS = {
  source: 'ministryofjustice/hmpps-single-accommodation-service-api, migration V0023 (MIT)',
  status: 'verified',
  kind: 'imported',
  note: 'Differs from Client Level Data: approved premises transient here, settled there; care home settled here, not there.',
  codes: [
    { code: 'A01A', label: 'Owner of the property', settled: true },
    { code: 'A01C', label: 'Renting from a private landlord or letting agent', settled: true },
    { code: 'A01D', label: 'Renting from a council or housing association (social housing)', settled: true },
    { code: 'A02', label: 'Approved Premises', settled: false },
    { code: 'A03', label: 'Transient or short-term accommodation', settled: false },
    { code: 'A04', label: 'Supported housing (with support services)', settled: true },
    { code: 'A07A', label: 'Living in the home of a friend, family member or partner: transient', settled: false },
    { code: 'A07B', label: 'Living in the home of a friend, family member or partner: settled', settled: true },
    { code: 'A08', label: 'Homeless - Squat', settled: false },
    { code: 'A08A', label: 'Homeless - Rough Sleeping', settled: false },
    { code: 'A08C', label: 'Homeless - Shelter/Emergency Hostel/Campsite', settled: false },
    { code: 'A10', label: 'CAS2 accommodation of 13 weeks or more', settled: false },
    { code: 'A11', label: 'CAS2 accommodation of less than 13 weeks', settled: false },
    { code: 'A12', label: 'Living in a care home or nursing home', settled: true },
    { code: 'A13', label: 'HOIE Section 4: staying in Home Office accommodation support', settled: false },
    { code: 'A14', label: 'HOIE Section 10: staying in a Home Office specified residence', settled: false },
    { code: 'A15', label: 'Immigration Detention', settled: false },
    { code: 'A16', label: 'Awaiting Assessment', settled: false },
    { code: 'A17', label: 'CAS3', settled: false },
    { code: 'HMP', label: 'Prison', settled: false },
  ],
} as const satisfies CodeSet;

export const accommodationCaseStatusHMPPS = {
  source: 'ministryofjustice/hmpps-single-accommodation-service-api (MIT)',
  status: 'verified',
  kind: 'imported',
  codes: [
    { code: 'RISK_OF_NO_FIXED_ABODE', label: 'Risk of no fixed abode' },
    { code: 'NO_FIXED_ABODE', label: 'No fixed abode' },
    { code: 'TRANSIENT', label: 'Transient' },
    { code: 'SETTLED', label: 'Settled' },
  ],
} as const satisfies CodeSet;

export const dutyToReferStatus = {
  source: 'ministryofjustice/hmpps-single-accommodation-service-api (MIT)',
  status: 'verified',
  kind: 'imported',
  codes: [
    { code: 'SUBMITTED', label: 'Submitted' },
    { code: 'ACCEPTED', label: 'Accepted' },
    { code: 'NOT_ACCEPTED', label: 'Not accepted' },
    { code: 'WITHDRAWN', label: 'Withdrawn' },
  ],
} as const satisfies CodeSet;

export const dutyToReferOutcome = {
  source: 'ministryofjustice/hmpps-single-accommodation-service-api (MIT)',
  status: 'verified',
  kind: 'imported',
  note: 'Label of the last entry reworded; send the code.',
  codes: [
    { code: 'PREVENTION_AND_RELIEF_DUTY', label: 'Prevention and relief duty' },
    { code: 'PRIORITY_NEED', label: 'Priority need' },
    { code: 'NO_LOCAL_CONNECTION', label: 'No local connection' },
    { code: 'INTENTIONALLY_HOMELESS', label: 'Intentionally homeless' },
    { code: 'REJECTED_FOR_ANOTHER_REASON', label: 'Not accepted for another reason' },
  ],
} as const satisfies CodeSet;

export const dutyToReferWithdrawal = {
  source: 'ministryofjustice/hmpps-single-accommodation-service-api (MIT)',
  status: 'verified',
  kind: 'imported',
  codes: [
    { code: 'NEW_REFERRAL', label: 'New referral' },
    { code: 'INCORRECT_LOCAL_AUTHORITY', label: 'Incorrect local authority' },
    { code: 'NO_CONSENT', label: 'No consent' },
    { code: 'DISENGAGED', label: 'Disengaged' },
    { code: 'HOUSING_NEED_RESOLVED', label: 'Housing need resolved' },
    { code: 'NOT_ELIGIBLE', label: 'Not eligible' },
    { code: 'OTHER', label: 'Other' },
  ],
} as const satisfies CodeSet;
