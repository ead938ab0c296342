// From the values of one row to what the rooms of people and the front door take. Pure. What the file does not say stays unsaid: nobody is called on a guess.
import type { NewAnswer, NewReferral } from '../../journey/front-door/model.ts';
import type { NewContactPoint, NewPerson } from '../../journey/people/model.ts';
import { wordsFor } from '../../platform/codes/codes.ts';
import { instantOf } from '../../platform/due.ts';
import type { Category } from '../../platform/events.ts';
import { fieldsOf, type ImportedValues, type ImportFieldName } from '../spreadsheets/import-fields.ts';
import { contactsOf } from '../spreadsheets/imported-row.ts';

const tags = [
  'en', 'am', 'ar', 'bg', 'bn', 'cs', 'cy', 'de', 'el', 'es', 'fa', 'fr', 'gu', 'he', 'hi', 'hu', 'ig', 'it', 'ja', 'kn', 'ko', 'ku', 'lt', 'lv', 'ml', 'mr', 'my', 'ne',
  'nl', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sk', 'sn', 'so', 'sq', 'sv', 'sw', 'ta', 'te', 'th', 'ti', 'tl', 'tr', 'uk', 'ur', 'vi', 'yo', 'yue', 'zh',
] as const; // biome-ignore format: one list reads as one list
const names = new Intl.DisplayNames('en-GB', { type: 'language' });
const tagOf = new Map<string, string>(tags.flatMap((tag) => [[tag, tag] as const, [(names.of(tag) ?? tag).toLowerCase(), tag] as const]));

/** 'Polish' → 'pl'; a language that is not on the list stays as written. */
export const languageOf = (said: string | undefined): string => tagOf.get((said ?? '').trim().toLowerCase()) ?? (said?.trim() || 'en');

const safeToUse: Readonly<Record<string, NewContactPoint['safeToUse']>> = { safe: 'safe', not_safe: 'not_safe', ask_first: 'ask_first' };
const shared: Readonly<Record<string, NewContactPoint['shared']>> = { yes: 'yes', no: 'no', unsure: 'not_sure' };

/** A mobile takes texts and calls; each is a way of its own. */
const channelsOf = { mobile_call: ['text', 'phone'], landline: ['phone'], email: ['email'] } as const;

const pointsOf = (values: ImportedValues): NewContactPoint[] =>
  contactsOf(values).flatMap(({ channel: kind, value, safe }) =>
    channelsOf[kind].map((channel) => ({
      channel,
      value,
      safeToUse: safeToUse[safe] ?? 'not_asked',
      shared: shared[values.sharedDevice ?? ''] ?? 'not_asked',
      voicemail: channel === 'phone' && values.voicemail === 'yes',
      mayNameService: values.mentionService === 'yes',
      timesSafe: values.safestTimes ?? '',
    })),
  );

export function personOf(values: ImportedValues): NewPerson {
  const { ethnicCategory, genderIdentity } = values;
  const language = languageOf(values.language);
  return {
    knownAs: values.knownAs ?? '',
    givenName: values.given ?? '',
    familyName: values.family ?? '',
    pronouns: values.pronouns ?? '',
    born: values.birth ?? null,
    nhsNumber: values.nhsNumber ?? null,
    address: values.address ?? '',
    postcode: values.postcode ?? null,
    noFixedAbode: values.noFixedAbode === 'yes',
    area: values.town ?? '',
    language,
    interpreter: values.interpreter === 'yes' ? (values.language === undefined ? 'not said' : language) : null,
    adjustments: values.adjustments ?? '',
    gpPractice: values.gpPractice ?? '',
    contactPoints: pointsOf(values),
    ...(ethnicCategory === undefined && genderIdentity === undefined
      ? {}
      : { equality: { ethnicCategory: ethnicCategory ?? null, genderIdentity: genderIdentity ?? null } }),
  };
}

const label = (name: ImportFieldName): string => fieldsOf('referrals').find((field) => field.name === name)?.label ?? name;

