// Lists of the frameworks a service is looked at with. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const mosPrinciple = {
  source: 'Seed text: Model of support page',
  status: 'verified',
  kind: 'imported',
  note: 'Codes are local keys.',
  codes: [
    { code: 'whole', label: 'Seeing the whole individual' },
    { code: 'enquiry', label: 'Compassionate enquiry' },
    { code: 'together', label: 'Doing it together' },
    { code: 'future', label: 'Planning for the future' },
  ],
} as const satisfies CodeSet;

export const policyArea = {
  source: 'Seed text: Model of support page',
  status: 'verified',
  kind: 'imported',
  note: 'Codes are local keys.',
  codes: [
    { code: 'data', label: 'Data management' },
    { code: 'confidentiality', label: 'Confidentiality' },
    { code: 'safety', label: 'Safety and safeguarding' },
    { code: 'risk', label: 'Risk management' },
    { code: 'planning', label: 'Support planning' },
    { code: 'feedback', label: 'Feedback' },
  ],
} as const satisfies CodeSet;

export const trustedCharityArea = {
  source: 'NCVO / The Growth Company, Trusted Charity (formerly PQASSO): area names only',
  status: 'verified',
  kind: 'imported',
  note: 'Indicator wording is copyright: customers enter their own text.',
  codes: [
    { code: '1', label: 'Governance' },
    { code: '2', label: 'Planning' },
    { code: '3', label: 'Leadership and management' },
    { code: '4', label: 'User-centred service' },
    { code: '5', label: 'Managing people' },
    { code: '6', label: 'Learning and development' },
    { code: '7', label: 'Managing money' },
    { code: '8', label: 'Managing resources' },
    { code: '9', label: 'External communications' },
    { code: '10', label: 'Working with others' },
    { code: '11', label: 'Assessing outcomes and impact' },
  ],
} as const satisfies CodeSet;

export const quircDomain = {
  source: 'QuIRC and QuIRC-SA (University College London), domain names',
  status: 'verified',
  kind: 'imported',
  note: 'Percentages come from the owner’s web tool; codes are local keys.',
  codes: [
    { code: 'living', label: 'Living environment' },
    { code: 'therapeutic', label: 'Therapeutic environment' },
    { code: 'treatments', label: 'Treatments and interventions' },
    { code: 'autonomy', label: 'Self-management and autonomy' },
    { code: 'social', label: 'Social interface' },
    { code: 'rights', label: 'Human rights' },
    { code: 'recovery', label: 'Recovery-based practice' },
  ],
} as const satisfies CodeSet;

export const relationalSecurityDimension = {
  source:
    'See Think Act, 2nd edition (Royal College of Psychiatrists, Quality Network for Forensic Mental Health Services): area and dimension names',
  status: 'verified',
  kind: 'imported',
  note: 'In community use show "people around" for patient mix and dynamic. A third edition (2023) exists: check names.',
  codes: [
    { code: 'boundaries', label: 'Boundaries', area: 'Team' },
    { code: 'therapy', label: 'Therapy', area: 'Team' },
    { code: 'patient_mix', label: 'Patient mix', area: 'Other patients' },
    { code: 'patient_dynamic', label: 'Patient dynamic', area: 'Other patients' },
    { code: 'personal_world', label: 'Personal world', area: 'Inside world' },
    { code: 'physical_environment', label: 'Physical environment', area: 'Inside world' },
    { code: 'visitors', label: 'Visitors', area: 'Outside world' },
    { code: 'outward_connections', label: 'Outward connections', area: 'Outside world' },
  ],
} as const satisfies CodeSet;
