// The doors of pathways: what waits for a team's yes, and saying it; planning an ending, ending with the door open, and coming back.

import type { Route } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { endingRoutes } from './routes-ending.tsx';
import { offerRoutes, offersWaiting } from './routes-offers.tsx';

export { offersWaiting };

export const routes: readonly Route[] = [...offerRoutes, ...endingRoutes];

export const navigation: readonly NavigationEntry[] = [
  { text: 'Offers', href: '/offers', roles: ['KW', 'CO_HUB', 'CO_VOLUNTEERS', 'HOU', 'EMP'], waiting: offersWaiting },
];
