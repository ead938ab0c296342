// Every address of the front door.
import type { Route } from '../../platform/web/route.ts';
import { backRoutes } from './routes-back.tsx';
import { referRoutes } from './routes-refer.tsx';
import { selfRoutes } from './routes-self.tsx';
import { sentRoutes } from './routes-sent.tsx';

export const routes: readonly Route[] = [...selfRoutes, ...backRoutes, ...referRoutes, ...sentRoutes];
