// What people do on a pathway: start support after accepting an offer, plan and make an ending, and come back through a door that stayed open.
import { addDays, type LocalDate, localDate } from '../../platform/clock.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { firstName, saidDate } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { grantAccess } from '../../trust/access/actions.ts';
import { closeReferral, reopenReferral } from '../front-door/reopen.ts';
import { tellPerson, tellReferrer } from '../people/actions.ts';
import { acceptOffer } from '../triage/actions.ts';
import { type Enrolment, type EnrolmentState, enrolmentLifecycle, strandLifecycle } from './model.ts';
import { changeEnrolment, type EnrolmentChange, findEnrolment, insertEnrolment, insertStrand, moveStrand, openDoorOf } from './store.ts';

export interface StartSupport {
  readonly offerId: string;
  readonly version: number;
  readonly pathwayCode: string;
  /** How the person agreed: 'in_person', 'phone', 'message'. */
  readonly agreedHow: string;
  readonly strands: readonly { readonly kind: string; readonly name: string; readonly aim: string }[];
  readonly startsOn: LocalDate;
  /** Null where the pathway has no end date. */
  readonly plannedEndOn: LocalDate | null;
}

/** Accepts the offer for the visitor's team, enrols the person with the visitor as key worker, starts the chosen strands and closes the referral's loop. */
export async function startSupport(context: SignedIn, start: StartSupport): Promise<Result<{ enrolmentId: string; personId: string }>> {
  const { tables, visitor } = context;
  const pathway = context.place.blueprint.pathways.find((one) => one.code === start.pathwayCode);
  if (!pathway)
    return failure({
      status: 422,
      title: 'There is a problem',
      detail: 'Choose a pathway.',
      faults: [{ field: 'pathway', message: 'Choose a pathway.' }],
    });
  const accepted = await acceptOffer(context, { offerId: start.offerId, version: start.version });
  if (!accepted.ok) return accepted;
  const { personId, referralId, serviceCode, teamId } = accepted.value;
  const enrolmentId = context.identify();
  await grantAccess(context, {
    personId,
    accountId: visitor.accountId,
    relationship: 'key_worker',
    role: 'KW',
    source: { kind: 'enrolment', id: enrolmentId },
  });
  await traced(tables, { role: moversOf(context)[0] ?? '' });
  await insertEnrolment(tables, {
    id: enrolmentId,
    personId,
    referralId,
    offerId: start.offerId,
    serviceCode,
    pathwayCode: pathway.code,
    pathwayVersion: String(pathway.version),
    teamId,
    keyWorkerId: visitor.accountId,
    stage: pathway.stages[0]?.code ?? '',
    createdAt: context.now,
    createdBy: visitor.accountId,
  });
  const today = localDate(context.now);
  await changeEnrolment(tables, { id: enrolmentId, version: 1 }, 'accepted', { agreedHow: start.agreedHow, acceptedOn: today });
  await changeEnrolment(tables, { id: enrolmentId, version: 2 }, 'active', { startsOn: start.startsOn, plannedEndOn: start.plannedEndOn });
  for (const [position, strand] of start.strands.entries()) {
    const id = context.identify();
    await insertStrand(tables, {
      id,
      enrolmentId,
      personId,
      ...strand,
      timing: 'now',
      position,
      createdAt: context.now,
      createdBy: visitor.accountId,
    });
    await moveStrand(tables, id, 'planned', 'ready');
    await moveStrand(tables, id, 'ready', 'active', { workerId: visitor.accountId, startsOn: start.startsOn });
  }
  context.touch(personId);
  await record(context, {
    personId,
    category: 'story',
    kind: 'enrolment.started',
    subjectKind: 'enrolment',
    subjectId: enrolmentId,
    data: { pathway: pathway.name, worker: visitor.name, strands: start.strands.map((one) => one.name).join(', ') },
  });
  await tellReferrer(context, { referralId, purpose: 'referrer_closed', facts: {} });
  await closeReferral(context, referralId);
  return success({ enrolmentId, personId });
}

