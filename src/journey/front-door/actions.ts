// The front door’s face: receive a referral by any door, send what somebody wrote, and add to it later.
import { localDate } from '../../platform/clock.ts';
import { instantOf } from '../../platform/due.ts';
import { record } from '../../platform/events.ts';
import { type Mover, moversOf, traced } from '../../platform/lifecycle.ts';
import { saidDay } from '../../platform/said.ts';
import type { Context } from '../../platform/web/context.ts';
import { grantAccess } from '../../trust/access/actions.ts';
import { askWhoGoesOn, restrictAsAsked } from '../../trust/restricted/actions.ts';
import { findPossibleMatches, registerPerson, tellPerson, tellReferrer } from '../people/actions.ts';
import { dutyReasons } from './answers.ts';
import { withCareAtHome } from './care-at-home.ts';
import { tellDuty } from './duty.ts';
import type { NewReferral, ReferralKind, SubmittedReferral } from './model.ts';
import { accountOf } from './referrer-account.ts';
import { decisionDue, fourWeeksDue, receivingTeam } from './setting.ts';
import { insertAnswers, insertClocks, insertReferral } from './store.ts';

export { addHeard, addToReferral } from './adding.ts';
export { lateAdvice } from './advice/store.ts';
export { askedBefore, askingsBetween } from './askings.ts';
export { type AskedByCarer, askedForThem, carerOf, letCarerKnow } from './carer.ts';
export { type OpenDraft, openDoorDraft, type Saved, saveDoorDraft } from './drafts.ts';
export { closeReferral, reopenReferral } from './reopen.ts';
export { forgetEndedDrafts } from './store-draft.ts';

const saidBy = { self: 'person', carer: 'carer', professional: 'referrer', imported: 'referrer' } as const satisfies Record<
  ReferralKind,
  string
>;
const moverOf: Readonly<Record<ReferralKind, Mover>> = { self: 'PER', carer: 'CAR', professional: 'REF', imported: 'SYS' };

/**
 * Receives a referral by any door, in the request’s transaction: the person, the referral as submitted, its answers, the clocks, who may read it,
 * who this may already be, the receipts, and the event. With `knownId` it is about somebody whose record is here. Whoever is on duty is told at once of an answer that may mean danger (S2.7).
 */
