// From what was typed at the door to what is kept: the referral’s answers, who the person is and how to reach them safely, and what must be done at once.
// Pure: it reads no clock and no database.
import type { LocalDate } from '../../platform/clock.ts';
import type { Fault } from '../../platform/problem.ts';
import type { ContactChannel, NewContactPoint, NewPerson } from '../people/model.ts';
import { readPartialDate } from '../people/partial-date.ts';
import { readPostcode } from '../people/postcode.ts';
import { plainFigures } from '../people/typed-date.ts';
import type { AnswerStatus, DoorAnswers, DraftKind, NewAnswer, Referrer } from './model.ts';
import { fieldsOf, type Question } from './question.ts';
import { numberedPages, type SelfPageKey, selfPage, selfQuestion } from './questions.ts';
import { type Fields, isTicked, lineOf, listOf, typedDate } from './reading.ts';

const nothing: Fields = {};
export const fieldsOfPage = (answers: DoorAnswers, page: SelfPageKey): Fields => answers[page]?.fields ?? nothing;

/** S2.7: this answer shows help at once. Never a total, never a grade. */
export const showsHelp = (safeNow: string): boolean => safeNow === 'no' || safeNow === 'not_sure';

const unsafe = selfQuestion('unsafe_because').codes ?? [];

/** Somebody on duty is told: an answer that may mean danger, or a wish to be contacted today. The words name the answer, nothing else. */
export function dutyReasons(answers: readonly Pick<NewAnswer, 'question' | 'codes'>[]): readonly string[] {
  const codes = (question: string): readonly string[] => answers.find((one) => one.question === question)?.codes ?? [];
  return [
    ...(codes('safe_now').includes('no') ? ['answered No to being safe right now'] : []),
    ...(codes('safe_now').includes('not_sure') ? ['is not sure about being safe right now'] : []),
    ...(codes('contact_today').includes('yes') ? ['asked to be contacted today'] : []),
    ...(unsafe.some((code) => codes(code).includes('yes')) ? ['said what makes it unsafe'] : []),
    ...(codes('urgency').includes('today') ? ['was referred as needing a reply today'] : []),
    ...(codes('safeguarding').length > 0 ? ['is named in a safeguarding concern'] : []),
    ...(codes('domestic_abuse').includes('yes') ? ['is said to live with abuse at home'] : []),
    ...(codes('domestic_abuse').includes('not_sure') ? ['may live with abuse at home'] : []),
  ];
}

/** Choices that rules read as answers of their own, by question and choice. */
const alsoKept: Readonly<Partial<Record<string, Readonly<Record<string, Pick<NewAnswer, 'question' | 'category'>>>>>> = {
  about: { eating: { question: 'eating', category: 'clinical' } },
};

/** Asked and left empty, asked and skipped, or answered. What was never shown is not asked. */
export function answersTo(question: Question, fields: Fields, asked: boolean): readonly NewAnswer[] {
  const yes = { status: 'answered', words: '', codes: ['yes'] } as const;
  if (question.control === 'ticks') {
    const ticked = fieldsOf(question).filter((code) => isTicked(fields, code));
    if (ticked.length > 0) return ticked.map((code) => ({ question: code, category: question.category, ...yes }));
  }
  const own = answerTo(question, fields, asked);
  const also = own?.codes.flatMap((code) => alsoKept[question.code]?.[code] ?? []) ?? [];
  return [...(own ? [own] : []), ...also.map((more) => ({ ...more, ...yes }))];
}

function answerTo(question: Question, fields: Fields, asked: boolean): NewAnswer | null {
  const chosen = ['one', 'many', 'list', 'large', 'tick', 'ticks'].includes(question.control);
  const codes = chosen ? listOf(fields, question.code).filter(Boolean) : [];
  const words = chosen ? '' : lineOf(fields, question.code);
  const answered = codes.length > 0 || words !== '';
  if (!answered && question.control === 'tick') return null;
  const status: AnswerStatus = answered ? 'answered' : asked ? 'declined' : 'not_asked';
  return { question: question.code, category: question.category, status, words, codes };
}

/** The referral’s own answers, in the order in which they were asked. */
export function answersOf(answers: DoorAnswers, kind: DraftKind): NewAnswer[] {
  return (['1', '2', '3', 'now', '5', '6'] as const).flatMap((key) => {
    const page = answers[key];
    if (key === 'now' && !page) return [];
    return selfPage(key, kind)
      .questions.filter((question) => question.keptIn === 'answer')
      .flatMap((question) => answersTo(question, page?.fields ?? nothing, page !== undefined));
  });
}

const sharedAs = { yes_or_not_sure: 'not_sure', no: 'no' } as const;
const isShared = (value: string): value is keyof typeof sharedAs => value in sharedAs;

/**
 * What they said about each way to reach them. A number given for calls alone is kept as not safe for texts, and an address as not safe for letters,
 * so that no silence is taken for a yes. We name ourselves, and send links, only where nobody else can see it (S3.3).
 */
export function contactPoints(ways: {
  readonly channels: readonly string[];
  readonly shared: string;
  /** They said in person that a link may be sent. */
  readonly links: boolean;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly timesSafe: string;
  readonly nameToUse: string;
}): NewContactPoint[] {
  const values: readonly (readonly [ContactChannel, string])[] = [
    ['text', ways.phone],
    ['phone', ways.phone],
    ['email', ways.email],
    ['post', ways.address],
  ];
  const shared = isShared(ways.shared) ? sharedAs[ways.shared] : 'not_asked';
  return values
    .filter(([, value]) => value !== '')
    .map(([channel, value]) => ({
      channel,
      value,
      safeToUse: ways.channels.includes(channel) ? 'safe' : 'not_safe',
      shared,
      mayNameService: shared === 'no',
      maySendLinks: shared === 'no' && ways.links && (channel === 'text' || channel === 'email') && ways.channels.includes(channel),
      nameToUse: ways.nameToUse,
      timesSafe: ways.timesSafe,
    }));
}

