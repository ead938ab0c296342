/** Whether a place has room, as a word and a shape, with when someone last confirmed it. */
export interface CapacityLightProps {
  readonly state: 'room' | 'filling' | 'full' | 'not confirmed';
  /** “Room now”, “Filling”, “Full until 7pm”, “Not confirmed since 4pm”. */
  readonly text: string;
  /** “Confirmed 6:40pm”. */
  readonly confirmed?: string | undefined;
}

const shapes = { room: '●', filling: '◐', full: '○', 'not confirmed': '?' } as const;

export const CapacityLight = ({ state, text, confirmed }: CapacityLightProps) => (
  <p class={state === 'not confirmed' ? 'od-capacity od-capacity--stale' : 'od-capacity'}>
    <span class="od-capacity__shape" aria-hidden="true">
      {shapes[state]}
    </span>
    <span class="od-capacity__text">{text}</span>
    {confirmed ? <span class="od-capacity__confirmed">{confirmed}</span> : null}
  </p>
);
