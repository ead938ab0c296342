// Every door of what a service is changing, and its one entry in the navigation.
import type { Route } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { readerRoles } from './readers.ts';
import { consultationRoutes } from './routes-consultations.tsx';
import { moneyRoutes } from './routes-money.tsx';
import { proposalRoutes } from './routes-proposals.tsx';
import { publicRoutes } from './routes-public.tsx';

export const routes: readonly Route[] = [...moneyRoutes, ...proposalRoutes, ...consultationRoutes, ...publicRoutes];

export const navigation: readonly NavigationEntry[] = [{ text: 'Changes', href: '/changes', roles: readerRoles }];
