// A record’s meetings: those to come, those that were, and what was written of them.

import { renderDocument } from '../../design/layout/document.tsx';
import { notFound } from '../../platform/problem.ts';
import { saidDate, saidDayAndTime } from '../../platform/said.ts';
import { type Answer, page, problem } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { questionAsked } from '../front-door/answer-words.ts';
import { notesOf, sessionsOf } from '../sessions/actions.ts';
import type { SupportSession } from '../sessions/model.ts';
import { recordOf } from './actions.ts';
import { ContactsPage, type SessionRow } from './pages/parts.tsx';
import { nearDay, person, readers, where } from './reading.ts';
import { ownWordsOf } from './store.ts';

const stateWords: Readonly<Record<string, string>> = {
  scheduled: 'Booked',
  confirmed: 'Confirmed',
  attended: 'Met, not written up yet',
  late_seen: 'Met late, not written up yet',
  late_not_seen: 'Too late to meet',
  missed: 'Could not be there. We asked, and offered something else',
  cancelled_person: 'They could not make it',
  cancelled_service: 'We had to cancel',
  written_up: 'Met',
};

async function contacts(context: SignedIn, personId: string): Promise<Answer> {
  const frame = await recordOf(context, personId, 'Contacts');
  if (!frame?.reach.howItGoes) return problem(notFound);
  const { tables, now } = context;
  const sessions = await sessionsOf(tables, personId);
  const notes = frame.reach.read.has('clinical') ? await notesOf(tables, personId, 200) : [];
  const account = await ownWordsOf(tables, personId);
  const writes = frame.reach.write.has('clinical');
  const isAhead = (session: SupportSession): boolean =>
    session.startsAt > now && (session.state === 'scheduled' || session.state === 'confirmed');
  const past: SessionRow[] = sessions
    .filter((session) => !isAhead(session))
    .map((session) => {
      const note = notes.find((one) => one.sessionId === session.id);
      const earlier = note?.correctionOf ? notes.find((one) => one.id === note.correctionOf) : undefined;
      const open =
        session.state !== 'written_up' &&
        session.state !== 'missed' &&
        session.state !== 'late_not_seen' &&
        session.state !== 'cancelled_person' &&
        session.state !== 'cancelled_service';
      return {
        id: session.id,
        icon: note ? ('people' as const) : ('calendar' as const),
        title: `${saidDayAndTime(session.startsAt)}. ${stateWords[session.state] ?? session.state}`,
        byline: `${session.workerName}. ${where(session)}, ${session.minutes} minutes`,
        ...(note ? { note } : {}),
        ...(earlier && note ? { corrected: { earlier: earlier.did, reason: note.correctionReason } } : {}),
        ...(writes && open ? { action: { text: 'Write it up', href: `/sessions/${session.id}/note` } } : {}),
        ...(writes && note ? { action: { text: 'Correct this note', href: `/sessions/${session.id}/correct` } } : {}),
      };
    });
  const ahead = sessions
    .filter(isAhead)
    .toReversed()
    .map((session) => ({
      icon: 'calendar' as const,
      title: nearDay(session.startsAt, now),
      detail: `${session.workerName}. ${where(session)}. ${stateWords[session.state]}`,
      ...(frame.reach.write.has('contact') ? { href: `/sessions/${session.id}` } : {}),
    }));
  return page(
    renderDocument(
      <ContactsPage
        shell={await context.shell('/my-day')}
        view={{
          frame,
          book: frame.reach.write.has('contact') ? `/people/${personId}/sessions/new` : null,
          ahead,
          past,
          account: account
            ? {
                words: account.words,
                language: account.language,
                source: `In answer to “${questionAsked(account)}”, ${saidDate(account.askedAt)}`,
              }
            : null,
        }}
      />,
    ),
  );
}

export const contactsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/people/:person/contacts',
    permission: readers,
    params: person,
    audit: audited('record.contacts'),
    handle: (context, { params }) => contacts(signedIn(context), params.person),
  }),
];
