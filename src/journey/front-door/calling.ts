// What is asked when somebody speaks to us instead of writing: the same questions on one page, in the order of a conversation. Pure.
import type { LocalDate } from '../../platform/clock.ts';
import type { Fault } from '../../platform/problem.ts';
import { answersOf, helperOf, personOf, showsHelp } from './answers.ts';
import { callFaults as say } from './call-texts.ts';
import type { DoorAnswers, NewReferral } from './model.ts';
import { chosenWhereKnown } from './professional-answers.ts';
import { type Choosable, choosable, professionalQuestion } from './professional-questions.ts';
import { fieldsOf, type Question } from './question.ts';
import { type SelfCode, type SelfPageKey, selfPage, selfQuestion } from './questions.ts';
import { type Fields, faultsIn, isTicked, lineOf, listOf } from './reading.ts';

/** Ways in that somebody here takes down: codes of the list `door`. Paper is typed in as it was written. */
export const spokenDoors = ['phone', 'walk_in', 'cafe', 'other'] as const;
export type SpokenDoor = (typeof spokenDoors)[number];

/** The ways in that the place has; paper and others everywhere. */
export const doorsOf = (services: readonly { readonly doors: readonly string[] }[]): readonly SpokenDoor[] =>
  spokenDoors.filter((door) => door === 'other' || services.some(({ doors }) => doors.includes(door)));

/** Where nothing is said yet: a host sits in the café, everybody else at the telephone. */
export const usualDoor = (isHost: boolean, doors: readonly SpokenDoor[]): SpokenDoor | '' =>
  (['cafe', 'phone'] as const).find((door) => (door === 'phone' || isHost) && doors.includes(door)) ?? '';

const contact = { keptIn: 'referrer', category: 'contact' } as const;
/** Asked only here. */
export const callQuestions = [
  { ...contact, code: 'door', control: 'one', codes: spokenDoors },
  { ...contact, code: 'speaking', control: 'one', codes: ['person', 'helper'] },
] as const satisfies readonly Question[];

/** What people are asked everywhere, and what is written down here only where somebody speaks of it. */
export type CallCode = SelfCode | Choosable;

const isChoosable = (code: CallCode): code is Choosable => choosable.some((one) => one === code);
export const callQuestion = (code: CallCode): Question => (isChoosable(code) ? professionalQuestion(code) : selfQuestion(code));

/** The page’s sections, as a conversation goes: what is happening and whether they are safe come before who they are. */
export const callSections = {
  happening: ['happening', 'about'],
  safe: ['safe_now', 'unsafe_because', 'contact_today', 'domestic_abuse', 'children_at_home'],
  wants: ['wants', 'would_help', 'been_hard', 'coming'],
  who: ['known_as', 'given_name', 'family_name', 'born', 'postcode', 'address', 'no_fixed_abode'],
  reach: ['phone', 'email', 'channels', 'shared', 'links', 'times_safe'],
  helper: ['own_name', 'own_relation', 'own_phone', 'do_they_know'],
  needs: ['helpers', 'agencies_involved', 'previous_talking_therapies', 'language', 'interpreter', 'adjustments', 'share', 'knows_us'],
} as const satisfies Readonly<Record<string, readonly CallCode[]>>;
export type CallSection = keyof typeof callSections;

/** Every question of the page. */
export const askedOnCall: readonly Question[] = [
  ...callQuestions,
  ...Object.values<readonly CallCode[]>(callSections).flatMap((codes) => codes.map(callQuestion)),
];

const isHelper = (fields: Fields): boolean => lineOf(fields, 'speaking') === 'helper';

/** Everything at once, in the order of the page. Nothing but how they came, who speaks and something of what is happening is needed: people hang up. */
export function faultsOfCall(fields: Fields, today: LocalDate): Fault[] {
  const channels = listOf(fields, 'channels');
  const none = (field: string): boolean => lineOf(fields, field) === '';
  const needed: readonly (readonly [field: string, missing: boolean, message: string])[] = [
    ['door', none('door'), say.needDoor],
    ['speaking', none('speaking'), say.needSpeaking],
    ['happening', none('happening') && listOf(fields, 'about').length === 0, say.needHappening],
    ['phone', (channels.includes('text') || channels.includes('phone')) && none('phone'), say.needPhone],
    ['email', channels.includes('email') && none('email'), say.needEmail],
    ['address', channels.includes('post') && none('address'), say.needAddress],
    ['own_name', isHelper(fields) && none('own_name'), say.needOwnName],
  ];
  const found = [
    ...faultsIn(askedOnCall, fields, say, today),
    ...needed.flatMap(([field, missing, message]) => (missing ? [{ field, message }] : [])),
  ];
  const order = askedOnCall.map(({ code, control }) => (control === 'day' ? `${code}-day` : code));
  const first = new Map<string, Fault>();
  for (const fault of found) if (!first.has(fault.field)) first.set(fault.field, fault);
  return [...first.values()].sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

const pageKeys: readonly SelfPageKey[] = ['1', '2', '3', '4', '5', '6', 'now'];

/** The same answers as if they had been given page by page, so that every door makes the same referral. */
function asPages(fields: Fields): DoorAnswers {
  const kind = isHelper(fields) ? 'for_someone_else' : 'self';
  return Object.fromEntries(
    pageKeys.map((key) => {
      const names = selfPage(key, kind).questions.flatMap(fieldsOf);
      const own = Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
      return [key, { fields: own, skipped: false, version: 1 }];
    }),
  );
}

/** What was not answered in a conversation was not asked: nobody is written down as having declined. */
export function referralFromCall(fields: Fields, today: LocalDate): NewReferral {
  const helper = isHelper(fields);
  const kind = helper ? 'for_someone_else' : 'self';
  const pages = asPages(fields);
  return {
    door: lineOf(fields, 'door'),
    kind: helper ? 'carer' : 'self',
    language: 'en',
    person: personOf(pages, kind, today),
    answers: [
      ...answersOf(pages, kind).map((answer) => (answer.status === 'declined' ? { ...answer, status: 'not_asked' as const } : answer)),
      ...chosenWhereKnown(fields),
    ],
    ...(helper ? { referrer: helperOf(pages) } : {}),
    agreement: 'own',
    restricted: isTicked(fields, 'knows_us'),
  };
}

/** Help is read out as soon as the answer is not a plain yes. */
export const readHelpOut = (fields: Fields): boolean =>
  showsHelp(lineOf(fields, 'safe_now')) || (selfQuestion('unsafe_because').codes ?? []).some((code) => isTicked(fields, code));
