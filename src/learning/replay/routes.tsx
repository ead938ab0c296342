// The doors of replays: run one and read what it found, list whom it concerns, and see whom an order reaches.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { ruleApprovers, ruleWriters } from '../../place/rules/model.ts';
import { addressOf } from '../../place/rules/presenting.ts';
import { notFound } from '../../platform/problem.ts';
import { saidDate } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { identifier } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { concerned, reachOf, replay, replayOf, replayWork, windowMonths, windowOf } from './actions.ts';
import { mostAtOnce } from './model.ts';
import { changeWords } from './outcome.ts';
import { ConcernedPage } from './pages/concerned.tsx';
import { ReachPage } from './pages/reach.tsx';
import { ReplayPage } from './pages/replay.tsx';
import { latestReplay } from './store.ts';

const writers = roles(...ruleWriters);
const readers = roles(...ruleApprovers);
const totals = touchesNobody('A replay gives totals with small numbers hidden, and names nobody.');
const one = z.strictObject({ version: identifier });
const months = z.coerce.number().refine((value) => windowMonths.some((known) => known === value), { error: 'Choose how far back.' });
const usual = 12;

const monthWords = (count: number): string => (count < 12 ? `${count} months` : count === 12 ? 'year' : `${count / 12} years`);

async function replayPage(context: SignedIn, id: string): Promise<Answer> {
  const replaying = await replayOf(context, id);
  if (!replaying) return problem(notFound);
  // Before what it leaves, so that nobody reads that it is done and not what came of it.
  const work = await replayWork(context, id);
  const latest = await latestReplay(context.tables, id);
  const { version, before } = replaying;
  const maySee = context.visitor.roles.some(({ access }) => ruleApprovers.includes(access));
  const view = {
    action: `/rules/versions/${id}/replay`,
    back: `/rules/versions/${id}`,
    name: version.content.name,
    number: version.number,
    against:
      before.table.version > 0 ? `version ${before.table.version}, which decides today` : 'today, when no such table tells people apart',
    months: windowMonths.map((count) => ({ value: String(count), text: monthWords(count) })),
    chosen: String(usual),
    words: changeWords[version.purpose],
    // A failure is told until a later replay worked.
    work: work?.state === 'failed' && latest && latest.madeAt >= work.askedAt ? null : work,
    replay: latest,
    people: latest && maySee ? `/rules/versions/${id}/replay/people` : null,
    hidden: { form_key: context.formKey() },
  };
  return page(renderDocument(<ReplayPage shell={await context.shell('/rules')} view={view} />));
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/rules/versions/:version/replay',
    permission: writers,
    params: one,
    audit: totals,
    handle: (context, { params }) => replayPage(signedIn(context), params.version),
  }),
  route({
    method: 'POST',
    path: '/rules/versions/:version/replay',
    permission: writers,
    params: one,
    body: z.strictObject({ months }),
    audit: totals,
    handle: async (request, { params, body }) => {
      const done = await replay(signedIn(request), params.version, body.months);
      if (!done.ok) return problem(done.problem);
      return redirect(
        `/rules/versions/${params.version}/replay`,
        done.value === 'replayed' ? { notice: { result: 'success', heading: 'Replayed.' } } : {},
      );
    },
    again: (request, { params }) => replayPage(signedIn(request), params.version),
  }),
  route({
    method: 'GET',
    path: '/rules/versions/:version/replay/people',
    permission: readers,
    params: one,
    audit: audited('rules.replay'),
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const replaying = await replayOf(context, params.version);
      const latest = replaying && (await latestReplay(context.tables, params.version));
      if (!replaying) return problem(notFound);
      const window = latest ? { from: latest.from, to: latest.to } : windowOf(context, usual);
      return page(
        renderDocument(
          <ConcernedPage
            shell={await context.shell('/rules')}
            back={`/rules/versions/${params.version}/replay`}
            name={replaying.version.content.name}
            words={{ same: 'The same', ...changeWords[replaying.version.purpose] }}
            people={await concerned(context, replaying, window)}
          />,
        ),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/rules/:service/priority/reach',
    permission: writers,
    params: z.strictObject({ service: z.string().max(100) }),
    audit: totals,
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const line = { service: params.service, purpose: 'priority' as const };
      const window = windowOf(context, 24);
      const content = await reachOf(context, line, window);
      if (!content) return problem(notFound);
      return page(
        renderDocument(
          <ReachPage
            shell={await context.shell('/rules')}
            back={addressOf(line)}
            name={content.name}
            since={saidDate(window.from)}
            most={mostAtOnce}
            content={content}
          />,
        ),
      );
    },
  }),
];
