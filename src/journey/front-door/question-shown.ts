// Puts together a page of questions for somebody who asks: what they answered before, what is wrong, what their phone would show, and who helps now.
import { instantOf } from '../../platform/due.ts';
import type { Language } from '../../platform/language/languages.ts';
import { dateOf, timeOf } from '../../platform/language/moments.ts';
import type { Fault } from '../../platform/problem.ts';
import { saidDay } from '../../platform/said.ts';
import type { Context } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { answersOf, dutyReasons } from './answers.ts';
import { doorOf, wordsFor } from './doorway.ts';
import type { OpenDraft } from './drafts.ts';
import type { DoorAnswers } from './model.ts';
import { nowPage } from './pages/now.tsx';
import { questionPage } from './pages/question.tsx';
import { numberedPages, placeOf, type SelfPageKey, selfPage } from './questions.ts';
import { type Fields, lineOf, listOf } from './reading.ts';
import { draftOf, kindOf, type Query } from './self-forms.ts';
import { decisionDue, onDuty, outOfHours, phoneShows, receivingTeam, waysToHelp } from './setting.ts';

interface Showing {
  readonly opened: OpenDraft;
  readonly language: Language;
  readonly query: Query;
  readonly fields?: Fields;
  readonly faults?: readonly Fault[];
}

const toldDay = (toldOn: string | undefined, language: Language): string | null =>
  toldOn ? dateOf(instantOf(toldOn, '12:00'), language) : null;

export function showQuestion(context: Context, key: SelfPageKey, { opened, language, query: asked, fields, faults = [] }: Showing): string {
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

export function showNow(context: Context, { opened, language, query: asked, fields }: Showing): string {
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
