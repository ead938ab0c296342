// Whether an unsafe request came from our own pages: Sec-Fetch-Site first, then Origin, then the form's signed key.
import type { IncomingHttpHeaders } from 'node:http';

export function fromOurOwnPages(headers: IncomingHttpHeaders, hasSignedKey: boolean): boolean {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site === 'same-origin' || (site === 'none' && hasSignedKey);
  const origin = headers.origin;
  // Pages are sent with no-referrer, under which older browsers say "null" for a form of our own: the key decides.
  if (origin && origin !== 'null') {
    try {
      return new URL(origin).host === headers.host;
    } catch {
      return false;
    }
  }
  return hasSignedKey;
}
