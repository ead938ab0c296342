// The national four-week wait for community mental health: joins a person’s referrals to one provider into spells and finds the day the
// clock stopped (rules of the mental health monthly statistics). The whole wait from first asking for help is shown beside it by pages.
import { addDays, daysBetween, type LocalDate } from '../../platform/clock.ts';

export interface ClockReferral {
  readonly id: string;
  readonly teamType: string;
  readonly received: LocalDate;
  readonly ageAtReferral: number;
  readonly discharged: LocalDate | null;
  readonly rejected: LocalDate | null;
  readonly closed: LocalDate | null;
  readonly hospitalSpell: boolean;
  /** National code of the primary reason for referral. */
  readonly reason: string;
  readonly urgent: boolean;
}

/** Reference sets a procedure belongs to, looked up by whoever stores it. */
export type ProcedureSet = 'assessment' | 'therapy' | 'psychosocial' | 'medication' | 'autism assessment' | 'adhd assessment';

export interface ClockEvents {
  /** Indirect work about the person has `indirect` true; it counts for under-18s only. */
  readonly contacts: readonly {
    readonly referral: string;
    readonly date: LocalDate;
    readonly attendance: string;
    readonly mechanism: string;
    readonly indirect?: boolean;
  }[];
  readonly outcomes: readonly { readonly date: LocalDate; readonly scale: string }[];
  readonly procedures: readonly { readonly date: LocalDate; readonly code: string; readonly sets: readonly ProcedureSet[] }[];
  readonly plans: readonly { readonly agreed: boolean; readonly created: LocalDate; readonly updated: LocalDate }[];
}

export type Tick = 'contact' | 'baseline' | 'assessment' | 'plan or intervention';

export interface FourWeekSpell {
  readonly referrals: readonly string[];
  readonly start: LocalDate;
  /** null while a referral is open. */
  readonly end: LocalDate | null;
  /** The earliest day of each tick inside the spell, null where it is missing. Ticks not required are left out. */
  readonly ticks: Readonly<Partial<Record<Tick, LocalDate | null>>>;
  readonly stop: LocalDate | null;
  /** To the stop, or so far. */
  readonly days: number;
  readonly state: 'within' | 'over' | 'waiting' | 'ended without a stop';
}

export const fourWeekRules = {
  adult: {
    fromAge: 18,
    teamTypes: ['A05', 'A06', 'A08', 'A09', 'A12', 'A13', 'A16', 'C10'],
    /** Retired codes and what they are read as. */
    readAs: new Map([['C03', 'C10']]),
    interventionSets: ['therapy', 'psychosocial', 'medication'],
    assessmentRequiredFrom: '2024-04-01',
  },
  underEighteen: {
    /** Crisis, line, liaison and place-of-safety teams. An organisation adds its own. */
    excludedTeamTypes: ['A02', 'A11', 'A19', 'A20', 'A21', 'A22', 'A23', 'A24', 'A25'],
    singlePointOfAccess: 'A18',
    eatingDisorder: { reason: '12', allowedTeamTypes: ['A18', 'F01'] },
    earlyIntervention: { teamType: 'A14', reason: '01' },
    interventionSets: ['therapy', 'psychosocial', 'medication', 'autism assessment', 'adhd assessment'],
  },
  attended: ['5', '6'],
  directMechanisms: ['01', '02', '04', '11'],
  /** Consultation, signposting, discussion with a professional. */
  excludedProcedures: ['11429006', '975131000000104', '2386021000000108'],
  excludedScales: ['Current View'],
  daysThatJoin: 5,
  withinDays: 28,
} as const;

const has = (list: readonly string[], value: string): boolean => list.includes(value);

/** Whether the clock applies to a referral. `livesInEngland` null means not known. */
export function inScope(referral: ClockReferral, livesInEngland: boolean | null): boolean {
  if (referral.hospitalSpell || livesInEngland === false) return false;
  const { adult, underEighteen } = fourWeekRules;
  const team = adult.readAs.get(referral.teamType) ?? referral.teamType;
  if (referral.ageAtReferral >= adult.fromAge) return has(adult.teamTypes, team);
  const { eatingDisorder, earlyIntervention } = underEighteen;
  if (has(underEighteen.excludedTeamTypes, team)) return false;
  if (referral.urgent && team === underEighteen.singlePointOfAccess) return false;
  if (referral.reason === eatingDisorder.reason && !has(eatingDisorder.allowedTeamTypes, team)) return false;
  return !(team === earlyIntervention.teamType && referral.reason === earlyIntervention.reason);
}

/** The spells of one person’s referrals to one provider, seen on `today` (the reporting end in a report), earliest first. */
export function fourWeekSpells(
  referrals: readonly ClockReferral[],
  events: ClockEvents,
  today: LocalDate,
  livesInEngland: boolean | null = null,
): readonly FourWeekSpell[] {
  const counted = referrals.filter((referral) => referral.received <= today && inScope(referral, livesInEngland));
  return joined(counted, today).map((spell) => clockOf(spell, events, today));
}

