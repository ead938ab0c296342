// What every page of the record asks first: who may read one, whose it is, and how a meeting’s place is said.
import { z } from 'zod';
import { daysBetween, localDate } from '../../platform/clock.ts';
import { wordsFor } from '../../platform/codes/codes.ts';
import { saidDayAndTime } from '../../platform/said.ts';
import { identifier } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import type { SupportSession } from '../sessions/model.ts';

/** Everybody who works with people, partners under an agreement, and information governance after opening one in an emergency; whether this record exists for them the database decides. */
export const readers = roles('TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'CO_HUB', 'HOU', 'EMP', 'PAR', 'SG', 'MGR', 'IG');
export const person = z.strictObject({ person: identifier });

export const where = (session: Pick<SupportSession, 'place' | 'channel'>): string =>
  session.place || wordsFor('consultationMechanism', session.channel);

export function nearDay(at: Date, now: Date): string {
  const days = daysBetween(localDate(now), localDate(at));
  const time = saidDayAndTime(at).split(' at ')[1] ?? '';
  return days === 0 ? `Today, ${time}` : days === 1 ? `Tomorrow, ${time}` : saidDayAndTime(at);
}
