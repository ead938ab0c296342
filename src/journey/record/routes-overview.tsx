// The first page of a record: what is next, what helps, the plan, the scores, who can see it, and what happened.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { wordsFor } from '../../platform/codes/codes.ts';
import { atOnce } from '../../platform/database/at-once.ts';
import { moversOf } from '../../platform/lifecycle.ts';
import { notFound } from '../../platform/problem.ts';
import { firstName, saidDate, saidDay } from '../../platform/said.ts';
import { type Answer, page, problem } from '../../platform/web/answer.ts';
import type { Context, SignedIn, Tables } from '../../platform/web/context.ts';
import { identifier } from '../../platform/web/fields.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { explainAccess } from '../../trust/access/actions.ts';
import type { ExplainedReason, Relationship } from '../../trust/access/model.ts';
import { questionAsked } from '../front-door/answer-words.ts';
import { resultsOf } from '../measures/actions.ts';
import type { MeasureResult } from '../measures/model.ts';
import { seriesOf } from '../measures/series.ts';
import { enrolmentsOf } from '../pathways/actions.ts';
import type { Enrolment } from '../pathways/model.ts';
import { currentPlan } from '../plans/actions.ts';
import type { Plan } from '../plans/model.ts';
import { raisers } from '../safeguarding/model.ts';
import { lastNoteOf, notesOfSessions, sessionsAhead, sessionToWriteUp } from '../sessions/actions.ts';
import type { SessionNote } from '../sessions/model.ts';
import { recordOf } from './actions.ts';
import { type Filter, filters, kindsOf } from './happening-kinds.ts';
import { happenings, type NoteWords } from './happenings.ts';
import { markedMoments, measureView } from './measure-views.ts';
import type { RecordFrame } from './model.ts';
import type { HappenedView } from './pages/happened.tsx';
import { OverviewPage, type OverviewView } from './pages/overview.tsx';
import { nearDay, person, readers, where } from './reading.ts';
import { type At, type EventRow, eventsOf, findMoment, momentsOf, ownWordsOf } from './store.ts';

const eventsAtOnce = 15;

/** The newest note of each session, with what it corrected. */
function notesBySession(notes: readonly SessionNote[]): ReadonlyMap<string, NoteWords> {
  const found = new Map<string, NoteWords>();
  for (const note of notes) {
    if (found.has(note.sessionId)) continue;
    const earlier = notes.find((one) => one.id === note.correctionOf);
    found.set(note.sessionId, {
      did: note.did,
      ...(earlier ? { corrected: { earlier: earlier.did, reason: note.correctionReason } } : {}),
    });
  }
  return found;
}

const writtenUpIn = (seen: readonly EventRow[]): string[] =>
  seen.filter(({ kind }) => kind === 'session.written_up').map(({ subjectId }) => subjectId);

interface Shown {
  readonly path: string;
  readonly filter: Filter | null;
  /** From an earlier moment on; the newest first. */
  readonly after: { readonly after?: At };
}

const eventsSeen = (tables: Tables, personId: string, { filter, after }: Shown): Promise<EventRow[]> =>
  eventsOf(tables, personId, { most: eventsAtOnce, ...after, ...(filter ? { kinds: kindsOf(filter) } : {}) });

async function happened(
  context: SignedIn,
  frame: RecordFrame,
  { path, filter, after }: Shown,
  seen: readonly EventRow[],
  { notes, results }: { readonly notes: readonly SessionNote[]; readonly results: readonly MeasureResult[] },
): Promise<HappenedView> {
  const { personId, firstName: name } = frame.who;
  // A filter names kinds, so a hidden entry may not stand under one; and what is not shared with another agency leaves no date for it to read.
  const all =
    filter || !frame.reach.howItGoes
      ? seen
      : await context.asWorker('count entries that cannot be seen', (worker) =>
          momentsOf(worker, personId, { most: eventsAtOnce, ...after }),
        );
  const within = new Set(all.map((moment) => moment.id));
  const readable = new Set(seen.map((event) => event.id));
  const shown = seen.filter((event) => within.has(event.id));
  const last = all.length === eventsAtOnce ? shown.at(-1) : undefined;
  return {
    days: happenings(
      shown,
      all.filter((moment) => !readable.has(moment.id)),
      { name, now: context.now, notes: notesBySession(notes), results },
    ),
    filter,
    path,
    next: last ? `${path}?${filter ? `show=${filter}&` : ''}before=${last.id}#happened` : undefined,
  };
}

const planSentence = (plan: Plan): string =>
  plan.state === 'agreed' || plan.state === 'agreed_with_differences'
    ? `${plan.state === 'agreed' ? 'Agreed together' : 'Agreed, with both voices'}${plan.agreedOn ? ` on ${saidDate(plan.agreedOn)}` : ''}.${plan.reviewOn ? ` Look again by ${saidDate(plan.reviewOn)}.` : ''}`
    : plan.state === 'not_wanted'
      ? 'No plan for now, and that is fine.'
      : plan.state === 'shared'
        ? 'Shared, waiting for both to say yes.'
        : 'A draft that both can change.';

