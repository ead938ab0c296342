/** Raising a safeguarding concern about somebody: what was seen apart from what one thinks, what makes it safe now, what they say, and whether they know. */
import { Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { type FilledIn, filledIn } from '../../../design/components/filled-in.ts';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { NextSteps, Rows } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { codesOf, wordsFor } from '../../../platform/codes/codes.ts';
import { saidDay } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { type Concern, stateWords } from '../model.ts';
import { subjectOf, type TypedConcern, toldWords } from '../raising.ts';

export interface RaisePageProps {
  readonly shell: Shell;
  readonly personId: string;
  readonly name: string;
  /** Those about them that the reader may read. */
  readonly known: readonly Concern[];
  readonly typed: TypedConcern;
  readonly formKey: string;
  readonly errors: readonly FieldError[];
}

interface Part {
  readonly field: FilledIn<TypedConcern>;
}

const What = ({ field }: Part) => {
  const listed = field('concerns');
  return (
    <Card title="What it is about" level={2}>
      <Radios
        {...field('route')}
        label="Who may be harmed is"
        choices={[
          { value: 'adult', text: 'An adult' },
          { value: 'child', text: 'A child or young person under 18' },
        ]}
        inline
        small
      />
      <TextArea {...field('harmed')} label="Who may be harmed, and who lives with them" rows={2} />
      <TextInput {...field('about')} label="In a few words" hint="Such as “No food in the house”." />
      <details class="nhsuk-details" open={listed.values.length > 0 || listed.error !== undefined}>
        <summary class="nhsuk-details__summary">
          <span class="nhsuk-details__summary-text">For a child: choose from the safeguarding hub’s list</span>
        </summary>
        <div class="nhsuk-details__text">
          <Checkboxes
            {...listed}
            label="What it is about"
            choices={codesOf('mashReferralCategory').map((code) => ({ value: code, text: wordsFor('mashReferralCategory', code) }))}
            small
          />
        </div>
      </details>
    </Card>
  );
};

const Seen = ({ field }: Part) => (
  <Card title="Fact, and what you make of it" level={2}>
    <TextArea {...field('saw')} label="What you saw or heard" hint="Their words as they said them. No opinion here." rows={4} />
    <TextArea {...field('opinion')} label="What you make of it" rows={2} />
    <TextInput {...field('happened_on')} label="When it happened, if known" type="date" width={10} />
    <TextInput {...field('happened_at')} label="Where" />
    <TextArea
      {...field('made_safe')}
      label="What makes it safe for now"
      hint="What you did, and who is with them. If somebody is in danger now, call 999 first."
      rows={2}
    />
  </Card>
);

const Voice = ({ field }: Part) => (
  <Card title="What they say, and what they know" level={2}>
    <TextArea
      {...field('persons_view')}
      label="What they say and want"
      hint="For a child also what they do and draw, and what their parents say."
      rows={3}
    />
    <TextArea {...field('not_asked_because')} label="If they were not asked, why" rows={2} />
    <Radios
      {...field('told')}
      label="Do they know that you raise this?"
      choices={(['told', 'not_yet', 'unsafe'] as const).map((value) => ({ value, text: toldWords[value] }))}
      small
    />
    <TextArea
      {...field('not_told_because')}
      label="If not, why"
      hint="Until they are told, nothing of it shows on their own pages."
      rows={2}
    />
  </Card>
);

export const RaisePage = ({ shell, personId, name, known, typed, formKey, errors }: RaisePageProps) => {
  const field = filledIn(typed, errors);
  return (
    <StaffPage {...shell} title="Raise a safeguarding concern" shape="record" identity={null} errors={errors}>
      <RecordMain>
        <BackLink href={`/people/${personId}`} text={name} />
        <PageTitle
          title={`Raise a safeguarding concern about ${name}`}
          sentence="The safeguarding lead has it at once, and tells you what came of it."
        />
        <form method="post" action={`/people/${personId}/concern`} novalidate>
          <HiddenValues values={{ form_key: formKey }} />
          <Stack>
            <What field={field} />
            <Seen field={field} />
            <Voice field={field} />
            <Actions>
              <Button>Raise the concern</Button>
              <a href={`/people/${personId}`}>Not now</a>
            </Actions>
          </Stack>
        </form>
      </RecordMain>
      <RecordSide>
        {known.length > 0 ? (
          <Card title="Raised before" level={2} quiet>
            <Rows
              rows={known.map((one) => ({
                title: subjectOf(one),
                detail: `${saidDay(one.raisedAt)}. ${stateWords[one.state]}.`,
                href: `/safeguarding/${one.id}`,
              }))}
            />
          </Card>
        ) : null}
        <Card title="What happens" level={2} quiet>
          <NextSteps
            steps={[
              { title: 'The safeguarding lead reads it', detail: 'The same working day' },
              { title: 'They decide, and say why', detail: 'The safeguarding hub, or help in another way' },
              { title: 'You hear what came of it', detail: 'As a task on your day' },
            ]}
          />
        </Card>
        <Inset>
          <p>Only those who decide about safety read this. Colleagues who may not are not told that it is there.</p>
        </Inset>
      </RecordSide>
    </StaffPage>
  );
};
