// The door of attendance: whether somebody came, for every worker who may book a time with them. Notes of what was said have a door of their own.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { wordsFor } from '../../platform/codes/codes.ts';
import { notFound, type Result } from '../../platform/problem.ts';
import { saidDay, saidTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { type AsTyped, asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { optionalText, version } from '../../platform/web/fields.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { recordCame, recordMissed, recordTooLate } from './attendance.ts';
import { cancelSession } from './booking.ts';
import { isOpen, type SupportSession } from './model.ts';
import { AttendancePage } from './pages/attendance.tsx';
import { findSession } from './store.ts';
import { sessionParams, workers, workingFrame } from './working-frame.ts';

const body = z.strictObject({
  session_version: version,
  came: z.enum(['attended', 'late_seen', 'late_not_seen', 'missed', 'cancelled_person', 'cancelled_service'], {
    error: 'Say whether they came.',
  }),
  welfare: optionalText(4000, 'This answer'),
  offer: optionalText(4000, 'This answer'),
});
type Told = z.output<typeof body>;

async function attendancePage(
  context: SignedIn,
  sessionId: string,
  {
    sent = {},
    errors = [],
    status = 200,
  }: { readonly sent?: AsTyped; readonly errors?: readonly FieldError[]; readonly status?: number } = {},
): Promise<Answer> {
  const session = await findSession(context.tables, sessionId);
  const frame = session ? await workingFrame(context, session.personId, 'contact') : null;
  if (!session || !frame) return problem(notFound);
  if (!isOpen(session.state) && status === 200) return redirect(`/sessions/${session.id}`);
  return page(
    renderDocument(
      <AttendancePage
        shell={await context.shell('/my-day')}
        view={{
          frame,
          title: `Appointment on ${saidDay(session.startsAt)}`,
          sentence: `${saidTime(session.startsAt)}, ${session.minutes} minutes. ${session.place || wordsFor('consultationMechanism', session.channel)}. With ${session.workerName}.`,
          action: `/sessions/${session.id}/attendance`,
          hidden: { form_key: context.formKey(), session_version: asText(sent.session_version) || String(session.version) },
          typed: { came: asText(sent.came), welfare: asText(sent.welfare), offer: asText(sent.offer) },
          errors,
        }}
      />,
    ),
    status,
  );
}

function keep(context: SignedIn, at: { readonly id: string; readonly version: number }, told: Told): Promise<Result<SupportSession>> {
  switch (told.came) {
    case 'attended':
    case 'late_seen':
      return recordCame(context, at, told.came);
    case 'late_not_seen':
      return recordTooLate(context, at);
    case 'missed':
      return recordMissed(context, { ...at, welfare: told.welfare, offer: told.offer });
    case 'cancelled_person':
      return cancelSession(context, at, 'person');
    case 'cancelled_service':
      return cancelSession(context, at, 'service');
  }
}

export const attendanceRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/sessions/:session/attendance',
    permission: workers,
    params: sessionParams,
    audit: audited('session.read'),
    handle: (context, { params }) => attendancePage(signedIn(context), params.session),
  }),
  route({
    method: 'POST',
    path: '/sessions/:session/attendance',
    permission: workers,
    params: sessionParams,
    body,
    audit: audited('session.change'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const session = await findSession(context.tables, params.session);
      if (!session || !(await workingFrame(context, session.personId, 'contact'))) return problem(notFound);
      const kept = await keep(context, { id: session.id, version: body.session_version }, body);
      if (!kept.ok) {
        const { status } = kept.problem;
        if (status === 404) return problem(kept.problem);
        const errors = errorsOf(kept.problem);
        return attendancePage(context, session.id, { sent: { ...body, session_version: String(body.session_version) }, errors, status });
      }
      const came = body.came === 'attended' || body.came === 'late_seen';
      return redirect(came ? `/people/${session.personId}` : `/people/${session.personId}/sessions/new`, {
        notice: came
          ? { result: 'success', heading: 'Kept: they came.' }
          : { result: 'success', heading: 'Kept. Nothing ends because of it.', children: 'Now offer another time.' },
      });
    },
    again: (context, { params, typed, faults }) =>
      attendancePage(signedIn(context), params.session, {
        sent: typed,
        errors: asErrors(faults),
        status: 422,
      }),
  }),
];
