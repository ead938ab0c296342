// From what triage knows to the words it shows: the queue's groups, times left, what somebody told us, reasons. Pure.
import type { Place } from '../../platform/blueprint/place.ts';
import { daysBetween, localDate } from '../../platform/clock.ts';
import { listed } from '../../platform/numbers.ts';
import { saidDate, saidDay, saidTime } from '../../platform/said.ts';
import { answerWords, asAsked, isAdded, questionAsked, questionWords } from '../front-door/answer-words.ts';
import { ageOn, byFact, factHeard } from './facts.ts';
import { heardFacts, inputsOf, inWordsOf } from './heard.ts';
import type { FirstStep, QueueFilter, QueueItem, Suggestion } from './model.ts';
import type { AnswerRow, ReferralRow } from './store-referral.ts';

export interface TimeLeft {
  readonly text: string;
  readonly when: 'now' | 'today' | 'later';
}

const hour = 3_600_000;

/** A promise of ours: hours when few are left, else the day. */
export function timeLeft(decideBy: Date, now: Date): TimeLeft {
  const left = decideBy.getTime() - now.getTime();
  if (left < 0) {
    const late = Math.floor(-left / hour);
    return {
      text: late < 1 ? 'late' : late < 48 ? `late by ${late} ${late === 1 ? 'hour' : 'hours'}` : `late since ${saidDay(decideBy)}`,
      when: 'now',
    };
  }
  if (left < 2 * hour) {
    const minutes = Math.floor(left / 60_000);
    const hours = Math.floor(minutes / 60);
    return { text: `${hours > 0 ? `${hours} hr ` : ''}${minutes % 60} min left`, when: 'now' };
  }
  const days = daysBetween(localDate(now), localDate(decideBy));
  if (days === 0) return { text: `by ${saidTime(decideBy)}`, when: 'today' };
  return { text: days === 1 ? `tomorrow ${saidTime(decideBy)}` : `${saidDay(decideBy)}, ${saidTime(decideBy)}`, when: 'later' };
}

/** 'today 8:12am', 'yesterday 4:40pm', 'Monday 16 Nov' */
export function received(at: Date, now: Date): string {
  const days = daysBetween(localDate(at), localDate(now));
  return days === 0 ? `today ${saidTime(at)}` : days === 1 ? `yesterday ${saidTime(at)}` : saidDay(at);
}

export interface QueueGroupWords {
  readonly title: string;
  readonly items: readonly QueueItem[];
}

/** Today and what is late; the next days; and those from whom we wait to hear. */
export function grouped(items: readonly QueueItem[], now: Date): QueueGroupWords[] {
  const today = localDate(now);
  const waits = (item: QueueItem): boolean => item.state === 'waiting_info' || item.state === 'unreachable';
  const isToday = (item: QueueItem): boolean => localDate(item.decideBy) <= today;
  return [
    { title: 'Decide today', items: items.filter((item) => !waits(item) && isToday(item)) },
    { title: 'Decide next', items: items.filter((item) => !waits(item) && !isToday(item)) },
    { title: 'Waiting to hear', items: items.filter(waits) },
  ].filter((group) => group.items.length > 0);
}

/** How somebody came who spoke instead of writing; by door. */
const spoken: ReadonlyMap<string, string> = new Map([
  ['phone', 'by phone'],
  ['walk_in', 'walked in'],
  ['cafe', 'at the café'],
]);

const askedBy: Readonly<Record<string, string>> = { self: 'Asked for themselves', carer: 'Somebody close to them asked' };

/** How a referral came, and of somebody who came back with nothing asked again: how old what they said is, and when else they asked. */
export function askedWords(
  { kind, receivedAt }: Pick<ReferralRow, 'kind' | 'receivedAt'>,
  answers: readonly AnswerRow[],
  before: readonly Date[],
  now: Date,
): string {
  const [first] = answers.map(({ askedAt }) => askedAt).toSorted((one, other) => one.getTime() - other.getTime());
  if (before.length === 0 && !(first && isOlder(first, receivedAt))) return `${cameFirst(kind)} ${received(receivedAt, now)}`;
  const others = before.filter((day) => !first || localDate(day) !== localDate(first));
  return [
    `Came back ${received(receivedAt, now)}`,
    ...(others.length > 0 ? [`${cameFirst(kind)} before, ${listed(others.map((day) => `on ${saidDate(day)}`))}`] : []),
    first && isOlder(first, receivedAt)
      ? `What they told us is from ${saidDate(first)}, so ask again how safe they are`
      : 'Ask again how safe they are',
  ].join('. ');
}

