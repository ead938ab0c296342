// What several parts of one page ask alike is asked once for the request: how many offers wait stands in the navigation and on the page under it.
import type { Context } from './context.ts';

/** The same answer for the rest of the request; not for what the request itself changes. */
export function oncePerRequest<Given extends Context, Answer>(
  ask: (context: Given) => Promise<Answer>,
): (context: Given) => Promise<Answer> {
  const answers = new WeakMap<Given, Promise<Answer>>();
  return (context) => {
    const answer = answers.get(context) ?? ask(context);
    answers.set(context, answer);
    return answer;
  };
}
