/** How somebody has been, as they read it: a question before a score that got worse, the finding, its picture, and what a score is not. */
import { Figure } from '../../../design/charts/figure.tsx';
import { MeasureOverTime, type MeasureReading, measureTable } from '../../../design/charts/measure-over-time.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { InEnglish } from '../../../design/components/layouts.tsx';
import { useLanguage, useTexts } from '../../../design/language.tsx';
import type { OwnTexts } from '../texts.ts';

export interface MeasureView {
  readonly id: string;
  readonly name: string;
  /** Asked before a score that got worse. */
  readonly asks: string | null;
  readonly finding: string;
  readonly readings: readonly MeasureReading[];
  readonly range: readonly [number, number];
  readonly better: 'lower' | 'higher';
  readonly bands: readonly { readonly from: number; readonly to: number; readonly words: string }[];
  readonly cutOff: number | null;
  readonly reliableChange: number | null;
  readonly events: readonly { readonly date: string; readonly label: string }[];
  readonly source: string;
}

interface ScoresProps {
  readonly measure: MeasureView | null;
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

const Drawn = ({ measure, worker, texts }: ScoresProps & { readonly measure: MeasureView }) => {
  const words = useTexts().measure;
  const language = useLanguage();
  return (
    <>
      {measure.asks ? <p class="od-lead">{measure.asks}</p> : null}
      <Figure
        finding={measure.finding}
        caveat={caveatOf(measure, worker, texts)}
        tableSummary={texts.scores.table({ count: measure.readings.length })}
        table={measureTable({ measure: measure.name, readings: measure.readings }, words, language)}
        source={<InEnglish>{measure.source}</InEnglish>}
      >
        <MeasureOverTime
          id={measure.id}
          measure={measure.name}
          readings={measure.readings}
          range={measure.range}
          better={measure.better}
          bands={measure.bands}
          cutOff={measure.cutOff ?? undefined}
          reliableChange={measure.reliableChange ?? undefined}
          events={measure.events}
          plannedDays={42}
        />
      </Figure>
    </>
  );
};

export const Scores = ({ measure, worker, texts }: ScoresProps) => (
  <Box title={texts.scores.title}>
    {measure === null || measure.readings.length === 0 ? (
      <EmptyState>{texts.scores.none}</EmptyState>
    ) : (
      <Drawn measure={measure} worker={worker} texts={texts} />
    )}
  </Box>
);
