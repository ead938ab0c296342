/** The plan in its “together” view: on a screen between two people, with nobody else on it; and the same plan on paper. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Details } from '../../../design/components/asides.tsx';
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { Goal, type GoalProps } from '../../../design/components/goal.tsx';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { SaveNote } from '../../../design/components/save-note.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../../record/model.ts';
import { type Flat, goalField, mostGoals, mostSteps, stepField } from '../flat.ts';
import { type Plan, planParts, stayWellParts } from '../model.ts';

export interface EditView {
  readonly frame: RecordFrame;
  readonly title: string;
  readonly sentence: string;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly draft: string;
  readonly saved: string | null;
  readonly flat: Flat;
  /** Somebody else's words where they differ, by field; empty without a conflict. */
  readonly theirs: Flat;
  readonly theirName: string;
  readonly errors: readonly FieldError[];
}

const Theirs = ({ view, name }: { readonly view: EditView; readonly name: string }) =>
  view.theirs[name] === undefined ? null : (
    <div class="od-theirs">
      <span class="od-theirs__by">{view.theirName} saved:</span>
      {view.theirs[name] || '(nothing)'}
    </div>
  );

const Part = ({
  view,
  part,
}: {
  readonly view: EditView;
  readonly part: { readonly field: string; readonly asks: string; readonly hint: string };
}) => (
  <div>
    <Theirs view={view} name={part.field} />
    <TextArea
      name={part.field}
      label={part.asks}
      labelSize="s"
      hint={part.hint}
      rows={3}
      value={view.flat[part.field] ?? ''}
      error={errorOf(view.errors, part.field)}
    />
  </div>
);

const GoalRow = ({
  view,
  number,
  owners,
}: {
  readonly view: EditView;
  readonly number: number;
  readonly owners: readonly { readonly value: string; readonly text: string }[];
}) => {
  const { flat } = view;
  const steps = Array.from({ length: mostSteps }, (_, order) => order).filter((order) => flat[stepField(number, order, 'what')]);
  const shown = Math.min(mostSteps, (steps.at(-1) ?? -1) + 2);
  return (
    <fieldset class="od-repeat__row">
      <legend class="od-repeat__title">{flat[goalField(number, 'words')] ? `Goal ${number + 1}` : 'Another goal'}</legend>
      <input type="hidden" name={goalField(number, 'id')} value={flat[goalField(number, 'id')] ?? ''} />
      <Theirs view={view} name={goalField(number, 'words')} />
      <TextArea
        name={goalField(number, 'words')}
        label="What I want, in my own words"
        rows={2}
        value={flat[goalField(number, 'words')] ?? ''}
      />
      <TextInput
        name={goalField(number, 'strength')}
        label="What I already have to build on"
        value={flat[goalField(number, 'strength')] ?? ''}
      />
      {Array.from({ length: shown }, (_, order) => (
        <div key={order} class="od-step">
          <input type="hidden" name={stepField(number, order, 'id')} value={flat[stepField(number, order, 'id')] ?? ''} />
          <TextInput
            name={stepField(number, order, 'what')}
            label={`Step ${order + 1}`}
            value={flat[stepField(number, order, 'what')] ?? ''}
          />
          <Select
            name={stepField(number, order, 'owner')}
            label="Who"
            options={owners}
            value={flat[stepField(number, order, 'owner')] ?? 'person'}
          />
          <TextInput name={stepField(number, order, 'by')} type="date" label="By" value={flat[stepField(number, order, 'by')] ?? ''} />
          <input type="hidden" name={stepField(number, order, 'done')} value={flat[stepField(number, order, 'done')] ?? ''} />
        </div>
      ))}
    </fieldset>
  );
};

export const PlanEditPage = ({
  shell,
  view,
  owners,
}: {
  readonly shell: Shell;
  readonly view: EditView;
  readonly owners: readonly { readonly value: string; readonly text: string }[];
}) => {
  const goals = Array.from({ length: mostGoals }, (_, number) => number).filter((number) => view.flat[goalField(number, 'words')]);
  const shown = Math.min(mostGoals, (goals.at(-1) ?? -1) + 2);
  const name = view.frame.who.firstName;
  return (
    <StaffPage {...shell} title="Our plan" shape="list" navigation={[]} error={view.errors.length > 0}>
      <div class="od-title">
        <div class="od-title__words">
          <h1 class="od-title__text">{view.title}</h1>
          <p class="od-title__sentence">{view.sentence}</p>
        </div>
      </div>
      <ErrorSummary errors={view.errors} />
      {Object.keys(view.theirs).length > 0 ? (
        <AlertBlock kind="information" title={`${view.theirName} saved this while you were writing`}>
          Your words are in the boxes, theirs above them where they differ. Choose or join, then save. Nothing is lost until then.
        </AlertBlock>
      ) : null}
      <form class="od-form" method="post" action={view.action} novalidate data-draft={view.draft}>
        <HiddenValues values={view.hidden} />
        <Card title={name} id="parts">
          {planParts.map((part) => (
            <Part key={part.field} view={view} part={part} />
          ))}
        </Card>
        <Card title="What I want" id="goals">
          <div class="od-repeat">
            {Array.from({ length: shown }, (_, number) => (
              <GoalRow key={number} view={view} number={number} owners={owners} />
            ))}
          </div>
          <p class="od-small">Save to add another goal or step. Emptying the words takes one out.</p>
        </Card>
        <Card title="Staying well" id="stay-well">
          {stayWellParts.map((part) => (
            <Part key={part.field} view={view} part={part} />
          ))}
        </Card>
        <div class="od-form__foot">
          <Button name="act" value="save">
            Save
          </Button>
          <Button name="act" value="share" look="secondary">
            Save and give it to {name} to check
          </Button>
          <a href={`/people/${view.frame.who.personId}/plan`}>Close</a>
          <SaveNote saved={view.saved ?? undefined} />
        </div>
      </form>
    </StaffPage>
  );
};

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
