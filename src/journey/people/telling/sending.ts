// What the outbox asks before each try (S3.2): the rules as they stand at that moment, read again, and not as they stood when the message was written.
// Whatever may not go, or could not be sent, becomes a task for a named worker.
import type { Place } from '../../../platform/blueprint/place.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Identify } from '../../../platform/identifiers.ts';
import type { OutgoingMessage } from '../../../platform/messages/message.ts';
import type { Handover, OutboxRules, Verdict } from '../../../platform/messages/outbox.ts';
import type { Tables } from '../../../platform/web/context.ts';
import type { ContactPoint } from '../model.ts';
import { contactPointsOf, namesOfServices } from '../store.ts';
import { contactPreferenceOf } from '../store-unknowing.ts';
import { raiseTaskIn } from '../tasks.ts';
import { isAskedFor, quietHoursFor } from './quiet-hours.ts';
import { firstMoment, mayLinkTo, refusal, standing, unknowing, wordingFor } from './safe-contact.ts';
import { holdsLink, notPlain } from './wording.ts';

/** The part of a message on which the decision rests. */
export interface Leaving {
  readonly personId: string | null;
  readonly audience: string;
  readonly purpose: string;
  readonly channel: string;
  readonly contactPointId: string | null;
  readonly toValue: string;
  readonly sender: string;
  readonly subject: string;
  readonly body: string;
  readonly aboutKind: string;
  readonly aboutId: string | null;
}

const refuse = (because: string): Verdict => ({ kind: 'refuse', because });
const go: Verdict = { kind: 'go' };

/** The way it was written for as it stands now: the row itself, or the one that took its place with the same number or address. */
function pointNow(points: readonly ContactPoint[], message: Leaving): ContactPoint | undefined {
  const written = points.find((point) => point.id === message.contactPointId);
  if (!written || written.channel !== message.channel || written.value !== message.toValue) return undefined;
  const key = (point: ContactPoint): string => `${point.channel} ${point.value.replaceAll(/\s/g, '').toLowerCase()}`;
  return standing(points).find((point) => point.id === written.id || key(point) === key(written));
}

/** Runs as the worker, in the transaction in which the message is taken. `place` brings its quiet hours. */
export async function mayGoNow(tables: Tables, message: Leaving, now: Date, place: Pick<Place, 'contact'>): Promise<Verdict> {
  if (message.audience !== 'person' || message.channel === 'page') return go;
  if (!message.personId || !message.contactPointId) return refuse('It was not written for any of their ways to be reached.');
  const person = await tables.selectFrom('person').select('diedOn').where('id', '=', message.personId).executeTakeFirst();
  if (!person) return refuse('There is no such person.');
  if (person.diedOn) return refuse('They have died. Nothing is sent.');
  const preference = await contactPreferenceOf(tables, message.personId, { kind: message.aboutKind, id: message.aboutId });
  if (preference.mayNotKnow) return refuse(unknowing);
  if (!isAskedFor(message.purpose) && preference.willContactUs) return refuse('They chose to contact us.');
  const point = pointNow(await contactPointsOf(tables, [message.personId]), message);
  if (!point) return refuse('Newer details took the place of these.');
  const refused = refusal(point);
  if (refused) return refuse(refused);
  if (holdsLink(message.body) && !mayLinkTo(point)) return refuse('They do not want links there.');
  if (wordingFor(point) === 'plain') {
    const names = await namesOfServices(tables);
    for (const words of [message.sender, message.subject, message.body]) {
      const found = notPlain(words, names);
      if (found) return refuse(`Someone else may see it now, and the message holds ${found}.`);
    }
  }
  const moment = firstMoment(point, { now, quiet: quietHoursFor(place, message.purpose) });
  if (moment === 'read') return refuse('A person needs to read the hours they named.');
  if (moment === null) return refuse('The hours they named leave no time.');
  return moment > now ? { kind: 'wait', until: moment } : go;
}

const doInstead: Readonly<Record<Handover, string>> = {
  refused: 'A message was not sent, because it would not have been safe.',
  'given up': 'A message could not be sent.',
  'by hand': 'A message waits for you to send it.',
};

export const letterPath = (messageId: string): string => `/letters/${messageId}`;

/** Page where somebody can do it instead: a letter is printed on its own. */
const whereToHelp = ({ id, channel, audience, aboutKind, aboutId, personId }: OutgoingMessage, why: Handover): string => {
  if (why === 'by hand' && channel === 'post' && audience === 'person') return letterPath(id);
  if (aboutId && aboutKind === 'referral') return `/triage/${aboutId}`;
  if (aboutId && aboutKind === 'advice') return `/advice/${aboutId}`;
  return personId ? `/people/${personId}` : '';
};

/** For the sending loop of the platform. */
export const outboxRules = (clock: Clock, identify: Identify, place: Pick<Place, 'contact'>): OutboxRules => ({
  mayGo: (tables, message, now) => mayGoNow(tables, message, now, place),
  async handOver(tables, message, why, because) {
    const { taskId } = await raiseTaskIn(
      tables,
      {
        personId: message.personId,
        kind: why === 'refused' ? 'message.refused' : why === 'given up' ? 'message.failed' : 'message.by_hand',
        words: [doInstead[why], because, message.audience === 'referrer' ? 'It was for whoever referred them.' : '']
          .filter(Boolean)
          .join(' '),
        leadsTo: whereToHelp(message, why),
        accountId: message.workerId,
        teamId: message.teamId,
      },
      { id: identify(), now: clock.now(), by: null },
    );
    return taskId;
  },
});