/** The postcode as it is kept; null when there is none or it cannot be read. */
export const keptPostcode = (typed: string): string | null => {
  const reading = readPostcode(plainFigures(typed));
  return typed !== '' && reading.ok ? reading.value.postcode : null;
};
export const keptDate = (fields: Fields, code: string, today: LocalDate): string | null => {
  const reading = readPartialDate(typedDate(fields, code), { latest: today });
  return reading.ok ? reading.value : null;
};

/** Who the person is, as far as they said; `readIn` is the language in which they answered. */
export function personOf(answers: DoorAnswers, kind: DraftKind, today: LocalDate, readIn = 'en'): NewPerson {
  const ways = fieldsOfPage(answers, '4');
  const who = fieldsOfPage(answers, '5');
  const needs = fieldsOfPage(answers, '6');
  const channels = listOf(ways, 'channels');
  const address = lineOf(who, 'address');
  const nameToUse = lineOf(who, 'known_as') || lineOf(who, 'given_name');
  const points = contactPoints({
    channels,
    shared: lineOf(ways, 'shared'),
    links: kind === 'self' && lineOf(ways, 'links') === 'yes',
    phone: plainFigures(lineOf(who, 'phone')),
    email: lineOf(who, 'email'),
    address: isTicked(who, 'no_fixed_abode') ? '' : address,
    timesSafe: lineOf(ways, 'times_safe'),
    nameToUse,
  });
  // Somebody who asks for themselves and says nothing of a language has shown which one they read.
  const language = lineOf(needs, 'language') || (kind === 'self' ? readIn : '');
  return {
    knownAs: lineOf(who, 'known_as'),
    givenName: lineOf(who, 'given_name'),
    familyName: lineOf(who, 'family_name'),
    born: keptDate(who, 'born', today),
    address: isTicked(who, 'no_fixed_abode') ? '' : address,
    area: isTicked(who, 'no_fixed_abode') ? address : '',
    postcode: keptPostcode(lineOf(who, 'postcode')),
    noFixedAbode: isTicked(who, 'no_fixed_abode'),
    language: language || 'en',
    interpreter: isTicked(needs, 'interpreter') ? language || 'not said' : null,
    adjustments: lineOf(needs, 'adjustments'),
    willContactUs: kind === 'self' && !points.some((point) => point.safeToUse === 'safe'),
    contactPoints: points,
    ...equalityOf(answers),
    relatedPeople:
      kind === 'for_someone_else' && lineOf(who, 'own_name')
        ? [{ name: lineOf(who, 'own_name'), relationship: lineOf(who, 'own_relation') || 'carer or relative' }]
        : [],
  };
}

function equalityOf(answers: DoorAnswers): Pick<NewPerson, 'equality'> {
  const page = answers.more;
  if (!page) return {};
  const { fields } = page;
  const asked = ['ethnic_category', 'gender_identity'].filter((code) => lineOf(fields, code) === '');
  return {
    equality: {
      ethnicCategory: lineOf(fields, 'ethnic_category') || null,
      ethnicityOwnWords: lineOf(fields, 'ethnicity_own_words'),
      genderIdentity: lineOf(fields, 'gender_identity') || null,
      declined: asked,
    },
  };
}

/** Somebody who asks for someone else, as far as they said who they are. */
export function helperOf(answers: DoorAnswers): Referrer {
  const who = fieldsOfPage(answers, '5');
  return {
    name: lineOf(who, 'own_name'),
    job: lineOf(who, 'own_relation'),
    organisation: '',
    phone: plainFigures(lineOf(who, 'own_phone')),
    email: '',
  };
}

export interface SendingWords {
  readonly needPhone: string;
  readonly needEmail: string;
  readonly needAddress: string;
  readonly needOwnName: string;
}

/** A way they chose needs its number or address: what is missing on the page about who they are. */
export function reachFaults(answers: DoorAnswers, kind: DraftKind, say: SendingWords): Fault[] {
  const page = answers['5'];
  if (page?.skipped) return [];
  const channels = listOf(fieldsOfPage(answers, '4'), 'channels');
  const who = page?.fields ?? nothing;
  const missing = (field: string): boolean => lineOf(who, field) === '';
  return [
    ...((channels.includes('text') || channels.includes('phone')) && missing('phone') ? [{ field: 'phone', message: say.needPhone }] : []),
    ...(channels.includes('email') && missing('email') ? [{ field: 'email', message: say.needEmail }] : []),
    ...(channels.includes('post') && missing('address') ? [{ field: 'address', message: say.needAddress }] : []),
    ...(kind === 'for_someone_else' && missing('own_name') ? [{ field: 'own_name', message: say.needOwnName }] : []),
  ];
}

/** Pages that must have been answered or skipped before sending: what is going on, being safe, and how to reach them (workflows §4.1). */
export const pagesNeeded = ['1', '3', '4'] as const satisfies readonly SelfPageKey[];

export const pageNotSeen = (answers: DoorAnswers): SelfPageKey | undefined => pagesNeeded.find((key) => answers[key] === undefined);

/** How many of the six pages nobody has answered or skipped yet. */
export const pagesLeft = (answers: DoorAnswers): number => numberedPages.filter((key) => answers[key] === undefined).length;
