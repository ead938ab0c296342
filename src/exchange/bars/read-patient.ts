// From a FHIR Patient to somebody at the door. What the message does not say stays unsaid: no way of contact counts as safe because a system knew it.

import type { NewContactPoint, NewPerson, NewRelatedPerson } from '../../journey/people/model.ts';
import { readNhsNumber } from '../../journey/people/nhs-number.ts';
import { readPartialDate } from '../../journey/people/partial-date.ts';
import { readPostcode } from '../../journey/people/postcode.ts';
import type { LocalDate } from '../../platform/clock.ts';
import { isCode } from '../../platform/codes/codes.ts';
import { type Issue, systems } from './model.ts';
import type { Found } from './read-bundle.ts';
import { type HumanName, hasCode, type Resource, type Telecom, wordsOf } from './resources.ts';

type Patient = Resource<'Patient'>;

const isOver = (one: { readonly period?: { readonly end?: string | undefined } | undefined }, today: LocalDate): boolean =>
  one.period?.end !== undefined && one.period.end.slice(0, 10) < today;

/** 'usual' is what they go by; 'official' is what is on their papers. */
const nameFor = (names: readonly HumanName[], ...uses: readonly string[]): HumanName | undefined =>
  uses.map((use) => names.find((name) => name.use === use)).find((name) => name !== undefined);

export const fullName = (name: HumanName | undefined): string =>
  name?.text ?? [...(name?.given ?? []), name?.family].filter(Boolean).join(' ');

const channels: Readonly<Partial<Record<NonNullable<Telecom['system']>, NewContactPoint['channel']>>> = {
  phone: 'phone',
  sms: 'text',
  email: 'email',
};

function contactPointsOf(patient: Patient, address: string, today: LocalDate): NewContactPoint[] {
  const untold = { safeToUse: 'not_asked', shared: 'not_asked' } as const;
  const points = [...(patient.telecom ?? [])]
    .filter((one) => one.value && one.use !== 'old' && !isOver(one, today))
    .sort((one, other) => (one.rank ?? 99) - (other.rank ?? 99))
    .flatMap((one): NewContactPoint[] => {
      const channel = one.system ? channels[one.system] : undefined;
      const value = one.value ?? '';
      if (!channel) return [];
      const both = channel === 'phone' && (one.use === 'mobile' || /^(?:\+44\s?|0)7/.test(value));
      return (both ? (['text', 'phone'] as const) : [channel]).map((each) => ({ channel: each, value, ...untold }));
    });
  return address === '' ? points : [...points, { channel: 'post', value: address, ...untold }];
}

const relativesOf = (patient: Patient): NewRelatedPerson[] =>
  (patient.contact ?? []).flatMap((contact) => {
    const name = fullName(contact.name);
    const ways = (contact.telecom ?? []).flatMap(({ value }) => (value ? [value] : []));
    return name === ''
      ? []
      : [{ name, relationship: (contact.relationship ?? []).map(wordsOf).filter(Boolean).join(', ') || 'not said', note: ways.join(', ') }];
  });

const extensionOf = (patient: Patient, url: string) => (patient.extension ?? []).find((one) => one.url === url);

function ethnicCategoryOf(patient: Patient): string | null {
  const value = extensionOf(patient, systems.ethnicCategory)?.valueCodeableConcept;
  const codings = typeof value === 'object' && value !== null && 'coding' in value && Array.isArray(value.coding) ? value.coding : [];
  const code: unknown = codings[0]?.code;
  return typeof code === 'string' && isCode('ethnicCategory', code) ? code : null;
}

