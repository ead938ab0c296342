/** Who sees one record: keep it to colleagues who are named, name more of them, or lift that again. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { NextSteps } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDay } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { longestReason, type Restriction } from '../model.ts';

export interface RestrictionPageProps {
  readonly shell: Shell;
  readonly personId: string;
  readonly name: string;
  readonly restriction: Restriction | null;
  readonly candidates: readonly { readonly accountId: string; readonly name: string; readonly job: string; readonly named: boolean }[];
  readonly mayLift: boolean;
  readonly typed: { readonly reason: string; readonly names: readonly string[]; readonly because: string };
  readonly formKey: () => string;
  readonly errors: readonly FieldError[];
}

const askedWords: Readonly<Record<Restriction['askedBy'], string>> = {
  person: 'They asked for it themselves',
  worker: 'Somebody who works with them asked for it',
  address: 'An address of theirs is a colleague’s',
};

const Names = ({ candidates, typed, errors }: Pick<RestrictionPageProps, 'candidates' | 'typed' | 'errors'>) => (
  <Checkboxes
    name="names"
    label="Who goes on seeing it"
    hint="Colleagues in the teams that have the record. Those who have it by name already keep it."
    choices={candidates.map(({ accountId, name, job, named }) => ({
      value: accountId,
      text: [name, job].filter(Boolean).join(', '),
      ...(named ? { unavailable: 'Has it by name' } : {}),
    }))}
    values={typed.names}
    error={errorOf(errors, 'names')}
    small
  />
);

const Restrict = (props: RestrictionPageProps) => (
  <Card title="Keep it to colleagues who are named" level={2}>
    <form method="post" action={`/people/${props.personId}/restricted`} novalidate>
      <HiddenValues values={{ form_key: props.formKey() }} />
      <TextArea
        name="reason"
        label="Why"
        hint="Such as “Works in our finance team” or “Her brother is on our desk”. The person reads it."
        value={props.typed.reason}
        error={errorOf(props.errors, 'reason')}
        limit={longestReason}
        rows={2}
      />
      <Names {...props} />
      <Actions>
        <Button>Restrict the record</Button>
      </Actions>
    </form>
  </Card>
);

const Restricted = (props: RestrictionPageProps & { readonly restriction: Restriction }) => (
  <>
    <Card title="Who sees it by name" level={2}>
      <p>
        {askedWords[props.restriction.askedBy]}, on {saidDay(props.restriction.since)}: “{props.restriction.reason}”
      </p>
      <form method="post" action={`/people/${props.personId}/restricted/names`} novalidate>
        <HiddenValues values={{ form_key: props.formKey() }} />
        <Names {...props} />
        <Actions>
          <Button>Name them</Button>
        </Actions>
      </form>
    </Card>
    {props.mayLift ? (
      <Card title="Open it to its teams again" level={2}>
        <form method="post" action={`/people/${props.personId}/restricted/lift`} novalidate>
          <HiddenValues values={{ form_key: props.formKey(), version: String(props.restriction.version) }} />
          <TextArea
            name="because"
            label="Why it need not be restricted any more"
            hint="Ask the person first."
            value={props.typed.because}
            error={errorOf(props.errors, 'because')}
            limit={longestReason}
            rows={2}
          />
          <Actions>
            <Button look="secondary">Lift the restriction</Button>
          </Actions>
        </form>
      </Card>
    ) : null}
  </>
);

export const RestrictionPage = (props: RestrictionPageProps) => (
  <StaffPage {...props.shell} title={`${props.name}: who sees the record`} shape="record" identity={null} errors={props.errors}>
    <RecordMain>
      <BackLink href={`/people/${props.personId}/sharing`} text={`${props.name}: sharing`} />
      <PageTitle
        title={`Who sees ${props.name}’s record`}
        sentence={
          props.restriction
            ? 'It is restricted: being in a team does not open it. A colleague there is named, or says why each time.'
            : 'It is open to the teams that have it. For a colleague, or somebody close to one, keep it to a few.'
        }
      />
      {props.restriction ? <Restricted {...props} restriction={props.restriction} /> : <Restrict {...props} />}
    </RecordMain>
    <RecordSide>
      <Card title="What restricting does" level={2} quiet>
        <NextSteps
          steps={[
            { title: 'The name is hidden', detail: 'In lists, in finding and in reports' },
            { title: 'Others in the team say why', detail: 'Each time, and the person reads it' },
            { title: 'Nothing gets lost', detail: 'The team still sees that something waits, and by when' },
          ]}
        />
      </Card>
    </RecordSide>
  </StaffPage>
);
