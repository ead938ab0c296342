// Says in plain words why a team or an account reaches a record: what the reason opens, since when, until when and where it came from. Pure.
import type { AccessRole } from '../../platform/web/permission.ts';
import { categories, type DataCategory, type ExplainedReason, type Reason } from './model.ts';
import { categoryWords, otherSource, relationshipWords, roleWords, sourceWords, texts } from './texts.ts';

/** One cell of the access matrix. */
export interface Rule {
  readonly role: string;
  readonly category: string;
  readonly reading: string;
}

const inFull = new Set(['full', 'agreement', 'break_glass']);

/** What these roles open together, within the categories a reason is narrowed to (null: no narrowing). A role's own items are not opened to others and not counted. */
export function opened(
  rules: readonly Rule[],
  roles: readonly AccessRole[],
  narrowed: readonly string[] | null,
): { readonly full: readonly DataCategory[]; readonly short: readonly DataCategory[] } {
  const readings = (category: DataCategory): readonly string[] =>
    rules.filter((rule) => rule.category === category && roles.some((role) => role === rule.role)).map((rule) => rule.reading);
  const within = categories.filter((category) => narrowed === null || narrowed.includes(category));
  const full = within.filter((category) => readings(category).some((reading) => inFull.has(reading)));
  return { full, short: within.filter((category) => !full.includes(category) && readings(category).includes('short')) };
}

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit', hour12: true });
const dayAndTime = (instant: Date): string => `${day.format(instant)}, ${time.format(instant).replace(':00', '').replace(/\s/u, '')}`;

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** An agreement opens who they are and how to reach them; how the help goes is for those who give it. */
function opensInWords({ full, short, relationship }: Pick<Reason, 'full' | 'short' | 'relationship'>): string {
  const word = (category: DataCategory): string =>
    category === 'contact' && relationship === 'agreement' ? texts.contactDetails : categoryWords[category];
  const named = (which: readonly DataCategory[]): string => list.format(which.map(word));
  const parts = [full.length > 0 ? named(full) : '', short.length > 0 ? `${texts.inShort} ${named(short)}` : ''].filter(Boolean);
  return capital(parts.join('; ')) || texts.nothing;
}

/** Puts a reason in words. Broken glass names the hour at which it ends; everything else the day. */
export function explain(reason: Reason): ExplainedReason {
  const since = day.format(reason.since);
  const until = reason.until ? (reason.relationship === 'break_glass' ? dayAndTime : day.format)(reason.until) : texts.noEnd;
  const source = sourceWords[reason.source.kind] ?? otherSource;
  const under = reason.agreement ? ` (${reason.agreement})` : '';
  const ending = reason.until ? ` until ${until}` : '';
  return {
    ...reason,
    words: {
      relationship: capital(relationshipWords[reason.relationship]),
      roles: reason.roles.map((role) => roleWords[role]),
      opens: opensInWords(reason),
      since,
      until,
      source,
      sentence: `${reason.holder.name} ${relationshipWords[reason.relationship]}${under}, since ${since}${ending}.`,
    },
  };
}
