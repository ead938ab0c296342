// The doors that anybody may open without an account: what is asked, one document, answering it, and the log of proposals where the place shows it.
import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { localDate } from '../../platform/clock.ts';
import { languageOfReading } from '../../platform/language/languages.ts';
import { dateOf, timeOf } from '../../platform/language/moments.ts';
import { type Fault, notFound, type Problem } from '../../platform/problem.ts';
import { saidDate } from '../../platform/said.ts';
import { type Answer, data, page, problem, redirect } from '../../platform/web/answer.ts';
import { asText } from '../../platform/web/as-typed.ts';
import type { Context } from '../../platform/web/context.ts';
import { newCode, readCode } from '../../platform/web/door.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { identifier, text } from '../../platform/web/fields.ts';
import { anyone } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { type GivenAnswers, keepAnswers, keptForDays, openAnswers, type Published, publishedOne, sendAnswers } from './answering.ts';
import { type Answers, longestAnswer, questionKeys, stageOf } from './model.ts';
import { AnswerPage, BackPage, KeptPage } from './pages/answer.tsx';
import { DocumentPage, ListPage, ProposalsPage, type Public, ThanksPage } from './pages/public.tsx';
import { listProposals, readPage } from './store.ts';
import { publishedConsultations, publishedTexts } from './store-consultations.ts';
import { consultingTexts } from './texts.ts';

const open = anyone('What a place asks everybody is for everybody to read and answer.');
const nobody = touchesNobody('Whoever answers is not known, and nobody’s record is opened.');
const one = z.strictObject({ consultation: identifier });

function publicPage(context: Context): Public {
  const language = languageOfReading(context.reading ?? 'en');
  const noon = (when: Date | string): Date => (typeof when === 'string' ? new Date(`${when}T12:00:00Z`) : when);
  return {
    frame: context.frame(language),
    texts: consultingTexts(context.reading, context.approved(language)),
    easy: context.reading === 'easy-read',
    said: (when) => (language === 'en' ? saidDate(when) : dateOf(noon(when), language)),
    now: context.now,
  };
}

const answerFields = {
  code: text(20, 'The code').optional().default(''),
  version: z.coerce.number().int().min(0).max(1_000_000).optional().default(0).catch(0),
  as: text(40, 'The answer').optional().default(''),
  tell: text(200, 'The address').optional().default(''),
  ...Object.fromEntries(questionKeys.map((key) => [key, text(longestAnswer, 'This answer').optional().default('')])),
};
const answerBody = z.strictObject(answerFields);
type Body = z.output<typeof answerBody>;

const given = (body: Readonly<Record<string, unknown>>): GivenAnswers & { readonly code: string; readonly version: number } => {
  const line = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    as: line('as'),
    tell: line('tell'),
    code: readCode(line('code')),
    version: typeof body.version === 'number' ? body.version : Number.parseInt(line('version'), 10) || 0,
    answers: Object.fromEntries(questionKeys.flatMap((key) => (line(key) ? [[key, line(key)]] : []))),
  };
};

interface Shown extends GivenAnswers {
  readonly code: string;
  readonly version: number;
}

function answerPage(
  context: Context,
  { consultation, text: published }: Published,
  shown: Shown,
  errors: readonly FieldError[],
  status: number,
): Answer {
  const code = readCode(shown.code).length === 6 ? readCode(shown.code) : newCode();
  const view = { consultation, title: published.title, ...shown, code, formKey: context.formKey(), errors };
  return page(renderDocument(<AnswerPage {...publicPage(context)} view={view} />), status);
}

const notOpen = (published: Published): Answer => redirect(`/have-your-say/${published.consultation.id}`);
const isOpen = (context: Context, { consultation }: Published): boolean => stageOf(consultation, localDate(context.now)) === 'open';

async function again(
  context: Context,
  id: string,
  typed: Readonly<Record<string, unknown>>,
  faults: readonly Fault[],
  status = 422,
): Promise<Answer> {
  const published = await publishedOne(context, id);
  if (!published) return problem(notFound);
  const words = publicPage(context).texts.faults;
  const inTheirs = (field: string): string =>
    field === 'as' ? words.as : field === 'tell' ? words.email : words.tooLong({ number: longestAnswer });
  const shown = faults.map(({ field }) => ({ field: /^(q\d+|as|tell)$/.test(field) ? field : 'q1', text: inTheirs(field) }));
  // Words that are too long come back whole: nothing that was typed is lost.
  return answerPage(context, published, given(typed), shown, status);
}

