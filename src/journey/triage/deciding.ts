// The decision of triage: a response time and at least one offer with its owner; then everybody is told. There is no way to reject.
import { byCode } from '../../platform/blueprint/blueprint.ts';
import { dueAt } from '../../platform/due.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, traced } from '../../platform/lifecycle.ts';
import { failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import { firstName, saidDay, saidTime } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { grantAccess } from '../../trust/access/actions.ts';
import { helpOfDecision, offerHelp } from '../coming/actions.ts';
import { anxiousGroup, type Help, helps, type Offering, offeringFaults, toldOf } from '../coming/model.ts';
import { previewForPerson, tellPerson, tellReferrer } from '../people/actions.ts';
import { beginReading, type Considered, consider } from './considering.ts';
import { countersignReasons } from './countersign.ts';
import { supersede, toldBefore } from './deciding-again.ts';
import type { FirstStep } from './model.ts';
import { type DecisionRow, findDecision, insertDecision, moveDecision } from './store-decision.ts';
import { insertOffer, moveOffer, offersOfDecision } from './store-offer.ts';
import { moveReferral, type ReferralRow } from './store-referral.ts';
import { askWhereWanted } from './told.ts';

const roleOf = (context: SignedIn): string => moversOf(context)[0] ?? '';

export interface Decision {
  readonly referralId: string;
  readonly version: number;
  /** Ids of the first steps chosen: the suggested ones together, or one of the alternatives. */
  readonly steps: readonly string[];
  readonly responseCode: string;
  /** Compulsory when it differs from the suggestion. */
  readonly reason: string;
  readonly personsView: string;
  /** How social care or clinical colleagues see it, where that differs. Both must then agree (SOM-9). */
  readonly otherView?: string | undefined;
  /** What makes coming possible, for somebody too anxious to come (S6.4); all of it where nobody chose. */
  readonly coming?: Offering;
}

export type Decided =
  | { readonly outcome: 'communicated'; readonly decisionId: string; readonly personId: string; readonly told: 'message' | 'task' }
  | {
      readonly outcome: 'awaiting_countersign';
      readonly decisionId: string;
      readonly personId: string;
      readonly because: readonly string[];
    };

/**
 * Confirms a response time and at least one offer with its owner, or asks a second clinician first. The person and the referrer are told. `known` is the
 * referral considered in this request and not moved since.
 */
export async function decide(context: SignedIn, decision: Decision, known?: Considered): Promise<Result<Decided>> {
  const considered = known ?? (await consider(context, decision.referralId));
  if (!considered) return failure(notFound);
  const { referral, suggestion, responses } = considered;
  if (referral.version !== decision.version) return failure(overtaken);
  const every = [...suggestion.steps, ...considered.alternatives];
  const steps = decision.steps.flatMap((id) => every.filter((one) => one.id === id));
  const coming = decision.coming ?? { offered: helps, notOfferedBecause: '' };
  const faults = [];
  if (steps.length === 0) faults.push({ field: 'step', message: 'Choose the first step.' });
  if (!responses.some((one) => one.code === decision.responseCode)) faults.push({ field: 'response', message: 'Choose how soon.' });
  faults.push(
    ...offeringFaults(
      steps.map(({ gapGroup }) => gapGroup),
      coming,
    ),
  );
  if (faults.length > 0) return failure(invalid(faults));
  const because = countersignReasons(
    suggestion,
    { steps, responseCode: decision.responseCode, otherView: decision.otherView },
    responses.map((one) => one.code),
  );
  const differs = because.includes('differs_from_rules') || because.includes('slower_after_safety_answer');
  if ((differs || suggestion.failed) && !decision.reason.trim())
    return failure(invalid([{ field: 'reason', message: 'Say in a few words why this is the better first step.' }]));
  const reading = await beginReading(context, referral);
  if (!reading.ok) return reading;
  const id = context.identify();
  const at = context.now;
  const by = context.visitor.accountId;
  await traced(context.tables, { role: roleOf(context), reason: decision.reason, ruleVersion: suggestion.version });
  await insertDecision(context.tables, {
    id,
    referralId: referral.id,
    personId: referral.personId,
    suggestion,
    ruleVersion: suggestion.version,
    createdAt: at,
    createdBy: by,
  });
  const place = context.place.blueprint;
  const { firstStep, respondBy, reason } = asDecided(context, referral, { ...decision, steps });
  await moveDecision(context.tables, { id, version: 1 }, 'drafted', {
    firstStep,
    responseCode: decision.responseCode,
    ...(respondBy ? { respondBy } : {}),
    reason,
    differsBecause: differs ? decision.reason.trim() : '',
    countersignBecause: because,
    personsView: decision.personsView,
    otherView: decision.otherView?.trim() ?? '',
    gapGroup: steps.find((step) => step.gapGroup)?.gapGroup ?? null,
    draftedBy: by,
  });
  if (steps.some(({ gapGroup }) => gapGroup === anxiousGroup))
    await offerHelp(context, { personId: referral.personId, referralId: referral.id, decisionId: id }, coming);
  for (const [position, step] of steps.entries()) {
    const team = context.place.teams.get(step.teamCode);
    if (!team)
      return failure({
        status: 409,
        title: 'That team is not here',
        detail: 'The blueprint names a team that has not been set up. Tell your administrator.',
      });
    const target = byCode(place.teams, step.teamCode)?.acceptsWithin;
    await insertOffer(context.tables, {
      id: context.identify(),
      decisionId: id,
      referralId: referral.id,
      personId: referral.personId,
      serviceCode: step.serviceCode,
      teamId: team.id,
      ownerId: by,
      what: step.serviceName,
      noteToTeam: step.reason,
      acceptBy: (target && dueAt(target, at)) || new Date(at.getTime() + 48 * 3_600_000),
      position,
      createdAt: at,
      createdBy: by,
    });
  }
  if (because.length > 0) {
    await moveDecision(context.tables, { id, version: 2 }, 'awaiting_countersign');
    await record(context, {
      personId: referral.personId,
      category: 'clinical',
      kind: 'decision.awaiting_countersign',
      subjectKind: 'triage_decision',
      subjectId: id,
    });
    return success({ outcome: 'awaiting_countersign', decisionId: id, personId: referral.personId, because });
  }
  await moveDecision(context.tables, { id, version: 2 }, 'confirmed', { confirmedAt: at });
  const told = await communicate(context, { id, version: 3 }, referral, reading.value.version);
  return told.ok ? success({ outcome: 'communicated', decisionId: id, personId: referral.personId, told: told.value }) : told;
}

/** Sends the offers, tells the person and the referrer, moves the referral on and gives the receiving teams what they need to say yes. */
export async function communicate(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
  referral: Pick<ReferralRow, 'id' | 'personId' | 'referrerAccountId'>,
  referralVersion: number,
): Promise<Result<'message' | 'task'>> {
  const { tables } = context;
  const decision = await findDecision(tables, at.id);
  if (!decision) return failure(notFound);
  const old = await toldBefore(tables, referral.id, at.id);
  const superseded = await supersede(context, old, decision);
  if (!superseded.ok) return superseded;
  await traced(tables, { role: roleOf(context), reason: decision.reason, ruleVersion: decision.ruleVersion });
  if (!(await moveReferral(tables, { id: referral.id, version: referralVersion }, 'decided', { rulesVersion: decision.ruleVersion })))
    return failure(overtaken);
  const offers = await offersOfDecision(tables, at.id);
  for (const offer of offers) {
    await moveOffer(tables, offer, 'sent');
    await grantAccess(context, {
      personId: referral.personId,
      teamId: offer.teamId,
      relationship: 'offered',
      source: { kind: 'offer', id: offer.id },
    });
  }
  await askWhereWanted(context, { personId: referral.personId, referralId: referral.id }, offers);
  await context.asWorker('start and stop clocks', async (worker) => {
    await worker
      .updateTable('clock')
      .set({ stoppedAt: context.now, stoppedBecause: 'decided' })
      .where('subjectId', '=', referral.id)
      .where('kind', '=', 'TRIAGE')
      .where('stoppedAt', 'is', null)
      .execute();
    if (decision.respondBy)
      await worker
        .updateTable('clock')
        .set({ dueAt: decision.respondBy })
        .where('subjectId', '=', referral.id)
        .where('kind', '=', 'RESPONSE')
        .where('stoppedAt', 'is', null)
        .execute();
    for (const offer of offers)
      await worker
        .insertInto('clock')
        .values({
          id: context.identify(),
          kind: 'ACCEPT',
          personId: referral.personId,
          subjectKind: 'offer',
          subjectId: offer.id,
          startedAt: context.now,
          dueAt: offer.acceptBy,
          createdAt: context.now,
          createdBy: context.visitor.accountId,
        })
        .execute();
  });
  const facts = factsToTell(context, decision, offers, (await helpOfDecision(tables, at.id))?.offered, old[0]);
  const telling = { personId: referral.personId, purpose: 'decision', facts, subject: { kind: 'referral', id: referral.id } } as const;
  const preview = await previewForPerson(context, telling);
  const told = await tellPerson(context, { ...telling, workerId: decision.draftedBy ?? context.visitor.accountId });
  await tellReferrer(context, { referralId: referral.id, purpose: 'referrer_decision', facts });
  await moveDecision(tables, at, 'communicated', {
    messageToPerson: 'body' in preview ? preview.body : preview.because,
    messageToReferrer: facts.words,
  });
  await record(context, {
    personId: referral.personId,
    category: 'contact',
    kind: 'referral.decided',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { offer: decision.firstStep, response: decision.responseCode, by: context.visitor.name },
  });
  return success('messageId' in told ? 'message' : 'task');
}

/** A decision in the words in which it is kept and told: the reason typed, else the reasons of the rules. */
export function asDecided(
  context: SignedIn,
  { receivedAt }: Pick<ReferralRow, 'receivedAt'>,
  chosen: { readonly steps: readonly FirstStep[]; readonly responseCode: string; readonly reason: string },
): Pick<DecisionRow, 'firstStep' | 'respondBy' | 'reason'> {
  const scale = context.place.blueprint.scales.flatMap((one) => one.responses).find((one) => one.code === chosen.responseCode);
  return {
    firstStep: chosen.steps.map((step) => step.serviceName).join(', then '),
    respondBy: scale?.target ? dueAt(scale.target, receivedAt) : null,
    reason: chosen.reason.trim() || chosen.steps.map((step) => step.reason).join(' '),
  };
}

/** A decision made again says so, and what it was before where that has changed. */
const changedFrom = ({ firstStep }: Pick<DecisionRow, 'firstStep'>, old: Pick<DecisionRow, 'firstStep'> | undefined): string => {
  if (!old) return '';
  return old.firstStep === firstStep ? 'We looked at it again.' : `We looked at it again, and this takes the place of ${old.firstStep}.`;
};

/** What messages about a decision may say: who decided and owns it, the service and team, what it takes the place of, the day, the reason in plain words, what makes coming easier. */
export function factsToTell(
  context: SignedIn,
  decision: Pick<DecisionRow, 'firstStep' | 'respondBy' | 'reason'> & Partial<Pick<DecisionRow, 'draftedByName'>>,
  offers: readonly { readonly teamName: string }[],
  coming: readonly Help[] = [],
  old?: Pick<DecisionRow, 'firstStep'> | undefined,
) {
  const team = [...new Set(offers.map((offer) => offer.teamName))].join(' and ');
  return {
    worker: firstName(decision.draftedByName ?? context.visitor.name),
    team,
    service: decision.firstStep,
    words: [`${decision.firstStep}, with ${team}.`, changedFrom(decision, old), decision.reason, toldOf(coming)].filter(Boolean).join(' '),
    ...(decision.respondBy ? { day: saidDay(decision.respondBy), time: saidTime(decision.respondBy) } : {}),
  };
}
