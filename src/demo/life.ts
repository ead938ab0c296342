// One invented life in the service, as rows: from asking for help to the door left open, with every trace that the program itself would have left.
import type { Insertable } from 'kysely';
import { core10 } from '../journey/measures/instruments/core-10.ts';
import { score } from '../journey/measures/score.ts';
import { blockingKeys } from '../journey/people/linkage/blocking.ts';
import { prepare } from '../journey/people/linkage/record.ts';
import { addDays, type LocalDate, localDate } from '../platform/clock.ts';
import type { Schema } from '../platform/database/schema.ts';
import { addWorkingDays, instantOf } from '../platform/due.ts';
import type { Category } from '../platform/events.ts';
import type { Identify } from '../platform/identifiers.ts';
import { firstSteps, goals, type InventedStory, notes } from './invented.ts';
import type { Random } from './random.ts';

export type Rows = { [Name in keyof Schema]?: Insertable<Schema[Name]>[] };

/** What every life in the demo needs to know of the place. */
export interface Setting {
  readonly identify: Identify;
  readonly random: Random;
  /** The demo's now: nothing happens after it but appointments. */
  readonly now: Date;
  readonly team: (code: string) => string;
  readonly staff: (code: string) => string;
  readonly staffName: (code: string) => string;
}

export interface Who {
  readonly knownAs: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly pronouns: string;
  readonly born: string;
  readonly address: string;
  readonly postcode: string;
  readonly area: string;
  readonly phone: string;
  /** Could somebody else see their phone? Then messages name nothing. */
  readonly sharedPhone: boolean;
  readonly interpreter?: string;
  readonly ethnicCategory?: string;
  readonly genderIdentity?: string;
}

/** Where the life has come to by now. */
export type Reached = 'waiting' | 'reading' | 'countersign' | 'offered' | 'active' | 'ended' | 'withdrawn';

export interface Course {
  readonly who: Who;
  readonly story: InventedStory;
  readonly safeNow: 'yes' | 'not_sure' | 'no' | 'declined';
  /** Null for somebody who asked for themselves. */
  readonly referrer: { readonly account: string; readonly name: string; readonly job: string; readonly organisation: string } | null;
  readonly receivedAt: Date;
  readonly reached: Reached;
  readonly team: string;
  readonly pathway: string;
  readonly service: string;
  readonly serviceName: string;
  readonly keyWorker: string;
  readonly triagedBy: string;
  /** CORE-10 item scores at each session that has one, in order. */
  readonly measures: readonly (readonly number[])[];
  readonly teamName: string;
  readonly daysToFirstMeeting: number;
  readonly sessions: number;
  /** When they meet next, where the demo needs it on a certain day. */
  readonly next?: { readonly day: LocalDate; readonly time: string };
}

const hour = 3_600_000;
const at = (day: LocalDate, time: string): Date => instantOf(day, time);

