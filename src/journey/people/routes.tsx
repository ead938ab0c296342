// The doors of the people room.
import type { Route } from '../../platform/web/route.ts';
import { identityRoutes } from './identity-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';

export const routes: readonly Route[] = [...signInRoutes, ...identityRoutes];
