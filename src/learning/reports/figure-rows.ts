// The file of figures: every number of a report once, each as it is printed. Hidden numbers are `*`, numbers that do not exist are empty.
import { plainNumber } from '../../platform/numbers.ts';
import { exported } from '../evaluation/small-numbers.ts';
import type { Estimate, FigureRow, Shown, ShownShare } from './model.ts';

type Place = Pick<FigureRow, 'section' | 'measure' | 'group' | 'period'>;

const empty = { value: '', lower: '', upper: '', people: '', unit: '' };
/** A file of figures is read by programs: a plain hyphen for minus, no thousands comma. */
const figure = (value: number | null, decimals = 1): string =>
  value === null ? '' : plainNumber(value, decimals).replace('−', '-').replaceAll(',', '');

export const countRow = (at: Place, people: Shown): FigureRow => ({
  ...at,
  ...empty,
  value: exported(people),
  people: exported(people),
  unit: 'people',
});

export function shareRow(at: Place, share: ShownShare): FigureRow {
  const unit = 'percent';
  switch (share.kind) {
    case 'hidden':
      return { ...at, ...empty, value: '*', unit };
    case 'nearly all':
      return { ...at, ...empty, value: '*', lower: `${share.over}`, unit };
    case 'share':
      return { ...at, ...empty, value: `${share.percent}`, lower: `${share.interval[0]}`, upper: `${share.interval[1]}`, unit };
  }
}

export const estimateRow = (at: Place, estimate: Estimate, unit: string, people: Shown = null): FigureRow => ({
  ...at,
  ...empty,
  ...(estimate
    ? { value: figure(estimate.value), lower: figure(estimate.interval[0]), upper: figure(estimate.interval[1]), people: exported(people) }
    : { value: '*' }),
  unit,
});

export const daysRow = (at: Place, days: number | null, interval: readonly [number | null, number | null], people: Shown): FigureRow => ({
  ...at,
  ...empty,
  value: figure(days),
  lower: figure(interval[0]),
  upper: figure(interval[1]),
  people: exported(people),
  unit: 'days',
});
