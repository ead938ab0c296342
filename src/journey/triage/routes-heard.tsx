// The address where a clinician writes down what they heard of the facts that rules read.
import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { identifier, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { identityOf } from '../people/actions.ts';
import { consider } from './considering.ts';
import { type Teller, type TypedHeard, tellers, typedFor } from './heard.ts';
import { keepHeard, openFactsOf } from './hearing.ts';
import { HeardPage } from './pages/heard.tsx';

const triage = roles('TRI', 'SNR');
const params = z.strictObject({ referral: identifier });
/** As many as the page has fields of one name: nothing, one string or several. */
const listed = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(200, 'Choose from the list.')).max(400, 'Choose from the list.'),
);
const body = z.strictObject({
  version,
  answer: listed,
  number: listed,
  number_of: listed,
  said_by: z.enum(tellers, { error: 'Say who told you.' }).optional(),
});

type Typed = TypedHeard & { readonly saidBy: Teller | '' };

const all = (value: string | readonly string[] | undefined): readonly string[] => (value === undefined ? [] : [value].flat());

async function show(context: SignedIn, id: string, typed: Typed | null, errors: readonly FieldError[], status = 200): Promise<Answer> {
  const considered = await consider(context, id);
  const who = considered ? await identityOf(context, considered.referral.personId) : null;
  if (!considered || !who) return problem(notFound);
  const { referral } = considered;
  const facts = openFactsOf(context, considered);
  return page(
    renderDocument(
      <HeardPage
        shell={await context.shell('/triage')}
        back={`/triage/${id}`}
        action={`/triage/${id}/heard`}
        hidden={{ form_key: context.formKey(), version: String(referral.version) }}
        firstName={who.firstName}
        referrer={referral.kind === 'professional' || referral.kind === 'imported' ? referral.referrerName : ''}
        facts={typed ? facts.map((fact) => ({ ...fact, codes: typedFor(fact.input, typed) })) : facts}
        saidBy={typed?.saidBy ?? ''}
        errors={errors}
      />,
    ),
    status,
  );
}

export const heardRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/triage/:referral/heard',
    permission: triage,
    params,
    audit: audited('referral.read'),
    handle: (request, { params: { referral } }) => show(signedIn(request), referral, null, []),
  }),
  route({
    method: 'POST',
    path: '/triage/:referral/heard',
    permission: triage,
    params,
    body,
    audit: audited('referral.heard'),
    again: (request, { params: { referral }, typed, faults }) =>
      show(
        signedIn(request),
        referral,
        {
          answer: all(typed.answer),
          number: all(typed.number),
          number_of: all(typed.number_of),
          saidBy: tellers.find((one) => one === typed.said_by) ?? '',
        },
        asErrors(faults),
        422,
      ),
    async handle(request, { params: { referral }, body: { said_by, ...typed } }) {
      const saidBy = said_by ?? '';
      const context = signedIn(request);
      const kept = await keepHeard(context, { ...typed, referralId: referral, saidBy });
      if (!kept.ok)
        return kept.problem.status === 422
          ? show(context, referral, { ...typed, saidBy }, errorsOf(kept.problem), 422)
          : problem(kept.problem);
      const { kept: amount, abuse } = kept.value;
      return redirect(`/triage/${referral}`, {
        notice: {
          result: amount > 0 && !abuse ? 'success' : 'information',
          heading: amount > 0 ? 'Kept. Nothing is sent.' : 'Nothing was changed.',
          ...(abuse ? { children: 'Before anything is sent, ask how it is safe to reach them. Raise a concern where one is due.' } : {}),
        },
      });
    },
  }),
];
