// Lists about safeguarding adults and children, alerts and advocacy. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const safeguardingConcern = {
  source: 'NHS Booking and Referral Standard CodeSystem safeguarding-codes-bars (NHS England; SNOMED CT, use under the UK licence)',
  status: 'verified',
  kind: 'national',
  note: 'Three published entries fail the SNOMED CT check digit and are left out until corrected: 1054321000000100 At risk of forced marriage (finding); 1076171000000100 Carer behavior is cause for safeguarding concern (situation); 104586100000100 At risk of human trafficking (finding). These concerns must still be offered to staff: store them locally and send U with text. U is a local code of the standard.',
  codes: [
    { code: '836881000000105', label: 'Child is cause for safeguarding concern (finding)' },
    { code: 'U', label: 'Unspecified Safeguarding Concern Identified' },
    { code: '297591000000108', label: 'Alleged victim of sexual assault (situation)' },
    { code: '736792008', label: 'At risk of honor based violence (finding)' },
    { code: '401206008', label: 'At risk for deliberate self harm (finding)' },
    { code: '702953007', label: 'Suspected victim of child neglect (situation)' },
    { code: '702579009', label: 'Suspected victim of sexual abuse (situation)' },
    { code: '707087005', label: 'At risk of domestic violence (finding)' },
    { code: '881081000000100', label: 'Domestic abuse victim in household (finding)' },
    { code: '838481000000106', label: 'At risk of institutional abuse (finding)' },
    { code: '697951004', label: 'Suspected victim of emotional abuse (situation)' },
    { code: '697950003', label: 'Suspected domestic abuse (situation)' },
    { code: '697949003', label: 'Suspected victim of physical abuse (situation)' },
    { code: '766969008', label: 'At risk of radicalization (finding)' },
    { code: '415685003', label: 'Suspected alcohol abuse (situation)' },
    { code: '761571000000106', label: 'At risk of financial abuse (finding)' },
    { code: '449889006', label: 'Delay in seeking medical advice (finding)' },
    { code: '300731000000106', label: 'Family is cause for concern (finding)' },
    { code: '878111000000109', label: 'Unborn child is cause for safeguarding concern (finding)' },
    { code: '861931000000100', label: 'No safeguarding issues identified (finding)' },
    { code: '713201008', label: 'At risk of female genital mutilation (finding)' },
    { code: '919461000000108', label: 'At risk of sexual exploitation (finding)' },
    { code: '700254002', label: 'Suspected victim of child sexual abuse (situation)' },
    { code: '700253008', label: 'Suspected victim of sexual grooming (situation)' },
    { code: '700255001', label: 'Suspected non-accidental injury to child (situation)' },
    { code: '293161000000103', label: 'Family history of alcohol misuse (situation)' },
    { code: '416936003', label: 'At risk of physical abuse (finding)' },
    { code: '766561000000109', label: 'Adult safeguarding concern (finding)' },
    { code: '417361000', label: 'At risk of sexual abuse (finding)' },
    { code: '771983008', label: 'At risk of psychological abuse (finding)' },
    { code: '771984002', label: 'At risk of emotional abuse (finding)' },
    { code: '864491000000105', label: 'Has child subject of child protection plan (situation)' },
    { code: '826931000000104', label: 'Frequent attender of accident and emergency department (finding)' },
    { code: '417427001', label: 'At risk of discriminatory abuse (finding)' },
    { code: '417430008', label: 'Vulnerable adult (finding)' },
    { code: '771385008', label: 'Suspected victim of bullying (situation)' },
    { code: '129707006', label: 'At risk for other-directed violence (finding)' },
    { code: '287351000000105', label: 'Family history of substance misuse (situation)' },
    { code: '375041000000100', label: 'Family member subject of child protection plan (situation)' },
    { code: '248054003', label: 'Self-neglect (finding)' },
    { code: '162596006', label: 'Suspected victim of child abuse (situation)' },
    { code: '162591001', label: 'Suspected drug abuse (situation)' },
    { code: '777996001', label: 'Alleged being subjected to abuse (situation)' },
  ],
} as const satisfies CodeSet;

export const mashStage = {
  source: 'LBHackney-IT/lbh-social-care-frontend (MIT), one authority’s practice',
  status: 'verified',
  kind: 'imported',
  note: 'Local table: replace per authority.',
  codes: [
    { code: 'contact', label: 'Contact' },
    { code: 'initial', label: 'Initial decision' },
    { code: 'screening', label: 'Screening decision' },
    { code: 'final', label: 'Final decision' },
  ],
} as const satisfies CodeSet;

export const mashInitialDecision = {
  source: 'LBHackney-IT/lbh-social-care-frontend data/mashOptions (MIT)',
  status: 'verified',
  kind: 'imported',
  note: 'Codes are local keys; labels expanded from the source.',
  codes: [
    { code: 'allocate', label: 'Progress straight to children’s social care allocation', targetHours: 4 },
    { code: 'csc_screen', label: 'Children’s social care screening required in MASH', targetHours: 24 },
    { code: 'eh_screen', label: 'Early help screening required in MASH', targetHours: 72 },
    { code: 'e3', label: 'E3 referral', targetHours: 72 },
    { code: 'nfa', label: 'No further action required by MASH', targetHours: null },
  ],
} as const satisfies CodeSet;

