// The doors of a worker's day: who is next, what is to do, and saying that a task is done.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { addDays, daysBetween, localDate } from '../../platform/clock.ts';
import { wordsFor } from '../../platform/codes/codes.ts';
import { atOnce } from '../../platform/database/at-once.ts';
import { instantOf } from '../../platform/due.ts';
import { counted } from '../../platform/numbers.ts';
import { notFound } from '../../platform/problem.ts';
import { saidDate, saidDay, saidDayAndTime, saidTime } from '../../platform/said.ts';
import { page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { identifier } from '../../platform/web/fields.ts';
import { oncePerRequest } from '../../platform/web/once.ts';
import { type AccessRole, roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { openedByReason, openingOf } from '../../trust/restricted/actions.ts';
import { caseloadOf } from '../pathways/actions.ts';
import { offersWaiting } from '../pathways/routes.tsx';
import { identityOf } from '../people/actions.ts';
import { plansToLookAt } from '../plans/actions.ts';
import { daySessions, lastNoteOf, nextSessionOf, sessionsToWriteUp } from '../sessions/actions.ts';
import { type DaySession, noteTakers } from '../sessions/model.ts';
import { languageName } from './actions.ts';
import { MyDayPage, type NextView } from './pages/my-day.tsx';
import { finishTask, openTasks, type TaskRow } from './store.ts';

const dayRoles: readonly AccessRole[] = ['KW', 'HOU', 'EMP', 'CO_HUB', 'CO_VOLUNTEERS', 'TRI', 'SNR'];
const workers = roles(...dayRoles, 'SG', 'MGR');

export const teamsOf = (context: SignedIn): string[] => [...new Set(context.visitor.roles.map((held) => held.teamId).filter(Boolean))];

async function nextView(context: SignedIn, session: DaySession): Promise<NextView | null> {
  const who = await identityOf(context, session.personId);
  if (!who) return null;
  const note = await lastNoteOf(context.tables, session.personId);
  const days = daysBetween(localDate(context.now), localDate(session.startsAt));
  return {
    name: who.name,
    href: `/people/${session.personId}`,
    when: days === 0 ? `Today at ${saidTime(session.startsAt)}` : saidDayAndTime(session.startsAt),
    where: `${session.place || wordsFor('consultationMechanism', session.channel)}, ${session.minutes} minutes`,
    remember: note?.nextStep || note?.agreed || '',
    safeContact: who.safeContact ?? { state: 'never asked' },
    chips: [
      {
        tone: session.state === 'confirmed' ? ('ok' as const) : ('neutral' as const),
        children: session.state === 'confirmed' ? 'Confirmed' : 'Not confirmed yet',
      },
      ...(who.interpreter ? [{ tone: 'brand' as const, children: `Interpreter: ${languageName(who.interpreter)}` }] : []),
      ...(who.adjustments ? [{ children: who.adjustments.length > 60 ? 'Has adjustments: see the record' : who.adjustments }] : []),
    ],
    note: days === 0 ? `/sessions/${session.id}/note` : null,
  };
}

/** Counted in the navigation to the last; the page shows the first. */
const tasksToDo = oncePerRequest((context: SignedIn) =>
  openTasks(context.tables, { accountId: context.visitor.accountId, teamIds: teamsOf(context), most: 100 }),
);

/** A task about a record that is open only with a reason leads to where that is given; its name is in no list. */
async function leadingOn(context: SignedIn, tasks: readonly TaskRow[]): Promise<(TaskRow & { readonly asks: string })[]> {
  const unread = tasks.flatMap(({ personId, personName }) => (personId && personName === '' ? [personId] : []));
  const asking = await openedByReason(context, unread);
  return tasks.map((task) =>
    task.personId && asking.has(task.personId)
      ? { ...task, leadsTo: openingOf(task.personId), asks: 'Restricted: say first why you open it' }
      : { ...task, asks: '' },
  );
}

const mostTasks = 30;
const plansShown = 5;

const stateNow: Readonly<Record<string, string>> = {
  accepted: 'Starting',
  waiting: 'Waiting for a place',
  active: 'Being supported',
  paused: 'Paused',
  ending: 'Ending together',
};

const peopleShown = 20;
const peopleFrom = (from: number): string => `/my-day${from > 0 ? `?from=${from}` : ''}#people`;
const pagesOf = (from: number, { rows, all }: { readonly rows: readonly unknown[]; readonly all: number }) => ({
  showing: all > rows.length ? `${from + 1} to ${from + rows.length} of ${all}` : undefined,
  previous: from > 0 ? peopleFrom(Math.max(0, from - peopleShown)) : undefined,
  following: from + rows.length < all ? peopleFrom(from + peopleShown) : undefined,
});

const takesNotes = ({ visitor }: SignedIn): boolean => visitor.roles.some(({ access }) => noteTakers.includes(access));

export const dayRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/my-day',
    permission: workers,
    query: z.strictObject({ from: z.coerce.number().int().min(0).max(10_000).catch(0).default(0) }),
    audit: audited('day.read'),
    handle: async (request, { query: { from } }) => {
      const context = signedIn(request);
      const { tables, visitor, now } = context;
      const today = localDate(now);
      const [shell, sessions, next, waiting, listed, people, offers, plans] = await atOnce(tables, [
        () => context.shell('/my-day'),
        () => daySessions(tables, visitor.accountId, instantOf(today, '00:00'), instantOf(addDays(today, 1), '00:00')),
        () => nextSessionOf(tables, visitor.accountId, now),
        () => sessionsToWriteUp(tables, visitor.accountId, now, { notes: takesNotes(context) }),
        () => tasksToDo(context),
        () => caseloadOf(tables, visitor.accountId, { from, most: peopleShown, now }),
        () => offersWaiting(context),
        () => plansToLookAt(tables, visitor.accountId, { today, most: plansShown }),
      ]);
      if (from > 0 && people.rows.length === 0) return redirect('/my-day');
      const tasks = await leadingOn(context, listed.slice(0, mostTasks));
      context.touch(
        ...sessions.map((one) => one.personId),
        ...waiting.map((one) => one.personId),
        ...tasks.flatMap((task) => task.personId ?? []),
        ...people.rows.map((one) => one.personId),
        ...plans.rows.map((one) => one.personId),
      );
      const formKey = context.formKey();
      return page(
        renderDocument(
          <MyDayPage
            shell={shell}
            view={{
              sentence: `${saidDay(now)}. ${counted(people.all, 'person', 'people')}, ${counted(sessions.length, 'session', 'sessions')} today.`,
              next: next ? await nextView(context, next) : null,
              today: sessions.map((session) => ({
                icon: 'calendar' as const,
                title: `${saidTime(session.startsAt)}. ${session.personName}`,
                detail: `${session.place || wordsFor('consultationMechanism', session.channel)}`,
                href: `/people/${session.personId}`,
              })),
              toWriteUp: waiting.map((session) => ({
                icon: 'note' as const,
                title: session.personName,
                detail: saidDayAndTime(session.startsAt),
                href: `/sessions/${session.id}/note`,
              })),
              tasks: tasks.map((task) => ({
                id: task.id,
                words: task.words,
                who: task.personName || task.asks,
                href: task.leadsTo,
                due: task.dueAt ? `By ${saidDay(task.dueAt)}, ${saidTime(task.dueAt)}` : `Since ${saidDay(task.createdAt)}`,
                late: task.dueAt !== null && task.dueAt < now,
              })),
              people: people.rows.map((one) => ({
                id: one.enrolmentId,
                name: [one.name, one.familyName].filter(Boolean).join(' ') || 'Name not given',
                href: `/people/${one.personId}`,
                next: one.nextSessionAt ? saidDayAndTime(one.nextSessionAt) : 'Nothing booked yet',
                waiting: one.toWriteUpAt ? `${saidDayAndTime(one.toWriteUpAt)} waits to be written up` : '',
                since: one.startsOn ? `Since ${saidDate(one.startsOn)}` : '',
                state: one.state === 'active' ? '' : (stateNow[one.state] ?? ''),
              })),
              ...pagesOf(from, people),
              offers,
              plans: plans.rows.map((one) => ({
                icon: 'note' as const,
                title: one.name || 'Name not given',
                detail: one.reviewOn === today ? 'Today' : `Since ${saidDate(one.reviewOn)}`,
                href: `/people/${one.personId}/plan`,
              })),
              morePlans: plans.all - plans.rows.length,
              hidden: { form_key: formKey },
            }}
          />,
        ),
      );
    },
  }),
  route({
    method: 'POST',
    path: '/tasks/:task/done',
    permission: workers,
    params: z.strictObject({ task: identifier }),
    body: z.strictObject({}),
    audit: audited('task.done'),
    repeatable: 'A task is done once; a second time changes nothing.',
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const done = await finishTask(context.tables, params.task, context.visitor.accountId, context.now);
      if (!done)
        return problem({ ...notFound, title: 'That is not on your list', detail: 'It may be done already, or somebody else has it now.' });
      if (done.personId) context.touch(done.personId);
      return redirect('/my-day', { notice: { result: 'success', heading: 'Done.' } });
    },
  }),
];

const toDoForLeads = async (context: SignedIn): Promise<number> =>
  context.visitor.roles.some(({ access }) => access !== 'SG' && access !== 'MGR' && dayRoles.includes(access))
    ? 0
    : (await tasksToDo(context)).length;

export const navigation: readonly NavigationEntry[] = [
  {
    text: 'My day',
    href: '/my-day',
    roles: dayRoles,
    waiting: async (context) => (await tasksToDo(signedIn(context))).length,
  },
  // Whoever leads has no day of people; what they are asked to do is there all the same.
  { text: 'To do', href: '/my-day', roles: ['SG', 'MGR'], onlyWaiting: true, waiting: async (context) => toDoForLeads(signedIn(context)) },
];