const isOlder = (one: Date, other: Date): boolean => daysBetween(localDate(one), localDate(other)) > 0;
const cameFirst = (kind: string): string => askedBy[kind] ?? 'Referred';

type Came = Pick<QueueItem, 'kind' | 'door' | 'referrerName' | 'referrerOrganisation' | 'receivedAt'>;

/** By which door, and who asked: 'Self-referral, by phone'. */
export function cameBy({ kind, door, referrerName, referrerOrganisation }: Omit<Came, 'receivedAt'>): string {
  if (kind === 'professional' || kind === 'imported') return referrerOrganisation || referrerName || 'Referred';
  return [kind === 'carer' ? 'Somebody close to them' : 'Self-referral', spoken.get(door)].filter(Boolean).join(', ');
}

export const sourceWords = (item: Came, now: Date): string => `${cameBy(item)}, ${received(item.receivedAt, now)}`;

export const ageOf = (born: string | null, now: Date): number | undefined => ageOn(born, localDate(now));

/** The questions whose answer is the person's account in a paragraph, the one that is shown largest first. */
const voices = ['happening', 'why_now'] as const;

/** A referral on the desk, or the queue alone, in the list that somebody works through. */
export function deskAddress(referralId: string, filter: QueueFilter, from?: 'next'): string {
  const query = new URLSearchParams({ ...(from ? { from } : {}), ...(filter === 'everyone' ? {} : { show: filter }) }).toString();
  return `/triage${referralId && `/${referralId}`}${query && `?${query}`}`;
}

export interface OwnAccount {
  readonly words: string;
  readonly source: string;
  readonly language: string;
}

/** Their own words, or a referrer's about them; null when they would rather talk. */
export function ownAccount(answers: readonly AnswerRow[], firstName: string, referrer: string): OwnAccount | null {
  const answer = voices.flatMap((question) => answers.filter((one) => one.question === question && one.words.trim() !== ''))[0];
  if (!answer) return null;
  const asked = questionAsked(answer);
  return {
    words: answer.words,
    language: answer.language,
    source:
      answer.saidBy === 'referrer'
        ? `${referrer || 'The referrer'}’s words, in answer to “${asked}”`
        : answer.saidBy === 'carer'
          ? `${referrer || 'Somebody close to them'}, in answer to “${asked}”`
          : `${firstName}’s own words, in answer to “${asked}”`,
  };
}

export interface ToldFact {
  readonly term: string;
  readonly value: string | { readonly absent: 'not asked' | 'declined' | 'not known' };
}

const absence = { declined: 'declined', not_known: 'not known', not_asked: 'not asked' } as const;

/** Everything else they told us: what was heard and what they added since, then all in the order in which it was asked. */
export function toldFacts(all: readonly AnswerRow[], facts: Place['facts'] = []): ToldFact[] {
  const inputs = inputsOf(facts);
  const asked = all.filter((answer) => !factHeard(answer));
  const onForms = [...asked.filter(isAdded).toReversed(), ...asAsked(asked.filter((answer) => !isAdded(answer)))]
    .filter((answer) => !voices.some((question) => question === answer.question))
    .map((answer): ToldFact => {
      const words = questionWords(answer);
      // What came coded from elsewhere has no question here, and is called what its fact is called.
      const input = words === answer.question && answer.status === 'answered' ? inputs.get(answer.question) : undefined;
      if (input) return { term: input.label, value: inWordsOf(input, answer) };
      return {
        term: isAdded(answer) ? `${words}, ${saidDay(answer.askedAt)} at ${saidTime(answer.askedAt)}` : words,
        value: answerWords(answer) || { absent: absence[answer.status as keyof typeof absence] ?? 'not known' }, // the column's own check lists the states
      };
    });
  return [...heardFacts(all, inputs), ...onForms];
}

