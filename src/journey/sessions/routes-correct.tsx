// The door of corrections: a note that stands, beside what is written instead or what somebody else typed at the same time.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { notFound } from '../../platform/problem.ts';
import { saidDayAndTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { finishDraft } from '../../platform/web/drafts.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { identifier, optionalText } from '../../platform/web/fields.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { correctNote } from './correcting.ts';
import type { SupportSession } from './model.ts';
import { CorrectPage, type CorrectView } from './pages/correct.tsx';
import { type NoteBody, noteForm } from './read-note.ts';
import { findSession, notesOfSession } from './store.ts';
import { sessionParams, workers, workingFrame } from './working-frame.ts';

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

/** Both texts: theirs as it stands, mine as it was typed, to be kept as a correction. */
export async function bothTexts(context: SignedIn, session: SupportSession, body: NoteBody): Promise<Answer> {
  return correctPage(
    context,
    session,
    { did: body.did, agreed: body.agreed, mood: body.mood, next_step: body.next_step, reason: '' },
    { overtaken: true, status: 409 },
  );
}

export const correctRoutes: readonly Route[] = [
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
        { errors: asErrors(faults), status: 422 },
      );
    },
  }),
];
