/** A person's own page, one scroll: what happens next, what was agreed, their plan, how they have been, who helps them, who can see them. */
import type { ComponentChildren } from 'preact';
import { Figure } from '../../../design/charts/figure.tsx';
import { MeasureOverTime, type MeasureReading, measureTable } from '../../../design/charts/measure-over-time.tsx';
import { AccessSentences } from '../../../design/components/access-list.tsx';
import { Details } from '../../../design/components/asides.tsx';
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { LeftToRight, Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import { counted } from '../../../platform/numbers.ts';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import type { WhatNext } from '../model.ts';
import { type FormKey, Goals, type PlanView, Voices } from './plan-parts.tsx';

export interface AppointmentView {
  readonly id: string;
  readonly version: number;
  readonly confirmed: boolean;
  /** “Siobhan, tomorrow at 2pm” */
  readonly title: string;
  readonly where: string;
  readonly interpreter: boolean;
}

export interface MeasureView {
  readonly id: string;
  readonly name: string;
  /** Asked before a score that got worse. */
  readonly asks: string | null;
  readonly finding: string;
  readonly readings: readonly MeasureReading[];
  readonly range: readonly [number, number];
  readonly better: 'lower' | 'higher';
  readonly bands: readonly { readonly from: number; readonly to: number; readonly words: string }[];
  readonly cutOff: number | null;
  readonly reliableChange: number | null;
  readonly events: readonly { readonly date: string; readonly label: string }[];
  readonly source: string;
}

export interface TeamView {
  readonly team: string;
  readonly service: string;
  readonly phone: string | null;
  readonly people: readonly { readonly name: string; readonly does: string }[];
  readonly offers: readonly string[];
}

export interface MyPageView {
  readonly name: string;
  /** First name of who supports them; null while nobody does. */
  readonly worker: string | null;
  readonly next: WhatNext;
  readonly appointments: readonly AppointmentView[];
  readonly agreed: { readonly agreed: string; readonly nextStep: string; readonly when: string; readonly worker: string } | null;
  readonly messages: readonly { readonly key: string; readonly sentence: string; readonly when: string }[];
  readonly plan: PlanView | null;
  readonly measure: MeasureView | null;
  readonly team: TeamView | null;
  /** Somebody at home asked for them. */
  readonly askedFor: boolean;
  /** The agency that waits for an answer of theirs; null where none does. */
  readonly asksToUse: string | null;
  /** What makes the first time easier: what was chosen, '' while nothing is; null where nothing was offered. */
  readonly coming: string | null;
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

const Answer = ({ appointment, formKey }: { readonly appointment: AppointmentView; readonly formKey: FormKey }) => (
  <Actions>
    {appointment.confirmed ? null : (
      <AnswerForm appointment={appointment} answer="confirm" formKey={formKey}>
        Yes, I’ll be there
      </AnswerForm>
    )}
    <AnswerForm appointment={appointment} answer="cannot" formKey={formKey}>
      I can’t make it
    </AnswerForm>
  </Actions>
);

const Where = ({ appointment: { where, interpreter, confirmed } }: { readonly appointment: AppointmentView }) => (
  <p>
    {where}.{interpreter ? ' An interpreter is booked.' : ''}
    {confirmed ? ' You said you’ll be there.' : ''}
  </p>
);

const Next = ({ view, formKey }: { readonly view: MyPageView; readonly formKey: FormKey }) => {
  const [first] = view.appointments;
  const { next } = view;
  return (
    <section class="od-box od-box--next" aria-labelledby="next">
      <p class="od-own-next__label">What happens next</p>
      <h2 class="od-own-next__sentence" id="next">
        {next.sentence}
      </h2>
      {next.detail ? <p>{next.detail}</p> : null}
      {first && next.way === 'answer' ? (
        <>
          <Where appointment={first} />
          <Answer appointment={first} formKey={formKey} />
          <p class="od-own-foot">
            <a class="od-own-foot__link" href="/me/calendar.ics">
              Put it in your calendar
            </a>
          </p>
        </>
      ) : null}
      {next.way === 'come back' ? (
        <form method="post" action="/me/come-back">
          <HiddenValues values={{ form_key: formKey() }} />
          <Actions>
            <Button>Come back</Button>
          </Actions>
        </form>
      ) : null}
      {next.way === 'ask' ? (
        <form method="post" action="/me/again">
          <HiddenValues values={{ form_key: formKey() }} />
          <Actions>
            <Button>Ask for help</Button>
          </Actions>
        </form>
      ) : null}
      {view.coming === null ? null : (
        <>
          {view.coming ? <p>{view.coming}</p> : null}
          <p class="od-own-foot">
            <a class="od-own-foot__link" href="/me/coming">
              {view.coming ? 'Change where, how and with whom' : 'Choose where, how and with whom you meet'}
            </a>
          </p>
        </>
      )}
      {view.appointments.length === 1 ? <p class="od-own-foot">Nothing else is booked after that.</p> : null}
    </section>
  );
};

const Later = ({ appointments, formKey }: { readonly appointments: readonly AppointmentView[]; readonly formKey: FormKey }) => (
  <Box title="After that">
    {appointments.map((appointment) => (
      <div key={appointment.id} class="od-goal">
        <h3 class="od-goal__words">{appointment.title}</h3>
        <Where appointment={appointment} />
        <Answer appointment={appointment} formKey={formKey} />
      </div>
    ))}
  </Box>
);

const Messages = ({ messages }: Pick<MyPageView, 'messages'>) => {
  const [latest, ...earlier] = messages;
  return (
    <Box title="What we told you lately">
      <AccessSentences entries={latest ? [latest] : []} empty="We have not sent you anything yet." />
      {earlier.length > 0 ? (
        <Details summary={`Show ${counted(earlier.length, 'earlier message', 'earlier messages')}`}>
          <AccessSentences entries={earlier} empty="" />
        </Details>
      ) : null}
    </Box>
  );
};

const Plan = ({ plan, worker, formKey }: Pick<MyPageView, 'plan' | 'worker'> & { readonly formKey: FormKey }) => (
  <Box title="Your plan">
    {plan === null ? (
      <EmptyState>
        {worker ? `No plan yet. You and ${worker} write one together when you are ready.` : 'No plan yet. It is written together with you.'}
      </EmptyState>
    ) : (
      <>
        <p>{plan.sentence}</p>
        {plan.toAgree ? (
          <Actions>
            <ButtonLink href="/me/plan">Read your plan and answer</ButtonLink>
          </Actions>
        ) : null}
        <Goals plan={plan} formKey={formKey} />
        <Voices plan={plan} />
        <Rows rows={[{ icon: 'note', title: 'Read or print your whole plan', href: '/me/plan' }]} />
      </>
    )}
  </Box>
);

const Measure = ({ measure, worker }: Pick<MyPageView, 'measure' | 'worker'>) => (
  <Box title="How you have been">
    {measure === null || measure.readings.length === 0 ? (
      <EmptyState>No scores yet. If we ask you some questions, what you said shows here. Saying no is fine.</EmptyState>
    ) : (
      <>
        {measure.asks ? <p class="od-lead">{measure.asks}</p> : null}
        <Figure
          finding={measure.finding}
          caveat={caveatOf(measure, worker)}
          tableSummary={`Show ${measure.readings.length === 1 ? 'the score' : `the ${measure.readings.length} scores`} as a table`}
          table={measureTable({ measure: measure.name, readings: measure.readings })}
          source={measure.source}
        >
          <MeasureOverTime
            id={measure.id}
            measure={measure.name}
            readings={measure.readings}
            range={measure.range}
            better={measure.better}
            bands={measure.bands}
            cutOff={measure.cutOff ?? undefined}
            reliableChange={measure.reliableChange ?? undefined}
            events={measure.events}
            plannedDays={42}
          />
        </Figure>
      </>
    )}
  </Box>
);

const caveatOf = ({ better, reliableChange }: MeasureView, worker: string | null): string =>
  [
    `Lines going ${better === 'lower' ? 'down' : 'up'} mean it got easier.`,
    reliableChange === null ? '' : `A change of ${reliableChange} points or more can be depended on.`,
    `A score is a way to talk${worker ? ` with ${worker}` : ''}. It says nothing about you as a person.`,
  ]
    .filter(Boolean)
    .join(' ');

const Team = ({ team }: Pick<MyPageView, 'team'>) => (
  <Box title="Who helps you">
    {team === null ? (
      <EmptyState>Nobody yet. When somebody begins to support you, you see here who they are.</EmptyState>
    ) : (
      <>
        <Rows
          rows={[
            ...team.people.map(({ name, does }) => ({ icon: 'people' as const, title: name, detail: does })),
            ...(team.offers.length > 0 ? [{ icon: 'flag' as const, title: team.offers.join(', '), detail: `From the ${team.team}` }] : []),
          ]}
        />
        {team.phone ? (
          <p class="od-own-foot">
            Call us:{' '}
            <a href={`tel:${team.phone.replaceAll(' ', '')}`}>
              <LeftToRight>{team.phone}</LeftToRight>
            </a>
          </p>
        ) : null}
      </>
    )}
  </Box>
);

const Agreed = ({ agreed }: { readonly agreed: NonNullable<MyPageView['agreed']> }) => (
  <Box title="What you agreed last time">
    <p>{agreed.agreed}</p>
    {agreed.nextStep && agreed.nextStep !== agreed.agreed ? <p>Next: {agreed.nextStep}</p> : null}
    <p class="od-small">
      With {agreed.worker}, {agreed.when}
    </p>
  </Box>
);

const SignOut = () => (
  <form method="post" action="/sign-out">
    <Actions>
      <Button look="secondary">Sign out</Button>
    </Actions>
  </form>
);

export const myPage = ({
  frame,
  view,
  formKey,
}: {
  readonly frame: PersonFrame;
  readonly view: MyPageView;
  readonly formKey: FormKey;
}): string => {
  const later = view.appointments.slice(1);
  const parts: ComponentChildren[] = [
    <Next view={view} formKey={formKey} />,
    view.plan?.toAgree ? <Plan plan={view.plan} worker={view.worker} formKey={formKey} /> : null,
    later.length > 0 ? <Later appointments={later} formKey={formKey} /> : null,
    <Messages messages={view.messages} />,
    view.agreed ? <Agreed agreed={view.agreed} /> : null,
    view.plan?.toAgree ? null : <Plan plan={view.plan} worker={view.worker} formKey={formKey} />,
    <Measure measure={view.measure} worker={view.worker} />,
    <Team team={view.team} />,
  ];
  return renderDocument(
    <PersonPage {...frame} title="Your page" language="en" direction="ltr">
      <Stack>
        <h1 class="od-question-title__text">Hello {view.name}</h1>
        {parts}
        <Box title="Who can see you">
          <Rows
            rows={[
              { icon: 'phone', title: 'How we reach you', href: '/me/contact' },
              { icon: 'people', title: 'Who can see your record, and why', href: '/me/access' },
              {
                icon: 'forward',
                title: view.asksToUse ? `${view.asksToUse} asks to use what you told us` : 'Who may use what you told us',
                href: '/me/sharing',
              },
              { icon: 'search', title: 'Who opened your record', href: '/me/looked' },
              ...(view.askedFor ? [{ icon: 'people' as const, title: 'Who asked for you, and what they hear', href: '/me/asked' }] : []),
            ]}
          />
          <p class="od-own-foot">
            Would you like a copy of your record, or is something wrong with it? Tell {view.worker ?? 'us'}
            {view.team?.phone && view.worker ? ', or call us' : ''}. You do not have to say why.
          </p>
        </Box>
        <SignOut />
      </Stack>
    </PersonPage>,
  );
};