/** The person, or everything in the resource that cannot be so. */
export function readPatient(
  { value: patient, at }: Found<'Patient'>,
  today: LocalDate,
): { readonly person: NewPerson; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const wrong = (part: string, text: string): null => {
    issues.push({ code: 'value', text: `${at}.${part}: ${text}`, expression: `${at}.${part}` });
    return null;
  };
  const names = (patient.name ?? []).filter((name) => !isOver(name, today) && name.use !== 'old');
  const official = nameFor(names, 'official', 'usual') ?? names[0];
  const usual = nameFor(names, 'nickname', 'usual');
  const place = (patient.identifier ?? []).findIndex(({ system }) => system === systems.nhsNumber);
  const number = place < 0 ? undefined : patient.identifier?.[place]?.value;
  const nhsNumber = number === undefined ? null : readNhsNumber(number);
  const born = patient.birthDate === undefined ? null : readPartialDate(patient.birthDate, { latest: today });
  const homes = (patient.address ?? []).filter((one) => one.use !== 'old' && !isOver(one, today));
  const home = homes.find(({ use }) => use === 'home') ?? homes[0];
  const written = home?.postalCode === undefined ? null : readPostcode(home.postalCode);
  const noHome = written?.ok === true && written.value.kind === 'no fixed abode';
  const address = noHome ? '' : (home?.text ?? [...(home?.line ?? []), home?.city].filter(Boolean).join(', '));
  const spoken = (patient.communication ?? []).find(({ preferred }) => preferred) ?? patient.communication?.[0];
  const language = spoken ? (spoken.language.coding?.[0]?.code ?? wordsOf(spoken.language)) : 'en';
  const interpreter = extensionOf(patient, systems.interpreter)?.valueBoolean === true;
  const ethnicCategory = ethnicCategoryOf(patient);
  if (patient.deceasedBoolean === true || patient.deceasedDateTime !== undefined)
    issues.push({ code: 'business-rule', text: `${at} says that this person has died.`, expression: at });
  const person: NewPerson = {
    knownAs: usual && usual !== official ? (usual.given?.[0] ?? usual.text ?? '') : '',
    givenName: official?.given?.join(' ') ?? (official?.family ? '' : (official?.text ?? '')),
    familyName: official?.family ?? '',
    born: born === null ? null : born.ok ? born.value : wrong('birthDate', born.message),
    nhsNumber: nhsNumber === null ? null : nhsNumber.ok ? nhsNumber.value : wrong(`identifier[${place}].value`, nhsNumber.message),
    address,
    // A postcode that cannot be read stays in the address and stops nobody.
    postcode: written?.ok ? written.value.postcode : null,
    noFixedAbode: noHome,
    area: home?.city ?? '',
    language,
    interpreter: interpreter ? language : null,
    gpPractice: patient.generalPractitioner?.[0]?.display ?? '',
    contactPoints: contactPointsOf(patient, address, today),
    relatedPeople: relativesOf(patient),
    ...(ethnicCategory === null ? {} : { equality: { ethnicCategory } }),
  };
  const named = [person.givenName, person.familyName, person.knownAs].some(Boolean);
  if (!named) issues.push({ code: 'required', text: `${at}.name is missing: send at least one name.`, expression: `${at}.name` });
  const known = [person.born, person.nhsNumber, person.address, person.postcode].some(Boolean) || (person.contactPoints?.length ?? 0) > 0;
  if (named && !known && issues.length === 0)
    issues.push({
      code: 'required',
      text: `${at}: a name alone could be anybody. Send a date of birth, an NHS number, an address or a telephone number.`,
      expression: at,
    });
  return { person, issues };
}

/** A flag of these codes speaks of a child: the person, a child of theirs, or one in the family. */
const aboutAChild: readonly string[] = [
  '836881000000105', // child is cause for safeguarding concern
  '702953007', // child neglect
  '878111000000109', // unborn child
  '700254002', // child sexual abuse
  '700255001', // injury to a child
  '864491000000105', // has a child under a child protection plan
  '375041000000100', // family member under a child protection plan
  '162596006', // child abuse
];
/** And of these, of an adult, whatever the age of the person. */
const aboutAnAdult: readonly string[] = ['766561000000109', '417430008'];
const noConcern = '861931000000100';
const aboutAbuseAtHome: readonly string[] = ['707087005', '881081000000100', '697950003'];

type Flag = Resource<'Flag'>;
const codedAs = (flag: Flag, codes: readonly string[]): boolean => codes.some((code) => hasCode(flag.code, systems.safeguarding, code));

/** Whom a flag says may need protecting; null for a flag of something else, or one that says there is no concern. `child` is whether the person is one. */
export function safeguards(flag: Flag, child: boolean): 'adult' | 'child' | null {
  if (codedAs(flag, [noConcern])) return null;
  if (codedAs(flag, aboutAChild)) return 'child';
  if (codedAs(flag, aboutAnAdult)) return 'adult';
  const warns = hasCode(flag.code, systems.safeguarding) || (flag.category ?? []).some((one) => hasCode(one, systems.flagCategory, 'SG'));
  return warns ? (child ? 'child' : 'adult') : null;
}

/** Whether a flag speaks of abuse at home. */
export const tellsOfAbuseAtHome = (flag: Flag): boolean => codedAs(flag, aboutAbuseAtHome);
