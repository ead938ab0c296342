// What people do in triage: begin to read, decide, agree as the second clinician, ask for more, and, in the receiving team, accept or give back with a reason.
import { byCode } from '../../platform/blueprint/blueprint.ts';
import { localDate } from '../../platform/clock.ts';
import { dueAt } from '../../platform/due.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, invalid, notFound, type Result, success } from '../../platform/problem.ts';
import { firstName, saidDay, saidTime } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { endAccess, grantAccess } from '../../trust/access/actions.ts';
import { referralLifecycle } from '../front-door/model.ts';
import { previewForPerson, tellPerson, tellReferrer } from '../people/actions.ts';
import { countersignReasons } from './countersign.ts';
import { factsOf, hasSafetyConcern } from './facts.ts';
import { decisionLifecycle, type FirstStep, offerLifecycle, type Suggestion } from './model.ts';
import {
  type AnswerRow,
  answersOf,
  type DecisionRow,
  findDecision,
  findOffer,
  findReferral,
  insertDecision,
  insertOffer,
  moveDecision,
  moveOffer,
  moveReferral,
  offersOfDecision,
  type ReferralRow,
} from './store.ts';
export { answersOf, countOffersFor, findOffer, offersFor, placesTaken } from './store.ts';
import { alternatives, responsesOf, suggest, suggestionRules } from './suggest.ts';

const roleOf = (context: SignedIn): string => moversOf(context)[0] ?? '';

/** The service that the holding team triages for. */
export const serviceOf = (context: SignedIn, teamId: string): string =>
  [...context.place.teams.values()].find((team) => team.id === teamId)?.serviceCode ?? '';

export interface Considered {
  readonly referral: ReferralRow;
  readonly answers: readonly AnswerRow[];
  readonly suggestion: Suggestion;
  readonly alternatives: readonly FirstStep[];
  readonly responses: readonly { readonly code: string; readonly words: string }[];
}

/** A referral with what the rules say of it today; null when there is none that the visitor may see. */
export async function consider(context: SignedIn, referralId: string): Promise<Considered | null> {
  const referral = await findReferral(context.tables, referralId);
  if (!referral) return null;
  context.touch(referral.personId);
  const answers = await answersOf(context.tables, referralId);
  const place = context.place.blueprint;
  const service = serviceOf(context, referral.teamId);
  const today = localDate(context.now);
  const suggestion = suggest(place, service, factsOf(referral, answers, today), today, hasSafetyConcern(answers));
  return {
    referral,
    answers,
    suggestion,
    alternatives: alternatives(place, service, suggestion, today),
    responses: responsesOf(place, suggestionRules(place, service, today)),
  };
}

/** Somebody reads it: the person's page says who. Doing it twice changes nothing. */
export async function beginReading(
  context: SignedIn,
  referral: Pick<ReferralRow, 'id' | 'personId' | 'state' | 'version'>,
): Promise<Result<{ version: number }>> {
  if (referral.state !== 'submitted') return success({ version: referral.version });
  const allowed = permit(referralLifecycle, { from: 'submitted', to: 'in_triage', by: moversOf(context) });
  if (!allowed.ok) return success({ version: referral.version });
  await traced(context.tables, { role: roleOf(context) });
  if (!(await moveReferral(context.tables, referral, 'in_triage', { readerId: context.visitor.accountId }))) return failure(overtaken);
  await record(context, {
    personId: referral.personId,
    category: 'contact',
    kind: 'referral.being_read',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { reader: context.visitor.name },
  });
  return success({ version: referral.version + 1 });
}

export interface Decision {
  readonly referralId: string;
  readonly version: number;
  /** Ids of the first steps chosen: the suggested ones together, or one of the alternatives. */
  readonly steps: readonly string[];
  readonly responseCode: string;
  /** Compulsory when it differs from the suggestion. */
  readonly reason: string;
  readonly personsView: string;
}

export type Decided =
  | { readonly outcome: 'communicated'; readonly decisionId: string; readonly personId: string; readonly told: 'message' | 'task' }
  | {
      readonly outcome: 'awaiting_countersign';
      readonly decisionId: string;
      readonly personId: string;
      readonly because: readonly string[];
    };

