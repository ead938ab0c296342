// The invented people who work in the demo's place: who they are, in which team, in which role. Those one can be come first in `whoToBe`.
import type { AccessRole } from '../../platform/web/permission.ts';

export interface DemoStaff {
  /** Used in addresses and tests: 'priya'. */
  readonly code: string;
  readonly name: string;
  readonly job: string;
  readonly organisation: string;
  /** Written after everybody’s lives, so that those stay as they were invented. */
  readonly joinedLast?: true;
  readonly memberships: readonly { readonly team: string; readonly role: string; readonly access: AccessRole }[];
}

export const demoStaff: readonly DemoStaff[] = [
  {
    code: 'priya',
    name: 'Priya Nair',
    job: 'triage clinician',
    organisation: 'nhs-trust',
    memberships: [{ team: 'spa-team', role: 'triage-clinician', access: 'TRI' }],
  },
  {
    code: 'martin',
    name: 'Martin Coles',
    job: 'senior social care professional',
    organisation: 'nhs-trust',
    memberships: [{ team: 'spa-team', role: 'senior-social-care', access: 'SNR' }],
  },
  {
    code: 'siobhan',
    name: 'Siobhan Keane',
    job: 'key worker',
    organisation: 'levels-together',
    memberships: [
      { team: 'early-help-team', role: 'key-worker', access: 'KW' },
      { team: 'health-and-wellbeing-team', role: 'care-coordinator', access: 'KW' },
    ],
  },
  {
    code: 'amara',
    name: 'Amara Osei',
    job: 'outreach worker',
    organisation: 'nhs-trust',
    memberships: [
      { team: 'outreach-team', role: 'key-worker', access: 'KW' },
      { team: 'pathways-team', role: 'key-worker', access: 'KW' },
      { team: 'joint-huddle-team', role: 'key-worker', access: 'KW' },
    ],
  },
  {
    code: 'beth',
    name: 'Beth Rowe',
    job: 'café host',
    organisation: 'quayside',
    memberships: [{ team: 'bridgwater-hosts', role: 'cafe-host', access: 'HOST' }],
  },
  {
    code: 'malik',
    name: 'Malik Hussain',
    job: 'hub co-ordinator',
    organisation: 'chorley-council',
    memberships: [{ team: 'hub-team', role: 'hub-coordinator', access: 'CO_HUB' }],
  },
  {
    code: 'asha',
    name: 'Asha Verma',
    job: 'safeguarding lead',
    organisation: 'chorley-council',
    joinedLast: true,
    memberships: [{ team: 'hub-team', role: 'safeguarding-lead', access: 'SG' }],
  },
  {
    code: 'joan',
    name: 'Joan Pickup',
    job: 'housing officer',
    organisation: 'chorley-council',
    memberships: [{ team: 'housing-solutions', role: 'housing-officer', access: 'HOU' }],
  },
  {
    code: 'tomasz',
    name: 'Tomasz Lis',
    job: 'employment specialist',
    organisation: 'chorley-council',
    memberships: [{ team: 'work-team', role: 'employment-specialist', access: 'EMP' }],
  },
  {
    code: 'dev',
    name: 'Dev Patel',
    job: 'service manager',
    organisation: 'nhs-trust',
    memberships: [
      { team: 'spa-team', role: 'service-manager', access: 'MGR' },
      { team: 'early-help-team', role: 'service-manager', access: 'MGR' },
      { team: 'outreach-team', role: 'service-manager', access: 'MGR' },
    ],
  },
  {
    code: 'grace',
    name: 'Grace Lowe',
    job: 'commissioner',
    organisation: 'nhs-trust',
    memberships: [{ team: 'spa-team', role: 'commissioner', access: 'COM' }],
  },
  {
    code: 'helen',
    name: 'Helen Strand',
    job: 'information governance lead',
    organisation: 'nhs-trust',
    memberships: [{ team: 'spa-team', role: 'information-governance-lead', access: 'IG' }],
  },
];
