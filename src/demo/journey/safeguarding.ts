// Invented concerns of every age: six that wait with the safeguarding hub, one of them past its time and one helped by the community hub meanwhile; one to be decided here.
import { type ConcernState, finalDue, firstDecisionDue } from '../../journey/safeguarding/model.ts';
import { copyOf } from '../../journey/safeguarding/raising.ts';
import type { SafeguardingHub } from '../../platform/blueprint/blueprint.ts';
import { addDays, localDate } from '../../platform/clock.ts';
import { addWorkingDays, dueAt, instantOf } from '../../platform/due.ts';
import type { Rows, Setting } from '../life.ts';
import { type ConcernRows, hubSupport } from './hub-support.ts';
import { type InventedConcern, inventedConcerns } from './invented-concerns.ts';

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
  const rows: ConcernRows = {
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
  for (const one of inventedConcerns) write(setting, hub, one, rows);
  return rows;
}

function write({ identify, now, staff, staffName, team }: Setting, hub: SafeguardingHub, one: InventedConcern, rows: ConcernRows): void {
  const personId = identify();
  const id = identify();
  const lead = staff('asha');
  const raisedBy = staff(one.route === 'child' ? 'malik' : 'joan');
  const sentAt = one.sent && instantOf(workingDayAgo({ now } as Setting, one.sent.ago), one.sent.time);
  const raisedAt = new Date((sentAt ?? now).getTime() - (sentAt ? 3 : 0.75) * 3_600_000);
  const initialDecidedAt = one.state === 'screening' && sentAt ? new Date(sentAt.getTime() + 22 * 3_600_000) : null;
  const by = { createdAt: raisedAt, createdBy: raisedBy };
  rows.person.push({
    id: personId,
    knownAs: one.given,
    givenName: one.given,
    familyName: one.family,
    born: one.born,
    area: 'Chorley',
    changedAt: raisedAt,
    ...by,
  });
  rows.contactPreference.push({ personId, ...by });
  rows.access.push({
    id: identify(),
    personId,
    teamId: team(hub.team),
    relationship: 'safeguards',
    categories: ['contact', 'safety'],
    sourceKind: 'safeguarding_concern',
    sourceId: id,
    startsAt: raisedAt,
    createdBy: raisedBy,
  });
  const concern = {
    route: one.route,
    concerns: [...(one.concerns ?? [])],
    about: one.about,
    harmed: `${one.given} ${one.family}.`,
    saw: one.saw,
    opinion: one.opinion,
    happenedOn: localDate(raisedAt),
    happenedAt: '',
    madeSafe: one.madeSafe,
    personsView: one.view,
    notAskedBecause: '',
    born: one.born,
    name: `${one.given} ${one.family}`,
  };
  const { born: _, name: __, ...columns } = concern;
  const support = one.supported ? hubSupport({ identify, staff, team, now }, { personId, lead, sentAt: sentAt ?? now }, rows) : null;
  rows.safeguardingConcern.push({
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
    rows.transition.push({
      lifecycle: 'safeguarding_concern',
      subjectId: id,
      personId,
      category: 'safety',
      fromState: way[at - 1] ?? null,
      toState: state,
      at: [raisedAt, raisedAt, sentAt, sentAt, initialDecidedAt, initialDecidedAt][at] ?? raisedAt,
      createdBy: at === 0 ? raisedBy : lead,
      role: at === 0 ? '' : 'SG',
    });
}
