// National lists about who a person is and how they are written to. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const ethnicCategory = {
  source:
    'NHSDigital/FHIR-R4-UKCORE-STAGING-MAIN, UK Core package 2.0.0 (Apache-2.0) UKCore-EthnicCategoryEngland; nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  groups: {
    'White or White British': ['A', 'B', 'C'],
    Mixed: ['D', 'E', 'F', 'G'],
    'Asian or Asian British': ['H', 'J', 'K', 'L'],
    'Black or Black British': ['M', 'N', 'P'],
    'Other ethnic groups': ['R', 'S'],
    'Not stated': ['Z'],
    'Not known': ['99'],
  },
  codes: [
    { code: 'A', label: 'White - British' },
    { code: 'B', label: 'White - Irish' },
    { code: 'C', label: 'White - Any other White background' },
    { code: 'D', label: 'Mixed - White and Black Caribbean' },
    { code: 'E', label: 'Mixed - White and Black African' },
    { code: 'F', label: 'Mixed - White and Asian' },
    { code: 'G', label: 'Mixed - Any other mixed background' },
    { code: 'H', label: 'Asian or Asian British - Indian' },
    { code: 'J', label: 'Asian or Asian British - Pakistani' },
    { code: 'K', label: 'Asian or Asian British - Bangladeshi' },
    { code: 'L', label: 'Asian or Asian British - Any other Asian background' },
    { code: 'M', label: 'Black or Black British - Caribbean' },
    { code: 'N', label: 'Black or Black British - African' },
    { code: 'P', label: 'Black or Black British - Any other Black background' },
    { code: 'R', label: 'Other Ethnic Groups - Chinese' },
    { code: 'S', label: 'Other Ethnic Groups - Any other ethnic group' },
    { code: 'Z', label: 'Not stated', words: 'Asked, chose not to say' },
    { code: '99', label: 'Not known', words: 'Not known' },
  ],
} as const satisfies CodeSet;

export const genderIdentity = {
  source:
    'NHS Data Dictionary, June 2026 release, GENDER IDENTITY CODE; nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: '1', label: 'Male (including trans man)', words: 'Man (including trans man)' },
    { code: '2', label: 'Female (including trans woman)', words: 'Woman (including trans woman)' },
    { code: '3', label: 'Non-binary', words: 'Non-binary' },
    { code: '4', label: 'Other (not listed)', words: 'I use another word' },
    { code: 'Z', label: 'Not stated (person asked but declined to provide a response)', words: 'Asked, chose not to say' },
    { code: 'X', label: 'Not known (not recorded)', words: 'Not known' },
  ],
} as const satisfies CodeSet;

export const genderSameAtBirth = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); code X from nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'partly',
  kind: 'national',
  note: 'Label of X taken by analogy with GENDER IDENTITY CODE; confirm before export.',
  codes: [
    { code: 'Y', label: 'Yes - the person’s gender identity is the same as their gender assigned at birth' },
    { code: 'N', label: 'No - the person’s gender identity is not the same as their gender assigned at birth' },
    { code: 'Z', label: 'Not Stated (person asked but declined to provide a response)' },
    { code: 'X', label: 'Not known (not recorded)' },
  ],
} as const satisfies CodeSet;

export const personStatedGender = {
  source:
    'NHSDigital/FHIR-R4-UKCORE-STAGING-MAIN, UK Core package 2.0.0 (Apache-2.0) NHSDataModelAndDictionary-PersonStatedGenderCode; nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  note: 'For returns only; never used in a TWP rule.',
  codes: [
    { code: '1', label: 'Male' },
    { code: '2', label: 'Female' },
    { code: '9', label: 'Indeterminate (unable to be classified as either male or female)' },
    { code: 'X', label: 'Not Known (not recorded)' },
  ],
} as const satisfies CodeSet;

export const maritalStatus = {
  source:
    'NHSDigital/FHIR-R4-UKCORE-STAGING-MAIN, UK Core package 2.0.0 (Apache-2.0) UKCore-PersonMaritalStatusEngland; nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: 'S', label: 'Single' },
    { code: 'M', label: 'Married/Civil Partner' },
    { code: 'D', label: 'Divorced/Person whose Civil Partnership has been dissolved' },
    { code: 'W', label: 'Widowed/Surviving Civil Partner' },
    { code: 'P', label: 'Separated' },
    { code: 'N', label: 'Not disclosed' },
    { code: '8', label: 'Not applicable' },
    { code: '9', label: 'Not known' },
  ],
} as const satisfies CodeSet;

