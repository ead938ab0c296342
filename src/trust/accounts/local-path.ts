// Where to go after signing in: only ever a page of this site, whatever a link says.

const elsewhere = /[\\\p{Cc}]/u;
const notAgain = ['/sign-in', '/sign-out', '/me/sign-in', '/s/'];

/** The path if it leads into this site and not back to signing in; else null. */
export function localPath(path: string | undefined | null): string | null {
  if (!path?.startsWith('/') || path.startsWith('//') || elsewhere.test(path) || path.length > 500) return null;
  try {
    const url = new URL(path, 'http://here.invalid');
    if (url.host !== 'here.invalid') return null;
    const local = `${url.pathname}${url.search}`;
    return local.startsWith('//') || notAgain.some((start) => local === start || local.startsWith(start)) ? null : local;
  } catch {
    return null;
  }
}
