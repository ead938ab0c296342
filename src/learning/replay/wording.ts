// What a replay found, as sentences made from its numbers. Pure.
import { plainNumber } from '../../platform/numbers.ts';
import type { ShownShare } from '../reports/model.ts';
import type { GroupRow, ReplayContent } from './model.ts';

/** A share of people treated differently; what is nearly nobody says only that. `of` is turned round: the share that stayed the same. */
export function shareWords(share: ShownShare): string {
  switch (share.kind) {
    case 'share':
      return `${share.percent}% (${share.interval[0]} to ${share.interval[1]}%)`;
    case 'nearly all':
      return 'Fewer than 5 people';
    case 'hidden':
      return 'Small number, hidden';
  }
}

export function gapWords(gap: GroupRow['gap']): string {
  if (!gap) return 'Too few to compare';
  const { value, interval } = gap;
  const size = `${Math.abs(value)} ${Math.abs(value) === 1 ? 'point' : 'points'}`;
  const range = `(${plainNumber(interval[0])} to ${plainNumber(interval[1])})`;
  if (interval[0] > 0) return `Clearly more often: ${size} ${range}`;
  if (interval[1] < 0) return `Clearly less often: ${size} ${range}`;
  return `No clear difference ${range}`;
}

/** The sentence above the figures. */
export function finding(content: ReplayContent, words: Readonly<Record<'better' | 'worse' | 'other', string>>): string {
  if (content.people === null) return 'Fewer than 5 people asked for help in this time, so nothing can be said.';
  const of = `Of about ${plainNumber(content.people)} people`;
  if (content.differently.kind !== 'share') {
    return content.differently.kind === 'nearly all'
      ? `${of}, fewer than 5 would be treated differently.`
      : `${of}, some would be treated differently; how many is hidden to protect them.`;
  }
  const parts = (['better', 'worse', 'other'] as const).flatMap((kind) =>
    content[kind] === null ? [] : [`${plainNumber(content[kind])} ${words[kind].charAt(0).toLowerCase()}${words[kind].slice(1)}`],
  );
  const shares = `${of}, ${content.differently.percent}% would be treated differently`;
  return parts.length > 0 ? `${shares}: ${parts.join(', ')}.` : `${shares}.`;
}

/** Groups that stand out, each in a sentence; none where no group clearly does. */
export const standingOut = (content: ReplayContent): string[] =>
  content.groups.flatMap(({ rows }) =>
    rows.flatMap(({ group, gap }) => {
      if (!gap || (gap.interval[0] <= 0 && gap.interval[1] >= 0)) return [];
      return [
        `${group}: treated differently ${gap.interval[0] > 0 ? 'more' : 'less'} often than everybody else, by ${Math.abs(gap.value)} points (${plainNumber(gap.interval[0])} to ${plainNumber(gap.interval[1])}).`,
      ];
    }),
  );
