// What a message says besides whom it is about, and what is new in an update: in words that staff read, and in codes that rules read. Pure.
import type { NewAnswer, NewReferral } from '../../journey/front-door/model.ts';
import { ageOn } from '../../journey/triage/facts.ts';
import type { LocalDate } from '../../platform/clock.ts';
import type { OpenBundle } from './read-bundle.ts';
import { safeguards, tellsOfAbuseAtHome } from './read-patient.ts';
import { type Resource, wordsOf } from './resources.ts';

export const longestAnswer = 8_000;

const notesOf = (request: Resource<'ServiceRequest'>): string[] => (request.note ?? []).map(({ text }) => text);

/** Why now: the request’s own reasons, else the conditions it brings. */
function whyOf(bundle: OpenBundle, request: Resource<'ServiceRequest'>): string[] {
  const own = (request.reasonCode ?? []).map(wordsOf);
  const led = (request.reasonReference ?? []).map((one) => conditionWords(bundle.follow('Condition', one)?.value));
  const reasonsGiven = [...own, ...led].filter(Boolean);
  return reasonsGiven.length > 0
    ? reasonsGiven
    : bundle
        .all('Condition')
        .map(({ value }) => conditionWords(value))
        .filter(Boolean);
}

const conditionWords = (condition: Resource<'Condition'> | undefined): string =>
  condition ? [wordsOf(condition.code), ...(condition.note ?? []).map(({ text }) => text)].filter(Boolean).join(': ') : '';

type Spoken = { readonly question: string; readonly category: NewAnswer['category']; readonly lines: readonly string[] };

const observationWords = (one: Resource<'Observation'>): string => {
  const { valueQuantity: quantity } = one;
  const value =
    one.valueString ??
    (wordsOf(one.valueCodeableConcept) ||
      (quantity?.value === undefined ? undefined : [quantity.value, quantity.unit].filter(Boolean).join(' '))) ??
    one.valueInteger ??
    (one.valueBoolean === undefined ? one.valueDateTime : one.valueBoolean ? 'yes' : 'no');
  return value === undefined || value === '' ? wordsOf(one.code) : `${wordsOf(one.code)}: ${value}`;
};

const answeredWords = (response: Resource<'QuestionnaireResponse'>): string[] =>
  (response.item ?? []).flatMap(({ text, answer }) => {
    const given = (answer ?? []).flatMap((one): string[] => {
      const value =
        one.valueString ??
        one.valueCoding?.display ??
        one.valueCoding?.code ??
        one.valueInteger ??
        one.valueDate ??
        (one.valueBoolean === undefined ? undefined : one.valueBoolean ? 'yes' : 'no');
      return value === undefined ? [] : [String(value)];
    });
    return given.length === 0 ? [] : [`${text ?? 'Not said which question'}: ${given.join(', ')}`];
  });

const activeFlags = (bundle: OpenBundle): Resource<'Flag'>[] =>
  bundle
    .all('Flag')
    .map(({ value }) => value)
    .filter(({ status }) => status === 'active');

/** What the message says besides, each part under the name by which staff read it. */
export function spokenBy(bundle: OpenBundle, request: Resource<'ServiceRequest'>): Spoken[] {
  const flags = activeFlags(bundle);
  const plans = bundle.all('CarePlan').map(({ value }) => value);
  return [
    { question: 'why_now', category: 'clinical', lines: whyOf(bundle, request) },
    { question: 'safety_facts', category: 'safety', lines: flags.map(({ code }) => wordsOf(code)) },
    {
      question: 'tried',
      category: 'clinical',
      lines: plans.flatMap((plan) => [
        plan.title ?? '',
        plan.description ?? '',
        ...(plan.activity ?? []).map(({ detail }) => detail?.description ?? ''),
        ...(plan.note ?? []).map(({ text }) => text),
      ]),
    },
    { question: 'Notes from the sender', category: 'clinical', lines: notesOf(request) },
    { question: 'Observations', category: 'clinical', lines: bundle.all('Observation').map(({ value }) => observationWords(value)) },
    { question: 'Allergies', category: 'clinical', lines: bundle.all('AllergyIntolerance').map(({ value }) => wordsOf(value.code)) },
    {
      question: 'Medication',
      category: 'clinical',
      lines: bundle
        .all('MedicationStatement')
        .map(({ value }) =>
          [wordsOf(value.medicationCodeableConcept), ...(value.dosage ?? []).map(({ text }) => text)].filter(Boolean).join(', '),
        ),
    },
    {
      question: 'Messages sent along',
      category: 'clinical',
      lines: bundle.all('Communication').flatMap(({ value }) => (value.payload ?? []).map(({ contentString }) => contentString ?? '')),
    },
    {
      question: 'Questions answered elsewhere',
      category: 'clinical',
      lines: bundle.all('QuestionnaireResponse').flatMap(({ value }) => answeredWords(value)),
    },
  ];
}

