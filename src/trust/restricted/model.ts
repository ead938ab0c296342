// Restricted records (S14.4): those of colleagues and of people close to them. Being in a team does not open one; being named does, or a reason given each time.
import type { AccessRole } from '../../platform/web/permission.ts';
import type { Relationship } from '../access/model.ts';

/** Who may restrict a record they can read, and who may lift that. The person may ask for it themselves. */
export const restrictingRoles: readonly AccessRole[] = ['TRI', 'SNR', 'KW', 'SG', 'MGR'];
export const liftingRoles: readonly AccessRole[] = ['SNR', 'SG', 'MGR'];
/** Roles whose team’s restricted records they may open with a reason: all that act for a team. */
export const givingRoles: readonly AccessRole[] = ['TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'CO_HUB', 'HOST', 'HOU', 'EMP', 'SG', 'MGR'];

export const longestReason = 500;

/** A restricted record that one of the visitor’s teams has, without a name. */
export interface RestrictedWork {
  readonly personId: string;
  readonly teamName: string;
  readonly relationship: Relationship;
  /** Of the referral that the team has it by; null by another way. */
  readonly number: number | null;
  readonly receivedAt: Date | null;
  readonly decideBy: Date | null;
  /** Until when the visitor opened it with a reason. */
  readonly openUntil: Date | null;
  /** Whether it is open to the visitor by name. */
  readonly named: boolean;
}

/** How a team has it, and the visitor’s part in the team. */
export interface TeamReach {
  readonly teamId: string;
  readonly relationship: Relationship;
  readonly role: AccessRole;
}

/** Somebody in a team that has the record, who could keep seeing it. */
export interface Candidate extends TeamReach {
  readonly accountId: string;
  readonly name: string;
  readonly job: string;
}

export interface Restriction {
  readonly personId: string;
  readonly reason: string;
  readonly since: Date;
  readonly askedBy: 'person' | 'worker' | 'address';
  readonly sourceId: string | null;
  readonly version: number;
}
