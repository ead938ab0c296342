// How somebody proves who they are. Password and one-time link are the proofs of today; a passkey, a one-time code of an app or the sign-in of an
// organisation (OpenID Connect) would each be one more module of this shape, and nothing else would change. See docs/decisions.
import type { Result } from '../../platform/problem.ts';
import type { Context, Visitor } from '../../platform/web/context.ts';

export interface ProvenAccount {
  readonly accountId: string;
  readonly kind: Visitor['kind'];
}

/** `Offered` is what the form or callback brings. Says the same, in about the same time, whether or not an account exists. */
export interface Proof<Offered> {
  /** Kept with the session's audit entry. */
  readonly name: string;
  prove(context: Context, offered: Offered): Promise<Result<ProvenAccount>>;
}
