// Raises a safeguarding concern and takes it through its steps. Whoever raised it hears what came of it; the person is told unless that is unsafe.
import { byCode, type SafeguardingHub } from '../../platform/blueprint/blueprint.ts';
import { localDate } from '../../platform/clock.ts';
import { dueAt } from '../../platform/due.ts';
import { moversOf, overtaken, permit, traced } from '../../platform/lifecycle.ts';
import { failure, invalid, notFound, type Problem, type Result, success } from '../../platform/problem.ts';
import { saidDay } from '../../platform/said.ts';
import { finishTasksAt, writeTask } from '../../platform/tasks.ts';
import type { Context, SignedIn, Tables } from '../../platform/web/context.ts';
import { endAccess, grantAccess } from '../../trust/access/actions.ts';
import { recordSharing } from '../../trust/sharing/actions-without.ts';
import { basesToChoose, usualReview } from '../../trust/sharing/without-agreement.ts';
import { concernLifecycle, finalDue, firstDecisionDue, type Route, type Told, type WholeConcern } from './model.ts';
import { raisingFaults, type TypedConcern } from './raising.ts';
import { type StepName, steps, type TypedStep } from './steps.ts';
import * as store from './store.ts';

export const pathOf = (concernId: string): string => `/safeguarding/${concernId}`;

/** The safeguarding hub that concerns go to here; undefined where the blueprint names none. */
export const hubOf = ({ place }: Context): SafeguardingHub | undefined => place.blueprint.safeguarding?.[0];

const noHub: Problem = {
  status: 409,
  title: 'No safeguarding hub is set up here',
  detail: 'Raise it as you do now, and tell your administrator that the blueprint names no safeguarding hub.',
};

const safeguardDue = (context: Context): Date => {
  const target = byCode(context.place.blueprint.clocks, 'SAFEG')?.target;
  return (target && dueAt(target, context.now)) ?? dueAt({ kind: 'same working day' }, context.now) ?? context.now;
};

const askLeads = async (
  context: SignedIn,
  tables: Tables,
  concern: { id: string; personId: string; teamId: string; decideBy: Date },
): Promise<void> => {
  for (const accountId of await store.leadsOf(tables, concern.teamId))
    await writeTask(
      tables,
      {
        personId: concern.personId,
        kind: 'safeguarding.decide',
        words: 'A safeguarding concern was raised. Read it and decide.',
        leadsTo: pathOf(concern.id),
        accountId,
        teamId: null,
        dueAt: concern.decideBy,
      },
      { id: context.identify(), now: context.now, by: context.visitor.accountId },
    );
};

/** Keeps it, opens what is needed to the team that decides, and asks its leads at once. For whoever knows of the person; touches them. */
export async function raiseConcern(context: SignedIn, personId: string, typed: TypedConcern): Promise<Result<{ id: string }>> {
  const team = context.place.teams.get(hubOf(context)?.team ?? '');
  if (!team) return failure(noHub);
  if ((await store.nameFor(context.tables, personId)) === null) return failure(notFound);
  context.touch(personId);
  const allowed = permit(concernLifecycle, { from: null, to: 'raised', by: moversOf(context) });
  if (!allowed.ok) return allowed;
  const faults = raisingFaults(typed, localDate(context.now));
  if (faults.length > 0) return failure(invalid(faults));
  const id = context.identify();
  const by = context.visitor.accountId;
  const { now } = context;
  const decideBy = safeguardDue(context);
  const told = typed.told as Told; // one of the three, or a fault above
  const leads = await context.asWorker('raise a safeguarding concern', async (tables) => {
    await traced(tables, { role: moversOf(context)[0] ?? '' });
    await store.insertConcern(tables, {
      id,
      personId,
      teamId: team.id,
      route: typed.route as Route, // as above
      concerns: [...typed.concerns],
      about: typed.about,
      harmed: typed.harmed,
      saw: typed.saw,
      opinion: typed.opinion,
      happenedOn: typed.happened_on || null,
      happenedAt: typed.happened_at,
      madeSafe: typed.made_safe,
      personsView: typed.persons_view,
      notAskedBecause: typed.persons_view ? '' : typed.not_asked_because,
      told,
      notToldBecause: told === 'told' ? '' : typed.not_told_because,
      raisedAt: now,
      decideBy,
      createdAt: now,
      createdBy: by,
    });
    if (told !== 'told')
      await store.holdBack(tables, { rowId: id, personId, exemption: typed.not_told_because, decidedBy: by, createdAt: now });
    await askLeads(context, tables, { id, personId, teamId: team.id, decideBy });
    // Being in a team does not open a restricted record; whoever decides about safety is named.
    return (await store.isRestricted(tables, personId)) ? store.leadsOf(tables, team.id) : [];
  });
  const opens = {
    personId,
    relationship: 'safeguards',
    categories: ['contact', 'safety'],
    source: { kind: 'safeguarding_concern', id },
  } as const;
  await grantAccess(context, { ...opens, teamId: team.id });
  for (const accountId of leads) await grantAccess(context, { ...opens, accountId, role: 'SG' });
  return success({ id });
}

