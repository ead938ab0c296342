import { Details } from '../../../design/components/asides.tsx';
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { Goal, type GoalProps } from '../../../design/components/goal.tsx';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../../record/model.ts';
import { type Plan, planParts, stayWellParts } from '../model.ts';

export interface ReadView {
  readonly frame: RecordFrame;
  /** Null when there is none yet, or it was not wanted. */
  readonly plan: Plan | null;
  readonly goals: readonly (GoalProps & { readonly steps: number })[];
  readonly sentence: string;
  readonly writes: boolean;
  readonly toTick: readonly { readonly id: string; readonly what: string; readonly who: string; readonly done: boolean }[];
  readonly older: readonly { readonly href: string; readonly text: string }[];
  readonly isOld: boolean;
  readonly formKey: string;
  readonly agreement: {
    readonly review_on: string;
    readonly persons_difference: string;
    readonly workers_difference: string;
  };
  readonly errors: readonly FieldError[];
  readonly printed: string;
}

const Voices = ({ plan, name }: { readonly plan: Plan; readonly name: string }) =>
  plan.personsDifference || plan.workersDifference ? (
    <Card title="Where we see it differently" id="voices">
      <dl class="od-facts">
        {plan.personsDifference ? (
          <div class="od-facts__row">
            <dt>{name}</dt>
            <dd>“{plan.personsDifference}”</dd>
          </div>
        ) : null}
        {plan.workersDifference ? (
          <div class="od-facts__row">
            <dt>{plan.workerName ?? 'Worker'}</dt>
            <dd>“{plan.workersDifference}”</dd>
          </div>
        ) : null}
      </dl>
    </Card>
  ) : null;

const Written = ({
  title,
  id,
  parts,
  plan,
}: {
  readonly title: string;
  readonly id: string;
  readonly parts: typeof planParts | typeof stayWellParts;
  readonly plan: Plan;
}) => (
  <Card title={title} id={id}>
    <dl class="od-facts">
      {parts.map((part) => (
        <div key={part.field} class="od-facts__row">
          <dt>{part.asks}</dt>
          <dd class="od-plan__part">{plan.parts[part.field] || <span class="od-absent">Not written yet</span>}</dd>
        </div>
      ))}
    </dl>
  </Card>
);

/** The plan's own words, for reading and for paper: who they are before what they want. */
export const PlanWords = ({ plan, goals, name }: { readonly plan: Plan; readonly goals: ReadView['goals']; readonly name: string }) => (
  <>
    <Written title={`About ${name}`} id="about" parts={planParts} plan={plan} />
    <Card title="What I want" id="goals">
      {goals.length === 0 ? <EmptyState>No goals yet.</EmptyState> : goals.map((goal) => <Goal key={goal.words} {...goal} />)}
    </Card>
    <Written title="Staying well" id="stay-well" parts={stayWellParts} plan={plan} />
    <Voices plan={plan} name={name} />
  </>
);

const Agree = ({ view, plan, base }: { readonly view: ReadView; readonly plan: Plan; readonly base: string }) => {
  const name = view.frame.who.firstName;
  return (
    <Card title="Agree it, in two voices" id="agree">
      <form method="post" action={`${base}/agree`} novalidate>
        <HiddenValues values={{ form_key: view.formKey, plan: plan.id, version: String(plan.version) }} />
        <TextArea
          name="persons_difference"
          label={`What ${name} sees differently`}
          hint="In their words. Empty when nothing differs."
          rows={2}
          value={view.agreement.persons_difference}
        />
        <TextArea
          name="workers_difference"
          label="What you see differently"
          hint="Kept beside theirs. Neither replaces the other."
          rows={2}
          value={view.agreement.workers_difference}
        />
        <TextInput
          name="review_on"
          type="date"
          label="Look at it again on"
          value={view.agreement.review_on}
          error={errorOf(view.errors, 'review_on')}
        />
        <Button>We agree</Button>
      </form>
    </Card>
  );
};

const Post = ({
  action,
  plan,
  formKey,
  text,
  look = 'secondary',
}: {
  readonly action: string;
  readonly plan: Plan | null;
  readonly formKey: string;
  readonly text: string;
  readonly look?: 'primary' | 'secondary' | 'link';
}) => (
  <form method="post" action={action}>
    <HiddenValues values={{ form_key: formKey, ...(plan ? { plan: plan.id, version: String(plan.version) } : {}) }} />
    <Button look={look}>{text}</Button>
  </form>
);

