// The product’s own lists about networks, supporters and matches. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const networkTie = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'family', label: 'Family' },
    { code: 'friend', label: 'Friend' },
    { code: 'partner', label: 'Partner' },
    { code: 'community', label: 'Community group' },
    { code: 'faith', label: 'Faith group' },
    { code: 'work', label: 'Work or study' },
    { code: 'neighbour', label: 'Neighbour' },
    { code: 'professional', label: 'Professional' },
    { code: 'other', label: 'Other' },
  ],
} as const satisfies CodeSet;

export const networkProfessional = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'health', label: 'Health' },
    { code: 'criminal_justice', label: 'Criminal justice' },
    { code: 'social_care', label: 'Social care' },
    { code: 'non_statutory', label: 'Non-statutory' },
    { code: 'housing', label: 'Housing' },
    { code: 'employment', label: 'Employment' },
  ],
} as const satisfies CodeSet;

export const closeness = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: '1', label: 'Very close' },
    { code: '2', label: 'Close' },
    { code: '3', label: 'Not very close' },
    { code: '4', label: 'Would like to be closer' },
  ],
} as const satisfies CodeSet;

export const contactFrequency = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'daily', label: 'Most days' },
    { code: 'weekly', label: 'Most weeks' },
    { code: 'monthly', label: 'Most months' },
    { code: 'rarely', label: 'Rarely' },
    { code: 'not_now', label: 'Not at the moment' },
  ],
} as const satisfies CodeSet;

export const supporterType = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'peer_volunteer', label: 'Peer supporter (volunteer)' },
    { code: 'practical_volunteer', label: 'Practical supporter (volunteer)' },
    { code: 'peer_staff', label: 'Peer worker (paid)' },
    { code: 'practitioner', label: 'Practitioner' },
  ],
} as const satisfies CodeSet;

export const livedExperienceTheme = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  note: 'Special-category data about the supporter; shown only as they choose.',
  codes: [
    { code: 'mental_distress', label: 'Mental distress' },
    { code: 'personality', label: 'Personality disorder or complex emotional needs' },
    { code: 'justice', label: 'Criminal justice system' },
    { code: 'homelessness', label: 'Homelessness' },
    { code: 'substances', label: 'Substances' },
    { code: 'caring', label: 'Caring' },
    { code: 'racism', label: 'Racism' },
    { code: 'other', label: 'Other' },
  ],
} as const satisfies CodeSet;

export const preferenceTopic = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'gender', label: 'Gender' },
    { code: 'age', label: 'Age band' },
    { code: 'culture', label: 'Ethnicity or culture' },
    { code: 'language', label: 'Language' },
    { code: 'faith', label: 'Faith' },
    { code: 'interests', label: 'Interests' },
    { code: 'lived_experience', label: 'Lived experience' },
    { code: 'place', label: 'Place' },
    { code: 'time', label: 'Day and time' },
    { code: 'channel', label: 'Channel' },
    { code: 'other', label: 'Something else' },
  ],
} as const satisfies CodeSet;

export const preferenceStrength = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'must', label: 'Must' },
    { code: 'like', label: 'Would like' },
    { code: 'no_matter', label: 'Does not matter' },
  ],
} as const satisfies CodeSet;

export const matchBlock = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  note: 'Detail is visible only to roles with the category.',
  codes: [
    { code: 'not_cleared', label: 'Checks or training not complete' },
    { code: 'at_capacity', label: 'At capacity' },
    { code: 'must_unmet', label: 'A must is not met' },
    { code: 'area', label: 'Same area rule' },
    { code: 'known', label: 'People known to each other' },
    { code: 'group', label: 'Group conflict' },
    { code: 'restriction', label: 'Legal or offence-related restriction' },
  ],
} as const satisfies CodeSet;

export const matchEndReason = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'goal_met', label: 'Aims met' },
    { code: 'planned', label: 'Planned ending' },
    { code: 'person_choice', label: 'Person’s choice' },
    { code: 'supporter_choice', label: 'Supporter’s choice' },
    { code: 'supporter_left', label: 'Supporter left' },
    { code: 'boundary', label: 'Boundary concern' },
    { code: 'moved', label: 'Moved away' },
    { code: 'not_a_fit', label: 'Not a fit' },
    { code: 'other', label: 'Other' },
  ],
} as const satisfies CodeSet;
