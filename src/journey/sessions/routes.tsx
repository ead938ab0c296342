// The doors of sessions: book a time, an appointment, its note with a measure on one page, and correcting a note.
import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { localDate } from '../../platform/clock.ts';
import { codesOf, wordsFor } from '../../platform/codes/codes.ts';
import { type Fault, notFound, type Problem } from '../../platform/problem.ts';
import { firstName, saidDay, saidDayAndTime, saidTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { draftAddress, finishDraft, openDraft } from '../../platform/web/drafts.ts';
import { choices, identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { resultsOf } from '../measures/actions.ts';
import type { InstrumentDefinition } from '../measures/definition.ts';
import { instrumentById } from '../measures/instruments/all.ts';
import { enrolmentsOf } from '../pathways/actions.ts';
import { openStates } from '../pathways/model.ts';
import { previewForPerson } from '../people/actions.ts';
import { currentPlan } from '../plans/actions.ts';
import { languageName, recordOf } from '../record/actions.ts';
import type { RecordFrame } from '../record/model.ts';
import { bookSession, cancelSession, confirmSession, correctNote, recordMissed, recordTooLate, type WriteUp, writeUp } from './actions.ts';
import { isOpen, type SupportSession } from './model.ts';
import { AppointmentPage, BookingPage, type BookingView } from './pages/booking.tsx';
import { CorrectPage, type CorrectView, NotePage } from './pages/note.tsx';
import { attendanceRoutes } from './routes-attendance.tsx';
import { findSession, lastNoteOf, notesOfSession, sessionsAhead, sessionsOf } from './store.ts';
import { answersOf, readBooking, type TypedNote, typedNote } from './typed-note.ts';
import { workingFrame } from './working-frame.ts';

const workers = roles('KW', 'HOU', 'EMP', 'CO_VOLUNTEERS', 'TRI', 'SNR');
const personParams = z.strictObject({ person: identifier });
const sessionParams = z.strictObject({ session: identifier });
// A route with a role is never answered for a visitor who is not signed in.
const signedIn = (context: Context): SignedIn => context as SignedIn;
const asText = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : '');
const errorsOf = ({ title, detail, faults }: Problem): FieldError[] => faults?.map(fieldError) ?? [{ text: `${title}. ${detail}` }];
const fieldError = ({ field, message }: Fault): FieldError => ({ text: message, field });
const hour = 3_600_000;

// What was sent, whether the fields' own limits let it through or not.
type Sent = Readonly<Record<string, string | readonly string[] | undefined>>;

const becameWords: Readonly<Partial<Record<SupportSession['state'], string>>> = {
  attended: 'They came',
  late_seen: 'They came late, and met',
  late_not_seen: 'They came too late to meet',
  missed: 'They could not come',
  cancelled_person: 'They cancelled',
  cancelled_service: 'We cancelled',
  written_up: 'Met, and written up',
};

/** The enrolment that a session now belongs to. */
const currentEnrolment = async (context: SignedIn, personId: string) =>
  (await enrolmentsOf(context.tables, personId)).find((one) => openStates.some((state) => state === one.state)) ?? null;

// Booking.

const bookingBody = z.strictObject({
  date: optionalText(20),
  time: optionalText(20),
  minutes: optionalText(5),
  how: optionalText(10),
  place: optionalText(200, 'The place'),
  interpreter: choices(['yes']),
});

const startOfBooking = (last: SupportSession | undefined): BookingView['typed'] => ({
  date: '',
  time: last ? saidTime(last.startsAt).replace('12 noon', '12pm') : '',
  minutes: String(last?.minutes ?? 50),
  how: last?.channel ?? '01',
  place: last?.place ?? '',
  interpreter: ['yes'],
});

async function bookingPage(
  context: SignedIn,
  personId: string,
  sent: Sent | null,
  errors: readonly FieldError[] = [],
  status = 200,
): Promise<Answer> {
  const frame = await workingFrame(context, personId, 'contact');
  if (!frame) return problem(notFound);
  const ahead = await sessionsAhead(context.tables, personId, context.now);
  const [last] = await sessionsOf(context.tables, personId, 1);
  const start = startOfBooking(last);
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
  const sample = new Date(context.now.getTime() + 7 * 24 * hour);
  const preview = await previewForPerson(context, {
    personId,
    purpose: 'appointment',
    facts: { worker: firstName(context.visitor.name), day: saidDay(sample), time: typed.time || '2pm', place: typed.place },
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
                  sender: preview.sender || context.place.blueprint.plainSender,
                  text: preview.subject ? `${preview.subject}. ${preview.body}` : preview.body,
                }
              : { because: preview.because },
          ahead: ahead.map((session) => ({
            icon: 'calendar' as const,
            title: saidDayAndTime(session.startsAt),
            detail: `${session.workerName}. ${session.place}`,
          })),
          errors,
        }}
      />,
    ),
    status,
  );
}