export const disability = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); same code list in nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: '01', label: 'Behaviour and Emotional' },
    { code: '02', label: 'Hearing' },
    { code: '03', label: 'Manual Dexterity' },
    { code: '04', label: 'Memory or ability to concentrate, learn or understand (Learning Disability)' },
    { code: '05', label: 'Mobility and Gross Motor' },
    { code: '06', label: 'Perception of Physical Danger' },
    { code: '07', label: 'Personal, Self Care and Continence' },
    { code: '08', label: 'Progressive Conditions and Physical Health (such as HIV, cancer, multiple sclerosis, fits etc)' },
    { code: '09', label: 'Sight' },
    { code: '10', label: 'Speech' },
    { code: 'XX', label: 'Other (not listed)' },
    { code: 'NN', label: 'No disability' },
    { code: 'ZZ', label: 'Not Stated (person asked but declined to provide a response)' },
  ],
} as const satisfies CodeSet;

export const disabilityImpact = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); same code list in nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: '01', label: 'Yes - limited a lot' },
    { code: '02', label: 'Yes - limited a little' },
    { code: '03', label: 'No - not limited' },
    { code: '04', label: 'Prefer not to say (patient asked but declined to provide a response)' },
  ],
} as const satisfies CodeSet;

export const youngCarer = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); code X from nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'partly',
  kind: 'national',
  note: 'Label of X not confirmed.',
  codes: [
    { code: 'Y', label: 'Yes - patient has a caring role for an ill or disabled parent, Carer or sibling' },
    { code: 'N', label: 'No - patient does not have a caring role for an ill or disabled parent, Carer or sibling' },
    { code: 'Z', label: 'Not Stated (patient asked but declined to provide a response)' },
    { code: 'X', label: null },
  ],
} as const satisfies CodeSet;

export const nhsNumberStatus = {
  source: 'NHSDigital/FHIR-R4-UKCORE-STAGING-MAIN, UK Core package 2.0.0 (Apache-2.0) UKCore-NHSNumberVerificationStatusEngland',
  status: 'verified',
  kind: 'national',
  note: 'MHSDS v6 accepts 01 to 07 only.',
  codes: [
    { code: '01', label: 'Number present and verified' },
    { code: '02', label: 'Number present but not traced' },
    { code: '03', label: 'Trace required' },
    { code: '04', label: 'Trace attempted - No match or multiple match found' },
    { code: '05', label: 'Trace needs to be resolved - (NHS number or patient detail conflict)' },
    { code: '06', label: 'Trace in progress' },
    { code: '07', label: 'Number not present and trace not required' },
    { code: '08', label: 'Trace postponed (baby under six weeks old)' },
  ],
} as const satisfies CodeSet;

export const nhsNumberUnavailableReason = {
  source: 'NHSDigital/FHIR-R4-UKCORE-STAGING-MAIN, UK Core package 2.0.0 (Apache-2.0)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: 'nhs-number-not-known', label: 'NHS number not known' },
    { code: 'overseas-patient', label: 'Overseas patient' },
    { code: 'devolved-nation', label: 'Devolved nation' },
  ],
} as const satisfies CodeSet;

export const preferredContactMethod = {
  source: 'NHSDigital/FHIR-R4-UKCORE-STAGING-MAIN, UK Core package 2.0.0 (Apache-2.0)',
  status: 'verified',
  kind: 'national',
  codes: [
    { code: '1', label: 'Letter' },
    { code: '2', label: 'Visit' },
    { code: '3', label: 'Telephone', words: 'Phone' },
    { code: '4', label: 'E-mail', words: 'Email' },
    { code: '5', label: 'Minicom (Textphone)' },
    { code: '6', label: 'Telephone contact via proxy', words: 'Phone, through someone I trust' },
    { code: '7', label: 'Sign language' },
    { code: '8', label: 'No Telephone contact', words: 'No phone calls' },
    { code: '9', label: 'SMS', words: 'Text message' },
  ],
} as const satisfies CodeSet;

export const writtenFormat = {
  source: 'NHSDigital/FHIR-R4-UKCORE-STAGING-MAIN, UK Core package 2.0.0 (Apache-2.0) UKCore-PreferredWrittenCommunicationFormat',
  status: 'verified',
  kind: 'national',
  note: 'Add local Easy Read and electronic formats.',
  codes: [
    { code: '11', label: 'Large print' },
    { code: '12', label: 'Braille' },
    { code: '13', label: 'Audio tape' },
  ],
} as const satisfies CodeSet;
