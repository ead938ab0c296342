/** Writing an agreement: who with, what for, what of, on what ground, how it is kept, and from when until when. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { NextSteps } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { SaveNote } from '../../../design/components/save-note.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { wordsFor } from '../../../platform/codes/codes.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { categoryTitle } from '../../access/texts.ts';
import { bases, offered, purposeCodes, purposes, type Terms } from '../model.ts';

export interface WritingView {
  /** Null where it is new. */
  readonly agreement: { readonly id: string; readonly name: string; readonly organisation: string; readonly edition: number } | null;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly typed: Terms;
  readonly draft: { readonly address: string; readonly version: number; readonly saved: string | null };
  readonly formKey: string;
}

export const WritingPage = ({
  shell,
  view,
  errors,
}: {
  readonly shell: Shell;
  readonly view: WritingView;
  readonly errors: readonly FieldError[];
}) => {
  const { agreement, typed, draft } = view;
  const field = filledIn(typed, errors);
  const title = agreement ? agreement.name : 'A new sharing agreement';
  const back = agreement ? `/agreements/${agreement.id}` : '/agreements';
  return (
    <StaffPage {...shell} title={title} shape="record" identity={null} errors={errors}>
      <RecordMain>
        <BackLink href={back} text={agreement ? 'Back to the agreement' : 'Sharing agreements'} />
        <PageTitle title={title} sentence="Write what the paper says. It is sent to be confirmed when it is whole." />
        <form
          method="post"
          action={agreement ? `/agreements/${agreement.id}/words` : '/agreements/new'}
          novalidate
          data-draft={draft.address}
        >
          <HiddenValues
            values={{
              form_key: view.formKey,
              draft_version: String(draft.version),
              ...(agreement ? { version: String(agreement.edition) } : {}),
            }}
          />
          <Stack>
            <Card title="Who with, and what for" level={2}>
              <TextInput {...field('name')} label="What is it called?" hint="People read this name, such as “Help with homes”." />
              {agreement ? (
                <p>With {agreement.organisation}. With somebody else it is another agreement.</p>
              ) : (
                <Select
                  {...field('organisation')}
                  label="With whom"
                  options={[
                    { value: '', text: 'Choose an organisation' },
                    ...view.organisations.map(({ id, name }) => ({ value: id, text: name })),
                  ]}
                />
              )}
              <Radios
                {...field('purpose')}
                label="What is it for?"
                choices={purposeCodes.map((code) => ({ value: code, text: purposes[code] ?? code }))}
                small
              />
            </Card>
            <Card title="What, and on what ground" level={2}>
              <Checkboxes
                {...field('categories')}
                label="What may they read?"
                hint="Who somebody is and how to reach them goes with every agreement. Appointments, messages and other agencies never do."
                choices={offered.map((code) => ({ value: code, text: categoryTitle(code) }))}
                small
              />
              <Select
                {...field('basis')}
                label="On what ground"
                options={[
                  { value: '', text: 'Choose the lawful basis' },
                  ...bases.map((code) => ({ value: code, text: wordsFor('lawfulBasis', code) })),
                ]}
              />
            </Card>
            <Card title="How it is kept" level={2}>
              <TextArea {...field('security')} label="How do they keep it safe?" rows={3} />
              <TextArea {...field('retention')} label="How long do they keep it, and what then?" rows={3} />
            </Card>
            <Card title="Its days, and the paper" level={2}>
              <TextInput {...field('starts_on')} label="From" type="date" width={10} />
              <TextInput {...field('ends_on')} label="Until" type="date" hint="They can read nothing from the day after." width={10} />
              <TextInput
                {...field('review_on')}
                label="Look at it again by"
                type="date"
                hint="You are asked 60 days before that."
                width={10}
              />
              <TextInput
                {...field('document')}
                label="Where is the paper?"
                hint="Its reference or place, such as “IG-2026-14”. Needed once it is signed."
              />
            </Card>
            <SaveNote saved={draft.saved ?? undefined} />
            <Actions>
              <Button>Keep this draft</Button>
            </Actions>
          </Stack>
        </form>
      </RecordMain>
      <RecordSide>
        <Card title="What happens with it" level={2} quiet>
          <NextSteps
            steps={[
              { title: 'You send it to be confirmed', detail: 'Nobody reads anything under a draft' },
              { title: 'Somebody else sees the signatures', detail: 'A manager or information governance, who wrote none of it' },
              { title: 'It opens what a person said yes to', detail: 'From its first day until its last, and not a day longer' },
            ]}
          />
        </Card>
      </RecordSide>
    </StaffPage>
  );
};
