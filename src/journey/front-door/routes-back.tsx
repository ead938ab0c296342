// The addresses of coming back: the code, what happens next, what was sent, adding to it, and leaving no trace on a shared phone.
import { z } from 'zod';
import { localDate } from '../../platform/clock.ts';
import { type Language, languageOfReading } from '../../platform/language/languages.ts';
import { dateOf, dayOf } from '../../platform/language/moments.ts';
import { type Answer, page as answerPage, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { anyone } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { endSession } from '../../trust/accounts/session.ts';
import { addToReferral } from './adding.ts';
import { showsHelp } from './answers.ts';
import { doorOf, languageOf, wordsFor } from './doorway.ts';
import { beginOwn, deleteAnswers, enterCode, leaveAtOnce, type OpenDraft, openDoorDraft } from './drafts.ts';
import type { DoorDraft } from './model.ts';
import { backPage, savedPage } from './pages/back.tsx';
import { addPage, copyPage, type DoneView, donePage } from './pages/done.tsx';
import { longest, type SelfCode, selfQuestion, selfQuestions } from './questions.ts';
import { lineOf, schemaOf } from './reading.ts';
import { carried, elsewhere } from './self-forms.ts';
import { onDuty, outOfHours } from './setting.ts';
import { answersSent, findSent, type KeptAnswer, type SentReferral } from './store.ts';
import { choiceWords, type Wordings } from './texts.ts';

const holder = anyone('The code is the key: whoever holds it wrote what it opens.');
const nobody = touchesNobody('A code alone names nobody.');

interface SentDraft {
  readonly draft: DoorDraft;
  readonly referral: SentReferral;
}

/** What the code’s holder sent, or the answer that leads elsewhere. */
async function sentBy(context: Context, opened: OpenDraft): Promise<SentDraft | Answer> {
  if (opened.kind !== 'sent') return opened.kind === 'open' ? redirect('/check') : (elsewhere(opened) ?? redirect('/start'));
  const referral = await context.asWorker('show what happens next', (tables) => findSent(tables, opened.referralId));
  if (!referral) return redirect('/start');
  context.touch(referral.personId);
  return { draft: opened.draft, referral };
}

const isAnswer = (value: SentDraft | Answer): value is Answer => 'kind' in value;
const senderOf = (context: Context, named: boolean): string => (named ? context.place.name : context.place.blueprint.plainSender);
const ways = ['text', 'phone', 'email', 'post'] as const;

/** How they will be reached, and whether a call shows a number here (S3.3). */
function wayOf(context: Context, kept: string): DoneView['way'] {
  const way = ways.find((one) => one === kept) ?? 'none';
  return way === 'phone' && context.place.blueprint.contact.calls === 'withheld' ? 'withheld' : way;
}

function showDone(context: Context, { draft, referral }: SentDraft, language: Language, added: boolean): Answer {
  const remembered = draft.answers.sent?.fields ?? {};
  const named = lineOf(remembered, 'shared') === 'no';
  const by = dayOf(referral.decideBy, language);
  const forSomeoneElse = draft.kind === 'for_someone_else';
  // Whoever asked for somebody else reads the same whatever happens, and whoever that is, until that person says otherwise (S3.8).
  const told = !forSomeoneElse || referral.carerMayKnow;
  const fresh = !told || referral.state === 'submitted';
  const askedToday = fresh && lineOf(remembered, 'contact_today') === 'yes';
  const unsafe = askedToday || (fresh && showsHelp(lineOf(remembered, 'safe_now')));
  return answerPage(
    donePage({
      door: doorOf(context, { language, kind: draft.kind }),
      name: lineOf(remembered, 'name'),
      number: referral.number,
      by,
      status: !told
        ? wordsFor(context, language).done.carer.kept
        : fresh
          ? null
          : wordsFor(context, language).status[referral.state]({
              team: referral.teamName,
              by,
              reader: referral.readerName?.split(' ')[0] ?? '',
            }),
      way: wayOf(context, lineOf(remembered, 'way')),
      named,
      sender: senderOf(context, named),
      // A promise of today is made only while today can keep it; at night it is the day that duty next begins.
      contactToday: askedToday && localDate(referral.decideBy) === localDate(context.now),
      read: !fresh,
      outOfHours: unsafe && !onDuty(context.place, context.now) ? outOfHours(context.place.blueprint, language) : null,
      code: context.doorCode ?? '',
      added,
      forSomeoneElse,
      formKey: context.formKey(),
      ownKey: context.formKey(),
    }),
  );
}

/** An answer as its sender reads it again: the question’s short words, then what was said. */
function asRead(answer: KeptAnswer, wordings: Wordings): { question: string; words: string[] } | null {
  if (answer.status !== 'answered') return null;
  const added = answer.question.startsWith('added_');
  const own = selfQuestions.find(({ code }) => code === (added ? 'added' : answer.question));
  if (own) return { question: wordings[own.code].short ?? wordings[own.code].label, words: lines(answer, own.code, wordings) };
  const group = (['coming', 'unsafe_because'] as const).find((code) => selfQuestion(code).codes?.includes(answer.question));
  return group
    ? { question: wordings[group].short ?? wordings[group].label, words: [choiceWords(wordings, group, answer.question)] }
    : null;
}

const lines = (answer: KeptAnswer, code: SelfCode, wordings: Wordings): string[] => {
  if (answer.words) return answer.words.split(/\n{2,}/);
  const tick = selfQuestion(code).control === 'tick';
  return tick ? [wordings[code].label] : answer.codes.map((one) => choiceWords(wordings, code, one));
};

const added = selfQuestion('added');

export const backRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/back',
    permission: holder,
    audit: nobody,
    handle: async (context) => {
      const opened = await openDoorDraft(context);
      const draft = 'draft' in opened ? opened.draft : undefined;
      const language = languageOf(context, draft?.language);
      const door = doorOf(context, { language, kind: 'self' });
      return answerPage(backPage({ door, typed: '', away: opened.kind === 'away', formKey: context.formKey() }));
    },
  }),
  route({
    method: 'POST',
    path: '/back',
    permission: holder,
    body: z.strictObject({ ...carried, code: z.string().optional().default('') }),
    audit: nobody,
    repeatable: 'Entering the same code again opens the same thing.',
    handle: async (context, { body }) => {
      const language = body.said_in;
      if (body.speak) return redirect('/back', { cookies: [{ name: 'language', value: body.speak }] });
      const entered = await enterCode(context, body.code);
      const { back } = wordsFor(context, language);
      if (entered.kind === 'opened')
        return redirect(entered.sent ? '/done' : '/check', { cookies: [{ name: 'door', value: entered.code }] });
      const door = doorOf(context, { language, kind: 'self' });
      const tooMany = entered.kind === 'too many tries';
      return answerPage(
        backPage({ door, typed: body.code, error: tooMany ? back.tooMany : back.unknown, away: false, formKey: context.formKey() }),
        tooMany ? 429 : 422,
      );
    },
  }),
  route({
    method: 'GET',
    path: '/saved',
    permission: holder,
    audit: nobody,
    handle: async (context) => {
      const opened = await openDoorDraft(context);
      const language = languageOf(context, 'draft' in opened ? opened.draft.language : undefined);
      if (opened.kind !== 'open') return elsewhere(opened) ?? redirect('/start');
      const door = doorOf(context, { language, kind: opened.draft.kind });
      return answerPage(
        savedPage({ door, code: context.doorCode ?? '', until: dayOf(opened.draft.endsAt, language), formKey: context.formKey() }),
      );
    },
  }),
  // A link and not a form, so that it works at once and without scripts. With them the page has gone before this is answered.
  route({
    method: 'GET',
    path: '/exit',
    permission: holder,
    audit: nobody,
    handle: async (context) => {
      await leaveAtOnce(context);
      const isPerson = context.visitor?.kind === 'person';
      if (isPerson) await context.asWorker('sign out', (tables) => endSession(tables, context.session));
      return redirect(context.place.blueprint.exit, isPerson ? { cookies: [{ name: 'session', value: null }] } : {});
    },
  }),
  route({
    method: 'POST',
    path: '/leave',
    permission: holder,
    body: z.strictObject({ said_in: carried.said_in, delete: z.literal('yes').optional() }),
    audit: nobody,
    repeatable: 'A code that is gone from this phone is gone.',
    handle: async (context, { body }) => {
      if (body.delete) await deleteAnswers(context);
      return redirect('/start', { cookies: [{ name: 'door', value: null }] });
    },
  }),
  route({
    method: 'GET',
    path: '/done',
    permission: holder,
    query: z.strictObject({ added: z.literal('yes').optional() }),
    audit: audited('saw what happens next'),
    handle: async (context, { query }) => {
      const opened = await openDoorDraft(context);
      const sent = await sentBy(context, opened);
      if (isAnswer(sent)) return sent;
      return showDone(context, sent, languageOf(context, sent.draft.language), query.added === 'yes');
    },
  }),
  route({
    method: 'GET',
    path: '/done/copy',
    permission: holder,
    audit: audited('read what they sent'),
    handle: async (context) => {
      const sent = await sentBy(context, await openDoorDraft(context));
      if (isAnswer(sent)) return sent;
      const { draft, referral } = sent;
      const language = languageOf(context, draft.language);
      const door = doorOf(context, { language, kind: draft.kind });
      const kept = await context.asWorker('show what was sent', (tables) => answersSent(tables, referral.id));
      const own = draft.kind === 'for_someone_else' ? kept.filter(({ saidBy }) => saidBy === 'carer') : kept;
      const read = own.flatMap((answer) => asRead(answer, door.grammar.questions) ?? []);
      return answerPage(
        copyPage({ door, day: dateOf(referral.receivedAt, language), lines: read.map(({ question, words }) => ({ question, words })) }),
      );
    },
  }),
  route({
    method: 'POST',
    path: '/done/own',
    permission: holder,
    body: z.strictObject({ said_in: carried.said_in }),
    audit: audited('asked for help for themselves too'),
    handle: async (context, { body }) => {
      const sent = await sentBy(context, await openDoorDraft(context));
      if (isAnswer(sent)) return sent;
      if (sent.draft.kind !== 'for_someone_else') return redirect('/done');
      const { referrerName: name, referrerPhone: phone } = sent.referral;
      const code = await beginOwn(context, { language: body.said_in, name, phone });
      return redirect('/saved', { cookies: [{ name: 'door', value: code }] });
    },
  }),
  route({
    method: 'GET',
    path: '/done/add',
    permission: holder,
    audit: audited('came to add something'),
    handle: async (context) => {
      const sent = await sentBy(context, await openDoorDraft(context));
      if (isAnswer(sent)) return sent;
      const language = languageOf(context, sent.draft.language);
      const door = doorOf(context, { language, kind: sent.draft.kind });
      return answerPage(addPage({ door, typed: '', formKey: context.formKey() }));
    },
  }),
  route({
    method: 'POST',
    path: '/done/add',
    permission: holder,
    body: schemaOf([added], carried),
    audit: audited('added to what they sent'),
    handle: async (context, { body }) => {
      const { said_in: language, speak } = z.object(carried).parse(body);
      const sent = await sentBy(context, await openDoorDraft(context));
      if (isAnswer(sent)) return sent;
      const words = lineOf(body as Readonly<Record<string, string>>, 'added'); // the schema’s output is text
      const say = wordsFor(context, speak ? languageOfReading(speak) : language);
      const tooLong = [...words].length > longest;
      if (speak || words === '' || tooLong) {
        const door = doorOf(context, { language: speak ? languageOfReading(speak) : language, kind: sent.draft.kind });
        const error = speak ? undefined : tooLong ? say.faults.tooLong({ most: longest }) : say.add.empty;
        return answerPage(addPage({ door, typed: words, error, formKey: context.formKey() }), speak ? 200 : 422);
      }
      const result = await addToReferral(context, { referralId: sent.referral.id, words, language });
      return result.ok ? redirect('/done?added=yes') : problem(result.problem);
    },
  }),
];
