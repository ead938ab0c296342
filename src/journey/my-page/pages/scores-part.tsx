/** How somebody has been, as they read it: a question before a score that got worse, the finding, its picture, and what a score is not. */
import { MeasureFigure, type MeasureView } from '../../../design/charts/measure-figure.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import type { OwnTexts } from '../texts.ts';

export interface OwnMeasureView extends MeasureView {
  /** Asked before a score that got worse. */
  readonly asks: string | null;
}

interface ScoresProps {
  readonly measure: OwnMeasureView | null;
  /** First name of who supports them; null while nobody does. */
  readonly worker: string | null;
  readonly texts: OwnTexts;
}

const caveatOf = ({ better, reliableChange }: MeasureView, worker: string | null, { scores }: OwnTexts): string =>
  [
    better === 'lower' ? scores.down : scores.up,
    reliableChange === null ? '' : scores.dependable({ points: reliableChange }),
    worker ? scores.talkWith({ who: worker }) : scores.talk,
  ]
    .filter(Boolean)
    .join(' ');

export const Scores = ({ measure, worker, texts }: ScoresProps) => (
  <Box title={texts.scores.title}>
    {measure === null || measure.readings.length === 0 ? (
      <EmptyState>{texts.scores.none}</EmptyState>
    ) : (
      <>
        {measure.asks ? <p class="od-lead">{measure.asks}</p> : null}
        <MeasureFigure
          view={measure}
          caveat={caveatOf(measure, worker, texts)}
          tableSummary={texts.scores.table({ count: measure.readings.length })}
        />
      </>
    )}
  </Box>
);