/** Null where there is none for the visitor. Touches the person. */
export async function readConcern(context: Context, id: string): Promise<WholeConcern | null> {
  const concern = await store.findConcern(context.tables, id);
  if (concern) context.touch(concern.personId);
  return concern;
}

/** Colleagues who may own what is done instead. */
export const ownersFor = (context: Context, personId: string): Promise<{ id: string; name: string; job: string }[]> =>
  context.asWorker('find who could help in another way', (tables) => store.possibleOwners(tables, personId, context.now));

/** What a step keeps of what was typed, and the times that it sets. */
function changeOf(context: SignedIn, name: StepName, concern: WholeConcern, typed: TypedStep): store.ConcernChange {
  const { now } = context;
  const hub = hubOf(context);
  const tests = {
    needsCare: typed.needs_care || null,
    mayBeAbused: typed.may_be_abused || null,
    cannotProtect: typed.cannot_protect || null,
  };
  switch (name) {
    case 'read':
    case 'screen':
      return name === 'screen' ? { screening: typed.screening } : {};
    case 'other':
      return { ...tests, decidedAt: now, otherAction: typed.action, otherOwnerId: typed.owner };
    case 'send':
      return {
        ...tests,
        decidedAt: now,
        level: typed.level,
        levelBecause: '',
        agreement: typed.agreement,
        agreementWords: typed.agreement_words,
        lawfulBasis: typed.agreement === 'agreed' ? null : typed.basis,
        told: typed.told as Told, // checked with the step
        notToldBecause: typed.told === 'told' ? '' : typed.not_told_because,
        copy: typed.copy,
        sentAt: now,
        receiptBy: hub ? dueAt(hub.receiptWithin[concern.route], now) : null,
        firstDecisionBy: hub ? firstDecisionDue(hub, typed.level, now) : null,
      };
    case 'receipt':
      return { acknowledgedAt: now };
    case 'returned':
      return { decidedAt: null, sentAt: null, receiptBy: null, firstDecisionBy: null, decideBy: safeguardDue(context) };
    case 'first':
      return {
        initialDecision: typed.decision,
        initialDecidedAt: now,
        level: typed.level,
        levelBecause: typed.level === concern.level ? '' : typed.level_because,
        inTime: concern.firstDecisionBy ? now <= concern.firstDecisionBy : null,
        finalBy: hub ? finalDue(hub, typed.decision, now) : null,
      };
    case 'final':
      return { finalDecision: typed.decision, finalDecidedAt: now };
    case 'feedback':
      return {
        feedback: typed.feedback,
        fedBackAt: now,
        ...(concern.route === 'adult' ? { wishesMet: typed.wishes_met, feelsSafer: typed.feels_safer, listenedTo: typed.listened_to } : {}),
      };
    case 'close':
      return { closing: typed.closing, reviewOn: typed.review_on || null };
  }
}

const tell = (
  context: SignedIn,
  tables: Tables,
  { raisedById, personId, raisedAt }: WholeConcern,
  said: string,
): Promise<void> | undefined =>
  raisedById
    ? writeTask(
        tables,
        {
          personId,
          kind: 'safeguarding.feedback',
          words: `What came of the concern you raised on ${saidDay(raisedAt)}: ${said}`,
          leadsTo: '',
          accountId: raisedById,
          teamId: null,
          dueAt: null,
        },
        { id: context.identify(), now: context.now, by: context.visitor.accountId },
      )
    : undefined;

