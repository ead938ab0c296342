// Staff passwords: argon2id, and the same time and the same words whether or not the account exists.
import { hash, verify } from '@node-rs/argon2';

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let nobody: Promise<string> | undefined;

/** Takes as long for an account that does not exist. */
export async function passwordFits(kept: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('an account that is not there');
  const fits = await verify(kept ?? (await nobody), password);
  return fits && kept !== null && kept !== undefined;
}
