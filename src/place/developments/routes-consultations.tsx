// The doors of whoever runs a consultation. Everybody's are in routes-public.tsx; what was answered is counted by learning.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { addDays, localDate } from '../../platform/clock.ts';
import { languages } from '../../platform/language/languages.ts';
import { overtaken } from '../../platform/lifecycle.ts';
import { type Fault, notFound, type Problem } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { draftAddress, finishDraft, openDraft } from '../../platform/web/drafts.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { choice, identifier, needed, text } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { manages } from './actions.ts';
import { publishConsultation, publishHeard, writeConsultation } from './consulting.ts';
import type { Consultation } from './model.ts';
import { ConsultationsPage, WritingPage, type WritingView } from './pages/consultations.tsx';
import { readers } from './readers.ts';
import { countAddresses, findConsultation, listConsultations, publishedTexts } from './store-consultations.ts';
import { dayField, lines } from './typed.ts';

const managers = roles('MGR');
const nobody = touchesNobody('A consultation is about a service, and whoever answers is not known.');
const which = z.strictObject({ consultation: z.union([z.literal('new'), identifier]) });
const one = z.strictObject({ consultation: identifier });
const version = z.coerce
  .number({ error: 'Load the page again.' })
  .int('Load the page again.')
  .min(0, 'Load the page again.')
  .max(1_000_000, 'Load the page again.');
const here = '/changes/consultations';
const names = ['title', 'in_short', 'document', 'questions', 'language', 'opens_on', 'closes_on'] as const;

const draftOf = (id: string | null) => ({ form: 'consultation', subject: id ?? 'new' });

const fieldsOf = ({ draft, language, opensOn, closesOn }: Consultation): Record<string, string> => ({
  title: draft.title,
  in_short: draft.inShort,
  document: draft.document,
  questions: draft.questions,
  language,
  opens_on: opensOn,
  closes_on: closesOn,
});

interface Shown {
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly corrected?: string;
  readonly heard?: string;
  readonly faults?: readonly Fault[];
  readonly theirs?: boolean;
}

async function show(
  context: SignedIn,
  id: string | null,
  { typed, corrected = '', heard = '', faults = [], theirs = false }: Shown = {},
  status = 200,
): Promise<Answer> {
  const consultation = id === null ? null : await findConsultation(context.tables, id);
  if (id !== null && !consultation) return problem(notFound);
  const today = localDate(context.now);
  const draft = await openDraft(context, draftOf(id));
  const there = consultation ? fieldsOf(consultation) : { language: 'en', opens_on: today, closes_on: addDays(today, 42) };
  const view: WritingView = {
    consultation,
    texts: id === null ? [] : await publishedTexts(context.tables, [id]),
    typed: lines(names, typed ?? { ...there, ...draft.fields }),
    corrected,
    heard,
    today,
    toTell: id === null ? 0 : await countAddresses(context.tables, id),
    draft: { address: draftAddress(draftOf(id)), version: draft.version, saved: draft.saved },
    formKey: () => context.formKey(),
    theirs: theirs && consultation ? [consultation.draft.title, consultation.draft.document].join('. ') : null,
  };
  return page(renderDocument(<WritingPage shell={await context.shell('/changes')} view={view} errors={asErrors(faults)} />), status);
}

/** What went wrong, shown beside what was typed where a form can say it. */
const refused = (context: SignedIn, id: string | null, wrong: Problem, shown: Shown): Promise<Answer> | Answer => {
  if (wrong.status === overtaken.status && wrong.title === overtaken.title)
    return show(context, id, { ...shown, faults: [{ field: 'title', message: `${wrong.title}. ${wrong.detail}` }], theirs: true }, 409);
  return wrong.faults ? show(context, id, { ...shown, faults: wrong.faults }, wrong.status) : problem(wrong);
};

export const consultationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/changes/consultations',
    permission: readers,
    audit: nobody,
    async handle(request) {
      const context = signedIn(request);
      const mayRead = context.visitor.roles.some(({ access }) => access === 'MGR' || access === 'COM');
      const view = {
        consultations: await listConsultations(context.tables),
        today: localDate(context.now),
        mayWrite: manages(context),
        mayRead,
      };
      return page(renderDocument(<ConsultationsPage shell={await context.shell('/changes')} view={view} />));
    },
  }),
  route({
    method: 'GET',
    path: '/changes/consultations/:consultation',
    permission: managers,
    params: which,
    audit: nobody,
    handle: (context, { params }) => show(signedIn(context), params.consultation === 'new' ? null : params.consultation),
  }),
  route({
    method: 'POST',
    path: '/changes/consultations/:consultation',
    permission: managers,
    params: which,
    body: z.strictObject({
      version,
      draft_version: z.string().max(20).optional(),
      title: needed(160, 'Give it a title.'),
      in_short: text(80, 'What changes').optional().default(''),
      document: text(60_000, 'The document').optional().default(''),
      questions: text(10_000, 'The questions').optional().default(''),
      language: choice(languages, 'Choose the language it is written in.'),
      opens_on: dayField('Say on which day it opens.'),
      closes_on: dayField('Say on which day it closes.'),
    }),
    audit: nobody,
    again: (context, { params, typed, faults }) =>
      show(signedIn(context), params.consultation === 'new' ? null : params.consultation, { typed, faults }, 422),
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const id = params.consultation === 'new' ? null : params.consultation;
      const draft = { title: body.title, inShort: body.in_short, document: body.document, questions: body.questions };
      const written = await writeConsultation(context, {
        id,
        version: body.version,
        language: body.language,
        draft,
        opensOn: body.opens_on,
        closesOn: body.closes_on,
      });
      if (!written.ok) return refused(context, id, written.problem, { typed: body });
      await finishDraft(context, draftOf(id));
      return redirect(`${here}/${written.value}`, {
        notice: { result: 'success', heading: 'It is kept. Nothing of it is published yet.' },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/changes/consultations/:consultation/publish',
    permission: managers,
    params: one,
    body: z.strictObject({ version, corrected: text(120, 'What was corrected').optional().default('') }),
    audit: nobody,
    again: (context, { params, typed, faults }) =>
      show(signedIn(context), params.consultation, { corrected: typeof typed.corrected === 'string' ? typed.corrected : '', faults }, 422),
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const published = await publishConsultation(context, { id: params.consultation, ...body });
      if (!published.ok) return refused(context, params.consultation, published.problem, { corrected: body.corrected });
      const heading =
        published.value.number === 1 ? 'It is published. Everybody can read it.' : 'The correction is published, and shown as one.';
      return redirect(`${here}/${params.consultation}`, {
        notice: { result: 'success', heading, link: { text: 'As everybody reads it', href: `/have-your-say/${params.consultation}` } },
      });
    },
  }),
  route({
    method: 'POST',
    path: '/changes/consultations/:consultation/heard',
    permission: managers,
    params: one,
    body: z.strictObject({ version, heard: needed(20_000, 'Write what was heard and what was done.') }),
    audit: nobody,
    again: (context, { params, typed, faults }) =>
      show(signedIn(context), params.consultation, { heard: typeof typed.heard === 'string' ? typed.heard : '', faults }, 422),
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const heard = await publishHeard(context, { id: params.consultation, ...body });
      if (!heard.ok) return refused(context, params.consultation, heard.problem, { heard: body.heard });
      return redirect(`${here}/${params.consultation}`, {
        notice: {
          result: 'success',
          heading: 'What was heard is published.',
          ...(heard.value.told > 0 ? { children: 'Whoever asked to be told is written to, and their addresses are deleted.' } : {}),
        },
      });
    },
  }),
];
