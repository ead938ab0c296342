/** The note of a session on one page: did they come, what we did and agreed, a measure by item number, concerns, and the next appointment. */
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { ErrorSummary, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { ItemScores } from '../../../design/components/item-scores.tsx';
import { Options } from '../../../design/components/options.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { SaveNote } from '../../../design/components/save-note.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { entriesOf, wordsFor } from '../../../platform/codes/codes.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { asPublished, languageInWords, withoutVersion } from '../../measures/held.ts';
import type { RecordFrame } from '../../record/model.ts';
import type { TypedNote } from '../typed-note.ts';
import { whetherTheyCame } from './whether-they-came.tsx';

export const waysToMeet = ['01', '02', '11', '09', '05'].map((value) => ({ value, text: wordsFor('consultationMechanism', value) }));

export interface NoteView {
  readonly frame: RecordFrame;
  readonly action: string;
  readonly title: string;
  readonly sentence: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly draft: string;
  readonly saved: string | null;
  readonly typed: TypedNote;
  /** A contact that was not planned: the page asks when and how. */
  readonly unplanned: boolean;
  /** They met already: the page does not ask whether they came. */
  readonly met: boolean;
  /** Null where no measure is asked for here. */
  readonly measure: {
    readonly id: string;
    readonly name: string;
    readonly items: number;
    readonly lowest: number;
    readonly highest: number;
    readonly last: string;
    /** Tags of the languages it may be asked in, English as published first. */
    readonly languages: readonly string[];
    /** The language that needs an interpreter, in words, and whether a version of it is held. */
    readonly needs: string;
    readonly held: boolean;
  } | null;
  readonly lastTime: { readonly agreed: string; readonly nextStep: string; readonly when: string } | null;
  readonly goals: readonly string[];
  readonly errors: readonly FieldError[];
}

const Came = ({ view }: { readonly view: NoteView }) => {
  const field = filledIn(view.typed, view.errors);
  return (
    <Card title={`Did ${view.frame.who.firstName} come?`} id="came-title">
      <Options
        {...field('came')}
        legend="Did they come?"
        legendHidden
        options={whetherTheyCame(view.typed, view.errors, {
          missed: 'Nothing ends. Ask how they are, and offer something else',
          welfare: 'What you think, and what you did to find out.',
          offer: 'Another time, place, person or way to talk. Ask what was in the way.',
        })}
      />
    </Card>
  );
};

const Met = ({ view }: { readonly view: NoteView }) => {
  const field = filledIn(view.typed, view.errors);
  return (
    <Card title="When and how" id="met-title">
      <div class="od-form__row">
        <TextInput {...field('met_on')} type="date" label="Day" />
        <TextInput {...field('met_at')} label="Time" hint="Such as 2pm or 14:30" width={5} />
        <TextInput {...field('met_minutes')} label="Minutes" inputmode="numeric" width={3} />
        <Select {...field('met_how')} label="How" options={waysToMeet} />
      </div>
    </Card>
  );
};

const Measure = ({ view, measure }: { readonly view: NoteView; readonly measure: NonNullable<NoteView['measure']> }) => {
  const wrong = view.errors.flatMap((error) => (error.field?.startsWith('item_') ? Number(error.field.slice(5)) : []));
  const field = filledIn(view.typed, view.errors);
  return (
    <Card title={`${measure.name}, by item number`} id="measure-title">
      <p class="od-small">{measure.last}</p>
      {measure.needs && !measure.held ? <p>{withoutVersion(measure.needs, measure.name)}</p> : null}
      <ItemScores
        name="item"
        label={`Scores, ${measure.lowest} to ${measure.highest}`}
        labelSize="s"
        hint="Type what stands on the paper. Leave it all empty when it was not asked today."
        values={view.typed.items}
        lowest={measure.lowest}
        highest={measure.highest}
        wrong={wrong}
        error={
          wrong.length > 0
            ? view.errors
                .filter((error) => error.field?.startsWith('item_'))
                .map((error) => error.text)
                .join(' ')
            : undefined
        }
      />
      <div class="od-form__row">
        <Select
          {...field('measure_language')}
          label="The paper is in"
          options={[
            ...(measure.needs && !measure.held ? [{ value: '', text: 'Choose' }] : []),
            ...measure.languages.map((tag) => ({ value: tag, text: tag === asPublished ? 'English, as published' : languageInWords(tag) })),
          ]}
        />
        <Select
          {...field('measure_by')}
          label="Filled in by"
          options={entriesOf('completedBy').map(({ code, label }) => ({ value: code, text: label ?? code }))}
        />
      </div>
      <Checkboxes
        {...field('measure_how')}
        label="About the answers"
        small
        inline
        choices={[
          { value: 'read_aloud', text: 'Read aloud to them' },
          { value: 'declined', text: 'They would rather not' },
          ...(measure.needs ? [{ value: 'talked', text: 'We talked with an interpreter instead. No score' }] : []),
        ]}
      />
    </Card>
  );
};

export const NotePage = ({ shell, view }: { readonly shell: Shell; readonly view: NoteView }) => {
  const { typed, errors } = view;
  const name = view.frame.who.firstName;
  const field = filledIn(typed, errors);
  return (
    <StaffPage
      {...shell}
      title={`${view.frame.name}: session note`}
      shape="record"
      error={errors.length > 0}
      identity={<IdentityBar {...view.frame} />}
    >
      <RecordMain>
        <form class="od-form" method="post" action={view.action} novalidate data-draft={view.draft}>
          <HiddenValues values={view.hidden} />
          <div class="od-title">
            <div class="od-title__words">
              <h2 class="od-title__text">{view.title}</h2>
              <p class="od-title__sentence">{view.sentence}</p>
            </div>
          </div>
          <ErrorSummary errors={errors} />
          {view.unplanned ? <Met view={view} /> : view.met ? <input type="hidden" name="came" value="attended" /> : <Came view={view} />}
          <div class="od-form od-if-met">
            <Card title="What happened" id="happened-title">
              <TextArea {...field('did')} label="What we did" rows={4} />
              <Checkboxes
                name="interventions"
                label="Kind of help"
                small
                inline
                values={typed.interventions}
                choices={entriesOf('interventionType').map((entry) => ({ value: entry.code, text: entry.label ?? entry.code }))}
              />
              <TextArea {...field('agreed')} label="What we agreed" rows={3} />
              <TextArea
                name="mood"
                label={`How ${name} is, in ${name}’s words`}
                hint="Leave it empty when it was not asked."
                rows={2}
                value={typed.mood}
              />
              <TextInput name="next_step" label="The one thing to remember next time" value={typed.next_step} />
              <Radios
                {...field('concern')}
                label="A concern about anybody’s safety?"
                labelSize="s"
                inline
                small
                choices={[
                  { value: 'no', text: 'No' },
                  { value: 'yes', text: 'Yes. I get a task for today' },
                ]}
              />
            </Card>
            {view.measure ? <Measure view={view} measure={view.measure} /> : null}
            <Card title="Next appointment" id="next-title">
              <p class="od-small">Leave the day empty when nothing is booked now.</p>
              <div class="od-form__row">
                <TextInput {...field('next_date')} type="date" label="Day" />
                <TextInput {...field('next_time')} label="Time" hint="Such as 2pm or 14:30" width={5} />
                <TextInput {...field('next_minutes')} label="Minutes" inputmode="numeric" width={3} />
                <Select {...field('next_how')} label="How" options={waysToMeet} />
                <TextInput name="next_place" label="Where" value={typed.next_place} />
              </div>
            </Card>
            <Checkboxes
              name="shared"
              label={`What ${name} sees`}
              small
              values={typed.shared}
              choices={[{ value: 'yes', text: `Show ${name} what we did and agreed, on their own page` }]}
            />
          </div>
          <div class="od-form__foot">
            <Button>Save the note</Button>
            <SaveNote saved={view.saved ?? undefined} />
          </div>
        </form>
      </RecordMain>
      <RecordSide>
        <Card title="Last time" quiet>
          {view.lastTime ? (
            <FactsList
              facts={[
                { term: view.lastTime.when, value: view.lastTime.agreed || { absent: 'not known' as const } },
                ...(view.lastTime.nextStep ? [{ term: 'To remember', value: view.lastTime.nextStep }] : []),
              ]}
            />
          ) : (
            <p>You have not met before, or it was not written up.</p>
          )}
        </Card>
        {view.goals.length > 0 ? (
          <Card title={`What ${name} wants`} quiet>
            <ul>
              {view.goals.map((goal) => (
                <li key={goal}>“{goal}”</li>
              ))}
            </ul>
          </Card>
        ) : null}
      </RecordSide>
    </StaffPage>
  );
};
