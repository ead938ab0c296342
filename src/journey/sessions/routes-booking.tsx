// The doors of appointments: booking a time, reading one, saying yes to it or calling it off.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { wordsFor } from '../../platform/codes/codes.ts';
import { notFound } from '../../platform/problem.ts';
import { firstName, saidDay, saidDayAndTime, saidTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { type AsTyped, asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { choices, optionalText, version } from '../../platform/web/fields.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { helpAhead } from '../coming/actions.ts';
import { type ComingHelp, chosenFacts, companyInMessage, companyWords, placeChosen } from '../coming/model.ts';
import { previewForPerson } from '../people/actions.ts';
import { languageName } from '../record/actions.ts';
import { bookSession, cancelSession, confirmSession } from './booking.ts';
import { calendarForWorker } from './calendar.ts';
import { isOpen, type SupportSession } from './model.ts';
import { AppointmentPage, BookingPage, type BookingView } from './pages/booking.tsx';
import { findSession, sessionsAhead, sessionsOf } from './store.ts';
import { readBooking } from './typed-note.ts';
import { currentEnrolment, personParams, sessionParams, toldWords, workers, workingFrame } from './working-frame.ts';

const hour = 3_600_000;

const becameWords: Readonly<Partial<Record<SupportSession['state'], string>>> = {
  attended: 'They came',
  late_seen: 'They came late, and met',
  late_not_seen: 'They came too late to meet',
  missed: 'They could not come',
  cancelled_person: 'They cancelled',
  cancelled_service: 'We cancelled',
  written_up: 'Met, and written up',
};

const bookingBody = z.strictObject({
  date: optionalText(20),
  time: optionalText(20),
  minutes: optionalText(5),
  how: optionalText(10),
  place: optionalText(200, 'The place'),
  interpreter: choices(['yes']),
});

/** As the last one; the first as they chose it, where coming is hard. */
const startOfBooking = (last: SupportSession | undefined, coming: ComingHelp | null): BookingView['typed'] => ({
  date: '',
  time: last ? saidTime(last.startsAt).replace('12 noon', '12pm') : '',
  minutes: String(last?.minutes ?? 50),
  how: last?.channel ?? coming?.channel ?? '01',
  place: last?.place ?? (coming ? placeChosen(coming) : ''),
  interpreter: ['yes'],
});

async function bookingPage(
  context: SignedIn,
  personId: string,
  sent: AsTyped | null,
  errors: readonly FieldError[] = [],
  status = 200,
): Promise<Answer> {
  const frame = await workingFrame(context, personId, 'contact');
  if (!frame) return problem(notFound);
  const ahead = await sessionsAhead(context.tables, personId, context.now);
  const [last] = await sessionsOf(context.tables, personId, 1);
  const coming = await helpAhead(context.tables, personId, 'worker');
  const enrolment = await currentEnrolment(context, personId);
  const start = startOfBooking(last, coming);
  const typed = sent
    ? {
        date: asText(sent.date),
        time: asText(sent.time),
        minutes: asText(sent.minutes),
        how: asText(sent.how),
        place: asText(sent.place),
        interpreter: sent.interpreter === 'yes' || Array.isArray(sent.interpreter) ? ['yes'] : [],
      }
    : start;
  const company = companyInMessage(coming);
  const sample = new Date(context.now.getTime() + 7 * 24 * hour);
  const preview = await previewForPerson(context, {
    personId,
    purpose: 'appointment',
    subject: { kind: 'enrolment', id: enrolment?.id ?? null },
    facts: {
      worker: firstName(context.visitor.name),
      day: saidDay(sample),
      time: typed.time || '2pm',
      place: typed.place,
      ...(company ? { company } : {}),
      path: '/me/calendar.ics',
    },
  });
  return page(
    renderDocument(
      <BookingPage
        shell={await context.shell('/my-day')}
        view={{
          frame,
          action: `/people/${personId}/sessions`,
          hidden: { form_key: context.formKey() },
          typed,
          interpreter: frame.who.interpreter ? languageName(frame.who.interpreter) : '',
          preview:
            preview.kind === 'message'
              ? {
                  byPost: preview.channel === 'post',
                  sender: preview.channel === 'post' ? 'A plain envelope' : preview.sender || context.place.blueprint.plainSender,
                  text: preview.subject ? `${preview.subject}. ${preview.body}` : preview.body,
                }
              : { because: preview.because },
          ahead: ahead.map((session) => ({
            icon: 'calendar' as const,
            title: saidDayAndTime(session.startsAt),
            detail: `${session.workerName}. ${session.place}`,
          })),
          coming: coming ? { href: `/people/${personId}/coming`, facts: chosenFacts(coming) } : null,
          errors,
        }}
      />,
    ),
    status,
  );
}

export const bookingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/people/:person/sessions/new',
    permission: workers,
    params: personParams,
    audit: audited('session.book'),
    handle: (context, { params }) => bookingPage(signedIn(context), params.person, null),
  }),
  route({
    method: 'POST',
    path: '/people/:person/sessions',
    permission: workers,
    params: personParams,
    body: bookingBody,
    audit: audited('session.book'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const frame = await workingFrame(context, params.person, 'contact');
      if (!frame) return problem(notFound);
      const { booking, faults } = readBooking(body);
      if (!booking) return bookingPage(context, params.person, body, asErrors(faults), 422);
      const enrolment = await currentEnrolment(context, params.person);
      const booked = await bookSession(context, {
        personId: params.person,
        enrolmentId: enrolment?.id ?? null,
        ...booking,
        interpreter: body.interpreter.length > 0 ? (frame.who.interpreter ?? null) : null,
      });
      if (!booked.ok) return bookingPage(context, params.person, body, errorsOf(booked.problem), booked.problem.status);
      return redirect(`/people/${params.person}`, {
        notice: {
          result: 'success',
          heading: `Booked for ${saidDayAndTime(booking.startsAt)}.`,
          children: toldWords(booked.value.told, frame.who.firstName),
        },
      });
    },
    again: (context, { params, typed, faults }) => bookingPage(signedIn(context), params.person, typed, asErrors(faults), 422),
  }),
  route({
    method: 'GET',
    path: '/sessions/:session',
    permission: workers,
    params: sessionParams,
    audit: audited('session.read'),
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const session = await findSession(context.tables, params.session);
      const frame = session ? await workingFrame(context, session.personId, 'contact') : null;
      if (!session || !frame) return problem(notFound);
      const coming = await helpAhead(context.tables, session.personId, 'worker');
      const open = isOpen(session.state);
      const onTheDay = session.startsAt.getTime() < context.now.getTime() + 12 * hour;
      return page(
        renderDocument(
          <AppointmentPage
            shell={await context.shell('/my-day')}
            view={{
              frame,
              title: saidDayAndTime(session.startsAt),
              facts: [
                { term: 'With', value: session.workerName },
                { term: 'How', value: `${wordsFor('consultationMechanism', session.channel)}, ${session.minutes} minutes` },
                { term: 'Where', value: session.place || { absent: 'not asked' as const } },
                ...(coming?.company ? [{ term: 'Company', value: companyWords[coming.company] }] : []),
                ...(session.interpreter ? [{ term: 'Interpreter', value: languageName(session.interpreter) }] : []),
                {
                  term: 'Now',
                  value:
                    session.state === 'confirmed'
                      ? 'Confirmed'
                      : session.state === 'scheduled'
                        ? 'Not confirmed yet'
                        : (becameWords[session.state] ?? 'Settled'),
                },
              ],
              action: `/sessions/${session.id}`,
              hidden: { form_key: context.formKey(), version: String(session.version) },
              open,
              confirmed: session.state === 'confirmed',
              note: onTheDay && frame.reach.write.has('clinical') ? `/sessions/${session.id}/note` : null,
              attendance: onTheDay && !frame.reach.write.has('clinical') ? `/sessions/${session.id}/attendance` : null,
            }}
          />,
        ),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/sessions/:session/calendar.ics',
    permission: workers,
    params: sessionParams,
    audit: audited('took an appointment into their calendar'),
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const session = await findSession(context.tables, params.session);
      if (!session) return problem(notFound);
      context.touch(session.personId);
      return calendarForWorker(context, session);
    },
  }),
  route({
    method: 'POST',
    path: '/sessions/:session',
    permission: workers,
    params: sessionParams,
    body: z.strictObject({ version, act: z.enum(['confirm', 'person', 'service'], { error: 'Choose what happened.' }) }),
    audit: audited('session.change'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const at = { id: params.session, version: body.version };
      const done = body.act === 'confirm' ? await confirmSession(context, at) : await cancelSession(context, at, body.act);
      if (!done.ok) return problem(done.problem);
      return redirect(body.act === 'confirm' ? `/people/${done.value.personId}` : `/people/${done.value.personId}/sessions/new`, {
        notice:
          body.act === 'confirm'
            ? { result: 'success', heading: 'Confirmed.' }
            : { result: 'success', heading: 'Cancelled. Nothing else changes.', children: 'Now offer another time.' },
      });
    },
  }),
];