/** Confirms a response time and at least one offer with its owner, or asks a second clinician first. The person and the referrer are told. */
export async function decide(context: SignedIn, decision: Decision): Promise<Result<Decided>> {
  const considered = await consider(context, decision.referralId);
  if (!considered) return failure(notFound);
  const { referral, suggestion, responses } = considered;
  const every = [...suggestion.steps, ...considered.alternatives];
  const steps = decision.steps.flatMap((id) => every.filter((one) => one.id === id));
  const faults = [];
  if (steps.length === 0) faults.push({ field: 'step', message: 'Choose the first step.' });
  if (!responses.some((one) => one.code === decision.responseCode)) faults.push({ field: 'response', message: 'Choose how soon.' });
  if (faults.length > 0) return failure(invalid(faults));
  const because = countersignReasons(
    suggestion,
    { steps, responseCode: decision.responseCode },
    responses.map((one) => one.code),
  );
  const differs = because.includes('differs_from_rules') || because.includes('slower_after_safety_answer');
  if ((differs || suggestion.failed) && !decision.reason.trim())
    return failure(invalid([{ field: 'reason', message: 'Say in a few words why this is the better first step.' }]));
  if (referral.version !== decision.version) return failure(overtaken);
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
  const scale = place.scales.flatMap((one) => one.responses).find((one) => one.code === decision.responseCode);
  const responseTarget = scale?.target;
  const respondBy = responseTarget ? dueAt(responseTarget, referral.receivedAt) : null;
  const reason = decision.reason.trim() || steps.map((step) => step.reason).join(' ');
  await moveDecision(context.tables, { id, version: 1 }, 'drafted', {
    firstStep: steps.map((step) => step.serviceName).join(', then '),
    responseCode: decision.responseCode,
    ...(respondBy ? { respondBy } : {}),
    reason,
    differsBecause: differs ? decision.reason.trim() : '',
    countersignBecause: because,
    personsView: decision.personsView,
    gapGroup: steps.find((step) => step.gapGroup)?.gapGroup ?? null,
    draftedBy: by,
  });
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
async function communicate(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
  referral: Pick<ReferralRow, 'id' | 'personId' | 'referrerAccountId'>,
  referralVersion: number,
): Promise<Result<'message' | 'task'>> {
  const { tables } = context;
  const decision = await findDecision(tables, at.id);
  if (!decision) return failure(notFound);
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
  const facts = factsToTell(context, decision, offers);
  const preview = await previewForPerson(context, { personId: referral.personId, purpose: 'decision', facts });
  const told = await tellPerson(context, {
    personId: referral.personId,
    purpose: 'decision',
    facts,
    workerId: context.visitor.accountId,
    subject: { kind: 'referral', id: referral.id },
  });
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

/** What messages about a decision may say: the service and team, the day, the reason in plain words. */
export function factsToTell(
  context: SignedIn,
  decision: Pick<DecisionRow, 'firstStep' | 'respondBy' | 'reason'>,
  offers: readonly { readonly teamName: string }[],
) {
  const team = [...new Set(offers.map((offer) => offer.teamName))].join(' and ');
  return {
    worker: firstName(context.visitor.name),
    team,
    service: decision.firstStep,
    words: `${decision.firstStep}, with ${team}. ${decision.reason}`,
    ...(decision.respondBy ? { day: saidDay(decision.respondBy), time: saidTime(decision.respondBy) } : {}),
  };
}

/** The second clinician agrees: the decision goes out. Never the author. */
export async function countersign(
  context: SignedIn,
  given: { readonly decisionId: string; readonly version: number; readonly comment: string },
): Promise<Result<{ personId: string }>> {
  const decision = await findDecision(context.tables, given.decisionId);
  if (!decision) return failure(notFound);
  context.touch(decision.personId);
  if (decision.draftedBy === context.visitor.accountId)
    return failure({
      status: 403,
      title: 'A second clinician must agree',
      detail: 'You wrote this decision. Ask a senior colleague to read it.',
    });
  const allowed = permit(decisionLifecycle, { from: decision.state, to: 'confirmed', by: moversOf(context) });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: roleOf(context), reason: given.comment, ruleVersion: decision.ruleVersion });
  const moved = await moveDecision(context.tables, { id: decision.id, version: given.version }, 'confirmed', {
    confirmedAt: context.now,
    countersignedBy: context.visitor.accountId,
    countersignComment: given.comment,
  });
  if (!moved) return failure(overtaken);
  const referral = await findReferral(context.tables, decision.referralId);
  if (!referral) return failure(notFound);
  const told = await communicate(context, { id: decision.id, version: given.version + 1 }, referral, referral.version);
  return told.ok ? success({ personId: decision.personId }) : told;
}

