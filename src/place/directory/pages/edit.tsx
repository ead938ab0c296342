/** The form in which an entry is changed, for colleagues and, by their link, for its own provider. */
import { Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Lead, Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { PublicPage } from '../../../design/layout/public-page.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import { type EntryForm, type ToldUnit, week } from '../editing.ts';
import type { EntryView } from '../presenting.ts';

export interface EditView {
  readonly name: string;
  readonly action: string;
  readonly version: number;
  readonly form: EntryForm;
  readonly units: readonly ToldUnit[];
  /** Hours that the form has no place for, in words. */
  readonly otherHours: readonly string[];
  readonly errors: readonly FieldError[];
  /** Somebody was quicker: what the entry says now, part by part. */
  readonly overtaken: readonly { readonly part: string; readonly now: string }[];
  readonly formKey: string;
}

const referralChoices = [
  { value: 'not needed', text: 'No referral needed' },
  { value: 'needed', text: 'You need to be referred' },
  { value: 'not stated', text: 'Not said' },
];
const holidayChoices = [
  { value: 'closed', text: 'Closed' },
  { value: 'usual', text: 'As on other days' },
  { value: 'other', text: 'Other hours' },
  { value: 'not said', text: 'Not said' },
];

export const EditForm = ({ view }: { readonly view: EditView }) => {
  const { form, errors } = view;
  return (
    <form method="post" action={view.action} novalidate autocomplete="off">
      <HiddenValues values={{ form_key: view.formKey, version: String(view.version) }} />
      <Stack gap="l">
        {view.overtaken.length > 0 ? (
          <Inset>
            <p>Somebody changed this entry while you wrote. What it says now where it differs from yours:</p>
            <FactsList facts={view.overtaken.map(({ part, now }) => ({ term: part, value: now || 'Nothing' }))} />
            <p>Nothing of yours is lost. Saving again takes yours.</p>
          </Inset>
        ) : null}
        <Card title="When it is open" level={2}>
          <SmallPrint>
            Write it like “9am to 5pm”, “9am to 12pm and 1pm to 5pm”, “all day” or “closed”. Leave empty what you do not know.
          </SmallPrint>
          {week.map(({ field, name }) => (
            <TextInput
              key={field}
              name={field}
              label={name}
              value={form[field]}
              width={20}
              maxlength={100}
              error={errorOf(errors, field)}
            />
          ))}
          <Radios
            name="holidays"
            label="Bank holidays"
            value={form.holidays}
            choices={holidayChoices}
            inline
            small
            error={errorOf(errors, 'holidays')}
          />
          <TextInput
            name="holiday_hours"
            label="Hours on bank holidays, if they are others"
            value={form.holiday_hours}
            width={20}
            maxlength={100}
            error={errorOf(errors, 'holiday_hours')}
          />
          <TextArea
            name="different_days"
            label="Days that are different"
            hint="One on a line, like “24 December 2026: 9am to 12pm” or “25 December 2026 to 1 January 2027: closed”"
            value={form.different_days}
            rows={3}
            limit={2000}
            error={errorOf(errors, 'different_days')}
          />
          {view.otherHours.length > 0 ? <SmallPrint>{`These stay as they are: ${view.otherHours.join('; ')}.`}</SmallPrint> : null}
        </Card>
        {view.units.length > 0 ? (
          <Card title="Places free" level={2}>
            {view.units.map(({ words, most }, at) => (
              <TextInput
                key={words}
                id={`free-${at}`}
                name="free"
                label={`Free now: ${words}`}
                {...(most === null ? {} : { hint: `Of ${most}` })}
                value={form.free[at] ?? ''}
                width={5}
                inputmode="numeric"
                maxlength={5}
                error={errorOf(errors, `free-${at}`)}
              />
            ))}
          </Card>
        ) : null}
        <Card title="Who it is for" level={2}>
          <TextArea
            name="who"
            label="In plain words"
            hint="Who is welcome. No conditions of how ill somebody may be."
            value={form.who}
            rows={2}
            limit={1000}
            error={errorOf(errors, 'who')}
          />
          <TextInput
            name="from_age"
            label="From age"
            value={form.from_age}
            width={3}
            inputmode="numeric"
            maxlength={3}
            error={errorOf(errors, 'from_age')}
          />
          <TextInput
            name="to_age"
            label="To age"
            value={form.to_age}
            width={3}
            inputmode="numeric"
            maxlength={3}
            error={errorOf(errors, 'to_age')}
          />
          <Radios
            name="referral"
            label="Referral"
            value={form.referral}
            choices={referralChoices}
            small
            error={errorOf(errors, 'referral')}
          />
          <TextArea
            name="how_to_use"
            label="How to use it"
            value={form.how_to_use}
            rows={2}
            limit={1000}
            error={errorOf(errors, 'how_to_use')}
          />
        </Card>
        <Card title="How to reach it" level={2}>
          <TextArea
            name="phones"
            label="Telephone"
            hint="One on a line, like “01632 960001, reception”"
            value={form.phones}
            rows={2}
            limit={500}
            error={errorOf(errors, 'phones')}
          />
          <TextInput name="email" label="E-mail" type="email" value={form.email} maxlength={200} error={errorOf(errors, 'email')} />
          <TextInput name="website" label="Website" type="url" value={form.website} maxlength={300} error={errorOf(errors, 'website')} />
        </Card>
        <Card title="Just now" level={2}>
          <Checkboxes
            name="closed"
            label="Is it closed for a while?"
            values={form.closed ? ['yes'] : []}
            choices={[{ value: 'yes', text: 'Closed for now', hint: 'It stays in the list and says so.' }]}
          />
          <TextArea name="alert" label="A notice, shown first" value={form.alert} rows={2} limit={500} error={errorOf(errors, 'alert')} />
        </Card>
        <div class="od-actions">
          <Button>Save and confirm</Button>
        </div>
      </Stack>
    </form>
  );
};

export const StaffEditPage = ({ shell, view, back }: { readonly shell: Shell; readonly view: EditView; readonly back: string }) => (
  <StaffPage {...shell} title={`Change ${view.name}`} shape="list" errors={view.errors}>
    <BackLink href={back} text={view.name} />
    <PageTitle title={`Change ${view.name}`} sentence="What you save here holds at once. What its publisher says is kept beside it." />
    <EditForm view={view} />
  </StaffPage>
);

interface ProviderFrame {
  readonly service: { readonly name: string };
  readonly place: string;
}

export const ProviderPage = ({
  frame,
  entry,
  view,
  saved,
}: {
  readonly frame: ProviderFrame;
  readonly entry: EntryView;
  readonly view: EditView;
  readonly saved: string | null;
}) => (
  <PublicPage title="Your entry" service={frame.service} place={frame.place} error={view.errors.length > 0}>
    <ErrorSummary errors={view.errors} />
    {saved ? <Inset>{saved}</Inset> : null}
    <h1>{entry.name}</h1>
    <Lead>{`${entry.confirmed.text}. This is what people see.`}</Lead>
    <Stack gap="l">
      <Card title="Is it still right?" level={2}>
        <FactsList
          facts={[
            { term: 'Now', value: entry.opening.text },
            ...entry.hours.map(({ days, times }) => ({ term: days, value: times })),
            ...entry.facts.map(({ term, value }) => ({ term, value })),
          ]}
        />
        <form method="post" action={`${view.action}/confirm`}>
          <HiddenValues values={{ form_key: view.formKey }} />
          <div class="od-actions">
            <Button>Still right</Button>
          </div>
        </form>
      </Card>
      <SectionTitle id="change" title="Or change it" />
      <EditForm view={view} />
    </Stack>
  </PublicPage>
);
