// Puts the desk together for its page: the queue, one referral with what the rules say of it, places free, and the words that would be sent.
import { roomInShort } from '../../place/directory/capacity.ts';
import { capacitiesOf } from '../../place/directory/counting.ts';
import { atOnce } from '../../platform/database/at-once.ts';
import { saidDay, saidDayAndTime } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { initialsOf } from '../../platform/web/shell.ts';
import { anxiousGroup } from '../coming/model.ts';
import { askedBefore } from '../front-door/actions.ts';
import { identityOf, safeContactAbout } from '../people/actions.ts';
import { asDecided, type Considered, factsToTell } from './actions.ts';
import { asItStood } from './as-it-stood.ts';
import { askedLines, mayAsk } from './asking.ts';
import { countersignWords } from './countersign.ts';
import { openFactsOf } from './hearing.ts';
import { messagesOf } from './messages.ts';
import type { FirstStep, QueueFilter } from './model.ts';
import type { StepView, TypedDecision } from './pages/decision.tsx';
import type { DeskView } from './pages/desk.tsx';
import type { QueueView } from './pages/queue.tsx';
import {
  ageOf,
  askedFacts,
  askedWords,
  ownAccount,
  reasonsFor,
  referrerOf,
  safetySentence,
  teller,
  toldFacts,
  unknowingWords,
  whatWouldChange,
} from './presenting.ts';
import { decisionsOf, wasTold } from './store-decision.ts';
import { countQueue, queue } from './store-queue.ts';
import { beHere, possibleMatchesOf } from './store-referral.ts';
import { toldLines } from './told.ts';
import { myTeams } from './visitor.ts';

const counted = new WeakMap<SignedIn, Promise<number>>();

/** How many wait for the teams of the visitor, up to 100; counted once for a request, for the queue and for the navigation. */
export function waitingToDecide(context: SignedIn): Promise<number> {
  const count = counted.get(context) ?? countQueue(context.tables, myTeams(context));
  counted.set(context, count);
  return count;
}

/** On a page of its own, and beside a referral, where who comes next is enough. */
const mostInQueue = { alone: 50, beside: 15 };
const languageNames = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

export async function queueView(
  context: SignedIn,
  filter: QueueFilter,
  current: string | null,
  after?: { decideBy: Date; id: string },
): Promise<QueueView> {
  const teams = myTeams(context);
  const most = current === null ? mostInQueue.alone : mostInQueue.beside;
  const items = await queue(context.tables, teams, {
    filter,
    accountId: context.visitor.accountId,
    most,
    ...(after ? { after } : {}),
  });
  context.touch(...items.map((item) => item.personId));
  // The first page of everybody says how many there are, unless it is full.
  if (filter === 'everyone' && !after && items.length < most) counted.set(context, Promise.resolve(items.length));
  const last = items.length === most ? items.at(-1) : undefined;
  return {
    items,
    count: await waitingToDecide(context),
    filter,
    now: context.now,
    me: context.visitor.accountId,
    current,
    isWhole: last === undefined && !after,
    nextPage: last ? `/triage?show=${filter}&after=${last.id}` : null,
    languages: (tag) => languageNames.of(tag) ?? tag,
  };
}

/** Who comes after this one in the order of promises. */
const nextAfter = (view: QueueView, referralId: string) =>
  view.items.find(
    (item) => item.id !== referralId && !item.awaitingCountersign && (item.state === 'submitted' || item.state === 'in_triage'),
  );

/** Each step with its places free, counted for all of them at once. */
async function stepViews(context: SignedIn, steps: readonly FirstStep[]): Promise<(of: readonly FirstStep[]) => StepView[]> {
  const rooms = await capacitiesOf(context, steps);
  const views = new Map(
    steps.map((step, at) => {
      const capacity = rooms[at]?.[0];
      return [step, { step, places: capacity ? roomInShort(capacity) : null }] as const;
    }),
  );
  return (of) => of.flatMap((step) => views.get(step) ?? []);
}

const comingHard = (steps: readonly FirstStep[]): boolean => steps.some(({ gapGroup }) => gapGroup === anxiousGroup);

