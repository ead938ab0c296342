/** See a record in an emergency: whose, why, what of it and for how long, on one page that opens it at once. */
import { Inset } from '../../../design/components/asides.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { DateInput } from '../../../design/components/date-input.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { NextSteps } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import { longestReason, type Typed } from '../typed.ts';

export interface OpenPageProps {
  readonly shell: Shell;
  readonly typed: Typed;
  readonly reasons: readonly { readonly code: string; readonly label: string }[];
  readonly parts: readonly { readonly code: string; readonly label: string }[];
  readonly hours: readonly string[];
  readonly formKey: string;
  readonly errors: readonly FieldError[];
}

const Who = ({ typed, errors }: Pick<OpenPageProps, 'typed' | 'errors'>) => {
  const field = filledIn(typed, errors);
  return typed.record ? (
    <Card title="Whose record" level={2}>
      <p>The record you came from.</p>
    </Card>
  ) : (
    <Card title="Whose record" level={2}>
      <p>Name and date of birth, exactly as they are written. Or the NHS number alone.</p>
      <TextInput {...field('given')} label="First name, or the name they go by" autocomplete="off" width={20} />
      <TextInput {...field('family')} label="Family name" autocomplete="off" width={20} />
      <DateInput
        name="born"
        label="Date of birth"
        hint="For example 4 5 1974"
        value={{ day: typed.day, month: typed.month, year: typed.year }}
        error={errorOf(errors, 'born-day')}
      />
      <TextInput {...field('nhs_number')} label="NHS number" autocomplete="off" inputmode="numeric" width={10} code />
    </Card>
  );
};

export const OpenPage = ({ shell, typed, reasons, parts, hours, formKey, errors }: OpenPageProps) => {
  const field = filledIn(typed, errors);
  return (
    <StaffPage {...shell} title="See a record in an emergency" shape="record" identity={null} errors={errors}>
      <RecordMain>
        <PageTitle
          title="See a record in an emergency"
          sentence="For when somebody is in danger, or the law asks, and no team of yours has the record."
        />
        <form method="post" action="/emergency" novalidate>
          <HiddenValues values={{ form_key: formKey, ...(typed.record ? { record: typed.record } : {}) }} />
          <Stack>
            <Who typed={typed} errors={errors} />
            <Card title="Why, and how much of it" level={2}>
              <Radios {...field('reason')} label="Why" choices={reasons.map(({ code, label }) => ({ value: code, text: label }))} small />
              <TextArea
                {...field('words')}
                label="What has happened"
                hint="The person and whoever reviews this read your words."
                limit={longestReason}
                rows={3}
              />
              <Checkboxes
                name="parts"
                label="What you need to see"
                hint="Who they are and how to reach them safely always opens. Choose only what you need beside that."
                choices={parts.map(({ code, label }) => ({ value: code, text: label }))}
                values={typed.parts}
                small
              />
              <Radios
                {...field('hours')}
                label="For how long"
                choices={hours.map((hour) => ({ value: hour, text: hour === '1' ? '1 hour' : `${hour} hours` }))}
                inline
                small
              />
            </Card>
            <Card title="Telling the person" level={2}>
              <p>They read on their own page that you opened it, and why.</p>
              <Checkboxes
                name="unsafe"
                label="Is it unsafe to tell them now?"
                choices={[{ value: 'yes', text: 'Telling them now would put somebody in danger' }]}
                values={typed.unsafe ? ['yes'] : []}
                small
              />
              <div data-when="unsafe=yes">
                <TextArea
                  {...field('not_told_because')}
                  label="Why it would be unsafe"
                  hint="Only if you ticked that. Whoever reviews this decides when they are told."
                  rows={2}
                />
              </div>
            </Card>
            <Actions>
              <Button look="warning">Open the record now</Button>
              <a href="/find">Do not open it</a>
            </Actions>
          </Stack>
        </form>
      </RecordMain>
      <RecordSide>
        <Card title="What happens" level={2} quiet>
          <NextSteps
            steps={[
              { title: 'It opens at once', detail: 'For reading only, and it closes by itself' },
              { title: 'Whoever leads their team is told', detail: 'With your name, and why' },
              { title: 'Everything you open is kept', detail: 'The person reads it on their own page' },
              { title: 'Somebody else looks at it', detail: 'Within 5 working days, with a finding' },
            ]}
          />
        </Card>
        <Inset>
          <p>We do not say whether a record is here until it is opened.</p>
        </Inset>
      </RecordSide>
    </StaffPage>
  );
};
