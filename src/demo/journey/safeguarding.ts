// Invented concerns of every age: six that wait with the safeguarding hub, one of them past its time and one helped by the community hub meanwhile; one to be decided here.
import { type ConcernState, finalDue, firstDecisionDue } from '../../journey/safeguarding/model.ts';
import { copyOf } from '../../journey/safeguarding/raising.ts';
import type { SafeguardingHub } from '../../platform/blueprint/blueprint.ts';
import { addDays, localDate } from '../../platform/clock.ts';
import { addWorkingDays, dueAt, instantOf } from '../../platform/due.ts';
import type { Rows, Setting } from '../life.ts';

interface Invented {
  readonly given: string;
  readonly family: string;
  readonly born: string | null;
  readonly route: 'adult' | 'child';
  readonly concerns?: readonly string[];
  readonly about: string;
  readonly saw: string;
  readonly opinion: string;
  readonly madeSafe: string;
  readonly view: string;
  /** Working days ago, and the time of day, at which it was sent; null where it waits to be read. */
  readonly sent: { readonly ago: number; readonly time: string } | null;
  readonly level: 'L4' | 'L3' | 'L2';
  readonly state: ConcernState;
  readonly supported?: boolean;
}

const invented: readonly Invented[] = [
  {
    given: 'Aisha', family: 'Rahim', born: '2014-06-30', route: 'child', about: 'Alone at home at night', level: 'L3', state: 'acknowledged', sent: { ago: 7, time: '10:20' },
    saw: 'She said: “Mum works nights now. I make the tea for my brother.” She fell asleep twice in the library on Monday.', opinion: 'She is proud of it, and she is very tired.',
    madeSafe: 'Their aunt sleeps there until the end of the month.', view: 'Aisha wants to stay at home. Her mum wants somebody for the nights.',
  },
  {
    given: 'Derek', family: 'Ainscough', born: '1951-03-09', route: 'adult', about: 'Money taken by a visitor', level: 'L2', state: 'screening', sent: { ago: 5, time: '15:45' }, supported: true,
    saw: 'His card was gone on pension day for the third month. He said: “He is only borrowing it.”', opinion: 'He is lonely, and he is afraid to lose the visits.',
    madeSafe: 'The bank has stopped the card, and he has a new one at the counter.', view: 'He wants his card back and the company to stay.',
  },
  {
    given: 'Zofia', family: 'Nowicka', born: '2003', route: 'adult', about: 'Shouted at and locked out', level: 'L3', state: 'acknowledged', sent: { ago: 2, time: '11:10' },
    saw: 'She came to the desk without shoes. She said: “He locks the door when I am late.”', opinion: 'She looked at the door all the time.',
    madeSafe: 'She stays with a friend this week.', view: 'She wants her papers out of the flat, and nobody at his work to know.',
  },
  {
    given: 'Leo', family: 'Marsden', born: '2023-02-11', route: 'child', about: 'No food in the house', level: 'L3', state: 'acknowledged', sent: { ago: 1, time: '13:30' },
    saw: 'The cupboards were empty and the cooker was cut off. Leo had a bottle of squash.', opinion: 'His dad is ashamed to ask.',
    madeSafe: 'A food parcel and a prepaid key came the same afternoon.', view: 'His dad wants help with the meter, and agreed to this.',
  },
  {
    given: 'Callum', family: 'Reeve', born: '2009-09-17', route: 'child', about: 'New phone, older friends', level: 'L3', state: 'sent', sent: { ago: 1, time: '16:40' },
    saw: 'He had two phones and a lift in a car his mum does not know.', opinion: 'Somebody may be using him.',
    madeSafe: 'His mum drives him this week, and the school knows.', view: 'He says it is nothing. He would talk to the boxing coach.',
  },
  {
    given: 'Sheila', family: 'Omerod', born: null, route: 'adult', about: 'Not eating, door not opened', level: 'L2', state: 'sent', sent: { ago: 1, time: '09:15' },
    saw: 'Three days of post on the mat. Through the letter box she said: “Leave it, love.”', opinion: 'The flat was cold, and she used to come out for a chat.',
    madeSafe: 'A neighbour she trusts has taken in soup, and looks in twice a day.', view: 'She was asked through the door, and said she is fine.',
  },
  {
    given: 'Frank', family: 'Tattersall', born: '1988-11-02', route: 'adult', about: 'Bruises he does not explain', level: 'L3', state: 'raised', sent: null,
    saw: 'Both arms were bruised above the elbow. He said: “I walked into the door.”', opinion: 'His carer answered for him.',
    madeSafe: 'He is at the day centre until four, and a worker goes home with him.', view: 'He asked that somebody speak to him alone.',
  },
]; // biome-ignore format: one person, a few lines