export const PlanPage = ({ shell, view }: { readonly shell: Shell; readonly view: ReadView }) => {
  const { plan, frame } = view;
  const base = `/people/${frame.who.personId}/plan`;
  const name = frame.who.firstName;
  const open = plan?.state === 'draft' || plan?.state === 'shared';
  return (
    <StaffPage {...shell} title={`${frame.name}: plan`} shape="record" error={view.errors.length > 0} identity={<IdentityBar {...frame} />}>
      <RecordMain>
        <ErrorSummary errors={view.errors} />
        {plan && plan.state !== 'not_wanted' ? (
          <>
            <div class="od-title">
              <div class="od-title__words">
                <h2 class="od-title__text">
                  {name}’s plan{view.isOld ? `, version ${plan.number}` : ''}
                </h2>
                <p class="od-title__sentence">{view.sentence}</p>
              </div>
            </div>
            <PlanWords plan={plan} goals={view.goals} name={name} />
          </>
        ) : (
          <Card title={plan ? 'No plan for now' : 'No plan yet'} id="none">
            <EmptyState>
              {plan
                ? `${name} would rather not have a plan now, and that is fine. What you do anyway stays in your notes.`
                : `A plan is written together, in ${name}’s words, at ${name}’s pace.`}
            </EmptyState>
            {view.writes ? (
              <Post action={`${base}/begin`} plan={null} formKey={view.formKey} text="Write a plan together" look="primary" />
            ) : null}
          </Card>
        )}
        <p class="od-printed">Private. {view.printed}</p>
      </RecordMain>
      <RecordSide>
        {view.writes && plan && !view.isOld ? (
          <>
            {open ? (
              <Card title="Write it together" id="do">
                <p>Nobody else is on that screen. You can turn it round.</p>
                <div class="od-actions">
                  <ButtonLink href={`${base}/edit`} look={plan.state === 'shared' ? 'secondary' : 'primary'}>
                    Open the plan to write
                  </ButtonLink>
                </div>
                {plan.state === 'draft' ? (
                  <Post action={`${base}/share`} plan={plan} formKey={view.formKey} text={`Give it to ${name} to check`} />
                ) : null}
              </Card>
            ) : null}
            {plan.state === 'shared' ? <Agree view={view} plan={plan} base={base} /> : null}
            {plan.state === 'agreed' || plan.state === 'agreed_with_differences' ? (
              <Card title="Look at it again" id="again">
                <p>This version stays as it was agreed. A new one begins with its words.</p>
                <Post action={`${base}/review`} plan={plan} formKey={view.formKey} text="Begin a new version" look="primary" />
              </Card>
            ) : null}
            {view.toTick.length > 0 && !open && plan.state !== 'not_wanted' ? (
              <Card title="Steps" id="steps">
                <ul class="od-ticks-to-do">
                  {view.toTick.map((step) => (
                    <li key={step.id}>
                      <span class="od-rows__words">
                        <span class="od-rows__title">{step.what}</span>
                        <span class="od-rows__detail">{step.who}</span>
                      </span>
                      <form method="post" action={`${base}/steps/${step.id}`}>
                        <HiddenValues values={{ form_key: view.formKey, done: step.done ? 'no' : 'yes' }} />
                        <Button look="secondary" small>
                          {step.done ? 'Not yet after all' : 'Done'}
                          <span class="nhsuk-u-visually-hidden">: {step.what}</span>
                        </Button>
                      </form>
                    </li>
                  ))}
                </ul>
              </Card>
            ) : null}
            {open ? (
              <Details summary={`${name} would rather not have a plan`}>
                <p>That is fine, and changes nothing else. Ask again when it suits them.</p>
                <Post action={`${base}/not-wanted`} plan={plan} formKey={view.formKey} text="No plan for now" />
              </Details>
            ) : null}
          </>
        ) : null}
        {view.older.length > 0 ? (
          <Card title="Other versions" quiet>
            <ul>
              {view.older.map((one) => (
                <li key={one.href} class="od-alone">
                  <a href={one.href}>{one.text}</a>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
      </RecordSide>
    </StaffPage>
  );
};
