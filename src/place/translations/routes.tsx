// The doors of translations: for roles that the place names, in the languages they may review.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { isLanguage, type Translated } from '../../platform/language/languages.ts';
import { notFound, type Problem } from '../../platform/problem.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { choice, text } from '../../platform/web/fields.ts';
import { signedIn } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { signedIn as asSignedIn } from '../../platform/web/signed-in.ts';
import { mayReview, type ReviewedText, reviewedTexts, reviewText, type TextHistory, textHistory } from './actions.ts';
import { inPart, isTranslated, parts } from './model.ts';
import { LanguagePage, type Show, shows, TextPage, TranslationsPage } from './pages/translations.tsx';

const nobody = touchesNobody('Texts are about nobody. Each approval is a row of its own that nobody can change.');
const notTheirs: Problem = {
  status: 403,
  title: 'This page is for another role',
  detail:
    'Your place decides which roles review translations. If you read one of these languages and would like to, ask your service manager.',
};
const perPage = 25;

const shown: Readonly<Record<Show, (one: ReviewedText) => boolean>> = {
  to_check: ({ standing }) => standing === 'to check',
  suggested: ({ standing }) => standing === 'suggested',
  approved: ({ standing }) => standing === 'approved',
  all: () => true,
};

const inAddress = z.strictObject({ language: z.string().max(12) });
const textAddress = z.strictObject({ language: z.string().max(12), key: z.string().max(140) });

function reviewable(context: Context, language: string): Translated | null {
  return isLanguage(language) && isTranslated(language) && mayReview(context).includes(language) ? language : null;
}

async function showText(
  context: Context,
  language: Translated,
  text: TextHistory,
  { typed, errors = [], overtaken = false }: { typed?: string; errors?: readonly { field: string; text: string }[]; overtaken?: boolean },
  status: number,
): Promise<Answer> {
  const view = { language, text, typed: typed ?? text.suggested ?? text.words, errors, overtaken, formKey: context.formKey() };
  return page(renderDocument(<TextPage shell={await context.shell('/translations')} view={view} />), status);
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/translations',
    permission: signedIn,
    audit: nobody,
    async handle(context) {
      const languages = mayReview(context);
      if (languages.length === 0) return problem(notTheirs);
      const progress = [];
      for (const language of languages) {
        const texts = await reviewedTexts(asSignedIn(context), language);
        const count = (standing: ReviewedText['standing']) => texts.filter((one) => one.standing === standing).length;
        progress.push({ language, all: texts.length, approved: count('approved'), suggested: count('suggested') });
      }
      return page(renderDocument(<TranslationsPage shell={await context.shell('/translations')} progress={progress} />));
    },
  }),
  route({
    method: 'GET',
    path: '/translations/:language',
    permission: signedIn,
    params: inAddress,
    query: z.strictObject({
      show: z.enum(shows).optional().default('to_check'),
      part: z
        .enum(parts.map(({ code }) => code))
        .optional()
        .default('all'),
      at: z.coerce.number().int().min(1).max(1000).optional().default(1),
    }),
    audit: nobody,
    async handle(context, { params, query: { show, part, at } }) {
      const language = reviewable(context, params.language);
      if (!language) return problem(mayReview(context).length > 0 ? notFound : notTheirs);
      const texts = (await reviewedTexts(asSignedIn(context), language)).filter((one) => inPart(one.key, part) && shown[show](one));
      const pages = Math.max(1, Math.ceil(texts.length / perPage));
      const now = Math.min(at, pages);
      const view = { language, show, part, texts: texts.slice((now - 1) * perPage, now * perPage), at: now, pages };
      return page(renderDocument(<LanguagePage shell={await context.shell('/translations')} view={view} />));
    },
  }),
  route({
    method: 'GET',
    path: '/translations/:language/:key',
    permission: signedIn,
    params: textAddress,
    audit: nobody,
    async handle(context, { params }) {
      const language = reviewable(context, params.language);
      if (!language) return problem(mayReview(context).length > 0 ? notFound : notTheirs);
      const text = await textHistory(asSignedIn(context), language, params.key);
      return text ? showText(context, language, text, {}, 200) : problem(notFound);
    },
  }),
  route({
    method: 'POST',
    path: '/translations/:language/:key',
    permission: signedIn,
    params: textAddress,
    body: z.strictObject({
      words: text(4000, 'The words'),
      kind: choice(['approved', 'suggested'], 'Choose whether to approve or to suggest.'),
      seen: z.string().max(40).optional().default(''),
    }),
    audit: nobody,
    async handle(context, { params, body }) {
      const language = reviewable(context, params.language);
      if (!language) return problem(mayReview(context).length > 0 ? notFound : notTheirs);
      const done = await reviewText(asSignedIn(context), { language, key: params.key, ...body });
      if (done.kind === 'unknown') return problem(notFound);
      if (done.kind === 'kept') {
        const next = (await reviewedTexts(asSignedIn(context), language)).find(({ standing }) => standing === 'to check');
        return redirect(next ? `/translations/${language}/${next.key}` : `/translations/${language}?show=all`, {
          notice: {
            result: 'success',
            heading: body.kind === 'approved' ? 'Approved' : 'Suggested',
            children: next ? 'Here is the next one.' : 'Every text of this language has been looked at.',
          },
        });
      }
      const text = await textHistory(asSignedIn(context), language, params.key);
      if (!text) return problem(notFound);
      if (done.kind === 'overtaken') return showText(context, language, text, { typed: body.words, overtaken: true }, 409);
      return showText(context, language, text, { typed: body.words, errors: asErrors(done.faults) }, 422);
    },
    async again(context, { params, typed, faults }) {
      const language = reviewable(context, params.language);
      const text = language && (await textHistory(asSignedIn(context), language, params.key));
      if (!language || !text) return problem(notFound);
      const words = typeof typed.words === 'string' ? typed.words : '';
      return showText(context, language, text, { typed: words, errors: asErrors(faults) }, 422);
    },
  }),
];

export const navigation: readonly NavigationEntry[] = [{ text: 'Translations', href: '/translations', roles: ['MGR'] }];
