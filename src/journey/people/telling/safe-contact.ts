// Whether, how and when the program may write to somebody: which way is safe now, in which wording, and what to hold or hand to a worker instead.
// Display alone protects nobody: the sender asks `mayGoNow` (in `sending.ts`), which asks the same rules again when the message is about to leave.
import { addDays, type LocalDate } from '../../../platform/clock.ts';
import { instantAt, wallTime } from '../../../platform/local-time.ts';
import type { ContactChannel, ContactPoint, ContactPreference } from '../model.ts';
import { readHours, within } from './times-of-week.ts';

/** The ways by which the program itself can send, in the order in which it prefers them. */
export const sendingChannels = ['text', 'email', 'post'] as const satisfies readonly ContactChannel[];
export type SendingChannel = (typeof sendingChannels)[number];

/** Minutes of the local day between which nothing is sent; over midnight where `to` is the earlier. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export interface Circumstances {
  readonly now: Date;
  readonly diedOn?: string | null;
  /** The place’s, for this message (quiet-hours.ts); null for one that may come at any hour. Hours they named themselves hold always. */
  readonly quiet: QuietHours | null;
  /** They asked for this very message a moment ago: “I will contact you” does not hold it. */
  readonly askedFor?: boolean;
  /** Only this number or address will do, because they just gave it. */
  readonly only?: string;
}

export type Wording = 'plain' | 'named';

export type ContactDecision =
  | { readonly kind: 'send'; readonly point: ContactPoint; readonly wording: Wording; readonly mayLink: boolean; readonly notBefore: Date }
  /** A worker decides. `because` is a sentence for them. */
  | { readonly kind: 'ask'; readonly because: string };

const digits = (value: string): string => value.replaceAll(/\D/g, '').slice(-10);
/** One number, address or letter box, however it was typed: a later word about it counts for every spelling. */
const sameThing = (point: Pick<ContactPoint, 'channel' | 'value'>): string => {
  const phoned = point.channel === 'text' || point.channel === 'phone';
  const value = point.value.toLowerCase();
  return `${point.channel} ${phoned ? digits(value) : point.channel === 'email' ? value.replaceAll(/\s/g, '') : value.replaceAll(/[^\p{L}\p{N}]/gu, '')}`;
};

const newest = (one: ContactPoint, other: ContactPoint): number =>
  other.checkedOn.localeCompare(one.checkedOn) || other.createdAt.getTime() - one.createdAt.getTime() || other.id.localeCompare(one.id);

/** What stands now: the last thing said about each number or address, without those replaced. Newest first. */
export function standing(points: readonly ContactPoint[]): ContactPoint[] {
  const last = new Map<string, ContactPoint>();
  for (const point of points.filter((one) => one.replacedAt === null).sort(newest))
    if (!last.has(sameThing(point))) last.set(sameThing(point), point);
  return [...last.values()];
}

/** Whether two accounts of the same way to reach somebody agree, so that the older may still be used: the newer never asks for more care. */
export function confirms(newer: ContactPoint, older: ContactPoint): boolean {
  return (
    sameThing(newer) === sameThing(older) &&
    newer.safeToUse === 'safe' &&
    wordingFor(newer) === wordingFor(older) &&
    mayLinkTo(newer) === mayLinkTo(older) &&
    newer.timesNever === older.timesNever &&
    newer.timesSafe === older.timesSafe
  );
}

/** Plain unless they said that nobody else sees it and that the service may be named. */
export const wordingFor = (point: Pick<ContactPoint, 'shared' | 'mayNameService'>): Wording =>
  point.shared === 'no' && point.mayNameService ? 'named' : 'plain';

export const mayLinkTo = (point: Pick<ContactPoint, 'shared' | 'mayNameService' | 'maySendLinks'>): boolean =>
  wordingFor(point) === 'named' && point.maySendLinks;

/** Why this way may not be used at all, or null. */
export function refusal(point: ContactPoint): string | null {
  if (point.replacedAt) return 'Newer details took the place of these.';
  if (point.doubtedAt) return 'Newer details say something else. Ask which to use.';
  if (point.value.trim() === '') return 'There is no number or address.';
  switch (point.safeToUse) {
    case 'safe':
      return null;
    case 'not_safe':
      return 'They said it is not safe.';
    case 'ask_first':
      return 'Ask them first.';
    case 'not_asked':
      return 'Nobody has asked whether it is safe.';
  }
}

