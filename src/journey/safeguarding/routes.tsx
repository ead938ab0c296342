// The doors of safeguarding: raising a concern, what waits, one concern with its steps, and the hub’s support.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { codesOf, wordsFor } from '../../platform/codes/codes.ts';
import { moversOf } from '../../platform/lifecycle.ts';
import { invalid, notFound, type Problem } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { errorsOf } from '../../platform/web/faults.ts';
import { choices, identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { basesToChoose } from '../../trust/sharing/without-agreement.ts';
import { hubOf, ownersFor, raiseConcern, readConcern, sayTold, takeStep } from './actions.ts';
import { backlogOf } from './backlog.ts';
import { offerSupport, supportHindrance, supportOf } from './hub-support.ts';
import { concernLifecycle, levelOf, raisers } from './model.ts';
import { BacklogPage } from './pages/backlog-page.tsx';
import { ConcernPage } from './pages/concern-page.tsx';
import { RaisePage } from './pages/raise-page.tsx';
import { copyOf, nothingRaised, type TypedConcern } from './raising.ts';
import { nothingTyped, type StepName, stepNames, steps, stepsFrom, type TypedStep } from './steps.ts';
import { concernsAbout, nameFor, openConcerns } from './store.ts';

const list = roles('SG', 'CO_HUB', 'MGR');
/** Roles of whom the matrix lets read what is about safety; whether this one exists for them the database decides. */
const readers = roles('SG', 'CO_HUB', 'MGR', 'TRI', 'SNR', 'KW');
const mayRaise = roles(...raisers);
const offerers = ['SG', 'CO_HUB', 'MGR'];
const person = z.strictObject({ person: identifier });
const one = z.strictObject({ concern: identifier });
const long = optionalText(200_000);

const myTeams = ({ visitor }: Context): string[] => [...new Set(visitor?.roles.flatMap(({ teamId }) => teamId || []))];

export const navigation: readonly NavigationEntry[] = [
  {
    text: 'Safeguarding',
    href: '/safeguarding',
    roles: ['SG', 'CO_HUB'],
    waiting: async (context) => backlogOf(await openConcerns(context.tables, myTeams(context)), hubOf(context), context.now).withUs.length,
  },
];

/** Fields of a step stand on a page with those of others, each under the step’s own name. */
const within = (step: StepName | null | undefined, errors: readonly FieldError[]): readonly FieldError[] =>
  step ? errors.map((error) => (error.field ? { ...error, field: `${step}-${error.field}` } : error)) : errors;

async function raisePage(context: SignedIn, personId: string, typed: TypedConcern, why?: Problem): Promise<Answer> {
  const name = await nameFor(context.tables, personId);
  if (name === null) return problem(notFound);
  context.touch(personId);
  const shown = { personId, name, known: await concernsAbout(context.tables, personId), typed };
  return page(
    renderDocument(<RaisePage shell={await context.shell()} {...shown} formKey={context.formKey()} errors={why ? errorsOf(why) : []} />),
    why?.status ?? 200,
  );
}

async function concernPage(
  context: SignedIn,
  id: string,
  tried: { readonly step: StepName | null; readonly typed: TypedStep } | null,
  why?: Problem,
  wants = '',
): Promise<Answer> {
  const concern = await readConcern(context, id);
  if (!concern) return problem(notFound);
  const hub = hubOf(context);
  const { withHub, withUs, toFinish } = backlogOf([concern], hub, context.now);
  const [waiting] = [...withHub, ...withUs, ...toFinish];
  const movers = moversOf(context);
  const may = (name: StepName): boolean =>
    concernLifecycle.transitions.some(
      ({ from, to, by }) => from === concern.state && to === steps[name].to && movers.some((mover) => by.includes(mover)),
    );
  const following = stepsFrom(concern).filter(may);
  const owners = following.includes('other') ? await ownersFor(context, concern.personId) : [];
  const support = supportOf(context);
  return page(
    renderDocument(
      <ConcernPage
        shell={await context.shell('/safeguarding')}
        concern={concern}
        waiting={waiting ?? { age: '', left: null, chase: false }}
        hub={hub?.name ?? null}
        levelWords={(hub && levelOf(hub, concern.level)?.words) ?? null}
        steps={following}
        tried={tried?.step ?? null}
        typed={tried?.typed ?? nothingTyped}
        choices={{
          levels: Object.entries(hub?.levels ?? {}).map(([value, level]) => ({ value, text: level?.words ?? value })),
          owners: owners.map(({ id: value, name, job }) => ({ value, text: [name, job].filter(Boolean).join(', ') })),
          bases: basesToChoose.map((value) => ({ value, text: wordsFor('lawfulBasis', value) })),
          begins: {
            ...nothingTyped,
            level: concern.level ?? '',
            told: concern.told,
            not_told_because: concern.notToldBecause,
            copy: copyOf(concern, `${context.visitor.name}, ${context.visitor.job}`),
          },
        }}
        support={
          support
            ? {
                name: support,
                hindrance: supportHindrance(concern)?.detail ?? null,
                may: movers.some((mover) => offerers.includes(mover)),
                wants,
              }
            : null
        }
        mayTell={movers.some((mover) => mover === 'SG' || mover === 'MGR')}
        formKey={() => context.formKey()}
        errors={why ? within(tried?.step, errorsOf(why)) : []}
      />,
    ),
    why?.status ?? 200,
  );
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/safeguarding',
    permission: list,
    audit: audited('safeguarding.list'),
    async handle(given) {
      const context = signedIn(given);
      const concerns = await openConcerns(context.tables, myTeams(context));
      context.touch(...concerns.map(({ personId }) => personId));
      const hub = hubOf(context);
      return page(
        renderDocument(
          <BacklogPage
            shell={await context.shell('/safeguarding')}
            backlog={backlogOf(concerns, hub, context.now)}
            hub={hub?.name ?? null}
            support={supportOf(context)}
          />,
        ),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/safeguarding/:concern',
    permission: readers,
    params: one,
    audit: audited('safeguarding.read'),
    handle: (context, { params }) => concernPage(signedIn(context), params.concern, null),
  }),
  route({
    method: 'POST',
    path: '/safeguarding/:concern/steps',
    permission: readers,
    params: one,
    body: z.strictObject({
      version,
      step: z.enum(stepNames, { error: 'Choose the next step.' }),
      ...Object.fromEntries(Object.keys(nothingTyped).map((field) => [field, long] as const)),
    }),
    audit: audited('safeguarding.step'),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      const { version: at, step, ...rest } = body;
      // The schema has a text for each of its names.
      const typed = { ...nothingTyped, ...(rest as Partial<TypedStep>) };
      const done = await takeStep(context, { id: params.concern, version: at }, step, typed);
      if (!done.ok)
        return done.problem.status === 404 ? problem(done.problem) : concernPage(context, params.concern, { step, typed }, done.problem);
      const { to } = steps[step];
      const ended = to === 'closed' || to === 'not_progressed';
      return redirect(ended ? '/safeguarding' : `/safeguarding/${params.concern}`, {
        notice: { result: 'success', heading: keptWords[step] },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/safeguarding/:concern/told',
    permission: readers,
    params: one,
    body: z.strictObject({ version }),
    audit: audited('safeguarding.told'),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      const done = await sayTold(context, { id: params.concern, version: body.version });
      if (!done.ok) return done.problem.status === 404 ? problem(done.problem) : concernPage(context, params.concern, null, done.problem);
      return redirect(`/safeguarding/${params.concern}`, { notice: { result: 'success', heading: 'It is written down that they know.' } });
    },
  }),
  route({
    method: 'POST',
    path: '/safeguarding/:concern/support',
    permission: list,
    params: one,
    body: z.strictObject({ version, wants: optionalText(4000) }),
    audit: audited('safeguarding.support'),
    again: (context, { params, typed, faults }) =>
      concernPage(signedIn(context), params.concern, null, invalid(faults), asText(typed.wants)),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      const done = await offerSupport(context, { id: params.concern, ...body });
      if (!done.ok)
        return done.problem.status === 404 ? problem(done.problem) : concernPage(context, params.concern, null, done.problem, body.wants);
      return redirect(`/safeguarding/${params.concern}`, {
        notice: {
          result: 'success',
          heading: done.value.offered ? 'The hub’s support was offered' : 'First contact decides about it',
          children: done.value.offered
            ? 'You own the offer until a named worker of the hub says yes.'
            : 'The rules suggest more than one way, so a clinician chooses.',
        },
      });
    },
  }),
  route({
    method: 'GET',
    path: '/people/:person/concern',
    permission: mayRaise,
    params: person,
    audit: audited('safeguarding.begin'),
    handle: (context, { params }) => raisePage(signedIn(context), params.person, nothingRaised),
  }),
  route({
    method: 'POST',
    path: '/people/:person/concern',
    permission: mayRaise,
    params: person,
    body: z.strictObject({
      route: optionalText(20),
      concerns: choices(codesOf('mashReferralCategory') as unknown as readonly [string, ...string[]]), // the list is never empty
      about: long,
      harmed: long,
      saw: long,
      opinion: long,
      happened_on: long,
      happened_at: long,
      made_safe: long,
      persons_view: long,
      not_asked_because: long,
      told: optionalText(20),
      not_told_because: long,
    }),
    audit: audited('safeguarding.raise'),
    async handle(given, { params, body }) {
      const context = signedIn(given);
      const raised = await raiseConcern(context, params.person, body);
      if (!raised.ok)
        return raised.problem.status === 404 ? problem(raised.problem) : raisePage(context, params.person, body, raised.problem);
      return redirect(`/people/${params.person}/concern`, {
        notice: {
          result: 'success',
          heading: 'The safeguarding lead has it now',
          children: 'You hear what came of it as a task on your day.',
        },
      });
    },
  }),
];

const keptWords: Readonly<Record<StepName, string>> = {
  read: 'You decide it. Now choose the way.',
  other: 'They are helped in another way, and whoever raised it is told.',
  send: 'It is kept as sent, and its time runs.',
  receipt: 'The receipt is kept.',
  returned: 'It is with you again, and whoever raised it is told.',
  first: 'The first decision is kept.',
  screen: 'Screening has begun.',
  final: 'The final decision is kept. Feedback is due.',
  feedback: 'Whoever raised it is told.',
  close: 'It is closed.',
};
