// One letter that waits to be posted: somebody whom Amara goes to shares a letter box, and has an appointment ahead.
import type { Transaction } from 'kysely';
import { writeLetter } from '../../journey/people/telling/letter.ts';
import { letterPath } from '../../journey/people/telling/sending.ts';
import type { Schema } from '../../platform/database/schema.ts';
import { firstName, saidDay, saidTime } from '../../platform/said.ts';
import type { Setting } from '../life.ts';

/** Runs as the owner of the tables, after the lives were written. */
export async function letterToPost(
  transaction: Transaction<Schema>,
  { identify, now, staff, staffName }: Setting,
  place: { readonly name: string; readonly plainSender: string },
): Promise<void> {
  const next = await transaction
    .selectFrom('supportSession as s')
    .innerJoin('person as p', 'p.id', 's.personId')
    .select(['s.id', 's.personId', 's.startsAt', 'p.knownAs', 'p.givenName', 'p.familyName', 'p.address', 'p.postcode'])
    .where('s.workerId', '=', staff('amara'))
    .where('s.state', '=', 'scheduled')
    .where('s.startsAt', '>', now)
    .where('p.address', '<>', '')
    .orderBy('s.startsAt', 'desc')
    .orderBy('s.id')
    .limit(1)
    .executeTakeFirst();
  if (!next) return;
  const name = next.knownAs || next.givenName;
  const written = writeLetter(
    {
      purpose: 'appointment',
      wording: 'plain',
      mayLink: false,
      name,
      facts: { worker: firstName(staffName('amara')), day: saidDay(next.startsAt), time: saidTime(next.startsAt) },
    },
    { place: place.name, names: [place.name], number: place.plainSender },
    { language: 'en', now },
  );
  if (!written) return;
  const [point, message, task] = [identify(), identify(), identify()];
  const value = [next.address, next.postcode].filter(Boolean).join(', ');
  const by = { personId: next.personId, createdAt: now, createdBy: staff('amara') };
  await transaction
    .insertInto('contactPoint')
    .values({ id: point, ...by, channel: 'post', value, safeToUse: 'safe', shared: 'yes', checkedOn: '2026-11-19' })
    .execute();
  await transaction
    .insertInto('task')
    .values({
      id: task,
      ...by,
      kind: 'message.by_hand',
      words: 'A message waits for you to send it.',
      leadsTo: letterPath(message),
      accountId: staff('amara'),
    })
    .execute();
  await transaction
    .insertInto('message')
    .values({
      id: message,
      ...by,
      audience: 'person',
      purpose: 'appointment',
      channel: 'post',
      contactPointId: point,
      toName: [name, next.familyName].filter(Boolean).join(' '),
      toValue: value,
      body: written.body,
      state: 'held',
      // For good: until somebody says that it was posted.
      notBefore: 'infinity',
      taskId: task,
      workerId: staff('amara'),
      aboutKind: 'support_session',
      aboutId: next.id,
    })
    .execute();
}