export function live(setting: Setting, course: Course): Rows {
  const { identify, random, now, staff, team, staffName } = setting;
  const rows: Rows = {};
  const add = <Name extends keyof Schema>(table: Name, row: Insertable<Schema[Name]>): void => {
    const list = (rows[table] ?? []) as Insertable<Schema[Name]>[]; // one list a table, of that table's rows
    list.push(row);
    (rows as Record<string, unknown>)[table] = list;
  };
  const { who, story, receivedAt } = course;
  const personId = identify();
  const accountId = identify();
  const referralId = identify();
  const spa = team('spa-team');
  const triager = staff(course.triagedBy);
  const worker = staff(course.keyWorker);
  const by = { createdAt: receivedAt, createdBy: null };
  const event = (
    kind: string,
    category: Category,
    when: Date,
    subjectKind: string,
    subjectId: string,
    data: object = {},
    createdBy: string | null = null,
  ): void =>
    add('journeyEvent', {
      id: identify(),
      personId,
      category,
      kind,
      at: when,
      subjectKind,
      subjectId,
      data: JSON.stringify(data),
      createdBy,
    });
  const trace = (
    lifecycle: string,
    subjectId: string,
    category: Category,
    steps: readonly (readonly [string | null, string, Date, string | null, string])[],
  ): void => {
    for (const [fromState, toState, when, createdBy, role] of steps)
      add('transition', { lifecycle, subjectId, personId, category, fromState, toState, at: when, createdBy, role });
  };

  add('person', {
    id: personId,
    knownAs: who.knownAs,
    givenName: who.givenName,
    familyName: who.familyName,
    pronouns: who.pronouns,
    born: who.born,
    address: who.address,
    postcode: who.postcode,
    area: who.area,
    interpreter: who.interpreter ?? null,
    ...by,
    changedAt: receivedAt,
  });
  add('account', {
    id: accountId,
    kind: 'person',
    name: `${who.knownAs || who.givenName} ${who.familyName}`,
    personId,
    demo: true,
    createdAt: receivedAt,
  });
  add('access', {
    id: identify(),
    personId,
    accountId,
    relationship: 'self',
    role: 'PER',
    sourceKind: 'person',
    sourceId: personId,
    startsAt: receivedAt,
  });
  add('contactPoint', {
    id: identify(),
    personId,
    channel: 'text',
    value: who.phone,
    safeToUse: 'safe',
    shared: who.sharedPhone ? 'yes' : 'no',
    mayNameService: !who.sharedPhone,
    maySendLinks: !who.sharedPhone,
    // Asked again at each stage: the last time is not long ago for somebody being supported.
    checkedOn: course.reached === 'active' ? addDays(localDate(now), -random.between(3, 60)) : localDate(receivedAt),
    ...by,
  });
  add('contactPreference', { personId, ...by });
  if (who.ethnicCategory || who.genderIdentity)
    add('equality', { personId, ethnicCategory: who.ethnicCategory ?? null, genderIdentity: who.genderIdentity ?? null, ...by });
  const [year, month, day] = who.born.split('-');
  for (const key of blockingKeys(
    prepare({
      id: personId,
      given: who.givenName,
      family: who.familyName,
      birth: { year: year ?? '', month: month ?? '', day: day ?? '' },
      address: who.address,
      postcode: who.postcode,
      phone: who.phone,
    }),
  ))
    add('identityKey', { key, personId });

  // The referral, by whichever door.
  const decideBy = at(addWorkingDays(localDate(receivedAt), 2), '17:00');
  const decidedAt = new Date(Math.min(receivedAt.getTime() + random.between(2, 30) * hour, now.getTime() - hour));
  const decided = course.reached === 'offered' || course.reached === 'active' || course.reached === 'ended';
  const state = {
    waiting: 'submitted',
    reading: 'in_triage',
    countersign: 'in_triage',
    offered: 'decided',
    active: 'closed',
    ended: 'closed',
    withdrawn: 'withdrawn',
  } as const;
  const referrer = course.referrer;
  add('referral', {
    id: referralId,
    personId,
    state: state[course.reached],
    door: referrer ? 'professional' : 'self',
    kind: referrer ? 'professional' : 'self',
    teamId: spa,
    referrerAccountId: referrer ? staff(referrer.account) : null,
    referrerName: referrer?.name ?? '',
    referrerJob: referrer?.job ?? '',
    referrerOrganisation: referrer?.organisation ?? '',
    urgencyAsked: referrer ? 'days' : null,
    agreement: referrer ? 'agreed' : 'own',
    identity: course.reached === 'waiting' ? 'undecided' : 'new',
    readerId: course.reached === 'waiting' ? null : triager,
    receivedAt,
    decideBy,
    version: decided ? 4 : 1,
    createdAt: receivedAt,
    createdBy: referrer ? staff(referrer.account) : null,
  });
  const openTeamAccess = decided ? null : undefined;
  add('access', {
    id: identify(),
    personId,
    teamId: spa,
    relationship: 'holds_referral',
    sourceKind: 'referral',
    sourceId: referralId,
    startsAt: receivedAt,
    endsAt: openTeamAccess ?? null,
  });
  if (referrer)
    add('access', {
      id: identify(),
      personId,
      accountId: staff(referrer.account),
      relationship: 'referrer',
      role: 'REF',
      sourceKind: 'referral',
      sourceId: referralId,
      startsAt: receivedAt,
    });
  const saidBy = referrer ? 'referrer' : 'person';
  const answer = (position: number, question: string, category: Category, words: string, codes: string[] = [], status = 'answered'): void =>
    add('referralAnswer', {
      id: identify(),
      referralId,
      personId,
      category,
      question,
      status,
      words,
      codes,
      saidBy,
      position,
      askedAt: receivedAt,
      createdBy: referrer ? staff(referrer.account) : null,
    });
  if (referrer) {
    answer(0, 'why_now', 'clinical', story.words);
    answer(1, 'wants', 'story', story.help);
    answer(2, 'safety_facts', 'safety', '', ['none_known'], 'not_known');
    answer(3, 'tried', 'clinical', story.hard);
    answer(4, 'about', 'story', '', [...story.about]);
  } else {
    answer(0, 'happening', 'story', story.words);
    answer(1, 'about', 'story', '', [...story.about]);
    answer(2, 'would_help', 'story', story.help);
    answer(3, 'been_hard', 'story', story.hard);
    answer(
      4,
      'safe_now',
      'safety',
      '',
      course.safeNow === 'declined' ? [] : [course.safeNow],
      course.safeNow === 'declined' ? 'declined' : 'answered',
    );
    if (story.service === 'outreach') answer(5, 'coming', 'story', '', ['anxious_about_coming']);
    if (story.service === 'self-harm') answer(6, 'unsafe_because', 'safety', '', ['self_harm']);
  }
  for (const kind of ['TRIAGE', 'RESPONSE', 'WHOLEWAIT'])
    add('clock', {
      id: identify(),
      kind,
      personId,
      subjectKind: 'referral',
      subjectId: referralId,
      startedAt: receivedAt,
      dueAt: kind === 'TRIAGE' ? decideBy : kind === 'RESPONSE' && decided ? new Date(receivedAt.getTime() + 28 * 24 * hour) : null,
      stoppedAt: (kind === 'TRIAGE' && decided) || course.reached === 'withdrawn' ? decidedAt : null,
      ...by,
    });
  event('referral.submitted', 'contact', receivedAt, 'referral', referralId, { door: referrer ? 'professional' : 'self' });
  const submitted = [null, 'submitted', receivedAt, null, referrer ? 'REF' : 'PER'] as const;
  const read = ['submitted', 'in_triage', decidedAt, triager, 'TRI'] as const;
  if (course.reached === 'waiting') trace('referral', referralId, 'contact', [submitted]);
  if (course.reached === 'reading' || course.reached === 'countersign') trace('referral', referralId, 'contact', [submitted, read]);
  if (course.reached === 'withdrawn') {
    trace('referral', referralId, 'contact', [submitted, read, ['in_triage', 'withdrawn', decidedAt, null, 'PER']]);
    event('referral.withdrawn', 'contact', decidedAt, 'referral', referralId);
  }
  if (course.reached !== 'countersign' && !decided) return rows;

  // The decision and its offer.
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
  if (differs) return rows;
  event(
    'referral.decided',
    'contact',
    decidedAt,
    'referral',
    referralId,
    { offer: course.serviceName, response: 'W4', by: staffName(course.triagedBy) },
    triager,
  );
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
    trace('referral', referralId, 'contact', [submitted, read, decidedStep]);
    trace('offer', offerId, 'contact', [
      [null, 'drafted', decidedAt, triager, 'TRI'],
      ['drafted', 'sent', decidedAt, triager, 'TRI'],
    ]);
    return rows;
  }
  trace('referral', referralId, 'contact', [
    submitted,
    read,
    decidedStep,
    ['decided', 'handed_over', acceptedAt, worker, 'KW'],
    ['handed_over', 'closed', acceptedAt, null, 'SYS'],
  ]);
  trace('offer', offerId, 'contact', [
    [null, 'drafted', decidedAt, triager, 'TRI'],
    ['drafted', 'sent', decidedAt, triager, 'TRI'],
    ['sent', 'accepted', acceptedAt, worker, 'KW'],
  ]);
  event('offer.accepted', 'contact', acceptedAt, 'offer', offerId, { worker: staffName(course.keyWorker), team: course.teamName }, worker);

  // Support: an enrolment, its strand, sessions, measures and a plan.
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
  event(
    'enrolment.started',
    'story',
    acceptedAt,
    'enrolment',
    enrolmentId,
    { pathway: course.serviceName, worker: staffName(course.keyWorker) },
    worker,
  );
  if (ended) event('enrolment.ended', 'story', lastEvening, 'enrolment', enrolmentId, { reason: 'aims_met' }, worker);
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

  for (const [index, day] of sessionDays.entries()) {
    const sessionId = identify();
    const startsAt = at(
      day,
      (day === course.next?.day ? course.next.time : undefined) ?? random.pick(['09:30', '11:00', '13:30', '15:00', '16:00']),
    );
    const isAhead = startsAt > now;
    const missed = !isAhead && index > 0 && index < sessionDays.length - 1 && random.chance(0.08);
    const booked = new Date(startsAt.getTime() - 7 * 24 * hour);
    add('supportSession', {
      id: sessionId,
      personId,
      enrolmentId,
      workerId: worker,
      state: isAhead ? 'scheduled' : missed ? 'missed' : 'written_up',
      startsAt,
      minutes: 50,
      channel: random.pick(['01', '01', '02']),
      place: random.pick(['At the library', 'At home', 'Community room', 'On the phone']),
      attendance: isAhead ? null : missed ? '3' : '5',
      version: isAhead ? 1 : 3,
      createdAt: booked < acceptedAt ? acceptedAt : booked,
      createdBy: worker,
    });
    trace('support_session', sessionId, 'contact', [
      [null, 'scheduled', booked, worker, 'KW'],
      ...(isAhead
        ? []
        : missed
          ? ([['scheduled', 'missed', startsAt, worker, 'KW']] as const)
          : ([
              ['scheduled', 'attended', startsAt, worker, 'KW'],
              ['attended', 'written_up', startsAt, worker, 'KW'],
            ] as const)),
    ]);
    if (isAhead) continue;
    if (missed) {
      event('session.missed', 'contact', startsAt, 'support_session', sessionId, {}, worker);
      continue;
    }
    event('session.attended', 'contact', startsAt, 'support_session', sessionId, { on: day }, worker);
    const [did, agreed, mood] = notes[index % notes.length] ?? notes[0];
    const written = new Date(startsAt.getTime() + hour);
    add('sessionNote', { id: identify(), sessionId, personId, did, agreed, mood, nextStep: agreed, createdAt: written, createdBy: worker });
    event(
      'session.written_up',
      'clinical',
      written,
      'support_session',
      sessionId,
      { minutes: 50, worker: staffName(course.keyWorker) },
      worker,
    );
    const answers = course.measures[index];
    if (answers) {
      const requestId = identify();
      const scored = score(core10, answers);
      const total = scored.kind === 'scored' ? scored.total : null;
      const point = index === 0 ? 'baseline' : ended && index === sessionDays.length - 1 ? 'end' : 'review';
      const about = { personId, instrument: core10.id, instrumentVersion: core10.version, point, createdAt: written, createdBy: worker };
      add('measureRequest', { id: requestId, ...about, enrolmentId, sessionId, state: 'scored', dueOn: day, version: 5 });
      trace('measure_request', requestId, 'measures', [
        [null, 'due', written, worker, 'KW'],
        ['due', 'sent', written, worker, 'KW'],
        ['sent', 'opened', written, worker, 'KW'],
        ['opened', 'completed', written, worker, 'KW'],
        ['completed', 'scored', written, null, 'SYS'],
      ]);
      const resultId = identify();
      add('measureResult', {
        id: resultId,
        requestId,
        ...about,
        takenAt: written,
        answers: JSON.stringify(answers),
        total,
        method: scored.kind === 'scored' ? scored.method : 'not_scorable',
        completedBy: 'person',
      });
      event('measure.taken', 'measures', written, 'measure_result', resultId, { instrument: core10.name, point, total }, worker);
    }
  }
  const stopped = at(firstMeeting, '12:00');
  if (stopped < now)
    for (const clock of rows.clock ?? [])
      if (clock.kind === 'RESPONSE' || clock.kind === 'WHOLEWAIT')
        Object.assign(clock, { stoppedAt: stopped, stoppedBecause: 'first contact' });

  const planDay = sessionDays[1];
  if (planDay && at(planDay, '12:00') < now) {
    const planId = identify();
    const agreedAt = at(planDay, '12:00');
    const written = { createdAt: agreedAt, createdBy: worker };
    add('plan', {
      id: planId,
      personId,
      enrolmentId,
      number: 1,
      state: 'agreed',
      aboutMe: 'I’m better in the mornings. I’d rather be asked than told.',
      whatMatters: story.help,
      howToSupportMe: 'Text first. Say what we will talk about, and stick to it.',
      strengths: 'I notice when other people are struggling. I can cook for anybody.',
      stayWell: ended ? 'Walks, Wednesday group, post opened on the day.' : '',
      earlySigns: ended ? 'Letters piling up. Not answering my sister.' : '',
      whoToCall: ended ? 'My sister, then the front door.' : '',
      agreedHow: 'agreed',
      agreedOn: planDay,
      workerId: worker,
      reviewOn: addDays(planDay, 84),
      version: 3,
      ...written,
      changedAt: agreedAt,
      changedBy: worker,
    });
    trace('plan', planId, 'story', [
      [null, 'draft', agreedAt, worker, 'KW'],
      ['draft', 'shared', agreedAt, worker, 'KW'],
      ['shared', 'agreed', agreedAt, worker, 'KW'],
    ]);
    event('plan.agreed', 'story', agreedAt, 'plan', planId, { number: 1, goals: 2, differs: false }, worker);
    for (let position = 0; position < 2; position += 1) {
      const goalId = identify();
      add('goal', {
        id: goalId,
        planId,
        personId,
        position,
        words: random.pick(goals),
        baseline: random.between(1, 4),
        progress: ended ? random.between(5, 9) : random.between(3, 6),
        ...written,
      });
      for (let order = 0; order < 3; order += 1)
        add('goalStep', {
          id: identify(),
          goalId,
          personId,
          position: order,
          what: random.pick(firstSteps),
          owner: order === 0 ? 'worker' : 'person',
          byOn: addDays(planDay, 14 * (order + 1)),
          doneOn: ended || order === 0 ? addDays(planDay, 10 * (order + 1)) : null,
          ...written,
        });
    }
  }
  return rows;
}
