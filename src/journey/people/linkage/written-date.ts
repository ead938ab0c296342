// Reads dates of birth as files write them: 1984-03-14, 19840314, 14/03/1984, 3.14.84, 14 March 1984, 1984-03 or 1984. Keeps the parts as written,
// also days that cannot be, because mistakes repeat.
import type { BirthParts } from './record.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const two = (text: string): string => text.padStart(2, '0');

/** Two figures are read as the years 1930 to 2029. */
const wholeYear = (year: string): string => (year.length === 2 ? `${Number(year) < 30 ? 20 : 19}${year}` : year);

/** Undefined where no date can be read. `monthFirst` decides only where both readings are possible. */
export function readWrittenDate(text: string, monthFirst = false): BirthParts | undefined {
  const trimmed = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const yearFirst = /^(\d{4})(?:[-/. ]?(\d{2})(?:[-/. ]?(\d{2}))?|[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?)?$/.exec(trimmed);
  if (yearFirst) {
    const [, year = '', month = yearFirst[4] ?? '', day = yearFirst[5] ?? ''] = yearFirst;
    return { year, ...(month ? { month: two(month) } : {}), ...(day ? { day: two(day) } : {}) };
  }
  const inFigures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(trimmed);
  if (inFigures) {
    const [, first = '', second = '', year = ''] = inFigures;
    const swap = Number(second) > 12 ? Number(first) <= 12 : monthFirst && Number(first) <= 12;
    return { year: wholeYear(year), month: two(swap ? first : second), day: two(swap ? second : first) };
  }
  const words = trimmed.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  const month = words.findIndex((word) => word.length > 2 && months.some((name) => word.startsWith(name)));
  if (month < 0) return undefined;
  const figures = words.filter((word) => /^\d+$/.test(word));
  const year = figures.find((figure) => figure.length === 4) ?? (figures.length > 1 ? figures.at(-1) : undefined);
  const day = figures.find((figure) => figure.length < 3 && figure !== year);
  const number = months.findIndex((name) => words[month]?.startsWith(name)) + 1;
  return { ...(year ? { year: wholeYear(year) } : {}), month: two(String(number)), ...(day ? { day: two(day) } : {}) };
}

/** Whether a column of dates writes the month before the day: more of its dates can only be read so than the other way. */
export function writesMonthFirst(texts: Iterable<string>): boolean {
  let monthFirst = 0;
  for (const text of texts) {
    const [, first = '', second = ''] = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}\s*$/.exec(text) ?? [];
    if (Number(second) > 12) monthFirst++;
    else if (Number(first) > 12) monthFirst--;
  }
  return monthFirst > 0;
}
