// One person's results of one measure as a series to draw and say: readings, what the thresholds are, what was not scored. Pure; the drawing itself is the design's.
import { localDate } from '../../platform/clock.ts';
import { saidDate } from '../../platform/said.ts';
import type { InstrumentDefinition } from './definition.ts';
import { measureFinding } from './finding.ts';
import { instrumentById } from './instruments/all.ts';
import type { MeasureResult } from './model.ts';

/**
 * Days planned between two scores; over more than twice as long the chart does not say that it went straight. Six weeks is ours, for every
 * series: a series may cross pathways, which review every 4 to 26 weeks (`reviewEveryWeeks` of their blueprints).
 */
const plannedDays = 42;

export interface MeasureSeries {
  readonly id: string;
  readonly name: string;
  readonly definition: InstrumentDefinition;
  /** What happened, in whole sentences, from the readings of the newest version. */
  readonly finding: string;
  readonly readings: readonly { readonly date: string; readonly value: number; readonly version: string; readonly language: string }[];
  readonly range: readonly [number, number];
  readonly better: 'lower' | 'higher';
  readonly bands: InstrumentDefinition['bands'];
  readonly cutOff: number | null;
  readonly reliableChange: number | null;
  readonly plannedDays: number;
  readonly source: string;
  /** Sentences about results that have no score. */
  readonly notDrawn: readonly string[];
}

/** One series an instrument, the one taken last first. Two results on one day: the later one is drawn. */
export function seriesOf(results: readonly MeasureResult[]): MeasureSeries[] {
  const byInstrument = Map.groupBy(results, (result) => result.instrument);
  return [...byInstrument]
    .flatMap(([instrument, taken]) => {
      const definition = instrumentById.get(instrument);
      return definition ? [{ last: taken.at(-1)?.takenAt.getTime() ?? 0, series: oneSeries(definition, taken) }] : [];
    })
    .toSorted((one, other) => other.last - one.last)
    .map(({ series }) => series);
}

function oneSeries(definition: InstrumentDefinition, results: readonly MeasureResult[]): MeasureSeries {
  const byDay = new Map<string, { date: string; value: number; version: string; language: string }>();
  for (const { takenAt, total, instrumentVersion, language } of results)
    if (total !== null) byDay.set(localDate(takenAt), { date: localDate(takenAt), value: total, version: instrumentVersion, language });
  const readings = [...byDay.values()];
  const newest = readings.at(-1)?.version;
  return {
    id: definition.id,
    name: definition.name,
    definition,
    finding: measureFinding(
      definition,
      readings.filter((reading) => reading.version === newest),
    ),
    readings,
    range: definition.total?.range ?? [0, 1],
    better: definition.better,
    bands: definition.bands,
    cutOff: definition.cutOffs[0]?.value ?? null,
    reliableChange: definition.reliableChange?.threshold ?? null,
    plannedDays,
    source: `${definition.name}, version ${definition.version}. ${definition.reliableChange?.source ?? ''}`.trim(),
    notDrawn: results
      .filter((result) => result.total === null)
      .map((result) => `${saidDate(result.takenAt)}: taken, and could not be scored. ${result.notScorableBecause}`.trim()),
  };
}