const toldWords = (told: 'message' | 'task' | null, name: string): string =>
  told === 'message'
    ? `${name} is told by a safe way, and reminded the day before.`
    : told === 'task'
      ? `No message was safe to send. You have a task to tell ${name}.`
      : '';

// The note.

/** The measure asked for with this person: what they answered last, else the first of the pathway that can be scored by hand, else CORE-10. */
async function instrumentFor(
  context: SignedIn,
  frame: RecordFrame,
  pathwayCode: string | null,
): Promise<{ definition: InstrumentDefinition; last: string; point: string } | null> {
  if (!frame.reach.write.has('measures')) return null;
  const results = await resultsOf(context.tables, frame.who.personId);
  const latest = results.at(-1);
  const set = context.place.blueprint.measures.find((one) => one.pathways?.some((code) => code === pathwayCode));
  const ofPathway = Object.keys(set?.ask ?? {}).flatMap((id) => instrumentById.get(id) ?? []);
  const definition =
    (latest ? instrumentById.get(latest.instrument) : undefined) ??
    ofPathway.find((one) => one.total !== null && one.items <= 14) ??
    instrumentById.get('core-10');
  if (!definition) return null;
  return {
    definition,
    last: latest ? `Last time, ${saidDay(latest.takenAt)}: ${latest.total ?? 'not scored'}.` : 'Not taken before. Saying no is fine.',
    point: latest ? 'review' : 'baseline',
  };
}

const noteForm = 'session-note';
const noteBody = z.strictObject({
  session_version: version.optional(),
  draft_version: optionalText(12),
  came: z.enum(['attended', 'late_seen', 'late_not_seen', 'missed'], { error: 'Say whether they came.' }),
  welfare: optionalText(4000, 'This answer'),
  offer: optionalText(4000, 'This answer'),
  did: optionalText(8000, 'What you did'),
  agreed: optionalText(4000, 'What you agreed'),
  mood: optionalText(2000, 'Their words'),
  next_step: optionalText(400, 'The thing to remember'),
  concern: z.enum(['yes', 'no', '']).optional().default(''),
  interventions: choices(codesOf('interventionType') as unknown as readonly [string, ...string[]]), // never empty: the list is written out
  measure_how: choices(['read_aloud', 'declined']),
  shared: choices(['yes']),
  met_on: optionalText(20),
  met_at: optionalText(20),
  met_minutes: optionalText(5),
  met_how: optionalText(10),
  next_date: optionalText(20),
  next_time: optionalText(20),
  next_minutes: optionalText(5),
  next_how: optionalText(10),
  next_place: optionalText(200, 'The place'),
  ...Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`item_${index + 1}`, optionalText(5)])),
});

interface About {
  /** Null for a contact that was not planned. */
  readonly session: SupportSession | null;
  readonly personId: string;
}