/** The first moment from `now` at which it may be used; 'read' when the hours they named need a person to read them; null when there is none in 8 days. */
export function firstMoment(
  point: Pick<ContactPoint, 'timesNever' | 'timesSafe'>,
  { now, quiet }: Pick<Circumstances, 'now' | 'quiet'>,
): Date | 'read' | null {
  const never = readHours(point.timesNever, 'never');
  const good = readHours(point.timesSafe, 'safe');
  if (never === null || good === null || (never === 'any' && saysMore(point.timesNever))) return 'read';
  const isQuiet = (minute: number): boolean =>
    quiet !== null && (quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to);
  const fits = (instant: Date): boolean => {
    const { weekday, minute } = wallTime(instant);
    return !isQuiet(minute) && !(never !== 'any' && within(never, weekday, minute)) && (good === 'any' || within(good, weekday, minute));
  };
  if (fits(now)) return now;
  const edges = new Set([0, ...(quiet ? [quiet.to] : [])]);
  for (const hours of [never, good]) if (hours !== 'any') for (const { from, to } of hours) edges.add(from).add(to);
  const inOrder = [...edges].filter((minute) => minute < 1440).sort((one, other) => one - other);
  const today = wallTime(now).date;
  for (let day = 0; day <= 8; day++)
    for (const minute of inOrder)
      for (const instant of shownAt(addDays(today, day), minute)) if (instant > now && fits(instant)) return instant;
  return null;
}

/** When the wall shows it: twice in the hour that autumn repeats. */
function shownAt(date: LocalDate, minute: number): readonly Date[] {
  const first = instantAt(date, minute);
  const again = new Date(first.getTime() + 3_600_000);
  return wallTime(again).minute === minute ? [first, again] : [first];
}

/** “Never: always” reads as no hours at all; only empty words may mean that for hours never to be used. */
const saysMore = (words: string): boolean => !/^\s*(none|no|n\/a|-)?\s*$/i.test(words);

const reach: Readonly<Record<ContactChannel, string>> = {
  text: 'text',
  phone: 'call',
  email: 'e-mail',
  post: 'letter',
  in_person: 'meeting in person',
};

/** Why nothing is sent to somebody for whom others asked. */
export const unknowing = 'They may not know that somebody asked for help for them. Speak first with whoever asked.';

/** What to do about a message for somebody: send it this way in this wording, not before then; or ask a worker, and why. */
export function decideContact(
  points: readonly ContactPoint[],
  preference: ContactPreference,
  circumstances: Circumstances,
): ContactDecision {
  if (circumstances.diedOn) return { kind: 'ask', because: 'They have died. Nothing is sent.' };
  if (preference.mayNotKnow) return { kind: 'ask', because: unknowing };
  if (preference.willContactUs && !circumstances.askedFor)
    return { kind: 'ask', because: 'They chose to contact us. Wait for them, or agree another way when they do.' };
  const now = standing(points);
  const reasons: string[] = [];
  for (const channel of sendingChannels)
    for (const point of now.filter(
      (one) => one.channel === channel && (circumstances.only === undefined || one.id === circumstances.only),
    )) {
      const refused = refusal(point);
      if (refused) {
        reasons.push(`${capital(reach[channel])}: ${lower(refused)}`);
        continue;
      }
      const moment = firstMoment(point, circumstances);
      if (moment === 'read') reasons.push(`${capital(reach[channel])}: a person needs to read the hours they named.`);
      else if (moment === null) reasons.push(`${capital(reach[channel])}: the hours they named leave no time.`);
      else return { kind: 'send', point, wording: wordingFor(point), mayLink: mayLinkTo(point), notBefore: moment };
    }
  const spoken = now.find((one) => (one.channel === 'phone' || one.channel === 'in_person') && refusal(one) === null);
  if (spoken) reasons.push(spoken.channel === 'phone' ? 'A call is safe.' : 'Meeting in person is safe.');
  return { kind: 'ask', because: reasons.join(' ') || 'Nobody has asked how it is safe to reach them.' };
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
const lower = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1);
