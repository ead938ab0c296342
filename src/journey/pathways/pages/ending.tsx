/** An ending, planned together: what is offered first, why, in whose words; and the door that stays open. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Details } from '../../../design/components/asides.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { ErrorSummary, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { entriesOf } from '../../../platform/codes/codes.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../../record/model.ts';

export interface EndingView {
  readonly frame: RecordFrame;
  readonly base: string;
  readonly formKey: string;
  /** 'plan': no ending yet; 'ending': being planned; 'ended': the door is open, or no longer. */
  readonly at: 'plan' | 'ending' | 'ended' | 'nothing';
  /** Whether a role of theirs may plan it. */
  readonly mayPlan: boolean;
  readonly pathway: string;
  readonly since: string;
  readonly plannedEnd: string;
  readonly enrolmentId: string;
  readonly version: string;
  /** The day until which coming back needs no form. */
  readonly doorUntil: string;
  readonly doorOpen: boolean;
  readonly stayWell: string;
  readonly lastMeasure: string;
  readonly typed: {
    readonly ends_on: string;
    readonly reason: string;
    readonly stay_well: readonly string[];
    readonly measures: string;
    readonly persons_view: string;
    readonly reason_on: string;
    readonly new_end: string;
  };
  readonly errors: readonly FieldError[];
}

/** Being out of reach is no reason that one worker may choose (S6). */
const reasons = entriesOf('endingReason')
  .filter((entry) => entry.code !== 'no_contact')
  .map((entry) => ({ value: entry.code, text: entry.label ?? entry.code }));

const hiddenOf = (view: EndingView) => ({ form_key: view.formKey, enrolment: view.enrolmentId, version: view.version });

const Plan = ({ view }: { readonly view: EndingView }) => {
  const field = filledIn(view.typed, view.errors);
  return (
    <Card title="Plan an ending, together" id="plan">
      <p>Begin about six weeks before. There is time for a stay-well plan, and to change your minds.</p>
      <form method="post" action={`${view.base}/plan`} novalidate>
        <HiddenValues values={hiddenOf(view)} />
        <TextInput {...field('ends_on')} type="date" label="The day you both have in mind" labelSize="s" />
        <Button>Begin to plan the ending</Button>
      </form>
    </Card>
  );
};

const End = ({ view }: { readonly view: EndingView }) => {
  const name = view.frame.who.firstName;
  const field = filledIn(view.typed, view.errors);
  return (
    <>
      <Card title="End support, with the door open" id="end">
        <form method="post" action={`${view.base}/end`} novalidate>
          <HiddenValues values={hiddenOf(view)} />
          <Checkboxes
            {...field('stay_well')}
            label="Stay-well plan"
            labelSize="s"
            hint={view.stayWell ? `Written: ${view.stayWell}` : 'Not written yet. It stands at the end of the plan.'}
            small
            choices={[{ value: 'yes', text: `I offered ${name} a stay-well plan`, hint: 'They may say no' }]}
          />
          <Radios
            {...field('measures')}
            label="A measure at the end"
            labelSize="s"
            hint={view.lastMeasure}
            small
            choices={[
              { value: 'taken', text: 'Taken' },
              { value: 'declined', text: 'They would rather not' },
              { value: 'requested', text: 'Asked for, not back yet' },
            ]}
          />
          <Select {...field('reason')} label="Why it ends now" labelSize="s" options={[{ value: '', text: 'Choose' }, ...reasons]} />
          <TextArea
            name="persons_view"
            label={`What ${name} says about it`}
            labelSize="s"
            hint="In their words. Empty when they would rather not."
            rows={3}
            value={view.typed.persons_view}
          />
          <p>
            Until <strong>{view.doorUntil}</strong> {name} can come back without a new form.
          </p>
          <Button>End support, leave the door open</Button>
        </form>
      </Card>
      <Details summary="We go on after all" open={view.errors.some((error) => error.field === 'reason_on' || error.field === 'new_end')}>
        <form method="post" action={`${view.base}/go-on`} novalidate>
          <HiddenValues values={hiddenOf(view)} />
          <TextArea {...field('reason_on')} label="Why support goes on" rows={2} />
          <TextInput {...field('new_end')} type="date" label="Planned until" />
          <Button look="secondary">Go on</Button>
        </form>
      </Details>
    </>
  );
};

const Ended = ({ view }: { readonly view: EndingView }) => {
  const name = view.frame.who.firstName;
  return (
    <Card title={view.doorOpen ? 'The door is open' : 'Support has ended'} id="door">
      {view.doorOpen ? (
        <>
          <p>
            Until <strong>{view.doorUntil}</strong> {name} comes back without a new form. Nothing is asked again.
          </p>
          <form method="post" action={`${view.base}/come-back`}>
            <HiddenValues values={{ form_key: view.formKey }} />
            <Button>{name} comes back</Button>
          </form>
        </>
      ) : (
        <p>
          The time for coming back without a form has passed. {name} can ask again at the front door, and need not tell it twice. What was
          said is kept.
        </p>
      )}
    </Card>
  );
};

export const EndingPage = ({ shell, view }: { readonly shell: Shell; readonly view: EndingView }) => (
  <StaffPage
    {...shell}
    title={`${view.frame.name}: ending`}
    shape="record"
    error={view.errors.length > 0}
    identity={<IdentityBar {...view.frame} />}
  >
    <RecordMain>
      <ErrorSummary errors={view.errors} />
      {view.at !== 'nothing' && view.at !== 'ended' && !view.mayPlan ? (
        <AlertBlock kind="information" level={2} title="Whoever works with them plans the ending">
          It is planned together with {view.frame.who.firstName}.
        </AlertBlock>
      ) : view.at === 'plan' ? (
        <Plan view={view} />
      ) : view.at === 'ending' ? (
        <End view={view} />
      ) : view.at === 'ended' ? (
        <Ended view={view} />
      ) : (
        <AlertBlock kind="information" level={2} title="There is no support to end">
          Nothing has begun here yet.
        </AlertBlock>
      )}
    </RecordMain>
    <RecordSide>
      {view.at === 'nothing' ? null : (
        <Card title="Support" quiet>
          <FactsList
            facts={[
              { term: 'Pathway', value: view.pathway },
              { term: 'Since', value: view.since || { absent: 'not known' as const } },
              ...(view.plannedEnd ? [{ term: view.at === 'ended' ? 'Ended' : 'Planned until', value: view.plannedEnd }] : []),
            ]}
          />
        </Card>
      )}
      <Card title="A missed meeting ends nothing" quiet>
        <p>
          When somebody cannot be reached, try three times by two ways, write a safe letter and ask a manager. The door stays open
          meanwhile.
        </p>
      </Card>
    </RecordSide>
  </StaffPage>
);
