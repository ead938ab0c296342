/** Booking a time, and an appointment that is booked: what it is, and what can become of it. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes } from '../../../design/components/choices.tsx';
import { ErrorSummary, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { filledIn } from '../../../design/components/filled-in.ts';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { type Row, Rows } from '../../../design/components/lists.tsx';
import { LockScreenPreview } from '../../../design/components/lock-screen-preview.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../../record/model.ts';
import type { TypedTime } from '../typed-note.ts';
import { waysToMeet } from './note.tsx';

export interface BookingView {
  readonly frame: RecordFrame;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly typed: TypedTime & { readonly interpreter: readonly string[] };
  /** Name of the language; '' when none was asked for. */
  readonly interpreter: string;
  readonly preview: { readonly byPost: boolean; readonly sender: string; readonly text: string } | { readonly because: string };
  readonly ahead: readonly Row[];
  /** What makes coming easier, where it was offered. */
  readonly coming: { readonly href: string; readonly facts: Parameters<typeof FactsList>[0]['facts'] } | null;
  readonly errors: readonly FieldError[];
}

export const BookingPage = ({ shell, view }: { readonly shell: Shell; readonly view: BookingView }) => {
  const { typed, errors } = view;
  const name = view.frame.who.firstName;
  const field = filledIn(typed, errors);
  return (
    <StaffPage
      {...shell}
      title={`${view.frame.name}: book a time`}
      shape="record"
      error={errors.length > 0}
      identity={<IdentityBar {...view.frame} />}
    >
      <RecordMain>
        <form class="od-form" method="post" action={view.action} novalidate>
          <HiddenValues values={view.hidden} />
          <ErrorSummary errors={errors} />
          <Card title={`Book a time with ${name}`} id="book">
            <div class="od-form__row">
              <TextInput {...field('date')} type="date" label="Day" />
              <TextInput {...field('time')} label="Time" hint="Such as 2pm or 14:30" width={5} />
              <TextInput {...field('minutes')} label="Minutes" inputmode="numeric" width={3} />
              <Select {...field('how')} label="How you meet" options={waysToMeet} />
            </div>
            <TextInput name="place" label="Where" hint={`Somewhere ${name} chooses. It may stand in a message.`} value={typed.place} />
            {view.interpreter ? (
              <Checkboxes
                name="interpreter"
                label="Interpreter"
                small
                values={typed.interpreter}
                choices={[{ value: 'yes', text: `Book an interpreter: ${view.interpreter}` }]}
              />
            ) : null}
          </Card>
          <div class="od-form__foot">
            <Button>Book and tell {name}</Button>
            <a href={`/people/${view.frame.who.personId}`}>Back to the record</a>
          </div>
        </form>
      </RecordMain>
      <RecordSide>
        <SafeContactLine contact={view.frame.safeContact} />
        {'text' in view.preview ? (
          <LockScreenPreview
            title={view.preview.byPost ? `The letter to ${name}` : `What ${name}’s phone shows`}
            sender={view.preview.sender}
            text={view.preview.text}
          />
        ) : (
          <AlertBlock kind="information" title="No message is sent">
            {view.preview.because} You get a task to tell them another way.
          </AlertBlock>
        )}
        {view.coming ? (
          <Card title="What makes coming easier" quiet>
            {view.coming.facts.length > 0 ? <FactsList facts={view.coming.facts} /> : <p>{name} has not chosen yet.</p>}
            <p>
              <a href={view.coming.href}>{view.coming.facts.length > 0 ? 'Change it' : 'Ask where, how and with whom'}</a>
            </p>
          </Card>
        ) : null}
        {view.ahead.length > 0 ? (
          <Card title="Already booked" quiet>
            <Rows rows={view.ahead} />
          </Card>
        ) : null}
      </RecordSide>
    </StaffPage>
  );
};

export interface AppointmentView {
  readonly frame: RecordFrame;
  readonly title: string;
  readonly facts: Parameters<typeof FactsList>[0]['facts'];
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** What may still become of it. */
  readonly open: boolean;
  readonly confirmed: boolean;
  readonly note: string | null;
  /** For those who keep no notes: whether they came. */
  readonly attendance: string | null;
}

export const AppointmentPage = ({ shell, view }: { readonly shell: Shell; readonly view: AppointmentView }) => {
  const name = view.frame.who.firstName;
  return (
    <StaffPage {...shell} title={`${view.frame.name}: an appointment`} shape="record" identity={<IdentityBar {...view.frame} />}>
      <RecordMain>
        <Card title={view.title} id="appointment">
          <FactsList facts={view.facts} />
          <p class="od-alone">
            <a href={`${view.action}/calendar.ics`}>Take it into your calendar</a>
          </p>
          {view.open ? (
            <form method="post" action={view.action}>
              <HiddenValues values={view.hidden} />
              <div class="od-actions">
                {view.note ? <ButtonLink href={view.note}>Write the note</ButtonLink> : null}
                {view.attendance ? <ButtonLink href={view.attendance}>Say whether they came</ButtonLink> : null}
                {view.confirmed ? null : (
                  <Button name="act" value="confirm" look={view.note || view.attendance ? 'secondary' : 'primary'}>
                    {name} said yes
                  </Button>
                )}
                <Button name="act" value="person" look="secondary">
                  {name} can’t make it
                </Button>
                <Button name="act" value="service" look="link">
                  We must cancel
                </Button>
              </div>
            </form>
          ) : (
            <p class="od-alone">
              <a href={`/people/${view.frame.who.personId}/contacts`}>See all contacts</a>
            </p>
          )}
        </Card>
      </RecordMain>
      <RecordSide>
        <SafeContactLine contact={view.frame.safeContact} />
        <Card title="When something changes" quiet>
          <p>Cancelling gives you a task to offer another time. Nothing ends because a meeting did not happen.</p>
        </Card>
      </RecordSide>
    </StaffPage>
  );
};