interface Spell {
  readonly referrals: readonly ClockReferral[];
  readonly start: LocalDate;
  readonly end: LocalDate;
}

const endOf = ({ discharged, rejected, closed }: ClockReferral): LocalDate | null => discharged ?? rejected ?? closed;

/** A referral joins the spell when it starts no later than 5 days after the spell’s end so far. */
function joined(referrals: readonly ClockReferral[], today: LocalDate): Spell[] {
  const spells: Spell[] = [];
  for (const referral of referrals.toSorted((a, b) => (a.received < b.received ? -1 : 1))) {
    const ended = endOf(referral);
    const end = ended === null || ended > today ? today : ended;
    const last = spells.at(-1);
    if (last && referral.received <= addDays(last.end, fourWeekRules.daysThatJoin)) {
      spells[spells.length - 1] = { ...last, referrals: [...last.referrals, referral], end: end > last.end ? end : last.end };
    } else spells.push({ referrals: [referral], start: referral.received, end });
  }
  return spells;
}

function clockOf(spell: Spell, events: ClockEvents, today: LocalDate): FourWeekSpell {
  const ids = spell.referrals.map(({ id }) => id);
  const open = spell.referrals.some((referral) => {
    const end = endOf(referral);
    return end === null || end > today;
  });
  const adult = (spell.referrals[0]?.ageAtReferral ?? fourWeekRules.adult.fromAge) >= fourWeekRules.adult.fromAge;
  const found = adult ? adultTicks(spell, ids, events) : underEighteenTicks(spell, ids, events);
  const dates = Object.values(found);
  const stop = dates.every((date) => date !== null) ? (dates.toSorted().at(-1) ?? null) : null;
  const days = daysBetween(spell.start, stop ?? (open ? today : spell.end));
  const state = stop ? (days <= fourWeekRules.withinDays ? 'within' : 'over') : open ? 'waiting' : 'ended without a stop';
  return { referrals: ids, start: spell.start, end: open ? null : spell.end, ticks: found, stop, days, state };
}

function earliest(dates: readonly LocalDate[], { start, end }: Spell): LocalDate | null {
  return dates.filter((date) => date >= start && date <= end).toSorted()[0] ?? null;
}

const attendedDates = (events: ClockEvents, ids: readonly string[], indirectToo: boolean): LocalDate[] =>
  events.contacts
    .filter(
      ({ referral, attendance, mechanism, indirect }) =>
        has(ids, referral) &&
        ((indirectToo && indirect) ||
          (!indirect && has(fourWeekRules.attended, attendance) && (indirectToo || has(fourWeekRules.directMechanisms, mechanism)))),
    )
    .map(({ date }) => date);

const procedureDates = (events: ClockEvents, sets: readonly string[]): LocalDate[] =>
  events.procedures
    .filter(({ code, sets: own }) => !has(fourWeekRules.excludedProcedures, code) && own.some((set) => has(sets, set)))
    .map(({ date }) => date);

const baselineDates = (events: ClockEvents): LocalDate[] =>
  events.outcomes.filter(({ scale }) => !has(fourWeekRules.excludedScales, scale)).map(({ date }) => date);

/** An agreed plan counts on the day it was made if that is inside the spell, else on the day it was last changed. */
const planDates = (events: ClockEvents, { start, end }: Spell): LocalDate[] =>
  events.plans.filter(({ agreed }) => agreed).map(({ created, updated }) => (created >= start && created <= end ? created : updated));

function adultTicks(spell: Spell, ids: readonly string[], events: ClockEvents): Partial<Record<Tick, LocalDate | null>> {
  const { adult } = fourWeekRules;
  const contact = earliest(attendedDates(events, ids, false), spell);
  const required = !(spell.start < adult.assessmentRequiredFrom && contact !== null && contact < adult.assessmentRequiredFrom);
  return {
    contact,
    baseline: earliest(baselineDates(events), spell),
    ...(required ? { assessment: earliest(procedureDates(events, ['assessment']), spell) } : {}),
    'plan or intervention': earliest([...planDates(events, spell), ...procedureDates(events, adult.interventionSets)], spell),
  };
}

const underEighteenTicks = (spell: Spell, ids: readonly string[], events: ClockEvents): Partial<Record<Tick, LocalDate | null>> => ({
  contact: earliest(attendedDates(events, ids, true), spell),
  baseline: earliest(baselineDates(events), spell),
  'plan or intervention': earliest(
    [...planDates(events, spell), ...procedureDates(events, fourWeekRules.underEighteen.interventionSets)],
    spell,
  ),
});
