// Who is at the desk of triage, and for which teams.
import type { SignedIn } from '../../platform/web/context.ts';

/** The teams for which the visitor triages. */
export const myTeams = (context: SignedIn): string[] => [
  ...new Set(context.visitor.roles.filter((held) => held.access === 'TRI' || held.access === 'SNR').map((held) => held.teamId)),
];
