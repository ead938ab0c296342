// Support of the community hub while a concern waits with the safeguarding hub: asked for, decided by rule, and accepted, as rows.
import { addDays, localDate } from '../../platform/clock.ts';
import { addWorkingDays, instantOf } from '../../platform/due.ts';
import type { Rows, Setting } from '../life.ts';

/** The rows that concerns and the support meanwhile are made of. */
export type ConcernRows = Required<
  Pick<
    Rows,
    | 'person'
    | 'contactPreference'
    | 'access'
    | 'safeguardingConcern'
    | 'transition'
    | 'referral'
    | 'referralAnswer'
    | 'triageDecision'
    | 'offer'
    | 'clock'
  >
>;

/** The community hub was offered, and its co-ordinator said yes. */
export function hubSupport(
  { identify, staff, team, now }: Pick<Setting, 'identify' | 'staff' | 'team' | 'now'>,
  { personId, lead, sentAt }: { readonly personId: string; readonly lead: string; readonly sentAt: Date },
  rows: ConcernRows,
): string {
  const referralId = identify();
  const decisionId = identify();
  const offeredAt = new Date(sentAt.getTime() + 3_600_000);
  const acceptedAt = new Date(offeredAt.getTime() + 2 * 3_600_000);
  const malik = staff('malik');
  const by = { createdAt: offeredAt, createdBy: lead };
  const reason = 'The safeguarding hub asked us to help, so services look at it together this week.';
  rows.referral.push({
    id: referralId,
    personId,
    state: 'handed_over',
    door: 'partner',
    kind: 'professional',
    teamId: team('first-contact-team'),
    serviceAsked: 'first-contact',
    referrerName: 'Asha Verma',
    agreement: 'agreed',
    identity: 'linked',
    receivedAt: offeredAt,
    decideBy: new Date(offeredAt.getTime() + 48 * 3_600_000),
    version: 4,
    ...by,
  });
  rows.referralAnswer.push({
    id: identify(),
    referralId,
    personId,
    category: 'safety',
    question: 'from_mash',
    status: 'answered',
    codes: ['yes'],
    saidBy: 'referrer',
    position: 1,
    askedAt: offeredAt,
    createdBy: lead,
  });
  rows.triageDecision.push({
    id: decisionId,
    referralId,
    personId,
    state: 'communicated',
    suggestion: JSON.stringify({ steps: [] }),
    ruleVersion: 'first-step 1',
    firstStep: 'Community hub',
    responseCode: 'MEETING',
    respondBy: instantOf(addDays(localDate(now), 6), '10:00'),
    reason,
    draftedBy: lead,
    confirmedAt: offeredAt,
    version: 4,
    ...by,
  });
  const offerId = identify();
  rows.offer.push({
    id: offerId,
    decisionId,
    referralId,
    personId,
    serviceCode: 'hub',
    teamId: team('hub-team'),
    ownerId: lead,
    what: 'Community hub',
    noteToTeam: reason,
    state: 'accepted',
    acceptBy: instantOf(addWorkingDays(localDate(offeredAt), 2), '17:00'),
    acceptedBy: malik,
    acceptedAt,
    position: 0,
    version: 3,
    ...by,
  });
  rows.access.push({
    id: identify(),
    personId,
    teamId: team('hub-team'),
    relationship: 'serves',
    sourceKind: 'offer',
    sourceId: offerId,
    startsAt: offeredAt,
    createdBy: malik,
  });
  const asked = (toState: string) => ({ toState, at: offeredAt, createdBy: lead, role: 'SG' });
  const saidYes = (toState: string) => ({ toState, at: acceptedAt, createdBy: malik, role: 'CO_HUB' });
  const ways = [
    {
      of: { lifecycle: 'referral', subjectId: referralId, category: 'contact' },
      steps: [asked('submitted'), asked('in_triage'), asked('decided'), saidYes('handed_over')],
    },
    {
      of: { lifecycle: 'triage_decision', subjectId: decisionId, category: 'clinical' },
      steps: [asked('suggested'), asked('drafted'), asked('confirmed'), asked('communicated')],
    },
    { of: { lifecycle: 'offer', subjectId: offerId, category: 'contact' }, steps: [asked('drafted'), asked('sent'), saidYes('accepted')] },
  ];
  for (const { of, steps } of ways)
    for (const [at, step] of steps.entries()) rows.transition.push({ ...of, personId, fromState: steps[at - 1]?.toState ?? null, ...step });
  for (const kind of ['TRIAGE', 'RESPONSE', 'WHOLEWAIT'])
    rows.clock.push({
      id: identify(),
      kind,
      personId,
      subjectKind: 'referral',
      subjectId: referralId,
      startedAt: offeredAt,
      dueAt: kind === 'RESPONSE' ? instantOf(addDays(localDate(now), 6), '10:00') : null,
      stoppedAt: kind === 'TRIAGE' ? offeredAt : null,
      ...by,
    });
  return referralId;
}
