// The words of language versions: in which languages a place may ask a measure, from whom it has each, and who said so. Pure; no wording of any item is held.
import type { LocalDate } from '../../platform/clock.ts';
import type { Lifecycle } from '../../platform/lifecycle.ts';
import type { AccessRole } from '../../platform/web/permission.ts';

export const heldStates = ['entered', 'confirmed', 'ended'] as const;
export type HeldState = (typeof heldStates)[number];

/** Who enters, confirms and ends versions; nobody confirms what they entered. */
export const keepers: readonly AccessRole[] = ['MGR', 'SNR'];

export const heldLifecycle: Lifecycle<HeldState> = {
  name: 'measure_language',
  states: heldStates,
  transitions: [
    { from: null, to: 'entered', by: keepers, needs: 'the language, from whom it came, its reference and the day' },
    { from: 'entered', to: 'confirmed', by: keepers, needs: 'somebody who did not enter it' },
    { from: 'entered', to: 'ended', by: keepers, withReason: true },
    { from: 'confirmed', to: 'ended', by: keepers, withReason: true },
  ],
};

export interface HeldVersion {
  readonly id: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  /** Language tag, never English: that is as published. */
  readonly language: string;
  /** From whom it came. */
  readonly holder: string;
  readonly reference: string;
  readonly receivedOn: LocalDate;
  readonly state: HeldState;
  readonly because: string;
  readonly version: number;
  readonly enteredBy: string;
  readonly enteredByName: string;
  readonly enteredAt: Date;
  readonly confirmedByName: string | null;
  readonly confirmedAt: Date | null;
}

/** The tag of what is asked as it was published. */
export const asPublished = 'en';

const names = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });
/** Signed languages have tags, and no name in every system. */
const signed: Readonly<Record<string, string>> = { bfi: 'British Sign Language' };

/** 'Polish' for 'pl'; as it was written where it is no tag. */
export function languageInWords(tag: string): string {
  try {
    return signed[tag] ?? names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const tags = [
  'ar', 'bfi', 'bg', 'bn', 'cs', 'cy', 'de', 'es', 'fa', 'fr', 'gu', 'hi', 'hu', 'it', 'ku', 'lt', 'lv', 'ml', 'ne', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sk', 'so',
  'sq', 'ta', 'ti', 'tr', 'uk', 'ur', 'vi', 'yue', 'zh',
] as const; // biome-ignore format: tags read as one list

/** Languages a version can be entered in, by their English names. */
export const versionLanguages: readonly { readonly tag: string; readonly name: string }[] = tags
  .map((tag) => ({ tag, name: languageInWords(tag) }))
  .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));

/** What to do where somebody needs a language whose version is not held. Their words are worth keeping; a score they would not be. */
export const withoutVersion = (language: string, instrument: string): string =>
  `No confirmed ${instrument} in ${language} is held here. Talk with an interpreter about how life is, and write their words. Nobody translates the questions, so there is no score.`;
