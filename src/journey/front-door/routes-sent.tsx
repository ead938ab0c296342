// The addresses of somebody who referred: the list, one referral’s way, a copy of what was sent, adding to it, and a new link by e-mail.
import { z } from 'zod';
import { notFound } from '../../platform/problem.ts';
import { saidDay } from '../../platform/said.ts';
import { type Answer, page as answerPage, problem, redirect } from '../../platform/web/answer.ts';
import type { Context } from '../../platform/web/context.ts';
import { identifier } from '../../platform/web/fields.ts';
import { anyone } from '../../platform/web/permission.ts';
import { audited, type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { issueLink } from '../../trust/accounts/links.ts';
import { tellAsker, tellReferrer } from '../people/actions.ts';
import { addToReferral } from './adding.ts';
import { askedBy, lastAdviceByEmail } from './advice/store.ts';
import { aroundOf } from './around.ts';
import { sentAddPage, sentCopyPage, sentLinkPage, sentPage, trackerPage } from './pages/sent.tsx';
import { professionalQuestions } from './professional-questions.ts';
import { professionalWords, referFaults, sent, standing } from './professional-texts.ts';
import { longest, selfQuestion } from './questions.ts';
import { isEmail, lineOf, schemaOf } from './reading.ts';

import { sentReferral } from './standing.ts';
import { answersSent, type KeptAnswer } from './store.ts';
import { askedAbout, lastReferralByEmail, peopleOf, type Step, stepsOf, type Tracked, trackedReferrals } from './store-sent.ts';

const sender = anyone('Whoever sent it signs in with a link; without one the page asks for their address.');
const toLink: Answer = redirect('/sent/link');
const onePage = 25;
const params = z.strictObject({ referral: identifier });
const added = selfQuestion('added');

const factsOf = (one: Tracked) => ({ team: one.teamName, reader: one.readerName ?? '', by: saidDay(one.decideBy) });

/** The referral, if the visitor sent it. */
const own = async (context: Context, id: string): Promise<Tracked | null> =>
  context.visitor ? ((await sentReferral(context, id)) ?? null) : null;

const withTime = (at: Date): string => saidDay(at);

function stepsShown(one: Tracked, steps: readonly Step[]): { title: string; detail: string }[] {
  const words: Readonly<Partial<Record<Step['toState'], (who: string) => string>>> = {
    in_triage: (who) => sent.reading(who || one.teamName),
    decided: () => sent.decided,
    handed_over: () => standing.handed_over(factsOf(one)),
    closed: () => standing.closed(factsOf(one)),
    withdrawn: () => standing.withdrawn(factsOf(one)),
    unreachable: () => standing.unreachable(factsOf(one)),
    waiting_info: () => standing.waiting_info(factsOf(one)),
  };
  return [
    { title: sent.arrived(one.teamName), detail: withTime(one.receivedAt) },
    ...steps.flatMap((step) => {
      const title = words[step.toState]?.(step.who);
      return title ? [{ title, detail: [withTime(step.at), step.who].filter(Boolean).join(', ') }] : [];
    }),
  ];
}

function nextOf(one: Tracked): { term: string; value: string }[] {
  const waiting = ['submitted', 'in_triage', 'waiting_info', 'unreachable'].includes(one.state);
  if (waiting)
    return [
      { term: sent.decided, value: sent.decidesBy(saidDay(one.decideBy)) },
      { term: sent.nextStep, value: sent.owner(one.readerName ? `${one.readerName}, ${one.teamName}` : one.teamName) },
    ];
  return one.offers
    .filter((offer) => offer.state !== 'drafted')
    .map((offer) => ({
      term: offer.what,
      value:
        offer.state === 'accepted'
          ? sent.took(offer.team, offer.owner)
          : `${sent.offered(offer.team)} ${sent.by(saidDay(new Date(offer.accept_by)))}. ${sent.owner(offer.owner)}.`,
    }));
}

function copyOf(answers: readonly KeptAnswer[]): { term: string; value: string }[] {
  return answers.flatMap((answer) => {
    const question = professionalQuestions.find(({ code }) => code === answer.question);
    const words = question ? professionalWords[question.code] : undefined;
    const term = words?.label ?? (answer.question.startsWith('added_') ? sent.copyAdded : answer.question);
    const value =
      answer.words ||
      answer.codes
        .map((one) => (one === 'none_known' ? professionalWords.safety_none_known.label : (words?.choices?.[one] ?? one)))
        .join(', ');
    return value ? [{ term, value }] : [];
  });
}

const linksPerAddress = 10;
const linksPerEmail = 3;
const quarterOfAnHour = 900;

export const sentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/sent',
    permission: sender,
    query: z.strictObject({
      after: z
        .string()
        .max(100)
        .regex(/^\d+_[0-9a-f-]{36}$/)
        .optional(),
    }),
    audit: audited('saw the referrals they sent'),
    handle: async (context, { query }) => {
      if (!context.visitor) return toLink;
      const [time, id] = query.after?.split('_') ?? [];
      const after = time && id ? { receivedAt: new Date(Number(time)), id } : undefined;
      const found = await trackedReferrals(context.tables, { after, most: onePage + 1 });
      const rows = found.slice(0, onePage);
      const last = rows.at(-1);
      context.touch(
        ...(await context.asWorker('name whom they are about', (tables) =>
          peopleOf(
            tables,
            rows.map((row) => row.id),
          ),
        )),
      );
      return answerPage(
        sentPage({
          around: await aroundOf(context, '/sent'),
          rows: rows.map((one) => ({
            id: one.id,
            number: one.number,
            name: one.name,
            received: saidDay(one.receivedAt),
            standing: standing[one.state](factsOf(one)),
          })),
          asked: after ? [] : await askedBy(context.tables, context.visitor.accountId, onePage),
          older: found.length > onePage && last ? `/sent?after=${last.receivedAt.getTime()}_${last.id}` : null,
        }),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/sent/link',
    permission: sender,
    query: z.strictObject({ asked: z.literal('yes').optional() }),
    audit: touchesNobody('It asks for an address and says nothing of anybody.'),
    handle: async (context, { query }) =>
      answerPage(sentLinkPage({ around: await aroundOf(context), typed: '', asked: query.asked === 'yes', formKey: context.formKey() })),
  }),
  route({
    method: 'POST',
    path: '/sent/link',
    permission: sender,
    body: z.strictObject({ email: z.string().optional().default('') }),
    audit: audited('asked for a link to their referrals'),
    handle: async (context, { body }) => {
      const email = body.email.trim();
      if (!isEmail(email))
        return answerPage(
          sentLinkPage({
            around: await aroundOf(context),
            typed: email,
            error: referFaults.badEmail,
            asked: false,
            formKey: context.formKey(),
          }),
          422,
        );
      const may =
        (await context.mayTry('referrer link by address', context.address, linksPerAddress, quarterOfAnHour)) &&
        (await context.mayTry('referrer link by email', email.toLowerCase(), linksPerEmail, quarterOfAnHour));
      if (may)
        await context.asWorker('send a referrer a link', async (tables) => {
          const referral = await lastReferralByEmail(tables, email);
          const question = referral ? undefined : await lastAdviceByEmail(tables, email);
          const accountId = referral?.accountId ?? question?.askerId;
          if (!accountId) return;
          const facts = { path: `/s/${await issueLink(tables, { accountId, leadsTo: '/sent', now: context.now })}` };
          if (referral) await tellReferrer(context, { referralId: referral.referralId, purpose: 'referrer_link', facts });
          else if (question)
            await tellAsker(context, {
              adviceId: question.id,
              number: question.number,
              to: { name: question.askerName, email },
              purpose: 'advice_link',
              facts,
              teamId: question.teamId,
              workerId: null,
            });
        });
      return redirect('/sent/link?asked=yes');
    },
  }),
  route({
    method: 'GET',
    path: '/sent/:referral',
    permission: sender,
    params,
    audit: audited('saw where a referral they sent stands'),
    handle: async (context, { params: { referral } }) => {
      if (!context.visitor) return toLink;
      const one = await own(context, referral);
      if (!one) return problem(notFound);
      return answerPage(
        trackerPage({
          around: await aroundOf(context, '/sent'),
          id: one.id,
          number: one.number,
          name: one.name,
          standing: standing[one.state](factsOf(one)),
          steps: stepsShown(one, await stepsOf(context.tables, referral)),
          next: nextOf(one),
          asked: one.state === 'waiting_info' ? ((await askedAbout(context.tables, referral))?.words ?? '') : '',
          reason: one.messageToReferrer,
        }),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/sent/:referral/copy',
    permission: sender,
    params,
    audit: audited('read a referral they sent'),
    handle: async (context, { params: { referral } }) => {
      if (!context.visitor) return toLink;
      const one = await own(context, referral);
      if (!one) return problem(notFound);
      const facts = copyOf(await answersSent(context.tables, referral));
      return answerPage(sentCopyPage({ around: await aroundOf(context, '/sent'), id: referral, number: one.number, facts }));
    },
  }),
  route({
    method: 'GET',
    path: '/sent/:referral/add',
    permission: sender,
    params,
    audit: audited('came to add to a referral they sent'),
    handle: async (context, { params: { referral } }) => {
      if (!context.visitor) return toLink;
      const one = await own(context, referral);
      if (!one) return problem(notFound);
      return answerPage(
        sentAddPage({ around: await aroundOf(context, '/sent'), id: referral, number: one.number, typed: '', formKey: context.formKey() }),
      );
    },
  }),
  route({
    method: 'POST',
    path: '/sent/:referral/add',
    permission: sender,
    params,
    body: schemaOf([added]),
    audit: audited('added to a referral they sent'),
    handle: async (context, { params: { referral }, body }) => {
      const one = await own(context, referral);
      if (!one) return problem(notFound);
      const words = lineOf(body as Readonly<Record<string, string>>, 'added'); // the schema’s output is text
      const tooLong = [...words].length > longest;
      if (words === '' || tooLong)
        return answerPage(
          sentAddPage({
            around: await aroundOf(context, '/sent'),
            id: referral,
            number: one.number,
            typed: words,
            error: tooLong ? referFaults.tooLong({ most: longest }) : sent.addEmpty,
            formKey: context.formKey(),
          }),
          422,
        );
      const result = await addToReferral(context, { referralId: referral, words, language: 'en' });
      return result.ok ? redirect(`/sent/${referral}`, { notice: { result: 'success', heading: sent.added } }) : problem(result.problem);
    },
  }),
];