export async function deskView(
  context: SignedIn,
  considered: Considered,
  queueOf: QueueView,
  more: {
    readonly typed?: TypedDecision;
    readonly errors?: DeskView['errors'];
    readonly fromNext?: boolean;
    readonly version?: number;
    /** They asked to read the messages as they stand. */
    readonly asked?: boolean;
  },
): Promise<DeskView | null> {
  const { referral, answers, suggestion } = considered;
  const [who, decisions, matches, others, before] = await atOnce(context.tables, [
    () => identityOf(context, referral.personId),
    () => decisionsOf(context.tables, referral.id),
    () => possibleMatchesOf(context.tables, referral.id),
    () => beHere(context.tables, referral.id, context.visitor.accountId, 'reading', context.now),
    () => askedBefore(context.tables, referral),
  ]);
  if (!who) return null;
  const [latest] = decisions;
  const old = decisions.find(({ state }) => state === 'communicated');
  const isOpen =
    referral.state === 'submitted' ||
    referral.state === 'in_triage' ||
    referral.state === 'waiting_info' ||
    referral.state === 'unreachable';
  const waits = latest?.state === 'awaiting_countersign';
  const back = latest?.state === 'drafted' ? latest : undefined;
  const typed = more.typed ?? asItStood(considered, back);
  const steps = typed.step === 'suggested' ? suggestion.steps : considered.alternatives.filter((step) => step.id === typed.step);
  const decision = asDecided(context, referral, { steps, responseCode: typed.response, reason: typed.reason });
  const viewsOf = await stepViews(context, [...suggestion.steps, ...considered.alternatives]);
  const age = ageOf(referral.born, context.now);
  const firstName = who.firstName;
  return {
    referralId: referral.id,
    mayAsk: mayAsk(context),
    mayWriteDown: openFactsOf(context, considered).map(({ input }) => input.name),
    version: more.version ?? referral.version,
    name: who.name,
    firstName,
    sentence: [
      [age, who.pronouns].filter(Boolean).join(', '),
      who.home,
      askedWords(referral, answers, before, context.now),
      `Referral R-${referral.number}`,
    ]
      .filter(Boolean)
      .join('. ')
      .concat('.'),
    readers: others.map((one) => ({
      name: one.name.split(' ')[0] ?? one.name,
      initials: initialsOf(one.name),
      doing: one.doing === 'deciding' ? 'deciding' : 'reading',
    })),
    safeContact: safeContactAbout(referral, who),
    account: ownAccount(answers, firstName, referral.referrerName),
    safety: safetySentence(answers, firstName),
    matches,
    teller: teller(referral, firstName),
    unknowing: referral.mayNotKnow ? unknowingWords(referral, firstName) : null,
    told: [
      ...askedFacts(referral),
      ...toldFacts(answers, context.place.blueprint.facts),
      ...(await askedLines(context, referral)),
      ...(await toldLines(
        context,
        { personId: referral.personId, referralId: referral.id },
        suggestion.steps.map(({ teamCode }) => teamCode),
      )),
    ],
    referrer: referrerOf(referral),
    suggestion,
    suggested: viewsOf(suggestion.steps),
    reasons: reasonsFor(suggestion, null),
    change: whatWouldChange(suggestion),
    alternatives: viewsOf(considered.alternatives),
    responses: considered.responses,
    messages:
      steps.length > 0
        ? await messagesOf(context, referral, factsToTell(context, decision, steps, comingHard(steps) ? typed.coming : [], old))
        : null,
    comingHard: comingHard(steps) ? 'now' : comingHard([...suggestion.steps, ...considered.alternatives]) ? 'perhaps' : 'no',
    asked: more.asked ?? false,
    before: decisions
      .filter(({ id, state }) => (state === 'communicated' || state === 'superseded') && (waits || isOpen || id !== latest?.id))
      .map(({ id, firstStep, reason, draftedByName, confirmedAt }) => ({
        id,
        firstStep,
        reason,
        by: [draftedByName ?? '', confirmedAt ? saidDayAndTime(confirmedAt) : ''].filter(Boolean).join(', '),
      })),
    decided:
      latest && (waits || !isOpen)
        ? {
            by: latest.draftedByName ?? '',
            at: latest.confirmedAt ?? latest.createdAt,
            firstStep: latest.firstStep,
            reason: latest.reason,
            state: latest.state,
            respondBy: latest.respondBy ? saidDay(latest.respondBy) : null,
            told: await wasTold(context.tables, latest),
            overtaken: more.typed
              ? {
                  firstStep: decision.firstStep,
                  response: considered.responses.find(({ code }) => code === typed.response)?.words ?? '',
                  reason: typed.reason,
                  personsView: typed.personsView,
                  otherView: typed.otherView,
                }
              : null,
            again:
              referral.state === 'decided' && latest.state === 'communicated'
                ? { action: `/triage/${referral.id}/again`, hidden: { form_key: context.formKey(), version: String(referral.version) } }
                : null,
            because: waits ? latest.countersignBecause.map((one) => countersignWords[one as keyof typeof countersignWords] ?? one) : [],
          }
        : null,
    filter: queueOf.filter,
    givenBack: back?.countersignComment || null,
    nextName: nextAfter(queueOf, referral.id)?.name ?? null,
    formKey: context.formKey(),
    typed,
    errors: more.errors ?? [],
    fromNext: more.fromNext ?? false,
  };
}
