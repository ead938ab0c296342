// The doors of whoever keeps measures: in which languages each may be asked, entering a version, confirming it, and stopping to use it.
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { type Fault, notFound } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { choice, identifier, needed, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { keepers, languageInWords, versionLanguages } from './held.ts';
import { enterVersion, measuresOfPlace, stepVersion, toConfirm } from './holding.ts';
import { MeasuresPage, MeasureVersionsPage, type MeasureVersionsView } from './pages/held-page.tsx';

const permission = roles(...keepers);
const nobody = touchesNobody('Versions of measures are about nobody. Who entered, confirmed or ended one is kept with it.');
const tags = versionLanguages.map(({ tag }) => tag) as unknown as readonly [string, ...string[]]; // never empty: the list is written out
const instrument = z.strictObject({ instrument: z.string().max(40) });
const aVersion = z.strictObject({ instrument: z.string().max(40), version: identifier });
const names = ['language', 'holder', 'reference', 'received_on'] as const;

async function versionsPage(
  context: SignedIn,
  id: string,
  {
    sent = {},
    stopping = null,
    faults = [],
    status = 200,
  }: {
    sent?: Readonly<Record<string, unknown>>;
    stopping?: MeasureVersionsView['stopping'];
    faults?: readonly Fault[];
    status?: number;
  } = {},
): Promise<Answer> {
  const here = (await measuresOfPlace(context)).find(({ definition }) => definition.id === id);
  if (!here) return problem(notFound);
  const typed = Object.fromEntries(names.map((name) => [name, typeof sent[name] === 'string' ? sent[name] : '']));
  return page(
    renderDocument(
      <MeasureVersionsPage
        shell={await context.shell('/measures')}
        view={{
          ...here,
          me: context.visitor.accountId,
          typed: typed as Readonly<Record<(typeof names)[number], string>>, // made from these very names
          stopping,
          formKey: () => context.formKey(),
          errors: asErrors(faults),
        }}
      />,
    ),
    status,
  );
}

/** The versions again, with why one is stopped as it was typed and what is wrong beside it. */
const stepAgain = (
  context: SignedIn,
  { instrument: id, version: held }: z.output<typeof aVersion>,
  { because, faults, status }: { readonly because: string; readonly faults: readonly Fault[]; readonly status: number },
): Promise<Answer> =>
  versionsPage(context, id, {
    stopping: { id: held, because },
    faults: faults.map(({ field, message }) => ({ field: field && `because-${held}`, message })),
    status,
  });

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/measures',
    permission,
    audit: nobody,
    async handle(request) {
      const context = signedIn(request);
      const measures = await measuresOfPlace(context);
      return page(renderDocument(<MeasuresPage shell={await context.shell('/measures')} measures={measures} />));
    },
  }),
  route({
    method: 'GET',
    path: '/measures/:instrument',
    permission,
    params: instrument,
    audit: nobody,
    handle: (context, { params }) => versionsPage(signedIn(context), params.instrument),
  }),
  route({
    method: 'POST',
    path: '/measures/:instrument',
    permission,
    params: instrument,
    body: z.strictObject({
      language: choice(tags, 'Choose the language.'),
      holder: needed(200, 'Say from whom it came.'),
      reference: needed(200, 'Write its reference.'),
      received_on: z.iso.date({ error: 'Choose the day it came.' }),
    }),
    audit: nobody,
    again: (context, { params, typed, faults }) => versionsPage(signedIn(context), params.instrument, { sent: typed, faults, status: 422 }),
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const { received_on, ...given } = body;
      const entered = await enterVersion(context, params.instrument, { ...given, receivedOn: received_on });
      if (entered.ok)
        return redirect(`/measures/${params.instrument}`, {
          notice: {
            result: 'success',
            heading: `${languageInWords(body.language)} is entered.`,
            children: 'It is asked of nobody until a colleague has confirmed it.',
          },
        });
      const { status, faults } = entered.problem;
      return faults ? versionsPage(context, params.instrument, { sent: body, faults, status }) : problem(entered.problem);
    },
  }),
  route({
    method: 'POST',
    path: '/measures/:instrument/versions/:version',
    permission,
    params: aVersion,
    body: z.strictObject({ version, to: choice(['confirmed', 'ended'], 'Choose what to do.'), because: optionalText(400, 'Why') }),
    audit: nobody,
    again: (context, { params, typed, faults }) =>
      stepAgain(signedIn(context), params, { because: asText(typed.because), faults, status: 422 }),
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const stepped = await stepVersion(context, { id: params.version, instrument: params.instrument, ...body });
      if (stepped.ok)
        return redirect(`/measures/${params.instrument}`, {
          notice: {
            result: 'success',
            heading:
              body.to === 'confirmed' ? 'Confirmed. It may be asked from now on.' : 'It is no longer used. Scores that were taken stay.',
          },
        });
      const { status, title, detail, faults } = stepped.problem;
      if (status === 404) return problem(stepped.problem);
      const wrong = faults ?? [{ field: '', message: `${title}. ${detail}` }];
      return stepAgain(context, params, { because: body.because, faults: wrong, status });
    },
  }),
];

export const navigation: readonly NavigationEntry[] = [
  { text: 'Measures', href: '/measures', roles: ['MGR'] },
  { text: 'Measures', href: '/measures', roles: ['SNR'], onlyWaiting: true, waiting: toConfirm },
];
