// A first try that did not fit: another team was asked, gave it back with a reason or was not needed after all, and the front door decides again.
import { localDate } from '../../platform/clock.ts';
import { addWorkingDays } from '../../platform/due.ts';
import { at, hour, type Step, type Telling } from './telling.ts';

/** How somebody’s way turned before it was found. */
export type Turn = 'given back' | 'decided again';

/** Who was asked first, instead of the service that they came to. */
interface FirstTry {
  readonly service: string;
  readonly name: string;
  readonly team: string;
  readonly teamName: string;
  readonly worker: string;
  readonly because: Readonly<Record<Turn, string>>;
}

const earlyHelp = {
  service: 'early-help',
  name: 'Early help',
  team: 'early-help-team',
  teamName: 'Early help team',
  worker: 'siobhan',
} as const;
const firstTries: Readonly<Record<string, FirstTry>> = {
  'early-help': {
    service: 'outreach',
    name: 'Outreach',
    team: 'outreach-team',
    teamName: 'Outreach team',
    worker: 'amara',
    because: {
      'given back': 'They can come in, and would rather. Early help can begin sooner.',
      'decided again': 'They rang: they would rather come to the office than be visited.',
    },
  },
  outreach: {
    ...earlyHelp,
    because: {
      'given back': 'They cannot come to us yet. Somebody who goes to them fits better.',
      'decided again': 'They rang: going out is too much for now.',
    },
  },
};
const elsewhere: FirstTry = {
  ...earlyHelp,
  because: {
    'given back': 'They ask for more than we have. The pathway was made for this.',
    'decided again': 'They told us more on the phone. The pathway was made for this.',
  },
};

export interface Turned {
  /** When it was decided anew. */
  readonly decidedAt: Date;
  /** What the referral went through until it was read again. */
  readonly steps: readonly Step[];
}

/** Writes the first decision and its offer, both over by now; whatever is decided next takes their place. `suggestion` is what the rules had said. */
export function turnBack(telling: Telling, turn: Turn, first: { readonly decidedAt: Date; readonly suggestion: string }): Turned {
  const { setting, course, rows, personId, referralId, triager, add, trace } = telling;
  const { apart, staff, team } = setting;
  const { service, name, team: asked, teamName, worker, because } = firstTries[course.service] ?? elsewhere;
  const [decisionId, offerId] = [apart(), apart()];
  const { decidedAt } = first;
  const backAt = new Date(decidedAt.getTime() + (turn === 'given back' ? 26 : 4) * hour);
  const againAt = new Date(backAt.getTime() + 5 * hour);
  const reason = because[turn];
  const [by, role] = turn === 'given back' ? [staff(worker), 'KW'] : [triager, 'TRI'];
  const made = { createdAt: decidedAt, createdBy: triager };
  add('triageDecision', {
    id: decisionId,
    referralId,
    personId,
    state: 'superseded',
    suggestion: first.suggestion,
    ruleVersion: 'triage 1',
    firstStep: name,
    responseCode: 'W4',
    respondBy: new Date(course.receivedAt.getTime() + 28 * 24 * hour),
    reason: course.story.help,
    draftedBy: triager,
    confirmedAt: decidedAt,
    version: 5,
    ...made,
  });
  add('offer', {
    id: offerId,
    decisionId,
    referralId,
    personId,
    serviceCode: service,
    teamId: team(asked),
    ownerId: triager,
    what: name,
    noteToTeam: course.story.help,
    state: 'returned',
    returnedBecause: reason,
    acceptBy: at(addWorkingDays(localDate(decidedAt), 2), '17:00'),
    position: 0,
    version: 3,
    ...made,
  });
  add('access', {
    id: apart(),
    personId,
    teamId: team(asked),
    relationship: 'offered',
    sourceKind: 'offer',
    sourceId: offerId,
    startsAt: decidedAt,
    endsAt: backAt,
  });
  trace('triage_decision', decisionId, 'clinical', [
    [null, 'suggested', decidedAt, triager, 'TRI'],
    ['suggested', 'drafted', decidedAt, triager, 'TRI'],
    ['drafted', 'confirmed', decidedAt, triager, 'TRI'],
    ['confirmed', 'communicated', decidedAt, triager, 'TRI'],
    ['communicated', 'superseded', againAt, triager, 'TRI'],
  ]);
  trace('offer', offerId, 'contact', [
    [null, 'drafted', decidedAt, triager, 'TRI'],
    ['drafted', 'sent', decidedAt, triager, 'TRI'],
    ['sent', 'returned', backAt, by, role, reason],
  ]);
  const [event, subject, data] =
    turn === 'given back'
      ? (['offer.returned', ['offer', offerId], { team: teamName }] as const)
      : (['referral.decided_again', ['referral', referralId], { by: setting.staffName(course.triagedBy) }] as const);
  add('journeyEvent', {
    id: apart(),
    personId,
    category: 'contact',
    kind: event,
    at: backAt,
    subjectKind: subject[0],
    subjectId: subject[1],
    data: JSON.stringify(data),
    createdBy: by,
  });
  const decideBy = at(addWorkingDays(localDate(backAt), 2), '17:00');
  for (const referral of rows.referral ?? []) Object.assign(referral, { decideBy, version: 6 });
  add('clock', {
    id: apart(),
    kind: 'TRIAGE',
    personId,
    subjectKind: 'referral',
    subjectId: referralId,
    startedAt: backAt,
    dueAt: decideBy,
    stoppedAt: againAt,
    createdAt: backAt,
    createdBy: by,
  });
  return {
    decidedAt: againAt,
    steps: [
      ['in_triage', 'decided', decidedAt, triager, 'TRI'],
      ['decided', 'in_triage', backAt, by, role, reason],
    ],
  };
}
