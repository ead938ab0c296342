// Signs what a transaction says about itself, so that the database believes the program and no statement that somebody slipped into a request.
import { createHmac, createSecretKey } from 'node:crypto';
import type pg from 'pg';
import type { Clock } from '../clock.ts';

/** What row-level security goes by. All but `door` are the program's own words and hold no line break. */
export interface Claims {
  readonly kind: 'account' | 'door' | 'worker' | 'nobody';
  readonly account: string;
  readonly door: string;
  readonly job: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly request: string;
}

/** The proof for the claims: seconds since 1970, a space, and HMAC-SHA-256 in hexadecimal. */
export type Prove = (claims: Claims) => string;

/** For the login that owns the tables, which the database believes without. */
export const unproven: Prove = () => '';

/** `realClock` is the machine's, also in a demo: the database compares it with its own and allows an hour. */
export function proofWith(key: Buffer, realClock: Clock): Prove {
  // Made once: a key given as bytes costs more to take in than all that it signs.
  const secret = createSecretKey(key);
  return ({ kind, account, door, job, now, request }) => {
    const signedAt = Math.floor(realClock.now().getTime() / 1000);
    // The door's token comes last, so that nothing in it reads as another claim.
    const own = [signedAt, kind, account, job, now, request].join('\n');
    if (own.split('\n').length !== 6) throw new Error('A claim holds a line break.');
    return `${signedAt} ${createHmac('sha256', secret).update(`${own}\n${door}`).digest('hex')}`;
  };
}

/** Needs the login that owns the tables. */
export async function readProofKey(owner: Pick<pg.Pool, 'query'>): Promise<Buffer> {
  const { rows } = await owner.query<{ key: Buffer }>('select key from proof_key');
  const key = rows[0]?.key;
  if (!key) throw new Error('The database has no key for proofs.');
  return key;
}