const publishedAnd =
  (then: (context: Context, published: Published) => Answer | Promise<Answer>) => async (context: Context, id: string) => {
    const published = await publishedOne(context, id);
    return published ? then(context, published) : problem(notFound);
  };

async function send(context: Context, published: Published, body: Body): Promise<Answer> {
  const { texts } = publicPage(context);
  const sent = await sendAnswers(context, published, given(body), texts.faults);
  switch (sent.kind) {
    case 'sent':
      return redirect(`/have-your-say/${published.consultation.id}/thanks`);
    case 'not open':
      return notOpen(published);
    case 'too many':
      return answerPage(context, published, given(body), [{ field: 'q1', text: texts.faults.tooMany }], 429);
    case 'faults':
      return answerPage(context, published, given(body), asErrors(sent.faults), 422);
  }
}

function backPage(context: Context, id: string, typed: string, error: string | null, status = 200): Answer {
  const errors = error === null ? [] : [{ field: 'code', text: error }];
  return page(renderDocument(<BackPage {...publicPage(context)} view={{ id, typed, formKey: context.formKey(), errors }} />), status);
}

async function carryOn(context: Context, published: Published, typed: string): Promise<Answer> {
  const { texts } = publicPage(context);
  const opened = await openAnswers(context, published, typed);
  if (opened === 'too many') return backPage(context, published.consultation.id, typed, texts.faults.tooManyCodes, 429);
  if (!opened) return backPage(context, published.consultation.id, typed, texts.faults.code, 422);
  const { as = '', ...answers }: Answers = opened.answers;
  return answerPage(context, published, { answers, as, tell: '', code: readCode(typed), version: opened.version }, [], 200);
}

async function list(context: Context): Promise<Answer> {
  const consultations = await publishedConsultations(context.tables);
  const texts = await publishedTexts(
    context.tables,
    consultations.map(({ id }) => id),
  );
  const listed = consultations.flatMap((consultation) => {
    const newest = texts.find(({ consultationId }) => consultationId === consultation.id);
    return newest ? [{ consultation, text: newest }] : [];
  });
  const { proposalsPublic } = await readPage(context.tables);
  return page(renderDocument(<ListPage {...publicPage(context)} listed={listed} proposals={proposalsPublic} />));
}

const keepFault = (context: Context, kept: Problem, id: string): Answer =>
  data(
    { by: publicPage(context).texts.kept.clash, href: `/have-your-say/${id}/back` },
    kept.status === 429 ? 429 : kept.status === 404 ? 404 : 409,
  );

