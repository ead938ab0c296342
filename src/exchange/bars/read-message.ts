// From a message another system sent to what the front door takes: a new referral, something to add to one, or the wish to take it back. Pure.
import type { NewAnswer, NewReferral, Referrer } from '../../journey/front-door/model.ts';
import { ageOn } from '../../journey/triage/facts.ts';
import type { LocalDate } from '../../platform/clock.ts';
import { type Issue, type ReadMessage, type Reason, reasons, systems } from './model.ts';
import { type OpenBundle, openBundle } from './read-bundle.ts';
import { fullName, readPatient } from './read-patient.ts';
import { type Reference, type Resource, type Telecom, wordsOf } from './resources.ts';
import { agreementOf, alarmsOf, codedFlags, longestAnswer, spokenBy, updateWords, urgencies } from './said-in-bundle.ts';

export interface ReadingContext {
  readonly today: LocalDate;
  /** Blueprint codes of the services that take referrals. */
  readonly services: readonly string[];
  /** By which door the sender’s referrals come: a code of the list `door`. */
  readonly door: string;
  /** Whose referral it is for the tracker. */
  readonly accountId: string;
  /** What the place calls the sender. */
  readonly sender: string;
}

const takenBack = (status: string): boolean => ['entered-in-error', 'revoked'].includes(status);

/** What is not sent yet, or done with, is no new referral. */
const goesWith: Readonly<Record<Reason, (status: string) => boolean>> = {
  new: (status) => !takenBack(status) && status !== 'draft' && status !== 'completed',
  update: (status) => !takenBack(status),
  delete: takenBack,
};

/** Reads a parsed document. Every issue is given at once, each with where it stands. */
export function readMessage(document: unknown, context: ReadingContext): ReadMessage {
  const opened = openBundle(document);
  if (!opened.ok) return opened;
  const { bundle } = opened;
  const issues: Issue[] = [];
  const header = only(bundle, 'MessageHeader', issues);
  // A booking holds no ServiceRequest: what it lacks for a referral says nothing, so it is answered by itself.
  if (header && isBooking(header.value.eventCoding)) return { ok: false, issues: [bookingNotTaken(header.at)] };
  const request = only(bundle, 'ServiceRequest', issues);
  if (!header || !request) return { ok: false, issues };
  if (bundle.all('MessageHeader')[0]?.at !== 'Bundle.entry[0].resource')
    issues.push({ code: 'structure', text: 'The message header must be the first entry.', expression: header.at });
  const { eventCoding, focus } = header.value;
  if (eventCoding.system !== systems.event || eventCoding.code !== 'servicerequest-request')
    issues.push({
      code: 'not-supported',
      text: `${header.at}.eventCoding: only servicerequest-request of ${systems.event} is taken here.`,
      expression: `${header.at}.eventCoding`,
    });
  if (!focus.some((one) => bundle.follow('ServiceRequest', one)?.at === request.at))
    issues.push({ code: 'not-found', text: `${header.at}.focus does not lead to the ServiceRequest.`, expression: `${header.at}.focus` });
  const reason = reasonOf(header.value);
  if (!reason)
    issues.push({
      code: 'value',
      text: `${header.at}.reason must hold one of ${reasons.join(', ')} of ${systems.reason}.`,
      expression: `${header.at}.reason`,
    });
  const own = (request.value.identifier ?? []).find(({ value }) => value) ?? (request.value.id ? { value: request.value.id } : undefined);
  if (!own)
    issues.push({
      code: 'required',
      text: `${request.at}.identifier is missing: by what will you ask for this referral later?`,
      expression: `${request.at}.identifier`,
    });
  if (reason && !goesWith[reason](request.value.status))
    issues.push({
      code: 'business-rule',
      text: `${request.at}.status “${request.value.status}” does not go with the reason “${reason}”.`,
      expression: `${request.at}.status`,
    });
  if (issues.length > 0 || !reason || !own) return { ok: false, issues };
  const message = {
    bundleIdentifier: bundle.identifier,
    headerId: header.value.id,
    referralIdentifier: `${'system' in own ? (own.system ?? '') : ''}|${own.value ?? ''}`,
  };
  switch (reason) {
    case 'delete':
      return { ok: true, message: { ...message, reason, words: wordsOf(request.value.statusReason) } };
    case 'update': {
      const words = updateWords(bundle, request.value);
      const expression = request.at;
      if (words === '')
        return { ok: false, issues: [{ code: 'required', text: `${expression} says nothing new: send a reason or a note.`, expression }] };
      if (words.length > longestAnswer)
        return {
          ok: false,
          issues: [
            { code: 'too-long', text: `What is new is longer than ${longestAnswer} characters in all. Send it in parts.`, expression },
          ],
        };
      return { ok: true, message: { ...message, reason, words, alarms: alarmsOf(bundle, request.value, context) } };
    }
    case 'new': {
      const read = readReferral(bundle, request, context);
      return read.ok ? { ok: true, message: { ...message, reason, referral: read.referral } } : read;
    }
  }
}

