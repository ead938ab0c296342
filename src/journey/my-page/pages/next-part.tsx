/** What happens next: one sentence, the way to answer it, and the meetings after it. */
import type { ComponentChildren } from 'preact';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { Around, InEnglish } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import type { WhatNext } from '../model.ts';
import type { OwnTexts } from '../texts.ts';
import type { FormKey } from './plan-parts.tsx';

export interface AppointmentView {
  readonly id: string;
  readonly version: number;
  readonly confirmed: boolean;
  /** “Siobhan, tomorrow at 2pm” */
  readonly title: string;
  /** As the place or the worker wrote it; '' where they meet otherwise. */
  readonly place: string;
  readonly channel: string;
  /** “50 minutes” */
  readonly long: string;
  readonly interpreter: boolean;
}

export interface NextView {
  readonly next: WhatNext;
  readonly appointments: readonly AppointmentView[];
  /** What makes the first time easier: what was chosen, '' while nothing is; null where nothing was offered. */
  readonly coming: string | null;
}

interface Said {
  readonly texts: OwnTexts;
  readonly formKey: FormKey;
}

const AnswerForm = ({
  appointment: { id, version, title },
  answer,
  formKey,
  children,
}: {
  readonly appointment: AppointmentView;
  readonly answer: 'confirm' | 'cannot';
  readonly formKey: FormKey;
  readonly children: string;
}) => (
  <form method="post" action={`/me/appointments/${id}/${answer}`}>
    <HiddenValues values={{ form_key: formKey(), version: String(version) }} />
    <Button look={answer === 'confirm' ? 'primary' : 'secondary'}>
      {children}
      <span class="nhsuk-u-visually-hidden">: {title}</span>
    </Button>
  </form>
);

const Answer = ({ appointment, texts, formKey }: Said & { readonly appointment: AppointmentView }) => (
  <Actions>
    {appointment.confirmed ? null : (
      <AnswerForm appointment={appointment} answer="confirm" formKey={formKey}>
        {texts.meeting.yes}
      </AnswerForm>
    )}
    <AnswerForm appointment={appointment} answer="cannot" formKey={formKey}>
      {texts.meeting.no}
    </AnswerForm>
  </Actions>
);

const Where = ({
  appointment: { place, channel, long, interpreter, confirmed },
  texts: { meeting },
}: {
  readonly appointment: AppointmentView;
  readonly texts: OwnTexts;
}) => (
  <p>
    <Around says={(where) => meeting.where({ place: where, long })}>{place ? <InEnglish>{place}</InEnglish> : channel}</Around>
    {interpreter ? ` ${meeting.interpreter}` : ''}
    {confirmed ? ` ${meeting.confirmed}` : ''}
  </p>
);

/** A way on that is sent, because it begins something. */
const Way = ({
  action,
  formKey,
  children,
}: {
  readonly action: string;
  readonly formKey: FormKey;
  readonly children: ComponentChildren;
}) => (
  <form method="post" action={action}>
    <HiddenValues values={{ form_key: formKey() }} />
    <Actions>
      <Button>{children}</Button>
    </Actions>
  </form>
);

export const Next = ({ view: { next, appointments, coming }, texts, formKey }: Said & { readonly view: NextView }) => {
  const [first] = appointments;
  return (
    <section class="od-box od-box--next" aria-labelledby="next">
      <p class="od-own-next__label">{texts.next.title}</p>
      <h2 class="od-own-next__sentence" id="next">
        {next.sentence}
      </h2>
      {next.detail ? <p>{next.detail}</p> : null}
      {first && next.way === 'answer' ? (
        <>
          <Where appointment={first} texts={texts} />
          <Answer appointment={first} texts={texts} formKey={formKey} />
          <p class="od-own-foot">
            <a class="od-own-foot__link" href="/me/calendar.ics">
              {texts.next.calendar}
            </a>
          </p>
        </>
      ) : null}
      {next.way === 'come back' ? (
        <Way action="/me/come-back" formKey={formKey}>
          {texts.next.comeBack}
        </Way>
      ) : null}
      {next.way === 'ask' ? (
        <Way action="/me/again" formKey={formKey}>
          {texts.next.ask}
        </Way>
      ) : null}
      {coming === null ? null : (
        <>
          {coming ? <p>{coming}</p> : null}
          <p class="od-own-foot">
            <a class="od-own-foot__link" href="/me/coming">
              {coming ? texts.next.changeHow : texts.next.chooseHow}
            </a>
          </p>
        </>
      )}
      {appointments.length === 1 ? <p class="od-own-foot">{texts.next.nothingAfter}</p> : null}
    </section>
  );
};

export const Later = ({ appointments, texts, formKey }: Said & Pick<NextView, 'appointments'>) => (
  <Box title={texts.meeting.later}>
    {appointments.map((appointment) => (
      <div key={appointment.id} class="od-goal">
        <h3 class="od-goal__words">{appointment.title}</h3>
        <Where appointment={appointment} texts={texts} />
        <Answer appointment={appointment} texts={texts} formKey={formKey} />
      </div>
    ))}
  </Box>
);
