// Every address of the rule room, and what it adds to the navigation.
import type { Route } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { ruleWriters } from './model.ts';
import { makingRoutes } from './routes-making.tsx';
import { rowRoutes } from './routes-rows.tsx';
import { tableRoutes } from './routes-tables.tsx';
import { versionRoutes } from './routes-versions.tsx';
import { countToApprove } from './store.ts';

export const routes: readonly Route[] = [...versionRoutes, ...rowRoutes, ...makingRoutes, ...tableRoutes];

export const navigation: readonly NavigationEntry[] = [
  {
    text: 'Rules',
    href: '/rules',
    roles: ruleWriters,
    waiting: async (context) => (context.visitor ? countToApprove(context.tables, context.visitor.accountId) : 0),
  },
];
