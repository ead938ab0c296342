// The doors for reaching somebody who asked: the tries so far, one more, and keeping the door open when enough was tried.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { type Fault, notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { choice, identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { newerWaysOf } from '../contact/actions.ts';
import { wayLine } from '../contact/own-texts.ts';
import { inEnglish } from '../contact/texts.ts';
import { carerOf, letCarerKnow } from '../front-door/actions.ts';
import { workersWords } from '../front-door/carer-texts.ts';
import { identityOf, safeContactAbout } from '../people/actions.ts';
import { ReachPage } from './pages/reach.tsx';
import { keepDoorOpen, keepTry } from './reaching.ts';
import { routineOf, tryChannels, tryResults } from './reaching-routine.ts';
import { safePostPoint, triesOf } from './store-reaching.ts';
import { findReferral } from './store-referral.ts';

const triage = roles('TRI', 'SNR', 'MGR');
const params = z.strictObject({ referral: identifier });
const nothing = { channel: '', result: '', words: '' };

async function show(
  context: SignedIn,
  referralId: string,
  typed: { readonly channel: string; readonly result: string; readonly words: string },
  faults: readonly Fault[],
  status: number,
): Promise<Answer> {
  const referral = await findReferral(context.tables, referralId);
  const who = referral ? await identityOf(context, referral.personId) : null;
  if (!referral || !who) return problem(notFound);
  context.touch(referral.personId);
  const tries = await triesOf(context.tables, referralId);
  const letter = await context.asWorker('look for a safe address', (tables) => safePostPoint(tables, referral.personId));
  const formKey = context.formKey();
  return page(
    renderDocument(
      <ReachPage
        shell={await context.shell('/triage')}
        back={`/triage/${referralId}`}
        address={`/triage/${referralId}/reach`}
        name={who.name}
        firstName={who.firstName}
        safeContact={safeContactAbout(referral, who)}
        newer={(await newerWaysOf(context, referral.personId)).map((way) => ({
          value: way.value,
          line: wayLine(inEnglish, way, way.channel),
        }))}
        contact={`/people/${referral.personId}/contact`}
        tries={tries}
        routine={routineOf(tries)}
        open={referral.state === 'submitted' || referral.state === 'in_triage'}
        waitsForThem={referral.state === 'unreachable'}
        letterIsSafe={letter !== undefined}
        hasReferrer={referral.referrerAccountId !== null}
        carer={await carerOf(context.tables, referralId)}
        mayAskAboutCarer={context.visitor.roles.some(({ access }) => access === 'TRI' || access === 'SNR')}
        callsShow={context.place.blueprint.contact.calls === 'withheld' ? null : context.place.blueprint.plainSender}
        typed={typed}
        faults={faults}
        hidden={{ form_key: context.formKey(), version: String(referral.version) }}
        formKey={formKey}
      />,
    ),
    status,
  );
}

export const reachingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/triage/:referral/reach',
    permission: triage,
    params,
    audit: audited('referral.read'),
    handle: (request, { params: { referral } }) => show(signedIn(request), referral, nothing, [], 200),
  }),
  route({
    method: 'POST',
    path: '/triage/:referral/reach',
    permission: triage,
    params,
    body: z.strictObject({
      channel: z.enum(tryChannels, { error: 'Choose how you tried.' }),
      result: z.enum(tryResults, { error: 'Choose what came of it.' }),
      words: optionalText(500, 'The note'),
    }),
    audit: audited('referral.contact_tried'),
    again: (request, { params: { referral }, typed, faults }) =>
      show(
        signedIn(request),
        referral,
        { channel: asText(typed.channel), result: asText(typed.result), words: asText(typed.words) },
        faults,
        422,
      ),
    async handle(request, { params: { referral }, body }) {
      const kept = await keepTry(signedIn(request), { referralId: referral, ...body });
      if (!kept.ok) return problem(kept.problem);
      const heading = kept.value.reached ? 'Kept. They were reached.' : 'Kept. The door stays open.';
      return redirect(`/triage/${referral}/reach`, { notice: { result: 'success', heading } });
    },
  }),
  route({
    method: 'POST',
    path: '/triage/:referral/reach/carer',
    permission: roles('TRI', 'SNR'),
    params,
    body: z.strictObject({ answer: choice(['yes', 'no'], 'Choose what they said.') }),
    audit: audited('referral.carer_may_know'),
    async handle(request, { params: { referral }, body }) {
      const kept = await letCarerKnow(signedIn(request), { referralId: referral, answer: body.answer });
      if (!kept.ok) return problem(kept.problem);
      return redirect(`/triage/${referral}/reach`, { notice: { result: 'success', heading: workersWords.kept } });
    },
  }),
  route({
    method: 'POST',
    path: '/triage/:referral/reach/open',
    permission: triage,
    params,
    body: z.strictObject({ version }),
    audit: audited('referral.not_reached'),
    async handle(request, { params: { referral }, body }) {
      const kept = await keepDoorOpen(signedIn(request), { referralId: referral, version: body.version });
      if (!kept.ok) return problem(kept.problem);
      const children =
        kept.value.told === 'message' ? 'They are told in safe words.' : 'No way is safe to write to, so you have a task to tell them.';
      return redirect(`/triage/${referral}/reach`, {
        notice: { result: 'success', heading: 'The door is kept open. A manager looks at it with you.', children },
      });
    },
  }),
];
