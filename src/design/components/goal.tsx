/** A goal in the person's words, how many of its steps are done, and who does what next. Only counts, never a score. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { useTexts } from '../language.tsx';
import type { HeadingLevel } from './heading.tsx';
import { AsTyped } from './layouts.tsx';

export interface GoalProps {
  /** The person's words, without quotation marks. */
  readonly words: string;
  readonly done: number;
  readonly steps: number;
  readonly state?: 'active' | 'new' | 'met' | 'changed' | 'not now' | undefined;
  readonly next: readonly { readonly who: string; readonly what: ComponentChildren }[];
  /** The worker's different view, kept beside the person's. */
  readonly otherVoice?: { readonly who: string; readonly words: string } | undefined;
  readonly level?: HeadingLevel | undefined;
}

const stateWords = { active: undefined, new: 'New', met: 'Met', changed: 'Changed', 'not now': 'Not now' } as const;

/** One segment per step. */
export const StepBar = ({ done, steps }: { readonly done: number; readonly steps: number }) => (
  <div class="od-steps" role="img" aria-label={useTexts().stepsDone({ done, of: steps })}>
    {Array.from({ length: steps }, (_, index) => (
      <span key={index} class={classNames('od-steps__step', index < done && 'od-steps__step--done')} />
    ))}
  </div>
);

export const Goal = ({ words, done, steps, state = 'active', next, otherVoice, level = 3 }: GoalProps) => {
  const Tag = `h${level}` as const;
  return (
    <div class="od-goal">
      <Tag class="od-goal__words">
        <AsTyped>“{words}”</AsTyped>
        {stateWords[state] ? <span class="od-goal__state"> {stateWords[state]}</span> : null}
      </Tag>
      {steps > 0 ? <StepBar done={done} steps={steps} /> : null}
      {next.length > 0 ? (
        <dl class="od-goal__next">
          {next.map(({ who, what }, index) => (
            <div key={index}>
              <dt>
                <AsTyped>{who}</AsTyped>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {otherVoice ? (
        <p class="od-goal__voice">
          <strong>{otherVoice.who}</strong> sees it differently: “{otherVoice.words}”
        </p>
      ) : null}
    </div>
  );
};
