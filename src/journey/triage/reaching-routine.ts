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

/** Before anybody tries again, somebody must ask how it is safe. */
export const doubtsTheWay = (result: string): boolean => result === 'wrong_number' || result === 'unsafe';
