// Replaying a version on past referrals: both versions decide for the same people, and what differs is counted by group. Whoever may see people
// can also list whom it concerns. And the reach of an order, both ways (TWP-16).
import { z } from 'zod';
import { ageOn, factsOf } from '../../journey/triage/facts.ts';
import { withKnownArea } from '../../journey/triage/suggest.ts';
import { agreedRules, placeWithRules, rulesOfVersion, ruleVersion } from '../../place/rules/agreed.ts';
import { type RuleVersion, ruleWriters, versionName } from '../../place/rules/model.ts';
import { lineOf } from '../../place/rules/versions.ts';
import type { ServiceRules } from '../../platform/blueprint/blueprint.ts';
import { type RuleLine, rulesInForce } from '../../platform/blueprint/in-force.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import { addDays, localDate } from '../../platform/clock.ts';
import { firedRows } from '../../platform/decisions/evaluate.ts';
import type { Facts } from '../../platform/decisions/evaluation.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { type Work, workAbout } from '../../platform/jobs/work.ts';
import type { LivePlace } from '../../platform/live-place.ts';
import { failure, notFound, type Result, success } from '../../platform/problem.ts';
import type { SignedIn, Tables } from '../../platform/web/context.ts';
import { visitorOfAccount } from '../../trust/accounts/visitor.ts';
import { ReplayCount } from './counting.ts';
import { groupsOf } from './groups.ts';
import { type ChangeKind, mostAtOnce, mostReplayed, type ReplayContent } from './model.ts';
import { changeOf, everybodyAlike, outcomeOf } from './outcome.ts';
import { type ReachContent, ReachCount } from './reach.ts';
import { type Asked, insertReplay, latestAskings, type PastReferral, pastReferrals, type Window, whatBecame } from './store.ts';

/** How far back a replay may look, in months. */
export const windowMonths = [6, 12, 24, 60] as const;

/** Referrals read at once: few enough to hold, many enough to be quick. */
const batch = 1000;

/** Two versions of one table, and the people they are for. */
export interface Pair {
  readonly place: Place;
  readonly before: ServiceRules;
  readonly after: ServiceRules;
}

/** What rules may read of a past referral, as it stood on its day. */
export const pastFacts = (place: Place, rules: ServiceRules, past: PastReferral): Facts =>
  withKnownArea(place, rules, {
    ...factsOf(past, past.answers, past.received),
    age_at_referral: ageOn(past.born, past.received),
    ethnic_category: past.ethnicCategory ?? undefined,
    gender_identity: past.genderIdentity ?? undefined,
  });

/** What both versions decide for one past referral. */
export function decidedByBoth({ place, before, after }: Pair, past: PastReferral) {
  const of = (rules: ServiceRules) => outcomeOf(place, rules, firedRows(rules.table, pastFacts(place, rules, past)));
  return { before: of(before), after: of(after) };
}

const knownAreas = ({ services, places }: Pick<Place, 'services' | 'places'>): string[] => [
  ...new Set([...services.flatMap((service) => service.area), ...places.flatMap((place) => place.area ?? [])]),
];

/** These referrals, decided by both versions and counted. `tables` acts as the worker; `onBatch` hears how far it is. */
async function replayAll(tables: Tables, pair: Pair, asked: readonly Asked[], onBatch: (done: number) => void): Promise<ReplayContent> {
  const areas = knownAreas(pair.place);
  const count = new ReplayCount();
  for (let at = 0; at < asked.length; at += batch) {
    for (const past of await pastReferrals(tables, asked.slice(at, at + batch)))
      count.add({ ...decidedByBoth(pair, past), groups: groupsOf(past, past.received, areas) });
    onBatch(Math.min(at + batch, asked.length));
  }
  return count.content();
}

/** The teams that hold the referrals a table is about: its own service’s for a first step, else every front door of its blueprint. */
export function teamsOf({ teams }: Pick<LivePlace, 'teams'>, all: readonly ServiceRules[], rules: ServiceRules): string[] {
  const services = all
    .filter(({ purpose, blueprint, service }) =>
      rules.purpose === 'suggestion' ? service === rules.service : purpose === 'suggestion' && blueprint === rules.blueprint,
    )
    .map(({ service }) => service);
  return [...teams.values()].filter(({ serviceCode }) => services.includes(serviceCode)).map(({ id }) => id);
}

/** As much of a request, or of a job, as a replay needs. */
type Here = Pick<SignedIn, 'tables' | 'place' | 'now'>;

export interface Replaying extends Pair {
  readonly version: RuleVersion;
  readonly teamIds: readonly string[];
}

/** The version, and the one that decides today, which it would follow, or everybody alike for a new table; null when there is no such version. */
export async function replayOf(context: Here, versionId: string): Promise<Replaying | null> {
  const version = await ruleVersion(context, versionId);
  const after = version && rulesOfVersion(context, version);
  if (!version || !after) return null;
  const all = await agreedRules(context);
  const others = all.filter((one) => versionName(one) !== versionName(after));
  const before =
    rulesInForce(others, lineOf(after), localDate(context.now)) ?? all.find(({ code }) => code === after.code) ?? everybodyAlike(after);
  return { version, before, after, place: await placeWithRules(context), teamIds: teamsOf(context.place, all, after) };
}

export const windowOf = (context: Pick<SignedIn, 'now'>, months: number): Window => {
  const to = localDate(context.now);
  return { from: addDays(to, -Math.round((months * 365) / 12)), to };
};

interface Asking extends Here {
  readonly identify: SignedIn['identify'];
  readonly visitor: Pick<SignedIn['visitor'], 'accountId'>;
}

