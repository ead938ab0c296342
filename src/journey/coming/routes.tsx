// The doors of what makes coming possible: the person chooses on their own page, or tells their worker, who writes it down.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { type Fault, notFound, type Problem } from '../../platform/problem.ts';
import { saidDay } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { identifier, optionalText, version } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { spokenTo } from '../../platform/web/spoken.ts';
import { recordOf } from '../record/actions.ts';
import { choose, helpOfPerson } from './actions.ts';
import { type Choice, type ComingHelp, channels, companies, places } from './model.ts';
import { ownComingPage, staffComingPage } from './pages/coming.tsx';
import { easyWords } from './texts/easy-read.ts';
import { type ComingTexts, comingCatalogue, inEnglish } from './texts.ts';

const workers = roles('TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'HOU', 'EMP');
const ofPerson = z.strictObject({ person: identifier });
const one = <const Codes extends readonly [string, ...string[]]>(codes: Codes, message: string) =>
  z
    .union([z.enum(codes), z.literal('')], { error: message })
    .optional()
    .default('')
    .transform((value) => value || null);
const choosing = z.strictObject({
  version,
  place: one(places, 'Choose where.'),
  place_words: optionalText(200, 'Where'),
  channel: one(channels, 'Choose how.'),
  company: one(companies, 'Choose who comes along.'),
});
type Body = z.output<typeof choosing>;

const choiceOf = ({ place, place_words, channel, company }: Body): Choice => ({
  place: place as Choice['place'], // one of the codes, by the schema above
  placeWords: place_words,
  channel: channel as Choice['channel'], // likewise
  company: company as Choice['company'], // likewise
});

/** The person of the account that asks; the permission makes sure there is one. */
function own(context: Context): string {
  const personId = context.visitor?.personId;
  if (!personId) throw new Error('A person’s page was opened by an account without a person.');
  context.touch(personId);
  return personId;
}

interface Sent {
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
}

const asText = (typed: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, typeof value === 'string' ? value : '']));

/** What is wrong, in the language of the page. */
const faultWords = ({ faults }: ComingTexts, { field, message }: Fault): string =>
  message === inEnglish.faults.nothing
    ? faults.nothing
    : field !== 'place_words'
      ? faults.choose
      : message === inEnglish.faults.where
        ? faults.where
        : faults.long;

const fieldsOf = (context: Context, help: ComingHelp | null, sent: Sent | null, errors: readonly FieldError[]) => ({
  offered: help?.offered ?? [],
  typed: sent?.typed ?? {
    place: help?.place ?? '',
    place_words: help?.placeWords ?? '',
    channel: help?.channel ?? '',
    company: help?.company ?? '',
  },
  errors,
  hidden: { form_key: context.formKey(), version: String(help?.version ?? 1) },
});

async function ownPage(context: Context, sent: Sent | null = null): Promise<Answer> {
  const help = await helpOfPerson(context.tables, own(context), 'person');
  const { frame, texts, easy } = spokenTo(context, comingCatalogue, easyWords);
  const errors = (sent?.faults ?? []).map((fault) => ({ field: fault.field, text: faultWords(texts, fault) }));
  const html = ownComingPage({ frame, texts, easy, helps: help !== null, ...fieldsOf(context, help, sent, errors) });
  return page(html, sent ? 422 : 200);
}

async function staffPage(context: SignedIn, personId: string, sent: Sent | null = null): Promise<Answer> {
  const frame = await recordOf(context, personId, 'Contacts');
  if (!frame?.reach.read.has('contact')) return problem(notFound);
  const help = await helpOfPerson(context.tables, personId, 'worker');
  const html = staffComingPage({
    shell: await context.shell('/people'),
    frame,
    owner: help?.ownerName ?? null,
    chosen: help?.chosenAt ? `${help.chosenBy === 'person' ? 'They chose' : 'Written down for them'} on ${saidDay(help.chosenAt)}.` : null,
    mayChoose: frame.reach.write.has('contact'),
    action: `/people/${personId}/coming`,
    ...fieldsOf(context, help, sent, asErrors(sent?.faults ?? [])),
  });
  return page(html, sent ? 422 : 200);
}

/** Something moved on since the page was loaded: they see how it is now. */
const movedOn = (why: Problem, to: string, { title, detail } = { title: why.title, detail: inEnglish.moved.detail }): Answer =>
  why.status === 409 ? redirect(to, { notice: { result: 'information', heading: title, children: detail } }) : problem(why);

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/me/coming',
    permission: roles('PER'),
    audit: audited('read what makes coming easier'),
    handle: (context) => ownPage(context),
  }),
  route({
    method: 'POST',
    path: '/me/coming',
    permission: roles('PER'),
    body: choosing,
    audit: audited('chose where, how and with whom to meet'),
    async handle(context, { body }) {
      const done = await choose(signedIn(context), own(context), body.version, choiceOf(body), 'person');
      const { kept, moved } = spokenTo(context, comingCatalogue, easyWords).texts;
      if (done.ok) return redirect('/me', { notice: { result: 'success', heading: kept.title, children: kept.detail } });
      return done.problem.faults
        ? ownPage(context, { typed: asText(body), faults: done.problem.faults })
        : movedOn(done.problem, '/me/coming', moved);
    },
    again: (context, { typed, faults }) => ownPage(context, { typed: asText(typed), faults }),
  }),
  route({
    method: 'GET',
    path: '/people/:person/coming',
    permission: workers,
    params: ofPerson,
    audit: audited('read what makes coming easier'),
    handle: (context, { params }) => staffPage(signedIn(context), params.person),
  }),
  route({
    method: 'POST',
    path: '/people/:person/coming',
    permission: workers,
    params: ofPerson,
    body: choosing,
    audit: audited('wrote down where, how and with whom to meet'),
    async handle(request, { params, body }) {
      const context = signedIn(request);
      const frame = await recordOf(context, params.person, 'Contacts');
      if (!frame?.reach.write.has('contact')) return problem(notFound);
      const done = await choose(context, params.person, body.version, choiceOf(body), 'worker');
      if (done.ok) return redirect(`/people/${params.person}/sessions/new`, { notice: { result: 'success', heading: 'Written down.' } });
      return done.problem.faults
        ? staffPage(context, params.person, { typed: asText(body), faults: done.problem.faults })
        : movedOn(done.problem, `/people/${params.person}/coming`);
    },
    again: (context, { params, typed, faults }) => staffPage(signedIn(context), params.person, { typed: asText(typed), faults }),
  }),
];