const bookingEvents: ReadonlySet<string> = new Set(['booking-request', 'booking-response']);
const isBooking = ({ system, code }: Resource<'MessageHeader'>['eventCoding']): boolean =>
  system === systems.event && bookingEvents.has(code ?? '');

const bookingNotTaken = (at: string): Issue => ({
  code: 'not-supported',
  text: 'Bookings are not taken here, and nothing was booked. Send a referral: the service offers a time to the person itself.',
  expression: `${at}.eventCoding`,
});

function only<Type extends 'MessageHeader' | 'ServiceRequest' | 'Patient'>(bundle: OpenBundle, type: Type, issues: Issue[]) {
  const all = bundle.all(type);
  if (all.length === 0) issues.push({ code: 'required', text: `The message has no ${type}.`, expression: 'Bundle.entry' });
  if (all.length > 1) issues.push({ code: 'not-supported', text: `The message has more than one ${type}.`, expression: all[1]?.at ?? '' });
  return all.length === 1 ? all[0] : undefined;
}

const reasonOf = (header: Resource<'MessageHeader'>): Reason | undefined =>
  reasons.find((reason) => header.reason.coding.some(({ system, code }) => system === systems.reason && code === reason));

/** `child` is whether the person is under 18 today. */
function answersOf(bundle: OpenBundle, request: Resource<'ServiceRequest'>, at: string, issues: Issue[], child: boolean): NewAnswer[] {
  const answers = spokenBy(bundle, request).flatMap(({ question, category, lines }): NewAnswer[] => {
    const words = lines.filter(Boolean).join('\n');
    if (words.length > longestAnswer)
      issues.push({ code: 'too-long', text: `“${question}” is longer than ${longestAnswer} characters in all.`, expression: at });
    return words === '' ? [] : [{ question, category, status: 'answered', words, codes: [] }];
  });
  if (!answers.some(({ question }) => question === 'why_now'))
    issues.push({
      code: 'required',
      text: `${at}.reasonCode is missing: say what is happening, as a reason or a Condition.`,
      expression: `${at}.reasonCode`,
    });
  if (!answers.some(({ question }) => question === 'safety_facts'))
    answers.push({ question: 'safety_facts', category: 'safety', status: 'not_asked', words: '', codes: [] });
  return [...answers, ...codedFlags(bundle, child)];
}

const wayOf = (telecom: readonly Telecom[], system: 'phone' | 'email'): string => telecom.find((one) => one.system === system)?.value ?? '';

function referrerOf(bundle: OpenBundle, requester: Reference | undefined, { accountId, sender }: ReadingContext): Referrer {
  const role = bundle.follow('PractitionerRole', requester)?.value;
  const practitioner = bundle.follow('Practitioner', role ? role.practitioner : requester)?.value;
  const organisation = bundle.follow('Organization', role ? role.organization : requester)?.value;
  const telecom = [...(role?.telecom ?? []), ...(practitioner?.telecom ?? []), ...(organisation?.telecom ?? [])];
  return {
    name: fullName(practitioner?.name?.[0]) || role?.practitioner?.display || requester?.display || sender,
    job: (role?.code ?? []).map(wordsOf).filter(Boolean).join(', '),
    organisation: organisation?.name ?? role?.organization?.display ?? sender,
    phone: wayOf(telecom, 'phone'),
    email: wayOf(telecom, 'email'),
    accountId,
  };
}

const contained = 'What is contained in another resource is not read here. Send the person as an entry of the bundle, and refer to it.';

type ReadReferral = { readonly ok: true; readonly referral: NewReferral } | { readonly ok: false; readonly issues: readonly Issue[] };

function readReferral(
  bundle: OpenBundle,
  { value: request, at }: { readonly value: Resource<'ServiceRequest'>; readonly at: string },
  context: ReadingContext,
): ReadReferral {
  const issues: Issue[] = [];
  if (request.subject.reference?.startsWith('#'))
    return { ok: false, issues: [{ code: 'not-supported', text: contained, expression: `${at}.subject` }] };
  const patient = only(bundle, 'Patient', issues);
  if (!patient) return { ok: false, issues };
  if (bundle.follow('Patient', request.subject)?.at !== patient.at)
    issues.push({ code: 'not-found', text: `${at}.subject leads to nobody in the message.`, expression: `${at}.subject` });
  const { person, issues: wrong } = readPatient(patient, context.today);
  issues.push(...wrong);
  const age = ageOn(person.born ?? null, context.today);
  const answers = answersOf(bundle, request, at, issues, age !== undefined && age < 18);
  if (issues.length > 0) return { ok: false, issues };
  const asked = (request.performer ?? []).flatMap(
    (one) => bundle.follow('HealthcareService', one)?.value.identifier?.flatMap(({ value }) => (value ? [value] : [])) ?? [],
  );
  const service = asked.find((one) => context.services.includes(one));
  return {
    ok: true,
    referral: {
      door: context.door,
      kind: 'professional',
      language: 'en',
      person,
      answers,
      referrer: referrerOf(bundle, request.requester, context),
      ...(service === undefined ? {} : { service }),
      ...(request.priority === undefined ? {} : { urgencyAsked: urgencies[request.priority] }),
      ...agreementOf(bundle),
    },
  };
}