/** HL7 request priority → what the front door asks professionals: when somebody should hear. */
export const urgencies = { stat: 'today', asap: 'today', urgent: 'days', routine: 'weeks' } as const;

/** Agreement is what the message says it is; silence is not agreement. */
export function agreementOf(bundle: OpenBundle): Pick<NewReferral, 'agreement' | 'agreementReason'> {
  const consents = bundle.all('Consent').map(({ value }) => value);
  const active = consents.filter(({ status }) => status === 'active');
  // Where one says yes and another no, somebody asks.
  if (active.length > 0 && active.every(({ provision }) => provision?.type !== 'deny')) return { agreement: 'agreed' };
  return {
    agreement: 'without_agreement',
    agreementReason:
      consents.length === 0 ? 'The message does not say whether they agreed.' : 'The message says that they have not agreed.',
  };
}

/** What active flags say in codes that rules read. */
export function codedFlags(bundle: OpenBundle, child: boolean): NewAnswer[] {
  const answers: NewAnswer[] = [];
  const flags = activeFlags(bundle);
  const concerns = [...new Set(flags.flatMap((flag) => safeguards(flag, child) ?? []))].sort();
  if (concerns.length > 0) answers.push({ question: 'safeguarding', category: 'safety', status: 'answered', words: '', codes: concerns });
  if (flags.some(tellsOfAbuseAtHome))
    answers.push({ question: 'domestic_abuse', category: 'safety', status: 'answered', words: '', codes: ['yes'] });
  return answers;
}

/** As staff read what is new: the reasons and notes as they stand, everything else after what it is. */
const headings: Readonly<Record<string, string>> = {
  why_now: '',
  'Notes from the sender': '',
  safety_facts: 'Safety',
  tried: 'Tried before',
};

export function updateWords(bundle: OpenBundle, request: Resource<'ServiceRequest'>): string {
  const said = spokenBy(bundle, request).flatMap(({ question, lines }) => {
    const heading = headings[question] ?? question;
    return lines.filter(Boolean).map((line) => (heading ? `${heading}: ${line}` : line));
  });
  const urgency = request.priority && urgencies[request.priority] === 'today' ? ['The sender asks for a reply today.'] : [];
  const refused =
    agreementOf(bundle).agreement === 'agreed' || bundle.all('Consent').length === 0 ? [] : ['The sender says that they have not agreed.'];
  const ways = bundle
    .all('Patient')
    .flatMap(({ value }) => (value.telecom ?? []).flatMap((one) => (one.value && one.use !== 'old' ? [one.value] : [])));
  const reached = ways.length === 0 || said.length === 0 ? [] : [`Their numbers and addresses, as sent now: ${ways.join(', ')}.`];
  return [...urgency, ...refused, ...said, ...reached].join('\n');
}

/** What of an update may mean danger, as for a new referral. */
export function alarmsOf(
  bundle: OpenBundle,
  request: Resource<'ServiceRequest'>,
  { today }: { readonly today: LocalDate },
): readonly Pick<NewAnswer, 'question' | 'codes'>[] {
  const age = ageOn(bundle.all('Patient')[0]?.value.birthDate ?? null, today);
  const urgency = request.priority && urgencies[request.priority] === 'today' ? [{ question: 'urgency', codes: ['today'] }] : [];
  return [...urgency, ...codedFlags(bundle, age !== undefined && age < 18)];
}