/** The front door’s own question where it asks the same, else the column’s name, which is then what staff read. */
const written: readonly { readonly field: ImportFieldName; readonly question: string; readonly category: Category }[] = [
  { field: 'reason', question: 'why_now', category: 'clinical' },
  { field: 'wanted', question: 'wants', category: 'story' },
  { field: 'helps', question: label('helps'), category: 'story' },
  { field: 'safetyFacts', question: 'safety_facts', category: 'safety' },
  { field: 'medication', question: label('medication'), category: 'clinical' },
  { field: 'triedAlready', question: 'tried', category: 'clinical' },
  { field: 'agenciesInvolved', question: label('agenciesInvolved'), category: 'contact' },
  { field: 'cannotReach', question: label('cannotReach'), category: 'contact' },
  { field: 'lastSeen', question: label('lastSeen'), category: 'contact' },
  { field: 'urgencyAsked', question: label('urgencyAsked'), category: 'clinical' },
];

const mostAgencies = 20;

/** How many agencies a cell names, where that can be told: a number alone, or names set apart by semicolons or lines. A comma may stand in a name. */
function agenciesNamed(words: string): string[] {
  const names = words
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const many = /^\d{1,2}$/.test(words.trim()) ? Number(words) : names.length > 1 ? names.length : undefined;
  return many === undefined || many > mostAgencies ? [] : [String(many)];
}

function answersOf(values: ImportedValues): NewAnswer[] {
  const answers: NewAnswer[] = written.flatMap(({ field, question, category }) => {
    const words = values[field];
    if (words === undefined) return [];
    return [{ question, category, status: 'answered', words, codes: field === 'agenciesInvolved' ? agenciesNamed(words) : [] }];
  });
  const safeguarding = [...(values.safeguardingAdult === 'yes' ? ['adult'] : []), ...(values.safeguardingChild === 'yes' ? ['child'] : [])];
  if (safeguarding.length > 0)
    answers.push({ question: 'safeguarding', category: 'safety', status: 'answered', words: '', codes: safeguarding });
  for (const [field, set] of [
    ['sourceOfReferral', 'sourceOfReferralMH'],
    ['consentToShare', 'consentState'],
  ] as const) {
    const code = values[field];
    if (code !== undefined)
      answers.push({ question: label(field), category: 'contact', status: 'answered', words: wordsFor(set, code), codes: [] });
  }
  return answers;
}

/** Only “agreed” is agreement; everything else says what the file says. */
function agreementOf(values: ImportedValues): Pick<NewReferral, 'agreement' | 'agreementReason'> {
  if (values.consentToRefer === 'agreed') return { agreement: 'agreed' };
  return {
    agreement: 'without_agreement',
    agreementReason:
      values.consentToRefer === undefined
        ? 'The file does not say whether they agreed.'
        : `The file says: ${wordsFor('consentState', values.consentToRefer)}.`,
  };
}

/** How soon, in the words that files hold, as the front door asks a professional. Other words are read by whoever reads the referral. */
const urgencies = {
  today: ['today', 'same day', 'immediate', 'immediately', 'emergency', 'crisis', 'asap', 'within 24 hours', '24 hours'],
  days: ['days', 'within days', 'a few days', 'urgent', 'high', 'soon', 'within 72 hours', '72 hours', 'this week'],
  weeks: ['weeks', 'within weeks', 'a few weeks', 'routine', 'standard', 'normal', 'medium'],
  not_urgent: ['not urgent', 'non urgent', 'no rush', 'low'],
} as const;
const urgencyBySaid = new Map<string, string>(Object.entries(urgencies).flatMap(([code, said]) => said.map((one) => [one, code] as const)));

function urgencyOf(said: string | undefined): Pick<NewReferral, 'urgencyAsked'> {
  const plain = (said ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const soon = urgencyBySaid.get(plain);
  return soon === undefined ? {} : { urgencyAsked: soon };
}

/** `service` is the one whose team reads it first. */
export function referralOf(values: ImportedValues, service: string): NewReferral {
  const { referrerName, referrerOrganisation, referralDate } = values;
  const hasReferrer = [referrerName, values.referrerRole, referrerOrganisation, values.referrerEmail, values.referrerPhone].some(Boolean);
  return {
    door: values.door ?? 'other',
    kind: 'imported',
    language: 'en',
    person: personOf(values),
    answers: answersOf(values),
    ...(hasReferrer
      ? {
          referrer: {
            name: referrerName ?? '',
            job: values.referrerRole ?? '',
            organisation: referrerOrganisation ?? '',
            phone: values.referrerPhone ?? '',
            email: values.referrerEmail ?? '',
          },
        }
      : {}),
    service,
    ...urgencyOf(values.urgencyAsked),
    ...agreementOf(values),
    ...(referralDate === undefined ? {} : { receivedAt: instantOf(referralDate, '09:00') }),
  };
}
