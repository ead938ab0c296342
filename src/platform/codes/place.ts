// The product’s own lists about partners, hub cases and crisis cafés. Data only: read it through codes.ts.
import type { CodeSet } from './code-set.ts';

export const orgLinkRole = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'funder', label: 'Funder' },
    { code: 'commissioner', label: 'Commissioner' },
    { code: 'manager', label: 'Manager' },
    { code: 'deliverer', label: 'Deliverer' },
    { code: 'provider', label: 'Provider' },
    { code: 'statutory_partner', label: 'Statutory partner' },
    { code: 'non_statutory_partner', label: 'Non-statutory partner' },
    { code: 'landlord', label: 'Landlord' },
    { code: 'evaluator', label: 'Evaluator' },
  ],
} as const satisfies CodeSet;

export const contributionType = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'cash', label: 'Money' },
    { code: 'building', label: 'Building, not charged' },
    { code: 'staff', label: 'Staff time' },
    { code: 'equipment', label: 'Equipment or IT' },
    { code: 'other', label: 'Other in kind' },
  ],
} as const satisfies CodeSet;

export const hubCaseType = {
  source: 'One Door product list built on the seed texts',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'mental_health', label: 'Mental health' },
    { code: 'domestic_abuse', label: 'Domestic abuse' },
    { code: 'substance_misuse', label: 'Substance misuse' },
    { code: 'debt', label: 'Debt' },
    { code: 'anti_social_behaviour', label: 'Anti-social behaviour' },
    { code: 'other', label: 'Other' },
  ],
} as const satisfies CodeSet;

export const hubRemovalReason = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'resolved', label: 'Resolved' },
    { code: 'stepped_down', label: 'Continues with one service' },
    { code: 'escalated', label: 'Escalated' },
    { code: 'safeguarding', label: 'Moved to safeguarding' },
    { code: 'person_withdrew', label: 'Person withdrew' },
    { code: 'moved', label: 'Moved away' },
    { code: 'not_hub', label: 'Not for the hub: owner named' },
    { code: 'died', label: 'Died' },
  ],
} as const satisfies CodeSet;

export const cafeReason = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'lonely', label: 'Lonely' },
    { code: 'anxious', label: 'Anxious or panicking' },
    { code: 'low', label: 'Low' },
    { code: 'thoughts', label: 'Thoughts of ending life' },
    { code: 'self_harm', label: 'Self-harm' },
    { code: 'relationship', label: 'Relationship or family' },
    { code: 'money_home', label: 'Money or home' },
    { code: 'substances', label: 'Substances' },
    { code: 'someone_else', label: 'Worried about someone' },
    { code: 'company', label: 'Company' },
    { code: 'other', label: 'Something else' },
  ],
} as const satisfies CodeSet;

export const cafeSupport = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'one_to_one', label: 'One-to-one talk' },
    { code: 'group', label: 'Group or activity' },
    { code: 'peer', label: 'Peer support' },
    { code: 'safety_plan', label: 'Safety plan' },
    { code: 'practical', label: 'Practical help' },
    { code: 'quiet', label: 'Quiet space' },
  ],
} as const satisfies CodeSet;

export const cafeLeaving = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'calmer', label: 'Calmer' },
    { code: 'same', label: 'About the same' },
    { code: 'worse', label: 'Worse' },
    { code: 'left_early', label: 'Left without saying' },
    { code: 'with_emergency', label: 'With emergency services' },
    { code: 'with_someone', label: 'With someone they trust' },
  ],
} as const satisfies CodeSet;

export const wouldHaveGone = {
  source: 'One Door product list; not a national code set',
  status: 'verified',
  kind: 'product',
  codes: [
    { code: 'ae', label: 'A&E' },
    { code: '999', label: 'Called 999' },
    { code: '111', label: 'Called 111' },
    { code: 'gp', label: 'GP' },
    { code: 'police', label: 'Police' },
    { code: 'nowhere', label: 'Nowhere' },
    { code: 'unknown', label: 'Not asked or not sure' },
  ],
} as const satisfies CodeSet;
