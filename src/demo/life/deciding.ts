// What triage decided, what was offered, and who said yes to it.
import { localDate } from '../../platform/clock.ts';
import { addWorkingDays } from '../../platform/due.ts';
import type { Asked } from './asking.ts';
import type { Course } from './course.ts';
import { turnBack } from './given-back.ts';
import { at, hour, type Telling } from './telling.ts';

export interface Accepted {
  readonly offerId: string;
  readonly acceptedAt: Date;
}

/** Who would have fallen between services, as the rules of the place name it (SOM-15): practical help alone, or too anxious to come. */
const gapOf = ({ service, story: { about } }: Course): 'G1' | 'G2' | null =>
  service === 'outreach' ? 'G2' : service === 'early-help' && (about.includes('home') || about.includes('money')) ? 'G1' : null;

/** Null where no team has said yes by now. */
export function decide(telling: Telling, { decidedAt: firstDecidedAt, submitted, read: firstRead }: Asked): Accepted | null {
  const { setting, course, personId, referralId, triager, worker, add, event, trace } = telling;
  const { identify, random, team, staffName } = setting;
  const { story, receivedAt } = course;
  const decisionId = identify();
  const offerId = identify();
  const differs = course.reached === 'countersign';
  const suggestion = {
    table: 'triage',
    tableName: 'What to offer first',
    version: 'triage 1',
    effectiveFrom: '2026-04-01',
    steps: [],
    responseCode: 'W4',
    responseWords: 'Within 4 weeks',
    evaluation: null,
    failed: null,
    safetyConcern: false,
  };
  const turned = course.turn ? turnBack(telling, course.turn, { decidedAt: firstDecidedAt, suggestion: JSON.stringify(suggestion) }) : null;
  const decidedAt = turned?.decidedAt ?? firstDecidedAt;
  const read = [firstRead, ...(turned?.steps ?? [])];
  add('triageDecision', {
    id: decisionId,
    referralId,
    personId,
    state: differs ? 'awaiting_countersign' : 'communicated',
    suggestion: JSON.stringify(suggestion),
    ruleVersion: 'triage 1',
    firstStep: course.serviceName,
    responseCode: 'W4',
    respondBy: new Date(receivedAt.getTime() + 28 * 24 * hour),
    reason: differs ? 'You asked for one worker you can get to know, and said groups are too much for now.' : story.help,
    differsBecause: differs ? 'You asked for one worker you can get to know, and said groups are too much for now.' : '',
    countersignBecause: differs ? ['differs_from_rules'] : [],
    gapGroup: gapOf(course),
    draftedBy: triager,
    confirmedAt: differs ? null : decidedAt,
    version: 4,
    createdAt: decidedAt,
    createdBy: triager,
  });
  const accepted = course.reached === 'active' || course.reached === 'ended';
  const acceptedAt = new Date(decidedAt.getTime() + random.between(3, 26) * hour);
  add('offer', {
    id: offerId,
    decisionId,
    referralId,
    personId,
    serviceCode: course.service,
    teamId: team(course.team),
    ownerId: triager,
    what: course.serviceName,
    noteToTeam: story.help,
    state: differs ? 'drafted' : accepted ? 'accepted' : 'sent',
    acceptBy: at(addWorkingDays(localDate(decidedAt), 2), '17:00'),
    acceptedBy: accepted ? worker : null,
    acceptedAt: accepted ? acceptedAt : null,
    position: 0,
    version: accepted ? 3 : 2,
    createdAt: decidedAt,
    createdBy: triager,
  });
  trace('triage_decision', decisionId, 'clinical', [
    [null, 'suggested', decidedAt, triager, 'TRI'],
    ['suggested', 'drafted', decidedAt, triager, 'TRI'],
    ...(differs
      ? ([['drafted', 'awaiting_countersign', decidedAt, triager, 'TRI']] as const)
      : ([
          ['drafted', 'confirmed', decidedAt, triager, 'TRI'],
          ['confirmed', 'communicated', decidedAt, triager, 'TRI'],
        ] as const)),
  ]);
  if (differs) return null;
  event('referral.decided', 'contact', decidedAt, ['referral', referralId], {
    data: { offer: course.serviceName, response: 'W4', by: staffName(course.triagedBy) },
    createdBy: triager,
  });
  add('access', {
    id: identify(),
    personId,
    teamId: team(course.team),
    relationship: accepted ? 'serves' : 'offered',
    sourceKind: 'offer',
    sourceId: offerId,
    startsAt: decidedAt,
  });
  const decidedStep = ['in_triage', 'decided', decidedAt, triager, 'TRI'] as const;
  if (!accepted) {
    trace('referral', referralId, 'contact', [submitted, ...read, decidedStep]);
    trace('offer', offerId, 'contact', [
      [null, 'drafted', decidedAt, triager, 'TRI'],
      ['drafted', 'sent', decidedAt, triager, 'TRI'],
    ]);
    return null;
  }
  trace('referral', referralId, 'contact', [
    submitted,
    ...read,
    decidedStep,
    ['decided', 'handed_over', acceptedAt, worker, 'KW'],
    ['handed_over', 'closed', acceptedAt, null, 'SYS'],
  ]);
  trace('offer', offerId, 'contact', [
    [null, 'drafted', decidedAt, triager, 'TRI'],
    ['drafted', 'sent', decidedAt, triager, 'TRI'],
    ['sent', 'accepted', acceptedAt, worker, 'KW'],
  ]);
  event('offer.accepted', 'contact', acceptedAt, ['offer', offerId], {
    data: { worker: staffName(course.keyWorker), team: course.teamName },
    createdBy: worker,
  });
  return { offerId, acceptedAt };
}
