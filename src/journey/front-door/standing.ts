// Where a referral stands, for whoever sent it: the tracker’s own words and nothing clinical. For rooms that answer other systems.
import { saidDay } from '../../platform/said.ts';
import type { Context } from '../../platform/web/context.ts';
import type { ReferralState } from './model.ts';
import { standing } from './professional-texts.ts';
import { peopleOf, trackedReferral } from './store-sent.ts';

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

/** Undefined for who did not send it, as for a referral that does not exist. Names the person on the audit entry. */
export async function standingOf(context: Context, referralId: string): Promise<ReferralStanding | undefined> {
  const one = await trackedReferral(context.tables, referralId);
  if (!one) return undefined;
  context.touch(...(await context.asWorker('name whom it is about', (tables) => peopleOf(tables, [referralId]))));
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
