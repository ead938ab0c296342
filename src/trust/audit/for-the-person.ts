// What the person reads of their own record: who opened it, by day, and who can open it, each with a reason. In the language they read. Pure.
import { localDate } from '../../platform/clock.ts';
import { listedIn } from '../../platform/language/lists.ts';
import { categories, type DataCategory, type Reason } from '../access/model.ts';
import type { RecordedSharing } from '../sharing/without-agreement.ts';
import { deedIn, deedOf, isList } from './deeds.ts';
import type { Look } from './looked.ts';
import type { SeenWords } from './texts.ts';

/** A sentence about somebody whose name and job stand in it as the place wrote them; `who` is null where it is about the reader. */
export interface AboutSomebody {
  readonly key: string;
  readonly who: string | null;
  readonly says: (who: string) => string;
  /** Why, in the words of whoever did it; '' where none was asked. */
  readonly why: string;
  readonly when: string;
}

type Said = Pick<AboutSomebody, 'who' | 'says'>;

/** What one visit was: everything that was done in it, in its order, each once. */
function visitSaid(visit: Visit, { texts: { looked }, language, texts }: SeenWords): Said {
  const { own, opened, actor } = visit[0];
  const said = (kind: string): string => (language === 'en' ? deedOf(kind, { own, toThePerson: true }) : deedIn(kind, texts));
  const deed = listedIn([...new Set(visit.map(({ kind }) => said(kind)).toReversed())], language);
  if (own) {
    const words = opened ? looked.you({ deed }) : looked.youTried({ deed });
    return { who: null, says: () => words };
  }
  // In English a job between commas: “Priya Nair, triage clinician, read …”.
  const who = language === 'en' && actor.includes(',') ? `${actor},` : actor;
  return { who, says: (place) => (opened ? looked.did : looked.tried)({ who: place, deed }) };
}

/** Looks of one visit, newest first. */
type Visit = readonly [Look, ...Look[]];

/** Longer than this without a look, and the next is another visit. */
const visitEnds = 3_600_000;

/** Looks of one day, newest first, put together: whatever somebody opened in one visit; the lists in which they saw a name, once a day. */
function visitsOf(looks: readonly Look[]): Visit[] {
  const visits: [Look, ...Look[]][] = [];
  const last = new Map<string, [Look, ...Look[]]>();
  for (const look of looks) {
    const list = isList(look.kind);
    const key = JSON.stringify([look.own ? '' : look.actor, look.opened, look.why, list]);
    const begun = last.get(key);
    const before = begun?.at(-1);
    if (begun && before && (list || before.at.getTime() - look.at.getTime() < visitEnds)) begun.push(look);
    else {
      const visit: [Look, ...Look[]] = [look];
      last.set(key, visit);
      visits.push(visit);
    }
  }
  return visits;
}

/** When it was: one time, from when to when, or how often where it was a list. */
function timeSaid(visit: Visit, { moments, texts: { looked } }: SeenWords): string {
  const [latest] = visit;
  const to = moments.time(latest.at);
  if (isList(latest.kind) && visit.length > 1) return looked.times({ count: visit.length, time: to });
  const from = moments.time((visit.at(-1) ?? latest).at);
  return from === to ? to : looked.between({ from, to });
}

export interface DayOfLooks {
  /** 'Friday 20 Nov 2026' */
  readonly title: string;
  readonly entries: readonly AboutSomebody[];
}

/** By local day, newest first, and in each the visits of whoever came. */
export const looksByDay = (looks: readonly Look[], speech: SeenWords): DayOfLooks[] =>
  [...Map.groupBy(looks, ({ at }) => localDate(at))].map(([day, ofDay]) => ({
    title: `${speech.moments.day(day)} ${day.slice(0, 4)}`,
    entries: visitsOf(ofDay).map((visit) => ({
      key: visit[0].id,
      why: visit[0].why,
      when: timeSaid(visit, speech),
      ...visitSaid(visit, speech),
    })),
  }));

/** Kinds of information as one says them to whom they are about: “where you live and your work or money”. */
export const kindsSaid = (which: readonly DataCategory[], { texts, language }: Pick<SeenWords, 'texts' | 'language'>): string =>
  listedIn(
    which.map((category) => texts.categories[category]),
    language,
  );

/** Their whole record is said as that: a list of everything tells less. */
function seesSaid({ full, short }: Pick<Reason, 'full' | 'short'>, speech: SeenWords): string {
  const { access } = speech.texts;
  const named = (which: readonly DataCategory[]): string => kindsSaid(which, speech);
  const what = named(full);
  if (full.length === 0) return short.length > 0 ? access.inShort({ short: named(short) }) : access.seesNothing;
  if (short.length === 0) return full.length === categories.length ? access.all : access.sees({ what });
  const isAll = full.length + short.length === categories.length && short.length <= fewInShort;
  return isAll ? access.allInShort({ short: named(short) }) : access.seesInShort({ what, short: named(short) });
}

const fewInShort = 2;

/** Who can see it, why, since and until when, and what of it. Broken glass names the hour at which it ends; everything else the day. */
export function reasonSaid(reason: Reason, speech: SeenWords): AboutSomebody {
  const { texts, moments } = speech;
  const { access } = texts;
  const relationship = texts.relationships[reason.relationship];
  const why = reason.agreement ? `${relationship} (${reason.agreement})` : relationship;
  const since = moments.date(reason.since);
  const { until } = reason;
  const end = until && (reason.relationship === 'break_glass' ? `${moments.date(until)}, ${moments.time(until)}` : moments.date(until));
  return {
    key: reason.id,
    who: reason.holder.name,
    says: (who) => (end ? access.until({ who, why, since, until: end }) : access.since({ who, why, since })),
    why: '',
    when: seesSaid(reason, speech),
  };
}

/** What was told to somebody without asking them: to whom, what, why, who decided, and what comes next. */
export interface ToldWithout {
  readonly key: string;
  readonly organisation: string;
  readonly what: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly when: string;
}

const withoutStop = (words: string): string => words.replace(/[.\s]+$/u, '');

export const withoutSaid = (one: RecordedSharing, { texts: { without }, moments: { date } }: SeenWords): ToldWithout => ({
  key: one.id,
  organisation: one.organisation,
  what: withoutStop(one.what),
  reason: withoutStop(one.reason),
  decidedBy: one.decidedBy,
  when: one.endedAt
    ? without.ended({ date: date(one.decidedAt) })
    : without.again({ date: date(one.decidedAt), again: date(one.reviewOn) }),
});
