// The doors of the note: of a session that was booked, or of a contact that was not, with a measure and the next time on one page.

import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { localDate } from '../../platform/clock.ts';
import { wordsFor } from '../../platform/codes/codes.ts';
import { notFound } from '../../platform/problem.ts';
import { saidDay, saidTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { type AsTyped, asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { draftAddress, finishDraft, openDraft } from '../../platform/web/drafts.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { currentPlan } from '../plans/actions.ts';
import { recordOf } from '../record/actions.ts';
import { recordMissed, recordTooLate } from './attendance.ts';
import { NotePage } from './pages/note.tsx';
import { type About, asSent, instrumentFor, type NoteBody, noteBody, noteForm, writeUpOf } from './read-note.ts';
import { bothTexts } from './routes-correct.tsx';
import { findSession, lastNoteOf, notesOfSession, sessionsOf } from './store.ts';
import { type TypedNote, typedNote } from './typed-note.ts';
import { currentEnrolment, personParams, sessionParams, toldWords, workers, workingFrame } from './working-frame.ts';
import { writeUp } from './writing-up.ts';

const hour = 3_600_000;

async function notePage(
  context: SignedIn,
  about: About,
  more: { readonly sent?: AsTyped; readonly errors?: readonly FieldError[]; readonly sessionVersion?: string } = {},
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
    measure_by: 'person',
    measure_language: measure?.begins ?? '',
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
                languages: measure.languages,
                needs: measure.needs,
                held: measure.begins !== '',
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
  if (faults.length > 0) return again(asErrors(faults), 422);
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

export const noteRoutes: readonly Route[] = [
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
      notePage(signedIn(context), { session: null, personId: params.person }, { sent: typed, errors: asErrors(faults) }, 422),
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
        { sent: typed, errors: asErrors(faults), sessionVersion: asText(typed.session_version) },
        422,
      );
    },
  }),
];
