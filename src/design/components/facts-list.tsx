/** Terms and answers. An answer that is absent says why: not asked, declined, not known, or hidden from this reader. */
import type { ComponentChildren } from 'preact';
import { useTexts } from '../language.tsx';

export type Absence = 'not asked' | 'declined' | 'not known' | 'hidden';

export interface Fact {
  readonly term: string;
  readonly value: ComponentChildren | { readonly absent: Absence; readonly note?: string | undefined };
  readonly action?: { readonly text: string; readonly href: string } | undefined;
}

const isAbsent = (value: Fact['value']): value is { readonly absent: Absence; readonly note?: string | undefined } =>
  typeof value === 'object' && value !== null && 'absent' in value;

/** One absent answer, said in words. */
export const Absent = ({ absent, note }: { readonly absent: Absence; readonly note?: string | undefined }) => {
  const words = useTexts();
  const said = { 'not asked': words.notAsked, declined: words.declined, 'not known': words.notKnown, hidden: words.hidden }[absent];
  return <span class="od-absent">{note ? `${said}. ${note}` : said}</span>;
};

export const FactsList = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="od-facts">
    {facts.map(({ term, value, action }) => (
      <div key={term} class="od-facts__row">
        <dt>{term}</dt>
        <dd>
          {isAbsent(value) ? <Absent {...value} /> : value}
          {action ? (
            <a class="od-facts__action" href={action.href}>
              {action.text}
              <span class="nhsuk-u-visually-hidden">: {term}</span>
            </a>
          ) : null}
        </dd>
      </div>
    ))}
  </dl>
);
