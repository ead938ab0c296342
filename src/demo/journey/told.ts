// What the demo would have told everybody who has an appointment: the booking and, a day before, the reminder, in the words the outbox uses and no others.
import { writeToPerson } from '../../journey/people/telling/wording.ts';
import type { Identify } from '../../platform/identifiers.ts';
import { firstName, saidDay, saidTime } from '../../platform/said.ts';
import type { Rows } from '../life.ts';

export interface Telling {
  readonly identify: Identify;
  readonly now: Date;
  /** Name of the staff account with this id. */
  readonly nameOf: (accountId: string) => string;
  readonly placeName: string;
}

const day = 24 * 3_600_000;

/** Messages about appointments still to come, for each life that has a number we may write to. */
export function told({ identify, now, nameOf, placeName }: Telling, lives: readonly Rows[]): Rows {
  const message = lives.flatMap(({ person, contactPoint, supportSession }) => {
    const [point] = contactPoint ?? [];
    const [who] = person ?? [];
    if (!point || !who) return [];
    const wording = point.shared === 'no' && point.mayNameService ? ('named' as const) : ('plain' as const);
    return (supportSession ?? []).flatMap((session) => {
      const startsAt = new Date(session.startsAt);
      if (session.state !== 'scheduled' || startsAt <= now) return [];
      return (['appointment', 'reminder'] as const).flatMap((purpose) => {
        const sentAt = new Date(startsAt.getTime() - (purpose === 'appointment' ? 7 : 1) * day);
        const written = writeToPerson(
          {
            purpose,
            wording,
            mayLink: false,
            name: who.knownAs || who.givenName || '',
            facts: { worker: firstName(nameOf(session.workerId)), day: saidDay(startsAt), time: saidTime(startsAt) },
          },
          { place: placeName, names: [placeName], publicUrl: '', longest: 160 },
        );
        if (!written || sentAt > now) return [];
        return [
          {
            id: identify(),
            personId: session.personId,
            createdBy: session.workerId,
            audience: 'person',
            purpose,
            channel: 'text',
            contactPointId: point.id,
            toName: [who.knownAs, who.familyName].filter(Boolean).join(' '),
            toValue: point.value,
            sender: wording === 'named' ? placeName : '',
            body: written.body,
            state: 'would_have_gone',
            notBefore: sentAt,
            sentAt,
            aboutKind: 'support_session',
            aboutId: session.id,
            createdAt: sentAt,
          },
        ];
      });
    });
  });
  return { message };
}
