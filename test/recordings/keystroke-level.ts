// How long a page takes somebody who knows what they want to say, without a clock: the keystroke-level model of Card, Moran and Newell (1980), and silent reading.
import type { Page } from 'playwright-core';

export interface Work {
  /** Keys pressed, Tab and arrows included. */
  readonly keys: number;
  /** Times at which somebody thinks what to answer. What they know without thinking, such as their own number, needs none (the model’s first rule). */
  readonly thoughts: number;
  /** Words read. */
  readonly words: number;
}

/** 40 words of five letters a minute: the model’s average typist who does not type for a living. */
const secondsAKey = 60 / (40 * 5);
/** The model’s mental operator. */
const secondsAThought = 1.35;
/** Silent reading of English by adults: 238 words a minute (Brysbaert, 2019). */
const secondsAWord = 60 / 238;

/** Seconds. */
export const timeFor = ({ keys, thoughts, words }: Work): number => keys * secondsAKey + thoughts * secondsAThought + words * secondsAWord;

/** Words of the page’s first lines, of every question that is answered with its hint and choices, and two of each that is passed by. */
export const wordsToRead = (page: Page, answered: readonly string[]): Promise<number> =>
  page.evaluate((names) => {
    const count = (element: Element | null): number => (element?.textContent ?? '').split(/\s+/).filter(Boolean).length;
    const groupOf = (name: string): Element | null => {
      const field = document.querySelector(`main [name="${name}"]:not([type=hidden])`);
      return field?.closest('fieldset') ?? field?.closest('.nhsuk-form-group') ?? null;
    };
    const groups = new Set(names.map(groupOf));
    const all = new Set(
      [...document.querySelectorAll('main form [name]:not([type=hidden])')].map((field) => groupOf(field.getAttribute('name') ?? '')),
    );
    const first = [...document.querySelectorAll('main :is(h1, form p)')].filter((line) => !line.closest('.nhsuk-form-group'));
    return (
      [...first, ...groups].reduce((sum, element) => sum + count(element), 0) + 2 * [...all].filter((group) => !groups.has(group)).length
    );
  }, answered);
