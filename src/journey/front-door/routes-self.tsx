// The addresses of somebody who asks for help, for themselves or someone else: no account, no script, nothing on the device but the code.
import { z } from 'zod';
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { languageOfReading } from '../../platform/language/languages.ts';
import { dayOf } from '../../platform/language/moments.ts';
import type { Fault } from '../../platform/problem.ts';
import { type Answer, page as answerPage, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { type Route, route } from '../../platform/web/route.ts';
import { showsHelp } from './answers.ts';
import { doorOf, languageOf, wordsFor } from './doorway.ts';
import { openDoorDraft, saveDoorDraft } from './drafts.ts';
import type { DoorAnswers } from './model.ts';
import { conflictPage } from './pages/conflict.tsx';
import { hideVisitPage, startOtherPage, startPage } from './pages/start.tsx';
import type { Question } from './question.ts';
import { showNow, showQuestion } from './question-shown.ts';
import { addressOf, numberedPages, placeOf, questionsOn, type SelfPageKey, selfPage } from './questions.ts';
import { type Fields, faultsIn, fieldsFor, lineOf, listOf, schemaOf } from './reading.ts';
import { carried, draftOf, elsewhere, open, type Query, query, unsent } from './self-forms.ts';
import { decisionDue, receivingTeam, waysToHelp } from './setting.ts';
import type { FrontDoorTexts } from './texts.ts';

const carriedShape = z.object(carried);

/** Where the answer to a page leads. */
function onwards(key: SelfPageKey, fields: Fields, from: string | undefined, answers: DoorAnswers): string {
  if (key === '3' && showsHelp(lineOf(fields, 'safe_now'))) return from === 'check' ? '/now?from=check' : '/now';
  if (from === 'check' || key === 'more') return '/check';
  if (key === 'now') return '/q/4';
  // Somebody who asked to be contacted today is not kept longer than reaching them needs.
  if (key === '5' && answers.now?.fields.contact_today === 'yes') return '/check';
  const next = numberedPages[placeOf(key) + 1];
  return next ? `/q/${next}` : '/check';
}

function faultsOn(
  key: SelfPageKey,
  questions: readonly Question[],
  fields: Fields,
  say: FrontDoorTexts['faults'],
  today: LocalDate,
): Fault[] {
  const faults = faultsIn(questions, fields, say, today);
  const noWay = key === '4' && listOf(fields, 'channels').length === 0 && !faults.some(({ field }) => field === 'channels');
  return noWay ? [{ field: 'channels', message: say.needWay }, ...faults] : faults;
}

function questionRoutes(key: SelfPageKey): Route[] {
  const path = addressOf(key);
  const questions = questionsOn(key);
  const show = async (context: Context, asked: Query): Promise<Answer> => {
    const opened = await openDoorDraft(context);
    const language = languageOf(context, draftOf(opened)?.language);
    const away = elsewhere(opened);
    if (away) return away;
    if ((key === 'now' || key === 'more') && opened.kind === 'none') return redirect('/start');
    if (key === 'now') return answerPage(showNow(context, { opened, language, query: asked }));
    return answerPage(showQuestion(context, key, { opened, language, query: asked }));
  };
  const again = async (
    context: Context,
    typed: Readonly<Record<string, string | readonly string[]>>,
    faults: readonly Fault[],
    status: number,
  ) => {
    const carriedAlong = carriedShape.safeParse(typed);
    const { said_in, from, who } = carriedAlong.success ? carriedAlong.data : { said_in: 'en' as const, from: undefined, who: undefined };
    const opened = await openDoorDraft(context);
    const fields = fieldsFor(questions, typed);
    const showing = { opened, language: said_in, query: { from, who }, fields, faults };
    return answerPage(key === 'now' ? showNow(context, showing) : showQuestion(context, key, showing), status);
  };
  return [
    route({ method: 'GET', path, permission: open, query, audit: unsent, handle: (context, input) => show(context, input.query) }),
    route({
      method: 'POST',
      path,
      permission: open,
      body: schemaOf(questions, carried),
      audit: unsent,
      repeatable: 'Saving the same answer twice leaves the same answer.',
      again: (context, { typed, faults }) => again(context, typed, faults, 422),
      handle: async (context, { body }) => {
        const { said_in: language, speak, skip, save, from, who, version } = carriedShape.parse(body);
        const given = fieldsFor(questions, body);
        const skipped = skip === 'yes' && key !== 'now';
        const fields = skipped ? {} : key === 'now' ? { ...given, contact_today: skip ? '' : lineOf(given, 'contact_today') } : given;
        const faults =
          skipped || save || speak ? [] : faultsOn(key, questions, fields, wordsFor(context, language).faults, localDate(context.now));
        if (faults.length > 0) return again(context, body as Readonly<Record<string, string | readonly string[]>>, faults, 422); // the schema’s output is what was typed
        // Leaving a page that holds nothing says nothing: it was not answered, and what was answered before stays.
        const untouched = (save || speak) && Object.values(fields).every((value) => value.length === 0);
        const saved = await saveDoorDraft(context, {
          page: key,
          kind: who === 'other' ? 'for_someone_else' : 'self',
          language: speak ? languageOfReading(speak) : language,
          ...(untouched ? {} : { fields }),
          skipped,
          version,
        });
        switch (saved.kind) {
          case 'too many tries':
            return again(
              context,
              body as Readonly<Record<string, string | readonly string[]>>,
              [{ field: '', message: wordsFor(context, language).back.tooMany }],
              429,
            );
          case 'sent':
            return redirect('/done');
          case 'overtaken': {
            const door = doorOf(context, { language, kind: saved.draft.kind });
            const hidden = { form_key: context.formKey(), said_in: language, version: String(saved.version), ...(from ? { from } : {}) };
            const next = onwards(key, saved.saved, from, saved.draft.answers);
            return answerPage(
              conflictPage({ door, key, page: selfPage(key, saved.draft.kind), mine: fields, theirs: saved.saved, hidden, onwards: next }),
              409,
            );
          }
          case 'saved': {
            const cookies = {
              cookies: [
                ...(saved.code ? [{ name: 'door', value: saved.code } as const] : []),
                ...(speak ? [{ name: 'language', value: speak } as const] : []),
              ],
            };
            const to = speak ? (from ? `${path}?from=check` : path) : save ? '/saved' : onwards(key, fields, from, saved.draft.answers);
            return redirect(to, cookies);
          }
        }
      },
    }),
  ];
}

export const selfRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/start',
    permission: open,
    audit: unsent,
    handle: async (context) => {
      const opened = await openDoorDraft(context);
      const language = languageOf(context, draftOf(opened)?.language);
      const by = dayOf(decisionDue(context.place, receivingTeam(context.place), context.now), language);
      return answerPage(
        startPage({
          door: doorOf(context, { language, kind: 'self' }),
          help: waysToHelp(context.place.blueprint, wordsFor(context, language), language),
          by,
          begun: opened.kind === 'open',
          formKey: context.formKey(),
        }),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/start/other',
    permission: open,
    audit: unsent,
    handle: async (context) => {
      const language = languageOf(context, undefined);
      const door = doorOf(context, { language, kind: 'for_someone_else' });
      return answerPage(startOtherPage({ door, help: waysToHelp(context.place.blueprint, wordsFor(context, language), language) }));
    },
  }),
  route({
    method: 'GET',
    path: '/hide-visit',
    permission: open,
    audit: unsent,
    handle: async (context) => {
      const language = languageOf(context, undefined);
      return answerPage(hideVisitPage({ door: doorOf(context, { language, kind: 'self' }) }));
    },
  }),
  ...[...numberedPages, 'now' as const, 'more' as const].flatMap(questionRoutes),
];
