// Entries of the audit as cells of a table, for colleagues. Pure.
import { localDate } from '../../platform/clock.ts';
import { dayInWords, timeInWords, wallTime } from '../../platform/local-time.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import { roleWords } from '../access/texts.ts';
import { deedOf } from './deeds.ts';
import type { Look } from './looked.ts';

const roleName = (code: string): string => roleWords[code as AccessRole] ?? code; // an unknown code is shown as it is
const timeOf = (at: Date): string => timeInWords(wallTime(at).minute);

/** 'Friday 20 Nov 2026, 2:30pm' */
const momentOf = (at: Date): string => `${dayInWords(localDate(at))} ${localDate(at).slice(0, 4)}, ${timeOf(at)}`;

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
