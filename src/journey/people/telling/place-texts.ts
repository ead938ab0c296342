// The words of each message as this place wants them: its blueprint's own first, then ours. A text in another language is used once a person has reviewed it.
import type { Place } from '../../../platform/blueprint/place.ts';
import type { MessagePurpose } from '../../../platform/blueprint/schema/contact.ts';
import type { PersonPurpose, ReferrerPurpose } from '../model.ts';
import { type MessageWords, type PersonWords, personWords, referrerWords } from './texts.ts';

const named: Readonly<Partial<Record<PersonPurpose | ReferrerPurpose, MessagePurpose>>> = {
  receipt: 'receipt',
  question: 'question',
  unreachable: 'trying-to-reach',
  decision: 'decision',
  offer_accepted: 'offer',
  appointment: 'appointment-booked',
  appointment_changed: 'appointment-changed',
  reminder: 'appointment-reminder',
  missed: 'missed-visit',
  sign_in_link: 'sign-in',
  measure: 'measure-request',
  welcome: 'welcome',
  ending: 'ending',
  referrer_receipt: 'referrer-receipt',
  referrer_question: 'referrer-question',
  referrer_decision: 'referrer-outcome',
};

/** The name by which a blueprint knows a message; undefined where it says nothing of it. */
export const blueprintPurpose = (purpose: string): MessagePurpose | undefined => new Map(Object.entries(named)).get(purpose);

type Blueprint = Pick<Place, 'messages'>;
type Template = Blueprint['messages'][number];

const find = (blueprint: Blueprint, purpose: PersonPurpose | ReferrerPurpose): Template | undefined =>
  blueprint.messages.find((template) => template.code === named[purpose]);

const joined = (own: { readonly text: string; readonly subject: string } | undefined, ours: MessageWords): MessageWords =>
  own ? { subject: own.subject, body: [own.text, ...ours.body] } : ours;

export function personWordsOf(blueprint: Blueprint, purpose: PersonPurpose): PersonWords {
  const own = find(blueprint, purpose);
  const ours = personWords[purpose];
  if (!own) return ours;
  return {
    // A decision is told in the clinician's own words where they may be shown.
    named:
      purpose === 'decision'
        ? { subject: own.subject.named, body: [...ours.named.body.slice(0, 2), own.named.en, ...ours.named.body.slice(2)] }
        : joined({ text: own.named.en, subject: own.subject.named }, ours.named),
    // Without a link or a code in plain words there is nothing to send: our own plain form for it is empty on purpose.
    plain: purpose === 'sign_in_link' ? ours.plain : joined({ text: own.plain.en, subject: own.subject.plain }, ours.plain),
  };
}

export function referrerWordsOf(blueprint: Blueprint, purpose: ReferrerPurpose): MessageWords {
  const own = find(blueprint, purpose);
  const ours = referrerWords[purpose];
  if (!own) return ours;
  return purpose === 'referrer_decision'
    ? { subject: own.subject.named, body: ['{words}\n\nReferral {number}: {link}', own.named.en, ...ours.body] }
    : joined({ text: own.named.en, subject: own.subject.named }, ours);
}