/** The second clinician would do otherwise: it goes back to its author with the comment. */
export async function returnDecision(
  context: SignedIn,
  given: { readonly decisionId: string; readonly version: number; readonly comment: string },
): Promise<Result<{ personId: string }>> {
  const decision = await findDecision(context.tables, given.decisionId);
  if (!decision) return failure(notFound);
  context.touch(decision.personId);
  const allowed = permit(decisionLifecycle, { from: decision.state, to: 'drafted', by: moversOf(context), reason: given.comment });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: roleOf(context), reason: given.comment });
  const moved = await moveDecision(context.tables, { id: decision.id, version: given.version }, 'drafted', {
    countersignComment: given.comment,
  });
  return moved ? success({ personId: decision.personId }) : failure(overtaken);
}

/** A named worker says yes for their team. From now on the referral is theirs; the person and the referrer are told who. */
export async function acceptOffer(
  context: SignedIn,
  given: { readonly offerId: string; readonly version: number },
): Promise<Result<{ referralId: string; personId: string; serviceCode: string; teamId: string }>> {
  const offer = await findOffer(context.tables, given.offerId);
  if (!offer) return failure(notFound);
  context.touch(offer.personId);
  const allowed = permit(offerLifecycle, { from: offer.state, to: 'accepted', by: moversOf(context) });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: roleOf(context) });
  if (
    !(await moveOffer(context.tables, given.offerId === offer.id ? { id: offer.id, version: given.version } : offer, 'accepted', {
      acceptedBy: context.visitor.accountId,
      acceptedAt: context.now,
    }))
  )
    return failure(overtaken);
  await grantAccess(context, {
    personId: offer.personId,
    teamId: offer.teamId,
    relationship: 'serves',
    source: { kind: 'offer', id: offer.id },
  });
  await context.asWorker('hand over', async (tables) => {
    await traced(tables, { role: roleOf(context), reason: `${context.visitor.name} accepted.` });
    await tables
      .updateTable('referral')
      .set({ state: 'handed_over' })
      .set((row) => ({ version: row('version', '+', 1) }))
      .where('id', '=', offer.referralId)
      .where('state', '=', 'decided')
      .execute();
    await tables
      .updateTable('clock')
      .set({ stoppedAt: context.now, stoppedBecause: 'accepted' })
      .where('subjectId', '=', offer.id)
      .where('stoppedAt', 'is', null)
      .execute();
  });
  const respondBy = await respondByOf(context, offer.referralId);
  const facts = {
    worker: firstName(context.visitor.name),
    team: offer.teamName,
    service: offer.what,
    ...(respondBy ? { day: saidDay(respondBy) } : {}),
  };
  await record(context, {
    personId: offer.personId,
    category: 'contact',
    kind: 'offer.accepted',
    subjectKind: 'offer',
    subjectId: offer.id,
    data: { worker: context.visitor.name, team: offer.teamName },
  });
  await tellPerson(context, {
    personId: offer.personId,
    purpose: 'offer_accepted',
    facts,
    workerId: context.visitor.accountId,
    subject: { kind: 'offer', id: offer.id },
  });
  await tellReferrer(context, { referralId: offer.referralId, purpose: 'referrer_accepted', facts });
  return success({ referralId: offer.referralId, personId: offer.personId, serviceCode: offer.serviceCode, teamId: offer.teamId });
}

/** The promised day of the latest decision, for telling people when they hear from us. */
async function respondByOf(context: SignedIn, referralId: string): Promise<Date | null> {
  const clock = await context.asWorker('read the promise', (tables) =>
    tables
      .selectFrom('clock')
      .select('dueAt')
      .where('subjectId', '=', referralId)
      .where('kind', '=', 'RESPONSE')
      .orderBy('startedAt', 'desc')
      .executeTakeFirst(),
  );
  return clock?.dueAt ?? null;
}

