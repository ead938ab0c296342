// The doors of offers: the list by the promise made, one offer, accepting it with the start of support, giving it back with a reason.

import { z } from 'zod';
import type { FieldError } from '../../design/components/error-summary.tsx';
import { renderDocument } from '../../design/layout/document.tsx';
import { isLocalDate, localDate } from '../../platform/clock.ts';
import { notFound } from '../../platform/problem.ts';
import { saidDay, saidTime } from '../../platform/said.ts';
import { type Answer, page, problem, redirect } from '../../platform/web/answer.ts';
import { asList, asText } from '../../platform/web/as-typed.ts';
import type { Context, SignedIn } from '../../platform/web/context.ts';
import { asErrors, errorsOf } from '../../platform/web/faults.ts';
import { choices, dayAsTyped, identifier, optionalText, version } from '../../platform/web/fields.ts';
import { oncePerRequest } from '../../platform/web/once.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { helpOfReferral } from '../coming/actions.ts';
import { chosenFacts, helpWords } from '../coming/model.ts';
import { identityOf, safeContactAbout } from '../people/actions.ts';
import { reachOf } from '../record/actions.ts';
import { acceptOffer, answersOf, countOffersFor, findOffer, offersFor, returnOffer } from '../triage/actions.ts';
import { ownAccount, safetySentence, toldFacts } from '../triage/presenting.ts';
import { toldLines } from '../triage/told.ts';
import { addMonths, mayBegin, startSupport } from './actions.ts';
import { OfferPage, OffersPage, type OfferView } from './pages/offers.tsx';

const receivers = roles('KW', 'CO_HUB', 'CO_VOLUNTEERS', 'HOU', 'EMP', 'TRI', 'SNR');
const offerParams = z.strictObject({ offer: identifier });

const myTeams = (context: SignedIn): string[] => [...new Set(context.visitor.roles.map((held) => held.teamId).filter(Boolean))];

export const offersWaiting = oncePerRequest((context: Context) => countOffersFor(context.tables, myTeams(signedIn(context))));

type Typed = OfferView['typed'];

const pathwaysOf = (context: Context, serviceCode: string) => context.place.blueprint.pathways.filter((one) => one.service === serviceCode);

async function offerPage(
  context: SignedIn,
  offerId: string,
  more: { readonly typed?: Partial<Typed>; readonly errors?: readonly FieldError[]; readonly version?: number } = {},
  status = 200,
): Promise<Answer> {
  const offer = await findOffer(context.tables, offerId);
  const who = offer ? await identityOf(context, offer.personId) : null;
  if (!offer || !who) return problem(notFound);
  const coming = await helpOfReferral(context.tables, offer.referralId);
  const answers = await answersOf(context.tables, offer.referralId);
  const teamCode = [...context.place.teams.values()].find(({ id }) => id === offer.teamId)?.code ?? '';
  const pathways = pathwaysOf(context, offer.serviceCode);
  const chosen = pathways.find((one) => one.code === more.typed?.pathway) ?? pathways[0];
  const length = chosen && chosen.plannedLength !== 'no end date' ? chosen.plannedLength : null;
  const today = localDate(context.now);
  const strands = [...new Map(pathways.flatMap((one) => one.strands).map((strand) => [strand.type, strand])).values()];
  const view: OfferView = {
    name: who.name,
    firstName: who.firstName,
    sentence: [who.bornInWords ? `Born ${who.bornInWords}` : '', who.pronouns ?? '', who.home ?? '', `Offered to ${offer.teamName}`]
      .filter(Boolean)
      .join('. ')
      .concat('.'),
    safeContact: safeContactAbout(offer, who),
    account: ownAccount(answers, who.firstName, ''),
    safety: safetySentence(answers, who.firstName),
    told: toldFacts(answers, context.place.blueprint.facts),
    offered: [
      { term: 'Offered', value: offer.what },
      { term: 'Why', value: offer.noteToTeam || { absent: 'not known' as const } },
      ...(coming
        ? [
            {
              term: 'Because coming is hard',
              value: coming.offered.map((help) => helpWords[help]).join('. ') || coming.notOfferedBecause,
            },
            ...chosenFacts(coming).map(({ term, value }) => ({ term: `${term}, as they chose`, value })),
          ]
        : []),
      ...(await toldLines(context, offer, [teamCode])),
      { term: 'Owned by', value: `${offer.ownerName}, until somebody here says yes` },
      { term: 'Answer by', value: `${saidDay(offer.acceptBy)}, ${saidTime(offer.acceptBy)}` },
      ...(who.interpreter ? [{ term: 'Interpreter', value: who.interpreter }] : []),
      ...(who.adjustments ? [{ term: 'Adjustments', value: who.adjustments }] : []),
    ],
    settled:
      offer.state === 'sent'
        ? null
        : offer.state === 'accepted'
          ? 'Somebody in the team has said yes.'
          : 'It was given back, and its owner has it.',
    mayAccept: pathways.length === 0 || mayBegin(context).ok,
    action: `/offers/${offerId}`,
    hidden: { form_key: context.formKey(), version: String(more.version ?? offer.version) },
    pathways: pathways.map((one) => ({ code: one.code, name: one.name, about: one.stages.map((stage) => stage.name).join(', then ') })),
    strands: strands.map((strand) => ({
      value: strand.type,
      text: strand.name,
      hint: strand.matched ? 'Begins when a supporter has been found and both say yes' : 'With you, from the start',
    })),
    length: length ? `Planned for ${length.fromMonths} to ${length.toMonths} months. It can change, together.` : '',
    hasEnd: length !== null,
    typed: {
      pathway: chosen?.code ?? '',
      strands: strands
        .filter((strand) => !strand.matched)
        .slice(0, 1)
        .map((strand) => strand.type),
      agreed_how: '',
      starts_on: today,
      ends_on: length ? addMonths(today, length.toMonths) : '',
      reason: '',
      ...more.typed,
    },
    errors: more.errors ?? [],
  };
  return page(renderDocument(<OfferPage shell={await context.shell('/offers')} view={view} />), status);
}

