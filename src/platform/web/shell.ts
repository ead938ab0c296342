// What every signed-in page shows around itself: the place, who is signed in, where they may go and what waits for them there.
// Composed once by the program from what the rooms say; pages only hand it on to their layout.
import type { Texts } from '../../design/texts.ts';
import type { Direction, Language, Reading } from '../language/languages.ts';
import type { Notice } from './answer.ts';
import type { Context } from './context.ts';
import type { AccessRole } from './permission.ts';

export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  /** Things waiting for this visitor. */
  readonly count?: number;
  readonly current?: boolean;
}

/** One entry of a room: who sees it and how many things wait there for them. */
export interface NavigationEntry {
  readonly text: string;
  readonly href: string;
  readonly roles: readonly AccessRole[];
  /** Stands there only while something waits. */
  readonly onlyWaiting?: true;
  /** Counted with a limit of 100, by an index. */
  readonly waiting?: (context: Context) => Promise<number>;
}

export interface Banner {
  readonly text: string;
  readonly links?: readonly { readonly text: string; readonly href: string }[];
}

export interface Tour {
  readonly at: number;
  readonly of: number;
  readonly text: string;
  readonly next?: { readonly text: string; readonly action: string };
  readonly leave: { readonly text: string; readonly href: string };
}

/** The part of a staff page's properties that every page has alike: `<StaffPage {...shell} title=… shape=…>`. */
export interface Shell {
  readonly place: string;
  readonly service: { readonly name: string; readonly home: string };
  readonly account?: { readonly name: string; readonly job: string; readonly initials: string; readonly signOut: string };
  readonly navigation: readonly NavigationItem[];
  readonly banner?: Banner;
  readonly tour?: Tour;
  readonly flash?: Notice;
}

/** The same for pages of people who use the service: `<PersonPage {...frame} title=…>`. */
export interface PersonFrame {
  readonly language: Language;
  readonly direction: Direction;
  /** The design’s own words in that language, as the place’s reviewers approved them. */
  readonly words: Texts;
  /** Whether every text in that language was approved by somebody who reads it. */
  readonly reviewed: boolean;
  /** The same page in every language and format the place offers. */
  readonly languages?: readonly { readonly language: Reading; readonly href: string; readonly current?: boolean }[];
  /** Address of the same page in English, on a page whose words nobody has checked yet. */
  readonly inEnglish?: string;
  /** Said in the reader’s own language where a page is only in English. */
  readonly onlyEnglish?: { readonly text: string; readonly lang: string; readonly direction: Direction };
  readonly service: { readonly name: string; readonly home: string };
  readonly exitUrl: string;
  /** The neutral page it ends at: a script goes there at once. */
  readonly exitTo?: string;
  readonly helpNow: readonly { readonly text: string; readonly href: string }[];
  readonly banner?: Banner;
  readonly tour?: Tour;
  readonly flash?: Notice;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** First letters of the first and the last word of a name, in any script. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = (word: string | undefined): string => (word ? (graphemes.segment(word).containing(0)?.segment ?? '') : '');
  return (words.length > 1 ? first(words[0]) + first(words.at(-1)) : first(words[0])).toLocaleUpperCase('en-GB');
}