async function move(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
  to: EnrolmentState,
  change: EnrolmentChange,
  reason = '',
): Promise<Result<Enrolment>> {
  const enrolment = await findEnrolment(context.tables, at.id);
  if (!enrolment) return failure(notFound);
  context.touch(enrolment.personId);
  const allowed = permit(enrolmentLifecycle, { from: enrolment.state, to, by: moversOf(context), reason });
  if (!allowed.ok) return allowed;
  await traced(context.tables, { role: moversOf(context)[0] ?? '', reason });
  return (await changeEnrolment(context.tables, at, to, change)) ? success(enrolment) : failure(overtaken);
}

/** Begins the ending together: there is a date, and time to make the stay-well plan. */
export async function planEnding(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
  endsOn: LocalDate,
): Promise<Result<Enrolment>> {
  const moved = await move(context, at, 'ending', { plannedEndOn: endsOn });
  if (!moved.ok) return moved;
  await record(context, {
    personId: moved.value.personId,
    category: 'story',
    kind: 'enrolment.ending_planned',
    subjectKind: 'enrolment',
    subjectId: at.id,
    data: { endsOn },
  });
  return moved;
}

export interface Ending {
  readonly id: string;
  readonly version: number;
  /** Code of the list endingReason; never "could not be reached" without the whole routine and a manager. */
  readonly reason: string;
  readonly personsView: string;
  readonly stayWellOffered: boolean;
  readonly measures: 'taken' | 'declined' | 'requested';
}

const noContact: Problem = {
  status: 422,
  title: 'There is a problem',
  detail: 'Nobody’s support ends because they could not be reached.',
  faults: [
    {
      field: 'reason',
      message: 'First try three times by two ways, write a safe letter and ask a manager to look. Until then the door stays open.',
    },
  ],
};

/** Ends support with the door left open: until the returned date the person comes back without a new form. */
export async function endEnrolment(context: SignedIn, ending: Ending): Promise<Result<{ personId: string; reEntryUntil: LocalDate }>> {
  if (ending.reason === 'no_contact') return failure(noContact);
  if (!ending.stayWellOffered)
    return failure({
      status: 422,
      title: 'There is a problem',
      detail: 'Offer a stay-well plan first.',
      faults: [{ field: 'stay_well', message: 'Offer a stay-well plan before support ends. They may say no.' }],
    });
  const enrolment = await findEnrolment(context.tables, ending.id);
  if (!enrolment) return failure(notFound);
  const pathway = context.place.blueprint.pathways.find((one) => one.code === enrolment.pathwayCode);
  const today = localDate(context.now);
  const reEntryUntil = addMonths(today, pathway?.reEntryMonths ?? 6);
  const moved = await move(context, ending, 'ended', {
    endedOn: today,
    endingReason: ending.reason,
    personsViewOfEnding: ending.personsView,
    reEntryUntil,
  });
  if (!moved.ok) return moved;
  const { personId } = moved.value;
  await traced(context.tables, { role: moversOf(context)[0] ?? '' });
  for (const strand of moved.value.strands)
    if (strand.state === 'active' || strand.state === 'paused') {
      const allowed = permit(strandLifecycle, { from: strand.state, to: 'ended', by: moversOf(context) });
      if (allowed.ok)
        await moveStrand(context.tables, strand.id, strand.state, 'ended', { endedOn: today, personsView: ending.personsView });
    }
  await record(context, {
    personId,
    category: 'story',
    kind: 'enrolment.ended',
    subjectKind: 'enrolment',
    subjectId: ending.id,
    data: { reason: ending.reason, reEntryUntil, measures: ending.measures },
  });
  await tellPerson(context, {
    personId,
    purpose: 'ending',
    facts: { worker: firstName(context.visitor.name), day: saidDate(reEntryUntil) },
    workerId: context.visitor.accountId,
    subject: { kind: 'enrolment', id: ending.id },
  });
  return success({ personId, reEntryUntil });
}

/** The person, or their worker for them, comes back: the same referral goes on, nothing is asked again, all clocks are new. */
export async function comeBack(context: SignedIn, personId: string): Promise<Result<{ referralId: string }>> {
  const door = await openDoorOf(context.tables, personId, localDate(context.now));
  if (!door?.referralId)
    return failure({
      status: 409,
      title: 'Ask for help in the usual way',
      detail: 'The time for coming back without a form has passed. We kept what you told us.',
    });
  context.touch(personId);
  return reopenReferral(context, door.referralId);
}

/** The same day some months on; the month's last day where that day does not exist. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(day, last) - 1);
}