/** The safety answer as a sentence that names the answer, never a grade; null when there is nothing to say. */
export function safetySentence(given: readonly AnswerRow[], firstName: string): { readonly title: string; readonly detail: string } | null {
  const answers = byFact(given);
  const safe = answers.findLast((one) => one.question === 'safe_now' && one.status === 'answered');
  const facts = answers.find((one) => one.question === 'safety_facts' && one.status === 'answered' && one.words.trim());
  const because = asAsked(answers).find((one) => one.question === 'unsafe_because' && one.status === 'answered');
  const today = answers.some((one) => one.question === 'contact_today' && one.status === 'answered');
  if (facts) return { title: 'The referrer wrote about safety.', detail: facts.words };
  const code = safe?.codes[0];
  const said = code === 'no' || code === 'not_sure' ? safe : because;
  if (!said) return null;
  const teller = said.saidBy === 'carer' ? 'Somebody close to' : said.saidBy === 'referrer' ? 'Somebody who works with' : null;
  const detail = `${because ? `${answerWords(because)}. ` : ''}${today ? 'Asked us to make contact today. ' : ''}`;
  return {
    title: teller
      ? `${teller} ${firstName} ${code === 'no' ? `says that ${firstName} is not safe right now.` : code === 'not_sure' ? `is not sure that ${firstName} is safe right now.` : 'told us what may make it unsafe.'}`
      : code === 'no'
        ? `${firstName} said they are not safe right now.`
        : code === 'not_sure'
          ? `${firstName} is not sure they are safe right now.`
          : `${firstName} told us what makes them feel unsafe.`,
    detail: `${detail}Answered ${saidDay(said.askedAt)} at ${saidTime(said.askedAt)}. Ways to get help were shown at once.`,
  };
}

export interface ReasonWords {
  readonly kind: 'for' | 'think' | 'not this' | 'not known';
  readonly text: string;
  /** The fact that is not known. */
  readonly fact?: string;
}

/** At most five, by weight: what speaks for it, then what we do not know. */
export function reasonsFor(suggestion: Suggestion, step: FirstStep | null): ReasonWords[] {
  const missing = (suggestion.evaluation?.missing ?? []).slice(0, 2).map(
    ({ input, label }): ReasonWords => ({
      kind: 'not known',
      fact: input,
      text: label.endsWith('?') ? `We have no answer to “${label}”` : `We do not know: ${label.toLowerCase()}.`,
    }),
  );
  const reasons: ReasonWords[] = step
    ? [{ kind: 'for', text: step.reason }]
    : suggestion.steps.map((one) => ({ kind: 'for', text: one.reason }));
  return [...reasons, ...missing].slice(0, 5);
}

/** The nearest row that did not apply, and what would make it. */
export const whatWouldChange = (suggestion: Suggestion): string | null =>
  suggestion.evaluation?.nearest?.sentence ?? suggestion.steps[0]?.changes ?? null;

export const referrerOf = (
  referral: Pick<ReferralRow, 'referrerName' | 'referrerJob' | 'referrerOrganisation' | 'referrerPhone'>,
): string =>
  [referral.referrerName, referral.referrerJob, referral.referrerOrganisation, referral.referrerPhone].filter(Boolean).join(', ');

type Asking = Pick<ReferralRow, 'kind' | 'referrerName' | 'referrerPhone' | 'urgencyAsked' | 'agreement' | 'agreementReason'>;

/** Who told us what stands on the page: themselves, or whoever asked for them. */
export const teller = ({ kind, referrerName }: Pick<Asking, 'kind' | 'referrerName'>, firstName: string): string =>
  kind === 'self' ? firstName : referrerName || (kind === 'carer' ? 'somebody close to them' : 'the referrer');

/** What a referrer said of the referral itself: how soon they ask for a reply, which decides nothing, and whether the person agreed. */
export function askedFacts({ kind, urgencyAsked, agreement, agreementReason }: Asking): ToldFact[] {
  if (kind === 'self' || kind === 'carer') return [];
  const asked = (question: string, code: string) => ({ question, status: 'answered', words: '', codes: [code], saidBy: 'referrer' });
  return [
    ...(urgencyAsked
      ? [{ term: questionWords(asked('urgency', urgencyAsked)), value: answerWords(asked('urgency', urgencyAsked)) ?? '' }]
      : []),
    {
      term: questionWords(asked('agreement', agreement)),
      value: [answerWords(asked('agreement', agreement)), agreementReason].filter(Boolean).join('. '),
    },
  ];
}

/** Said over everything else while the person may not know that somebody asked. */
export const unknowingWords = (referral: Asking, firstName: string): { readonly title: string; readonly detail: string } => ({
  title: `${firstName} may not know of this.`,
  detail: [
    `Speak first with ${referral.referrerName || 'whoever asked'}${referral.referrerPhone ? `, ${referral.referrerPhone}` : ''}.`,
    `Nothing is sent to ${firstName} until somebody has spoken with them and kept it under “Reach them”.`,
  ].join(' '),
});