/** Not the best fit, with a reason and no blame: the referral goes back to whoever sent it, who still owns it. Nobody starts again. */
export async function returnOffer(
  context: SignedIn,
  given: { readonly offerId: string; readonly version: number; readonly reason: string },
): Promise<Result<{ personId: string }>> {
  const offer = await findOffer(context.tables, given.offerId);
  if (!offer) return failure(notFound);
  context.touch(offer.personId);
  const allowed = permit(offerLifecycle, { from: offer.state, to: 'returned', by: moversOf(context), reason: given.reason });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: roleOf(context), reason: given.reason });
  const moved = await context.asWorker('give an offer back', (tables) =>
    moveOffer(tables, { id: offer.id, version: given.version }, 'returned', { returnedBecause: given.reason }),
  );
  if (!moved) return failure(overtaken);
  const target = byCode(context.place.blueprint.clocks, 'TRIAGE')?.target;
  const decideBy = (target && dueAt(target, context.now)) || new Date(context.now.getTime() + 24 * 3_600_000);
  await context.asWorker('take it back to triage', async (tables) => {
    await traced(tables, { role: roleOf(context), reason: given.reason });
    await tables
      .updateTable('referral')
      .set({ state: 'in_triage', decideBy })
      .set((row) => ({ version: row('version', '+', 1) }))
      .where('id', '=', offer.referralId)
      .where('state', '=', 'decided')
      .execute();
    await tables
      .updateTable('clock')
      .set({ stoppedAt: context.now, stoppedBecause: 'given back' })
      .where('subjectId', '=', offer.id)
      .where('stoppedAt', 'is', null)
      .execute();
    await tables
      .insertInto('clock')
      .values({
        id: context.identify(),
        kind: 'TRIAGE',
        personId: offer.personId,
        subjectKind: 'referral',
        subjectId: offer.referralId,
        startedAt: context.now,
        dueAt: decideBy,
        createdAt: context.now,
        createdBy: context.visitor.accountId,
      })
      .execute();
  });
  await endAccess(context, offer.id);
  await record(context, {
    personId: offer.personId,
    category: 'contact',
    kind: 'offer.returned',
    subjectKind: 'offer',
    subjectId: offer.id,
    data: { team: offer.teamName },
  });
  return success({ personId: offer.personId });
}

export interface Question {
  readonly referralId: string;
  readonly version: number;
  readonly whom: 'person' | 'referrer';
  readonly question: string;
}

/** Asks one thing of the person or the referrer. The clock runs on. */
export async function askForMore(context: SignedIn, asked: Question): Promise<Result<{ personId: string }>> {
  const referral = await findReferral(context.tables, asked.referralId);
  if (!referral) return failure(notFound);
  context.touch(referral.personId);
  if (!asked.question.trim()) return failure(invalid([{ field: 'question', message: 'Write the one thing you need to know.' }]));
  if (referral.version !== asked.version) return failure(overtaken);
  const reading = await beginReading(context, referral);
  if (!reading.ok) return reading;
  const allowed = permit(referralLifecycle, { from: 'in_triage', to: 'waiting_info', by: moversOf(context), reason: asked.question });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: roleOf(context), reason: 'One question was asked.' });
  if (!(await moveReferral(context.tables, { id: referral.id, version: reading.value.version }, 'waiting_info'))) return failure(overtaken);
  const facts = { words: asked.question, worker: firstName(context.visitor.name) };
  if (asked.whom === 'referrer') await tellReferrer(context, { referralId: referral.id, purpose: 'referrer_question', facts });
  else
    await tellPerson(context, {
      personId: referral.personId,
      purpose: 'question',
      facts,
      workerId: context.visitor.accountId,
      subject: { kind: 'referral', id: referral.id },
    });
  await record(context, {
    personId: referral.personId,
    category: 'contact',
    kind: 'referral.question_asked',
    subjectKind: 'referral',
    subjectId: referral.id,
    data: { whom: asked.whom },
  });
  return success({ personId: referral.personId });
}
