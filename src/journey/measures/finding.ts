// The sentence over one person's measure, made from the scores: what happened, whether it can be depended on, and which side of the cut-off.
// Never says why it happened.
import { daysBetween, type LocalDate } from '../../platform/clock.ts';
import { counted, plainNumber } from '../../platform/numbers.ts';
import { type PersonChange, personChange } from './change.ts';
import { bandOf, type InstrumentDefinition, onClinicalSide } from './definition.ts';
import { languageInWords } from './held.ts';

export interface Reading {
  readonly date: LocalDate;
  readonly value: number;
  /** Tag of the language it was taken in. */
  readonly language: string;
}

/** Whole sentences of at most 20 words, from readings in order of date. */
export function measureFinding(definition: InstrumentDefinition, readings: readonly Reading[]): string {
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last) return 'No scores yet.';
  if (readings.length === 1)
    return [`One score so far: ${plainNumber(first.value, 1)}.`, sideNow(definition, first.value)].filter(Boolean).join(' ');
  const change = personChange(definition, first.value, last.value);
  return [
    whatHappened(definition, first, last),
    howSure(change),
    sideOf(definition, change),
    languagesDiffer(first, last),
    change.improvement < 0 ? 'How does this fit?' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function whatHappened(definition: InstrumentDefinition, first: Reading, last: Reading): string {
  const difference = last.value - first.value;
  const points = plainNumber(Math.abs(difference), 1);
  const time = elapsed(daysBetween(first.date, last.date));
  if (points === '0') return `${definition.about} is the same as ${time} before.`;
  const [from, to] = [bandOf(definition, first.value)?.words, bandOf(definition, last.value)?.words];
  const bands = !from || !to ? '' : from === to ? `, within ${from}` : `, from ${from} to ${to}`;
  return `${definition.about} ${difference < 0 ? 'fell' : 'rose'} ${points} ${points === '1' ? 'point' : 'points'} in ${time}${bands}.`;
}

/** S8.3: nobody compares two languages without knowing it. */
const languagesDiffer = (first: Reading, last: Reading): string =>
  first.language === last.language
    ? ''
    : `The first score was taken in ${languageInWords(first.language)}, the last in ${languageInWords(last.language)}. Part of the difference may be the language.`;

const elapsed = (days: number): string => (days < 14 ? counted(days, 'day', 'days') : counted(Math.round(days / 7), 'week', 'weeks'));

function howSure({ category }: PersonChange): string {
  switch (category) {
    case null:
      return '';
    case 'recovered':
    case 'improved':
      return 'That is a dependable improvement.';
    case 'deteriorated':
      return 'That is a dependable change for the worse.';
    case 'crossed':
    case 'no_reliable_change':
      return 'That is no dependable change yet.';
  }
}

function sideOf(definition: InstrumentDefinition, { startedBelow, endedBelow }: PersonChange): string {
  if (startedBelow === null || endedBelow === null) return '';
  const general = definition.better === 'lower' ? 'below' : 'above';
  const clinical = definition.better === 'lower' ? 'above' : 'below';
  if (startedBelow && endedBelow) return `It was ${general} the cut-off at the start and still is.`;
  if (endedBelow) return `It is now ${general} the cut-off.`;
  return startedBelow ? `It is now ${clinical} the cut-off.` : `It is still ${clinical} the cut-off.`;
}

function sideNow(definition: InstrumentDefinition, value: number): string {
  const cutOff = definition.cutOffs[0];
  if (!cutOff) return '';
  const clinical = onClinicalSide(definition.better, cutOff.value, value);
  return `It is ${clinical === (definition.better === 'lower') ? 'above' : 'below'} the cut-off.`;
}
