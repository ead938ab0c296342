// Comparing a record made at the door with somebody already known, deciding, and taking the decision back.
import { z } from 'zod';
import { localDate } from '../../platform/clock.ts';
import { dayInWords, timeInWords, wallTime } from '../../platform/local-time.ts';
import { type Fault, notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { choice, identifier, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { decideMatch, type MatchOutcome } from './matching/deciding.ts';
import { matchView } from './matching/match-view.ts';
import { unlinkReferral } from './matching/unlinking.ts';
import { comparePage } from './pages/compare-page.tsx';

const deciders = roles('TRI', 'SNR');
const matchId = z.strictObject({ match: identifier });

async function show(context: Context, id: string, faults: readonly Fault[] = []): Promise<Answer> {
  const match = await matchView(context, id);
  if (!match) return problem(notFound);
  const at = match.decidedAt;
  return page(
    comparePage({
      shell: await context.shell('/triage'),
      formKey: context.formKey(),
      match,
      decidedAt: at ? `${dayInWords(localDate(at))}, ${timeInWords(wallTime(at).minute)}` : '',
      errors: asErrors(faults),
    }),
    faults.length > 0 ? 422 : 200,
  );
}

const said: Readonly<Record<MatchOutcome | 'asked', { heading: string; children: string }>> = {
  same: { heading: 'Saved: the same person', children: 'The referral is in their record now. Nothing was sent to anybody.' },
  not_same: { heading: 'Saved: not the same', children: 'The two stay apart, and nobody is asked about them again.' },
  asked: {
    heading: 'Saved: somebody else decides this one',
    children: 'Whoever keeps that record is asked to look. You can carry on with the referral.',
  },
  not_sure: { heading: 'Saved: not sure yet', children: 'You can carry on with the referral and come back.' },
};

export const identityRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/identity/:match',
    permission: deciders,
    params: matchId,
    audit: audited('compared the record with another that may be the same person'),
    handle: (context, { params }) => show(context, params.match),
  }),
  route({
    method: 'POST',
    path: '/identity/:match',
    permission: deciders,
    params: matchId,
    body: z.strictObject({ outcome: choice(['same', 'not_same', 'not_sure'], 'Choose an answer. “Not sure” is one.'), version }),
    audit: audited('decided whether two records are the same person'),
    async handle(context, { params, body }) {
      const decided = await decideMatch(context, { matchId: params.match, ...body });
      if (!decided.ok) return problem(decided.problem);
      const here = `/identity/${params.match}`;
      return redirect(here, {
        notice: {
          result: 'success',
          ...said[decided.value.outcome === 'asked' ? 'asked' : body.outcome],
          ...(body.outcome === 'not_sure' || decided.value.outcome === 'asked' ? {} : { undo: { action: `${here}/undo` } }),
          link: { text: 'Back to the referral', href: `/triage/${decided.value.referralId}` },
        },
      });
    },
    again: (context, { params, faults }) => show(context, params.match, faults),
  }),
  route({
    method: 'POST',
    path: '/identity/:match/undo',
    permission: deciders,
    params: matchId,
    body: z.strictObject({}),
    repeatable: 'undoing what is undone changes nothing',
    audit: audited('took back whether two records are the same person'),
    async handle(context, { params }) {
      const match = await context.tables
        .selectFrom('possibleMatch as m')
        .innerJoin('referral as r', 'r.id', 'm.referralId')
        .select(['m.state', 'm.version', 'm.referralId', 'r.version as referralVersion'])
        .where('m.id', '=', params.match)
        .executeTakeFirst();
      if (!match) return problem(notFound);
      const undone =
        match.state === 'same'
          ? await unlinkReferral(context, { referralId: match.referralId, version: match.referralVersion })
          : await decideMatch(context, { matchId: params.match, outcome: 'open', version: match.version });
      if (!undone.ok) return problem(undone.problem);
      return redirect(`/identity/${params.match}`, {
        notice: { result: 'success', heading: 'Taken back', children: 'Everything is where it was.' },
      });
    },
  }),
];
