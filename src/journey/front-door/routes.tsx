// Every address of the front door.
import type { Route } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { adviceNavigation, answerRoutes } from './advice/routes-answer.tsx';
import { askRoutes } from './advice/routes-ask.tsx';
import { backRoutes } from './routes-back.tsx';
import { callNavigation, callRoutes } from './routes-call.tsx';
import { checkRoutes } from './routes-check.tsx';
import { ownRoutes } from './routes-own.tsx';
import { referRoutes } from './routes-refer.tsx';
import { selfRoutes } from './routes-self.tsx';
import { sentRoutes } from './routes-sent.tsx';

export const routes: readonly Route[] = [
  ...selfRoutes,
  ...checkRoutes,
  ...backRoutes,
  ...askRoutes,
  ...referRoutes,
  ...callRoutes,
  ...sentRoutes,
  ...answerRoutes,
  ...ownRoutes,
];

/** Staff who send people on rather than receive them at the front door. */
const senders = ['HOU', 'EMP', 'PAR', 'CO_HUB', 'KW'] as const;

export const navigation: readonly NavigationEntry[] = [
  ...callNavigation,
  ...adviceNavigation,
  { text: 'Refer someone', href: '/refer', roles: senders },
  { text: 'Sent', href: '/sent', roles: [...senders, 'REF'] },
];
