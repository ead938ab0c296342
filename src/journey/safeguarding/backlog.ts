// The backlog of the safeguarding hub: what waits, the longest first, and how many of each age. Exact numbers, for colleagues inside who work on them. Pure.
import type { SafeguardingHub } from '../../platform/blueprint/blueprint.ts';
import { localDate } from '../../platform/clock.ts';
import { ageOn } from '../triage/facts.ts';
import { type Concern, over, type TimeLeft, timeLeft, withHub, withUs } from './model.ts';

/** Whole years, both ends counted. */
export const ages = [
  { name: 'Under 5', from: 0, to: 4 },
  { name: '5 to 10', from: 5, to: 10 },
  { name: '11 to 15', from: 11, to: 15 },
  { name: '16 and 17', from: 16, to: 17 },
  { name: '18 to 25', from: 18, to: 25 },
  { name: '26 to 64', from: 26, to: 64 },
  { name: '65 and over', from: 65, to: 200 },
] as const;
export const ageNotKnown = 'Age not known';

/** The group of whoever was born then, on this day. A year or a month alone may leave it open; then it is not known. */
export function ageGroup(born: string | null, now: Date): string {
  const today = localDate(now);
  const groupOf = (day: string): string | undefined => {
    const age = ageOn(day, today);
    return ages.find(({ from, to }) => age !== undefined && age >= from && age <= to)?.name;
  };
  if (!born) return ageNotKnown;
  const oldest = groupOf(`${born}-01-01`.slice(0, 10));
  const youngest = groupOf(born.length === 4 ? `${born}-12-31` : born.length === 7 ? `${born}-28` : born);
  return (oldest === youngest ? oldest : undefined) ?? ageNotKnown;
}

export interface AgeRow {
  readonly age: string;
  readonly waiting: number;
  /** Of those, past the time that was promised. */
  readonly late: number;
}

export interface Waiting extends Concern {
  readonly age: string;
  readonly left: TimeLeft | null;
  /** Sent, and the receipt is late: somebody asks for it. */
  readonly chase: boolean;
}

export interface Backlog {
  /** Every group in order of age, unknown last, empty ones too. */
  readonly byAge: readonly AgeRow[];
  readonly waiting: number;
  readonly late: number;
  /** With the safeguarding hub, the longest first. */
  readonly withHub: readonly Waiting[];
  /** To be decided here. */
  readonly withUs: readonly Waiting[];
  /** Decided there; feedback or closing is due here. */
  readonly toFinish: readonly Waiting[];
  /** When the newest of those with the hub was sent; null where nothing is. */
  readonly newest: Date | null;
}

const waitingSince = ({ sentAt, raisedAt }: Concern): number => (sentAt ?? raisedAt).getTime();

/** What is open, as it is now. */
export function backlogOf(concerns: readonly Concern[], hub: SafeguardingHub | undefined, now: Date): Backlog {
  const all = concerns
    .filter(({ state }) => !over.has(state))
    .map(
      (one): Waiting => ({
        ...one,
        age: ageGroup(one.born, now),
        left: timeLeft(one, hub, now),
        chase: one.state === 'sent' && one.receiptBy !== null && one.receiptBy < now,
      }),
    )
    .sort((one, other) => waitingSince(one) - waitingSince(other) || one.id.localeCompare(other.id));
  const there = all.filter(({ state }) => withHub.has(state));
  const late = there.filter(({ left }) => left?.over);
  return {
    byAge: [...ages.map(({ name }) => name), ageNotKnown].map((age) => ({
      age,
      waiting: there.filter((one) => one.age === age).length,
      late: late.filter((one) => one.age === age).length,
    })),
    waiting: there.length,
    late: late.length,
    withHub: there,
    withUs: all.filter(({ state }) => withUs.has(state)),
    toFinish: all.filter(({ state }) => state === 'final_decision' || state === 'feedback_given'),
    newest: there.at(-1)?.sentAt ?? null,
  };
}

/** What the table says, in a sentence to repeat. */
export function finding({ waiting, late, byAge }: Backlog): string {
  if (waiting === 0) return 'Nothing of your teams waits with the safeguarding hub.';
  const children = byAge.slice(0, 4).reduce((sum, row) => sum + row.waiting, 0);
  const first = `${waiting} ${waiting === 1 ? 'waits' : 'wait'} with the safeguarding hub, ${late === 0 ? 'none past its time' : `${late} past ${late === 1 ? 'its' : 'their'} time`}.`;
  return children === 0 ? first : `${first} ${children} of them ${children === 1 ? 'is a child' : 'are children'}.`;
}
