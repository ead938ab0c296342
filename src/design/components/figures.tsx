/** Headline numbers of a report: the value, what it is, and how sure we are. */
export interface Figure {
  /** Already rounded and worded: “+12.9”, “52%”, “20 days”. */
  readonly value: string;
  readonly label: string;
  /** Interval and number of people. */
  readonly certainty?: string | undefined;
}

export const Figures = ({ figures, label }: { readonly figures: readonly Figure[]; readonly label: string }) => (
  <section aria-label={label}>
    <dl class="od-figures">
      {figures.map(({ value, label: name, certainty }) => (
        <div key={name} class="od-figures__figure">
          <dt class="od-figures__label">{name}</dt>
          <dd class="od-figures__value">{value}</dd>
          {certainty ? <dd class="od-figures__certainty">{certainty}</dd> : null}
        </div>
      ))}
    </dl>
  </section>
);
