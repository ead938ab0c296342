// Gathers what a person's own page shows, as that person under row-level security, and says it in their words.
import { byCode } from '../../platform/blueprint/blueprint.ts';
import { localDate } from '../../platform/clock.ts';
import { firstName } from '../../platform/said.ts';
import type { SpokenTo } from '../../platform/web/spoken.ts';
import { sharingOf } from '../../trust/sharing/actions.ts';
import { helpAhead } from '../coming/actions.ts';
import { chosenSaid } from '../coming/model.ts';
import { easyWords as easyComing } from '../coming/texts/easy-read.ts';
import { comingCatalogue } from '../coming/texts.ts';
import { askedForThem } from '../front-door/actions.ts';
import { doorTexts, easyTexts } from '../front-door/texts.ts';
import { resultsOf } from '../measures/actions.ts';
import { type MeasureSeries, seriesOf } from '../measures/series.ts';
import { enrolmentsOf, openDoorOf } from '../pathways/actions.ts';
import type { Enrolment } from '../pathways/model.ts';
import { identityOf } from '../people/actions.ts';
import { currentPlan } from '../plans/actions.ts';
import { sessionsAhead } from '../sessions/actions.ts';
import type { SupportSession } from '../sessions/model.ts';
import { closed, type Themselves } from './actions.ts';
import { openedGently, saidNear, scoresSaid, whatNext } from './model.ts';
import type { MyPageView } from './pages/my-page.tsx';
import type { AppointmentView } from './pages/next-part.tsx';
import type { TeamView } from './pages/people-parts.tsx';
import type { OwnMeasureView } from './pages/scores-part.tsx';
import { planView, planWorker } from './reading-plan.ts';
import { inTouchBy, jobsOf, lastAgreed, type MessageRow, messagesTo, newestRequest, notToldOf } from './store.ts';
import type { OwnTexts } from './texts.ts';

const messagesShown = 8;
const over = new Set(['ended', 'declined', 'transferred']);

/** How the page speaks to them. */
export type Speech = Pick<SpokenTo<unknown>, 'language' | 'moments' | 'easy'> & { readonly texts: OwnTexts };

const appointment = (session: SupportSession, now: Date, speech: Speech): AppointmentView => {
  const { channels, minutes, title } = speech.texts.meeting;
  return {
    id: session.id,
    version: session.version,
    confirmed: session.state === 'confirmed',
    title: saidNear(title, session, now, speech),
    place: session.place,
    channel: Object.entries(channels).find(([code]) => code === session.channel)?.[1] ?? channels.other,
    long: minutes({ count: session.minutes }),
    interpreter: session.interpreter !== null,
  };
};

function message({ id, body, channel, at }: MessageRow, { texts: { told }, moments }: Speech): MyPageView['messages'][number] {
  const way = Object.entries(told.ways).find(([code]) => code === channel)?.[1];
  const when = { day: moments.day(at), time: moments.time(at) };
  return { key: id, words: body, when: way ? told.whenBy({ ...when, way }) : told.when(when) };
}

const sentenceCase = (words: string): string => words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1);

function measureView(series: MeasureSeries, supports: readonly Enrolment[], { texts, language }: Speech): OwnMeasureView {
  const first = series.readings[0]?.date;
  return {
    ...series,
    ...(language === 'en' ? openedGently(series.finding) : scoresSaid(series, texts)),
    events: supports
      .flatMap((one) => (one.startsOn && first && one.startsOn >= first ? [{ date: one.startsOn, label: texts.scores.began }] : []))
      .slice(0, 4),
  };
}

