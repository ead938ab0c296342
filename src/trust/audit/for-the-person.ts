// What the person reads of their own record: who opened it, by day, and who can open it, each with a reason. In the language they read. Pure.
import { localDate } from '../../platform/clock.ts';
import { languageFacts } from '../../platform/language/languages.ts';
import type { DataCategory, Reason } from '../access/model.ts';
import type { RecordedSharing } from '../sharing/without-agreement.ts';
import { deedIn, deedOf } from './deeds.ts';
import type { Look } from './looked.ts';
import type { SeenSpeech } from './texts.ts';

/** A sentence about somebody whose name and job stand in it as the place wrote them; `who` is null where it is about the reader. */
export interface AboutSomebody {
  readonly key: string;
  readonly who: string | null;
  readonly says: (who: string) => string;
  /** Why, in the words of whoever did it; '' where none was asked. */
  readonly why: string;
  readonly when: string;
}

function lookSaid(
  { own, opened, kind, actor }: Look,
  { texts: { looked }, language, texts }: SeenSpeech,
): Pick<AboutSomebody, 'who' | 'says'> {
  const deed = language === 'en' ? deedOf(kind, { own }) : deedIn(kind, texts);
  if (own) {
    const said = opened ? looked.you({ deed }) : looked.youTried({ deed });
    return { who: null, says: () => said };
  }
  // In English a job between commas: “Priya Nair, triage clinician, read …”.
  const who = language === 'en' && actor.includes(',') ? `${actor},` : actor;
  return { who, says: (place) => (opened ? looked.did : looked.tried)({ who: place, deed }) };
}

export interface DayOfLooks {
  /** 'Friday 20 Nov 2026' */
  readonly title: string;
  readonly entries: readonly AboutSomebody[];
}

/** By local day, newest first. What was done several times in a day stands once, with how often. */
export function looksByDay(looks: readonly Look[], speech: SeenSpeech): DayOfLooks[] {
  const { moments, texts } = speech;
  const byDay = Map.groupBy(looks, ({ at }) => localDate(at));
  return [...byDay].map(([day, ofDay]) => {
    const same = Map.groupBy(ofDay, ({ own, opened, kind, actor, why }) => JSON.stringify([own ? '' : actor, opened, kind, why]));
    return {
      title: `${moments.day(day)} ${day.slice(0, 4)}`,
      entries: [...same.values()].flatMap((times) => {
        const [last] = times;
        if (!last) return [];
        const time = moments.time(last.at);
        const when = times.length === 1 ? time : texts.looked.times({ count: times.length, time });
        return { key: last.id, why: last.why, when, ...lookSaid(last, speech) };
      }),
    };
  });
}

function seesSaid({ full, short, relationship }: Pick<Reason, 'full' | 'short' | 'relationship'>, { texts, language }: SeenSpeech): string {
  const { access, categories } = texts;
  const list = new Intl.ListFormat(languageFacts[language].locale, { type: 'conjunction' });
  const word = (category: DataCategory): string =>
    category === 'contact' && relationship === 'agreement' ? access.contactDetails : categories[category];
  const named = (which: readonly DataCategory[]): string => list.format(which.map(word));
  if (full.length > 0) return (short.length > 0 ? access.seesInShort : access.sees)({ what: named(full), short: named(short) });
  return short.length > 0 ? access.inShort({ short: named(short) }) : access.seesNothing;
}

/** Who can see it, why, since and until when, and what of it. Broken glass names the hour at which it ends; everything else the day. */
export function reasonSaid(reason: Reason, speech: SeenSpeech): AboutSomebody {
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

export const withoutSaid = (one: RecordedSharing, { texts: { without }, moments: { date } }: SeenSpeech): ToldWithout => ({
  key: one.id,
  organisation: one.organisation,
  what: withoutStop(one.what),
  reason: withoutStop(one.reason),
  decidedBy: one.decidedBy,
  when: one.endedAt
    ? without.ended({ date: date(one.decidedAt) })
    : without.again({ date: date(one.decidedAt), again: date(one.reviewOn) }),
});
