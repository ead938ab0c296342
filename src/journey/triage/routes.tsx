// Every address of triage, and what it adds to the navigation.

import type { Route } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { waitingToDecide } from './desk.ts';
import { askingRoutes } from './routes-asking.tsx';
import { countersignRoutes } from './routes-countersign.tsx';
import { deskRoutes } from './routes-desk.tsx';
import { heardRoutes } from './routes-heard.tsx';
import { reachingRoutes } from './routes-reaching.tsx';
import { countAwaiting } from './store-decision.ts';
import { myTeams } from './visitor.ts';

export const routes: readonly Route[] = [...deskRoutes, ...askingRoutes, ...heardRoutes, ...reachingRoutes, ...countersignRoutes];

export const navigation: readonly NavigationEntry[] = [
  { text: 'Triage', href: '/triage', roles: ['TRI', 'SNR'], waiting: (context) => waitingToDecide(signedIn(context)) },
  {
    text: 'To agree',
    href: '/countersign',
    roles: ['SNR'],
    waiting: (context) => countAwaiting(context.tables, myTeams(signedIn(context))),
  },
];
