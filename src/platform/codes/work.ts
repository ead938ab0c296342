// Lists about work, learning and benefits. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const employmentStatus = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0); same code list in nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'verified',
  kind: 'national',
  note: 'A UK renal FHIR guide also uses UU (unknown); MHSDS v6 does not accept it.',
  codes: [
    { code: '01', label: 'Employed' },
    { code: '02', label: 'Unemployed and actively seeking work' },
    {
      code: '03',
      label:
        'Undertaking full (at least 16 hours per week) or part-time (less than 16 hours per week) education or training as a student and not working or actively seeking work',
    },
    { code: '04', label: 'Long-term sick or disabled, those receiving government sickness and disability benefits' },
    { code: '05', label: 'Looking after the family or home as a homemaker and not working or actively seeking work' },
    { code: '06', label: 'Not receiving government sickness and disability benefits and not working or actively seeking work' },
    { code: '07', label: 'Unpaid voluntary work and not working or actively seeking work' },
    { code: '08', label: 'Retired' },
    { code: 'ZZ', label: 'Not Stated (person asked but declined to provide a response)' },
  ],
} as const satisfies CodeSet;

export const weeklyHoursWorked = {
  source:
    'NHSDigital/DataDictionaryPublication (NHS Data Dictionary, October 2020 edition, Apache-2.0) for labels; code list nhsengland/Reusable-Code-Library, MHSDS v6 validation code (BSD-3-Clause)',
  status: 'partly',
  kind: 'national',
  note: 'Labels of 98 and 99 not confirmed.',
  codes: [
    { code: '01', label: '30+ hours' },
    { code: '02', label: '16-29 hours' },
    { code: '03', label: '5-15 hours' },
    { code: '04', label: '1-4 hours' },
    { code: '97', label: 'Not Stated (person asked but declined to provide a response)' },
    { code: '98', label: null },
    { code: '99', label: null },
  ],
} as const satisfies CodeSet;

export const employmentBarrier = {
  source: 'LBHackney-IT/ways-into-work (MIT)',
  status: 'verified',
  kind: 'imported',
  note: 'One label shortened to drop "ex-offender".',
  codes: [
    { code: 'applying_for_benefits', label: 'Applying for benefits' },
    { code: 'carer', label: 'Carer' },
    { code: 'childcare', label: 'Childcare' },
    { code: 'criminal_record', label: 'Criminal record' },
    { code: 'debt', label: 'Debt problems' },
    { code: 'esol', label: 'ESOL needs' },
    { code: 'functional_skills', label: 'Functional skills' },
    { code: 'health', label: 'Health needs (including physical disability)' },
    { code: 'housing', label: 'Housing' },
    { code: 'no_experience', label: 'Lack of relevant experience' },
    { code: 'learning_difficulty', label: 'Learning difficulty or disability' },
    { code: 'confidence', label: 'Low confidence' },
    { code: 'mental_health', label: 'Mental health issues' },
    { code: 'overqualified', label: 'Overqualified' },
    { code: 'speech_language', label: 'Speech and language needs' },
    { code: 'drugs', label: 'Substance misuse' },
    { code: 'where_to_begin', label: 'Unclear about what to do and where to begin' },
  ],
} as const satisfies CodeSet;

export const employmentGoal = {
  source: 'LBHackney-IT/ways-into-work (MIT)',
  status: 'verified',
  kind: 'imported',
  codes: [
    { code: 'full_time_work', label: 'Full time work' },
    { code: 'part_time_work', label: 'Part time work' },
    { code: 'training_qualification', label: 'Training or qualifications' },
    { code: 'apprenticeship', label: 'Apprenticeship' },
    { code: 'work_experience', label: 'Work experience' },
  ],
} as const satisfies CodeSet;

export const employmentAchievement = {
  source: 'LBHackney-IT/ways-into-work (MIT)',
  status: 'verified',
  kind: 'imported',
  codes: [
    { code: 'cv_completed', label: 'CV completed' },
    { code: 'job_application', label: 'Job application' },
    { code: 'interview', label: 'Interview' },
    { code: 'placement_volunteering', label: 'Placement / volunteering' },
    { code: 'training_started', label: 'Training started' },
    { code: 'course_completed', label: 'Course completed' },
    { code: 'job_start', label: 'Job start' },
    { code: 'job_sustained', label: 'Job sustained' },
  ],
} as const satisfies CodeSet;

export const employmentAgenda = {
  source: 'LBHackney-IT/ways-into-work (MIT)',
  status: 'verified',
  kind: 'imported',
  codes: [
    { code: 'initial_assessment', label: 'Initial assessment' },
    { code: 'action_planning', label: 'Action planning' },
    { code: 'cv_writing', label: 'CV writing' },
    { code: 'interview_prep', label: 'Interview prep' },
  ],
} as const satisfies CodeSet;

export const employmentBenefit = {
  source: 'LBHackney-IT/ways-into-work (MIT)',
  status: 'verified',
  kind: 'imported',
  note: 'Abbreviations in the source written out here.',
  codes: [
    { code: 'esa', label: 'Employment and Support Allowance' },
    { code: 'ib', label: 'Incapacity Benefit' },
    { code: 'jsa', label: 'Jobseeker’s Allowance' },
    { code: 'uc', label: 'Universal Credit' },
    { code: 'is', label: 'Income Support' },
    { code: 'none', label: 'None' },
  ],
} as const satisfies CodeSet;