/** Goals with what is open next, the way the card shows them. */
const goalsOf = (plan: Plan, name: string, worker: string) =>
  plan.goals.map((goal) => ({
    words: goal.words,
    done: goal.steps.filter((step) => step.doneOn !== null).length,
    steps: goal.steps.length,
    next: goal.steps
      .filter((step) => step.doneOn === null)
      .slice(0, 2)
      .map((step) => ({
        who: step.owner === 'person' ? name : step.ownerName || (step.owner === 'worker' ? worker : wordsFor('actionOwner', step.owner)),
        what: step.byOn ? `${step.what}, by ${saidDay(step.byOn)}` : step.what,
      })),
  }));

async function overview(context: SignedIn, personId: string, filter: Filter | null, before: string | undefined): Promise<Answer> {
  const frame = await recordOf(context, personId, 'Overview');
  if (!frame) return problem(notFound);
  const { tables, now, visitor } = context;
  const { who, reach } = frame;
  const at = `/people/${personId}`;
  const start = before ? await findMoment(tables, personId, before) : undefined;
  const asked: Shown = { path: at, filter, after: start ? { after: start } : {} };
  const [shell, enrolments, results, plan, ahead, waiting, note, account, seen] = await atOnce(tables, [
    () => context.shell('/my-day'),
    () => enrolmentsOf(tables, personId),
    async () => (reach.read.has('measures') ? resultsOf(tables, personId) : []),
    async () => (reach.read.has('story') ? currentPlan(tables, personId) : null),
    () => sessionsAhead(tables, personId, now),
    () => sessionToWriteUp(tables, personId, now),
    async () => (reach.read.has('clinical') ? lastNoteOf(tables, personId) : null),
    () => ownWordsOf(tables, personId),
    () => eventsSeen(tables, personId, asked),
  ]);
  const open = enrolments.find((one) => one.state !== 'ended' && one.state !== 'declined' && one.state !== 'transferred');
  const [series] = seriesOf(results);
  const notes = reach.read.has('clinical') ? await notesOfSessions(tables, writtenUpIn(seen)) : [];
  const reasons = await explainAccess(context, personId);
  const writesNotes = reach.write.has('clinical');
  const books = reach.write.has('contact');
  const noteAt = waiting ? `/sessions/${waiting.id}/note` : `${at}/sessions/now`;
  const dates = series?.readings[0]?.date;
  const view: OverviewView = {
    frame,
    chips: open
      ? [
          { tone: 'brand', children: pathwayWords(context, open) },
          ...(open.state === 'ending'
            ? [{ tone: 'plum' as const, children: `Ending planned${open.plannedEndOn ? ` for ${saidDate(open.plannedEndOn)}` : ''}` }]
            : []),
        ]
      : [],
    account: account
      ? {
          words: account.words,
          language: account.language,
          source: `${account.saidBy === 'referrer' ? 'The referrer’s words' : `${who.firstName}’s own words`}, in answer to “${questionAsked({ question: account.question, saidBy: account.saidBy })}”, ${saidDate(account.askedAt)}`,
        }
      : null,
    measure: !reach.read.has('measures')
      ? null
      : series
        ? measureView(series, markedMoments(enrolments, dates), writesNotes ? noteAt : null)
        : null,
    plan: reach.read.has('story')
      ? {
          goals: plan ? goalsOf(plan, who.firstName, visitor.name) : [],
          sentence: plan ? planSentence(plan) : `No plan yet. Write one together when ${who.firstName} is ready.`,
        }
      : null,
    matters: [
      { term: 'What matters', value: plan?.parts.whatMatters || { absent: 'not asked' as const } },
      { term: 'Good at', value: plan?.parts.strengths || { absent: 'not asked' as const } },
      { term: 'How to support', value: plan?.parts.howToSupportMe || { absent: 'not asked' as const } },
      ...(who.adjustments ? [{ term: 'Adjustments', value: who.adjustments }] : []),
      ...(open
        ? [
            {
              term: 'Support',
              value:
                open.strands
                  .filter((strand) => strand.state !== 'ended')
                  .map((strand) => strand.name)
                  .join(', ') || pathwayWords(context, open),
            },
          ]
        : []),
    ],
    next: [
      ...(ahead.length === 0 && open && reach.howItGoes
        ? [
            {
              icon: 'calendar' as const,
              title: 'Nothing booked yet',
              detail: `${who.firstName} should always know what comes next`,
              ...(books ? { href: `${at}/sessions/new` } : {}),
            },
          ]
        : []),
      ...ahead.slice(0, 3).map((session) => ({
        icon: 'calendar' as const,
        title: `${nearDay(session.startsAt, now)} with ${firstName(session.workerName)}`,
        detail: `${where(session)}. ${session.state === 'confirmed' ? 'Confirmed' : 'Not confirmed yet'}`,
        ...(books ? { href: `/sessions/${session.id}` } : {}),
      })),
      ...(note?.nextStep ? [{ icon: 'forward' as const, title: note.nextStep, detail: `Agreed on ${saidDay(note.createdAt)}` }] : []),
      ...(plan?.reviewOn
        ? [{ icon: 'note' as const, title: 'Look at the plan again', detail: `By ${saidDate(plan.reviewOn)}`, href: `${at}/plan` }]
        : []),
      ...(open?.plannedEndOn
        ? [
            {
              icon: 'flag' as const,
              title: open.state === 'ending' ? 'The planned ending' : 'Support is planned until',
              detail: saidDate(open.plannedEndOn),
              ...(reach.write.has('story') ? { href: `${at}/ending` } : {}),
            },
          ]
        : []),
    ],
    now: [
      ...(writesNotes
        ? [{ icon: 'note' as const, text: waiting ? `Write up ${saidDay(waiting.startsAt)}` : 'Session note', href: noteAt }]
        : []),
      ...(books ? [{ icon: 'calendar' as const, text: 'Book a time', href: `${at}/sessions/new` }] : []),
      ...(reach.write.has('story') ? [{ icon: 'people' as const, text: 'Open the plan together', href: `${at}/plan` }] : []),
      ...(reach.write.has('story') && open
        ? [{ icon: 'flag' as const, text: open.state === 'ending' ? 'The ending' : 'Plan an ending', href: `${at}/ending` }]
        : []),
      ...(reach.write.has('story') && !open && enrolments.some((one) => one.state === 'ended')
        ? [{ icon: 'back' as const, text: 'Come back', href: `${at}/ending` }]
        : []),
      ...(moversOf(context).some((mover) => raisers.some((role) => role === mover))
        ? [{ icon: 'flag' as const, text: 'Raise a safeguarding concern', href: `${at}/concern` }]
        : []),
    ],
    who: whoCanSee(context, reasons),
    happened: await happened(context, frame, asked, seen, { notes, results }),
    primary: writesNotes ? { text: waiting ? `Write up ${saidDay(waiting.startsAt)}` : 'Session note', href: noteAt } : null,
    book: books ? `${at}/sessions/new` : null,
  };
  return page(renderDocument(<OverviewPage shell={shell} view={view} />));
}

