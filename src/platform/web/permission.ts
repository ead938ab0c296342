// Who may ask for a route at all. What they then see of a person is decided by the database, row by row.
import type { Visitor } from './context.ts';

/** The rows of the access matrix (data of the database, named here so that routes can be typed). */
export const accessRoles = [
  'PER', 'CAR', 'REF', 'TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'CO_HUB', 'VOL', 'HOST', 'HOU', 'EMP', 'PAR', 'SG', 'MGR', 'COM', 'IG', 'ADM',
] as const; // biome-ignore format: one line reads as the matrix does
export type AccessRole = (typeof accessRoles)[number];

export type Permission =
  | { readonly kind: 'anyone'; readonly because: string }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'roles'; readonly roles: readonly AccessRole[] }
  | { readonly kind: 'demo' }
  | { readonly kind: 'connected' };

/** Open to visitors without an account; the reason is kept beside the route. */
export const anyone = (because: string): Permission => ({ kind: 'anyone', because });
export const signedIn: Permission = { kind: 'signed-in' };
export const roles = (...these: readonly AccessRole[]): Permission => ({ kind: 'roles', roles: these });
/** Only where a demo place runs: such a route does not exist in production. */
export const demoOnly: Permission = { kind: 'demo' };
/** Another system that shows the key of its connection. No browser’s session opens such a route. */
export const connectedSystem: Permission = { kind: 'connected' };

export type Verdict = 'yes' | 'sign-in' | 'no' | 'absent';

export function verdict(permission: Permission, visitor: Visitor | null, demo: boolean): Verdict {
  switch (permission.kind) {
    case 'anyone':
      return 'yes';
    case 'demo':
      return demo ? 'yes' : 'absent';
    case 'connected':
    case 'signed-in':
      return visitor ? 'yes' : 'sign-in';
    case 'roles':
      if (!visitor) return 'sign-in';
      return visitor.roles.some((held) => permission.roles.includes(held.access)) ? 'yes' : 'no';
  }
}
