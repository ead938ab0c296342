/** The pictures and tables of a report's section, drawn from the numbers that the release holds and from nothing else. */
import { Differences, ShareMark } from '../../../design/charts/differences.tsx';
import { Figure } from '../../../design/charts/figure.tsx';
import { Slope, slopeKey, slopeTable } from '../../../design/charts/slope.tsx';
import { WaitingCurve, waitingKey, waitingTable } from '../../../design/charts/waiting-curve.tsx';
import { Table } from '../../../design/components/table.tsx';
import { counted, plainNumber } from '../../../platform/numbers.ts';
import type { Estimate, Picture, ReportSection, Shown, ShownShare, WaitingSeries } from '../model.ts';

export const hiddenWords = 'Small number, hidden to protect people';

/** A count as outside readers see it. A small one and one hidden to protect it read alike. */
export const shownPeople = (people: Shown): string => (people === null ? 'hidden' : plainNumber(people));

/** A list of nothing but hidden numbers says no more than this sentence, and takes a page. */
const AllHidden = ({ title }: { readonly title: string }) => (
  <p>
    <strong>{title}:</strong> every number is hidden, to protect people.
  </p>
);

export function shownShareWords(share: ShownShare | null): string {
  switch (share?.kind) {
    case 'share':
      return `${share.percent}% (${share.interval[0]} to ${share.interval[1]})`;
    case 'nearly all':
      return `More than ${share.over}%`;
    case 'hidden':
      return hiddenWords;
    case undefined:
      return '–';
  }
}

const ShareCell = ({ share }: { readonly share: ShownShare }) =>
  share.kind === 'share' ? (
    <ShareMark share={share.percent / 100} interval={[share.interval[0] / 100, share.interval[1] / 100]} />
  ) : (
    <span>{shownShareWords(share)}</span>
  );

const changeWords = (change: Estimate): string =>
  change === null
    ? 'Too few to print'
    : `${signed(change.value)} (${plainNumber(change.interval[0], 1)} to ${plainNumber(change.interval[1], 1)})`;
const signed = (value: number): string => `${value > 0 ? '+' : ''}${plainNumber(value, 1)}`;

const series = ({ label, steps, lastDay, median, remaining }: WaitingSeries) => ({
  label,
  steps,
  lastDay,
  median,
  remainingOn: (day: number): Shown => remaining.find((one) => one.day === day)?.people ?? null,
});

export const PictureOf = ({
  picture,
  section,
  index,
}: {
  readonly picture: Picture;
  readonly section: ReportSection;
  readonly index: number;
}) => {
  const id = `${section.id}-${index}`;
  switch (picture.kind) {
    case 'waiting': {
      const props = {
        id,
        title: 'How long people waited for a first meeting',
        who: picture.who,
        latest: series(picture.latest),
        ...(picture.before ? { before: series(picture.before) } : {}),
        ...(picture.promise === null ? {} : { promise: { day: picture.promise, label: `Promise: day ${picture.promise}` } }),
      };
      return (
        <Figure
          keyEntries={waitingKey(props)}
          caveat={section.caveat}
          tableSummary="Show the waits as a table"
          table={waitingTable(props)}
          source={section.source}
        >
          <WaitingCurve {...props} />
        </Figure>
      );
    }
    case 'slope': {
      const props = { id, title: `${section.label}: first and last score`, ...picture.slope };
      return (
        <Figure
          keyEntries={slopeKey(props)}
          caveat={section.caveat}
          tableSummary="Show the scores as a table"
          table={slopeTable(props)}
          source={section.source}
        >
          <Slope {...props} />
        </Figure>
      );
    }
    case 'shares':
      return (
        <Table
          caption="Promises kept"
          captionHidden
          rows={picture.rows}
          rowKey={({ name }) => name}
          columns={[
            { title: 'What we promised', cell: ({ name }) => name },
            { title: 'Kept, with 95% confidence interval', cell: ({ share }) => <ShareCell share={share} /> },
            { title: 'The year before', cell: ({ before }) => shownShareWords(before) },
          ]}
        />
      );
    case 'grid':
      if (picture.rows.every(({ cells }) => cells.every((people) => people === null))) return <AllHidden title={picture.title} />;
      return (
        <Table
          caption="People"
          captionHidden
          rows={picture.rows}
          rowKey={({ name }) => name}
          columns={[
            { title: picture.title, cell: ({ name }) => name },
            ...picture.columns.map((title, index) => ({
              title,
              cell: ({ cells }: (typeof picture.rows)[number]) => shownPeople(cells[index] ?? null),
              numeric: true,
            })),
          ]}
        />
      );
    case 'counts':
      if (picture.rows.every(({ people }) => people === null)) return <AllHidden title={picture.title} />;
      return (
        <Table
          caption="People"
          captionHidden
          rows={picture.rows}
          rowKey={({ name }) => name}
          columns={[
            { title: picture.title, cell: ({ name }) => name },
            { title: 'People', cell: ({ people }) => shownPeople(people), numeric: true },
          ]}
        />
      );
    case 'gaps':
      return (
        <div class="od-figure">
          <Differences
            caption="Waits by group, against everyone else"
            columns={{ group: 'Group', people: 'Asked, 2 years', typical: 'Median wait', difference: 'Wait against everyone else, days' }}
            scale={picture.scale}
            worse="more"
            sections={picture.sections.map(({ title, rows }) => ({
              title,
              rows: rows.map(({ group, people, median, gap, words }) => ({
                group,
                people: shownPeople(people),
                typical: median === null ? '–' : counted(median, 'day', 'days'),
                difference: gap,
                words,
              })),
            }))}
          />
        </div>
      );
    case 'groups':
      return (
        <Table
          caption="People met, promises kept and change, by group"
          rows={picture.sections.flatMap(({ rows }) => rows)}
          rowKey={({ group }) => group}
          columns={[
            { title: 'Group', cell: ({ group }) => group },
            { title: 'Met, 2 years', cell: ({ met }) => shownPeople(met), numeric: true },
            { title: 'Met by the promised day', cell: ({ promise }) => shownShareWords(promise) },
            ...(picture.score
              ? [{ title: `${picture.score}, mean change`, cell: ({ change }: { readonly change: Estimate }) => changeWords(change) }]
              : []),
          ]}
        />
      );
  }
};
