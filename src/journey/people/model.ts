// The words of the people room: somebody, the ways to reach them and their rules, and what is told to them. Decisions on these are in the pure modules beside it.
import type { PartialDate } from './partial-date.ts';

export type ContactChannel = 'text' | 'phone' | 'email' | 'post' | 'in_person';
export type SafeToUse = 'safe' | 'not_safe' | 'ask_first' | 'not_asked';
/** Could someone else see or hear it? */
export type Shared = 'yes' | 'no' | 'not_sure' | 'not_asked';

/** One way to reach somebody and the rules they set for it, as the sender reads them. */
export interface ContactPoint {
  readonly id: string;
  readonly personId: string;
  readonly channel: ContactChannel;
  readonly value: string;
  readonly safeToUse: SafeToUse;
  readonly shared: Shared;
  readonly voicemail: boolean;
  readonly nameToUse: string;
  readonly mayNameService: boolean;
  readonly maySendLinks: boolean;
  readonly timesSafe: string;
  readonly timesNever: string;
  /** 'YYYY-MM-DD'. */
  readonly checkedOn: string;
  readonly createdAt: Date;
  readonly replacedAt: Date | null;
  readonly doubtedAt: Date | null;
}

export interface ContactPreference {
  /** They chose to get in touch themselves: nobody writes or calls first. */
  readonly willContactUs: boolean;
  /** Others asked for help for them, and they may not know of it: nobody writes or calls before they were spoken to. */
  readonly mayNotKnow?: boolean;
  /** Numbers of referrals they may not know of, where something else brings them here: nobody speaks of these to them. */
  readonly notToSpeakOf?: readonly number[];
}

export type NewContactPoint = Pick<ContactPoint, 'channel' | 'value' | 'safeToUse' | 'shared'> &
  Partial<Pick<ContactPoint, 'voicemail' | 'nameToUse' | 'mayNameService' | 'maySendLinks' | 'timesSafe' | 'timesNever'>>;

export interface NewRelatedPerson {
  readonly name: string;
  readonly relationship: string;
  readonly professional?: boolean;
  readonly mayTalkTo?: 'yes' | 'no' | 'not_sure' | 'not_asked';
  readonly note?: string;
}

/** All that may be known when somebody first appears. Nothing is compulsory: an anonymous visitor has a nickname at most. */
export interface NewPerson {
  readonly knownAs?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly pronouns?: string;
  /** Read by readPartialDate. */
  readonly born?: PartialDate | null;
  /** Read by readNhsNumber. */
  readonly nhsNumber?: string | null;
  readonly address?: string;
  /** Read by readPostcode. */
  readonly postcode?: string | null;
  readonly noFixedAbode?: boolean;
  readonly area?: string;
  readonly language?: string;
  /** Language of the interpreter needed; null when none was asked for. */
  readonly interpreter?: string | null;
  readonly adjustments?: string;
  readonly gpPractice?: string;
  readonly willContactUs?: boolean;
  readonly contactPoints?: readonly NewContactPoint[];
  readonly equality?: {
    readonly ethnicCategory?: string | null;
    readonly ethnicityOwnWords?: string;
    readonly genderIdentity?: string | null;
    /** Questions asked and declined. */
    readonly declined?: readonly string[];
  };
  readonly relatedPeople?: readonly NewRelatedPerson[];
}

/** How this person may be reached, in words; the shape is what the safe-contact line of the design shows. */
export type SafeContactWords =
  | { readonly state: 'known'; readonly rule: string; readonly reason: string; readonly outOfDate?: string }
  | { readonly state: 'never asked'; readonly rule: string; readonly reason: string }
  | { readonly state: 'nothing safe'; readonly rule: string; readonly reason: string };

/** Who a record is about, with only what the reader may see: an absent field is one they may not. */
export interface Identity {
  readonly personId: string;
  /** Known-as name first, then the family name. */
  readonly name: string;
  readonly firstName: string;
  readonly knownAs?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly born?: PartialDate | null;
  /** '14 March 1982 (41)'. */
  readonly bornInWords?: string;
  readonly pronouns?: string;
  /** Ten digits. */
  readonly nhsNumber?: string | null;
  /** Address on one line, or 'No fixed abode'. */
  readonly home?: string;
  readonly language?: string;
  readonly interpreter?: string | null;
  readonly adjustments?: string;
  readonly safeContact?: SafeContactWords;
  readonly keyWorker?: { readonly accountId: string; readonly name: string; readonly job: string } | null;
  readonly diedOn?: string | null;
  readonly version?: number;
}

/** What a message to a person is for. Each has its words in `texts.ts`. */
export const personPurposes = [
  'receipt',
  'question',
  'unreachable',
  'decision',
  'offer_accepted',
  'offer_returned',
  'appointment',
  'appointment_changed',
  'reminder',
  'missed',
  'sign_in_link',
  'sign_in_code',
  'measure',
  'plan_shared',
  'asked_to_use',
  'welcome',
  'paused',
  'ending',
  'welcome_back',
  'withdrawn',
] as const;
export type PersonPurpose = (typeof personPurposes)[number];

export const referrerPurposes = [
  'referrer_receipt',
  'referrer_link',
  'referrer_question',
  'referrer_decision',
  'referrer_accepted',
  'referrer_closed',
  'referrer_unreachable',
  'referrer_returned',
  'referrer_withdrawn',
] as const;
export type ReferrerPurpose = (typeof referrerPurposes)[number];

/** What somebody at work is told of a question they asked. */
export const advicePurposes = ['advice_receipt', 'advice_answered', 'advice_link'] as const;
export type AdvicePurpose = (typeof advicePurposes)[number];

/**
 * What a text may say, by name. `day` 'Friday 4 Dec', `time` '2:30pm', `worker` a first name, `team`, `service`, `place`, `company` who comes along: 'ours' or 'own', `words` written by staff
 * for this person, `question` to them, `path` where a link leads, from '/', `number` to call. A plain message takes only `day`, `time`, `worker`, `code` and `number`.
 */
export type Facts = Readonly<Partial<Record<FactName, string>>>;
export type FactName =
  | 'day'
  | 'time'
  | 'worker'
  | 'team'
  | 'service'
  | 'place'
  | 'company'
  | 'words'
  | 'question'
  | 'path'
  | 'code'
  | 'number';
