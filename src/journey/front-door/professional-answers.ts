// From a professional’s one page to a referral: what is missing, all at once, and what is kept in which category. Pure.
import type { LocalDate } from '../../platform/clock.ts';
import type { Fault } from '../../platform/problem.ts';
import { readNhsNumber } from '../people/nhs-number.ts';
import { plainFigures } from '../people/typed-date.ts';
import { answersTo, contactPoints, keptDate, keptPostcode } from './answers.ts';
import type { NewAnswer, NewReferral, Referrer } from './model.ts';
import { choosable, onlyWhereKnown, type ProfessionalCode, professionalQuestion, professionalQuestions } from './professional-questions.ts';
import { referFaults as say } from './professional-texts.ts';
import type { Question } from './question.ts';
import { type Fields, faultsIn, isTicked, lineOf, listOf } from './reading.ts';

/** [field, missing when, what to do]: walked once, so that every fault shows at once. */
const needed: readonly (readonly [field: ProfessionalCode, missing: (fields: Fields, signedIn: boolean) => boolean, words: string])[] = [
  ['given_name', (fields) => none(fields, 'given_name', 'family_name', 'known_as'), say.needName],
  [
    'born',
    (fields) => none(fields, 'born-year', 'nhs_number', 'address', 'postcode', 'phone') && !isTicked(fields, 'no_fixed_abode'),
    say.needFact,
  ],
  ['why_now', (fields) => none(fields, 'why_now'), say.needWhy],
  ['safety_facts', (fields) => none(fields, 'safety_facts') && !isTicked(fields, 'safety_none_known'), say.needSafety],
  ['tried', (fields) => none(fields, 'tried'), say.needTried],
  ['channels', (fields) => listOf(fields, 'channels').length === 0, say.needWays],
  ['phone', (fields) => wants(fields, 'text', 'phone') && none(fields, 'phone'), say.needPhone],
  ['email', (fields) => wants(fields, 'email') && none(fields, 'email'), say.needEmail],
  ['address', (fields) => wants(fields, 'post') && none(fields, 'address'), say.needAddress],
  ['agreement', (fields) => none(fields, 'agreement'), say.needAgreement],
  ['agreement_reason', (fields) => lineOf(fields, 'agreement') === 'without_agreement' && none(fields, 'agreement_reason'), say.needReason],
  ['urgency', (fields) => none(fields, 'urgency'), say.needUrgency],
  ['urgency_why', (fields) => ['today', 'days'].includes(lineOf(fields, 'urgency')) && none(fields, 'urgency_why'), say.needUrgencyWhy],
  ['referrer_name', (fields) => none(fields, 'referrer_name'), say.needYourName],
  ['referrer_job', (fields) => none(fields, 'referrer_job'), say.needYourJob],
  ['referrer_organisation', (fields) => none(fields, 'referrer_organisation'), say.needYourOrganisation],
  ['setting', (fields) => none(fields, 'setting'), say.needSetting],
  ['referrer_phone', (fields) => none(fields, 'referrer_phone'), say.needYourPhone],
  ['referrer_email', (fields, signedIn) => !signedIn && none(fields, 'referrer_email'), say.needYourEmail],
];

const none = (fields: Fields, ...names: readonly string[]): boolean => names.every((name) => lineOf(fields, name) === '');
const wants = (fields: Fields, ...ways: readonly string[]): boolean => ways.some((way) => listOf(fields, 'channels').includes(way));

/** Every fault at once, in the order of the page; `signedIn` has an account to be told through. `asked` are the questions of the page, where not all. */
export function professionalFaults(
  fields: Fields,
  today: LocalDate,
  signedIn: boolean,
  asked: readonly Question[] = professionalQuestions,
): Fault[] {
  const nhsNumber = lineOf(fields, 'nhs_number');
  const reading = nhsNumber === '' ? null : readNhsNumber(plainFigures(nhsNumber));
  const found = [
    ...faultsIn(asked, fields, say, today),
    ...(reading && !reading.ok ? [{ field: 'nhs_number', message: reading.message }] : []),
    ...needed.flatMap(([field, missing, message]) =>
      asked.some(({ code }) => code === field) && missing(fields, signedIn)
        ? [{ field: field === 'born' ? 'born-day' : field, message }]
        : [],
    ),
  ];
  const order = asked.map(({ code, control }) => (control === 'day' ? `${code}-day` : code));
  const first = new Map<string, Fault>();
  for (const fault of found) if (!first.has(fault.field)) first.set(fault.field, fault);
  return [...first.values()].sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/** What whoever knows it chose; a question left empty says nothing, so nothing is kept of it. */
export const chosenWhereKnown = (fields: Fields): NewAnswer[] =>
  choosable.flatMap((code) => (none(fields, code) ? [] : answersTo(professionalQuestion(code), fields, true)));

function answersOf(fields: Fields): NewAnswer[] {
  return professionalQuestions
    .filter((question) => question.keptIn === 'answer')
    .flatMap((question): readonly NewAnswer[] => {
      if (question.code === 'safety_none_known') return [];
      if (question.code === 'safety_facts' && none(fields, 'safety_facts'))
        return [{ question: 'safety_facts', category: 'safety', status: 'not_known', words: '', codes: ['none_known'] }];
      if (onlyWhereKnown.has(question.code) && listOf(fields, question.code).filter(Boolean).length === 0) return [];
      // What somebody at work leaves out is not known to them: the person has declined nothing.
      return answersTo(question, fields, true).map((one) => (one.status === 'declined' ? { ...one, status: 'not_known' as const } : one));
    });
}

export function professionalReferral(
  fields: Fields,
  about: { readonly today: LocalDate; readonly accountId: string | null; readonly service: string },
): NewReferral {
  const line = (code: ProfessionalCode): string => lineOf(fields, code);
  const noHome = isTicked(fields, 'no_fixed_abode');
  const nhsNumber = readNhsNumber(plainFigures(line('nhs_number')));
  const agreed = line('agreement') === 'agreed';
  const referrer: Referrer = {
    name: line('referrer_name'),
    job: line('referrer_job'),
    organisation: line('referrer_organisation'),
    phone: plainFigures(line('referrer_phone')),
    email: line('referrer_email'),
    accountId: about.accountId,
  };
  return {
    door: line('setting') || 'professional',
    kind: 'professional',
    language: 'en',
    person: {
      knownAs: line('known_as'),
      givenName: line('given_name'),
      familyName: line('family_name'),
      born: keptDate(fields, 'born', about.today),
      nhsNumber: nhsNumber.ok ? nhsNumber.value : null,
      address: noHome ? '' : line('address'),
      area: noHome ? line('address') : '',
      postcode: keptPostcode(line('postcode')),
      noFixedAbode: noHome,
      language: line('language') || 'en',
      interpreter: isTicked(fields, 'interpreter') ? line('language') || 'not said' : null,
      adjustments: line('adjustments'),
      contactPoints: contactPoints({
        channels: listOf(fields, 'channels'),
        shared: line('shared'),
        links: false,
        phone: plainFigures(line('phone')),
        email: line('email'),
        address: noHome ? '' : line('address'),
        timesSafe: line('times_safe'),
        nameToUse: '',
      }),
    },
    answers: answersOf(fields),
    referrer,
    ...(about.service ? { service: about.service } : {}),
    urgencyAsked: line('urgency'),
    restricted: isTicked(fields, 'knows_us'),
    agreement: agreed ? 'agreed' : 'without_agreement',
    agreementReason: agreed ? '' : line('agreement_reason'),
  };
}