export async function submitReferral(context: Context, asTold: NewReferral, knownId?: string): Promise<SubmittedReferral> {
  const referral = withCareAtHome(asTold);
  const { place, identify, now } = context;
  const referralId = identify();
  const receivedAt = referral.receivedAt ?? now;
  const team = receivingTeam(place, referral.service);
  const today = asksOfToday(referral, now) ? todayBecause(referral) : [];
  const decideBy = decisionDue(place, team, receivedAt, today.length > 0);
  const fourWeeks = fourWeeksDue(place, team, receivedAt);
  const { personId } = knownId ? { personId: knownId } : await registerPerson(context, referral.person);
  const account = await accountOf(context, referral.referrer);
  const referrerAccountId = account?.id ?? null;
  const createdBy = context.visitor?.accountId ?? referrerAccountId;
  const receipt = referral.kind === 'imported' ? {} : { stoppedAt: now, stoppedBecause: 'The receipt was shown.' };
  const number = await context.asWorker('receive a referral', async (tables) => {
    await traced(tables, { role: moversOf(context)[0] ?? moverOf[referral.kind] });
    const given = await insertReferral(tables, {
      id: referralId,
      personId,
      state: 'submitted',
      door: referral.door,
      kind: referral.kind,
      language: referral.language,
      teamId: team.id,
      serviceAsked: referral.service ?? null,
      referrerAccountId,
      referrer: referral.referrer ?? null,
      urgencyAsked: referral.urgencyAsked ?? null,
      agreement: referral.agreement,
      agreementReason: referral.agreementReason ?? '',
      mayNotKnow: !personKnows(referral),
      receivedAt,
      decideBy,
      createdAt: now,
      createdBy,
    });
    const about = { referralId, personId, saidBy: saidBy[referral.kind], language: referral.language, askedAt: now, createdBy, from: 1 };
    await insertAnswers(tables, referral.answers, about, identify);
    const clocks = [
      { kind: 'ACK', dueAt: instantOf(localDate(receivedAt), '23:59'), ...receipt },
      { kind: 'TRIAGE', dueAt: decideBy },
      { kind: 'RESPONSE', dueAt: null },
      { kind: 'WHOLEWAIT', dueAt: null },
      ...(fourWeeks ? [{ kind: 'FOURWEEK', dueAt: fourWeeks }] : []),
    ];
    await insertClocks(tables, clocks, { personId, referralId, startedAt: receivedAt, createdAt: now, createdBy }, identify);
    return given;
  });
  const source = { kind: 'referral', id: referralId };
  await grantAccess(context, { personId, teamId: team.id, relationship: 'holds_referral', source });
  if (referrerAccountId)
    await grantAccess(context, { personId, accountId: referrerAccountId, relationship: 'referrer', role: 'REF', source });
  if (!knownId) await findPossibleMatches(context, { referralId, personId });
  await record(context, {
    personId,
    category: 'contact',
    kind: 'referral.submitted',
    subjectKind: 'referral',
    subjectId: referralId,
    data: { door: referral.door, kind: referral.kind, number, team: team.name, decideBy: decideBy.toISOString() },
  });
  if (today.length > 0)
    await tellDuty(context, { referralId, personId, number, teamId: team.id, reasons: today, restricted: referral.restricted === true });
  if (referral.kind !== 'imported')
    await giveReceipts(context, {
      referral,
      referralId,
      personId,
      team,
      decideBy,
      path: account ? await account.path(`/sent/${referralId}`) : '',
    });
  // Last, so that whoever takes it down finishes what they began.
  if (referral.restricted) await restrictAsAsked(context, personId);
  else await askWhoGoesOn(context, personId);
  return { referralId, number, personId, decideBy };
}

interface Received {
  readonly referral: NewReferral;
  readonly referralId: string;
  readonly personId: string;
}

const aWeek = 7 * 24 * 60 * 60 * 1000;

/** What “today” said in a file of old referrals has been answered long ago; those received this week, or nobody knows when, may still wait. */
const asksOfToday = ({ kind, receivedAt }: NewReferral, now: Date): boolean =>
  kind !== 'imported' || receivedAt === undefined || now.getTime() - receivedAt.getTime() < aWeek;

/** Why whoever is on duty reads it today: an answer that may mean danger, a wish to be contacted today, or a referrer’s. */
const todayBecause = ({ answers, urgencyAsked }: Pick<NewReferral, 'answers' | 'urgencyAsked'>): readonly string[] =>
  dutyReasons([...answers, ...(urgencyAsked ? [{ question: 'urgency', codes: [urgencyAsked] }] : [])]);

/** The person is told only where they know of it and it is safe; a referrer by e-mail, with a link to where it stands. */
async function giveReceipts(
  context: Context,
  {
    referral,
    referralId,
    personId,
    team,
    decideBy,
    path,
  }: Received & { readonly team: { readonly id: string; readonly name: string }; readonly decideBy: Date; readonly path: string },
): Promise<void> {
  const facts = { day: saidDay(decideBy), team: team.name };
  if (personKnows(referral))
    await tellPerson(context, {
      personId,
      purpose: 'receipt',
      facts,
      workerId: null,
      teamId: team.id,
      subject: { kind: 'referral', id: referralId },
    });
  if (referral.referrer?.email) await tellReferrer(context, { referralId, purpose: 'referrer_receipt', facts: { ...facts, path } });
}

const personKnows = (referral: NewReferral): boolean =>
  referral.kind === 'carer'
    ? referral.answers.some((answer) => answer.question === 'do_they_know' && answer.codes.includes('yes'))
    : referral.agreement !== 'without_agreement';