/** By which somebody reads the reasons of others, as the database decides. */
const readingAllReasons: ReadonlySet<Relationship> = new Set(['key_worker', 'manages', 'break_glass']);

/** The holders of a reason, each once and by the strongest; what is said of everybody else is true of them, and said only to whoever reads of them. */
function whoCanSee({ visitor }: SignedIn, reasons: readonly ExplainedReason[]): OverviewView['who'] {
  const all = reasons.some(
    ({ holder, relationship }) =>
      readingAllReasons.has(relationship) && (holder.id === visitor.accountId || visitor.roles.some(({ teamId }) => teamId === holder.id)),
  );
  const others = reasons.filter((reason) => reason.relationship !== 'self');
  const holders = [
    ...new Map(
      others
        .toSorted((one, other) => Number(one.relationship !== 'offered') - Number(other.relationship !== 'offered'))
        .map((reason) => [reason.holder.id, reason]),
    ).values(),
  ];
  const beyond = others.some(
    (reason) => reason.relationship === 'agreement' || reason.relationship === 'carer' || reason.relationship === 'break_glass',
  );
  return [
    ...holders.slice(0, 4).map((reason) => ({ icon: 'check' as const, title: reason.holder.name, detail: reason.words.relationship })),
    holders.length > 4
      ? { icon: 'people' as const, title: `${holders.length - 4} more`, detail: 'Each with a reason' }
      : !all
        ? { icon: 'lock' as const, title: 'Only your own reasons are shown' }
        : { icon: 'lock' as const, title: 'Nobody else', ...(beyond ? {} : { detail: 'Not family, employer or police' }) },
  ];
}

const pathwayWords = (context: Context, enrolment: Enrolment): string =>
  context.place.blueprint.pathways.find((one) => one.code === enrolment.pathwayCode)?.name ?? enrolment.pathwayCode;

export const overviewRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/people/:person',
    permission: readers,
    params: person,
    query: z.strictObject({ show: z.enum(filters).optional(), before: identifier.optional() }),
    audit: audited('record.read'),
    handle: (context, { params, query }) => overview(signedIn(context), params.person, query.show ?? null, query.before),
  }),
];