/** In the order of workflows §4.10, as far as the concern has come. */
const way: readonly ConcernState[] = ['raised', 'with_manager', 'sent', 'acknowledged', 'initial_decision', 'screening'];

function workingDayAgo(setting: Setting, ago: number): string {
  let day = localDate(setting.now);
  for (let left = ago; left > 0; ) {
    day = addDays(day, -1);
    if (addWorkingDays(day, 0) === day) left -= 1;
  }
  return day;
}

/** Nothing where the place has no safeguarding hub. */
export function concerns(setting: Setting, hub: SafeguardingHub | undefined): Rows {
  if (!hub) return {};
  const rows: Required<
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
  > = {
    person: [],
    contactPreference: [],
    access: [],
    safeguardingConcern: [],
    transition: [],
    referral: [],
    referralAnswer: [],
    triageDecision: [],
    offer: [],
    clock: [],
  };
  for (const one of invented) write(setting, hub, one, rows);
  return rows;
}

type Filling = ReturnType<typeof concerns>;

function write({ identify, now, staff, staffName, team }: Setting, hub: SafeguardingHub, one: Invented, rows: Filling): void {
  const personId = identify();
  const id = identify();
  const lead = staff('asha');
  const raisedBy = staff(one.route === 'child' ? 'malik' : 'joan');
  const sentAt = one.sent && instantOf(workingDayAgo({ now } as Setting, one.sent.ago), one.sent.time);
  const raisedAt = new Date((sentAt ?? now).getTime() - (sentAt ? 3 : 0.75) * 3_600_000);
  const initialDecidedAt = one.state === 'screening' && sentAt ? new Date(sentAt.getTime() + 22 * 3_600_000) : null;
  const by = { createdAt: raisedAt, createdBy: raisedBy };
  rows.person?.push({
    id: personId,
    knownAs: one.given,
    givenName: one.given,
    familyName: one.family,
    born: one.born,
    area: 'Chorley',
    changedAt: raisedAt,
    ...by,
  });
  rows.contactPreference?.push({ personId, ...by });
  rows.access?.push({
    id: identify(), personId, teamId: team(hub.team), relationship: 'safeguards', categories: ['contact', 'safety'], sourceKind: 'safeguarding_concern', sourceId: id,
    startsAt: raisedAt, createdBy: raisedBy,
  }); // biome-ignore format: a row
  const concern = {
    route: one.route, concerns: [...(one.concerns ?? [])], about: one.about, harmed: `${one.given} ${one.family}.`, saw: one.saw, opinion: one.opinion,
    happenedOn: localDate(raisedAt), happenedAt: '', madeSafe: one.madeSafe, personsView: one.view, notAskedBecause: '', born: one.born, name: `${one.given} ${one.family}`,
  }; // biome-ignore format: a row
  const { born: _, name: __, ...columns } = concern;
  const support = one.supported ? supportOf({ identify, staff, team, now }, { personId, lead, sentAt: sentAt ?? now }, rows) : null;
  rows.safeguardingConcern?.push({
    id,
    personId,
    state: one.state,
    teamId: team(hub.team),
    ...columns,
    told: 'told',
    raisedAt,
    decideBy: dueAt({ kind: 'same working day' }, raisedAt) ?? raisedAt,
    ...(sentAt
      ? {
          decidedAt: sentAt,
          ...(one.route === 'adult' ? { needsCare: 'yes', mayBeAbused: 'yes', cannotProtect: 'not_sure' } : {}),
          level: one.level,
          agreement: 'agreed',
          agreementWords: 'Said yes when we asked, at the table.',
          copy: copyOf(concern, `${staffName('asha')}, safeguarding lead`),
          sentAt,
          receiptBy: dueAt(hub.receiptWithin[one.route], sentAt),
          firstDecisionBy: firstDecisionDue(hub, one.level, sentAt),
          ...(one.state === 'sent' ? {} : { acknowledgedAt: new Date(sentAt.getTime() + 3_600_000) }),
        }
      : {}),
    ...(initialDecidedAt
      ? {
          initialDecision: 'eh_screen',
          initialDecidedAt,
          inTime: true,
          finalBy: finalDue(hub, 'eh_screen', initialDecidedAt),
          screening: 'A social worker of the safeguarding hub, with his bank.',
        }
      : {}),
    ...(support ? { hubReferralId: support } : {}),
    ...by,
  });
  for (const [at, state] of way.slice(0, way.indexOf(one.state) + 1).entries())
    rows.transition?.push({
      lifecycle: 'safeguarding_concern', subjectId: id, personId, category: 'safety', fromState: way[at - 1] ?? null, toState: state,
      at: [raisedAt, raisedAt, sentAt, sentAt, initialDecidedAt, initialDecidedAt][at] ?? raisedAt, createdBy: at === 0 ? raisedBy : lead, role: at === 0 ? '' : 'SG',
    }); // biome-ignore format: a row
}

