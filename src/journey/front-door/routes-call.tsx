// The address for somebody who speaks instead of writing: one page for whoever listens, kept as it is typed, and a number to read out.
import { z } from 'zod';
import { localDate } from '../../platform/clock.ts';
import type { Fault } from '../../platform/problem.ts';
import { notFound } from '../../platform/problem.ts';
import { saidDay } from '../../platform/said.ts';
import { type Answer, page as answerPage, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { draftAddress, finishDraft, openDraft } from '../../platform/web/drafts.ts';
import { asErrors } from '../../platform/web/faults.ts';
import { identifier } from '../../platform/web/fields.ts';
import { type AccessRole, roles } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import type { NavigationEntry } from '../../platform/web/shell.ts';
import { submitReferral } from './actions.ts';
import { askedOnCall, doorsOf, faultsOfCall, readHelpOut, referralFromCall, usualDoor } from './calling.ts';
import { callPage, callSentPage } from './pages/call.tsx';
import { type Fields, fieldsFor, lineOf, schemaOf } from './reading.ts';
import { phoneShows, receivingTeam, waysToHelp } from './setting.ts';
import { takenReceipt } from './store-sent.ts';
import { doorTexts } from './texts.ts';

const takers: readonly AccessRole[] = ['TRI', 'SNR', 'KW', 'CO_HUB', 'HOST', 'MGR'];
const readers: readonly AccessRole[] = ['TRI', 'SNR'];
const draftOf = { form: 'call', subject: 'new' } as const;
const body = schemaOf(askedOnCall, { draft_version: z.string().max(20).optional() });

export const callNavigation: readonly NavigationEntry[] = [{ text: 'Take a call', href: '/call', roles: ['TRI', 'CO_HUB', 'HOST'] }];

const doorsHere = (context: Context) => doorsOf(context.place.blueprint.services ?? []);

/** A new page: how they came is usually the same for whoever takes it down. */
const begun = (context: Context): Fields => ({
  door: usualDoor(context.visitor?.roles.some(({ access }) => access === 'HOST') ?? false, doorsHere(context)),
});

async function show(context: Context, fields: Fields, faults: readonly Fault[], status: number): Promise<Answer> {
  const { version, saved } = await openDraft(context, draftOf);
  const texts = doorTexts('en', context.approved('en'));
  const team = receivingTeam(context.place).name;
  return answerPage(
    callPage({
      shell: await context.shell('/call'),
      team,
      link: phoneShows(context.place, { name: lineOf(fields, 'known_as'), day: '', team }).link,
      fields,
      doors: doorsHere(context),
      errors: asErrors(faults),
      hidden: { form_key: context.formKey(), draft_version: String(version) },
      draft: draftAddress(draftOf),
      saved,
      questions: texts.self.questions,
      help: waysToHelp(context.place.blueprint, texts, 'en'),
      helpFirst: readHelpOut(fields),
    }),
    status,
  );
}

export const callRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/call',
    permission: roles(...takers),
    audit: touchesNobody('A page that is not sent yet is about nobody.'),
    handle: async (context) => show(context, fieldsFor(askedOnCall, (await openDraft(context, draftOf)).fields ?? begun(context)), [], 200),
  }),
  route({
    method: 'POST',
    path: '/call',
    permission: roles(...takers),
    body,
    audit: audited('took a referral in conversation'),
    again: (context, { typed, faults }) => show(context, fieldsFor(askedOnCall, typed), faults, 422),
    async handle(context, { body: typed }) {
      const fields = fieldsFor(askedOnCall, typed);
      const today = localDate(context.now);
      const faults = faultsOfCall(fields, today);
      if (faults.length > 0) return show(context, fields, faults, 422);
      const { referralId, personId } = await submitReferral(context, referralFromCall(fields, today));
      context.touch(personId);
      await finishDraft(context, draftOf);
      return redirect(`/call/${referralId}`);
    },
  }),
  route({
    method: 'GET',
    path: '/call/:referral',
    permission: roles(...takers),
    params: z.strictObject({ referral: identifier }),
    audit: touchesNobody('It says a number and a date, nothing about anybody.'),
    async handle(context, { params }) {
      const taken = await context.asWorker('show what was taken', (tables) =>
        takenReceipt(tables, { referralId: params.referral, by: context.visitor?.accountId ?? '' }),
      );
      if (!taken) return problem(notFound);
      const reads = context.visitor?.roles.some(({ access }) => readers.includes(access)) ?? false;
      return answerPage(
        callSentPage({
          shell: await context.shell('/call'),
          number: taken.number,
          day: saidDay(taken.decideBy),
          team: taken.teamName,
          referral: reads ? `/triage/${params.referral}` : null,
        }),
      );
    },
  }),
];
