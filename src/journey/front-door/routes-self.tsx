// The addresses of somebody who asks for help, for themselves or someone else: no account, no script, nothing on the device but the code.
import { z } from 'zod';
import { type LocalDate, localDate } from '../../platform/clock.ts';
import { instantOf } from '../../platform/due.ts';
import { type Language, languageOfReading, languages, readings } from '../../platform/language/languages.ts';
import { dateOf, dayOf, timeOf } from '../../platform/language/moments.ts';
import type { Fault, Problem } from '../../platform/problem.ts';
import { saidDay } from '../../platform/said.ts';
import { type Answer, page as answerPage, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { anyone } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { answersOf, dutyReasons, pageNotSeen, pagesLeft, showsHelp } from './answers.ts';
import { doorOf, languageOf, wordsFor } from './doorway.ts';
import { type OpenDraft, openDoorDraft, saveDoorDraft } from './drafts.ts';
import type { DoorAnswers, DraftKind } from './model.ts';
import { checkPage } from './pages/check.tsx';
import { conflictPage } from './pages/conflict.tsx';
import { nowPage } from './pages/now.tsx';
import { questionPage } from './pages/question.tsx';
import { hideVisitPage, startOtherPage, startPage } from './pages/start.tsx';
import type { Question } from './question.ts';
import { addressOf, numberedPages, placeOf, questionsOn, type SelfPageKey, selfPage } from './questions.ts';
import { type Fields, faultsIn, fieldsFor, lineOf, listOf, schemaOf } from './reading.ts';
import { sendDraft } from './sending.ts';
import { decisionDue, onDuty, outOfHours, phoneShows, receivingTeam, waysToHelp } from './setting.ts';
import type { FrontDoorTexts } from './texts.ts';

const open = anyone('Somebody who asks for help needs no account.');
const unsent = touchesNobody('What is not sent yet is on nobody’s record.');
const query = z.strictObject({ from: z.literal('check').optional(), who: z.literal('other').optional() });
type Query = z.output<typeof query>;

/** What every form of the door carries beside its answers. */
export const carried = {
  said_in: z.enum(languages).optional().default('en'),
  /** What they chose to read from here on. */
  speak: z.enum(readings).optional(),
  skip: z.literal('yes').optional(),
  save: z.literal('yes').optional(),
  from: z.literal('check').optional(),
  who: z.literal('other').optional(),
  version: z.coerce.number().int().min(0).optional().default(0),
};
const carriedShape = z.object(carried);

export const tooManyTries: Problem = {
  status: 429,
  title: 'Too many tries',
  detail: 'Wait 15 minutes and try again. If you need somebody now, call one of the numbers below.',
};

const draftOf = (opened: OpenDraft) => (opened.kind === 'open' ? opened.draft : undefined);
const kindOf = (opened: OpenDraft, who: string | undefined): DraftKind =>
  draftOf(opened)?.kind ?? (who === 'other' ? 'for_someone_else' : 'self');

/** Where the code leads when it does not open questions; null when it may go on. */
export function elsewhere(opened: OpenDraft): Answer | null {
  switch (opened.kind) {
    case 'too many tries':
      return problem(tooManyTries);
    case 'away':
      return redirect('/back');
    case 'sent':
      return redirect('/done');
    default:
      return null;
  }
}

interface Showing {
  readonly opened: OpenDraft;
  readonly language: Language;
  readonly query: Query;
  readonly fields?: Fields;
  readonly faults?: readonly Fault[];
}

const toldDay = (toldOn: string | undefined, language: Language): string | null =>
  toldOn ? dateOf(instantOf(toldOn, '12:00'), language) : null;

function showQuestion(context: Context, key: SelfPageKey, { opened, language, query: asked, fields, faults = [] }: Showing): string {
  const { place, now } = context;
  const draft = draftOf(opened);
  const answers: DoorAnswers = draft?.answers ?? {};
  const kind = kindOf(opened, asked.who);
  const team = receivingTeam(place);
  const changing = asked.from === 'check';
  const at = placeOf(key);
  const before =
    key === 'more' || changing ? '/check' : at > 0 ? `/q/${numberedPages[at - 1]}` : kind === 'self' ? '/start' : '/start/other';
  return questionPage({
    door: doorOf(context, { language, kind }),
    key,
    page: selfPage(key, kind),
    fields: fields ?? answers[key]?.fields ?? {},
    told: toldDay(answers[key]?.toldOn, language),
    errors: asErrors(faults),
    formKey: context.formKey(),
    hidden: {
      version: String(draft?.version ?? 0),
      ...(changing ? { from: 'check' } : {}),
      ...(draft || kind === 'self' ? {} : { who: 'other' }),
    },
    back: before,
    changing: changing || key === 'more',
    phone: phoneShows(place, {
      name: lineOf(answers['5']?.fields ?? {}, 'known_as'),
      day: saidDay(decisionDue(place, team, now, dutyReasons(answersOf(answers, kind)).length > 0)),
      team: team.name,
    }),
    channels: listOf(answers['4']?.fields ?? {}, 'channels'),
    help: waysToHelp(place.blueprint, wordsFor(context, language), language),
  });
}

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

function showNow(context: Context, { opened, language, query: asked, fields }: Showing): string {
  const { place, now } = context;
  const draft = draftOf(opened);
  const kind = kindOf(opened, undefined);
  const words = outOfHours(place.blueprint, language);
  return nowPage({
    door: doorOf(context, { language, kind }),
    kind,
    help: waysToHelp(place.blueprint, wordsFor(context, language), language),
    duty: onDuty(place, now) ? { time: timeOf(now, language) } : words,
    fields: fields ?? draft?.answers.now?.fields ?? {},
    formKey: context.formKey(),
    back: asked.from === 'check' ? '/q/3?from=check' : '/q/3',
    hidden: { version: String(draft?.version ?? 0), ...(asked.from === 'check' ? { from: 'check' } : {}) },
  });
}

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
