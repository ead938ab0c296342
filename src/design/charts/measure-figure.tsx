/** One person’s scores of one measure as people read them: the finding, the picture, the caveat, the same scores as a table, and the source. */
import type { ComponentChildren } from 'preact';
import { InEnglish } from '../components/layouts.tsx';
import { useLanguage, useTexts } from '../language.tsx';
import { Figure } from './figure.tsx';
import { MeasureOverTime, type MeasureOverTimeProps, measureTable } from './measure-over-time.tsx';

export interface MeasureView
  extends Required<Pick<MeasureOverTimeProps, 'id' | 'readings' | 'range' | 'better' | 'bands' | 'events' | 'plannedDays'>> {
  /** “CORE-10”. */
  readonly name: string;
  readonly finding: string;
  readonly cutOff: number | null;
  readonly reliableChange: number | null;
  /** In English, whatever the language of the page. */
  readonly source: string;
}

interface MeasureFigureProps {
  readonly view: MeasureView;
  readonly caveat: ComponentChildren;
  /** “Show the 9 scores as a table”. */
  readonly tableSummary: string;
}

export const MeasureFigure = ({ view, caveat, tableSummary }: MeasureFigureProps) => {
  const words = useTexts().measure;
  const language = useLanguage();
  const { name, finding, cutOff, reliableChange, source, ...drawn } = view;
  return (
    <Figure
      finding={finding}
      caveat={caveat}
      tableSummary={tableSummary}
      table={measureTable({ measure: name, readings: view.readings }, words, language)}
      source={<InEnglish>{source}</InEnglish>}
    >
      <MeasureOverTime {...drawn} measure={name} cutOff={cutOff ?? undefined} reliableChange={reliableChange ?? undefined} />
    </Figure>
  );
};