async function notePage(
  context: SignedIn,
  about: About,
  more: { readonly sent?: Sent; readonly errors?: readonly FieldError[]; readonly sessionVersion?: string } = {},
  status = 200,
): Promise<Answer> {
  const { session, personId } = about;
  const frame = await workingFrame(context, personId, 'clinical');
  if (!frame) return problem(notFound);
  const subject = session?.id ?? `now-${personId}`;
  const draft = await openDraft(context, { form: noteForm, subject });
  const enrolment = await currentEnrolment(context, personId);
  const measure = await instrumentFor(context, frame, enrolment?.pathwayCode ?? null);
  const last = await lastNoteOf(context.tables, personId);
  const plan = frame.reach.read.has('story') ? await currentPlan(context.tables, personId) : null;
  const today = localDate(context.now);
  const [usual] = session ? [session] : await sessionsOf(context.tables, personId, 1);
  const begin: Partial<TypedNote> = {
    came: session && session.startsAt.getTime() <= context.now.getTime() + hour / 2 ? 'attended' : '',
    shared: ['yes'],
    met_on: today,
    met_at: saidTime(new Date(Math.floor(context.now.getTime() / (hour / 4)) * (hour / 4))).replace('12 noon', '12pm'),
    met_minutes: '50',
    met_how: '02',
    next_time: usual ? saidTime(usual.startsAt).replace('12 noon', '12pm') : '',
    next_minutes: String(usual?.minutes ?? 50),
    next_how: usual?.channel ?? '01',
    next_place: usual?.place ?? '',
  };
  const typed = typedNote(more.sent ?? draft.fields, begin, measure?.definition.items ?? 0);
  return page(
    renderDocument(
      <NotePage
        shell={await context.shell('/my-day')}
        view={{
          frame,
          action: session ? `/sessions/${session.id}/note` : `/people/${personId}/sessions/now`,
          title: session ? `Session on ${saidDay(session.startsAt)}` : 'A contact today',
          sentence: session
            ? `${saidTime(session.startsAt)}, ${session.minutes} minutes. ${session.place || wordsFor('consultationMechanism', session.channel)}. With ${session.workerName}.`
            : 'For a call, a chance meeting, or anything that was not booked.',
          hidden: {
            form_key: context.formKey(),
            draft_version: String(draft.version),
            ...(session ? { session_version: more.sessionVersion ?? String(session.version) } : { came: 'attended' }),
          },
          draft: draftAddress({ form: noteForm, subject, personId }),
          saved: draft.saved,
          typed,
          unplanned: session === null,
          met: session?.state === 'attended' || session?.state === 'late_seen',
          measure: measure
            ? {
                id: measure.definition.id,
                name: measure.definition.name,
                items: measure.definition.items,
                lowest: measure.definition.options.lowest,
                highest: measure.definition.options.highest,
                last: measure.last,
              }
            : null,
          lastTime: last ? { agreed: last.agreed, nextStep: last.nextStep, when: saidDay(last.createdAt) } : null,
          goals: plan?.goals.map((goal) => goal.words) ?? [],
          errors: more.errors ?? [],
        }}
      />,
    ),
    status,
  );
}

type NoteBody = z.output<typeof noteBody>;
const asSent = ({ session_version, ...fields }: NoteBody): Sent => ({ ...fields, session_version: String(session_version ?? '') });

/** Turns what was typed into the action's input; faults of dates and times come with it. */
async function writeUpOf(context: SignedIn, about: About, body: NoteBody): Promise<{ note: WriteUp; faults: readonly Fault[] }> {
  const frame = await recordOf(context, about.personId, 'Contacts');
  const enrolment = await currentEnrolment(context, about.personId);
  const measure = frame ? await instrumentFor(context, frame, enrolment?.pathwayCode ?? null) : null;
  const typed = typedNote(asSent(body), {}, measure?.definition.items ?? 0);
  const faults: Fault[] = [];
  const met = about.session
    ? null
    : readBooking({ date: typed.met_on, time: typed.met_at, minutes: typed.met_minutes, how: typed.met_how, place: '' });
  if (met)
    faults.push(
      ...met.faults.map(({ field, message }) => ({
        field: { date: 'met_on', time: 'met_at', minutes: 'met_minutes' }[field] ?? field,
        message,
      })),
    );
  const next = typed.next_date
    ? readBooking(
        { date: typed.next_date, time: typed.next_time, minutes: typed.next_minutes, how: typed.next_how, place: typed.next_place },
        'next_',
      )
    : null;
  if (next) faults.push(...next.faults);
  const declined = typed.measure_how.includes('declined');
  const answers = answersOf(typed.items);
  const answered = answers.some((answer) => answer !== null);
  if (declined && answered) faults.push({ field: 'measure_how', message: 'Either they answered or they would rather not: take out one.' });
  const nothing = { startsAt: context.now, minutes: 50, channel: '02', place: '' };
  return {
    faults,
    note: {
      of: about.session
        ? { sessionId: about.session.id, version: body.session_version ?? 0 }
        : { unplanned: { personId: about.personId, enrolmentId: enrolment?.id ?? null, ...(met?.booking ?? nothing) } },
      attendance: body.came === 'late_seen' ? 'late_seen' : 'attended',
      did: body.did,
      agreed: body.agreed,
      mood: body.mood,
      nextStep: body.next_step,
      interventions: body.interventions,
      concern: body.concern === '' ? null : body.concern === 'yes',
      sharedWithPerson: body.shared.length > 0,
      measure:
        measure && answered && !declined
          ? {
              instrument: measure.definition.id,
              point: measure.point,
              answers,
              completedBy: body.measure_how.includes('read_aloud') ? 'person_helped' : 'person',
              readAloud: body.measure_how.includes('read_aloud'),
            }
          : null,
      declined: measure && declined ? { instrument: measure.definition.id, point: measure.point, reason: '' } : null,
      next: next?.booking ? { ...next.booking, interpreter: frame?.who.interpreter ?? null } : null,
    },
  };
}

