// The doors of how somebody is reached: their own, and those of whoever asks them aloud. Whose record may be changed the database decides.

import { z } from 'zod';
import { type Fault, notFound, type Problem } from '../../platform/problem.ts';
import { firstName, saidDay } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asTexts } from '../../platform/web/as-typed.ts';
import type { Context } from '../../platform/web/context.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { choice, identifier, needed, optionalText } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { spokenTo } from '../../platform/web/spoken.ts';
import { isEmail, isPhone } from '../front-door/reading.ts';
import { phoneShows, receivingTeam } from '../front-door/setting.ts';
import type { Reader } from '../people/telling/own-language.ts';
import { recordOf } from '../record/actions.ts';
import type { RecordFrame } from '../record/model.ts';
import { addWay, type KnownWay, newerWaysOf, sayOfWay, waysOf } from './actions.ts';
import { safeAnswers, sharedAnswers, typedOf, type Way, ways } from './model.ts';
import { type ContactTexts, contactCatalogue, wayLine } from './own-texts.ts';
import { ownWayPage, ownWaysPage } from './pages/own.tsx';
import { staffWayPage, staffWaysPage } from './pages/staff.tsx';
import { easyWords } from './texts/easy-read.ts';
import { inEnglish, wayWords } from './texts.ts';

const themselves = roles('PER');
const workers = roles('TRI', 'SNR', 'KW', 'CO_HUB', 'HOU', 'EMP', 'MGR');
const said = {
  safe: choice(safeAnswers, 'Say whether it is safe.'),
  shared: choice(sharedAnswers, 'Say whether somebody else could see or hear it.'),
  links: z.enum(['', 'yes', 'no'], { error: 'Choose yes or no.' }).optional().default(''),
  voicemail: z.enum(['', 'yes'], { error: 'Tick it or leave it.' }).optional().default(''),
  name: optionalText(100, 'The name to use'),
  times_safe: optionalText(200, 'Times that are good'),
  times_never: optionalText(200, 'Times that are never good'),
};
const saying = z.strictObject(said);
const adding = z.strictObject({
  ...said,
  channel: choice(ways, 'Say what it is for.'),
  value: needed(300, 'Write the number or address.'),
});
const ownWay = z.strictObject({ way: identifier });
const ofPerson = z.strictObject({ person: identifier });
const wayOfPerson = z.strictObject({ person: identifier, way: identifier });

/** The person of the account that asks; the permission makes sure there is one. */
function own(context: Context): string {
  const personId = context.visitor?.personId;
  if (!personId) throw new Error('A person’s page was opened by an account without a person.');
  context.touch(personId);
  return personId;
}

const listed = (texts: ContactTexts, all: readonly KnownWay[], at: string) =>
  all.map((one) => ({ href: `${at}/${one.id}`, value: one.value, line: wayLine(texts, one, one.channel) }));

/** As the phone would show it: an answer to them, by the day after tomorrow. */
const shown = ({ place, now }: Context, name: string, reader: Reader | null = null) =>
  phoneShows(
    place,
    { name: firstName(name), day: saidDay(new Date(now.getTime() + 2 * 86_400_000)), team: receivingTeam(place).name },
    reader,
  );

/** How the person who asks is written to; null in English, which is all that a place may offer. */
function asReader({ visitor, place, approved, now }: Context): Reader | null {
  const language = visitor?.language;
  return language && language !== 'en' && place.blueprint.languages?.includes(language)
    ? { language, approved: approved(language), now }
    : null;
}

interface Typed {
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: ReturnType<typeof asErrors>;
}

const spoken = (context: Context) => {
  const { frame, texts, easy } = spokenTo(context, contactCatalogue, easyWords);
  return { frame, texts, easy };
};

/** What is wrong, in the language of the page: each field has one thing that may be. */
const faultWords = ({ faults }: ContactTexts, { field }: Fault): string =>
  field === 'safe' || field === 'shared' ? faults[field] : field === 'links' || field === 'voicemail' ? faults.choose : faults.long;

async function showOwn(
  context: Context,
  id: string,
  typed?: Readonly<Record<string, string>>,
  faults: readonly Fault[] = [],
): Promise<Answer> {
  const point = (await waysOf(context, own(context))).find((one) => one.id === id);
  if (!point) return problem(notFound);
  const around = spoken(context);
  const html = ownWayPage({
    ...around,
    action: `/me/contact/${id}`,
    value: point.value,
    kind: around.texts.ways[point.channel],
    formKey: context.formKey(),
    way: point.channel,
    typed: typed ?? typedOf(point),
    errors: faults.map((fault) => ({ field: fault.field, text: faultWords(around.texts, fault) })),
    phone: shown(context, context.visitor?.name ?? '', asReader(context)),
  });
  return page(html, faults.length > 0 ? 422 : 200);
}

/** For who may change it; null for nobody they may know of. */
async function frameOf(context: Context, personId: string): Promise<RecordFrame | null> {
  const frame = await recordOf(signedIn(context), personId, 'Contacts');
  return frame?.reach.read.has('contact') ? frame : null;
}

/** What they gave with another request, as the form to ask about it begins. */
async function givenAs(context: Context, personId: string, id: string): Promise<Readonly<Record<string, string>>> {
  const point = (await newerWaysOf(signedIn(context), personId)).find((one) => one.id === id);
  return point ? { ...typedOf(point), channel: point.channel, value: point.value } : {};
}

