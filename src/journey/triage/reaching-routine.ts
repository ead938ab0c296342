// When enough has been tried to say that somebody could not be reached: how often, by how many ways. Pure. It never ends anything; it only says what is still to do.
import type { CodeOf } from '../../platform/codes/codes.ts';

export type TryChannel = CodeOf<'contactChannel'>;
export type TryResult = CodeOf<'contactTryResult'>;

/** Ways somebody here can try. */
export const tryChannels = [
  'mobile_call',
  'text',
  'landline',
  'email',
  'post',
  'visit',
  'via_person',
] as const satisfies readonly TryChannel[];
export const tryResults = [
  'spoke',
  'message_left',
  'no_answer',
  'wrong_number',
  'unsafe',
  'asked_to_call_back',
] as const satisfies readonly TryResult[];

export interface ContactTry {
  readonly at: Date;
  readonly channel: string;
  readonly result: string;
}

/** S6.3. */
export const leastTries = 3;
export const leastWays = 2;

export interface Routine {
  readonly tries: number;
  readonly ways: number;
  /** They were reached, or asked to be called back: there is somebody to speak to. */
  readonly reached: boolean;
  readonly enough: boolean;
}

/** Counts the tries since they were last reached; a call to a wrong number was no try of them. */
export function routineOf(tries: readonly ContactTry[]): Routine {
  const inOrder = [...tries].sort((one, other) => one.at.getTime() - other.at.getTime());
  const lastReached = inOrder.findLastIndex(({ result }) => result === 'spoke' || result === 'asked_to_call_back');
  const since = inOrder.slice(lastReached + 1).filter(({ result }) => result !== 'wrong_number');
  const ways = new Set(since.map(({ channel }) => channel)).size;
  const reached = since.length === 0 && lastReached >= 0;
  return { tries: since.length, ways, reached, enough: since.length >= leastTries && ways >= leastWays };
}

/** Which kinds of ways that are kept each way of trying uses. Word through somebody else uses none. */
const used: Readonly<Partial<Record<string, readonly string[]>>> = {
  mobile_call: ['text', 'phone'],
  text: ['text', 'phone'],
  landline: ['phone'],
  email: ['email'],
  post: ['post'],
  visit: ['post'],
};
const isMobile = (value: string): boolean => /^(?:\+44|0044|0)7/.test(value.replaceAll(/[\s()-]/g, ''));

interface KeptWay {
  readonly id: string;
  readonly channel: string;
  readonly value: string;
}

/** The numbers and addresses that a try may have used: telephones of the other kind were not, where one of the kind is known. */
export function triedAt(how: string, kept: readonly KeptWay[]): readonly KeptWay[] {
  const ways = kept.filter(({ channel }) => used[how]?.includes(channel));
  const likely = ways.filter(({ channel, value }) => channel !== 'phone' || isMobile(value) === (how !== 'landline'));
  return likely.length > 0 ? likely : ways;
}

/** Before anybody tries again, somebody must ask how it is safe. */
export const doubtsTheWay = (result: string): boolean => result === 'wrong_number' || result === 'unsafe';
