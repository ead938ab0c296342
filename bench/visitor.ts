// A browser without pictures: keeps cookies, sends the form key of the last page, and times each answer.

export interface Answered {
  readonly status: number;
  readonly body: string;
  /** Where a redirect leads. */
  readonly location: string | null;
  readonly milliseconds: number;
}

export interface WebVisitor {
  get(path: string): Promise<Answered>;
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Answered>;
  /** For a Cookie header. */
  cookie(): string;
}

export function visitor(address: string, cookies: Readonly<Record<string, string>> = {}): WebVisitor {
  const kept = new Map(Object.entries(cookies));
  let page = '';
  const cookie = (): string => [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (path: string, options: RequestInit): Promise<Answered> => {
    const begun = performance.now();
    const answer = await fetch(address + path, {
      ...options,
      redirect: 'manual',
      headers: { cookie: cookie(), origin: address, 'sec-fetch-site': 'same-origin' },
    });
    const body = await answer.text();
    const milliseconds = performance.now() - begun;
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) kept.delete(name);
      else kept.set(name, value);
    }
    if (answer.headers.get('content-type')?.startsWith('text/html')) page = body;
    return { status: answer.status, body, location: answer.headers.get('location'), milliseconds };
  };
  return {
    cookie,
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, fields) => {
      const form = new URLSearchParams();
      const key = fieldOf(page, 'form_key');
      if (key) form.set('form_key', key);
      for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value);
      return ask(path, { method: 'POST', body: form });
    },
  };
}

/** What a field of a page holds; empty when there is none. */
export const fieldOf = (page: string, name: string): string =>
  (new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"');