/** The community hub was offered, and its co-ordinator said yes. */
function supportOf(
  { identify, staff, team, now }: Pick<Setting, 'identify' | 'staff' | 'team' | 'now'>,
  { personId, lead, sentAt }: { readonly personId: string; readonly lead: string; readonly sentAt: Date },
  rows: Filling,
): string {
  const referralId = identify();
  const decisionId = identify();
  const offeredAt = new Date(sentAt.getTime() + 3_600_000);
  const acceptedAt = new Date(offeredAt.getTime() + 2 * 3_600_000);
  const malik = staff('malik');
  const by = { createdAt: offeredAt, createdBy: lead };
  const reason = 'The safeguarding hub asked us to help, so services look at it together this week.';
  rows.referral?.push({
    id: referralId, personId, state: 'handed_over', door: 'partner', kind: 'professional', teamId: team('first-contact-team'), serviceAsked: 'first-contact',
    referrerName: 'Asha Verma', agreement: 'agreed', identity: 'linked', receivedAt: offeredAt, decideBy: new Date(offeredAt.getTime() + 48 * 3_600_000), version: 4, ...by,
  }); // biome-ignore format: a row
  rows.referralAnswer?.push({
    id: identify(), referralId, personId, category: 'safety', question: 'from_mash', status: 'answered', codes: ['yes'], saidBy: 'referrer', position: 1, askedAt: offeredAt, createdBy: lead,
  }); // biome-ignore format: a row
  rows.triageDecision?.push({
    id: decisionId, referralId, personId, state: 'communicated', suggestion: JSON.stringify({ steps: [] }), ruleVersion: 'first-step 1', firstStep: 'Community hub',
    responseCode: 'MEETING', respondBy: instantOf(addDays(localDate(now), 6), '10:00'), reason, draftedBy: lead, confirmedAt: offeredAt, version: 4, ...by,
  }); // biome-ignore format: a row
  const offerId = identify();
  rows.offer?.push({
    id: offerId, decisionId, referralId, personId, serviceCode: 'hub', teamId: team('hub-team'), ownerId: lead, what: 'Community hub', noteToTeam: reason, state: 'accepted',
    acceptBy: instantOf(addWorkingDays(localDate(offeredAt), 2), '17:00'), acceptedBy: malik, acceptedAt, position: 0, version: 3, ...by,
  }); // biome-ignore format: a row
  rows.access?.push({
    id: identify(), personId, teamId: team('hub-team'), relationship: 'serves', sourceKind: 'offer', sourceId: offerId, startsAt: offeredAt, createdBy: malik,
  }); // biome-ignore format: a row
  const traces = [
    ['referral', referralId, 'contact', [['submitted', offeredAt, lead, 'SG'], ['in_triage', offeredAt, lead, 'SG'], ['decided', offeredAt, lead, 'SG'], ['handed_over', acceptedAt, malik, 'CO_HUB']]],
    ['triage_decision', decisionId, 'clinical', [['suggested', offeredAt, lead, 'SG'], ['drafted', offeredAt, lead, 'SG'], ['confirmed', offeredAt, lead, 'SG'], ['communicated', offeredAt, lead, 'SG']]],
    ['offer', offerId, 'contact', [['drafted', offeredAt, lead, 'SG'], ['sent', offeredAt, lead, 'SG'], ['accepted', acceptedAt, malik, 'CO_HUB']]],
  ] as const; // biome-ignore format: a row
  for (const [lifecycle, subjectId, category, steps] of traces)
    for (const [at, [toState, when, createdBy, role]] of steps.entries())
      rows.transition?.push({
        lifecycle,
        subjectId,
        personId,
        category,
        fromState: steps[at - 1]?.[0] ?? null,
        toState,
        at: when,
        createdBy,
        role,
      });
  for (const kind of ['TRIAGE', 'RESPONSE', 'WHOLEWAIT'])
    rows.clock?.push({
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
