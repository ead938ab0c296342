// Where a referral stands, for whoever sent it: the tracker’s own words and nothing clinical. For rooms that answer other systems.
import { atOnce } from '../../platform/database/at-once.ts';
import { saidDay } from '../../platform/said.ts';
import type { Context } from '../../platform/web/context.ts';
import { askedBefore } from './askings.ts';
import type { ReferralState } from './model.ts';
import { standing } from './professional-texts.ts';
import { peopleOf, type Tracked, trackedReferral } from './store-sent.ts';

export interface ReferralStanding {
  readonly id: string;
  readonly number: number;
  readonly state: ReferralState;
  readonly receivedAt: Date;
  readonly decideBy: Date;
  readonly team: string;
  /** 'With the Open Door team. They decide by Tuesday 24 November 2026.' */
  readonly words: string;
}

/** Undefined for who did not send it, as for a referral that does not exist. `receivedAt` is when it came first. Names the person on the audit entry. */
export async function sentReferral(context: Context, referralId: string): Promise<Tracked | undefined> {
  const one = await trackedReferral(context.tables, referralId);
  if (!one) return undefined;
  const [people, before] = await context.asWorker('name whom it is about', (tables) =>
    atOnce(tables, [() => peopleOf(tables, [referralId]), () => askedBefore(tables, one)]),
  );
  context.touch(...people);
  return { ...one, receivedAt: before[0] ?? one.receivedAt };
}

/** Where a referral stands for whoever sent it; undefined for who did not. */
export async function standingOf(context: Context, referralId: string): Promise<ReferralStanding | undefined> {
  const one = await sentReferral(context, referralId);
  if (!one) return undefined;
  const { id, number, state, receivedAt, decideBy, teamName: team } = one;
  return {
    id,
    number,
    state,
    receivedAt,
    decideBy,
    team,
    words: standing[state]({ team, reader: one.readerName ?? '', by: saidDay(decideBy) }),
  };
}
