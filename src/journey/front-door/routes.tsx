// Every address of the front door.
import type { Route } from '../../platform/web/route.ts';
import { backRoutes } from './routes-back.tsx';
import { selfRoutes } from './routes-self.tsx';

export const routes: readonly Route[] = [...selfRoutes, ...backRoutes];
