/** Stories of every chart, each in the figure it stands in. */
import { Differences, ShareMark } from '../charts/differences.tsx';
import {
  differencesExample,
  flowExample,
  measureExample,
  quarterlyWaitExample,
  quartersExample,
  seriesExample,
  slopeExample,
  waitingExample,
  wellbeingExample,
} from '../charts/examples.ts';
import { Figure } from '../charts/figure.tsx';
import { Flow, flowTable } from '../charts/flow.tsx';
import { MeasureOverTime, measureTable } from '../charts/measure-over-time.tsx';
import { Quarters, quartersTable } from '../charts/quarters.tsx';
import { SeriesChart, seriesKey, seriesTable } from '../charts/series-chart.tsx';
import { Slope, slopeKey, slopeTable } from '../charts/slope.tsx';
import { WaitingCurve, waitingKey, waitingTable } from '../charts/waiting-curve.tsx';
import { Card } from '../components/card.tsx';
import { story } from './story.ts';

const source = 'Made 14 October 2026, rules version 2.3';

export const chartStories = [
  ...story('both', 'Measure over time', {
    'lower is better, with events': (
      <Card>
        <Figure
          finding="Distress fell 13 points in 22 weeks, from severe to mild. That is a dependable improvement. It is still above the cut-off."
          caveat="Dependable means 6 points or more. A score is a way to talk, not a label."
          tableSummary="Show the 9 scores as a table"
          table={measureTable(measureExample)}
          source="CORE-10, version 1"
        >
          <MeasureOverTime {...measureExample} />
        </Figure>
      </Card>
    ),
    'higher is better, long gap, new version': (
      <Card>
        <Figure
          finding="Quality of life rose 17 points in 41 weeks."
          tableSummary="Show the 5 scores as a table"
          table={measureTable(wellbeingExample)}
          source="ReQoL-10"
        >
          <MeasureOverTime {...wellbeingExample} />
        </Figure>
      </Card>
    ),
  }),
  ...story('staff', 'Slope', {
    'forty pairs': (
      <Card>
        <Figure
          finding="On average, people arrived below adults in England and left above them."
          line="79% of people who left have both scores."
          keyEntries={slopeKey(slopeExample)}
          caveat="No line is drawn for one person. The lowest group rises most partly by chance, so judge by the thick line."
          tableSummary="Show these figures as a table"
          table={slopeTable(slopeExample)}
          source={source}
        >
          <Slope {...slopeExample} />
        </Figure>
      </Card>
    ),
    'too few for a picture': (
      <Card>
        <Figure
          finding="Nine people have both scores: too few for a picture."
          tableSummary="Show these figures as a table"
          table={slopeTable({ ...slopeExample, pairs: 9 })}
          source={source}
        >
          {null}
        </Figure>
      </Card>
    ),
  }),
  ...story('staff', 'Waiting curve', {
    'two years and a promise': (
      <Card>
        <Figure
          finding={`Half the people now have a first meeting within ${waitingExample.latest.median} days. It was ${waitingExample.before?.median} the year before.`}
          keyEntries={waitingKey(waitingExample)}
          caveat="People still waiting, and people who left first, count as waiting up to their last day."
          tableSummary="Show these figures as a table"
          table={waitingTable(waitingExample)}
          source={source}
        >
          <WaitingCurve {...waitingExample} />
        </Figure>
      </Card>
    ),
  }),
  ...story('staff', 'Series', {
    'with a step change': (
      <Card>
        <Figure
          finding="Nights in hospital average 27 a month. Before evening visits began it was 46."
          keyEntries={seriesKey(seriesExample)}
          caveat="Ruth Sail recorded the step on 9 February 2026. This does not prove that the visits caused it."
          tableSummary="Show the 24 months as a table"
          table={seriesTable(seriesExample)}
          source={source}
        >
          <SeriesChart {...seriesExample} />
        </Figure>
      </Card>
    ),
  }),
  ...story('staff', 'Quarters', {
    'the first one hidden': (
      <Card>
        <Figure
          finding="60 people had their first early help from July to September 2026. It was 35 the year before."
          caveat="Counts are to the nearest 5. A count under 5 is hidden to protect people."
          tableSummary="Show the 7 quarters as a table"
          table={quartersTable(quartersExample)}
          source={source}
        >
          <Quarters {...quartersExample} />
        </Figure>
      </Card>
    ),
    'how sure we are': (
      <Card>
        <Figure
          finding="Half of people were seen within 17 days from July to September 2026. It was 31 in the last quarter of 2025."
          caveat="The line beside each column says between which days the true number likely lies. The last is still open."
          tableSummary="Show the 4 quarters as a table"
          table={quartersTable(quarterlyWaitExample)}
          source={source}
        >
          <Quarters {...quarterlyWaitExample} />
        </Figure>
      </Card>
    ),
  }),
  ...story('staff', 'Flow', {
    'three years': (
      <Card>
        <Figure
          finding="50 of every 100 people who left moved somewhere more independent."
          caveat="Counts are to the nearest 5. Groups under 5 join their neighbour."
          tableSummary="Show these figures as a table"
          table={flowTable(flowExample)}
          source={source}
        >
          <Flow {...flowExample} />
        </Figure>
      </Card>
    ),
  }),
  ...story('staff', 'Differences', {
    'clear, not clear, hidden': (
      <Card>
        <div class="od-figure">
          <Differences {...differencesExample} />
        </div>
      </Card>
    ),
  }),
  ...story('both', 'Share', {
    'middle and edge': (
      <>
        <ShareMark share={0.84} interval={[0.73, 0.92]} />
        <ShareMark share={0.03} interval={[0, 0.12]} />
      </>
    ),
  }),
];
