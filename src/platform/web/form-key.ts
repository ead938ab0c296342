// The key each form carries: it makes sending twice do the thing once, and stands in for the browser's own word on where a form came from.
import { createHmac, timingSafeEqual } from 'node:crypto';

const mark = (secret: Buffer, key: string, holder: string): string =>
  createHmac('sha256', secret).update(`${key}\n${holder}`).digest('base64url').slice(0, 22);

/** `holder` is the session's or door's cookie value, '' for a visitor with neither. */
export const signKey = (secret: Buffer, key: string, holder: string): string => `${key}.${mark(secret, key, holder)}`;

/** The key, or null when it is not one we gave to this holder. */
export function readKey(secret: Buffer, signed: unknown, holder: string): string | null {
  if (typeof signed !== 'string') return null;
  const [key = '', given = ''] = signed.split('.');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) return null;
  const right = Buffer.from(mark(secret, key, holder));
  const offered = Buffer.from(given);
  return offered.length === right.length && timingSafeEqual(offered, right) ? key : null;
}
