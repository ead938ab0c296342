// Entries of the audit in plain words: whole sentences for the person, cells of a table for colleagues. Pure.

import { localDate } from '../../platform/clock.ts';
import { dayInWords, timeInWords, wallTime } from '../../platform/local-time.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import { roleWords } from '../access/texts.ts';
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
  return `${who}${comma}${tried} ${look.kind}.${look.why ? ` They said why: “${look.why}”` : ''}`;
}

/** By local day, newest first, as they came. */
export function byDay(looks: readonly Look[]): { title: string; entries: { key: string; sentence: string; when: string }[] }[] {
  const days = new Map<string, { key: string; sentence: string; when: string }[]>();
  for (const look of looks) {
    const title = `${dayInWords(localDate(look.at))} ${localDate(look.at).slice(0, 4)}`;
    const day = days.get(title) ?? [];
    day.push({ key: look.id, sentence: lookSentence(look), when: timeOf(look.at) });
    days.set(title, day);
  }
  return [...days].map(([title, entries]) => ({ title, entries }));
}

export const lookRow = (look: Look) => ({
  key: look.id,
  who: look.actor,
  role: look.roles.map(roleName).join(', ') || 'No account',
  when: momentOf(look.at),
  what: look.opened ? look.kind : `Refused: ${look.kind}`,
  why: look.why,
  ...(look.why ? { unusual: 'Reason given' } : {}),
});
