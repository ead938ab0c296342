// The addresses at which somebody who asks reads their answers once more and sends them.
import { z } from 'zod';
import { type Language, languageOfReading } from '../../platform/language/languages.ts';
import type { Fault } from '../../platform/problem.ts';
import { type Answer, page as answerPage, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { pageNotSeen, pagesLeft } from './answers.ts';
import { doorOf, languageOf, wordsFor } from './doorway.ts';
import { type OpenDraft, openDoorDraft, saveDoorDraft } from './drafts.ts';
import { checkPage } from './pages/check.tsx';
import { showQuestion } from './question-shown.ts';
import { carried, draftOf, elsewhere, open, tooManyTries, unsent } from './self-forms.ts';
import { sendDraft } from './sending.ts';

function showCheck(
  context: Context,
  opened: OpenDraft & { kind: 'open' },
  language: Language,
  faults: readonly Fault[],
  status: number,
): Answer {
  const { draft } = opened;
  return answerPage(
    checkPage({
      door: doorOf(context, { language, kind: draft.kind }),
      kind: draft.kind,
      answers: draft.answers,
      left: pagesLeft(draft.answers),
      errors: asErrors(faults),
      formKey: context.formKey(),
    }),
    status,
  );
}

const sendsAllowed = 60;

export const checkRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/check',
    permission: open,
    audit: unsent,
    handle: async (context) => {
      const opened = await openDoorDraft(context);
      const language = languageOf(context, draftOf(opened)?.language);
      return elsewhere(opened) ?? (opened.kind === 'open' ? showCheck(context, opened, language, [], 200) : redirect('/start'));
    },
  }),
  route({
    method: 'POST',
    path: '/check',
    permission: open,
    body: z.strictObject(carried),
    audit: audited('asked for help'),
    handle: async (context, { body }) => {
      const language = body.said_in;
      if (body.save) return redirect('/saved');
      if (body.speak) {
        await saveDoorDraft(context, { page: '1', kind: 'self', language: languageOfReading(body.speak), skipped: false, version: 0 });
        return redirect('/check', { cookies: [{ name: 'language', value: body.speak }] });
      }
      const say = wordsFor(context, language).faults;
      const opened = await openDoorDraft(context);
      if (
        opened.kind === 'open' &&
        pageNotSeen(opened.draft.answers) === undefined &&
        !(await context.mayTry('send', context.address, sendsAllowed, 3600))
      )
        return showCheck(context, opened, language, [{ field: '', message: say.tooManySends }], 429);
      const sent = await sendDraft(context, say);
      switch (sent.kind) {
        case 'sent':
          return redirect('/done');
        case 'nothing':
          return redirect('/start');
        case 'away':
          return redirect('/back');
        case 'too many tries':
          return problem(tooManyTries);
        case 'needed': {
          const grammar = sent.draft.kind === 'self' ? wordsFor(context, language).self : wordsFor(context, language).other;
          const faults =
            sent.faults.length > 0 ? sent.faults : [{ field: '', message: say.unanswered({ page: grammar.pages[sent.page].title }) }];
          const openAgain = { kind: 'open', draft: sent.draft } as const;
          return sent.faults.length > 0
            ? answerPage(showQuestion(context, sent.page, { opened: openAgain, language, query: { from: 'check' }, faults }), 422)
            : showCheck(context, openAgain, language, faults, 422);
        }
      }
    },
  }),
];