export const mashFinalDecision = {
  source: 'LBHackney-IT/lbh-social-care-frontend data/mashOptions (MIT)',
  status: 'verified',
  kind: 'imported',
  note: 'Codes are local keys; local team names generalised.',
  codes: [
    { code: 'nfa', label: 'No further action' },
    { code: 'nfa_universal', label: 'No further action, universal plus community services' },
    { code: 'youth', label: 'Youth service' },
    { code: 'domestic_abuse', label: 'Domestic abuse service' },
    { code: 'nrpf', label: 'No recourse to public funds team' },
    { code: 'family_support', label: 'Family support service' },
    { code: 'previous_unit', label: 'Review by previous social work unit (closed within 6 months)' },
    { code: 'assessment', label: 'Children’s social care assessment' },
  ],
} as const satisfies CodeSet;

export const mashLevel = {
  source: 'Surrey Police / Surrey MASH published levels, one area’s practice',
  status: 'verified',
  kind: 'imported',
  note: 'Local table: level names, hours and calendar differ by area; a changed level needs a rationale.',
  codes: [
    { code: 'L4', label: 'Level 4 (red)', targetHours: 4, workingHours: true },
    { code: 'L3', label: 'Level 3 (amber)', targetHours: 24, workingHours: true },
    { code: 'L2', label: 'Level 2 (green)', targetHours: 72, workingHours: null },
    { code: 'L1', label: 'Level 1 (blue), not shared', targetHours: null, workingHours: null },
  ],
} as const satisfies CodeSet;

export const s42Test = {
  source: 'Care Act 2014 section 42, as used in LBHackney-IT/core-pathway forms',
  status: 'verified',
  kind: 'imported',
  note: 'Codes are local keys.',
  codes: [
    { code: 'needs', label: 'Has needs for care and support' },
    { code: 'at_risk', label: 'Is experiencing, or at risk of, abuse or neglect' },
    { code: 'cannot_protect', label: 'Because of those needs cannot protect themselves' },
  ],
} as const satisfies CodeSet;

export const advocateType = {
  source: 'LBHackney-IT core-pathway forms',
  status: 'verified',
  kind: 'imported',
  note: 'Codes are local keys; long forms written out here.',
  codes: [
    { code: 'IMCA', label: 'Independent mental capacity advocate' },
    { code: 'IMHA', label: 'Independent mental health advocate' },
    { code: 'IDVA', label: 'Independent domestic violence adviser' },
    { code: 'ISVA', label: 'Independent sexual violence adviser' },
    { code: 'CARE_ACT', label: 'Care Act advocate' },
    { code: 'FAMILY', label: 'Family member' },
    { code: 'FRIEND', label: 'Friend' },
  ],
} as const satisfies CodeSet;

export const alertAdult = {
  source: 'LBHackney-IT/lbh-social-care-frontend data/forms/warning-note.tsx (MIT)',
  status: 'verified',
  kind: 'imported',
  note: 'Codes are local keys.',
  codes: [
    { code: 'risk_to_children', label: 'Risk to Children' },
    { code: 'risk_to_adults', label: 'Risk to Adults' },
    { code: 'adult_at_risk', label: 'Adult at Risk' },
    { code: 'risk_to_staff', label: 'Risk to Staff' },
    { code: 'disclosure_risk', label: 'Disclosure Risk' },
    { code: 'risk_to_self', label: 'Risk to Self' },
    { code: 'missing_person', label: 'Missing Person' },
  ],
} as const satisfies CodeSet;

export const alertChild = {
  source: 'LBHackney-IT/lbh-social-care-frontend data/forms/warning-note.tsx (MIT)',
  status: 'verified',
  kind: 'imported',
  note: 'Codes are local keys.',
  codes: [
    { code: 'adult_who_poses_risk_to_children', label: 'Adult who poses risk to children' },
    { code: 'contact_arrangement_in_place', label: 'Contact arrangement in place' },
    { code: 'do_not_disclose_information', label: 'Do not disclose information' },
    { code: 'duplicate_file', label: 'Duplicate file' },
    { code: 'extrafamilial_harm', label: 'Extrafamilial harm' },
    { code: 'marac_case_domestic_violence', label: 'MARAC case (Domestic violence)' },
    { code: 'protection_order_in_place', label: 'Protection order in place' },
    { code: 'restricted_file', label: 'Restricted file' },
    { code: 'risk_of_home_environment', label: 'Risk of home environment' },
    { code: 'risk_posed_to_worker', label: 'Risk posed to worker' },
    { code: 'safeguarding_agreement_in_place', label: 'Safeguarding agreement in place' },
  ],
} as const satisfies CodeSet;
