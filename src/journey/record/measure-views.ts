// A person’s scores as the chart shows them, with the moments that the reader may mark on it.
import { firstName } from '../../platform/said.ts';
import type { MeasureSeries } from '../measures/series.ts';
import type { Enrolment } from '../pathways/model.ts';
import type { MeasureCardView } from './pages/measure-card.tsx';

export const measureView = (series: MeasureSeries, events: MeasureCardView['events'], add: string | null): MeasureCardView => ({
  ...series,
  title: `${series.name}, ${series.better} is better`,
  events,
  add,
});

/** What the reader may mark on the chart: when support began. */
export const markedMoments = (enrolments: readonly Enrolment[], first: string | undefined): MeasureCardView['events'] =>
  enrolments
    .flatMap((one) =>
      one.startsOn
        ? [{ date: one.startsOn, label: one.keyWorkerName ? `Support began with ${firstName(one.keyWorkerName)}` : 'Support began' }]
        : [],
    )
    .filter((event) => first !== undefined && event.date >= first)
    .slice(0, 4);
