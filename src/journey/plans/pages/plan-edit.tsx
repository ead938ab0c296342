/** Writing a plan together: its parts, goals and steps in the person’s words, with somebody else’s words beside them where two wrote at once. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { SaveNote } from '../../../design/components/save-note.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../../record/model.ts';
import { type Flat, goalField, mostGoals, mostSteps, stepField } from '../flat.ts';
import { planParts, stayWellParts } from '../model.ts';

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
