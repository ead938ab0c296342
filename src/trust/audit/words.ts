// Entries of the audit in plain words: whole sentences for the person, cells of a table for colleagues. Pure.

import { localDate } from '../../platform/clock.ts';
import { dayInWords, timeInWords, wallTime } from '../../platform/local-time.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import { roleWords } from '../access/texts.ts';
import { deedOf } from './deeds.ts';
import type { Look } from './looked.ts';

const roleName = (code: string): string => roleWords[code as AccessRole] ?? code; // an unknown code is shown as it is
export const timeOf = (at: Date): string => timeInWords(wallTime(at).minute);

/** 'Friday 20 Nov 2026, 2:30pm' */
export const momentOf = (at: Date): string => `${dayInWords(localDate(at))} ${localDate(at).slice(0, 4)}, ${timeOf(at)}`;

/** 'Priya Nair, triage clinician, read the referral.' with the reason they gave, if one was asked for. */
export function lookSentence(look: Look): string {
  const who = look.own ? 'You' : look.actor;
  const comma = who.includes(',') ? ',' : '';
  const tried = look.opened ? '' : ' tried, and could not. It was:';
  return `${who}${comma}${tried} ${deedOf(look.kind, look)}.${look.why ? ` They said why: “${look.why}”` : ''}`;
}

interface Sentence {
  readonly key: string;
  readonly sentence: string;
  readonly when: string;
}

/** By local day, newest first. What was done several times in a day stands once, with how often. */
export function byDay(looks: readonly Look[]): { title: string; entries: Sentence[] }[] {
  const days = new Map<string, Map<string, { readonly last: Look; times: number }>>();
  for (const look of looks) {
    const title = `${dayInWords(localDate(look.at))} ${localDate(look.at).slice(0, 4)}`;
    const day = days.get(title) ?? new Map<string, { readonly last: Look; times: number }>();
    const sentence = lookSentence(look);
    const same = day.get(sentence);
    if (same) same.times++;
    else day.set(sentence, { last: look, times: 1 });
    days.set(title, day);
  }
  return [...days].map(([title, day]) => ({
    title,
    entries: [...day].map(([sentence, { last, times }]) => ({
      key: last.id,
      sentence,
      when: times === 1 ? timeOf(last.at) : `${times} times, the last at ${timeOf(last.at)}`,
    })),
  }));
}

/** A row for the information-governance lead, who is not told whose record it is: the person stands in it without their name. */
export const lookRow = (look: Look) => ({
  key: look.id,
  who: look.roles.includes('PER') ? 'The person themselves' : look.actor,
  role: look.roles.map(roleName).join(', ') || 'No account',
  when: momentOf(look.at),
  what: look.opened ? deedOf(look.kind) : `Refused: ${deedOf(look.kind)}`,
  why: look.why || 'No reason needed',
  ...(look.why ? { unusual: 'Reason given' } : {}),
});
