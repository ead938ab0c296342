// Who they are, and how they came: their record, how it is safe to reach them, and the request or referral with its answers and clocks.
import { blockingKeys } from '../../journey/people/linkage/blocking.ts';
import { prepare } from '../../journey/people/linkage/record.ts';
import { addDays, localDate } from '../../platform/clock.ts';
import { addWorkingDays } from '../../platform/due.ts';
import type { Category } from '../../platform/events.ts';
import type { Course, Reached } from './course.ts';
import { at, hour, type Step, type Telling } from './telling.ts';

export function writePerson({ setting, course, personId, accountId, add }: Telling): void {
  const { identify, random, now } = setting;
  const { who, receivedAt } = course;
  const by = { createdAt: receivedAt, createdBy: null };
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
}

const state = {
  waiting: 'submitted',
  reading: 'in_triage',
  countersign: 'in_triage',
  offered: 'decided',
  active: 'closed',
  ended: 'closed',
  withdrawn: 'withdrawn',
} as const satisfies Record<Reached, string>;

/** How far the referral came: what deciding goes on from. */
export interface Asked {
  readonly decidedAt: Date;
  readonly submitted: Step;
  readonly read: Step;
}

/** Two working days; whoever waits and may not be safe is promised four hours of whoever is on duty, from eight to eight. */
function promised({ receivedAt, reached, safeNow, referrer }: Course): Date {
  const day = localDate(receivedAt);
  if (reached !== 'waiting' || referrer || (safeNow !== 'no' && safeNow !== 'not_sure')) return at(addWorkingDays(day, 2), '17:00');
  const begins =
    receivedAt < at(day, '08:00') ? at(day, '08:00') : receivedAt > at(day, '20:00') ? at(addDays(day, 1), '08:00') : receivedAt;
  return new Date(begins.getTime() + 4 * hour);
}

/** Comes by whichever door. */
export function ask(telling: Telling): Asked {
  const { setting, course, personId, referralId, triager, add, event, trace } = telling;
  const { identify, random, now, staff, team } = setting;
  const { story, receivedAt, referrer } = course;
  const spa = team('spa-team');
  const by = { createdAt: receivedAt, createdBy: null };
  const decideBy = promised(course);
  const decidedAt = new Date(Math.min(receivedAt.getTime() + random.between(2, 30) * hour, now.getTime() - hour));
  const decided = course.reached === 'offered' || course.reached === 'active' || course.reached === 'ended';
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
    referrerPhone: referrer?.phone ?? '',
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
  add('access', {
    id: identify(),
    personId,
    teamId: spa,
    relationship: 'holds_referral',
    sourceKind: 'referral',
    sourceId: referralId,
    startsAt: receivedAt,
    endsAt: null,
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
    if (story.service === 'outreach') answer(5, 'anxious_about_coming', 'story', '', ['yes']);
    if (story.service === 'self-harm') answer(6, 'self_harm', 'safety', '', ['yes']);
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
  event('referral.submitted', 'contact', receivedAt, ['referral', referralId], { data: { door: referrer ? 'professional' : 'self' } });
  const submitted: Step = [null, 'submitted', receivedAt, null, referrer ? 'REF' : 'PER'];
  const read: Step = ['submitted', 'in_triage', decidedAt, triager, 'TRI'];
  if (course.reached === 'waiting') trace('referral', referralId, 'contact', [submitted]);
  if (course.reached === 'reading' || course.reached === 'countersign') trace('referral', referralId, 'contact', [submitted, read]);
  if (course.reached === 'withdrawn') {
    trace('referral', referralId, 'contact', [submitted, read, ['in_triage', 'withdrawn', decidedAt, null, 'PER']]);
    event('referral.withdrawn', 'contact', decidedAt, ['referral', referralId]);
  }
  return { decidedAt, submitted, read };
}
