/** One to three candidates side by side; rows align across the cards, so that a row reads as a row of a table. */
import type { ComponentChildren } from 'preact';
import { Avatar } from './avatar.tsx';
import { type Reason, Reasons } from './reasons.tsx';

export interface Candidate {
  readonly value: string;
  readonly name: string;
  readonly initials: string;
  /** “31, supporter for 2 years”. */
  readonly line: string;
  /** “Most wishes”, on one card at most. */
  readonly mark?: string | undefined;
  readonly wishes: ComponentChildren;
  readonly load: ComponentChildren;
  readonly reasonsFor: readonly string[];
  readonly reasonsToThink: readonly string[];
  readonly soonest: { readonly when: string; readonly where: string };
  /** Why they cannot be asked now. */
  readonly unavailable?: string | undefined;
}

export interface CandidateCardsProps {
  readonly name: string;
  readonly legend: string;
  /** The engine's rule in one sentence, with a link. */
  readonly rule: ComponentChildren;
  readonly candidates: readonly Candidate[];
  readonly value?: string | undefined;
}

const of = (kind: Reason['kind'], texts: readonly string[]): Reason[] => texts.map((text) => ({ kind, text }));

export const CandidateCards = ({ name, legend, rule, candidates, value }: CandidateCardsProps) => (
  <fieldset class="od-candidates" id={`${name}-group`} tabindex={-1} data-keys>
    <legend class="od-candidates__legend">{legend}</legend>
    <p class="od-candidates__rule">{rule}</p>
    <div class="od-candidates__grid">
      {candidates.map((candidate, index) => {
        const id = index === 0 ? name : `${name}-${index + 1}`;
        return (
          <div key={candidate.value} class="od-candidate">
            <label class="od-candidate__head">
              <input
                class="od-control od-control--radio"
                id={id}
                type="radio"
                name={name}
                value={candidate.value}
                checked={candidate.value === value}
                disabled={Boolean(candidate.unavailable)}
              />
              <Avatar initials={candidate.initials} />
              <span>
                <span class="od-candidate__name">{candidate.name}</span>
                <span class="od-candidate__line">{candidate.unavailable ?? candidate.line}</span>
              </span>
              {candidate.mark ? <span class="od-candidate__mark">{candidate.mark}</span> : null}
            </label>
            <div class="od-candidate__row od-candidate__row--wishes">{candidate.wishes}</div>
            <div class="od-candidate__row">{candidate.load}</div>
            <div class="od-candidate__row">
              <p class="od-candidate__label">For</p>
              <Reasons label={`For ${candidate.name}`} reasons={of('for', candidate.reasonsFor)} />
            </div>
            <div class="od-candidate__row">
              <p class="od-candidate__label">Think about</p>
              <Reasons label={`Think about, ${candidate.name}`} reasons={of('think', candidate.reasonsToThink)} />
            </div>
            <p class="od-candidate__row">
              <strong>{candidate.soonest.when}</strong>
              <span class="od-candidate__where">{candidate.soonest.where}</span>
            </p>
          </div>
        );
      })}
    </div>
  </fieldset>
);
