// What people do on a pathway: start support after accepting an offer, plan and make an ending, and come back through a door that stayed open.
import type { Pathway } from '../../platform/blueprint/blueprint.ts';
import { addDays, type LocalDate, localDate } from '../../platform/clock.ts';
import { isCode } from '../../platform/codes/codes.ts';
import { record } from '../../platform/events.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { type Fault, failure, invalid, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { firstName, saidDate } from '../../platform/said.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { grantAccess } from '../../trust/access/actions.ts';
import { closeReferral, reopenReferral } from '../front-door/reopen.ts';
import { tellPerson, tellReferrer } from '../people/actions.ts';
import { acceptOffer } from '../triage/actions.ts';
import { type Enrolment, type EnrolmentState, enrolmentLifecycle, strandLifecycle } from './model.ts';

export { caseloadOf, enrolmentsOf, openDoorOf } from './store.ts';

import {
  changeEnrolment,
  type EnrolmentChange,
  findEnrolment,
  insertEnrolment,
  insertStrand,
  moveStrand,
  openDoorOf,
  startMatchClock,
} from './store.ts';

/** Roles that can be somebody's key worker. */
const keyWorking = ['KW', 'HOU', 'EMP', 'CO_HUB', 'TRI', 'SNR'] as const;

export interface StartSupport {
  readonly offerId: string;
  readonly version: number;
  readonly pathwayCode: string;
  /** How the person agreed: 'in_person', 'phone', 'message'. */
  readonly agreedHow: string;
  /** Matched ones wait for a supporter. */
  readonly strands: readonly { readonly kind: string; readonly name: string; readonly aim: string; readonly matched: boolean }[];
  /** '' where no day could be read. */
  readonly startsOn: LocalDate;
  /** Null where the pathway has no end date. */
  readonly plannedEndOn: LocalDate | null;
}

/** Whole months that a pathway is planned for; null where it has no end date. */
const lengthOf = (pathway: Pathway): { readonly fromMonths: number; readonly toMonths: number } | null =>
  pathway.plannedLength === 'no end date' ? null : pathway.plannedLength;

/** What is wrong with a start, all at once (TWP-20, TWP-23); the pathway it is for otherwise. */
function faultsOfStart(context: SignedIn, start: StartSupport, pathway: Pathway | undefined): Fault[] {
  const faults: Fault[] = [];
  const today = localDate(context.now);
  if (!pathway) return [{ field: 'pathway', message: 'Choose a pathway.' }];
  if (start.strands.length === 0) faults.push({ field: 'strands', message: 'Choose at least one thing that starts.' });
  if (!start.agreedHow) faults.push({ field: 'agreed_how', message: 'Say how they said yes.' });
  const begins = start.startsOn >= addDays(today, -14) && start.startsOn <= addDays(today, 90);
  if (!begins) faults.push({ field: 'starts_on', message: 'Choose a start between two weeks ago and three months from now.' });
  const length = lengthOf(pathway);
  if (!length) return faults;
  if (!start.plannedEndOn) return [...faults, { field: 'ends_on', message: 'Choose until when it is planned. It can change, together.' }];
  // An end is measured from a start, so a wrong start is put right first.
  if (!begins) return faults;
  const latest = addMonths(start.startsOn, length.toMonths);
  if (start.plannedEndOn <= start.startsOn) faults.push({ field: 'ends_on', message: 'Choose an end after the start.' });
  else if (start.plannedEndOn > latest)
    faults.push({
      field: 'ends_on',
      message: `This pathway is planned for up to ${length.toMonths} months: ${saidDate(latest)} at the latest.`,
    });
  return faults;
}

/** Whether a role of the visitor may begin support at all. */
export const mayBegin = (context: SignedIn) => permit(enrolmentLifecycle, { from: 'accepted', to: 'active', by: moversOf(context) });

