// Every address of sessions: a page’s doors stand in a file of their own.
import type { Route } from '../../platform/web/route.ts';
import { attendanceRoutes } from './routes-attendance.tsx';
import { bookingRoutes } from './routes-booking.tsx';
import { correctRoutes } from './routes-correct.tsx';
import { noteRoutes } from './routes-note.tsx';

export const routes: readonly Route[] = [...attendanceRoutes, ...bookingRoutes, ...noteRoutes, ...correctRoutes];
