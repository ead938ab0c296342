/**
 * Groups compared with everyone else, as a table whose rows carry a dot with its interval on one shared scale. A difference is marked
 * only when its interval leaves zero out, and then in words too.
 */
import { classNames } from '../class-names.ts';
import { chart, colour } from '../tokens.ts';
import { axisLine, Diamond, Label, px, Rule } from './drawing.tsx';
import { numeral, roundedTo, signedNumeral } from './numerals.ts';

export interface GroupRow {
  readonly group: string;
  /** Already rounded for the reader: “30”, “under 5”. */
  readonly people: string;
  readonly typical: string;
  /** null when hidden to protect people. */
  readonly difference: { readonly value: number; readonly interval: readonly [lower: number, upper: number] } | null;
  /** “10 days longer (4 to 18)”, made by a tested function. */
  readonly words: string;
}

export interface DifferencesProps {
  readonly caption: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly GroupRow[] }[];
  readonly columns: { readonly group: string; readonly people: string; readonly typical: string; readonly difference: string };
  /** The shared scale; whiskers are cut at its ends. */
  readonly scale: readonly [lowest: number, highest: number];
  /** Which side is unfavourable. */
  readonly worse: 'more' | 'less';
}

const width = 176;
const height = 26;

const place =
  ([lowest, highest]: readonly [number, number]) =>
  (value: number): number =>
    8 + ((Math.min(Math.max(value, lowest), highest) - lowest) / (highest - lowest)) * (width - 16);

const isClear = ([lower, upper]: readonly [number, number]): boolean => lower > 0 || upper < 0;

const rowLook = (difference: GroupRow['difference'], worse: DifferencesProps['worse']): readonly (string | false)[] =>
  difference && isClear(difference.interval)
    ? ['od-differences__clear', difference.value > 0 === (worse === 'more') && 'od-differences__clear--worse']
    : [];

export const Differences = ({ caption, sections, columns, scale, worse }: DifferencesProps) => (
  <table class="nhsuk-table od-differences">
    <caption class="nhsuk-table__caption nhsuk-u-visually-hidden">{caption}</caption>
    <thead class="nhsuk-table__head">
      <tr class="nhsuk-table__row">
        <th class="nhsuk-table__header" scope="col">
          {columns.group}
        </th>
        <th class="nhsuk-table__header nhsuk-table__header--numeric" scope="col">
          {columns.people}
        </th>
        <th class="nhsuk-table__header nhsuk-table__header--numeric" scope="col">
          {columns.typical}
        </th>
        <th class="nhsuk-table__header" scope="col">
          {columns.difference}
          <DifferenceScale scale={scale} />
        </th>
      </tr>
    </thead>
    {sections.map(({ title, rows }) => (
      <tbody key={title} class="nhsuk-table__body">
        <tr class="nhsuk-table__row">
          <th class="od-differences__section" scope="rowgroup" colSpan={4}>
            {title}
          </th>
        </tr>
        {rows.map(({ group, people, typical, difference, words }) => (
          <tr key={group} class={classNames('nhsuk-table__row', ...rowLook(difference, worse))}>
            <th class="nhsuk-table__header" scope="row">
              {group}
            </th>
            <td class="nhsuk-table__cell nhsuk-table__cell--numeric" data-l={columns.people}>
              {people}
            </td>
            <td class="nhsuk-table__cell nhsuk-table__cell--numeric" data-l={columns.typical}>
              {typical}
            </td>
            <td class="nhsuk-table__cell" data-l={columns.difference}>
              <span class="od-differences__pair">
                {difference ? <DotAndWhisker {...difference} scale={scale} worse={worse} /> : null}
                <span class="od-differences__words">{words}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    ))}
  </table>
);

const DifferenceScale = ({ scale }: { readonly scale: DifferencesProps['scale'] }) => {
  const x = place(scale);
  const step = [1, 2, 5, 7, 10, 14, 20, 28, 50].find((size) => (scale[1] - scale[0]) / size <= 5) ?? 100;
  const first = Math.ceil(scale[0] / step) * step;
  const ticks = Array.from({ length: Math.floor((scale[1] - first) / step) + 1 }, (_, index) => first + index * step);
  return (
    <svg class="od-differences__scale" viewBox={`0 0 ${width} 18`} width={width} height={18} aria-hidden="true" focusable="false">
      {ticks.map((tick) => (
        <Label key={tick} x={x(tick)} y={14} size={13} anchor="middle">
          {signedNumeral(tick)}
        </Label>
      ))}
    </svg>
  );
};

/** A ring where the difference is not clear; a diamond where it is, in the colour of its side. The words beside it say the same. */
export const DotAndWhisker = ({
  value,
  interval,
  scale,
  worse,
}: {
  readonly value: number;
  readonly interval: readonly [number, number];
  readonly scale: DifferencesProps['scale'];
  readonly worse: 'more' | 'less';
}) => {
  const x = place(scale);
  const middle = height / 2;
  const [lower, upper] = [roundedTo(interval[0], 0), roundedTo(interval[1], 0)];
  const at = roundedTo(value, 0);
  const clear = isClear(interval);
  const fill = !clear ? chart.neutral.colour : at > 0 === (worse === 'more') ? colour.rust : colour.brand;
  const caps = [lower, upper].filter((end) => end >= scale[0] && end <= scale[1]);
  return (
    <svg class="od-differences__mark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true" focusable="false">
      <Rule from={[x(0), 0]} to={[x(0), height]} role={axisLine} />
      <path
        class="od-chart__whisker"
        d={`M${px(x(lower))} ${middle}H${px(x(upper))}${caps.map((cap) => `M${px(x(cap))} ${middle - 5}v10`).join('')}`}
        fill="none"
        stroke={fill}
        stroke-width={2.5}
      />
      {clear ? (
        <Diamond class="od-chart__reading" x={x(at)} y={middle} side={11} fill={fill} />
      ) : (
        <circle class="od-chart__reading" cx={px(x(at))} cy={middle} r={5.5} fill={colour.card} stroke={fill} stroke-width={2.5} />
      )}
    </svg>
  );
};

/** A share of people from 0 to 100 with its interval; whole per cents, as printed beside it. */
export const ShareMark = ({ share, interval }: { readonly share: number; readonly interval: readonly [lower: number, upper: number] }) => {
  const [at, lower, upper] = [share, ...interval].map((part) => roundedTo(part * 100, 0));
  const x = (percent = 0): number => 8 + (percent / 100) * 194;
  return (
    <span class="od-share">
      <svg class="od-share__mark" viewBox="0 0 210 24" width={210} height={24} aria-hidden="true" focusable="false">
        <Rule from={[x(0), 12]} to={[x(100), 12]} role={{ colour: colour.line, width: 2 }} />
        <Rule class="od-chart__whisker" from={[x(lower), 12]} to={[x(upper), 12]} role={{ colour: colour.brandDark, width: 3 }} />
        <Diamond class="od-chart__reading" x={x(at)} y={12} side={11} fill={colour.brandDark} />
      </svg>
      <span class="od-share__words">
        <strong>{`${numeral(at ?? 0)}%`}</strong> {`${numeral(lower ?? 0)} to ${numeral(upper ?? 0)}`}
      </span>
    </span>
  );
};