/** Takes the step that was chosen. What goes out without agreement is written down as sharing; whoever raised it hears what is decided. Touches the person. */
export async function takeStep(
  context: SignedIn,
  at: { readonly id: string; readonly version: number },
  name: StepName,
  typed: TypedStep,
): Promise<Result<WholeConcern>> {
  const concern = await readConcern(context, at.id);
  if (!concern) return failure(notFound);
  const step = steps[name];
  const hub = hubOf(context);
  const allowed = permit(concernLifecycle, { from: concern.state, to: step.to, by: moversOf(context), reason: typed.reason });
  if (!allowed.ok && allowed.problem.status !== 422) return allowed;
  const owners = (await ownersFor(context, concern.personId)).map(({ id }) => id);
  const faults = step.faults(typed, { concern, hub, owners, bases: basesToChoose, today: localDate(context.now) });
  if (faults.length > 0) return failure(invalid(faults));
  if (concern.version !== at.version) return failure(overtaken);
  const sharingId =
    name === 'send' && typed.agreement === 'without_agreement' ? await writeSharing(context, hub, concern, typed) : success(null);
  if (!sharingId.ok) return sharingId;
  const by = context.visitor.accountId;
  const done = await context.asWorker('take a step with a concern', async (tables) => {
    await traced(tables, { role: moversOf(context)[0] ?? '', reason: typed.reason });
    const change = { ...changeOf(context, name, concern, typed), ...(sharingId.value ? { sharingId: sharingId.value } : {}) };
    if (!(await store.changeConcern(tables, at, { ...change, state: step.to }))) return false;
    if (name === 'send') await tellOrHold(context, tables, concern, typed, sharingId.value);
    if (name === 'read' || name === 'other' || name === 'send')
      await finishTasksAt(tables, concern.personId, pathOf(concern.id), { now: context.now, by });
    if (name === 'returned') {
      await askLeads(context, tables, { ...concern, decideBy: safeguardDue(context) });
      await tell(context, tables, concern, `The safeguarding hub gave it back. ${typed.reason}`);
    }
    if (name === 'other') {
      await tell(context, tables, concern, `It is helped in another way. ${typed.action}`);
      await writeTask(
        tables,
        { personId: concern.personId, kind: 'safeguarding.other', words: typed.action, leadsTo: `/people/${concern.personId}`, accountId: typed.owner, teamId: null, dueAt: null },
        { id: context.identify(), now: context.now, by },
      ); // biome-ignore format: a row a line
    }
    if (name === 'feedback') await tell(context, tables, concern, typed.feedback);
    return true;
  });
  if (!done) return failure(overtaken);
  if (step.to === 'not_progressed' || step.to === 'closed') await endAccess(context, concern.id);
  return success(concern);
}

/** Sharing on another ground than their yes, by whom and why (S10.3), in the register that the person and whoever reviews it read. */
async function writeSharing(
  context: SignedIn,
  hub: SafeguardingHub | undefined,
  concern: WholeConcern,
  typed: TypedStep,
): Promise<Result<string>> {
  const organisation = await context.tables
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', hub?.organisation ?? '')
    .executeTakeFirst();
  const shared = await recordSharing(context, concern.personId, {
    organisationId: organisation?.id ?? '',
    categories: ['contact', 'safety'],
    what: 'A worry about safety, as it was raised.',
    basis: typed.basis,
    reason: typed.agreement_words.slice(0, 1000),
    decidedBy: context.visitor.accountId,
    told: typed.told as Told, // checked with the step
    notToldBecause: typed.not_told_because.slice(0, 1000),
    reviewOn: usualReview(localDate(context.now)),
  });
  return shared.ok ? success(shared.value.id) : shared;
}

async function tellOrHold(
  context: SignedIn,
  tables: Tables,
  concern: WholeConcern,
  typed: TypedStep,
  sharingId: string | null,
): Promise<void> {
  const rows = [concern.id, sharingId ?? concern.sharingId].filter((id) => id !== null);
  if (typed.told === 'told') return store.letSee(tables, rows);
  for (const rowId of rows)
    await store.holdBack(tables, {
      rowId,
      personId: concern.personId,
      exemption: typed.not_told_because,
      decidedBy: context.visitor.accountId,
      createdAt: context.now,
    });
}

/** They have been told since: from now on they may read it. By whoever decides about it. Touches the person. */
export async function sayTold(context: SignedIn, at: { readonly id: string; readonly version: number }): Promise<Result<WholeConcern>> {
  const concern = await readConcern(context, at.id);
  if (!concern) return failure(notFound);
  if (!moversOf(context).some((mover) => mover === 'SG' || mover === 'MGR'))
    return failure({
      status: 403,
      title: 'This step belongs to another role',
      detail: 'The safeguarding lead writes down that they were told.',
    });
  const done = await context.asWorker('write down that they were told', async (tables) => {
    if (!(await store.changeConcern(tables, at, { told: 'told', notToldBecause: '' }))) return false;
    await store.letSee(
      tables,
      [concern.id, concern.sharingId].filter((id) => id !== null),
    );
    if (concern.sharingId) await store.sharingTold(tables, concern.sharingId);
    return true;
  });
  return done ? success(concern) : failure(overtaken);
}
