// Puts the counted quarters of early help into four pictures, each with a sentence made from its numbers. Pure.
import { counted } from '../../platform/numbers.ts';
import { type EarlyQuarter, saidQuarter } from './model.ts';

/** One picture: a number for each quarter, with its finding. */
export interface EarlyFigure {
  readonly id: string;
  readonly title: string;
  readonly axisTitle: string;
  readonly quarters: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly interval?: readonly [number | null, number | null];
  }[];
  readonly absent: string;
  readonly finding: string;
  readonly line?: string;
  readonly caveat?: string;
  readonly source: string;
}

/** Against the same quarter a year earlier, where there is one. */
function sinceAYear(now: number, quarters: readonly EarlyQuarter[], value: (one: EarlyQuarter) => number): string {
  const then = quarters.at(-5);
  if (!then) return '';
  const more = now - value(then);
  return more === 0 ? ', as many as a year before' : `, ${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than a year before`;
}

/** Empty where no quarter was counted. `source` says where the numbers come from. */
export function figuresOf(quarters: readonly EarlyQuarter[], source: string): readonly EarlyFigure[] {
  const last = quarters.at(-1);
  if (!last) return [];
  const label = (one: EarlyQuarter): string => saidQuarter(one);
  const [year] = [quarters.at(-5)];
  const people = quarters.map((one) => ({ label: label(one), value: one.people }));
  const waits = quarters.map((one) => ({
    label: label(one),
    value: one.wait?.median ?? null,
    ...(one.wait ? { interval: one.wait.interval } : {}),
  }));
  const median = last.wait?.median ?? null;
  return [
    {
      id: 'places',
      title: 'Places',
      axisTitle: 'Places where it is offered',
      quarters: quarters.map((one) => ({ label: label(one), value: one.places })),
      absent: 'none',
      finding: `Early help is offered at ${counted(last.places, 'place', 'places')}${sinceAYear(last.places, quarters, (one) => one.places)}.`,
      source,
    },
    {
      id: 'partners',
      title: 'Partners',
      axisTitle: 'Organisations that give it',
      quarters: quarters.map((one) => ({ label: label(one), value: one.partners })),
      absent: 'none',
      finding: `${counted(last.partners, 'organisation gives', 'organisations give')} it${sinceAYear(last.partners, quarters, (one) => one.partners)}.`,
      source,
    },
    {
      id: 'people',
      title: 'People',
      axisTitle: 'People who had their first support',
      quarters: people,
      absent: 'hidden',
      finding:
        last.people === null
          ? 'Too few people began in the last quarter to print.'
          : `About ${last.people} people had their first support in the last quarter.`,
      ...(last.people !== null && year
        ? { line: year.people === null ? 'The same quarter a year before is hidden.' : `It was about ${year.people} a year before.` }
        : {}),
      caveat: 'Each person is counted once. Counts are rounded to the nearest 5. A count under 5 is hidden to protect people.',
      source,
    },
    {
      id: 'days',
      title: 'Days to first support',
      axisTitle: 'Days by which half had a first meeting',
      quarters: waits,
      absent: 'too few',
      finding:
        median === null
          ? 'Too few people asked in the last quarter to say how long they waited.'
          : `Half of those who asked in the last quarter had a first meeting within ${counted(median, 'day', 'days')}.`,
      caveat:
        'People who still waited on the last day of the quarter count as waiting (Kaplan and Meier). The bar beside a column is its 95% interval.',
      source,
    },
  ];
}
