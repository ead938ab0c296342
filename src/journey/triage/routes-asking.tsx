// The door for asking the person or their referrer one thing, while the clock runs on.
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { identifier, needed, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { identityOf } from '../people/actions.ts';
import { askForMore } from './actions.ts';
import { askingRoles } from './asking.ts';
import { AskPage } from './pages/ask.tsx';
import { findReferral } from './store-referral.ts';

const askers = roles(...askingRoles);

export const askingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/triage/:referral/ask',
    permission: askers,
    params: z.strictObject({ referral: identifier }),
    audit: audited('referral.read'),
    handle: async (request, { params }) => askPage(signedIn(request), params.referral, '', []),
  }),
  route({
    method: 'POST',
    path: '/triage/:referral/ask',
    permission: askers,
    params: z.strictObject({ referral: identifier }),
    body: z.strictObject({
      version,
      whom: z.enum(['person', 'referrer'], { error: 'Choose whom to ask.' }),
      question: needed(500, 'Write the one thing you need to know.'),
    }),
    audit: audited('referral.ask'),
    handle: async (request, { params, body }) => {
      const asked = await askForMore(signedIn(request), { referralId: params.referral, ...body });
      return asked.ok
        ? redirect(`/triage/${params.referral}`, { notice: { result: 'success', heading: 'Asked. The clock runs on.' } })
        : problem(asked.problem);
    },
    again: async (request, { params, typed, faults }) => askPage(signedIn(request), params.referral, asText(typed.question), faults, 422),
  }),
];

async function askPage(
  context: SignedIn,
  referralId: string,
  question: string,
  faults: readonly { field: string; message: string }[],
  status = 200,
): Promise<Answer> {
  const referral = await findReferral(context.tables, referralId);
  const who = referral ? await identityOf(context, referral.personId) : null;
  if (!referral || !who) return problem(notFound);
  return page(
    renderDocument(
      <AskPage
        shell={await context.shell('/triage')}
        back={`/triage/${referralId}`}
        action={`/triage/${referralId}/ask`}
        hidden={{ form_key: context.formKey(), version: String(referral.version) }}
        firstName={who.firstName}
        referrer={referral.referrerName}
        question={question}
        faults={faults}
      />,
    ),
    status,
  );
}