/** Keeps the totals with the version, under the text that was replayed. As the worker. */
async function keepReplay(
  { tables, now, identify, visitor }: Asking,
  replaying: Replaying,
  window: Window,
  asked: readonly Asked[],
  onBatch: (done: number) => void,
): Promise<void> {
  await insertReplay(tables, {
    id: identify(),
    versionId: replaying.version.id,
    contentHash: replaying.version.contentHash,
    against: versionName(replaying.before),
    window,
    content: await replayAll(tables, replaying, asked, onBatch),
    madeAt: now,
    madeBy: visitor.accountId,
  });
}

const mayReplay = ({ roles }: Pick<SignedIn['visitor'], 'roles'>): boolean => roles.some(({ access }) => ruleWriters.includes(access));

/** Many past referrals take longer than a page may: they are gone through afterwards, for whoever asked, once or not at all. */
const replayJob = defineJob({
  name: 'replay-rules',
  input: z.strictObject({ version: z.uuid(), months: z.int() }),
  longest: 3600,
  firstDelay: 2,
  run: ({ version, months }, { clock, identify, place, once, progress, signal }) =>
    once(async (tables, { accountId }) => {
      const visitor = await visitorOfAccount(tables, accountId);
      if (!visitor || !mayReplay(visitor))
        return failure({ status: 403, title: 'It was not replayed', detail: 'Whoever asked for it may not write rules any more.' });
      const context = { tables, place, now: clock.now(), identify, visitor };
      const replaying = await replayOf(context, version);
      if (!replaying) return failure(notFound);
      const window = windowOf(context, months);
      const asked = await latestAskings(tables, window, replaying.teamIds, mostReplayed);
      await keepReplay(context, replaying, window, asked, (done) => {
        signal.throwIfAborted();
        progress(done, asked.length);
      });
      return success({ version });
    }),
});

export const replayJobs = [replayJob];

/** Runs the replay and keeps its totals with the version; where many people are to be gone through, asks for that as work of its own. */
export async function replay(context: SignedIn, versionId: string, months: number): Promise<Result<'replayed' | 'under way'>> {
  const replaying = await replayOf(context, versionId);
  if (!replaying) return failure(notFound);
  const window = windowOf(context, months);
  const few = await context.asWorker('replay rules', async (tables) => {
    const asked = await latestAskings(tables, window, replaying.teamIds, mostAtOnce + 1);
    if (asked.length > mostAtOnce) return false;
    await keepReplay({ ...context, tables }, replaying, window, asked, () => {});
    return true;
  });
  if (few) return success('replayed');
  await context.queue(replayJob, { version: versionId, months }, versionId);
  return success('under way');
}

/** The latest replay of a version as work of its own, whoever asked; null when none is under way and the last one did not fail. */
export async function replayWork(context: SignedIn, versionId: string): Promise<Work | null> {
  const work = await context.asWorker('see whether a replay is under way', (tables) => workAbout(tables, replayJob, versionId));
  return work?.state === 'done' ? null : work;
}

export interface Concerned {
  readonly referralId: string;
  readonly number: number;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly change: ChangeKind;
  readonly why: readonly string[];
}

/** Referrals looked at for the list of people, and most that are listed. */
const looked = 2000;
const mostListed = 50;

/** People whom the visitor may see and for whom the versions differ, newest referral first. */
export async function concerned(context: SignedIn, replaying: Replaying, window: Window): Promise<Concerned[]> {
  const asked = await latestAskings(context.tables, window, replaying.teamIds, looked);
  const found: Concerned[] = [];
  for (let at = 0; at < asked.length && found.length < mostListed; at += 200) {
    const some = asked.slice(at, at + 200);
    const past = new Map((await pastReferrals(context.tables, some)).map((one) => [one.id, one]));
    for (const { id } of some) {
      const one = past.get(id);
      if (!one || found.length >= mostListed) continue;
      const both = decidedByBoth(replaying, one);
      const change = changeOf(both);
      if (change === 'same') continue;
      context.touch(one.personId);
      found.push({
        referralId: id,
        number: one.number,
        name: one.name,
        before: both.before.label,
        after: both.after.label,
        change,
        why: (firedRows(replaying.after.table, pastFacts(replaying.place, replaying.after, one)) ?? []).map(({ rule }) => rule.sentence),
      });
    }
  }
  return found;
}

/** Whom an order reaches, and whom it does not: the last who were referred, by the version that held on the day of their referral. */
export async function reachOf(
  context: SignedIn,
  line: RuleLine,
  window: Window,
): Promise<(ReachContent & { readonly name: string }) | null> {
  const all = await agreedRules(context);
  const now = rulesInForce(all, line, localDate(context.now));
  if (!now) return null;
  const place = await placeWithRules(context);
  const teamIds = teamsOf(context.place, all, now);
  return context.asWorker('count whom an order reaches', async (tables) => {
    const asked = await latestAskings(tables, window, teamIds, mostAtOnce);
    const count = new ReachCount();
    for (let at = 0; at < asked.length; at += batch) {
      const some = asked.slice(at, at + batch);
      const became = await whatBecame(tables, some, line.service);
      for (const past of await pastReferrals(tables, some)) {
        const rules = rulesInForce(all, line, past.received) ?? now;
        const outcome = outcomeOf(place, rules, firedRows(rules.table, pastFacts(place, rules, past)));
        const last = Math.max(...rules.table.rules.map(({ outputs }) => Number(outputs.order)));
        count.add({ first: outcome.rank < last, ...(became.get(past.id) ?? { offered: false, started: false, ended: false }) });
      }
    }
    return { ...count.content(), name: now.table.name };
  });
}
