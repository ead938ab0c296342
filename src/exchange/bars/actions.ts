// Takes one message from another system: once, whole or not at all, through the same front door as everybody. What is sent twice is answered as the first time.
import { createHash } from 'node:crypto';
import { addToReferral, submitReferral } from '../../journey/front-door/actions.ts';
import { standingOf } from '../../journey/front-door/standing.ts';
import { raiseTask } from '../../journey/people/actions.ts';
import { localDate } from '../../platform/clock.ts';
import { readJson } from '../../platform/strict-json.ts';
import type { Context } from '../../platform/web/context.ts';
import { doorOfConnection } from '../../trust/connections/actions.ts';
import type { Issue, ReceivedMessage } from './model.ts';
import { operationOutcome, outcomeOf, responseBundle, type Standing } from './outcome.ts';
import { readMessage } from './read-message.ts';
import { keepMessage, lockSender, type MessageRow, messageKnown, referralKnown } from './store.ts';

export interface Reply {
  readonly status: number;
  readonly body: object;
}

const refuse = (status: number, ...issues: readonly Issue[]): Reply => ({ status, body: operationOutcome(status, issues) });

const otherContent: Issue = {
  code: 'conflict',
  text: 'A message with this identifier was taken before, with other content. Give a new message an identifier of its own.',
  expression: 'Bundle.identifier',
};
const alreadyReferred: Issue = {
  code: 'duplicate',
  text: 'This referral was taken before. Send what is new as an update.',
  expression: 'ServiceRequest.identifier',
};
const unknownReferral: Issue = {
  code: 'not-found',
  text: 'You have sent no referral with this identifier.',
  expression: 'ServiceRequest.identifier',
};

/** `bytes` is the message as it arrived, `requestHeader` the sender’s own id for the request. The visitor is the connected system. */
export async function takeMessage(context: Context, bytes: Buffer, requestHeader: string): Promise<Reply> {
  const { visitor } = context;
  if (!visitor) throw new Error('A message was taken from nobody.');
  const json = readJson(bytes);
  if (!json.ok) return { status: json.problem.status, body: outcomeOf(json.problem) };
  const { blueprint } = context.place;
  const read = readMessage(json.value, {
    today: localDate(context.now),
    services: (blueprint.services ?? []).filter(({ needsReferral }) => needsReferral).map(({ code }) => code),
    door: (await doorOfConnection(context, visitor.accountId)) ?? 'other',
    accountId: visitor.accountId,
    sender: visitor.name,
  });
  if (!read.ok) return refuse(422, ...read.issues);
  const { message } = read;
  const contentHash = createHash('sha256').update(bytes).digest();
  const earlier = await context.asWorker('look for a message taken before', async (tables) => {
    await lockSender(tables, visitor.accountId);
    return {
      same: await messageKnown(tables, visitor.accountId, message.bundleIdentifier),
      referral: await referralKnown(tables, visitor.accountId, { referralIdentifier: message.referralIdentifier }),
    };
  });
  if (earlier.same) return earlier.same.contentHash.equals(contentHash) ? answer(context, earlier.same) : refuse(409, otherContent);
  if (message.reason === 'new' && earlier.referral) return refuse(409, alreadyReferred);
  if (message.reason !== 'new' && !earlier.referral) return refuse(404, unknownReferral);
  const referralId = await carryOut(context, message, earlier.referral?.referralId ?? '');
  const { headerId, reason, referralIdentifier, bundleIdentifier } = message;
  const row = { id: context.identify(), contentHash, headerId, reason, referralId, referralIdentifier, receivedAt: context.now };
  await context.asWorker('remember a message', (tables) =>
    keepMessage(tables, { ...row, accountId: visitor.accountId, bundleIdentifier, requestHeader }),
  );
  return answer(context, row);
}

/** Gives the referral it is about. Taking back is a wish: somebody speaks to the person first, so that nobody is dropped by a message. */
async function carryOut(context: Context, message: ReceivedMessage, known: string): Promise<string> {
  switch (message.reason) {
    case 'new':
      return (await submitReferral(context, message.referral)).referralId;
    case 'update':
      await addToReferral(context, { referralId: known, words: message.words, language: 'en', alarms: message.alarms });
      return known;
    case 'delete': {
      const words = message.words || 'No reason was given.';
      const added = await addToReferral(context, {
        referralId: known,
        words: `The sender wants to take this referral back. ${words}`,
        language: 'en',
        fromThem: false,
      });
      const standing = await standingOf(context, known);
      if (added.ok && standing)
        await raiseTask(context, {
          personId: added.value.personId,
          kind: 'referral.taken_back',
          words: `The sender of referral ${standing.number} wants to take it back. Speak to the person before anything ends.`,
          leadsTo: `/triage/${known}`,
        });
      return known;
    }
  }
}

async function answer(context: Context, row: MessageRow): Promise<Reply> {
  const standing = await standingOf(context, row.referralId);
  if (!standing) return refuse(404, unknownReferral);
  const body = responseBundle({
    answerId: row.id,
    at: row.receivedAt,
    headerId: row.headerId,
    reason: row.reason,
    place: context.place.name,
    standing: { ...standing, theirs: row.referralIdentifier },
  });
  return { status: 200, body };
}

/** Where a referral of the visitor’s stands; undefined for anybody else’s. */
export async function standingFor(context: Context, referralId: string): Promise<Standing | undefined> {
  const accountId = context.visitor?.accountId ?? '';
  const standing = await standingOf(context, referralId);
  if (!standing) return undefined;
  const brought = await context.asWorker('read what the sender calls it', (tables) => referralKnown(tables, accountId, { referralId }));
  return { ...standing, theirs: brought?.referralIdentifier ?? '|' };
}
