// The support they take up: an enrolment on a pathway with a strand of it, and the days on which they meet.
import { addDays, type LocalDate, localDate } from '../../platform/clock.ts';
import { addWorkingDays } from '../../platform/due.ts';
import type { Accepted } from './deciding.ts';
import { at, type Telling } from './telling.ts';

export interface Support {
  readonly enrolmentId: string;
  readonly acceptedAt: Date;
  readonly ended: boolean;
  readonly firstMeeting: LocalDate;
  readonly sessionDays: readonly LocalDate[];
}

export function support(telling: Telling, { offerId, acceptedAt }: Accepted): Support {
  const { setting, course, personId, referralId, worker, add, event, trace } = telling;
  const { identify, random, now, team, staffName } = setting;
  const { story, receivedAt } = course;
  const enrolmentId = identify();
  const startsOn = localDate(acceptedAt);
  const ended = course.reached === 'ended';
  const made = { createdAt: acceptedAt, createdBy: worker };
  const firstMeeting = addWorkingDays(addDays(localDate(receivedAt), course.daysToFirstMeeting), 0);
  const today = localDate(now);
  const planned = Array.from({ length: course.sessions }, (_, index) =>
    addWorkingDays(addDays(firstMeeting, index * 14 + random.between(0, 2)), 0),
  );
  const past = planned.filter((day) => day < today);
  // Everybody being supported knows when they meet next.
  const ahead =
    course.next?.day ?? [...planned, addWorkingDays(addDays(today, random.between(1, 14)), 0)].find((day) => day > today) ?? today;
  const sessionDays = ended ? past : [...past, ahead];
  const lastDay = past.at(-1) ?? firstMeeting;
  add('enrolment', {
    id: enrolmentId,
    personId,
    referralId,
    offerId,
    serviceCode: course.service,
    pathwayCode: course.pathway,
    pathwayVersion: '1',
    teamId: team(course.team),
    keyWorkerId: worker,
    state: ended ? 'ended' : 'active',
    stage: '',
    agreedHow: 'phone',
    acceptedOn: startsOn,
    startsOn,
    plannedEndOn: addDays(startsOn, 180),
    endedOn: ended ? lastDay : null,
    endingReason: ended ? 'aims_met' : null,
    reEntryUntil: ended ? addDays(lastDay, 365) : null,
    version: ended ? 5 : 3,
    ...made,
  });
  add('access', {
    id: identify(),
    personId,
    accountId: worker,
    relationship: 'key_worker',
    role: 'KW',
    sourceKind: 'enrolment',
    sourceId: enrolmentId,
    startsAt: acceptedAt,
  });
  const lastEvening = at(lastDay, '17:30');
  trace('enrolment', enrolmentId, 'story', [
    [null, 'offered', acceptedAt, worker, 'KW'],
    ['offered', 'accepted', acceptedAt, worker, 'KW'],
    ['accepted', 'active', acceptedAt, worker, 'KW'],
    ...(ended
      ? ([
          ['active', 'ending', lastEvening, worker, 'KW'],
          ['ending', 'ended', lastEvening, worker, 'KW'],
        ] as const)
      : []),
  ]);
  event('enrolment.started', 'story', acceptedAt, ['enrolment', enrolmentId], {
    data: { pathway: course.serviceName, worker: staffName(course.keyWorker) },
    createdBy: worker,
  });
  if (ended)
    event('enrolment.ended', 'story', lastEvening, ['enrolment', enrolmentId], { data: { reason: 'aims_met' }, createdBy: worker });
  const strandId = identify();
  const strand =
    story.service === 'outreach'
      ? ['outreach', 'Outreach']
      : story.service === 'early-help'
        ? ['practical', 'Practical help']
        : ['specific', 'One-to-one support'];
  add('strand', {
    id: strandId,
    enrolmentId,
    personId,
    kind: strand[0] ?? 'practical',
    name: strand[1] ?? '',
    aim: story.help,
    state: ended ? 'ended' : 'active',
    workerId: worker,
    startsOn,
    endedOn: ended ? lastDay : null,
    position: 0,
    version: 3,
    ...made,
  });
  trace('strand', strandId, 'story', [
    [null, 'planned', acceptedAt, worker, 'KW'],
    ['planned', 'ready', acceptedAt, worker, 'KW'],
    ['ready', 'active', acceptedAt, worker, 'KW'],
    ...(ended ? ([['active', 'ended', lastEvening, worker, 'KW']] as const) : []),
  ]);
  return { enrolmentId, acceptedAt, ended, firstMeeting, sessionDays };
}
