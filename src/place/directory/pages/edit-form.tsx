/** The form of an entry as data: its sections and what each asks, with one walk over them. */
import { Inset } from '../../../design/components/asides.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea, type TextAreaProps } from '../../../design/components/text-area.tsx';
import { TextInput, type TextInputProps } from '../../../design/components/text-input.tsx';
import type { EntryForm, ToldUnit } from '../editing.ts';
import { week } from '../editing-hours.ts';

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

/** Fields of the form that hold one text. */
type TextField = { [Name in keyof EntryForm]: EntryForm[Name] extends string ? Name : never }[keyof EntryForm];

type Control = { readonly name: TextField; readonly label: string } & (
  | ({ readonly as: 'line' } & Pick<TextInputProps, 'type' | 'width' | 'inputmode' | 'maxlength'>)
  | ({ readonly as: 'words' } & Pick<TextAreaProps, 'hint' | 'rows' | 'limit'>)
  | { readonly as: 'choice'; readonly inline?: boolean; readonly choices: readonly { readonly value: string; readonly text: string }[] }
);

const hours = { as: 'line', width: 20, maxlength: 100 } as const;
const age = { as: 'line', width: 3, inputmode: 'numeric', maxlength: 3 } as const;

const whenOpen: readonly Control[] = [
  ...week.map(({ field, name }) => ({ ...hours, name: field, label: name })),
  {
    as: 'choice',
    name: 'holidays',
    label: 'Bank holidays',
    inline: true,
    choices: [
      { value: 'closed', text: 'Closed' },
      { value: 'usual', text: 'As on other days' },
      { value: 'other', text: 'Other hours' },
      { value: 'not said', text: 'Not said' },
    ],
  },
  { ...hours, name: 'holiday_hours', label: 'Hours on bank holidays, if they are others' },
  {
    as: 'words',
    name: 'different_days',
    label: 'Days that are different',
    hint: 'One on a line, like “24 December 2026: 9am to 12pm” or “25 December 2026 to 1 January 2027: closed”',
    rows: 3,
    limit: 2000,
  },
];

const whoItIsFor: readonly Control[] = [
  {
    as: 'words',
    name: 'who',
    label: 'In plain words',
    hint: 'Who is welcome. No conditions of how ill somebody may be.',
    rows: 2,
    limit: 1000,
  },
  { ...age, name: 'from_age', label: 'From age' },
  { ...age, name: 'to_age', label: 'To age' },
  {
    as: 'choice',
    name: 'referral',
    label: 'Referral',
    choices: [
      { value: 'not needed', text: 'No referral needed' },
      { value: 'needed', text: 'You need to be referred' },
      { value: 'not stated', text: 'Not said' },
    ],
  },
  { as: 'words', name: 'how_to_use', label: 'How to use it', rows: 2, limit: 1000 },
];

const howToReachIt: readonly Control[] = [
  { as: 'words', name: 'phones', label: 'Telephone', hint: 'One on a line, like “01632 960001, reception”', rows: 2, limit: 500 },
  { as: 'line', name: 'email', label: 'E-mail', type: 'email', maxlength: 200 },
  { as: 'line', name: 'website', label: 'Website', type: 'url', maxlength: 300 },
];

const notice: readonly Control[] = [{ as: 'words', name: 'alert', label: 'A notice, shown first', rows: 2, limit: 500 }];

const Asked = ({ control, view: { form, errors } }: { readonly control: Control; readonly view: EditView }) => {
  const said = { value: form[control.name], error: errorOf(errors, control.name) };
  switch (control.as) {
    case 'line': {
      const { as: _, ...line } = control;
      return <TextInput {...line} {...said} />;
    }
    case 'words': {
      const { as: _, ...words } = control;
      return <TextArea {...words} {...said} />;
    }
    case 'choice': {
      const { as: _, ...choice } = control;
      return <Radios {...choice} small {...said} />;
    }
  }
};

const AllAsked = ({ controls, view }: { readonly controls: readonly Control[]; readonly view: EditView }) => (
  <>
    {controls.map((control) => (
      <Asked key={control.name} control={control} view={view} />
    ))}
  </>
);

const PlacesFree = ({ view: { form, units, errors } }: { readonly view: EditView }) => (
  <Card title="Places free" level={2}>
    {units.map(({ words, most }, at) => (
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
);

export const EditForm = ({ view }: { readonly view: EditView }) => (
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
        <AllAsked controls={whenOpen} view={view} />
        {view.otherHours.length > 0 ? <SmallPrint>{`These stay as they are: ${view.otherHours.join('; ')}.`}</SmallPrint> : null}
      </Card>
      {view.units.length > 0 ? <PlacesFree view={view} /> : null}
      <Card title="Who it is for" level={2}>
        <AllAsked controls={whoItIsFor} view={view} />
      </Card>
      <Card title="How to reach it" level={2}>
        <AllAsked controls={howToReachIt} view={view} />
      </Card>
      <Card title="Just now" level={2}>
        <Checkboxes
          name="closed"
          label="Is it closed for a while?"
          values={view.form.closed ? ['yes'] : []}
          choices={[{ value: 'yes', text: 'Closed for now', hint: 'It stays in the list and says so.' }]}
        />
        <AllAsked controls={notice} view={view} />
      </Card>
      <div class="od-actions">
        <Button>Save and confirm</Button>
      </div>
    </Stack>
  </form>
);
