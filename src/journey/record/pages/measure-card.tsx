/** One measure over time: the sentence first, then the picture, then what the thresholds mean. */
import type { ComponentChildren } from 'preact';
import { MeasureFigure, type MeasureView } from '../../../design/charts/measure-figure.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { counted } from '../../../platform/numbers.ts';

export interface MeasureCardView extends MeasureView {
  /** 'CORE-10, lower is better'. */
  readonly title: string;
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

export const MeasureCard = ({ view, aside }: { readonly view: MeasureCardView; readonly aside?: ComponentChildren }) => (
  <Card title={view.title} id={`${view.id}-title`} aside={aside ?? (view.add ? <a href={view.add}>Add today’s score</a> : null)}>
    {view.readings.length === 0 ? (
      <EmptyState>{view.finding}</EmptyState>
    ) : (
      <MeasureFigure
        view={view}
        caveat={caveatOf(view)}
        tableSummary={`Show the ${counted(view.readings.length, 'score', 'scores')} as a table`}
      />
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