async function teamView(context: Themselves, support: Enrolment | null): Promise<TeamView | null> {
  if (!support) return null;
  const jobs = await jobsOf(context.tables, support.keyWorkerId ? [support.keyWorkerId] : []);
  const service = byCode(context.place.blueprint.services, support.serviceCode);
  const job = support.keyWorkerId ? jobs.get(support.keyWorkerId) : undefined;
  return {
    team: support.teamName,
    service: service?.name ?? support.teamName,
    phone: service?.enquiries?.phone ?? null,
    people: [
      ...(support.keyWorkerName ? [{ name: firstName(support.keyWorkerName), does: job ? sentenceCase(job) : null }] : []),
      ...support.strands
        .filter((strand) => strand.state !== 'ended' && strand.workerName && strand.workerName !== support.keyWorkerName)
        .map((strand) => ({ name: firstName(strand.workerName ?? ''), does: strand.name })),
    ],
    offers: support.strands.filter((strand) => strand.state !== 'ended').map((strand) => strand.name),
  };
}

/** The newest support that has not ended; null when there is none. */
export const supportNow = (supports: readonly Enrolment[]): Enrolment | null => supports.find((one) => !over.has(one.state)) ?? null;

/** With the very words of what they are asked, kept apart from the direction of the page. */
const asking = (standing: string, question: string | null): string => (question ? `${standing} \u2068“${question}”\u2069` : standing);

export async function readMyPage(context: Themselves, speech: Speech): Promise<MyPageView> {
  const { tables, now, visitor } = context;
  const { personId } = visitor;
  const who = await identityOf(context, personId);
  const unknown = await notToldOf(tables, personId);
  const all = await enrolmentsOf(tables, personId);
  const hidden = new Set(all.filter(({ referralId }) => unknown.has(referralId ?? '')).map(({ id }) => id));
  const supports = all.filter(({ id }) => !hidden.has(id));
  const support = supportNow(supports);
  const ahead = (await sessionsAhead(tables, personId, now)).filter(({ enrolmentId }) => !hidden.has(enrolmentId ?? ''));
  const request =
    (await newestRequest(tables, personId)) ??
    (supports.length > 0
      ? null
      : await context.asWorker('say where what they asked stands', (worker) => newestRequest(worker, personId, 'originalPersonId')));
  const waiting = request && !closed.has(request.state) ? request : null;
  const due =
    support && ahead.length === 0 ? await context.asWorker('say by when we are in touch', (worker) => inTouchBy(worker, personId)) : null;
  const door = support || waiting ? null : await openDoorOf(tables, personId, localDate(now));
  const last = supports.find((one) => one.endedOn);
  const { status } = speech.easy ? easyTexts() : doorTexts(speech.language, context.approved(speech.language));
  const next = whatNext(
    {
      now,
      ahead,
      support,
      request: waiting
        ? asking(
            status[waiting.state]({ team: waiting.team, by: speech.moments.day(waiting.decideBy), reader: firstName(waiting.reader) }),
            waiting.question,
          )
        : null,
      inTouchBy: due && due > now ? due : null,
      ended: last?.endedOn ? { on: last.endedOn, backUntil: door?.reEntryUntil ?? null } : null,
    },
    speech,
  );
  const plan = await currentPlan(tables, personId);
  const [series] = seriesOf(await resultsOf(tables, personId));
  const messages = await messagesTo(tables, personId, now, messagesShown);
  const coming = await helpAhead(tables, personId, 'person');
  const agreed = await lastAgreed(tables, personId);
  return {
    name: who?.firstName ?? firstName(visitor.name),
    worker: support?.keyWorkerName ? firstName(support.keyWorkerName) : null,
    next,
    appointments: ahead.map((session) => appointment(session, now, speech)),
    agreed: agreed ? { ...agreed, when: speech.moments.day(agreed.at), worker: firstName(agreed.worker) } : null,
    messages: messages.map((one) => message(one, speech)),
    plan: plan ? planView(plan, planWorker(plan, support, speech), now, speech) : null,
    measure: series ? measureView(series, supports, speech) : null,
    team: await teamView(context, support),
    coming: coming?.chosenAt
      ? chosenSaid(coming, comingCatalogue.in(speech.language, speech.easy ? easyComing : context.approved(speech.language)))
      : coming && '',
    askedFor: (await askedForThem(tables, personId)).length > 0,
    asksToUse: (await sharingOf(context, personId)).find(({ question }) => question !== null)?.organisation ?? null,
  };
}