async function showWay(context: Context, personId: string, id: string | null, { typed, errors = [] }: Typed = {}): Promise<Answer> {
  const frame = await frameOf(context, personId);
  const point = id === null ? null : (await waysOf(context, personId)).find((one) => one.id === id);
  if (!frame?.reach.write.has('contact') || point === undefined) return problem(notFound);
  const html = staffWayPage({
    shell: await context.shell('/people'),
    frame,
    action: `/people/${personId}/contact/${id ?? 'new'}`,
    value: point?.value ?? null,
    formKey: context.formKey(),
    way: point?.channel ?? null,
    typed: typed ?? (point ? typedOf(point) : {}),
    errors,
    phone: shown(context, frame.who.firstName),
  });
  return page(html, errors.length > 0 ? 422 : 200);
}

/** Something moved on since the page was loaded: they see how it is now. */
const movedOn = (why: Problem, to: string, { title, detail } = inEnglish.moved): Answer =>
  why.status === 409 ? redirect(to, { notice: { result: 'information', heading: title, children: detail } }) : problem(why);

const kept = (to: string, { title, detail }: ContactTexts['kept']): Answer =>
  redirect(to, { notice: { result: 'success', heading: title, children: detail } });
const keptAs = (title: string) => ({ title, detail: inEnglish.kept.detail });

const fits: Readonly<Record<Way, (value: string) => string | null>> = {
  text: (value) => (isPhone(value) ? null : 'Write a telephone number, such as 07700 900123.'),
  phone: (value) => (isPhone(value) ? null : 'Write a telephone number, such as 07700 900123.'),
  email: (value) => (isEmail(value) ? null : 'Write an e-mail address, such as name@example.org.'),
  post: () => null,
};

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/me/contact',
    permission: themselves,
    audit: audited('read how we reach them'),
    async handle(context) {
      const around = spoken(context);
      return page(ownWaysPage({ ...around, ways: listed(around.texts, await waysOf(context, own(context)), '/me/contact') }));
    },
  }),
  route({
    method: 'GET',
    path: '/me/contact/:way',
    permission: themselves,
    params: ownWay,
    audit: audited('read how we reach them'),
    handle: (context, { params }) => showOwn(context, params.way),
  }),
  route({
    method: 'POST',
    path: '/me/contact/:way',
    permission: themselves,
    params: ownWay,
    body: saying,
    audit: audited('said how we may reach them'),
    async handle(context, { params, body }) {
      const done = await sayOfWay(signedIn(context), { personId: own(context), way: params.way, said: body });
      const { texts } = spoken(context);
      return done.ok ? kept('/me/contact', texts.kept) : movedOn(done.problem, '/me/contact', texts.moved);
    },
    again: (context, { params, typed, faults }) => showOwn(context, params.way, asTexts(typed), faults),
  }),
  route({
    method: 'GET',
    path: '/people/:person/contact',
    permission: workers,
    params: ofPerson,
    audit: audited('read how to reach them'),
    async handle(context, { params: { person } }) {
      const frame = await frameOf(context, person);
      if (!frame) return problem(notFound);
      const at = `/people/${person}/contact`;
      const add = frame.reach.write.has('contact') ? `${at}/new` : null;
      return page(
        staffWaysPage({
          shell: await context.shell('/people'),
          frame,
          listed: listed(inEnglish, await waysOf(signedIn(context), person), at),
          newer: (await newerWaysOf(signedIn(context), person)).map((one) => ({
            href: `${at}/new?given=${one.id}`,
            value: one.value,
            line: wayLine(inEnglish, one, one.channel),
          })),
          add,
        }),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/people/:person/contact/new',
    permission: workers,
    params: ofPerson,
    query: z.strictObject({ given: identifier.optional() }),
    audit: audited('read how to reach them'),
    handle: async (context, { params: { person }, query: { given } }) =>
      showWay(context, person, null, given ? { typed: await givenAs(context, person, given) } : {}),
  }),
  route({
    method: 'POST',
    path: '/people/:person/contact/new',
    permission: workers,
    params: ofPerson,
    body: adding,
    audit: audited('asked how to reach them'),
    async handle(context, { params: { person }, body: { channel, value, ...typed } }) {
      const wrong = fits[channel](value);
      if (wrong) return showWay(context, person, null, { typed: { ...typed, channel, value }, errors: [{ field: 'value', text: wrong }] });
      const frame = await frameOf(context, person);
      if (!frame?.reach.write.has('contact')) return problem(notFound);
      const at = `/people/${person}/contact`;
      const done = await addWay(signedIn(context), { personId: person, channel, value, said: typed });
      return done.ok ? kept(at, keptAs(`${wayWords[channel]} is added`)) : movedOn(done.problem, at);
    },
    again: (context, { params, typed, faults }) =>
      showWay(context, params.person, null, { typed: asTexts(typed), errors: asErrors(faults) }),
  }),
  route({
    method: 'GET',
    path: '/people/:person/contact/:way',
    permission: workers,
    params: wayOfPerson,
    audit: audited('read how to reach them'),
    handle: (context, { params }) => showWay(context, params.person, params.way),
  }),
  route({
    method: 'POST',
    path: '/people/:person/contact/:way',
    permission: workers,
    params: wayOfPerson,
    body: saying,
    audit: audited('asked how to reach them'),
    async handle(context, { params: { person, way }, body }) {
      const frame = await frameOf(context, person);
      if (!frame?.reach.write.has('contact')) return problem(notFound);
      const at = `/people/${person}/contact`;
      const done = await sayOfWay(signedIn(context), { personId: person, way, said: body });
      return done.ok ? kept(at, keptAs('What they said is kept')) : movedOn(done.problem, at);
    },
    again: (context, { params, typed, faults }) =>
      showWay(context, params.person, params.way, { typed: asTexts(typed), errors: asErrors(faults) }),
  }),
];
