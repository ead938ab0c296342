// The doors of the people room.
import type { Route } from '../../platform/web/route.ts';
import { letterRoutes } from './routes-letters.tsx';
import { identityRoutes } from './routes-matching.tsx';
import { signInRoutes } from './routes-sign-in.tsx';

export const routes: readonly Route[] = [...signInRoutes, ...identityRoutes, ...letterRoutes];
