// The doors of plans at work: reading and agreeing, and writing together. The person's own doors are in my-page.
import type { Route } from '../../platform/web/route.ts';
import { readingRoutes } from './routes-reading.tsx';
import { writingRoutes } from './routes-writing.tsx';

export const routes: readonly Route[] = [...readingRoutes, ...writingRoutes];