export const publicRoutes: readonly Route[] = [
  route({ method: 'GET', path: '/have-your-say', permission: open, audit: nobody, handle: (context) => list(context) }),
  route({
    method: 'GET',
    path: '/have-your-say/proposals',
    permission: open,
    query: z.strictObject({ before: identifier.optional() }),
    audit: nobody,
    async handle(context, { query: { before } }) {
      const { proposalsPublic } = await readPage(context.tables);
      if (!proposalsPublic) return problem(notFound);
      const { proposals, next } = await listProposals(context.tables, before);
      const view = { proposals, next: next && `/have-your-say/proposals?before=${next}` };
      return page(renderDocument(<ProposalsPage {...publicPage(context)} {...view} />));
    },
  }),
  route({
    method: 'GET',
    path: '/have-your-say/:consultation',
    permission: open,
    params: one,
    audit: nobody,
    handle: (context, { params }) =>
      publishedAnd((asked, view) => page(renderDocument(<DocumentPage {...publicPage(asked)} view={view} />)))(
        context,
        params.consultation,
      ),
  }),
  route({
    method: 'GET',
    path: '/have-your-say/:consultation/text/:number',
    permission: open,
    params: z.strictObject({ consultation: identifier, number: z.coerce.number().int().min(1).max(10_000) }),
    audit: nobody,
    handle: (context, { params }) =>
      publishedAnd((asked, view) => {
        const earlier = view.texts.find(({ number }) => number === params.number);
        return earlier
          ? page(renderDocument(<DocumentPage {...publicPage(asked)} view={{ ...view, text: earlier }} />))
          : problem(notFound);
      })(context, params.consultation),
  }),
  route({
    method: 'GET',
    path: '/have-your-say/:consultation/answer',
    permission: open,
    params: one,
    audit: nobody,
    handle: (context, { params }) =>
      publishedAnd((asked, published) =>
        isOpen(asked, published)
          ? answerPage(asked, published, { answers: {}, as: '', tell: '', code: '', version: 0 }, [], 200)
          : notOpen(published),
      )(context, params.consultation),
  }),
  route({
    method: 'POST',
    path: '/have-your-say/:consultation/answer',
    permission: open,
    params: one,
    body: answerBody,
    audit: nobody,
    again: (context, { params, typed, faults }) => again(context, params.consultation, typed, faults),
    handle: (context, { params, body }) => publishedAnd((asked, published) => send(asked, published, body))(context, params.consultation),
  }),
  route({
    method: 'POST',
    path: '/have-your-say/:consultation/save',
    permission: open,
    params: one,
    body: answerBody,
    audit: nobody,
    repeatable: 'Keeping the same answers twice keeps them once.',
    again: (context, { params, typed, faults }) => again(context, params.consultation, typed, faults),
    handle: (context, { params, body }) =>
      publishedAnd(async (asked, published) => {
        if (!isOpen(asked, published)) return notOpen(published);
        const said = given(body);
        const code = said.code.length === 6 ? said.code : newCode();
        const kept = await keepAnswers(asked, published, { ...said, code });
        const words = publicPage(asked);
        if (kept.ok) return page(renderDocument(<KeptPage {...words} view={{ id: published.consultation.id, code, days: keptForDays }} />));
        const fault = kept.problem.status === 429 ? words.texts.faults.tooMany : words.texts.kept.clash;
        return answerPage(asked, published, { ...said, code }, [{ field: 'q1', text: fault }], kept.problem.status);
      })(context, params.consultation),
  }),
  route({
    method: 'POST',
    path: '/have-your-say/:consultation/keep',
    permission: open,
    params: one,
    body: answerBody,
    audit: nobody,
    repeatable: 'Keeping the same answers twice keeps them once.',
    handle: (context, { params, body }) =>
      publishedAnd(async (asked, published) => {
        const kept = await keepAnswers(asked, published, given(body));
        if (!kept.ok) return keepFault(asked, kept.problem, published.consultation.id);
        return data({ version: kept.value, saved: timeOf(asked.now, languageOfReading(asked.reading ?? 'en')) });
      })(context, params.consultation),
  }),
  route({
    method: 'GET',
    path: '/have-your-say/:consultation/back',
    permission: open,
    params: one,
    audit: nobody,
    handle: (context, { params }) =>
      publishedAnd((asked, published) => (isOpen(asked, published) ? backPage(asked, params.consultation, '', null) : notOpen(published)))(
        context,
        params.consultation,
      ),
  }),
  route({
    method: 'POST',
    path: '/have-your-say/:consultation/back',
    permission: open,
    params: one,
    body: z.strictObject({ code: text(100, 'The code').optional().default('') }),
    audit: nobody,
    repeatable: 'Opening answers changes nothing.',
    again: async (context, { params, typed }) =>
      backPage(context, params.consultation, asText(typed.code), publicPage(context).texts.faults.code, 422),
    handle: (context, { params, body }) =>
      publishedAnd((asked, published) => (isOpen(asked, published) ? carryOn(asked, published, body.code) : notOpen(published)))(
        context,
        params.consultation,
      ),
  }),
  route({
    method: 'GET',
    path: '/have-your-say/:consultation/thanks',
    permission: open,
    params: one,
    audit: nobody,
    handle: (context, { params }) =>
      publishedAnd((asked, { consultation }) => page(renderDocument(<ThanksPage {...publicPage(asked)} consultation={consultation} />)))(
        context,
        params.consultation,
      ),
  }),
];