/** Both texts: theirs as it stands, mine as it was typed, to be kept as a correction. */
async function bothTexts(context: SignedIn, session: SupportSession, body: NoteBody): Promise<Answer> {
  return correctPage(
    context,
    session,
    { did: body.did, agreed: body.agreed, mood: body.mood, next_step: body.next_step, reason: '' },
    { overtaken: true, status: 409 },
  );
}

async function correctPage(
  context: SignedIn,
  session: SupportSession,
  typed: CorrectView['typed'] | null,
  {
    overtaken = false,
    errors = [],
    status = 200,
  }: { readonly overtaken?: boolean; readonly errors?: readonly FieldError[]; readonly status?: number } = {},
): Promise<Answer> {
  const frame = await workingFrame(context, session.personId, 'clinical');
  const [stands] = await notesOfSession(context.tables, session.id);
  if (!frame || !stands) return problem(notFound);
  return page(
    renderDocument(
      <CorrectPage
        shell={await context.shell('/my-day')}
        view={{
          frame,
          action: `/sessions/${session.id}/correct`,
          hidden: { form_key: context.formKey(), note: stands.id },
          stands,
          standsWhen: saidDayAndTime(stands.createdAt),
          overtaken,
          typed: typed ?? { did: stands.did, agreed: stands.agreed, mood: stands.mood, next_step: stands.nextStep, reason: '' },
          errors,
        }}
      />,
    ),
    status,
  );
}

async function saveNote(context: SignedIn, about: About, body: NoteBody): Promise<Answer> {
  const { session, personId } = about;
  const again = (errors: readonly FieldError[], status: number): Promise<Answer> =>
    notePage(
      context,
      about,
      { sent: asSent(body), errors, ...(body.session_version ? { sessionVersion: String(body.session_version) } : {}) },
      status,
    );
  if (session && session.state === 'written_up') return bothTexts(context, session, body);
  const subject = session?.id ?? `now-${personId}`;
  if (session && (body.came === 'missed' || body.came === 'late_not_seen')) {
    const at = { id: session.id, version: body.session_version ?? 0 };
    const done =
      body.came === 'missed'
        ? await recordMissed(context, { ...at, welfare: body.welfare, offer: body.offer })
        : await recordTooLate(context, at);
    if (!done.ok) return done.problem.status === 404 ? problem(done.problem) : again(errorsOf(done.problem), done.problem.status);
    await finishDraft(context, { form: noteForm, subject });
    return redirect(`/people/${personId}/sessions/new`, {
      notice: {
        result: 'success',
        heading: 'Kept. Nothing ends because of it.',
        children:
          body.came === 'missed' ? 'They get a kind message, by a safe way only. Now book what you offer.' : 'Now book another time.',
      },
    });
  }
  const { note, faults } = await writeUpOf(context, about, body);
  if (faults.length > 0) return again(faults.map(fieldError), 422);
  const written = await writeUp(context, note);
  if (!written.ok) {
    if (written.problem.status === 404) return problem(written.problem);
    if (session && written.problem.status === 409 && (await notesOfSession(context.tables, session.id)).length > 0)
      return bothTexts(context, session, body);
    return again(errorsOf(written.problem), written.problem.status);
  }
  await finishDraft(context, { form: noteForm, subject });
  const name = (await recordOf(context, personId, null))?.who.firstName ?? 'They';
  return redirect(`/people/${personId}`, {
    notice: {
      result: 'success',
      heading: 'Note saved.',
      children: note.next ? `The next appointment is booked. ${toldWords(written.value.told, name)}` : 'No next appointment yet.',
      ...(note.next ? {} : { link: { text: 'Book a time', href: `/people/${personId}/sessions/new` } }),
    },
  });
}

