// The visitor of a route that is never answered for anybody who is not signed in: their request, without asking again whether there is one.
import type { Context, SignedIn } from './context.ts';

/** A route whose permission lets strangers through must not use it, and would be told so. */
export function signedIn(context: Context): SignedIn {
  const { visitor } = context;
  if (!visitor) throw new Error('Nobody is signed in: the route’s permission lets strangers through.');
  // The visitor was looked at just now, which the compiler does not carry over to the whole.
  return context as SignedIn;
}
