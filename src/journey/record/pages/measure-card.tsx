/** One measure over time: the sentence first, then the picture, then what the thresholds mean. */
import type { ComponentChildren } from 'preact';
import { Figure } from '../../../design/charts/figure.tsx';
import { MeasureOverTime, type MeasureReading, measureTable } from '../../../design/charts/measure-over-time.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { counted } from '../../../platform/numbers.ts';

export interface MeasureView {
  readonly id: string;
  readonly name: string;
  /** 'lower is better'. */
  readonly title: string;
  readonly finding: string;
  readonly readings: readonly MeasureReading[];
  readonly range: readonly [number, number];
  readonly better: 'lower' | 'higher';
  readonly bands: readonly { readonly from: number; readonly to: number; readonly words: string }[];
  readonly cutOff: number | null;
  readonly reliableChange: number | null;
  readonly events: readonly { readonly date: string; readonly label: string }[];
  readonly plannedDays: number;
  readonly source: string;
  /** Declined and unscored points, said under the chart. */
  readonly notDrawn: readonly string[];
  readonly add: string | null;
}

const caveatOf = ({ reliableChange, cutOff }: MeasureView): string =>
  [
    reliableChange === null ? '' : `Dependable means ${reliableChange} points or more.`,
    cutOff === null ? '' : `Scores of ${cutOff} or more are above the cut-off.`,
    'A score is a way to talk, not a label.',
  ]
    .filter(Boolean)
    .join(' ');

export const MeasureCard = ({ view, aside }: { readonly view: MeasureView; readonly aside?: ComponentChildren }) => (
  <Card title={view.title} id={`${view.id}-title`} aside={aside ?? (view.add ? <a href={view.add}>Add today’s score</a> : null)}>
    {view.readings.length === 0 ? (
      <EmptyState>{view.finding}</EmptyState>
    ) : (
      <Figure
        finding={view.finding}
        caveat={caveatOf(view)}
        tableSummary={`Show the ${counted(view.readings.length, 'score', 'scores')} as a table`}
        table={measureTable({ measure: view.name, readings: view.readings })}
        source={view.source}
      >
        <MeasureOverTime
          id={view.id}
          measure={view.name}
          readings={view.readings}
          range={view.range}
          better={view.better}
          bands={view.bands}
          cutOff={view.cutOff ?? undefined}
          reliableChange={view.reliableChange ?? undefined}
          events={view.events}
          plannedDays={view.plannedDays}
        />
      </Figure>
    )}
    {view.notDrawn.length > 0 ? (
      <ul class="od-small">
        {view.notDrawn.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    ) : null}
  </Card>
);