export const routes: readonly Route[] = [
  ...attendanceRoutes,
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
      if (!booking) return bookingPage(context, params.person, body, faults.map(fieldError), 422);
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
    again: (context, { params, typed, faults }) => bookingPage(signedIn(context), params.person, typed, faults.map(fieldError), 422),
  }),
  route({
    method: 'GET',
    path: '/people/:person/sessions/now',
    permission: workers,
    params: personParams,
    audit: audited('session.note'),
    handle: (context, { params }) => notePage(signedIn(context), { session: null, personId: params.person }),
  }),
  route({
    method: 'POST',
    path: '/people/:person/sessions/now',
    permission: workers,
    params: personParams,
    body: noteBody,
    audit: audited('session.write_up'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      if (!(await workingFrame(context, params.person, 'clinical'))) return problem(notFound);
      return saveNote(context, { session: null, personId: params.person }, body);
    },
    again: (context, { params, typed, faults }) =>
      notePage(signedIn(context), { session: null, personId: params.person }, { sent: typed, errors: faults.map(fieldError) }, 422),
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
  route({
    method: 'GET',
    path: '/sessions/:session/note',
    permission: workers,
    params: sessionParams,
    audit: audited('session.note'),
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const session = await findSession(context.tables, params.session);
      if (!session) return problem(notFound);
      // Their own day leads here; without notes there is still whether they came.
      const frame = await recordOf(context, session.personId, null);
      if (frame && !frame.reach.write.has('clinical')) return redirect(`/sessions/${session.id}/attendance`);
      return session.state === 'written_up'
        ? redirect(`/people/${session.personId}/contacts`)
        : notePage(context, { session, personId: session.personId });
    },
  }),
  route({
    method: 'POST',
    path: '/sessions/:session/note',
    permission: workers,
    params: sessionParams,
    body: noteBody,
    audit: audited('session.write_up'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const session = await findSession(context.tables, params.session);
      if (!session || !(await workingFrame(context, session.personId, 'clinical'))) return problem(notFound);
      return saveNote(context, { session, personId: session.personId }, body);
    },
    again: async (request, { params, typed, faults }) => {
      const context = signedIn(request);
      const session = await findSession(context.tables, params.session);
      if (!session) return problem(notFound);
      return notePage(
        context,
        { session, personId: session.personId },
        { sent: typed, errors: faults.map(fieldError), sessionVersion: asText(typed.session_version) },
        422,
      );
    },
  }),
  route({
    method: 'GET',
    path: '/sessions/:session/correct',
    permission: workers,
    params: sessionParams,
    audit: audited('session.note'),
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const session = await findSession(context.tables, params.session);
      return session ? correctPage(context, session, null) : problem(notFound);
    },
  }),
  route({
    method: 'POST',
    path: '/sessions/:session/correct',
    permission: workers,
    params: sessionParams,
    body: z.strictObject({
      note: identifier,
      did: optionalText(8000, 'What you did'),
      agreed: optionalText(4000, 'What you agreed'),
      mood: optionalText(2000, 'Their words'),
      next_step: optionalText(400, 'The thing to remember'),
      reason: optionalText(1000, 'The reason'),
    }),
    audit: audited('session.correct'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const session = await findSession(context.tables, params.session);
      if (!session) return problem(notFound);
      const corrected = await correctNote(context, {
        noteId: body.note,
        sessionId: session.id,
        did: body.did,
        agreed: body.agreed,
        mood: body.mood,
        nextStep: body.next_step,
        reason: body.reason,
      });
      if (!corrected.ok)
        return corrected.problem.status === 404
          ? problem(corrected.problem)
          : correctPage(context, session, body, { errors: errorsOf(corrected.problem), status: corrected.problem.status });
      await finishDraft(context, { form: noteForm, subject: session.id });
      return redirect(`/people/${session.personId}/contacts`, {
        notice: { result: 'success', heading: 'Corrected. Both versions are kept.' },
      });
    },
    again: async (request, { params, typed, faults }) => {
      const context = signedIn(request);
      const session = await findSession(context.tables, params.session);
      if (!session) return problem(notFound);
      return correctPage(
        context,
        session,
        {
          did: asText(typed.did),
          agreed: asText(typed.agreed),
          mood: asText(typed.mood),
          next_step: asText(typed.next_step),
          reason: asText(typed.reason),
        },
        { errors: faults.map(fieldError), status: 422 },
      );
    },
  }),
];
