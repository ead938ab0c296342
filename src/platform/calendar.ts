// Appointments as iCalendar (RFC 5545), for whoever wants it in their own calendar. What its words may say is decided by whoever asks. Pure.

export interface CalendarEntry {
  /** Stays the same as long as the appointment does, so that a calendar changes its entry and never adds another. */
  readonly uid: string;
  /** Goes up with every change. */
  readonly sequence: number;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  /** When this was written. */
  readonly stamp: Date;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly title: string;
  /** '' for none. */
  readonly place: string;
  /** '' for none. */
  readonly address: string;
}

/** RFC 5545 3.3.11: TEXT. Signs that no calendar can show are left out. */
export const escaped = (words: string): string =>
  words
    .replaceAll(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very signs to leave out
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

const longest = 75;

/** RFC 5545 3.1: no line is longer than 75 octets, and no letter is cut in two. */
export function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > longest) {
      lines.push(now);
      // The space that begins a folded line counts.
      now = ' ';
      octets = 1;
    }
    now += letter;
    octets += size;
  }
  return [...lines, now].join('\r\n');
}

/** In UTC, which is the same instant on both sides of a change of clocks; calendars show it on the wall of where they are. */
const instant = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const eventOf = (entry: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTAMP:${instant(entry.stamp)}`,
  `DTSTART:${instant(entry.startsAt)}`,
  `DTEND:${instant(new Date(entry.startsAt.getTime() + entry.minutes * 60_000))}`,
  `STATUS:${entry.status}`,
  `SUMMARY:${escaped(entry.title)}`,
  ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
  ...(entry.address ? [`URL:${entry.address}`] : []),
  'CLASS:PRIVATE',
  'END:VEVENT',
];

export function calendarOf(entries: readonly CalendarEntry[]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Calendar//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'];
  const lines = [...head, ...entries.flatMap(eventOf), 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
