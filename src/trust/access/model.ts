// Words of access: by which relationship somebody reaches a person's record, in which role, and what a reason to reach it is.
import type { AccessRole } from '../../platform/web/permission.ts';

/** As the table `access` lists them. */
export const relationships = [
  'self',
  'referrer',
  'holds_referral',
  'offered',
  'serves',
  'key_worker',
  'countersigns',
  'manages',
  'agreement',
  'break_glass',
  'carer',
  'supporter',
  'safeguards',
] as const;
export type Relationship = (typeof relationships)[number];

export const categories = ['contact', 'story', 'clinical', 'safety', 'offence', 'housing', 'work', 'measures', 'equality'] as const;
export type DataCategory = (typeof categories)[number];

/** What made a reason: the referral, offer, enrolment, match, agreement or request. Ending that ends the reason. */
export interface Source {
  readonly kind: string;
  readonly id: string;
}

/** A team's members each reach by their own role; an account by the role named here. */
export type Holder =
  | { readonly teamId: string; readonly accountId?: never; readonly role?: 'PAR' }
  | { readonly accountId: string; readonly teamId?: never; readonly role: AccessRole };

export type Grant = Holder & {
  readonly personId: string;
  readonly relationship: Relationship;
  /** Narrows what the role may see; left out, everything it may. */
  readonly categories?: readonly DataCategory[];
  /** With the relationship 'agreement', and only then. */
  readonly agreementId?: string;
  /** In the giver's words; compulsory for breaking the glass. */
  readonly reason?: string;
  readonly source: Source;
  /** Compulsory for breaking the glass, and at most 3 hours away. */
  readonly endsAt?: Date;
};

/** Roles that one relationship gives and that come by no other. */
export const roleOf: Readonly<Partial<Record<Relationship, AccessRole>>> = {
  self: 'PER',
  carer: 'CAR',
  referrer: 'REF',
  supporter: 'VOL',
  agreement: 'PAR',
};

/** Milliseconds that broken glass stays broken at most. */
export const longestBreakGlass = 3 * 3_600_000;

/** One reason by which a team or an account reaches a person now. */
export interface Reason {
  readonly id: string;
  readonly holder: { readonly kind: 'team' | 'account'; readonly id: string; readonly name: string };
  readonly relationship: Relationship;
  /** The matrix rows that apply through it: one for an account, one or more for the members of a team. */
  readonly roles: readonly AccessRole[];
  /** What it opens in full, as the roles allow and the reason narrows. */
  readonly full: readonly DataCategory[];
  /** What it opens in the short form only. */
  readonly short: readonly DataCategory[];
  readonly since: Date;
  readonly until: Date | null;
  readonly source: Source;
  /** Name of the sharing agreement, where the reason is one. */
  readonly agreement: string | null;
  readonly because: string;
}

/** A reason in plain words. */
export interface ExplainedReason extends Reason {
  readonly words: {
    readonly relationship: string;
    readonly roles: readonly string[];
    /** 'Contact, story and measures; in short: housing'. */
    readonly opens: string;
    readonly since: string;
    readonly until: string;
    readonly source: string;
    /** The whole in one sentence. */
    readonly sentence: string;
  };
}
