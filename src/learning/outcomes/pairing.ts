// Which community referrals count in outcome reports and which two scores of each are compared (national community outcome dashboard rules).
import { daysBetween, type LocalDate, localDate } from '../../platform/clock.ts';

export interface DatedScore {
  readonly id: string;
  /** `reqol-10`, `goal-1`, `dialog-3`…: each scale is paired alone. */
  readonly scale: string;
  /** null when not scorable or not asked. */
  readonly value: number | null;
  readonly at: Date;
}

export interface CommunityReferral {
  readonly id: string;
  readonly ageAtReferral: number;
  readonly received: LocalDate;
  readonly discharged: LocalDate | null;
  readonly rejected: boolean;
  readonly hospitalSpell: boolean;
  /** National codes: primary reason for referral, team type. */
  readonly reason: string;
  readonly teamType: string;
  readonly contacts: readonly { readonly date: LocalDate; readonly attendance: string; readonly mechanism: string }[];
  readonly scores: readonly DatedScore[];
}

export interface ReportingPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export const communityRules = {
  teamTypes: ['A05', 'A06', 'A08', 'A09', 'A12', 'A13', 'A14', 'A16'],
  excludedReasons: ['08'],
  receivedFrom: '2019-04-01',
  attended: ['5', '6'],
  directMechanisms: ['01', '02', '04', '11'],
  fewestContacts: 2,
  openFor: 180,
} as const;

export type ReportingGroup = 'open' | 'closed';

/** The group a referral is reported in, or null with why it is not. */
export function reportingGroup(
  referral: CommunityReferral,
  period: ReportingPeriod,
): { group: ReportingGroup } | { group: null; why: string } {
  const reason = exclusions.find(({ applies }) => applies(referral, period));
  if (reason) return { group: null, why: reason.why };
  const { discharged, received } = referral;
  if (discharged !== null && discharged >= period.from && discharged <= period.to) return { group: 'closed' };
  if (discharged !== null && discharged < period.from) return { group: null, why: 'Ended before the period.' };
  return daysBetween(received, period.to) >= communityRules.openFor
    ? { group: 'open' }
    : { group: null, why: `Open for fewer than ${communityRules.openFor} days.` };
}

const has = (codes: readonly string[], code: string): boolean => codes.includes(code);

const exclusions: readonly { why: string; applies: (referral: CommunityReferral, period: ReportingPeriod) => boolean }[] = [
  { why: 'Under 18 at referral.', applies: ({ ageAtReferral }) => ageAtReferral < 18 },
  { why: 'The referral was not taken on.', applies: ({ rejected }) => rejected },
  { why: 'There was a hospital stay on the referral.', applies: ({ hospitalSpell }) => hospitalSpell },
  { why: 'The reason for referral is not counted.', applies: ({ reason }) => has(communityRules.excludedReasons, reason) },
  { why: 'The team is not counted.', applies: ({ teamType }) => !has(communityRules.teamTypes, teamType) },
  { why: 'Received before April 2019.', applies: ({ received }) => received < communityRules.receivedFrom },
  { why: 'Received after the period.', applies: ({ received }, { to }) => received > to },
  {
    why: `Fewer than ${communityRules.fewestContacts} direct contacts.`,
    applies: ({ contacts }, { to }) =>
      contacts.filter(
        ({ date, attendance, mechanism }) =>
          date <= to && has(communityRules.attended, attendance) && has(communityRules.directMechanisms, mechanism),
      ).length < communityRules.fewestContacts,
  },
];

export interface ScalePair {
  readonly scale: string;
  readonly baseline: DatedScore & { readonly value: number };
  /** null while there is only a baseline. */
  readonly followUp: (DatedScore & { readonly value: number }) | null;
}

/** First and latest valid score of each scale up to `to`. Of two on one day the later counts; at one time, the higher id. */
export function pairScores(scores: readonly DatedScore[], to: LocalDate): readonly ScalePair[] {
  const byScale = new Map<string, Map<LocalDate, DatedScore & { readonly value: number }>>();
  for (const score of scores.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))) {
    const { value } = score;
    const day = localDate(score.at);
    if (value === null || day > to) continue;
    const days = byScale.get(score.scale) ?? new Map<LocalDate, DatedScore & { readonly value: number }>();
    days.set(day, { ...score, value });
    byScale.set(score.scale, days);
  }
  return [...byScale].flatMap(([scale, days]) => {
    const kept = [...days.values()];
    const baseline = kept[0];
    return baseline ? [{ scale, baseline, followUp: kept.length > 1 ? (kept.at(-1) ?? null) : null }] : [];
  });
}

export type CommunityChange = 'improvement' | 'no_change' | 'deterioration';

export interface CommunityScale {
  readonly threshold: number;
  /** Reliable recovery starts below this and ends at it or above. */
  readonly cutOff?: number;
}

const dialogItems = Object.fromEntries(
  Array.from({ length: 8 }, (_, index): [string, CommunityScale] => [`dialog-${index + 1}`, { threshold: 1 }]),
);

/** Scales whose change is counted; higher is better for all. DIALOG items 9 to 11 are experience and are not here. */
export const communityScales: Readonly<Record<string, CommunityScale>> = {
  'reqol-10': { threshold: 5, cutOff: 25 },
  'goal-1': { threshold: 3 },
  'goal-2': { threshold: 3 },
  'goal-3': { threshold: 3 },
  ...dialogItems,
};

export interface PairOutcome {
  readonly change: number;
  readonly outcome: CommunityChange;
  /** null where the scale has no recovery, or the baseline was at the cut-off or above. */
  readonly reliableRecovery: boolean | null;
}

/** null for a scale that is not change-scored. */
export function pairOutcome(scale: string, baseline: number, followUp: number): PairOutcome | null {
  const rule = communityScales[scale];
  if (!rule) return null;
  const change = followUp - baseline;
  const outcome = Math.abs(change) < rule.threshold || change === 0 ? 'no_change' : change > 0 ? 'improvement' : 'deterioration';
  const counts = rule.cutOff !== undefined && baseline < rule.cutOff;
  return { change, outcome, reliableRecovery: counts ? outcome === 'improvement' && followUp >= (rule.cutOff ?? 0) : null };
}

/** The counts of one scale over eligible referrals. Rates are theirs: improvement ÷ paired, and also ÷ eligible. */
export function communityRates(scale: string, pairs: readonly (ScalePair | undefined)[]) {
  const eligible = pairs.length;
  const baselines = pairs.filter((pair) => pair !== undefined);
  const outcomes = baselines.flatMap(({ baseline, followUp }) =>
    followUp ? (pairOutcome(scale, baseline.value, followUp.value) ?? []) : [],
  );
  const count = (outcome: CommunityChange) => outcomes.filter((pair) => pair.outcome === outcome).length;
  const inRange = outcomes.filter(({ reliableRecovery }) => reliableRecovery !== null);
  return {
    eligible,
    baseline: baselines.length,
    paired: outcomes.length,
    improvement: count('improvement'),
    noChange: count('no_change'),
    deterioration: count('deterioration'),
    reliableRecovery: { count: inRange.filter(({ reliableRecovery }) => reliableRecovery).length, of: inRange.length },
    changes: outcomes.map(({ change }) => change),
  };
}
