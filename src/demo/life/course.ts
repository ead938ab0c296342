// What an invented life is made of, and what becomes of it: rows of the database’s own shapes.
import type { Insertable } from 'kysely';
import type { LocalDate } from '../../platform/clock.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Identify } from '../../platform/identifiers.ts';
import type { InventedStory } from '../invented.ts';
import type { Random } from '../random.ts';
import type { Turn } from './given-back.ts';

export type Rows = { [Name in keyof Schema]?: Insertable<Schema[Name]>[] };

/** What every life in the demo needs to know of the place. */
export interface Setting {
  readonly identify: Identify;
  /** Ids from a seed of their own, for what was told later than the rest: the rest stays as it was. */
  readonly apart: Identify;
  readonly random: Random;
  /** The demo's now: nothing happens after it but appointments. */
  readonly now: Date;
  readonly team: (code: string) => string;
  readonly staff: (code: string) => string;
  readonly staffName: (code: string) => string;
}

export interface Who {
  readonly knownAs: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly pronouns: string;
  readonly born: string;
  readonly address: string;
  readonly postcode: string;
  readonly area: string;
  readonly phone: string;
  /** Could somebody else see their phone? Then messages name nothing. */
  readonly sharedPhone: boolean;
  readonly interpreter?: string;
  readonly ethnicCategory?: string;
  readonly genderIdentity?: string;
}

/** Where the life has come to by now. */
export type Reached = 'waiting' | 'reading' | 'countersign' | 'offered' | 'active' | 'ended' | 'withdrawn';

export interface Course {
  readonly who: Who;
  readonly story: InventedStory;
  readonly safeNow: 'yes' | 'not_sure' | 'no' | 'declined';
  /** Null for somebody who asked for themselves. */
  readonly referrer: {
    readonly account: string;
    readonly name: string;
    readonly job: string;
    readonly organisation: string;
    /** The form does not go without it. */
    readonly phone: string;
  } | null;
  readonly receivedAt: Date;
  readonly reached: Reached;
  /** How their way turned before the right one was found. */
  readonly turn?: Turn;
  readonly team: string;
  readonly pathway: string;
  readonly service: string;
  readonly serviceName: string;
  readonly keyWorker: string;
  readonly triagedBy: string;
  /** CORE-10 item scores at each session that has one, in order. */
  readonly measures: readonly (readonly number[])[];
  readonly teamName: string;
  readonly daysToFirstMeeting: number;
  readonly sessions: number;
  /** When they meet next, where the demo needs it on a certain day. */
  readonly next?: { readonly day: LocalDate; readonly time: string };
}