/** Accepts the offer for the visitor's team, enrols the person with the visitor as key worker, starts the chosen strands and closes the referral's loop. */
export async function startSupport(context: SignedIn, start: StartSupport): Promise<Result<{ enrolmentId: string; personId: string }>> {
  const { visitor } = context;
  const pathway = context.place.blueprint.pathways.find((one) => one.code === start.pathwayCode);
  const faults = faultsOfStart(context, start, pathway);
  if (!pathway || faults.length > 0) return failure(invalid(faults));
  const begins = mayBegin(context);
  if (!begins.ok) return begins;
  const accepted = await acceptOffer(context, { offerId: start.offerId, version: start.version });
  if (!accepted.ok) return accepted;
  const { personId, referralId, serviceCode, teamId } = accepted.value;
  if (pathway.service !== serviceCode)
    return failure(invalid([{ field: 'pathway', message: 'Choose a pathway of the service that was offered.' }]));
  const held = visitor.roles.find((one) => one.teamId === teamId && keyWorking.some((role) => role === one.access));
  const enrolmentId = context.identify();
  // Reaches the record as far as their own role reaches, and no further.
  if (held)
    await grantAccess(context, {
      personId,
      accountId: visitor.accountId,
      relationship: 'key_worker',
      role: held.access,
      source: { kind: 'enrolment', id: enrolmentId },
    });
  const made = { createdAt: context.now, createdBy: visitor.accountId };
  // What follows from a yes that was allowed: roles that may say it need not be able to write the person's story.
  await context.asWorker('start support', async (tables) => {
    await traced(tables, { role: held?.access ?? moversOf(context)[0] ?? '', ruleVersion: `${pathway.code} ${pathway.version}` });
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
      ...made,
    });
    await changeEnrolment(tables, { id: enrolmentId, version: 1 }, 'accepted', {
      agreedHow: start.agreedHow,
      acceptedOn: localDate(context.now),
    });
    await changeEnrolment(tables, { id: enrolmentId, version: 2 }, 'active', {
      startsOn: start.startsOn,
      plannedEndOn: start.plannedEndOn,
    });
    for (const [position, { matched, ...strand }] of start.strands.entries()) {
      const id = context.identify();
      await insertStrand(tables, { id, enrolmentId, personId, ...strand, timing: 'now', position, ...made });
      await moveStrand(tables, id, 'planned', 'ready');
      // A strand with a supporter begins when the two have said yes to each other.
      if (matched) await startMatchClock(tables, { id: context.identify(), personId, strandId: id, ...made });
      else await moveStrand(tables, id, 'ready', 'active', { workerId: visitor.accountId, startsOn: start.startsOn });
    }
  });
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
  if (endsOn < localDate(context.now)) return failure(invalid([{ field: 'ends_on', message: 'Choose today or a day still to come.' }]));
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

/** They go on after all: a new end date, and why, in both their words. */
export async function goOn(
  context: SignedIn,
  at: { readonly id: string; readonly version: number; readonly reason: string },
  endsOn: LocalDate,
): Promise<Result<Enrolment>> {
  const faults: Fault[] = [];
  if (!at.reason.trim()) faults.push({ field: 'reason_on', message: 'Say why support goes on, in a few words.' });
  if (endsOn <= localDate(context.now)) faults.push({ field: 'new_end', message: 'Choose a new end still to come.' });
  if (faults.length > 0) return failure(invalid(faults));
  const moved = await move(context, at, 'active', { plannedEndOn: endsOn }, at.reason);
  if (!moved.ok) return moved;
  await record(context, {
    personId: moved.value.personId,
    category: 'story',
    kind: 'enrolment.continued',
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
  /** Null while nobody has said. */
  readonly measures: 'taken' | 'declined' | 'requested' | null;
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
  const faults: Fault[] = [];
  if (!ending.stayWellOffered) faults.push({ field: 'stay_well', message: 'Offer a stay-well plan before support ends. They may say no.' });
  if (!ending.measures) faults.push({ field: 'measures', message: 'Say whether a measure was taken, asked for or declined.' });
  if (!isCode('endingReason', ending.reason)) faults.push({ field: 'reason', message: 'Choose why support ends now.' });
  if (faults.length > 0) return failure(invalid(faults));
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
