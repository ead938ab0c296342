/** A plan's goals with their steps, and the two voices where they differ: the parts that the page and the whole plan share. */
import { Button } from '../../../design/components/button.tsx';
import { Goal } from '../../../design/components/goal.tsx';
import { Around, AsTyped } from '../../../design/components/layouts.tsx';
import { OwnWords } from '../../../design/components/own-words.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import type { PlanPart } from '../../plans/model.ts';
import type { OwnTexts } from '../texts.ts';

export interface StepView {
  readonly id: string;
  readonly who: string;
  readonly what: string;
  /** By when, round what it is; null where no day is said. */
  readonly says: ((what: string) => string) | null;
  readonly doneOn: string | null;
  /** Theirs to do, so theirs to tick. */
  readonly own: boolean;
}

export interface GoalView {
  readonly id: string;
  readonly words: string;
  readonly done: number;
  readonly steps: readonly StepView[];
}

export interface PlanView {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly worker: string;
  readonly sentence: string;
  readonly toAgree: boolean;
  readonly live: boolean;
  readonly parts: Readonly<Record<PlanPart, string>>;
  readonly goals: readonly GoalView[];
  readonly voices: readonly { readonly source: string; readonly words: string }[];
}

/** A fresh key for each form on the page. */
export type FormKey = () => string;

interface Said {
  readonly texts: OwnTexts;
  readonly formKey: FormKey;
}

const TickStep = ({ step, texts, formKey, from }: Said & { readonly step: StepView; readonly from: 'plan' | undefined }) => (
  <form class="od-step-form" method="post" action={`/me/plan/steps/${step.id}`}>
    <HiddenValues values={{ form_key: formKey(), done: step.doneOn ? 'no' : 'yes', ...(from ? { from } : {}) }} />
    <Button look="secondary" small>
      {step.doneOn ? texts.plan.steps.notDone : texts.plan.steps.did}
      <span class="nhsuk-u-visually-hidden">
        : <AsTyped>{step.what}</AsTyped>
      </span>
    </Button>
  </form>
);

const What = ({ step: { what, says } }: { readonly step: StepView }) =>
  says ? (
    <Around says={says}>
      <AsTyped>{what}</AsTyped>
    </Around>
  ) : (
    <AsTyped>{what}</AsTyped>
  );

export const Goals = ({
  plan,
  texts,
  formKey,
  level = 3,
  whole = false,
}: Said & {
  readonly plan: PlanView;
  readonly level?: 2 | 3;
  /** Every step with the day it was done; else what is open next. */
  readonly whole?: boolean;
}) => (
  <>
    {plan.goals.map((goal) => (
      <Goal
        key={goal.id}
        words={goal.words}
        done={goal.done}
        steps={goal.steps.length}
        level={level}
        next={(whole ? goal.steps : goal.steps.filter((step) => step.doneOn === null).slice(0, 2)).map((step) => ({
          who: step.who,
          what: (
            <>
              <What step={step} />
              {step.doneOn ? <span class="od-small">. {texts.plan.steps.done({ day: step.doneOn })}</span> : null}
              {step.own && plan.live ? <TickStep step={step} texts={texts} formKey={formKey} from={whole ? 'plan' : undefined} /> : null}
            </>
          ),
        }))}
      />
    ))}
  </>
);

export const Voices = ({ plan }: { readonly plan: PlanView }) => (
  <>
    {plan.voices.map(({ source, words }) => (
      <OwnWords key={source} words={words} source={source} small />
    ))}
  </>
);
