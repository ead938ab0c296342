/** Places someone has: full, this person, free. The sentence says it; the bar only draws it. */
import type { ComponentChildren } from 'preact';

export interface LoadBarProps {
  readonly full: number;
  readonly limit: number;
  /** One more place for the person being matched. */
  readonly withThis?: boolean | undefined;
  readonly sentence: ComponentChildren;
}

export const LoadBar = ({ full, limit, withThis, sentence }: LoadBarProps) => {
  const taken = full + (withThis ? 1 : 0);
  const places = Math.max(limit, taken);
  const look = (place: number): string => {
    const base =
      place < full
        ? 'od-load__place od-load__place--full'
        : withThis && place === full
          ? 'od-load__place od-load__place--this'
          : 'od-load__place';
    return place >= limit ? `${base} od-load__place--over` : base;
  };
  return (
    <div class="od-load">
      <p class="od-load__sentence">{sentence}</p>
      <div class="od-load__bar" aria-hidden="true">
        {Array.from({ length: places }, (_, place) => (
          <span key={place} class={look(place)} />
        ))}
      </div>
    </div>
  );
};