const typedStart = (typed: Readonly<Record<string, string | readonly string[]>>): Partial<Typed> => ({
  pathway: asText(typed.pathway),
  strands: asList(typed.strands),
  agreed_how: asText(typed.agreed_how),
  starts_on: asText(typed.starts_on),
  ends_on: asText(typed.ends_on),
});

const waysToAgree = ['phone', 'in_person', 'message'] as const;

export const offerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/offers',
    permission: receivers,
    audit: audited('offer.list'),
    handle: async (request) => {
      const context = signedIn(request);
      const offers = await offersFor(context.tables, myTeams(context));
      context.touch(...offers.map((offer) => offer.personId));
      return page(
        renderDocument(
          <OffersPage
            shell={await context.shell('/offers')}
            rows={offers.map((offer) => ({
              id: offer.id,
              name: offer.name || 'Name not given',
              what: offer.what,
              team: offer.teamName,
              from: offer.ownerName,
              by: `${offer.acceptBy < context.now ? 'Late since ' : ''}${saidDay(offer.acceptBy)}, ${saidTime(offer.acceptBy)}`,
              late: offer.acceptBy < context.now,
            }))}
          />,
        ),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/offers/:offer',
    permission: receivers,
    params: offerParams,
    audit: audited('offer.read'),
    handle: (context, { params }) => offerPage(signedIn(context), params.offer),
  }),
  route({
    method: 'POST',
    path: '/offers/:offer/accept',
    permission: receivers,
    params: offerParams,
    body: z.strictObject({
      version,
      pathway: optionalText(60),
      strands: choices([
        'emotional',
        'peer',
        'practical',
        'key_work',
        'living_skills',
        'outreach',
        'joint',
        'specific',
        'housing',
        'employment',
        'care_coordination',
        'agency',
      ]),
      agreed_how: z
        .union([z.enum(waysToAgree), z.literal('')], { error: 'Say how they said yes.' })
        .optional()
        .default(''),
      starts_on: dayAsTyped,
      ends_on: dayAsTyped,
    }),
    audit: audited('offer.accept'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const offer = await findOffer(context.tables, params.offer);
      if (!offer) return problem(notFound);
      const pathways = pathwaysOf(context, offer.serviceCode);
      if (pathways.length === 0) {
        const accepted = await acceptOffer(context, { offerId: params.offer, version: body.version });
        return accepted.ok
          ? redirect(`/people/${offer.personId}`, {
              notice: {
                result: 'success',
                heading: 'You said yes for your team.',
                children: 'They and whoever referred them are told who you are.',
              },
            })
          : offerPage(context, params.offer, { errors: errorsOf(accepted.problem) }, accepted.problem.status);
      }
      const pathway = pathways.find((one) => one.code === body.pathway);
      const started = await startSupport(context, {
        offerId: params.offer,
        version: body.version,
        pathwayCode: pathway?.code ?? '',
        agreedHow: body.agreed_how,
        strands: (pathway?.strands ?? [])
          .filter((strand) => body.strands.some((one) => one === strand.type))
          .map((strand) => ({ kind: strand.type, name: strand.name, aim: '', matched: strand.matched ?? false })),
        startsOn: isLocalDate(body.starts_on) ? body.starts_on : '',
        plannedEndOn: pathway?.plannedLength !== 'no end date' && isLocalDate(body.ends_on) ? body.ends_on : null,
      });
      if (!started.ok) {
        if (started.problem.status === 404) return problem(started.problem);
        return offerPage(
          context,
          params.offer,
          { typed: body, errors: errorsOf(started.problem), version: body.version },
          started.problem.status,
        );
      }
      const books = (await reachOf(context, started.value.personId)).write.has('contact');
      return redirect(`/people/${started.value.personId}${books ? '/sessions/new' : ''}`, {
        notice: {
          result: 'success',
          heading: 'Support has begun.',
          children: `You are their key worker. They and whoever referred them are told.${books ? ' Now book the first meeting.' : ''}`,
          link: { text: 'Open the record', href: `/people/${started.value.personId}` },
        },
      });
    },
    again: (context, { params, typed, faults }) =>
      offerPage(signedIn(context), params.offer, { typed: typedStart(typed), errors: asErrors(faults) }, 422),
  }),
  route({
    method: 'POST',
    path: '/offers/:offer/return',
    permission: receivers,
    params: offerParams,
    body: z.strictObject({ version, reason: optionalText(2000, 'The reason') }),
    audit: audited('offer.return'),
    handle: async (request, { params, body }) => {
      const context = signedIn(request);
      const returned = await returnOffer(context, { offerId: params.offer, version: body.version, reason: body.reason });
      if (!returned.ok) {
        if (returned.problem.status === 404) return problem(returned.problem);
        return offerPage(
          context,
          params.offer,
          { typed: { reason: body.reason }, errors: errorsOf(returned.problem), version: body.version },
          returned.problem.status,
        );
      }
      return redirect('/offers', {
        notice: {
          result: 'success',
          heading: 'Given back.',
          children: 'Whoever sent it still owns it and reads your reason. They do not start again.',
        },
      });
    },
    again: (context, { params, typed, faults }) =>
      offerPage(signedIn(context), params.offer, { typed: { reason: asText(typed.reason) }, errors: asErrors(faults) }, 422),
  }),
];
